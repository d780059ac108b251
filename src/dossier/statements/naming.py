"""Which statement a record is a view of: the innermost that holds it, else the first inside it."""

from collections.abc import Sequence
from dataclasses import replace
from typing import TypeVar

from dossier.blocks import Blocks
from dossier.records import Claim, Mention, Quotation, Reading, Statement

Record = TypeVar("Record", Mention, Claim, Quotation)


def name_statements(reading: Reading) -> Reading:
    """Return *reading*, the statement of each record named, and the figure that each statement carries."""
    index = Blocks((s.start, s.end, s) for s in reading.statements)
    claims = _named(reading.claims, index)
    figures = {claim.statement_id: claim.claim_id for claim in reversed(claims) if claim.comparator}
    kinds = {}
    mentions = _named(reading.mentions, index)
    for mention in reversed(mentions):
        kinds[mention.statement_id] = mention.type
    return replace(
        reading,
        claims=claims,
        mentions=mentions,
        quotations=_named(reading.quotations, index),
        statements=tuple(
            replace(s, claim_id=figures.get(name, ""), type=kinds.get(name, "other"))
            if (name := s.statement_id) in figures or name in kinds
            else s
            for s in reading.statements
        ),
    )


def _named(records: Sequence[Record], index: Blocks[Statement]) -> tuple[Record, ...]:
    return tuple(replace(record, statement_id=_statement_of(record, index)) for record in records)


def _statement_of(record: Mention | Claim | Quotation, index: Blocks[Statement]) -> str:
    around = sorted(index.covering(record.start, record.end), key=lambda s: (s.end - s.start, s.start))
    inside = sorted(
        (
            s
            for s in index.meeting(record.start, record.end)
            if record.start <= s.predicate_start < record.end
        ),
        key=lambda s: s.predicate_start,
    )
    found = next(iter((*around, *inside)), None)
    return found.statement_id if found else ""
