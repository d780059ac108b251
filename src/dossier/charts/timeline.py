"""Events on a date axis, the path of the central topic in a lane of its own."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from statistics import median
from textwrap import shorten
from typing import Any

import matplotlib.dates as mdates
import pandas as pd
from matplotlib.axes import Axes

from dossier.charts.palette import LIGHT
from dossier.charts.svg import Drawing, draw, styled
from dossier.edtf import bounds, in_words, sort_key
from dossier.frames import BETWEEN, rows_of
from dossier.words import count, listed

ROWS = 28  # more would make a figure longer than a page


def choose_events(frame: pd.DataFrame, limit: int = ROWS) -> tuple[list[Any], list[Any]]:
    """Return the path and the other events of *frame* that the figure shows, each by date.

    Where there are too many, disputed and best attested events come first.
    """
    dated = [row for row in rows_of(frame) if all(bounds(row.edtf))]
    path = sorted((row for row in dated if row.step), key=lambda row: row.step)
    rest = [row for row in dated if not row.step]
    ranked = sorted(rest, key=lambda row: (not row.disputed, -row.origins, -row.articles))
    kept = {row.Index for row in ranked[: max(0, limit - len(path))]}
    return path, sorted((row for row in rest if row.Index in kept), key=lambda row: sort_key(row.edtf)[:2])


def describe_timeline(frame: pd.DataFrame, limit: int = ROWS) -> str:
    """Return the alternative text: what the timeline shows."""
    path, rest = choose_events(frame, limit)
    dated = sum(bool(edtf) for edtf in frame["edtf"])
    if not path and not rest:
        return "No dated event was found."
    steps = [f"{row.label}, {row.when}" for row in path]
    disputed = [row.label for row in (*path, *rest) if row.disputed]
    hollow = sum(row.origins < 2 for row in (*path, *rest))
    text = f"{len(path) + len(rest)} of {count(dated, 'dated event')} on a date axis."
    text += f" The path: {'; '.join(steps)}." if steps else ""
    text += f" Hollow, on one independent source: {hollow}."
    return text + (f" The sources disagree about {listed(dict.fromkeys(disputed))}." if disputed else "")


@styled
def plot_timeline(frame: pd.DataFrame, *, limit: int = ROWS) -> Drawing:
    """Draw each event of *frame* in a row: a point, a bar for longer, hollow where one origin carries it."""
    path, rest = choose_events(frame, limit)
    rows = len(path) + len(rest) + (1 if path and rest else 0)
    size = (8.2, 0.9 + 0.29 * max(rows, 1))
    figure = draw(describe_timeline(frame, limit), empty=not path and not rest, size=size)
    axes = figure.subplots()
    first, last = _window(path, rest)
    axes.set_xlim(_num(first), _num(last))
    axes.set_ylim(rows - 0.4, -0.8)
    if path:
        axes.axhspan(-0.8, len(path) - 0.5, color=LIGHT["rule"], alpha=0.35, linewidth=0)
    for row, event in enumerate(path):
        _draw(axes, row, event, colour=LIGHT["side-2"])
    for row, event in enumerate(rest, len(path) + bool(path)):
        _draw(axes, row, event, colour=LIGHT["ink"])
    _dress(axes)
    return figure


def _dates(event: Any) -> tuple[str, ...]:
    """Return every date that the sources give an event (EDTF)."""
    return (event.edtf, *filter(None, event.other_dates.split(BETWEEN)))


def _num(day: date) -> float:
    return float(mdates.date2num(day))  # type: ignore[no-untyped-call]


def _window(path: Sequence[Any], rest: Sequence[Any]) -> tuple[date, date]:
    """Return the first and last day of the axis: the path, and what lies near the middle of all events.

    Near is within six median deviations, at least half a year; what lies beyond is marked at the edge.
    """
    days = sorted(_num(day) for event in (*path, *rest) if (day := bounds(event.edtf)[0]))
    if not days:
        return date(2000, 1, 1), date(2000, 12, 31)
    middle = median(days)
    reach = max(183.0, 6 * median(abs(day - middle) for day in days))
    kept = [day for day in days if abs(day - middle) <= reach]
    kept += [_num(day) for event in path for edtf in _dates(event) for day in bounds(edtf) if day]
    margin = max(4.0, (max(kept) - min(kept)) / 20)
    first, last = (mdates.num2date(edge).date() for edge in (min(kept) - margin, max(kept) + margin))  # type: ignore[no-untyped-call]
    return first, last


def _draw(axes: Axes, row: int, event: Any, *, colour: str) -> None:
    fill = LIGHT["paper"] if event.origins < 2 else colour
    ends = [_mark(axes, row, edtf, colour=colour, fill=fill) for edtf in _dates(event)]
    left, right = min(end[0] for end in ends), max(end[1] for end in ends)
    if len(ends) > 1:
        axes.plot(
            [left, right], [row, row], color=LIGHT["flag"], linestyle=(0, (2, 2)), linewidth=1, zorder=1
        )
    _label(axes, row, event, (left, right), bold=colour != LIGHT["ink"])


def _mark(axes: Axes, row: int, edtf: str, *, colour: str, fill: str) -> tuple[float, float]:
    """Draw one date of an event and return how far its mark reaches."""
    low, high = axes.get_xlim()
    first, last = bounds(edtf)
    left, right = _num(first) if first else low, _num(last) if last else high
    point: dict[str, Any] = {"color": colour, "markerfacecolor": fill, "markersize": 7.5, "zorder": 3}
    if right < low or left > high:
        edge, marker = (low, "<") if right < low else (high, ">")
        axes.plot([edge], [row], marker=marker, clip_on=False, **point)
        return edge, edge
    left, right = max(left, low), min(right, high)
    if right - left < 1:
        axes.plot([left], [row], marker="o", **point)
    else:
        bar: dict[str, Any] = {"facecolor": fill, "edgecolor": colour, "linewidth": 1.3, "zorder": 2}
        axes.barh(row, right - left, left=left, height=0.42, **bar)
    return left, right


def _label(axes: Axes, row: int, event: Any, ends: tuple[float, float], *, bold: bool) -> None:
    dates = " / ".join(in_words(edtf, short=True) for edtf in _dates(event))
    low, high = axes.get_xlim()
    rightwards = ends[1] < low + (high - low) * 0.5 or low + high - ends[0] - ends[1] > 0
    text = f"{shorten(event.label, 44, placeholder='…')} · {shorten(dates, 40, placeholder='…')}"
    if event.disputed:
        text = f"{text}  ≠" if rightwards else f"≠  {text}"
    axes.annotate(
        text,
        (ends[1] if rightwards else ends[0], row),
        xytext=(9 if rightwards else -9, 0),
        textcoords="offset points",
        ha="left" if rightwards else "right",
        va="center",
        fontsize=9.5,
        fontweight="bold" if bold else "normal",
        color=LIGHT["flag"] if event.disputed else LIGHT["ink"],
        annotation_clip=False,
    )


def _dress(axes: Axes) -> None:
    locator = mdates.AutoDateLocator(minticks=3, maxticks=8)  # type: ignore[no-untyped-call]
    axes.xaxis.set_major_locator(locator)
    axes.xaxis.set_major_formatter(mdates.ConciseDateFormatter(locator))  # type: ignore[no-untyped-call]
    axes.grid(axis="x", color=LIGHT["rule"], linewidth=0.7)
    axes.set_axisbelow(True)
    axes.xaxis.tick_top()
    axes.spines[["left", "bottom", "top"]].set_visible(False)
    axes.set_yticks([])
