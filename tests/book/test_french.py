"""A book in French: not an English word in it but names and what is quoted."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pikepdf
import pytest
from bs4 import BeautifulSoup
from tests import messages
from tests.book.test_browser import AXE, TAGS
from tests.book.test_pdf import printed

from dossier import frames
from dossier.export.schema import table_forms
from dossier.pdf import build_pdf

if TYPE_CHECKING:
    from tests.book.conftest import Browser

pytestmark = pytest.mark.book
COLOURLESS = ', rules: { "color-contrast": { enabled: false } }'
_WORD = re.compile(r"[a-z]{3,}")
# Names and terms that French has from English, or writes as a program does.
_KEPT = {
    "data",
    "package",
    "frictionless",
    "open",
    "web",
    "annotation",
    "annotations",
    "copy",
    "dossier",
    "references",
    "count",  # a column that pandas names
}


def words(text: str) -> set[str]:
    """Return the words of *text* in small letters; what has an accent or a capital within is none."""
    return set(_WORD.findall(re.sub(r"\{\w+\}", " ", text).lower()))


def english() -> set[str]:
    """Return the words of the program's own English that occur in none of its French."""
    catalogue = messages.read(messages.CATALOGUES / "fr.po")
    ours: set[str] = set()
    theirs: set[str] = set(_KEPT)
    for message in catalogue:
        if not message.id:
            continue
        forms = (message.id, message.string)
        told = [" ".join(form) if isinstance(form, tuple) else str(form) for form in forms]
        ours |= words(re.sub(r"`[^`]*`|_build\S*", " ", told[0]))
        theirs |= words(told[1])
    return ours - theirs


@pytest.fixture(scope="module")
def book(french: Path) -> Path:
    """The shipped investigation in French, translated from its English."""
    return french


def known(root: Path) -> set[str]:
    """Return the words of the articles, of what is asked of them in French, and the names of columns."""
    given = [path.name + " " + path.read_text("utf-8") for path in root.glob("seeds/*")]
    catalogue = root / "locale" / "fr.po"
    given += (
        [str(message.string) for message in messages.read(catalogue)]
        if catalogue.is_file()
        else [(root / "investigation.yml").read_text("utf-8")]
    )
    named = [f"{form.name} {column}" for form in table_forms().values() for column in form.columns]
    framed = [column for columns in frames.COLUMNS.values() for column in columns]
    return words(" ".join((*given, *named, *framed)).replace("_", " "))


def told(page: Path) -> Iterator[str]:
    """Yield what a reader of *page* sees or hears, code apart."""
    soup = BeautifulSoup(page.read_text("utf-8"), "html.parser")
    for tag in soup(["script", "style", "pre", "code"]):
        tag.decompose()
    yield soup.get_text(" ")
    for tag in soup.find_all(True):
        yield from (str(tag[name]) for name in ("alt", "title", "aria-label") if tag.get(name))
    yield from (str(tag["content"]) for tag in soup.find_all("meta", attrs={"name": "description"}))
    yield from json.loads(str(soup.body["data-words"])).values() if soup.body else ()


def test_the_test_knows_english() -> None:
    assert {"the", "which", "sources"} & english() == {"the", "which"}
    assert len(english()) > 300


@pytest.mark.parametrize("name", ["book", "example"])
def test_no_page_has_an_english_word(name: str, request: pytest.FixtureRequest) -> None:
    root = request.getfixturevalue(name)
    pages = sorted((root / "_build" / "html").rglob("*.html"))
    foreign = english() - known(root)
    found = {page.name: sorted(words(" ".join(told(page))) & foreign) for page in pages}
    assert len(pages) > 8
    assert not any(found.values()), {name: rows for name, rows in found.items() if rows}


def test_every_page_says_that_it_is_french(book: Path) -> None:
    for page in (book / "_build" / "html").rglob("*.html"):
        assert '<html lang="fr"' in page.read_text("utf-8")


def test_the_pdf_has_no_english_word(book: Path) -> None:
    path = build_pdf(book)
    with pikepdf.open(path) as pdf:
        assert str(pdf.Root.Lang) == "fr"
    lines = re.sub(r"notebooks/\w+", "", printed(path))
    text = re.sub(r"[-\u00ad\u2010]\s*\n", "", lines)  # words that a line breaks
    assert not words(text) & (english() - known(book)), words(text) & (english() - known(book))


@pytest.mark.browser
def test_axe_finds_nothing_on_a_phone(book: Path, browser: Browser, tool: Callable[[str], Path]) -> None:
    """Its colours are looked at on two pages: they are those of the English ones."""
    axe = tool("axe-core/axe.min.js").read_text("utf-8")
    for page in (book / "_build" / "html").rglob("*.html"):
        browser.look(page, width=390)
        browser.run(axe)
        rules = TAGS if page.stem in ("index", "01_timeline") else TAGS + COLOURLESS
        assert browser.wait(AXE % rules) == [], page.name


def test_the_data_package_explains_itself_in_french(book: Path) -> None:
    described = (book / "_build" / "html" / "data" / "datapackage.json").read_text("utf-8")
    meanings = " ".join(re.findall(r'"(?:title|description)": "([^"]*)"', described))
    assert not words(meanings) & (english() - known(book)), words(meanings) & (english() - known(book))
