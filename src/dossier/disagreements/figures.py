"""Figures about the same thing that cannot both hold: scope, day and hedge are compared before the number."""

import math
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import cast

from dossier.disagreements.context import ALIKE, overlap
from dossier.disagreements.scope import agree, is_people, is_within, rate, same_things, shares_owner, thing_of
from dossier.disagreements.wording import Sources
from dossier.edtf import in_words
from dossier.events import days_of, gap
from dossier.i18n import N_, SOURCE, _, capital, language, quoted
from dossier.investigation import Investigation, Topic
from dossier.lexicons import load_lexicon
from dossier.names import in_english
from dossier.records import PUBLISHED, Claim, Discrepancy, stable_id
from dossier.words import figure as words_of

MEANWHILE = 3  # days within which a count of the same event may have moved on
STORY = 62  # days within which figures are compared at all
CROWD = 200  # figures that are compared each with each
MARGIN = 0.1  # what "about" leaves open on both sides
SPOKEN = ("body", "heading", "title")


@dataclass(frozen=True, slots=True)
class Figure:
    """A claim with its range and its day, ready to be compared."""

    claim: Claim
    low: float
    high: float
    said: tuple[int, int] | None
    thing: str
    context: str
    names: frozenset[str]  # of its article: two articles without a common one are not on one matter

    @property
    def day(self) -> int:
        """The day somebody said it, of a newspaper’s own figure the day it is about; 0 if unknown."""
        about = days_of(self.claim.about)
        days = (self.said or about) if self.claim.claimant else (about or self.said)
        return days[0] if days else 0


def find_figure_conflicts(
    claims: Iterable[Claim],
    contexts: Mapping[str, str],
    sources: Sources,
    investigation: Investigation,
    names: Mapping[str, frozenset[str]],
) -> Iterator[Discrepancy]:
    """Yield a tension or conflict for each thing and day of a topic, a revision for each thing and claimant.

    Figures without a topic are compared two by two: `numbers`.
    """
    known = {topic.key: topic for topic in investigation.topics}
    groups: dict[tuple[str, str, str], list[Figure]] = defaultdict(list)
    figures = [build_figure(claim, contexts, names) for claim in distinct(claims)]
    topic_of = {figure.thing: figure.claim.topic for figure in figures if figure.claim.topic in known}
    for figure in figures:
        topic = known.get(figure.claim.topic)
        people = topic is not None and is_people(figure.claim.unit)
        thing = counted_by(topic) if topic and people else figure.thing
        if asked := topic.key if topic else topic_of.get(thing):
            groups[asked, thing, rate(figure.claim)].append(replace(figure, thing=thing))
    found: dict[str, Discrepancy] = {}
    for key, members in groups.items():
        for pairs in families(members):
            row = build_row(key, pairs, sources, investigation)
            found.setdefault(row.discrepancy_id, row)
    yield from found.values()


def counted_by(topic: Topic) -> str:
    """Return what *topic* counts where a sentence only names a people ("3000 Danois" among soldiers)."""
    word = topic.words[0] if topic.words else ""
    return same_things().get(word, word)


def distinct(claims: Iterable[Claim]) -> list[Claim]:
    """Return the figures that somebody affirms, each once an article: a heading only repeats the body."""
    figures = [
        claim
        for claim in claims
        if (claim.low is not None or claim.high is not None)
        and claim.stance == "affirm"
        and claim.modality != "planned"
        and claim.section in SPOKEN
    ]
    bodies = {(c.article_id, c.low, c.high) for c in figures if c.section == "body"}
    return [c for c in figures if c.section == "body" or (c.article_id, c.low, c.high) not in bodies]


def build_figure(claim: Claim, contexts: Mapping[str, str], names: Mapping[str, frozenset[str]]) -> Figure:
    """Return *claim* with the numbers that its words leave possible."""
    low = -math.inf if claim.low is None else claim.low
    high = math.inf if claim.high is None else claim.high
    if claim.comparator == "about":
        low, high = low * (1 - MARGIN), high * (1 + MARGIN)
    if claim.comparator == "vague":
        high = math.inf
    context = contexts.get(claim.claim_id, "")
    named = names.get(claim.article_id, frozenset())
    return Figure(claim, low, high, days_of(claim.said_on), thing_of(claim, context), context, named)


