"""The second phase: publication dates, resolved records, and what only several articles together can tell."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any, Protocol

from dossier.assessments import assess
from dossier.dates import infer_publications, resolve
from dossier.disagreements import (
    Telling,
    build_origins,
    candidates,
    compare_tellings,
    context_span,
    find_credits,
    find_discrepancies,
    find_reuse,
    telling_of,
)
from dossier.events import link_mentions
from dossier.investigation import Investigation
from dossier.pipeline.readings import Readings, count_on_stderr, failure
from dossier.records import Article, Claim, Mention, Published, Quotation, Reading, TimeExpression
from dossier.review import Decision, Ruling, apply_decisions, reviews_of, settle


class Sink(Protocol):
    """Takes the rows of the tables, each table in its own order."""

    def add(self, table: str, rows: Iterable[Any]) -> None:
        """Take *rows* of *table*."""


@dataclass(slots=True)
class Compared:
    """What is kept of every article, because it is compared with the others."""

    mentions: list[Mention] = field(default_factory=list)
    claims: list[Claim] = field(default_factory=list)
    contexts: dict[str, str] = field(default_factory=dict)  # the sentence of each claim
    wrong_days: list[TimeExpression] = field(default_factory=list)
    quotations: list[Quotation] = field(default_factory=list)
    credits: dict[str, frozenset[str]] = field(default_factory=dict)  # the agencies each article credits
    tellings: dict[str, Telling] = field(default_factory=dict)
    rulings: list[Ruling] = field(default_factory=list)

    def take(self, reading: Reading, decisions: Sequence[Decision]) -> Reading:
        """Keep what *reading* has to compare, as *decisions* leave it; return it so."""
        text = reading.article.text
        mentions, on_mentions = apply_decisions(reading.mentions, decisions, text)
        claims, on_claims = apply_decisions(reading.claims, decisions, text)
        quotations, on_quotations = apply_decisions(reading.quotations, decisions, text)
        self.rulings += (*on_mentions, *on_claims, *on_quotations)
        self.mentions += mentions
        self.claims += claims
        self.quotations += (replace(quotation, text="") for quotation in quotations)
        self.credits[reading.article.article_id] = find_credits(reading.article)
        self.contexts |= {c.claim_id: text[slice(*context_span(c))] for c in claims}
        self.wrong_days += (e for e in reading.expressions if e.calendar_check == "disagrees")
        left = {claim.claim_id for claim in claims}
        statements = (s if s.claim_id in left else replace(s, claim_id="") for s in reading.statements)
        decided = replace(reading, quotations=quotations, statements=tuple(statements))
        self.tellings[reading.article.article_id] = telling_of(decided, claims, quotations)
        return decided


def compare(
    readings: Readings,
    investigation: Investigation,
    sink: Sink,
    *,
    decisions: Sequence[Decision] = (),
    progress: bool = False,
) -> None:
    """Hand every row of every table to *sink*.

    Dates, quotations and sentences pass through one article at a time; events, claims, and of quotations all
    but their words, are kept.
    *decisions* are applied before anything is compared, and those on discrepancies after.
    """
    published, kept = infer_publications(map(_dates_alone, readings)), Compared()
    for reading in count_on_stderr(_resolved(readings, published), "comparing", len(readings), show=progress):
        article_id = reading.article.article_id
        sink.add("dates", reading.expressions)
        sink.add("sentences", ((article_id, start, end) for start, end in reading.sentences))
        if reading.faults:
            readings.warn(article_id, reading.faults)
        decided = kept.take(reading, decisions)
        sink.add("statements", decided.statements)
        sink.add("quotations", decided.quotations)
    mentions = link_mentions(kept.mentions, investigation)
    tellings = kept.tellings
    pairs = candidates({article_id: telling.names for article_id, telling in tellings.items()})
    found = find_discrepancies(
        mentions,
        kept.claims,
        expressions=kept.wrong_days,
        contexts=kept.contexts,
        differences=(
            difference
            for one, other, sure in pairs
            for difference in compare_tellings(tellings[one], tellings[other], published, sure=sure)
        ),
        published=published,
        investigation=investigation,
    )
    discrepancies, on_discrepancies = apply_decisions(found, decisions)
    rulings = settle(decisions, (*kept.rulings, *on_discrepancies))
    reuse = find_reuse(reading.article for reading in readings)
    assessments = assess(
        mentions,
        kept.claims,
        kept.quotations,
        discrepancies,
        origins=build_origins(reuse, kept.credits),
        reviews=reviews_of(rulings),
        borrowing={article_id for article_id, day in published.items() if day.basis == "inferred"},
    )
    sink.add("articles", [_dated(article, published) for article in readings.articles])
    sink.add("events", mentions)
    sink.add("claims", kept.claims)
    sink.add("discrepancies", discrepancies)
    sink.add("reuse", reuse)
    sink.add("assessments", assessments)
    sink.add("rulings", rulings)


def _dates_alone(reading: Reading) -> Reading:
    """Return what publication dates are inferred from: text, sentences and temporal expressions."""
    return replace(
        reading, quantities=(), attributions=(), mentions=(), claims=(), quotations=(), statements=()
    )


def _dated(article: Article, published: Mapping[str, Published]) -> Article:
    return replace(article, published=published.get(article.article_id, article.published))


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
