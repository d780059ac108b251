"""How firmly a clause is told, and how far it has come: polarity, certainty, phase (after FactBank)."""

import functools
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice
from typing import Any

from spacy.tokens import Token

from dossier.language import text_of
from dossier.lexicons import load_lexicon
from dossier.syntax.inflection import auxiliaries, depends_on_another, inflect, is_supposed
from dossier.syntax.remembered import sentence_of

LADDER = ("certain", "probable", "possible", "unknown")
_HEIGHT = 4  # governing verbs above an infinitive, at most


@dataclass(frozen=True, slots=True)
class Factuality:
    """Polarity (+ | -), certainty (`LADDER`), phase (planned | imminent | begun | ongoing | done | empty)."""

    polarity: str = "+"
    certainty: str = "certain"
    phase: str = ""


def read_factuality(head: Token) -> Factuality:
    """Return how the predicate *head* is presented by the words around it, whoever says it."""
    chain = [head, *governors(head)]
    entries = [_governing(verb) for verb in chain[1:]]
    negative = sum(inflect(verb).negated for verb in chain) + sum(e.get("polarity") == "-" for e in entries)
    weakest = max(
        (
            *(entry.get("certainty", "certain") for entry in entries),
            _of_adverbs(chain),
            _of_mood(chain[-1]),
            _of_context(chain[-1]),
        ),
        key=LADDER.index,
    )
    phase = next((entry["phase"] for entry in entries if "phase" in entry), "") or _phase(head, chain[-1])
    return Factuality("-" if negative % 2 else "+", weakest, phase)


def governors(head: Token) -> Iterator[Token]:
    """Yield the verbs above the infinitive *head* that only say how sure or how far it is, nearest first."""
    for _ in range(_HEIGHT):
        verb = head.head
        if verb is head or head.dep_ not in ("xcomp", "ccomp", "advcl", "obl:arg") or not _governing(verb):
            return
        if "Inf" not in head.morph.get("VerbForm") and not any(
            "Inf" in part.morph.get("VerbForm") for part in auxiliaries(head)
        ):
            return
        yield verb
        head = verb


def is_governing(verb: Token) -> bool:
    """Tell whether *verb* only says how sure or how far the infinitive under it is."""
    return bool(_governing(verb)) and any(verb in tuple(governors(child)) for child in verb.children)


def _governing(verb: Token) -> dict[str, Any]:
    found: dict[str, Any] = load_lexicon("factuality")["governing"].get(verb.lemma_.lower(), {})
    return found if verb.pos_ in ("VERB", "AUX") else {}


@functools.cache
def _last_words() -> frozenset[str]:
    return frozenset(adverb.split()[-1] for adverb in load_lexicon("factuality")["adverbs"])


def _of_adverbs(chain: list[Token]) -> str:
    adverbs: dict[str, str] = load_lexicon("factuality")["adverbs"]
    parts = [part for verb in chain for part in verb.children if part.lower_ in _last_words()]
    said = {part.lower_ for part in parts if part.pos_ in ("ADV", "NOUN")}
    said |= {f"{case.lower_} {part.lower_}" for part in parts for case in part.children}
    return max(
        (value for word, value in adverbs.items() if word in said), key=LADDER.index, default="certain"
    )


def _of_mood(verb: Token) -> str:
    if is_supposed(verb):
        return "unknown"
    return "possible" if inflect(verb).mood == "Cnd" or depends_on_another(verb) else "certain"


def _of_context(verb: Token) -> str:
    """Return what the verb or noun above leaves of the certainty of the clause of *verb*."""
    above = verb.head
    if verb.dep_ in ("ccomp", "csubj", "xcomp", "advcl") and above is not verb:
        found: str = load_lexicon("factuality")["embedding"].get(above.lemma_.lower(), "certain")
        return found
    if verb.pos_ in ("NOUN", "PROPN") and verb.dep_ == "nmod":
        return "possible" if above.lemma_.lower() in load_lexicon("factuality")["doubtful"] else "certain"
    return "certain"


def _phase(head: Token, main: Token) -> str:
    lexicon, told = load_lexicon("factuality"), inflect(main)
    own = {head.lemma_.lower(), *(c.lemma_.lower() for c in head.children if c.dep_ in ("amod", "acl"))}
    first = head.doc[max(sentence_of(head).start, head.i - 4)]
    before = text_of(head.doc)[first.idx : head.idx].lower()
    if any(phrase in before for phrase in lexicon["imminent"]):
        return "imminent"
    found = next((phase for phase, lemmas in lexicon["phases"].items() if not own.isdisjoint(lemmas)), "")
    waits = head.lemma_.lower() in lexicon["planned_passive"] and not told.passive
    if found and not waits:
        return str(found)
    if told.mood == "Cnd" and not told.compound:  # the future seen from the past, or a rumour
        return "planned" if main is not head or _is_seen_from_the_past(main) else ""
    if told.tense == "future":
        return "planned"
    if told.tense == "past":
        imperfect = not told.compound and "Imp" in main.morph.get("Tense")
        return "ongoing" if imperfect or head.lemma_ in lexicon["states"] else "done"
    return "ongoing" if told.tense == "present" and told.form == "Fin" else ""


def _is_seen_from_the_past(verb: Token) -> bool:
    """Tell whether *verb* depends on one in the past: "a promis que l'usine fermerait"."""
    while verb.dep_ == "conj":
        verb = verb.head
    told = any(inflect(above).tense == "past" for above in islice(verb.ancestors, 2))  # "a fait savoir que"
    return verb.dep_ in ("ccomp", "acl", "acl:relcl") and told
