"""`dossier suggest`: what the articles hold that investigation.yml does not name yet."""

import argparse

from dossier.cli.add import fill_sources
from dossier.drafting import build_draft, count_proposals, missing_lines, write_suggestions
from dossier.report import PARSED, find_root, load
from dossier.storage import own_folder, write_whole
from dossier.visible import visible

FILE = "suggestions.yml"


def run(options: argparse.Namespace) -> int:
    """Write the proposals and say how many there are."""
    root = find_root(options.root)
    analysis = load(root, progress=True)
    draft = build_draft(analysis, own_folder(root / PARSED))
    write_whole(root / FILE, write_suggestions(draft).encode())
    fill_sources(root, [article for article in analysis.articles if article.status == "ok"])
    print(visible(f"{count_proposals(draft)} proposals in {root / FILE}"))
    undated = [article for article in analysis.articles if missing_lines(article)]
    if undated:
        print(visible(f"{len(undated)} articles without a day: complete their lines in seeds/sources.yml"))
    return 0
