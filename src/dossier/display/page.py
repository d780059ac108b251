"""A page of the book, opened on an analysis: what its notebook shows, cell by cell."""

from __future__ import annotations

import posixpath
import re
from collections import Counter
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Any

import pandas as pd
from matplotlib.figure import Figure

from dossier.advice import Telling, called
from dossier.analysis import Analysis
from dossier.charts import WHOLE, to_pdf
from dossier.display import made, records, reference
from dossier.display.elements import Block, Element, Markdown, Node, el, quoted_css
from dossier.display.made import forms_of, row_of
from dossier.display.place import FIGURES, TABLES, Place, Shown, number_of
from dossier.display.reference import cut_sentences, cut_words, nothing, told_places
from dossier.export import citation_keys
from dossier.frames import unrepeated
from dossier.i18n import N_, _, ngettext, number
from dossier.investigation import Chapter
from dossier.narrative import lead_sentences, movement
from dossier.records import Parts
from dossier.report import find_root
from dossier.tables import dress
from dossier.view import Homes, View

_LOOKS = ((3, "cards"), (6, "wide"), (8, "many"))  # how a table looks that has so many columns
_CITED = 100  # keys in one role: the reader of a role calls itself for each, and a thousand are too deep
_LONG = 6  # rows from which a script offers a filter: style/static/dossier.js
_ITEMS = 3  # of a sentence, from which on they stand in a list
_LOOSE = Chapter(file="notebooks/own")  # a notebook that is no chapter


def open_page(analysis: Analysis, name: str = "", topic: str = "") -> Page:
    """Return the page of *analysis* called *name*: a key of the catalog, or the path of a page of one's own.

    Of several pages of figures it is the one about *topic*. A page that is no chapter has no number.
    """
    view = View(analysis)
    homes = Homes(view)
    chapter = homes.chapter(name, topic)
    if chapter is None:
        return Page(view, homes, Chapter(name, topic=topic, file=_LOOSE.file))
    return Page(view, homes, chapter, homes.chapters.index(chapter))


def open_brief(view: View, homes: Homes, chapter: Chapter) -> Page:
    """Open a page that is no chapter of the list and names the words of records by their place."""
    return Page(view, homes, chapter, brief=True)


