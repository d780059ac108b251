"""All comparators, applied to two articles on one matter or to one by itself: tasks that need no others."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from dossier.disagreements.answers import find_answers, find_denied
from dossier.disagreements.beginnings import find_beginnings
from dossier.disagreements.corrections import find_corrections
from dossier.disagreements.days import find_days, find_steps
from dossier.disagreements.differences import Difference
from dossier.disagreements.facets import find_causes, find_states, find_suspicions
from dossier.disagreements.measures import find_measures
from dossier.disagreements.numbers import find_headings, find_numbers
from dossier.disagreements.tellings import Telling, is_alike
from dossier.disagreements.utterances import find_utterances
from dossier.disagreements.weekdays import find_weekdays
from dossier.records import Published

TIMELESS = (
    find_utterances,
    find_answers,
    find_denied,
    find_suspicions,
    find_causes,
    find_corrections,
    find_measures,
    find_headings,
)
TIMED = (
    find_weekdays,
    find_days,
    find_beginnings,
    find_steps,
    find_states,
    find_numbers,
)  # they ask for the days of the articles


def compare_tellings(
    one: Telling, other: Telling, published: Mapping[str, Published], *, sure: bool = True
) -> Iterator[Difference]:
    """Yield what the comparators find between two articles, or within one.

    *published* holds the days of the two; not *sure*, they are compared only if their words are alike too.
    """
    if not sure and not is_alike(one, other):
        return
    for compare in TIMELESS:
        yield from compare(one, other)
    for compare_timed in TIMED:
        yield from compare_timed(one, other, published)
