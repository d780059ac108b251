"""`dossier book`: the report as HTML pages."""

import argparse

from dossier.cli.articles import name_refused, name_undated
from dossier.cli.terminal import open_edition
from dossier.i18n import _, using
from dossier.report import load
from dossier.sphinx_ext.build import hold_book


def run(options: argparse.Namespace) -> int:
    """Build the book and print the path of its first page."""
    root = open_edition(options)
    with hold_book(root) as pages:
        page = pages / "index.html"
    analysis = load(root)
    with using(analysis.investigation.language):
        name_refused(analysis.articles)
        name_undated(analysis.articles)
        print(_("Open {page}", page=page))
    return 0
