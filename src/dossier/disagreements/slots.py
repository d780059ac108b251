"""What a matter has one of (its cause, where it began, who drove), and two articles fill differently.

Nothing but the words around it need be shared: articles on one matter speak of one cause.
"""

import functools
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from dossier.disagreements.differences import Difference, Side
from dossier.disagreements.passages import TELLING, Pair, passages_of
from dossier.disagreements.seeking import Form, form_of, values_of
from dossier.disagreements.tellings import NAME, WORD, Telling, country_roots, fold, roots, words
from dossier.events import days_of, gap
from dossier.lexicons import load_lexicon, word_set

OFTEN = 4  # sentences of two articles that name what both are about
WAYS = {"cause": "cause", "reason": "cause"}  # how two fillers of a slot differ; of all others, as properties


@dataclass(frozen=True, slots=True)
class Filler:
    """What a sentence fills a slot of the matter with, as roots of words."""

    slot: str
    words: frozenset[str]
    head: frozenset[str]  # the first of them
    side: Side
    near: frozenset[str]  # those of the words of its sentence that fill nothing
    proper: bool  # whether it begins as a name does
    named: bool  # whether it holds a name
    days: tuple[int, int] | None


@functools.cache
def slots() -> Mapping[str, tuple[Form, ...]]:
    """Return what finds, as its group, the words that fill each slot."""
    lexicon = load_lexicon("comparisons")
    return {
        slot: tuple(form_of(words.format(**lexicon["filled"])) for words in forms)
        for slot, forms in lexicon["slots"].items()
    }


def told(text: str) -> frozenset[str]:
    """Return the roots of *text*, and its short names: "l'agence de santé", "l'ARS"."""
    return roots(text) | (words(text) - {fold(word) for word in WORD.findall(text)})


@functools.lru_cache(maxsize=256)
def fillers(telling: Telling) -> list[Filler]:
    """Return what the clauses of *telling* that affirm fill the slots of its matter with."""
    found, of_others = [], re.compile(load_lexicon("comparisons")["of_others"])
    known = {
        slot: [form for form in forms if form.may_stand_in(telling.text)] for slot, forms in slots().items()
    }
    for start, passage in passages_of(telling).items():
        for slot, forms in known.items():
            for match in (match for form in forms for match in form.finditer(passage.text)):
                if of_others.search(passage.text[: match.start(1)]):
                    continue
                inner, own = passage.at(start + match.start(1)), passage.side_at(start, match.start(1))
                himself = own and match[1] in word_set("comparisons", "himself")
                named = own.who if own and himself else match[1]
                filled = told(named) - country_roots() or told(named)
                if slot in word_set("comparisons", "slots_of_names"):
                    filled = frozenset(re.findall(r"\w{2,}", fold(match[1])))
                if inner and own and filled and inner.polarity == "+" and inner.section != "related_link":
                    head = next(filter(None, map(told, named.split())), filled)
                    mishap = slot == "origin" and values_of(
                        match[1], "causes"
                    )  # "parti d'une fuite": no place
                    kind, near = "cause" if mishap else slot, passage.roots - roots(match[0])
                    capital = bool(NAME.search(match[1]))
                    found.append(
                        Filler(
                            kind, filled, head, own, near, match[1][0].isupper(), capital, days_of(inner.date)
                        )
                    )
    return found


def find_slots(pair: Pair) -> Iterator[Difference]:
    """Yield what two articles with a common name fill one slot with, neither with what the other does too."""
    if not pair.joined:
        return
    mine, theirs = (
        [filler for filler in fillers(telling) if not is_matter(filler, pair)]
        for telling in (pair.one, pair.other)
    )
    for first in mine:
        for second in theirs:
            told_of_one = first.slot == second.slot and is_one_thing(first, second, pair)
            if told_of_one and (may_hold(first, second) or may_hold(second, first)):
                continue
            if told_of_one and not (is_given(first, theirs) or is_given(second, mine)):
                yield Difference(WAYS.get(first.slot, "property"), first.side, second.side, first.slot)


def is_one_thing(one: Filler, other: Filler, pair: Pair) -> bool:
    """Return whether two fillers of a slot are of one thing: where a matter has several, by other words.

    What was decided on two days was decided twice, and what is asked for is not what is so.
    """
    asked, so = (values_of(filler.side.words, "stages") for filler in (one, other))
    if asked != so and one.slot in word_set("comparisons", "slots_of_names"):
        return False
    several = one.slot in word_set("comparisons", "slots_of_things")
    apart = one.days and other.days and gap(one.days, other.days)
    return not several or (not apart and pair.weight(one.near & other.near) >= TELLING)


def may_hold(one: Filler, other: Filler) -> bool:
    """Return whether *other* may be a place within *one*: a hall without its town, a town beside another."""
    hall = one.proper and not other.named
    return one.slot in word_set("comparisons", "slots_of_places") and (hall or one.words <= other.near)


def is_matter(filler: Filler, pair: Pair) -> bool:
    """Return whether two articles speak of a cause so often that it is the matter itself, no cause of it."""
    return filler.slot in WAYS and all(pair.counts[word] >= OFTEN for word in filler.words)


def is_given(filler: Filler, others: list[Filler]) -> bool:
    """Return whether one of *others* fills the slot of *filler* with its first word, or with two others.

    Of two names one must be part of the other.
    """
    alike = (other for other in others if other.slot == filler.slot)
    if filler.slot in word_set("comparisons", "slots_of_names"):
        return any(o.words <= filler.words or filler.words <= o.words for o in alike)
    return any(
        len(o.words & filler.words) > 1 or o.head & filler.words or filler.head & o.words for o in alike
    )
