"""Whether an event is told as happened, planned, possible or denied, and by whom."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from dossier.events.triggers import words
from dossier.records import Attribution
from dossier.syntax.inflection import depends_on_another, inflect

if TYPE_CHECKING:
    from spacy.tokens import Token


def status_of(head: Token, covering: Iterable[Attribution]) -> str:
    """Return reported, planned, hypothetical or denied, from the verb's form and from what is said of it.

    The conditional of rumour is hypothetical; a future or a verb of planning is planned; a negation denies,
    except ne … que, which only restricts. What an if-clause goes with is hypothetical.
    """
    covering = tuple(covering)
    if is_negated(head) or any(attribution.stance == "deny" for attribution in covering):
        return "denied"
    verbs = verbal(head)
    moods = {mood for token in verbs for mood in token.morph.get("Mood")}
    lemmas = {token.lemma_ for token in verbs if token is not head} | modifiers(head)
    conditional = any(child.lower_ in words("conditions") and child.dep_ == "mark" for child in head.children)
    conditional |= any(map(depends_on_another, verbs))
    said = {attribution.stance for attribution in covering} | {a.modality for a in covering}
    if "Cnd" in moods or conditional or lemmas & words("possible") or said & {"hypothetical", "conditional"}:
        return "hypothetical"
    tenses = {tense for token in verbs for tense in token.morph.get("Tense")}
    going = any(
        t.lemma_ in words("going") and t.pos_ != "ADJ" for t in verbs if t is not head or "Pres" in tenses
    )
    if any(child.dep_ == "aux:pass" for child in head.children):
        lemmas = lemmas | {head.lemma_}  # "il est attendu mercredi"
    if "Fut" in tenses or going or lemmas & words("planned") or "planned" in said:
        return "planned"
    return "reported"


def verbal(head: Token) -> list[Token]:
    """Return the verb of the event with its auxiliaries and the modal verbs above it."""
    verbs = [head] if head.pos_ in ("VERB", "AUX") else []
    verbs += [child for child in head.children if child.dep_.startswith(("aux", "cop"))]
    token = head
    while token.dep_ == "xcomp" and token.head is not token:
        token = token.head
        verbs += [token, *(child for child in token.children if child.dep_.startswith("aux"))]
    if not verbs and head.dep_ in ("nsubj:pass", "nsubj", "obj") and head.head.pos_ == "VERB":
        verbs = [head.head, *(c for c in head.head.children if c.dep_.startswith("aux"))]
    return verbs


def modifiers(head: Token) -> set[str]:
    """Return the lemmas of adjectives and participles that modify the noun *head* ("visite prévue")."""
    if head.pos_ not in ("NOUN", "PROPN"):
        return set()
    return {child.lemma_ for child in head.children if child.dep_ in ("amod", "acl")}


def is_negated(head: Token) -> bool:
    """Return whether *head* is negated: a verb with ne … pas or aucun … ne, a noun with aucun."""
    if head.pos_ in ("VERB", "AUX"):
        return inflect(head).negated
    return any(child.lemma_ in words("nobody") for child in head.children)


def covering(attributions: Iterable[Attribution], start: int, end: int) -> tuple[Attribution, ...]:
    """Return the attributions whose reported words hold *start* to *end*."""
    return tuple(
        a for a in attributions if a.kind != "response" and a.content_start <= start and end <= a.content_end
    )


def sources(attributions: Iterable[Attribution]) -> str:
    """Return who says it, by canonical name where known."""
    names = [name for a in attributions for name in (a.speakers or (a.speaker_text,)) if name]
    return "|".join(dict.fromkeys(names))
