"""The parts of the summary: key facts with their standing, contradictions, what is not known."""

from dossier.display.cards import badge
from dossier.display.cut import nothing
from dossier.display.elements import Element, Node, el
from dossier.display.place import Place
from dossier.display.templates import render
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
    told = key_facts(page.view)
    rows = [(badge(one.standing, _(one.standing)), page.linked(one.parts), one.why) for one in told]
    return render("facts", facts=rows) if rows else nothing()


def contradictions(page: Place) -> Element:
    """Return the gravest disagreements, those of sources apart from those of parties."""
    groups = ((_(heading), gravest(page.view, between)) for between, heading in _SIDES.items())
    shown = [(heading, [_told(page, row) for row in rows]) for heading, rows in groups if rows]
    return render("contradictions", groups=shown)


def _told(page: Place, row: Discrepancy) -> tuple[list[Node], Node]:
    words = page.said(page.view.readable(row.statement))
    return words, page.link(_("Side by side"), row.discrepancy_id)


def unknown(page: Place) -> Element:
    """Return what the articles leave open."""
    items = [el("li", page.linked(parts)) for parts in unknowns(page.view)]
    return el("ul", items, class_="dz-unknowns") if items else nothing()
