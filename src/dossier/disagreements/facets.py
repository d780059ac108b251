"""Causes, states and suspicions: words that put one matter under values that exclude each other."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator, Mapping

from dossier.disagreements.differences import Difference, side_of
from dossier.disagreements.tellings import Telling, roots
from dossier.events import days_of, gap
from dossier.lexicons import load_lexicon
from dossier.records import Published, Statement

NEAR = 7  # days within which two states are states at one time
OWN = ("own", "heading")


@functools.cache
def pattern(words: tuple[str, ...]) -> re.Pattern[str]:
    """Return what finds one of *words* at the beginning of a word."""
    return re.compile(rf"(?<!\w)(?:{'|'.join(words)})", re.IGNORECASE)


@functools.lru_cache(maxsize=16384)
def values_of(text: str, key: str) -> frozenset[str]:
    """Return which values of *key*, of the lexicon of comparisons, the words of *text* name."""
    values = load_lexicon("comparisons")[key]
    return frozenset(value for value, words in values.items() if pattern(tuple(words)).search(text))


def find_suspicions(one: Telling, other: Telling) -> Iterator[Difference]:
    """Yield what one article states as a fact and another only reports as suspected."""
    if one is other:
        return
    doubt = pattern(tuple(load_lexicon("comparisons")["suspecting"]))
    for here, there in ((one, other), (other, one)):
        facts, doubts = themes(here, doubt), themes(there, doubt)
        for theme in sorted(facts[0].keys() & doubts[1].keys() - facts[1].keys()):
            for fact in facts[0][theme]:
                for suspicion in doubts[1][theme]:
                    yield Difference("suspected", side_of(fact), side_of(suspicion))


Found = dict[str, list[Statement]]


def themes(telling: Telling, doubt: re.Pattern[str]) -> tuple[Found, Found]:
    """Return the statements of *telling* by theme: those of fact, and those of suspicion."""
    facts: Found = {}
    doubts: Found = {}
    for statement in telling.statements:
        for theme in sorted(values_of(statement.text, "suspicions")):
            unsure = doubt.search(statement.text) or statement.certainty in ("possible", "unknown")
            if unsure:
                doubts.setdefault(theme, []).append(statement)
            elif statement.kind in OWN and statement.polarity == "+" and statement.certainty == "certain":
                facts.setdefault(theme, []).append(statement)
    return facts, doubts


def find_causes(one: Telling, other: Telling) -> Iterator[Difference]:
    """Yield two statements that lay one matter to causes that exclude each other."""
    mine, theirs = causes(one), causes(other)
    for first, value in mine:
        for second, another in theirs:
            apart = first.source != second.source and first.start <= second.start if one is other else True
            if value != another and apart and (first.source != second.source or not first.source):
                yield Difference("cause", side_of(first), side_of(second))


def causes(telling: Telling) -> list[tuple[Statement, str]]:
    """Return the statements of *telling* that lay something to a cause, each with one cause."""
    marks = pattern(tuple(load_lexicon("comparisons")["causing"]))
    found = []
    for statement in telling.statements:
        values = values_of(statement.text, "causes")
        if len(values) == 1 and statement.polarity == "+" and marks.search(statement.text):
            found.append((statement, next(iter(values))))
    return found


def find_states(one: Telling, other: Telling, published: Mapping[str, Published]) -> Iterator[Difference]:
    """Yield what still holds in one article on a day when it has ended in the other."""
    if one is other:
        return
    for here, there in ((one, other), (other, one)):
        today = days_of(published.get(here.article_id, Published()).date)
        for pair in load_lexicon("comparisons")["states"]:
            still, ended = pattern(tuple(pair["still"])), pattern(tuple(pair["ended"]))
            for holds in here.statements:
                if not still.search(holds.text) or holds.polarity == "-":
                    continue
                at = days_of(holds.date) or today
                for ends in there.statements:
                    alike = ended.search(ends.text) and roots(holds.text) & roots(ends.text)
                    if alike and at and is_before(ends, at, published):
                        yield Difference("state", side_of(ends), side_of(holds))


def is_before(ends: Statement, at: tuple[int, int], published: Mapping[str, Published]) -> bool:
    """Return whether *ends* took place on or shortly before the days *at*."""
    if ends.phase == "planned":
        return False
    days = days_of(ends.date) or days_of(published.get(ends.article_id, Published()).date)
    return days is not None and days[0] <= at[0] and gap(days, at) <= NEAR
