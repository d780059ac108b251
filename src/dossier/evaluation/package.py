"""The records of a written data package, read back as far as measuring needs them."""

import csv
from collections.abc import Callable, Iterable
from dataclasses import fields
from pathlib import Path
from typing import Any, TypeVar

from dossier.records import Claim, Quotation, TimeExpression

Row = TypeVar("Row", TimeExpression, Quotation, Claim)
_READ: dict[Any, Callable[[str], Any]] = {
    str: str,
    int: int,
    float | None: lambda cell: float(cell) if cell else None,
    tuple[str, ...]: lambda cell: tuple(cell.split("|")) if cell else (),
}


def read_rows(path: Path, kind: type[Row]) -> list[Row]:
    """Return the rows of the table *path* as records of *kind*; columns that it lacks keep their defaults.

    Raises:
        OSError: the table cannot be read.
        ValueError: a cell is not of its column's type.
    """
    readers = {field.name: _READ[field.type] for field in fields(kind)}
    with path.open(encoding="utf-8", newline="") as lines:
        return [
            kind(**{name: readers[name](cell) for name, cell in row.items() if name in readers})
            for row in csv.DictReader(lines)
        ]


def by_article(rows: Iterable[Row]) -> dict[str, list[Row]]:
    """Return *rows* by the article they stand in, in their order."""
    found: dict[str, list[Row]] = {}
    for row in rows:
        found.setdefault(row.article_id, []).append(row)
    return found
