"""`dossier keys`: what may stand in the files that people write."""

from __future__ import annotations

import argparse
import json
from typing import Any

NAMES = ("investigation.yml", "sources.yml", "decisions.yml")


def add(commands: Any) -> None:
    """Describe the command."""
    parser = commands.add_parser(
        "keys",
        help="explain every key of investigation.yml, sources.yml and decisions.yml",
        description="Prints the reference of all keys as Markdown, or with --schema the JSON Schema of one "
        "file, for an editor that completes and checks YAML.",
    )
    parser.add_argument("--schema", choices=NAMES, metavar="FILE", help=f"one of {', '.join(NAMES)}")
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Print the reference or a schema."""
    from dossier.reference import build_reference, build_schema  # noqa: PLC0415

    if options.schema:
        print(json.dumps(build_schema(options.schema), indent=1, ensure_ascii=False))
    else:
        print(build_reference(), end="")
    return 0
