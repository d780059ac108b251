"""`dossier suggest`: what the articles hold that investigation.yml does not name yet."""

import argparse

from dossier.cli.add import fill_sources
from dossier.drafting import build_draft, count_proposals, missing_lines, write_suggestions
from dossier.i18n import ngettext, using
from dossier.report import PARSED, find_root, load
from dossier.storage import own_folder, write_whole
from dossier.visible import visible

FILE = "suggestions.yml"


def run(options: argparse.Namespace) -> int:
    """Write the proposals and say how many there are."""
    root = find_root(options.root)
    analysis = load(root, progress=True)
    articles = [article for article in analysis.articles if article.status == "ok"]
    with using(analysis.investigation.language):
        draft = build_draft(analysis, own_folder(root / PARSED))
        write_whole(root / FILE, write_suggestions(draft).encode())
        fill_sources(root, articles)
        amount, undated = count_proposals(draft), sum(bool(missing_lines(article)) for article in articles)
        told = ngettext("{n:d} proposal in {file}", "{n:d} proposals in {file}", amount, file=root / FILE)
        print(visible(told))
        if undated:
            told = ngettext(
                "{n:d} article without a day: complete its lines in {file}",
                "{n:d} articles without a day: complete their lines in {file}",
                undated,
                file="seeds/sources.yml",
            )
            print(told)
    return 0
