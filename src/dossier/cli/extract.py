"""`dossier extract`: a folder of articles to a data package."""

import argparse

from dossier.cli.articles import name_refused
from dossier.cli.terminal import UsageError, open_decisions, open_investigation
from dossier.corpus import list_files
from dossier.export import FORMATS, write_folder
from dossier.visible import visible


def run(options: argparse.Namespace) -> int:
    """Write the package; a refused article is a row of articles.csv and a line on stderr, not a failure."""
    list_files(options.seeds)
    investigation, out = open_investigation(options.investigation), options.out
    if out.resolve() in [used.resolve() for used in (options.seeds, options.work) if used]:
        raise UsageError("--out is the folder of the articles, or of --work: name another one")
    articles = write_folder(
        options.seeds,
        out,
        investigation,
        decisions=open_decisions(options, investigation),
        jobs=options.jobs,
        scheduler=options.scheduler or "",
        work=options.work,
        form=FORMATS[options.format],
        progress=True,
    )
    read = len(articles) - name_refused(articles)
    print(f"{read} of {len(articles)} articles read; package in {visible(str(out))}")
    return 0
