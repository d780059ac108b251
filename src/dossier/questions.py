"""What the sentences of an article answer to the questions of the investigation."""

from collections.abc import Iterator
from itertools import chain

from dossier.investigation import Investigation, Question
from dossier.language import Parsed
from dossier.phrases import find_phrases
from dossier.records import Reply

Span = tuple[int, int]


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
    """Yield what *sentence* answers to *question*."""
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
