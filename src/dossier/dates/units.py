"""Text to units: tokens and phrases of the lexicon, each with a letter that the grammar is written in.

Letters: M month, W weekday, w weekdays, Z season, F holiday, U unit of time, P part of the day, T noon
and midnight, h the h of a clock, d number below 100, y year-like number, n other number, 1 un/une, ½
half, z dizaine, o ordinal, q some, L last, X next, S following, p previous, c this, V same, I here, J
there, E edge, e each, t every, r per, G whole, D deictic, A anaphor, R vague reference, Q adjective of
repetition, K length in a word, N numeric date, C clock with colon, a à/au, u de/du, s des, l le/la/les,
b entre, k et/ou, g en, f dans/d'ici, B il y a, v plus tard/plus tôt, - hyphen, x anything else.
"""

import functools
import re
from typing import Any, NamedTuple

from dossier.folding import without_accents
from dossier.lexicons import load_lexicon, sum_numerals

_ROMAN = {"I": 1, "V": 5, "X": 10, "L": 50}


class Unit(NamedTuple):
    """One token or phrase: its class, what it stands for, its span in the paragraph, its folded words."""

    kind: str
    value: Any
    start: int
    end: int
    key: str


@functools.cache
def _token() -> re.Pattern[str]:
    ends, weekdays = (load_lexicon("dates")[key] for key in ("ordinal_ends", "short_weekdays"))
    return re.compile(
        r"(?P<N>\d{4}-\d\d-\d\d(?!\d)|\d{1,2}[./-]\d{1,2}[./-](?:[12]\d{3}|\d\d)(?!\d|[./]\d))"
        r"|(?P<C>[0-2]?\d:[0-5]\d(?!\d))"
        rf"|(?P<o>\d+(?:{'|'.join(ends['digits'])})(?!\w)|[IVXL]+(?:{'|'.join(ends['roman'])})s?(?!\w))"
        r"|(?P<n>\d{1,3}(?:[ .']\d{3})+(?![\d])|\d+(?:[.,]\d+)?)"
        rf"|(?P<W>(?<!\w )\b(?i:{'|'.join(weekdays)})\.(?= ?\d))"
        r"|(?P<word>[^\W\d_]+)"
        r"|(?P<sign>[^\w\s'])"
    )


@functools.lru_cache(maxsize=65536)
def fold_word(word: str) -> str:
    """Return *word* in lower case without accents."""
    lower = word.lower()
    return lower if lower.isascii() else without_accents(lower)


@functools.cache
def _phrases() -> dict[str, list[tuple[tuple[str, ...], str, Any]]]:
    """Return all entries of the lexicon by their first word, the longest first."""
    lexicon = load_lexicon("dates")
    table: dict[tuple[str, ...], tuple[str, Any]] = {}

    def add(kind: str, phrases: list[str], value: Any = None) -> None:
        for phrase in phrases:
            words = tuple(fold_word(match.group()) for match in _token().finditer(phrase))
            table.setdefault(words, (kind, value))

    for word, number in lexicon["numbers"].items():  # before the months, one of which is one
        add("n", [word], number)
    for kind, key in _BY_VALUE.items():
        for value, phrases in lexicon[key].items():
            add(kind, phrases, value)
    for kind, key in _BY_WORD.items():
        for phrase, value in lexicon[key].items():
            add(kind, [phrase], value)
    for kind, key in _PLAIN.items():
        add(kind, lexicon[key])
    for number, name in enumerate(lexicon["weekdays"], 1):
        add("W", [name], number)
        add("w", [name + "s"], number)
    for kind, phrases in lexicon["function"].items():
        add(kind, phrases)
    for kind, key in {"B": "ago", "f": "hence"}.items():
        add(kind, lexicon[key])
        add(kind, [f"{lead} {about}" for lead in lexicon[key] for about in lexicon["roughly"]])
    by_first: dict[str, list[tuple[tuple[str, ...], str, Any]]] = {}
    for words, (kind, value) in sorted(table.items(), key=lambda item: (-len(item[0]), item[0])):
        by_first.setdefault(words[0], []).append((words, kind, value))
    return by_first


_BY_VALUE = {"A": "anaphors", "D": "deictics", "F": "holidays", "K": "lengths", "M": "months", "P": "parts"}
_BY_VALUE |= {"R": "references", "Q": "sets", "U": "units", "Z": "seasons", "E": "edges"}
_BY_WORD = {"v": "shifts", "T": "noon", "z": "about", "o": "ordinals"}
_PLAIN = {"1": "one", "½": "half", "q": "some", "L": "last", "X": "next", "S": "following"}
_PLAIN |= {"p": "previous", "c": "these", "V": "same"}
_PLAIN |= {"I": "here", "J": "there", "e": "each", "t": "every", "r": "per", "G": "whole"}


