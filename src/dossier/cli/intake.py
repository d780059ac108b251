"""What `new`, `add` and `suggest` share: articles into a project, and the entries of its sources.yml."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import Any

from dossier.cli.terminal import UsageError, say
from dossier.visible import visible


def add_articles(root: Path, paths: Iterable[Path]) -> int:
    """Put the files of *paths* into the project at *root*, say what became of each, return how many failed.

    Raises:
        UsageError: a folder among *paths* holds nothing that can be read.
    """
    from dossier.intake import FORMATS, add_files, list_sources  # noqa: PLC0415

    given = list(paths)
    found = list_sources(given)
    if given and not found:
        folders = (path for path in sorted(given[0].glob("*/")) if list_sources([path]))
        there = "".join(f"; {folder} holds some" for folder in folders)
        raise UsageError(f"no article in {given[0]}: give files that end in {', '.join(FORMATS)}{there}")
    refused = 0
    known: dict[str, Any] = {}
    for added in add_files(root, found):
        if added.outcome == "refused":
            refused += 1
            say(f"refused: {added.path}: {added.note}")
        elif added.outcome == "copy":
            print(visible(f"{added.path}: left out, {added.note} as {added.article_id}"))
        else:
            known[added.article_id] = added.source
            print(visible(f"{added.path} → seeds/{added.article_id}.txt"))
            if added.note:
                print(visible(f"  {added.note}"))
    from dossier.corpus import read_file  # noqa: PLC0415

    articles = [read_file(root / "seeds" / f"{name}.txt", known) for name in known]
    if articles:
        fill_sources(root, (article for article in articles if article.status == "ok"))
    return refused


def fill_sources(root: Path, articles: Iterable[Any]) -> None:
    """Add an entry to sources.yml for each of *articles* that has none; what is there stays as it is."""
    from dossier.corpus import read_stated  # noqa: PLC0415
    from dossier.drafting import head, write_sources  # noqa: PLC0415
    from dossier.storage import write_whole  # noqa: PLC0415

    path = root / "seeds" / "sources.yml"
    there = read_stated(path.parent)
    lacking = [article for article in articles if article.article_id not in there]
    if lacking:
        before = path.read_text("utf-8") if path.is_file() else head()
        write_whole(path, (before.rstrip("\n") + "\n" + write_sources(lacking)).encode())
