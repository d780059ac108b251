"""Sentences as reported speech sees them: what stands between marks counts as one word."""

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from dossier.language import Paragraph
from dossier.lexicons import load_lexicon
from dossier.sentences import LONGEST
from dossier.syntax.marks import Quoted
from dossier.tokens import Token

QUOTE = "«»"
PAUSES = frozenset((",", ":", ";", ".", "(", ")", "!", "?"))
_ENDS = frozenset((".", "!", "?", "…", "..."))


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence of a paragraph, with each quotation folded into a single item.

    ``words[i]`` is lower case, or `QUOTE`; ``tokens[i]`` is the token, or the first token of the quotation;
    ``quotes[i]`` is the quotation or None; ``starts[i]``/``ends[i]`` are file offsets.
    """

    paragraph: Paragraph
    words: list[str]
    tokens: list[Token]
    quotes: list[Quoted | None]
    starts: list[int]
    ends: list[int]
    number: int = 0

    def __len__(self) -> int:
        return len(self.words)

    @property
    def quotations(self) -> list[int]:
        """The items that are quotations."""
        return [i for i, quoted in enumerate(self.quotes) if quoted]

    @property
    def said(self) -> set[str]:
        """The words between its marks, in lower case: "j'" is one."""
        return {word for i in self.quotations for word in re.findall(r"\w+'?", self.text(i, i + 1).lower())}

    def is_word(self, i: int) -> bool:
        """Return whether item *i* stands in the sentence and is a word."""
        return 0 <= i < len(self.words) and self.words[i][0].isalnum()

    def word(self, i: int) -> str:
        """Return the lower-case word at *i*, or an empty string outside of the sentence."""
        return self.words[i] if 0 <= i < len(self.words) else ""

    def text(self, start: int, end: int) -> str:
        """Return the words from item *start* to *end* as they are written, with plain apostrophes."""
        base = self.paragraph.start
        return str(self.paragraph.text[self.starts[start] - base : self.ends[end - 1] - base])

    def position(self, token: Token) -> int:
        """Return the item that *token* is or lies in, or -1."""
        place = self.paragraph.start + token.idx
        if not self.starts or not self.starts[0] <= place < self.ends[-1]:
            return -1
        return bisect_right(self.starts, place) - 1


@dataclass(frozen=True, slots=True)
class Stretch:
    """Items ``start`` to ``end`` of a sentence."""

    sentence: Sentence
    start: int
    end: int

    @property
    def file_start(self) -> int:
        """Offset of the stretch in the article file."""
        return self.sentence.starts[self.start]

    @property
    def file_end(self) -> int:
        """Offset of the end of the stretch in the article file."""
        return self.sentence.ends[self.end - 1]


def find_sentences(
    paragraph: Paragraph, quoted: Sequence[Quoted], tokens: Iterable[Token] | None = None
) -> Iterator[Sentence]:
    """Yield the sentences of *paragraph*, or of some of its tokens, none of which ends inside a quotation.

    A sentence ends at its full stop, or after a quotation that ends with one where a new sentence begins;
    one that goes on without an end is cut where the parser's is.
    """
    sentence = Sentence(paragraph, [], [], [], [], [])
    base, number, waiting = paragraph.start, 0, iter(quoted)
    current = next(waiting, None)
    for token in paragraph.doc if tokens is None else tokens:
        start = base + token.idx
        end = start + len(token.text)
        while current and start >= current.outer_end:
            current = next(waiting, None)
        if token.is_space:
            continue
        quote = current if current and end > current.outer_start else None
        if quote and sentence.quotes and sentence.quotes[-1] is quote:
            continue
        word = QUOTE if quote else token.lower_
        if sentence.words and _begins(sentence, word, token):
            yield sentence
            number += 1
            sentence = Sentence(paragraph, [], [], [], [], [], number)
        sentence.words.append(word)
        sentence.tokens.append(token)
        sentence.quotes.append(quote)
        sentence.starts.append(max(quote.outer_start, base) if quote else start)
        sentence.ends.append(quote.outer_end if quote else end)
    if sentence.words:
        yield sentence


def _begins(sentence: Sentence, word: str, token: Token) -> bool:
    """Return whether a new sentence begins with *word* after what *sentence* holds."""
    last = sentence.words[-1]
    if last in _ENDS:
        return word not in _ENDS and not (word[0].isalpha() and token.text.islower())
    if token.is_sent_start and (len(sentence) >= LONGEST or (len(last) > 1 and last[-1] in _ENDS)):
        return True  # "de l'échantillon B. Le club …": letter and stop are one word
    quoted = sentence.quotes[-1]
    if quoted is None:
        return False
    inside = sentence.paragraph.text[: quoted.end - sentence.paragraph.start].rstrip()
    return inside.endswith((".", "!", "?", "…")) and (word == QUOTE or token.text[0].isupper())


def is_finite(token: Token) -> bool:
    """Return whether *token* is a finite verb; so is one that the model has for a present participle."""
    form = token.morph.get("VerbForm") if token.pos_ in ("VERB", "AUX") else []
    present = form == ["Part"] and token.morph.get("Tense") == ["Pres"]
    mistaken = present and not token.lower_.endswith(tuple(load_lexicon("syntax")["present_participles"]))
    return form == ["Fin"] or mistaken


def is_infinitive(token: Token) -> bool:
    """Return whether *token* is an infinitive, by its ending too: the model has "ferai" for one."""
    verbal = token.pos_ in ("VERB", "AUX") and token.morph.get("VerbForm") == ["Inf"]
    return verbal and token.lower_.endswith(tuple(load_lexicon("syntax")["infinitive_endings"]))
