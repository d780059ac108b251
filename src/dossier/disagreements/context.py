"""What a sentence is about, as a set of word beginnings, and whether two sentences are about one thing."""

import functools
import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from itertools import chain
from typing import Any

from dossier.lexicons import load_lexicon
from dossier.records import Claim, Statement

ALIKE = 0.5  # share of common words from which two sentences count as about one thing
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


def opening(words: str) -> str:
    """Return the letter with which all begins that *words* find; empty where it may be another."""
    return words[0] if re.match(r"[^\W\d_](?![?*{])", words) else ""


def beginning(words: Iterable[str]) -> re.Pattern[str]:
    """Return what finds, quickly, where one of *words* begins in a text of small letters."""
    groups: dict[str, list[str]] = defaultdict(list)
    for word in words:
        letter = opening(word.lower())
        groups[letter].append(word.lower().removeprefix(letter))
    by_letter = "|".join(f"{letter}(?:{'|'.join(rest)})" for letter, rest in groups.items())
    return re.compile(rf"(?<!\w)(?={by_letter})")


@functools.cache
def listed(*keys: str) -> re.Pattern[str]:
    """Return what finds in small letters the words that *keys* of the lexicon of comparisons lead to."""
    words: Any = load_lexicon("comparisons")
    for key in keys:
        words = words[key]
    return beginning(chain.from_iterable(words.values()) if isinstance(words, Mapping) else words)


@functools.lru_cache(maxsize=16384)
def values_of(text: str, key: str) -> frozenset[str]:
    """Return which values of *key*, of the lexicon of comparisons, the words of *text* name."""
    said = text.lower()
    values = load_lexicon("comparisons")[key] if listed(key).search(said) else ()
    return frozenset(value for value in values if listed(key, value).search(said))


@functools.lru_cache(maxsize=4096)
def stems(sentence: str) -> frozenset[str]:
    """Return the beginnings of the telling words of *sentence*."""
    words = (word.casefold() for word in WORD.findall(sentence))
    return frozenset(word[:STEM] for word in words if word not in empty_words())


def overlap(one: str, other: str) -> float:
    """Return the share of telling words that the poorer of two sentences has in common with the other."""
    first, second = stems(one), stems(other)
    common = len(first & second)
    return common / min(len(first), len(second)) if common > 1 else 0.0
