"""Each kind of record in full, in the order its page shows it."""

import re
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from itertools import groupby
from typing import Any

from dossier.blocks import gathered
from dossier.display import differences, sources
from dossier.display.cards import badge, card, evidence, side_badge, unsaid
from dossier.display.elements import Element, Node, el
from dossier.display.place import Place
from dossier.frames import build, unrepeated
from dossier.i18n import _, capital, number, quoted
from dossier.lexicons import word_set
from dossier.narrative import event_sentence, named, said_when, standing_of, whole_words
from dossier.records import Claim, Discrepancy, Mention, Quotation, identity
from dossier.view import (
    Event,
    category_of,
    counted,
    figure_of,
    gives_kinds,
    is_own,
    qualifiers,
    role_beside,
    role_of,
    shared_places,
    shortened,
    speakers,
    time_in_words,
    whereabouts,
)
from dossier.words import CATEGORIES, SAID, answer_of, told_by

_LONGEST = 120  # characters of a quotation in its citation
_WORDS = re.compile(r"\w{3,}")
_SENTENCES = 12  # sentences on one event that a large book prints


def findings(page: Place) -> Iterator[Element]:
    """Yield each finding as a sentence with its links; permalink, origins and citation behind a click."""
    for finding in page.findings:
        yield card(
            page,
            finding.finding_id,
            "finding",
            title=page.linked(finding.parts),
            label=finding.statement.removesuffix("."),
        )


def rows_of(page: Place, kind: str) -> list[Any]:
    """Return the records of *kind* that *page* is about, in its order; also those that a large book cuts."""
    view, (main, rest) = page.view, page.topics
    if kind in ("claims", "responses"):
        order = {topic: place for place, topic in enumerate((main, *rest))}
        mine = (claim for claim in view.analysis.claims if claim.topic in order)
        rows = (claim for claim in mine if figure_of(claim) is (kind == "claims"))
        rows = (claim for claim in rows if figure_of(claim) or claim.topic != "other")
        return sorted(rows, key=lambda claim: (order[claim.topic], view.order(claim)))
    kinds: dict[str, tuple[Any, ...]] = {"events": view.events, "passages": view.passages}
    kinds |= {"quotations": view.analysis.quotations, "discrepancies": view.printed}
    return list(kinds.get(kind, ()))


def _each(page: Place, kind: str) -> Iterator[Element]:
    """Yield each record of *kind* that the page tells; passages that carry several in a row stand once."""
    told = [row for row in rows_of(page, kind) if page.tells(row)]
    over = _headings(page, told) if kind == "claims" else {}
    folded = {heading for headings in over.values() for heading in headings}
    told = [row for row in told if row not in folded]
    for _passages, same in groupby(told, key=partial(_passages_of, page)):
        rows = list(same)
        for row in rows:
            first = rows if row is rows[0] else None
            headings = over.get(identity(row), ())
            yield from (_claim(page, row, first, headings),) if headings else of_row(page, row, first)


def _headings(page: Place, told: Sequence[Claim]) -> dict[str, list[Claim]]:
    """Return by the ids of figures the headings that only repeat them."""
    kept = unrepeated(build("claims", page.view)).index
    over: dict[str, list[Claim]] = {}
    for heading in (claim for claim in told if claim.claim_id not in kept):
        ends = {heading.low, heading.high} - {None}
        beside = (c for c in told if c.section == "body" and c.article_id == heading.article_id)
        repeated = (c for c in beside if c.topic == heading.topic and ends & {c.low, c.high})
        if one := next(repeated, None):
            over.setdefault(one.claim_id, []).append(heading)
    return over


def _passages_of(page: Place, row: Any) -> tuple[tuple[str, int], ...]:
    """Return where the sentences begin that carry *row*."""
    rows = row.mentions if isinstance(row, Event) else (row,)
    starts = {(one.article_id, page.view.sentences(one.article_id, one.start, one.end)[0][0]) for one in rows}
    return tuple(sorted(starts))


def _event(page: Place, event: Event, same: Sequence[Event] | None) -> Element:
    standing = standing_of(page.view, event)
    day, *told = event_sentence(page.view, event)
    return card(
        page,
        event.event_id,
        "event",
        title=[el("strong", page.linked((day,))), *page.linked(tuple(told))],
        label=f"{event.told}, {event.in_words}",
        badges=[badge(standing, _(standing))],
        body=_told(page, event, same),
    )


