"""The pages of the built book in the order of its contents, each as plain HTML; links between them."""

import itertools
import posixpath
import re
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import unquote

from bs4 import BeautifulSoup, Comment, Tag

from dossier.i18n import _
from dossier.pdf.once import MAKER, print_once
from dossier.view import ARTICLES

_SVG = re.compile(r"<svg\b.*?</svg>", re.DOTALL)
# What only a screen needs. The cover says the masthead's words, the summary a lead that is a finding.
_TAGS = {"script", "style", "template", "noscript", "button", "input", "select", "form", "nav"}
_CLASSES = {"headerlink", "toctree-wrapper", "cell_input", "dz-masthead", "dz-unseen", "dz-made", "dz-said"}
_CLASSES |= {"dz-figure__wide", "dz-figure__narrow"}  # the form for paper stands beside them
_UNPRINTED = ".dz-screen, .dz-cover, .dz-empty, .bibtex-citation"
_FOLDED = {"hide", "dz-cite"}


@dataclass(frozen=True, slots=True)
class Page:
    """One page: its name without suffix, its article, and the SVG taken out of it.

    Each SVG has left an ``<img data-svg="n">`` behind, n its place in ``svgs``. ``left`` are the anchors of
    what only the edition for the screen shows.
    """

    name: str
    article: Tag
    svgs: tuple[str, ...]
    left: frozenset[str] = frozenset()


def read_page(site: Path, name: str, *, opening: str = "") -> Page:
    """Return the page *name* of the HTML book in *site*, without what only a screen needs.

    Of a page to work on only its opening is printed: then *opening* is its address.

    Raises FileNotFoundError where the page was not built, ValueError where it holds no article.
    """
    html = (site / f"{name}.html").read_text("utf-8")
    svgs, places = tuple(_SVG.findall(html)), itertools.count()
    html = _SVG.sub(lambda _svg: f'<img data-svg="{next(places)}">', html)
    article = BeautifulSoup(html, "html.parser").select_one("article.bd-article")
    if article is None:
        raise ValueError(f"{name}.html holds no article")
    anchors = _anchors(article)
    keep_opening(article, opening) if opening else leave_sections(article)
    let_float(article)
    if print_once(article):
        _note(article, _("Of a passage printed above, only the clauses that count stand again: “… …”."))
    left = anchors - _anchors(article)
    for tag in article.find_all(_for_screens):
        tag.extract()
    for comment in article.find_all(string=lambda text: isinstance(text, Comment)):
        comment.extract()
    return Page(name, article, svgs, left)


def _anchors(article: Tag) -> frozenset[str]:
    return frozenset(str(tag["id"]) for tag in article.find_all(id=True))


def leave_sections(article: Tag) -> None:
    """Take what only a screen shows out of *article*, and name first the sections that it leaves empty.

    What the cover says is left out without a word.
    """
    named = []
    for part in article.select("blockquote .dz-screen"):  # the title beside a source leaves no section empty
        part.extract()
    for tag in [*article.select(".dz-screen"), *article.select(".dz-cover")]:
        section = tag.find_parent("section")
        cells = section.select(".cell") if section and not section.find("h1") else []
        if not cells or not all(cell.select(_UNPRINTED) for cell in cells):
            tag.extract()
        elif section and section.parent:
            if heading := "dz-screen" in tag.get_attribute_list("class") and section.find(["h2", "h3"]):
                named.append(heading.get_text().removesuffix("¶"))
            section.extract()
    if named:
        _note(article, _("Only in the edition for the screen: {sections}.", sections=_("; ").join(named)))


def let_float(article: Tag) -> None:
    """Leave the heading of a section out that holds nothing but a figure: it stands where there is room."""
    for section in article.select("section section:has(figure)"):
        heading, *others = section.find_all(True, recursive=False)
        rest = [tag for tag in others if tag.get_text(strip=True)]
        if heading.name in ("h2", "h3") and all(tag.find("figure") for tag in rest):
            heading.extract()


def explain_codes(article: Tag) -> bool:
    """Say on *article* what the codes behind its records are; return whether it has any."""
    found = article.select_one(".dz-record:not(.dz-record--finding) .dz-permalink")
    if found:
        said = _("A code like {code} is the name of a record on the screen and in the data.", code=found.text)
        _note(article, said)
    return bool(found)


def keep_opening(article: Tag, address: str) -> None:
    """Leave of *article* its heading, the paragraph below it and its *address*."""
    for tag in article.select("section section, section > .cell"):
        tag.extract()
    _note(article, _("In the edition for the screen: {address}.", address=address))


def _note(article: Tag, words: str) -> None:
    note = MAKER.new_tag("p", attrs={"class": "dz-about"})
    note.append(words)
    chapter = article.find("section") or article
    first = chapter.find("section", recursive=False)
    (first.insert_before if first else chapter.append)(note)


def _for_screens(tag: Tag) -> bool:
    classes = set(tag.get_attribute_list("class"))
    return bool(
        tag.name in _TAGS
        or classes & _CLASSES
        or (tag.name == "details" and classes & _FOLDED)
        or ("hidden" in tag.attrs and "dz-figure__paper" not in classes)
    )


HEADINGS = ["h1", "h2", "h3", "h4", "h5", "h6"]
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
            place = _place(page.name, target)
            of_article = place is not None and place[0].startswith(f"{ARTICLES}/")
            if place in labels:
                link["href"] = f"#{labels[place]}"
            elif place and site and of_article and place not in left:
                link["href"] = f"{site.rstrip('/')}/{place[0]}.html#{place[1]}"
            else:
                if place and place not in left and not of_article:
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
    for tag in root.find_all(id=True):
        label = str(tag["id"])
        if tag.name in HEADINGS:
            continue
        del tag["id"]
        if label in used:
            anchor = MAKER.new_tag("span", id=label)
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
