"""Records to the rows of a table, and these to lines of CSV, the same bytes under every version of Python."""

import math
from collections.abc import Iterable, Mapping
from typing import Any

from dossier.records import Article

# What separates cells, or what some reader takes for the end of a line.
_SPECIAL = ',"\n\r\v\f\x1c\x1d\x1e\x85\u2028\u2029'
_BETWEEN = "|"  # the items of a list in one cell


def values(record: Any, columns: Iterable[str]) -> list[Any]:
    """Return what *record* holds in each of *columns*."""
    if isinstance(record, Article):
        published = record.published
        known = {
            "published": published.date,
            "published_text": published.text,
            "published_basis": published.basis,
            "published_reason": published.reason,
        }
        return [known[c] if c in known else getattr(record, c) for c in columns]
    return [getattr(record, column) for column in columns]


def typed(record: Any, columns: Mapping[str, Mapping[str, Any]]) -> list[Any]:
    """Return what *record* holds, for a store with types: None where nothing is known, lists as lists."""
    found = zip(columns.values(), values(record, columns), strict=True)
    return [_typed(value, form.get("type", "")) for form, value in found]


def _typed(value: Any, kind: str) -> Any:
    if kind == "list":
        return list(value) if isinstance(value, tuple) else [item for item in value.split(_BETWEEN) if item]
    if value in ("", None) or (isinstance(value, float) and not math.isfinite(value)):
        return None
    return float(value) if kind == "number" else value


def cell(value: object) -> str:
    """Return *value* as the text of one cell: lists joined by |, numbers without needless decimals."""
    if value is None:
        return ""
    if isinstance(value, tuple):
        return _BETWEEN.join(str(item).replace(_BETWEEN, "¦") for item in value)
    if isinstance(value, float):
        if not math.isfinite(value):
            return ""
        return str(int(value)) if value.is_integer() else repr(value)
    return str(value)


def row(record: Any, columns: Iterable[str]) -> list[str]:
    """Return the cells of *record*, one for each of *columns*."""
    return [cell(value) for value in values(record, columns)]


def line(cells: Iterable[str]) -> str:
    """Return *cells* as one CSV record (RFC 4180, but ended by a line feed).

    The csv module of the standard library quotes carriage returns and spaces in some versions only.
    """
    return ",".join(map(_quoted, cells)) + "\n"


def _quoted(text: str) -> str:
    if text == text.strip() and not any(c in text for c in _SPECIAL):
        return text
    return '"' + text.replace('"', '""') + '"'
