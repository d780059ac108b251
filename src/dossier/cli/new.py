"""`dossier new`: a whole investigation from a handful of articles."""

import argparse
from pathlib import Path

from dossier.cli.add import add_articles, fill_sources
from dossier.cli.articles import name_refused, name_undated
from dossier.cli.terminal import UsageError
from dossier.drafting import build_draft, write_draft
from dossier.drafting.write import Draft
from dossier.i18n import _, ngettext, using
from dossier.investigation import read_investigation
from dossier.pipeline import analyse_folder
from dossier.report import PARSED
from dossier.scaffold import write_project
from dossier.visible import visible


def run(options: argparse.Namespace) -> int:
    """Make the investigation and say what to do next; 1 where an article was refused."""
    root: Path = options.folder
    if (root / "investigation.yml").exists():
        raise UsageError(
            f"{root} already holds an investigation: `dossier add` puts articles into it, `dossier suggest` "
            "says what they propose"
        )
    if root.exists() and not root.is_dir():
        raise UsageError(f"{root} is a file: name the folder that the investigation shall have")
    with using(options.language):
        refused = add_articles(root, options.articles, read=False)
        read, unread = _write_draft(root, options.language)
        for line in _next_steps(root, read):
            print(visible(line))
    return 1 if refused + unread else 0


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
    return made, _(
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
    read = [article for article in analysis.articles if article.status == "ok"]
    fill_sources(root, read)
    write_project(root, write_draft(build_draft(analysis, parsed), articles=len(read)))
    name_undated(read)
    return len(read), name_refused(analysis.articles)
