"""`dossier check`: article by article, what was read and what was refused, and what is asked in vain."""

from __future__ import annotations

import argparse
from collections import Counter
from typing import Any

from dossier.cli.inputs import add_seeds, open_decisions, open_investigation, open_seeds
from dossier.visible import visible

EPILOG = """examples:
  dossier check flood
  dossier check seeds --investigation other.yml

Exit code 1: an article was refused, or a decision of the analyst no longer finds its record.
"""
COUNTED = ("dates", "events", "claims", "quotations")


def add(commands: Any) -> None:
    """Describe the command."""
    parser = commands.add_parser(
        "check",
        help="tell, article by article, what was read and what was refused",
        description="Reads every article of SEEDS and says what it yields, how its date is known, what was "
        "refused and why, which decisions lost their record, and what investigation.yml names and no article "
        "has. SEEDS may be a project: then its articles, its investigation and its decisions are taken.",
        epilog=EPILOG,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    add_seeds(parser, project=True)
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Print what was read; 1 where something was refused or lost."""
    _find_project(options)
    seeds, investigation = open_seeds(options.seeds), open_investigation(options.investigation)
    from dossier.drafting import find_idle  # noqa: PLC0415 (loads spaCy)
    from dossier.pipeline import analyse_folder  # noqa: PLC0415 (the same)
    from dossier.report import PARSED  # noqa: PLC0415

    decisions = open_decisions(options, investigation)
    kept = seeds.parent / PARSED
    analysis = analyse_folder(
        seeds,
        investigation,
        parsed=kept if kept.is_dir() else None,
        decisions=decisions,
        jobs=options.jobs,
        progress=True,
    )
    counts = {name: Counter(record.article_id for record in getattr(analysis, name)) for name in COUNTED}
    for article in analysis.articles:
        for text in describe(article, {name: count[article.article_id] for name, count in counts.items()}):
            print(visible(text))
    if idle := [*find_idle(analysis)] if options.investigation else []:
        print(visible(f"{options.investigation}, without effect on these articles:"))
        print(*(visible(f"  {line}") for line in idle), sep="\n")
    refused = sum(article.status != "ok" for article in analysis.articles)
    lost = [ruling for ruling in analysis.rulings if ruling.outcome == "lost"]
    for ruling in lost:
        print(
            visible(f"decision of {ruling.date} on {ruling.record_id} lost: {ruling.note} ({ruling.words!r})")
        )
    print(
        f"{len(analysis.articles) - refused} articles read, {refused} refused; "
        f"{len(analysis.rulings)} decisions, {len(lost)} lost"
    )
    return 1 if refused or lost else 0


def _find_project(options: argparse.Namespace) -> None:
    """Let *options* name the articles and the investigation of the project that they lie in, or are."""
    inside = options.seeds / "investigation.yml"
    beside = options.seeds.parent / "investigation.yml"
    if inside.is_file():
        options.seeds /= "seeds"
    found = next((path for path in (inside, beside) if path.is_file()), None)
    options.investigation = options.investigation or found


def describe(article: Any, counts: dict[str, int]) -> list[str]:
    """Return the lines that tell what came of *article*."""
    from dossier.drafting import missing_lines  # noqa: PLC0415 (loads spaCy)

    if article.status != "ok":
        return [f"{article.file}: refused: {article.reason}"]
    published = article.published
    lines = [
        f"{article.file}: {article.words} words; {', '.join(f'{n} {name}' for name, n in counts.items())}",
        f"  published {published.date or 'at an unknown date'} ({published.basis})"
        + (f": {published.reason}" if published.reason else ""),
    ]
    lines += [f"  warning: {article.reason}"] if article.reason else []
    if missing := missing_lines(article):
        lines += ["  its day: write into sources.yml beside the articles, or complete the entry there:"]
        lines += [f"    {line}" for line in missing]
    return lines
