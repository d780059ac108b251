"""A new project: every file that a book needs, none of them written over one that is there."""

from __future__ import annotations

from pathlib import Path

from dossier.investigation import load_investigation
from dossier.scaffold.notebooks import template
from dossier.scaffold.pages import write_pages
from dossier.storage import write_whole

_COPIED = ("_config.yml", "index.md")
_IGNORED = "_build/\n"


def write_project(root: Path, investigation: str) -> list[Path]:
    """Write the project at *root* around the text of its investigation.yml; return the paths written.

    Raises:
        InvestigationError: *investigation* is not a valid one.
    """
    asked = root / "investigation.yml"
    files = {asked: investigation, **{root / name: template(name) for name in _COPIED}}
    written = [path for path, text in files.items() if write_new(path, text)]
    made = load_investigation(asked)
    more = {
        root / "README.md": template("README.md").replace("$title", made.title),
        root / ".gitignore": _IGNORED,
    }
    written += [path for path, text in more.items() if write_new(path, text)]
    return written + write_pages(root, made)


def write_new(path: Path, text: str) -> bool:
    """Write *text* to *path* unless a file is there; return whether it was written."""
    if path.exists():
        return False
    path.parent.mkdir(parents=True, exist_ok=True)
    write_whole(path, text.encode())
    return True
