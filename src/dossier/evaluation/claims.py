"""Quantitative claims, denials and non-answers."""

from collections.abc import Mapping, Sequence
from typing import Any

from dossier.evaluation.measures import Golden, Marks, overlap, same_source
from dossier.records import Claim
from dossier.registry import Registry

_OPEN = {"at_least": ("at_least", "more_than"), "more_than": ("at_least", "more_than")}
PROPERTIES = ("value", "comparator", "claimant", "stance")
Record = Mapping[str, Any]


def score_claims(marks: Marks, gold: Golden, rows: Sequence[Claim], registry: Registry) -> None:
    """Count what is right of the quantitative claims of one article, and its faults.

    Hand-checked numbers that are not core (distances, ages, percentages) count neither way.
    """
    ours, used = list(filter(_is_figure, rows)), set[int]()
    for record in gold.of("claims"):
        near = [i for i, row in enumerate(ours) if overlap(record, row) > 0]
        used.update(near)
        if record.get("core", True):
            _judge(marks, gold, record, [ours[i] for i in near], registry)
    for i, row in enumerate(ours):
        marks.count("numbers that are no claim", i not in used)
        if i not in used:
            marks.fault("extra", "claim", gold, row, got=_bounds(row.low, row.high))


def _judge(marks: Marks, gold: Golden, record: Record, near: Sequence[Claim], registry: Registry) -> None:
    """Count the properties of the best of the claims *near* the hand-checked *record*."""
    marks.count("found", bool(near))
    if not near:
        marks.fault("missed", "claim", gold, record, expected=_bounds(record["low"], record["high"]))
        for what in PROPERTIES:
            marks.count(f"{what} right", 0)
        return
    row = max(
        near,
        key=lambda r: (_value_right(record, r), _source_right(record, r, registry), overlap(record, r)),
    )
    comparators = _OPEN.get(record["comparator"], (record["comparator"],))
    verdicts = {
        "value": _value_right(record, row),
        "comparator": row.comparator in comparators,
        "claimant": _source_right(record, row, registry),
        "stance": row.stance == record["stance"],
    }
    for what, right in verdicts.items():
        marks.count(f"{what} right", right)
        if not right:
            expected = _told(what, record["low"], record["high"], record.get(what))
            got = _told(what, row.low, row.high, getattr(row, what, ""))
            marks.fault("wrong", what, gold, record, expected=expected, got=got)


def _is_figure(row: Claim) -> bool:
    """Tell whether *row* states a number; the others are denials and non-answers."""
    return row.low is not None or row.high is not None or row.comparator == "vague"


def _value_right(record: Record, row: Claim) -> bool:
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


def _source_right(record: Record, row: Claim, registry: Registry) -> bool:
    claimant = record["claimant"] or ""
    return same_source("" if claimant == "(heading)" else claimant, row.claimant, registry)


def _told(what: str, low: float | None, high: float | None, said: str | tuple[str, ...] | None) -> str:
    """Return the property *what* of a claim in words."""
    if what == "value":
        return _bounds(low, high)
    words = " | ".join(said) if isinstance(said, tuple) else said or ""
    return words or "the newspaper" if what == "claimant" else words


def _bounds(low: float | None, high: float | None) -> str:
    return " to ".join("…" if bound is None else f"{bound:g}" for bound in (low, high))


def score_responses(marks: Marks, gold: Golden, rows: Sequence[Claim], registry: Registry) -> None:
    """Count what is right of the denials and non-answers of one article, and its faults."""
    ours = [row for row in rows if row.stance in ("deny", "no_comment")]
    for record in gold.of("responses"):
        if not record.get("core", True):
            continue
        near = [row for row in ours if _answers(record, row, registry)]
        right = any(
            row.stance == record["stance"] and same_source(record["actor"], row.claimant, registry)
            for row in near
        )
        marks.count("found", bool(near))
        marks.count("actor and stance right", right)
        if not right:
            got = f"{' | '.join(near[0].claimant)}: {near[0].stance}" if near else ""
            expected = f"{record['actor']}: {record['stance']}"
            marks.fault("wrong" if near else "missed", "answer", gold, record, expected=expected, got=got)


def _answers(record: Record, row: Claim, registry: Registry) -> bool:
    """Tell whether *row* stands on the words of *record*, or is its actor's answer in the same sentence."""
    if overlap(record, row) > 0:
        return True
    inside = row.sentence_start <= record["start"] < row.sentence_end
    return inside and same_source(record["actor"], row.claimant, registry)
