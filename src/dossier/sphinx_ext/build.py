"""The whole book in one call: nothing where nothing has changed, else Jupyter Book, warnings as errors."""

from __future__ import annotations

import os
import sys
from pathlib import Path

from dossier.sphinx_ext.hashes import hash_folder, hash_sources
from dossier.storage import digest, hold, write_whole

_OPTIONS = ("-W", "-n", "--keep-going")


class BookError(ValueError):
    """The book could not be built; what is wrong stands in the output of the build."""


def build_book(root: Path) -> Path:
    """Build the book of the project at *root* where anything behind it has changed; return its first page.

    Raises:
        BookError: a page, a notebook or a link is at fault.
    """
    target, note = root / "_build" / "html", root / "_build" / ".dossier" / "book.built"
    note.parent.mkdir(parents=True, exist_ok=True)
    with hold(target.parent, wait=True):
        sources = hash_sources(root)
        if not (note.is_file() and note.read_text() == digest(sources, hash_folder(target))):
            note.unlink(missing_ok=True)
            _run(root)
            write_whole(note, digest(sources, hash_folder(target)).encode())
    return target / "index.html"


def _run(root: Path) -> None:
    os.environ.setdefault("PYDEVD_DISABLE_FILE_VALIDATION", "1")
    # jsonschema compiles 38 grammars on import if it finds this package, and uses none of them here: 1.5 s.
    sys.modules.setdefault("rfc3987_syntax", None)  # type: ignore[arg-type]
    from jupyter_book.cli.main import (  # type: ignore[import-untyped]  # noqa: PLC0415
        main,
    )

    try:
        main(["build", str(root), *_OPTIONS], standalone_mode=False)
    except RuntimeError:
        raise BookError("the book was not built: mend what the warnings and errors above name") from None
