"""Quotations: spans found at two overlaps, direct speech, and speakers."""

from collections.abc import Mapping, Sequence
from typing import Any

from dossier.evaluation.measures import Golden, Marks, Score, f1, jaccard, same_source
from dossier.records import Quotation
from dossier.registry import Registry

LOOSE, STRICT = 0.3, 0.8  # how much of a span, or of the whole reported clause, has to be shared
_SAID = ("direct", "mixed", "indirect")
Record = Mapping[str, Any]


def score_quotations(marks: Marks, gold: Golden, ours: Sequence[Quotation], registry: Registry) -> None:
    """Count what is right of the quotations of one article, and its faults."""
    said = [record for record in gold.of("quotations") if record["kind"] in _SAID]
    near = [max(((_likeness(r, row), i) for i, row in enumerate(ours)), default=(0.0, -1)) for r in said]
    for record, (likeness, place) in zip(said, near, strict=True):
        marks.count("strict recall", likeness >= STRICT)
        _judge(marks, gold, record, ours[place] if likeness >= LOOSE else None, registry)
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


def _judge(marks: Marks, gold: Golden, record: Record, row: Quotation | None, registry: Registry) -> None:
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
