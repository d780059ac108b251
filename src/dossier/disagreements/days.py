"""One act by one participant on two days; a day that was planned and the day it took place."""

from __future__ import annotations

import datetime as dt
import functools
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from dossier.dates.meaning import read_meaning
from dossier.dates.values import Value, evaluate
from dossier.disagreements.differences import Difference, Side, side_of
from dossier.disagreements.passages import TWINS, Pair, Passage, Proposal, passages_of
from dossier.disagreements.tellings import Moment, Telling, family_words, roots
from dossier.events import days_of, gap
from dossier.lexicons import load_lexicon
from dossier.records import Published

SPAN = 31  # days that two dates of one act lie apart at most
WEEK = 7  # days beyond which two dates of one act are seldom of the same one
SLACK = 6  # times that a length of time counted back is longer than it may be off
MOST = 8.0  # weight of common words beyond which more of them tell nothing new

Days = tuple[int, int]
Known = Mapping[str, Published]


@dataclass(frozen=True, slots=True)
class Dated:
    """A moment with its day or night."""

    moment: Moment
    days: Days


def find_days(pair: Pair, published: Known) -> Iterator[Proposal]:
    """Yield the happenings that two articles date differently, or that one of them counts back to."""
    if pair.alone:
        return
    mine, theirs = dated(pair.one, pair.other, published), dated(pair.other, pair.one, published)
    for first in mine:
        for second in theirs:
            if 0 < gap(first.days, second.days) <= SPAN and (found := traits(first, second, pair)):
                planned = (first.moment.phase == "planned") + (second.moment.phase == "planned")
                told: dict[str, float] = {
                    "told of both": told_too(first, second.days, mine) + told_too(second, first.days, theirs)
                }
                way = "planned day" if planned == 1 else "day"
                alike = found["one act"] and found["one participant"] and not told["told of both"]
                near = (first.moment.near, second.moment.near)
                alike = alike and (near[0] <= near[1] or near[1] <= near[0])
                told[TWINS] = alike and not (found["two participants"] or found["one weekday"])
                yield Proposal(Difference(way, side(first), side(second)), {**found, **told})
    for here, others in ((pair.one, theirs), (pair.other, mine)):
        for passage, days, slack in counted_back(here, published):
            for there in others:
                apart = gap(days, there.days)
                shared = passage.roots & (there.moment.near | roots(there.moment.text))
                if slack <= apart <= SPAN and shared and passage.statements:
                    back = {
                        "counted back": 1,
                        "one day": apart == 1,
                        "act counted": there.moment.act in passage.roots,
                    }
                    sides = (side_of(passage.statements[0]), side(there))
                    yield Proposal(
                        Difference("beginning", *(sides if here is pair.one else sides[::-1])), back
                    )


def traits(one: Dated, other: Dated, pair: Pair) -> dict[str, float]:
    """Return what speaks for two dates being of one happening; nothing where they share nothing."""
    first, second = one.moment, other.moment
    act = bool(first.act and first.act == second.act)
    noun = (
        names_act(first, second)
        or names_act(second, first)
        or first.act in second.near
        or second.act in first.near
    )
    common, apart = first.near & second.near, gap(one.days, other.days)
    roles = ((first.agent, second.agent), (first.patient, second.patient))
    if not (act or noun or common):
        return {}
    return {
        "dates": 1,
        "one act": act,
        "act by noun": noun,
        "one participant": sum(bool(mine & theirs) for mine, theirs in roles),
        "two participants": any(mine and theirs and not mine & theirs for mine, theirs in roles),
        "around dates": min(pair.weight(common), MOST) / 4,
        "one day": apart == 1,
        "far days": apart > WEEK,
        "one planned": (first.phase == "planned") != (second.phase == "planned"),
        "two figures": first.figure and second.figure,
        "one weekday": is_one_weekday(one, other),
    }


def side(dated: Dated) -> Side:
    """Return *dated* as a side of a difference."""
    moment = dated.moment
    return Side(moment.record_id, moment.article_id, moment.text, moment.who, moment.sentence)


def names_act(one: Moment, other: Moment) -> bool:
    """Return whether *one*, whose verb says nothing ("undergo"), names the act of *other* by a noun."""
    light = roots(" ".join(load_lexicon("comparisons")["light"]))
    return one.act in light and other.act in family_words(one.near)


def is_one_weekday(one: Dated, other: Dated) -> bool:
    """Return whether two days are one weekday of different weeks: which week is meant is not said."""
    relative = "relative" in (one.moment.expression.basis, other.moment.expression.basis)
    return relative and gap(one.days, other.days) % WEEK == 0


def told_too(dated: Dated, days: Days, others: list[Dated]) -> bool:
    """Return whether the article of *dated* tells something like it of the other *days* as well."""
    return any(
        gap(days, other.days) == 0 and len(other.moment.near & dated.moment.near) > 1 for other in others
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


@functools.cache
def ago() -> tuple[tuple[re.Pattern[str], float, int], ...]:
    """Return how French counts back: a pattern whose group is a number, the days of its unit, what to add."""
    entries = load_lexicon("comparisons")["ago"]
    return tuple((re.compile(e["words"], re.IGNORECASE), e["days"], e.get("add", 0)) for e in entries)


def counted_back(telling: Telling, published: Known) -> Iterator[tuple[Passage, Days, int]]:
    """Yield each sentence that says how long ago something was: the day, and by how many it may be off."""
    today = days_of(published.get(telling.article_id, Published()).date)
    if not today:
        return
    for passage in passages_of(telling).values():
        for words, unit, add in ago():
            for match in words.finditer(passage.text):
                if number := number_of(match[1]) if words.groups else 1:
                    back = int(number * unit + add)
                    yield passage, (today[0] - back, today[1] - back), max(1, back // SLACK)


def number_of(word: str) -> float:
    """Return the number that *word* writes, a cardinal or an ordinal; 0 for none."""
    from dossier.quantities.numbers import find_numbers  # noqa: PLC0415 (loads spaCy)

    known = load_lexicon("dates")["ordinals"].get(word.casefold())
    return known or next(((n.factor or 0) * n.scale for n in find_numbers(word.casefold())), 0)
