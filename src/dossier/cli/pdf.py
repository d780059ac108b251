"""`dossier pdf`: the built book typeset."""

import argparse

from dossier.cli.terminal import open_edition, say
from dossier.pdf import build_pdf
from dossier.report import load
from dossier.sphinx_ext.build import hold_book
from dossier.visible import code_point


def run(options: argparse.Namespace) -> int:
    """Make the PDF and print its path."""
    root, undrawn = open_edition(options), set[str]()
    with hold_book(root):
        path = build_pdf(root, undrawn=undrawn)
    for article in load(root).articles if undrawn else ():
        if found := undrawn.intersection(article.text + article.file):
            named = ", ".join(map(code_point, sorted(found)[:10]))
            say(f"{article.file}: no font of the PDF draws {named}: printed as that")
    print(path)
    return 0
