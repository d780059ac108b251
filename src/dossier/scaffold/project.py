"""A new project: every file that a book needs, none of them written over one that is there."""

from pathlib import Path

from dossier.i18n import using
from dossier.investigation import load_investigation
from dossier.scaffold.notebooks import page_text
from dossier.scaffold.pages import write_new, write_pages

_IGNORED = "_build/\n"


def write_project(root: Path, investigation: str) -> list[Path]:
    """Write the project at *root* around the text of its investigation.yml; return the paths written.

    Raises:
        YamlError: *investigation* is not a valid one.
    """
    asked = root / "investigation.yml"
    written = [asked] if write_new(asked, investigation) else []
    made = load_investigation(asked)
    with using(made.language):
        readme = page_text("README.md")
    files = {
        root / "README.md": readme.replace("$title", made.title),
        root / ".gitignore": _IGNORED,
    }
    written += [path for path, text in files.items() if write_new(path, text)]
    return written + write_pages(root, made)
