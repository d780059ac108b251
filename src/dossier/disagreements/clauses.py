"""Two clauses on one matter that exclude each other: by cause, certainty, polarity, phase, participants."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from dossier.disagreements.differences import Difference, side_of
from dossier.disagreements.facets import pattern, values_of
from dossier.disagreements.passages import Pair, Proposal
from dossier.disagreements.tellings import Telling, country_roots, fold, roots, saying
from dossier.events import days_of
from dossier.lexicons import load_lexicon
from dossier.records import Published, Statement

MOST = 3  # words in common beyond which more of them tell nothing new
COMMON = 2  # telling words that two clauses share to be on one matter, where nothing else says so


@dataclass(frozen=True, slots=True)
class Clause:
    """A statement with what is compared of it, as roots of words and values of the lexicon."""

    statement: Statement
    words: frozenset[str]
    act: frozenset[str]
    agent: frozenset[str]
    patient: frozenset[str]
    unsure: bool
    themes: frozenset[str]
    causes: frozenset[str]
    causal: bool

    @property
    def positive(self) -> bool:
        """Whether it affirms."""
        return self.statement.polarity == "+"


@functools.lru_cache(maxsize=64)
def clauses(telling: Telling) -> list[Clause]:
    """Return the clauses of *telling*, those of links to other articles left out."""
    lexicon, found = load_lexicon("comparisons"), []
    doubt, causing = pattern(tuple(lexicon["suspecting"])), pattern(tuple(lexicon["causing"]))
    for s in telling.statements:
        if s.section != "related_link":
            causal = bool(causing.search(s.text))
            found.append(
                Clause(
                    s,
                    roots(s.text) - country_roots(),
                    roots(s.predicate) - saying(),
                    roots(" ".join(s.agent)) - country_roots(),
                    roots(" ".join(s.patient)) - country_roots(),
                    bool(doubt.search(s.text)) or s.certainty in ("possible", "unknown"),
                    values_of(s.text, "suspicions"),
                    values_of(s.text, "causes") if causal else frozenset(),
                    causal,
                )
            )
    return found


def find_clauses(pair: Pair, published: Mapping[str, Published]) -> Iterator[Proposal]:
    """Yield the clauses of two articles, or of two sources in one, that may exclude each other."""
    alone, mine = pair.alone, clauses(pair.one)
    theirs = mine if alone else clauses(pair.other)
    for first in mine:
        for second in theirs:
            one, other = first.statement, second.statement
            if alone and (
                one.start >= other.start
                or one.sentence_start == other.sentence_start
                or one.source == other.source
            ):
                continue
            for way, traits in contrasts(first, second, published):
                if not alone or way in ("cause", "negated"):
                    yield Proposal(Difference(way, side_of(one), side_of(other)), {way: 1, **traits})


def contrasts(
    one: Clause, other: Clause, published: Mapping[str, Published]
) -> Iterator[tuple[str, dict[str, float]]]:
    """Yield each way in which two clauses differ, with what speaks for it."""
    common = one.words & other.words
    act = bool(one.act & other.act)
    if not common and not act and not one.themes & other.themes and not (one.causes and other.causes):
        return
    first, second = one.statement, other.statement
    told = act or bool(one.act & other.words or other.act & one.words)
    shared = min(len(common), MOST) / MOST
    roles = bool(one.agent & other.agent) + bool(one.patient & other.patient)
    apart = unlike(one.agent, other.agent) + unlike(one.patient, other.patient)
    heard = bool(first.source and second.source and first.source != second.source)
    theme = bool(one.themes & other.themes)
    both = one.positive and other.positive
    if one.unsure != other.unsure and both and (theme or len(common) >= COMMON):
        fact = second if one.unsure else first
        yield (
            "suspected",
            {
                "one theme": theme,
                "words suspected": shared,
                "fact by itself": not fact.source,
                "fact in heading": fact.section != "body",
            },
        )
    if one.causal and other.causal and both and (common or (one.causes and other.causes)):
        yield (
            "cause",
            {
                "two causes": bool(one.causes and other.causes) and not one.causes & other.causes,
                "one cause": bool(one.causes & other.causes),
                "words of effect": shared,
            },
        )
    if told and one.positive != other.positive and common:
        yield (
            "negated",
            {
                "one verb": act,
                "words negated": shared,
                "roles negated": roles,
                "roles apart": apart,
                "heard of two": heard,
            },
        )
    if told and len(common) >= COMMON and (first.phase == "planned") != (second.phase == "planned"):
        plan, done = (first, second) if first.phase == "planned" else (second, first)
        days = days_of(done.date), days_of(published.get(plan.article_id, Published()).date)
        yield (
            "step",
            {
                "step by verb": act,
                "step roles": roles,
                "step done": done.phase == "done",
                "done before plan": bool(days[0] and days[1] and days[0][1] < days[1][0]),
            },
        )
    if common and both and "planned" not in (first.phase, second.phase) and opposite(first.text, second.text):
        yield "state", {"words of state": shared, "state roles": roles, "heard of two": heard}
    if act and roles == 1 and apart == 1:
        yield "participant", {"other agent": unlike(one.agent, other.agent), "words of act": shared}
    if act and roles and first.place and second.place and not near(first.place, second.place):
        yield "place", {"words of act": shared}


def unlike(one: frozenset[str], other: frozenset[str]) -> bool:
    """Return whether both are known and share nothing."""
    return bool(one and other) and not one & other


def near(one: str, other: str) -> bool:
    """Return whether two names of places share a telling word."""
    return fold(one) == fold(other) or bool(roots(one) & roots(other))


def opposite(one: str, other: str) -> bool:
    """Return whether two clauses name states that exclude each other."""
    return any(
        bool(still.search(a) and ended.search(b)) and not (ended.search(a) or still.search(b))
        for still, ended in opposites()
        for a, b in ((one, other), (other, one))
    )


@functools.cache
def opposites() -> tuple[tuple[re.Pattern[str], re.Pattern[str]], ...]:
    """Return what finds one state, and what finds the other that excludes it."""
    return tuple(
        (pattern(tuple(pair["still"])), pattern(tuple(pair["ended"])))
        for pair in load_lexicon("comparisons")["states"]
    )
