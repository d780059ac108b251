"""Read expressions to values: TIMEX3 and EDTF, against the day of publication and the day last spoken of."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass, replace

from dossier.dates import calendar as cal
from dossier.dates.meaning import Meaning, read_meaning
from dossier.records import PUBLISHED, Published, Reading, TimeExpression


# A date against the tense of its verb must be nearer by so many days: a verb may be misread, a year hardly.
AGAINST = 330


@dataclass(frozen=True, slots=True)
class Value:
    """What an expression comes to: TIMEX3 value, EDTF date, what it was counted from, does the weekday fit."""

    value: str = ""
    date: str = ""
    basis: str = ""
    anchor: str = ""
    check: str = ""


def resolve(reading: Reading, published: Published) -> Reading:
    """Return *reading* with all its dates worked out against *published*.

    Expressions get value, date, basis, anchor and calendar_check; mentions, claims and quotations the dates of
    the expressions they refer to. Against an interval, a date is given only where both ends agree on it.
    """
    expressions = resolve_expressions(reading.expressions, published)
    known = {expression.date_id: expression for expression in expressions}

    def date(ref: str, default: str) -> str:
        if ref == PUBLISHED:
            return published.date
        return known[ref].date if ref in known else default

    return replace(
        reading,
        article=replace(reading.article, published=published),
        expressions=expressions,
        mentions=tuple(
            replace(m, date=known[m.date_id].date, date_basis=known[m.date_id].basis)
            if m.date_id in known
            else m
            for m in reading.mentions
        ),
        claims=tuple(
            replace(c, said_on=date(c.said_on_ref, c.said_on), about=date(c.about_ref, c.about))
            for c in reading.claims
        ),
        quotations=tuple(replace(q, said_on=date(q.said_on_ref, q.said_on)) for q in reading.quotations),
    )


def resolve_expressions(
    expressions: Iterable[TimeExpression], published: Published
) -> tuple[TimeExpression, ...]:
    """Return *expressions* resolved in the order of the text."""
    expressions = tuple(expressions)
    stretch = cal.read_edtf(published.date)
    ends = (
        [None]
        if stretch is None
        else [stretch.first]
        if stretch.first == stretch.last
        else [stretch.first, stretch.last]
    )
    runs = [list(_run(expressions, end)) for end in ends]
    inferred = published.basis == "inferred"
    resolved = []
    for expression, *values in zip(expressions, *runs, strict=True):
        value = (
            values[0]
            if all((v.value, v.date) == (values[0].value, values[0].date) for v in values)
            else Value()
        )
        anchor = value.anchor
        if anchor and stretch and anchor == str(stretch.first) and len(ends) == 2:
            anchor = published.date
        basis = "inferred" if inferred and value.basis == "relative" else value.basis
        resolved.append(
            replace(
                expression,
                value=value.value,
                date=value.date,
                basis=basis,
                anchor=anchor,
                calendar_check=value.check,
            )
        )
    return tuple(resolved)


def _run(expressions: Iterable[TimeExpression], day: dt.date | None) -> Iterable[Value]:
    """Yield the value of each expression, keeping the day that the text last spoke of."""
    expressions = list(expressions)
    done: dict[str, Value] = {}
    focus = day
    for expression in expressions:
        meaning = read_meaning(expression.meaning)
        if meaning.kind != "clock":
            value = evaluate(meaning, day, focus)
            done[expression.date_id] = value
            stretch = cal.read_edtf(value.date)
            if stretch and stretch.first == stretch.last and expression.type in ("DATE", "TIME"):
                focus = stretch.first
        else:
            done[expression.date_id] = Value(anchor=str(focus or ""))
    for expression in expressions:
        meaning = read_meaning(expression.meaning)
        if meaning.kind == "clock":
            of = done.get(meaning.day_of)
            date = of.date if of and of.date else "" if meaning.day_of else done[expression.date_id].anchor
            clock = f"T{meaning.hour:02}:{max(meaning.minute, 0):02}"
            done[expression.date_id] = Value(
                (date or "XXXX-XX-XX") + clock, date, "relative" if date else "", date
            )
    return [done[expression.date_id] for expression in expressions]


def evaluate(meaning: Meaning, day: dt.date | None, focus: dt.date | None) -> Value:
    """Return what *meaning* comes to when the text appeared on *day* and last spoke of *focus*."""
    if meaning.kind in ("duration", "set", "ref"):
        return Value(meaning.value)
    if meaning.kind == "century":
        number = f"{meaning.n - 1:02}"
        return Value(number, number + "XX", "explicit")
    if meaning.kind == "decade":
        number = str(meaning.year // 10)
        return Value(number, number + "X", "explicit")
    if meaning.kind == "offset":
        return _offset(meaning, focus if meaning.origin == "focus" else day)
    if meaning.kind == "calendar":
        try:
            return _calendar(meaning, day)
        except (ValueError, OverflowError):
            return Value()
    return Value()


def _offset(meaning: Meaning, origin: dt.date | None) -> Value:
    if origin is None:
        return Value()
    n, anchor = meaning.n, str(origin)
    try:
        if meaning.unit == "D":
            text = str(origin + dt.timedelta(n))
            return Value(text + (f"T{meaning.part}" if meaning.part else ""), text, "relative", anchor)
        if meaning.unit in ("W", "WE"):
            if meaning.unit == "WE" and n == 0 and meaning.tense == "past" and origin.isoweekday() < 5:
                n = -1
            year, week, _ = (origin + dt.timedelta(7 * n)).isocalendar()
            monday = dt.date.fromisocalendar(year, week, 1)
            first = monday + dt.timedelta(5 if meaning.unit == "WE" else 0)
            text = f"{year}-W{week:02}" + ("-WE" if meaning.unit == "WE" else "")
            return Value(text, f"{first}/{monday + dt.timedelta(6)}", "relative", anchor)
        if meaning.unit == "M":
            text = str(cal.month_of(origin.year, origin.month + n).first)[:7]
        elif meaning.unit == "Y":
            text = f"{origin.year + n:04}"
        elif meaning.unit == "Q":
            quarter = origin.year * 4 + (origin.month - 1) // 3 + n
            first = cal.month_of(quarter // 4, quarter % 4 * 3 + 1).first
            last = cal.month_of(quarter // 4, quarter % 4 * 3 + 3).first
            return Value(
                f"{quarter // 4}-Q{quarter % 4 + 1}", f"{str(first)[:7]}/{str(last)[:7]}", "relative", anchor
            )
        elif meaning.unit == "DE":
            number = str(origin.year // 10 + n)
            return Value(number, number + "X", "relative", anchor)
        elif meaning.unit == "CE":
            number = str(origin.year // 100 + n)
            return Value(number, number + "XX", "relative", anchor)
        else:
            return Value()
    except (ValueError, OverflowError):
        return Value()
    return Value(text, text, "relative", anchor)


def _calendar(meaning: Meaning, day: dt.date | None) -> Value:
    if not (
        meaning.year or meaning.month or meaning.day or meaning.season or meaning.holiday or meaning.quarter
    ):
        return _weekday(meaning, day)
    if meaning.year:
        return _in_year(meaning, meaning.year, "explicit", "")
    if day is None:
        return _in_year(meaning, 0, "", "")
    if meaning.day and not meaning.month:
        return _day_of_month(meaning, day)
    if meaning.season and (meaning.rel == "any" or (meaning.rel == "" and meaning.tense in ("", "present"))):
        return _in_year(meaning, 0, "", "")
    years = range(day.year - 1, day.year + 2)
    candidates = [(_first_day(meaning, year), year) for year in years]
    year = _choose(meaning, candidates, day)
    return _in_year(meaning, year, "relative", str(day))


def _day_of_month(meaning: Meaning, day: dt.date) -> Value:
    """Return the nearest *lundi 6*, or *le 1er*: of this month, the last or the next, as the tense says."""
    found = []
    for months in (-1, 0, 1):
        month = cal.month_of(day.year, day.month + months)
        if meaning.day <= month.last.day:
            that = month.first.replace(day=meaning.day)
            against = (meaning.tense == "future" and that < day) or (meaning.tense == "past" and that > day)
            if not meaning.weekday or that.isoweekday() == meaning.weekday:
                found.append((against, abs((that - day).days), that))
    return Value(str(min(found)[2]), str(min(found)[2]), "relative", str(day)) if found else Value()


def _first_day(meaning: Meaning, year: int) -> dt.date | None:
    value = _in_year(meaning, year, "", "")
    stretch = cal.read_edtf(value.date)
    return stretch.first if stretch else None


def _choose(meaning: Meaning, candidates: list[tuple[dt.date | None, int]], day: dt.date) -> int:
    """Return the year that tense, weekday and nearness to *day* speak for."""
    fitting = [(first, year) for first, year in candidates if first]
    if meaning.weekday:
        same = [(f, y) for f, y in fitting if f.isoweekday() == meaning.weekday]
        fitting = same or fitting
    this = day if meaning.day or meaning.holiday else day.replace(day=1)
    if meaning.rel == "last" and fitting:
        fitting = [(f, y) for f, y in fitting if f < this] or fitting
        return fitting[-1][1]
    if meaning.rel == "next" and fitting:
        return next((y for f, y in fitting if f > this), fitting[-1][1])
    if meaning.rel == "this":
        return day.year
    if not fitting:
        return day.year

    def distance(pair: tuple[dt.date, int]) -> tuple[int, int]:
        days = (pair[0] - this).days
        against = (meaning.tense == "future" and days < 0) or (meaning.tense == "past" and days > 0)
        return abs(days) + (AGAINST * against if meaning.day or meaning.holiday else 1000 * against), pair[1]

    return min(fitting, key=distance)[1]


_SEASONS = {"SP": 21, "SU": 22, "FA": 23, "WI": 24}


def _in_year(meaning: Meaning, year: int, basis: str, anchor: str) -> Value:
    written = f"{year:04}" if year else "XXXX"
    if meaning.season:
        return Value(
            f"{written}-{meaning.season}",
            f"{year:04}-{_SEASONS[meaning.season]}" if year else "",
            basis if year else "",
            anchor,
        )
    if meaning.holiday:
        if not year:
            return Value("XXXX-" + meaning.holiday if meaning.holiday[0] != "e" else "")
        text = str(cal.holiday(meaning.holiday, year))
        return Value(text, text, basis, anchor)
    if meaning.quarter:
        months = 3 if meaning.unit == "Q" else 6
        first = (meaning.quarter - 1) * months + 1
        value = f"{written}-{'Q' if months == 3 else 'H'}{meaning.quarter}"
        return Value(
            value,
            f"{year:04}-{first:02}/{year:04}-{first + months - 1:02}" if year else "",
            basis if year else "",
            anchor,
        )
    if not meaning.month:
        return Value(written, written, basis, anchor)
    month = f"{written}-{meaning.month:02}"
    if meaning.to_edge:
        ends = {"start": (1, 10), "mid": (11, 15), "end": (21, 0)}
        last = ends[meaning.to_edge][1] or (cal.month_of(year, meaning.month).last.day if year else 30)
        text = f"{month}-{ends.get(meaning.edge, (1, 0))[0]:02}/{month}-{last:02}"
        return Value(text, text if year else "", basis if year else "", anchor)
    if not meaning.day:
        return Value(month, month if year else "", basis if year else "", anchor)
    text = f"{month}-{meaning.day:02}"
    check = ""
    if year:
        real = dt.date(year, meaning.month, meaning.day)
        if meaning.weekday:
            check = "agrees" if real.isoweekday() == meaning.weekday else "disagrees"
    if meaning.to_day:
        text = f"{text}/{month}-{meaning.to_day:02}"
    return Value(
        text + (f"T{meaning.part}" if meaning.part else ""),
        text if year else "",
        basis if year else "",
        anchor,
        check,
    )


def _weekday(meaning: Meaning, day: dt.date | None) -> Value:
    if day is None or not meaning.weekday:
        return Value()
    back = (day.isoweekday() - meaning.weekday) % 7
    if meaning.rel == "last":
        found = day - dt.timedelta(back or 7)
    elif meaning.rel == "next":
        found = day + dt.timedelta(7 - back)
    elif back == 0:
        found = day
    elif meaning.tense == "future" or (meaning.rel == "this" and meaning.tense == "present"):
        found = day + dt.timedelta(7 - back)
    else:
        found = day - dt.timedelta(back)
    return Value(f"{found}" + (f"T{meaning.part}" if meaning.part else ""), str(found), "relative", str(day))
