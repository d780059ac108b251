"""The sides in a frame, and their key below a figure."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import pandas as pd
from matplotlib.figure import Figure
from matplotlib.lines import Line2D

from dossier.charts.palette import LIGHT, MARKERS, side_name


def side_names(frame: pd.DataFrame) -> tuple[str, ...]:
    """Return the sides that rows of *frame* can be on, in the order of the investigation."""
    column: Any = frame["side"] if "side" in frame else pd.Series(dtype="category")
    found = column.cat.categories if hasattr(column, "cat") else column.dropna().unique()
    return tuple(map(str, found))


def side_number(names: tuple[str, ...], side: object) -> int:
    """Return the number of *side*, from 1; 0 where it is none of *names*."""
    return names.index(side) + 1 if isinstance(side, str) and side in names else 0


def add_sides(chart: Figure, names: tuple[str, ...], numbers: Iterable[int]) -> None:
    """Add to *chart* which colour and mark stands for which side, for the sides that occur in it."""
    used = sorted(set(numbers), key=lambda number: (number == 0, number))
    if used in ([], [0]):
        return
    colours = [(MARKERS[number % len(MARKERS)], LIGHT[side_name(number)]) for number in used]
    marks = [Line2D([], [], linestyle="none", marker=marker, color=colour) for marker, colour in colours]
    labels = [names[number - 1] if number else "No side, or several" for number in used]
    chart.legend(
        marks, labels, loc="outside lower center", ncols=4, frameon=False, fontsize=9, handletextpad=0.2
    )
