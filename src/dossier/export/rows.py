"""Records to the rows of a CSV file, the same bytes under every version of Python."""

from __future__ import annotations

import math
from collections.abc import Iterable
from typing import Any

from dossier.records import Article

# What separates cells, or what some reader takes for the end of a line.
_SPECIAL = ',"\n\r\v\f\x1c\x1d\x1e\x85\u2028\u2029'


def cell(value: object) -> str:
    """Return *value* as the text of one cell: lists joined by |, numbers without needless decimals."""
    if value is None:
        return ""
    if isinstance(value, tuple):
        return "|".join(str(item).replace("|", "¦") for item in value)
    if isinstance(value, float):
        if not math.isfinite(value):
            return ""
        return str(int(value)) if value.is_integer() else repr(value)
    return str(value)


def row(record: Any, columns: Iterable[str]) -> list[str]:
    """Return the cells of *record*, one for each of *columns*."""
    if isinstance(record, Article):
        published = record.published
        values = {
            "published": published.date,
            "published_text": published.text,
            "published_basis": published.basis,
            "published_reason": published.reason,
        }
        return [cell(values[c] if c in values else getattr(record, c)) for c in columns]
    return [cell(getattr(record, column)) for column in columns]


def line(cells: Iterable[str]) -> str:
    """Return *cells* as one CSV record (RFC 4180, but ended by a line feed).

    The csv module of the standard library quotes carriage returns and spaces in some versions only.
    """
    return ",".join(map(_quoted, cells)) + "\n"


def _quoted(text: str) -> str:
    if text == text.strip() and not any(c in text for c in _SPECIAL):
        return text
    return '"' + text.replace('"', '""') + '"'
