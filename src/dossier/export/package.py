"""The data package: CSV tables written row by row, then datapackage.json, whole or not at all."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Sequence
from contextlib import ExitStack
from pathlib import Path
from types import TracebackType
from typing import Any, Self

from dossier.analysis import Analysis
from dossier.export.checking import Checker
from dossier.export.rows import line, row
from dossier.export.schema import TableForm, table_forms, table_schema
from dossier.investigation import Investigation
from dossier.records import Article
from dossier.review import Decision
from dossier.storage import clear, hold, naming, read_plain, write_whole

WORK = ".dossier-work"
NAME = "dossier"
DESCRIPTION = (
    "What French news articles say, each row with the exact place that carries it: text is the stretch from "
    "start to end of the decoded article file, in Unicode code points. An empty cell means unknown or not "
    "applicable. Cells hold the words of the articles as they are, also where they begin with =, +, - or @: "
    "import the tables as text into a spreadsheet, or it may take such a cell for a formula. In a list, an "
    "item's own | is written ¦. The quoted words are the property of their authors."
)


class ForeignFilesError(ValueError):
    """The folder holds files of others under the names that a package needs."""


class PackageWriter:
    """A sink that writes each table to *work* as its rows come, and moves all of them to *out* at the end.

    A row that the schema of the package does not allow raises PackageError, and nothing is moved.
    """

    def __init__(self, out: Path, work: Path, investigation: Investigation) -> None:
        self.out, self.work, self.investigation = out, work, investigation
        self.articles: list[Article] = []
        self._checker = Checker(table_forms(), investigation)
        self._open = ExitStack()

    def __enter__(self) -> Self:
        self.work.mkdir(parents=True, exist_ok=True)
        self._files = {
            name: self._open.enter_context((self.work / f"{name}.csv").open("wb")) for name in table_forms()
        }
        for name, form in table_forms().items():
            self._files[name].write(line(form.columns).encode())
        return self

    def add(self, table: str, rows: Iterable[Any]) -> None:
        """Write *rows* of *table*; what is no table of the package is left out."""
        if table == "articles":
            rows = self.articles = list(rows)
        if table in self._files:
            columns = table_forms()[table].columns
            with naming(self.out):
                for cells in (row(record, columns) for record in rows):
                    self._checker.check(table, cells)
                    self._files[table].write(line(cells).encode())

    def __exit__(self, kind: type[BaseException] | None, _: object, trace: TracebackType | None) -> None:
        with naming(self.out):
            self._open.close()
        if kind is None:
            self._publish()

    def _publish(self) -> None:
        """Move the tables into place. A folder without datapackage.json is one that is being written."""
        self._checker.finish()
        described = self.out / "datapackage.json"
        resources = [describe(form, self.work, self.investigation) for form in table_forms().values()]
        descriptor = package(resources, self.investigation, self.articles)
        text = json.dumps(descriptor, ensure_ascii=False, indent=1) + "\n"
        described.unlink(missing_ok=True)
        for resource in resources:
            (self.work / resource["path"]).replace(self.out / resource["path"])
        write_whole(described, text.encode())


def describe(form: TableForm, folder: Path, investigation: Investigation) -> dict[str, Any]:
    """Return the resource that the table of *form* in *folder* is, with its size and hash."""
    path = folder / f"{form.name}.csv"
    with path.open("rb") as file:
        sha256 = hashlib.file_digest(file, "sha256").hexdigest()
    return {
        "profile": "tabular-data-resource",
        "name": form.name,
        "path": path.name,
        "title": form.title,
        "description": form.description,
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
        "bytes": path.stat().st_size,
        "hash": f"sha256:{sha256}",
        "schema": table_schema(form, investigation),
    }


def package(
    resources: list[dict[str, Any]], investigation: Investigation, articles: Iterable[Article]
) -> dict[str, Any]:
    """Return the descriptor of the package of *resources*, made from *articles*."""
    people = [{"title": name, "role": "author"} for name in investigation.authors]
    if investigation.publisher:
        people.append({"title": investigation.publisher, "role": "publisher"})
    descriptor = {
        "profile": "tabular-data-package",
        "name": NAME,
        "id": investigation.doi and f"https://doi.org/{investigation.doi}",
        "title": investigation.title or "Records of a folder of articles",
        "description": DESCRIPTION,
        "version": investigation.version,
        "homepage": investigation.url,
        "licenses": [{"name": investigation.licence}] if investigation.licence else [],
        "contributors": people,
        "keywords": list(investigation.keywords),
        "sources": [source(article) for article in articles if article.status == "ok"],
        "resources": resources,
    }
    return {name: value for name, value in descriptor.items() if value}


def source(article: Article) -> dict[str, str]:
    """Return *article* as a source of the package."""
    named = {"title": article.title or article.file, "path": article.url}
    return {name: value for name, value in named.items() if value}


def write_folder(
    seeds: Path,
    out: Path,
    investigation: Investigation,
    *,
    decisions: Sequence[Decision] = (),
    jobs: int | None = None,
    progress: bool = False,
) -> list[Article]:
    """Read the articles of *seeds*, write their package into *out*, and return the articles.

    What a killed run had read is taken from its work folder inside *out*, which is removed at the end.

    Raises:
        BusyError: another process writes into *out*.
        ForeignFilesError: *out* holds files that are none of an earlier package.
        OSError: *out* cannot be written.
    """
    from dossier.pipeline import run  # noqa: PLC0415 (loads spaCy)

    out.mkdir(parents=True, exist_ok=True)
    with hold(out, wait=False):
        refuse_foreign(out)
        work = out / WORK
        with PackageWriter(out, work / "tables", investigation) as writer:
            run(
                seeds,
                investigation,
                writer,
                work=work / "readings",
                jobs=jobs,
                progress=progress,
                decisions=decisions,
            )
        clear(work)
    return writer.articles


def refuse_foreign(out: Path) -> None:
    """Let a package go into *out* where it takes the place of nothing but an earlier package, whole or begun.

    Raises:
        ForeignFilesError: a file of somebody else would be overwritten.
    """
    names = ("datapackage.json", *(f"{name}.csv" for name in table_forms()))
    foreign = [name for name in names if (out / name).exists()]
    if foreign and not (out / WORK).is_dir() and not _is_ours(out / "datapackage.json"):
        raise ForeignFilesError(
            f"{out} holds {foreign[0]}, which no earlier run wrote: name another folder with --out"
        )


def _is_ours(described: Path) -> bool:
    try:
        return bool(json.loads(read_plain(described))["name"] == NAME)
    except (OSError, ValueError, LookupError, TypeError):
        return False


def write_package(analysis: Analysis, folder: Path) -> None:
    """Write the package of *analysis* into *folder*, the same bytes as `write_folder` gives."""
    folder.mkdir(parents=True, exist_ok=True)
    with hold(folder, wait=True):
        with PackageWriter(folder, folder / WORK / "tables", analysis.investigation) as writer:
            for name in table_forms():
                writer.add(name, getattr(analysis, name))
        clear(folder / WORK)
