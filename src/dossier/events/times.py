"""Which time expression dates which event of a sentence."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable, Container, Iterator, Sequence
from itertools import chain, islice, takewhile
from typing import TYPE_CHECKING

from dossier.dates.match import read_meaning
from dossier.events.describe import STATEMENT
from dossier.events.triggers import CLAUSES, Trigger, words, words_of
from dossier.events.undated import is_happening, is_untrue, tells
from dossier.lexicons import word_set
from dossier.records import TimeExpression
from dossier.syntax.inflection import inflect, is_predicate
from dossier.syntax.senses import dated_noun, dated_participle, gathers, is_of_object, supports

if TYPE_CHECKING:
    from dossier.language import Paragraph
    from dossier.tokens import Span, Token

_LABEL = re.compile(r"(?:\s*[.:–—])+\s+(?=\w)")
COMMAS = frozenset({",", ";", ":", "(", ")"})
VERBS = frozenset({"VERB", "AUX"})
ADJOINING = 6  # tokens between an event noun and a date that still belongs to it


def is_calendar(expression: TimeExpression) -> bool:
    """Return whether *expression* can date an event: no duration, no set, no vague reference, no century."""
    vague = "_REF" in expression.value or "_REF" in expression.meaning
    vague |= expression.meaning.startswith("century")  # "des émaux du XIIIe siècle ont été volés"
    vague |= "rel=any" in expression.meaning.split()  # "le site est fréquenté en mars"
    return expression.type in ("DATE", "TIME") and not vague


def lone(
    paragraph: Paragraph, sentence: Span, expressions: Sequence[TimeExpression], told: Container[int]
) -> Iterator[tuple[Token, TimeExpression]]:
    """Yield what *sentence* tells behind a day that stands alone: "Jeudi 12. Vol", "13 mai : le bac part".

    *expressions*: those of the article, in its order; *told*: where the predicates of statements begin.
    """
    at = bisect_left(expressions, paragraph.start, key=lambda e: e.start)
    here = takewhile(lambda e: e.start == paragraph.start, islice(expressions, at, None))
    first = next(filter(is_calendar, here), None)
    behind = _LABEL.match(paragraph.text, first.end - paragraph.start) if first else None
    if first and behind and sentence.start_char <= behind.end() < sentence.end_char:
        rest = [token for token in sentence if token.idx >= behind.end()]
        nouns = (token for token in rest if token.pos_ == "NOUN")
        predicates = (token for token in rest if paragraph.offset(token) in told)
        yield from ((head, first) for head in islice(chain(predicates, nouns), 1))


def is_age(expression: TimeExpression, event: Token) -> bool:
    """Return whether *expression* only tells how old a thing is: "de vieilles fiches datées de 1998"."""
    said = read_meaning(expression.meaning)
    return event.lemma_ in words("aging") and said.kind == "calendar" and not (said.day or said.weekday)


def is_bound(span: Span, expression: TimeExpression) -> bool:
    """Return whether the words before *span* make it the beginning or the end of a state ("depuis juin").

    A time within a day only ends one: "jusque tard dans la nuit", but a shot is fired "avant l'aube".
    """
    if begins(span, expression):
        return False
    bounding = words("ends") if expression.type == "TIME" else words("ends") | words("bounds")
    for token in reversed(span.doc[max(0, span.start - 5) : span.start]):
        if token.lower_ in bounding or token.lemma_ in bounding:
            return True
        if token.pos_ not in ("DET", "ADP", "ADV") and token.lemma_ not in words("edges"):
            return False
    return False


def begins(span: Span, expression: TimeExpression) -> bool:
    """Return whether what is so was done on the day *span*: "le navire est immobilisé depuis mardi"."""
    said, since = read_meaning(expression.meaning), span.doc[max(0, span.start - 2) : span.start]
    verb = next((token for token in span.root.ancestors if token.pos_ in VERBS), None)
    if not (said.day or said.weekday) or verb is None or verb.lemma_ in words("planned") | words("states"):
        return False
    form, led = inflect(verb), any(token.lower_ in word_set("dates", "ever_since") for token in since)
    return led and form.passive and not (form.compound or form.negated)


def is_about(span: Span, expression: TimeExpression, event: Token, *, saying: bool) -> bool:
    """Return whether *span* is what is spoken of: "quant au feu, mardi", "est revenu sur la nuit du 3 au 4".

    Before a *saying* it is so behind a bare "de" too: "De la nuit du 3 au 4, elle dit qu'elle fut longue";
    behind one, where it tells of who speaks, "raconte X, qui était de garde dans la nuit", or of its object.
    """
    if tells(event) and is_of_object(span, event):
        return True
    said, before = read_meaning(expression.meaning), span.doc[span.sent.start : span.start]
    bare = [token.lower_ for token in before if token.pos_ != "DET"]
    words_before = tuple(token.lower_ for token in before)
    heads = any(words_before[: len(topic)] == topic for topic in map(words_of, words("topics")))
    opening = heads and not any(token.pos_ in VERBS for token in before)
    led = bare[-1:] and (bare[-1] in words("about") or (saying and {*bare} <= word_set("dates", "of")))
    aside = takewhile(lambda token: token.text not in COMMAS and token != event, reversed(before))
    relative = saying and event in before and any("Rel" in t.morph.get("PronType") for t in aside)
    behind = span.doc[event.i + 1 : span.start].text.lower() if saying else ""
    # "en référence à l'incident de mai", "rappelle le précédent : en mai, …"
    referring = ":" in behind or any(phrase in behind for phrase in words("referring"))
    return referring or (bool(said.day or said.weekday or said.part) and bool(led or opening or relative))


def is_aside(span: Span, expression: TimeExpression, event: Token) -> bool:
    """Return whether *span* tells an age, or what was not, or stands in brackets that do not hold *event*."""
    if is_age(expression, event) or is_untrue(event):
        return True
    sentence = span.sent
    before = span.doc[sentence.start : span.start].text
    opened = before.rfind("(")
    if opened <= before.rfind(")"):
        return False
    first = next(t.i for t in reversed(span.doc[sentence.start : span.start]) if "(" in t.text)
    last = next((t.i for t in span.doc[span.end : sentence.end] if ")" in t.text), sentence.end)
    return not first < event.i < last and (first + 1, last) != (span.start, span.end)


def governor(
    span: Span, triggers: Sequence[Trigger], quoted: Callable[[int], Token | None]
) -> Trigger | Token | None:
    """Return the event that *span* dates: a trigger, else the verb that governs it, else None.

    The tree is climbed from the expression to the first verb or event noun. From a verb that only says that
    something took place, the way goes down again to the noun that says what. A date outside of a quotation
    never dates what is said inside: *quoted* gives the reporting verb of a token that is quoted where *span*
    is not.
    """
    by_token = {token.i: trigger for trigger in triggers for token in trigger.tokens}
    token = dated_participle(span) or span.root
    for _ in range(len(span.doc)):
        if cue := quoted(token.i):
            own = in_chunk(span, token, triggers)  # "où, depuis son offensive en août, il occupe …"
            return own if own and not quoted(own.head.i) else by_token.get(cue.i, cue)
        verb = token.pos_ in VERBS and token not in span
        if verb and (noun := dated_noun(span)):
            return noun if is_happening(noun) else in_chunk(span, token, triggers)
        if trigger := by_token.get(token.i):
            return in_chunk(span, token, triggers) or taking_place(token, triggers) or trigger
        if is_apart(token, inside=token in span):
            return in_chunk(span, token.head, triggers)
        if verb:
            nearer = in_chunk(span, token, triggers) or taking_place(token, triggers)
            return nearer or adjoining(span, triggers) or down(finite(token), by_token)
        if token.head == token:
            break
        token = token.head
    return nearest(span, triggers)


def is_apart(token: Token, *, inside: bool) -> bool:
    """Return whether *token* tells beside the clause, by no verb: "Élu maire en 2014, il gouverne".

    What one has not forgotten, or will not hide, is told of as well, and at no time of the verb above it; and
    so is an office: "contre Luc Roux, en poste de 2014 à 2016".
    """
    bare = inside and not any(child.dep_ == "det" for child in token.children)  # "a oublié mardi ses clés"
    known = token.dep_ == "obj" and not bare and token.head.lemma_ in words("recalling")
    beside = token.dep_ in ("obl:mod", "advcl", "appos") and token.pos_ in ("NOUN", "ADJ")
    led = any(child.dep_ in ("case", "det", "nummod") for child in token.children) or is_predicate(token)
    before = token.doc[token.left_edge.i - 1].text if token.left_edge != token.sent[0] else ","
    office = token.lemma_ in words("offices") and before in COMMAS
    part = token.i and token.nbor(-1).text == "-"  # "le rond-point"
    return known or office or (beside and not led and not part and not inside)


def in_chunk(span: Span, verb: Token, triggers: Sequence[Trigger]) -> Trigger | None:
    """Return the event named between the commas around *span*, where *verb* stands outside of them.

    A participle with a long agent ("signé par A et B en juin, le texte prévoit …") often loses its date to
    the main verb in the parse; the comma knows better.
    """
    doc, first, last, sentence = span.doc, span.start, span.end - 1, span.sent
    while first > sentence.start and doc[first - 1].text not in COMMAS:
        first -= 1
    while last + 1 < sentence.end and doc[last + 1].text not in COMMAS:
        last += 1
    if first <= verb.i <= last:
        return None
    inside = [t for t in triggers if first <= t.head.i <= last]
    return min(inside, key=lambda t: (is_setting(t.head), abs(t.head.i - span.start)), default=None)


def taking_place(verb: Token, triggers: Sequence[Trigger]) -> Trigger | None:
    """Return the event noun of the support verb *verb* ("a procédé à un tir", "l'offensive déclenchée")."""
    if not supports(verb):
        return None
    order = ("obj", "obl:arg", "nsubj", "nsubj:pass", "obl:mod", "obl")
    below = (t for t in triggers if t.head.head == verb and t.head.dep_ in order)
    nouns = [t for t in below if t.head.pos_ in ("NOUN", "PROPN") and not is_setting(t.head)]
    if not nouns and verb.dep_ in ("acl", "acl:relcl"):
        return next((t for t in triggers if t.head == verb.head), None)
    return min(nouns, key=lambda t: (order.index(t.head.dep_), t.head.i), default=None)


def adjoining(span: Span, triggers: Sequence[Trigger]) -> Trigger | None:
    """Return the event noun whose complements *span* follows at once ("l'invasion du pays en 2022")."""
    for trigger in reversed(triggers):
        head = trigger.head
        between = span.doc[head.i + 1 : span.start]
        near = head.pos_ == "NOUN" and 0 < len(between) <= ADJOINING
        if near and all(token.pos_ in ("ADJ", "ADP", "DET", "PROPN", "NOUN") for token in between):
            return trigger
    return None


def finite(verb: Token) -> Token:
    """Return the verb of the clause that opens with *verb*: "un groupe se faisant appeler X s'est vanté"."""
    if verb.dep_ != "ROOT" or inflect(verb).form != "Inf":
        return verb
    return next((c for c in verb.children if c.dep_ == "conj" and inflect(c).form == "Fin"), verb)


def is_setting(noun: Token) -> bool:
    """Return whether *noun* only says on what occasion something happened ("lors d'une visite")."""
    return any(token.lower_ in words("during") for token in (noun.head, *noun.children))


def down(verb: Token, by_token: dict[int, Trigger]) -> Trigger | Token:
    """Return the event of the infinitive that a modal verb governs, else *verb*."""
    below = next((child for child in verb.children if child.dep_ == "xcomp" and child.pos_ == "VERB"), verb)
    return by_token.get(below.i, verb)


def outermost(triggers: list[Trigger]) -> list[Trigger]:
    """Return *triggers* without those inside another one of their kind ("voter la ratification")."""
    return [
        trigger
        for trigger in triggers
        if not any(
            other is not trigger
            and other.kind is trigger.kind
            and trigger.head.head == other.head
            and trigger.head.dep_ not in ("conj", "acl:relcl")
            for other in triggers
        )
    ]


def nearest(span: Span, triggers: Sequence[Trigger]) -> Trigger | None:
    """Return the trigger of its clause nearest to *span*, the one before it where two are as near."""
    clause = clause_of(span.root)
    return min(
        (trigger for trigger in triggers if clause_of(trigger.head) == clause),
        key=lambda t: (min(abs(t.head.i - span.start), abs(t.head.i - span.end + 1)), t.head.i),
        default=None,
    )


def clause_of(token: Token) -> Token:
    """Return the head of the clause that *token* stands in."""
    while token.dep_ not in CLAUSES and token.head != token:
        token = token.head
    return token


def sharing(one: Trigger, other: Trigger, *, quoted: bool) -> bool:
    """Return whether two events share their time by grammar: coordinated, or one the occasion.

    What is *quoted* was not done on the occasion on which it was said; nor is the verb that says so one of a
    pair with it, whatever the parser thinks: "est décédé, a confirmé mardi le parquet".
    """
    head, second = one.head, other.head
    says = {event.kind.label.casefold() == STATEMENT for event in (one, other)}
    paired = (second.dep_ == "conj" and second.head == head) or (head.dep_ == "conj" and head.head == second)
    if paired and len(says) == 1:
        return bool(head.pos_ == second.pos_)
    far = not quoted
    met = is_gathering(second, head) or is_gathering(head, second)
    return met or is_occasion(second, head, far=far) or is_occasion(head, second, far=far)


def is_gathering(participle: Token, verb: Token) -> bool:
    """Return whether *verb* is done by those whom *participle* gathers: "les élus réunis mardi ont voté"."""
    led = participle.dep_ in ("acl", "advcl", "obl:mod") and not any(
        c.dep_.startswith("aux") for c in participle.children
    )
    met = participle.head if participle.head == verb else participle.head.head
    return (
        led and gathers(participle) and met == verb and participle.head.dep_ not in ("obj", "obl:arg", "nmod")
    )


def is_occasion(noun: Token, verb: Token, *, far: bool) -> bool:
    """Return whether *verb* happened on the occasion that *noun* names.

    A *far* one may stand behind its subject: "a dit le maire lors d'une visite".
    """
    up = noun.head.head if noun.head.lower_ in words("during") else noun.head
    while far and up.pos_ in ("NOUN", "PROPN") and up not in (up.head, verb):
        up = up.head
    between = noun.doc[verb.i + 1 : noun.i]  # "signé par A et B en juin lors d'une visite, le texte prévoit"
    beside = far and len(between) > 0 and not any(t.text in COMMAS or t.pos_ in VERBS for t in between)
    return noun.pos_ not in VERBS and is_setting(noun) and (up == verb or beside)
