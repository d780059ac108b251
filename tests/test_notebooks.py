"""The notebooks run as they are, on any analysis, and show each figure and table of the book once."""

from __future__ import annotations

import ast
import json
import re
from collections import Counter
from pathlib import Path

import pytest
from tests import bridge

from dossier import report
from dossier.analysis import Analysis
from dossier.display.catalog import FIGURES, PAGES, TABLES
from dossier.display.records import MAKERS

ROOT = Path(__file__).parent.parent
NOTEBOOKS = sorted((ROOT / "notebooks").glob("*.ipynb"))


def cells(path: Path) -> list[str]:
    """Return the code cells of a notebook, or of a page in MyST."""
    if path.suffix == ".md":
        found = re.findall(r"^```\{code-cell\} python\n(.*?)^```", path.read_text("utf-8"), re.M | re.S)
        return [re.sub(r"\A(?::[^\n]*\n|---\n(?:[^-].*\n)*---\n)+", "", cell) for cell in found]
    content = json.loads(path.read_text("utf-8"))
    return ["".join(cell["source"]) for cell in content["cells"] if cell["cell_type"] == "code"]


def run(path: Path) -> list[dict[str, str]]:
    """Return what each cell of *path* shows."""
    names: dict[str, object] = {}
    shown = []
    for source in cells(path):
        *body, last = ast.parse(source).body
        if isinstance(last, ast.Expr):
            value = eval(compile(ast.Expression(last.value), path.name, "eval"), names)
            shown.append(value._repr_mimebundle_())
        else:
            exec(compile(ast.Module([*body, last], []), path.name, "exec"), names)
    return shown


@pytest.mark.parametrize("made", [bridge.build(), bridge.empty()], ids=["bridge", "empty"])
@pytest.mark.parametrize("path", [ROOT / "index.md", *NOTEBOOKS], ids=lambda path: path.name)
def test_every_cell_shows_something(path: Path, made: Analysis, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(report, "load", lambda: made)
    shown = run(path)
    assert shown
    for forms in shown:
        assert forms.get("text/html") or forms.get("text/markdown")


def calls(pattern: str) -> Counter[str]:
    sources = [cell for path in [ROOT / "index.md", *NOTEBOOKS] for cell in cells(path)]
    return Counter(name for cell in sources for name in re.findall(pattern, cell))


def test_each_figure_table_and_kind_of_record_is_shown_once() -> None:
    assert calls(r'page\.figure\("([\w-]+)"\)') == Counter(list(FIGURES))
    assert calls(r'page\.table\("([\w-]+)"\)') == Counter(list(TABLES))
    assert calls(r'page\.records\("([\w-]+)"\)') == Counter(list(MAKERS))


def test_there_is_a_notebook_for_each_chapter_in_its_order() -> None:
    assert [f"notebooks/{path.stem}" for path in NOTEBOOKS] == list(PAGES.values())[1:]


@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: path.name)
def test_a_notebook_opens_its_own_page_and_names_its_kernel(path: Path) -> None:
    content = json.loads(path.read_text("utf-8"))
    assert content["metadata"]["kernelspec"]["name"] == "python3"
    (opened,) = re.findall(r'open_page\(load\(\), "(\w+)"\)', "".join(cells(path)))
    assert PAGES[opened] == f"notebooks/{path.stem}"