def read_units(text: str) -> list[Unit]:
    """Return the units of the folded *text* (`dossier.folding.fold`); a number in words is one unit."""
    tokens = [(m.lastgroup or "", m.group(), *m.span()) for m in _token().finditer(text)]
    keys = [fold_word(token[1]) for token in tokens]
    units: list[Unit] = []
    table, function, place = _phrases(), load_lexicon("dates")["function"], 0
    while place < len(tokens):
        kind, word, start, end = tokens[place]
        for words, entry, value in table.get(keys[place], ()):
            last = place + len(words)
            if len(words) == 1 or tuple(keys[place:last]) == words:
                # "a" is a verb, "à" and "A" may be the preposition; "dès" is no article
                other = (entry == "a" and word == "a") or (entry == "s" and word.lower() not in function["s"])
                beside = (text[start - 1 : start], text[end : end + 1])
                other |= entry == "F" and "-" in beside  # "Ange-Toussaint"
                kind = "x" if other else entry
                units.append(Unit(kind, value, start, tokens[last - 1][3], " ".join(words)))
                place = last
                break
        else:
            units.append(_number(kind, word, start, end, keys[place]))
            place += 1
    return _join_numbers(units)


def _number(kind: str, word: str, start: int, end: int, key: str) -> Unit:
    if kind == "n":
        whole = re.sub(r"[ .']", "", word) if re.fullmatch(r"\d{1,3}(?:[ .']\d{3})+", word) else word
        if len(whole) > 15:
            return Unit("x", word, start, end, key)
        if not whole.isdecimal():
            return Unit("n", float(whole.replace(",", ".")), start, end, key)
        number, plain = int(whole), whole == word
        year = plain and len(word) == 4 and 1000 <= number < 2200
        return Unit("d" if plain and len(word) <= 2 else "y" if year else "n", number, start, end, key)
    if kind == "o":
        digits = re.match(r"\d+", word)
        return Unit("o", int(digits.group()) if digits else _roman(word), start, end, key)
    if kind == "W":  # "Jeu. 9", not "la mer. 9"
        return Unit(kind, load_lexicon("dates")["short_weekdays"][key[:-1]], start, end, key)
    return Unit(kind if kind in ("N", "C") else "x", word, start, end, key)


def _roman(word: str) -> int:
    numerals = [_ROMAN[letter] for letter in re.match("[IVXL]+", word).group()]  # type: ignore[union-attr]
    following = [*numerals[1:], 0]
    return sum(-n if n < m else n for n, m in zip(numerals, following, strict=True))


@functools.cache
def _short_months() -> frozenset[str]:
    return frozenset(fold_word(month) for month in load_lexicon("dates")["short_months"])


def _join_numbers(units: list[Unit]) -> list[Unit]:
    """Join *vingt*, *-*, *cinq* into one number, *dix-neuf cent* too."""
    joined: list[Unit] = []
    place = 0
    while place < len(units):
        unit = units[place]
        place += 1
        year_next = place < len(units) and units[place].kind == "y"
        if unit.key == "." and year_next and joined and joined[-1].key in _short_months():
            continue  # "le 3 janv. 2020"
        if unit.kind == "n" and unit.key in _short_months() and joined and joined[-1].kind in "do":
            unit = unit._replace(kind="M", value=9)  # "le 3 sept. 2020"
        if unit.kind == "n" and unit.key.isalpha():
            parts = [unit.value]
            while step := _next_part(parts[-1], units, place):
                place += step
                parts.append(units[place - 1].value or 1)
            unit = unit._replace(value=sum_numerals(parts), end=units[place - 1].end)
        joined.append(unit)
    return joined


def _next_part(last: int, units: list[Unit], place: int) -> int:
    """Return how many units on a number in words goes on behind *last*; 2 with *-* or *et*, 0 for no more."""
    joints = ("-", *load_lexicon("dates")["linking"])
    linked = place < len(units) and units[place].key in joints
    part = units[place + linked] if place + linked < len(units) else None
    if part is None or not part.key.isalpha() or not (part.kind == "n" or (part.kind == "1" and linked)):
        return 0
    apart = last < 20 and last != 10 and (part.value or 1) < 20
    return 0 if apart else 1 + linked
