"""The tables of the package in stores with types: an SQLite file, and Parquet."""

import json
import sqlite3
from collections.abc import Iterable, Mapping
from contextlib import closing
from io import BytesIO
from typing import Any

from dossier.analysis import Analysis
from dossier.export.rows import typed
from dossier.export.schema import TableForm, table_forms

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
