"""`dossier evaluate`: precision, recall and F1 against hand-checked records."""

import argparse
from pathlib import Path

from dossier.cli.terminal import UsageError, open_investigation
from dossier.corpus import list_files
from dossier.evaluation import Evaluation, evaluate, evaluate_affairs, evaluate_package, read_affairs
from dossier.pipeline import analyse_folder
from dossier.visible import visible


def run(options: argparse.Namespace) -> int:
    """Print the figures and, if asked, the faults."""
    if not options.gold.is_dir():
        raise UsageError(
            f"{options.gold} is not a folder: name the folder that holds the hand-checked records"
        )
    investigation = open_investigation(options.investigation)
    articles = options.articles or (options.gold if any(options.gold.glob("*.txt")) else Path("seeds"))
    try:
        if affairs := read_affairs(options.gold):
            scored = evaluate_affairs(affairs, lambda folder: analyse_folder(folder, investigation, jobs=1))
            result = Evaluation(tuple(affair.name for affair in affairs), *scored)
        elif options.package:
            result = evaluate_package(options.package, options.gold, investigation, articles)
        else:
            list_files(articles)
            result = evaluate(analyse_folder(articles, investigation, progress=True), options.gold)
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
