"""`dossier evaluate`: precision, recall and F1 against hand-checked records."""

from __future__ import annotations

import argparse
from typing import Any


def add(commands: Any) -> None:
    """Describe the command."""
    parser = commands.add_parser("evaluate", help="measure the extraction against hand-checked records")
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Print the figures."""
    raise NotImplementedError
