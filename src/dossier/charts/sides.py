"""The key of sides below a figure."""

from __future__ import annotations

from collections.abc import Iterable

from matplotlib.figure import Figure
from matplotlib.lines import Line2D

from dossier.charts.palette import LIGHT, MARKERS, side_name
from dossier.view import View


def add_sides(chart: Figure, view: View, numbers: Iterable[int]) -> None:
    """Add to *chart* which colour and mark stands for which side, for the sides that occur in it."""
    used = sorted(set(numbers), key=lambda number: (number == 0, number))
    if used in ([], [0]):
        return
    colours = [(MARKERS[number % len(MARKERS)], LIGHT[side_name(number)]) for number in used]
    marks = [Line2D([], [], linestyle="none", marker=marker, color=colour) for marker, colour in colours]
    names = [view.sides[number - 1] if number else "No side, or several" for number in used]
    chart.legend(
        marks, names, loc="outside lower center", ncols=4, frameon=False, fontsize=9, handletextpad=0.2
    )
