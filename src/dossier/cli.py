"""The commands of dossier."""

from __future__ import annotations

import argparse
from pathlib import Path

from dossier.export import write_package
from dossier.investigation import Investigation
from dossier.report import analyse


def main() -> int:
    """Run one command and return its exit code."""
    parser = argparse.ArgumentParser(prog="dossier")
    commands = parser.add_subparsers(required=True)
    extract = commands.add_parser("extract")
    extract.add_argument("folder", type=Path)
    extract.add_argument("--out", type=Path, required=True)
    extract.add_argument("--investigation", type=Path)
    options = parser.parse_args()
    write_package(analyse(options.folder, Investigation()), options.out)
    return 0
