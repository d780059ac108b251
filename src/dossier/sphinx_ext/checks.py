"""Faults of the built book: links without a target, loads from outside, records that no page shows."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from posixpath import join, normpath
from urllib.parse import unquote, urlsplit

from dossier.analysis import Analysis
from dossier.sphinx_ext.search import Reader
from dossier.view import Homes, View

_LOADED = {("script", "src"), ("img", "src"), ("link", "href"), ("source", "src"), ("iframe", "src")}
_LINKS = {("a", "href"), ("form", "action"), ("use", "xlink:href"), ("use", "href"), *_LOADED}


@dataclass(slots=True)
class Page(Reader):
    """The ids of one page and the links it makes, beside what the search looks through."""

    ids: set[str] = field(default_factory=set)
    links: list[tuple[str, str, str]] = field(default_factory=list)  # tag, attribute, address

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Take up the tag's id and its links."""
        Reader.handle_starttag(self, tag, attrs)
        for name, value in attrs:
            if name == "id" and value:
                self.ids.add(value)
            elif (tag, name) in _LINKS and value:
                self.links.append((tag, name, value))


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
        *(discrepancy.discrepancy_id for discrepancy in analysis.discrepancies),
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
