"""What a build does: nothing where nothing changed, all where something did, the same bytes anywhere."""

from __future__ import annotations

import json
import os
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from tests.book.conftest import copy_project, run_build

pytestmark = pytest.mark.book


def tree(folder: Path) -> dict[str, bytes]:
    return {
        p.relative_to(folder).as_posix(): p.read_bytes() for p in sorted(folder.rglob("*")) if p.is_file()
    }


@pytest.fixture(scope="module")
def second(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the project in a folder with a difficult name, built by hand."""
    root = copy_project(tmp_path_factory.mktemp("an other plåce") / "report of 'mine'")
    command = Path(sys.executable).with_name("jupyter-book")
    done = run_build(root, str(command), "build", ".")
    assert done.returncode == 0, done.stderr[-900:]
    return root


def test_by_hand_and_elsewhere_the_pages_have_the_same_bytes(book: Path, second: Path) -> None:
    here, there = tree(book), tree(second / "_build" / "html")
    assert here.keys() == there.keys()
    assert [name for name in here if here[name] != there[name]] == []


def test_an_unchanged_project_is_left_alone(second: Path) -> None:
    done = run_build(second)
    assert done.returncode == 0
    before = {p: p.stat().st_mtime_ns for p in (second / "_build" / "html").rglob("*")}
    done = run_build(second)
    assert done.returncode == 0
    assert done.stdout.splitlines() == [f"Open {second / '_build' / 'html' / 'index.html'}"]
    assert before == {p: p.stat().st_mtime_ns for p in (second / "_build" / "html").rglob("*")}


@pytest.mark.parametrize(
    ("cell", "named"),
    [
        ('page.table("no-such-table")', "no-such-table"),
        (
            "from dossier.display.elements import Block, el\nBlock(el('a', 'x', href='#s-00000000'))",
            "s-00000000",
        ),
        (
            "from dossier.display.elements import Markdown\nMarkdown('{cite}`no_such_article`')",
            "no_such_article",
        ),
    ],
    ids=["a cell that fails", "an evidence link without a record", "a citation without an entry"],
)
def test_a_fault_fails_the_build_and_is_named(second: Path, cell: str, named: str) -> None:
    path = second / "notebooks" / "07_data.ipynb"
    kept = path.read_bytes()
    notebook = json.loads(kept)
    metadata = {"mystnb": {"markdown_format": "myst"}}
    extra = {"cell_type": "code", "id": "fault", "metadata": metadata, "outputs": [], "execution_count": None}
    notebook["cells"].append({**extra, "source": cell})
    path.write_text(json.dumps(notebook), "utf-8")
    try:
        done = run_build(second)
        assert done.returncode == 1
        assert named in done.stdout + done.stderr
        assert done.stderr.rstrip().splitlines()[-1].startswith("dossier: the book was not built")
    finally:
        path.write_bytes(kept)


def test_after_broken_caches_and_kills_the_book_is_as_if_nothing_had_been(book: Path, second: Path) -> None:
    build = second / "_build"
    for path in [*build.rglob("global.db"), *build.rglob("environment.pickle"), *build.rglob("*.doctree")]:
        path.write_bytes(path.read_bytes()[: path.stat().st_size // 2])
    shutil.rmtree(build / "html" / "notebooks", ignore_errors=True)
    for seconds in (1.5, 4, 7):
        command = [sys.executable, "-m", "dossier", "book", str(second)]
        running = subprocess.Popen(command, cwd=second, start_new_session=True, stdout=subprocess.DEVNULL,
                                   stderr=subprocess.DEVNULL)  # fmt: skip
        time.sleep(seconds)
        os.killpg(running.pid, signal.SIGKILL)
        running.wait()
    done = run_build(second)
    assert done.returncode == 0, done.stderr[-900:]
    assert tree(build / "html") == tree(book)


def test_a_change_in_the_articles_shows_in_the_next_build(second: Path) -> None:
    text = "14 novembre 2024\n\nSelon Madrid, au moins 4321 soldats nord-coréens sont déployés.\n"
    (second / "seeds" / "900_nouveau.txt").write_text(text, "utf-8")
    (second / "_build" / "html" / "notebooks" / "09_gone.html").write_text("a page of a chapter that is gone")
    done = run_build(second)
    assert done.returncode == 0, done.stderr[-900:]
    assert "4,321" in (second / "_build" / "html" / "notebooks" / "02_troops.html").read_text("utf-8")
    assert not (second / "_build" / "html" / "notebooks" / "09_gone.html").exists()


def test_a_notebook_starts_without_the_language_model() -> None:
    code = "import sys, dossier.display, dossier.report; sys.exit('spacy' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
