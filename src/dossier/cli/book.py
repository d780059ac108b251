"""`dossier book`: the report as HTML pages."""

import argparse

from dossier.cli.inputs import open_edition
from dossier.cli.terminal import name_refused, say
from dossier.report import load
from dossier.sphinx_ext.build import BookError, hold_book


def run(options: argparse.Namespace) -> int:
    """Build the book and print the path of its first page."""
    root = open_edition(options)
    try:
        with hold_book(root) as pages:
            page = pages / "index.html"
    except BookError as error:
        say(str(error))
        return 1
    name_refused(load(root).articles)
    print(f"Open {page}")
    return 0
