"""Words and patterns of the lexicons sought in many texts of which most hold none: that is asked first."""

import functools
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import chain
from typing import Any, Generic, TypeVar

from dossier.lexicons import load_lexicon

Kind = TypeVar("Kind")
TOKEN = re.compile(r"\\.|\[[^\]]*\]|\(\?<?[=!]|\((?:\?:)?|[?*]\??|\{[\d,]+\}\??|.", re.DOTALL)


def opening(words: str) -> str:
    """Return the letter with which all begins that *words* find; empty where it may be another."""
    return words[0] if re.match(r"[^\W\d_](?![?*{])", words) else ""


def beginning(words: Iterable[str]) -> re.Pattern[str]:
    """Return what finds, quickly, where one of *words* begins in a text of small letters."""
    groups: dict[str, list[str]] = defaultdict(list)
    for word in words:
        letter = opening(word.lower())
        groups[letter].append(word.lower().removeprefix(letter))
    by_letter = "|".join(f"{letter}(?:{'|'.join(rest)})" for letter, rest in groups.items())
    return re.compile(rf"(?<!\w)(?={by_letter})")


class Sought(Generic[Kind]):
    """Words of many *kinds*, sought in a text of small letters only where one of them may begin."""

    def __init__(self, kinds: Iterable[tuple[Kind, list[str]]]) -> None:
        known = list(kinds)
        self._kinds = [
            (kind, {opening(word.lower()) for word in words}, re.compile("|".join(words).lower()))
            for kind, words in known
        ]
        self._anywhere = beginning(word for _, words in known for word in words)
        self._beginning: dict[str, list[tuple[Kind, re.Pattern[str]]]] = {}  # by their first letter

    def finditer(self, text: str) -> Iterator[tuple[Kind, re.Match[str]]]:
        """Yield the words of each kind that stand in *text*, in its order."""
        for place in (match.start() for match in self._anywhere.finditer(text)):
            if (letter := text[place]) not in self._beginning:
                fit = [(kind, words) for kind, begin, words in self._kinds if {letter, ""} & begin]
                self._beginning[letter] = fit
            for kind, words in self._beginning[letter]:
                if match := words.match(text, place):
                    yield kind, match


@functools.cache
def listed(*keys: str) -> re.Pattern[str]:
    """Return what finds in small letters the words that *keys* of the lexicon of comparisons lead to."""
    words: Any = load_lexicon("comparisons")
    for key in keys:
        words = words[key]
    return beginning(chain.from_iterable(words.values()) if isinstance(words, Mapping) else words)


@functools.lru_cache(maxsize=16384)
def values_of(text: str, key: str) -> frozenset[str]:
    """Return which values of *key*, of the lexicon of comparisons, the words of *text* name."""
    said = text.lower()
    values = load_lexicon("comparisons")[key] if listed(key).search(said) else ()
    return frozenset(value for value in values if listed(key, value).search(said))


@dataclass(frozen=True, slots=True)
class Form:
    """A pattern, and pieces of text of which whatever it finds holds one."""

    pattern: re.Pattern[str]
    pieces: tuple[str, ...]

    def finditer(self, text: str) -> Iterator[re.Match[str]]:
        """Yield what is found in *text*, as the pattern does."""
        return self.pattern.finditer(text) if self.may_stand_in(text) else iter(())

    def may_stand_in(self, text: str) -> bool:
        """Return whether *text* holds a piece; where it holds none, no part of it holds the pattern."""
        return any(map(text.__contains__, self.pieces))


def form_of(pattern: str) -> Form:
    """Return what finds *pattern*."""
    return Form(re.compile(pattern), tuple(sorted(pieces_of(iter(TOKEN.findall(pattern))))) or ("",))


def pieces_of(tokens: Iterator[str]) -> set[str]:
    """Return pieces of which all text holds one that the *tokens* of a pattern find; none if it need not."""
    ways: list[list[set[str]]] = [[]]  # of each alternative: the pieces of each of its parts
    literal = False
    for token in tokens:
        parts, before, literal = ways[-1], literal, False
        if token == ")":
            break
        if token == "|":
            ways.append([])
        elif token[0] == "(":
            inner = pieces_of(tokens)
            parts.append(inner if token in ("(", "(?:") else set())
        elif token[0] in "?*{":
            parts[-1] = {piece[:-1] for piece in parts[-1]} - {""} if before else set()
        elif len(token) > 1 or token in ".^$+":
            parts.append(set())
        else:
            parts.append({piece + token for piece in parts.pop()} if before else {token})
            literal = True
    best = [max(parts, key=lambda part: min(map(len, part), default=0), default=set()) for parts in ways]
    return set().union(*best) if all(best) else set()
