"""Key facts, each settled, on one source or disputed; the contradictions."""

import datetime as dt
import re
from collections.abc import Container, Iterable
from dataclasses import dataclass

from dossier.edtf import is_day, sort_key, width
from dossier.i18n import N_
from dossier.lexicons import word_set
from dossier.narrative.openings import openings, passage_sentence
from dossier.narrative.sentences import event_sentence
from dossier.records import Discrepancy, Parts
from dossier.view import (
    DAYS,
    Event,
    View,
    carrier,
    conflicts_about,
    figure_of,
    is_aside,
    is_one_matter,
    opening,
    roots_of,
    sort_of,
    tells_who,
)

MOST = 12  # key facts
_ZONE = 24  # characters behind an hour in which its zone stands: "(locales et GMT)"
_APART = dt.timedelta(hours=14)  # between two zones, at most
_OPENING = 4  # of them without a day of their own
_LEAST = 8  # key facts, where so many are known
_SHOWN = 4  # contradictions of one kind on the summary
SETTLED, DAY, SINGLE, DETAILS, DISPUTED = STANDINGS = (
    N_("settled"),
    N_("this date: one origin"),
    N_("one source"),
    N_("details disputed"),
    N_("disputed"),
)


@dataclass(frozen=True, slots=True)
class Fact:
    """A key fact as a sentence, and how settled it is."""

    parts: Parts
    standing: str  # one of `STANDINGS`
    event: Event


def standing_of(view: View, event: Event) -> str:
    """Return which of `STANDINGS` *event* has; empty for what several articles tell and none dates.

    Where no kind is asked for, sentences are joined by words: that one alone tells it is not known.
    """
    conflicts = conflicts_about(view, event.event_id, event.mentions, None)  # that it was said stands
    if event.other_dates or conflicts:
        described = conflicts and all(row.kind == "attribute" for row in conflicts)
        return DETAILS if described and not event.other_dates else DISPUTED
    if event.origins > 1:
        known = is_day(event.date) and not is_compared(view, event)  # of a month they may mean two days
        return SETTLED if known else ""
    if view.unasked or not (event.date or event.bound):
        return ""
    if event.articles == 1:
        return SINGLE
    return DAY if event.date else ""


def is_compared(view: View, event: Event) -> bool:
    """Return whether the program set other words against *event*, whatever came of it."""
    told = {name for m in event.mentions for name in (m.mention_id, m.statement_id, m.date_id) if name}
    rows = (row for row in view.analysis.discrepancies if row.severity == "conflict")
    return any(row.subject == event.event_id or told.intersection(row.records) for row in rows)


def key_facts(view: View) -> tuple[Fact, ...]:
    """Return the key facts in order of time, `MOST` at most.

    Where the investigation follows a path, they are its dated steps and what several articles tell; where
    these are few, others fill them up. Else they are what the articles open with, then what is best carried
    and most about the common matter: events, figures on the central topic that somebody gives on a day, and
    passages with a day of their own that no kind fits, where their own clause says who or what, and says it
    as certain and done; no sentence twice. What opens an article and has no date stands under its day.
    """
    opens = frozenset(() if view.path else (e.event_id for e in view.told_events if opening(view, e)))
    shown = contradictions(view, "sources")
    chosen = _on_the_path(view) if view.path else _of_the_news(view, opens)
    days = sorted(chosen, key=lambda e: (sort_key(e.date or e.bound), e.event_id not in opens))
    return tuple(_fact(view, event, shown) for event in days)


def _on_the_path(view: View) -> list[Event]:
    steps = {event.event_id for event in view.path if event.date}
    dated = [e for e in view.events if e.date and e.status in ("reported", "planned") and not e.speech]
    others = [e for e in dated if e.event_id not in steps]
    others = _ranked(view, others, frozenset())
    several = len(steps) + sum(event.articles > 1 for event in others)
    wanted = steps | {e.event_id for e in others[: max(0, min(MOST, max(several, _LEAST)) - len(steps))]}
    return [event for event in dated if event.event_id in wanted]


