"""A discrepancy, or two passages to compare, in full: beside each other, the words that differ marked."""

from collections.abc import Iterator
from dataclasses import replace

from dossier.display.cards import badge, card, evidence
from dossier.display.elements import Element, Node, el
from dossier.display.place import Place
from dossier.events.triggers import common_attributes
from dossier.i18n import N_, _
from dossier.records import Discrepancy, Mention
from dossier.tables import few
from dossier.view import Passage, View, difference_of, sentence_id, set_beside, sort_of, why_compared
from dossier.view.answers import answering, places_of
from dossier.words import SAID

COMPARE = N_("Passages to compare")


def discrepancies(page: Place) -> Iterator[Element]:
    """Yield each discrepancy, those of sources, parties and claimants apart, its passages side by side.

    Behind them what nobody vouches for.
    """
    view = page.view
    groups = [
        (heading, [row for row in view.differences if sort_of(row) == b])
        for b, heading in SAID["between"].items()
    ]
    for heading, rows in (*groups, (COMPARE, view.pairs)):
        mine = [row for row in rows if page.tells(row)]
        if mine and (view.differences or heading != COMPARE):
            yield el("h3", _(heading), class_="dz-category")
        for row in mine:
            yield discrepancy(page, row)


def discrepancy(page: Place, row: Discrepancy) -> Element:
    """Return *row* with the passages of its sides beside each other."""
    view, pair = page.view, row in page.view.pairs
    statement = view.brief[row.discrepancy_id] if pair else view.readable(row.statement)
    reason = set_by(row) if pair else view.readable(row.reason)
    return card(
        page,
        row.discrepancy_id,
        "pair" if pair else "discrepancy",
        title=page.said(
            set_beside(view, row, view.compared(row), view.labels, most=0) if pair else statement
        ),
        label=statement,
        badges=()
        if pair
        else (badge(row.severity, _(row.severity)), badge(row.kind, difference_of(view, row))),
        body=[*sides_of(page, row), el("p", page.said(reason), class_="dz-reason")],
    )


def parallels(page: Place) -> Iterator[Element]:
    """Yield the sentences that may contradict each other side by side, the words that both have marked."""
    for pair in page.view.parallels:
        sides = [evidence(page, *words) for words in (pair.one, pair.other)]
        yield el("div", sides, class_="dz-pair", id=pair.parallel_id)


def set_by(row: Discrepancy) -> str:
    """Return that the program set the passages of *row* side by side, and why."""
    return _("Put side by side by the program: {why}.", why=why_compared(row))


def sides_of(page: Place, row: Discrepancy) -> list[Node]:
    """Return one passage for each side of *row* beside each other, and below them those that agree."""
    sides = page.view.compared(row)
    told = [record for records in sides for record in records]
    firsts = {_sentence_of(page, records[0]): records[0] for records in reversed(sides)}
    marked = {name: [r for r in told if _sentence_of(page, r) == name] for name in reversed(firsts)}
    heads = [evidence(page, *_differing(page.view, row, records)) for records in marked.values()]
    shown = {records[0].article_id for records in sides}
    rest = [r for records in sides for r in records[1:] if r.article_id not in shown]
    first = {r.article_id: _sentence_of(page, r) for r in reversed(rest)}
    pairs = tuple((page.view.labels[name], anchor) for name, anchor in reversed(first.items()))
    links = [page.link_to(anchor, label) for label, anchor in few(pairs, row.discrepancy_id)]
    also = [node for link in links for node in (_("; "), link)][1:]
    agreeing = el("p", _("Also on this: "), also, class_="dz-about")
    return [el("div", heads, class_="dz-pair"), *([agreeing] if also else [])]


def _sentence_of(page: Place, record: Passage) -> str:
    first = page.view.sentences(record.article_id, record.start, record.end)[0]
    return sentence_id(record.article_id, *first)


def _differing(view: View, row: Discrepancy, told: list[Passage]) -> list[Passage]:
    """Return the records of one passage, each cut to the words that differ: a date, what names a property."""
    return [part for record in told for part in _cut(view, row, record)] or told


def _cut(view: View, row: Discrepancy, record: Passage) -> list[Passage]:
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
