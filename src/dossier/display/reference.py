"""What is neither record nor table: the summary, what the book says of itself, what it leaves out."""

import posixpath
import sys
from collections.abc import Callable

import pandas as pd

from dossier.blocks import gathered
from dossier.charts import pipeline_steps
from dossier.display.cards import badge
from dossier.display.differences import COMPARE, set_by
from dossier.display.elements import Element, Node, el, render
from dossier.display.place import Place, Shown
from dossier.edtf import in_words
from dossier.export import FILES
from dossier.export.schema import table_forms
from dossier.i18n import N_, _, capital, fill, listed, ngettext, number
from dossier.narrative import (
    STANDINGS,
    cite,
    differences,
    extent,
    key_facts,
    lead_sentences,
    none_differ,
    unknowns,
    unreviewed,
)
from dossier.narrative.openings import openings
from dossier.narrative.parts import plain
from dossier.records import Discrepancy, Parts
from dossier.view import View, article_anchor, set_beside
from dossier.view.qualifiers import MARKS
from dossier.words import COMPARATORS, SAID, STANCES

_PAIRS = 5  # passages to compare on the summary


def facts(page: Place) -> Element:
    """Return the key facts in order of time, each marked settled, one source or disputed."""
    told = key_facts(page.view)
    rows = [(badge(one.standing, _(one.standing)), page.linked(one.parts)) for one in told]
    bare = "" if page.view.unasked else N_("no mark")  # of a first draft it says nothing
    used = {one.standing or bare for one in told}
    known = ((name, words) for name, words in SAID["standings"].items() if name in used)
    legend = [(capital(_(name)), _(": ") + _(words)) for name, words in known]
    return render("facts", facts=rows, legend=legend) if rows else nothing()


def in_own_words(page: Place) -> Element:
    """Return of each article its title, and of its first sentences the one that says most of the affair."""
    rows = [
        el(
            "li",
            page.link(page.view.labels[article.article_id], article_anchor(article.article_id)),
            _(": "),
            el("strong", page.view.title(article.article_id), lang="fr"),
            *([el("br"), el("span", f"{words}.", lang="fr")] if words else []),
        )
        for article, _start, words in openings(page.view)
    ]
    return el("ul", rows, class_="dz-unknowns") if rows else nothing()


def contradictions(page: Place) -> Element:
    """Return the gravest disagreements, those of sources apart from those of parties, and what to compare."""
    view = page.view
    told = list(differences(view))
    pairs = view.pairs[:_PAIRS]
    shown = [(heading, [_told(page, row) for row in rows], "contradictions") for heading, rows in told]
    apart = [(_(COMPARE) if shown else "", [_pair(page, row) for row in pairs], "pairs")] if pairs else []
    none = plain(lead_sentences(view, "disagreements")[0]) if view.printed else none_differ()
    above = {row for _heading, rows in told for row in rows}
    rest = [view.brief[row.discrepancy_id] for row in view.differences if row not in above]
    more = capital(ngettext("{n} more difference", "{n} more differences", len(rest)))
    more = _(": ").join((more, *rest)) if len(rest) == 1 else f"{more}."
    links = [page.link(more, "table-discrepancies")] if shown and rest else []
    if further := view.pairs[_PAIRS:]:
        more = ngettext("{n} more pair of passages", "{n} more pairs of passages", len(further))
        links.append(page.link(f"{capital(more)}.", further[0].discrepancy_id))
    if beside := view.parallels:
        near = ngettext("{n} pair of sentences", "{n} pairs of sentences", len(beside))
        words = _("Perhaps contradictions: {pairs} side by side, for you to compare.", pairs=near)
        links.append(page.link(words, beside[0].parallel_id))
    warning = unreviewed() if pairs else ""
    return render("contradictions", groups=[*shown, *apart], nothing=none, warning=warning, more=links)


def _told(page: Place, row: Discrepancy) -> tuple[list[Node], Node]:
    words = page.said(page.view.readable(row.statement))
    return words, page.link(_("Compare"), row.discrepancy_id)


def _pair(page: Place, row: Discrepancy) -> tuple[list[Node], Node]:
    words = set_beside(page.view, row, page.view.compared(row), page.view.labels, most=sys.maxsize)
    return page.said(f"{words}. {set_by(row)}"), page.link(_("Compare"), row.discrepancy_id)


def unknown(page: Place) -> Element:
    """Return what the articles leave open."""
    items = [el("li", page.linked(parts)) for parts in unknowns(page.view)]
    return el("ul", items, class_="dz-unknowns") if items else nothing()


def title(page: Place) -> Element:
    """Return the title, subtitle, lead and extent of the report."""
    investigation = page.view.analysis.investigation
    about = ", ".join(filter(None, (*investigation.authors, in_words(investigation.date))))
    version = _("Version {number}", number=investigation.version) if investigation.version else ""
    told = ngettext("From {n} article", "From {n} articles", len(page.view.analysis.articles))
    pieces = (about, version, extent(told, page.view.analysis.articles))
    line = "".join(f"{piece}. " for piece in pieces if piece).strip()
    return render(
        "title",
        title=investigation.title or _("An investigation without a title"),
        subtitle=investigation.subtitle,
        lead=_paragraphs(investigation.lead),
        about=line,
    )


