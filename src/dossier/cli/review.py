"""`dossier review`: the analyst rules on records, one by one."""

from __future__ import annotations

import argparse
from typing import Any


def add(commands: Any) -> None:
    """Describe the command."""
    parser = commands.add_parser("review", help="walk through the records that need a look")
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Walk."""
    raise NotImplementedError
