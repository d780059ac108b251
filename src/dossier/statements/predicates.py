"""Which clauses and nouns make a statement, how firmly it is told, and which record it holds."""

import functools
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any, TypeVar

from dossier.blocks import Blocks
from dossier.lexicons import load_lexicon
from dossier.records import APART, Claim, Mention, Quotation, Reading, Statement
from dossier.syntax.clauses import Clause, read_clause
from dossier.syntax.inflection import (
    auxiliaries,
    comes_after,
    depends_on_another,
    inflect,
    is_fact,
    is_foreseen,
    is_supposed,
    is_unreal,
    is_withheld,
    is_without_trace,
)
from dossier.syntax.sentence import Sentence
from dossier.syntax.vocabulary import vocabulary
from dossier.tokens import Token


@functools.cache
def event_nouns() -> frozenset[str]:
    """Return the nouns that name a happening by themselves: "signature", "incendie"."""
    kinds = load_lexicon("events")["kinds"]
    verbal = ("er", "ir", "re")
    single = (word for kind in kinds for word in kind["triggers"] if " " not in word and "'" not in word)
    return frozenset(word for word in single if not word.endswith(verbal))


def find_event_nouns(sentence: Sentence) -> Iterator[Clause]:
    """Yield each noun of *sentence* that names a happening, as a clause whose complements take part in it."""
    for i, token in enumerate(sentence.tokens):
        if sentence.quotes[i] or token.pos_ != "NOUN":
            continue
        happening = token.lemma_.lower() in event_nouns() or token.lower_ in event_nouns()
        if happening and not any(child.dep_ == "cop" for child in token.children):
            yield read_clause(sentence, token)


def is_worth_keeping(clause: Clause) -> bool:
    """Tell whether *clause* tells something by itself.

    Finite clauses do, and headlines without an auxiliary; infinitives where they depend on another verb, or
    follow by plan; participles where somebody or some day goes with them; event nouns always.
    """
    head, form = clause.head, clause.inflection.form
    if head.pos_ == "NOUN" and not auxiliaries(head):
        return True
    if head.lemma_.lower() in load_lexicon("factuality")["light"]:
        return False
    if form == "Fin" or head.dep_ == "ROOT":
        return True
    if form == "Inf":
        return head.dep_ in ("xcomp", "ccomp", "obl:arg") or _next_step(head) is not None
    dated = any(child.dep_.startswith(("obl", "nmod", "advmod")) for child in head.children)
    return clause.agent is not None or head.dep_ != "acl" or dated


def predicate_of(clause: Clause) -> str:
    """Return the lemma of the predicate; of a copula with what it says: "être malade"."""
    copula = next((part for part in auxiliaries(clause.head) if part.dep_ == "cop"), None)
    lemma = clause.head.lemma_.lower()
    return f"{copula.lemma_} {lemma}" if copula is not None else lemma


Record = TypeVar("Record", Mention, Claim, Quotation)


def name_statements(reading: Reading) -> Reading:
    """Return *reading*, the statement of each record named, and the figure that each statement carries."""
    index = Blocks((s.start, s.end, s) for s in reading.statements)
    claims = _named(reading.claims, index)
    figures = {claim.statement_id: claim.claim_id for claim in reversed(claims) if claim.comparator}
    kinds = {}
    mentions = _named(reading.mentions, index)
    for mention in reversed(mentions):
        kinds[mention.statement_id] = mention.type
    return replace(
        reading,
        claims=claims,
        mentions=mentions,
        quotations=_named(reading.quotations, index),
        statements=tuple(
            replace(s, claim_id=figures.get(name, ""), type=kinds.get(name, "other"))
            if (name := s.statement_id) in figures or name in kinds
            else s
            for s in reading.statements
        ),
    )


def _named(records: Sequence[Record], index: Blocks[Statement]) -> tuple[Record, ...]:
    return tuple(replace(record, statement_id=_statement_of(record, index)) for record in records)


def _statement_of(record: Mention | Claim | Quotation, index: Blocks[Statement]) -> str:
    start, end = record.start, record.end
    if record.statement_id == APART:
        return ""
    if around := min(index.covering(start, end), key=lambda s: (s.end - s.start, s.start), default=None):
        return around.statement_id
    inside = (s for s in index.meeting(start, end) if start <= s.predicate_start < end)
    found = min(inside, key=lambda s: s.predicate_start, default=None)
    return found.statement_id if found else ""


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
    if planned := _next_step(head):
        return planned
    chain = [head, *governors(head)]
    entries = [{} if is_fact(verb) else _governing(verb) for verb in chain[1:]]
    firm = vocabulary("insisting")
    negative = sum(inflect(verb).negated and verb.lemma_.lower() not in firm for verb in chain) + sum(
        e.get("polarity") == "-" for e in entries
    )
    negative += is_without_trace(head)
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


def _next_step(head: Token) -> Factuality | None:
    """Return how *head* is presented where it is to follow a plan: "doit être voté avant d'être signé"."""
    if (first := comes_after(head)) is None:
        return None
    told = read_factuality(first)
    ahead = "planned" in (told.phase, _governing(first).get("phase"))
    return replace(told, phase="planned") if ahead and told.polarity == "+" else None


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
    if is_supposed(verb) or is_unreal(verb):
        return "unknown"
    rumour = inflect(verb).mood == "Cnd" and not is_foreseen(verb)
    return "possible" if rumour or depends_on_another(verb) else "certain"


def _of_context(verb: Token) -> str:
    """Return what the verb or noun above leaves of the certainty of the clause of *verb*."""
    above = verb.head
    if is_withheld(above) or (is_unreal(above) and inflect(verb).form == "Inf"):
        return "unknown"
    if verb.dep_ in ("ccomp", "csubj", "xcomp", "advcl") and above is not verb:
        found: str = load_lexicon("factuality")["embedding"].get(above.lemma_.lower(), "certain")
        return found
    if verb.pos_ in ("NOUN", "PROPN") and verb.dep_ == "nmod":
        return "possible" if above.lemma_.lower() in load_lexicon("factuality")["doubtful"] else "certain"
    return "certain"


def _phase(head: Token, main: Token) -> str:
    lexicon, told = load_lexicon("factuality"), inflect(main)
    own = {head.lemma_.lower(), *(c.lemma_.lower() for c in head.children if c.dep_ in ("amod", "acl"))}
    first = head.doc[max(head.sent.start, head.i - 4)]
    before = head.doc.text[first.idx : head.idx].lower()
    if any(phrase in before for phrase in lexicon["imminent"]):
        return "imminent"
    found = next((phase for phase, lemmas in lexicon["phases"].items() if not own.isdisjoint(lemmas)), "")
    waits = head.lemma_.lower() in lexicon["planned_passive"] and not told.passive
    if found and not waits:
        return str(found)
    if told.mood == "Cnd" and not told.compound:  # the future seen from the past, or a rumour
        return "planned" if main is not head or is_foreseen(main) else ""
    if told.tense == "future":
        return "planned"
    if told.tense == "past":
        imperfect = not told.compound and "Imp" in main.morph.get("Tense")
        return "ongoing" if imperfect or head.lemma_ in lexicon["states"] else "done"
    return "ongoing" if told.tense == "present" and told.form == "Fin" else ""
