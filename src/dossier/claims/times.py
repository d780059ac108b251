"""When a figure was claimed, and the time it is about: references to expressions, or to the publication."""

from spacy.tokens import Span, Token

from dossier.claims.context import Context
from dossier.lexicons import load_lexicon
from dossier.quantities import clause_of
from dossier.records import PUBLISHED, Attribution, Quantity, TimeExpression
from dossier.syntax.inflection import finite_tense
from dossier.syntax.vocabulary import vocabulary


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


def about(context: Context, quantity: Quantity, source: Attribution | None) -> str:
    """Return the id of the date nearest to *quantity* in its clause that does not date the saying.

    Nor one that dates another figure ("75 000, contre 45 000 en mai") or deed ("la maire élue en mai").
    """
    phrase = context.tokens(quantity.start, quantity.end)[1]
    said = source.said_on_ref if source else ""
    near = [
        e
        for e in context.expressions_in(quantity.sentence_start, quantity.sentence_end)
        if e.type in ("DATE", "TIME") and e.date_id != said and _share_clause(context, phrase, e)
    ]
    return min(near, key=lambda e: (_distance(quantity, e), e.start)).date_id if near else ""


def _share_clause(context: Context, phrase: Span, expression: TimeExpression) -> bool:
    date = context.tokens(expression.start, expression.end)[1]
    if clause_of(date) != clause_of(phrase):
        return False
    between = phrase.doc[min(phrase.end, date.end) : max(phrase.start, date.start)]
    if any(token.morph.get("PronType") == ["Rel"] or token.text == ";" for token in between):
        return False
    if date.start > phrase.end and any(token.like_num for token in between):
        return False
    if _is_term(context, expression):
        return True
    own = [t for t in date.root.ancestors if t.dep_ == "acl" and t.pos_ == "VERB"][:1]
    return not own or own[0] in (phrase.root, *phrase.root.ancestors) or own[0].head == phrase.root


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
