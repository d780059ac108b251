"""The clause a number stands in: its finite verb, and whether that is conditional, negated or supposed."""

from spacy.tokens import Span, Token

from dossier.quantities.vocabulary import words
from dossier.syntax.inflection import auxiliaries
from dossier.syntax.remembered import sentence_of
from dossier.syntax.vocabulary import vocabulary

_HEIGHT = 12  # heads between a number and the verb of its clause, at most
_REACH = 4  # words before a number in which a verb stands that the parse does not link to it


def clause_of(phrase: Span) -> Token | None:
    """Return the finite verb of the clause in which *phrase* stands, or None.

    Where an infinitive heads the sentence ("voir cent hommes ici ne se fera pas"), the verb it is subject of.
    """
    token = phrase.root
    for _ in range(_HEIGHT):
        if token.pos_ in ("VERB", "AUX") and any(map(_is_finite, (token, *auxiliaries(token)))):
            return token
        if token.head == token:
            break
        token = token.head
    sentence, doc = sentence_of(phrase), phrase.doc
    before = doc[max(sentence.start, phrase.start - _REACH) : phrase.start]
    if near := next(filter(_is_finite, reversed(list(before))), None):
        return near
    if token.morph.get("VerbForm") != ["Inf"]:
        return None
    return next(filter(_is_finite, doc[phrase.end : sentence.end]), None)


def _is_finite(token: Token) -> bool:
    return bool(token.pos_ in ("VERB", "AUX") and token.morph.get("Mood"))


def is_negated(verb: Token, phrase: Span) -> bool:
    """Tell whether *verb* denies what *phrase* counts: "n'a pas tué cent hommes"; not "ne … que".

    Of so many who did not come, the number is affirmed.
    """
    token = phrase.root
    while token.head not in (token, verb):
        token = token.head
    if token.dep_.startswith("nsubj"):
        return False
    near = {part.lower_ for part in verb.children if part.dep_ != "mark"}
    known = phrase.start > 0 and phrase.doc[phrase.start - 1].lower_ in words("definite")
    negated = near & vocabulary("negation") and near & vocabulary("negators")
    return not known and bool(negated) and not near & vocabulary("only")
