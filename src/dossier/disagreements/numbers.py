"""Figures of one thing that exclude each other: in two articles on one matter, or of two claimants."""

from __future__ import annotations

import functools
import math
import re
from collections.abc import Iterator, Mapping

from dossier.disagreements.context import context_span
from dossier.disagreements.differences import Difference, side_of
from dossier.disagreements.facets import pattern
from dossier.disagreements.figures import build_figure
from dossier.disagreements.scope import rate, thing_of
from dossier.disagreements.tellings import Telling, fold, roots
from dossier.events import days_of, gap
from dossier.lexicons import load_lexicon
from dossier.records import Claim, Published

FACTOR = 8  # times one figure may be as large as another of the same thing
BY_WORD = 1.25  # the same where only the word before them says that they measure one thing
ALONE = 3  # the same where they are only known as the only figures of a thing
ALIKE = 0.34  # share of telling words around two figures that are common
COMMON = 2  # telling words in common at least
MANY = 100  # figures from which a small difference is one of the last digits
CLOSE = 1.03  # how many times the smaller such a figure may be at most
MEANWHILE = 2  # days within which both figures speak of one time
PART = 12  # letters before a figure that say whether it is a part
BEFORE = 32  # letters before a figure that name what it measures
NEAR = 60  # letters on each side of a figure that say what it counts


def find_numbers(one: Telling, other: Telling, published: Mapping[str, Published]) -> Iterator[Difference]:
    """Yield the pairs of figures of one thing that no number fits."""
    mine, theirs = figures(one), figures(other)
    for first in mine:
        for second in theirs:
            if one is other and (first.start >= second.start or not two_voices(first, second)):
                continue
            if is_one_thing(first, second, one, other) and are_apart(first, second):
                if one is not other and (gives(other, first) or gives(one, second)):
                    continue
                yield Difference(mechanism(first, second, published), side_of(first), side_of(second))


def find_headings(one: Telling, other: Telling) -> Iterator[Difference]:
    """Yield the figures of headings that no figure of the same thing in the body below fits."""
    if one is not other:
        return
    body = [claim for claim in figures(one) if claim.section == "body"]
    for heading in figures(one):
        if heading.section == "body" or not heading.unit:
            continue
        near = [c for c in body if unit_of(c, one) == unit_of(heading, one) and ratio(c, heading) <= BY_WORD]
        if near and all(are_apart(c, heading) for c in near):
            for claim in near:
                yield Difference("heading", side_of(heading), side_of(claim))


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


def are_apart(one: Claim, other: Claim) -> bool:
    """Return whether no number fits both figures, and one is not many times the other."""
    first, second = build_figure(one, {}), build_figure(other, {})
    low, high = sorted((first, second), key=lambda f: f.low)
    return low.high < high.low and ratio(one, other) <= FACTOR


def ratio(one: Claim, other: Claim) -> float:
    """Return how many times the largest number of two figures is the smallest."""
    known = [n for claim in (one, other) for n in (claim.low, claim.high) if n]
    return max(known) / min(known) if known else math.inf


def is_one_thing(one: Claim, other: Claim, here: Telling, there: Telling) -> bool:
    """Return whether two figures count one thing: by unit, by the words around them, or as the only ones."""
    if rate(one) != rate(other) or is_part(one, here) != is_part(other, there):
        return False
    if are_close(one, other):
        return True
    thing = unit_of(one, here)
    if thing != unit_of(other, there) and not counted(one) & counted(other):
        return False
    if here is there:
        return bool(thing) and thing not in measures()
    return are_alike(one, other, here, there)


def counted(claim: Claim) -> frozenset[str]:
    """Return the families of the words for what *claim* counts, nothing where it is a measure."""
    if fold(claim.unit.partition(" ")[0]) in measures():
        return frozenset()
    return roots(f"{claim.unit} {claim.subject}")


def are_alike(one: Claim, other: Claim, here: Telling, there: Telling) -> bool:
    """Return whether the words around two figures of one unit, or their being alone, make them one thing."""
    first, second = around(one, here), around(other, there)
    common = len(first & second)
    if common >= COMMON and common >= ALIKE * min(len(first), len(second)):
        return True
    if common and one.about and one.about == other.about:
        return True
    if ratio(one, other) <= BY_WORD and before(one, here) & before(other, there):
        return True
    same = fold(one.unit.split()[0]) == fold(other.unit.split()[0]) if one.unit and other.unit else False
    if not same or ratio(one, other) > ALONE:
        return False
    return is_only(one, here) and is_only(other, there)


def are_close(one: Claim, other: Claim) -> bool:
    """Return whether two exact figures of many digits are nearly the same: one of them is misread."""
    if one.comparator != "exact" or other.comparator != "exact":
        return False
    low, high = sorted((one.low or 0, other.low or 0))
    same = one.unit.split()[:1] == other.unit.split()[:1]
    return same and low >= MANY and bool(low % 10 and high % 10) and high <= CLOSE * low


def before(claim: Claim, telling: Telling) -> frozenset[str]:
    """Return the telling words right before the figure, of which it is the measure."""
    return roots(window(claim, telling, BEFORE)[0])


def window(claim: Claim, telling: Telling, ahead: int, behind: int = 0) -> tuple[str, str]:
    """Return *ahead* letters of the sentence before the figure; its words with *behind* letters after it."""
    sentence = telling.sentences.get(claim.claim_id, "")
    at = claim.start - context_span(claim)[0]
    return sentence[max(0, at - ahead) : at], sentence[at : at + len(claim.text) + behind]


@functools.cache
def measures() -> frozenset[str]:
    """Return what is measured rather than counted, folded."""
    return frozenset(fold(str(word)) for word in load_lexicon("comparisons")["measures"])


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


def is_part(claim: Claim, telling: Telling) -> bool:
    """Return whether the words before the figure say that it is a part of another one."""
    words = "".join(window(claim, telling, PART))
    return bool(pattern(tuple(load_lexicon("comparisons")["parts"])).search(words))


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
