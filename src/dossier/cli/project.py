"""Investigations of articles: `dossier new` from a handful, `add` more, `suggest` what they hold."""

import argparse
from collections.abc import Iterable
from pathlib import Path

from dossier.cli.articles import name_lacking, name_lost, name_refused
from dossier.cli.terminal import UsageError, say
from dossier.corpus import read_file, read_stated
from dossier.drafting import (
    build_draft,
    head,
    missing_lines,
    write_draft,
    write_sources,
    write_suggestions,
)
from dossier.drafting.write import Draft
from dossier.edtf import in_words
from dossier.i18n import _, languages, listed, ngettext, using
from dossier.intake import FORMATS, add_files, list_sources
from dossier.investigation import load_investigation, read_investigation
from dossier.pipeline import analyse_folder
from dossier.records import Article
from dossier.report import PARSED, find_root, load
from dossier.scaffold import COPIED, page_text, write_project
from dossier.storage import own_folder, write_whole
from dossier.view import title_of
from dossier.visible import visible


def new(options: argparse.Namespace) -> int:
    """Make the investigation and say what to do next; 1 where an article was refused."""
    root: Path = options.folder
    if (root / "investigation.yml").exists() and not _withdraw_blank(root):
        raise UsageError(
            _(
                "{root} already holds an investigation: `dossier add` puts articles into it, "
                "`dossier suggest` says what they propose",
                root=root,
            )
        )
    if root.exists() and not root.is_dir():
        raise UsageError(_("{root} is a file: name the folder that the investigation shall have", root=root))
    kept = [name for name in (*COPIED, "README.md") if (root / name).exists()]
    with using(options.language):
        refused, _came = add_articles(root, options.articles)
        read, unread = _write_draft(root, options.language)
        if kept:
            told = _(
                "left as it was: {files} (without it, `dossier book` writes its own)", files=listed(kept)
            )
            print(visible(told))
        for line in _next_steps(root, read):
            print(visible(line))
    return 1 if refused + unread else 0


def _withdraw_blank(root: Path) -> bool:
    """Take away the draft of no article at *root*, if nobody has written into it; tell whether it was one."""
    path, readme = root / "investigation.yml", root / "README.md"
    for language in languages():
        with using(language):
            blank = path.read_text("utf-8", errors="replace") == write_draft(Draft(), articles=0)
            if not blank or any((root / "seeds").glob("*.txt")):
                continue
            text = page_text("README.md").replace("$title", load_investigation(path).title)
            for own, ours in ((path, True), (readme, readme.exists() and readme.read_text("utf-8") == text)):
                if ours:
                    own.unlink()
            return True
    return False


def _next_steps(root: Path, read: int) -> tuple[str, str]:
    """Return what was made of so many articles *read*, and what to do next."""
    made = ngettext(
        "{root}: an investigation of {n:d} article, drafted in investigation.yml",
        "{root}: an investigation of {n:d} articles, drafted in investigation.yml",
        read,
        root=root,
    )
    if read:
        return made, _("next: dossier book {root}; then change investigation.yml and build again", root=root)
    return _("{root}: an investigation that has no article yet", root=root), _(
        "next: dossier add {root} FILE …, or put articles into {seeds}, each in a file named *.txt; "
        "then dossier suggest {root} and dossier book {root}",
        root=root,
        seeds=root / "seeds",
    )


def _write_draft(root: Path, language: str) -> tuple[int, int]:
    """Write the project around the articles in its seeds; return how many were read, and how many not."""
    seeds = root / "seeds"
    if not any(path.suffix.lower() == ".txt" for path in seeds.iterdir()):
        write_project(root, write_draft(Draft(), articles=0))
        return 0, 0
    parsed = root / PARSED
    asked = read_investigation({"language": language})
    analysis = analyse_folder(seeds, asked, parsed=parsed, progress=True)
    read = analysis.readable
    fill_sources(root, read)
    write_project(root, write_draft(build_draft(analysis, parsed), articles=len(read)))
    name_lacking(read)
    return len(read), name_refused(analysis.articles)


def add(options: argparse.Namespace) -> int:
    """Add the articles; 1 where one was refused."""
    root, *paths = options.paths
    if not (root / "investigation.yml").is_file():
        root, paths = find_root(), options.paths
    elif not paths:
        raise UsageError(_("nothing to add to {root}: name the files of the articles behind it", root=root))
    with using(load_investigation(root / "investigation.yml").language):
        refused, articles = add_articles(root, paths)
        name_lacking(articles)
        name_lost(root / "seeds")
    return 1 if refused else 0


def add_articles(root: Path, paths: Iterable[Path]) -> tuple[int, list[Article]]:
    """Put the files of *paths* into the project at *root* and say what became of each.

    Returns how many were refused, and the articles that came in.

    Raises:
        UsageError: a folder among *paths* holds nothing that can be read.
    """
    given = list(paths)
    found = list_sources(given)
    if given and not found:
        folders = (path for path in sorted(given[0].glob("*/")) if list_sources([path]))
        there = "".join(_("; {folder} holds some", folder=folder) for folder in folders)
        told = _("no article in {folder}: give files that end in {formats}{there}",
                 folder=given[0], formats=", ".join(FORMATS), there=there)  # fmt: skip
        raise UsageError(told)
    refused = 0
    articles: list[Article] = []
    for added in add_files(root, found):
        if added.outcome == "refused":
            refused += 1
            say(_("refused: {file}: {reason}", file=added.path, reason=added.note))
        elif added.outcome == "copy":
            left = _("left out, {why} as {other}", why=added.note, other=added.article_id)
            print(visible(f"{added.path}: {left}"))
        else:
            name = added.article_id
            articles.append(read_file(root / "seeds" / f"{name}.txt", {name: added.source}))
            print(visible(f"{added.path} → seeds/{name}.txt"))
            print(visible(f"  {_head_of(articles[-1])}"))
            if added.note:
                print(visible(f"  {added.note}"))
    if articles:
        fill_sources(root, articles)
        print(_("a wrong title, paper or day is mended in {file}", file=root / "seeds" / "sources.yml"))
    return refused, articles


def _head_of(article: Article) -> str:
    """Return what was read in the head of *article*, for whoever put it in to see at once."""
    return _(
        "{title} ({paper}, {day})",
        title=title_of(article),
        paper=article.outlet or _("no paper"),
        day=in_words(article.published.date) or _("no day"),
    )


def fill_sources(root: Path, articles: Iterable[Article]) -> None:
    """Add an entry to sources.yml for each of *articles* that has none; what is there stays as it is."""
    path = root / "seeds" / "sources.yml"
    there = read_stated(path.parent)
    lacking = [article for article in articles if article.article_id not in there]
    if lacking:
        before = path.read_text("utf-8") if path.is_file() else head()
        write_whole(path, (before.rstrip("\n") + "\n" + write_sources(lacking)).encode())


FILE = "suggestions.yml"


def suggest(options: argparse.Namespace) -> int:
    """Write the proposals and say how many there are."""
    root = find_root(options.root)
    analysis = load(root, progress=True)
    articles = analysis.readable
    with using(analysis.investigation.language):
        draft = build_draft(analysis, own_folder(root / PARSED))
        write_whole(root / FILE, write_suggestions(draft).encode())
        fill_sources(root, articles)
        amount = sum(map(len, (draft.topics, draft.events, draft.actors, draft.themes)))
        undated = sum(bool(missing_lines(article)) for article in articles)
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
