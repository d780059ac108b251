"""One day of the month that two articles give two weekdays: at least one of them is wrong."""

from __future__ import annotations

from collections.abc import Iterator

from dossier.disagreements.differences import Difference, Side
from dossier.disagreements.tellings import Telling, fold
from dossier.records import TimeExpression


def find_weekdays(one: Telling, other: Telling) -> Iterator[Difference]:
    """Yield the expressions whose days and months are the same and whose weekdays are not."""
    for mine in one.weekdays:
        for theirs in other.weekdays:
            first, second = parts(mine), parts(theirs)
            if len(first) > 2 and len(second) > 2 and first[1:3] == second[1:3] and first[0] != second[0]:
                yield Difference("calendar", side(mine), side(theirs))


def parts(expression: TimeExpression) -> list[str]:
    """Return weekday, day and month of *expression* as written."""
    return fold(expression.text).replace("1er", "1").split()


def side(expression: TimeExpression) -> Side:
    """Return *expression* as a side of a difference."""
    return Side(expression.date_id, expression.article_id, expression.text)
