"""Passages that two articles share, word for word or nearly so.

Runs of words are hashed, thinned out (winnowing: Schleimer, Wilkerson and Aiken, SIGMOD 2003: any shared run
of SHINGLE + WINDOW - 1 words is still found), and sorted: time and memory grow with the number of words, not
of pairs.
"""

import functools
import re
import zlib
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from dossier.folding import without_accents
from dossier.records import Article, Reuse, stable_id

SHINGLE = 5  # words hashed together
WINDOW = 4  # of so many runs one is kept
GAP = 3  # words that may differ between two shared runs of one passage
RESUMED = 3  # equal words after such a gap that take the passage up again
STEPS = sorted(((i, j) for i in range(GAP + 1) for j in range(GAP + 1) if i or j), key=lambda s: (sum(s), s))
SHORTEST = 10  # shared words that make a passage; less is a common phrase or a name
NEAR = 0.85  # share of equal words from which a passage is nearly verbatim
TELLING = 5  # of them this many must have four letters or more
EVERY_PAIR = 12  # articles that share a run; among more, each is only compared with the first
SKIPPED = ("metadata", "dateline", "related_link")
WORD = re.compile(r"\w+")
Hashes = NDArray[np.uint64]
Prints = tuple[Hashes, NDArray[np.int64]]  # the kept hashes of an article, and the words at which they begin
Seeds = list[tuple[int, int]]  # the words of two articles at which they share a run


@dataclass(frozen=True, slots=True)
class Words:
    """The words of one article as hashes, with their offsets."""

    article: Article
    codes: NDArray[np.uint32]
    starts: NDArray[np.int64]
    ends: NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Run:
    """Shared words: from word *a* of one article and *b* of the other, with both lengths; *same* agree."""

    a: int
    b: int
    length_a: int
    length_b: int
    same: int


def compare_words(one: Words, other: Words, seeds: Seeds) -> tuple[Reuse, ...]:
    """Return the passages that two articles share around *seeds*: a task that needs no others."""
    return tuple(build_reuse(one, other, run) for run in passages(one, other, seeds))


def read_words(article: Article) -> Words:
    """Return the words of the running text of *article*, without case and accents."""
    spans = [(s.start, s.end) for s in article.sections if s.kind not in SKIPPED]
    spans = spans if article.sections else [(0, len(article.text))]
    places = [m.span() for start, end in spans for m in WORD.finditer(article.text, start, end)]
    codes = [code_of(article.text[start:end]) for start, end in places]
    starts, ends = (np.array([place[n] for place in places], dtype=np.int64) for n in (0, 1))
    return Words(article, np.array(codes, dtype=np.uint32), starts, ends)


@functools.lru_cache(maxsize=65536)
def code_of(word: str) -> int:
    """Return the hash of *word* without case and accents."""
    return zlib.crc32(without_accents(word.casefold()).encode("utf-8", "surrogatepass"))


def prints_of(article: Article) -> Prints:
    """Return what tells whether *article* shares words with another one: some 12 bytes a word."""
    return fingerprints(read_words(article).codes)


def fingerprints(codes: NDArray[np.uint32]) -> Prints:
    """Return the kept hashes of runs of words and where they begin."""
    count = len(codes) - SHINGLE + 1
    if count < 1:
        return np.zeros(0, dtype=np.uint64), np.zeros(0, dtype=np.int64)
    hashes = np.zeros(count, dtype=np.uint64)
    for offset in range(SHINGLE):
        hashes = hashes * np.uint64(0x9E3779B97F4A7C15) + codes[offset : offset + count].astype(np.uint64)
    hashes ^= hashes >> np.uint64(29)
    if count <= WINDOW:
        kept = np.array([int(hashes.argmin())])
    else:
        windows = np.lib.stride_tricks.sliding_window_view(hashes, WINDOW)
        kept = np.unique(windows.argmin(axis=1) + np.arange(len(windows)))
    return hashes[kept], kept.astype(np.int64)


