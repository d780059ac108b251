"""Events and disagreements of whole affairs against hand-checked ones: mentions, linking (B³), differences.

An affair is a folder of articles with a ``gold.json``: ``events`` with their mentions, ``discrepancies`` with
the passages that differ and the value of each, ``traps`` that look like one and are none; docs/gold.md.
"""

import json
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from dossier.analysis import Analysis
from dossier.evaluation.measures import Fault, Marks, Score, f1
from dossier.records import Discrepancy, Mention, identity

Place = tuple[str, int, int]  # article, start, end


@dataclass(frozen=True, slots=True)
class Affair:
    """What people found in the articles of one folder."""

    name: str
    folder: Path
    content: Mapping[str, Any]


def read_affairs(folder: Path) -> list[Affair]:
    """Return the affairs in *folder*, in the order of their names; none where there is no gold.json.

    Raises:
        ValueError: one is not of the form.
    """
    found = []
    for path in sorted(folder.glob("*/gold.json")):
        try:
            content = json.loads(path.read_text(encoding="utf-8"))
            for passage in (p for row in content["discrepancies"] for p in row["passages"]):
                passage["article"], passage["start"], passage["end"]
        except (ValueError, KeyError, TypeError) as error:
            raise ValueError(f"{path.parent.name}/gold.json: no hand-checked affair: {error}") from None
        found.append(Affair(path.parent.name, path.parent, content))
    return found


def evaluate_affairs(
    affairs: Iterable[Affair], analyse: Callable[[Path], Analysis]
) -> tuple[tuple[Score, ...], tuple[Fault, ...]]:
    """Return the figures over all *affairs*, each analysed by itself, and each fault."""
    events, differences = Marks("events"), Marks("disagreements")
    for affair in affairs:
        analysis = analyse(affair.folder)
        if affair.content.get("events"):
            score_events(affair, analysis.events, events)
        score_differences(affair, analysis, differences)
    linked = [events.sums[side] / max(1, events.totals["B³"]) for side in ("B³ precision", "B³ recall")]
    kinds = sorted(measure for measure in differences.totals if measure.startswith("found: "))
    return (
        *events.scores("precision", "recall"),
        Score("events", "F1 of mentions", f1(events.share("precision"), events.share("recall"))),
        Score("events", "B³ precision of linking", linked[0]),
        Score("events", "B³ recall of linking", linked[1]),
        Score("events", "B³ F1 of linking", f1(*linked)),
        *differences.scores("precision", "recall", "of the right kind", *kinds),
    ), (*events.faults, *differences.faults)


def score_events(affair: Affair, mentions: Iterable[Mention], marks: Marks) -> None:
    """Count the mentions that both have, and how the same ones are linked (B³, Bagga and Baldwin 1998)."""
    ours = list(mentions)
    places = [(our.article_id, our.start, our.end) for our in ours]
    golden = [(event["id"], m) for event in affair.content["events"] for m in event["mentions"]]
    pairs = sorted(
        ((shared(place_of(m), our), g, o) for g, (_, m) in enumerate(golden) for o, our in enumerate(places)),
        key=lambda pair: (-pair[0], pair[1], pair[2]),
    )
    of_gold: dict[int, int] = {}
    taken: set[int] = set()
    for size, g, o in pairs:
        if size > 0 and g not in of_gold and o not in taken:
            of_gold[g] = o
            taken.add(o)
    marks.count("precision", len(taken), len(ours))
    marks.count("recall", len(of_gold), len(golden))
    for g, (_, m) in enumerate(golden):
        if g not in of_gold:
            marks.faults.append(Fault("events", "missed", "mention", *place_of(m), m.get("text", "")))
    theirs = {g: golden[g][0] for g in of_gold}
    linked = {g: ours[o].event_id for g, o in of_gold.items()}
    for g in of_gold:
        gold = {other for other in of_gold if theirs[other] == theirs[g]}
        mine = {other for other in of_gold if linked[other] == linked[g]}
        marks.sums["B³ precision"] += len(gold & mine) / len(mine)
        marks.sums["B³ recall"] += len(gold & mine) / len(gold)
        marks.totals["B³"] += 1


def score_differences(affair: Affair, analysis: Analysis, marks: Marks) -> None:
    """Count the rows that join two passages of different values, and the differences that a row joins."""
    spans = places_of(analysis)
    golden = affair.content["discrepancies"]
    by_row = {row.discrepancy_id: list(joined(row, golden, spans)) for row in analysis.discrepancies}
    for row in analysis.discrepancies:
        marks.count("precision", bool(by_row[row.discrepancy_id]))
        if not by_row[row.discrepancy_id]:
            place = next((p for name in row.records for p in spans.get(name, ())), ("", 0, 0))
            marks.faults.append(Fault("disagreements", "extra", row.kind, *place, row.statement))
    for difference in golden:
        rows = [row for row in analysis.discrepancies if difference["id"] in by_row[row.discrepancy_id]]
        right = any(row.kind == difference["kind"] for row in rows)
        marks.count("recall", bool(rows))
        marks.count("of the right kind", right)
        marks.count(f"found: {difference['kind']}", bool(rows))
        if not rows:
            place = place_of(difference["passages"][0])
            marks.faults.append(
                Fault("disagreements", "missed", difference["kind"], *place, difference["statement"])
            )


def joined(
    row: Discrepancy, golden: Iterable[Mapping[str, Any]], spans: Mapping[str, list[Place]]
) -> Iterator[str]:
    """Yield the ids of the *golden* differences of which *row* joins passages of two values."""
    places = [place for name in row.records for place in spans.get(name, ())]
    for difference in golden:
        values = {
            str(p.get("value") or p.get("text"))
            for p in difference["passages"]
            if any(shared(place_of(p), place) > 0 for place in places)
        }
        if len(values) > 1:
            yield difference["id"]


def places_of(analysis: Analysis) -> dict[str, list[Place]]:
    """Return where each record stands, by its id: its sentence, its content, or its own words."""
    found: dict[str, list[Place]] = defaultdict(list)
    told: tuple[Any, ...] = (*analysis.events, *analysis.claims, *analysis.statements)
    for row in told:
        found[identity(row)].append((row.article_id, row.sentence_start, row.sentence_end))
    for d in analysis.dates:
        found[d.date_id].append((d.article_id, d.start, d.end))
    for q in analysis.quotations:
        found[q.quotation_id] += [
            (q.article_id, q.start, q.end),
            (q.article_id, q.content_start, q.content_end),
        ]
    return found


def place_of(passage: Mapping[str, Any]) -> Place:
    """Return where a hand-checked *passage* stands."""
    return passage["article"], passage["start"], passage["end"]


def shared(one: Place, other: Place) -> int:
    """Return how many characters two places share; 0 or less: none."""
    return min(one[2], other[2]) - max(one[1], other[1]) if one[0] == other[0] else 0
