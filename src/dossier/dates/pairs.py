"""Stretches of time of which a text names both ends, each an expression of its own."""

import datetime as dt
from collections.abc import Iterable, Iterator
from itertools import pairwise

from dossier.dates.match import read_meaning
from dossier.edtf import bounds
from dossier.lexicons import load_lexicon
from dossier.records import TimeExpression

_OPENS = 10  # characters before a stretch in which the word stands that opens it


def between(
    text: str, expressions: Iterable[TimeExpression]
) -> Iterator[tuple[TimeExpression, TimeExpression]]:
    """Yield the two ends of each stretch that *text* names by both: "entre le 9 mars et lundi soir".

    Such are two years, months or days of one, "de 2014 à 2016", and two years, months or weekdays of which
    one follows the other: "en mars et avril 2017".
    """
    function, joins = load_lexicon("dates")["function"], load_lexicon("dates")["linking"]
    for first, last in pairwise(expressions):
        words = text[first.end : last.start].split()
        leads = text[max(0, first.start - _OPENS) : first.start].lower().split()
        lead = "".join(leads[-1:])
        opened = {"".join(leads[-2 if lead in function["l"] else -1 :][:1])}
        joined = words[:1] in ([join] for join in joins)
        both = joined and {*words[1:]} <= {*function["l"]} and opened <= {*function["b"]}
        until = lead in function["u"] and words in ([to] for to in function["a"])
        along = joined and {*words[1:]} <= {*function["g"]}
        if both or ((until or along) and _goes_on(first, last, far=until)):
            yield first, last


def _goes_on(first: TimeExpression, last: TimeExpression, *, far: bool) -> bool:
    """Return whether *last* is the month or weekday next to *first*, *far* a later day, month or year."""
    one, other = read_meaning(first.meaning), read_meaning(last.meaning)
    alike = bool(one.day) == bool(other.day) and bool(one.month) == bool(other.month)
    bare = one.kind == other.kind == "calendar" and not (one.part or other.part) and (far or not one.day)
    months, days = other.month - one.month, (other.weekday - one.weekday) % 7
    if far:
        return bare and alike and bool(one.month or not (one.weekday or other.weekday))
    years = bool(one.year) and not (one.month or one.weekday) and other.year == one.year + 1
    beside = (months, days) in ((1, 0), (0, 1)) and (one.year, one.rel) == (other.year, other.rel)
    beside |= years and alike
    return bare and not other.day and beside


def stretch(first: TimeExpression, last: TimeExpression) -> str:
    """Return the dates from *first* to *last* in EDTF, or nothing where they make no stretch.

    A weekday gone by after *last* is that of the week before: on Monday, "entre lundi et mercredi".
    """
    one, other = read_meaning(first.meaning), read_meaning(last.meaning)
    start, end = bounds(first.date)[0], bounds(last.date)[1]
    weekdays = one.weekday and other.weekday and not (one.day or other.day) and one.tense == "past"
    if weekdays and start and end and start > end:
        start -= dt.timedelta(7)
    if not start or not end or start >= end:
        return ""
    whole = len(first.date) == len(last.date) < len("2024-01-31")  # months or years
    return "/".join((first.date, last.date) if whole else map(str, (start, end)))
