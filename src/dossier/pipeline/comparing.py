"""The second phase: publication dates, resolved records, and what only several articles together can tell."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial
from itertools import chain, islice
from typing import Any, TypeVar

import numpy as np

from dossier.assessments import assess
from dossier.dates import infer_publications
from dossier.disagreements import (
    Difference,
    build_origins,
    candidates,
    find_discrepancies,
    related_articles,
    shared_seeds,
)
from dossier.events import link_mentions
from dossier.i18n import _
from dossier.investigation import own_topics
from dossier.pipeline.engine import Engine
from dossier.pipeline.parts import Desk, Job, Pairs, Tables, compare_part, reuse_part, tell_part
from dossier.pipeline.readings import Readings, Told, count_on_stderr, shared
from dossier.records import Article, Published, Reuse, part_rows
from dossier.review import apply_decisions, reviews_of, rule_on_pairs, settle

PART = 64  # articles, or pairs of articles, that one task compares: all that it has in memory
Item = TypeVar("Item")
Candidate = tuple[str, str, float]  # two articles, and the share of their words that must be common


def keep(_: int, tables: Tables) -> Tables:
    """Return *tables*."""
    return tables


@dataclass(frozen=True, slots=True)
class Sink:
    """Takes the rows of the tables, each table in its own order: what ``pack`` made of each part, in turn.

    ``pack`` is given the number and the tables of a part, and travels to the workers.
    """

    take: Callable[[Any], None]
    pack: Callable[[int, Tables], Any] = keep


def compare(readings: Readings, job: Job, sink: Sink, engine: Engine, desk: Desk, *, progress: bool) -> None:
    """Hand every row of every table to *sink*.

    Dates, statements, claims, quotations and sentences go there part by part, as the workers made them, and
    articles are set against each other two by two; what is kept here of an article are its events and
    figures, its names, and hashes of its words.
    The decisions are applied before anything is compared, and those on discrepancies after.
    """
    investigation, decisions = job.investigation, job.decisions
    published = infer_publications(readings)
    told = _tell(readings, published, sink, engine, desk, progress=progress)
    pairs = list(candidates(told.names))
    mentions = link_mentions(told.mentions, investigation, related_articles(pairs))
    found = find_discrepancies(
        mentions,
        told.claims,
        expressions=told.wrong_days,
        contexts=told.contexts,
        given=told.given,
        differences=_differences(pairs, told, published, engine, desk),
        published=published,
        investigation=investigation,
    )
    faced, on_pairs = rule_on_pairs(decisions, told.facing)
    discrepancies, on_discrepancies = apply_decisions((*found, *faced), decisions)
    rulings = settle(decisions, (*told.rulings, *on_discrepancies, *on_pairs))
    reuse = _reuse(told, readings.keys, engine, desk)
    assessments = assess(
        mentions,
        told.claims,
        told.quotations,
        discrepancies,
        origins=build_origins(reuse, told.credits),
        reviews=reviews_of(rulings),
        asked=own_topics(investigation.topics),
        borrowing={article_id for article_id, day in published.items() if day.basis == "inferred"},
    )
    rest: Tables = {
        "articles": [_dated(article, published) for article in readings.articles.values()],
        "events": list(mentions),
        "discrepancies": list(discrepancies),
        "reuse": reuse,
        "assessments": list(assessments),
        "rulings": list(rulings),
    }
    sink.take(sink.pack(-1, rest))


def _tell(
    readings: Readings,
    published: Mapping[str, Published],
    sink: Sink,
    engine: Engine,
    desk: Desk,
    *,
    progress: bool,
) -> Told:
    """Return what the articles tell, each on its day, all parts together; their own rows go to *sink*."""
    entries = [(article_id, key, published[article_id]) for article_id, key in readings.keys.items()]
    parts = list(enumerate(parts_of(entries)))
    found: list[Told] = []
    with count_on_stderr(_("comparing"), len(entries), show=progress) as bar:
        for told in engine.run(partial(tell_part, desk, sink.pack, frozenset()), parts):
            found.append(told)
            bar.update(len(told.names) + len(told.failures))
    ids = [np.array(told.ids, np.uint64) for told in found]
    met = shared(ids)
    again = [part for part, own in zip(parts, ids, strict=True) if np.isin(own, met).any()]
    for (number, _part), told in zip(
        again, engine.run(partial(tell_part, desk, sink.pack, frozenset(met.tolist())), again), strict=True
    ):
        found[number] = told
    whole = Told()
    for told in found:
        whole.join(told)
        sink.take(told.tables)
    for article_id, reason in whole.failures.items():
        readings.refuse(article_id, reason)
    for article_id, faults in whole.faults.items():
        readings.warn(article_id, faults)
    return whole


def _differences(
    order: Sequence[Candidate], told: Told, published: Mapping[str, Published], engine: Engine, desk: Desk
) -> Iterator[Difference]:
    """Return what the comparators find, in the *order* of `candidates`."""
    parts = (_pairs(pairs, told, published) for pairs in parts_of(order))
    return chain.from_iterable(chain.from_iterable(engine.run(partial(compare_part, desk), parts)))


def _pairs(pairs: tuple[Candidate, ...], told: Told, published: Mapping[str, Published]) -> Pairs:
    named = dict.fromkeys(article_id for one, other, _ in pairs for article_id in (one, other))
    return Pairs(pairs, {name: told.keys[name] for name in named}, {name: published[name] for name in named})


def _reuse(told: Told, keys: Mapping[str, str], engine: Engine, desk: Desk) -> list[Reuse]:
    """Return the passages that two articles share, by articles and place."""
    names = tuple(told.prints)
    shared = shared_seeds(tuple(told.prints.values()))
    pairs = ((keys[names[one]], keys[names[other]], seeds) for (one, other), seeds in shared.items())
    found = engine.run(partial(reuse_part, desk), parts_of(pairs))
    rows = [row for part in found for rows in part for row in rows]
    return part_rows(rows, "reuse_id", lambda row: (row.article_a, row.article_b, row.start_a, row.start_b))


def parts_of(items: Iterable[Item], size: int = PART) -> Iterator[tuple[Item, ...]]:
    """Return *items* in parts of *size*: the same ones however many workers there are."""
    left = iter(items)
    return iter(lambda: tuple(islice(left, size)), ())


def _dated(article: Article, published: Mapping[str, Published]) -> Article:
    return replace(article, published=published.get(article.article_id, article.published))
