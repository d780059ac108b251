"""What a build knows: the project's folder, its analysis, and a hash of all that the pages come from."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from sphinx.application import Sphinx

from dossier.analysis import Analysis
from dossier.storage import digest, of_project, write_whole
from dossier.storage.fingerprint import digest_files


@dataclass(frozen=True, slots=True)
class State:
    """Kept on the Sphinx application while it builds."""

    root: Path
    analysis: Analysis
    shown: str  # hash of what a notebook can show: the analysis and the package
    drawn: str  # hash of that and of the look of the pages


def hash_shown(root: Path) -> str:
    """Return one hash of the analysis' inputs and of the whole package, which shows its records."""
    return digest(of_project(root), _hash_folder(Path(__file__).parents[1]))


def hash_drawn(root: Path) -> str:
    """Return one hash of all that the pages depend on besides their own sources, which Sphinx watches."""
    return digest(hash_shown(root), _hash_folder(root / "book" / "_static"))


def hash_sources(root: Path) -> str:
    """Return one hash of everything that the book is made from."""
    sources = [
        *root.glob("_*.yml"),
        *root.glob("*.md"),
        *root.glob("notebooks/*.ipynb"),
        *root.glob("book/*.md"),
    ]
    return digest(hash_drawn(root), digest_files(root, sources))


def _hash_folder(folder: Path) -> str:
    return digest_files(
        folder, (p for p in folder.rglob("*") if p.is_file() and "__pycache__" not in p.parts)
    )


def _stamp(app: Sphinx) -> Path:
    return Path(app.srcdir) / "_build" / ".dossier" / f"{app.builder.name}.built"


def is_current(app: Sphinx) -> bool:
    """Return whether the pages in the output folder were finished from what stands in the project now."""
    try:
        return bool(_stamp(app).read_text() == app.dossier.drawn)
    except OSError:
        return False


def stamp(app: Sphinx) -> None:
    """Note that the pages in the output folder are finished."""
    write_whole(_stamp(app), app.dossier.drawn.encode())
