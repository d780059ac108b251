"""What a sentence is about, as a set of word beginnings, and whether two sentences are about one thing."""

from __future__ import annotations

import functools
import re
from collections import defaultdict
from collections.abc import Iterable

from dossier.lexicons import load_lexicon
from dossier.records import Claim, Statement

ALIKE = 0.5  # share of common words from which two sentences count as about one thing
COMMON = 500  # sentences a word may stand in and still lead from one to another
REACH = 400  # letters on each side of a claim that belong to it, in a sentence without end
STEM = 6  # letters of a word that are compared: inflection mostly comes after them
WORD = re.compile(r"[^\W\d_]{4,}")


def context_span(claim: Claim | Statement) -> tuple[int, int]:
    """Return start and end of the words that tell what *claim* is about: its sentence, or a part of it."""
    start, end = max(claim.sentence_start, claim.start - REACH), min(claim.sentence_end, claim.end + REACH)
    return min(start, claim.start), max(end, claim.end)


@functools.cache
def empty_words() -> frozenset[str]:
    """Return the words that say nothing about what a sentence is about."""
    return frozenset(load_lexicon("comparisons")["empty"])


@functools.lru_cache(maxsize=4096)
def stems(sentence: str) -> frozenset[str]:
    """Return the beginnings of the telling words of *sentence*."""
    words = (word.casefold() for word in WORD.findall(sentence))
    return frozenset(word[:STEM] for word in words if word not in empty_words())


class Index:
    """Sentences found again by the words they share; words that very many of them have lead nowhere."""

    def __init__(self, sentences: Iterable[tuple[str, str]]) -> None:
        """Take up *sentences*, each with its key."""
        self.sentences = dict(sentences)
        self.order = {key: place for place, key in enumerate(self.sentences)}
        self.places: dict[str, list[str]] = defaultdict(list)
        for key, sentence in self.sentences.items():
            for stem in stems(sentence):
                self.places[stem].append(key)

    def like(self, sentence: str) -> list[str]:
        """Return the keys of the sentences about the same thing as *sentence*, in the order taken up."""
        rare = (self.places[stem] for stem in stems(sentence) if 0 < len(self.places.get(stem, ())) <= COMMON)
        found = sorted({key for keys in rare for key in keys}, key=self.order.__getitem__)
        return [key for key in found if overlap(sentence, self.sentences[key]) >= ALIKE]


def overlap(one: str, other: str) -> float:
    """Return the share of telling words that the poorer of two sentences has in common with the other."""
    first, second = stems(one), stems(other)
    common = len(first & second)
    return common / min(len(first), len(second)) if common > 1 else 0.0
