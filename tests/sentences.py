"""What every sentence of a report has to hold, checked part by part against the records."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from dossier.edtf import bounds, in_words, when
from dossier.events import is_undated
from dossier.i18n import _, capital, using
from dossier.narrative import (
    build_findings,
    by_place,
    event_sentence,
    key_facts,
    lead_sentences,
    movement,
    plain,
    standing_of,
    unknowns,
)
from dossier.narrative.sentences import ANSWERS
from dossier.records import Claim, Mention, Parts
from dossier.report import load
from dossier.view import Event, View, counted, figure_of, qualifiers
from dossier.words import SAID

PAGES = ("timeline", "figures", "voices", "disagreements", "sources")


def sentences(view: View) -> Iterator[Parts]:
    """Yield every sentence that the narrative makes of *view*."""
    yield from (finding.parts for finding in build_findings(view))
    yield from (fact.parts for fact in key_facts(view))
    yield from (event_sentence(view, event) for event in view.events)
    yield from unknowns(view)
    for topic in view.topics:
        for rule in (by_place, movement):
            yield from rule(view, topic)
    for page in PAGES:
        yield from lead_sentences(view, page)


def faults(view: View) -> list[str]:
    """Return what in the sentences of *view* says more than its records, or loses something of them."""
    found = [f"{fault}: {plain(parts)}" for parts in sentences(view) for fault in _of(view, parts)]
    found += [fault for event in view.events for fault in _event_faults(view, event)]
    return found + list(_standings(view))


def check(root: Path) -> None:
    """Fail where a sentence of the book built at *root* says more than its records.

    Raises AssertionError with the sentences.
    """
    analysis = load(root)
    with using(analysis.investigation.language):
        assert not (found := faults(View(analysis))), "\n".join(found)


def _of(view: View, parts: Parts) -> Iterator[str]:
    """Yield the faults of one sentence: each value against its records, each citation against its value."""
    stated: tuple[str, ...] = ()
    for place, part in enumerate(parts, 1):
        if part.kind == "value":
            stated = part.records
            yield from _value(view, part.text, stated, plain(parts[place:]))
        elif part.kind == "cite" and stated:
            known = {view.records[i].article_id for i in stated if i in view.records}
            if known and view.sentence_articles.get(part.anchor) not in known:
                yield f"{part.text} is cited and states no such value"
        elif part.kind == "agree" and view.sentence_articles.get(part.anchor) in {
            view.records[i].article_id for i in stated if i in view.records
        }:
            yield f"{part.text} states the value and is said to agree only"


def _value(view: View, words: str, ids: tuple[str, ...], rest: str) -> Iterator[str]:
    for record in (view.records[identity] for identity in ids if identity in view.records):
        days = (
            (in_words(record.date, between=b) for b in (False, True))
            if isinstance(record, Mention) and not is_undated(record)
            else ""
        )
        if days and not any(day.casefold() in words.casefold() for day in days):
            yield f"{words} is not the day of {record.mention_id}"
        answer = isinstance(record, Claim) and not figure_of(record) and record.stance in ANSWERS
        if answer and " ".join(record.text.split()) not in rest:
            yield f"{record.claim_id} is told without its words"
        if isinstance(record, Claim) and figure_of(record):
            if words not in ((told := counted(view, record)), capital(told)):
                yield f"{words} is not the figure of {record.claim_id}"
            after = rest if record.claimant else ""
            for mark in qualifiers(view, record) if after else ():
                if mark not in after:
                    yield f"{record.claim_id} loses that it is {mark}"
            day = record.said_on if after and not view.said_day(record) else ""
            if day and in_words(day) in after.replace(_("reported {when}", when=when(day)), ""):
                yield f"the day of the article is told as the day of speaking of {record.claim_id}"


def _event_faults(view: View, event: Event) -> Iterator[str]:
    text = plain(event_sentence(view, event))
    if not event.date and (event.bound_in_words or _("undated")).casefold() not in text.casefold():
        yield f"undated, and not said to be: {text}"
    ahead = event.bound_in_words if event.ahead else ""
    for told in (text, *(plain(fact.parts) for fact in key_facts(view) if fact.event is event)):
        to_come = ahead and ahead.casefold() in told.casefold()  # "still to come when …"
        if event.status != "reported" and not to_come and _(SAID["statuses"][event.status]) not in told:
            yield f"{event.status}, and told as a fact: {told}"
    for claim in [c for c in event.speech.claims if figure_of(c)][:1] if event.speech else ():
        for mark in qualifiers(view, claim):
            if mark not in event.label and claim.text not in event.label:  # its own words hold it
                yield f"{event.label} loses that it is {mark}"
    sources = {name for m in event.mentions for name in m.attributed_to.split("|") if name}
    laid = not event.speech and all(m.attributed_to for m in event.mentions)
    if laid and not any(view.who([name]) in text for name in sources):
        yield f"loses on whose word it is told: {text}"
    stating = [m for m in event.mentions if m.date == event.date]
    written = {m.article_id for m in stating if _writes(view, m)}
    worked = _("worked out from {words}").partition("{words}")[0].strip()
    if any(m.article_id not in written for m in stating) and worked not in text:
        yield f"its day is worked out, and the sentence does not say so: {text}"


def _writes(view: View, mention: Mention) -> bool:
    """Tell whether the words of a date hold the number of its day; a month or a year needs none."""
    first, last = bounds(mention.date)
    date = view.expressions.get(mention.date_id)
    return date is None or first is None or first != last or str(first.day) in date.text


def _standings(view: View) -> Iterator[str]:
    """Yield each fact that is called settled and is contested, or rests on one origin."""
    for event in view.events:
        standing = standing_of(view, event)
        if standing == "settled" and (event.other_dates or event.disputed or event.origins < 2):
            yield f"{event.label} is called settled"
