"""Every format that the records go out in, in one table: its name, what it is for, and who writes it."""

import json
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from typing import Any
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from dossier.export import crate, followthemoney, stores, timelinejs, web_annotations
from dossier.export.references import bibtex, csl_json
from dossier.export.schema import table_forms
from dossier.i18n import N_
from dossier.storage import write_whole
from dossier.view import View


@dataclass(frozen=True, slots=True)
class Format:
    """A format: ``make`` returns its files by name, ``about`` says what each of them is."""

    name: str
    about: Mapping[str, str]
    make: Callable[[View], dict[str, bytes]]


def _json(value: Any) -> bytes:
    return (json.dumps(value, ensure_ascii=False, indent=1) + "\n").encode()


def _annotations(view: View) -> bytes:
    """Return the collection of annotations, one on a line."""
    made = web_annotations.collection(view)
    items = made["first"].pop("items")
    head = json.dumps(made, ensure_ascii=False, indent=1)
    rows = ",\n".join(json.dumps(item, ensure_ascii=False, separators=(",", ":")) for item in items)
    return f'{head[: head.rindex("}", 0, -1)].rstrip()},\n"items": [\n{rows}\n]}}}}\n'.encode()


def _followthemoney(view: View) -> dict[str, bytes]:
    made = followthemoney.statements(view)
    return {
        "followthemoney.ndjson": followthemoney.lines(followthemoney.entities(made)),
        "followthemoney-statements.ndjson": followthemoney.lines(one.plain() for one in made),
    }


FORMATS = (
    Format(
        "bibtex",
        {"references.bib": N_("The articles as BibTeX")},
        lambda view: {"references.bib": bibtex(view.analysis.articles).encode()},
    ),
    Format(
        "csl-json",
        {"references.json": N_("The articles as CSL-JSON")},
        lambda view: {"references.json": csl_json(view.analysis.articles).encode()},
    ),
    Format(
        "sqlite",
        {"dossier.sqlite": N_("All tables as one SQLite file with foreign keys, which Datasette opens")},
        lambda view: {"dossier.sqlite": stores.sqlite(view.analysis)},
    ),
    Format(
        "parquet",
        {
            f"{name}.parquet": N_("The same table as Parquet, each column with its type")
            for name in table_forms()
        },
        lambda view: {
            f"{form.name}.parquet": stores.parquet(form, getattr(view.analysis, form.name))
            for form in table_forms().values()
        },
    ),
    Format(
        "timelinejs",
        {"timeline.json": N_("The dated events for TimelineJS")},
        lambda view: {"timeline.json": _json(timelinejs.timeline(view))},
    ),
    Format(
        "web-annotation",
        {web_annotations.FILE: N_("Every piece of evidence as a W3C Web Annotation (JSON-LD)")},
        lambda view: {web_annotations.FILE: _annotations(view)},
    ),
    Format(
        "followthemoney",
        {
            "followthemoney.ndjson": N_(
                "Documents, people, organisations, events and notes as FollowTheMoney entities"
            ),
            "followthemoney-statements.ndjson": N_(
                "The same as FollowTheMoney statements, each with its place"
            ),
        },
        _followthemoney,
    ),
)
CRATE = "ro-crate"
ABOUT = {one.name: next(iter(one.about.values())) for one in FORMATS} | {
    CRATE: N_("The whole report as one archive, described as an RO-Crate")
}


def write_formats(view: View, folder: Path, names: Iterable[str] = tuple(ABOUT)) -> list[Path]:
    """Write the formats with *names*, but for that of the whole report, into *folder*; return the paths."""
    folder.mkdir(parents=True, exist_ok=True)
    written = []
    for one in FORMATS:
        if one.name in names:
            for name, data in one.make(view).items():
                write_whole(folder / name, data)
                written.append(folder / name)
    return written


def write_crate(view: View, folder: Path) -> Path:
    """Describe the report in *folder*, all its files, as an RO-Crate, and return the path of that."""
    target = folder / crate.FILE
    target.unlink(missing_ok=True)
    paths = sorted(path for path in folder.rglob("*") if path.is_file())
    files = {path.relative_to(folder).as_posix(): path.stat().st_size for path in paths}
    abouts = {f"data/{name}": about for one in FORMATS for name, about in one.about.items()}
    write_whole(target, _json(crate.crate(view, files, abouts)))
    return target


def pack_report(folder: Path, out: Path) -> Path:
    """Pack the report in *folder*, which its RO-Crate describes, into one archive in *out*."""
    target = out / "report.zip"
    out.mkdir(parents=True, exist_ok=True)
    packed = BytesIO()
    with ZipFile(packed, "w", ZIP_DEFLATED) as archive:
        for path in sorted(path for path in folder.rglob("*") if path.is_file()):
            entry = ZipInfo(path.relative_to(folder).as_posix())  # of 1980, as no time of day may show
            archive.writestr(entry, path.read_bytes(), ZIP_DEFLATED)
    write_whole(target, packed.getvalue())
    return target
