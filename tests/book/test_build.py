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
from tests import forks
from tests.book.conftest import ARTICLE, built, command, copy_project, write_small

from dossier.cli import main, report
from dossier.report import PARSED
from dossier.sphinx_ext import build
from dossier.sphinx_ext.build import BookError, is_built
from dossier.storage import clear

pytestmark = pytest.mark.book


def tree(folder: Path) -> dict[str, bytes]:
    return {
        p.relative_to(folder).as_posix(): p.read_bytes() for p in sorted(folder.rglob("*")) if p.is_file()
    }


@pytest.fixture(scope="module")
def small(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A small project of this file's own, built."""
    return built(write_small(tmp_path_factory.mktemp("small") / "project"))


def test_an_unchanged_project_is_left_alone(small: Path) -> None:
    before = {p: p.stat().st_mtime_ns for p in (small / "_build" / "html").rglob("*")}
    program = [sys.executable, "-m", "dossier", "book", small]
    done = subprocess.run(program, capture_output=True, text=True, check=True)
    first, *_then = done.stdout.splitlines()
    assert first == f"Open {small / '_build' / 'html' / 'index.html'}"
    assert before == {p: p.stat().st_mtime_ns for p in (small / "_build" / "html").rglob("*")}


def put_folder(path: Path) -> None:
    path.unlink(missing_ok=True)
    path.mkdir()


def cut(path: Path) -> None:
    path.write_bytes(path.read_bytes()[: path.stat().st_size // 2])


@pytest.mark.parametrize(
    ("name", "spoil"),
    [
        ("data/claims.csv", lambda path: path.write_bytes(path.read_bytes().replace(b",", b";", 1))),
        ("notebooks/figures.html", cut),
        ("_static/dossier.css", Path.unlink),
        ("notebooks/09_gone.html", Path.touch),
        ("index.html", put_folder),
    ],
    ids=["a changed table", "half a page", "no stylesheet", "a page too many", "a folder for a page"],
)
def test_a_book_that_was_touched_does_not_count_as_built(small: Path, name: str, spoil) -> None:
    assert is_built(small)
    path = small / "_build" / "html" / name
    kept = path.read_bytes() if path.is_file() else None
    spoil(path)
    assert not is_built(small)
    clear(path)
    if kept is not None:
        path.write_bytes(kept)
    assert is_built(small)


def test_whatever_state_the_build_is_in_the_book_is_as_if_nothing_had_been(small: Path) -> None:
    place, kept = small / "_build", small / "_build" / ".dossier"
    before = tree(place / "html")
    shutil.rmtree(next(place.glob(".jupyter_cache/executed")), ignore_errors=True)
    for path in [*place.rglob("environment.pickle"), *place.rglob("*.doctree"), *place.rglob("global.db")]:
        cut(path)
    result, reading = min(kept.glob("notebooks/*.json")), min(kept.glob("readings/*.json"))
    for path in (result, reading):
        cut(path)
    for path in (
        kept / "analysis.json",
        kept / "references.bib",
        kept / "book.built.tmp",
        kept / "notebooks/x",
    ):
        put_folder(path)
    for name in ("jupyter_execute", "html/data"):
        clear(place / name)
        (place / name).touch()
    (place / "html/notebooks/09_gone.html").touch()
    spoilt, deadline = result.read_bytes(), time.monotonic() + 60
    running = forks.begin(command(small))
    while result.read_bytes() == spoilt:
        assert time.monotonic() < deadline
        time.sleep(0.02)
    os.killpg(running.pid, signal.SIGKILL)  # at any other moment: `make break`
    assert running.wait() == -signal.SIGKILL
    done = forks.run(command(small, alone=True))
    assert done.returncode == 0, done.stderr[-900:]
    assert tree(place / "html") == before


def with_cells(root: Path, *cells: str) -> subprocess.CompletedProcess[str]:
    """Build the book at *root* with *cells* more in one of its notebooks, which then are taken out again."""
    path = root / "notebooks" / "data.ipynb"
    kept = path.read_bytes()
    notebook = json.loads(kept)
    metadata = {"mystnb": {"markdown_format": "myst"}}
    extra = {"cell_type": "code", "metadata": metadata, "outputs": [], "execution_count": None}
    notebook["cells"] += [{**extra, "id": f"fault-{n}", "source": cell} for n, cell in enumerate(cells)]
    path.write_text(json.dumps(notebook), "utf-8")
    try:
        return forks.run(command(root))
    finally:
        path.write_bytes(kept)


def says_no(done: subprocess.CompletedProcess[str], *named: str) -> bool:
    last = done.stderr.rstrip().splitlines()[-1]
    assert all(name in done.stdout + done.stderr for name in named)
    return done.returncode == 1 and last.startswith("dossier: the book was not built")


def test_a_cell_that_fails_fails_the_build_and_is_named(small: Path) -> None:
    done = with_cells(small, "limit = 3", "# low, not lo\nlimit + lo")
    assert says_no(done, "_build/book.log")
    n = sum(
        cell["cell_type"] == "code"
        for cell in json.loads((small / "notebooks/data.ipynb").read_text("utf-8"))["cells"]
    )
    *_, told, _last = done.stderr.rstrip().splitlines()
    assert (
        told == f"notebooks/data.ipynb, code cell {n + 2}: “limit + lo”: NameError: name 'lo' is not defined"
    )
    log = (small / "_build" / "book.log").read_text("utf-8")
    assert "Traceback" in log and "\x1b" not in log and "Traceback" not in done.stdout + done.stderr


def test_a_change_in_the_articles_is_in_the_next_build_and_a_fault_in_a_page_leaves_the_old_book(
    small: Path,
) -> None:
    before = tree(small / "_build" / "html")
    (small / "seeds" / "900_nouveau.txt").write_text(ARTICLE.format(day=9, n=4321), "utf-8")
    done = with_cells(
        small,
        "from dossier.display.elements import Block, el\nBlock(el('a', 'x', href='#s-00000000'))",
        "from dossier.display.elements import Markdown\nMarkdown('{cite}`no_such_article`')",
    )
    assert says_no(done, "s-00000000", "no_such_article")  # a link without a record, a key without an entry
    assert "4,321" in (small / "_build" / ".dossier" / "notebooks" / "notebooks-figures.json").read_text(
        "utf-8"
    )
    assert tree(small / "_build" / "html") == before


def test_the_pdf_is_made_from_a_book_that_is_current(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "investigation.yml").write_text("title: x")
    page, made = tmp_path / "_build" / "html" / "index.html", []

    def write_page(root: Path) -> None:
        page.parent.mkdir()
        page.write_text("current")

    def fail(root: Path) -> None:
        raise BookError("the book was not built")

    monkeypatch.setattr(build, "_run", write_page)
    monkeypatch.setattr(report, "build_pdf", lambda root, **_: made.append(page.read_text()))
    for stale in ("altered", "altered again"):
        assert main(["pdf", str(tmp_path)]) == 0
        page.write_text(stale)
    (tmp_path / "investigation.yml").write_text("title: y")
    assert main(["pdf", str(tmp_path)]) == 0
    assert made == ["current"] * 3
    monkeypatch.setattr(build, "_run", fail)
    page.write_text("stale")
    assert main(["pdf", str(tmp_path)]) == 1
    assert "not built" in capsys.readouterr().err and made == ["current"] * 3
    assert page.read_text() == "stale", "a build that fails took the book that was there"


def test_by_hand_and_elsewhere_the_pages_have_the_same_bytes(
    book: Path, tmp_path_factory: pytest.TempPathFactory
) -> None:
    """All is read anew, under another hash seed.

    The last of this file: meanwhile another process may have built the book.
    """
    root = copy_project(tmp_path_factory.mktemp("an other plåce") / "report of 'mine'")
    clear(root / PARSED)
    program = Path(sys.executable).with_name("jupyter-book")
    environment = {key: value for key, value in os.environ.items() if key != "DOSSIER_ROOT"}
    environment |= {"PYTHONHASHSEED": "12345", "TZ": "Asia/Tokyo", "LC_ALL": "C"}
    done = subprocess.run(
        [program, "build", "."], cwd=root, env=environment, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr[-900:]
    here, there = tree(book), tree(root / "_build" / "html")
    assert ".buildinfo" not in here  # it is another one under each version of Python
    assert here.keys() == there.keys()
    assert [name for name in here if here[name] != there[name]] == []
