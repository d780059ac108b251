"""Two steps that one article tells in one order and another in the other: "signed, then heard"."""

import functools
import re
from collections.abc import Iterator
from dataclasses import dataclass

from dossier.disagreements.differences import Difference, Side, side_of
from dossier.disagreements.passages import TELLING, Pair, passages_of
from dossier.disagreements.tellings import Telling, country_roots, roots
from dossier.lexicons import load_lexicon

BOUND = re.compile(r"[.;«»“”\n]")
FAR = 160  # letters from the word of time that still belong to its clause


@dataclass(frozen=True, slots=True, eq=False)
class Order:
    """Two steps of one sentence as roots of words, what both have in common left out."""

    first: frozenset[str]
    then: frozenset[str]
    side: Side


def find_orders(pair: Pair) -> Iterator[Difference]:
    """Yield the sentences of two articles that tell two steps in opposite orders."""
    if pair.alone:
        return
    for one in orders(pair.one):
        for other in orders(pair.other):
            crossed = one.first & other.then, one.then & other.first
            straight = one.first & other.first | one.then & other.then
            if all(crossed) and sum(map(pair.weight, crossed)) > max(TELLING, pair.weight(straight)):
                yield Difference("order", one.side, other.side)


@functools.cache
def cues() -> re.Pattern[str]:
    """Return what finds the words that order two steps, by the name of its group."""
    groups = load_lexicon("comparisons")["orders"]
    return re.compile(
        "|".join(rf"(?P<{name}>(?<!\w)(?:{'|'.join(words)}))" for name, words in groups.items())
    )


@functools.lru_cache(maxsize=256)
def orders(telling: Telling) -> list[Order]:
    """Return the steps that sentences of *telling* put in order."""
    found, before = [], ""
    for start, passage in passages_of(telling).items():
        for cue in cues().finditer(passage.text) if passage.statements else ():
            for first, then in steps(passage.text, cue, before):
                one, other = roots(first) - country_roots(), roots(then) - country_roots()
                own = passage.at(start + cue.start())
                if own and one - other and other - one:
                    found.append(Order(one - other, other - one, side_of(own)))
        before = passage.text
    return found


def clause(text: str, cue: re.Match[str]) -> tuple[str, str, str]:
    """Return the words of *text* between two pauses around *cue*, those before and those behind."""
    pause = re.compile(load_lexicon("comparisons")["pause"])
    begins = max((m.end() for m in pause.finditer(text, 0, cue.start())), default=0)
    ends = next((m.start() for m in pause.finditer(text, cue.end())), len(text))
    return text[begins:ends], text[:begins], text[ends:]


def steps(text: str, cue: re.Match[str], before: str) -> Iterator[tuple[str, str]]:
    """Yield what comes first and then by *cue* in *text*; *before* it stands another sentence."""
    left, right = BOUND.split(text[: cue.start()])[-1], BOUND.split(text[cue.end() :])[0][:FAR]
    if cue.lastgroup in ("before", "after", "already"):
        if not roots(left):  # "Après le vote, il a signé"
            right, _, left = right.partition(",")
        if cue.lastgroup != "already" or re.search(load_lexicon("comparisons")["already"], left):
            yield (right, left) if cue.lastgroup == "after" else (left, right)
    elif cue.lastgroup == "later":
        own, head, tail = clause(text, cue)
        yield head if roots(head) else before, own + tail.partition(".")[0]
    elif cue.lastgroup == "at_first":
        own, _, tail = clause(text, cue)
        yield own, tail
