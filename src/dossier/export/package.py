"""The data package: tables written part by part, then datapackage.json, whole or not at all."""

import hashlib
import json
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from dossier.analysis import Analysis
from dossier.export.schema import (
    Names,
    TableForm,
    check_names,
    check_rows,
    names_in,
    table_forms,
    table_schema,
)
from dossier.export.stores import CSV, Format, row
from dossier.i18n import N_, _, using
from dossier.investigation import Investigation
from dossier.records import Article
from dossier.review import Decision
from dossier.storage import clear, hold, naming, read_plain, write_whole

WORK = ".dossier-work"
NAME = "dossier"
DESCRIPTION = N_(
    "What French news articles say, each row with the exact place that carries it: text is the stretch from "
    "start to end of the decoded article file, in Unicode code points. An empty cell means unknown or not "
    "applicable. Cells hold the words of the articles as they are, also where they begin with =, +, - or @: "
    "import the tables as text into a spreadsheet, or it may take such a cell for a formula. In a list, an "
    "item's own | is written ¦. The quoted words are the property of their authors."
)


class ForeignFilesError(ValueError):
    """The folder holds files of others under the names that a package needs."""


@dataclass(frozen=True, slots=True)
class Written:
    """The rows of one part, in files of *folder* named by table and part, with the names in them."""

    part: str
    names: dict[tuple[str, str], Names]  # keys and references, by table and column
    articles: tuple[Article, ...] = ()


@dataclass(frozen=True, slots=True)
class Pack:
    """Writes the rows of one part into *folder*; whoever made the rows does it, on whatever machine.

    So *folder* is a place that other machines reach, where they take part.
    """

    folder: Path
    form: Format
    investigation: Investigation

    def __call__(self, number: int, tables: Mapping[str, Sequence[Any]]) -> Written:
        """Write the rows of *tables*, of the part *number*; what is no table of the package is left out.

        Raises:
            PackageError: the schema of the package does not allow a row.
        """
        part = f"{number:08}" if number >= 0 else "last"
        names: dict[tuple[str, str], Names] = {}
        for table in tables.keys() & table_forms().keys():
            form, records = table_forms()[table], tables[table]
            rows = [row(record, form.columns) for record in records]
            check_rows(form, rows, self.investigation)
            names |= {(table, column): found for column, found in names_in(form, rows).items()}
            write_whole(self.folder / f"{table}-{part}", self.form.encode(form, records, rows))
        return Written(part, names, tuple(tables.get("articles", ())))


def publish(pack: Pack, parts: Sequence[Written], out: Path, work: Path) -> None:
    """Put the tables of *parts*, which *pack* wrote, together in *work*, and move them into *out*.

    A folder without datapackage.json is one that is being written.

    Raises:
        PackageError: the schema of the package does not allow what they hold; nothing is moved.
    """
    names: dict[tuple[str, str], list[Names]] = defaultdict(list)
    for written in parts:
        for place, found in written.names.items():
            names[place].append(found)
    check_names(table_forms(), names)
    resources = []
    with naming(out):
        for form in table_forms().values():
            filled = [part for part in parts if (form.name, form.key) in part.names]
            files = pack.form.join(form, [pack.folder / f"{form.name}-{one.part}" for one in filled], work)
            resources.append(describe(form, pack.form, files, work, pack.investigation))
    descriptor = package(resources, pack.investigation, [one for part in parts for one in part.articles])
    text = json.dumps(descriptor, ensure_ascii=False, indent=1) + "\n"
    described = out / "datapackage.json"
    described.unlink(missing_ok=True)
    for form in table_forms().values():
        for old in stale(out, form.name):
            clear(old)
    for resource in resources:
        for name in [resource["path"]] if isinstance(resource["path"], str) else resource["path"]:
            (out / name).parent.mkdir(exist_ok=True)
            (work / name).replace(out / name)
    write_whole(described, text.encode())


def stale(folder: Path, table: str) -> list[Path]:
    """Return what stands in *folder* under the names of *table* in any format."""
    return [path for path in (folder / f"{table}.csv", folder / table) if path.exists()]


def describe(
    form: TableForm, way: Format, files: Sequence[str], folder: Path, investigation: Investigation
) -> dict[str, Any]:
    """Return the resource that the table of *form* in the *files* of *folder* is, with its size and hash."""
    sizes, state = 0, hashlib.sha256()
    for name in files:
        sizes += (folder / name).stat().st_size
        with (folder / name).open("rb") as file:
            hashlib.file_digest(file, lambda: state)
    return {
        "profile": "tabular-data-resource",
        "name": form.name,
        "path": files[0] if len(files) == 1 else list(files),
        "title": form.title,
        "description": form.description,
        **way.described,
        "bytes": sizes,
        "hash": f"sha256:{state.hexdigest()}",
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
        "title": investigation.title or _("Records of a folder of articles"),
        "description": _(DESCRIPTION),
        "version": investigation.version,
        "homepage": investigation.url,
        "licenses": [{"name": investigation.licence}] if investigation.licence else [],
        "contributors": people,
        "keywords": list(investigation.keywords),
        "sources": [
            {"title": article.title or article.file} | ({"path": article.url} if article.url else {})
            for article in articles
            if article.status == "ok"
        ],
        "resources": resources,
    }
    return {name: value for name, value in descriptor.items() if value}


def write_folder(
    seeds: Path,
    out: Path,
    investigation: Investigation,
    *,
    decisions: Sequence[Decision] = (),
    jobs: int | None = None,
    progress: bool = False,
    scheduler: str = "",
    work: Path | None = None,
    form: Format = CSV,
) -> list[Article]:
    """Read the articles of *seeds*, write their package into *out*, and return the articles.

    What a killed run had read is taken from its work folder, *work* or one inside *out*, which is removed at
    the end. *jobs* and *scheduler* say where the work is done, as in `dossier.pipeline.run`.

    Raises:
        BusyError: another process writes into *out*.
        EngineError: the workers, or their scheduler, are not there or died again and again.
        ForeignFilesError: *out* holds files that are none of an earlier package.
        OSError: *out* cannot be written.
    """
    from dossier.pipeline import Sink, run  # noqa: PLC0415 (loads spaCy)

    out.mkdir(parents=True, exist_ok=True)
    with hold(out, wait=False):
        refuse_foreign(out)
        own, shared = out / WORK, work or (out / WORK).absolute()
        for folder in (own, shared):
            (folder / "tables").mkdir(parents=True, exist_ok=True)
        pack, parts = Pack(shared / "tables", form, investigation), list[Written]()
        with using(investigation.language):
            run(
                seeds,
                investigation,
                Sink(parts.append, pack),
                work=shared / "readings",
                jobs=jobs,
                scheduler=scheduler,
                progress=progress,
                decisions=decisions,
            )
            publish(pack, parts, out, own / "tables")
        for folder in {own, shared}:
            clear(folder)
    return [article for part in parts for article in part.articles]


def refuse_foreign(out: Path) -> None:
    """Let a package go into *out* where it takes the place of nothing but an earlier package, whole or begun.

    Raises:
        ForeignFilesError: a file of somebody else would be overwritten.
    """
    named = [out / "datapackage.json", *(path for name in table_forms() for path in stale(out, name))]
    foreign = [path.name for path in named if path.exists()]
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
    asked, work = analysis.investigation, folder / WORK / "tables"
    with hold(folder, wait=True), using(asked.language):
        work.mkdir(parents=True, exist_ok=True)
        pack = Pack(work, CSV, asked)
        rows = {name: getattr(analysis, name) for name in table_forms()}
        publish(pack, [pack(-1, rows)], folder, work)
        clear(folder / WORK)
