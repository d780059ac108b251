"""The whole book in one call: nothing where nothing has changed, else Jupyter Book, warnings as errors."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from dossier.investigation import load_investigation
from dossier.scaffold import write_pages
from dossier.sphinx_ext.hashes import hash_folder, hash_sources
from dossier.storage import digest, hold, write_whole

_OPTIONS = ("-W", "-n", "--keep-going")


class BookError(ValueError):
    """The book could not be built; what is wrong stands in the output of the build."""


def build_book(root: Path) -> Path:
    """Build the book of the project at *root* where anything behind it has changed; return its first page.

    Raises:
        BookError: a page, a notebook or a link is at fault.
        InvestigationError, ChapterError: investigation.yml is, or its chapters do not fit the files.
    """
    target, note = root / "_build" / "html", _note(root)
    note.parent.mkdir(parents=True, exist_ok=True)
    with hold(target.parent, wait=True):
        if not is_built(root):
            note.unlink(missing_ok=True)
            write_pages(root, load_investigation(root / "investigation.yml"))
            _run(root)
            write_whole(note, _state(root).encode())
    return target / "index.html"


def is_built(root: Path) -> bool:
    """Return whether the pages below *root* are those that its sources would give, whole and untouched."""
    note = _note(root)
    return note.is_file() and note.read_text() == _state(root)


def _note(root: Path) -> Path:
    return root / "_build" / ".dossier" / "book.built"


def _state(root: Path) -> str:
    return digest(hash_sources(root), hash_folder(root / "_build" / "html"))


def _run(root: Path) -> None:
    # jsonschema compiles 38 grammars on import if it finds this package, and uses none of them here: 1.5 s.
    sys.modules.setdefault("rfc3987_syntax", None)  # type: ignore[arg-type]
    command = [sys.executable, "-m", "dossier", "analyse", str(root)]
    with subprocess.Popen(command) as analysis:
        # Meanwhile: loading the model and loading Sphinx take as long as each other.
        from jupyter_book.cli.main import main  # type: ignore[import-untyped]  # noqa: PLC0415
        from myst_nb import sphinx_ext  # noqa: F401, PLC0415
    if analysis.returncode:
        raise BookError("the book was not built: the articles could not be analysed")
    try:
        main(["build", str(root), *_OPTIONS], standalone_mode=False)
    except (RuntimeError, SystemExit):
        raise BookError("the book was not built: mend what the warnings and errors above name") from None
