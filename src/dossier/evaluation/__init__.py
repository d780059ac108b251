"""How right the extraction is: precision, recall and F1 against hand-checked records, and each fault.

The gold is a folder with one JSON file an article: quotations, dates, claims and responses (denials and
non-answers), each with its offsets. Articles that only one side knows are left out of account.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path

from dossier.actors import Registry, build_registry
from dossier.analysis import Analysis
from dossier.evaluation.claims import score_claims, score_responses
from dossier.evaluation.dates import score_dates
from dossier.evaluation.measures import Fault, Golden, Score
from dossier.evaluation.package import by_article, read_rows
from dossier.evaluation.quotations import score_quotations
from dossier.investigation import Investigation
from dossier.records import Claim, Quotation, TimeExpression
from dossier.validated_yaml import Many, Table, Text, read_yaml

__all__ = [
    "Evaluation",
    "Fault",
    "Rival",
    "Score",
    "evaluate",
    "evaluate_package",
    "read_gold",
    "read_rivals",
]


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


@dataclass(frozen=True, slots=True)
class _Rows:
    dates: dict[str, list[TimeExpression]]
    quotations: dict[str, list[Quotation]]
    claims: dict[str, list[Claim]]


def evaluate(analysis: Analysis, gold: Path) -> Evaluation:
    """Return how right *analysis* is against the hand-checked records of the folder *gold*.

    Raises:
        ValueError: *gold* holds no hand-checked article, or one that is not of the form.
    """
    texts = {article.article_id: article.text for article in analysis.articles}
    golden = [g for g in read_gold(gold, texts) if g.article_id in texts]
    rows = _Rows(by_article(analysis.dates), by_article(analysis.quotations), by_article(analysis.claims))
    return _evaluate(golden, rows, build_registry(analysis.investigation))


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
    if articles:
        texts = {path.stem: path.read_bytes().decode("utf-8", "replace") for path in articles.glob("*.txt")}
    rows = _Rows(
        by_article(read_rows(package / "dates.csv", TimeExpression)),
        by_article(read_rows(package / "quotations.csv", Quotation)),
        by_article(read_rows(package / "claims.csv", Claim)),
    )
    return _evaluate(read_gold(gold, texts), rows, build_registry(investigation or Investigation()))


def _evaluate(golden: list[Golden], rows: _Rows, registry: Registry) -> Evaluation:
    parts = (
        score_quotations(golden, rows.quotations, registry),
        score_dates(golden, rows.dates),
        score_claims(golden, rows.claims, registry),
        score_responses(golden, rows.claims, registry),
    )
    order = {"quotations": 0, "dates": 1, "claims": 2, "responses": 3}
    faults = sorted(
        (f for _, found in parts for f in found),
        key=lambda f: (f.article_id, order[f.task], f.start, f.end, f.kind, f.what),
    )
    scores = tuple(score for found, _ in parts for score in found)
    return Evaluation(tuple(g.article_id for g in golden), scores, tuple(faults))


def read_rivals(path: Path) -> tuple[Rival, ...]:
    """Return the figures of outside systems from the YAML file *path*.

    Raises:
        OSError: the file cannot be read.
        YamlError: a mistake in it, named with its line.
    """
    names = ("task", "measure", "data", "system", "value", "source")
    rule = Many(Table({name: Text() for name in names}, required=names[:-1]))
    rows = read_yaml(path, rule, empty="write one entry for each figure")
    return tuple(Rival(**{name: str(value) for name, value in row.items()}) for row in rows)


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
