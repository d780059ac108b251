"""How right the extraction is: precision, recall and F1 against hand-checked records, and each fault.

The gold is a folder with one JSON file an article: quotations, dates, claims and responses (denials and
non-answers), each with its offsets; docs/gold.md describes them. Articles that only one side knows are left
out of account; where there is no other, that is an error.
"""

import json
from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from dossier.analysis import Analysis
from dossier.corpus import read_folder
from dossier.evaluation.affairs import evaluate_affairs, read_affairs
from dossier.evaluation.claims import (
    PROPERTIES,
    date_scores,
    quotation_scores,
    score_claims,
    score_dates,
    score_quotations,
    score_responses,
)
from dossier.evaluation.measures import Fault, Golden, Marks, Score, by_article, read_rows
from dossier.investigation import Investigation
from dossier.records import Claim, Quotation, TimeExpression
from dossier.registry import Registry, build_registry
from dossier.validated_yaml import read_yaml


@dataclass(frozen=True, slots=True)
class Rival:
    """What an outside system reaches in one measure; *source* says who measured it, and on what."""

    task: str
    measure: str
    data: str
    system: str
    value: str
    source: str = ""


@dataclass(frozen=True, slots=True)
class Evaluation:
    """All figures, in the order of the tasks, and all faults, in the order of the articles."""

    articles: tuple[str, ...]
    scores: tuple[Score, ...]
    faults: tuple[Fault, ...]


def evaluate(analysis: Analysis, gold: Path) -> Evaluation:
    """Return how right *analysis* is against the hand-checked records of the folder *gold*.

    Raises:
        ValueError: *gold* holds no hand-checked article that was read, or one that is not of the form.
    """
    texts = {article.article_id: article.text for article in analysis.articles}
    golden = _among(read_gold(gold, texts), texts, gold)
    registry = build_registry(analysis.investigation)
    return _evaluate(golden, registry, analysis.dates, analysis.quotations, analysis.claims)


def evaluate_package(
    package: Path, gold: Path, investigation: Investigation | None = None, articles: Path | None = None
) -> Evaluation:
    """Return how right the data package in the folder *package* is.

    The folder *articles*, where it is given, lends the words of what is missed; *investigation* the other
    names of its actors.

    Raises:
        OSError: a table of the package cannot be read.
        ValueError: as `evaluate`.
    """
    texts = {}
    if articles and articles.is_dir():
        texts = {article.article_id: article.text for article in read_folder(articles)}
    dates = list(read_rows(package / "dates.csv", TimeExpression))
    quotations = list(read_rows(package / "quotations.csv", Quotation))
    claims = list(read_rows(package / "claims.csv", Claim))
    read = {*texts, *by_article(dates), *by_article(quotations), *by_article(claims)}
    golden = _among(read_gold(gold, texts), read, gold)
    return _evaluate(golden, build_registry(investigation or Investigation()), dates, quotations, claims)


def _among(golden: list[Golden], read: Collection[str], folder: Path) -> list[Golden]:
    """Return those of *golden* that were *read*.

    Raises:
        ValueError: none was.
    """
    found = [article for article in golden if article.article_id in read]
    if not found:
        names, others = _some(article.article_id for article in golden), _some(read) or "none at all"
        raise ValueError(
            f"none of the {len(golden)} hand-checked articles in {folder} ({names}) is among the articles "
            f"that were read ({others}): the key 'file' of each must be the name of an article"
        )
    return found


def _some(names: Iterable[str]) -> str:
    every = sorted(names)
    return ", ".join(every[:3]) + (" …" if len(every) > 3 else "")


def _evaluate(
    golden: list[Golden],
    registry: Registry,
    expressions: Iterable[TimeExpression],
    quoted: Iterable[Quotation],
    claimed: Iterable[Claim],
) -> Evaluation:
    said, told = by_article(quoted), by_article(claimed)
    tasks: dict[str, tuple[Callable[..., None], Mapping[str, list[Any]]]] = {
        "quotations": (score_quotations, said),
        "dates": (score_dates, by_article(expressions)),
        "claims": (score_claims, told),
        "responses": (score_responses, told),
    }
    marks = {task: Marks(task) for task in tasks}
    for article in golden:
        for task, (score, rows) in tasks.items():
            score(marks[task], article, rows.get(article.article_id, ()), registry)
    found = [(place, fault) for place, made in enumerate(marks.values()) for fault in made.faults]
    found.sort(key=lambda f: (f[1].article_id, f[0], f[1].start, f[1].end, f[1].kind, f[1].what))
    scores = (
        *quotation_scores(marks["quotations"]),
        *date_scores(marks["dates"]),
        *marks["claims"].scores(
            "found", *(f"{what} right" for what in PROPERTIES), "numbers wrongly read as claims"
        ),
        *marks["responses"].scores("found", "actor and stance right"),
    )
    return Evaluation(tuple(g.article_id for g in golden), scores, tuple(fault for _, fault in found))


def read_rivals(path: Path) -> tuple[Rival, ...]:
    """Return the figures of outside systems from the YAML file *path*.

    Raises:
        OSError: the file cannot be read.
        YamlError: a mistake in it, named with its line.
    """
    names = Rival.__match_args__
    entry = {"type": "object", "properties": {name: {} for name in names}, "required": names[:-1]}
    form = {"type": "array", "items": entry}
    return tuple(Rival(**row) for row in read_yaml(path, form, empty="write one entry for each figure"))


def read_gold(folder: Path, texts: dict[str, str]) -> list[Golden]:
    """Return the hand-checked articles of *folder*, in the order of their names.

    Raises:
        ValueError: there is none, or a file is not of the form.
    """
    golden = []
    for path in sorted(folder.glob("*.json")):
        try:
            content = json.loads(path.read_text(encoding="utf-8"))
            name = Path(content["file"]).stem
            golden.append(Golden(name, bool(content["exhaustive"]), content, texts.get(name, "")))
        except (ValueError, KeyError, TypeError) as error:
            raise ValueError(f"{path.name}: no hand-checked article: {error}") from None
    if not golden:
        raise ValueError(f"no hand-checked article (*.json) in {folder}")
    return golden