def families(figures: list[Figure]) -> Iterator[list[tuple[Figure, Figure]]]:
    """Yield the pairs that exclude each other: of one day together, of one claimant later together."""
    grouped: dict[tuple[str, ...], list[tuple[Figure, Figure]]] = defaultdict(list)
    by_article: dict[str, list[Figure]] = defaultdict(list)
    by_number: dict[tuple[float, float], list[Figure]] = defaultdict(list)
    for figure in figures:
        by_article[figure.claim.article_id].append(figure)
        by_number[figure.low, figure.high].append(figure)
    for low, high in neighbours(figures):
        apart = low.high < high.low and is_comparable(low, high)
        key = severity_key(low, high) if apart and not given_by_both(low, high, by_article) else ()
        if key and (key[0] != "revision" or not is_old(low, high, by_number)):
            grouped[key].append((low, high))
    yield from grouped.values()


def neighbours(figures: list[Figure]) -> Iterator[tuple[Figure, Figure]]:
    """Yield the pairs of *figures* that are near enough in time to be compared, the lower figure first.

    Undated figures are compared with each other only; of many on one day each number counts once.
    """
    dated: dict[int, list[Figure]] = defaultdict(list)
    for figure in sorted(figures, key=lambda f: (f.claim.article_id, f.claim.start)):
        dated[figure.day].append(figure)
    days = sorted(dated)
    for place, day in enumerate(days):
        later = (
            [f for d in days[place + 1 : bisect_right(days, day + STORY)] for f in dated[d]] if day else []
        )
        here = dated[day]
        if len(here) + len(later) > CROWD:
            here, later = sample(here), sample(later)
        for number, one in enumerate(here):
            for other in (*here[number + 1 :], *later):
                yield (one, other) if one.low <= other.low else (other, one)


def sample(figures: list[Figure]) -> list[Figure]:
    """Return one figure for each number and claimant, not more than make a crowd."""
    distinct = {(f.low, f.high, f.claim.claimant, f.claim.subject): f for f in reversed(figures)}
    return sorted(distinct.values(), key=lambda f: (f.claim.article_id, f.claim.start))[:CROWD]


def is_comparable(one: Figure, other: Figure) -> bool:
    """Return whether two figures of different articles are about the same thing, place and time."""
    a, b = one.claim, other.claim
    if (one.names and other.names and not one.names & other.names) or not shares_owner(a, b):
        return False
    if a.article_id == b.article_id or not agree(a.subject, b.subject) or not is_within(a.place, b.place):
        return False
    first, second = days_of(a.about), days_of(b.about)
    if first and second and gap(first, second) > MEANWHILE:
        return False
    if one.context and other.context and (a.topic == "other" or not (a.subject and b.subject)):
        return overlap(one.context, other.context) >= ALIKE
    return bool(a.subject and b.subject) or a.topic != "other"


def given_by_both(one: Figure, other: Figure, by_article: Mapping[str, list[Figure]]) -> bool:
    """Return whether one of the two articles also gives what the other one says ("180 voix contre 140")."""
    return any(
        f.low <= theirs.high
        and theirs.low <= f.high
        and f.claim.comparator in ("exact", "about")
        and (is_comparable(f, theirs) or f.claim.claimant == theirs.claim.claimant != ())
        for mine, theirs in ((one, other), (other, one))
        for f in by_article[mine.claim.article_id]
    )


def is_old(one: Figure, other: Figure, by_number: Mapping[tuple[float, float], list[Figure]]) -> bool:
    """Return whether the later of two figures was given before the earlier one: it takes nothing back."""
    earlier, later = sorted((one, other), key=lambda figure: figure.day)
    same = by_number[later.low, later.high]
    return any(0 < f.day <= earlier.day and is_comparable(f, later) for f in same)


def moving() -> Mapping[str, object]:
    """Return what may be counted anew from day to day: the dead, the injured, the missing."""
    return cast("Mapping[str, object]", load_lexicon("comparisons")["befell"])


def severity_key(one: Figure, other: Figure) -> tuple[str, ...]:
    """Return what kind of difference it is, and the day or the claimant that the like ones share.

    One day: a conflict where one voice, or the newspapers themselves, give both numbers; else a tension
    between claimants. Different days: a revision where claimant and place are the same, or a newspaper gives
    one in a like sentence; two claimants on two days disagree on nothing, each may be right on its day.
    """
    a, b = one.claim, other.claim
    named = set(a.claimant) & set(b.claimant)
    same_voice = named or not (a.claimant or b.claimant)
    alike = not (one.context and other.context) or overlap(one.context, other.context) >= ALIKE
    days = ((one.said, other.said), (days_of(a.about), days_of(b.about)))
    known = a.about and a.about == b.about and not (a.claimant or b.claimant) and one.thing not in moving()
    if not known and any(first and second and gap(first, second) > 0 for first, second in days):
        moved = (named or (alike and not (a.claimant and b.claimant))) and a.place == b.place
        return ("revision", "|".join(a.claimant or b.claimant)) if moved else ()
    exact = a.comparator == b.comparator == "exact" and a.modality == b.modality == "asserted"
    return ("conflict" if same_voice and exact else "tension", a.said_on if a.said_on == b.said_on else "")


