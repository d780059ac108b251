"""Figures that no number fits: in two articles on one matter, of two claimants, in a heading and below it."""

from collections.abc import Iterator

from dossier.disagreements.counted import Counted, counted
from dossier.disagreements.differences import Difference, side_of
from dossier.disagreements.passages import TELLING, TOLD, Pair, are_twins, told_on
from dossier.disagreements.scope import (
    is_measure,
    is_one_voice,
    is_rounded,
    kind_of,
    ratio,
    sort_of,
)
from dossier.disagreements.tellings import Telling, listed_verbs, root, roots
from dossier.disagreements.voices import bodies_of
from dossier.events import days_of, gap
from dossier.lexicons import load_lexicon, word_set
from dossier.records import Claim

FACTOR = 8  # times one figure may be as large as another of the same thing
MEANWHILE = 1  # days within which both figures speak of one time
STORY = 20  # days beyond which two figures are about two times
RAISED = {"raised"}  # the stage of a number that says itself that it replaces an earlier one
YEAR = 366  # days beyond which what is measured is of two times


def find_numbers(pair: Pair) -> Iterator[Difference]:
    """Yield the pairs of figures of one thing that no number fits.

    They are of two claimants, of one claimant in two articles, stand among the same words or numbers, or are
    the only ones of their thing, in sentences on one matter.
    """
    mine, theirs = counted(pair.one), counted(pair.other)
    bodies = bodies_of(pair.one, pair.other)
    found: set[tuple[int, int, str]] = set()  # what two sentences differ in
    for first in mine:
        for second in theirs:
            if not are_apart(first, second) or (pair.alone and first.claim.start >= second.claim.start):
                continue
            if not is_one_thing(first, second):
                continue
            one = is_one_voice(first.claim, second.claim, bodies)
            two = bool(first.claim.claimant and second.claim.claimant) and not one
            if two and are_of_two_days(first, second):
                continue
            voices, two = two, two or (pair.alone and is_contested(first, second, pair.one))
            given = is_given(first, theirs) or is_given(second, mine)
            if (pair.alone or given) and not two:
                continue
            strong = two or one or is_framed(first, second) or are_only(first, second, pair)
            if strong and is_like(first, second, pair):
                way = "claimants" if voices else mechanism(first, second, pair, one=one)
                raised = RAISED & (first.stages | second.stages)
                way = "revision" if raised and way == "figure" else way
                matter = first.claim.sentence_start, second.claim.sentence_start, first.role or first.thing
                late = way != "revision" or raised or one or grows(first, second, pair)
                if late and matter not in found:
                    found.add(matter)
                    earlier, later = first, second
                    if way == "revision" and is_later(first, second, pair):
                        earlier, later = second, first
                    topics = {first.claim.topic, second.claim.topic} - {"other"}
                    about = topics.pop() if len(topics) == 1 else ""
                    yield Difference(way, side_of(earlier.claim), side_of(later.claim), about)


def grows(one: Counted, other: Counted, pair: Pair) -> bool:
    """Return whether the later number revises the earlier: of people a larger one, else in like sentences."""
    if one.role and one.unit in word_set("comparisons", "people", "humans"):
        return (one.low > other.low) == is_later(one, other, pair)
    return pair.tells(common_words(one.claim, other.claim, pair))


def is_contested(one: Counted, other: Counted, telling: Telling) -> bool:
    """Return whether who gives one number contests the other, the newspaper's own, in the same sentence."""
    voiced = [f.claim for f in (one, other) if f.claim.claimant]
    if len(voiced) != 1 or one.unit != other.unit:
        return False
    return not listed_verbs("denying").isdisjoint(map(root, telling.sentence(voiced[0]).split()))


def is_given(number: Counted, others: tuple[Counted, ...]) -> bool:
    """Return whether one of *others* gives the value of *number* for what may be its thing."""
    same = (o for o in others if o.value == number.value)
    return any(not o.unit or (is_one_thing(number, o) and not in_two_roles(number, o)) for o in same)


def is_framed(one: Counted, other: Counted) -> bool:
    """Return whether two figures stand among nearly the same words, or beside one number of their thing."""
    return bool(one.thing == other.thing and one.beside & other.beside) or are_twins(one.near, other.near)


def are_only(one: Counted, other: Counted, pair: Pair) -> bool:
    """Return whether each article has one figure of the thing, in its text, and both are of one role.

    Without a role a measure, or a number of people, stands in like sentences; what is counted need not.
    """
    single = all(number.only and number.claim.section == "body" for number in (one, other))
    if not single:
        return False
    many = one.part or one.thing in word_set("comparisons", "several") or is_measure(one.claim)
    return is_one_role(one, other) or not many or pair.tells(common_words(one.claim, other.claim, pair))


def common_words(one: Claim, other: Claim, pair: Pair) -> frozenset[str]:
    """Return the telling words that the sentences of two figures have in common, their unit left out."""
    first, second = pair.passage(side_of(one)), pair.passage(side_of(other))
    return (first.roots & second.roots) - roots(one.unit) if first and second else frozenset()


