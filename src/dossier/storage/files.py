"""Files written whole or not at all, checked before they are believed, and folders that one process holds."""

from __future__ import annotations

import fcntl
import hashlib
import json
import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any


class BusyError(Exception):
    """Another process holds the folder."""


def write_whole(path: Path, data: bytes) -> None:
    """Write *data* to *path* so that a reader, or a kill at any moment, finds the old file or the new one.

    The temporary file has a fixed name: what a killed run leaves behind, the next one overwrites.
    """
    temporary = path.with_name(f"{path.name}.tmp")
    try:
        temporary.write_bytes(data)
        temporary.replace(path)
    except BaseException:
        with suppress(OSError):
            temporary.unlink()
        raise


def write_sealed(path: Path, key: str, value: Any) -> None:
    """Write the plain *value* as JSON under a line that names *key* and the checksum of the rest."""
    body = json.dumps(value, separators=(",", ":")).encode("ascii")
    write_whole(path, f"dossier {key} {hashlib.sha256(body).hexdigest()}\n".encode() + body)


def read_sealed(path: Path, key: str) -> Any:
    """Return what `write_sealed` wrote, or None where the file is missing, damaged or of another key."""
    try:
        head, _, body = path.read_bytes().partition(b"\n")
    except OSError:
        return None
    if head != f"dossier {key} {hashlib.sha256(body).hexdigest()}".encode():
        return None
    try:
        return json.loads(body)
    except (ValueError, RecursionError):
        return None


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


def clear(folder: Path) -> None:
    """Remove *folder* with all that is in it, if it is there; a symbolic link is not followed."""
    if folder.is_symlink():
        folder.unlink()
    elif folder.is_dir():
        shutil.rmtree(folder)
