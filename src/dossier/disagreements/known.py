"""Rows that only repeat another one: the same kind of difference between the same sentences."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping

from dossier.disagreements.differences import Difference
from dossier.records import Claim, Discrepancy, Mention

Place = tuple[str, int]


def places_of(
    differences: Iterable[Difference], mentions: Iterable[Mention], claims: Iterable[Claim]
) -> dict[str, Place]:
    """Return for each record that rows point at the article and the start of the sentence it stands in.

    A figure in a heading stands where the body gives it.
    """
    places = {m.mention_id: (m.article_id, m.sentence_start) for m in mentions}
    body: dict[tuple[object, ...], Place] = {}
    for claim in sorted(claims, key=lambda c: (c.section != "body", c.start)):
        place = claim.article_id, claim.sentence_start
        counted = (claim.article_id, claim.low, claim.high, claim.unit) if claim.unit else (claim.claim_id,)
        first = body.setdefault(counted, place)
        places[claim.claim_id] = place if claim.section == "body" else first
    sides = (side for difference in differences for side in (difference.one, difference.other))
    return {s.record_id: (s.article_id, s.sentence) for s in sides if s.sentence >= 0} | places


def new_rows(
    found: Iterable[Discrepancy], rows: Iterable[Discrepancy], places: Mapping[str, Place]
) -> Iterator[Discrepancy]:
    """Yield those of *found* that no row of the same kind already tells from the same sentences."""
    known: dict[tuple[str, Place | None], list[set[Place | None]]] = defaultdict(list)
    for row in rows:
        there = {places.get(record) for record in row.records}
        for place in there:
            known[row.kind, place].append(there)
    for row in found:
        here = {places.get(record) for record in row.records}
        first = places.get(row.records[0])
        if None in here or not any(here <= there for there in known[row.kind, first]):
            yield row