def _paragraphs(text: str) -> list[str]:
    """Return the paragraphs of *text*: in YAML a blank line is one line's end (``>``) or two (``|``)."""
    return text.strip().split("\n\n" if "\n\n" in text.strip() else "\n")


def legend(page: Place) -> Element:
    """Return the marks with what they mean."""
    groups = (
        (_("How a figure is meant"), COMPARATORS),
        (_("What the claimant does"), STANCES),
        (_("How firmly"), {name: name for name in MARKS}),
        (_("How settled"), {name: name for name in STANDINGS}),
        (_("How grave"), {r.severity: r.severity for r in page.view.differences}),
    )
    found = [(name, [badge(kind, _(words)) for kind, words in marks.items()]) for name, marks in groups]
    ends = (*"," * (len(page.view.sides) - 1), "")
    sides = enumerate(zip(page.view.sides, ends, strict=False), 1)
    found.append(
        (_("Sides"), [el("span", "".join(side), class_=f"dz-side dz-side-{n}") for n, side in sides])
    )
    return render("legend", groups=found)


def citation(page: Place) -> Element:
    """Return how to cite the report."""
    return render("citation", citation=cite(page.view.analysis.investigation))


def pipeline(page: Place) -> Element:
    """Return the way from article to page, with what came out of each step."""
    return render("pipeline", steps=pipeline_steps(page.view))


def downloads(page: Place) -> Element:
    """Return links to the files of the data package; those of which the same is said stand in one line."""
    files = {
        "datapackage.json": _("Frictionless data package: schema, keys and checksums of every table"),
        **{
            f"{name}.csv": _("{table}: {rows}", table=form.title, rows=_rows(page.view, name))
            for name, form in table_forms().items()
        },
        **{name: _(about) for made in FILES.values() for name, about in made.items()},
        "CITATION.cff": _("How to cite this report, machine-readable"),
    }
    return render("downloads", files=gathered((about, name) for name, about in files.items()).items())


def _rows(view: View, table: str) -> str:
    """Return how many rows *table* has, and of compared passages how many the pages print, if not all."""
    rows, printed = len(getattr(view.analysis, table)), len(view.printed)
    told = ngettext("{n} row", "{n} rows", rows)
    if table != "discrepancies" or rows == printed:
        return told
    return _("{rows}, {n:d} of them on the pages", rows=told, n=printed)


def licence(page: Place) -> Element:
    """Return under what terms the report and its quotations stand."""
    return render("licence", licence=page.view.analysis.investigation.licence_name)


PARTS: dict[str, Callable[[Place], Element]] = {
    "openings": in_own_words,
    "facts": facts,
    "contradictions": contradictions,
    "unknowns": unknown,
    "title": title,
    "legend": legend,
    "citation": citation,
    "pipeline": pipeline,
    "downloads": downloads,
    "licence": licence,
}


def told_places(page: Place, shown: Shown, table: pd.DataFrame) -> list[int]:
    """Return the places of the rows of *table* that stand on the page, as what the catalog has *shown*.

    In a large book they are as many as it tells of anything: those that come first by its measure, or by
    the count that ranks them.
    """
    every, emphasis = list(range(len(table))), page.homes.emphasis
    if not (shown.rest and emphasis.large) or len(table) <= emphasis.most:
        return every
    if not shown.by:
        return [place for place in every if table.index[place] in emphasis.told]
    count: Callable[[str], int] = {
        "voice": lambda key: emphasis.words(page.view.records[key]),
        "records": lambda key: page.view.carried[key],
        "order": lambda key: 0,
    }[shown.by]
    counts = [count(str(key)) for key in table.index]
    return sorted(sorted(every, key=lambda place: -counts[place])[: emphasis.most])


def cut_words(page: Place, shown: int, total: int, rest: str, by: str = "") -> Element | None:
    """Return in words that *shown* of *total* stand here, chosen how, and that all stand in *rest*."""
    if shown == total:
        return None
    measures = (_(SAID["emphasis"][name]) for name in page.view.analysis.investigation.emphasis)
    chosen = _("{shown} of {total}, chosen by: {measures}.", shown=number(shown), total=number(total),
               measures=_(SAID["cut"][by]) if by else listed(measures))  # fmt: skip
    where = _("The others stand on the pages of their articles, and all in {file}.")
    link = el("a", rest, href=posixpath.relpath(f"data/{rest}", posixpath.dirname(page.path) or "."))
    return el("p", f"{chosen} ", *fill(where, file=link), class_="dz-about dz-cut")


def cut_sentences(page: Place, every: list[Parts], rest: str) -> tuple[list[Parts], Element | None]:
    """Return those sentences of *every* that rest on a record which the chapters tell, and what is cut."""
    emphasis = page.homes.emphasis
    resting = [parts for parts in every if {part.anchor for part in parts} & emphasis.told]
    shown = resting if emphasis.large else every
    return shown, cut_words(page, len(shown), len(every), rest)


def nothing() -> Element:
    """Return the line that stands where no record does."""
    return el("p", _("The program found nothing of this kind."), class_="dz-empty")
