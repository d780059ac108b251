"""`dossier add`: more articles for an investigation."""

import argparse
from collections.abc import Iterable
from pathlib import Path

from dossier.cli.articles import name_refused, name_undated
from dossier.cli.terminal import UsageError, say
from dossier.corpus import Source, read_file, read_stated
from dossier.drafting import head, write_sources
from dossier.i18n import _, using
from dossier.intake import FORMATS, add_files, list_sources
from dossier.investigation import load_investigation
from dossier.records import Article
from dossier.report import find_root
from dossier.storage import write_whole
from dossier.visible import visible


def run(options: argparse.Namespace) -> int:
    """Add the articles; 1 where one was refused."""
    root, *paths = options.paths
    if not (root / "investigation.yml").is_file():
        root, paths = find_root(), options.paths
    elif not paths:
        raise UsageError(f"nothing to add to {root}: name the files of the articles behind it")
    with using(load_investigation(root / "investigation.yml").language):
        return 1 if add_articles(root, paths) else 0


def add_articles(root: Path, paths: Iterable[Path], *, read: bool = True) -> int:
    """Put the files of *paths* into the project at *root*, say what became of each, return how many failed.

    With *read*, those that are no articles in French are named too.

    Raises:
        UsageError: a folder among *paths* holds nothing that can be read.
    """
    given = list(paths)
    found = list_sources(given)
    if given and not found:
        folders = (path for path in sorted(given[0].glob("*/")) if list_sources([path]))
        there = "".join(f"; {folder} holds some" for folder in folders)
        raise UsageError(f"no article in {given[0]}: give files that end in {', '.join(FORMATS)}{there}")
    refused = 0
    known: dict[str, Source] = {}
    for added in add_files(root, found):
        if added.outcome == "refused":
            refused += 1
            say(_("refused: {file}: {reason}", file=added.path, reason=added.note))
        elif added.outcome == "copy":
            left = _("left out, {why} as {other}", why=added.note, other=added.article_id)
            print(visible(f"{added.path}: {left}"))
        else:
            known[added.article_id] = added.source
            print(visible(f"{added.path} → seeds/{added.article_id}.txt"))
            if added.note:
                print(visible(f"  {added.note}"))
    articles = [read_file(root / "seeds" / f"{name}.txt", known) for name in known]
    if read:
        refused += name_refused(articles)
        name_undated(articles)
    if articles:
        fill_sources(root, (article for article in articles if article.status == "ok"))
    return refused


def fill_sources(root: Path, articles: Iterable[Article]) -> None:
    """Add an entry to sources.yml for each of *articles* that has none; what is there stays as it is."""
    path = root / "seeds" / "sources.yml"
    there = read_stated(path.parent)
    lacking = [article for article in articles if article.article_id not in there]
    if lacking:
        before = path.read_text("utf-8") if path.is_file() else head()
        write_whole(path, (before.rstrip("\n") + "\n" + write_sources(lacking)).encode())
