"""Figures that no number fits: in two articles on one matter, of two claimants, in a heading and below it."""

from __future__ import annotations

import functools
import math
import re
from collections.abc import Iterator, Mapping

from dossier.disagreements.context import context_span
from dossier.disagreements.differences import Difference, side_of
from dossier.disagreements.facets import pattern
from dossier.disagreements.figures import build_figure
from dossier.disagreements.passages import TWINS, Pair, Proposal, are_twins
from dossier.disagreements.scope import fate_of, rate, thing_of
from dossier.disagreements.tellings import Telling, fold, roots
from dossier.events import days_of, gap
from dossier.lexicons import load_lexicon
from dossier.records import Claim, Published

FACTOR = 8  # times one figure may be as large as another of the same thing
MANY = 100  # figures from which a small difference is one of the last digits
CLOSE = 1.03  # how many times the smaller such a figure may be at most
SMALL = 10  # a number below which things are easily two different ones
MEANWHILE = 2  # days within which both figures speak of one time
STORY = 20  # days beyond which two figures are about two times
PART = 12  # letters before a figure that say whether it is a part
NEAR = 60  # letters on each side of a figure that say what it counts


def find_numbers(pair: Pair, published: Mapping[str, Published]) -> Iterator[Proposal]:
    """Yield the pairs of figures of one thing that no number fits."""
    mine, theirs = figures(pair.one), figures(pair.other)
    for first in mine:
        for second in theirs:
            if pair.alone and (
                first.start >= second.start or not (two_voices(first, second) or heads(first, second))
            ):
                continue
            counted = how_counted(first, second)
            given = gives(pair.other, first) or gives(pair.one, second)
            if given and not pair.alone and not two_voices(first, second):
                continue
            if counted and rate(first) == rate(second) and are_apart(first, second):
                way = (
                    "heading" if pair.alone and heads(first, second) else mechanism(first, second, published)
                )
                difference = Difference(way, side_of(first), side_of(second))
                yield Proposal(difference, {counted: 1, **traits(first, second, pair)})


def traits(one: Claim, other: Claim, pair: Pair) -> dict[str, float]:
    """Return what speaks for two figures being of one thing, and against it."""
    here, there = pair.one, pair.other
    fates = {fate for fate in (befallen(one, here), befallen(other, there)) if fate}
    known = len([fate for fate in (befallen(one, here), befallen(other, there)) if fate])
    near = around(one, here), around(other, there)
    agree = thing_of(one) == thing_of(other) and beside(one, here) & beside(other, there)
    days = days_of(one.about), days_of(other.about)
    numbers = [n for c in (one, other) for n in (c.low, c.high) if n]
    return {
        "figure": 1,
        "one fate": known == 2 and len(fates) == 1,
        "two fates": len(fates) == 2,
        "around": min(len(near[0] & near[1]), 3) / 3,
        TWINS: not pair.alone and len(fates) < 2 and (are_twins(*near) or bool(agree)),
        "ratio": math.log(ratio(one, other)),
        "given there": gives(there, one) + gives(here, other),
        "one a part": is_part(one, here) != is_part(other, there),
        "only ones": is_only(one, here) + is_only(other, there),
        "two claimants": two_voices(one, other),
        "one claimant": bool(set(one.claimant) & set(other.claimant)),
        "hedged": (one.comparator != "exact") + (other.comparator != "exact"),
        "measure": is_measure(one) or is_measure(other),
        "small": max(numbers) < SMALL,
        "two times": bool(days[0] and days[1] and gap(days[0], days[1]) > STORY),
        "last digits": are_close(one, other),
    }


def figures(telling: Telling) -> list[Claim]:
    """Return the figures of *telling* that somebody affirms."""
    return [
        claim
        for claim in telling.claims
        if claim.stance == "affirm"
        and claim.comparator != "vague"
        and (claim.low is not None or claim.high is not None)
        and claim.section in ("body", "heading", "title")
    ]


def two_voices(one: Claim, other: Claim) -> bool:
    """Return whether two different claimants give the two figures."""
    return bool(one.claimant and other.claimant) and not set(one.claimant) & set(other.claimant)


def heads(one: Claim, other: Claim) -> bool:
    """Return whether one of two figures stands in a heading, the other below."""
    return (one.section == "body") != (other.section == "body")


