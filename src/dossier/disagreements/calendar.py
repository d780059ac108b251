"""Weekdays that do not fit the date written beside them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from dossier.disagreements.wording import Sources
from dossier.edtf import bounds, in_words
from dossier.records import Discrepancy, TimeExpression, stable_id

WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


def find_calendar_errors(expressions: Iterable[TimeExpression], sources: Sources) -> Iterator[Discrepancy]:
    """Yield each expression whose weekday is not that of its date."""
    for expression in expressions:
        if expression.calendar_check != "disagrees":
            continue
        day = bounds(expression.date)[0]
        known = f"; {in_words(day.isoformat())} is a {WEEKDAYS[day.weekday()]}" if day else ""
        yield Discrepancy(
            discrepancy_id=stable_id("x", expression.date_id, 0, 0, "calendar"),
            kind="calendar",
            subject=expression.date_id,
            statement=f"{sources.name([expression.article_id])} writes “{expression.text}”, "
            f"a weekday and a date that do not fit{known}.",
            severity="conflict",
            records=(expression.date_id,),
            reason="A date has one weekday only.",
        )
