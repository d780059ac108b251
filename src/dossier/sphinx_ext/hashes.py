"""What the book is made from, as hashes: all of it is made anew when, and only when, something changes.

Pages that were made at different times would not be the same bytes as pages made at once: Sphinx keeps old
words in the search index, and numbers citations as it meets them.
"""

from pathlib import Path

from dossier.storage import clear, digest, digest_files, digest_folder, of_project

_PACKAGE = Path(__file__).parents[1]


def hash_shown(root: Path) -> str:
    """Return one hash of what a notebook can show: the inputs of the analysis, and the package."""
    package = (p for p in _PACKAGE.rglob("*") if p.is_file() and "__pycache__" not in p.parts)
    return digest(of_project(root), digest_files(_PACKAGE, package), digest_folder(root / "tests" / "gold"))


def hash_sources(root: Path) -> str:
    """Return one hash of everything that the book is made from."""
    patterns = ("_*.yml", "*.md", "CITATION.cff", "notebooks/*.ipynb", "notebooks/*.md", "book/*.md")
    sources = [path for pattern in patterns for path in root.glob(pattern)]
    return digest(hash_shown(root), digest_folder(root / "book" / "_static"), digest_files(root, sources))


def remove_built(build: Path, builder: str) -> None:
    """Remove from the folder *build* what *builder* of Jupyter Book, killed or not, has made there."""
    for name in (builder, ".doctrees", "jupyter_execute"):
        clear(build / name)
