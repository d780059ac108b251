"""Weekdays that do not fit the date written beside them."""

from collections.abc import Iterable, Iterator

from dossier.disagreements.wording import Sources
from dossier.edtf import bounds, in_words
from dossier.i18n import N_, _
from dossier.records import Discrepancy, TimeExpression, stable_id

WEEKDAYS = (
    *(N_("Monday"), N_("Tuesday"), N_("Wednesday"), N_("Thursday"), N_("Friday"), N_("Saturday")),
    N_("Sunday"),
)


def find_calendar_errors(expressions: Iterable[TimeExpression], sources: Sources) -> Iterator[Discrepancy]:
    """Yield each expression whose weekday is not that of its date, with the one that lends it its year."""
    every = tuple(expressions)
    anchors = {(e.article_id, e.date): e for e in reversed(every) if e.calendar_check != "disagrees"}
    for expression in every:
        if expression.calendar_check != "disagrees":
            continue
        anchor = anchors.get((expression.article_id, expression.anchor))
        day = bounds(expression.date)[0]
        weekday = _(WEEKDAYS[day.weekday()]) if day else ""
        known = _("; {day} is a {weekday}", day=in_words(day.isoformat()), weekday=weekday) if day else ""
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
