"""Where phrases of an investigation stand in an article, and which of its questions they answer there."""

import functools
from collections.abc import Iterable, Iterator, Mapping
from itertools import chain, zip_longest
from typing import TypeVar

from dossier.investigation import Investigation, Question
from dossier.language import Parsed
from dossier.records import Reply
from dossier.registry import name_key

Key = TypeVar("Key")
Span = tuple[int, int]


def find_phrases(parsed: Parsed, asked: Mapping[Key, Iterable[str]]) -> dict[Key, list[Span]]:
    """Return by each key of *asked* start and end of every place where one of its phrases stands.

    Each word stands by its written form or its lemma.
    """
    index: dict[str, list[tuple[Key, list[str]]]] = {}
    for key, phrases in asked.items():
        for phrase in filter(None, (name_key(words).split() for words in phrases)):
            index.setdefault(phrase[0], []).append((key, phrase))
    opening = frozenset(index)
    words = list(_words(parsed)) if index else []
    found: dict[Key, list[Span]] = {key: [] for key in asked}
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


def find_replies(parsed: Parsed, investigation: Investigation) -> tuple[Reply, ...]:
    """Return each phrase that answers a question, in the order of the article.

    A sentence answers where it holds one of the words that the question is about, if it names any, and
    phrases of one answer only; a phrase within a longer one does not count.
    """
    asked = {(q.key, label): phrases for q in investigation.questions for label, phrases in q.answers}
    about = {(q.key, ""): q.about for q in investigation.questions}
    places = find_phrases(parsed, asked | about)
    sentences = [paragraph.span(sentence) for paragraph, sentence in parsed.sentences()] if asked else []
    found = (_answers(q, places, span) for q in investigation.questions for span in sentences)
    return tuple(sorted(chain.from_iterable(found), key=lambda a: (a.start, a.question)))


def _answers(
    question: Question, places: dict[tuple[str, str], list[Span]], sentence: Span
) -> Iterator[Reply]:
    if question.about and not any(is_within(span, sentence) for span in places[question.key, ""]):
        return
    given = [
        (label, span)
        for label, _ in question.answers
        for span in places[question.key, label]
        if is_within(span, sentence)
    ]
    whole = [(label, span) for label, span in given if not any(is_part(span, other) for _, other in given)]
    if len({label for label, _ in whole}) == 1:
        yield from (Reply(question.key, label, *span) for label, span in whole)


def is_within(span: Span, other: Span) -> bool:
    """Return whether *span* stands in *other*."""
    return other[0] <= span[0] and span[1] <= other[1]


def is_part(span: Span, other: Span) -> bool:
    """Return whether *span* stands in *other*, which is longer."""
    return span != other and is_within(span, other)
