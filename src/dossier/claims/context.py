"""One article with all that its claims are made from; what a figure is about, and when."""

import functools
import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import takewhile

from dossier.blocks import Blocks
from dossier.investigation import Investigation, Topic
from dossier.language import Paragraph, Parsed
from dossier.lexicons import load_lexicon
from dossier.records import PUBLISHED, Attribution, Reading, Statement, TimeExpression
from dossier.registry import Registry, general_registry
from dossier.syntax.inflection import finite_tense
from dossier.syntax.marks import ASKING
from dossier.syntax.vocabulary import vocabulary
from dossier.tokens import Span, Token

Place = tuple[Paragraph, Span]
_THESE = vocabulary("demonstratives", "plural_demonstrative")
_DETERMINED = ("det", "nummod")


@dataclass(frozen=True, slots=True)
class Context:
    """The parsed article, its expressions in text order, its attributions by place."""

    parsed: Parsed
    investigation: Investigation
    attributions: tuple[Attribution, ...]
    expressions: tuple[TimeExpression, ...]
    said: Blocks[Attribution]
    registry: Registry
    held: Blocks[Attribution]
    cues: Mapping[int, Attribution]  # by where their cue stands
    told: Blocks[Statement]

    def tokens(self, start: int, end: int) -> Place:
        """Return the paragraph at the file offset *start*, and its tokens from there to *end*."""
        paragraphs = self.parsed.paragraphs
        paragraph = paragraphs[bisect_right(paragraphs, start, key=lambda p: p.start) - 1]
        span = paragraph.char_span(start, min(end, paragraph.start + len(paragraph.text)))
        return paragraph, paragraph.doc[:0] if span is None else span

    def asked_before(self, start: int) -> tuple[int, int]:
        """Return where the paragraph before that at *start* stands if it asks: "On vous dit parti…"."""
        at = bisect_right(self.parsed.paragraphs, start, key=lambda p: p.start) - 2
        before = self.parsed.paragraphs[max(at, 0)]
        asks = at >= 0 and before.text.rstrip().endswith(ASKING)
        return (before.start, before.start + len(before.text)) if asks else (start, start)

    def resumed(self, start: int, end: int) -> Iterator[tuple[int, int]]:
        """Yield the last sentence with each noun to which the words there point: "cette annonce"."""
        above = self.parsed.article.text[:start]
        for noun in self.tokens(start, end)[1]:
            if any(child.lower_ in _THESE for child in noun.children):
                named = rf"(?<=[ '’]){re.escape(noun.text)}(?= )"
                for last in [match.span() for match in re.finditer(named, above, re.IGNORECASE)][-1:]:
                    paragraph, words = self.tokens(*last)
                    if words:
                        yield paragraph.span(words.sent)

    def attributions_at(self, start: int, end: int) -> Iterator[Attribution]:
        """Yield each attribution whose content meets *start* to *end*, once."""
        return self.said.meeting(start, end)

    def expressions_in(self, start: int, end: int) -> tuple[TimeExpression, ...]:
        """Return the expressions that begin from *start* up to before *end*."""
        first = bisect_left(self.expressions, start, key=lambda e: e.start)
        last = bisect_left(self.expressions, end, key=lambda e: e.start)
        return self.expressions[first:last]


def build_context(
    parsed: Parsed, read: Reading, investigation: Investigation, registry: Registry | None
) -> Context:
    """Return the context of one article, of which *read* holds what the other rooms made."""
    said = Blocks((a.content_start, a.content_end, a) for a in read.attributions)
    ordered = tuple(sorted(read.expressions, key=lambda e: (e.start, e.end)))
    held = Blocks((a.content_start, a.content_end, a) for a in read.holdings)
    cues = {a.cue_start: a for a in reversed(read.attributions) if a.speakers}
    known = registry or general_registry()
    told = Blocks((s.start, s.end, s) for s in read.statements)
    return Context(parsed, investigation, read.attributions, ordered, said, known, held, cues, told)


def said_on(context: Context, source: Attribution | None) -> str:
    """Return the id of the date of the saying, or `PUBLISHED`, or nothing.

    The newspaper speaks on the day it appears, and what it tells in the present ("estime la police", "selon
    elle") it tells as of that day. A past saying without a date ("a avancé le chiffre") has none.
    """
    if source is None:
        return PUBLISHED
    if source.said_on_ref:
        return source.said_on_ref
    if source.cue_start < 0:
        return ""
    return PUBLISHED if _is_present(list(context.tokens(source.cue_start, source.cue_end)[1])) else ""


def _is_present(cue: list[Token]) -> bool:
    """Tell whether *cue* is a verb in the present or a preposition, not "a estimé" or "les accusations"."""
    verbs = [token for token in cue if token.pos_ in ("VERB", "AUX")]
    if not verbs:
        return all(token.pos_ not in ("NOUN", "PROPN") for token in cue)
    compound = len(verbs) > 1 and verbs[0].lemma_ in vocabulary("auxiliaries")
    return finite_tense(verbs[0]) == "Pres" and not compound


OTHER = "other"


def find_topic(
    context: Context, start: int, end: int, predicates: Iterable[str] = (), *, unit: str = "", state: str = ""
) -> str:
    """Return the key of the topic of the words at *start* to *end* and of their *predicates*, else `OTHER`.

    What is told of the counted is its *state*: "emplois menacés".

    A verb beats a word, and an earlier topic a later one. Units count where the figure has one; then it is
    the counted noun that a topic names, not what that is of or for: "300 parents d'élèves" are no pupils.
    Of a measure it is what is measured as well: "300 litres de gazole".
    """
    topics = context.investigation.topics
    if not topics:
        return OTHER
    for topic in topics:
        if not _governing(topic).isdisjoint(map(str.lower, predicates)):
            return topic.key
    by = load_lexicon("quantities")["grammar"]["by"] if unit else ()
    told = list(takewhile(lambda token: token.lower_ not in by, context.tokens(start, end)[1]))
    measure = unit.lower().split()
    noun = next((n for n, token in enumerate(told) if token.lemma_.lower() in measure), 0)
    head = list(takewhile(lambda token: token.pos_ != "ADP", told[noun:])) if noun else told
    if noun and unit in load_lexicon("quantities")["measures"]:
        head += takewhile(lambda token: token.pos_ != "ADP", told[noun + len(measure) + 1 :])
    own, words = ({*_forms(tokens), *measure, *state.lower().split()} for tokens in (head, told))
    for topic in topics:
        measured = unit and unit.lower() in map(str.lower, topic.units)  # "deux bateaux par jour": no days
        if measured or any(words.issuperset(p) and not own.isdisjoint(p) for p in _phrases(topic)):
            return topic.key
    return OTHER


def _forms(tokens: Iterable[Token]) -> Iterator[str]:
    for token in tokens:
        none = token.lower_ in vocabulary("negation")  # "personne ne savait" counts no people
        if not none or any(child.dep_ in _DETERMINED for child in token.children):
            yield from (token.lemma_.lower(), token.lower_)


@functools.lru_cache(maxsize=256)
def _phrases(topic: Topic) -> tuple[list[str], ...]:
    return tuple(phrase.lower().replace("'", "' ").split() for phrase in topic.words)


@functools.lru_cache(maxsize=256)
def _governing(topic: Topic) -> set[str]:
    """Return what can govern a figure of *topic*: with verbs, its nouns can too ("la mort de neuf")."""
    return {word.lower() for word in (*topic.verbs, *(topic.words if topic.verbs else ()))}
