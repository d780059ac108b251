"""A record in full: its words, how sure it is, permalink, citation."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from dossier.assessments import OWN_WORDS
from dossier.disagreements.origins import is_contest
from dossier.display.elements import Element, Node, el, render
from dossier.display.place import Place
from dossier.i18n import N_, _, capital, ngettext, number, quoted
from dossier.narrative import Citation, cite, others_say
from dossier.records import Claim, Discrepancy, Mention, Quotation
from dossier.registry import name_key
from dossier.view import (
    Passage,
    Record,
    View,
    disputes_about,
    is_own,
    parts_said,
    sentence_id,
    shortened,
    spoken,
)
from dossier.words import COMPARATORS, MODALITIES, SAID, STANCES

_LONGEST = 700  # characters of one excerpt: the book quotes sentences, not articles
_FIRST = 40  # of words that a ground is of
_NAME = 120  # of what a screen reader calls a record
_QUOTED = 400  # characters before an excerpt in which a quotation opens that it closes
KINDS = {words: kind for kind, words in (STANCES | MODALITIES).items()} | {"sources disagree": "yes"}
WORDS = {**COMPARATORS, **STANCES, **MODALITIES, "conflict": N_("conflict"), "yes": N_("sources disagree")}


def kind_of(words: str) -> str:
    """Return the kind of the badge that reads as *words*, in the language of the report."""
    kinds = {_(known): kind for known, kind in KINDS.items()}
    first = words.partition(",")[0]
    return kinds.get(words, kinds.get(first, first))


def badge(kind: str, words: str = "") -> Element | None:
    """Return a badge that reads as words; None for an empty kind."""
    if not kind:
        return None
    name = "".join(char if char.isalnum() else "-" for char in kind)
    return el("span", words or _(WORDS.get(kind, kind)), class_=f"dz-badge dz-badge--{name}")


def side_badge(page: Place, names: tuple[str, ...], *, nobody: str = "") -> Element:
    """Return *names* marked with the colour of their side, and the side's name."""
    number, shown = page.view.side(names), page.view.called(names, nobody=nobody)
    side = page.view.sides[number - 1] if number else ""
    repeated = f" {name_key(side)}" in f" {name_key(shown)}"  # "Le gouvernement", on the side so called
    note = _(" ({side})", side=side) if side and not repeated else ""
    return el("span", page.said(capital(shown)), note, class_=f"dz-side dz-side-{number}")


