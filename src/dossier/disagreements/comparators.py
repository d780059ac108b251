"""All comparators, applied to two articles on one matter or to one by itself: tasks that need no others."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from itertools import chain

from dossier.disagreements.answers import find_answers, find_denied
from dossier.disagreements.clauses import find_clauses
from dossier.disagreements.contraries import find_contraries
from dossier.disagreements.days import borrowing, find_days
from dossier.disagreements.differences import MECHANISMS, NUMBERS, Difference
from dossier.disagreements.milestones import find_milestones
from dossier.disagreements.numbers import find_numbers
from dossier.disagreements.passages import Known, Pair
from dossier.disagreements.phases import find_orders, find_phases, find_steps
from dossier.disagreements.slots import find_slots
from dossier.disagreements.tellings import Telling, is_alike
from dossier.disagreements.utterances import find_utterances
from dossier.disagreements.weekdays import find_weekdays
from dossier.disagreements.wording import in_full

SEVERAL = (*NUMBERS, "revision")  # of which two sentences may hold several
ANY, TWO, JOINED = "any", "two", "joined"  # an article with itself too; two; two that share a name
COMPARATORS: tuple[tuple[str, Callable[[Pair], Iterator[Difference]]], ...] = (
    (TWO, find_utterances),
    (ANY, find_weekdays),
    (JOINED, find_answers),
    (ANY, find_denied),
    (ANY, find_clauses),
    (JOINED, find_slots),
    (JOINED, find_contraries),
    (ANY, find_milestones),
    (JOINED, find_days),
    (TWO, find_orders),
    (JOINED, find_phases),
    (JOINED, find_steps),
    (ANY, find_numbers),
)


def compare_tellings(
    one: Telling, other: Telling, published: Known, *, least: float = 0
) -> Iterator[Difference]:
    """Yield what the comparators find between two articles, or within one.

    *published* holds the days of the two; they are compared only if *least* of their words are alike.
    """
    if least and not is_alike(one, other, least):
        return
    pair = Pair(borrowing(one, other, published), borrowing(other, one, published), published)
    fit = {ANY} | ({TWO} if not pair.alone else set()) | ({JOINED} if pair.joined else set())
    told: set[tuple[tuple[str, int], ...]] = set()
    for difference in chain.from_iterable(find(pair) for which, find in COMPARATORS if which in fit):
        ends = tuple(
            sorted((s.article_id, s.sentence) for s in (difference.one, difference.other) if s.sentence >= 0)
        )
        if (difference.mechanism == "claimants" or len(set(ends)) == len(ends)) and ends not in told:
            told |= {ends} - {()} if difference.mechanism not in SEVERAL else set()
            yield _in_full(difference, pair)


def _in_full(difference: Difference, pair: Pair) -> Difference:
    """Return *difference*, where it is one of what is said or done, with the words that this needs."""
    if MECHANISMS[difference.mechanism].kind not in ("stance", "attribute", "sequence"):
        return difference
    one, other = (
        replace(side, words=in_full(side.words, passage.text)) if (passage := pair.passage(side)) else side
        for side in (difference.one, difference.other)
    )
    return replace(difference, one=one, other=other)
