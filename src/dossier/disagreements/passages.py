"""The sentences of two articles set side by side: what they share, and how near each is to the other."""

import functools
import math
import re
from collections import Counter
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property

from dossier.blocks import gathered
from dossier.disagreements.differences import Side, side_of
from dossier.disagreements.tellings import Telling, country_roots, roots, saying
from dossier.events import days_of
from dossier.lexicons import word_set
from dossier.records import Published, Statement

ALIKE = 0.6  # share of the words around two values from which they are twins
TELLING = 1.25  # weight of common words from which two sentences are on one matter
TOLD = 3.0  # weight of common words from which two clauses are on one thing
PAUSE = re.compile(r"[,;:.«»“”\n]")
COMMON = 2  # words that twins share at least
Known = Mapping[str, Published]  # the day of each article


def told_on(article_id: str, published: Known) -> tuple[int, int] | None:
    """Return the first and last day on which an article may have come out, as *published* has it."""
    return days_of(published.get(article_id, Published()).date)


def length(statement: Statement) -> int:
    """Return how many letters of its article *statement* spans."""
    return statement.end - statement.start


@dataclass(frozen=True, slots=True)
class Passage:
    """One sentence of an article: its telling words and its statements."""

    text: str
    roots: frozenset[str]
    statements: tuple[Statement, ...]

    def around(self, place: int) -> Statement | None:
        """Return the narrowest statement around *place* of the article."""
        own = (s for s in self.statements if s.start <= place < s.end)
        return min(own, key=length, default=None)

    def at(self, place: int) -> Statement | None:
        """Return the narrowest statement around *place*, else of what the sentence says; None for none."""
        said = [s for s in self.statements if not self.names_speaker(s)] or self.statements
        around = (s for s in said if s.start <= place < s.end)
        return min(around, key=length, default=None) or min(said, key=length, default=None)

    def side_at(self, start: int, place: int) -> Side | None:
        """Return what the sentence, which begins at *start*, says at *place* of it; None for nothing.

        Where no statement holds that place, its words are those between two pauses.
        """
        if not (own := self.at(start + place)):
            return None
        if own.start <= start + place < own.end:
            return side_of(own)
        before, after = PAUSE.split(self.text[:place])[-1], PAUSE.split(self.text[place:])[0]
        return replace(side_of(own), words=(before + after).strip())

    def names_speaker(self, statement: Statement) -> bool:
        """Return whether *statement* only says whose words stand before it: "reconnaît le maire"."""
        before = (s for s in self.statements if s.cue and s.start < statement.start)
        return any(statement.text.startswith(s.cue) for s in before)


@functools.lru_cache(maxsize=256)
def passages_of(telling: Telling) -> Mapping[int, Passage]:
    """Return the sentences of *telling* by where they begin."""
    found = {}
    statements = gathered((s.sentence_start, s) for s in telling.statements)
    for start, end in telling.passages:
        text, inside = telling.text[start:end], tuple(statements[start])
        found[start] = Passage(text, roots(text) - country_roots(), inside)
    return found


@dataclass(frozen=True)
class Pair:
    """Two articles on one matter, or one and itself, and the days on which they came out."""

    one: Telling
    other: Telling
    published: Known = field(default_factory=dict)

    @property
    def alone(self) -> bool:
        """Whether an article is set against itself."""
        return self.one is self.other

    @property
    def ways(self) -> tuple[tuple[Telling, Telling], ...]:
        """The one and the other, and the other way round; of one article itself alone."""
        return ((self.one, self.other), (self.other, self.one))[: 1 if self.alone else 2]

    @property
    def named(self) -> bool:
        """Whether a name puts the two on one matter."""
        return self.alone or bool(self.one.names & self.other.names)

    @property
    def joined(self) -> bool:
        """Whether they are two, and a name puts them on one matter: of others little may be compared."""
        return self.named and not self.alone

    @cached_property
    def counts(self) -> Counter[str]:
        """In how many sentences of the two articles each telling word stands."""
        ends = (self.one,) if self.alone else (self.one, self.other)
        return Counter(word for end in ends for p in passages_of(end).values() for word in p.roots)

    @cached_property
    def size(self) -> int:
        """How many sentences the articles have."""
        return len(self.one.passages) + (0 if self.alone else len(self.other.passages))

    def weight(self, shared: frozenset[str]) -> float:
        """Return how much *shared* words tell: up to 3 a word, less where it stands in many sentences."""
        return weigh((self.counts[word] for word in shared if self.counts[word]), self.size)

    def tells(self, shared: frozenset[str]) -> bool:
        """Return whether *shared* words, however often they stand elsewhere, put two clauses on one thing."""
        return self.weight(shared) >= TOLD

    def passage(self, side: Side) -> Passage | None:
        """Return the sentence in which *side* stands."""
        end = self.one if side.article_id == self.one.article_id else self.other
        return passages_of(end).get(side.sentence)


def weigh(counts: Iterable[int], size: int) -> float:
    """Return how much words tell that stand in so many sentences each, of *size*: up to 3 a word."""
    return 3 * sum(math.log(1 + size / count) for count in counts) / math.log(1 + size)


@functools.lru_cache(maxsize=16384)
def telling_roots(text: str) -> frozenset[str]:
    """Return the roots of the words of *text* that say of what it speaks: no country, no verb of speaking."""
    return roots(text) - _any_text()


@functools.cache
def _any_text() -> frozenset[str]:
    return country_roots() | saying() | roots(" ".join(word_set("languages", "fr")))


def rarity_of(sentences: Collection[str]) -> dict[str, float]:
    """Return how much each root tells by itself: up to 3, the more, the fewer *sentences* have it."""
    counts = Counter(root for text in sentences for root in telling_roots(text))
    return {root: weigh((n,), len(sentences)) for root, n in counts.items()}


def are_twins(one: frozenset[str], other: frozenset[str]) -> bool:
    """Return whether the words around two values are nearly the same."""
    common = len(one & other)
    return common >= COMMON and common >= ALIKE * min(len(one), len(other))
