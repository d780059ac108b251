"""`dossier analyse`: the analysis that the book is made from, kept where the notebooks find it."""

import argparse

from dossier.cli.terminal import name_refused
from dossier.report import load


def run(options: argparse.Namespace) -> int:
    """Make the analysis, or find it made."""
    analysis = load(options.root, progress=True)
    read = len(analysis.articles) - name_refused(analysis.articles)
    events = len({mention.event_id for mention in analysis.events})
    print(
        f"{read} of {len(analysis.articles)} articles read: {events} events, "
        f"{len(analysis.claims)} claims, {len(analysis.quotations)} quotations, "
        f"{len(analysis.discrepancies)} discrepancies"
    )
    return 0
