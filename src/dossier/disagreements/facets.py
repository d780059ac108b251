"""What two sentences of one matter say of one property: a name, a number of a spot, a length."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator, Mapping

from dossier.disagreements.days import number_of
from dossier.disagreements.differences import Difference, side_of
from dossier.disagreements.passages import Pair, Passage, Proposal, passages_of
from dossier.disagreements.tellings import fold
from dossier.lexicons import load_lexicon

MOST = 8.0  # weight of common words beyond which more of them tell nothing new
NUMBERED = re.compile(r"(\w{4,}) (\d+)(?!\w)")


@functools.cache
def pattern(words: tuple[str, ...]) -> re.Pattern[str]:
    """Return what finds one of *words* at the beginning of a word."""
    return re.compile(rf"(?<!\w)(?:{'|'.join(words)})", re.IGNORECASE)


@functools.lru_cache(maxsize=16384)
def values_of(text: str, key: str) -> frozenset[str]:
    """Return which values of *key*, of the lexicon of comparisons, the words of *text* name."""
    values = load_lexicon("comparisons")[key]
    return frozenset(value for value, words in values.items() if pattern(tuple(words)).search(text))


def find_properties(pair: Pair) -> Iterator[Proposal]:
    """Yield the sentences of two articles that give one property two values."""
    if pair.alone:
        return
    for one in passages_of(pair.one).values():
        for other in passages_of(pair.other).values():
            if one.roots & other.roots and one.statements and other.statements:
                shared = min(pair.weight(one.roots & other.roots), MOST) / 4
                for value in values(one, other):
                    sides = side_of(one.statements[0]), side_of(other.statements[0])
                    yield Proposal(Difference("property", *sides), {value: 1, "words of property": shared})


def values(one: Passage, other: Passage) -> Iterator[str]:
    """Yield each property of which the two sentences may give two values."""
    mine, theirs = numbered(one.text), numbered(other.text)
    if any(mine[noun] != theirs[noun] for noun in mine.keys() & theirs.keys()):
        yield "two numbers"
    asked = values_of(one.text, "properties") & values_of(other.text, "properties")
    yield from filter(asked.__contains__, load_lexicon("comparisons")["properties"])
    first, second = lengths_in(one.text), lengths_in(other.text)
    if first and second and not first & second and {u for _, u in first} & {u for _, u in second}:
        yield "two lengths"


@functools.lru_cache(maxsize=4096)
def numbered(text: str) -> Mapping[str, str]:
    """Return the nouns of *text* that carry a number of their own ("pylône 9"), no months."""
    empty = load_lexicon("comparisons")["empty"]
    return {fold(noun): number for noun, number in NUMBERED.findall(text) if noun.casefold() not in empty}


@functools.lru_cache(maxsize=4096)
def lengths_in(text: str) -> frozenset[tuple[float, str]]:
    """Return the lengths of something in *text* ("un contrat de cinq ans"), each with its unit."""
    lengths = load_lexicon("comparisons")["lengths"]
    found = (match for words in lengths for match in re.finditer(words, text, re.IGNORECASE))
    return frozenset((number, m[2].rstrip("s")) for m in found if (number := number_of(m[1])))
