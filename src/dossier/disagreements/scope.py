"""What a figure counts: the thing, the people, the place, per what, and its role: the dead, a loss."""

import functools
import math
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping

from dossier.disagreements.tellings import Telling, context_span, fold, words
from dossier.disagreements.voices import Bodies, sentence_before
from dossier.lexicons import load_lexicon, pattern_of, word_set
from dossier.records import Claim
from dossier.syntax.marks import ASKING

MARGIN = 0.1  # what a round number may be off


@functools.cache
def same_things() -> Mapping[str, str]:
    """Return for each counted thing the first word of its line of like words."""
    lines = load_lexicon("comparisons")["same_things"]
    return {str(word): str(line[0]) for line in lines for word in line}


def thing_of(claim: Claim) -> str:
    """Return the counted thing, one word for all that mean the same."""
    unit = claim.unit.strip().casefold()
    first = unit.split()[0] if unit else ""
    things = same_things()
    return things.get(unit) or things.get(first) or unit


def is_rounded(one: Claim, other: Claim) -> bool:
    """Return whether *one* may be *other* in round numbers: "deux cents" for 188, "une vingtaine" for 23."""
    if not (one.low and other.low and one.low == int(one.low)):
        return False
    digits = str(int(one.low))
    noughts = len(digits) - len(digits.rstrip("0"))
    near = abs(one.low - other.low) < MARGIN * one.low * (2 if one.comparator == "about" else 1)
    return bool(noughts and near and round(other.low, -noughts) == one.low)


def ratio(one: Claim, other: Claim) -> float:
    """Return how many times the largest number of two figures is the smallest."""
    known = [n for claim in (one, other) for n in (claim.low, claim.high) if n]
    return max(known) / min(known) if known else math.inf


def is_one_voice(one: Claim, other: Claim, bodies: Bodies) -> bool:
    """Return whether one claimant gives both figures, by whatever names *bodies* know of him."""
    if words(" ".join(one.claimant)) & words(" ".join(other.claimant)):
        return True
    pairs = ((x, y) for a, b in ((one, other), (other, one)) for x in a.claimant for y in b.claimant)
    cores = (({word for word in words(x) if word in fold(x)}, y) for x, y in pairs)  # no initials
    return any(core and core <= bodies.get(y, frozenset()) for core, y in cores)


NEAR = 80  # letters on each side of a figure that say what it counts
BEYOND = 40  # letters that the joint between two clauses counts as


def roles_of(claims: Iterable[Claim], telling: Telling) -> Iterator[str]:
    """Yield what the number of each of *claims* is in its matter; empty where no word says so.

    Its noun says so, or a word near it: one tells of the number of its sentence that is nearest to it. What a
    sentence only takes up ("l'évalue à 3 millions") the one before it says.
    """
    taking_up = pattern_of("comparisons", "taking_up")
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
            before = telling.text[slice(*sentence_before(claim, telling))].rstrip()
            if before.endswith(ASKING) or taking_up.search(telling.sentence(claim)):
                found = [(NEAR, role) for role, said in said_of(("roles", kind)) if said.search(before)]
                told[claim.claim_id] += found if len(found) == 1 else []
    for gap, owner, role in near.values():
        told[owner].append((gap, role))
    yield from (min(told[claim.claim_id])[1] if told[claim.claim_id] else "" for claim in claims)


@functools.lru_cache(maxsize=4096)
def kind_of(unit: str) -> str:
    """Return whether the noun *unit* counts people, money or another measure; empty for other things."""
    noun = unit.partition(" ")[0].casefold()
    if not noun or noun in word_set("comparisons", "people", "humans"):
        return "people"
    kinds = {"money": "monies", "measures": "measures"}
    return next((kind for kind, key in kinds.items() if noun in word_set("comparisons", key)), "")


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


def is_measure(claim: Claim) -> bool:
    """Return whether *claim* measures rather than counts."""
    return claim.unit.partition(" ")[0].casefold() in word_set("comparisons", "measures")
