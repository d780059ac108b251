"""Figures as points and ranges by the day they were claimed, each labelled with who claims it."""

from __future__ import annotations

from collections.abc import Sequence
from textwrap import shorten
from typing import Any

import pandas as pd
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.text import Text
from matplotlib.ticker import FuncFormatter, MaxNLocator

from dossier.charts.palette import LIGHT, MARKERS, side_name
from dossier.charts.sides import add_sides, side_names, side_number
from dossier.charts.svg import Drawing, draw, styled
from dossier.edtf import in_words, sort_key
from dossier.frames import BETWEEN, rows_of
from dossier.words import capital, count, listed, number

ROWS = 26


def choose_claims(frame: pd.DataFrame, limit: int = ROWS) -> list[Any]:
    """Return the rows of *frame* that the chart shows, by their day.

    Where there are too many, figures with a named claimant in body text come first.
    """
    rows = [row for row in rows_of(frame) if not (pd.isna(row.low) and pd.isna(row.high))]
    ranked = sorted(rows, key=lambda row: (not row.claimant, row.section != "body", -row.origins))
    kept = {row.Index for row in ranked[:limit]}
    return sorted((row for row in rows if row.Index in kept), key=lambda row: sort_key(row.edtf)[:2])


def describe_claims(frame: pd.DataFrame, limit: int = ROWS) -> str:
    """Return the alternative text: what the claims chart shows."""
    rows = choose_claims(frame, limit)
    if not rows:
        return "No figure was found."
    values = sorted(value for row in rows for value in known(row))
    named = listed(dict.fromkeys(f"{called(row)} ({row.figure})" for row in rows))
    span = f"from {number(values[0])} to {number(values[-1])}"
    shown = f"{len(rows)} of {len(frame)} figures" if len(rows) < len(frame) else count(len(rows), "figure")
    return f"{capital(shown)} {span}: {named}."


def known(row: Any) -> list[float]:
    """Return the ends of a figure that are given."""
    return [value for value in (row.low, row.high) if not pd.isna(value)]


def called(row: Any) -> str:
    """Return who claims a figure."""
    return listed(row.claimant.split(BETWEEN)) if row.claimant else "the newspaper itself"


@styled
def plot_claims(frame: pd.DataFrame, *, limit: int = ROWS) -> Drawing:
    """Draw each figure of *frame* in a row: a point, a range, or an arrow where only one end is claimed."""
    rows, names = choose_claims(frame, limit), side_names(frame)
    size = (8.2, 1.1 + 0.34 * max(len(rows), 1))
    chart = draw(describe_claims(frame, limit), empty=not rows, size=size)
    axes = chart.subplots()
    values = [value for row in rows for value in known(row)]
    top = max(values, default=1.0)
    logarithmic = bool(values) and top > 200 * max(min(values), 1)
    sides = [side_number(names, getattr(row, "side", "")) for row in rows]
    _dress(axes, rows, sides, top, logarithmic=logarithmic)
    labels = [
        _draw(axes, place, row, side, logarithmic=logarithmic)
        for place, (row, side) in enumerate(zip(rows, sides, strict=True))
    ]
    add_sides(chart, names, sides)
    _fit(chart, axes, labels)
    return chart


def _fit(chart: Figure, axes: Axes, labels: Sequence[Text]) -> None:
    """Widen the axis until every label stands within the figure."""
    for _ in range(12):
        chart.draw_without_rendering()
        if all(label.get_window_extent().x1 <= chart.bbox.x1 for label in labels):
            return
        low, high = axes.get_xlim()
        axes.set_xlim(low, high * (2 if axes.get_xscale() == "log" else 1.15))


def _dress(axes: Axes, rows: list[Any], sides: list[int], top: float, *, logarithmic: bool) -> None:
    if logarithmic:
        axes.set_xscale("log")
        axes.set_xlim(0.5, top * 4)
    else:
        axes.set_xlim(0, top * 1.4)
        axes.xaxis.set_major_locator(MaxNLocator(5))
    axes.set_xlabel("Number claimed" + (" (logarithmic scale)" if logarithmic else ""))
    axes.xaxis.set_major_formatter(FuncFormatter(lambda value, _: number(value)))
    axes.set_ylim(len(rows) - 0.4, -0.7)
    labels = [f"{shorten(called(row), 32, placeholder='…')} · {_day(row)}" for row in rows]
    axes.set_yticks(range(len(rows)), labels)
    for tick, side in zip(axes.get_yticklabels(), sides, strict=True):
        tick.set_color(LIGHT[side_name(side)])
    axes.tick_params(axis="y", length=0)
    axes.grid(axis="x", color=LIGHT["rule"], linewidth=0.7)
    axes.set_axisbelow(True)


def _day(row: Any) -> str:
    words = in_words(row.edtf, short=True)
    return f"by {words}" if words and row.day_of == "published" else words or "no day"


def _draw(axes: Axes, row: int, claim: Any, side: int, *, logarithmic: bool) -> Text:
    colour, marker = LIGHT[side_name(side)], MARKERS[side % len(MARKERS)]
    ends = known(claim)
    face = LIGHT["paper"] if claim.comparator in ("about", "vague") else colour
    right = max(ends)
    if len(ends) == 1:
        right = _arrow(axes, row, claim, colour, logarithmic=logarithmic)
    elif claim.comparator == "about":
        soft = [right * 0.95, right * 1.05]
        axes.plot(soft, [row, row], color=colour, linewidth=8, alpha=0.3, solid_capstyle="round")
    else:
        axes.plot(ends, [row, row], color=colour, linewidth=4, alpha=0.55)
    axes.plot(
        ends, [row] * len(ends), "none", marker=marker, color=colour, markerfacecolor=face, markersize=7.5
    )
    mark = {"deny": " – denied", "hypothetical": " – hypothetical"}.get(claim.stance, "")
    mark += " (conditional)" if claim.modality == "conditional" else ""
    place: dict[str, Any] = {
        "xytext": (10, 0),
        "textcoords": "offset points",
        "va": "center",
        "fontsize": 9.5,
    }
    label = axes.annotate(claim.figure + mark, (right, row), **place)
    label.set_in_layout(False)
    return label


def _arrow(axes: Axes, row: int, claim: Any, colour: str, *, logarithmic: bool) -> float:
    """Draw an arrow to where the figure is open and return how far the mark reaches to the right."""
    value, upwards = (claim.high, False) if pd.isna(claim.low) else (claim.low, True)
    step = axes.get_xlim()[1] * 0.08
    away = value * (2 if upwards else 0.5) if logarithmic else max(0.0, value + (step if upwards else -step))
    style = {"arrowstyle": "-|>", "color": colour, "linewidth": 1.6, "shrinkA": 0, "shrinkB": 0}
    axes.annotate("", (away, row), (value, row), arrowprops=style)
    return float(max(value, away))