def are_apart(one: Claim, other: Claim) -> bool:
    """Return whether no number fits both figures, and one is not many times the other."""
    first, second = build_figure(one, {}), build_figure(other, {})
    low, high = sorted((first, second), key=lambda f: f.low)
    return low.high < high.low and ratio(one, other) <= FACTOR


def ratio(one: Claim, other: Claim) -> float:
    """Return how many times the largest number of two figures is the smallest."""
    known = [n for claim in (one, other) for n in (claim.low, claim.high) if n]
    return max(known) / min(known) if known else math.inf


def how_counted(one: Claim, other: Claim) -> str:
    """Return what makes two figures count one thing, empty where nothing does."""
    units = (one.unit.partition(" ")[0], other.unit.partition(" ")[0])
    if not all(units):
        return "no unit"
    if thing_of(one) == thing_of(other):
        return "one thing"
    if roots(f"{one.unit} {one.subject}") & roots(f"{other.unit} {other.subject}"):
        return "one family"
    if all(unit in humans() for unit in units):
        return "people"
    return "money" if all(fold(unit) in monies() for unit in units) else ""


@functools.cache
def humans() -> frozenset[str]:
    """Return the nouns for people, who are counted in many ways."""
    lexicon = load_lexicon("comparisons")
    return frozenset((*lexicon["people"], *lexicon["humans"]))


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


def befallen(claim: Claim, telling: Telling) -> str:
    """Return what befell the people whom *claim* counts."""
    unit = claim.unit.partition(" ")[0]
    return fate_of(claim, telling.sentences.get(claim.claim_id, "")) if not unit or unit in humans() else ""


def are_close(one: Claim, other: Claim) -> bool:
    """Return whether two exact figures of many digits are nearly the same: one of them is misread."""
    if one.comparator != "exact" or other.comparator != "exact":
        return False
    low, high = sorted((one.low or 0, other.low or 0))
    same = one.unit.split()[:1] == other.unit.split()[:1]
    return same and low >= MANY and bool(low % 10 and high % 10) and high <= CLOSE * low


def window(claim: Claim, telling: Telling, ahead: int, behind: int = 0) -> tuple[str, str]:
    """Return *ahead* letters of the sentence before the figure; its words with *behind* letters after it."""
    sentence = telling.sentences.get(claim.claim_id, "")
    at = claim.start - context_span(claim)[0]
    return sentence[max(0, at - ahead) : at], sentence[at : at + len(claim.text) + behind]


def is_only(claim: Claim, telling: Telling) -> bool:
    """Return whether *claim* gives the only number of its thing in its article; of no measure."""
    thing = unit_of(claim, telling)
    if not thing or thing in measures():
        return False
    return len({(c.low, c.high) for c in figures(telling) if unit_of(c, telling) == thing}) == 1


def unit_of(claim: Claim, telling: Telling) -> str:
    """Return what *claim* counts, one word for all that mean the same; of people, what befell them."""
    return fold(thing_of(claim, telling.sentences.get(claim.claim_id, "")))


def around(claim: Claim, telling: Telling) -> frozenset[str]:
    """Return the telling words of the clause that *claim* stands in, names of the matter left out."""
    return roots(re.sub(r"\d+", " ", "".join(window(claim, telling, NEAR, NEAR)))) - roots(claim.unit)


def beside(claim: Claim, telling: Telling) -> set[tuple[float | None, float | None]]:
    """Return the other numbers in the sentence of *claim*."""
    inside = {(c.low, c.high) for c in figures(telling) if c.sentence_start == claim.sentence_start}
    return inside - {(claim.low, claim.high)}


def is_part(claim: Claim, telling: Telling) -> bool:
    """Return whether the words before the figure say that it is a part of another one."""
    said = "".join(window(claim, telling, PART))
    return bool(pattern(tuple(load_lexicon("comparisons")["parts"])).search(said))


def gives(telling: Telling, figure: Claim) -> bool:
    """Return whether *telling* gives the number of *figure* too."""
    return any((c.low, c.high) == (figure.low, figure.high) for c in figures(telling))


def mechanism(one: Claim, other: Claim, published: Mapping[str, Published]) -> str:
    """Return in what way the figures differ: by claimant, by day, or plainly."""
    if two_voices(one, other):
        return "claimants"
    days = [days_of(c.about or published.get(c.article_id, Published()).date) for c in (one, other)]
    first, second = days
    return "revision" if first and second and gap(first, second) > MEANWHILE else "figure"
