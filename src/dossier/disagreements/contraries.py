"""Words of which one at most is true of a thing: shut or open, given or sold."""

import functools
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import product

from dossier.disagreements.differences import Difference, Side
from dossier.disagreements.passages import TELLING, TOLD, Pair, passages_of
from dossier.disagreements.seeking import Sought
from dossier.disagreements.tellings import Telling, country_roots, roots
from dossier.lexicons import load_lexicon, pattern_of, word_set

NEAR = 30  # letters before a word that may negate it


@dataclass(frozen=True, slots=True)
class Found:
    """A word of a class in a sentence: which of the values, and how the sentence is known."""

    value: int
    roots: frozenset[str]  # of all other words
    side: Side


def find_contraries(pair: Pair) -> Iterator[Difference]:
    """Yield the sentences of two articles on one thing that say contrary things, each article one.

    Of what a matter has once ("démission", "limogé") they need only be on one matter.
    """
    mine, theirs = said(pair.one), said(pair.other)
    for name in sorted(mine.keys() & theirs.keys()):
        ours, others = mine[name], theirs[name]
        values = [{found.value for found in told} for told in (ours, others)]
        least = TELLING if name in word_set("contraries", "once") else TOLD
        for first, second in product(ours, others) if sorted(map(len, values)) == [1, 1] else ():
            if first.value != second.value and pair.weight(first.roots & second.roots) >= least:
                yield Difference("property", first.side, second.side, name)


@functools.lru_cache(maxsize=256)
def said(telling: Telling) -> Mapping[str, list[Found]]:
    """Return what *telling* says by the words of each class, none that its sentence negates."""
    found: dict[str, list[Found]] = defaultdict(list)
    once, told = word_set("contraries", "once"), frozenset[str]()
    for start, passage in passages_of(telling).items():
        before, text = told, passage.text.lower()
        who = (name for s in passage.statements for name in (*s.agent, *s.patient))
        told = passage.roots | roots(" ".join(who)) - country_roots()
        for (name, value), own in classes().finditer(text) if passage.statements else ():
            side = passage.side_at(start, own.start())
            if side and not is_negated_at(text, own.start()):
                near = told | before if name in once else told
                found[name].append(Found(value, near - roots(own[0]), side))
    return found


@functools.cache
def classes() -> Sought[tuple[str, int]]:
    """Return what finds the words of each value of each class."""
    lexicon = load_lexicon("contraries")
    lines = {**lexicon["once"], **lexicon["often"]}
    return Sought(((name, value), words) for name in lines for value, words in enumerate(lines[name]))


def is_negated_at(text: str, place: int) -> bool:
    """Return whether words right before *place* of *text* negate what stands there."""
    return bool(pattern_of("contraries", "negating").search(text[max(0, place - NEAR) : place]))
