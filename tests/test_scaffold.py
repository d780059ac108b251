"""An investigation's files: what is written, what is left alone, and what is said where they do not fit."""

from __future__ import annotations

import json
from fnmatch import fnmatch
from pathlib import Path

import pytest
import yaml

from dossier.investigation import PAGES, Chapter, Investigation, load_investigation
from dossier.scaffold import (
    ChapterError,
    build_notebook,
    is_listed,
    messages,
    translate,
    write_edition,
    write_pages,
)
from dossier.validated_yaml import YamlError

ANY = Investigation()


def listed(root: Path) -> list[str]:
    return [entry["file"] for entry in yaml.safe_load((root / "_toc.yml").read_text("utf-8"))["chapters"]]


def test_each_page_gets_its_notebook_and_the_list_of_chapters_its_line(tmp_path: Path) -> None:
    written = write_pages(tmp_path, ANY)
    assert listed(tmp_path) == [f"notebooks/{page}" for page in PAGES]
    assert {path.name for path in written} == {
        *(f"{page}.ipynb" for page in PAGES),
        "_toc.yml",
        "_config.yml",
        "index.md",
    }
    assert write_pages(tmp_path, ANY) == []


def test_a_notebook_that_is_there_is_never_touched(tmp_path: Path) -> None:
    write_pages(tmp_path, ANY)
    (tmp_path / "notebooks" / "data.ipynb").write_text("mine", "utf-8")
    write_pages(tmp_path, Investigation(chapters=(Chapter("data"), Chapter("timeline", title="When"))))
    assert (tmp_path / "notebooks" / "data.ipynb").read_text("utf-8") == "mine"
    assert listed(tmp_path) == ["notebooks/data", "notebooks/timeline"]


def test_another_language_renews_the_pages_that_nobody_has_changed(tmp_path: Path) -> None:
    chapters = (Chapter("data"), Chapter("timeline"))
    write_pages(tmp_path, Investigation(chapters=chapters))
    (tmp_path / "notebooks" / "data.ipynb").write_text("mine", "utf-8")
    written = write_pages(tmp_path, Investigation(language="fr", chapters=chapters))
    assert [path.name for path in written] == ["_config.yml", "index.md", "timeline.ipynb"]
    assert "Chronologie" in (tmp_path / "notebooks" / "timeline.ipynb").read_text("utf-8")
    made = write_pages(tmp_path / "fr", Investigation(language="fr", chapters=chapters))
    comments = [path.read_text("utf-8").splitlines()[0] for path in made if path.suffix == ".yml"]
    assert len(comments) == 2 and all("livre" in line or "Tiré" in line for line in comments)
    assert (tmp_path / "notebooks" / "data.ipynb").read_text("utf-8") == "mine"


def test_a_topic_has_a_page_of_its_own(tmp_path: Path) -> None:
    write_pages(tmp_path, Investigation(chapters=(Chapter("figures", topic="deaths"), Chapter("figures"))))
    assert listed(tmp_path) == ["notebooks/figures_deaths", "notebooks/figures"]
    text = (tmp_path / "notebooks" / "figures_deaths.ipynb").read_text("utf-8")
    assert 'report.page(\\"figures\\", \\"deaths\\")' in text


def test_a_page_of_ones_own_stands_between_the_others(tmp_path: Path) -> None:
    asked = Investigation(chapters=(Chapter("data"), Chapter(file="book/about")))
    with pytest.raises(ChapterError, match=r"book/about of investigation.yml has no file: write book/about"):
        write_pages(tmp_path, asked)
    (tmp_path / "book").mkdir()
    (tmp_path / "book" / "about.md").write_text("# About\n", "utf-8")
    write_pages(tmp_path, asked)
    assert listed(tmp_path) == ["notebooks/data", "book/about"]
    config = yaml.safe_load((tmp_path / "_config.yml").read_text("utf-8"))["sphinx"]["config"]
    for page in ("book/about.md", "notebooks/mine.md", "notebooks/mine.ipynb"):
        assert any(fnmatch(page, pattern) for pattern in config["include_patterns"])


