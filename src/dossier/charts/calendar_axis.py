"""A time axis that shows the crowded days wide and leaves the empty stretches out.

The axis is a row of cells: years, months or days in which something lies. Starting from centuries, the cell
in which most lies is opened into its parts as long as there is room for them.
"""

from __future__ import annotations

import calendar
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import groupby

from dossier.charts.sheet import Sheet
from dossier.edtf import in_words
from dossier.i18n import _, month, pgettext

UNITS = ("century", "decade", "year", "month", "day")
Span = tuple[date, date]
_DAY = timedelta(days=1)
_GAP = 0.09  # inches left out between cells that do not follow each other
_PAD = 0.09


@dataclass(frozen=True, slots=True)
class Cell:
    """A stretch of the axis: its unit, its first and last day."""

    unit: str
    first: date
    last: date

    def follows(self, other: Cell) -> bool:
        """Return whether it begins where *other* ends."""
        return self.first == other.last + _DAY

    @property
    def names(self) -> tuple[str, str]:
        """What stands over it, and over it and its like."""
        if self.unit == "day":
            return str(self.first.day), in_words(self.first.isoformat()[:7], short=True)
        if self.unit == "month":
            return month(self.first.month, short=True), str(self.first.year)
        if self.unit == "year":
            return str(self.first.year), ""
        start = str(self.first.year // 10 * 10)
        return pgettext("century", "{year}s", year=start) if self.unit == "century" else _(
            "{year}s", year=start
        ), ""


def cell_of(day: date, unit: str) -> Cell:
    """Return the cell of *unit* in which *day* lies."""
    if unit == "day":
        return Cell(unit, day, day)
    if unit == "month":
        last = calendar.monthrange(day.year, day.month)[1]
        return Cell(unit, day.replace(day=1), day.replace(day=last))
    years = {"year": 1, "decade": 10, "century": 100}[unit]
    first = day.year - day.year % years
    return Cell(unit, date(max(first, 1), 1, 1), date(min(first + years - 1, 9999), 12, 31))


def find_cells(spans: Sequence[Span], most: int) -> list[Cell]:
    """Return the cells of an axis that shows *spans*, at most *most* of them where that is possible."""
    cells = sorted({cell_of(day, "century") for span in spans for day in span}, key=lambda cell: cell.first)
    closed: set[Cell] = set()
    while opened := [cell for cell in cells if cell.unit != "day" and cell not in closed]:
        fullest = max(opened, key=lambda cell: (-UNITS.index(cell.unit), len(_days(cell, spans))))
        parts = _parts(fullest, spans)
        fine = UNITS.index(fullest.unit) >= UNITS.index("month")
        if not parts or len(cells) - 1 + len(parts) > most or (fine and len(parts) < 2):
            closed.add(fullest)
            continue
        cells.remove(fullest)
        cells = sorted([*cells, *parts], key=lambda cell: cell.first)
    return cells


def _days(cell: Cell, spans: Iterable[Span]) -> set[date]:
    """Return the days in *cell* at which spans begin or end that do not fill it."""
    inner = (span for span in spans if not (span[0] <= cell.first and span[1] >= cell.last))
    return {day for span in inner for day in span if cell.first <= day <= cell.last}


def _parts(cell: Cell, spans: Sequence[Span]) -> list[Cell]:
    unit = UNITS[UNITS.index(cell.unit) + 1]
    return sorted({cell_of(day, unit) for day in _days(cell, spans)}, key=lambda part: part.first)


@dataclass(frozen=True, slots=True)
class Axis:
    """Cells with where each begins and ends on the sheet."""

    cells: tuple[Cell, ...]
    ends: tuple[tuple[float, float], ...]

    def place(self, span: Span) -> tuple[float, float]:
        """Return where *span* begins and ends: for one day the middle of it, twice."""
        first, last = span
        if first == last:
            middle = self._at(first, 0.5, later=True)
            return middle, middle
        left, right = self._at(first, 0, later=True), self._at(last, 1, later=False)
        return (left, right) if left <= right else (right, left)

    def _at(self, day: date, part: float, *, later: bool) -> float:
        for cell, (left, right) in zip(self.cells, self.ends, strict=True):
            if cell.first <= day <= cell.last:
                length = (cell.last - cell.first).days + 1
                return left + (right - left) * ((day - cell.first).days + part) / length
        beyond = [ends for cell, ends in zip(self.cells, self.ends, strict=True) if cell.first > day]
        if later:
            return beyond[0][0] if beyond else self.ends[-1][1]
        before = len(self.ends) - len(beyond) - 1
        return self.ends[before][1] if before >= 0 else self.ends[0][0]

    def write(self, sheet: Sheet, y: float) -> float:
        """Write the names of the cells at *y* and return where they end."""
        lower = y + sheet.line
        for cell, (left, right) in zip(self.cells, self.ends, strict=True):
            sheet.write(
                ((left + right) / 2, lower), cell.names[0], colour="muted", small=True, align="center"
            )
        for name, numbers in _runs(self.cells):
            if name:
                left = self.ends[numbers[0]][0]
                sheet.write((left, y), name, colour="muted", small=True)
        return lower + sheet.line

    def stripe(self, sheet: Sheet, top: float, bottom: float) -> None:
        """Draw the cells as stripes from *top* to *bottom*; white between two is time left out."""
        joined: list[tuple[float, float]] = []
        for left, right in self.ends:
            begin = joined.pop()[0] if joined and left - joined[-1][1] < _GAP / 2 else left
            joined.append((begin, right))
        sheet.stripes(joined, top, bottom)
        for number, left in enumerate(end[0] for end in self.ends):
            if number and self.cells[number].follows(self.cells[number - 1]):
                sheet.rule((left, top), (left, bottom), linewidth=0.5)


def _runs(cells: Sequence[Cell]) -> list[tuple[str, list[int]]]:
    """Return the names that cells beside each other share, with the places of those cells."""
    alike = groupby(range(len(cells)), key=lambda place: (cells[place].names[1], cells[place].unit))
    return [(name, list(places)) for (name, _unit), places in alike]


def make_axis(sheet: Sheet, spans: Sequence[Span], left: float, right: float) -> Axis:
    """Return an axis for *spans* between *left* and *right*, in as many cells as there is room for."""
    most = max(1, int((right - left) / 0.2))
    while True:
        cells = find_cells(spans, most)
        needs = _needs(cells, lambda words: sheet.width(words, small=True))
        gaps = [_GAP * (not cell.follows(cells[n])) for n, cell in enumerate(cells[1:])]
        free = right - left - sum(needs) - sum(gaps)
        if free >= 0 or most == 1:
            break
        most -= 1
    weights = [1.0 if cell.unit == "day" else len(_days(cell, spans)) + 1.0 for cell in cells]
    ends, x = [], left
    for need, weight, gap in zip(needs, weights, [*gaps, 0.0], strict=False):
        width = need + max(free, 0) * weight / sum(weights)
        ends.append((x, x + width))
        x += width + gap
    return Axis(tuple(cells), tuple(ends))


def _needs(cells: Sequence[Cell], width: Callable[[str], float]) -> list[float]:
    """Return how wide each cell has to be for its names."""
    needs = [width(cell.names[0]) + _PAD for cell in cells]
    for name, places in _runs(cells):
        short = width(name) + _PAD - sum(needs[place] for place in places)
        for place in places:
            needs[place] += max(0.0, short) / len(places)
    return needs