@dataclass(frozen=True)
class Page(Place, Telling):
    """One page; each public method returns what a notebook cell shows."""

    _own: dict[str, list[str]] = field(default_factory=dict)  # anchors of what the catalog does not name
    _tables: dict[str, pd.DataFrame] = field(default_factory=dict)  # those of the catalog, each made once

    def lead(self) -> Block:
        """Show what is known on this page and how sure it is."""
        topic = self.topics[0] if self.name == "figures" else ""
        found = {finding.parts for finding in self.findings}
        told = lead_sentences(self.view, self.name, topic)
        blocks = [b for parts in told for b in self._paragraph(parts, "dz-said" if parts in found else None)]
        return Block(el("div", blocks, class_="dz-lead"))

    def _paragraph(self, parts: Parts, class_: str | None) -> list[Element]:
        """Return *parts* as a paragraph, several items that they hold as a list below it."""
        opens = [place for place, part in enumerate(parts) if part.kind == "item"]
        if len(opens) < _ITEMS:
            return [el("p", self.linked(parts), class_=class_)]
        items = [parts[first + 1 : last] for first, last in pairwise((*opens, len(parts)))]
        rows = [el("li", self.linked(tuple(part for part in item if part.text != "."))) for item in items]
        return [el("p", self.linked(parts[: opens[0]]), class_=class_), el("ul", rows, class_=class_)]

    def figure(self, name: str) -> Block:
        """Show figure *name* of the catalog with its number, caption and alternative text."""
        return self.show_figure(made.figure(self, name), name=name)

    def table(self, name: str) -> Block:
        """Show table *name* of the catalog, or a line that says that it is empty."""
        return self.show_table(self._table(name), name=name)

    def show_figure(
        self, drawn: Figure, *, name: str = "", caption: str = "", alt: str = "", table: str = ""
    ) -> Block:
        """Show a matplotlib figure: *name* is one of the catalog's, *table* the table that says the same."""
        shown, words = FIGURES.get(name), alt or getattr(drawn, "alt", "") or caption
        if getattr(drawn, "empty", False):  # nothing stands there: it takes no number
            return Block(el("p", words, class_="dz-empty"))
        anchor, number = self._place("figure", name, caption, FIGURES)
        title, table = _("Figure {number}", number=number), table or (shown.table if shown else "")
        same: list[Node] = []
        shut = table in TABLES and TABLES[table].page == self.name and self._is_empty(table)
        if table in TABLES and not shut and self.href(f"table-{table}"):
            home = self.homes.chapter(TABLES[table].page, self.chapter.topic)
            number = number_of(table, TABLES, self.homes.chapters.index(home) if home else 0)
            link = self.link(_("In full: Table {number}", number=number), f"table-{table}")
            same = [el("span", link, ". ", class_="dz-made" if TABLES[table].on_screen else None)]
        elif shown and not table:
            same = [el("span", el("a", _("As a list"), href=f"#list-{name}"), ". ", class_="dz-made")]
        told = f". {' '.join(filter(None, (self._caption(shown, caption), getattr(drawn, 'cut', ''))))} "
        about = el(
            "figcaption",
            el("span", title, class_="dz-number"),
            told,
            same,
            self._made(_("Notebook of this figure")),
        )
        frame = el("div", forms_of(drawn, anchor, title, words), class_="dz-figure__frame")
        redraw = getattr(drawn, "redraw", None)
        figure = el("figure", frame, about, id=anchor, class_="dz-figure")
        return Block(figure, lambda: to_pdf(redraw(WHOLE) if redraw else drawn))

    def _place(self, kind: str, name: str, caption: str, catalog: dict[str, Shown]) -> tuple[str, str]:
        """Return anchor and number; what the catalog does not name follows what it does."""
        if name in catalog and catalog[name].page == self.name:
            empty = {"empty": self._is_empty} if catalog is TABLES else {}
            return f"{kind}-{name}", number_of(name, catalog, self.number or 0, **empty)
        words = re.sub(r"[^a-z0-9]+", "-", (name or caption).lower()).strip("-")
        anchor = f"{kind}-own-{words or 'untitled'}"
        own = self._own.setdefault(kind, [])
        if anchor not in own:
            own.append(anchor)
        place = sum(shown.page == self.name for shown in catalog.values()) + own.index(anchor) + 1
        return anchor, str(place) if self.number is None else f"{self.number}.{place}"

    def _table(self, name: str) -> pd.DataFrame:
        if name not in self._tables:
            called(name, TABLES, N_("table"))
            self._tables[name] = made.table(self, name)
        return self._tables[name]

    def _is_empty(self, name: str) -> bool:
        return len(self._table(name)) < TABLES[name].least

    def _caption(self, shown: Shown | None, caption: str) -> str:
        text = caption or (_(shown.caption) if shown else "")
        return text.replace("{topic}", self.view.topic_label(self.topics[0])) if "{topic}" in text else text

    def show_table(self, typed: pd.DataFrame | pd.Series[Any], *, name: str = "", caption: str = "") -> Block:
        """Show *typed* as a table that sorts and cites, or a line that says that it is empty."""
        anchor, place = self._place("table", name, caption, TABLES)
        shown = TABLES.get(name, Shown("", caption))
        head = el("span", _("Table {number}", number=place), class_="dz-number")
        total = made.count_rows(self, name) if shown.page == self.name and not caption else 0
        if len(typed) < total:  # what the catalog says of the table is not so of a part of it
            caption = ngettext(
                "{shown} of {n:d} row, chosen in the notebook.",
                "{shown} of {n:d} rows, chosen in the notebook.",
                total,
                shown=number(len(typed)),
            )
        told = self._caption(shown, caption)
        if name == "claims" and isinstance(typed, pd.DataFrame):
            typed = unrepeated(typed)
        table = dress(typed)
        if 0 < len(table) < shown.least and len(table) == total:
            one = self.link(_("Only one: it stands in full above."), str(table.index[0]))
            return Block(el("p", one, class_="dz-about" + " dz-screen" * shown.on_screen, id=anchor))
        places = told_places(self, shown, table)
        attrs, table.attrs = table.attrs, {}  # pandas would copy them whole at every access to a column
        if table.empty:
            empty = _("{caption}: {nothing}.", caption=told, nothing=_(shown.nothing))
            return Block(el("p", head, ". ", empty, class_="dz-empty", id=anchor))
        columns = [str(name) for name in table.columns if (table[name].astype(str) != "").any()]
        ordered = zip(places, (None, *places), strict=False)
        rows = [row_of(self, table, attrs, columns, at, above=above) for at, above in ordered]
        inner = el(
            "table",
            el("caption", head, ". ", told),
            el("thead", el("tr", [el("th", column, scope="col") for column in columns])),
            el("tbody", rows),
            class_=" ".join(["dz-table", *(f"dz-table--{look}" for n, look in _LOOKS if len(columns) >= n)]),
            style=";".join(f"--c{place}:{quoted_css(name)}" for place, name in enumerate(columns, 1)),
        )
        long = " dz-table-frame--long" if len(table) >= _LONG else ""
        frame = el("div", inner, id=anchor, class_=f"dz-table-frame{long}")
        about = el("p", self._made(_("Notebook of this table")), class_="dz-about dz-made")
        screen = " dz-screen" if shown.on_screen else ""
        cut = cut_words(self, len(places), len(table), shown.rest, shown.by)
        return Block(el("div", cut, frame, about, class_=f"dz-table-block{screen}"))

    def _made(self, what: str) -> Element | None:
        """Return *what* as a link to the notebook, or page, that made it; None where it is no chapter."""
        if self.number is None:
            return None
        up = posixpath.relpath("_sources", posixpath.dirname(self.path) or ".")
        source = f"{up}/{self.path}{'.md' if self._is_text() else '.ipynb'}"
        return el("a", what, href=source, download=True, class_="dz-made")

    def _is_text(self) -> bool:
        """Tell whether the page is written as Markdown: the summary, and one's own where it is."""
        try:
            return (find_root() / f"{self.path}.md").is_file()
        except FileNotFoundError:
            return self.name == "summary"

    def records(self, kind: str) -> Block:
        """Show every record of *kind* in full; the kinds are the keys of `records.MAKERS`."""
        shown = list(called(kind, records.MAKERS, N_("kind of record"))(self))
        rows = records.rows_of(self, kind)
        file = {"passages": "events", "responses": "claims"}.get(kind, kind)  # of the data, with all of them
        cut = cut_words(self, sum(map(self.tells, rows)), len(rows), f"{file}.csv")
        if not (shown or cut):
            return Block(nothing())
        screen = " dz-screen" if kind in records.ON_SCREEN else ""
        return Block(el("div", cut, shown, class_=f"dz-records dz-{kind}{screen}"))

    def sentences(self, kind: str) -> Block:
        """Show figures of the page's topic as sentences: how they moved."""
        made = called(kind, {"movement": movement}, N_("kind of sentence"))(self.view, self.topics[0])
        shown, cut = cut_sentences(self, list(made), "claims.csv")
        items = [el("li", self.linked(parts)) for parts in shown]
        return Block(el("div", cut, el("ul", items, class_="dz-sentences")) if items else nothing())

    def part(self, name: str) -> Block:
        """Show a part that is neither record nor table: title, legend, citation, pipeline, downloads …"""
        return Block(called(name, reference.PARTS, N_("part"))(self))

    def cited(self) -> Markdown:
        """Cite every article.

        A large book cites those that the findings rest on most, as many as it tells of anything, and says so.
        The bibliography stands on the page of the sources: without that page there is nothing to cite from.
        """
        if not self.homes.chapter("sources"):
            return Markdown("")
        articles = [article for article in self.view.analysis.articles if article.status == "ok"]
        keys = citation_keys(articles)
        emphasis, records = self.homes.emphasis, self.view.records
        resting = (records[name] for row in self.findings for name in row.records if name in records)
        used = Counter(record.article_id for record in resting)
        if emphasis.large and used:
            most = dict(used.most_common(emphasis.most if emphasis.large else None))
            articles = [article for article in articles if article.article_id in most]
        if not articles:
            return Markdown(_("No article was read."))
        names = [keys[article.article_id] for article in articles]
        roles = [f"{{cite}}`{','.join(names[at : at + _CITED])}`" for at in range(0, len(names), _CITED)]
        if emphasis.large and len(names) < len(used):
            told, total = number(len(names)), number(len(used))
            words = _("The {n} of {total} articles that are cited here most: {citations}.",
                      n=told, total=total, citations=", ".join(roles))  # fmt: skip
            rest = _("The entry of any other article stands on its page, and all in references.bib.")
            return Markdown(f"{words}\n\n{rest}" if self.name == "sources" else words)
        return Markdown(_("The articles cited here: {citations}.", citations=", ".join(roles)))