def test_a_page_that_only_the_list_names_is_not_dropped_without_a_word(tmp_path: Path) -> None:
    write_pages(tmp_path, ANY)
    (tmp_path / "notebooks" / "mine.ipynb").write_text("{}", "utf-8")
    toc = tmp_path / "_toc.yml"
    toc.write_text(toc.read_text("utf-8") + "  - file: notebooks/mine\n", "utf-8")
    assert not is_listed(tmp_path, ANY)
    with pytest.raises(ChapterError, match="add the line '- file: notebooks/mine'"):
        write_pages(tmp_path, ANY)


@pytest.mark.parametrize("page", PAGES)
def test_a_notebook_is_sound_and_speaks_of_no_affair(page: str) -> None:
    text = build_notebook(Chapter(page))
    cells = json.loads(text)["cells"]
    assert len({cell["id"] for cell in cells}) == len(cells) > 2
    assert not any(word in text.lower() for word in ("treaty", "troop", "casualt", "munition", "russia"))


def test_the_prose_of_a_page_is_in_the_language_of_the_report(tmp_path: Path) -> None:
    write_pages(tmp_path, Investigation(language="fr", chapters=(Chapter("timeline"),)))
    cells = json.loads((tmp_path / "notebooks" / "timeline.ipynb").read_text("utf-8"))["cells"]
    assert "".join(cells[0]["source"]) == "# Chronologie"
    english = json.loads(build_notebook(Chapter("timeline")))["cells"]
    codes = [[cell["source"] for cell in made if cell["cell_type"] == "code"] for made in (cells, english)]
    assert codes[0] == codes[1]
    assert "# L’essentiel" in (tmp_path / "index.md").read_text("utf-8")


PAGE = """---
front: matter
---

# A heading

Some words.

```{code-cell} hide-input
dossier.show(table, caption="A caption")  # no prose
```

- An item
"""


def test_headings_paragraphs_items_and_captions_are_messages_and_code_is_none() -> None:
    assert list(messages(PAGE)) == ["A heading", "Some words.", "A caption", "An item"]
    assert translate(PAGE) == PAGE


def test_an_edition_in_another_language_translates_what_is_the_programs_and_keeps_what_is_ones_own(
    tmp_path: Path,
) -> None:
    asked = (
        "title: A flood\nchapters:\n- {page: timeline, title: When}\n- {page: data}\n- {file: book/about}\n"
    )
    (tmp_path / "seeds").mkdir()
    (tmp_path / "seeds" / "a.txt").write_text("Il pleut.", "utf-8")
    (tmp_path / "book").mkdir()
    (tmp_path / "book" / "about.md").write_text("# About\n", "utf-8")
    (tmp_path / "locale").mkdir()
    catalogue = (
        'msgid ""\nmsgstr "Content-Type: text/plain; charset=utf-8"\n\nmsgid "A flood"\nmsgstr "Une crue"\n'
    )
    (tmp_path / "locale" / "fr.po").write_text(catalogue, "utf-8")
    (tmp_path / "investigation.yml").write_text(asked, "utf-8")
    write_pages(tmp_path, load_investigation(tmp_path / "investigation.yml"))
    (tmp_path / "notebooks" / "data.ipynb").write_text("mine", "utf-8")
    made = write_edition(tmp_path, "fr")
    french = load_investigation(made / "investigation.yml")
    write_pages(made, french)
    assert made == tmp_path / "_build" / "fr"
    assert (french.language, french.title, french.chapters[0].title) == ("fr", "Une crue", "When")
    assert "Chronologie" in (made / "notebooks" / "timeline.ipynb").read_text("utf-8")
    assert (made / "notebooks" / "data.ipynb").read_text("utf-8") == "mine"
    assert (made / "book" / "about.md").is_file() and (made / "seeds" / "a.txt").is_file()
    assert write_edition(tmp_path, "en") == tmp_path


def test_a_catalogue_that_cannot_be_read_is_named(tmp_path: Path) -> None:
    (tmp_path / "locale").mkdir()
    (tmp_path / "locale" / "fr.po").write_text("no catalogue", "utf-8")
    (tmp_path / "investigation.yml").write_text("title: A\nlanguage: fr\n", "utf-8")
    with pytest.raises(YamlError, match=r"fr\.po: "):
        load_investigation(tmp_path / "investigation.yml")
