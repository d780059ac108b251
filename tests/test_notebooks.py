"""The notebooks run as they are, on any analysis, and show each figure and table of the book once."""

from __future__ import annotations

import ast
import json
import re
from collections import Counter
from dataclasses import replace
from pathlib import Path

import pytest
from tests import bridge

from dossier import report
from dossier.analysis import Analysis
from dossier.chapters import chapters_of, contents
from dossier.display.elements import SCREEN
from dossier.display.place import FIGURES, TABLES
from dossier.display.records import MAKERS
from dossier.frames import COLUMNS
from dossier.investigation import Chapter, load_investigation
from dossier.scaffold import build_notebook, template
from dossier.view.figures import figure_of

ROOT = Path(__file__).parent.parent
FIND = 'dossier.show(dossier.find("selon").head(8), caption="Sentences that say “selon”")'
TUTORIAL = ROOT / "notebooks" / "08_working_on.ipynb"
NOTEBOOKS = sorted((ROOT / "notebooks").glob("*.ipynb"))
ASKED = load_investigation(ROOT / "investigation.yml")
CHAPTERS = chapters_of(ASKED)[1:]


def cells(path: Path) -> list[str]:
    """Return the code cells of a notebook, or of a page in MyST."""
    if path.suffix == ".md":
        found = re.findall(r"^```\{code-cell\} python\n(.*?)^```", path.read_text("utf-8"), re.M | re.S)
        return [re.sub(r"\A(?::[^\n]*\n|---\n(?:[^-].*\n)*---\n)+", "", cell) for cell in found]
    content = json.loads(path.read_text("utf-8"))
    return ["".join(cell["source"]) for cell in content["cells"] if cell["cell_type"] == "code"]


def run(sources: list[str]) -> list[dict[str, str]]:
    """Return what each cell of *sources* shows on a screen."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv(SCREEN, "1")
        return _run(sources)


def _run(sources: list[str]) -> list[dict[str, str]]:
    names: dict[str, object] = {}
    shown = []
    for source in sources:
        *body, last = ast.parse(source).body
        exec(compile(ast.Module(body, []), "cell", "exec"), names)
        if isinstance(last, ast.Expr):
            value = eval(compile(ast.Expression(last.value), "cell", "eval"), names)
            shown.append({"text/html": value} if isinstance(value, str) else value._repr_mimebundle_())
        else:
            exec(compile(ast.Module([last], []), "cell", "exec"), names)
    return shown


@pytest.mark.parametrize("made", [bridge.build(), bridge.empty()], ids=["bridge", "empty"])
@pytest.mark.parametrize("path", [ROOT / "index.md", *NOTEBOOKS], ids=lambda path: path.name)
def test_every_cell_shows_something(path: Path, made: Analysis, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(report, "load", lambda root: made)
    shown = run(cells(path))
    assert shown
    for forms in shown:
        assert forms.get("text/html") or forms.get("text/markdown")


def test_a_figure_links_no_table_that_is_empty(monkeypatch: pytest.MonkeyPatch) -> None:
    made = bridge.build()
    denied = replace(made, claims=tuple(claim for claim in made.claims if not figure_of(claim)))
    assert denied.claims
    monkeypatch.setattr(report, "load", lambda root: denied)
    shown = "".join(forms["text/html"] for forms in run(cells(ROOT / "notebooks" / "02_troops.ipynb")))
    assert 'id="figure-claims"' in shown and 'href="#table-claims"' not in shown


@pytest.mark.parametrize(
    ("written", "instead", "seen"),
    [
        *(('columns("claims")', f'columns("{name}")', "the") for name in COLUMNS),
        ("claimant != '' and stance == 'affirm'", "claimant == ''", ""),
        ("claimant != '' and stance == 'affirm'", "low >= 100", "200"),
        ('"topic_label")', '"claimant")', "prefecture"),
        ('"topic_label")', '"side")', "None|Side|side"),
        ('["size"]', '["median", "min"]', "(?i)median"),
        ("plot_claims(named.head(12))", "plot_claims(named.query('high == 500'))", "500"),
        ("origins > 1 or disputed", "when.str.contains('2021')", "Vote"),
        ("kind == 'direct'", "words > 2", "Le Goff"),
        ('find("selon")', 'find("DEMENT")', "dément"),
        (FIND, "report.sentence(named.index[0])", "riverains"),
        ('"figures.csv"', '"figures.json"', "figures.json"),
    ],
)
def test_each_cell_of_the_tutorial_works_when_it_is_changed_as_its_text_says(
    written: str, instead: str, seen: str, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(report, "load", lambda root: bridge.build())
    monkeypatch.setenv("DOSSIER_ROOT", str(tmp_path))
    (tmp_path / "investigation.yml").touch()
    sources = cells(TUTORIAL)
    (place,) = (n for n, source in enumerate(sources) if written in source)
    needed = [source for source in sources[:place] if "plot" not in source]
    (*_rest, shown) = run([*needed, sources[place].replace(written, instead)])
    assert re.search(seen, shown["text/html"])


def calls(pattern: str) -> Counter[str]:
    sources = [cell for path in [ROOT / "index.md", *NOTEBOOKS] for cell in cells(path)]
    return Counter(name for cell in sources for name in re.findall(pattern, cell))


def test_each_figure_table_and_kind_of_record_is_shown_once() -> None:
    figures = r'(?:page\.figure\(|plot_\w+\([\w., ]+\), name=)"([\w-]+)"\)'
    assert calls(figures) == Counter(list(FIGURES))
    tables = r'(?:page\.table\(|show\((?!dossier).*, name=)"([\w-]+)"\)'
    assert calls(tables) == Counter(list(TABLES))
    assert calls(r'page\.records\("([\w-]+)"\)') == Counter(list(MAKERS))


def test_there_is_a_notebook_for_each_chapter_in_its_order() -> None:
    assert [f"notebooks/{path.stem}" for path in NOTEBOOKS] == [chapter.file for chapter in CHAPTERS]
    assert (ROOT / "_toc.yml").read_text("utf-8") == contents(ASKED)


@pytest.mark.parametrize("chapter", CHAPTERS, ids=lambda chapter: chapter.page)
def test_the_shipped_notebooks_are_those_of_the_scaffold(chapter: Chapter) -> None:
    assert (ROOT / f"{chapter.file}.ipynb").read_text("utf-8") == build_notebook(chapter)
    assert (ROOT / "index.md").read_text("utf-8") == template("index.md")


@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: path.name)
def test_a_notebook_opens_its_own_page_and_names_its_kernel(path: Path) -> None:
    content = json.loads(path.read_text("utf-8"))
    assert content["metadata"]["kernelspec"]["name"] == "python3"
    (opened,) = re.findall(r'report\.page\("(\w+)"', "".join(cells(path)))
    assert {chapter.file: chapter.page for chapter in CHAPTERS}[f"notebooks/{path.stem}"] == opened
