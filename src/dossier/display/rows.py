"""A row of a table as people read it."""

from collections.abc import Mapping
from typing import Any

import pandas as pd

from dossier.display.cards import badge, kind_of
from dossier.display.elements import Element, Node, el
from dossier.display.place import Place

Attrs = Mapping[Any, Any]  # what `dossier.tables` tells about columns


def row_of(page: Place, table: pd.DataFrame, attrs: Attrs, columns: list[str], position: int) -> Element:
    """Return the row of *table* at *position*: its *columns*, linked and marked as *attrs* tell."""
    cells: list[Element] = []
    numbers = attrs.get("numbers", ())
    for column in columns:
        value: Any = table[column].iloc[position]
        sort = attrs["sort"].get(column)
        look = {
            "lang": "fr" if column in attrs["french"] else None,
            "data_sort": str(sort[position]) if sort else None,
            "class_": "dz-num" if column in numbers or not isinstance(value, str) else None,
        }
        content = _cell(page, str(value), attrs, column, position, lang=look["lang"])
        head = not cells
        cells.append(el("th" if head else "td", content, scope="row" if head else None, **look))
    return el("tr", cells, id=str(table.index[position]) if attrs.get("home") else None)


def _cell(
    page: Place, value: str, attrs: Attrs, column: str, position: int, *, lang: str | None
) -> list[Node]:
    if links := attrs["links"].get(column):
        linked = [page.link(text, anchor, lang=lang) for text, anchor in links[position]]
        return [node for link in linked for node in (link, " ")][:-1]
    if column in attrs["badges"]:
        mark = badge(kind_of(value), value) if value else None
        return [mark] if mark else []
    return [value] if lang else page.said(value)
