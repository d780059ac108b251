"""Temporal expressions: TempEval-3's relaxed F1 of spans, F1 with the right value, calendar dates."""

from __future__ import annotations

import calendar
import re
from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from typing import Any

from dossier.evaluation.measures import Fault, Golden, Score, f1, fault, overlap, share
from dossier.lexicons import load_lexicon
from dossier.records import TimeExpression

Days = tuple[date, date]


def days(value: str) -> Days | None:
    """Return the first and last day that an EDTF or a TIMEX3 calendar value covers, else None."""
    value = re.sub(r"[~?%]", "", value.strip().upper())
    first, slash, last = value.partition("/")
    if slash:
        start = (date.min, date.min) if first in ("", "..") else days(first)
        end = (date.max, date.max) if last in ("", "..") else days(last)
        return (start[0], end[1]) if start and end else None
    try:
        return _simple_days(re.sub(r"T.*$", "", value))
    except ValueError:
        return None


def _simple_days(value: str) -> Days | None:
    if found := re.fullmatch(r"(\d{4})-W(\d\d)(-WE)?", value):
        monday = date.fromisocalendar(int(found[1]), int(found[2]), 1)
        return (monday + timedelta(5) if found[3] else monday), monday + timedelta(6)
    if found := re.fullmatch(r"(\d{4})-(\d\d)", value):
        year, month = int(found[1]), int(found[2])
        if not 1 <= month <= 12:
            return None
        return date(year, month, 1), date(year, month, calendar.monthrange(year, month)[1])
    if found := re.fullmatch(r"\d{2,4}X{0,2}", value):
        known = value.rstrip("X")[:4]
        size = 10 ** (4 - len(known))
        return date(int(known) * size or 1, 1, 1), date((int(known) + 1) * size - 1, 12, 31)
    if re.fullmatch(r"\d{4}-\d\d-\d\d", value):
        day = date.fromisoformat(value)
        return day, day
    return None


def value_right(gold: str, ours: str, words: str) -> bool:
    """Tell whether *ours* means the days of *gold*, or for "début août" a part of them."""
    if gold.strip().upper() == ours.strip().upper():
        return True
    expected, got = days(gold), days(ours)
    if not expected or not got:
        return False
    return expected == got or (
        bool(re.match(load_lexicon("evaluation")["parts"], words.lower()))
        and expected[0] <= got[0]
        and got[1] <= expected[1]
    )


def _right(record: Mapping[str, Any], ours: TimeExpression, words: str) -> bool:
    golden = [str(record[key]) for key in ("value", "value_if_anchored") if record.get(key)]
    return any(value_right(gold, value, words) for value in (ours.date, ours.value) for gold in golden)


def score_dates(
    articles: Sequence[Golden], rows: Mapping[str, Sequence[TimeExpression]]
) -> tuple[list[Score], list[Fault]]:
    """Return the figures and the faults of the temporal expressions."""
    faults: list[Fault] = []
    found = right = core = core_right = predicted = used_total = 0
    for gold in articles:
        ours, used = rows.get(gold.article_id, ()), set[int]()
        for record in gold.of("dates"):
            core += record["core"]
            best = max(((overlap(record, row), i) for i, row in enumerate(ours)), default=(0, -1))
            if best[0] <= 0:
                faults.append(fault("dates", "missed", "date", gold, record, expected=str(record["value"])))
                continue
            row = ours[best[1]]
            used.add(best[1])
            ok = _right(record, row, gold.words(record) or row.text)
            found, right, core_right = found + 1, right + ok, core_right + (ok and record["core"])
            if not ok:
                got, value = row.date or row.value, str(record["value"])
                faults.append(fault("dates", "wrong", "value", gold, record, expected=value, got=got))
        used_total += len(used)
        predicted += len(ours) if gold.exhaustive else len(used)
        faults += [
            fault("dates", "extra", "date", gold, row, got=row.date or row.value)
            for i, row in enumerate(ours)
            if i not in used and gold.exhaustive
        ]
    golden = sum(len(gold.of("dates")) for gold in articles)
    precision, recall = used_total / max(1, predicted), found / max(1, golden)
    scores = [
        share("dates", "precision", used_total, predicted),
        share("dates", "recall", found, golden),
        Score("dates", "relaxed F1", f1(precision, recall)),
        Score("dates", "value F1", f1(right / max(1, predicted), right / max(1, golden))),
        share("dates", "calendar dates right", core_right, core),
    ]
    return scores, faults