def _told(page: Place, event: Event, same: Sequence[Event] | None) -> list[Node]:
    """Return each sentence that tells *event* once, at the anchors of all its mentions.

    A large book prints some of them, each of another article. Events that the *same* sentences tell have
    their words marked in them; None where these stand above.
    """
    if same is None:
        return [*(el("span", id=mention.mention_id) for mention in event.mentions), _above()]
    beside = [mention for other in same if other is not event for mention in other.mentions]
    found = gathered((_sentence(m), m) for m in event.mentions)
    shown = list(found.values())
    if page.homes.emphasis.large:
        shown = list({told[0].article_id: told for told in reversed(shown)}.values())[::-1][:_SENTENCES]
    made: list[Node] = [
        node
        for first, *others in shown
        for node in (
            *(el("span", id=other.mention_id) for other in others),
            evidence(
                page,
                first,
                *(m for m in beside if _sentence(m) == _sentence(first)),
                anchor=first.mention_id,
            ),
        )
    ]
    if len(shown) == len(found):
        return made
    cut = _("{shown} of {total} sentences; all stand in {file} under {event}.", shown=number(len(shown)),
            total=number(len(found)), file="events.csv", event=event.event_id)  # fmt: skip
    return [*made, el("p", cut, class_="dz-about")]


def _sentence(mention: Mention) -> tuple[str, int]:
    return mention.article_id, mention.sentence_start


def _above() -> Element:
    return el("p", _("In the passage above."), class_="dz-about")


def _claim(
    page: Place, claim: Claim, same: Sequence[Claim] | None, headings: Sequence[Claim] = ()
) -> Element:
    day = said_when(page.view, claim) if claim.claimant or not figure_of(claim) else ""
    stated = counted(page.view, claim) if figure_of(claim) else ""
    answer = "" if stated else _answer(page, claim)
    where = whereabouts(page.view, claim)
    marks = qualifiers(page.view, claim) if stated else ()
    told = [mark for mark in (where if where not in stated else "", *marks, day) if mark]
    nobody = told_by(claim.section) if is_own(page.view, claim) else ""
    who = [capital(page.view.who(claim.claimant, nobody=nobody))] if claim.claimant or nobody else []
    label = _(": ").join((*who, ", ".join((stated or answer, *told))))
    about = (
        el("p", _("About: {time}.", time=time_in_words(page.view, claim)), class_="dz-about")
        if claim.about
        else None
    )
    passage = _above() if same is None else evidence(page, claim, *(c for c in same if c is not claim))
    return card(
        page,
        claim.claim_id,
        "claim" if stated else "response",
        title=[
            *((side_badge(page, claim.claimant, nobody=nobody), _(": ")) if who else ()),
            el("strong", page.said(stated or answer)),
            *(node for mark in told for node in (", ", *page.said(mark))),
        ],
        label=label,
        others={heading.claim_id: label for heading in headings},
        badges=(unsaid(page, claim.claim_id),),
        body=filter(None, (passage, about, *(evidence(page, heading) for heading in headings))),
    )


def _answer(page: Place, claim: Claim) -> str:
    """Return what an answer is, of one or of several, and to what."""
    answer = answer_of(claim)
    matter = page.view.topic_label(claim.topic)
    known = claim.topic in {topic.key for topic in page.view.analysis.investigation.topics}
    return _("{answer} ({matter})", answer=answer, matter=named(page.view, matter)) if known else answer


