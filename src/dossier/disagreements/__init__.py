"""Events, claims and responses compared across articles; passages that two articles share."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from dossier.disagreements.comparators import compare_tellings
from dossier.disagreements.differences import Difference, build_rows, new_rows, places_of
from dossier.disagreements.happenings import (
    find_date_conflicts,
    find_sequence_conflicts,
    group_events,
)
from dossier.disagreements.origins import build_origins, origins_of
from dossier.disagreements.properties import find_attribute_conflicts
from dossier.disagreements.questions import Given, find_split_answers, given_in
from dossier.disagreements.reuse import (
    Prints,
    Seeds,
    Words,
    compare_words,
    prints_of,
    read_words,
    shared_seeds,
)
from dossier.disagreements.stances import find_stance_conflicts
from dossier.disagreements.tellings import Telling, candidates, context_span, related_articles, telling_of
from dossier.disagreements.weekdays import find_calendar_errors
from dossier.disagreements.wording import Sources, bracketed
from dossier.investigation import Investigation
from dossier.records import Claim, Discrepancy, Mention, Published, TimeExpression, part_rows


def find_discrepancies(
    mentions: Iterable[Mention],
    claims: Iterable[Claim],
    *,
    expressions: Iterable[TimeExpression] = (),
    contexts: Mapping[str, str] | None = None,
    published: Mapping[str, Published] | None = None,
    given: Iterable[Given] = (),
    differences: Iterable[Difference] = (),
    investigation: Investigation,
) -> tuple[Discrepancy, ...]:
    """Return where the sources do not agree, by kind.

    *expressions*: those whose weekday and date may not fit; *contexts*: the sentence of each answer, by its
    claim_id; *published*: the day of each article, on which a claim was known that nobody dates; *given*:
    answers to the questions of the investigation; *differences*: what `compare_tellings` found, in the order
    of `candidates`. One article alone yields calendar errors.
    """
    mentions, claims, expressions = tuple(mentions), tuple(claims), tuple(expressions)
    differences = tuple(differences)
    given = tuple(given)
    groups: tuple[tuple[Mention | Claim | TimeExpression, ...], ...] = (mentions, claims, expressions)
    ends = (side for difference in differences for side in (difference.one, difference.other))
    sides = (*ends, *(entry.side for entry in given))
    short = bracketed(record.article_id for group in (*groups, sides) for record in group)
    borrowing = frozenset(name for name, day in (published or {}).items() if day.basis == "inferred")
    sources = Sources(short, investigation, borrowing)
    events = group_events(mentions)
    found = tuple(build_rows(differences, sources))
    joined = {record for row in found for record in row.records}
    rows = (
        *find_date_conflicts(events, sources),
        *find_attribute_conflicts(events, sources, investigation),
        *find_sequence_conflicts(events, sources, investigation),
        *find_stance_conflicts(dated(claims, published or {}), contexts or {}, sources, investigation),
        *find_split_answers(given, published or {}, sources, investigation),
        *(row for row in find_calendar_errors(expressions, sources) if row.subject not in joined),
    )
    places = places_of(differences, mentions, claims)
    whole = part_rows((*rows, *new_rows(found, rows, places)), "discrepancy_id", lambda row: row.records)
    return tuple({row.discrepancy_id: row for row in whole}.values())


def dated(claims: Iterable[Claim], published: Mapping[str, Published]) -> Iterator[Claim]:
    """Yield *claims*, those whose day of saying is unknown with the day of their article."""
    for claim in claims:
        day = published.get(claim.article_id, Published())
        yield claim if claim.said_on else replace(claim, said_on=day.day)
