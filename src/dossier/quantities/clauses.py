"""The clause a number stands in: its finite verb, and whether that is conditional, negated or supposed."""

from __future__ import annotations

from spacy.tokens import Span, Token

from dossier.quantities.vocabulary import words

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
    sentence, doc = phrase.sent, phrase.doc
    before = doc[max(sentence.start, phrase.start - _REACH) : phrase.start]
    if near := next(filter(_is_finite, reversed(list(before))), None):
        return near
    if token.morph.get("VerbForm") != ["Inf"]:
        return None
    return next(filter(_is_finite, doc[phrase.end : sentence.end]), None)


def _is_finite(token: Token) -> bool:
    return bool(token.pos_ in ("VERB", "AUX") and token.morph.get("Mood"))


def auxiliaries(verb: Token) -> list[Token]:
    """Return the auxiliaries and the copula of *verb*."""
    return [child for child in verb.children if child.dep_.startswith(("aux", "cop"))]


def finite_tense(verb: Token) -> str:
    """Return the tense of *verb*, of its auxiliary where it has one: Pres, Imp, Fut, Past or nothing."""
    finite = next((part for part in (*auxiliaries(verb), verb) if part.morph.get("Mood")), verb)
    tense = "".join(finite.morph.get("Tense"))
    return "Pres" if tense == "Fut" and not finite.lower_.endswith(tuple(words("future_endings"))) else tense


def is_conditional(verb: Token) -> bool:
    """Tell whether *verb* stands in the conditional: "auraient été tués"."""
    return any(map(_has_conditional_form, (verb, *auxiliaries(verb))))


def _has_conditional_form(token: Token) -> bool:
    """Tell whether *token* is a future stem with an ending of the imperfect: "tuer-ait", not "tu-ait"."""
    form, lemma = token.lower_, token.lemma_.lower()
    stem = next((form.removesuffix(e) for e in sorted(words("past_endings")) if form.endswith(e)), "")
    return stem in (lemma, lemma.removesuffix("e")) or stem in words("future_stems")


def is_negated(verb: Token, phrase: Span) -> bool:
    """Tell whether *verb* denies what *phrase* counts: "cent hommes ne sont pas venus"; not "ne … que"."""
    near = {part.lower_ for part in verb.children}
    known = phrase.start > 0 and phrase.doc[phrase.start - 1].lower_ in words("definite")
    negated = near & words("negations") and near & words("grammar.not")
    return not known and bool(negated) and not near & words("grammar.only")


def is_supposed(verb: Token) -> bool:
    """Tell whether *verb* stands in an if-clause that supposes: "si cent soldats venaient".

    "Si cent soldats sont là, d'autres sont partis" sets one fact against another: there the if-clause is in
    the present and the main clause neither in the future nor in the conditional.
    """
    if not any(part.dep_ == "mark" and part.lower_ in words("suppositions") for part in verb.children):
        return False
    main = verb.head
    return finite_tense(verb) != "Pres" or finite_tense(main) == "Fut" or is_conditional(main)
