"""A measure of one thing that two sources give differently: a penalty, a speed, the number of a spot."""

from __future__ import annotations

import functools
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
    found: dict[float, list[Statement]] = {}
    for statement in telling.statements:
        for number in numbers_of(statement.text, measure):
            found.setdefault(number, []).append(statement)
    return found


@functools.lru_cache(maxsize=16384)
def numbers_of(text: str, measure: str) -> tuple[float, ...]:
    """Return the numbers that *text* gives *measure*."""
    from dossier.quantities.numbers import find_numbers  # noqa: PLC0415 (loads spaCy)

    lexicon = load_lexicon("comparisons")
    if pattern(tuple(lexicon["unlike"])).search(text):
        return ()
    given = (
        m[1].casefold() for w in lexicon["measured"][measure] for m in re.finditer(w, text, re.IGNORECASE)
    )
    return tuple((number.factor or 0) * number.scale for words in given for number in find_numbers(words))
