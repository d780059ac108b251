"""What is read of a folder: `dossier check` tells it, `extract` writes it, `evaluate` holds it to gold."""

import argparse
from collections import Counter
from pathlib import Path

from dossier import evaluation
from dossier.analysis import Analysis
from dossier.cli.articles import lost_rulings, name_later, name_lost, name_refused
from dossier.cli.terminal import UsageError, open_decisions, open_investigation
from dossier.corpus import list_files
from dossier.drafting import find_idle, missing_lines
from dossier.edtf import in_words
from dossier.export import FORMATS, write_folder
from dossier.i18n import _, using
from dossier.pipeline import analyse_folder
from dossier.records import Article
from dossier.report import PARSED
from dossier.scaffold import check_chapters
from dossier.visible import visible
from dossier.words import PUBLICATIONS

COUNTED = ("dates", "events", "claims", "quotations")


def check(options: argparse.Namespace) -> int:
    """Print what was read; 1 where something was refused or lost."""
    _find_project(options)
    list_files(options.seeds)
    investigation = open_investigation(options.investigation)
    if options.investigation and options.investigation.parent == options.seeds.parent:
        check_chapters(options.seeds.parent, investigation)
    kept = options.seeds.parent / PARSED
    analysis = analyse_folder(
        options.seeds,
        investigation,
        parsed=kept if kept.is_dir() else None,
        decisions=open_decisions(options, investigation),
        jobs=options.jobs,
        progress=True,
    )
    with using(investigation.language):
        name_lost(options.seeds)
        name_later(analysis)
        return _tell(analysis, options.investigation)


def _tell(analysis: Analysis, asked: Path | None) -> int:
    """Print what was read, and what is *asked* in vain; 1 where something is refused or lost."""
    counts = {name: Counter(record.article_id for record in getattr(analysis, name)) for name in COUNTED}
    for article in analysis.articles:
        for text in describe(article, {name: count[article.article_id] for name, count in counts.items()}):
            print(visible(text))
    if idle := [*find_idle(analysis)] if asked else []:
        print(visible(_("{file}, without effect on these articles:", file=asked)))
        print(*(visible(f"  {line}") for line in idle), sep="\n")
    refused = sum(article.status != "ok" for article in analysis.articles)
    lost = lost_rulings(analysis)
    for line in lost:
        print(visible(line))
    told = _(
        "{read} articles read, {refused} refused; {decisions} decisions, {lost} lost",
        read=len(analysis.articles) - refused,
        refused=refused,
        decisions=len(analysis.rulings),
        lost=len(lost),
    )
    print(told)
    return 1 if refused or lost else 0


def _find_project(options: argparse.Namespace) -> None:
    """Let *options* name the articles and the investigation of the project that they lie in, or are."""
    inside = options.seeds / "investigation.yml"
    beside = options.seeds.parent / "investigation.yml"
    if inside.is_file():
        options.seeds /= "seeds"
    found = next((path for path in (inside, beside) if path.is_file()), None)
    options.investigation = options.investigation or found


def describe(article: Article, counts: dict[str, int]) -> list[str]:
    """Return the lines that tell what came of *article*."""
    if article.status != "ok":
        return [_("refused: {file}: {reason}", file=article.file, reason=article.reason)]
    published = article.published
    lines = [
        _(
            "{file}: {words} words; {dates} dates, {events} events, {claims} claims, {quotations} quotations",
            file=article.file,
            words=article.words,
            **counts,
        ),
        "  "
        + (
            _(
                "published: {date} ({basis})",
                date=in_words(published.date),
                basis=_(PUBLICATIONS[published.basis]),
            )
            if published.date
            else _("published: not known")
        )
        + (f": {_(published.reason)}" if published.reason else ""),
    ]
    lines += ["  " + _("warning: {reason}", reason=article.reason)] if article.reason else []
    if missing := missing_lines(article):
        advice = _("its day: write into sources.yml beside the articles, or complete the entry there:")
        lines += [f"  {advice}"]
        lines += [f"    {line}" for line in missing]
    return lines


def extract(options: argparse.Namespace) -> int:
    """Write the package; a refused article is a row of articles.csv and a line on stderr, not a failure."""
    list_files(options.seeds)
    investigation, out = open_investigation(options.investigation), options.out
    if out.resolve() in [used.resolve() for used in (options.seeds, options.work) if used]:
        raise UsageError("--out is the folder of the articles, or of --work: name another one")
    articles = write_folder(
        options.seeds,
        out,
        investigation,
        decisions=open_decisions(options, investigation),
        jobs=options.jobs,
        scheduler=options.scheduler or "",
        work=options.work,
        form=FORMATS[options.format],
        progress=True,
    )
    read = len(articles) - name_refused(articles)
    print(f"{read} of {len(articles)} articles read; package in {visible(str(out))}")
    return 0


def evaluate(options: argparse.Namespace) -> int:
    """Print the figures and, if asked, the faults."""
    if not options.gold.is_dir():
        raise UsageError(
            f"{options.gold} is not a folder: name the folder that holds the hand-checked records"
        )
    investigation = open_investigation(options.investigation)
    articles = options.articles or (options.gold if any(options.gold.glob("*.txt")) else Path("seeds"))
    try:
        if affairs := evaluation.read_affairs(options.gold):
            scored = evaluation.evaluate_affairs(
                affairs, lambda folder: analyse_folder(folder, investigation, jobs=1)
            )
            result = evaluation.Evaluation(tuple(affair.name for affair in affairs), *scored)
        elif options.package:
            result = evaluation.evaluate_package(options.package, options.gold, investigation, articles)
        else:
            list_files(articles)
            result = evaluation.evaluate(analyse_folder(articles, investigation, progress=True), options.gold)
    except ValueError as error:
        raise UsageError(str(error)) from None
    print(f"{len(result.articles)} {'affairs' if affairs else 'articles'} compared")
    for score in result.scores:
        count = f"  {score.hits} of {score.total}" if score.total else ""
        print(f"{score.task:<14}{score.measure:<40}{score.value:6.3f}{count}")
    for fault in result.faults if options.faults else ():
        expected = f" expected {fault.expected!r}, got {fault.got!r}" if fault.expected or fault.got else ""
        print(
            visible(
                f"{fault.article_id} {fault.start}–{fault.end} {fault.task}: {fault.kind} {fault.what}: "
                f"{fault.text!r}{expected}"
            )
        )
    return 0