def quotations(page: Place) -> Iterator[Element]:
    """Yield the views of each speaker by theme, below a heading for each kind given; documents last."""
    labels = {theme.key: theme.label for theme in page.view.analysis.investigation.themes}
    kind, level = None, "h4" if gives_kinds(page.view) else "h3"
    for names, every in speakers(page.view, nameless=True).items():
        rows = [quotation for quotation in every if page.tells(quotation)]
        if not rows:
            continue
        if (category := category_of(rows)) != kind and (level == "h4" or category == "document"):
            kind, level = category, "h4"
            yield el("h3", _(CATEGORIES[category]), class_="dz-category")
        nameless = _(CATEGORIES[category]).casefold() == page.view.called(names).casefold()  # "Experts"
        who = [capital(_("not named"))] if nameless else [side_badge(page, names), _role(page, names, rows)]
        yield el(level, *who, class_="dz-speaker")
        themes = {q.quotation_id: min(map([*labels].index, q.themes), default=len(labels)) for q in rows}
        told: dict[object, list[Quotation]] = {}
        bodies = [q for q in rows if q.section == "body"]
        for q in sorted(rows, key=lambda q: (q.section != "body", q.article_id, q.start)):
            alike = (one for one in bodies if q.section != "body" and _sums_up(q, one))
            said = next(alike, q)
            sentence = page.view.sentences(q.article_id, said.start, said.end)[-1]
            told.setdefault((q.article_id, sentence, page.view.said_day(said)), []).append(q)
        above = ("", "")
        for same in sorted(told.values(), key=lambda same: min(themes[q.quotation_id] for q in same)):
            about = [labels[key] for key in labels if any(key in q.themes for q in same)]
            time = (same[0].article_id, said_when(page.view, same[0]))
            yield _quotation(page, same, about, again=time == above)
            above = time


def _sums_up(title: Quotation, one: Quotation) -> bool:
    """Return whether *title* says nothing that *one* does not say in the body of its article."""
    words = set(_WORDS.findall(title.text)) - word_set("languages", "fr")
    return title.article_id == one.article_id and words <= set(_WORDS.findall(one.text))


def _role(page: Place, names: tuple[str, ...], rows: list[Quotation]) -> Element | None:
    """Return a role in English where that is known, the words of the article on pointing at it."""
    french = role_of(page.view, rows)
    if not (known := role_beside(page.view, names, french)):
        return None
    lang = "fr" if french.endswith(known) else None
    return el("span", f" – {known}", lang=lang, title=None if lang else french)


def _quotation(page: Place, same: list[Quotation], themes: list[str], *, again: bool = False) -> Element:
    """Return what one speaker says in one sentence, as one record or several; its time not *again*."""
    quotation, *others = same
    day = said_when(page.view, quotation) if category_of(same) != "document" else ""
    speaker = page.view.who(quotation.speaker, nobody=_("not named"))
    head = ", ".join(filter(None, (capital(speaker), day)))
    kinds = {q.kind: badge(q.kind, _(SAID["speech"].get(q.kind, q.kind))) for q in same}
    other = _("Other themes") if page.view.analysis.investigation.themes else ""
    about = page.said(speaker) if page.brief else " · ".join(themes) or other
    return card(
        page,
        quotation.quotation_id,
        "quotation",
        title=[
            el("strong", about) if about else capital(day),
            f", {day}" if about and day and not again else "",
        ],
        label=_opening(head, whole_words(page.view, quotation)),
        others={q.quotation_id: _opening(head, q.text) for q in others},
        badges=(*kinds.values(), unsaid(page, quotation.quotation_id)),
        body=[evidence(page, *(q for q in same if q.section == quotation.section))],
    )


def of_row(page: Place, row: Any, same: Sequence[Any] | None = ()) -> Iterator[Element]:
    """Yield *row*, a record of any kind, in full; the *same* passages carry others, or None: stand above."""
    if isinstance(row, Event):
        yield _event(page, row, same)
    elif isinstance(row, Claim):
        yield _claim(page, row, same)
    elif isinstance(row, Quotation):
        yield _quotation(page, [row], [])
    elif isinstance(row, Discrepancy):
        yield differences.discrepancy(page, row)
    else:
        links = [page.link(label, anchor) for label, anchor in shared_places(page.view, row)]
        words = _("A passage of {words} words, shared: ", words=number(row.words))
        yield el("p", words, [node for link in links for node in (link, " ")], id=row.reuse_id)


MAKERS: dict[str, Callable[[Place], Iterator[Element]]] = {
    "findings": findings,
    **{kind: partial(_each, kind=kind) for kind in ("events", "passages", "claims", "responses")},
    "quotations": quotations,
    "discrepancies": differences.discrepancies,
    "parallels": differences.parallels,
    "sentences": sources.sentences,
}
ON_SCREEN = {"claims", "responses", "parallels", "sentences"}  # on paper tables and quotations say the same


def _opening(head: str, words: str) -> str:
    """Return the first of *words*, quoted, behind *head*; what is left out is marked."""
    return _(": ").join((head, quoted(shortened(words, _LONGEST))))
