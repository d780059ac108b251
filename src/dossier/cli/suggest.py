"""`dossier suggest`: what the articles hold that investigation.yml does not name yet."""

from __future__ import annotations

import argparse
from typing import Any

from dossier.cli.inputs import add_project
from dossier.cli.intake import fill_sources
from dossier.visible import visible

FILE = "suggestions.yml"


def add(commands: Any) -> None:
    """Describe the command."""
    parser = commands.add_parser(
        "suggest",
        help="propose topics, events, actors and themes that investigation.yml does not name yet",
        description=f"Reads the articles and writes what they propose into {FILE}, each proposal with how "
        "often and where it occurs. Entries that sources.yml lacks are added to it. "
        "investigation.yml is never touched.",
    )
    add_project(parser)
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Write the proposals and say how many there are."""
    from dossier.drafting import build_draft, count_proposals, missing_lines, write_suggestions  # noqa: PLC0415
    from dossier.report import PARSED, find_root, load  # noqa: PLC0415
    from dossier.storage import own_folder, write_whole  # noqa: PLC0415

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
