"""`dossier book`: the report as HTML pages."""

import argparse

from dossier.cli.inputs import open_edition
from dossier.cli.terminal import name_refused
from dossier.report import load
from dossier.sphinx_ext.build import hold_book


def run(options: argparse.Namespace) -> int:
    """Build the book and print the path of its first page."""
    root = open_edition(options)
    with hold_book(root) as pages:
        page = pages / "index.html"
    name_refused(load(root).articles)
    print(f"Open {page}")
    return 0
