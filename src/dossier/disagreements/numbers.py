"""Figures that no number fits: in two articles on one matter, of two claimants, in a heading and below it."""

import functools
import math
import re
from collections.abc import Iterator, Mapping

from dossier.disagreements.context import context_span
from dossier.disagreements.differences import Difference, side_of
from dossier.disagreements.facets import pattern, values_of
from dossier.disagreements.figures import build_figure
from dossier.disagreements.passages import TELLING, Pair, are_twins
from dossier.disagreements.scope import fate_of, group_of, rate, same_things, thing_of
from dossier.disagreements.tellings import Telling, fold, roots, words
from dossier.events import days_of, gap
from dossier.lexicons import load_lexicon
from dossier.records import Claim, Published

FACTOR = 8  # times one figure may be as large as another of the same thing
MEANWHILE = 2  # days within which both figures speak of one time
STORY = 20  # days beyond which two figures are about two times
PART, BEHIND = 12, 30  # letters before and behind a figure that say whether it is a part
YEAR = 366  # days beyond which what is measured is of two times
Known = Mapping[str, Published]
NAMED = re.compile(r"\d+|(?<!\w)[A-ZÉÈÎÔ][\w-]+")  # numbers, and names: they stand all over a matter
NEAR = 60  # letters on each side of a figure that say what it counts


def find_numbers(pair: Pair, published: Known) -> Iterator[Difference]:
    """Yield the pairs of figures of one thing that no number fits.

    They are of two claimants, of one claimant in two articles, stand among the same words or numbers, or are
    the only ones of their thing, in sentences on one matter.
    """
    mine, theirs = figures(pair.one), figures(pair.other)
    for first in mine:
        for second in theirs:
            two, one = two_voices(first, second), is_one_voice(first, second)
            if pair.alone and (first.start >= second.start or not two):
                continue
            strong = two or one or is_framed(first, second, pair) or are_only(first, second, pair)
            if not (strong and is_one_thing(first, second, pair) and are_apart(first, second)):
                continue
            if (two or not is_given(first, second, pair)) and is_like(first, second, pair, published):
                yield Difference(mechanism(first, second, published), side_of(first), side_of(second))


def is_framed(one: Claim, other: Claim, pair: Pair) -> bool:
    """Return whether two figures stand among nearly the same words, or beside one number of their thing."""
    here, there = pair.one, pair.other
    agree = thing_of(one) == thing_of(other) and beside(one, here) & beside(other, there)
    return bool(agree) or are_twins(around(one, here), around(other, there))


def are_only(one: Claim, other: Claim, pair: Pair) -> bool:
    """Return whether each article has one figure of the thing, in its text, and both sentences are alike."""
    ends = ((one, pair.one), (other, pair.other))
    single = all(claim.section == "body" and is_only(claim, telling) for claim, telling in ends)
    return single and pair.tells(common_words(one, other, pair))


def is_only(claim: Claim, telling: Telling) -> bool:
    """Return whether no other number in *telling* counts what *claim* counts; of people, what befell them."""
    thing = what(claim, telling)
    return bool(thing) and len({(c.low, c.high) for c in figures(telling) if what(c, telling) == thing}) == 1


def what(claim: Claim, telling: Telling) -> str:
    """Return the thing that *claim* counts; of people, what befell them."""
    return thing_of(claim, telling.sentences.get(claim.claim_id, ""))


def common_words(one: Claim, other: Claim, pair: Pair) -> frozenset[str]:
    """Return the telling words that the sentences of two figures have in common, their unit left out."""
    first, second = pair.passage(side_of(one)), pair.passage(side_of(other))
    return (first.roots & second.roots) - roots(one.unit) if first and second else frozenset()


def is_given(one: Claim, other: Claim, pair: Pair) -> bool:
    """Return whether one of the two articles gives the number of the other one too."""
    return gives(pair.other, one) or gives(pair.one, other)


def is_like(one: Claim, other: Claim, pair: Pair, published: Known) -> bool:
    """Return whether two figures may be held against each other: like with like only.

    Both are the whole or both a part of something, per the same unit, of one time, both of what is asked for
    or neither; shares are of one whole, people are counted for one thing that befell them or that they do.
    """
    ends = ((one, pair.one), (other, pair.other))
    parts, stages, befell = (
        [find(claim, telling) for claim, telling in ends] for find in (is_part, stages_of, befallen)
    )
    if parts[0] != parts[1] or stages[0] != stages[1] or befell[0] != befell[1] or rate(one) != rate(other):
        return False
    return is_on_one(one, other, pair) and is_one_whole(one, other) and is_one_time(one, other, published)


def is_on_one(one: Claim, other: Claim, pair: Pair) -> bool:
    """Return whether the sentences of two measures share a telling word; what is counted needs none."""
    if not (is_measure(one) and is_measure(other)) or befallen(one, pair.one):
        return True
    return pair.weight(common_words(one, other, pair)) > TELLING


def is_one_whole(one: Claim, other: Claim) -> bool:
    """Return whether two figures of one unit are of the same whole, as far as their words say."""
    if thing_of(one) != thing_of(other):
        return True
    first, second = (roots(claim.subject) - roots(claim.unit) for claim in (one, other))
    alike = same_things().get(one.subject, one.subject) == same_things().get(other.subject, other.subject)
    return not (first and second) or alike or bool(first & second)