def build_row(
    key: tuple[str, str, str],
    pairs: list[tuple[Figure, Figure]],
    sources: Sources,
    investigation: Investigation,
) -> Discrepancy:
    """Return the discrepancy of *pairs*, each side with number, claimant, day and articles."""
    topic, thing, per = key
    involved = {f.claim.claim_id: f for pair in pairs for f in pair}
    severity, shared = severity_key(*pairs[0])
    figures = sorted(
        involved.values(), key=lambda f: (f.said or (0, 0), f.low, f.claim.article_id, f.claim.start)
    )
    counted = max((f.claim.subject for f in figures), key=len) or thing
    things = {f.claim.subject: noun(f.claim.subject, investigation) for f in figures}
    told, matter = noun(counted, investigation), title(topic, investigation)
    apart = bool(matter) and len(set(filter(None, things.values()))) > 1
    repeated = apart or matter.casefold() == f"{told}, ".casefold()
    subject = f"{topic}: {counted}" + (f" per {per}" if per else "")
    return Discrepancy(
        discrepancy_id=stable_id("x", "\x1f".join(key), 0, 0, f"quantity {severity} {shared}"),
        kind="quantity",
        subject=subject,
        statement=_(
            "{topic}{thing}{rate}: {figures}.",
            topic="" if repeated else matter,
            thing=matter.removesuffix(", ") if apart else capital(told) if repeated else told,
            rate=_(" per {unit}", unit=per) if per else "",
            figures=(_(" and later ") if severity == "revision" else _(" against ")).join(
                sides(figures, sources, things if apart else {})
            ),
        ),
        severity=severity,
        records=tuple(f.claim.claim_id for f in figures),
        reason=reason(severity, figures),
        between="parties" if severity == "tension" and all(f.claim.claimant for f in figures) else "sources",
    )


def title(topic: str, investigation: Investigation) -> str:
    """Return the label of *topic*, ready to stand before the thing counted; empty for no topic."""
    labels = {entry.key: entry.label for entry in investigation.topics}
    return f"{labels[topic]}, " if topic in labels else ""


def noun(counted: str, investigation: Investigation) -> str:
    """Return what is *counted* in the language of the report, or in marked words of an article."""
    known = in_english(counted, investigation) if language() == SOURCE else counted
    return known or (quoted(counted) if counted else "")


def sides(figures: Iterable[Figure], sources: Sources, things: Mapping[str, str]) -> list[str]:
    """Return each different figure with its noun of *things*, who gives it, when, and in which articles."""
    grouped: dict[tuple[str, str, str], list[Claim]] = defaultdict(list)
    for figure in figures:
        claim = figure.claim
        who = sources.who(claim.claimant) or claim.claimant_text
        said = "" if claim.said_on_ref == PUBLISHED else in_words(claim.said_on)
        number = " ".join(filter(None, (words_of(claim), things.get(claim.subject, ""))))
        grouped[number, who, said].append(claim)
    return [
        _(
            N_("{figure} by {who} ({sources})")
            if who
            else N_("{figure} in the newspaper’s own voice ({sources})"),
            figure=number,
            who=who,
            sources=", ".join(filter(None, (sources.name(c.article_id for c in claims), day))),
        )
        for (number, who, day), claims in grouped.items()
    ]


def reason(severity: str, figures: list[Figure]) -> str:
    """Return one sentence that says why the difference is as grave as it is."""
    if severity == "revision":
        return _(
            "The figures are of different days; whether the later one replaces the earlier, no article says."
        )
    if severity == "conflict":
        return _(
            "Same thing, same time, no hedge, and no other claimant to whom the difference could be laid."
        )
    if len({figure.claim.claimant for figure in figures}) > 1:
        return _("Same thing and same time, but different claimants: each may count in its own way.")
    if any(figure.claim.comparator != "exact" for figure in figures):
        return _("Same thing and same time, but hedged figures: each may count in its own way.")
    return _("Same thing and same time, but not firmly asserted: each may count in its own way.")
