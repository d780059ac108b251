"""Two clauses on one matter that exclude each other: by cause, certainty, polarity, participants."""

import functools
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from dossier.blocks import gathered
from dossier.disagreements.differences import Difference, side_of
from dossier.disagreements.passages import Pair
from dossier.disagreements.seeking import listed, values_of
from dossier.disagreements.tellings import Telling, country_roots, listed_roots, roots, saying, words
from dossier.records import Statement

BEHIND = 5  # letters behind a clause in which it goes on: "c'est X qui"
COMMON = 2  # telling words that two clauses share to be on one matter, where nothing else says so


@dataclass(frozen=True, eq=False)
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

    @property
    def positive(self) -> bool:
        """Whether it affirms."""
        return self.statement.polarity == "+"

    @cached_property
    def keys(self) -> frozenset[tuple[str, str]]:
        """What it has in common with every clause that it may exclude."""
        own = {
            "theme": self.themes,
            "cause": self.causes and [""],
            "agent": self.agent,
            "patient": self.patient,
            "act": self.act - listed_roots("light"),
        }
        return frozenset((kind, word) for kind, words in own.items() for word in words)


@functools.lru_cache(maxsize=256)
def clauses(telling: Telling) -> list[Clause]:
    """Return the clauses of *telling*, those of links to other articles left out."""
    return [
        Clause(
            s,
            roots(s.text) - country_roots(),
            (roots(s.predicate) - saying()) | values_of(s.predicate, "acts"),
            roots(" ".join(s.agent)) - country_roots(),
            roots(" ".join(s.patient)) - country_roots(),
            bool(listed("suspecting").search(said)) or s.certainty in ("possible", "unknown"),
            values_of(s.text, "suspicions"),
            values_of(s.text, "causes") if listed("causing").search(said) else frozenset(),
        )
        for s in telling.statements
        for said in ([telling.text[s.start : s.end + BEHIND].lower()] if s.section != "related_link" else ())
    ]


@functools.lru_cache(maxsize=256)
def places(telling: Telling) -> Mapping[tuple[str, str], list[int]]:
    """Return which clauses of *telling* have each key."""
    return gathered((key, place) for place, clause in enumerate(clauses(telling)) for key in clause.keys)


def find_clauses(pair: Pair) -> Iterator[Difference]:
    """Yield the clauses of two articles, or of two sources in one, that exclude each other."""
    alone, theirs, known = pair.alone, clauses(pair.other), places(pair.other)
    for first in clauses(pair.one):
        for place in sorted({place for key in first.keys & known.keys() for place in known[key]}):
            second = theirs[place]
            one, other = first.statement, second.statement
            if alone and (
                one.start >= other.start or one.source == other.source or not (one.source and other.source)
            ):
                continue
            for way in contrasts(first, second, pair):
                if (not alone or way in ("cause", "negated")) and (pair.named or way != "cause"):
                    yield Difference(way, side_of(one), side_of(other))


def contrasts(one: Clause, other: Clause, pair: Pair) -> Iterator[str]:
    """Yield each way in which two clauses differ.

    What is suspected, and what laid to a cause, is known by its matter; for all else act and participants, or
    act and words, are the same.
    """
    both = one.positive and other.positive
    if one.themes & other.themes and one.unsure != other.unsure and both:
        yield "suspected"
    if one.causes and other.causes and not one.causes & other.causes and both:
        yield "cause"
    denial, told = (other, one) if one.positive else (one, other)
    if one.positive == other.positive:
        return
    act = denial.act & (told.act | told.words)
    common = (one.words & other.words) | (one.act | other.act if one.act & other.act else frozenset())
    # "dément avoir reçu une alerte" does not deny "a reçu une subvention"
    same = one.patient & other.patient  # "le contrat du port" is none of the station
    things = same in (one.patient, other.patient)  # where one has none it is empty
    doers = bool(one.agent & other.agent) or not (one.agent and other.agent)
    if not (things and doers):
        return
    # one speaker says in one article that it was surely done, and in another that it was not
    himself = words(denial.statement.source) & words(told.statement.source)
    two = denial.statement.article_id != told.statement.article_id
    done = {denial.statement.phase, told.statement.phase} == {"done"} and not told.unsure
    if done and two and himself and denial.act & told.act - listed_roots("light"):
        yield "answer"
    roles = bool(one.agent & other.agent or one.patient & other.patient)
    if len(common) >= COMMON and act and roles and pair.tells(common):
        yield "negated"
