"""What a matter has once (a verdict, a ransom paid, trains that run again): its day, and whether it is so.

The lexicon says by which words a milestone is told: articles on one matter mean the same one.
"""

import functools
import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import product

from dossier.blocks import gathered
from dossier.disagreements.days import side, way_of
from dossier.disagreements.differences import Difference, Side, side_of
from dossier.disagreements.passages import TELLING, Pair, passages_of
from dossier.disagreements.seeking import Sought
from dossier.disagreements.tellings import Moment, Telling, roots, saying
from dossier.disagreements.voices import FIRM
from dossier.events import days_of, gap
from dossier.lexicons import load_lexicon
from dossier.records import Statement

REACH = 60  # letters between a noun and what is said of it
AWAY = 90  # letters between both and their day
JOINT = 40  # letters that the end of a clause counts as
MONTH = 31  # days at most within which a day of a milestone is known
SPAN = 100  # days that two dates of one milestone lie apart at most
BEFORE = 30  # letters before a milestone that may deny it
SAYING = 14  # letters before a day that may say that it is one of speaking
Place = tuple[int, int]  # start and end in a sentence


@dataclass(frozen=True, slots=True)
class Told:
    """What a sentence tells of a milestone: whether it is so, or planned, on whose word, its day."""

    side: Side
    denied: bool
    planned: bool
    source: str
    days: tuple[int, int] | None
    thing: str  # the root of its noun
    of: frozenset[str]  # that of what the noun is of
    near: frozenset[str]  # those of the other words of its sentence


Alike = Sequence[tuple[Told, Told]]


@functools.cache
def milestones() -> Sought[tuple[str, re.Pattern[str] | None]]:
    """Return what finds the words of each milestone, or its nouns, with what finds what is said of them."""
    kinds: list[tuple[tuple[str, re.Pattern[str] | None], list[str]]] = []
    for key in ("dated", "done"):
        for name, entry in load_lexicon("milestones")[key].items():
            for words in entry["words"]:
                noun, said = words if isinstance(words[0], list) else (words, [])
                of_it = re.compile(rf"(?<!\w)(?:{'|'.join(said)})".lower()) if said else None
                kinds.append(((name, of_it), noun))
    return Sought(kinds)


@functools.cache
def listed(key: str) -> re.Pattern[str]:
    """Return what finds the words under *key* of the lexicon of milestones."""
    return re.compile(load_lexicon("milestones")[key], re.IGNORECASE)


def distance(text: str, one: Place, other: Place) -> int:
    """Return the letters of *text* between two places, the end of a clause counted as many."""
    first, second = sorted((one, other))
    between = text[first[1] : second[0]]
    return len(between) + JOINT * len(listed("joints").findall(between))


@functools.lru_cache(maxsize=16384)
def named_in(sentence: str) -> tuple[tuple[str, Place, str], ...]:
    """Return the milestones that *sentence* names, none of another matter, each with its place and noun."""
    text, found = sentence.lower(), []
    for (name, said), own in milestones().finditer(text):
        if listed("another").search(text[: own.start()]):
            continue
        others = (match.span() for match in said.finditer(text)) if said else ()
        near = min(((distance(text, own.span(), o), o) for o in others if o != own.span()), default=None)
        if near and near[0] <= REACH:
            word = text[own.start() :].split(maxsplit=1)[0].rstrip(",")
            found.append((name, (min(own.start(), near[1][0]), max(own.end(), near[1][1])), word))
        elif not said:
            found.append((name, own.span(), ""))
    return tuple(found)


@functools.lru_cache(maxsize=256)
def told_in(telling: Telling) -> Mapping[str, list[Told]]:
    """Return what *telling* tells of each milestone: on a day, or firmly."""
    found: dict[str, list[Told]] = defaultdict(list)
    moments = gathered((m.sentence, m) for m in telling.moments)
    for start, passage in passages_of(telling).items():
        named = named_in(passage.text)
        dates = dict(dated(passage.text, moments[start], named)) if named else {}
        for number, (name, place, noun) in enumerate(named):
            inner = passage.around(start + place[0])
            day, denied = dates.get(number), is_denied(passage.text, place)
            days = days_of(day.expression.date) if day else None
            days = days if days and days[1] - days[0] <= MONTH else None  # "87 naissances en un trimestre"
            phase, source = (
                (inner.phase, inner.source) if inner else (day.phase, day.who) if day else ("", "")
            )
            undated = inner and name in load_lexicon("milestones")["done"]
            own = side_on(day, inner, telling.text) if day and not undated else None
            if own := own or (side_of(inner) if inner and inner.certainty in FIRM else None):
                thing = "".join(roots(noun))
                near = passage.roots - roots(passage.text[slice(*place)])
                behind = passage.text[place[0] :].lower().partition(noun or " ")[2]
                of = listed("complement").search(behind) if noun else None
                whose = roots(of[1]) if of else frozenset[str]()
                found[name].append(Told(own, denied, phase == "planned", source, days, thing, whose, near))
    return found


