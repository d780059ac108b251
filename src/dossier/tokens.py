"""The words of a parsed paragraph as plain objects: read from spaCy once, then asked for next to nothing."""

from __future__ import annotations

import functools
import sys
from bisect import bisect_right
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any, final, overload

_COLUMNS = ("ORTH", "LOWER", "LEMMA", "POS", "DEP", "ENT_TYPE", "MORPH")
_PLACES = ("IDX", "HEAD", "IS_SPACE", "IS_PUNCT", "IS_TITLE", "SENT_START", "LIKE_NUM", "ENT_IOB")
_TEXTS = ("text", "lower_", "lemma_", "pos_", "dep_", "ent_type_")
_FLAGS = ("is_space", "is_punct", "is_title", "is_sent_start", "like_num", "ent_iob_")


_NAMED = ("", "I", "O", "B")  # the place of a word in a name: within it, outside, at its beginning


@final
class Token:
    """A word as the model reads it, its attributes named as spaCy names them."""

    __slots__ = ("__dict__", "children", "doc", "head", "i", "idx", "morph", *_TEXTS, *_FLAGS)
    doc: Doc
    head: Token
    children: list[Token]
    i: int
    idx: int
    morph: Morph
    text: str
    lower_: str
    lemma_: str
    pos_: str
    dep_: str
    ent_type_: str
    ent_iob_: str
    tag_: str
    whitespace_: str
    is_alpha: bool
    is_digit: bool
    is_punct: bool
    is_sent_start: bool
    is_space: bool
    is_title: bool
    like_num: bool

    if not TYPE_CHECKING:

        def __getattr__(self, name: str) -> Any:
            """Return what is seldom asked for, as spaCy has it, and keep it."""
            value = self.__dict__[name] = getattr(self.doc.source[self.i], name)
            return value

    @property
    def sent(self) -> Span:
        """The sentence in which the word stands."""
        return self.doc.sentences[self.i]

    @property
    def ancestors(self) -> Iterator[Token]:
        """The words on which this one depends, the nearest first."""
        token = self
        while token.head is not token:
            token = token.head
            yield token

    @property
    def subtree(self) -> Iterator[Token]:
        """The word and all that depends on it."""
        at = bisect_right(self.children, self.i, key=lambda child: child.i)
        for child in self.children[:at]:
            yield from child.subtree
        yield self
        for child in self.children[at:]:
            yield from child.subtree

    @property
    def left_edge(self) -> Token:
        """The first word of all that depends on this one."""
        edge: int = self.doc.source[self.i].left_edge.i
        return self.doc.tokens[edge]

    @property
    def right_edge(self) -> Token:
        """The last word of all that depends on this one."""
        edge: int = self.doc.source[self.i].right_edge.i
        return self.doc.tokens[edge]

    def nbor(self, step: int = 1) -> Token:
        """Return the word *step* words further on.

        Raises:
            IndexError: there is none.
        """
        return self.doc.tokens[self.i + step if self.i + step >= 0 else len(self.doc)]


class Span:
    """The words *start* to *end* of a paragraph; *label_* says what a name is the name of."""

    __slots__ = ("doc", "end", "label_", "start")

    def __init__(self, doc: Doc, start: int, end: int, label: str = "") -> None:
        if not 0 <= start <= end <= len(doc.tokens):
            raise IndexError(start, end)
        self.doc, self.start, self.end, self.label_ = doc, start, end, label

    @property
    def start_char(self) -> int:
        """The place of the first word in the paragraph."""
        return self.doc.tokens[self.start].idx if self.start < len(self.doc) else len(self.doc.text)

    @property
    def end_char(self) -> int:
        """The place where the last word ends."""
        last = self.doc.tokens[self.end - 1]
        return last.idx + len(last.text) if self.start < self.end else self.start_char

    def __iter__(self) -> Iterator[Token]:
        return iter(self.doc.tokens[self.start : self.end])

    def __reversed__(self) -> Iterator[Token]:
        return reversed(self.doc.tokens[self.start : self.end])

    def __len__(self) -> int:
        return self.end - self.start

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Span) and self._key == other._key

    def __hash__(self) -> int:
        return hash(self._key)

    @property
    def _key(self) -> tuple[int, int, int, str]:
        return id(self.doc), self.start, self.end, self.label_

    @overload
    def __getitem__(self, at: int) -> Token: ...
    @overload
    def __getitem__(self, at: slice) -> Span: ...
    def __getitem__(self, at: int | slice) -> Token | Span:
        if isinstance(at, slice):
            start, end, _ = at.indices(len(self))
            return Span(self.doc, self.start + start, self.start + max(start, end))
        return self.doc.tokens[range(self.start, self.end)[at]]

    @property
    def text(self) -> str:
        """The words as they are written."""
        return self.doc.text[self.start_char : self.end_char]

    @property
    def sent(self) -> Span:
        """The sentence in which the words begin."""
        return self.doc.sentences[self.start]

    @property
    def ents(self) -> list[Span]:
        """The names that stand wholly in the words."""
        return [name for name in self.doc.ents if self.start <= name.start and name.end <= self.end]

    @property
    def root(self) -> Token:
        """The first of the words that lie nearest to the root of their sentence."""
        if len(self) == 1:
            return self.doc.tokens[self.start]
        outside = (t for t in self if t.head is t or not self.start <= t.head.i < self.end)
        return min(outside, key=lambda token: sum(1 for _ in token.ancestors))


