"""EDTF dates as days and as words of the report (ISO 8601-2, https://www.loc.gov/standards/datetime/)."""

import calendar
import functools
import re
from collections import Counter
from collections.abc import Iterable
from datetime import date

from dossier import i18n
from dossier.i18n import N_, NP_, _, pgettext

# As meteorologists have them: spring is March to May.
_SEASONS = {"21": (3, 5), "22": (6, 8), "23": (9, 11), "24": (12, 2)}
_SEASON_NAMES = {
    "21": N_("spring {year}"),
    "22": N_("summer {year}"),
    "23": N_("autumn {year}"),
    "24": N_("winter {year}"),
}
# Each as it is said of a day, and of a month or a year: languages differ there.
_UNTIL = (NP_("day", "until {date}"), NP_("month or year", "until {date}"))
_FROM = (NP_("day", "from {date}"), NP_("month or year", "from {date}"))
_ABOUT = (NP_("day", "about {date}"), NP_("month or year", "about {date}"))
_BY = (NP_("day", "by {date}"), NP_("month or year", "by {date}"))
_BETWEEN = (NP_("day", "between {first} and {last}"), NP_("month or year", "between {first} and {last}"))
_SPAN = (NP_("day", "{first}–{last}"), NP_("month or year", "{first}–{last}"))
_LONG_SPAN = (NP_("day", "{first} – {last}"), NP_("month or year", "{first} – {last}"))
_WHEN = (NP_("day", "on {date}"), NP_("month or year", "in {date}"))
_SPACE = re.compile(r"(?<=[ \u00a0])")
_SIMPLE = re.compile(r"(\d{4}(-\d\d){0,2}(T\d\d(:\d\d){0,2})?|\d{2,3}X{1,2})[~?%]?")
Bounds = tuple[date | None, date | None]


@functools.lru_cache(maxsize=4096)
def bounds(edtf: str) -> Bounds:
    """Return the first and the last day of *edtf*; None where it is open, unknown or not of this form."""
    first, slash, last = edtf.partition("/")
    if not slash:
        return _simple(first)
    return _simple(first)[0], _simple(last)[1]


def by_width(dates: Iterable[str]) -> list[str]:
    """Return different *dates* (EDTF), the narrowest first, of equals the most given, then the first."""
    times = Counter(dates)
    return sorted(times, key=lambda edtf: (width(edtf), -times[edtf], sort_key(edtf)))


def width(edtf: str) -> int:
    """Return how many days lie between the ends of *edtf*; very many where one is open or unknown."""
    first, last = bounds(edtf)
    return (last - first).days if first and last else 10**6


def is_day(text: str) -> bool:
    """Return whether *text* is a day that the calendar has, such as ``2024-01-31``."""
    return bool(re.fullmatch(r"\d{4}-\d\d-\d\d", text)) and all(bounds(text))


def is_no_day(text: str) -> bool:
    """Return whether *text* is written as a date, and the calendar lacks it: ``2025-02-30``."""
    return any(_SIMPLE.fullmatch(end) and not all(_simple(end)) for end in text.split("/"))


def is_date(text: str) -> bool:
    """Return whether *text* is a date or a stretch of dates, not reversed, that the calendar has."""
    ends = text.split("/")
    if len(ends) > 2 or not any(map(_SIMPLE.fullmatch, ends)):
        return False
    known = [end for end in ends if end not in ("", "..") or len(ends) == 1]
    if not all(_SIMPLE.fullmatch(end) and all(_simple(end)) for end in known):
        return False
    first, last = bounds(text)
    return first is None or last is None or first <= last


def _simple(text: str) -> Bounds:
    text = re.sub(r"[~?%]|T.*", "", text.strip())
    if "X" in text and len(text) == 4:
        return _simple(text.replace("X", "0"))[0], _simple(text.replace("X", "9"))[1]
    try:
        parts = [int(part) for part in text.split("-")]
        if len(parts) == 1:
            return date(parts[0], 1, 1), date(parts[0], 12, 31)
        if len(parts) == 3:
            return date(*parts), date(*parts)
        months = _SEASONS.get(text[-2:], (parts[1], parts[1]))
        winter = months[1] < months[0]  # of two, that which begins and that which ends in the year
        end_year = parts[0] + winter
        last = calendar.monthrange(end_year, months[1])[1]
        return date(parts[0] - winter, months[0], 1), date(end_year, months[1], last)
    except (ValueError, IndexError, OverflowError):
        return None, None


