"""The examples become books with nothing but articles and investigation.yml, and keep to their own matter."""

from __future__ import annotations

import re
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from tests.book.conftest import ROOT, built
from tests.book.figures import faults_of_figures

from dossier.chapters import chapters_of
from dossier.investigation import load_investigation

if TYPE_CHECKING:
    from tests.book.conftest import Browser

pytestmark = pytest.mark.book
EXAMPLES = ("us-election-2012", "job-cuts-2012")
SHOWN = 3
LARGE = f"shown: {SHOWN}\nemphasis: [contested, voice]\n"
FOREIGN = re.compile(r"\b(treaty|troops?|casualties|munitions|Russia|Korea\w*|Ukraine)\b", re.IGNORECASE)


def example_of(once: Callable[[str, Callable[[Path], object]], Path], name: str) -> Path:
    """Return a copy of the example *name*, its book built; the election's as a large book."""

    def build(root: Path) -> None:
        shutil.copytree(ROOT / "examples" / name / "seeds", root / "seeds")
        asked = (ROOT / "examples" / name / "investigation.yml").read_text("utf-8")
        (root / "investigation.yml").write_text(
            (LARGE if name == "us-election-2012" else "") + asked, "utf-8"
        )
        built(root)

    return once(name, build)


@pytest.fixture(scope="module", params=EXAMPLES)
def example(request: pytest.FixtureRequest, once: Callable[[str, Callable[[Path], object]], Path]) -> Path:
    return example_of(once, request.param)


def pages(root: Path) -> list[Path]:
    chapters = chapters_of(load_investigation(root / "investigation.yml"))
    return [root / "_build" / "html" / f"{chapter.file}.html" for chapter in chapters]


def test_each_chapter_has_its_page_and_its_title(example: Path) -> None:
    asked = load_investigation(example / "investigation.yml")
    for chapter, page in zip(chapters_of(asked), pages(example), strict=True):
        text = page.read_text("utf-8")
        assert chapter.title in re.sub(r"<[^>]+>", "", text)
        assert not FOREIGN.search(text), FOREIGN.search(text)


@pytest.mark.browser
def test_the_pages_open_without_a_word_of_complaint(example: Path, browser: Browser) -> None:
    for page in pages(example):
        browser.look(page)
        assert browser.log("browser") == []
        assert [url for url in browser.requests() if not url.startswith(("file:", "data:", "about:"))] == []


@pytest.mark.browser
def test_the_words_of_every_figure_can_be_read(example: Path, browser: Browser) -> None:
    seen, faults = faults_of_figures(browser, pages(example))
    assert min(seen) > 50 and faults == []
