"""What is asked of a document again and again, read once and kept as long as the document lives."""

from __future__ import annotations

import functools
from collections.abc import Callable
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from spacy.tokens import Span, Token

T = TypeVar("T")


def remembered(function: Callable[[Token], T]) -> Callable[[Token], T]:
    """Return *function* asked once for each token."""

    @functools.wraps(function)
    def ask(token: Token) -> T:
        key, data = (function, token.i), token.doc.user_data
        if key not in data:
            data[key] = function(token)
        answer: T = data[key]
        return answer

    return ask


def sentence_of(words: Token | Span) -> Span:
    """Return the sentence in which *words* begin; spaCy's own property looks for it each time."""
    doc = words.doc
    table = doc.user_data.get("sentences")
    if table is None:
        table = doc.user_data["sentences"] = [sentence for sentence in doc.sents for _ in sentence]
    sentence: Span = table[words.start if hasattr(words, "start") else words.i]
    return sentence
