"""Temporal expressions: TempEval-3's relaxed F1 of spans, F1 with the right value, calendar dates."""

import re
from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from typing import Any

from dossier.edtf import bounds
from dossier.evaluation.measures import Golden, Marks, Score, f1, overlap
from dossier.lexicons import load_lexicon
from dossier.records import TimeExpression
from dossier.registry import Registry

Days = tuple[date, date]


def days(value: str) -> Days | None:
    """Return the first and last day that an EDTF or a TIMEX3 calendar value covers, else None."""
    first, slash, last = re.sub(r"[~?%]", "", value.strip().upper()).partition("/")
    start = (date.min, date.min) if slash and first in ("", "..") else _simple_days(first)
    end = start
    if slash:
        end = (date.max, date.max) if last in ("", "..") else _simple_days(last)
    return (start[0], end[1]) if start and end else None


def _simple_days(value: str) -> Days | None:
    """Return the days of one date; TIMEX3 writes weeks ``2024-W10``, weekends ``-WE``, decades ``201``."""
    if found := re.fullmatch(r"(\d{4})-W(\d\d)(-WE)?", value):
        try:
            monday = date.fromisocalendar(int(found[1]), int(found[2]), 1)
        except ValueError:
            return None
        return (monday + timedelta(5) if found[3] else monday), monday + timedelta(6)
    first, last = bounds(value.ljust(4, "X") if re.fullmatch(r"\d{2,3}", value) else value)
    return (first, last) if first and last else None


def value_right(gold: str, ours: str, words: str) -> bool:
    """Tell whether *ours* means the days of *gold*, or for "début août" a part of them."""
    if gold.strip().upper() == ours.strip().upper():
        return True
    expected, got = days(gold), days(ours)
    if not expected or not got:
        return False
    part = re.match(load_lexicon("evaluation")["parts"], words.lower())
    return expected == got or (bool(part) and expected[0] <= got[0] and got[1] <= expected[1])


def _right(record: Mapping[str, Any], ours: TimeExpression, words: str) -> bool:
    golden = [str(record[key]) for key in ("value", "value_if_anchored") if record.get(key)]
    return any(value_right(gold, value, words) for value in (ours.date, ours.value) for gold in golden)


def score_dates(marks: Marks, gold: Golden, ours: Sequence[TimeExpression], registry: Registry) -> None:
    """Count what is right of the temporal expressions of one article, and its faults."""
    used = set[int]()
    for record in gold.of("dates"):
        best = max(((overlap(record, row), i) for i, row in enumerate(ours)), default=(0, -1))
        row, value = (ours[best[1]] if best[0] > 0 else None), str(record["value"])
        right = row is not None and _right(record, row, gold.words(record) or row.text)
        marks.count("recall", row is not None)
        marks.count("right", right)
        marks.count("calendar dates right", right and record["core"], record["core"])
        if row is None:
            marks.fault("missed", "date", gold, record, expected=value)
            continue
        used.add(best[1])
        if not right:
            marks.fault("wrong", "value", gold, record, expected=value, got=row.date or row.value)
    marks.count("precision", len(used), len(ours) if gold.exhaustive else len(used))
    for i, row in enumerate(ours):
        if i not in used and gold.exhaustive:
            marks.fault("extra", "date", gold, row, got=row.date or row.value)


def date_scores(marks: Marks) -> list[Score]:
    """Return the figures of the temporal expressions."""
    right, predicted = marks.hits["right"], max(1, marks.totals["precision"])
    return [
        *marks.scores("precision", "recall"),
        Score("dates", "relaxed F1", f1(marks.share("precision"), marks.share("recall"))),
        Score("dates", "value F1", f1(right / predicted, marks.share("right"))),
        *marks.scores("calendar dates right"),
    ]
