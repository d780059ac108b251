"""One act by one participant on two days; a day that was planned and the day it took place."""

import datetime as dt
import functools
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from dossier.dates.match import read_meaning
from dossier.dates.values import Value, evaluate
from dossier.disagreements.contraries import rejections
from dossier.disagreements.differences import Difference, Side, side_of
from dossier.disagreements.passages import Known, Pair, Passage, passages_of, told_on
from dossier.disagreements.seeking import Form, form_of
from dossier.disagreements.tellings import Moment, Telling, family_heads, follows_day, listed_roots
from dossier.events import days_of, gap
from dossier.lexicons import load_lexicon
from dossier.records import Published

SPAN = 31  # days that two dates of one act lie apart at most
WEEK = 7  # days beyond which two dates of one act are seldom of the same one
SLACK = 6  # times that a length of time counted back is longer than it may be off

Days = tuple[int, int]
Told = tuple[str, bool, Days]  # by what article, whether it is planned, for when


@dataclass(frozen=True, slots=True)
class Dated:
    """A moment with its day or night."""

    moment: Moment
    days: Days


def find_days(pair: Pair, published: Known) -> Iterator[Difference]:
    """Yield the happenings that two articles date differently, or that one of them counts back to."""
    if not pair.joined:
        return
    mine, theirs = dated(pair.one), dated(pair.other)
    for first in mine:
        for second in theirs:
            told = told_too(first, second.days, mine) or told_too(second, first.days, theirs)
            if 0 < gap(first.days, second.days) <= SPAN and not told and is_one_act(first, second):
                ends = ((d.moment.article_id, d.moment.phase == "planned", d.days) for d in (first, second))
                way = way_of(ends, published)
                yield Difference(way, side(first.moment), side(second.moment))
    for here, others in ((pair.one, theirs), (pair.other, mine)):
        for passage, days, slack in counted_back(here, published.get(here.article_id, Published()).date):
            for there in others:
                counted = there.moment.act in passage.roots and passage.statements
                if counted and slack <= gap(days, there.days) <= SPAN:
                    sides = (side_of(passage.statements[0]), side(there.moment))
                    yield Difference("beginning", *(sides if here is pair.one else sides[::-1]))


def way_of(ends: Iterable[Told], published: Known) -> str:
    """Return how two days of one thing differ: what is done before an article that plans it is so already."""
    one, other = ends
    if one[1] == other[1]:
        return "day"
    (planning, _, _), (_, _, done) = (one, other) if one[1] else (other, one)
    today = told_on(planning, published)
    return "step" if today and done[1] < today[0] else "planned day"


def is_one_act(one: Dated, other: Dated) -> bool:
    """Return whether two moments are of the same act and the same participants.

    Who does it here may be what it is done to there: "le trafic reprend", "la compagnie reprend le trafic".
    """
    first, second = one.moment, other.moment
    act = bool(first.act and first.act == second.act) or names_act(first, second) or names_act(second, first)
    happening = befalls(first) & befalls(second)
    if not (act or happening) or (first.figure and second.figure) or is_one_weekday(one, other):
        return False
    crossed = first.agent & second.patient or second.agent & first.patient
    roles = ((first.agent, second.agent), (first.patient, second.patient))
    if not (crossed or happening) and any(mine and theirs and not mine & theirs for mine, theirs in roles):
        return False
    rest = (first.near & second.near) - first.agent - {first.act, second.act}
    return bool(
        crossed or happening or first.patient & second.patient or (first.agent & second.agent and rest)
    )


def side(moment: Moment) -> Side:
    """Return *moment* as a side of a difference."""
    return Side(moment.record_id, moment.article_id, moment.text, moment.who, moment.sentence)


def names_act(one: Moment, other: Moment) -> bool:
    """Return whether *one*, whose verb says nothing ("undergo"), names the act of *other* by a noun."""
    return one.act in listed_roots("light") and other.act in one.near & family_heads()


def befalls(moment: Moment) -> frozenset[str]:
    """Return the roots of the happening that *moment* names by all that takes part: "la fuite a commencé"."""
    if moment.patient and moment.patient <= listed_roots("taking_place"):  # "la fuite a eu lieu"
        return moment.agent
    alone = not (moment.agent and moment.patient) and moment.act in listed_roots("befalling")
    return moment.agent | moment.patient if alone else frozenset()


def is_one_weekday(one: Dated, other: Dated) -> bool:
    """Return whether two days are one weekday of two weeks: which week is meant is not said."""
    relative = "relative" in (one.moment.expression.basis, other.moment.expression.basis)
    return relative and gap(one.days, other.days) == WEEK


def told_too(dated: Dated, days: Days, others: list[Dated]) -> bool:
    """Return whether the article of *dated* tells something like it of the other *days* as well."""
    return any(
        gap(days, other.days) == 0 and len(other.moment.near & dated.moment.near) > 1 for other in others
    )


def dated(telling: Telling) -> list[Dated]:
    """Return the moments of *telling* that one day or night dates."""
    found = ((m, days_of(m.expression.date)) for m in telling.moments)
    another = re.compile(load_lexicon("comparisons")["of_others"])
    return [
        Dated(m, days)
        for m, days in found
        if days and days[1] - days[0] <= 1 and not (is_rejected(m) or another.match(m.text))
    ]


def is_rejected(moment: Moment) -> bool:
    """Return whether its own words reject the day: "mardi et non la veille"."""
    return any(moment.expression.text in words for words, _ in rejections(moment.text))


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


@functools.cache
def ago() -> tuple[tuple[Form, float, int], ...]:
    """Return how French counts back in small letters: by what form, the days of its unit, what to add."""
    entries = load_lexicon("comparisons")["ago"]
    return tuple((form_of(e["words"]), e["days"], e.get("add", 0)) for e in entries)


@functools.lru_cache(maxsize=256)
def counted_back(telling: Telling, date: str) -> list[tuple[Passage, Days, int]]:
    """Return each sentence that counts back from *date*: the day, and by how many it may be off."""
    found = []
    today = days_of(date)
    dates = [m.expression for m in telling.moments]
    resolved = [e for e in dates if "origin=focus" in e.meaning and days_of(e.date)]  # from another day
    for start, passage in passages_of(telling).items() if today else ():
        for words, unit, add in ago():
            for match in words.finditer(passage.text.lower()):
                place = start + match.start()
                told = follows_day(place, dates) or any(e.start <= place < e.end for e in resolved)
                if not told and today and (number := number_of(match[1]) if words.pattern.groups else 1):
                    back = int(number * unit + add)
                    found.append((passage, (today[0] - back, today[1] - back), max(1, back // SLACK)))
    return found


def number_of(word: str) -> float:
    """Return the number that *word* writes, a cardinal or an ordinal; 0 for none."""
    from dossier.quantities.numbers import find_numbers  # noqa: PLC0415 (loads spaCy)

    known = load_lexicon("dates")["ordinals"].get(word.casefold())
    return known or next(((n.factor or 0) * n.scale for n in find_numbers(word.casefold())), 0)
