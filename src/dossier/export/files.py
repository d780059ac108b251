"""The files of a table: one of CSV, or a folder of Parquet files; parts of it are made apart and joined."""

import shutil
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any, ClassVar, Protocol

from dossier.export.rows import line
from dossier.export.schema import TableForm
from dossier.export.stores import parquet

PARTS = 64  # parts, each of the articles of one task, that one Parquet file holds as its row groups


class Format(Protocol):
    """A way to write tables. The same rows in the same parts give the same bytes."""

    @property
    def described(self) -> dict[str, Any]:
        """What the descriptor of the package says of each table."""

    def encode(self, form: TableForm, records: Sequence[Any], rows: Iterable[Sequence[str]]) -> bytes:
        """Return the bytes of one part of the table of *form*: its *records*, as *rows* of text."""

    def join(self, form: TableForm, parts: Sequence[Path], folder: Path) -> list[str]:
        """Write the table of *form* from its *parts* into *folder*; return the names of its files there."""


class Csv:
    """One file of comma-separated values (RFC 4180, but lines end in a line feed) in UTF-8."""

    described: ClassVar[dict[str, Any]] = {
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "dialect": {
            "delimiter": ",",
            "lineTerminator": "\n",
            "quoteChar": '"',
            "doubleQuote": True,
            "header": True,
        },
    }

    def encode(self, form: TableForm, records: Sequence[Any], rows: Iterable[Sequence[str]]) -> bytes:
        """Return *rows* as lines."""
        return "".join(map(line, rows)).encode()

    def join(self, form: TableForm, parts: Sequence[Path], folder: Path) -> list[str]:
        """Put the lines of *parts* under a head line."""
        with (folder / f"{form.name}.csv").open("wb") as file:
            file.write(line(form.columns).encode())
            for part in parts:
                with part.open("rb") as lines:
                    shutil.copyfileobj(lines, file)
        return [f"{form.name}.csv"]


class Parquet:
    """A folder of Parquet files, each of a stretch of articles; numbers are numbers, lists are lists."""

    described: ClassVar[dict[str, Any]] = {"format": "parquet", "mediatype": "application/vnd.apache.parquet"}

    def encode(self, form: TableForm, records: Sequence[Any], rows: Iterable[Sequence[str]]) -> bytes:
        """Return *records* as a Parquet file."""
        return parquet(form, records)

    def join(self, form: TableForm, parts: Sequence[Path], folder: Path) -> list[str]:
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


CSV = Csv()
FORMATS: dict[str, Format] = {"csv": CSV, "parquet": Parquet()}
