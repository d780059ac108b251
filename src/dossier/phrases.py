"""Where phrases of an investigation stand in an article: each word by its written form or its lemma."""

import functools
from collections.abc import Iterable, Iterator, Mapping
from itertools import zip_longest
from typing import TypeVar

from dossier.language import Parsed
from dossier.registry import name_key

Key = TypeVar("Key")


def find_phrases(parsed: Parsed, asked: Mapping[Key, Iterable[str]]) -> dict[Key, list[tuple[int, int]]]:
    """Return by each key of *asked* start and end of every place where one of its phrases stands."""
    index: dict[str, list[tuple[Key, list[str]]]] = {}
    for key, phrases in asked.items():
        for phrase in filter(None, (name_key(words).split() for words in phrases)):
            index.setdefault(phrase[0], []).append((key, phrase))
    opening = frozenset(index)
    words = list(_words(parsed)) if index else []
    found: dict[Key, list[tuple[int, int]]] = {key: [] for key in asked}
    for i, (start, _, forms) in enumerate(words):
        if forms.isdisjoint(opening):
            continue
        for key, phrase in (entry for form in forms & opening for entry in index[form]):
            run = words[i : i + len(phrase)]
            if len(run) == len(phrase) and all(
                part in said for part, (*_, said) in zip(phrase, run, strict=True)
            ):
                found[key].append((start, run[-1][1]))
    return found


def _words(parsed: Parsed) -> Iterator[tuple[int, int, frozenset[str]]]:
    """Yield start and end of each word and what it can be compared with: itself and its lemma, folded."""
    for paragraph in parsed.paragraphs:
        for token in paragraph.doc:
            if not token.is_punct:
                start = paragraph.offset(token)
                for forms in _forms(token.text, token.lemma_):
                    yield start, start + len(token.text), forms


@functools.lru_cache(maxsize=65536)
def _forms(text: str, lemma: str) -> tuple[frozenset[str], ...]:
    return tuple(
        frozenset(filter(None, both)) for both in zip_longest(name_key(text).split(), name_key(lemma).split())
    )
