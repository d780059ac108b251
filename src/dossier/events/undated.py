"""Happenings that no date stands with: which clauses and nouns tell one as done, as to come, or as known."""

from __future__ import annotations

import functools
from collections.abc import Iterable
from typing import TYPE_CHECKING

from dossier.events.describe import STATEMENT
from dossier.events.status import is_negated
from dossier.events.triggers import Trigger, words
from dossier.lexicons import load_lexicon
from dossier.records import Statement
from dossier.syntax.inflection import Inflection, auxiliaries, finite_tense, inflect

if TYPE_CHECKING:
    from spacy.tokens import Token

HEADS = ("title", "heading")


@functools.cache
def sayings() -> frozenset[str]:
    """Return the verbs that report: whoever says something, what he says is what is told."""
    return frozenset(
        verb for key in ("say", "quote", "noun") for verb in load_lexicon("reporting")[key].split()
    )


def happens(verb: Token, told: Statement) -> bool:
    """Return whether the clause *told* of *verb* says that something happened or is to happen.

    A change tells one, in a tense of what is done or to come, affirmed and not in direct speech; in a
    heading the present does too ("un train déraille"), and a participle stands for the whole ("un train
    immobilisé").
    """
    if told.polarity == "-" or told.certainty in ("possible", "unknown") or told.kind == "direct":
        return False
    form = inflect(verb)
    still = verb.lemma_ in words("states") or any(part.dep_ == "cop" for part in auxiliaries(verb))
    says = verb.lemma_ in sayings() and not form.passive
    return not still and not says and form.mood != "Cnd" and is_done_or_to_come(verb, form, told)


def is_done_or_to_come(verb: Token, form: Inflection, told: Statement) -> bool:
    """Return whether *verb*, of this *form*, stands in a tense that tells what is done or to come."""
    if told.phase == "planned" or form.tense == "future" or form.compound:
        return True
    if form.form == "Fin":
        heading = told.section in HEADS and form.tense == "present"
        return form.passive or heading or finite_tense(verb) == "Past"
    participle = form.form == "Part" and form.tense == "past"
    return participle and bool(verb.dep_ == "ROOT" or told.agent or told.patient or told.date_ref)


def carried(verb: Token, triggers: Iterable[Trigger]) -> Trigger | None:
    """Return the happening that *verb* only says something of: its noun as subject, or with the participle.

    "l'incendie a éclaté", "un contrôle subi en juin", "une enquête a été ouverte"; what is done to an object
    is another happening: "le feu a détruit le hangar".
    """
    if any(child.dep_ == "obj" for child in verb.children):
        return None
    for trigger in triggers:
        noun = trigger.head
        subject = noun.head == verb and noun.dep_.startswith("nsubj")
        if noun.pos_ == "NOUN" and (subject or (verb.dep_ == "acl" and verb.head == noun)):
            return trigger
    return None


def is_named(trigger: Trigger, told: Statement | None) -> bool:
    """Return whether the noun of *trigger* names a happening of some kind, with a word that points at it.

    A heading leaves that word out ("Grève des éboueurs"); words said are the speaker's.
    """
    noun = trigger.head
    if trigger.kind.label.casefold() == STATEMENT or is_negated(noun) or (told and told.kind == "direct"):
        return False
    heading = told is not None and told.section in HEADS
    return heading or is_pointed_at(noun)


def is_happening(noun: Token) -> bool:
    """Return whether *noun* names a happening that no kind of event knows, with a word that points at it."""
    known = noun.pos_ == "NOUN" and noun.lemma_ in words("happenings")
    return known and is_pointed_at(noun) and not is_negated(noun)


def is_pointed_at(noun: Token) -> bool:
    """Return whether an article or a number stands before *noun*."""
    return any(child.dep_ in ("det", "nummod") for child in noun.children)
