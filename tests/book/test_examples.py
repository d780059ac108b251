"""The examples become books with nothing but articles and investigation.yml, and keep to their own matter.

That in French is built, as a large book; of that in English the chapters are run here.
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from tests import sentences
from tests.book.conftest import copy_example
from tests.book.figures import faults_of_figures
from tests.test_notebooks import cells, run

from dossier.chapters import chapters_of
from dossier.investigation import load_investigation
from dossier.scaffold import write_pages

if TYPE_CHECKING:
    from tests.book.conftest import Browser

pytestmark = pytest.mark.book
FOREIGN = re.compile(r"\b(treaty|troops?|casualties|munitions|Russia|Korea\w*|Ukraine)\b", re.IGNORECASE)


def test_the_example_in_english_fills_its_chapters(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    root = copy_example("us-election-2012", tmp_path / "election")
    asked = load_investigation(root / "investigation.yml")
    write_pages(root, asked)
    monkeypatch.setenv("DOSSIER_ROOT", str(root))
    sentences.check(root)
    for chapter in chapters_of(asked):
        path = next(root.glob(f"{chapter.file}.*"))
        shown = [forms.get("text/html") or forms.get("text/markdown") or "" for forms in run(cells(path))]
        assert all(shown) and not FOREIGN.search(re.sub(r"<[^>]+>", "", " ".join(shown))), chapter.file


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
