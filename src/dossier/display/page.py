"""A page of the book, opened on an analysis: what its notebook shows, cell by cell."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from pathlib import PurePosixPath
from typing import Any

import pandas as pd

from dossier.analysis import Analysis
from dossier.charts import to_pdf, to_svg
from dossier.display import records, reference
from dossier.display.cards import KINDS, badge
from dossier.display.catalog import FIGURES, PAGES, TABLES
from dossier.display.elements import Block, Element, Markdown, Node, Raw, el
from dossier.export import citation_keys
from dossier.narrative import FRENCH, Parts, build_findings, event_sentence, lead_sentences, movement
from dossier.records import Finding, Mention, Quotation
from dossier.view import View

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
        homes = {}
        for identity, record in self.view.records.items():
            kind = (
                "timeline"
                if isinstance(record, Mention)
                else "experts"
                if isinstance(record, Quotation)
                else "troops"
            )
            homes[identity] = kind
        homes |= {row.discrepancy_id: "disagreements" for row in self.view.analysis.discrepancies}
        homes |= {row.reuse_id: "disagreements" for row in self.view.analysis.reuse}
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
        shown = FIGURES[name]
        anchor, caption = f"figure-{name}", self._caption(shown.caption)
        if shown.table and TABLES[shown.table].make(self.view).empty:
            text = f"Figure {shown.number}: {shown.describe(self.view)}"
            return Block(el("p", text, class_="dz-empty", id=anchor))
        drawn = shown.plot(self.view)
        svg = to_svg(
            drawn, name=anchor, title=f"Figure {shown.number}", description=shown.describe(self.view)
        )
        number = el("span", f"Figure {shown.number}", class_="dz-number")
        same: Node = el("a", "The same as a list", href=f"#list-{name}")
        if shown.table:
            same = self.link(f"The same as Table {TABLES[shown.table].number}", f"table-{shown.table}")
        words = (number, " ", caption, " ", same, ". ")
        caption_node = el("figcaption", *words, self._made("this figure"))
        scroll = el("div", Raw(svg), class_="dz-figure__frame")
        return Block(el("figure", scroll, caption_node, id=anchor, class_="dz-figure"), to_pdf(drawn))

    def _caption(self, text: str) -> str:
        return text.replace("{topic}", self.view.topic_label(self.view.central_topic))

    def table(self, name: str) -> Block:
        """Show table *name* of the catalog."""
        shown = TABLES[name]
        return Block(
            self.render(shown.make(self.view), f"table-{name}", shown.number, self._caption(shown.caption))
        )

    def render(self, table: pd.DataFrame, anchor: str, number: str, caption: str) -> Element:
        """Return *table* with caption and header cells, or a line that says that it is empty."""
        name = el("span", f"Table {number}", class_="dz-number")
        if table.empty:
            return el("p", name, f" {caption}: none was found.", class_="dz-empty", id=anchor)
        shown = [column for column in table.columns if (table[column].astype(str) != "").any()]
        attrs, table = table.attrs, table[shown]
        table.attrs = attrs
        head = el("tr", [el("th", str(column), scope="col") for column in shown])
        rows = [self._row(table, position) for position in range(len(table))]
        inner = el(
            "table",
            el("caption", name, " ", caption),
            el("thead", head),
            el("tbody", rows),
            class_="dz-table",
        )
        made = el("p", self._made("this table"), class_="dz-about dz-made")
        return el("div", el("div", inner, id=anchor, class_="dz-table-frame"), made, class_="dz-table-block")

    def _made(self, what: str) -> Element:
        """Return a link to the notebook, or page, that *what* was made by."""
        up = "" if self.name == "summary" else "../"
        source = f"{up}_sources/{self.path}{'.md' if self.name == 'summary' else '.ipynb'}"
        return el("a", f"Notebook of {what}", href=source, download=True, class_="dz-made")

    def _row(self, table: pd.DataFrame, position: int) -> Element:
        cells = []
        for index, column in enumerate(table.columns):
            value: Any = table.iloc[position, index]
            french = "fr" if column in table.attrs["french"] else None
            sort = table.attrs.get("sort", {}).get(column)
            content: Node | list[Node] | None = str(value) if french else self.said(str(value))
            if links := table.attrs.get("links", {}).get(column):
                content = [
                    piece
                    for text, anchor in links[position]
                    for piece in (self.link(text, anchor, lang=french), " ")
                ][:-1]
            elif column in table.attrs["badges"]:
                first = value.partition(",")[0]
                content = badge(KINDS.get(value, KINDS.get(first, first)), value)
            number = not isinstance(value, str) or None
            cells.append(
                el(
                    "td" if index else "th",
                    content,
                    scope=None if index else "row",
                    lang=french,
                    data_sort=str(sort[position]) if sort else None,
                    class_="dz-num" if number else None,
                )
            )
        home = str(table.index[position]) if table.attrs.get("home") else None
        return el("tr", cells, id=home)

    def records(self, kind: str) -> Block:
        """Show every record of *kind* in full; the kinds are the keys of `records.MAKERS`."""
        shown = list(records.MAKERS[kind](self))
        return Block(
            el(
                "div",
                shown or _NOTHING,
                class_=f"dz-records dz-{kind}",
            )
        )

    def sentences(self, kind: str) -> Block:
        """Show records as sentences: ``events``, or ``movement`` of the central figure."""
        view = self.view
        made = (
            [event_sentence(view, event) for event in view.events]
            if kind == "events"
            else movement(view, view.central_topic)
        )
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
