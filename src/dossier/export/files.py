"""The files of a table: one of CSV, or a folder of Parquet files; parts of it are made apart and joined."""

import shutil
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from dossier.export.rows import line
from dossier.export.schema import TableForm
from dossier.export.stores import parquet

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
    """Put *parts* into files as their row groups."""
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
