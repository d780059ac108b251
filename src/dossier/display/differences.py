"""Each discrepancy in full: one passage for each side beside each other, the words that differ marked."""

from collections.abc import Iterator
from dataclasses import replace

from dossier.display.cards import badge, card, evidence
from dossier.display.elements import Element, Node, el
from dossier.display.place import Place
from dossier.i18n import _
from dossier.records import Claim, Discrepancy, Mention, Statement, identity
from dossier.tables import few
from dossier.view import Record, by_gravity, figure_of, sentence_id, sort_of
from dossier.words import DIFFERENCES, SAID


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
    kind = _(DIFFERENCES.get(row.kind, row.kind))
    why = el("p", page.said(page.view.readable(row.reason)), class_="dz-reason")
    return card(
        page,
        row.discrepancy_id,
        "discrepancy",
        title=page.said(statement),
        label=statement,
        badges=(badge(row.severity, _(row.severity)), badge(row.kind, kind)),
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
    heads = [_passage(page, row, record) for record in reversed(firsts.values())]
    shown = {records[0].article_id for records in sides.values()}
    rest = [r for records in sides.values() for r in records[1:] if r.article_id not in shown]
    first = {r.article_id: _sentence_of(page, r) for r in reversed(rest)}
    pairs = tuple((page.view.labels[name], anchor) for name, anchor in reversed(first.items()))
    links = [page.link_to(anchor, label) for label, anchor in few(pairs, row.discrepancy_id)]
    also = [node for link in links for node in (_("; "), link)][1:]
    agreeing = el("p", _("Others that say the same as one of these: "), also, class_="dz-about")
    return [el("div", heads, class_="dz-pair"), *([agreeing] if also else [])]


def _sentence_of(page: Place, record: Record | Statement) -> str:
    first = page.view.sentences(record.article_id, record.start, record.end)[0]
    return sentence_id(record.article_id, *first)


def _side(row: Discrepancy, record: Record | Statement) -> str:
    """Return what *record* says where sources differ: a day, a property, a figure, an answer."""
    if row.sides:
        return str(row.sides[row.records.index(identity(record))])
    if isinstance(record, Mention):
        return record.event_id if row.kind == "sequence" else f"{record.date} {record.attributes}"
    if isinstance(record, Claim):
        figure = row.kind != "stance" and figure_of(record)
        return f"{record.low} {record.high} {record.comparator}" if figure else record.stance
    return identity(record)


def _passage(page: Place, row: Discrepancy, record: Record | Statement) -> Element:
    """Return the passage of one side, the words that differ marked: of a date its expression."""
    place = record.date_id if isinstance(record, Mention) else getattr(record, "date_ref", "")
    date = page.view.expressions.get(place)
    if row.kind == "date" and date:
        record = replace(record, start=date.start, end=date.end)
    return evidence(page, record)
