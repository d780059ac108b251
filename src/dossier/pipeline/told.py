"""What is kept of the articles of one part, to be compared with those of the others."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from dossier.disagreements import (
    Given,
    Prints,
    context_span,
    given_in,
    origins_of,
    prints_of,
    telling_of,
)
from dossier.investigation import Investigation
from dossier.pipeline.readings import Shelf
from dossier.records import Claim, Mention, Quotation, Reading, Ruling, TimeExpression
from dossier.review import Decision, apply_decisions


@dataclass(slots=True)
class Told:
    """What is kept of the articles of one part, because it is compared with those of the others."""

    mentions: list[Mention] = field(default_factory=list)
    claims: list[Claim] = field(default_factory=list)
    contexts: dict[str, str] = field(default_factory=dict)  # the sentence of each claim
    wrong_days: list[TimeExpression] = field(default_factory=list)
    quotations: list[Quotation] = field(default_factory=list)  # without their words
    credits: dict[str, frozenset[str]] = field(default_factory=dict)  # the agencies each article credits
    names: dict[str, frozenset[str]] = field(default_factory=dict)  # those of each article
    keys: dict[str, str] = field(default_factory=dict)  # under which the telling of each is kept
    prints: dict[str, Prints] = field(default_factory=dict)
    given: list[Given] = field(default_factory=list)  # answers to the questions of the investigation
    rulings: list[Ruling] = field(default_factory=list)
    faults: dict[str, tuple[str, ...]] = field(default_factory=dict)
    failures: dict[str, str] = field(default_factory=dict)
    ids: list[int] = field(default_factory=list)  # of all records, as hashes; only of one part
    tables: Any = None  # the rows that need no other article, as the sink wants them

    def join(self, other: Told) -> None:
        """Take up what *other*, the next part, kept; not its tables."""
        for name in ("mentions", "claims", "wrong_days", "quotations", "given", "rulings"):
            getattr(self, name).extend(getattr(other, name))
        for name in ("contexts", "credits", "names", "keys", "prints", "faults", "failures"):
            getattr(self, name).update(getattr(other, name))

    def take(
        self, reading: Reading, asked: Investigation, decisions: Sequence[Decision], shelf: Shelf, key: str
    ) -> Reading:
        """Keep what *reading* has to compare, as *decisions* leave it; return it so."""
        article, text = reading.article, reading.article.text
        mentions, on_mentions = apply_decisions(reading.mentions, decisions, text)
        claims, on_claims = apply_decisions(reading.claims, decisions, text)
        quotations, on_quotations = apply_decisions(reading.quotations, decisions, text)
        left = {claim.claim_id for claim in claims}
        statements = (s if s.claim_id in left else replace(s, claim_id="") for s in reading.statements)
        decided = replace(reading, claims=claims, quotations=quotations, statements=tuple(statements))
        telling = telling_of(decided, claims, quotations)
        self.rulings += (*on_mentions, *on_claims, *on_quotations)
        self.given += given_in(decided)
        self.mentions += mentions
        self.claims += claims
        self.quotations += (replace(quotation, text="") for quotation in quotations)
        self.credits[article.article_id] = origins_of(article)
        if asked.topics:
            self.contexts |= {c.claim_id: text[slice(*context_span(c))] for c in claims}
        wrong = [e for e in reading.expressions if e.calendar_check == "disagrees"]
        anchors = {e.anchor for e in wrong if e.anchor}
        self.wrong_days += wrong
        self.wrong_days += (e for e in reading.expressions if e.basis == "explicit" and e.date in anchors)
        self.names[article.article_id] = telling.names
        self.keys[article.article_id] = key
        self.prints[article.article_id] = prints_of(article)
        shelf.keep(key, telling)
        return decided
