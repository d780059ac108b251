"""`dossier add`: more articles for an investigation."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import Any

from dossier.cli.intake import add_articles
from dossier.cli.terminal import UsageError
from dossier.i18n import using

EPILOG = """examples:
  dossier add page.html release.pdf         into the investigation of this folder
  dossier add flood saved-pages/            into that of the folder flood
"""


def add(commands: Any) -> None:
    """Describe the command."""
    parser = commands.add_parser(
        "add",
        help="put articles into an investigation: saved web pages, text, Markdown, PDF",
        description="Turns each FILE into clean text in seeds/ and writes what it states about itself "
        "(title, outlet, author, day, address) into sources.yml. The original is kept in originals/ with its "
        "hash. A copy of an article that is there is left out. No network is used.",
        epilog=EPILOG,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument(
        "paths", type=Path, nargs="+", metavar="[PROJECT] FILE", help=".txt, .html, .md or .pdf, or a folder"
    )
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Add the articles; 1 where one was refused."""
    from dossier.investigation import load_investigation  # noqa: PLC0415
    from dossier.report import find_root  # noqa: PLC0415

    root, *paths = options.paths
    if not (root / "investigation.yml").is_file():
        root, paths = find_root(), options.paths
    elif not paths:
        raise UsageError(f"nothing to add to {root}: name the files of the articles behind it")
    with using(load_investigation(root / "investigation.yml").language):
        return 1 if add_articles(root, paths) else 0
