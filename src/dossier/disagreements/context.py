"""What a sentence is about, as a set of word beginnings."""

import functools
import re

from dossier.lexicons import word_set
from dossier.records import Claim, Statement

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
