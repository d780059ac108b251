"""What all tests share: one loaded model, small articles made of a text, the seeds analysed once."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from dossier.cli import main
from dossier.corpus import read_folder
from dossier.dates import resolve
from dossier.i18n import SOURCE, use
from dossier.investigation import Investigation
from dossier.language import Parsed, parse
from dossier.processes import seldom_collect
from dossier.reading import read_article
from dossier.records import Article, Published, Reading
from dossier.registry import build_registry
from dossier.storage import hold

seldom_collect()
os.environ.pop("PYTHONDONTWRITEBYTECODE", None)  # what one process of the tests compiles, the next has
sys.dont_write_bytecode = False
sys.modules.setdefault("rfc3987_syntax", None)  # type: ignore[arg-type]  # as a build does: 1.5 s
ROOT = Path(__file__).parent.parent
SEEDS = ROOT / "seeds"


@pytest.fixture(autouse=True)
def english() -> Iterator[None]:
    """Let no test leave a language behind."""
    yield
    use(SOURCE)


@pytest.fixture(scope="session")
def make_article(tmp_path_factory: pytest.TempPathFactory) -> Callable[..., Article]:
    """Return a function from a text to an article, read as a file is."""

    def make(text: str, published: str = "") -> Article:
        folder = tmp_path_factory.mktemp("article")
        (folder / "article.txt").write_bytes(text.encode())
        (article,) = read_folder(folder)
        return replace(article, published=Published(published, basis="metadata")) if published else article

    return make


@pytest.fixture(scope="session")
def parse_text(make_article: Callable[..., Article]) -> Callable[..., Parsed]:
    """Return a function from a text, and the day it was published, to its parsed article."""
    return lambda text, published="": next(parse([make_article(text, published)]))


@pytest.fixture(scope="session")
def read_text(parse_text: Callable[..., Parsed]) -> Callable[..., Reading]:
    """Return a function from a text, and the day it was published, to all that it yields, dates resolved."""

    def read(text: str, published: str = "", investigation: Investigation | None = None) -> Reading:
        asked = investigation or Investigation()
        reading = read_article(parse_text(text, published), asked, build_registry(asked))
        return resolve(reading, reading.article.published)

    return read


@pytest.fixture(scope="session")
def once(tmp_path_factory: pytest.TempPathFactory) -> Callable[[str, Callable[[Path], object]], Path]:
    """Return a function to a folder that is made once, whichever process of the tests asks for it first."""
    base = tmp_path_factory.getbasetemp()
    base = base.parent if "PYTEST_XDIST_WORKER" in os.environ else base

    def get(name: str, make: Callable[[Path], object]) -> Path:
        folder = base / f"once-{name}"
        folder.mkdir(exist_ok=True)
        with hold(folder, wait=True):
            if not (folder / "made").exists():
                make(folder / "it")
                (folder / "made").touch()
        return folder / "it"

    return get


@pytest.fixture(scope="session")
def seeds_package(once: Callable[[str, Callable[[Path], object]], Path]) -> Path:
    """Return the folder of the data package of the seeds, extracted once by the command itself."""

    def extract(out: Path) -> None:
        asked = str(ROOT / "investigation.yml")
        assert main(["extract", str(SEEDS), "--out", str(out), "--investigation", asked]) == 0

    return once("package", extract)
