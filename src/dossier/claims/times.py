"""When a figure was claimed, and the time it is about: references to expressions, or to the publication."""

from __future__ import annotations

from spacy.tokens import Token

from dossier.claims.context import Context
from dossier.quantities import clause_of, finite_tense
from dossier.records import PUBLISHED, Attribution, Quantity, TimeExpression


def said_on(context: Context, source: Attribution | None) -> str:
    """Return the id of the date of the saying, or `PUBLISHED`, or nothing.

    The newspaper speaks on the day it appears, and what it tells in the present ("estime la police", "selon
    elle") it tells as of that day. A past saying without a date ("a avancé le chiffre") has none.
    """
    if source is None:
        return PUBLISHED
    if source.said_on_ref:
        return source.said_on_ref
    place = context.tokens(source.cue_start, source.cue_end) if source.cue_start >= 0 else None
    if place is None:
        return ""
    verb = next((token for token in place[1] if token.pos_ in ("VERB", "AUX")), None)
    return PUBLISHED if verb is None or _is_present(verb, list(place[1])) else ""


def _is_present(verb: Token, cue: list[Token]) -> bool:
    compound = any(token.morph.get("VerbForm") == ["Part"] for token in cue) and len(cue) > 1
    return finite_tense(verb) == "Pres" and not compound


def about(context: Context, quantity: Quantity, source: Attribution | None) -> str:
    """Return the id of the date nearest to *quantity* in its clause that does not date the saying."""
    place = context.tokens(quantity.start, quantity.end)
    clause = clause_of(place[1]) if place else None
    said = source.said_on_ref if source else ""
    near = [
        e
        for e in context.expressions_in(quantity.sentence_start, quantity.sentence_end)
        if e.type in ("DATE", "TIME") and e.date_id != said and _clause(context, e) == clause
    ]
    return min(near, key=lambda e: (_distance(quantity, e), e.start)).date_id if near else ""


def _clause(context: Context, expression: TimeExpression) -> Token | None:
    place = context.tokens(expression.start, expression.end)
    return clause_of(place[1]) if place else None


def _distance(quantity: Quantity, expression: TimeExpression) -> int:
    return max(expression.start - quantity.end, quantity.start - expression.end, 0)
