"""The data package, and every other format: formats.yml says what each is, and here stands who writes it."""

import json
from collections.abc import Callable, Iterable
from io import BytesIO
from pathlib import Path
from typing import Any
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from dossier.export import crate, followthemoney, stores, web_annotations
from dossier.export.package import write_folder, write_package
from dossier.export.references import bibtex, citation_keys, csl_json
from dossier.export.schema import table_forms
from dossier.export.stores import FORMATS
from dossier.i18n import N_
from dossier.lexicons import load_data
from dossier.storage import write_whole
from dossier.view import View


def _json(value: Any) -> bytes:
    return (json.dumps(value, ensure_ascii=False, indent=1) + "\n").encode()


def _annotations(view: View) -> bytes:
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


CRATE = "ro-crate"
_MAKERS: dict[str, Callable[[View], dict[str, bytes]]] = {
    "bibtex": lambda view: {"references.bib": bibtex(view.analysis.articles).encode()},
    "csl-json": lambda view: {"references.json": csl_json(view.analysis.articles).encode()},
    "sqlite": lambda view: {"dossier.sqlite": stores.sqlite(view.analysis)},
    "parquet": lambda view: {
        f"{form.name}.parquet": stores.parquet(form, getattr(view.analysis, form.name))
        for form in table_forms().values()
    },
    "timelinejs": lambda view: {"timeline.json": _json(web_annotations.timeline(view))},
    "web-annotation": lambda view: {web_annotations.FILE: _annotations(view)},
    "followthemoney": _followthemoney,
}


# Of each format what its files are, by their names; and what each format is, that of the whole report too.
FILES = {
    name: {
        name.replace("*", table): said["description"]
        for name, said in about.items()
        for table in (table_forms() if "*" in name else ("",))
    }
    for name, about in load_data(__package__, "formats")["formats"].items()
}
ABOUT = {name: next(iter(about.values())) for name, about in FILES.items()} | {
    CRATE: N_("The whole report as one archive, described as an RO-Crate")
}


def write_formats(view: View, folder: Path, names: Iterable[str] = tuple(FILES)) -> list[Path]:
    """Write the formats with *names*, but for that of the whole report, into *folder*; return the paths."""
    folder.mkdir(parents=True, exist_ok=True)
    made = {file: data for name in names if name in _MAKERS for file, data in _MAKERS[name](view).items()}
    for file, data in made.items():
        write_whole(folder / file, data)
    return [folder / file for file in made]


def write_crate(view: View, folder: Path) -> Path:
    """Describe the report in *folder*, all its files, as an RO-Crate, and return the path of that."""
    target = folder / crate.FILE
    target.unlink(missing_ok=True)
    paths = sorted(path for path in folder.rglob("*") if path.is_file())
    files = {path.relative_to(folder).as_posix(): path.stat().st_size for path in paths}
    abouts = {f"data/{name}": about for files in FILES.values() for name, about in files.items()}
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
