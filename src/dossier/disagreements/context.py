"""What a sentence is about, as a set of word beginnings, and whether two sentences are about one thing."""

import functools
import re

from dossier.lexicons import word_set
from dossier.records import Claim, Statement

ALIKE = 0.5  # share of common words from which two sentences count as about one thing
REACH = 400  # letters on each side of a claim that belong to it, in a sentence without end
STEM = 6  # letters of a word that are compared: inflection mostly comes after them
WORD = re.compile(r"[^\W\d_]{4,}")


def context_span(claim: Claim | Statement) -> tuple[int, int]:
    """Return start and end of the words that tell what *claim* is about: its sentence, or a part of it."""
    start, end = max(claim.sentence_start, claim.start - REACH), min(claim.sentence_end, claim.end + REACH)
    return min(start, claim.start), max(end, claim.end)


@functools.lru_cache(maxsize=4096)
def stems(sentence: str) -> frozenset[str]:
    """Return the beginnings of the telling words of *sentence*."""
    words = (word.casefold() for word in WORD.findall(sentence))
    return frozenset(word[:STEM] for word in words if word not in word_set("comparisons", "empty"))


def overlap(one: str, other: str) -> float:
    """Return the share of telling words that the poorer of two sentences has in common with the other."""
    first, second = stems(one), stems(other)
    common = len(first & second)
    return common / min(len(first), len(second)) if common > 1 else 0.0
