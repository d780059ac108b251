"""One article with all that its claims are made from; what a figure is about, and when."""

import functools
import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import takewhile

from dossier.blocks import Blocks
from dossier.claims.changes import is_size
from dossier.dates import between
from dossier.investigation import Investigation, Topic
from dossier.language import Paragraph, Parsed
from dossier.lexicons import load_lexicon, word_set
from dossier.quantities import clause_of
from dossier.records import PUBLISHED, Attribution, Quantity, Reading, Statement, TimeExpression
from dossier.registry import Registry, general_registry
from dossier.syntax.inflection import finite_tense
from dossier.syntax.marks import ASKING
from dossier.syntax.senses import aside_participle, dated_noun
from dossier.syntax.sentence import is_finite
from dossier.syntax.vocabulary import vocabulary
from dossier.tokens import Span, Token

Place = tuple[Paragraph, Span]
_THESE = vocabulary("demonstratives", "plural_demonstrative")
_DETERMINED = ("det", "nummod")
_BOUND = 3  # words before a date that may bound it: "jusqu'à la fin 2028"
_JOINED = 30  # characters from the beginning of one date of a stretch of time to the other's


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


def said_on(context: Context, source: Attribution | None, quantity: Quantity | None = None) -> str:
    """Return the id of the date of the saying, or `PUBLISHED`, or nothing.

    The newspaper speaks on the day it appears, and what it tells in the present ("estime la police", "selon
    elle") it tells as of that day. A past saying without a date ("a avancé le chiffre") has none.
    """
    if source is None:
        return (_fallen_on(context, quantity) if quantity else "") or PUBLISHED
    if source.said_on_ref:
        return source.said_on_ref
    if source.cue_start < 0:
        return ""
    return PUBLISHED if _is_present(list(context.tokens(source.cue_start, source.cue_end)[1])) else ""


def _fallen_on(context: Context, quantity: Quantity) -> str:
    """Return the id of the date of the news that a figure is: "L'annonce est tombée hier, X supprime 300"."""
    lexicon, text = load_lexicon("sources")["falling"], context.parsed.article.text
    for told in context.told.meeting(quantity.sentence_start, quantity.start):
        news = told.predicate in lexicon["verbs"] and any(noun in told.agent for noun in lexicon["nouns"])
        opens = told.start == quantity.sentence_start and text[told.end : quantity.start].startswith(
            (",", " :")
        )
        if news and opens and told.date_ref:
            return told.date_ref
    return ""


def _is_present(cue: list[Token]) -> bool:
    """Tell whether *cue* is a verb in the present or a preposition, not "a estimé" or "les accusations"."""
    verbs = [token for token in cue if token.pos_ in ("VERB", "AUX")]
    if not verbs:
        return all(token.pos_ not in ("NOUN", "PROPN") for token in cue)
    compound = len(verbs) > 1 and verbs[0].lemma_ in vocabulary("auxiliaries")
    return finite_tense(verbs[0]) == "Pres" and not compound


def about(context: Context, quantity: Quantity, source: Attribution | None) -> str:
    """Return the id of the date nearest to *quantity* in its clause that does not date the saying.

    Nor one that dates another figure ("75 000, contre 45 000 en mai") or deed ("la maire élue en mai"; "la
    mesure, prise en mai, vise 300 foyers"), is one of two ("mars et mai"), the end of a term ("jusqu'en
    2028"), or of what a known number stands by ("la paie de mai de ses 300 agents"). The whole of a part is
    of no time: "quinze des dix-sept marins sont rentrés lundi".
    """
    phrase = context.tokens(quantity.start, quantity.end)[1]
    said = source.said_on_ref if source else ""
    near = [
        e
        for e in context.expressions_in(quantity.sentence_start, quantity.sentence_end)
        if e.type in ("DATE", "TIME") and e.date_id != said
    ]
    if own := next((e for e in near if _follows(context, phrase, e)), None):  # "124 mardi, 86 le lendemain"
        return own.date_id
    if _is_whole(phrase) or is_size(phrase):
        return ""
    near = [e for e in near if _share_clause(context, phrase, e)]
    return min(near, key=lambda e: (_distance(quantity, e), e.start)).date_id if near else ""


def _is_whole(phrase: Span) -> bool:
    """Tell whether *phrase* is that of which another number is a part."""
    before = phrase.doc[max(0, phrase.start - 2) : phrase.start]
    part = before[0].morph.get("NumType") == ["Card"] if len(before) == 2 else False
    return part and before[1].lower_ in vocabulary("of")


def _follows(context: Context, phrase: Span, expression: TimeExpression) -> bool:
    """Tell whether *expression* stands behind *phrase* at once, or in the brackets behind it."""
    date = context.tokens(expression.start, expression.end)[1]
    between = phrase.doc[phrase.end : date.start]
    behind = phrase.end <= date.start and all(t.pos_ in ("DET", "ADP") or t.text == "(" for t in between)
    return behind and not _is_one_of_two(context, expression)


