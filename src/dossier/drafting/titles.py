"""A title for the whole affair, out of the titles of its articles."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence

_WORD = re.compile(r"[\w’'-]+")
LONG = 3  # letters of a word that means something


def find_title(titles: Sequence[str]) -> str:
    """Return the words that most *titles* share, else the title that shares most with the others."""
    held = [title for title in titles if title.strip()]
    if shared := _shared(held):
        return shared
    counts = Counter(word for title in held for word in _meaning(title))
    return max(held, key=lambda title: (sum(counts[w] - 1 for w in _meaning(title)), -len(title)), default="")


def _meaning(title: str) -> set[str]:
    return {word.lower() for word in _WORD.findall(title) if len(word) > LONG}


def _shared(titles: Sequence[str]) -> str:
    """Return the longest run of words that at least half of *titles* hold, two of them with a meaning."""
    runs: Counter[str] = Counter()
    for title in titles:
        runs.update(set(_runs(title)))
    enough = max(2, len(titles) / 2)
    found = [run for run, times in runs.items() if times >= enough and len(_meaning(run)) > 1]
    longest = max(found, key=lambda run: (len(run.split()), runs[run], run), default="")
    head = longest.rpartition(" : ")[0]
    return head if len(_meaning(head)) > 1 else longest


def _runs(title: str) -> Iterable[str]:
    words = list(_WORD.finditer(title))
    for first, start in enumerate(words):
        for last in words[first:]:
            yield title[start.start() : last.end()]
