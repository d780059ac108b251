"""`dossier pdf`: the built book typeset."""

from __future__ import annotations

import argparse
from typing import Any

from dossier.cli.inputs import add_project


def add(commands: Any) -> None:
    """Describe the command."""
    parser = commands.add_parser(
        "pdf",
        help="typeset the built book as one PDF",
        description="Typesets the book that stands in _build/html, into "
        "_build/pdf/. `make pdf` builds the book first and then calls it.",
    )
    add_project(parser)
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Make the PDF and print its path."""
    from dossier.pdf import build_pdf  # noqa: PLC0415
    from dossier.report import find_root  # noqa: PLC0415

    print(build_pdf(find_root(options.root)))
    return 0