class Doc:
    """A parsed paragraph: *starts* and *sentences* of its words, in *user_data* what the rooms keep of it."""

    __slots__ = ("ents", "sentences", "sents", "source", "starts", "text", "tokens", "user_data")

    def __init__(self, source: Any) -> None:
        """Read the words of *source*, a document of spaCy."""
        self.source, self.text, self.user_data = source, str(source.text), dict[Any, Any]()
        self.tokens = [Token() for _ in range(len(source))]
        columns, strings = source.to_array(_COLUMNS), source.vocab.strings
        texts = {number: sys.intern(strings[number]) for number in set(columns.ravel().tolist())}
        places = source.to_array(_PLACES).astype("int64").tolist()
        self.starts = [row[0] for row in places]
        for i, (token, row) in enumerate(zip(self.tokens, columns.tolist(), strict=True)):
            token.doc, token.i, token.children = self, i, []
            token.idx, step, space, punct, title, first, number, named = places[i]
            token.head, token.is_space, token.is_punct = self.tokens[i + step], space == 1, punct == 1
            token.is_title, token.is_sent_start, token.like_num = title == 1, first == 1, number == 1
            token.ent_iob_ = _NAMED[named]
            said = [texts[number] for number in row]
            token.text, token.lower_, token.lemma_, token.pos_, token.dep_, token.ent_type_, features = said
            token.morph = _morph(features)
        for token in self.tokens:
            if token.head is not token:
                token.head.children.append(token)
        self.sents = [Span(self, sentence.start, sentence.end) for sentence in source.sents]
        self.sentences = [sentence for sentence in self.sents for _ in sentence]
        self.ents = tuple(Span(self, name.start, name.end, name.label_) for name in source.ents)

    def __iter__(self) -> Iterator[Token]:
        return iter(self.tokens)

    def __len__(self) -> int:
        return len(self.tokens)

    @overload
    def __getitem__(self, at: int) -> Token: ...
    @overload
    def __getitem__(self, at: slice) -> Span: ...
    def __getitem__(self, at: int | slice) -> Token | Span:
        if isinstance(at, slice):
            start, end, _ = at.indices(len(self.tokens))
            return Span(self, start, max(start, end))
        return self.tokens[at]

    def char_span(self, start: int, end: int) -> Span | None:
        """Return the words that the characters *start* to *end* touch: the blank behind a word is not it."""
        first, last = self._at(start), self._at(end - 1)
        if first is None or last is None:
            return None
        return Span(self, first.i + (start == first.idx + len(first.text)), last.i + 1)

    def _at(self, place: int) -> Token | None:
        """Return the word at the character *place*, or before it where that is the blank behind the word."""
        at = bisect_right(self.starts, place) - 1
        return self.tokens[at] if at >= 0 and place < len(self.text) else None


class Morph:
    """The features of the form of a word."""

    __slots__ = ("features",)

    def __init__(self, features: dict[str, list[str]]) -> None:
        self.features = features

    def get(self, name: str) -> list[str]:
        """Return the values of the feature *name*, if any."""
        return self.features.get(name, [])


@functools.cache
def _morph(features: str) -> Morph:
    """Return *features*, "Mood=Ind|Tense=Pres", of which a language has some hundreds."""
    pairs = (pair.partition("=") for pair in features.split("|"))
    return Morph({name: values.split(",") for name, _, values in pairs})
