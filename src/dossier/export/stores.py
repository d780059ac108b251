"""Rows of tables in files: lines of CSV, the same bytes under every Python, Parquet and SQLite."""

import json
import math
import shutil
import sqlite3
from collections.abc import Callable, Iterable, Mapping, Sequence
from contextlib import closing
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from typing import Any

from dossier.analysis import Analysis
from dossier.export.schema import TableForm, table_forms
from dossier.records import Article

_SQL = {"integer": "INTEGER", "number": "REAL"}
_ARROW = {"integer": "int64", "number": "float64"}
_WRITTEN_BY = slice(96, 100)  # where the header names the version of SQLite that wrote the file


def sqlite(analysis: Analysis) -> bytes:
    """Return all tables as one SQLite file; lists are JSON arrays, and what is not known is NULL.

    The comments in its schema say what each column means. The version of the library that wrote it is left
    out, so that the same rows give the same bytes.

    Raises:
        sqlite3.IntegrityError: a row refers to one that is not there.
    """
    with closing(sqlite3.connect(":memory:")) as base:
        base.execute("PRAGMA foreign_keys = OFF")  # two tables refer to each other
        for form in table_forms().values():
            base.execute(create_table(form))
            marks = ", ".join("?" * len(form.columns))
            rows = (_cells(record, form) for record in getattr(analysis, form.name))
            base.executemany(f'INSERT INTO "{form.name}" VALUES ({marks})', rows)
            for column in form.references:
                base.execute(f'CREATE INDEX "{form.name}_{column}" ON "{form.name}" ("{column}")')
        base.commit()
        if lost := base.execute("PRAGMA foreign_key_check").fetchall():
            raise sqlite3.IntegrityError(f"a row of {lost[0][0]} refers to one that is not in {lost[0][2]}")
        data = bytearray(base.serialize())
    data[_WRITTEN_BY] = bytes(4)
    return bytes(data)


def create_table(form: TableForm) -> str:
    """Return the statement that makes the table of *form*."""
    lines = []
    for name, column in form.columns.items():
        kind = _SQL.get(column.get("type", ""), "TEXT")
        needed = " PRIMARY KEY NOT NULL" if name == form.key else " NOT NULL" if "required" in column else ""
        if target := form.references.get(name):
            needed += f' REFERENCES "{target}" ("{table_forms()[target].key}")'
        lines.append((f'  "{name}" {kind}{needed}', column["description"]))
    last = len(lines) - 1
    body = "\n".join(f"{sql}{',' * (n < last)} -- {about}" for n, (sql, about) in enumerate(lines))
    return f'CREATE TABLE "{form.name}" ( -- {form.description}\n{body}\n)'


def _cells(record: Any, form: TableForm) -> list[Any]:
    made = typed(record, form.columns)
    return [json.dumps(value, ensure_ascii=False) if isinstance(value, list) else value for value in made]


def parquet(form: TableForm, records: Iterable[Any]) -> bytes:
    """Return *records* of the table of *form* as a Parquet file."""
    import pyarrow as pa  # noqa: PLC0415 (no page needs it)
    from pyarrow.parquet import write_table  # noqa: PLC0415

    def kind(column: Mapping[str, Any]) -> pa.DataType:
        if column.get("type") == "list":
            return pa.list_(pa.string())
        return pa.type_for_alias(_ARROW.get(column.get("type", ""), "string"))

    fields = [
        pa.field(name, kind(column), metadata={"description": column["description"]})
        for name, column in form.columns.items()
    ]
    rows = [typed(record, form.columns) for record in records]
    arrays = [pa.array([row[n] for row in rows], field.type) for n, field in enumerate(fields)]
    target = BytesIO()
    write_table(pa.Table.from_arrays(arrays, schema=pa.schema(fields)), target)
    return target.getvalue()


PARTS = 64  # parts, each of the articles of one task, that one Parquet file holds as its row groups


def _lines(form: TableForm, records: Sequence[Any], rows: Iterable[Sequence[str]]) -> bytes:
    return "".join(map(line, rows)).encode()


def _one_file(form: TableForm, parts: Sequence[Path], folder: Path) -> list[str]:
    """Put the lines of *parts* under a head line."""
    with (folder / f"{form.name}.csv").open("wb") as file:
        file.write(line(form.columns).encode())
        for part in parts:
            with part.open("rb") as lines:
                shutil.copyfileobj(lines, file)
    return [f"{form.name}.csv"]


def _row_group(form: TableForm, records: Sequence[Any], rows: Iterable[Sequence[str]]) -> bytes:
    return parquet(form, records)


def _row_groups(form: TableForm, parts: Sequence[Path], folder: Path) -> list[str]:
    from pyarrow import BufferReader  # noqa: PLC0415 (nobody else waits for it)
    from pyarrow.parquet import ParquetWriter, read_table  # noqa: PLC0415

    (folder / form.name).mkdir(exist_ok=True)
    names = []
    for start in range(0, max(1, len(parts)), PARTS):
        names.append(f"{form.name}/part-{start // PARTS:05}.parquet")
        first = read_table(BufferReader(parquet(form, ())))
        with ParquetWriter(folder / names[-1], first.schema) as writer:
            for part in parts[start : start + PARTS]:
                writer.write_table(read_table(BufferReader(part.read_bytes())))
    return names


@dataclass(frozen=True, slots=True)
class Format:
    """A way to write tables. The same rows in the same parts give the same bytes."""

    described: dict[str, Any]  # what the descriptor of the package says of each table
    encode: Callable[[TableForm, Sequence[Any], Iterable[Sequence[str]]], bytes]  # a part, as text
    join: Callable[[TableForm, Sequence[Path], Path], list[str]]  # parts, into a folder: its files


_DIALECT = {"delimiter": ",", "lineTerminator": "\n", "quoteChar": '"', "doubleQuote": True, "header": True}
_TEXT = {"format": "csv", "mediatype": "text/csv", "encoding": "utf-8", "dialect": _DIALECT}
_PARQUET = {"format": "parquet", "mediatype": "application/vnd.apache.parquet"}
# CSV is one file (RFC 4180, but lines end in a line feed); Parquet a folder of files, each of a stretch of
# articles, in which numbers are numbers and lists are lists.
CSV = Format(_TEXT, _lines, _one_file)
FORMATS = {"csv": CSV, "parquet": Format(_PARQUET, _row_group, _row_groups)}


# What separates cells, or what some reader takes for the end of a line.
_SPECIAL = ',"\n\r\v\f\x1c\x1d\x1e\x85\u2028\u2029'
_BETWEEN = "|"  # the items of a list in one cell


def values(record: Any, columns: Mapping[str, Mapping[str, Any]]) -> list[Any]:
    """Return what *record* holds in each of *columns*, in the terms of the package.

    The report tells some kinds apart that the package has as one: ``written`` of a column.
    """
    if isinstance(record, Article):
        published = record.published
        known = {
            "published": published.date,
            "published_text": published.text,
            "published_basis": published.basis,
            "published_reason": published.reason,
        }
        return [known[c] if c in known else getattr(record, c) for c in columns]
    found = ((getattr(record, name), form.get("written", {})) for name, form in columns.items())
    return [written.get(value, value) if written else value for value, written in found]


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


def row(record: Any, columns: Mapping[str, Mapping[str, Any]]) -> list[str]:
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
