"""Claims, responses, quotations and temporal expressions of one article held against its gold."""

import re
from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from typing import Any

from dossier.edtf import bounds
from dossier.evaluation.measures import Golden, Marks, Score, f1, jaccard, overlap, same_source
from dossier.lexicons import load_lexicon
from dossier.records import Claim, Quotation, TimeExpression
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
        marks.count("numbers wrongly read as claims", i not in used)
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


LOOSE, STRICT = 0.3, 0.8  # how much of a span, or of the whole reported clause, has to be shared
_SAID = ("direct", "mixed", "indirect")


def score_quotations(marks: Marks, gold: Golden, ours: Sequence[Quotation], registry: Registry) -> None:
    """Count what is right of the quotations of one article, and its faults."""
    said = [record for record in gold.of("quotations") if record["kind"] in _SAID]
    near = [max(((_likeness(r, row), i) for i, row in enumerate(ours)), default=(0.0, -1)) for r in said]
    for record, (likeness, place) in zip(said, near, strict=True):
        marks.count("strict recall", likeness >= STRICT)
        _judge_quotation(marks, gold, record, ours[place] if likeness >= LOOSE else None, registry)
    for row in _counted(marks, gold, said, near, ours):
        marks.fault("extra", "quotation", gold, row)


def quotation_scores(marks: Marks) -> list[Score]:
    """Return the figures of the quotations."""
    loose = f1(marks.share("precision"), marks.share("recall"))
    strict = f1(marks.share("strict precision"), marks.share("strict recall"))
    return [
        *marks.scores("precision", "recall"),
        Score("quotations", f"F1 (overlap ≥ {LOOSE})", loose),
        Score("quotations", f"F1 (overlap ≥ {STRICT})", strict),
        *marks.scores("direct speech found", "speaker right", "speaker of direct speech right"),
    ]


def _likeness(record: Record, row: Quotation) -> float:
    return max(
        jaccard((record["start"], record["end"]), (row.start, row.end)),
        jaccard((record["content_start"], record["content_end"]), (row.content_start, row.content_end)),
    )


def _judge_quotation(
    marks: Marks, gold: Golden, record: Record, row: Quotation | None, registry: Registry
) -> None:
    """Count whether *record* is found, and whether its *row* names the speaker."""
    direct, speaker = record["kind"] == "direct", record["speaker"] or ""
    marks.count("recall", row is not None)
    marks.count("direct speech found", direct and row is not None, direct)
    if row is None:
        marks.fault("missed", f"{record['kind']} quotation", gold, record, expected=speaker)
    elif speaker:
        right = same_source(speaker, row.speaker, registry, record.get("speaker_entities") or ())
        marks.count("speaker right", right)
        marks.count("speaker of direct speech right", direct and right, direct)
        if not right:
            marks.fault("wrong", "speaker", gold, record, expected=speaker, got=" | ".join(row.speaker))


Near = tuple[float, int]  # how much the nearest of ours shares with a hand-checked one, and its place


def _counted(
    marks: Marks, gold: Golden, said: Sequence[Record], near: Sequence[Near], ours: Sequence[Quotation]
) -> list[Quotation]:
    """Count the precision at both overlaps and return which of *ours* are too many at the loose one.

    A part of a matched content is right (a sentence cut in two); a heading that repeats words counts for
    nothing.
    """
    contents = [(record["content_start"], record["content_end"]) for record in said]
    headings = [(r["start"], r["end"]) for r in gold.of("quotations") if r["kind"] == "heading"]
    for measure, threshold in (("strict precision", STRICT), ("precision", LOOSE)):
        used = {i for i, row in enumerate(ours) if any(a <= row.start and row.end <= b for a, b in contents)}
        used |= {place for likeness, place in near if likeness >= threshold}
        extra = [
            row
            for i, row in enumerate(ours)
            if i not in used
            and (gold.exhaustive or row.kind == "direct")
            and not any(jaccard(heading, (row.start, row.end)) >= LOOSE for heading in headings)
        ]
        marks.count(measure, len(used), len(used) + len(extra))
    return extra