def shared_seeds(prints: Sequence[Prints]) -> dict[tuple[int, int], Seeds]:
    """Return for each pair of articles, in their order, the word places at which they share a run."""
    seeds: dict[tuple[int, int], Seeds] = defaultdict(list)
    if not prints:
        return seeds
    hashes = np.concatenate([p[0] for p in prints])
    owners = np.repeat(np.arange(len(prints)), [len(p[0]) for p in prints])
    places = np.concatenate([p[1] for p in prints])
    order = np.lexsort((places, owners, hashes))
    hashes, owners, places = hashes[order], owners[order], places[order]
    edges = np.flatnonzero(np.diff(hashes)) + 1
    bounds = np.concatenate(([0], edges, [len(hashes)]))
    for start, end in pairwise(bounds.tolist()):
        if end - start > 1:
            group = list(zip(owners[start:end].tolist(), places[start:end].tolist(), strict=True))
            for (one, a), (other, b) in pairs(group):
                if one != other:
                    seeds[one, other].append((a, b))
    return dict(sorted(seeds.items()))


def pairs(group: list[tuple[int, int]]) -> Iterator[tuple[tuple[int, int], tuple[int, int]]]:
    """Yield the pairs of *group*: all of a small one, those with the first of a large one."""
    firsts = group if len(group) <= EVERY_PAIR else group[:1]
    for number, one in enumerate(firsts):
        for other in group[number + 1 :]:
            yield one, other


def passages(one: Words, other: Words, seeds: Seeds) -> Iterator[Run]:
    """Yield the shared passages that *seeds* lie in, each made as long as it goes."""
    runs: list[Run] = []
    for a, b in sorted(seeds):
        if not any(r.a <= a < r.a + r.length_a and r.b <= b < r.b + r.length_b for r in runs):
            runs.append(extend(one.codes, other.codes, a, b))
    for run in runs:
        if run.same >= SHORTEST and similarity(run) >= NEAR and is_telling(one, run):
            yield run


def similarity(run: Run) -> float:
    """Return the share of words in the two stretches of *run* that are equal."""
    return 2 * run.same / (run.length_a + run.length_b)


def extend(one: NDArray[np.uint32], other: NDArray[np.uint32], a: int, b: int) -> Run:
    """Return the longest shared passage around word *a* of *one* and *b* of *other*, a few words changed."""
    ahead_a, ahead_b, same = stretch(one[a:], other[b:])
    back_a, back_b, more = stretch(one[:a][::-1], other[:b][::-1])
    return Run(a - back_a, b - back_b, back_a + ahead_a, back_b + ahead_b, more + same)


def stretch(one: NDArray[np.uint32], other: NDArray[np.uint32]) -> tuple[int, int, int]:
    """Return how far two sequences run together from their beginning, and how many of the words are equal."""
    a = b = same = 0
    while True:
        room = min(len(one) - a, len(other) - b)
        unequal = np.flatnonzero(one[a : a + room] != other[b : b + room])
        length = int(unequal[0]) if len(unequal) else room
        a, b, same = a + length, b + length, same + length
        step = next((s for s in STEPS if taken_up(one[a + s[0] :], other[b + s[1] :])), None)
        if step is None:
            return a, b, same
        a, b = a + step[0], b + step[1]


def taken_up(one: NDArray[np.uint32], other: NDArray[np.uint32]) -> bool:
    """Return whether two sequences begin with the same few words."""
    return min(len(one), len(other)) >= RESUMED and bool((one[:RESUMED] == other[:RESUMED]).all())


def is_telling(words: Words, run: Run) -> bool:
    """Return whether *run* has enough longer words to be more than a common turn."""
    part = slice(run.a, run.a + run.length_a)
    return int(((words.ends[part] - words.starts[part]) >= 4).sum()) >= TELLING


def build_reuse(one: Words, other: Words, run: Run) -> Reuse:
    """Return the record of *run*."""
    start_a, end_a = int(one.starts[run.a]), int(one.ends[run.a + run.length_a - 1])
    start_b, end_b = int(other.starts[run.b]), int(other.ends[run.b + run.length_b - 1])
    a, b = one.article.article_id, other.article.article_id
    return Reuse(
        reuse_id=stable_id("r", a, start_a, end_a, f"{b}\x1f{start_b}\x1f{end_b}"),
        article_a=a,
        start_a=start_a,
        end_a=end_a,
        article_b=b,
        start_b=start_b,
        end_b=end_b,
        text=one.article.text[start_a:end_a],
        similarity=round(similarity(run), 3),
        words=run.length_a,
    )
