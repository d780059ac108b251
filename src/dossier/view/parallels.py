"""Sentences of two articles that may contradict each other, set side by side for the eye."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import groupby

from dossier.disagreements.passages import telling_roots
from dossier.disagreements.tellings import WORD
from dossier.records import Statement
from dossier.review import pair_id
from dossier.view.answers import Passage
from dossier.view.index import Index

MOST = 12  # pairs of sentences that a book sets side by side

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

    def at(self, others: frozenset[str]) -> tuple[Statement, ...]:
        """Return the sentence as a record at each of its words with one of the roots of another."""
        first = self.told[0]
        places = (m.span() for m in re.finditer(WORD, self.text) if telling_roots(m[0]) & others)
        begins = first.sentence_start
        return tuple(replace(first, start=begins + start, end=begins + end) for start, end in places)


def find_parallels(index: Index, known: Iterable[Iterable[Passage]]) -> tuple[Parallel, ...]:
    """Return the sentences of two articles that most likely contradict each other, the likeliest first.

    Each stands at most once beside one of another article. Left out are those of *known* passages, which the
    book sets side by side already. No other pair takes the place of one that an analyst ruled on.
    """
    shown = [{span for told in row for span in _spans(index, told)} for row in known]
    ruled = {r.decided_on for r in index.analysis.rulings if r.outcome == "applied"}
    sentences = _sentences_of(index)
    used, found = set[tuple[Span, str]](), list[Parallel]()
    for contrast in index.analysis.contrasts:
        one, other = (sentences[span[:2]] for span in (contrast.one, contrast.other))
        identity = pair_id(one.told[0], other.told[0])
        ends = {(one.span, other.span[0]), (other.span, one.span[0])}
        beside = any({one.span, other.span} <= spans for spans in shown) and identity not in ruled
        if len(found) < MOST and not beside and not ends & used:
            used |= ends
            found.append(Parallel(identity, one.at(other.roots), other.at(one.roots)))
    return tuple(pair for pair in found if pair.parallel_id not in ruled)


def _spans(index: Index, told: Passage) -> Iterator[Span]:
    return ((told.article_id, at) for at, _end in index.sentences(told.article_id, told.start, told.end))


def _sentences_of(index: Index) -> dict[Span, _Sentence]:
    told = (s for s in index.analysis.statements if s.section == "body")
    found = {}
    for (article_id, start), same in groupby(told, key=lambda s: (s.article_id, s.sentence_start)):
        statements = tuple(same)
        text = index.articles[article_id].text[start : statements[0].sentence_end]
        found[article_id, start] = _Sentence(statements, text)
    return found