def is_like(one: Counted, other: Counted, pair: Pair) -> bool:
    """Return whether two figures may be held against each other: like with like only.

    Both are the whole or both a part of something, per the same unit, of one time, both of what is asked for
    or neither; shares are of one whole, people are counted for one thing that befell them or that they do.
    """
    first, second = one.claim, other.claim
    where = [(f.claim.article_id, f.claim.sentence_start, f.thing) for f in (one, other)]
    roles = in_two_roles(one, other) and where[0] != where[1]  # "800 selon A, 2500 selon B"
    named = (roots(f.claim.unit) & roots(f.claim.text) for f in (one, other))
    parts = one.part != other.part and (not pair.alone or all(named))  # "dix des vingt élus, ou neuf"
    spans = bool(one.since and other.since) and one.since != other.since
    if spans or parts or (one.stages ^ other.stages) - RAISED or roles:
        return False
    if first.per != second.per or (first.change != second.change and not is_one_role(one, other)):
        return False
    owners = [{name for name in claim.owner if name[:1].isupper()} for claim in (first, second)]
    if (pair.alone or not pair.named) and all(owners) and owners[0].isdisjoint(owners[1]):
        return False  # two firms
    told = pair.named or bool(common_words(first, second, pair))
    return told and is_on_one(one, other, pair) and is_one_time(one, other, pair)


def is_one_role(one: Counted, other: Counted) -> bool:
    """Return whether two figures are known to be one thing in their matter, by whatever nouns."""
    return bool(one.role) and one.role == other.role


def in_two_roles(one: Counted, other: Counted) -> bool:
    """Return whether two figures have two roles, or one of them none and another thing; all people differ."""
    one_thing = one.thing == other.thing and one.thing not in word_set("comparisons", "several", "people")
    measured = is_measure(one.claim) and is_measure(other.claim)
    return one.role != other.role and bool((one.role and other.role) or not (measured or one_thing))


def is_on_one(one: Counted, other: Counted, pair: Pair) -> bool:
    """Return whether the sentences of two measures are on one thing, in one article on one matter."""
    if not (is_measure(one.claim) and is_measure(other.claim)) or one.stages - RAISED:
        return True
    if is_one_role(one, other):
        return True
    known = roots(" ".join(load_lexicon("comparisons")["noughts"])) if one.role or other.role else set()
    least = TELLING if pair.alone or is_framed(one, other) else TOLD
    return pair.weight(common_words(one.claim, other.claim, pair) - known) > least


def is_one_time(one: Counted, other: Counted, pair: Pair) -> bool:
    """Return whether two figures are of one time: counts of some days, measures of a year."""
    people = kind_of(one.unit) == "people" == kind_of(other.unit)
    yearly = people and any(f.latest and f.latest[1] - f.latest[0] >= YEAR - 2 for f in (one, other))
    measured = is_measure(one.claim) or is_measure(other.claim)
    least = YEAR if measured and not yearly else STORY  # "six personnes ont péri en 2023"
    days = []
    for claim, latest in ((one.claim, one.latest), (other.claim, other.latest)):
        about, today = days_of(claim.about), told_on(claim.article_id, pair.published)
        if not about and latest and not (today and latest[1] >= today[0]):
            about = latest
        days.append(about or days_of(claim.said_on) or today)
    return not (days[0] and days[1] and gap(days[0], days[1]) > least)


def are_of_two_days(one: Counted, other: Counted) -> bool:
    """Return whether each figure is of a day of its own: "90 selon l'un mardi, 150 selon l'autre jeudi".

    Of the dead and the saved any day of the sentence is: "six ont péri dans le naufrage survenu jeudi".
    """
    first, second = (
        days_of(f.claim.about) or (f.latest if f.role in word_set("comparisons", "tolls") else None)
        for f in (one, other)
    )
    return bool(first and second and gap(first, second) > 0)


def are_apart(one: Counted, other: Counted) -> bool:
    """Return whether no number fits both figures, and one is not many times the other."""
    low, high = sorted((one, other), key=lambda figure: figure.low)
    rounded = is_rounded(one.claim, other.claim) or is_rounded(other.claim, one.claim)
    return low.high < high.low and ratio(one.claim, other.claim) <= FACTOR and not rounded


def is_later(one: Counted, other: Counted, pair: Pair) -> bool:
    """Return whether the article of *one* is the later; of one day, or unknown days, the larger number is."""
    days = [told_on(figure.claim.article_id, pair.published) for figure in (one, other)]
    first, second = (day[0] if day and all(days) else 0 for day in days)
    return (first, one.low) > (second, other.low)


def is_one_thing(one: Counted, other: Counted) -> bool:
    """Return whether two figures count one thing, as far as their nouns say it; of people, whom it befell."""
    units = (one.unit, other.unit)
    if not all(units):
        return bool(one.role or one.named & other.near or other.named & one.near)
    if one.role and all(unit in word_set("comparisons", "people", "humans") for unit in units):
        crew = one.role == "aboard" and any(  # "340 personnes, dont 312 passagers"
            sum(unit in word_set("comparisons", sort) for unit in units) == 1
            for sort in ("anybody", "passengers")
        )
        return sort_of(units[0]) == sort_of(units[1]) and not crew
    if set(units) & word_set("comparisons", "anybody"):
        return one.thing == other.thing and are_twins(one.near, other.near)
    return one.thing == other.thing or bool(roots(one.claim.unit) & roots(other.claim.unit))


def mechanism(first: Counted, second: Counted, pair: Pair, *, one: bool) -> str:
    """Return in what way the figures differ: by day, or plainly; *one* voice gives another later.

    How many died, are missing or were saved is counted anew from day to day.
    """
    money = kind_of(first.unit) == "money"  # a sum is given for years, and told of on any day
    days, known = (
        days_of(f.claim.about) if f.claim.about and not money else told_on(f.claim.article_id, pair.published)
        for f in (first, second)
    )
    tolls = first.role == second.role and first.role in word_set("comparisons", "tolls")
    if not (days and known):
        return "revision" if (one or tolls) and first.latest != second.latest else "figure"
    least = 0 if tolls else STORY if money and not one else MEANWHILE
    return "revision" if gap(days, known) > least else "figure"
