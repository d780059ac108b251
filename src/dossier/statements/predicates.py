"""Which clauses and event nouns make a statement, what it is called, and which record it holds."""

import functools
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import TypeVar

from spacy.tokens import Token

from dossier.blocks import Blocks
from dossier.lexicons import load_lexicon
from dossier.records import Claim, Mention, Quotation, Reading, Statement
from dossier.syntax.clauses import Clause, read_clause
from dossier.syntax.inflection import auxiliaries
from dossier.syntax.sentence import Sentence


@functools.cache
def event_nouns() -> frozenset[str]:
    """Return the nouns that name a happening by themselves: "signature", "incendie"."""
    kinds = load_lexicon("events")["kinds"]
    verbal = ("er", "ir", "re")
    return frozenset(
        trigger
        for kind in kinds
        for trigger in kind["triggers"]
        if " " not in trigger and "'" not in trigger and not trigger.endswith(verbal)
    )


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

    Finite clauses do, and headlines without an auxiliary; infinitives where they depend on another verb,
    participles where somebody or some day goes with them; event nouns always.
    """
    head, form = clause.head, clause.inflection.form
    if head.pos_ == "NOUN" and not auxiliaries(head):
        return True
    if head.lemma_.lower() in load_lexicon("factuality")["light"]:
        return False
    if form == "Fin" or head.dep_ == "ROOT":
        return True
    if form == "Inf":
        return head.dep_ in ("xcomp", "ccomp", "obl:arg")
    return clause.agent is not None or head.dep_ != "acl" or _is_dated(head)


def _is_dated(head: Token) -> bool:
    return any(child.dep_.startswith(("obl", "nmod", "advmod")) for child in head.children)


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
    around = sorted(index.covering(record.start, record.end), key=lambda s: (s.end - s.start, s.start))
    inside = sorted(
        (
            s
            for s in index.meeting(record.start, record.end)
            if record.start <= s.predicate_start < record.end
        ),
        key=lambda s: s.predicate_start,
    )
    found = next(iter((*around, *inside)), None)
    return found.statement_id if found else ""
