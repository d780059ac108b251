"""What a number is in its matter, by the words near it: the dead, those aboard, a loss."""

import functools
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator

from dossier.disagreements.context import context_span
from dossier.disagreements.tellings import Telling, fold
from dossier.lexicons import load_lexicon, word_set
from dossier.records import Claim

NEAR = 80  # letters on each side of a figure that say what it counts
BEYOND = 40  # letters that the joint between two clauses counts as


def roles_of(claims: Iterable[Claim], telling: Telling) -> Iterator[str]:
    """Yield what the number of each of *claims* is in its matter; empty where no word says so.

    Its noun says so, or a word near it: one tells of the number of its sentence that is nearest to it.
    """
    near: dict[tuple[int, int], tuple[int, str, str]] = {}
    told: dict[str, list[tuple[int, str]]] = defaultdict(list)
    for claim in claims:
        kind = kind_of(claim.unit)
        if kind and (own := said_by(claim.unit, ("roles", kind))):
            told[claim.claim_id].append((-1, own))
        elif kind:
            for gap, role, place in distances(claim, telling.sentence(claim), ("roles", kind)):
                word = claim.sentence_start, place
                near[word] = min(near.get(word, (NEAR, "", "")), (gap, claim.claim_id, role))
    for gap, owner, role in near.values():
        told[owner].append((gap, role))
    yield from (min(told[claim.claim_id])[1] if told[claim.claim_id] else "" for claim in claims)


@functools.lru_cache(maxsize=4096)
def kind_of(unit: str) -> str:
    """Return whether the noun *unit* counts people, money or another measure; empty for other things."""
    noun = fold(unit.partition(" ")[0])
    if not noun or noun in map(fold, word_set("comparisons", "people", "humans")):
        return "people"
    return "money" if noun in monies() else "measures" if noun in measures() else ""


def nearest(claim: Claim, context: str) -> str:
    """Return what befell the people counted, by the word nearest to the number in its sentence."""
    return min(distances(claim, context, ("befell",)), default=(0, "", 0))[1]


def distances(claim: Claim, context: str, key: tuple[str, ...]) -> Iterator[tuple[int, str, int]]:
    """Yield how far each word of *key* is from the number of *claim*, what it says, and where it stands."""
    start = claim.start - context_span(claim)[0]
    end = start + len(claim.text)
    joints = load_lexicon("comparisons")["joints"]
    for fate, pattern in said_of(key):
        for match in pattern.finditer(context):
            gap = context[end : match.start()] if match.start() >= end else context[match.end() : start]
            yield len(gap) + BEYOND * any(joint in gap for joint in joints), fate, match.start()


@functools.lru_cache(maxsize=4096)
def said_by(unit: str, key: tuple[str, ...]) -> str:
    """Return what the noun *unit* itself says of the number, by the words of *key*; empty for nothing."""
    return next((fate for fate, words in said_of(key) if words.fullmatch(unit)), "")


@functools.cache
def said_of(key: tuple[str, ...]) -> tuple[tuple[str, re.Pattern[str]], ...]:
    """Return what may be said of a number, each with the words that say so; *key* leads to it."""
    entries = load_lexicon("comparisons")
    for name in key:
        entries = entries[name]
    return tuple(
        (fate, re.compile(rf"\b(?:{'|'.join(words)})(?:e?s)?\b", re.IGNORECASE))
        for fate, words in entries.items()
    )


@functools.lru_cache(maxsize=4096)
def sort_of(unit: str) -> int:
    """Return which people *unit* counts, by the line of the lexicon; 0 for anybody."""
    lines = load_lexicon("comparisons")["sorts"]
    return next((place for place, line in enumerate(lines, 1) if unit in line), 0)


@functools.cache
def monies() -> frozenset[str]:
    """Return the names of currencies, folded."""
    return frozenset(fold(str(word)) for word in load_lexicon("comparisons")["monies"])


@functools.cache
def measures() -> frozenset[str]:
    """Return what is measured rather than counted, folded."""
    return frozenset(fold(str(word)) for word in load_lexicon("comparisons")["measures"])


def is_measure(claim: Claim) -> bool:
    """Return whether *claim* measures rather than counts."""
    return fold(claim.unit.partition(" ")[0]) in measures()
