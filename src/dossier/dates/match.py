"""Rules over the classes of `dossier.dates.units`: what they find, and what a builder sees of a match.

A rule is a pattern and a builder. The group ``t`` of a pattern is the text of the expression, by default all
of it; what stands outside of it is context. A builder returns type and meaning, or None where the words are
something else.
"""

import functools
import re
from collections.abc import Callable
from dataclasses import dataclass, field, fields, replace
from typing import Any, TypeAlias

from dossier.dates.units import Unit, fold_word
from dossier.lexicons import load_lexicon, word_set


@dataclass(frozen=True, slots=True)
class Meaning:
    """The parts of an expression.

    ``kind``: calendar (a named day, month, year …), offset (so many units from the publication, or from the
    focus: the day that the text last spoke of), clock, decade, century, duration, set, ref (vague) or
    ordinal (*la première semaine*: a stretch of something that is not said).
    """

    kind: str
    value: str = ""  # of duration, set, ref: the TIMEX3 value
    year: int = 0
    month: int = 0
    day: int = 0
    weekday: int = 0  # 1 is Monday
    to_day: int = 0  # a range: its last day
    to_year: int = 0  # and its last year
    season: str = ""  # SP SU FA WI
    holiday: str = ""  # "12-25" or "easter 39"
    quarter: int = 0
    edge: str = ""  # start mid end
    to_edge: str = ""
    part: str = ""  # MO MI AF EV NI
    overnight: int = 0  # 1: a night that lasts into the day after
    unit: str = ""  # D W WE M Q SEM Y DE CE
    n: int = 0
    origin: str = ""  # focus: from the day last spoken of; that: from such a day before the publication;
    # story: "le samedi", of a week that the text has told of
    rel: str = ""  # last next this any, Y-1 Y0 Y1: of the year before, of this, of the next; W-1 …, then
    tense: str = ""  # past present future unsure, due: to come once; of a clock time also pluperfect, perfect
    hour: int = -1
    minute: int = -1
    day_of: str = ""  # the date_id of the expression that gives a clock time, or a day said, its day
    quoted: int = 0  # 1: between quotation marks
    since: int = 0  # 1: behind "depuis", so that nothing told next is of that day

    def __str__(self) -> str:
        said = (
            (field.name, getattr(self, field.name))
            for field in fields(self)[1:]
            if getattr(self, field.name) != field.default
        )
        return " ".join([self.kind, *(f"{name}={str(value).replace(' ', '+')}" for name, value in said)])


def names_day(meaning: Meaning) -> bool:
    """Return whether *meaning* is a day by itself: *mardi*, *le 3 mai*, *hier*; not *le lendemain*."""
    whole = meaning.kind == "calendar" and bool(meaning.day or meaning.weekday)
    return whole or (meaning.kind == "offset" and meaning.unit == "D" and meaning.origin == "")


def is_bare(meaning: Meaning, date: str) -> bool:
    """Return whether an expression of *date* gives an hour, or part of a day, and no day: "vers 8 heures".

    Of which day it is, the text may have told before or not at all; no event is dated by it.
    """
    part = meaning.kind == "offset" and bool(meaning.part and meaning.origin) and not meaning.n
    return part or (meaning.kind == "clock" and not (meaning.day_of and date))


_NUMBERS = {field.name for field in fields(Meaning) if field.type is int}


def read_meaning(notation: str) -> Meaning:
    """Return the meaning that *notation* writes down: ``offset unit=W n=-1`` is *la semaine dernière*.

    Raises:
        ValueError: this is no such notation.
    """
    kind, *pairs = notation.split()
    values: dict[str, str | int] = {}
    for pair in pairs:
        name, _, value = pair.partition("=")
        values[name] = int(value) if name in _NUMBERS else value.replace("+", " ")
    return Meaning(kind, **values)  # type: ignore[arg-type]


_NOTHING = Unit("", None, 0, 0, "")
Built: TypeAlias = "tuple[str, Meaning] | None"


@dataclass(frozen=True, slots=True)
class Found:
    """An expression of a paragraph: its span there, its TIMEX3 type, its meaning."""

    start: int
    end: int
    type: str
    meaning: Meaning


