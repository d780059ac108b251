"""Pairs of sentences that an analyst rules on: what contradicts each other becomes a discrepancy."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from dossier.i18n import N_, _
from dossier.records import Discrepancy, Reading, Ruling, Statement, identity, stable_id
from dossier.review.apply import build_ruling
from dossier.review.decisions import PAIR, Decision

SUBJECT = "pair"  # of a discrepancy that an analyst sees in a pair
_SET = N_("Two passages that {analyst} sets against each other.")


@dataclass(frozen=True, slots=True)
class Facing:
    """One sentence of a pair that *decided_on* rules on: its statement, and the records that rest on that."""

    decided_on: str
    side: int  # 0 | 1
    records: tuple[str, ...]


def pair_id(one: Statement, other: Statement) -> str:
    """Return the id of the sentences of *one* and *other* as a pair."""
    return stable_id(PAIR, one.article_id, one.sentence_start, other.sentence_start, other.article_id)


def pair_of(one: Statement, other: Statement, texts: Mapping[str, str]) -> Discrepancy:
    """Return the sentences of *one* and *other*, in *texts* by article, as what an analyst may confirm."""
    told = (texts[s.article_id][s.sentence_start : s.sentence_end] for s in (one, other))
    return _row(pair_id(one, other), ((one.statement_id,), (other.statement_id,)), " – ".join(told))


def facing_in(reading: Reading, decisions: Iterable[Decision]) -> Iterator[Facing]:
    """Yield the sentences of *reading* that *decisions* on pairs name by their words."""
    for decision in decisions:
        ends = ((decision.article, decision.words), decision.against)
        for side, (article_id, words) in enumerate(ends if decision.record[0] == PAIR else ()):
            if article_id == reading.article.article_id and (records := _standing(reading, words)):
                yield Facing(decision.record, side, records)


def _standing(reading: Reading, words: str) -> tuple[str, ...]:
    """Return the statement of *reading* that has most of the passage *words*, of speech what is said.

    And the events and figures that rest on it; else the one event and the one figure among the words.
    """
    found = re.search(r"\s+".join(map(re.escape, words.split())), reading.article.text)
    if found is None:
        return ()
    start, end = found.span()
    near = [s for s in reading.statements if s.sentence_start < end and start < s.sentence_end]
    if not near:
        return ()
    told = max(near, key=lambda s: (bool(s.source), min(s.end, end) - max(s.start, start)))
    names = [told.statement_id]
    for records in (reading.mentions, reading.claims):
        here = [r for r in records if r.start < end and start < r.end]
        own = [r for r in here if r.statement_id == told.statement_id] or here[: len(here) == 1]
        names += map(identity, own)
    return tuple(names)


def rule_on_pairs(
    decisions: Iterable[Decision], facings: Iterable[Facing]
) -> tuple[tuple[Discrepancy, ...], tuple[Ruling, ...]]:
    """Return the discrepancies that *decisions* make of pairs, and the rulings on all pairs found again.

    What differs is the reason that the analyst gives, and it is a conflict, unless the decision sets them.
    """
    sides: dict[str, dict[int, tuple[str, ...]]] = defaultdict(dict)
    for facing in facings:
        sides[facing.decided_on][facing.side] = facing.records
    rows: list[Discrepancy] = []
    rulings: list[Ruling] = []
    for decision in decisions:
        found = sides.get(decision.record, {})
        if len(found) < 2:
            continue
        name = decision.record
        if decision.ruling != "reject":
            name = f"x{decision.record[1:]}"
            values = {"statement": decision.reason, **dict(decision.values)}
            reason = _(_SET, analyst=decision.analyst)
            rows.append(_row(name, (found[0], found[1]), reason=reason, **values))
        rulings.append(build_ruling(decision, name, "applied", ""))
    return tuple(rows), tuple(rulings)


def _row(
    identity: str,
    sides: Sequence[tuple[str, ...]],
    statement: str,
    *,
    severity: str = "conflict",
    reason: str = "",
) -> Discrepancy:
    on = {name: side for side, names in enumerate(sides) for name in names}
    told = (SUBJECT, statement, severity, tuple(on), reason)
    return Discrepancy(identity, "attribute", *told, sides=tuple(on.values()))
