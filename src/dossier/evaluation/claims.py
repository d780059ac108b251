"""Quantitative claims, denials and non-answers."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from dossier.actors import Registry
from dossier.evaluation.measures import Fault, Golden, Score, fault, overlap, same_source, share
from dossier.records import Claim

_OPEN = {"at_least": ("at_least", "more_than"), "more_than": ("at_least", "more_than")}
_ANSWERS = ("deny", "no_comment")


def is_figure(row: Claim) -> bool:
    """Tell whether *row* states a number; the others are denials and non-answers."""
    return row.low is not None or row.high is not None or row.comparator == "vague"


def value_right(record: Mapping[str, Any], row: Claim) -> bool:
    """Tell whether the bounds that the comparator of *record* sets are those of *row*."""
    if record["low"] is None and record["high"] is None:
        return True
    match record["comparator"]:
        case "vague":
            return True
        case "at_least" | "more_than":
            return bool(row.low == record["low"])
        case "at_most":
            return bool(row.high == record["high"])
    return bool(row.low == record["low"] and row.high == record["high"])


def _source_right(record: Mapping[str, Any], row: Claim, registry: Registry) -> bool:
    claimant = record["claimant"] or ""
    return same_source("" if claimant == "(heading)" else claimant, row.claimant, registry)


def _verdicts(record: Mapping[str, Any], row: Claim, registry: Registry) -> dict[str, tuple[bool, str, str]]:
    """Return for each measure whether it is right, what was expected, and what we got."""
    near = _OPEN.get(record["comparator"], (record["comparator"],))
    return {
        "value": (
            value_right(record, row),
            _bounds(record["low"], record["high"]),
            _bounds(row.low, row.high),
        ),
        "comparator": (row.comparator in near, record["comparator"], row.comparator),
        "claimant": (
            _source_right(record, row, registry),
            record["claimant"] or "the newspaper",
            " | ".join(row.claimant) or "the newspaper",
        ),
        "stance": (row.stance == record["stance"], record["stance"], row.stance),
    }


def _bounds(low: float | None, high: float | None) -> str:
    return " to ".join("…" if bound is None else f"{bound:g}" for bound in (low, high))


def score_claims(
    articles: Sequence[Golden], rows: Mapping[str, Sequence[Claim]], registry: Registry
) -> tuple[list[Score], list[Fault]]:
    """Return the figures and the faults of the quantitative claims.

    Hand-checked numbers that are not core (distances, ages, percentages) count neither way.
    """
    right = dict.fromkeys(("value", "comparator", "claimant", "stance"), 0)
    faults: list[Fault] = []
    found = golden = predicted = extra = 0
    for gold in articles:
        ours, used = [row for row in rows.get(gold.article_id, ()) if is_figure(row)], set[int]()
        for record in gold.of("claims"):
            near = [(overlap(record, row), i) for i, row in enumerate(ours) if overlap(record, row) > 0]
            used |= {i for _, i in near}
            if not record.get("core", True):
                continue
            golden += 1
            if not near:
                expected = _bounds(record["low"], record["high"])
                faults.append(fault("claims", "missed", "claim", gold, record, expected=expected))
                continue
            found += 1
            best = max(
                near,
                key=lambda c: (
                    value_right(record, ours[c[1]]),
                    _source_right({"claimant": record["claimant"]}, ours[c[1]], registry),
                    c[0],
                ),
            )[1]
            for what, (ok, expected, got) in _verdicts(record, ours[best], registry).items():
                right[what] += ok
                if not ok:
                    faults.append(fault("claims", "wrong", what, gold, record, expected=expected, got=got))
        too_many = [row for i, row in enumerate(ours) if i not in used]
        predicted, extra = predicted + len(ours), extra + len(too_many)
        faults += [
            fault("claims", "extra", "claim", gold, row, got=_bounds(row.low, row.high)) for row in too_many
        ]
    scores = [share("claims", "found", found, golden)]
    scores += [share("claims", f"{what} right", hits, golden) for what, hits in right.items()]
    return [*scores, share("claims", "numbers that are no claim", extra, predicted)], faults


def score_responses(
    articles: Sequence[Golden], rows: Mapping[str, Sequence[Claim]], registry: Registry
) -> tuple[list[Score], list[Fault]]:
    """Return the figures and the faults of the denials and non-answers."""
    faults: list[Fault] = []
    found = right = golden = 0
    for gold in articles:
        ours = [row for row in rows.get(gold.article_id, ()) if row.stance in _ANSWERS]
        for record in gold.of("responses"):
            if not record.get("core", True):
                continue
            golden += 1
            near = [row for row in ours if _answers(record, row, registry)]
            found += bool(near)
            expected = f"{record['actor']}: {record['stance']}"
            if not near:
                faults.append(fault("responses", "missed", "answer", gold, record, expected=expected))
            elif any(
                row.stance == record["stance"] and same_source(record["actor"], row.claimant, registry)
                for row in near
            ):
                right += 1
            else:
                got = f"{' | '.join(near[0].claimant)}: {near[0].stance}"
                faults.append(fault("responses", "wrong", "answer", gold, record, expected=expected, got=got))
    return [
        share("responses", "found", found, golden),
        share("responses", "actor and stance right", right, golden),
    ], faults


def _answers(record: Mapping[str, Any], row: Claim, registry: Registry) -> bool:
    """Tell whether *row* stands on the words of *record*, or is its actor's answer in the same sentence."""
    if overlap(record, row) > 0:
        return True
    inside = row.sentence_start <= record["start"] < row.sentence_end
    return inside and same_source(record["actor"], row.claimant, registry)
