"""One date with two weekdays: in two articles, or a weekday that the calendar does not have."""

from collections.abc import Iterable, Iterator

from dossier.disagreements.differences import Difference, Side
from dossier.disagreements.passages import Pair
from dossier.disagreements.tellings import fold
from dossier.disagreements.wording import Sources
from dossier.edtf import bounds, in_words
from dossier.i18n import _, weekday
from dossier.records import Discrepancy, TimeExpression, stable_id

UNDATED = 2  # parts of an expression without a weekday: day and month


def find_weekdays(pair: Pair) -> Iterator[Difference]:
    """Yield the expressions whose days and months are the same and whose weekdays are not."""
    for mine in pair.one.weekdays:
        for theirs in pair.other.weekdays:
            first, second = parts(mine), parts(theirs)
            whole = len(first) > UNDATED and len(second) > UNDATED
            if whole and first[1:3] == second[1:3] and first[0] != second[0]:
                yield Difference("calendar", side(mine), side(theirs))


def parts(expression: TimeExpression) -> list[str]:
    """Return weekday, day and month of *expression* as written."""
    return fold(expression.text).replace("1er", "1").split()


def side(expression: TimeExpression) -> Side:
    """Return *expression* as a side of a difference."""
    return Side(expression.date_id, expression.article_id, expression.text)


def find_calendar_errors(expressions: Iterable[TimeExpression], sources: Sources) -> Iterator[Discrepancy]:
    """Yield each expression whose weekday is not that of its date, with the one that lends it its year."""
    every = tuple(expressions)
    anchors = {(e.article_id, e.date): e for e in reversed(every) if e.calendar_check != "disagrees"}
    for expression in every:
        if expression.calendar_check != "disagrees":
            continue
        anchor = anchors.get((expression.article_id, expression.anchor))
        day = bounds(expression.date)[0]
        known = (
            _("; {day} is a {weekday}", day=in_words(day.isoformat()), weekday=weekday(day.weekday()))
            if day
            else ""
        )
        yield Discrepancy(
            discrepancy_id=stable_id("x", expression.date_id, 0, 0, "calendar"),
            kind="calendar",
            subject=expression.date_id,
            statement=_(
                "{source} writes “{words}”, a weekday and a date that do not fit{known}.",
                source=sources.name([expression.article_id]),
                words=expression.text,
                known=known,
            ),
            severity="conflict",
            records=(expression.date_id, *([anchor.date_id] if anchor else ())),
            reason=_("A date has one weekday only."),
        )
