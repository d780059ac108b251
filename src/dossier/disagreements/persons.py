"""What two articles say of one person: his age, for whom he works.

The person is named, or is one whom a matter has one of: the victim, the driver.
"""

import functools
import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import replace

from dossier.disagreements.differences import Difference, Side
from dossier.disagreements.passages import Pair, passages_of
from dossier.disagreements.tellings import Telling, fold, roots
from dossier.lexicons import load_lexicon
from dossier.syntax.vocabulary import gender_of_name

VICTIM = "victim"
PERSON = r"[A-ZÉÈÎ][\w-]+ (?:(?:[Dd]e|[Dd]u|Le|La|Ben) )?[A-ZÉÈÎ][\w-]+"
NAME = rf"(?<![\w'’-])(?P<name>(?!L[ae] ){PERSON})"
BODY = r"(?P<said>[A-ZÉ][\w'’-]+(?: [A-ZÉ][\w'’-]+)*)"
Said = Mapping[tuple[str, str], dict[str, Side]]  # of what of whom, by what is said


def find_persons(pair: Pair) -> Iterator[Difference]:
    """Yield the sentences of two articles that say two things of one person, each article one."""
    mine, theirs = (told_of(t) for t in (pair.one, pair.other)) if pair.joined else ({}, {})
    for key in sorted(mine.keys() & theirs.keys()):
        one, other = mine[key], theirs[key]
        if len(one) == len(other) == 1 and not share(next(iter(one)), next(iter(other))):
            (first,), (second,) = one.values(), other.values()
            yield Difference("property", first, second, key[0])


def share(one: str, other: str) -> bool:
    """Return whether two things said of a person may be one: a number, or a name or a part of it."""
    return one == other or not roots(one).isdisjoint(roots(other))


@functools.lru_cache(maxsize=256)
def told_of(telling: Telling) -> Said:
    """Return what *telling* says of each person; of the one whose death it tells, as of the victim."""
    found: dict[tuple[str, str], dict[str, Side]] = defaultdict(dict)
    dead, before, end = set[str](), frozenset[str](), 0
    for start, passage in passages_of(telling).items():
        if "\n" in telling.text[end:start]:
            before = frozenset()
        here = persons_in(passage.text)
        for what, words in ways():
            for match in words.finditer(passage.text):
                side = passage.side_at(start, match.start("said"))
                own = frozenset({person(match)}) if match.re.groups > 1 else here or before
                if side and len(own) == 1:
                    (who,) = own
                    found[what, who].setdefault(match["said"], replace(side, words=match[0]))
                before = own
        for match in of_whom().finditer(passage.text):
            dead |= {fold(match["name"])} if match["name"] else before
        before, end = here or before, start + len(passage.text)
    whole: dict[tuple[str, str], dict[str, Side]] = defaultdict(dict)
    for (what, who), said in found.items():
        for name in (who, VICTIM) if {who} == dead else (who,):
            whole[what, name] |= said
    return whole


def nouns() -> Mapping[str, str]:
    """Return for each noun for one whom a matter has one of who that is."""
    listed = load_lexicon("comparisons")["persons"]
    return {noun: who for who, line in listed.items() for noun in line}


@functools.cache
def ways() -> tuple[tuple[str, re.Pattern[str]], ...]:
    """Return what finds what is said of a person, with what that is."""
    entries = load_lexicon("comparisons")["of_persons"]
    whom = {"name": NAME, "body": BODY, "one": rf"(?P<one>{'|'.join(nouns())})(?!\w)"}
    return tuple(
        (what, re.compile(words.format(**whom))) for what, forms in entries.items() for words in forms
    )


@functools.cache
def of_whom() -> re.Pattern[str]:
    """Return what finds that somebody died, with his name if it stands there."""
    lexicon = load_lexicon("comparisons")
    return re.compile(lexicon["of_whom"].format(name=NAME, dying=lexicon["dying"]))


def person(match: re.Match[str]) -> str:
    """Return by what the person whom *match* names is known: a full name, or which one of the matter."""
    groups = match.groupdict()
    return nouns()[groups["one"]] if "one" in groups else fold(groups["name"])


def persons_in(text: str) -> frozenset[str]:
    """Return the persons whom *text* names, or the victim where it tells of a death."""
    named = {fold(match[0]) for match in re.finditer(NAME, text) if gender_of_name(match[0])}
    known = {who for noun, who in nouns().items() if noun in re.findall(r"\w+", text.lower())}
    dying = re.search(load_lexicon("comparisons")["dying"], text)
    return frozenset(named | known or ({VICTIM} if dying else set()))
