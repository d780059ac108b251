"""What a figure counts: the thing, the people, the place, and per what."""

import functools
import math
import re
from collections.abc import Mapping

from dossier.disagreements.roles import nearest
from dossier.disagreements.tellings import words
from dossier.investigation import Investigation
from dossier.lexicons import load_lexicon
from dossier.records import Claim
from dossier.registry import Registry, build_registry, name_key

MARGIN = 0.1  # what a round number may be off


@functools.cache
def same_things() -> Mapping[str, str]:
    """Return for each counted thing the first word of its line of like words."""
    lines = load_lexicon("comparisons")["same_things"]
    return {str(word): str(line[0]) for line in lines for word in line}


def thing_of(claim: Claim, context: str = "") -> str:
    """Return the counted thing, one word for all that mean the same; for people, what befell them."""
    unit = claim.unit.strip().casefold()
    first = unit.split()[0] if unit else ""
    things = same_things()
    if first in load_lexicon("comparisons")["people"] and (fate := nearest(claim, context)):
        return fate
    return things.get(unit) or things.get(first) or unit


def rate(claim: Claim) -> str:
    """Return per what *claim* counts ("jour"), empty for a plain number."""
    found = re.search(rf"\b{load_lexicon('comparisons')['per']} (\w+)", claim.text)
    return found[1] if found else ""


def is_people(unit: str) -> bool:
    """Return whether *unit* only says of which country people are."""
    return name_key(unit) in countries().adjectives


def is_within(one: str, other: str) -> bool:
    """Return whether two places may be one, or one a country in which the other may lie."""
    return agree(one, other) or is_country(one) != is_country(other)


@functools.lru_cache(maxsize=4096)
def shares_owner(one: Claim, other: Claim) -> bool:
    """Return whether two figures may be of one body: those of two firms say nothing of each other."""
    first, second = ({name for name in claim.owner if name[:1].isupper()} for claim in (one, other))
    return not (first and second) or not first.isdisjoint(second)


def is_country(place: str) -> bool:
    """Return whether *place* is a country."""
    entry = countries().resolve(place)
    return entry is not None and entry.kind == "state"


@functools.cache
def countries() -> Registry:
    """Return the countries of the world by name."""
    return build_registry(Investigation())


def agree(one: str, other: str) -> bool:
    """Return whether two descriptions share a telling word, or one of them has none."""
    first, second = telling(one), telling(other)
    return not first or not second or bool(first & second)


@functools.lru_cache(maxsize=4096)
def telling(text: str) -> frozenset[str]:
    """Return the beginnings of the words of *text* that tell more than what is counted."""
    counted = {*same_things(), *load_lexicon("comparisons")["people"]}
    words = (word.casefold() for word in re.findall(r"[^\W_]{3,}", text))
    return frozenset(word[:6] for word in words if not {word, word.rstrip("sx"), word[:-1]} & counted)


def is_rounded(one: Claim, other: Claim) -> bool:
    """Return whether *one* may be *other* in round numbers: "deux cents" for 188."""
    if not (one.low and other.low and one.low == int(one.low)):
        return False
    noughts = len(figure := str(int(one.low))) - len(figure.rstrip("0"))
    near = abs(one.low - other.low) <= MARGIN * one.low
    return bool(noughts and near and round(other.low, -noughts) == one.low)


def ratio(one: Claim, other: Claim) -> float:
    """Return how many times the largest number of two figures is the smallest."""
    known = [n for claim in (one, other) for n in (claim.low, claim.high) if n]
    return max(known) / min(known) if known else math.inf


def two_voices(one: Claim, other: Claim) -> bool:
    """Return whether two different claimants give the two figures."""
    return bool(one.claimant and other.claimant) and not is_one_voice(one, other)


def is_one_voice(one: Claim, other: Claim) -> bool:
    """Return whether one claimant gives both figures, by whatever words he is called."""
    return bool(words(" ".join(one.claimant)) & words(" ".join(other.claimant)))
