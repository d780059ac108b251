"""One event, told by several articles: its dates, properties, place among others, whether it took place."""

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from textwrap import shorten

from dossier.blocks import gathered
from dossier.disagreements.wording import REASONS, Sources, series
from dossier.edtf import in_words
from dossier.events import PASSAGE, days_of, gap, is_undated
from dossier.i18n import _, capital, ngettext, pgettext, quoted
from dossier.investigation import Investigation
from dossier.lexicons import months
from dossier.records import Discrepancy, Mention, stable_id

CROWD = 100  # mentions of a later step that are looked at
STORY = 366  # days within which steps of one matter follow each other
_COUNTED = ("relative", "inferred")  # bases of a day that is counted from another
WORDS = 80  # letters of a passage that stand for it
Events = Mapping[str, tuple[Mention, ...]]


def group_events(mentions: Iterable[Mention]) -> dict[str, tuple[Mention, ...]]:
    """Return the dated mentions of each event, in the order of the events' first mentions."""
    found = gathered((m.event_id, m) for m in mentions if m.event_id and not is_undated(m))
    return {event_id: tuple(members) for event_id, members in found.items()}


def told(members: Iterable[Mention], status: str = "reported") -> tuple[Mention, ...]:
    """Return the *members* with *status*."""
    return tuple(mention for mention in members if mention.status == status)


def name_of(members: tuple[Mention, ...]) -> str:
    """Return what kind of event it is, in the language of the report; if of none, words of the text."""
    if members[0].label == PASSAGE:
        return quoted(shorten(members[0].text, WORDS, placeholder=" …"))
    return capital(pgettext("kind of event", members[0].label or "event"))


def find_date_conflicts(events: Events, sources: Sources) -> Iterator[Discrepancy]:
    """Yield each event to which articles give days that cannot be the same, past days and planned ones apart.

    Where nobody reports another day than the planned one of another article, the plan was revised.
    """
    for event_id, every in events.items():
        reported, planned = apart(told(every)), apart(told(every, "planned"))
        if reported:
            yield date_conflict(event_id, every, reported, "{event}: dated {days}.", sources)
        elif planned:
            yield date_conflict(event_id, every, planned, "{event}: planned for {days}.", sources)
        elif moved := apart((*told(every), *told(every, "planned"))):
            yield date_conflict(event_id, every, moved, "{event}: {days}.", sources, severity="revision")


def date_conflict(
    event_id: str,
    every: tuple[Mention, ...],
    sides: list[list[Mention]],
    how: str,
    sources: Sources,
    *,
    severity: str = "conflict",
) -> Discrepancy:
    """Return the discrepancy between the *sides*, each of which gives the event another day."""
    involved = tuple(m for side in sides for m in side)
    words = {"planned": "planned for {day} in {sources}"}
    given = [
        _(
            words.get(side[0].status, "dated {day} in {sources}")
            if severity == "revision"
            else "{day} in {sources}",
            day=in_words(side[0].date),
            sources=sources.name(m.article_id for m in side),
        )
        for side in sides
    ]
    first, last = days_of(sides[0][0].date), days_of(sides[-1][0].date)
    night = any("T" in m.date for m in involved) and first and last and gap(first, last) == 1
    grave = "tension" if night and severity == "conflict" else severity
    return Discrepancy(
        discrepancy_id=stable_id("x", event_id, 0, 0, "date"),
        kind="date",
        subject=event_id,
        statement=_(how, event=name_of(every), days=_(" but ").join(given))
        + inferred(involved, sources)
        + uncounted(sides, sources),
        severity=grave,
        records=tuple(m.mention_id for m in involved),
        reason=_(REASONS[grave]),
    )


def is_witness(mention: Mention, borrowing: Collection[str]) -> bool:
    """Return whether the day of *mention* stands in its own article, not where it was worked out from.

    A month that it names stands there, though its year is inferred. A day that an analyst set does not.
    """
    if mention.date and not mention.date_basis:
        return False
    if mention.date_from or _names_month(mention):
        return not mention.date_from
    counted = mention.date_basis == "relative" and mention.article_id in borrowing
    return mention.date_basis != "inferred" and not counted


def _names_month(mention: Mention) -> bool:
    return not months().keys().isdisjoint(re.findall(r"\w+", mention.text.casefold()))


def witnesses(side: list[Mention], sources: Sources) -> list[Mention]:
    """Return those of *side* that give its day by themselves; all, where none does."""
    return [m for m in side if is_witness(m, sources.borrowing)] or side


