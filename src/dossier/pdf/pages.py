"""The pages of the built book in the order of its contents, each as a tree of plain, meaningful HTML."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml
from bs4 import BeautifulSoup, Comment, Tag

_SVG = re.compile(r"<svg\b.*?</svg>", re.DOTALL)
_DROPPED = (
    "script, style, template, noscript, button, input, select, form, nav, .headerlink, .toctree-wrapper, "
    ".cell_input, .no-print, .dz-screen, [hidden]"
)


@dataclass(frozen=True, slots=True)
class Page:
    """One page: its name without suffix, the part it opens (or ""), its article, and the SVG taken out of it.

    Each SVG has left an ``<img data-svg="n">`` behind, n its place in ``svgs``.
    """

    name: str
    part: str
    article: Tag
    svgs: tuple[str, ...]


def contents(root: Path) -> Iterator[tuple[str, str]]:
    """Yield the pages that _toc.yml lists, in order: the name, and the caption of the part that it opens."""
    toc = yaml.safe_load((root / "_toc.yml").read_text("utf-8"))
    yield toc["root"], ""
    for part in toc.get("parts") or [toc]:
        caption = part.get("caption", "")
        for name in _files(part):
            yield name, caption
            caption = ""


def _files(entry: dict[str, Any]) -> Iterator[str]:
    for child in (*(entry.get("chapters") or ()), *(entry.get("sections") or ())):
        if "file" in child:
            yield str(
                Path(child["file"]).with_suffix("") if "." in Path(child["file"]).name else child["file"]
            )
        yield from _files(child)


def read_page(site: Path, name: str, part: str) -> Page:
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
    for tag in article.select(_DROPPED):
        tag.decompose()
    for comment in article.find_all(string=lambda text: isinstance(text, Comment)):
        comment.extract()
    return Page(name, part, article, tuple(svgs))
