"""Rows that only repeat another one: the same kind of difference between the same sentences."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from dossier.disagreements.tellings import Telling
from dossier.records import Discrepancy, Mention

Place = tuple[str, int]


def places_of(tellings: Mapping[str, Telling], mentions: Iterable[Mention]) -> dict[str, Place]:
    """Return for each record that rows point at the article and the start of the sentence it stands in."""
    places = {m.mention_id: (m.article_id, m.sentence_start) for m in mentions}
    for telling in tellings.values():
        places |= {s.statement_id: (s.article_id, s.sentence_start) for s in telling.statements}
        places |= {c.claim_id: (c.article_id, c.sentence_start) for c in telling.claims}
    return places


def new_rows(
    found: Iterable[Discrepancy], rows: Iterable[Discrepancy], places: Mapping[str, Place]
) -> Iterator[Discrepancy]:
    """Yield those of *found* that no row of the same kind already tells from the same sentences."""
    known = [(row.kind, {places.get(record) for record in row.records}) for row in rows]
    for row in found:
        here = {places.get(record) for record in row.records}
        if None in here or not any(kind == row.kind and here <= there for kind, there in known):
            yield row
