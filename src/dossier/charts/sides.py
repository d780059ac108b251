"""The sides in a frame, and the key below a figure."""

from collections.abc import Callable, Iterable
from typing import Any

import pandas as pd

from dossier.charts.form import MARKERS, side_name
from dossier.charts.sheet import Sheet
from dossier.i18n import N_, _

NO_SIDE = N_("No side, or several")
Draw = Callable[[float, float], None]  # draws a mark of the key at a place


def side_names(frame: pd.DataFrame) -> tuple[str, ...]:
    """Return the sides that rows of *frame* can be on, in the order of the investigation."""
    column: Any = frame["side"] if "side" in frame else pd.Series(dtype="category")
    found = column.cat.categories if hasattr(column, "cat") else column.dropna().unique()
    return tuple(map(str, found))


def side_number(names: tuple[str, ...], side: object) -> int:
    """Return the number of *side*, from 1; 0 where it is none of *names*."""
    return names.index(side) + 1 if isinstance(side, str) and side in names else 0


def mark_side(sheet: Sheet, place: tuple[float, float], number: int) -> None:
    """Draw the mark of side *number*."""
    sheet.mark(place, MARKERS[number % len(MARKERS)], side_name(number), size=sheet.form.size * 0.62)


def write_key(sheet: Sheet, entries: Iterable[tuple[str, Draw]]) -> None:
    """Write what the marks of a figure mean, in as many lines as it takes."""
    x = sheet.left
    for words, draw in entries:
        told = sheet.cut(words, sheet.right - sheet.left - 0.3)
        wide = sheet.width(told, small=True) + 0.38
        if x > sheet.left and x + wide > sheet.right:
            x, sheet.y = sheet.left, sheet.y + sheet.line + 0.03
        draw(x + 0.07, sheet.y + sheet.line / 2)
        sheet.write((x + 0.17, sheet.y), told, small=True, colour="muted")
        x += wide
    if x > sheet.left:
        sheet.y += sheet.line


def side_key(sheet: Sheet, names: tuple[str, ...], numbers: Iterable[int]) -> list[tuple[str, Draw]]:
    """Return the entries of the key for the sides that occur, none where there is but one kind of row."""
    used = sorted(set(numbers), key=lambda number: (number == 0, number))
    if used in ([], [0]):
        return []

    def drawn(number: int) -> Draw:
        return lambda x, y: mark_side(sheet, (x, y), number)

    return [(names[number - 1] if number else _(NO_SIDE), drawn(number)) for number in used]
