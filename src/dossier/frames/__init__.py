"""Records as tidy, typed DataFrames: one row a record, its id in the index, every column documented.

A day stands as ``day`` and ``day_end`` (its first and last possible day), ``edtf`` (the date as the source
gives it, ISO 8601-2) and ``when`` (in words). ``evidence`` holds the anchors of the sentences that carry a
record, in the order of ``source``; ``permalink`` leads to it from the top of the book.
"""

from collections import defaultdict
from collections.abc import Callable, Sequence
from typing import Any

import pandas as pd

from dossier.frames.columns import BETWEEN, INEXACT, Columns, build_frame, columns_of, rows_of, unrepeated
from dossier.view import Record, View, figure_of

_LAID = ("quotations", "claims", "responses")


def _stated(view: View) -> list[Record]:
    rows: list[Record] = [*view.mentions, *view.analysis.claims, *view.analysis.quotations]
    return sorted(rows, key=lambda row: (row.article_id, row.start, row.end))


# Of each frame, by its name: what its index is called, and its rows in their order.
_ROWS: dict[str, tuple[str, Callable[[View], Sequence[Any]]]] = {
    "articles": ("article_id", lambda view: [view.articles[name] for name in view.names]),
    "claims": ("claim_id", lambda v: sorted(filter(figure_of, v.analysis.claims), key=v.order)),
    "discrepancies": ("discrepancy_id", lambda view: view.differences),
    "events": ("event_id", lambda view: view.events),
    "passages": ("passage_id", lambda view: view.passages),
    "quotations": ("quotation_id", lambda view: view.analysis.quotations),
    "responses": (
        "response_id",
        lambda v: sorted((c for c in v.analysis.claims if not figure_of(c)), key=v.order),
    ),
    "statements": ("statement_id", _stated),
}
COLUMNS: dict[str, Columns] = {name: columns_of("events" if name == "passages" else name) for name in _ROWS}


def build(name: str, view: View) -> pd.DataFrame:
    """Return the frame *name*, one of `COLUMNS`."""
    table = build_frame(view, rows(name, view), COLUMNS[name], _ROWS[name][0])
    table.attrs["unasked"] = view.unasked
    return table


def rows(name: str, view: View) -> Sequence[Any]:
    """Return the records that are the rows of the frame *name*, in their order."""
    return _ROWS[name][1](view)


def sources_frame(view: View) -> pd.DataFrame:
    """Return who speaks: one row for each speaker or claimant, with how much is laid to them."""
    rows: dict[str, dict[str, int]] = defaultdict(lambda: dict.fromkeys((*_LAID, "words"), 0))
    for kind in _LAID:
        for row in rows_of(build(kind, view)):
            name = row.speaker if kind == "quotations" else row.claimant
            rows[name][kind] += 1
            rows[name]["words"] += row.words + row.around if kind == "quotations" else 0
    named = {name: counts for name, counts in sorted(rows.items()) if name}
    table = pd.DataFrame.from_dict(named, orient="index", columns=[*_LAID, "words"])
    return table.rename_axis("source").astype("int64").sort_values("words", ascending=False, kind="stable")
