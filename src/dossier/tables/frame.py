"""A table for people: cells in words, and what a page has to know beside them."""

from collections.abc import Callable, Iterable, Sequence
from typing import Any

import pandas as pd

from dossier.i18n import _
from dossier.view import Links

Columns = dict[str, Callable[[Any], Any]]
_LINKED = 8  # links in one cell


def few(links: Links, anchor: str) -> Links:
    """Return *links*; of many the first, and how many more *anchor* leads to."""
    more = len(links) - _LINKED
    return (*links[:_LINKED], (f"+{more}", anchor)) if more > 0 else links


def frame(
    records: Sequence[Any],
    ids: Iterable[str],
    columns: Columns,
    *,
    sort: Columns | None = None,
) -> pd.DataFrame:
    """Return a table of *records*; a column name may end in a mark: ``*`` French, ``!`` badge.

    The names are messages: the table has them in the language of the report.

    Where a column makes `Links`, the table holds their words and ``attrs`` the links.
    """
    columns = {_said(name): make for name, make in columns.items()}
    sort = {_said(name): make for name, make in (sort or {}).items()}
    cells = {name.rstrip("*!"): [make(record) for record in records] for name, make in columns.items()}
    links = {name: rows for name, rows in cells.items() if rows and isinstance(rows[0], tuple)}
    words = {name: [" ".join(text for text, _ in row) for row in rows] for name, rows in links.items()}
    table = pd.DataFrame({**cells, **words}, index=pd.Index(list(ids), name="id"))
    table.attrs["french"] = [name[:-1] for name in columns if name.endswith("*")]
    table.attrs["badges"] = [name[:-1] for name in columns if name.endswith("!")]
    table.attrs["links"] = links
    table.attrs["sort"] = {name: [make(record) for record in records] for name, make in sort.items()}
    return table


def _said(name: str) -> str:
    bare = name.rstrip("*!")
    return _(bare) + name[len(bare) :]
