"""What a matter has one of (its cause, where it began, who drove), and two articles fill differently.

Nothing but the words around it need be shared: articles on one matter speak of one cause.
"""

import functools
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import product

from dossier.disagreements.differences import Difference, Side
from dossier.disagreements.passages import TELLING, Pair, passages_of
from dossier.disagreements.seeking import Form, form_of, values_of
from dossier.disagreements.tellings import WORD, Telling, country_roots, fold, roots, words
from dossier.events import days_of, gap
from dossier.lexicons import load_lexicon, pattern_of, sum_numerals, word_set

WAYS = {"cause": "cause", "reason": "cause"}  # how two fillers of a slot differ; of all others, as properties


@dataclass(frozen=True, slots=True)
class Filler:
    """What a sentence fills a slot of the matter with, as roots of words."""

    slot: str
    words: frozenset[str]
    head: frozenset[str]  # the first of them
    whole: bool  # whether all of them tell
    side: Side
    near: frozenset[str]  # those of the words of its sentence that fill nothing
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


def named(text: str) -> frozenset[str]:
    """Return the words of a name, or of a number and what it counts: "dix ans" and "10 ans" are one."""
    own, values = re.findall(r"\d+|\w{2,}", fold(text)), load_lexicon("quantities")["words"]
    number = sum_numerals(values[word] for word in own if word in values)
    return frozenset(word for word in (*own, str(number or "")) if word and word not in values)


@functools.lru_cache(maxsize=256)
def fillers(telling: Telling) -> list[Filler]:
    """Return what the clauses of *telling* that affirm fill the slots of its matter with."""
    found, of_others = [], pattern_of("comparisons", "of_others")
    known = {
        slot: [form for form in forms if form.may_stand_in(telling.text)] for slot, forms in slots().items()
    }
    for start, passage in passages_of(telling).items():
        for slot, forms in known.items():
            whole = slot in word_set("comparisons", "slots_of_names")
            for match in (match for form in forms for match in form.finditer(passage.text)):
                *whose, text = match.groups()
                place = match.start(match.lastindex or 0)
                inner, own = passage.at(start + place), passage.side_at(start, place)
                filled = named(text) if whole else told(text) - country_roots() or told(text)
                if not (inner and own and filled) or of_others.search(passage.text[:place]):
                    continue
                if inner.polarity == "+" and inner.section != "related_link":
                    head = next(filter(None, map(told, text.split())), filled)
                    key, near = " ".join((slot, *map(fold, whose))), passage.roots - roots(match[0])
                    found.append(Filler(key, filled, head, whole, own, near, days_of(inner.date)))
    return found


def find_slots(pair: Pair) -> Iterator[Difference]:
    """Yield what two articles with a common name fill one slot with, neither with what the other does too."""
    mine, theirs = fillers(pair.one), fillers(pair.other)
    for first, second in product(mine, theirs):
        told_of_one = first.slot == second.slot and is_one_thing(first, second, pair)
        if told_of_one and not (is_given(first, theirs) or is_given(second, mine)):
            yield Difference(WAYS.get(first.slot, "property"), first.side, second.side, first.slot)


def is_one_thing(one: Filler, other: Filler, pair: Pair) -> bool:
    """Return whether two fillers of a slot are of one thing: where a matter has several, by other words.

    What was decided on two days was decided twice, and what is asked for is not what is so.
    """
    asked, so = (values_of(filler.side.words, "stages") for filler in (one, other))
    if asked != so and one.whole:
        return False
    several = one.slot in word_set("comparisons", "slots_of_things")
    apart = one.days and other.days and gap(one.days, other.days)
    return not several or (not apart and pair.weight(one.near & other.near) >= TELLING)


def is_given(filler: Filler, others: list[Filler]) -> bool:
    """Return whether one of *others* fills the slot of *filler* with its first word, or with two others.

    Of two names one must be part of the other.
    """
    alike = (other for other in others if other.slot == filler.slot)
    if filler.whole:
        return any(o.words <= filler.words or filler.words <= o.words for o in alike)
    return any(
        len(o.words & filler.words) > 1 or o.head & filler.words or filler.head & o.words for o in alike
    )
