"""`dossier pdf`: the built book typeset."""

from __future__ import annotations

import argparse
from typing import Any

from dossier.cli.inputs import add_language, add_project, open_edition
from dossier.cli.terminal import say
from dossier.visible import code_point


def add(commands: Any) -> None:
    """Describe the command."""
    parser = commands.add_parser(
        "pdf",
        help="typeset the built book as one PDF",
        description="Typesets the book in _build/html into _build/pdf/; builds it first if need be.",
    )
    add_project(parser)
    add_language(parser)
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Make the PDF and print its path."""
    from dossier.pdf import build_pdf  # noqa: PLC0415
    from dossier.report import load  # noqa: PLC0415
    from dossier.sphinx_ext.build import BookError, hold_book  # noqa: PLC0415

    root, undrawn = open_edition(options), set[str]()
    try:
        with hold_book(root):
            path = build_pdf(root, undrawn=undrawn)
    except BookError as error:
        say(str(error))
        return 1
    for article in load(root).articles if undrawn else ():
        if found := undrawn.intersection(article.text + article.file):
            named = ", ".join(map(code_point, sorted(found)[:10]))
            say(f"{article.file}: no font of the PDF draws {named}: printed as that")
    print(path)
    return 0
