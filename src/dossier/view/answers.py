"""Where the phrases stand that answer a question of the investigation."""

import re
from collections.abc import Iterable

from dossier.records import Claim, Discrepancy, Mention, Quotation, Statement, TimeExpression
from dossier.view.index import Index

Passage = Mention | Claim | Quotation | Statement | TimeExpression
Span = tuple[int, int]


def inflected(phrase: str) -> re.Pattern[str]:
    """Return what finds *phrase*, in dictionary form, in a text: a word may be two letters longer.

    >>> inflected("missile balistique").search("des missiles balistiques de courte portée")[0]
    'missiles balistiques'
    """
    return re.compile(
        r"\s+".join(rf"\b{re.escape(word)}\w{{,2}}\b" for word in phrase.split()), re.IGNORECASE
    )


def places_of(phrases: Iterable[str], text: str, start: int, end: int) -> list[Span]:
    """Return each place from *start* to *end* of *text* where one of *phrases* stands."""
    found = (inflected(phrase).finditer(text, start, end) for phrase in dict.fromkeys(phrases))
    return [match.span() for matches in found for match in matches]


def answering(index: Index, row: Discrepancy, told: Passage) -> list[Span]:
    """Return where the sentences of *told* answer the question that *row* is of; none of another."""
    asked = (q for q in index.analysis.investigation.questions if q.key == row.subject)
    phrases = (phrase for question in asked for _answer, words in question.answers for phrase in words)
    spans = index.sentences(told.article_id, told.start, told.end)
    return places_of(phrases, index.articles[told.article_id].text, spans[0][0], spans[-1][1])
