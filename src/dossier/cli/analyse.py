"""`dossier analyse`: the analysis that the book is made from, kept where the notebooks find it."""

from __future__ import annotations

import argparse
from typing import Any

from dossier.cli.inputs import add_project
from dossier.cli.terminal import name_refused


def add(commands: Any) -> None:
    """Describe the command."""
    parser = commands.add_parser(
        "analyse",
        help="analyse the project in this folder, for the book",
        description="Analyses seeds/ as investigation.yml and review/ say and keeps the result for the "
        "notebooks. Where nothing has changed it takes no time. `make lab` calls it.",
    )
    add_project(parser)
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Make the analysis, or find it made."""
    from dossier.report import load  # noqa: PLC0415

    analysis = load(options.root, progress=True)
    read = len(analysis.articles) - name_refused(analysis.articles)
    events = len({mention.event_id for mention in analysis.events})
    print(
        f"{read} of {len(analysis.articles)} articles read: {events} events, "
        f"{len(analysis.claims)} claims, {len(analysis.quotations)} quotations, "
        f"{len(analysis.discrepancies)} discrepancies"
    )
    return 0
