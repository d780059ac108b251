"""One act by one participant on two days; a day that was planned and the day it took place."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from dossier.dates.meaning import read_meaning
from dossier.dates.values import Value, evaluate
from dossier.disagreements.differences import Difference, Side, side_of
from dossier.disagreements.tellings import Moment, Telling, family_words, roots
from dossier.events import days_of, gap
from dossier.lexicons import load_lexicon
from dossier.records import Published, Statement

ALIKE = 0.75  # share of common words where a single one names the patient
SOON = 3  # days beyond which two dates of one act need more in common
SPAN = 31  # days that two dates of one act lie apart at most
COMMON = 2  # telling words, the act among them, that stand around two dates of one happening

Days = tuple[int, int]
Known = Mapping[str, Published]


@dataclass(frozen=True, slots=True)
class Dated:
    """A moment with its day or night."""

    moment: Moment
    days: Days


def find_days(one: Telling, other: Telling, published: Known) -> Iterator[Difference]:
    """Yield the happenings that two articles date differently."""
    if one is other:
        return
    mine, theirs = dated(one, other, published), dated(other, one, published)
    for first in mine:
        for second in theirs:
            if not 0 < gap(first.days, second.days) <= SPAN or not is_one_happening(first, second):
                continue
            if told_too(first, second.days, mine) or told_too(second, first.days, theirs):
                continue
            planned = (first.moment.phase == "planned") + (second.moment.phase == "planned")
            yield Difference("planned day" if planned == 1 else "day", side(first), side(second))


def side(dated: Dated) -> Side:
    """Return *dated* as a side of a difference."""
    moment = dated.moment
    return Side(moment.record_id, moment.article_id, moment.text, moment.who, moment.sentence)


def is_one_happening(one: Dated, other: Dated) -> bool:
    """Return whether one act stands by two dates, with a participant or a word of the matter in common."""
    first, second = one.moment, other.moment
    if first.polarity != second.polarity or (first.figure and second.figure):  # two tolls are two happenings
        return False
    if not (first.act and second.act) or is_one_weekday(one, other):
        return False
    common = (first.near & second.near) - {first.act, second.act}
    if first.act != second.act:
        named = names_act(first, second) or names_act(second, first)
        return named and len(common) >= COMMON - 1
    roles = ((first.agent, second.agent), (first.patient, second.patient))
    if any(mine and theirs and not mine & theirs for mine, theirs in roles):
        return False
    known = sum(bool(mine & theirs) for mine, theirs in roles)
    beside = common - first.agent - first.patient
    return len(beside) + known >= (COMMON if gap(one.days, other.days) > SOON else 1)


def names_act(one: Moment, other: Moment) -> bool:
    """Return whether *one*, whose verb says nothing ("undergo"), names the act of *other* by a noun."""
    light = roots(" ".join(load_lexicon("comparisons")["light"]))
    return one.act in light and other.act in family_words(one.near)


def is_one_weekday(one: Dated, other: Dated) -> bool:
    """Return whether two days are one weekday of different weeks: which week is meant is not said."""
    relative = "relative" in (one.moment.expression.basis, other.moment.expression.basis)
    return relative and gap(one.days, other.days) % 7 == 0


def told_too(dated: Dated, days: Days, others: list[Dated]) -> bool:
    """Return whether the article of *dated* tells something like it of the other *days* as well."""
    return any(
        gap(days, other.days) == 0 and len(other.moment.near & dated.moment.near) >= COMMON
        for other in others
    )


def dated(telling: Telling, other: Telling, published: Known) -> list[Dated]:
    """Return the moments of *telling* that one day or night dates; *other* lends the year left open."""
    dates = (m.expression.date or lent(m, telling, other, published).date for m in telling.moments)
    found = zip(telling.moments, map(days_of, dates), strict=True)
    return [Dated(m, days) for m, days in found if days and days[1] - days[0] <= 1]


def lent(moment: Moment, telling: Telling, other: Telling, published: Known) -> Value:
    """Return what a day of the month without a year comes to, counted from the day of the *other* article."""
    meaning = read_meaning(moment.expression.meaning) if moment.expression.meaning else None
    if (
        meaning is None
        or meaning.kind != "calendar"
        or not (meaning.day and (meaning.month or meaning.weekday))
    ):
        return Value()
    near = days_of(published.get(other.article_id, Published()).date)
    if not near or published.get(telling.article_id, Published()).date:
        return Value()
    return evaluate(meaning, dt.date.fromordinal(near[0]), None)


def find_steps(one: Telling, other: Telling, published: Known) -> Iterator[Difference]:
    """Yield acts that one article tells as done before the day on which the other still expects them."""
    if one is other:
        return
    for here, there in ((one, other), (other, one)):
        today = days_of(published.get(here.article_id, Published()).date)
        if not today:
            continue
        for planned in here.statements:
            if planned.phase != "planned" or planned.polarity == "-":
                continue
            for done in there.statements:
                days = days_of(done.date)
                past = days is not None and days[1] < today[0]
                if done.phase == "done" and past and is_one_act(planned, done):
                    yield Difference("step", side_of(done), side_of(planned))


def is_one_act(one: Statement, other: Statement) -> bool:
    """Return whether two statements tell of one act of a family with common participants."""
    acts = roots(one.predicate) & roots(other.predicate)
    if not family_words(acts) or one.polarity != other.polarity or (one.claim_id and other.claim_id):
        return False
    for first, second in ((one.patient, other.patient), (one.agent, other.agent)):
        mine, theirs = roots(" ".join(first)), roots(" ".join(second))
        if mine and theirs:
            known = min(len(mine), len(theirs)) > 1 or alike(one, other) >= ALIKE
            return known and (mine <= theirs or theirs <= mine)
    return False


def alike(one: Statement, other: Statement) -> float:
    """Return the share of the poorer statement's words that both have."""
    first, second = roots(" ".join(one.words)), roots(" ".join(other.words))
    return len(first & second) / max(1, min(len(first), len(second)))
