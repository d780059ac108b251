"""Quotations: spans found at two overlaps, direct speech, and speakers."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from dossier.actors import Registry
from dossier.evaluation.measures import Fault, Golden, Score, f1, fault, jaccard, same_source, share
from dossier.records import Quotation

LOOSE, STRICT = 0.3, 0.8  # how much of a span, or of the whole reported clause, has to be shared
_SAID = ("direct", "mixed", "indirect")
Match = tuple[Mapping[str, Any], int]  # a hand-checked quotation and the place of ours in its article


def score_quotations(
    articles: Sequence[Golden], rows: Mapping[str, Sequence[Quotation]], registry: Registry
) -> tuple[list[Score], list[Fault]]:
    """Return the figures and the faults of the quotations."""
    scores, faults = [], []
    for threshold in (LOOSE, STRICT):
        used = predicted = found = golden = 0
        for gold in articles:
            ours = rows.get(gold.article_id, ())
            matches = _matches(gold, ours, threshold)
            right, counted, extra = _judged(gold, ours, matches)
            used, predicted = used + right, predicted + counted
            found, golden = found + len(matches), golden + len(_said(gold))
            if threshold == LOOSE:
                faults += _missed(gold, matches)
                faults += [fault("quotations", "extra", "quotation", gold, ours[i]) for i in extra]
        if threshold == LOOSE:
            scores = [
                share("quotations", "precision", used, predicted),
                share("quotations", "recall", found, golden),
            ]
        value = f1(used / max(1, predicted), found / max(1, golden))
        scores.append(Score("quotations", f"F1 (overlap ≥ {threshold})", value))
    more, wrong = _speakers(articles, rows, registry)
    return scores + more, faults + wrong


def _said(gold: Golden) -> list[Mapping[str, Any]]:
    return [record for record in gold.of("quotations") if record["kind"] in _SAID]


def _matches(gold: Golden, ours: Sequence[Quotation], threshold: float) -> list[Match]:
    found = []
    for record in _said(gold):
        near = [(_likeness(record, row), i) for i, row in enumerate(ours)]
        best = max(near, default=(0.0, -1))
        if best[0] >= threshold:
            found.append((record, best[1]))
    return found


def _likeness(record: Mapping[str, Any], row: Quotation) -> float:
    return max(
        jaccard((record["start"], record["end"]), (row.start, row.end)),
        jaccard(
            (record["content_start"], record["content_end"]),
            (row.content_start, row.content_end),
        ),
    )


def _judged(gold: Golden, ours: Sequence[Quotation], matches: list[Match]) -> tuple[int, int, list[int]]:
    """Return how many of *ours* are right, how many count, and which are too many.

    A part of a matched content is right (a sentence cut in two); a heading that repeats words counts for
    nothing.
    """
    used = {i for _, i in matches}
    contents = [(record["content_start"], record["content_end"]) for record in _said(gold)]
    used |= {i for i, row in enumerate(ours) if any(a <= row.start and row.end <= b for a, b in contents)}
    headings = [(r["start"], r["end"]) for r in gold.of("quotations") if r["kind"] == "heading"]
    open_ = [
        i
        for i, row in enumerate(ours)
        if i not in used and not any(jaccard(h, (row.start, row.end)) >= LOOSE for h in headings)
    ]
    if not gold.exhaustive:
        open_ = [i for i in open_ if ours[i].kind == "direct"]
    return len(used), len(used) + len(open_), open_


def _missed(gold: Golden, matches: list[Match]) -> list[Fault]:
    found = [id(record) for record, _ in matches]
    return [
        fault(
            "quotations",
            "missed",
            f"{record['kind']} quotation",
            gold,
            record,
            expected=record["speaker"] or "",
        )
        for record in _said(gold)
        if id(record) not in found
    ]


def _speakers(
    articles: Sequence[Golden], rows: Mapping[str, Sequence[Quotation]], registry: Registry
) -> tuple[list[Score], list[Fault]]:
    """Return how often direct speech is found and the speaker right, and where the speaker is wrong."""
    faults = []
    direct = direct_found = 0
    right, asked = {True: 0, False: 0}, {True: 0, False: 0}  # by direct speech or not
    for gold in articles:
        ours = rows.get(gold.article_id, ())
        matches = _matches(gold, ours, LOOSE)
        direct += sum(record["kind"] == "direct" for record in _said(gold))
        direct_found += sum(record["kind"] == "direct" for record, _ in matches)
        for record, i in matches:
            if not record["speaker"]:
                continue
            spoken = record["kind"] == "direct"
            asked[spoken] += 1
            entities = record.get("speaker_entities") or ()
            if same_source(record["speaker"], ours[i].speaker, registry, entities):
                right[spoken] += 1
            else:
                got = " | ".join(ours[i].speaker)
                faults.append(
                    fault("quotations", "wrong", "speaker", gold, record, expected=record["speaker"], got=got)
                )
    scores = [
        share("quotations", "direct speech found", direct_found, direct),
        share("quotations", "speaker right", sum(right.values()), sum(asked.values())),
        share("quotations", "speaker of direct speech right", right[True], asked[True]),
    ]
    return scores, faults
