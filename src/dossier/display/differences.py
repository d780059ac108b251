"""A discrepancy in full: the passages of its sides beside each other, the words that differ marked."""

from collections.abc import Iterator
from dataclasses import replace

from dossier.display.cards import badge, card, evidence
from dossier.display.elements import Element, Node, el
from dossier.display.place import Place
from dossier.events.triggers import common_attributes
from dossier.i18n import _
from dossier.records import Claim, Discrepancy, Mention, Statement, identity
from dossier.tables import few
from dossier.view import Record, View, by_gravity, difference_of, figure_of, sentence_id, sort_of
from dossier.view.answers import answering, places_of
from dossier.words import SAID


def discrepancies(page: Place) -> Iterator[Element]:
    """Yield each discrepancy, those of sources, parties and claimants apart, its passages side by side."""
    rows = [row for row in by_gravity(page.view.analysis.discrepancies) if page.tells(row)]
    for between, heading in SAID["between"].items():
        mine = [row for row in rows if sort_of(row) == between]
        if mine:
            yield el("h3", _(heading), class_="dz-category")
        for row in mine:
            yield discrepancy(page, row)


def discrepancy(page: Place, row: Discrepancy) -> Element:
    """Return *row* with the passages of its sides beside each other."""
    statement = page.view.readable(row.statement)
    why = el("p", page.said(page.view.readable(row.reason)), class_="dz-reason")
    return card(
        page,
        row.discrepancy_id,
        "discrepancy",
        title=page.said(statement),
        label=statement,
        badges=(badge(row.severity, _(row.severity)), badge(row.kind, difference_of(page.view, row))),
        body=[*sides_of(page, row), why],
    )


def sides_of(page: Place, row: Discrepancy) -> list[Node]:
    """Return one passage for each side of *row* beside each other, and below them those that agree."""
    records, statements = page.view.records, page.view.statements
    told = [found for name in row.records if (found := records.get(name) or statements.get(name))]
    sides: dict[str, list[Record | Statement]] = {}
    for record in {(r.article_id, r.start, r.end): r for r in told}.values():
        sides.setdefault(_side(row, record), []).append(record)
    firsts = {_sentence_of(page, records[0]): records[0] for records in reversed(sides.values())}
    marked = {name: [r for r in told if _sentence_of(page, r) == name] for name in reversed(firsts)}
    heads = [evidence(page, *_differing(page.view, row, records)) for records in marked.values()]
    shown = {records[0].article_id for records in sides.values()}
    rest = [r for records in sides.values() for r in records[1:] if r.article_id not in shown]
    first = {r.article_id: _sentence_of(page, r) for r in reversed(rest)}
    pairs = tuple((page.view.labels[name], anchor) for name, anchor in reversed(first.items()))
    links = [page.link_to(anchor, label) for label, anchor in few(pairs, row.discrepancy_id)]
    also = [node for link in links for node in (_("; "), link)][1:]
    agreeing = el("p", _("Also on this: "), also, class_="dz-about")
    return [el("div", heads, class_="dz-pair"), *([agreeing] if also else [])]


def _sentence_of(page: Place, record: Record | Statement) -> str:
    first = page.view.sentences(record.article_id, record.start, record.end)[0]
    return sentence_id(record.article_id, *first)


def _side(row: Discrepancy, record: Record | Statement) -> str:
    """Return what *record* says where sources differ: a day, a property, a figure, an answer."""
    if row.sides:
        return str(row.sides[row.records.index(identity(record))])
    if isinstance(record, Mention):
        values = {"sequence": record.event_id, "date": record.date}
        return values.get(row.kind, f"{record.attributes}")
    if isinstance(record, Claim):
        figure = row.kind != "stance" and figure_of(record)
        return f"{record.low} {record.high} {record.comparator}" if figure else record.stance
    return identity(record)


def _differing(view: View, row: Discrepancy, told: list[Record | Statement]) -> list[Record | Statement]:
    """Return the records of one passage, each cut to the words that differ: a date, what names a property."""
    return [part for record in told for part in _cut(view, row, record)] or told


def _cut(view: View, row: Discrepancy, record: Record | Statement) -> list[Record | Statement]:
    date = view.expressions.get(getattr(record, "date_id", "") or getattr(record, "date_ref", ""))
    if row.kind == "date" and date:
        return [replace(record, start=date.start, end=date.end)]
    if not isinstance(record, Mention) or row.kind != "attribute":
        spans = answering(view, row, record)
        held = any(start < record.end and record.start < end for start, end in spans)
        return [record] if held or not spans else [replace(record, start=at, end=end) for at, end in spans]
    mentions = (view.records.get(name) for name in row.records)
    values = [dict(one.attributes) for one in mentions if isinstance(one, Mention)]
    own = {(label, value) for label, value in record.attributes if len({v.get(label) for v in values}) > 1}
    kinds = (kind for kind in view.analysis.investigation.event_types if kind.key == record.type)
    properties = (*(one for kind in kinds for one in kind.attributes), *common_attributes())
    named = (words for one in properties for value, words in one.values if (one.label, value) in own)
    phrases = (phrase for words in named for phrase in words)
    text = view.articles[record.article_id].text
    spans = places_of(phrases, text, record.sentence_start, record.sentence_end)
    return [replace(record, start=start, end=end) for start, end in spans] or [record]
