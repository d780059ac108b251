"""Two figures of boxes side by side: the way from article to page, and the path of the central matter."""

from typing import Any

import pandas as pd

from dossier.charts.form import Form
from dossier.charts.sheet import Sheet
from dossier.charts.svg import Drawing, styled
from dossier.charts.timeline import choose_events, dates_in_words, describe_path, marker_of
from dossier.edtf import bounds
from dossier.i18n import _, ngettext, number
from dossier.view import View
from dossier.words import SAID

_BETWEEN = 0.24  # inches between two boxes


def pipeline_steps(view: View) -> tuple[tuple[str, str], ...]:
    """Return the name of each step with what came out of it; no review where nobody ruled."""
    analysis = view.analysis
    tables = ("sentences", "dates", "claims", "quotations", "events", "reuse")
    amounts = {name: number(len(getattr(analysis, name))) for name in tables}
    shown = {
        "told": view.mentions,
        "compared": view.printed,
        "happenings": view.events,
        "passages": view.passages,
    }
    amounts |= {name: number(len(rows)) for name, rows in shown.items()}
    rulings = len(analysis.rulings)
    told = ngettext("{n} ruling of a human analyst", "{n} rulings of a human analyst", rulings)
    amounts["rulings"] = told if rulings else ""
    amounts["refused"] = number(sum(article.status != "ok" for article in analysis.articles))
    amounts["files"] = ngettext(
        "{n:d} file read as it is", "{n:d} files read as they are", len(analysis.articles)
    )
    steps = ((_(name), _(text, **amounts)) for name, text in SAID["steps"])
    return tuple(step for step in steps if step[1])


def describe_pipeline(view: View) -> str:
    """Return the alternative text: the steps in order."""
    steps = (_("{step}: {result}", step=name, result=text) for name, text in pipeline_steps(view))
    return _("; ").join(steps) + "."


@styled
def plot_pipeline(view: View, *, form: Form) -> Drawing:
    """Draw the steps as boxes in reading order, joined by arrows."""
    steps, sheet = pipeline_steps(view), Sheet(form)
    across = 2 if form.stacked else 4
    width = (sheet.right - sheet.left + _BETWEEN) / across
    for row in range(0, len(steps), across):
        told = [sheet.wrap(text, width - _BETWEEN - 0.22, 6) for _, text in steps[row : row + across]]
        height = (max(map(len, told)) + 1) * sheet.line + 0.2
        for place, lines in enumerate(told):
            x, number = sheet.left + place * width, row + place
            look = {"facecolor": "paper", "edgecolor": "side-2", "linewidth": 1.3}
            sheet.box((x, sheet.y), width - _BETWEEN, height, **look)
            sheet.write((x + 0.08, sheet.y + 0.07), f"{number + 1}  {steps[number][0]}", bold=True)
            sheet.paragraph((x + 0.08, sheet.y + 0.09 + sheet.line), lines)
            if place + 1 < len(told):
                start, end, y = x + width - _BETWEEN, x + width, sheet.y + height / 2
                sheet.rule((start, y), (end - 0.06, y), "muted", linewidth=1.4)
                sheet.mark((end - 0.06, y), ">", "muted", size=5)
        sheet.y += height + 0.15
    return sheet.close(describe_pipeline(view))


_STEP = 0.155  # inches that a step side by side takes at least, for each point of the size of words
_ROW = 0.17


@styled
def plot_path(frame: pd.DataFrame, *, form: Form) -> Drawing:
    """Draw the steps of the path in *frame*, each with its dates; hollow where one origin carries it."""
    path = choose_events(frame)[0]
    sheet = Sheet(form)
    if form.stacked:
        _below(sheet, path)
    else:
        across = max(1, min(len(path), int(form.width / (_STEP * form.size))))
        rows = -(-len(path) // across) or 1
        even = -(-len(path) // rows)
        for start in range(0, len(path), even or 1):
            _beside(sheet, path[start : start + even], path[:start], even)
    return sheet.close(describe_path(frame), empty=not path)


def _beside(sheet: Sheet, steps: list[Any], before: list[Any], across: int) -> None:
    width = (sheet.right - sheet.left) / across
    y, ends = sheet.y + sheet.line * 0.6 + 0.05, sheet.y
    previous = before[-1] if before else None
    for place, event in enumerate(steps):
        x = sheet.left + place * width + 0.1
        if place:
            sheet.rule((x - width + 0.1, y), (x - 0.1, y), "muted", linewidth=1.2)
            waited = sheet.cut(_between(previous, event), width - 0.4)
            middle = x - width / 2
            sheet.write((middle, y - sheet.line), waited, colour="muted", small=True, align="center")
        sheet.mark((x, y), marker_of(event), "side-2", hollow=event.origins < 2, size=9)
        ends = max(ends, _words(sheet, event, (x - 0.08, y + 0.12), width - 0.12))
        previous = event
    sheet.y = ends + 0.1


def _below(sheet: Sheet, steps: list[Any]) -> None:
    x, previous = sheet.left + 0.1, None
    for event in steps:
        if previous is not None:
            sheet.write((x + _ROW, sheet.y), _between(previous, event), colour="muted", small=True)
            sheet.rule((x, sheet.y - 0.06), (x, sheet.y + sheet.line), "muted", linewidth=1.2)
            sheet.y += sheet.line + 0.08
        start = sheet.y
        sheet.y = _words(sheet, event, (x + _ROW, start), sheet.right - x - _ROW)
        if event is not steps[-1]:
            sheet.rule((x, start + 0.2), (x, sheet.y), "muted", linewidth=1.2)
        sheet.mark((x, start + sheet.line / 2), marker_of(event), "side-2", hollow=event.origins < 2, size=9)
        sheet.y += 0.06


def _words(sheet: Sheet, event: Any, place: tuple[float, float], width: float) -> float:
    """Write the dates and the name of a step and return where they end."""
    apart = bool(event.other_dates)
    dates = sheet.wrap(dates_in_words(event) + (" ≠" if apart else ""), width, 3, bold=True)
    y = sheet.paragraph(place, dates, bold=True, colour="flag" if apart else "ink")
    return sheet.paragraph((place[0], y), sheet.wrap(event.label, width, 4))


def _between(one: Any, other: Any) -> str:
    """Return the time between two steps, where both are days: ``five days``."""
    (start, end), (first, last) = bounds(one.edtf), bounds(other.edtf)
    if not (start and first and start == end and first == last) or one.other_dates or other.other_dates:
        return ""
    days = (first - start).days
    return ngettext("{n} day", "{n} days", days) if days > 0 else ""
