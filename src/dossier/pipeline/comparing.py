"""The second phase: publication dates, resolved records, and what only several articles together can tell."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from typing import Any, Protocol

from dossier.dates import infer_publications, resolve
from dossier.disagreements import find_discrepancies, find_reuse
from dossier.events import link_mentions
from dossier.investigation import Investigation
from dossier.pipeline.readings import Readings, failure
from dossier.records import Article, Claim, Mention, Published, Reading


class Sink(Protocol):
    """Takes the rows of the tables, each table in its own order."""

    def add(self, table: str, rows: Iterable[Any]) -> None:
        """Take *rows* of *table*."""


def compare(readings: Readings, investigation: Investigation, sink: Sink) -> None:
    """Hand every row of every table to *sink*.

    Dates, quotations and sentences pass through one article at a time; events and claims are kept, because
    they are compared across articles.
    """
    published = infer_publications(readings)
    mentions: list[Mention] = []
    claims: list[Claim] = []
    for resolved in _resolved(readings, published):
        article_id = resolved.article.article_id
        sink.add("dates", resolved.expressions)
        sink.add("quotations", resolved.quotations)
        sink.add("sentences", ((article_id, start, end) for start, end in resolved.sentences))
        mentions += resolved.mentions
        claims += resolved.claims
    linked = link_mentions(mentions, investigation)
    sink.add(
        "articles",
        (replace(a, published=published.get(a.article_id, a.published)) for a in readings.articles),
    )
    sink.add("events", linked)
    sink.add("claims", claims)
    sink.add("discrepancies", find_discrepancies(linked, claims))
    sink.add("reuse", find_reuse(_texts(readings)))


def _resolved(readings: Readings, published: Mapping[str, Published]) -> Iterator[Reading]:
    """Yield each reading with its dates worked out. A fault of ours costs one article, not the run."""
    for reading in readings:
        article_id = reading.article.article_id
        try:
            yield resolve(reading, published[article_id])
        except Exception as error:
            if os.environ.get("DOSSIER_DEBUG"):
                raise
            readings.refuse(article_id, failure(error))


def _texts(readings: Readings) -> Iterator[Article]:
    return (reading.article for reading in readings)
