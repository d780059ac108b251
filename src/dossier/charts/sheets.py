"""A figure of rows on as many sheets as its form asks for, each with its axis, its key and its words."""

from bisect import bisect_right
from collections.abc import Callable, Sequence
from itertools import accumulate
from typing import Any

from dossier.charts.form import Form
from dossier.charts.sheet import Sheet
from dossier.charts.svg import Drawing
from dossier.i18n import _

Groups = Sequence[tuple[str, Sequence[Any]]]  # rows below their headings


def draw_sheets(
    form: Form, groups: Groups, draw: Callable[[Sheet, Groups], None]
) -> list[tuple[Sheet, Groups]]:
    """Draw *groups* on as many sheets as the height of *form* asks for, about the same height on each.

    *draw* puts groups on a sheet and notes in its ``ends`` where each row ends. A sheet ends with a group
    where one ends near its foot.
    """
    sheet = Sheet(form)
    if groups:
        draw(sheet, groups)
    if sheet.height <= form.tall or len(sheet.ends) < 2:
        return [(sheet, groups)]
    below = sheet.height - sheet.ends[-1]
    room = min(form.tall - below, sheet.height / -(-sheet.height // form.tall))
    fitting = max(1, min(bisect_right(sheet.ends, room), len(sheet.ends) - 1))
    borders = accumulate(len(rows) for _heading, rows in groups)
    fitting = max((n for n in borders if n <= fitting and sheet.ends[n - 1] > room * 0.8), default=fitting)
    heads: list[tuple[str, Sequence[Any]]] = []
    rest: list[tuple[str, Sequence[Any]]] = []
    for heading, rows in groups:
        here = min(len(rows), fitting)
        fitting -= here
        if here:
            heads.append((heading, rows[:here]))
        if here < len(rows):
            told = _("{heading} (continued)", heading=_(heading)) if here and heading else heading
            rest.append((told, rows[here:]))
    return [*draw_sheets(form, heads, draw), *draw_sheets(form, rest, draw)]


def close_sheets(
    sheets: Sequence[tuple[Sheet, Groups]], alt: str, tell: Callable[[Groups], str], *, cut: str
) -> Drawing:
    """Return the finished figure: *alt* is the alternative text of the first sheet, *tell* that of others."""
    (sheet, groups), *rest = sheets
    drawing = sheet.close(alt, empty=not groups, cut=cut)
    drawing.more = tuple(sheet.close(tell(groups)) for sheet, groups in rest)
    return drawing