def _of_the_news(view: View, opens: frozenset[str]) -> list[Event]:
    done = [e for e in view.passages if e.status == "reported" and e.date]
    done = [e for e in done if not e.word] if view.unasked else [e for e in done if width(e.date) <= DAYS]
    told = [e for e in done if tells_who(view, e)] or (() if view.unasked else done)
    told = [e for e in (*view.events, *told) if e.status in ("reported", "planned") and (e.date or e.bound)]
    told = [e for e in told if not e.speech or e.event_id in opens or _tells(view, e)]
    told = [e for e in told if e.type != "other" or not (is_aside(view, e) or _says_nothing(view, e, opens))]
    told = _ranked(view, told, opens)
    first = {_place(view, e): e for e in sorted(told, key=lambda e: not e.date)[::-1]}
    told = _plain(view, [event for event in told if first[_place(view, event)] is event])
    late = [event for event in told if not event.date][:_OPENING]
    dated = [event for event in told if event.date]
    most = min(MOST, max(_LEAST, sum(event.articles > 1 for event in dated)))
    return [*dated[: most - len(late)], *late]


def _says_nothing(view: View, event: Event, opens: Container[str]) -> bool:
    """Return whether *event* only tells that somebody spoke, or is laid to nobody whom its sentence names."""
    told = carrier(view, event)
    said = None if event.speech and event.event_id in opens else view.statements.get(told.statement_id)
    silent = said is not None and {said.predicate, *said.words} & word_set("events", "speaking", "silence")
    return bool(silent) or told.mention_id in view.by_context


def _ranked(view: View, events: Iterable[Event], opens: frozenset[str]) -> list[Event]:
    """Return *events*: what an article *opens* with, then what is best carried and most to the matter."""

    def rank(e: Event) -> tuple[float, ...]:
        carried = (-e.origins, -e.articles, not e.disputed, -_weight(view, e))
        return (e.event_id not in opens, bool(e.speech), *carried)

    return sorted(events, key=rank)


def _plain(view: View, events: list[Event]) -> list[Event]:
    """Return *events*; where nobody asked for kinds, those most to the affair, of a day and matter one.

    Their sentence has words of the affair and does not leave to others of whom it speaks. What is held
    against other words stands beside them.
    """
    if not view.unasked:
        return events
    told = dict[str, tuple[str, frozenset[str]]]()
    passages = set[tuple[str, int]]()
    hours = {event.event_id: _hours(view, event) for event in events}
    for event in sorted(events, key=lambda e: -view.told_by(*_passage(view, e))):
        words = roots_of(view, carrier(view, event))
        again = any(day == event.date != "" and is_one_matter(words, other) for day, other in told.values())
        again |= any(is_one_hour(hours[event.event_id], hours[name]) for name in told)
        name, start, end = _passage(view, event)
        own = {(name, first) for first, _end in view.sentences(name, start, end)}
        telling = _weight(view, event) >= view.least * (1 + (event.status == "planned"))
        fresh = telling and not again and passages.isdisjoint(own)
        clear = fresh and view.is_clear(view.articles[name].text[start:end])
        if event.disputed or clear:
            told[event.event_id] = (event.date, words)
            passages |= own
    return [event for event in events if event.event_id in told]


def _hours(view: View, event: Event) -> dict[dt.datetime, bool]:
    """Return the times of the clock of a day in the sentence of *event*, and whether a zone stands behind."""
    told = carrier(view, event)
    ((start, end), *_) = view.sentences(told.article_id, told.start, told.end)
    text = view.articles[told.article_id].text
    zones = [zone.casefold() for zone in word_set("sections", "zones")]
    here = (e for e in view.analysis.dates if e.article_id == told.article_id and start <= e.start < end)
    return {
        dt.datetime.fromisoformat(e.value): any(
            zone in text[e.start : min(e.end + _ZONE, end)].casefold() for zone in zones
        )
        for e in here
        if re.fullmatch(r"\d{4}-\d\d-\d\dT([01]\d|2[0-3]):\d\d", e.value)
    }


