"""Records as tidy, typed DataFrames: one row a record, its id in the index, every column documented.

A day stands as ``day`` and ``day_end`` (its first and last possible day), ``edtf`` (the date as the source
gives it, ISO 8601-2) and ``when`` (in words). ``evidence`` holds the anchors of the sentences that carry a
record, in the order of ``source``; ``permalink`` leads to it from the top of the book.
"""

from collections import defaultdict
from collections.abc import Callable, Sequence
from typing import Any

import pandas as pd

from dossier.frames.columns import BETWEEN, Columns, Desk, build_frame, rows_of, unrepeated
from dossier.frames.records import (
    ARTICLES,
    CLAIMS,
    DISCREPANCIES,
    EVENTS,
    QUOTATIONS,
    RESPONSES,
    STATEMENTS,
    identity_of,
)
from dossier.records import Article, Discrepancy
from dossier.view import Record, View, by_gravity, figure_of

_LAID = ("quotations", "claims", "responses")
COLUMNS: dict[str, Columns] = {
    "articles": ARTICLES,
    "claims": CLAIMS,
    "discrepancies": DISCREPANCIES,
    "events": EVENTS,
    "passages": EVENTS,
    "quotations": QUOTATIONS,
    "responses": RESPONSES,
    "statements": STATEMENTS,
}


def events_frame(view: View) -> pd.DataFrame:
    """Return every event once."""
    return _made(view, view.events, EVENTS, "event_id", lambda event: event.event_id)


def passages_frame(view: View) -> pd.DataFrame:
    """Return what the sources date and no kind of event fits."""
    return _made(view, view.passages, EVENTS, "passage_id", lambda event: event.event_id)


def claims_frame(view: View) -> pd.DataFrame:
    """Return every figure that somebody claims, in the order of the days."""
    rows = sorted((c for c in view.analysis.claims if figure_of(c)), key=view.order)
    return _made(view, rows, CLAIMS, "claim_id", lambda claim: claim.claim_id)


def responses_frame(view: View) -> pd.DataFrame:
    """Return who denies, does not answer or does not confirm."""
    rows = sorted((c for c in view.analysis.claims if not figure_of(c)), key=view.order)
    return _made(view, rows, RESPONSES, "response_id", lambda claim: claim.claim_id)


def quotations_frame(view: View) -> pd.DataFrame:
    """Return the words laid to a speaker."""
    return _made(view, view.analysis.quotations, QUOTATIONS, "quotation_id", lambda row: row.quotation_id)


def discrepancies_frame(view: View) -> pd.DataFrame:
    """Return where the sources disagree, gravest first."""
    rows: list[Discrepancy] = by_gravity(view.analysis.discrepancies)
    return _made(view, rows, DISCREPANCIES, "discrepancy_id", lambda row: row.discrepancy_id)


def articles_frame(view: View) -> pd.DataFrame:
    """Return the articles, refused ones too."""
    rows: Sequence[Article] = view.analysis.articles
    return _made(view, rows, ARTICLES, "article_id", lambda article: article.article_id)


def statements_frame(view: View) -> pd.DataFrame:
    """Return all that the sources state, whatever it is: one row for each passage that carries a record."""
    rows: list[Record] = [*view.analysis.events, *view.analysis.claims, *view.analysis.quotations]
    rows.sort(key=lambda row: (row.article_id, row.start, row.end))
    return _made(view, rows, STATEMENTS, "statement_id", identity_of)


def sources_frame(view: View) -> pd.DataFrame:
    """Return who speaks: one row for each speaker or claimant, with how much is laid to them."""
    rows: dict[str, dict[str, int]] = defaultdict(lambda: dict.fromkeys((*_LAID, "words"), 0))
    for kind, frame in zip(_LAID, (quotations_frame, claims_frame, responses_frame), strict=True):
        for row in rows_of(frame(view)):
            name = row.speaker if kind == "quotations" else row.claimant
            rows[name][kind] += 1
            rows[name]["words"] += row.words if kind == "quotations" else 0
    named = {name: counts for name, counts in sorted(rows.items()) if name}
    table = pd.DataFrame.from_dict(named, orient="index", columns=[*_LAID, "words"])
    return table.rename_axis("source").astype("int64").sort_values("words", ascending=False, kind="stable")


def _made(
    view: View, rows: Sequence[Any], columns: Columns, index: str, identity: Callable[[Any], str]
) -> pd.DataFrame:
    return build_frame(Desk(view), rows, columns, index, map(identity, rows))
