"""All comparators, applied to two articles on one matter or to one by itself: tasks that need no others."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from dossier.disagreements.answers import find_answers, find_denied
from dossier.disagreements.clauses import find_clauses
from dossier.disagreements.corrections import find_corrections
from dossier.disagreements.days import find_days
from dossier.disagreements.differences import Difference
from dossier.disagreements.facets import find_properties
from dossier.disagreements.judging import judge
from dossier.disagreements.numbers import find_numbers
from dossier.disagreements.passages import Pair, Proposal
from dossier.disagreements.tellings import Telling, is_alike
from dossier.disagreements.utterances import find_utterances
from dossier.disagreements.weekdays import find_weekdays
from dossier.records import Published


def compare_tellings(
    one: Telling, other: Telling, published: Mapping[str, Published], *, sure: bool = True
) -> Iterator[Difference]:
    """Yield what the comparators find between two articles, or within one.

    *published* holds the days of the two; not *sure*, they are compared only if their words are alike too.
    """
    if not sure and not is_alike(one, other):
        return
    pair = Pair(one, other)
    yield from find_utterances(one, other)
    yield from find_corrections(one, other)
    yield from find_weekdays(one, other, published)
    yield from judge(pair, propose(pair, published))


def propose(pair: Pair, published: Mapping[str, Published]) -> Iterator[Proposal]:
    """Yield all that may differ between the articles of *pair*: most of it does not."""
    yield from find_answers(pair)
    yield from find_denied(pair)
    yield from find_clauses(pair, published)
    yield from find_properties(pair)
    yield from find_days(pair, published)
    yield from find_numbers(pair, published)
