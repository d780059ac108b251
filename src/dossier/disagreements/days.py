"""Days of one thing: how two of them differ, and those that one article lends another."""

import datetime as dt
from collections.abc import Iterable
from dataclasses import replace

from dossier.dates.match import read_meaning
from dossier.dates.values import Value, evaluate
from dossier.disagreements.differences import Side
from dossier.disagreements.passages import Known, told_on
from dossier.disagreements.tellings import Moment, Telling
from dossier.records import Published

Days = tuple[int, int]
Told = tuple[str, bool, Days]  # by what article, whether it is planned, for when


def way_of(ends: Iterable[Told], published: Known) -> str:
    """Return how two days of one thing differ: what is done before an article that plans it is so already."""
    one, other = ends
    if one[1] == other[1]:
        return "day"
    (planning, _, _), (_, _, done) = (one, other) if one[1] else (other, one)
    today = told_on(planning, published)
    return "step" if today and done[1] < today[0] else "planned day"


def side(moment: Moment) -> Side:
    """Return *moment* as a side of a difference."""
    return Side(moment.record_id, moment.article_id, moment.text, moment.who, moment.sentence)


def borrowing(telling: Telling, other: Telling, published: Known) -> Telling:
    """Return *telling* with the days that it leaves open as its *other* article lends them."""
    days = [(moment, lent(moment, telling, other, published).date) for moment in telling.moments]
    if telling is other or not any(day for _, day in days):
        return telling
    known = (replace(m, expression=replace(m.expression, date=day)) if day else m for m, day in days)
    return replace(telling, moments=tuple(known))


def lent(moment: Moment, telling: Telling, other: Telling, published: Known) -> Value:
    """Return what a weekday, or a day without a year, comes to on the day of the *other* article."""
    today = published.get(telling.article_id, Published()).date
    if not moment.expression.meaning or moment.expression.date or today:
        return Value()
    meaning = read_meaning(moment.expression.meaning)
    if meaning.kind != "calendar" or not (meaning.weekday or (meaning.day and meaning.month)):
        return Value()
    near = told_on(other.article_id, published)
    if not near:
        return Value()
    return evaluate(meaning, dt.date.fromordinal(near[0]), None)
