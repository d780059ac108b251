"""The parts of the summary: key facts with their standing, contradictions, what is not known."""

from __future__ import annotations

from collections.abc import Iterable

from dossier.display.cards import badge
from dossier.display.elements import Element, Node, el
from dossier.display.place import Place
from dossier.i18n import N_, _
from dossier.narrative import contradictions as gravest
from dossier.narrative import key_facts, unknowns
from dossier.records import Discrepancy

_SIDES = {
    "sources": N_("The sources contradict each other"),
    "parties": N_("The parties dispute"),
}


def facts(page: Place) -> Element:
    """Return the key facts in order of time, each marked settled, one source or disputed."""
    items = [
        el(
            "li",
            badge(fact.standing, _(fact.standing)),
            " ",
            el("span", page.linked(fact.parts)),
            " ",
            el("span", fact.why, class_="dz-why"),
        )
        for fact in key_facts(page.view)
    ]
    return _list(items, "dz-facts")


def contradictions(page: Place) -> Element:
    """Return the gravest disagreements, those of sources apart from those of parties."""
    blocks: list[Node] = []
    for between, heading in _SIDES.items():
        rows = gravest(page.view, between)
        told = ((row, page.said(page.view.readable(row.statement))) for row in rows)
        items = [el("li", words, " ", _side_by_side(page, row)) for row, words in told]
        if items:
            blocks.append(el("p", el("strong", _(heading)), class_="dz-label"))
            blocks.append(_list(items, "dz-contradictions"))
    return el("div", blocks or _list([], ""))


def _side_by_side(page: Place, row: Discrepancy) -> Node:
    return page.link(_("Side by side"), row.discrepancy_id)


def unknown(page: Place) -> Element:
    """Return what the articles leave open."""
    return _list([el("li", page.linked(parts)) for parts in unknowns(page.view)], "dz-unknowns")


def _list(items: Iterable[Element], class_: str) -> Element:
    found = list(items)
    if not found:
        return el("p", _("Nothing of this kind was found in the articles."), class_="dz-empty")
    return el("ul", found, class_=class_)
