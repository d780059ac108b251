"""The figures of one article as they are compared: each with its thing, its role, the words around it."""

import functools
import math
import re
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass

from dossier.blocks import gathered
from dossier.disagreements.scope import MARGIN, NEAR, roles_of, thing_of
from dossier.disagreements.seeking import listed, values_of
from dossier.disagreements.tellings import Telling, context_span, roots
from dossier.events import days_of
from dossier.lexicons import pattern_of
from dossier.records import Claim

PART, BEHIND = 12, 40  # letters before and behind a figure that say whether it is a part
LONG_AGO = 366  # days before the last day of an article from which a sentence tells of another time
NAMED = re.compile(r"\d+|(?<!\w)[A-ZÉÈÎÔ][\w-]+")  # numbers, and names: they stand all over a matter


@dataclass(frozen=True, slots=True, eq=False)
class Counted:
    """A figure with all that is compared of it: its range, its thing, and what its words say of both."""

    claim: Claim
    low: float
    high: float
    unit: str
    thing: str
    role: str  # what the number is in its matter: the dead, those aboard, a loss, a price
    part: bool
    stages: frozenset[str]
    near: frozenset[str]  # the telling words of its clause
    named: frozenset[str]  # those of the thing
    beside: frozenset[tuple[float | None, float | None]]  # the other numbers of its sentence
    only: bool  # no other number in the article counts the same; in a role, no larger one
    since: frozenset[str]  # the words from when on it is counted
    latest: tuple[int, int] | None  # the last day or time that its sentence names

    @property
    def value(self) -> tuple[float | None, float | None]:
        """The number as the claim has it."""
        return self.claim.low, self.claim.high


@functools.lru_cache(maxsize=256)
def counted(telling: Telling) -> tuple[Counted, ...]:
    """Return the figures of *telling* that somebody affirms."""
    claims = figures(telling)
    sentences: dict[int, set[tuple[float | None, float | None]]] = defaultdict(set)
    values: dict[str, set[tuple[float | None, float | None]]] = defaultdict(set)
    days = gathered((m.sentence, told) for m in telling.moments if (told := days_of(m.expression.date)))
    roles = list(roles_of(claims, telling))
    things = [role or thing_of(claim) for claim, role in zip(claims, roles, strict=True)]
    before: dict[int, list[str]] = defaultdict(list)  # what a sentence has counted so far
    joined: dict[str, dict[str, bool]] = {}  # what a number has to do with those before it in its sentence
    newest = max((day for told in days.values() for day in told), default=(0, 0))
    for claim, what in zip(claims, things, strict=True):
        own = before[claim.sentence_start]
        joined[claim.claim_id] = {"others": not own or what in own, "of": bool(own)}
        own.append(what)
        sentences[claim.sentence_start].add((claim.low, claim.high))
        told = max(days[claim.sentence_start], default=newest)
        if newest[0] - told[1] <= LONG_AGO and not claim.per:
            values[what].add((claim.low, claim.high))
    return tuple(
        Counted(
            claim,
            *limits(claim),
            claim.unit.partition(" ")[0],
            thing_of(claim),
            role,
            is_part(claim, telling, joined[claim.claim_id]),
            values_of("".join(window(claim, telling, NEAR)), "stages"),
            around(claim, telling),
            roots(f"{claim.unit} {claim.subject}"),
            frozenset(sentences[claim.sentence_start] - {(claim.low, claim.high)}),
            is_only(claim, values[what])
            if role
            else bool(what) and values[what] == {(claim.low, claim.high)},
            since(telling.sentence(claim)),
            max(days[claim.sentence_start], default=None),
        )
        for claim, role, what in zip(claims, roles, things, strict=True)
    )


def figures(telling: Telling) -> list[Claim]:
    """Return the figures of *telling* that somebody affirms; a heading only repeats the body."""
    bodies = {(claim.low, claim.high) for claim in telling.claims if claim.section == "body"}
    return [
        claim
        for claim in telling.claims
        if claim.stance == "affirm"
        and claim.comparator != "vague"
        and (claim.low is not None or claim.high is not None)
        and claim.section in ("body", "heading", "title")
        and (claim.section == "body" or (claim.low, claim.high) not in bodies)
    ]


def limits(claim: Claim) -> tuple[float, float]:
    """Return the least and the largest number that *claim* leaves possible."""
    low = -math.inf if claim.low is None else claim.low
    high = math.inf if claim.high is None else claim.high
    if claim.comparator != "about":
        return low, high
    return low * (1 - MARGIN), high * (1 + MARGIN)


def is_only(claim: Claim, values: set[tuple[float | None, float | None]]) -> bool:
    """Return whether *claim* is the largest of the *values* of one role: all others may be parts of it."""
    return all((low or 0) <= (claim.low or 0) for low, _ in values)


def window(claim: Claim, telling: Telling, ahead: int, behind: int = 0) -> tuple[str, str]:
    """Return *ahead* letters of the sentence before the figure; its words with *behind* letters after it."""
    sentence = telling.sentence(claim)
    at = claim.start - context_span(claim)[0]
    return sentence[max(0, at - ahead) : at], sentence[at : at + len(claim.text) + behind]


def around(claim: Claim, telling: Telling) -> frozenset[str]:
    """Return the telling words of the clause that *claim* stands in, names of the matter left out."""
    return roots(NAMED.sub(" ", "".join(window(claim, telling, NEAR, NEAR)))) - roots(claim.unit)


def since(sentence: str) -> frozenset[str]:
    """Return the roots of the words that say since when *sentence* counts."""
    found = pattern_of("comparisons", "since").search(sentence)
    return roots(found[1]) | {found[1].split()[0]} if found else frozenset()


def says_part(claim: Claim, text: str) -> bool:
    """Return whether the words before the figure in *text*, that of its article, make it a part: "dont 7"."""
    ahead = text[max(claim.sentence_start, claim.start - PART) : claim.end]
    return bool(listed("parts", "before").search(ahead.lower()))


def is_part(claim: Claim, telling: Telling, joined: Mapping[str, bool]) -> bool:
    """Return whether the words around the figure say that it is a part of another one, or has one.

    Words that need a number before them are looked for where one is *joined*: in "deux personnes sont mortes
    et dix-sept autres ont été hospitalisées" seventeen is all that are in hospital.
    """
    before, figure = window(claim, telling, PART, BEHIND)
    behind = figure[len(claim.text) :]
    ahead = before + claim.text
    said = {"before": ahead, "within": claim.text, "after": behind, "others": behind, "of": ahead}
    return any(
        listed("parts", where).search(text.lower()) for where, text in said.items() if joined.get(where, True)
    )
