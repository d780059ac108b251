"""The parts of the book about the book: title, marks, citation, way of the data, downloads, rulings."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from dossier.charts import pipeline_steps
from dossier.display import summary
from dossier.display.cards import badge
from dossier.display.elements import Element, Node, el
from dossier.edtf import bounds, in_words
from dossier.export.formats import FORMATS
from dossier.export.schema import table_forms
from dossier.i18n import _
from dossier.narrative import cite
from dossier.words import COMPARATORS, MODALITIES, STANCES, count

if TYPE_CHECKING:
    from dossier.display.page import Page


def title(page: Page) -> Element:
    """Return the title, subtitle and extent of the report."""
    investigation = page.view.analysis.investigation
    articles = page.view.analysis.articles
    days = sorted(day for article in articles for day in bounds(article.published.date) if day)
    span = f", published {in_words(days[0].isoformat())} to {in_words(days[-1].isoformat())}" if days else ""
    about = ", ".join(filter(None, (*investigation.authors, in_words(investigation.date))))
    version = f"Version {investigation.version}" if investigation.version else ""
    extent = f"From {count(len(articles), 'article')}{span}"
    line = "".join(f"{piece}. " for piece in (about, version, extent) if piece).strip()
    return el(
        "div",
        el("p", investigation.title or "An investigation without a title", class_="dz-title"),
        el("p", investigation.subtitle, class_="dz-subtitle") if investigation.subtitle else None,
        el("p", line, class_="dz-about"),
        class_="dz-masthead",
    )


def legend(page: Page) -> Element:
    """Return the marks with what they mean."""
    groups = (
        ("How a figure is meant", COMPARATORS),
        ("What the claimant does", STANCES),
        ("How it is said", MODALITIES),
        ("How settled", {name: name for name in ("settled", "one source", "disputed")}),
        ("How grave", {name: name for name in ("conflict", "tension", "revision")}),
    )
    found = [(name, [badge(kind, words) for kind, words in marks.items()]) for name, marks in groups]
    sides = enumerate(page.view.sides, 1)
    found.append(("Sides", [el("span", name, class_=f"dz-side dz-side-{number}") for number, name in sides]))
    rows: list[Node] = []
    for name, shown in found:
        if shown:
            rows += [el("dt", name), el("dd", *(part for mark in shown for part in (mark, " ")))]
    return el("dl", rows, class_="dz-legend")


def citation(page: Page) -> Element:
    """Return how to cite the report."""
    made = cite(page.view.analysis.investigation)
    return el(
        "div",
        el("p", made.text, class_="dz-cite__text"),
        el("pre", el("code", made.bibtex), class_="dz-cite__bibtex"),
        class_="dz-cite",
    )


def pipeline(page: Page) -> Element:
    """Return the way from article to page, with what came out of each step."""
    steps = pipeline_steps(page.view)
    items = [el("li", el("strong", name), f" {text}") for name, text in steps]
    return el("ol", items, class_="dz-pipeline", id="list-pipeline")


def downloads(page: Page) -> Element:
    """Return links to the files of the data package."""
    files = {
        "datapackage.json": "Frictionless data package: schema, keys and checksums of every table",
        **{
            f"{name}.csv": f"{form.title}: {count(len(getattr(page.view.analysis, name)), 'row')}"
            for name, form in table_forms().items()
        },
        **{name: _(about) for one in FORMATS for name, about in one.about.items()},
        "CITATION.cff": "How to cite this report, machine-readable",
    }
    items = [
        el("li", el("a", name, href=f"../data/{name}", download=True), f" – {text}")
        for name, text in files.items()
    ]
    return el("ul", items, class_="dz-downloads")


def licence(page: Page) -> Element:
    """Return under what terms the report and its quotations stand."""
    name = page.view.analysis.investigation.licence
    terms = f"are licensed under {name}" if name else "carry no licence yet"
    own = f"The text, tables, figures and data of this report {terms}."
    quoted = "The quoted sentences belong to their publishers and stand here as evidence, in short excerpts."
    share = "The list of sources prints at most a third of an article; it names the rest by its place."
    return el("div", el("p", own), el("p", f"{quoted} {share}"), class_="dz-licence")


PARTS: dict[str, Callable[[Page], Element]] = {
    "facts": summary.facts,
    "contradictions": summary.contradictions,
    "unknowns": summary.unknown,
    "title": title,
    "legend": legend,
    "citation": citation,
    "pipeline": pipeline,
    "downloads": downloads,
    "licence": licence,
}
