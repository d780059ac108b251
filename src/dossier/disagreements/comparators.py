"""All comparators, each applied to every two articles on one matter and to each article by itself."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from dossier.disagreements.answers import find_answers, find_denied
from dossier.disagreements.beginnings import find_beginnings
from dossier.disagreements.days import find_days, find_steps
from dossier.disagreements.differences import Difference
from dossier.disagreements.facets import find_causes, find_states, find_suspicions
from dossier.disagreements.measures import find_measures
from dossier.disagreements.numbers import find_headings, find_numbers
from dossier.disagreements.tellings import Telling, related
from dossier.disagreements.utterances import find_utterances
from dossier.disagreements.weekdays import find_weekdays
from dossier.records import Published

TIMELESS = (
    find_utterances,
    find_weekdays,
    find_answers,
    find_denied,
    find_days,
    find_suspicions,
    find_causes,
    find_measures,
    find_headings,
)
TIMED = (find_beginnings, find_steps, find_states, find_numbers)  # they ask for the days of the articles


def compare_tellings(
    tellings: Mapping[str, Telling], published: Mapping[str, Published]
) -> Iterator[Difference]:
    """Yield what the comparators find between articles on one matter, and within each."""
    for one, other in related(tellings):
        for compare in TIMELESS:
            yield from compare(one, other)
        for compare_timed in TIMED:
            yield from compare_timed(one, other, published)
