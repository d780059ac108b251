"""`dossier evaluate`: precision, recall and F1 against hand-checked records."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import Any

from dossier.cli.inputs import open_investigation, open_seeds
from dossier.cli.terminal import UsageError
from dossier.visible import visible

EPILOG = """examples:
  dossier evaluate tests/gold --articles seeds --investigation investigation.yml
  dossier evaluate tests/gold --package package --faults
  dossier evaluate tests/gold/open
  dossier evaluate tests/gold/affairs
"""


def add(commands: Any) -> None:
    """Describe the command."""
    parser = commands.add_parser(
        "evaluate",
        help="measure the extraction against hand-checked records",
        description="Compares what is read from the articles, or stands in a data package, with the "
        "hand-checked records of GOLD, one JSON file an article. Folders with articles and gold.json "
        "are analysed each by itself, and their events and disagreements measured.",
        epilog=EPILOG,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument(
        "gold", type=Path, metavar="GOLD", help="folder of hand-checked records, one *.json each"
    )
    parser.add_argument(
        "--articles", type=Path, metavar="SEEDS", help="default: GOLD where it holds articles, else seeds"
    )
    parser.add_argument("--package", type=Path, metavar="DIR", help="measure this package, do not read again")
    parser.add_argument("--investigation", type=Path, metavar="FILE", help="what the investigation asks")
    parser.add_argument("--faults", action="store_true", help="list each miss and each error with its words")
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Print the figures and, if asked, the faults."""
    if not options.gold.is_dir():
        raise UsageError(
            f"{options.gold} is not a folder: name the folder that holds the hand-checked records"
        )
    investigation = open_investigation(options.investigation)
    articles = options.articles or (options.gold if any(options.gold.glob("*.txt")) else Path("seeds"))
    from dossier.evaluation import (  # noqa: PLC0415 (loads spaCy)
        Evaluation,
        evaluate,
        evaluate_affairs,
        evaluate_package,
        read_affairs,
    )
    from dossier.pipeline import analyse_folder  # noqa: PLC0415

    try:
        if affairs := read_affairs(options.gold):
            scored = evaluate_affairs(affairs, lambda folder: analyse_folder(folder, investigation, jobs=1))
            result = Evaluation(tuple(affair.name for affair in affairs), *scored)
        elif options.package:
            result = evaluate_package(options.package, options.gold, investigation, articles)
        else:
            seeds = open_seeds(articles)
            result = evaluate(analyse_folder(seeds, investigation, progress=True), options.gold)
    except ValueError as error:
        raise UsageError(str(error)) from None
    print(f"{len(result.articles)} {'affairs' if affairs else 'articles'} compared")
    for score in result.scores:
        count = f"  {score.hits} of {score.total}" if score.total else ""
        print(f"{score.task:<14}{score.measure:<40}{score.value:6.3f}{count}")
    for fault in result.faults if options.faults else ():
        expected = f" expected {fault.expected!r}, got {fault.got!r}" if fault.expected or fault.got else ""
        print(
            visible(
                f"{fault.article_id} {fault.start}–{fault.end} {fault.task}: {fault.kind} {fault.what}: "
                f"{fault.text!r}{expected}"
            )
        )
    return 0
