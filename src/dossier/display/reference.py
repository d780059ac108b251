"""The parts of the book about the book: title, marks, citation, way of the data, downloads, rulings."""

from __future__ import annotations

from collections.abc import Callable

from dossier.charts import pipeline_steps
from dossier.display import summary
from dossier.display.cards import badge
from dossier.display.elements import Element, Node, el
from dossier.display.place import Place
from dossier.edtf import bounds, in_words
from dossier.export.formats import FORMATS
from dossier.export.schema import table_forms
from dossier.i18n import _, ngettext
from dossier.narrative import STANDINGS, cite
from dossier.words import COMPARATORS, MODALITIES, STANCES


def title(page: Place) -> Element:
    """Return the title, subtitle and extent of the report."""
    investigation = page.view.analysis.investigation
    articles = page.view.analysis.articles
    days = sorted(day for article in articles for day in bounds(article.published.date) if day)
    about = ", ".join(filter(None, (*investigation.authors, in_words(investigation.date))))
    version = _("Version {number}", number=investigation.version) if investigation.version else ""
    extent = ngettext("From {n} article", "From {n} articles", len(articles))
    if days:
        first, last = (in_words(day.isoformat()) for day in (days[0], days[-1]))
        extent = _("{extent}, published {first} to {last}", extent=extent, first=first, last=last)
    if inferred := sum(article.published.basis == "inferred" for article in articles):
        days_of = ngettext("the day of {n} is inferred", "the days of {n} are inferred", inferred)
        extent = _("{extent}; {days}", extent=extent, days=days_of)
    line = "".join(f"{piece}. " for piece in (about, version, extent) if piece).strip()
    return el(
        "div",
        el("p", investigation.title or _("An investigation without a title"), class_="dz-title"),
        el("p", investigation.subtitle, class_="dz-subtitle") if investigation.subtitle else None,
        el("p", line, class_="dz-about"),
        class_="dz-masthead",
    )


def legend(page: Place) -> Element:
    """Return the marks with what they mean."""
    groups = (
        (_("How a figure is meant"), COMPARATORS),
        (_("What the claimant does"), STANCES),
        (_("How it is said"), MODALITIES),
        (_("How settled"), {name: name for name in STANDINGS}),
        (_("How grave"), {name: name for name in ("conflict", "tension", "revision")}),
    )
    found = [(name, [badge(kind, _(words)) for kind, words in marks.items()]) for name, marks in groups]
    ends = (*"," * (len(page.view.sides) - 1), "")
    sides = enumerate(zip(page.view.sides, ends, strict=False), 1)
    found.append(
        (_("Sides"), [el("span", "".join(side), class_=f"dz-side dz-side-{n}") for n, side in sides])
    )
    rows: list[Node] = []
    for name, shown in found:
        if shown:
            rows += [el("dt", name), el("dd", *(part for mark in shown for part in (mark, " ")))]
    return el("dl", rows, class_="dz-legend")


def citation(page: Place) -> Element:
    """Return how to cite the report."""
    made = cite(page.view.analysis.investigation)
    return el(
        "div",
        el("p", made.text, class_="dz-cite__text"),
        el("pre", el("code", made.bibtex), class_="dz-cite__bibtex"),
        class_="dz-cite dz-cover",  # the cover of the PDF says the same
    )


def pipeline(page: Place) -> Element:
    """Return the way from article to page, with what came out of each step."""
    steps = pipeline_steps(page.view)
    items = [el("li", el("strong", name), f" {text}") for name, text in steps]
    return el("ol", items, class_="dz-pipeline dz-screen", id="list-pipeline")


def downloads(page: Place) -> Element:
    """Return links to the files of the data package."""
    files = {
        "datapackage.json": _("Frictionless data package: schema, keys and checksums of every table"),
        **{
            f"{name}.csv": _(
                "{table}: {rows}",
                table=form.title,
                rows=ngettext("{n} row", "{n} rows", len(getattr(page.view.analysis, name))),
            )
            for name, form in table_forms().items()
        },
        **{name: _(about) for one in FORMATS for name, about in one.about.items()},
        "CITATION.cff": _("How to cite this report, machine-readable"),
    }
    items = [
        el("li", el("a", name, href=f"../data/{name}", download=True), f" – {text}")
        for name, text in files.items()
    ]
    return el("ul", items, class_="dz-downloads")


def licence(page: Place) -> Element:
    """Return under what terms the report and its quotations stand."""
    name = page.view.analysis.investigation.licence
    own = (
        _("The text, tables, figures and data of this report are licensed under {licence}.", licence=name)
        if name
        else _("The text, tables, figures and data of this report carry no licence yet.")
    )
    quoted = _(
        "The quoted sentences belong to their publishers and stand here as evidence, in short excerpts."
    )
    share = _("The list of sources prints at most a third of an article; it names the rest by its place.")
    return el("div", el("p", own), el("p", f"{quoted} {share}"), class_="dz-licence")


PARTS: dict[str, Callable[[Place], Element]] = {
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
