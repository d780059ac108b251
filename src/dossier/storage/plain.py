"""Plain files, of which no pipe, no device, no link out of the folder is opened; and plain values."""

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

from dossier.i18n import _


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