def marked(text: str, spans: Iterable[tuple[int, int]], first: int, last: int) -> list[Node]:
    """Return ``text[first:last]`` with *spans* marked, clipped around them where it is too long."""
    kept: list[tuple[int, int]] = []
    for start, end in sorted((max(start, first), min(end, last)) for start, end in spans):
        beside = bool(kept) and not text[kept[-1][1] : start].strip()  # then one mark is of both
        before, reached = kept.pop() if beside else (start, end)
        kept.append((before, max(reached, end)))
    left = max(first, kept[0][0] - _LONGEST // 2)
    left = max(first, text.rfind(" ", first, left) + 1)
    right = min(last, max(kept[0][0] + 1, *(end for _start, end in kept)) + _LONGEST // 2)
    nodes: list[Node] = ["…" * (left > first)]
    for start, end in kept:
        if end > left or not nodes[1:]:
            middle = text[max(start, left) : end]
            middle = middle if len(middle) <= _LONGEST else middle[:_LONGEST] + "…"
            nodes += [text[left:start], el("mark", middle)]
            left = max(left, end)
    return [*nodes, text[left:right], "…" * (right < last)]


def evidence(page: Place, record: Passage, *others: Passage, anchor: str | None = None) -> Element:
    """Return the French words of *record*, and *others* of its sentence, with article, date and section."""
    view = page.view
    article = view.articles[record.article_id]
    stretches = [part for one in (record, *others) for part in _marks(view, one)]
    spans = view.sentences(
        record.article_id, min(start for start, _end in stretches), max(end for _start, end in stretches)
    )
    identity, last = sentence_id(record.article_id, *spans[0]), spans[-1][1]
    ((wide, _end), *_rest) = view.passage(record.article_id, *spans[0])
    asked = view.question_before(record) if isinstance(record, Quotation) else None
    first = asked[0] if asked else _from_mark(view, record.article_id, spans[0][0], last)
    if page.brief:
        label = f"{view.labels[record.article_id]}, {place_in(view, record.article_id, first, last)}."
        return el("p", page.link_to(identity, label), _ruled(page, record), class_="dz-about", id=anchor)
    lead = article.text[wide:first].lstrip("-–— ")  # of a dateline
    before = el("span", lead, class_="dz-screen") if lead else None
    section = SAID["sections"].get(view.part(record.article_id, record.start), "")
    named = {"class_": "dz-evidence__source", "title": view.title(record.article_id)}  # once in the key
    return render(
        "evidence",
        anchor=anchor,
        words=[before, *marked(article.text, stretches, first, last)],
        source=page.link_to(identity, view.labels[record.article_id], **named),
        section=_(section),
        ruled=_ruled(page, record),
    )


def _marks(view: View, record: Passage) -> tuple[tuple[int, int], ...]:
    start, end = record.start, record.end
    return parts_said(view, record, start, end) if isinstance(record, Quotation) else ((start, end),)


def _from_mark(view: View, article_id: str, first: int, last: int) -> int:
    """Return where the sentence begins that opens a quotation which *first* to *last* only closes."""
    text = view.articles[article_id].text
    opening = text.rfind("«", max(0, first - _QUOTED), first)
    cut = text.count("»", first, last) > text.count("«", first, last) and "\n" not in text[opening:first]
    return view.sentences(article_id, opening, opening + 1)[0][0] if cut and opening >= 0 else first


def part_in(view: View, article_id: str, start: int) -> str:
    """Return in which paragraph or other part of an article the character *start* stands."""
    sections = view.articles[article_id].sections
    paragraphs = sum(one.kind == "body" and one.start <= start for one in sections)
    known = _(SAID["sections"].get(view.part(article_id, start), ""))
    return known or (_("paragraph {n}", n=number(paragraphs)) if paragraphs else _("heading"))


def place_in(view: View, article_id: str, start: int, end: int) -> str:
    """Return where in an article the characters *start* to *end* stand: in which paragraph or other part."""
    where = part_in(view, article_id, start)
    return _("{where}, characters {start}–{end}", where=where, start=start + 1, end=end)


def _ruled(page: Place, record: Passage) -> Element | None:
    """Return the mark of a mention that the analyst ruled on; other records show it with their grade."""
    assessment = page.view.assessments.get(record.mention_id) if isinstance(record, Mention) else None
    ruled = assessment and badge(assessment.review, _(SAID["reviews"].get(assessment.review, "")))
    return el("span", " · ", ruled) if ruled else None


def confidence(page: Place, identity: str, others: Iterable[str] = ()) -> dict[str, Any] | None:
    """Return three answers on a record: what is unsure in it, by how many origins carried, contested or not.

    Grounds that are not those of all *others* told with it stand with the words that they are of.
    """
    found = page.view.assessments.get(identity)
    if not found:
        return None
    brief = identity in page.view.brief  # whether two passages differ, they show themselves
    why = [_(": "), *page.said(_("; ").join(found.unsure)), "."] if found.unsure else ["."]
    doubtful = found.reading != "sure" and not brief
    if brief:
        origins = ngettext("Rests on {n} article.", "Rests on {n} articles.", found.articles)
    elif event := page.view.event_of.get(identity):
        day = ngettext("This date has {n} origin", "This date has {n} origins", found.origins)
        day = f"{day}{others_say(event)}." if event.date and event.articles > 1 else ""
        day = _("The sources give it different days.") if event.other_dates else day
        alone = page.view.unasked and event.articles == 1  # others may tell it in other words
        origins = "" if alone else " ".join(filter(None, (_found_in(event.articles), day)))
    else:
        origins = "" if page.view.unasked else _found_in(found.articles)
    grounds = [] if brief else [*_grounds(page, (identity, *others))]
    return {
        "reviewed": badge(found.review, _(SAID["reviews"].get(found.review, ""))),
        "reading": [_("Read with hesitation"), *why] if doubtful else [],
        "origins": origins if found.articles else "",
        "contested": "" if brief else contested_by(page, identity),
        "grounds": page.said(_("; ").join(grounds)) if grounds else "",
    }


def _found_in(articles: int) -> str:
    return ngettext("Found by the program in {n} article.", "Found by the program in {n} articles.", articles)


def _grounds(page: Place, names: Sequence[str]) -> Iterator[str]:
    """Yield each ground of the records called *names*, with words of one that has it if not all do."""
    known = {name: page.view.assessments[name].grounds for name in names if name in page.view.assessments}
    laid, told = _("according to {sources}", sources=""), map(page.view.event_of.get, names)
    unsure = any(m.mention_id in page.view.by_context for event in told if event for m in event.mentions)
    grounds = (one for own in known.values() for one in own)
    every = dict.fromkeys(one for one in grounds if not (unsure and one.startswith(laid)))
    if page.view.unasked:  # records are joined by their words alone
        for amount in {page.view.assessments[name].origins for name in known}:
            every.pop(ngettext("{n} origin", "{n} origins", amount), None)
        every.pop(ngettext("one origin", "one source, agency or text of {n} articles", 1), None)
    claims = (record for record in map(page.view.records.get, names) if isinstance(record, Claim))
    if not all(is_own(page.view, claim) for claim in claims):
        every.pop(_(OWN_WORDS), None)
    for ground in every:
        having = [name for name, own in known.items() if ground in own]
        whole = len(having) == len(known)
        words = "" if whole else quoted(shortened(page.view.records[having[0]].text, _FIRST))
        yield ground if whole else _("{figure} ({beside})", figure=ground, beside=words)


def contests(page: Place, identity: str) -> tuple[list[Discrepancy], list[Discrepancy]]:
    """Return the disagreements that contest a record, and those that rest on words of it.

    Of an event those of its mentions contest it too, of words those of the figures in them.
    """
    event, record = page.view.event_of.get(identity), page.view.records.get(identity)
    mentions, speech = (event.mentions, event.speech) if event else ((), None)
    if isinstance(record, Quotation):
        speech = spoken(page.view, record.speaker, (record,))
    told: tuple[Record, ...] = mentions or (() if record is None else (record,))
    near = {row.discrepancy_id: row for one in told for row in page.view.differing(one)}
    return disputes_about(page.view, identity, mentions, speech), list(near.values())


def contested_by(page: Place, identity: str) -> str:
    """Return in words who contests a record, or that it is told otherwise; else nothing."""
    rows, near = contests(page, identity)
    sides = {row.between for row in rows if is_contest(row)}
    told = rows or any(row in page.view.differences for row in near)
    by = "both" if len(sides) > 1 else "".join(sides) or ("otherwise" if told else "")
    return _(SAID["contested"][by]) if by else ""


def citing(page: Place, identity: str, label: str) -> Citation:
    """Return the citation of a record."""
    place = f"{page.path}.html#{identity}"
    return cite(page.view.analysis.investigation, record_id=identity, label=label, place=place)


def unsaid(page: Place, identity: str) -> Element | None:
    """Return that the sentence of a record names nobody, and whom the context gives; else nothing."""
    who, told = page.view.by_context.get(identity), _("its sentence does not name who speaks")
    by_context = _(
        "its sentence does not name who speaks; by the context {who}", who=page.view.who(who or ())
    )
    return None if who is None else badge("unsaid", by_context if who else told)


def card(
    page: Place,
    identity: str,
    kind: str,
    *,
    title: Sequence[Node],
    label: str,
    others: Mapping[str, str] | None = None,
    badges: Iterable[Element | None] = (),
    body: Iterable[Node] = (),
) -> Element:
    """Return one record in full, at the anchor that is its id; *others* told with it by id and label."""
    also = dict(others or {})
    rows = [row for found in contests(page, identity) for row in found] if kind != "discrepancy" else []
    return render(
        "record",
        id=identity,
        kind=kind,
        name=_(SAID["records"][kind]),
        also=list(also),
        said=shortened(label, _NAME),
        title=list(title),
        badges=list(filter(None, badges)),
        body=list(body),
        sure=confidence(page, identity, also if kind == "quotation" else ()),
        disputes=_links(page, rows, page.view.differences),
        pairs=_links(page, rows, page.view.pairs),
        citations=[(one, citing(page, one, said)) for one, said in {identity: label, **also}.items()],
    )


def _links(page: Place, rows: Iterable[Discrepancy], told: Sequence[Discrepancy]) -> list[Node]:
    names = dict.fromkeys(row.discrepancy_id for row in rows if row in told)
    return [page.link(page.view.brief[name], name) for name in names]
