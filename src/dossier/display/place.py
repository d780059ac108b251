"""Where on the book one stands, what stands on that page, and the way to every other place."""

import posixpath
from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from dossier.display.elements import Node, el
from dossier.i18n import N_
from dossier.investigation import Chapter
from dossier.lexicons import load_data
from dossier.narrative import build_findings
from dossier.records import Finding, Parts, identity
from dossier.view import Homes, View, find_french


@dataclass(frozen=True)
class Place:
    """A page as what stands on it sees it: the analysis, its chapter, and links to the rest of the book."""

    view: View
    homes: Homes
    chapter: Chapter
    number: int | None = None
    brief: bool = False  # records name the place of their words, and do not print them

    @property
    def name(self) -> str:
        """What is shown on it: a key of the catalog, empty on a page of one's own."""
        return self.chapter.page

    @property
    def path(self) -> str:
        """The path of its source without ending."""
        return self.chapter.file

    @cached_property
    def topics(self) -> tuple[str, tuple[str, ...]]:
        """The topic that a page of figures is about, and the other ones whose figures stand on it."""
        return self.homes.topics(self.chapter)

    @cached_property
    def findings(self) -> tuple[Finding, ...]:
        """The findings of the summary page."""
        return build_findings(self.view)

    def href(self, anchor: str) -> str | None:
        """Return the relative link to *anchor*, wherever it is at home; None where no chapter shows it."""
        table = TABLES.get(anchor.removeprefix("table-")) if anchor.startswith("table-") else None
        if table:
            home = self.chapter if table.page == self.name else self.homes.chapter(table.page)
        elif place := self.homes.find(anchor):
            home, anchor = place
        else:
            return None
        if home is None or home == self.chapter:
            return f"#{anchor}" if home else None
        return f"{posixpath.relpath(home.file, posixpath.dirname(self.path) or '.')}.html#{anchor}"

    def link_to(self, anchor: str, *nodes: Any, **attributes: str | None) -> Node:
        """Return *nodes* as a link to *anchor*; where no chapter shows it, just *nodes*."""
        if href := self.href(anchor):
            return el("a", *nodes, href=href, **attributes)
        return el("span", *nodes, **attributes)

    def link(self, text: str, anchor: str, *, class_: str | None = None, lang: str | None = None) -> Node:
        """Return *text* as a link to *anchor*, or as it is without one."""
        words = self.said(text) if lang is None else text
        return self.link_to(anchor, words, class_=class_, lang=lang) if anchor else text

    def said(self, text: str) -> list[Node]:
        """Return a text of the report with the French in it marked: names, and words between “ and ”."""
        found: list[Node] = []
        end = 0
        for start, last in find_french(text, self.view.french):
            found += [text[end:start], el("span", text[start:last], lang="fr")]
            end = last
        return [*found, text[end:]]

    def linked(self, parts: Parts) -> list[Node]:
        """Return the pieces of a sentence, each linked to the record it rests on, French ones marked."""
        found: list[Node] = []
        for part in parts:
            if part.kind == "fr":
                found.append(el("span", part.text, lang="fr"))
            elif part.anchor:
                class_ = "dz-ref" if part.kind in ("cite", "agree") else None
                found.append(self.link(part.text, part.anchor, class_=class_))
            else:
                found += self.said(part.text)
        return found

    def tells(self, row: Any) -> bool:
        """Return whether *row*, a record of a kind that may be cut, stands in full on the chapters."""
        return identity(row) in self.homes.emphasis.told


NONE = N_("none")


@dataclass(frozen=True, slots=True)
class Shown:
    """A figure or table: its page, its caption, and what catalog.yml says besides."""

    page: str
    caption: str
    table: str = ""
    nothing: str = NONE
    rest: str = ""
    by: str = ""
    on_screen: bool = False
    least: int = 1


def _listed(kind: str) -> dict[str, Shown]:
    pages = load_data(__package__, "catalog")[kind].items()
    return {name: Shown(page, **entry) for page, entries in pages for name, entry in entries.items()}


FIGURES, TABLES = _listed("figures"), _listed("tables")


def number_of(
    name: str, catalog: dict[str, Shown], chapter: int, empty: Callable[[str], bool] = lambda name: False
) -> str:
    """Return the number of *name*: that of its chapter, and its place among those of the page.

    What is on paper comes before what is not, and what is *empty* has no place: no number is left out.
    """
    page, on_screen = catalog[name].page, catalog[name].on_screen
    same = [other for other, shown in catalog.items() if shown.page == page]
    before = [other for other in same[: same.index(name)] if catalog[other].on_screen == on_screen]
    if on_screen:
        before += [other for other in same if not catalog[other].on_screen]
    return f"{chapter}.{sum(not empty(other) for other in before) + 1}"