def is_one_time(one: Claim, other: Claim, published: Known) -> bool:
    """Return whether two figures are of one time: counts of some days, measures of a year."""
    least = YEAR if is_measure(one) or is_measure(other) else STORY
    (first, today), (second, later) = (
        (days_of(c.about), days_of(published.get(c.article_id, Published()).date)) for c in (one, other)
    )
    past = [
        bool(about and day and gap(about, day) > least) for about, day in ((first, today), (second, later))
    ]
    days = first or today, second or later
    return past[0] == past[1] and not (days[0] and days[1] and gap(days[0], days[1]) > least)


def stages_of(claim: Claim, telling: Telling) -> frozenset[str]:
    """Return at which stage of a matter the words before the figure put it: asked for, or planned first."""
    return values_of("".join(window(claim, telling, NEAR)), "stages")


def figures(telling: Telling) -> list[Claim]:
    """Return the figures of *telling* that somebody affirms."""
    return [
        claim
        for claim in telling.claims
        if claim.stance == "affirm"
        and claim.comparator != "vague"
        and (claim.low is not None or claim.high is not None)
        and claim.section in ("body", "heading", "title")
        and not (claim.unit == "%" and claim.subject in measures())  # "un quart de litre"
    ]


def two_voices(one: Claim, other: Claim) -> bool:
    """Return whether two different claimants give the two figures."""
    return bool(one.claimant and other.claimant) and not is_one_voice(one, other)


def is_one_voice(one: Claim, other: Claim) -> bool:
    """Return whether one claimant gives both figures, by whatever words he is called."""
    return bool(words(" ".join(one.claimant)) & words(" ".join(other.claimant)))


def are_apart(one: Claim, other: Claim) -> bool:
    """Return whether no number fits both figures, and one is not many times the other."""
    first, second = build_figure(one, {}), build_figure(other, {})
    low, high = sorted((first, second), key=lambda f: f.low)
    return low.high < high.low and ratio(one, other) <= FACTOR


def ratio(one: Claim, other: Claim) -> float:
    """Return how many times the largest number of two figures is the smallest."""
    known = [n for claim in (one, other) for n in (claim.low, claim.high) if n]
    return max(known) / min(known) if known else math.inf


def is_one_thing(one: Claim, other: Claim, pair: Pair) -> bool:
    """Return whether two figures count one thing, as far as their nouns say it; of people, whom it befell."""
    units = (one.unit.partition(" ")[0], other.unit.partition(" ")[0])
    befell = befallen(one, pair.one)
    if not all(units):
        first, second = (roots(f"{claim.unit} {claim.subject}") for claim in (one, other))
        return bool(befell or first & around(other, pair.other) or second & around(one, pair.one))
    if all(unit in humans() for unit in units) and befell:
        return group_of(units[0]) == group_of(units[1])
    if set(units) & set(load_lexicon("comparisons")["anybody"]):
        return False
    money = all(fold(unit) in monies() for unit in units)
    return money or thing_of(one) == thing_of(other) or bool(roots(one.unit) & roots(other.unit))


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


def window(claim: Claim, telling: Telling, ahead: int, behind: int = 0) -> tuple[str, str]:
    """Return *ahead* letters of the sentence before the figure; its words with *behind* letters after it."""
    sentence = telling.sentences.get(claim.claim_id, "")
    at = claim.start - context_span(claim)[0]
    return sentence[max(0, at - ahead) : at], sentence[at : at + len(claim.text) + behind]


def around(claim: Claim, telling: Telling) -> frozenset[str]:
    """Return the telling words of the clause that *claim* stands in, names of the matter left out."""
    return roots(NAMED.sub(" ", "".join(window(claim, telling, NEAR, NEAR)))) - roots(claim.unit)


def beside(claim: Claim, telling: Telling) -> set[tuple[float | None, float | None]]:
    """Return the other numbers in the sentence of *claim*."""
    inside = {(c.low, c.high) for c in figures(telling) if c.sentence_start == claim.sentence_start}
    return inside - {(claim.low, claim.high)}


def is_part(claim: Claim, telling: Telling) -> bool:
    """Return whether the words around the figure say that it is a part of another one."""
    before, figure = window(claim, telling, PART, BEHIND)
    said = {"before": before + claim.text, "within": claim.text, "after": figure[len(claim.text) :]}
    parts = load_lexicon("comparisons")["parts"]
    return any(pattern(tuple(parts[where])).search(text) for where, text in said.items())


def gives(telling: Telling, figure: Claim) -> bool:
    """Return whether *telling* gives the number of *figure* too."""
    return any((c.low, c.high) == (figure.low, figure.high) for c in figures(telling))


def mechanism(one: Claim, other: Claim, published: Known) -> str:
    """Return in what way the figures differ: by claimant, by day, or plainly."""
    if two_voices(one, other):
        return "claimants"
    days = [days_of(c.about or published.get(c.article_id, Published()).date) for c in (one, other)]
    first, second = days
    return "revision" if first and second and gap(first, second) > MEANWHILE else "figure"
