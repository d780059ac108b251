"""Anchors and links of many pages brought into one document."""

import posixpath
import re
from collections.abc import Iterable
from urllib.parse import unquote

from bs4 import BeautifulSoup, Tag

from dossier.pdf.pages import Page
from dossier.view import ARTICLES

HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
CONTAINERS = ("article", "section", "div")
Place = tuple[str, str]  # the page's name and the anchor on it, "" for its top


def label_anchors(pages: Iterable[Page]) -> dict[Place, str]:
    """Give each anchor of the book a label of its own, write it back as ``id``, and return all labels.

    The id of a record stays as it is; an id that a second page uses again gets a number. What begins with a
    heading is found by the heading's label.
    """
    labels: dict[Place, str] = {}
    taken: set[str] = set()
    for page in pages:
        homes: dict[int, str] = {}
        named = [(tag, str(tag["id"])) for tag in page.article.find_all(id=True)]
        for tag, anchor in ((page.article, ""), *named):
            home = _home(tag)
            if id(home) not in homes:
                homes[id(home)] = _unused(anchor or page.name, taken)
            labels.setdefault((page.name, anchor), homes[id(home)])
            del tag["id"]
            home["id"] = homes[id(home)]
    return labels


def _home(tag: Tag) -> Tag:
    """Return the heading that *tag* begins with or announces, else *tag* itself."""
    node: Tag | None = tag
    while node is not None and (node.name in CONTAINERS or (node.name == "span" and not node.get_text())):
        node = node.find_next(True)
    return node if node is not None and node.name in HEADINGS else tag


def _unused(anchor: str, taken: set[str]) -> str:
    plain = re.sub(r"[^A-Za-z0-9_-]", "-", anchor) or "anchor"
    label, number = plain, 1
    while label in taken:
        number += 1
        label = f"{plain}--{number}"
    taken.add(label)
    return label


def join_links(pages: Iterable[Page], labels: dict[Place, str], site: str = "") -> list[str]:
    """Point the links between pages at labels; return those that lead nowhere, ``page: target`` each.

    A link to a file of the site, or to what only the screen shows, keeps its words alone. The pages of
    articles are no chapters: a link to one leads to the address of the *site*, where it has one.
    """
    lost: list[str] = []
    pages = list(pages)
    left = {(page.name, anchor) for page in pages for anchor in page.left}
    for page in pages:
        for link in page.article.find_all("a"):
            target = str(link.get("href", ""))
            if re.match(r"(https?|mailto):", target):
                continue
            if place := _place(page.name, target):
                if label := labels.get(place):
                    link["href"] = f"#{label}"
                    continue
                if place in left:
                    link.unwrap()
                    continue
                if place[0].startswith(f"{ARTICLES}/"):
                    if site:
                        link["href"] = f"{site.rstrip('/')}/{place[0]}.html#{place[1]}"
                    else:
                        link.unwrap()
                    continue
                lost.append(f"{page.name}: {target}")
            link.unwrap()
    return lost


def _place(page: str, target: str) -> Place | None:
    path, _, anchor = target.partition("#")
    if not target or re.match(r"[A-Za-z][A-Za-z0-9+.-]*:", target):
        return None
    if not path:
        return page, unquote(anchor)
    name, suffix = posixpath.splitext(
        posixpath.normpath(posixpath.join(posixpath.dirname(page), unquote(path)))
    )
    return (name, unquote(anchor)) if suffix == ".html" else None


def place_anchors(root: Tag, used: set[str]) -> None:
    """Turn the ids of *root* that are *used* into empty anchors, where text begins, and remove all others."""
    maker = BeautifulSoup("", "html.parser")
    for tag in root.find_all(id=True):
        label = str(tag["id"])
        if tag.name in HEADINGS:
            continue
        del tag["id"]
        if label in used:
            anchor = maker.new_tag("span", id=label)
            home = _first_text(tag)
            if home.name in ("img", "span", "a"):
                home.insert_before(anchor)
            else:
                home.insert(0, anchor)


def _first_text(tag: Tag) -> Tag:
    """Return the element within *tag* that its first words stand in."""
    while tag.name not in ("p", "li", "td", "th", "caption", "figcaption", "dt", "dd", *HEADINGS):
        inner = tag.find("figcaption" if tag.name == "figure" else True)
        if not isinstance(inner, Tag):
            break
        tag = inner
    return tag
