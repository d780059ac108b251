"""Words of which one at most is true of a thing: shut or open, given or sold."""

import functools
import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from dossier.disagreements.differences import Difference, Side
from dossier.disagreements.passages import TELLING, TOLD, Pair, passages_of
from dossier.disagreements.seeking import beginning
from dossier.disagreements.tellings import Telling, country_roots, roots
from dossier.lexicons import load_lexicon, word_set

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
    if not pair.joined:
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
                if pair.weight(first.roots & second.roots) >= (
                    TELLING if name in word_set("contraries", "once") else TOLD
                ):
                    yield Difference("property", first.side, second.side, name)


@functools.lru_cache(maxsize=256)
def said(telling: Telling) -> Mapping[str, list[Found]]:
    """Return what *telling* says by the words of each class, none that its sentence negates."""
    found: dict[str, list[Found]] = defaultdict(list)
    told = frozenset[str]()
    for start, passage in passages_of(telling).items():
        before, text = told, passage.text.lower()
        who = (name for s in passage.statements for name in (*s.agent, *s.patient))
        told = passage.roots | roots(" ".join(who)) - country_roots()
        for place in (match.start() for match in anything().finditer(text)) if passage.statements else ():
            side = passage.side_at(start, place)
            if not side or is_negated_at(text, place):
                continue
            for name, value, words in values():
                if own := words.match(text, place):
                    found[name].append(Found(value, (told | before) - roots(own[0]), side))
    return found


@functools.cache
def values() -> tuple[tuple[str, int, re.Pattern[str]], ...]:
    """Return each value of each class, with what finds its words in small letters."""
    lexicon = load_lexicon("contraries")
    return tuple(
        (name, value, re.compile("|".join(words).lower()))
        for key in ("once", "often")
        for name, lines in lexicon[key].items()
        for value, words in enumerate(lines)
    )


@functools.cache
def anything() -> re.Pattern[str]:
    """Return what finds where a word of any class begins."""
    lexicon = load_lexicon("contraries")
    lines = (line for key in ("once", "often") for lines in lexicon[key].values() for line in lines)
    return beginning(word for words in lines for word in words)


@functools.cache
def negated() -> re.Pattern[str]:
    """Return what finds the end of words that negate what follows."""
    return re.compile(load_lexicon("contraries")["negating"])


def is_negated_at(text: str, place: int) -> bool:
    """Return whether words right before *place* of *text* negate what stands there."""
    return bool(negated().search(text[max(0, place - NEAR) : place]))
