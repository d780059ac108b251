"""`dossier book`: the report as HTML pages."""

from __future__ import annotations

import argparse
from typing import Any

from dossier.cli.inputs import add_language, add_project, open_edition
from dossier.cli.terminal import name_refused, say


def add(commands: Any) -> None:
    """Describe the command."""
    parser = commands.add_parser(
        "book",
        help="build the report as HTML pages",
        description="Builds the book into _build/html, warnings as errors, and prints the path of its first "
        "page. Where nothing has changed since the last build, it only prints. `jupyter-book build .` "
        "gives the same pages.",
    )
    add_project(parser)
    add_language(parser)
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Build the book and print the path of its first page."""
    from dossier.report import load  # noqa: PLC0415
    from dossier.sphinx_ext.build import BookError, build_book  # noqa: PLC0415

    root = open_edition(options)
    try:
        page = build_book(root)
    except BookError as error:
        say(str(error))
        return 1
    name_refused(load(root).articles)
    print(f"Open {page}")
    return 0
