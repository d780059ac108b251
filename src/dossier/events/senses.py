"""In which sense a verb names an event: "se rendre", "recevoir" somebody, or only that one took place."""

from __future__ import annotations

import functools
from typing import TYPE_CHECKING

from dossier.lexicons import load_lexicon, word_set
from dossier.syntax.vocabulary import is_personal, names_bodies

if TYPE_CHECKING:
    from spacy.tokens import Token

words = functools.partial(word_set, "events")


def is_reflexive(verb: Token) -> bool:
    """Return whether "se" stands with *verb*."""
    return verb.pos_ == "VERB" and any(child.lower_ in words("reflexives") for child in verb.children)


def is_done_to_people(verb: Token) -> bool:
    """Return whether *verb*, where it names an event of people only, is not done to things.

    "Recevoir une plainte" is no meeting, "arrêter la production" no arrest.
    """
    if not words("of_people").isdisjoint({verb.lemma_}):
        done_to = [child for child in verb.children if child.dep_ in ("obj", "nsubj:pass")]
        done_to += [verb.head] if verb.dep_ == "acl" else []
        return not done_to or any(map(_is_somebody, done_to))
    stops = not words("stopping").isdisjoint({verb.lemma_})
    return not (stops and any(child.lemma_.casefold() in words("stopped") for child in verb.children))


def _is_somebody(token: Token) -> bool:
    named = token.pos_ in ("PROPN", "PRON") or token.ent_type_ in ("PER", "ORG")
    people = load_lexicon("topics")["people"]["words"]
    return named or is_personal(token.lemma_) or names_bodies(token.lemma_) or token.lemma_ in people


def supports(verb: Token) -> bool:
    """Return whether *verb* says no more than that something took place ("s'est déclaré")."""
    written = {f"{se} {verb.lemma_}".replace("' ", "'") for se in words("reflexives") if is_reflexive(verb)}
    return not words("support").isdisjoint({verb.lemma_, *written})