def _share_clause(context: Context, phrase: Span, expression: TimeExpression) -> bool:
    date = context.tokens(expression.start, expression.end)[1]
    clause = clause_of(phrase)
    without = load_lexicon("claims")["without"]
    if clause is not None and any(t.dep_ == "mark" and t.lower_ in without for t in clause.children):
        return clause_of(date) in (clause, clause.head)  # "en 2019, sans qu'aucun malade ne soit recensé"
    if clause_of(date) != clause or _is_one_of_two(context, expression) or _is_of_another(date, phrase):
        return False
    between = phrase.doc[min(phrase.end, date.end) : max(phrase.start, date.start)]
    colon = next((token.i for token in between if token.text == ":"), phrase.start)
    apart = any(map(is_finite, phrase.doc[colon : phrase.start]))  # "en mai : il en a 300"
    bracket = next((token.i for token in between if token.text == "("), date.end)
    apart |= (
        date.end < bracket < phrase.start and ")" not in between.text
    )  # "né en mai à Lyon (300 habitants)"
    if apart or any(token.morph.get("PronType") == ["Rel"] or token.text == ";" for token in between):
        return False
    if date.start > phrase.end and any(token.like_num for token in between):
        return False
    if _is_term(context, expression):
        return True
    own = [t for t in date.root.ancestors if t.dep_ == "acl" and t.pos_ == "VERB"][:1]
    return not own or own[0] in (phrase.root, *phrase.root.ancestors) or own[0].head == phrase.root


def _is_one_of_two(context: Context, expression: TimeExpression) -> bool:
    """Tell whether another date goes with *expression*, "samedi et dimanche", and makes no stretch."""
    grammar, text = load_lexicon("quantities")["grammar"], context.parsed.article.text
    near = context.expressions_in(expression.start - _JOINED, expression.end + _JOINED)
    if any(expression in ends for ends in between(text, near)):
        return False
    joints = {*grammar["and"], *load_lexicon("quantities")["join"]["range"], *grammar["at_the"]}
    others = (e for e in near if e != expression)
    gaps = (text[min(expression.end, e.end) : max(expression.start, e.start)] for e in others)
    before = (
        text[max(0, expression.start - _JOINED) : expression.start].lower().split()[-2:]
    )  # "entre le Nouvel An et la rentrée"
    return not {*before}.isdisjoint(grammar["between"]) or any(gap.strip().lower() in joints for gap in gaps)


def _is_of_another(date: Span, phrase: Span) -> bool:
    """Tell whether *date* ends a term, is of what stands between commas, or of a noun and not of *phrase*."""
    doc, noun = date.doc, date.root.head
    if {t.lower_ for t in doc[max(0, date.start - _BOUND) : date.start]} & word_set("claims", "bounding"):
        return True
    commas = [t.i for t in date.sent if t.text == ","]
    first = max((i + 1 for i in commas if i < date.start), default=date.start)
    last = min((i for i in commas if i >= date.end), default=first)
    aside = doc[first].pos_ in ("ADJ", "NOUN", "VERB") and first < date.start < last
    beside = aside_participle(date)
    aside |= beside is not None and not beside.start <= phrase.start < beside.end
    known = doc[max(0, phrase.start - 1)].lower_ in load_lexicon("quantities")["definite"]
    its = known and date.root.dep_ == "nmod" and noun.pos_ == "NOUN" and noun not in phrase
    own, measured = dated_noun(date), {"(", ":"} & {t.text for t in doc[date.end : phrase.start]}
    its |= own is not None and own not in (*phrase, *phrase.root.ancestors) and not measured
    return its or (aside and not first <= phrase.start < last)


def is_ahead(context: Context, quantity: Quantity, reference: str) -> bool:
    """Tell whether the date *reference* of the sentence of *quantity* is a term to come: "d'ici à 2014"."""
    dated = context.expressions_in(quantity.sentence_start, quantity.sentence_end)
    return any(e.date_id == reference and _is_term(context, e) for e in dated)


def _is_term(context: Context, expression: TimeExpression) -> bool:
    before = context.parsed.article.text[: expression.start].rstrip()
    words = (text.lower().replace("’", "'") for text in (before, expression.text))
    terms = tuple(load_lexicon("dates")["term"])
    return next(words).endswith(terms) or next(words).startswith(terms)


def _distance(quantity: Quantity, expression: TimeExpression) -> int:
    return max(expression.start - quantity.end, quantity.start - expression.end, 0)


OTHER = "other"


def find_topic(
    context: Context, start: int, end: int, predicates: Iterable[str] = (), *, unit: str = "", state: str = ""
) -> str:
    """Return the key of the topic of the words at *start* to *end* and of their *predicates*, else `OTHER`.

    What is told of the counted is its *state*: "emplois menacés".

    A verb beats a word, and an earlier topic a later one. Units count where the figure has one; then it is
    the counted noun that a topic names, not what that is of or for: "300 parents d'élèves" are no pupils.
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
    own, words = ({*_forms(tokens), *measure, *state.lower().split()} for tokens in (head, told))
    for topic in topics:
        measured = unit and unit.lower() in map(str.lower, topic.units)  # "deux bateaux par jour": no days
        if measured or any(words.issuperset(p) and not own.isdisjoint(p) for p in _phrases(topic)):
            return topic.key
    return OTHER


def _forms(tokens: Iterable[Token]) -> Iterator[str]:
    for token in tokens:
        if not _is_nobody(token):
            yield from (token.lemma_.lower(), token.lower_)


def _is_nobody(token: Token) -> bool:
    """Tell whether *token* is "personne" without an article: "personne ne savait" counts no people."""
    return token.lower_ in vocabulary("negation") and not any(t.dep_ in _DETERMINED for t in token.children)


@functools.lru_cache(maxsize=256)
def _phrases(topic: Topic) -> tuple[list[str], ...]:
    return tuple(phrase.lower().replace("'", "' ").split() for phrase in topic.words)


@functools.lru_cache(maxsize=256)
def _governing(topic: Topic) -> set[str]:
    """Return what can govern a figure of *topic*: with verbs, its nouns can too ("la mort de neuf")."""
    return {word.lower() for word in (*topic.verbs, *(topic.words if topic.verbs else ()))}
