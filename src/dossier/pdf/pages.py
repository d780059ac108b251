"""The pages of the built book in the order of its contents, each as a tree of plain, meaningful HTML."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml
from bs4 import BeautifulSoup, Comment, Tag

from dossier.i18n import _

_SVG = re.compile(r"<svg\b.*?</svg>", re.DOTALL)
# What only a screen needs. The cover says the masthead's words; each record's id stands beside it.
_TAGS = {"script", "style", "template", "noscript", "button", "input", "select", "form", "nav"}
_CLASSES = {"headerlink", "toctree-wrapper", "cell_input", "dz-masthead", "dz-unseen", "dz-made"}
_CLASSES |= {"dz-figure__wide", "dz-figure__narrow"}  # the form for paper stands beside them
_FOLDED = {"hide", "dz-cite"}


@dataclass(frozen=True, slots=True)
class Page:
    """One page: its name without suffix, its article, and the SVG taken out of it.

    Each SVG has left an ``<img data-svg="n">`` behind, n its place in ``svgs``.
    """

    name: str
    article: Tag
    svgs: tuple[str, ...]


def contents(root: Path) -> Iterator[str]:
    """Yield the names of the pages that _toc.yml lists, in order."""
    toc = yaml.safe_load((root / "_toc.yml").read_text("utf-8"))
    yield toc["root"]
    for part in toc.get("parts") or [toc]:
        yield from _files(part)


def _files(entry: dict[str, Any]) -> Iterator[str]:
    for child in (*(entry.get("chapters") or ()), *(entry.get("sections") or ())):
        if "file" in child:
            yield str(
                Path(child["file"]).with_suffix("") if "." in Path(child["file"]).name else child["file"]
            )
        yield from _files(child)


def read_page(site: Path, name: str) -> Page:
    """Return the page *name* of the HTML book in *site*, without what only a screen needs.

    Raises FileNotFoundError where the page was not built, ValueError where it holds no article.
    """
    svgs: list[str] = []

    def take_out(match: re.Match[str]) -> str:
        svgs.append(match[0])
        return f'<img data-svg="{len(svgs) - 1}">'

    html = _SVG.sub(take_out, (site / f"{name}.html").read_text("utf-8"))
    article = BeautifulSoup(html, "html.parser").select_one("article.bd-article")
    if article is None:
        raise ValueError(f"{name}.html holds no article")
    for tag in article.select(".dz-screen"):
        leave_anchors(tag)
    for tag in article.find_all(_for_screens):
        tag.extract()
    for comment in article.find_all(string=lambda text: isinstance(text, Comment)):
        comment.extract()
    return Page(name, article, tuple(svgs))


def leave_anchors(tag: Tag) -> None:
    """Put in place of *tag*, which only the edition for the screen shows, a line at all of its anchors."""
    maker = BeautifulSoup("", "html.parser")
    note = maker.new_tag("p", attrs={"class": "dz-about"})
    for anchor in (tag, *tag.find_all(id=True)):
        if anchor.get("id"):
            note.append(maker.new_tag("span", id=str(anchor["id"])))
    note.append(_("In full in the edition for the screen."))
    tag.replace_with(note)


def _for_screens(tag: Tag) -> bool:
    classes = set(tag.get_attribute_list("class"))
    return bool(
        tag.name in _TAGS
        or classes & _CLASSES
        or (tag.name == "details" and classes & _FOLDED)
        or ("hidden" in tag.attrs and "dz-figure__paper" not in classes)
    )
