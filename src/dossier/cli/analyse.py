"""`dossier analyse`: the analysis that the book is made from, kept where the notebooks find it."""

import argparse

from dossier.cli.articles import name_refused
from dossier.i18n import _, using
from dossier.report import load


def run(options: argparse.Namespace) -> int:
    """Make the analysis, or find it made."""
    analysis = load(options.root, progress=True)
    with using(analysis.investigation.language):
        refused = sum(article.status != "ok" for article in analysis.articles)
        if not options.brief:
            name_refused(analysis.articles)
        told = _(
            "{read} of {all} articles read: {events} events, {claims} claims, {quotations} quotations, "
            "{discrepancies} discrepancies",
            read=len(analysis.articles) - refused,
            all=len(analysis.articles),
            events=len({mention.event_id for mention in analysis.events}),
            claims=len(analysis.claims),
            quotations=len(analysis.quotations),
            discrepancies=len(analysis.discrepancies),
        )
    print(told)
    return 0
