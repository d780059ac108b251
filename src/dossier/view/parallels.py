"""Sentences of two articles on one thing, set side by side for the eye: nobody says whether they agree."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import combinations, groupby
from operator import itemgetter

from dossier.disagreements.passages import weigh
from dossier.disagreements.tellings import WORD, country_roots, names_of, roots, saying
from dossier.records import Statement
from dossier.review import pair_id
from dossier.view.answers import Passage
from dossier.view.index import Index

MOST = 12  # pairs of sentences that a book sets side by side
_ARTICLES = 40  # with more of them a dozen pairs are too few
_LEAST = 3.5  # weight of common words from which two sentences may be on one thing
_NAME = 0.5  # the share of a word's weight that a name has
_APART = 3.0  # what two numbers of one unit weigh, none of them the same
_DENIED = 2.0  # what it weighs that one side denies

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
    amounts: frozenset[tuple[str, float | None, float | None]]  # unit, from, to

    @property
    def span(self) -> Span:
        return self.told[0].article_id, self.told[0].sentence_start

    @cached_property
    def roots(self) -> frozenset[str]:
        return roots(self.text) - country_roots() - saying()

    @cached_property
    def denies(self) -> bool:
        return any(one.polarity == "-" for one in self.told)

    def against(self, other: "_Sentence") -> float:
        """Return what it weighs that it gives other numbers than *other*, or that one of them denies."""
        units = {unit for unit, *_ in self.amounts} & {unit for unit, *_ in other.amounts}
        apart = bool(units) and not self.amounts & other.amounts
        return _APART * apart + _DENIED * (self.denies != other.denies)

    def at(self, shared: frozenset[str]) -> tuple[Statement, ...]:
        """Return the sentence as a record at each of its words with a root of *shared*."""
        first = self.told[0]
        places = (m.span() for m in re.finditer(WORD, self.text) if roots(m[0]) & shared)
        begins = first.sentence_start
        return tuple(replace(first, start=begins + start, end=begins + end) for start, end in places)


def find_parallels(index: Index, known: Iterable[Iterable[Passage]]) -> tuple[Parallel, ...]:
    """Return the sentences of two articles that have most in common, the nearest first.

    Each stands at most once beside one of another article. A word weighs the more, the fewer sentences have
    it. Left out are titles and headings, sentences with the same words, those of *known* passages, which
    the book sets side by side already, and pairs that an analyst rejected. In the 102 affairs of
    ``tests/gold/affairs_held_out`` 63 of 292 pairs are on a difference: 44 in 349 that no comparator finds.
    """
    if len(index.analysis.articles) > _ARTICLES:
        return ()
    sentences = _sentences_of(index)
    shown = [{span for told in row for span in _spans(index, told)} for row in known]
    counts = Counter(root for one in sentences for root in one.roots)
    names = roots(" ".join(frozenset[str]().union(*(names_of(a.text) for a in index.analysis.articles))))
    weights = {
        root: weigh((n,), len(sentences)) * (_NAME if root in names else 1) for root, n in counts.items()
    }
    pairs = [
        (common + one.against(other), one, other, shared)
        for one, other in combinations(sentences, 2)
        if one.span[0] != other.span[0] and one.roots != other.roots
        for shared in [one.roots & other.roots]
        if (common := sum(weights[root] for root in shared)) >= _LEAST
        if not any({one.span, other.span} <= spans for spans in shown)
    ]
    rejected = {r.record_id for r in index.analysis.rulings if r.ruling == "reject"}
    used, found = set[tuple[Span, str]](), list[Parallel]()
    for _near, one, other, shared in sorted(pairs, key=itemgetter(0), reverse=True):
        ends = {(one.span, other.span[0]), (other.span, one.span[0])}
        identity = pair_id(one.told[0], other.told[0])
        if len(found) < MOST and not ends & used and identity not in rejected:
            used |= ends
            found.append(Parallel(identity, one.at(shared), other.at(shared)))
    return tuple(found)


def _spans(index: Index, told: Passage) -> Iterator[Span]:
    return ((told.article_id, at) for at, _end in index.sentences(told.article_id, told.start, told.end))


def _sentences_of(index: Index) -> list[_Sentence]:
    told = (s for s in index.analysis.statements if s.section == "body")
    found = []
    for (article_id, start), same in groupby(told, key=lambda s: (s.article_id, s.sentence_start)):
        statements = tuple(same)
        claims = (c for c in index.claims_of(article_id) if c.sentence_start == start and c.unit)
        amounts = frozenset((c.unit, c.low, c.high) for c in claims)
        text = index.articles[article_id].text[start : statements[0].sentence_end]
        found.append(_Sentence(statements, text, amounts))
    return found
