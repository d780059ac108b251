"""`dossier export`: the records of a project in a format of another tool."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import Any

from dossier.cli.inputs import add_project
from dossier.cli.terminal import UsageError
from dossier.visible import visible


def add(commands: Any) -> None:
    """Describe the command."""
    parser = commands.add_parser(
        "export",
        help="write the records in a format of another tool",
        description="Writes the records of PROJECT in FORMAT, each with the place that carries it. Without a "
        "FORMAT it lists them.",
    )
    parser.add_argument("format", nargs="?", metavar="FORMAT", help="sqlite, parquet, timelinejs …")
    add_project(parser)
    parser.add_argument(
        "--out", type=Path, metavar="DIR", help="where the files go; default: _build/exports of the project"
    )
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Write the files and print the path of each."""
    from dossier.export.formats import ABOUT, CRATE, pack_report, write_formats  # noqa: PLC0415 (heavy)
    from dossier.report import find_root, load  # noqa: PLC0415
    from dossier.sphinx_ext.build import hold_book  # noqa: PLC0415
    from dossier.view import View  # noqa: PLC0415

    if options.format is None:
        for name, about in ABOUT.items():
            print(f"{name:<16}{about}")
        return 0
    if options.format not in ABOUT:
        raise UsageError(f"{options.format!r} is no format: name one of {', '.join(ABOUT)}")
    root = find_root(options.root)
    out = options.out or root / "_build" / "exports"
    if options.format == CRATE:
        with hold_book(root) as book:
            paths = [pack_report(book, out)]
    else:
        paths = write_formats(View(load(root, progress=True)), out, (options.format,))
    for path in paths:
        print(visible(str(path)))
    return 0
