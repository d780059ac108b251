"""Tables that count or compare: who speaks, on what, and what the sources share."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

import pandas as pd

from dossier.records import Finding, Quotation
from dossier.tables.frame import Columns, frame
from dossier.view import Links, View, category_of, places, role_of, shared_places, speakers, words_of
from dossier.words import CATEGORIES


def _speaker(view: View) -> Columns:
    def link(row: tuple[tuple[str, ...], list[Quotation]]) -> Links:
        return ((view.called(row[0]), row[1][0].quotation_id),)

    return {"Speaker": link}


def speakers_table(view: View) -> pd.DataFrame:
    """Return who speaks, in what role, how often and with how many words."""
    rows = list(speakers(view).items())
    columns: Columns = {
        **_speaker(view),
        "Kind": lambda row: CATEGORIES[category_of(row[1])],
        "Role*": lambda row: role_of(row[1]),
        "Quotations": lambda row: len(row[1]),
        "Words": lambda row: words_of(row[1]),
        "Verbatim": lambda row: words_of(q for q in row[1] if q.kind != "indirect"),
        "Articles": lambda row: len({q.article_id for q in row[1]}),
        "Sources": lambda row: places(view, row[1]),
    }
    return frame(rows, (row[1][0].quotation_id for row in rows), columns)


def themes_table(view: View) -> pd.DataFrame:
    """Return how many words each speaker is quoted with on each theme; words on two themes count for both."""
    themes = {theme.key: theme.label for theme in view.analysis.investigation.themes} | {"": "Other"}
    rows = list(speakers(view).items())
    used = {key for _, quotations in rows for q in quotations for key in q.themes or ("",)}

    def column(key: str) -> Callable[[Any], int]:
        return lambda row: words_of(q for q in row[1] if key in (q.themes or ("",)))

    columns: Columns = {
        **_speaker(view),
        **{label: column(key) for key, label in themes.items() if key in used},
        "All words": lambda row: words_of(row[1]),
    }
    return frame(rows, (row[1][0].quotation_id for row in rows), columns)


def reuse_table(view: View) -> pd.DataFrame:
    """Return the passages that two articles share."""
    rows = view.analysis.reuse
    columns: Columns = {
        "Articles": lambda row: shared_places(view, row),
        "Shared words*": lambda row: row.text,
        "Words": lambda row: row.words,
        "Likeness": lambda row: f"{row.similarity:.0%}",
    }
    sort: Columns = {"Likeness": lambda row: row.similarity}
    table = frame(rows, (row.reuse_id for row in rows), columns, sort=sort)
    table.attrs["home"] = True
    return table


def origins_table(findings: Sequence[Finding]) -> pd.DataFrame:
    """Return on how many articles and independent origins each finding rests."""
    columns: Columns = {
        "Finding": lambda finding: ((finding.statement, finding.finding_id),),
        "Articles": lambda finding: finding.articles,
        "Independent origins": lambda finding: finding.origins,
    }
    return frame(findings, (finding.finding_id for finding in findings), columns)
