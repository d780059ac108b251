"""Every link of the built book leads somewhere, every record has its anchor, nothing comes from outside."""

from __future__ import annotations

import csv
import re
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urlsplit

import pytest

IDS = {"claims": "claim_id", "quotations": "quotation_id", "discrepancies": "discrepancy_id",
       "events": "event_id"}  # fmt: skip


class Links(HTMLParser):
    """The ids of a page and the addresses in its attributes, read apart from the code under test."""

    def __init__(self, path: Path) -> None:
        super().__init__()
        self.ids: list[str] = []
        self.addresses: list[str] = []
        self.scripts: list[str] = []
        self.feed(path.read_text("utf-8"))

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = dict(attrs)
        if values.get("id"):
            self.ids.append(str(values["id"]))
        self.addresses += [
            value for name in ("href", "src", "action", "xlink:href") if (value := values.get(name))
        ]
        if tag == "script":
            self.scripts.append(values.get("src") or "inline")
        assert not [name for name in values if name.startswith("on")], f"event handler on <{tag}>"


def read_pages(book: Path) -> dict[Path, Links]:
    return {path: Links(path) for path in sorted(book.rglob("*.html"))}


def lost_links(pages: dict[Path, Links]) -> list[str]:
    """Return the links within the book that lead nowhere, each with its page."""
    lost = []
    known = {path.resolve(): page for path, page in pages.items()}
    for path, page in pages.items():
        for address in page.addresses:
            parts = urlsplit(address)
            if parts.scheme or parts.netloc:
                continue
            target = (path.parent / unquote(parts.path)).resolve() if parts.path else path.resolve()
            anchors = known[target].ids if target in known else []
            if not target.is_file() or (
                anchors and parts.fragment and unquote(parts.fragment) not in anchors
            ):
                lost.append(f"{path.name}: {address}")
    return lost


@pytest.fixture(scope="session")
def pages(book: Path) -> dict[Path, Links]:
    return read_pages(book)


def test_every_internal_link_leads_to_an_existing_anchor(pages: dict[Path, Links]) -> None:
    assert lost_links(pages) == []


def test_no_page_has_an_id_twice(pages: dict[Path, Links]) -> None:
    for path, page in pages.items():
        assert len(page.ids) == len(set(page.ids)), path.name


@pytest.mark.parametrize("table", IDS)
def test_every_record_of_the_data_package_has_one_permalink(
    book: Path, pages: dict[Path, Links], table: str
) -> None:
    with (book / "data" / f"{table}.csv").open(encoding="utf-8", newline="") as file:
        records = {row[IDS[table]] for row in csv.DictReader(file) if row.get("date_basis") != "published"}
    anchors = [anchor for page in pages.values() for anchor in page.ids]
    assert records
    assert {record for record in records if anchors.count(record) != 1} == set()


def test_scripts_are_files_of_the_book(pages: dict[Path, Links]) -> None:
    for path, page in pages.items():
        for script in page.scripts:
            assert not urlsplit(script).netloc and (path.parent / script).is_file(), f"{path.name}: {script}"


def test_nothing_in_the_book_names_this_machine(book: Path, project: Path) -> None:
    names = {str(project), str(Path.home()) + "/", "/tmp/"}
    for path in sorted(book.rglob("*")):
        if path.is_file() and path.suffix != ".inv":
            text = path.read_text("utf-8", errors="replace")
            assert not [name for name in names if name in text], path.name


def test_no_stylesheet_loads_from_outside(book: Path) -> None:
    for path in book.rglob("*.css"):
        text = path.read_text("utf-8")
        assert not re.search(r"@import|url\((?!\s*[\"']?data:)", text), path.name


def test_shipped_scripts_have_a_known_version_and_licence(book: Path) -> None:
    notes = (book / "_static" / "vendor" / "LICENSES.txt").read_text("utf-8")
    scripts = sorted((book / "_static" / "vendor").glob("*.js"))
    assert scripts
    for script in scripts:
        assert re.search(rf"{re.escape(script.name)} .*\d+\.\d+\.\d+", notes), script.name
