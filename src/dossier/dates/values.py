"""A meaning to its value: TIMEX3 and EDTF, against the day of publication and the day last spoken of."""

import datetime as dt
from collections.abc import Callable, Container, Iterable
from dataclasses import dataclass, replace

from dossier.dates import calendar as cal
from dossier.dates.match import Meaning

# A date against the tense of its verb must be nearer by so many days: a verb may be misread, a year hardly.
AGAINST = 330
# A weekday that does not fit a date within so many days of the publication is wrong, not of another year.
MISPRINT = 31
# A season that is told of in the past without "ce" is over, or has lasted so many days.
SETTLED = 30
WEEK = 7
_SEASONS = {"SP": 21, "SU": 22, "FA": 23, "WI": 24}  # of EDTF
_EDGES = {"start": (1, 10), "mid": (11, 15), "end": (21, 31)}  # days of a month
_WEEKS = {"start": (0, 2), "mid": (1, 3), "end": (3, 6)}  # days after the Monday


@dataclass(frozen=True, slots=True)
class Value:
    """What an expression comes to: TIMEX3 value, EDTF date, what it was counted from, the weekday's fit."""

    value: str = ""
    date: str = ""
    basis: str = ""
    anchor: str = ""
    check: str = ""


def evaluate(meaning: Meaning, day: dt.date | None, focus: dt.date | None) -> Value:
    """Return what *meaning* comes to when the text appeared on *day* and last spoke of *focus*."""
    try:
        if meaning.kind == "offset":
            counted, origin = _OFFSETS.get(meaning.unit), focus if meaning.origin else day
            return _overnight(meaning, counted(meaning, origin)) if counted and origin else Value()
        if meaning.kind == "calendar":
            return _overnight(meaning, _calendar(meaning, focus if meaning.origin else day))
    except (ValueError, OverflowError):  # the 31st of February, the year 12000
        return Value()
    if meaning.kind == "century":
        return _digits(meaning.n - 1, 2, "explicit", "")
    if meaning.kind == "decade":
        return _digits(meaning.year // 10, 3, "explicit", "")
    return Value(meaning.value)


def of_story(meaning: Meaning, told: cal.Stretch | None, day: dt.date | None) -> Meaning:
    """Return *meaning*, of no day if it is *le samedi* of a story that last *told* of a day weeks ago.

    It is the last one before *day*, of the publication, unless the first behind the day told of is another.
    """
    if meaning.origin != "story":
        return meaning
    now = replace(meaning, origin="")
    if told is None or day is None or told.first != told.last or told.first == day:
        return now
    ahead, back = (n % 7 for n in (now.weekday - told.last.isoweekday(), day.isoweekday() - now.weekday))
    same = told.last + dt.timedelta(ahead) == day - dt.timedelta(back)
    return now if same else replace(now, tense="unsure")


def is_said(meaning: Meaning) -> bool:
    """Return whether *meaning* is counted from the day of somebody's words: *demain*, *ce soir* in marks."""
    counted = meaning.unit == "D" and bool(meaning.part or meaning.n) and not meaning.origin
    return bool(meaning.quoted) and counted


def said_on(meaning: Meaning, told: Container[str], day: dt.date | None) -> dt.date | None:
    """Return the day of *ce soir* between marks: the only one that the text told of within a week, or none.

    "Réunis mardi, les élus ont débattu. « Je le découvre ce soir », a dit le maire". None either for *demain*
    and *hier* where the text told of such a day. Any other is of *day*.
    """
    if day is None or not is_said(meaning) or str(day) in told:
        return day
    recent = [that for n in range(1, WEEK) if str(that := day - dt.timedelta(n)) in told]
    return recent[0] if len(recent) == 1 and not meaning.n else None if recent else day


def told_of(meaning: Meaning, told: Iterable[str]) -> dt.date | None:
    """Return the day of *ce jeudi-là*: of those *told*, the last on that day of the week, or None."""
    days = (dt.date.fromisoformat(date[:10]) for date in told)
    return max((day for day in days if day.isoweekday() == meaning.weekday), default=None)


def _overnight(meaning: Meaning, value: Value) -> Value:
    if not meaning.overnight or not value.date:
        return value
    return replace(value, date=f"{value.date}/{dt.date.fromisoformat(value.date) + dt.timedelta(1)}")


def _digits(number: int, digits: int, basis: str, anchor: str) -> Value:
    """Return the value of a decade (three digits of the year) or a century (two)."""
    text = f"{number:0{digits}}"
    return Value(text, text + "X" * (4 - digits), basis, anchor)


# Counted ---------------------------------------------------------------------------------------------------


def _by_days(meaning: Meaning, origin: dt.date) -> Value:
    text = str(origin + dt.timedelta(meaning.n))
    return Value(_timed(meaning, text), text, "relative", str(origin))


def _timed(meaning: Meaning, date: str) -> str:
    return date + (f"T{meaning.part}" if meaning.part else "")


def _by_weeks(meaning: Meaning, origin: dt.date) -> Value:
    weekend, n = meaning.unit == "WE", meaning.n
    if weekend and n == 0 and meaning.tense == "past" and origin.isoweekday() < 5:
        n = -1
    year, week, _ = (origin + dt.timedelta(7 * n)).isocalendar()
    monday = dt.date.fromisocalendar(year, week, 1)
    days = (5, 6) if weekend else _WEEKS.get(meaning.edge, (0, 6))
    first, last = (monday + dt.timedelta(after) for after in days)
    date = str(origin + dt.timedelta(7 * n)) if meaning.day_of else f"{first}/{last}"
    return Value(f"{year}-W{week:02}{'-WE' * weekend}", date, "relative", str(origin))


def _by_months(meaning: Meaning, origin: dt.date) -> Value:
    text = str(cal.month_of(origin.year, origin.month + meaning.n).first)[:7]
    return Value(text, text, "relative", str(origin))


def _by_parts_of_year(meaning: Meaning, origin: dt.date) -> Value:
    parts = 4 if meaning.unit == "Q" else 2
    passed = origin.year * parts + (origin.month - 1) * parts // 12 + meaning.n
    year, number = divmod(passed, parts)
    return _part_of_year(meaning.unit, number + 1, year, "relative", str(origin))


def _by_years(meaning: Meaning, origin: dt.date) -> Value:
    year = origin.replace(day=1, year=origin.year + meaning.n).year
    if meaning.quarter:
        return _part_of_year("Q", meaning.quarter, year, "relative", str(origin))
    text = f"{year:04}" + (f"-{meaning.month:02}" if meaning.month else "")
    return Value(text, text, "relative", str(origin))


_OFFSETS: dict[str, Callable[[Meaning, dt.date], Value]] = {
    "D": _by_days,
    "W": _by_weeks,
    "WE": _by_weeks,
    "M": _by_months,
    "Q": _by_parts_of_year,
    "SEM": _by_parts_of_year,
    "Y": _by_years,
    "DE": lambda meaning, origin: _digits(origin.year // 10 + meaning.n, 3, "relative", str(origin)),
    "CE": lambda meaning, origin: _digits(origin.year // 100 + meaning.n, 2, "relative", str(origin)),
}


# Named -----------------------------------------------------------------------------------------------------


def _calendar(meaning: Meaning, day: dt.date | None) -> Value:
    """Return the value of a named date: its year from its words, or chosen by tense and nearness to *day*."""
    named = meaning.month or meaning.season or meaning.holiday or meaning.quarter
    always = meaning.rel == "any" or (not meaning.rel and meaning.tense in ("", "present", "ahead"))
    if meaning.year:
        return _in_year(meaning, meaning.year, "explicit", "")
    if meaning.tense == "unsure" and not (meaning.day or meaning.rel):
        day = None
    if day is None and meaning.weekday and not (named or meaning.day):
        return Value(_timed(meaning, f"XXXX-WXX-{meaning.weekday}"))
    if day is None or (meaning.season and always) or meaning.rel == "any":
        return _in_year(meaning, 0, "", "")
    if not named:
        return _day_of_month(meaning, day) if meaning.day else _weekday(meaning, day)
    return _in_year(meaning, _choose_year(meaning, day), "relative", str(day))


def _weekday(meaning: Meaning, day: dt.date) -> Value:
    back = (day.isoweekday() - meaning.weekday) % 7
    ahead = meaning.tense == "future" or (meaning.tense == "present" and back > 3)
    if meaning.rel == "this":  # the nearest, unless the tense says otherwise of a day hardly farther
        ahead = back > 4 if meaning.tense == "past" else back > 0 if ahead else back > 3
    if meaning.rel == "last":
        days = -(back or 7)
    elif meaning.rel == "next":
        days = 7 - back + meaning.n
    elif meaning.rel[:1] == "W":
        days = meaning.weekday - day.isoweekday() + 7 * int(meaning.rel[1:])
    else:
        days = 0 if back == 0 else 7 - back if ahead else -back
    found = str(day + dt.timedelta(days))
    return Value(_timed(meaning, found), found, "relative", str(day))


def _day_of_month(meaning: Meaning, day: dt.date) -> Value:
    """Return the nearest *lundi 6*, or *le 1er*: of this month, the last or the next, as the tense says."""
    found = []
    for months in (-1, 0, 1):
        month = cal.month_of(day.year, day.month + months).first
        if that := cal.day_of(month.year, month.month, meaning.day, meaning.weekday):
            against = (meaning.tense == "future" and that < day) or (meaning.tense == "past" and that > day)
            found.append((against, abs((that - day).days), that))
    return Value(str(min(found)[2]), str(min(found)[2]), "relative", str(day)) if found else Value()


def _choose_year(meaning: Meaning, day: dt.date) -> int:
    """Return the year that the words, the weekday, the tense and nearness to *day* speak for."""
    exact = bool(meaning.day or meaning.holiday)
    this = day if exact else day.replace(day=1)
    years = range(day.year - 1, day.year + 2)
    starts = [(first, year) for year in years if (first := _first_day(meaning, year))]
    if meaning.weekday:
        near = [pair for pair in starts if abs((pair[0] - day).days) <= MISPRINT]
        starts = near or [pair for pair in starts if pair[0].isoweekday() == meaning.weekday] or starts
    if meaning.rel[:1] == "Y":
        return day.year + int(meaning.rel[1:])
    if not starts or (meaning.rel == "this" and not meaning.season):
        return day.year
    if meaning.season and meaning.tense == "past" and meaning.rel != "last":
        settled = 0 if meaning.rel == "this" else SETTLED  # not said of one that has just begun
        return max(year for first, year in starts if (day - first).days >= settled)
    if meaning.rel == "last":
        return max((year for first, year in starts if first < this), default=starts[0][1])
    if meaning.rel == "next":
        return min((year for first, year in starts if first > this), default=starts[-1][1])

    def distance(pair: tuple[dt.date, int]) -> tuple[int, int]:
        days = (pair[0] - this).days
        against = (meaning.tense == "future" and days < 0) or (meaning.tense == "past" and days > 0)
        if meaning.tense == "ahead":
            return (-3 * days if days < 0 else 2 * days), pair[1]
        if meaning.tense in ("", "present"):
            return (-2 * days if days < 0 else 3 * days), pair[1]  # news looks back
        return abs(days) + against * (AGAINST if exact else 1000), pair[1]

    return min(starts, key=distance)[1]


def _first_day(meaning: Meaning, year: int) -> dt.date | None:
    try:
        stretch = cal.read_edtf(_in_year(meaning, year, "", "").date)
    except ValueError:  # the 29th of February
        return None
    return stretch.first if stretch else None


def _in_year(meaning: Meaning, year: int, basis: str, anchor: str) -> Value:
    """Return the value of *meaning* in *year*; 0 is a year that is not known, which has no date."""
    written = f"{year:04}" if year else "XXXX"
    check = ""
    if meaning.quarter:
        return _part_of_year(meaning.unit, meaning.quarter, year, basis, anchor)
    if meaning.season:
        value, date = f"{written}-{meaning.season}", f"{written}-{_SEASONS[meaning.season]}"
        if meaning.season == "WI" and (meaning.to_year or basis != "explicit"):
            date = f"{written}-12/{year + 1:04}-02"  # "l'hiver 2024" may be that before, too
    elif meaning.holiday:
        fixed = "" if meaning.holiday.startswith("easter") else f"XXXX-{meaning.holiday}"
        value = date = str(cal.holiday(meaning.holiday, year)) if year else fixed
    elif meaning.to_edge:
        month = f"{written}-{meaning.month:02}"
        end = cal.month_of(year or 2000, meaning.month).last.day
        first, last = _EDGES[meaning.edge or "start"][0], min(_EDGES[meaning.to_edge][1], end)
        value = date = f"{month}-{first:02}/{month}-{last:02}"
    elif meaning.day:
        date, check = _day(meaning, year, written)
        value = _timed(meaning, date)
    else:
        value = date = f"{written}-{meaning.month:02}" if meaning.month else written
        if meaning.to_year:
            value = date = f"{written}/{meaning.to_year:04}"
    return Value(value, date, basis, anchor, check) if year else Value("" if value == "XXXX" else value)


def _day(meaning: Meaning, year: int, written: str) -> tuple[str, str]:
    """Return the day or days of *meaning*, and whether the weekday that stands with them fits."""
    text, check = f"{written}-{meaning.month:02}-{meaning.day:02}", ""
    real = dt.date(year or 2000, meaning.month, meaning.day)
    if year and meaning.weekday:
        check = "agrees" if real.isoweekday() == meaning.weekday else "disagrees"
    if meaning.to_day:
        text += "/" + f"{written}{real.replace(day=meaning.to_day):-%m-%d}"
    return text, check


def _part_of_year(unit: str, number: int, year: int, basis: str, anchor: str) -> Value:
    """Return the value of a quarter (``Q``) or half (``SEM``) of *year*; 0 is a year that is not known."""
    letter, months = ("Q", 3) if unit == "Q" else ("H", 6)
    if not year:
        return Value(f"XXXX-{letter}{number}")
    date = f"{year:04}-{(number - 1) * months + 1:02}/{year:04}-{number * months:02}"
    return Value(f"{year:04}-{letter}{number}", date, basis, anchor)
