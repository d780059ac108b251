"""`dossier new`: a whole investigation from a handful of articles."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import Any

from dossier.cli.intake import add_articles, fill_sources
from dossier.cli.terminal import UsageError, say
from dossier.i18n import SOURCE, languages, using
from dossier.visible import visible

EPILOG = """examples:
  dossier new flood article1.txt article2.html
  dossier new flood saved-pages/            all files of a folder
  dossier new flood                         the articles already lie in flood/seeds, or follow later

Then: dossier book flood
"""


def add(commands: Any) -> None:
    """Describe the command."""
    parser = commands.add_parser(
        "new",
        help="begin an investigation: a folder with articles, and all that its book needs",
        description="Makes the folder DIR with the articles in seeds/, an investigation.yml drafted from "
        "them, sources.yml, the notebooks and the configuration; then `dossier book DIR` builds the book.",
        epilog=EPILOG,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("folder", type=Path, metavar="DIR", help="the folder of the investigation")
    parser.add_argument(
        "articles",
        type=Path,
        nargs="*",
        default=[],
        metavar="ARTICLES",
        help=".txt, .html, .md or .pdf, or a folder",
    )
    parser.add_argument(
        "--language",
        choices=languages(),
        default=SOURCE,
        help="the language of the report (default: en)",
    )
    parser.set_defaults(run=run)


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
        refused = add_articles(root, options.articles)
        read, unread = _write_draft(root, options.language)
    refused += unread
    amount = f"{read} article{'s' * (read != 1)}"
    print(visible(f"{root}: an investigation of {amount}, drafted in investigation.yml"))
    if read:
        print(visible(f"next: dossier book {root}; then change investigation.yml and build again"))
    else:
        put = f"dossier add {root} FILE …, or put articles into {root / 'seeds'}, each in a file named *.txt"
        print(visible(f"next: {put}; then dossier suggest {root} and dossier book {root}"))
    return 1 if refused else 0


def _write_draft(root: Path, language: str) -> tuple[int, int]:
    """Write the project around the articles in its seeds; return how many were read, and how many not."""
    from dossier.drafting import build_draft, write_draft  # noqa: PLC0415 (loads spaCy)
    from dossier.drafting.proposals import Draft  # noqa: PLC0415
    from dossier.investigation import read_investigation  # noqa: PLC0415
    from dossier.pipeline import analyse_folder  # noqa: PLC0415
    from dossier.report import PARSED  # noqa: PLC0415
    from dossier.scaffold import write_project  # noqa: PLC0415

    seeds = root / "seeds"
    if not any(path.suffix.lower() == ".txt" for path in seeds.iterdir()):
        write_project(root, write_draft(Draft(), articles=0))
        return 0, 0
    parsed = root / PARSED
    asked = read_investigation({"language": language})
    analysis = analyse_folder(seeds, asked, parsed=parsed, progress=True)
    read = [article for article in analysis.articles if article.status == "ok"]
    refused = [article for article in analysis.articles if article.status != "ok"]
    for article in refused:
        say(f"refused: {article.file}: {article.reason}")
    fill_sources(root, read)
    write_project(root, write_draft(build_draft(analysis, parsed), articles=len(read)))
    return len(read), len(refused)
