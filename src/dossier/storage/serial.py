"""Records to plain JSON values and back, led by their type annotations: nothing but records can come out."""

import functools
from typing import Any

from pydantic import TypeAdapter


@functools.cache
def _adapter(kind: Any) -> TypeAdapter[Any]:
    return TypeAdapter(kind)


def to_plain(record: Any) -> Any:
    """Return *record* as dictionaries, lists, strings and numbers."""
    kind: Any = type(record)
    return _adapter(kind).dump_python(record, mode="json")


def from_plain(kind: Any, value: Any) -> Any:
    """Return the *kind* that `to_plain` made *value* of.

    Raises:
        ValueError: *value* is not shaped as *kind* is.
    """
    return _adapter(kind).validate_python(value)
