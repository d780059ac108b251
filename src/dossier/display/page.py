"""A page of the book, opened on an analysis: what its notebook shows, cell by cell."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import PurePosixPath
from typing import Any

import pandas as pd

from dossier.analysis import Analysis
from dossier.charts import to_pdf, to_svg
from dossier.display import records, reference
from dossier.display.cards import KINDS, badge
from dossier.display.catalog import FIGURES, PAGES, TABLES, Shown
from dossier.display.elements import Block, Element, Markdown, Node, Raw, el
from dossier.export import citation_keys
from dossier.narrative import FRENCH, Parts, build_findings, event_sentence, lead_sentences, movement
from dossier.records import Claim, Finding, Mention, Quotation
from dossier.view import View

Attrs = Mapping[Any, Any]  # what `dossier.tables` tells about columns
_NOTHING = el("p", "Nothing of this kind was found in the articles.", class_="dz-empty")


def open_page(analysis: Analysis, name: str) -> Page:
    """Return page *name* of the book about *analysis*; the names are the keys of `PAGES`."""
    return Page(View(analysis), name, PAGES[name])


@dataclass(frozen=True)
class Page:
    """One page; each public method returns what a notebook cell shows."""

    view: View
    name: str
    path: str

    @cached_property
    def findings(self) -> tuple[Finding, ...]:
        """The findings of the summary page."""
        return build_findings(self.view)

    @cached_property
    def _homes(self) -> dict[str, str]:
        analysis = self.view.analysis
        kinds = {Mention: "timeline", Quotation: "experts", Claim: "troops"}
        homes = {identity: kinds[type(record)] for identity, record in self.view.records.items()}
        homes |= {row.discrepancy_id: "disagreements" for row in analysis.discrepancies}
        homes |= {row.reuse_id: "disagreements" for row in analysis.reuse}
        return homes | {f"table-{key}": table.page for key, table in TABLES.items()}

    def href(self, anchor: str) -> str:
        """Return the relative link to *anchor*, wherever it is at home: the one place that makes links."""
        home = "summary" if anchor[:2] == "f-" else self._homes.get(anchor, "sources")
        if home == self.name:
            return f"#{anchor}"
        up = "" if PurePosixPath(self.path).parent == PurePosixPath() else "../"
        return f"{up}{PAGES[home]}.html#{anchor}"

    def link(self, text: str, anchor: str, *, class_: str | None = None, lang: str | None = None) -> Node:
        """Return *text* as a link to *anchor*, or as it is without one."""
        words = self.said(text) if lang is None else text
        return el("a", words, href=self.href(anchor), class_=class_, lang=lang) if anchor else text

    def said(self, text: str) -> list[Node]:
        """Return a text of the report with the French in it marked: names, and words between “ and ”."""
        found: list[Node] = []
        end = 0
        for match in self.view.french.finditer(text):
            found += [text[end : match.start()], el("span", match.group(), lang="fr")]
            end = match.end()
        return [*found, text[end:]]

    def linked(self, parts: Parts) -> list[Node]:
        """Return the pieces of a sentence, each linked to the record it rests on, French ones marked."""
        found: list[Node] = []
        for text, anchor in parts:
            if anchor == FRENCH:
                found.append(el("span", text, lang="fr"))
            elif anchor:
                found.append(self.link(text, anchor, class_="dz-ref" if text[:1] == "[" else None))
            else:
                found += self.said(text)
        return found

    def lead(self) -> Block:
        """Show what is known on this page and how sure it is."""
        paragraphs = [el("p", self.linked(parts)) for parts in lead_sentences(self.view, self.name)]
        return Block(el("div", paragraphs, class_="dz-lead"))

    def figure(self, name: str) -> Block:
        """Show figure *name* of the catalog with its number, caption and alternative text."""
        shown, anchor, words = FIGURES[name], f"figure-{name}", FIGURES[name].describe(self.view)
        title = f"Figure {shown.number}"
        if shown.table and TABLES[shown.table].make(self.view).empty:
            return Block(el("p", f"{title}: {words}", class_="dz-empty", id=anchor))
        drawn = shown.make(self.view)
        same: Node = el("a", "The same as a list", href=f"#list-{name}")
        if shown.table:
            same = self.link(f"The same as Table {TABLES[shown.table].number}", f"table-{shown.table}")
        number = el("span", title, class_="dz-number")
        caption = el("figcaption", number, f" {self._caption(shown)} ", same, ". ", self._made("this figure"))
        svg = Raw(to_svg(drawn, name=anchor, title=title, description=words))
        frame = el("div", svg, class_="dz-figure__frame")
        return Block(el("figure", frame, caption, id=anchor, class_="dz-figure"), to_pdf(drawn))

    def _caption(self, shown: Shown) -> str:
        return shown.caption.replace("{topic}", self.view.topic_label(self.view.central_topic))

    def table(self, name: str) -> Block:
        """Show table *name* of the catalog, or a line that says that it is empty."""
        shown, anchor = TABLES[name], f"table-{name}"
        number, caption = el("span", f"Table {shown.number}", class_="dz-number"), self._caption(shown)
        table = shown.make(self.view)
        attrs, table.attrs = table.attrs, {}  # pandas would copy them whole at every access to a column
        if table.empty:
            return Block(el("p", number, f" {caption}: none was found.", class_="dz-empty", id=anchor))
        columns = [str(name) for name in table.columns if (table[name].astype(str) != "").any()]
        inner = el(
            "table",
            el("caption", number, " ", caption),
            el("thead", el("tr", [el("th", column, scope="col") for column in columns])),
            el("tbody", [self._row(table, attrs, columns, position) for position in range(len(table))]),
            class_="dz-table",
        )
        frame = el("div", inner, id=anchor, class_="dz-table-frame")
        made = el("p", self._made("this table"), class_="dz-about dz-made")
        return Block(el("div", frame, made, class_="dz-table-block"))

    def _made(self, what: str) -> Element:
        """Return a link to the notebook, or page, that *what* was made by."""
        up = "" if self.name == "summary" else "../"
        source = f"{up}_sources/{self.path}{'.md' if self.name == 'summary' else '.ipynb'}"
        return el("a", f"Notebook of {what}", href=source, download=True, class_="dz-made")

    def _row(self, table: pd.DataFrame, attrs: Attrs, columns: list[str], position: int) -> Element:
        cells: list[Element] = []
        for column in columns:
            value: Any = table[column].iloc[position]
            sort = attrs["sort"].get(column)
            look = {
                "lang": "fr" if column in attrs["french"] else None,
                "data_sort": str(sort[position]) if sort else None,
                "class_": None if isinstance(value, str) else "dz-num",
            }
            content = self._cell(str(value), attrs, column, position, look["lang"])
            head = not cells
            cells.append(el("th" if head else "td", content, scope="row" if head else None, **look))
        return el("tr", cells, id=str(table.index[position]) if attrs.get("home") else None)

    def _cell(self, value: str, attrs: Attrs, column: str, position: int, lang: str | None) -> list[Node]:
        if links := attrs["links"].get(column):
            linked = [self.link(text, anchor, lang=lang) for text, anchor in links[position]]
            return [node for link in linked for node in (link, " ")][:-1]
        if column in attrs["badges"]:
            first = value.partition(",")[0]
            mark = badge(KINDS.get(value, KINDS.get(first, first)), value)
            return [mark] if mark else []
        return [value] if lang else self.said(value)

    def records(self, kind: str) -> Block:
        """Show every record of *kind* in full; the kinds are the keys of `records.MAKERS`."""
        shown = list(records.MAKERS[kind](self))
        return Block(el("div", shown or _NOTHING, class_=f"dz-records dz-{kind}"))

    def sentences(self, kind: str) -> Block:
        """Show records as sentences: ``events``, or ``movement`` of the central figure."""
        view = self.view
        told = (event_sentence(view, event) for event in view.events)
        made = told if kind == "events" else movement(view, view.central_topic)
        items = [el("li", self.linked(parts)) for parts in made]
        return Block(el("ul", items, class_="dz-sentences") if items else _NOTHING)

    def part(self, name: str) -> Block:
        """Show a part that is neither record nor table: title, legend, citation, pipeline, downloads …"""
        return Block(reference.PARTS[name](self))

    def cited(self) -> Markdown:
        """Cite the articles that the findings rest on; on any other page every article."""
        articles = [article for article in self.view.analysis.articles if article.status == "ok"]
        keys = citation_keys(articles)
        anchors = {anchor for finding in self.findings for _, anchor in finding.parts}
        used = {article for anchor, article in self.view.sentence_articles.items() if anchor in anchors}
        if self.name == "summary" and used:
            articles = [article for article in articles if article.article_id in used]
        names = ",".join(keys[article.article_id] for article in articles)
        return Markdown(f"The articles cited here: {{cite}}`{names}`." if names else "No article was read.")
