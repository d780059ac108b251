"""What is kept between runs: written whole, sealed with a checksum, known by a hash of all that made it."""

from __future__ import annotations

from dossier.storage.files import BusyError, clear, hold, read_sealed, write_sealed, write_whole
from dossier.storage.fingerprint import digest, of_code, of_project
from dossier.storage.serial import from_plain, to_plain

__all__ = [
    "BusyError",
    "clear",
    "digest",
    "from_plain",
    "hold",
    "of_code",
    "of_project",
    "read_sealed",
    "to_plain",
    "write_sealed",
    "write_whole",
]
