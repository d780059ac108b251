"""`dossier review`: the analyst rules on records, one by one."""

from __future__ import annotations

import argparse
import datetime
from pathlib import Path
from typing import Any

EPILOG = """Each decision is written to review/decisions.yml at once: leave with q or Ctrl-C at any time.
"""


def add(commands: Any) -> None:
    """Describe the command."""
    parser = commands.add_parser(
        "review",
        help="walk through the records that need a look, and rule on them",
        description="Shows, one by one, the records of the project that need a look (conflicts, low grades, "
        "unnamed speakers) with their words, and asks whether to accept, reject or correct them.",
        epilog=EPILOG,
    )
    parser.add_argument(
        "root", type=Path, nargs="?", metavar="PROJECT", help="default: this folder or one above"
    )
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Walk through the records."""
    from dossier.report import find_root, load  # noqa: PLC0415
    from dossier.review import run_review  # noqa: PLC0415

    root = find_root(options.root)
    analysis = load(root, progress=True)
    run_review(
        analysis,
        root / "review" / "decisions.yml",
        texts={article.article_id: article.text for article in analysis.articles},
        today=datetime.date.today().isoformat(),
    )
    return 0
