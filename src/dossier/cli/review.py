"""`dossier review`: the analyst rules on records, one by one."""

from __future__ import annotations

import argparse
import datetime
from typing import Any

from dossier.cli.inputs import add_project
from dossier.review.looks import PAGES

EPILOG = """Each decision is written to review/decisions.yml at once: leave with q or Ctrl-C at any time.

examples:
  dossier review                            what needs a look and is not decided
  dossier review --speaker durand --text vote
                                            all that is laid to Durand in paragraphs with "vote"
  dossier review --page figures --list      every figure, one a line
"""


def add(commands: Any) -> None:
    """Describe the command."""
    parser = commands.add_parser(
        "review",
        help="walk through the records that need a look, or search for others, and rule on them",
        description="Shows records one by one with their words and asks whether to accept, reject or correct "
        "them; the keys are those of `git add -p`. Without options these are the ones that need a look "
        "(disagreements, low grades, unnamed speakers) and have no decision yet.",
        epilog=EPILOG,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    add_project(parser)
    parser.add_argument("--page", choices=tuple(PAGES), default="", help="the records of this page")
    parser.add_argument("--speaker", metavar="NAME", default="", help="what is laid to somebody of this name")
    parser.add_argument("--text", metavar="WORDS", default="", help="what stands near these words")
    parser.add_argument("--unsure", action="store_true", help="of these, only what needs a look")
    parser.add_argument("--all", action="store_true", help="also what has a decision already")
    parser.add_argument("--list", action="store_true", help="print them, one a line, and ask nothing")
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Walk through the records, or list them."""
    from dossier.report import find_root, load  # noqa: PLC0415
    from dossier.review import Wanted, in_list, list_looks, run_review  # noqa: PLC0415

    root = find_root(options.root)
    analysis = load(root, progress=True)
    path = root / "review" / "decisions.yml"
    texts = {article.article_id: article.text for article in analysis.articles}
    wanted = Wanted(options.page, options.speaker, options.text, options.unsure, options.all)
    if options.list:
        for look in list_looks(analysis, path, texts, wanted):
            print(in_list(look))
        return 0
    run_review(analysis, path, texts=texts, today=datetime.date.today().isoformat(), wanted=wanted)
    return 0
