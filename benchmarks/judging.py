"""Fits the weights by which proposed differences are judged, and says how well they do on affairs left out.

    python -m benchmarks.judging FOLDER … [--unlike FOLDER …] [--write]

FOLDER holds hand-checked affairs (docs/gold.md). Every proposal of the comparators on every affair is right
or wrong by its gold; a logistic regression with a quadratic penalty learns from them what speaks for a
difference. The figures that are printed are of affairs that took no part in the fit (an eighth at a time).
``--unlike`` names folders of articles that hardly contradict each other: all but their answers and figures
are wrong. ``--write`` puts the weights into the lexicon.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import yaml

from dossier.disagreements.comparators import compare_tellings, propose
from dossier.disagreements.differences import MECHANISMS, Side
from dossier.disagreements.judging import weigh
from dossier.disagreements.passages import Pair, passages_of
from dossier.evaluation.affairs import Affair, read_affairs
from dossier.investigation import Investigation
from dossier.pipeline import analyse_folder, parts

PENALTY = 30.0
PARTS = 8  # in which affairs are left out of the fit, to see what it is worth
LEAST = 0.04  # weight of a trait of usual spread below which it is left out
LIKE = (
    {"stance", "attribute", "sequence"},
    {"attribute", "quantity"},
)  # kinds that one difference may be called
SPARED = frozenset(
    {"answer", "figure", "claimants", "revision", "heading", "beginning"}
)  # may be right there
POINTS = (20, 40, 60, 80, 100, 120, 160, 200, 250)
LEXICON = Path(__file__).parent.parent / "src/dossier/lexicons/fr/weights.yml"


@dataclass(frozen=True, slots=True)
class Case:
    """A proposal, and which differences of the gold it finds."""

    affair: str
    mechanism: str
    ends: tuple[tuple[str, int], ...]
    traits: Mapping[str, float]
    found: tuple[str, ...]
    right: bool


def cases(affair: Affair) -> Iterator[Case]:
    """Yield the proposals on *affair*."""
    pairs: list[tuple[Pair, Any]] = []

    def note(one: Any, other: Any, published: Any, *, sure: bool = True) -> Iterator[Any]:
        pairs.append((Pair(one, other), published))
        return compare_tellings(one, other, published, sure=sure)

    parts.compare_tellings = note
    analyse_folder(affair.folder, Investigation(), jobs=1)
    parts.compare_tellings = compare_tellings
    for pair, published in pairs:
        for proposal in propose(pair, published):
            traits = weigh(proposal, pair)
            if traits is not None:
                sides = (proposal.difference.one, proposal.difference.other)
                found = [d for d in affair.content["discrepancies"] if len(values(d, sides, pair)) > 1]
                kind = MECHANISMS[proposal.difference.mechanism].kind
                right = any(
                    d["kind"] == kind or any({d["kind"], kind} <= like for like in LIKE) for d in found
                )
                ends = tuple((side.article_id, side.sentence) for side in sides)
                names = tuple(d["id"] for d in found)
                yield Case(affair.name, proposal.difference.mechanism, ends, traits, names, right)


def values(difference: Mapping[str, Any], sides: tuple[Side, Side], pair: Pair) -> set[str]:
    """Return the values of *difference* in the sentences of *sides*; none unless each side has one."""
    found: set[str] = set()
    for side in sides:
        end = pair.one if side.article_id == pair.one.article_id else pair.other
        last = side.sentence + len(passages_of(end)[side.sentence].text)
        here = {
            str(p.get("value") or p.get("text"))
            for p in difference["passages"]
            if p["article"] == side.article_id and p["start"] < last and side.sentence < p["end"]
        }
        if not here:
            return set()
        found |= here
    return found


def fit(table: Any, right: Any) -> Any:
    """Return the weights of the columns of *table* and the constant, by Newton's method."""
    weights = np.zeros(table.shape[1])
    penalty = np.r_[np.full(table.shape[1] - 1, PENALTY), 1e-6]
    for _ in range(30):
        chance = 1 / (1 + np.exp(-table @ weights))
        slope = table.T @ (chance - right) + penalty * weights
        bend = (table * (chance * (1 - chance))[:, None]).T @ table + np.diag(penalty)
        weights -= np.linalg.solve(bend, slope)
    return weights


def report(known: list[Case], odds: Any, total: int) -> None:
    """Print recall and precision of the best proposals, each sentence twice at most."""
    found: set[tuple[str, str]] = set()
    used: dict[tuple[str, tuple[str, int]], int] = {}
    rows = right = 0
    for place in np.argsort(-odds, kind="stable"):
        case = known[place]
        if any(used.get((case.affair, end), 0) > 1 for end in case.ends):
            continue
        for end in case.ends:
            used[case.affair, end] = used.get((case.affair, end), 0) + 1
        rows, right = rows + 1, right + bool(case.found)
        found |= {(case.affair, name) for name in case.found}
        if rows in POINTS:
            share, sure = len(found) / total, right / rows
            print(f"{rows:4} rows above {odds[place]:5.2f}: recall {share:.2f}, precision {sure:.2f}")


def main() -> None:
    """Fit, report, and write if asked."""
    parser = argparse.ArgumentParser()
    parser.add_argument("folders", nargs="+", type=Path)
    parser.add_argument("--unlike", nargs="*", default=(), type=Path)
    parser.add_argument("--write", action="store_true")
    asked = parser.parse_args()
    affairs = [affair for folder in asked.folders for affair in read_affairs(folder)]
    known = [case for affair in affairs for case in cases(affair)]
    checked = len(known)
    for folder in asked.unlike:
        quiet = Affair(str(folder), folder, {"discrepancies": ()})
        known += (case for case in cases(quiet) if case.mechanism not in SPARED)
    names = sorted({name for case in known for name in case.traits})
    raw = np.array([[float(case.traits.get(name, 0)) for name in names] for case in known])
    right, of = np.array([float(case.right) for case in known]), np.array([case.affair for case in known])
    mean, spread = raw.mean(0), raw.std(0) + 1e-9
    table = np.c_[(raw - mean) / spread, np.ones(len(raw))]
    odds = np.zeros(len(known))
    part = np.unique(of, return_inverse=True)[1] % PARTS
    for left in range(PARTS):
        odds[part == left] = table[part == left] @ fit(table[part != left], right[part != left])
    print(f"{len(known)} proposals, {int(right.sum())} right; affairs left out, a {PARTS}th at a time:")
    report(known[:checked], odds[:checked], sum(len(affair.content["discrepancies"]) for affair in affairs))
    weights = fit(table, right)
    kept = {
        name: round(w / s, 2) for name, w, s in zip(names, weights, spread, strict=False) if abs(w) >= LEAST
    }
    constant = weights[-1] - sum(
        w / s * m for name, w, s, m in zip(names, weights, spread, mean, strict=False) if name in kept
    )
    if asked.write:
        heading = "".join(
            line for line in LEXICON.read_text(encoding="utf-8").splitlines(keepends=True) if line[0] == "#"
        )
        content = {"constant": round(float(constant), 2), "traits": {k: float(v) for k, v in kept.items()}}
        text = yaml.safe_dump(content, sort_keys=False, width=140, default_flow_style=None)
        LEXICON.write_text(heading + text, encoding="utf-8")


if __name__ == "__main__":
    main()
