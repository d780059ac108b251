"""Words of which one at most is true of a thing: dismissed or resigned, shut or open, loading or unloading."""

import functools
import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from dossier.disagreements.context import pattern
from dossier.disagreements.differences import Difference, Side, side_of
from dossier.disagreements.passages import TELLING, Pair, passages_of
from dossier.disagreements.tellings import Telling
from dossier.lexicons import load_lexicon


@dataclass(frozen=True, slots=True)
class Found:
    """A word of a class in a sentence: which of the values, and how the sentence is known."""

    value: int
    roots: frozenset[str]
    side: Side


def find_contraries(pair: Pair) -> Iterator[Difference]:
    """Yield the sentences of two articles that share a telling word and say contrary things, each article one.

    Of what a matter has once ("démission", "limogé") no word need be shared.
    """
    if pair.alone:
        return
    mine, theirs = said(pair.one), said(pair.other)
    for name in sorted(mine.keys() & theirs.keys()):
        ours, others = mine[name], theirs[name]
        if (
            len({f.value for f in ours}) != 1
            or len({f.value for f in others}) != 1
            or ours[0].value == others[0].value
        ):
            continue
        for first in ours:
            for second in others:
                if name in once() or pair.weight(first.roots & second.roots) >= TELLING:
                    yield Difference("property", first.side, second.side, name)


@functools.lru_cache(maxsize=256)
def said(telling: Telling) -> Mapping[str, list[Found]]:
    """Return what *telling* says by the words of each class, none that its sentence negates."""
    found: dict[str, list[Found]] = defaultdict(list)
    for start, passage in passages_of(telling).items():
        if not passage.statements or not anything().search(passage.text):
            continue
        for name, values in classes().items():
            for value, words in enumerate(values):
                for match in words.finditer(passage.text):
                    if negated().search(passage.text, 0, match.start()):
                        continue
                    place = start + match.start()
                    around = [s for s in passage.statements if s.start <= place < s.end] or passage.statements
                    side = side_of(min(around, key=lambda s: s.end - s.start))
                    found[name].append(Found(value, passage.roots, side))
                    break
    return found


@functools.cache
def once() -> frozenset[str]:
    """Return the classes of what a matter has once."""
    return frozenset(load_lexicon("contraries")["once"])


@functools.cache
def classes() -> Mapping[str, tuple[re.Pattern[str], ...]]:
    """Return for each class what finds each of its values."""
    lexicon = load_lexicon("contraries")
    return {
        name: tuple(pattern(tuple(words)) for words in values)
        for key in ("once", "often")
        for name, values in lexicon[key].items()
    }


@functools.cache
def anything() -> re.Pattern[str]:
    """Return what finds a word of any class."""
    lexicon = load_lexicon("contraries")
    return pattern(
        tuple(
            w
            for key in ("once", "often")
            for values in lexicon[key].values()
            for words in values
            for w in words
        )
    )


@functools.cache
def negated() -> re.Pattern[str]:
    """Return what finds the end of words that negate what follows."""
    return re.compile(load_lexicon("contraries")["negating"], re.IGNORECASE)