def apart(members: tuple[Mention, ...]) -> list[list[Mention]]:
    """Return *members* by date, where articles date them so that two dates exclude each other; else nothing.

    A coarser date that agrees with more than one side takes no side.
    """
    dated = [(m, days) for m in members if m.date and (days := days_of(m.date))]
    dated.sort(key=lambda entry: (entry[1][1] - entry[1][0], entry[1], entry[0].article_id, entry[0].start))
    sides: list[tuple[tuple[int, int], list[Mention]]] = []
    for mention, days in dated:
        fitting = [side for span, side in sides if gap(span, days) == 0]
        if not fitting:
            sides.append((days, [mention]))
        elif len(fitting) == 1:
            fitting[0].append(mention)
    crossing = len({m.article_id for _, side in sides for m in side}) > 1
    return [side for _, side in sorted(sides, key=lambda s: s[0])] if len(sides) > 1 and crossing else []


def inferred(members: Iterable[Mention], sources: Sources) -> str:
    """Return the sentence that names articles that do not write their day, after a space."""
    worked_out = [m.article_id for m in members if m.date_basis in _COUNTED and not _names_month(m)]
    told = _("The day in {sources} is worked out, not written there.", sources=sources.name(worked_out))
    return f" {told}" if worked_out else ""


def uncounted(sides: Iterable[list[Mention]], sources: Sources) -> str:
    """Return the sentence that names articles that are no witnesses of their side, after a space."""
    named = {name for side in sides for name in articles_of(side) - articles_of(witnesses(side, sources))}
    if not named:
        return ""
    return " " + ngettext(
        "The day of {sources} is itself worked out.",
        "The days of {sources} are themselves worked out.",
        len(named),
        sources=sources.name(named),
    )


def articles_of(members: Iterable[Mention]) -> set[str]:
    """Return the articles in which *members* stand."""
    return {mention.article_id for mention in members}


def find_sequence_conflicts(
    events: Events, sources: Sources, investigation: Investigation
) -> Iterator[Discrepancy]:
    """Yield each event that an article dates before another one that it can only follow.

    Events with other actors, or a year and more apart, belong to another story.
    """
    by_type: dict[str, list[tuple[int, Mention]]] = defaultdict(list)
    for members in events.values():
        for mention in told(members):
            if days := days_of(mention.date):
                by_type[mention.type].append((days[0], mention))
    for entries in by_type.values():
        entries.sort(key=lambda entry: (entry[0], entry[1].article_id, entry[1].start))
    follows = {kind.key: kind.follows for kind in investigation.event_types}
    once = investigation.once_types
    for event_id, every in events.items():
        early: dict[str, Mention] = {}
        late: dict[str, dict[str, Mention]] = defaultdict(dict)
        for mention in told(every):
            steps = (o for key in follows.get(mention.type, ()) for o in after(mention, by_type[key], once))
            for other in steps:
                early[mention.mention_id] = mention
                late[other.event_id][other.mention_id] = other
        if early:
            later = [list(side.values()) for side in late.values()]
            yield sequence(event_id, tuple(early.values()), later, sources)


def after(mention: Mention, entries: list[tuple[int, Mention]], once: Collection[str]) -> Iterator[Mention]:
    """Yield the mentions of *entries* that another article dates after *mention*, within the same story.

    What happens *once* is part of it whoever takes part.
    """
    days = days_of(mention.date)
    if not days:
        return
    first = bisect_right(entries, days[1], key=lambda entry: entry[0])
    for _day, other in entries[first : first + CROWD]:
        if (days_of(other.date) or days)[0] > days[1] + STORY:
            return
        known = other.type in once or not (mention.actors and other.actors)
        if other.article_id != mention.article_id and (known or set(mention.actors) & set(other.actors)):
            yield other


def sequence(
    event_id: str, early: tuple[Mention, ...], late: list[list[Mention]], sources: Sources
) -> Discrepancy:
    """Return the discrepancy between the *early* mentions and those they should follow."""
    firsts = (
        _(
            "{event} (dated {days} in {sources})",
            event=name_of(tuple(side)),
            days=days_in_words(side),
            sources=sources.name(m.article_id for m in side),
        )
        for side in late
    )
    return Discrepancy(
        discrepancy_id=stable_id("x", event_id, 0, 0, "sequence"),
        kind="sequence",
        subject=event_id,
        statement=_(
            "{event}: dated {days} in {sources}, before what it can only follow: {later}.",
            event=name_of(early),
            days=days_in_words(early),
            sources=sources.name(m.article_id for m in early),
            later=series(firsts),
        )
        + uncounted((list(early), *late), sources),
        severity="conflict",
        records=tuple(m.mention_id for m in (*early, *(m for side in late for m in side))),
        reason=_(REASONS["sequence"]),
    )


def days_in_words(members: Iterable[Mention]) -> str:
    """Return the dates of *members*, each once, in order."""
    return series(map(in_words, sorted({m.date for m in members})))
