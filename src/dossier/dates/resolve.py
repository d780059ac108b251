"""Read expressions to dates, in the order of a text, against the publication date or both ends of it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import replace

from dossier.dates import calendar as cal
from dossier.dates.meaning import read_meaning
from dossier.dates.values import Value, evaluate
from dossier.records import PUBLISHED, Published, Reading, TimeExpression


def resolve(reading: Reading, published: Published) -> Reading:
    """Return *reading* with all its dates worked out against *published*.

    Expressions get value, date, basis, anchor and calendar_check; mentions, claims and quotations the dates
    of the expressions they refer to. Against an interval, a date is given only where both ends agree on it.
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
    ends = sorted({stretch.first, stretch.last}) if stretch else [None]
    runs = [_run(expressions, end) for end in ends]
    resolved = []
    for expression, *values in zip(expressions, *runs, strict=True):
        value = values[0]
        if any((other.value, other.date) != (value.value, value.date) for other in values):
            value = Value()
        vague = len(ends) == 2 and value.anchor == str(ends[0])
        inferred = published.basis == "inferred" and value.basis == "relative"
        resolved.append(
            replace(
                expression,
                value=value.value,
                date=value.date,
                basis="inferred" if inferred else value.basis,
                anchor=published.date if vague else value.anchor,
                calendar_check=value.check,
            )
        )
    return tuple(resolved)


def _run(expressions: tuple[TimeExpression, ...], day: dt.date | None) -> list[Value]:
    """Return the value of each expression, keeping the day that the text last spoke of."""
    meanings = [read_meaning(expression.meaning) for expression in expressions]
    values: list[Value] = []
    focuses: list[dt.date | None] = []
    focus = day
    for expression, meaning in zip(expressions, meanings, strict=True):
        focuses.append(focus)
        values.append(evaluate(meaning, day, focus))
        stretch = cal.read_edtf(values[-1].date)
        if stretch and stretch.first == stretch.last and expression.type in ("DATE", "TIME"):
            focus = stretch.first
    places = {expression.date_id: place for place, expression in enumerate(expressions)}
    for place, meaning in enumerate(meanings):
        if meaning.kind == "clock":
            named = (
                values[places[meaning.day_of]].date if meaning.day_of in places else str(focuses[place] or "")
            )
            clock = f"{named or 'XXXX-XX-XX'}T{meaning.hour:02}:{max(meaning.minute, 0):02}"
            values[place] = Value(clock, named, "relative" if named else "", named)
    return values