def is_one_hour(some: dict[dt.datetime, bool], others: dict[dt.datetime, bool]) -> bool:
    """Tell whether a zone makes two days of one hour: "samedi à 23 h 40 GMT", "dimanche à 0 h 40 à Paris".

    At a full hour both have to say of which zone it is: much is done at eight and at nine.
    """
    return any(
        one.date() != other.date()
        and abs(one - other) <= _APART
        and one.minute == other.minute
        and (some[one] and others[other] if one.minute == 0 else some[one] or others[other])
        for one in some
        for other in others
    )


def _passage(view: View, event: Event) -> tuple[str, int, int]:
    """Return where the sentence stands that tells *event*, from what it points back to on."""
    told = carrier(view, event)
    spans = view.passage(told.article_id, told.start, told.end)
    return told.article_id, spans[0][0], spans[-1][1]


def _weight(view: View, event: Event) -> float:
    told = carrier(view, event)
    return view.told_by(told.article_id, told.sentence_start, told.sentence_end)


def _tells(view: View, event: Event) -> bool:
    """Return whether a speech is of a kind that is asked for, or gives a figure on the central topic."""
    claims = event.speech.claims if event.speech else ()
    figures = (figure_of(claim) and claim.topic == view.central_topic for claim in claims)
    return event.type != "other" or any(figures)


def _fact(view: View, event: Event, shown: Iterable[Discrepancy]) -> Fact:
    """Return *event* in brief, with who gives which day where no contradiction that is *shown* does."""
    told = {record for row in shown for record in row.records}
    brief = not event.other_dates or bool(told & {m.mention_id for m in event.mentions})
    whole = _is_quoted(view, event)
    parts = passage_sentence(view, event) if whole else event_sentence(view, event, brief=brief)
    return Fact(parts, standing_of(view, event), event)


def _is_quoted(view: View, event: Event) -> bool:
    """Return whether a sentence of an article tells *event*: no investigation says how its kind is worded."""
    return not view.path and event.type not in view.own_kinds


def sentences_told(view: View) -> frozenset[tuple[str, int]]:
    """Return the article and the beginning of each sentence that the summary tells before its findings."""
    facts = frozenset(_place(view, f.event) for f in key_facts(view) if _is_quoted(view, f.event))
    return facts | {(article.article_id, start) for article, start, _words in openings(view)}


def _place(view: View, event: Event) -> tuple[str, int]:
    told = carrier(view, event)
    return told.article_id, told.sentence_start


def contradictions(view: View, between: str) -> tuple[Discrepancy, ...]:
    """Return the conflicts *between* those whom `sort_of` tells; the tensions of a book without a conflict.

    Or the *days* that a later article gives to what was planned for another. What an analyst confirmed stands
    first and whole, in the order of the rulings.

    Of those who affirm a matter against those who deny, or do not answer, the gravest stands for all.
    """
    every = view.differences
    if between == "days":
        return tuple(row for row in every if (row.severity, row.kind) == ("revision", "date"))[:_SHOWN]
    rows = [row for row in every if row.severity != "revision"]
    told = {row.discrepancy_id: row for row in rows if sort_of(row) == between}
    ruled = dict.fromkeys(ruling.record_id for ruling in view.analysis.rulings)
    own = tuple(told[name] for name in ruled if name in told and name in view.confirmed)
    gravest = [row for row in told.values() if row.severity == rows[0].severity]
    alike: dict[object, Discrepancy] = {}
    for row in gravest:
        alike.setdefault((row.subject, row.kind) if row.kind == "stance" else row.discrepancy_id, row)
    others = [row for row in alike.values() if row not in own]
    return (*own, *others[: max(0, _SHOWN - len(own))])