def sort_key(edtf: str) -> tuple[date, date, str]:
    """Return a key that puts *edtf* in order of time, what is unknown last."""
    first, last = bounds(edtf)
    return first or last or date.max, last or first or date.max, edtf


def in_words(edtf: str, *, short: bool = False, between: bool = False) -> str:
    """Return *edtf* in words, ``6 November 2024``, with *short* ``6 Nov 2024``; empty stays empty.

    Of two ends it is ``4–6 November 2024``, or ``between 4 and 6 November 2024``.
    """
    first, slash, last = edtf.partition("/")
    if not slash:
        return _simple_words(first, short)
    if first in ("", ".."):
        return _said(_UNTIL, last, short)
    if last in ("", ".."):
        return _said(_FROM, first, short)
    start, end = (_SPACE.split(_simple_words(one, short)) for one in (first, last))
    shared = next(
        (n for n, (one, other) in enumerate(zip(start[::-1], end[::-1], strict=False)) if one != other),
        min(len(start), len(end)),
    )
    kept, whole = start[: len(start) - shared], "".join(end)
    joining = _BETWEEN if between else _SPAN if len(kept) == 1 else _LONG_SPAN
    said = joining[precision(last) != "day"]
    return pgettext(*said, first="".join(kept).strip(), last=whole) if kept else whole


def when(edtf: str) -> str:
    """Return *edtf* as a sentence says when: ``on 6 November 2024``, ``in November 2024``."""
    if precision(edtf) == "season":
        return pgettext("season", "in {date}", date=in_words(edtf))
    return in_words(edtf, between=True) if set("/~") & set(edtf) else _said(_WHEN, edtf, short=False)


def by_when(edtf: str, *, short: bool = False) -> str:
    """Return *edtf* as a sentence says by when: ``by November 2024``."""
    return _said(_BY, edtf, short)


def _said(messages: tuple[tuple[str, str], ...], edtf: str, short: bool) -> str:
    words = in_words(edtf, short=short)
    return pgettext(*messages[precision(edtf) != "day"], date=words) if words else ""


def _simple_words(text: str, short: bool) -> str:
    if "~" in text:
        return _said(_ABOUT, text.replace("~", ""), short)
    text = re.sub(r"[~?%]|T.*", "", text)
    if re.fullmatch(r"\d{3}X", text):
        return _("{year}s", year=text.replace("X", "0"))
    if re.fullmatch(r"\d\dXX", text):
        return pgettext("century", "{year}s", year=text.replace("X", "0"))
    return _calendar_words(text, short)


def _calendar_words(text: str, short: bool) -> str:
    parts = text.split("-")
    if not all(part.isdigit() for part in parts) or _simple(text)[0] is None:
        return text
    if len(parts) == 1:
        return parts[0]
    if parts[1] in _SEASON_NAMES:
        return _(_SEASON_NAMES[parts[1]], year=parts[0])
    month = i18n.month(int(parts[1]), short=short)
    if len(parts) == 2:
        return _("{month} {year}", month=month, year=parts[0])
    day = pgettext("day of a month", "1") if parts[2] == "01" else str(int(parts[2]))
    return _("{day} {month} {year}", day=day, month=month, year=parts[0])


_APPROXIMATE = {
    "season": N_("approximate season"),
    "year": N_("approximate year"),
    "month": N_("approximate month"),
    "day": N_("approximate day"),
}


def precision(edtf: str) -> str:
    """Return how fine *edtf* is: day, month, year, season, interval, decade … or unknown."""
    if not edtf:
        return N_("unknown")
    if "/" in edtf:
        return N_("interval")
    if "X" in edtf:
        return N_("decade or century")
    parts = re.sub(r"[~?%]|T.*", "", edtf).split("-")
    fine = (N_("year"), N_("month"), N_("day"))[min(len(parts), 3) - 1]
    if len(parts) == 2 and parts[1] in _SEASONS:
        fine = N_("season")
    return _APPROXIMATE[fine] if "~" in edtf else fine
