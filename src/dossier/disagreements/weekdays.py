"""One day of the month with two weekdays, or with one that it does not have: at least one is wrong."""

from collections.abc import Iterator, Mapping

from dossier.disagreements.days import lent
from dossier.disagreements.differences import Difference, Side
from dossier.disagreements.tellings import Telling, fold
from dossier.records import Published, TimeExpression

UNDATED = 2  # parts of an expression without a weekday: day and month


def find_weekdays(one: Telling, other: Telling, published: Mapping[str, Published]) -> Iterator[Difference]:
    """Yield the expressions whose days and months are the same and whose weekdays are not.

    Where one has no weekday and no year, the *other* article lends the year in which it has another weekday.
    """
    for mine in one.weekdays:
        for theirs in other.weekdays:
            first, second = parts(mine), parts(theirs)
            whole = len(first) > UNDATED and len(second) > UNDATED
            if whole and first[1:3] == second[1:3] and first[0] != second[0]:
                yield Difference("calendar", side(mine), side(theirs))
    for here, there in ((one, other), (other, one)) if one is not other else ():
        for moment in here.moments:
            told = lent(moment, here, there, published)
            if told.check == "disagrees":
                for same in (m for m in there.moments if m.expression.date == told.date):
                    yield Difference("calendar", side(moment.expression), side(same.expression))


def parts(expression: TimeExpression) -> list[str]:
    """Return weekday, day and month of *expression* as written."""
    return fold(expression.text).replace("1er", "1").split()


def side(expression: TimeExpression) -> Side:
    """Return *expression* as a side of a difference."""
    return Side(expression.date_id, expression.article_id, expression.text)
