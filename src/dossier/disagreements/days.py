"""One act by one participant on two days; a day that was planned and the day it took place."""

from __future__ import annotations

import functools
from collections.abc import Iterator, Mapping

from dossier.disagreements.differences import Difference, side_of
from dossier.disagreements.tellings import Telling, root, roots
from dossier.events import days_of, gap
from dossier.lexicons import load_lexicon
from dossier.records import Published, Statement

ALIKE = 0.75  # share of common words where a single one names the patient
SPAN = 31  # days that two dates of one act lie apart at most


@functools.cache
def acts() -> Mapping[str, int]:
    """Return for each predicate the number of its line of like acts."""
    return {str(verb): n for n, line in enumerate(load_lexicon("comparisons")["acts"]) for verb in line}


def act_of(statement: Statement) -> str:
    """Return the act that *statement* tells, one name for all like predicates."""
    predicate = statement.predicate.split()[-1]
    return str(acts().get(predicate, root(predicate)))


def find_days(one: Telling, other: Telling) -> Iterator[Difference]:
    """Yield the statements of one act that two articles date differently."""
    if one is other:
        return
    mine, theirs = dated(one), dated(other)
    for first, days in mine:
        for second, others in theirs:
            if not 0 < gap(days, others) <= SPAN or not is_one_act(first, second):
                continue
            if told_twice(first, others, one) or told_twice(second, days, other):
                continue
            planned = (first.phase == "planned") + (second.phase == "planned")
            yield Difference("planned day" if planned == 1 else "day", side_of(first), side_of(second))


def is_one_act(one: Statement, other: Statement) -> bool:
    """Return whether two statements tell of one act with common participants."""
    if act_of(one) != act_of(other) or one.polarity != other.polarity:
        return False
    if one.claim_id and other.claim_id:  # two tolls are two happenings
        return False
    if one.patient and other.patient and not roots(" ".join((*one.patient, *other.patient))):
        return alike(one, other) >= ALIKE
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


def told_twice(statement: Statement, days: tuple[int, int], telling: Telling) -> bool:
    """Return whether *telling* puts an act like that of *statement* on the other *days* too."""
    return any(gap(days, own) == 0 and act_of(s) == act_of(statement) for s, own in dated(telling))


def dated(telling: Telling) -> list[tuple[Statement, tuple[int, int]]]:
    """Return the statements of *telling* that a single day or night dates."""
    found = ((s, days_of(s.date)) for s in telling.statements if s.date)
    return [(s, days) for s, days in found if days and days[1] - days[0] <= 1]


def find_steps(one: Telling, other: Telling, published: Mapping[str, Published]) -> Iterator[Difference]:
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
                if done.phase == "done" and past and is_step(planned, done):
                    yield Difference("step", side_of(done), side_of(planned))


def is_step(one: Statement, other: Statement) -> bool:
    """Return whether two statements tell one step of one procedure."""
    return one.predicate.split()[-1] in acts() and is_one_act(one, other)
