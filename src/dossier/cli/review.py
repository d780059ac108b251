"""`dossier review`: the analyst rules on records, one by one."""

import argparse
import datetime

from dossier.report import find_root, load
from dossier.review import Wanted, in_list, list_looks, run_review


def run(options: argparse.Namespace) -> int:
    """Walk through the records, or list them."""
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
