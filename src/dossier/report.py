"""The whole analysis as one object."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from pathlib import Path

from dossier.actors import build_registry
from dossier.corpus import read_folder
from dossier.dates import infer_publications, resolve
from dossier.disagreements import find_discrepancies, find_reuse
from dossier.events import link_mentions
from dossier.investigation import Investigation
from dossier.language import parse
from dossier.reading import read_article
from dossier.records import (
    Article,
    Assessment,
    Claim,
    Discrepancy,
    Mention,
    Quotation,
    Reading,
    Reuse,
    TimeExpression,
)


@dataclass(frozen=True, slots=True)
class Analysis:
    """Everything that the book and the data package are made from, rows in the order of the package."""

    investigation: Investigation
    articles: tuple[Article, ...]
    dates: tuple[TimeExpression, ...]
    events: tuple[Mention, ...]
    claims: tuple[Claim, ...]
    quotations: tuple[Quotation, ...]
    discrepancies: tuple[Discrepancy, ...] = ()
    reuse: tuple[Reuse, ...] = ()
    assessments: tuple[Assessment, ...] = ()
    sentences: tuple[tuple[str, int, int], ...] = ()


def read_corpus(articles: Iterable[Article], investigation: Investigation) -> list[Reading]:
    """Return the reading of each article that was not refused."""
    registry = build_registry(investigation)
    readable = (article for article in articles if article.status == "ok")
    return [read_article(parsed, investigation, registry) for parsed in parse(readable)]


def compare(
    articles: tuple[Article, ...], readings: list[Reading], investigation: Investigation
) -> Analysis:
    """Return the analysis of *readings*: dates resolved, events linked, sources compared."""
    published = infer_publications(readings)
    readings = [resolve(reading, published[reading.article.article_id]) for reading in readings]
    mentions = link_mentions(mention for reading in readings for mention in reading.mentions)
    claims = tuple(claim for reading in readings for claim in reading.claims)
    return Analysis(
        investigation=investigation,
        articles=tuple(
            replace(article, published=published.get(article.article_id, article.published))
            for article in articles
        ),
        dates=tuple(expression for reading in readings for expression in reading.expressions),
        events=mentions,
        claims=claims,
        quotations=tuple(quotation for reading in readings for quotation in reading.quotations),
        discrepancies=find_discrepancies(mentions, claims),
        reuse=find_reuse(articles),
        sentences=tuple(
            (reading.article.article_id, start, end)
            for reading in readings
            for start, end in reading.sentences
        ),
    )


def analyse(folder: Path, investigation: Investigation) -> Analysis:
    """Read the articles of *folder* and return their analysis."""
    articles = tuple(read_folder(folder))
    return compare(articles, read_corpus(articles, investigation), investigation)
