"""`dossier export`: the records of a project in a format of another tool."""

import argparse

from dossier.cli.terminal import UsageError
from dossier.export.formats import ABOUT, CRATE, pack_report, write_formats
from dossier.report import find_root, load
from dossier.sphinx_ext.build import hold_book
from dossier.view import View
from dossier.visible import visible


def run(options: argparse.Namespace) -> int:
    """Write the files and print the path of each."""
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
