"""Days, weeks and months as EDTF and TIMEX3 write them."""

from __future__ import annotations

import calendar
import datetime as dt
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, order=True)
class Stretch:
    """A stretch of days, both ends included."""

    first: dt.date
    last: dt.date


def month_of(year: int, month: int) -> Stretch:
    """Return a month; *month* may lie outside of 1 to 12."""
    year, month = year + (month - 1) // 12, (month - 1) % 12 + 1
    return Stretch(dt.date(year, month, 1), dt.date(year, month, calendar.monthrange(year, month)[1]))


def read_edtf(date: str) -> Stretch | None:
    """Return the days that an EDTF day, month, season, year or interval covers; None for anything else."""
    text = date.replace("~", "").replace("?", "").replace("%", "")
    if not text or text.startswith("..") or text.endswith(".."):
        return None
    if "/" in text:
        first, last = (read_edtf(part) for part in text.split("/", 1))
        return Stretch(first.first, last.last) if first and last else None
    parts = text.split("-")
    try:
        numbers = [int(part) for part in parts]
        if len(parts) == 3:
            day = dt.date(*numbers)
            return Stretch(day, day)
        if len(parts) == 2:
            if 21 <= numbers[1] <= 24:  # EDTF seasons, those of the weather: spring is March to May
                first = 3 * (numbers[1] - 20)
                return Stretch(month_of(numbers[0], first).first, month_of(numbers[0], first + 2).last)
            return month_of(*numbers) if 1 <= numbers[1] <= 12 else None
        return Stretch(dt.date(numbers[0], 1, 1), dt.date(numbers[0], 12, 31))
    except (ValueError, TypeError):
        return None


def easter(year: int) -> dt.date:
    """Return Easter Sunday of *year* in the Gregorian calendar (Meeus, Jones, Butcher)."""
    a, b, c = year % 19, year // 100, year % 100
    h = (19 * a + b - b // 4 - (b - (b + 8) // 25 + 1) // 3 + 15) % 30
    k = (32 + 2 * (b % 4) + 2 * (c // 4) - h - c % 4) % 7
    m = (a + 11 * h + 22 * k) // 451
    month, day = divmod(h + k - 7 * m + 114, 31)
    return dt.date(year, month, day + 1)


def holiday(name: str, year: int) -> dt.date:
    """Return the day of *name* (``12-25`` or ``easter 39``) in *year*."""
    if name.startswith("easter"):
        return easter(year) + dt.timedelta(int(name.split()[1]))
    return dt.date(year, *map(int, name.split("-")))


def shift_month(day: dt.date, months: int) -> dt.date:
    """Return *day* so many months later, or the last day of that month."""
    month = month_of(day.year, day.month + months)
    return month.first.replace(day=min(day.day, month.last.day))
