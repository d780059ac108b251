"""Fits the weights by which whom a pronoun, a role or a quotation without a cue means is chosen.

    python -m benchmarks.coreference FOLDER … [--write]

FOLDER holds articles with their gold (docs/gold.md). Each choice that the reading makes for a quotation or an
answer of the gold is right where a candidate is the gold's speaker; a conditional logistic regression with a
quadratic penalty towards the present weights learns from them. What is printed is of articles that took no
part in the fit (a fifth at a time). ``--write`` puts the weights into the lexicon; fit again until they stay.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import yaml

from dossier.actors import coreference, ranking, view
from dossier.corpus import read_folder
from dossier.dates import find_expressions
from dossier.evaluation import read_gold
from dossier.evaluation.measures import same_source
from dossier.language import parse
from dossier.lexicons import load_lexicon
from dossier.registry import general_registry
from dossier.statements import read_statements

PENALTY, STEPS, RATE, FOLDS = 2.0, 600, 0.01, 5
LEXICON = Path(__file__).parent.parent / "src/dossier/lexicons/fr/coreference.yml"


@dataclass(frozen=True, slots=True)
class Case:
    """A choice of the reading: the traits of each candidate, and which of them are right (none: nobody)."""

    article: str
    kind: str
    traits: tuple[tuple[str, ...], ...]
    right: tuple[int, ...]


def cases(folder: Path) -> Iterator[Case]:
    """Yield the choices made on the articles of *folder* of which the gold knows the answer."""
    asked: dict[tuple[str, int], list[ranking.Candidate]] = {}
    traits: dict[tuple[str, int], tuple[tuple[str, ...], ...]] = {}
    plain = ranking.choose

    def choose(kind, source, candidates):  # type: ignore[no-untyped-def]
        able = [c for c in candidates if source is None or ranking.agrees(source, c.speaker)]
        able.sort(key=lambda c: -c.place)
        key = (kind, source.file_start if source is not None else -1)
        if source is not None and key not in asked:
            asked[key] = able
            traits[key] = tuple(tuple(ranking._traits(kind, source, c, i)) for i, c in enumerate(able))
        return plain(kind, source, candidates)

    coreference.choose = view.choose = choose
    articles = list(read_folder(folder))
    golden = {g.article_id: g for g in read_gold(folder, {a.article_id: a.text for a in articles})}
    registry = general_registry()
    for parsed in parse(a for a in articles if a.article_id in golden):
        asked.clear()
        found = read_statements(parsed, find_expressions(parsed), registry).attributions
        spoken = {(a.speaker_start, a.content_start, a.content_end) for a in found if a.speaker_start >= 0}
        for (kind, place), able in asked.items():
            spans = [(s, e) for at, s, e in spoken if at == place]
            names = {
                record.get("speaker") or record.get("actor")
                for task in ("quotations", "responses")
                for record in golden[parsed.article.article_id].of(task)
                if any(record["start"] < e and s < record["end"] for s, e in spans)
            } - {None}
            right = tuple(
                i for i, c in enumerate(able) if any(same_source(n, c.speaker.names, registry) for n in names)
            )
            if len(names) == 1 and (right or kind not in ("pronoun", "free", "part")):
                yield Case(parsed.article.article_id, kind, traits[kind, place], right)


def fit(kind: str, known: Sequence[Case]) -> Mapping[str, float]:
    """Return the weights of *kind* that make the right candidates of *known* likeliest."""
    prior: dict[str, float] = load_lexicon("coreference")[kind]
    names = sorted({t for case in known for row in case.traits for t in row} | prior.keys() - {"constant"})
    place = {name: i for i, name in enumerate(["constant", *names])}
    start = np.array([prior.get(name, 0.0) for name in place])
    weights, speed = start.copy(), np.zeros_like(start)
    rows = []
    for case in known:
        matrix = np.zeros((len(case.traits) + 1, len(place)))
        for i, row in enumerate(case.traits):
            matrix[i, [0, *(place[t] for t in row)]] = 1
        right = np.zeros(len(matrix))
        right[list(case.right) or [-1]] = 1
        rows.append((matrix, right))
    for _ in range(STEPS):
        slope = PENALTY * (weights - start)
        for matrix, right in rows:
            scores = matrix @ weights
            chance = np.exp(scores - scores.max())
            chance /= chance.sum()
            slope -= matrix.T @ (chance * right / max(float(chance @ right), 1e-12) - chance)
        speed = 0.9 * speed - RATE * slope
        weights = weights + speed
    return {name: round(float(weights[i]), 2) for name, i in place.items() if abs(weights[i]) >= 0.05}


def is_right(weights: Mapping[str, float], case: Case) -> bool:
    """Return whether *weights* choose a right candidate of *case*, or nobody where none is right."""
    scores = [weights.get("constant", 0) + sum(weights.get(t, 0) for t in row) for row in case.traits]
    best = int(np.argmax([*scores, 0.0]))
    return best in (case.right or (len(scores),))


def main() -> None:
    arguments = argparse.ArgumentParser()
    arguments.add_argument("folders", nargs="+", type=Path)
    arguments.add_argument("--write", action="store_true")
    given = arguments.parse_args()
    every = [case for folder in given.folders for case in cases(folder)]
    fitted = dict(load_lexicon("coreference"))
    for kind in fitted:
        mine = [case for case in every if case.kind == kind]
        if not mine:
            continue
        articles = sorted({case.article for case in mine})
        right = 0
        for fold in range(FOLDS):
            out = set(articles[fold::FOLDS])
            weights = fit(kind, [case for case in mine if case.article not in out])
            right += sum(is_right(weights, case) for case in mine if case.article in out)
        print(f"{kind}: {right} of {len(mine)} right where left out")
        fitted[kind] = dict(fit(kind, mine))
    if given.write:
        head = [line for line in LEXICON.read_text(encoding="utf-8").splitlines() if line.startswith("#")]
        body = yaml.safe_dump(fitted, allow_unicode=True, default_flow_style=None, width=150, sort_keys=False)
        LEXICON.write_text("\n".join([*head, body]), encoding="utf-8")


if __name__ == "__main__":
    main()
