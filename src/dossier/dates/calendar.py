"""Stretches of days, months and holidays."""

import calendar
import datetime as dt
from dataclasses import dataclass

from dateutil.easter import easter  # type: ignore[import-untyped]

from dossier.edtf import bounds


@dataclass(frozen=True, slots=True, order=True)
class Stretch:
    """A stretch of days, both ends included."""

    first: dt.date
    last: dt.date


def month_of(year: int, month: int) -> Stretch:
    """Return a month; *month* may lie outside of 1 to 12."""
    year, month = year + (month - 1) // 12, (month - 1) % 12 + 1
    return Stretch(dt.date(year, month, 1), dt.date(year, month, calendar.monthrange(year, month)[1]))


def day_of(year: int, month: int, day: int, weekday: int = 0) -> dt.date | None:
    """Return a day; None where the calendar has no such one, or only with another *weekday* (0 is any)."""
    try:
        found = dt.date(year, month, day)
    except ValueError:
        return None
    return found if weekday in (0, found.isoweekday()) else None


def read_edtf(date: str) -> Stretch | None:
    """Return the days that an EDTF date covers; None where it is open, unknown or no date."""
    first, last = bounds(date)
    return Stretch(first, last) if first and last else None


def holiday(name: str, year: int) -> dt.date:
    """Return the day of *name* (``12-25`` or ``easter 39``) in *year*."""
    if name.startswith("easter"):
        sunday: dt.date = easter(year)
        return sunday + dt.timedelta(int(name.split()[1]))
    return dt.date(year, *map(int, name.split("-")))
