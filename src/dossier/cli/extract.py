"""`dossier extract`: a folder of articles to a data package."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import Any

from dossier.cli.inputs import add_seeds, open_decisions, open_investigation, open_seeds, place, scheduler
from dossier.cli.terminal import UsageError, name_refused
from dossier.visible import visible

EPILOG = """examples:
  dossier extract seeds --out package
  dossier extract seeds --out package --investigation investigation.yml --jobs 4
  dossier extract seeds --out package --format parquet
  dossier extract s3://archive/2024 --out package --scheduler tcp://head:8786 --work s3://archive/work

A run that was stopped goes on where it stood when the same command is given again.
"""


def add(commands: Any) -> None:
    """Describe the command."""
    parser = commands.add_parser(
        "extract",
        help="write the data package of a folder of articles",
        description="Reads every article of SEEDS and writes one Frictionless Data Package.",
        epilog=EPILOG,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    add_seeds(parser)
    parser.add_argument("--out", type=Path, metavar="DIR", required=True, help="where the package goes")
    parser.add_argument("--format", choices=("csv", "parquet"), default="csv", help="of the tables")
    parser.add_argument(
        "--scheduler",
        type=scheduler,
        metavar="ADDRESS",
        help="of a Dask cluster that does the work",
    )
    parser.add_argument(
        "--work",
        type=place,
        metavar="PLACE",
        help="folder or address that all workers reach, for what is kept until the end (default: inside DIR)",
    )
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Write the package; a refused article is a row of articles.csv and a line on stderr, not a failure."""
    seeds, investigation = open_seeds(options.seeds), open_investigation(options.investigation)
    out: Path = options.out
    if out.resolve() in [used.resolve() for used in (seeds, options.work) if used]:
        raise UsageError("--out is the folder of the articles, or of --work: name another one")
    from dossier.export import FORMATS, write_folder  # noqa: PLC0415 (loads spaCy)

    articles = write_folder(
        seeds,
        out,
        investigation,
        decisions=open_decisions(options, investigation),
        jobs=options.jobs,
        scheduler=options.scheduler or "",
        work=options.work,
        form=FORMATS[options.format],
        progress=True,
    )
    read = len(articles) - name_refused(articles)
    print(f"{read} of {len(articles)} articles read; package in {visible(str(out))}")
    return 0
