"""What two sentences of one matter say of one property: a name, a number of a spot, a length."""

import functools
import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import replace

from dossier.disagreements.days import number_of
from dossier.disagreements.differences import Difference, Side, side_of
from dossier.disagreements.passages import Pair, Passage, passages_of
from dossier.disagreements.seeking import Form, form_of, values_of
from dossier.disagreements.tellings import Telling, fold, root, roots
from dossier.lexicons import load_lexicon
from dossier.syntax.vocabulary import gender_of_name

PERSON = r"(?P<first>[A-ZÉÈÎ][\w-]+) (?P<last>(?:(?:[Dd]e|[Dd]u|Le|La|Ben) )?[A-ZÉÈÎ][\w-]+)"


def find_properties(pair: Pair) -> Iterator[Difference]:
    """Yield the sentences of two articles that give one property two values: a name, a length."""
    for one in described(pair.one) if pair.joined else ():
        for other in described(pair.other):
            if one.roots & other.roots and is_one_property(one, other):
                yield Difference("property", giving(one), giving(other))


def find_first_names(pair: Pair) -> Iterator[Difference]:
    """Yield who holds one office under one surname by another first name in each of two articles."""
    mine, theirs = (first_names(t) for t in (pair.one, pair.other)) if pair.joined else ({}, {})
    for office in sorted(mine.keys() & theirs.keys()):
        one, other = mine[office], theirs[office]
        if len(one) == len(other) == 1 and one.keys() != other.keys():
            (first,), (second,) = one.values(), other.values()
            yield Difference("property", first, second, " ".join(office))


@functools.lru_cache(maxsize=256)
def first_names(telling: Telling) -> Mapping[tuple[str, str], dict[str, Side]]:
    """Return the first names that *telling* gives those of one office and surname, where it first does."""
    found: dict[tuple[str, str], dict[str, Side]] = defaultdict(dict)
    for start, passage in passages_of(telling).items():
        for words in load_lexicon("comparisons")["offices"]:
            for match in re.finditer(words.format(name=PERSON), passage.text):
                side = passage.side_at(start, match.start("first"))
                if side and gender_of_name(f"{match['first']} {match['last']}"):
                    own = found[root(match["office"]), fold(match["last"])]
                    own.setdefault(match["first"], replace(side, words=match[0]))
    return found


@functools.lru_cache(maxsize=256)
def described(telling: Telling) -> list[Passage]:
    """Return the sentences of *telling* that give a name or a length."""
    every = (passage for passage in passages_of(telling).values() if passage.statements)
    return [passage for passage in every if called(passage.text) or lengths_in(passage.text)]


def is_one_property(one: Passage, other: Passage) -> bool:
    """Return whether two sentences give one thing two names, or two lengths in one unit."""
    if values_of(one.text, "stages") != values_of(
        other.text, "stages"
    ):  # the longest, and what was asked for
        return False
    names = roots(called(one.text)), roots(called(other.text))
    if all(names):
        return names[0] != names[1]
    first, second = lengths_in(one.text), lengths_in(other.text)
    return not first & second and bool({unit for _, unit in first} & {unit for _, unit in second})


def giving(passage: Passage) -> Side:
    """Return the statement of *passage* that gives the property, else its first."""
    found = (s for s in passage.statements if called(s.text) or lengths_in(s.text))
    return side_of(next(found, passage.statements[0]))


@functools.lru_cache(maxsize=4096)
def called(text: str) -> str:
    """Return the name that *text* says something has, empty for none."""
    found = re.search(load_lexicon("comparisons")["called"], text)
    return found[1] if found else ""


@functools.cache
def lengths() -> tuple[Form, ...]:
    """Return what finds lengths in small letters: its groups are a number and its unit."""
    return tuple(map(form_of, load_lexicon("comparisons")["lengths"]))


@functools.lru_cache(maxsize=4096)
def lengths_in(text: str) -> frozenset[tuple[float, str]]:
    """Return the lengths of something in *text* ("un contrat de cinq ans"), each with its unit."""
    found = (match for form in lengths() for match in form.finditer(text.lower()))
    return frozenset((number, m[2].rstrip("s")) for m in found if (number := number_of(m[1])))
