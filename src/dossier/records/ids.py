"""Ids: what they depend on, and what becomes of those that two records share by chance."""

import functools
import hashlib
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import fields, replace
from typing import Any, TypeVar

Row = TypeVar("Row", bound=Any)


def identity(record: Any) -> str:
    """Return the id of *record*, what its first field holds: of a mention its own, not that of its event."""
    return str(getattr(record, record.__match_args__[0]))


def shared_fields(record: Any, kind: Any) -> dict[str, Any]:
    """Return what *record* holds in those of its fields that the records of *kind* have too."""
    return {name: getattr(record, name) for name in _names(record.__class__) if name in _names(kind)}


@functools.cache
def _names(kind: Any) -> dict[str, None]:
    return {field.name: None for field in fields(kind)}


def stable_id(prefix: str, article_id: str, start: int, end: int, role: str = "") -> str:
    """Return an id that depends on the passage alone, e.g. ``c-5kq2m7xw``.

    *role* tells apart two records of one kind on the same span; leave it empty for the first.
    """
    return f"{prefix}-{_letters(prefix, article_id, str(start), str(end), role)}"


def lengthened(identity: str, place: str) -> str:
    """Return *identity* with eight letters more, those of *place*: for where records of two places share it.

    An id has 40 bits, so that among a million records two do; who else
    there is decides which ones are longer.
    """
    return identity + _letters(identity, place)


def _letters(*parts: str) -> str:
    key = "\x1f".join(parts).encode("utf-8", "surrogatepass")
    digest = int.from_bytes(hashlib.blake2b(key, digest_size=5).digest(), "big")
    letters = "0123456789abcdefghjkmnpqrstvwxyz"
    return "".join(letters[digest >> shift & 31] for shift in range(35, -1, -5))


def part_rows(rows: Sequence[Row], key: str, place: Callable[[Row], object]) -> list[Row]:
    """Return *rows*, their *key* longer where two of another *place* have the same."""
    places = Counter(identity for identity, _ in {(getattr(row, key), repr(place(row))) for row in rows})
    return [
        replace(row, **{key: lengthened(getattr(row, key), repr(place(row)))})
        if places[getattr(row, key)] > 1
        else row
        for row in rows
    ]