def side_on(day: Moment, inner: Statement | None, text: str) -> Side:
    """Return *day* as a side; where it stands apart from what *inner* tells, with the words of both."""
    if not inner or inner.text in day.text:
        return side(day)
    spans = [(e.start, e.end) for e in (day.expression, inner)]
    starts, ends = zip(*spans, strict=True)
    return replace(side(day), words=text[min(starts) : max(ends)])  # "ne sont parties que lundi"


def dated(
    text: str, moments: Sequence[Moment], named: Sequence[tuple[str, Place, str]]
) -> Iterator[tuple[int, Moment]]:
    """Yield which of the milestones *named* in a sentence is dated by a moment: each nearest to the other."""
    days = {}
    for moment in moments:
        start, end = (at - moment.sentence for at in (moment.expression.start, moment.expression.end))
        told = max((place[1] for _, place, _ in named if place[1] <= start), default=0)
        spoken = saying() & roots(text[max(told, start - SAYING, 0) : start])  # "résultats annoncés le 3 mai"
        clock = listed("clock").fullmatch(moment.expression.text)  # of a day that the sentence does not name
        if days_of(moment.expression.date) and not (spoken or clock):
            days[start, end] = moment
    for spot, moment in days.items():
        near = [distance(text, spot, place) for _, place, _ in named]
        for number, (_, place, _) in enumerate(named):
            if near[number] == min(near) <= min(AWAY, *(distance(text, other, place) for other in days)):
                yield number, moment


def is_denied(text: str, place: Place) -> bool:
    """Return whether the words at *place* of *text*, or those before it in its clause, deny."""
    before = listed("joints").split(text[max(0, place[0] - BEFORE) : place[0]])[-1]
    said = before + text[slice(*place)]
    return bool(listed("negation").search(said)) != bool(listed("denial").search(said))


def find_milestones(pair: Pair) -> Iterator[Difference]:
    """Yield the milestones that two articles date differently, and those affirmed here and denied there."""
    mine, theirs = told_in(pair.one), told_in(pair.other)
    for name in (name for name in mine if name in theirs):
        find = denials if name in load_lexicon("milestones")["done"] else days_apart
        alike = [(a, b) for a, b in product(mine[name], theirs[name]) if is_one_thing(name, a, b, pair)]
        for way, one, other in find(alike, pair):
            yield Difference(way, one.side, other.side, name)


def is_one_thing(name: str, one: Told, other: Told, pair: Pair) -> bool:
    """Return whether two milestones called *name* may be of one thing: its noun, or other words, say so."""
    if name not in load_lexicon("milestones")["of_things"]:
        return True
    if one.of and other.of and not one.of & other.of:
        return False
    return one.thing == other.thing != "" or pair.weight(one.near & other.near) >= TELLING


def days_apart(alike: Alike, pair: Pair) -> Iterator[tuple[str, Told, Told]]:
    """Yield the nearest days of a milestone, if no day of one article may be a day of the other."""
    gaps = [
        (gap(one.days, other.days), place, one, other)
        for place, (one, other) in enumerate(alike)
        if one.days and other.days and not (one.denied or other.denied)
    ]
    for apart, _, one, other in sorted(gaps)[:1]:
        if 0 < apart <= SPAN and not pair.alone:
            told = ((end.side.article_id, end.planned, end.days or (0, 0)) for end in (one, other))
            yield way_of(told, pair.published), one, other


def denials(alike: Alike, pair: Pair) -> Iterator[tuple[str, Told, Told]]:
    """Yield the first who affirms a milestone and the first who denies it, two voices in one article."""
    for one, other in alike:
        apart = one.days and other.days and gap(one.days, other.days)
        voices = one.side.sentence != other.side.sentence and one.source != other.source
        if one.denied != other.denied and not apart and (voices or not pair.alone):
            yield "denied", one, other
            return
