"""Events in order of time, in the lanes of their kinds, the path of the central matter first."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from typing import Any

import pandas as pd

from dossier.charts.calendar_axis import Axis, make_axis
from dossier.charts.form import Form
from dossier.charts.sheet import Draw, Sheet, write_key
from dossier.charts.sheets import Groups, close_sheets, draw_sheets
from dossier.charts.svg import Drawing, styled
from dossier.edtf import bounds, in_words, sort_key
from dossier.frames import BETWEEN, INEXACT, rows_of
from dossier.i18n import N_, _, capital, listed, ngettext
from dossier.words import SAID

ROWS = 28  # more would make a figure longer than a page
PATH, REST = N_("The path of the central matter"), N_("Other events")
NOTHING = N_("No dated event was found.")
_DATES, _PLOT = 0.16, 0.42  # shares of the width
_LINES = 5  # of a label; most sentences fit
_MARKERS = {"reported": "o", "denied": "X"}  # anything else is not said to have happened: a diamond


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


def choose_lanes(frame: pd.DataFrame, limit: int = ROWS) -> list[tuple[str, list[Any]]]:
    """Return the events that the figure shows below its headings: the path, then the lanes of the kinds."""
    path, rest = choose_events(frame, limit)
    lanes: dict[str, list[Any]] = {PATH: path} if path else {}
    named = any(getattr(row, "lane", "") for row in rest)
    for row in sorted(rest, key=lambda row: not (named and row.lane)):
        lanes.setdefault(row.lane if named and row.lane else REST, []).append(row)
    return list(lanes.items())


def describe_timeline(frame: pd.DataFrame, limit: int = ROWS) -> str:
    """Return the alternative text: what the timeline shows."""
    path, rest = choose_events(frame, limit)
    shown = [*path, *rest]
    dated = sum(bool(edtf) for edtf in frame["edtf"])
    if not shown:
        return _(NOTHING)
    first, last = (end(shown, key=lambda event: sort_key(event.edtf)[:2]).when for end in (min, max))
    ends = {"first": first, "last": last}
    if len(shown) < dated:
        told = [
            _(
                "{shown} of {n} dated events, the first: {first}, the last: {last}.",
                shown=len(shown),
                n=dated,
                **ends,
            )
        ]
    elif dated == 1:
        told = [_("One event by date: {event}.", event=_dated(shown[0]))]
    else:
        told = [
            ngettext(
                "{n} event by date, the first: {first}, the last: {last}.",
                "{n} events by date, the first: {first}, the last: {last}.",
                dated,
                **ends,
            )
        ]
    if path:
        told.append(describe_path(frame))
    if apart := [_dated(row) for row in shown if row.other_dates]:
        told.append(_("The sources give different days: {events}.", events=_("; ").join(apart)))
    if disputed := [row.label for row in shown if row.disputed and not row.other_dates]:
        told.append(_("The sources disagree: {events}.", events=_("; ").join(dict.fromkeys(disputed))))
    return " ".join(map(capital, told))


def _dated(event: Any) -> str:
    return _("{event} ({date})", event=event.label, date=event.when)


def describe_path(frame: pd.DataFrame) -> str:
    """Return the alternative text of the path: its steps in order."""
    path = choose_events(frame)[0]
    if not path:
        return _("The investigation names no path of steps.")
    return _("The path of the central matter: {steps}.", steps=_("; ").join(map(_dated, path)))


def dates_of(event: Any) -> tuple[str, ...]:
    """Return every date that the sources give an event (EDTF)."""
    return (event.edtf, *filter(None, event.other_dates.split(BETWEEN)))


def dates_in_words(event: Any) -> str:
    """Return every date that the sources give an event in short words: ``6 or 8 Nov 2024``."""
    between = event.precision == INEXACT
    words = [in_words(edtf, short=True, between=between).split() for edtf in dates_of(event)]
    shared = 0
    while all(len(w) > shared + 1 and w[-1 - shared] == words[0][-1 - shared] for w in words):
        shared += 1
    own = [" ".join(w[: len(w) - shared]) for w in words]
    return " ".join([listed(own, last="or"), *words[0][len(words[0]) - shared :]])


@styled
def plot_timeline(frame: pd.DataFrame, *, form: Form, limit: int = ROWS) -> Drawing:
    """Draw each event of *frame* in a row: a point, a bar for longer, hollow where one origin carries it."""
    lanes = choose_lanes(frame, limit)
    spans = spans_of(event for _, events in lanes for event in events)
    named = len(lanes) > 1

    def draw(sheet: Sheet, some: Groups) -> None:
        _draw_lanes(sheet, some, spans, named=named)
        write_key(sheet, _key(sheet, [event for _, events in some for event in events]))

    sheets = draw_sheets(form, lanes, draw)
    drawn, dated = sum(len(rows) for _, rows in lanes), sum(bool(edtf) for edtf in frame["edtf"])
    cut = _(
        "Drawn are {shown} of {n} dated events: the path, then the disputed and the best attested.",
        shown=drawn,
        n=dated,
    )
    return close_sheets(sheets, describe_timeline(frame, limit), _told, cut=cut if drawn < dated else "")


def _key(sheet: Sheet, events: Sequence[Any]) -> Iterator[tuple[str, Draw]]:
    def drawn(marker: str, *, hollow: bool = False) -> Draw:
        return lambda x, y: sheet.mark((x, y), marker, "muted", hollow=hollow, size=5)

    days = {marker_of(event) for event in events for first, last in spans_of([event]) if first == last}
    for marker, words in (("o", N_("a day")), ("D", N_("planned or supposed")), ("X", N_("negated"))):
        if marker in days:
            yield _(words), drawn(marker)
    if any(first != last for first, last in spans_of(events)):
        look = {"facecolor": "muted", "edgecolor": "muted"}
        yield (
            _("a longer time, or a day not known more exactly"),
            lambda x, y: sheet.box((x - 0.07, y - 0.04), 0.13, 0.08, **look),
        )
    if any(event.origins < 2 for event in events):
        yield _("hollow: its day has one origin"), drawn("o", hollow=True)
    if any(event.disputed or event.other_dates for event in events):
        yield (
            _("the sources disagree"),
            lambda x, y: sheet.write((x, y - sheet.line / 2), "≠", colour="flag", align="center"),
        )


def _told(lanes: Groups) -> str:
    """Return the alternative text of a sheet on which the figure goes on: its events in order."""
    events = _("; ").join(_dated(event) for _, events in lanes for event in events)
    return _("Further events: {events}.", events=events)


def spans_of(events: Iterable[Any]) -> list[tuple[date, date]]:
    """Return the first and last day of every date of *events*."""
    ends = (bounds(edtf) for event in events for edtf in dates_of(event))
    return [(first, last) for first, last in ends if first and last]


def _draw_lanes(sheet: Sheet, lanes: Groups, spans: list[tuple[date, date]], *, named: bool) -> None:
    left, right = sheet.left, sheet.right
    if not sheet.form.stacked:
        left = sheet.form.width * _DATES
        right = left + sheet.form.width * _PLOT
    axis = make_axis(sheet, spans, left, right)
    sheet.y = axis.write(sheet, sheet.y) + 0.04
    for name, events in lanes:
        if named:
            sheet.write((sheet.left, sheet.y), _(name), bold=True)
            sheet.y += sheet.line + 0.03
        top = sheet.y
        for event in events:
            _draw_row(sheet, axis, event)
            sheet.ends.append(sheet.y)
        if not sheet.form.stacked:
            axis.stripe(sheet, top, sheet.y)
        sheet.y += sheet.line * 0.5


def _draw_row(sheet: Sheet, axis: Axis, event: Any) -> None:
    dates = dates_in_words(event) + (" ≠" if event.other_dates else "")
    said = label_of(event)
    strong = {"colour": "flag" if event.disputed else "ink", "bold": bool(event.step)}
    if sheet.form.stacked:
        flagged = "flag" if event.other_dates else "muted"
        wide = sheet.right - sheet.left
        sheet.y = sheet.paragraph((sheet.left, sheet.y), sheet.wrap(dates, wide, 2), colour=flagged)
        lines = sheet.wrap(said, wide, _LINES, bold=strong["bold"] is True)
        sheet.y = sheet.paragraph((sheet.left, sheet.y), lines, **strong)
        height = sheet.line * 1.2
        _draw_marks(sheet, axis, event, height)
        sheet.y += height + 0.12
        return
    from_axis, beyond = axis.ends[0][0], axis.ends[-1][1] + 0.12
    words = sheet.wrap(dates, from_axis - sheet.left - 0.1, 3)
    lines = sheet.wrap(said, sheet.right - beyond - 0.05, _LINES, bold=strong["bold"] is True)
    height = max(len(words), len(lines)) * sheet.line + 0.08
    _draw_marks(sheet, axis, event, height)
    sheet.paragraph((sheet.left, sheet.y + 0.04), words, colour="flag" if event.other_dates else "muted")
    sheet.paragraph((beyond, sheet.y + 0.04), lines, **strong)
    sheet.y += height


def label_of(event: Any) -> str:
    """Return what stands beside an event: its step on the path, its label, what is not told as happened."""
    step = f"{event.step}. " if event.step else ""
    label = f"{event.label} ({_(told)})" if (told := SAID["statuses"].get(event.status)) else event.label
    return f"{step}{label}{'  ≠' if event.disputed and not event.other_dates else ''}"


def _draw_marks(sheet: Sheet, axis: Axis, event: Any, height: float) -> None:
    top, colour = sheet.y, "side-2" if event.step else "ink"
    if sheet.form.stacked:
        axis.stripe(sheet, top, top + height)
    y = top + (height / 2 if sheet.form.stacked else 0.04 + sheet.line / 2)
    ends = [axis.place(span) for span in spans_of([event])]
    left, right = min(end[0] for end in ends), max(end[1] for end in ends)
    if not sheet.form.stacked:
        sheet.rule((right, y), (axis.ends[-1][1] + 0.08, y), "muted", linestyle=(0, (1, 3)))
    if len(ends) > 1:
        sheet.rule((left, y), (right, y), "flag", linestyle=(0, (2, 2)), linewidth=1.2)
    for start, end in ends:
        hollow = event.origins < 2
        if start == end:
            sheet.mark((start, y), marker_of(event), colour, hollow=hollow)
        else:
            wide, tall = max(end - start, 0.05), 0.1
            face = "paper" if hollow else colour
            sheet.box(
                (start, y - tall / 2), wide, tall, facecolor=face, edgecolor=colour, linewidth=1.3, zorder=2
            )


def marker_of(event: Any) -> str:
    """Return the marker of an event: a circle if reported, a cross if denied, else a diamond."""
    return _MARKERS.get(event.status, "D")
