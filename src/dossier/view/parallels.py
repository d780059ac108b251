"""Sentences of two articles on one thing, set side by side for the eye: nobody says whether they agree."""

import math
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import combinations, groupby
from operator import itemgetter

from dossier.disagreements.tellings import WORD, names_of, roots
from dossier.records import Statement
from dossier.review import pair_id
from dossier.view.affair import telling_roots
from dossier.view.answers import Passage
from dossier.view.index import Index

MOST = 12  # pairs of sentences that a book sets side by side
_ARTICLES = 40  # with more of them a dozen pairs are too few
_LEAST = 2.19  # how near two sentences are that may be on one thing
_NAME = 0.5  # the share of a word's weight that a name has
_DENIED = 0.5  # how much nearer they are of which one alone denies

Span = tuple[str, int]  # an article, and where a sentence of it begins


@dataclass(frozen=True, slots=True)
class Parallel:
    """Two sentences, each as a record at every word that both have."""

    parallel_id: str
    one: tuple[Statement, ...]
    other: tuple[Statement, ...]


@dataclass(frozen=True)
class _Sentence:
    told: tuple[Statement, ...]
    text: str

    @property
    def span(self) -> Span:
        return self.told[0].article_id, self.told[0].sentence_start

    @cached_property
    def roots(self) -> frozenset[str]:
        return telling_roots(self.text)

    @cached_property
    def denies(self) -> bool:
        return any(one.polarity == "-" for one in self.told)

    def rewords(self, other: "_Sentence", names: frozenset[str]) -> bool:
        """Tell whether it has no name, number or negation that *other* has not, and the reverse."""
        named = (self.roots ^ other.roots) & names
        numbers, others = (set(re.findall(r"\d+", text)) for text in (self.text, other.text))
        return not named and numbers == others and self.denies == other.denies

    def at(self, others: frozenset[str]) -> tuple[Statement, ...]:
        """Return the sentence as a record at each of its words with one of the roots of another."""
        first = self.told[0]
        places = (m.span() for m in re.finditer(WORD, self.text) if telling_roots(m[0]) & others)
        begins = first.sentence_start
        return tuple(replace(first, start=begins + start, end=begins + end) for start, end in places)


def find_parallels(index: Index, known: Iterable[Iterable[Passage]]) -> tuple[Parallel, ...]:
    """Return the sentences of two articles that have most in common, the nearest first.

    Each stands at most once beside one of another article; those that only word a thing otherwise come last.
    A word weighs the more, the fewer sentences have it. Left out are titles and headings, sentences with the
    same words, and those of *known* passages, which the book sets side by side already. No other pair takes
    the place of one that an analyst ruled on. In the 102 affairs of ``tests/gold/affairs_held_out`` 60 of
    291 pairs are on a difference: 42 in 349 that no comparator finds.
    """
    if len(index.analysis.articles) > _ARTICLES:
        return ()
    sentences = _sentences_of(index)
    shown = [{span for told in row for span in _spans(index, told)} for row in known]
    names = roots(" ".join(frozenset[str]().union(*(names_of(a.text) for a in index.analysis.articles))))
    rarity = index.rarity
    own = {one.span: math.fsum(rarity[root] for root in one.roots) for one in sentences}

    def near(one: _Sentence, other: _Sentence) -> float:
        common = math.fsum(rarity[root] for root in one.roots & other.roots)
        named = (1 - _NAME) * math.fsum(rarity[root] for root in one.roots & other.roots & names)
        share = common and common / (own[one.span] + own[other.span] - common)
        return (common - named) * math.sqrt(math.sqrt(share)) + _DENIED * (one.denies != other.denies)

    ruled = {r.decided_on for r in index.analysis.rulings if r.outcome == "applied"}
    pairs = [
        (not one.rewords(other, names), nearness, one, other)
        for one, other in combinations(sentences, 2)
        if one.span[0] != other.span[0] and one.roots != other.roots
        if (nearness := near(one, other)) >= _LEAST
        if not any({one.span, other.span} <= spans for spans in shown)
        or pair_id(one.told[0], other.told[0]) in ruled
    ]
    used, found = set[tuple[Span, str]](), list[Parallel]()
    for _differ, _near, one, other in sorted(pairs, key=itemgetter(0, 1), reverse=True):
        ends = {(one.span, other.span[0]), (other.span, one.span[0])}
        if len(found) < MOST and not ends & used:
            used |= ends
            identity = pair_id(one.told[0], other.told[0])
            found.append(Parallel(identity, one.at(other.roots), other.at(one.roots)))
    return tuple(pair for pair in found if pair.parallel_id not in ruled)


def _spans(index: Index, told: Passage) -> Iterator[Span]:
    return ((told.article_id, at) for at, _end in index.sentences(told.article_id, told.start, told.end))


def _sentences_of(index: Index) -> list[_Sentence]:
    told = (s for s in index.analysis.statements if s.section == "body")
    found = []
    for (article_id, start), same in groupby(told, key=lambda s: (s.article_id, s.sentence_start)):
        statements = tuple(same)
        text = index.articles[article_id].text[start : statements[0].sentence_end]
        found.append(_Sentence(statements, text))
    return found
