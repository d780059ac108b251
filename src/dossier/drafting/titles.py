"""A title for the whole affair, out of the titles of its articles."""

import re
from collections import Counter
from collections.abc import Iterable, Sequence

_ELIDED = re.compile(r"^\w{1,2}[’']")
_WORD = re.compile(r"[\w’'-]+")
_VOICED = re.compile(r"[«»“”\"?]")
LONG = 3  # letters of a word that means something


def find_title(titles: Sequence[str]) -> str:
    """Return the words that most *titles* begin with, else what best names the matter of the others.

    That is the head of a title ("Pollution de l'Aubrelle : …") with a word of half of them, else the title
    that shares most with them. One that asks or quotes is taken only where all do: it tells less.
    """
    held = [title for title in titles if title.strip()]
    if shared := _shared(held):
        return shared
    counts = Counter(word for title in held for word in _meaning(title))
    told = [title for title in held if not _VOICED.search(title)] or held
    often = {word for word, times in counts.items() if times >= max(2, len(held) / 2)}
    heads = [title.partition(" : ")[0] for title in told if " : " in title]
    told = [head for head in heads if often & _meaning(head) and len(_meaning(head)) > 1] or told
    return max(told, key=lambda title: sum(counts[word] - 1 for word in _meaning(title)), default="")


def _meaning(title: str) -> set[str]:
    words = (_ELIDED.sub("", word.lower()) for word in _WORD.findall(title))
    return {word for word in words if len(word) > LONG}


def _shared(titles: Sequence[str]) -> str:
    """Return the longest run that half of *titles* hold and one begins with, with two words of meaning."""
    runs: Counter[str] = Counter()
    for title in titles:
        runs.update(set(_runs(title)))
    enough = max(2, len(titles) / 2)
    begun = [run for run in runs if any(title.startswith(run) for title in titles)]
    found = [run for run in begun if runs[run] >= enough and len(_meaning(run)) > 1]
    longest = max(found, key=lambda run: (len(run.split()), runs[run], run), default="")
    head = longest.rpartition(" : ")[0]
    return head if len(_meaning(head)) > 1 else longest


def _runs(title: str) -> Iterable[str]:
    words = list(_WORD.finditer(title))
    for first, start in enumerate(words):
        for last in words[first:]:
            yield title[start.start() : last.end()]