class Match:
    """A rule's match: the first unit of each group, and what stands around.

    A group that matched nothing is a unit of no kind, so that a builder can ask it all the same.
    """

    def __init__(self, text: str, units: list[Unit], match: re.Match[str]) -> None:
        self.units = units
        self.start = match.start()
        self.classes = match.group()
        self._text, self._match = text, match
        self.before = units[match.start() - 1] if match.start() else _NOTHING
        self.after = units[match.end()] if match.end() < len(units) else _NOTHING

    def __getitem__(self, group: str) -> Unit:
        """Return the first unit of *group*."""
        if group not in self._match.re.groupindex:
            return _NOTHING
        start, end = self._match.span(group)
        return self.units[start] if end > start else _NOTHING

    def has(self, group: str) -> bool:
        """Tell whether *group* matched anything."""
        return bool(self[group].kind)

    def number(self, group: str, default: int = 0) -> int:
        """Return the whole number that *group* stands for; *un* is 1."""
        unit = self[group]
        return 1 if unit.kind == "1" else int(unit.value) if unit.kind else default

    def word(self, group: str) -> str:
        """Return the entry that *group* stands for; noon and midnight as a time of day."""
        unit = self[group]
        return f"{unit.value:02}:00" if unit.kind == "T" else str(unit.value or "")

    def raw(self, unit: Unit) -> str:
        """Return the letters of *unit* as written."""
        return self._text[unit.start : unit.end]

    def back(self, place: int) -> Unit:
        """Return the unit so many places before the match, 1 being `before`."""
        return self.units[self.start - place] if self.start >= place else _NOTHING


Builder = Callable[[Match], Built]


@dataclass(frozen=True, slots=True)
class Rules:
    """The rules of one module, in their order."""

    rules: list[tuple[re.Pattern[str], Builder]] = field(default_factory=list)

    def add(self, *patterns: str) -> Callable[[Builder], Builder]:
        """Register a builder for *patterns*."""

        def register(builder: Builder) -> Builder:
            for pattern in patterns:
                whole = pattern if "(?P<t>" in pattern else f"(?P<t>{pattern})"
                self.rules.append((re.compile(whole), builder))
            return builder

        return register


# Behind a month: its year, or the year as it is seen from the day of publication.
TAIL = r"(?:u(?=lU[LX]|cU)[lc](?P<Y>U)(?P<K>[LX])?|(?P<y>[yd])?(?P<L>L)?(?P<X>X)?)"


@functools.cache
def word_list(key: str) -> frozenset[str]:
    """Return a list of the lexicon, folded."""
    return frozenset(fold_word(word) for word in load_lexicon("dates")[key])


@functools.cache
def word_values(key: str) -> dict[str, int]:
    """Return the numbers that the words of a list stand for."""
    return {fold_word(word): value for word, value in load_lexicon("dates")[key].items()}


def relation(m: Match) -> str:
    """Return ``last``, ``next`` or ``this``, as words around a date say, ``Y-1`` for *de l'an dernier*."""
    if m.has("Y"):
        return {"L": "Y-1", "X": "Y1"}.get(m["K"].kind, "Y0")
    return "last" if m.has("L") else "next" if m.has("X") else "this" if m.has("c") else ""


def named(m: Match, **more: Any) -> tuple[str, Meaning]:
    """Return the date that the groups of *m* name, by their letters, with *more* that they do not say."""
    meaning = Meaning(
        "calendar",
        year=year_of(m) or 0,
        month=m.number("M"),
        day=m.number("d"),
        weekday=m.number("W"),
        edge=m.word("E"),
        part=m.word("P") or m.word("Q"),
        rel=relation(m),
    )
    meaning = replace(meaning, **more)
    return ("TIME" if meaning.part else "DATE"), meaning


def is_content(unit: Unit) -> bool:
    """Tell whether *unit* is a word that carries content."""
    return unit.kind == "x" and unit.key.isalpha() and unit.key not in word_set("languages", "fr")


def year_of(m: Match) -> int | None:
    """Return the year of group ``y``, two digits too; 0 where there is none, None where it is no year."""
    unit = m["y"]
    if m.has("Y") and m.word("Y") != "Y":
        return None  # "le 3 mars de la semaine dernière"
    if unit.kind != "d":
        return m.number("y")
    counted = is_content(m.after) and m.after.key[-1] in "sx"
    return None if unit.value < 32 or counted else 1900 + int(unit.value)
