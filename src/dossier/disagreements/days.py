"""One act by one participant on two days; a day that was planned and the day it took place."""

import datetime as dt
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from dossier.dates.match import read_meaning
from dossier.dates.values import Value, evaluate
from dossier.disagreements.differences import Difference, Side
from dossier.disagreements.passages import Known, Pair, told_on
from dossier.disagreements.tellings import Moment, Telling
from dossier.events import days_of, gap
from dossier.lexicons import pattern_of
from dossier.records import Published

SPAN = 31  # days that two dates of one act lie apart at most
WEEK = 7  # days beyond which two dates of one act are seldom of the same one

Days = tuple[int, int]
Told = tuple[str, bool, Days]  # by what article, whether it is planned, for when


@dataclass(frozen=True, slots=True)
class Dated:
    """A moment with its day or night."""

    moment: Moment
    days: Days


def find_days(pair: Pair) -> Iterator[Difference]:
    """Yield the happenings that two articles date differently."""
    mine, theirs = dated(pair.one), dated(pair.other)
    for first in mine:
        for second in theirs:
            told = told_too(first, second.days, mine) or told_too(second, first.days, theirs)
            if 0 < gap(first.days, second.days) <= SPAN and not told and is_one_act(first, second):
                ends = ((d.moment.article_id, d.moment.phase == "planned", d.days) for d in (first, second))
                way = way_of(ends, pair.published)
                yield Difference(way, side(first.moment), side(second.moment))


def way_of(ends: Iterable[Told], published: Known) -> str:
    """Return how two days of one thing differ: what is done before an article that plans it is so already."""
    one, other = ends
    if one[1] == other[1]:
        return "day"
    (planning, _, _), (_, _, done) = (one, other) if one[1] else (other, one)
    today = told_on(planning, published)
    return "step" if today and done[1] < today[0] else "planned day"


def is_one_act(one: Dated, other: Dated) -> bool:
    """Return whether two moments are of the same act and the same participants."""
    first, second = one.moment, other.moment
    # which week a weekday is of is not said
    relative = "relative" in (first.expression.basis, second.expression.basis)
    weekday = relative and gap(one.days, other.days) == WEEK
    if not first.act == second.act != "" or (first.figure and second.figure) or weekday:
        return False
    roles = ((first.agent, second.agent), (first.patient, second.patient))
    if any(mine and theirs and not mine & theirs for mine, theirs in roles):
        return False
    rest = (first.near & second.near) - first.agent - {first.act}
    return bool(first.patient & second.patient or (first.agent & second.agent and rest))


def side(moment: Moment) -> Side:
    """Return *moment* as a side of a difference."""
    return Side(moment.record_id, moment.article_id, moment.text, moment.who, moment.sentence)


def told_too(dated: Dated, days: Days, others: list[Dated]) -> bool:
    """Return whether the article of *dated* tells something like it of the other *days* as well."""
    return any(
        gap(days, other.days) == 0 and len(other.moment.near & dated.moment.near) > 1 for other in others
    )


def dated(telling: Telling) -> list[Dated]:
    """Return the moments of *telling* that one day or night dates."""
    found = ((m, days_of(m.expression.date)) for m in telling.moments)
    another = pattern_of("comparisons", "of_others")
    return [
        Dated(m, days) for m, days in found if days and days[1] - days[0] <= 1 and not another.match(m.text)
    ]


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
