"""A measure of one thing that two sources give differently: a penalty, a speed, the number of a spot."""

from __future__ import annotations

import re
from collections.abc import Iterator

from dossier.disagreements.differences import Difference, side_of
from dossier.disagreements.facets import pattern
from dossier.disagreements.tellings import Telling
from dossier.lexicons import load_lexicon
from dossier.records import Statement


def find_measures(one: Telling, other: Telling) -> Iterator[Difference]:
    """Yield the statements that give one measure two numbers, neither of which the other article gives."""
    if one is other:
        return
    for measure in load_lexicon("comparisons")["measured"]:
        mine, theirs = measured(one, measure), measured(other, measure)
        if mine.keys() & theirs.keys():
            continue
        for first in (s for found in mine.values() for s in found):
            for second in (s for found in theirs.values() for s in found):
                yield Difference("property", side_of(first), side_of(second))


def measured(telling: Telling, measure: str) -> dict[float, list[Statement]]:
    """Return the statements of *telling* that give *measure*, by its number."""
    from dossier.quantities.numbers import find_numbers  # noqa: PLC0415 (loads spaCy)

    lexicon = load_lexicon("comparisons")
    found: dict[float, list[Statement]] = {}
    for statement in telling.statements:
        if pattern(tuple(lexicon["unlike"])).search(statement.text):
            continue
        for words in lexicon["measured"][measure]:
            for match in re.finditer(words, statement.text, re.IGNORECASE):
                for number in find_numbers(match[1].casefold()):
                    found.setdefault((number.factor or 0) * number.scale, []).append(statement)
    return found
