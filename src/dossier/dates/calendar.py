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
    """Return the days that an EDTF day, month, season, year or closed interval covers; None for others."""
    text = date.replace("~", "").replace("?", "").replace("%", "")
    if "/" in text:
        ends = [read_edtf(part) for part in text.split("/", 1)]
        return Stretch(ends[0].first, ends[1].last) if ends[0] and ends[1] else None
    try:
        return _read_simple([int(part) for part in text.split("-")])
    except (ValueError, OverflowError):
        return None


def _read_simple(numbers: list[int]) -> Stretch:
    if len(numbers) == 3:
        day = dt.date(*numbers)
        return Stretch(day, day)
    year, month = (*numbers, 0)[:2]
    if len(numbers) == 1:
        return Stretch(dt.date(year, 1, 1), dt.date(year, 12, 31))
    if 21 <= month <= 24:  # seasons, as meteorologists have them: spring is March to May
        return Stretch(month_of(year, 3 * (month - 20)).first, month_of(year, 3 * (month - 20) + 2).last)
    if not 1 <= month <= 12:
        raise ValueError(f"no month: {month}")
    return month_of(year, month)


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
