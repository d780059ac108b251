"""Faults of the built book, found as the search reads it: links, loads, records that no page shows."""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from html.parser import HTMLParser
from pathlib import Path
from posixpath import join, normpath
from urllib.parse import unquote, urlsplit

from dossier import i18n
from dossier.analysis import Analysis
from dossier.view import Homes, View

FILE = "searchindex.js"
_TEXTS = ("p", "li", "tr", "figcaption", "caption", "h1", "h2", "h3", "h4", "dt", "dd", "pre")
_BLOCKS = frozenset((*_TEXTS, "blockquote", "div", "section", "article"))
_VOID = frozenset(("br", "hr", "img", "input", "link", "meta", "use", "path"))
_SKIPPED_TAGS = frozenset(("script", "style", "svg", "button", "nav", "form", "summary"))
_SKIPPED_CLASSES = frozenset(
    ("headerlink", "cell_input", "dz-cite", "dz-made", "dz-unseen", "dz-permalink", "dz-back")
)
_LOADED = {("script", "src"), ("img", "src"), ("link", "href"), ("source", "src"), ("iframe", "src")}
_LINKS = {("a", "href"), ("form", "action"), ("use", "xlink:href"), ("use", "href"), *_LOADED}
Passage = tuple[str, str, str]  # the anchor, the language where it is not that of the page, the words


@dataclass(slots=True)
class Page(HTMLParser):
    """The ids of one page, the links it makes, and the passages of its article: what stands between the edges
    of two blocks.
    """

    ids: set[str] = field(default_factory=set)
    links: list[tuple[str, str, str]] = field(default_factory=list)  # tag, attribute, address
    passages: list[Passage] = field(default_factory=list)
    _open: list[tuple[str, str, str, bool]] = field(default_factory=list)  # tag, anchor, language, read
    _words: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        HTMLParser.__init__(self)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Take up the tag's id and links; note where a block begins, and which anchor and language hold."""
        for name, value in attrs:
            if name == "id" and value:
                self.ids.add(value)
            elif (tag, name) in _LINKS and value:
                self.links.append((tag, name, value))
        if tag in _VOID:
            return
        self._end_block(tag)
        known = {name: value or "" for name, value in attrs}
        _, anchor, language, read = self._open[-1] if self._open else ("", "", "", False)
        classes = known.get("class", "").split()
        read = (read or "bd-article" in classes) and tag not in _SKIPPED_TAGS
        read = read and not _SKIPPED_CLASSES.intersection(classes)
        self._open.append((tag, known.get("id") or anchor, known.get("lang") or language, read))

    def handle_endtag(self, tag: str) -> None:
        """Note where a block ends."""
        self._end_block(tag)
        while tag not in _VOID and self._open and self._open.pop()[0] != tag:
            pass

    def handle_data(self, data: str) -> None:
        """Take up words that are read."""
        if self._open and self._open[-1][3]:
            self._words.append(data)

    def _end_block(self, tag: str) -> None:
        if tag in ("td", "th"):
            self._words.append(" ")
        if tag in _BLOCKS and self._open:
            if words := " ".join("".join(self._words).split()):
                _, anchor, language, _ = self._open[-1]
                self.passages.append((anchor, language if language != i18n.language() else "", words))
            self._words.clear()


def write_index(folder: Path, pages: Mapping[str, Page]) -> None:
    """Write what the search needs to know of *pages*, by their path, into the book in *folder*."""
    known = []
    for name, page in pages.items():
        passages = list(dict.fromkeys(page.passages))  # each once for its anchor
        title = passages[0][2] if passages else name.removesuffix(".html")
        known.append({"page": name, "title": title, "passages": passages})
    text = json.dumps(known, ensure_ascii=False, separators=(",", ":"))
    (folder / FILE).write_text(f"const PAGES = {text};\n", "utf-8")


def read_pages(folder: Path) -> dict[str, Page]:
    """Return each HTML page below *folder* by its path."""
    pages = {}
    for path in sorted(folder.rglob("*.html")):
        page = pages[path.relative_to(folder).as_posix()] = Page()
        page.feed(path.read_text("utf-8"))
    return pages


def find_faults(folder: Path, pages: dict[str, Page], analysis: Analysis) -> list[str]:
    """Return one sentence for each fault of the *pages* of the book in *folder*, in their order."""
    faults = [fault for name in pages for fault in _find_broken(name, pages, folder)]
    shown = {anchor for page in pages.values() for anchor in page.ids}
    faults += [
        f"no page has an anchor for the record {record}"
        for record in record_ids(analysis)
        if record not in shown
    ]
    return faults


def record_ids(analysis: Analysis) -> Iterator[str]:
    """Yield the id of each record that has to have a permalink: those whose chapter is in the book."""
    view = View(analysis)
    homes = Homes(view)
    ids = (
        *sorted({mention.event_id for mention in view.mentions}),
        *(claim.claim_id for claim in analysis.claims),
        *(quotation.quotation_id for quotation in analysis.quotations),
        *(discrepancy.discrepancy_id for discrepancy in view.printed),
    )
    for identity in ids:
        place = homes.find(identity)
        if place and place[1] == identity:
            yield identity


def _find_broken(name: str, pages: dict[str, Page], folder: Path) -> Iterator[str]:
    for tag, attribute, address in pages[name].links:
        parts = urlsplit(address)
        if parts.scheme == "data" and (tag, attribute) == ("link", "href"):
            continue
        if parts.scheme or parts.netloc:
            if (tag, attribute) in _LOADED or parts.scheme not in ("http", "https", "mailto"):
                yield f"{name}: <{tag} {attribute}={address!r}> is not a file of the book"
            continue
        target = normpath(join(name, "..", unquote(parts.path))) if parts.path else name
        if target not in pages and not (folder / target).is_file():
            yield f"{name}: link to {address}, which is not in the book"
        elif parts.fragment and target in pages and unquote(parts.fragment) not in pages[target].ids:
            yield f"{name}: link to {address}, but {target} has no such anchor"
