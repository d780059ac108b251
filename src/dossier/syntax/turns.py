"""Speech without quotation marks: the turns of a dialogue behind dashes, and the answers of an interview."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from dossier.records import Section
from dossier.syntax.vocabulary import vocabulary

_DASH = re.compile(r"(?:^|(?<=[.!?…:]\s))([–—])\s+(?=[A-ZÀ-Þ])", re.MULTILINE)
_LABEL = re.compile(r"([A-ZÀ-Þ][\w.'’-]*(?: (?:[a-z]{2,3} )?[A-ZÀ-Þ][\w.'’-]*){0,3}) ?(?::|[.,] ?[–—])\s+")
_WORD = re.compile(r"\w+'?")
_LEAST = 2  # questions, or turns with the same name before them, that make an interview


@dataclass(frozen=True, slots=True)
class Quoted:
    """Words between outer marks: ``start``/``end`` inside the marks, ``outer`` with them."""

    start: int
    end: int
    outer_start: int
    outer_end: int


def find_turns(text: str, sections: Sequence[Section]) -> Iterator[Quoted]:
    """Yield the turns of a dialogue or an interview in *text*, the questions of an interview left out."""
    yield from _behind_dashes(text, sections)
    yield from _behind_labels(text, sections)
    yield from _answers(text, sections)


def _behind_dashes(text: str, sections: Sequence[Section]) -> list[Quoted]:
    """Return the turns of "– Vous étiez là ? – Non.", each to the dash of the next.

    A dash opens one behind a sentence or at the head of a paragraph. A list has dashes too: in a dialogue
    somebody asks, or says "I" or "you".
    """
    turns: list[Quoted] = []
    for section in sections:
        opening = [match.start(1) for match in _DASH.finditer(text, section.start, section.end)]
        for at, end in zip(opening, (*opening[1:], section.end), strict=False):
            said = text[at + 1 : end]
            turn = Quoted(end - len(said.lstrip()), at + 1 + len(said.rstrip()), at, end)
            turns += [turn] if said.rstrip().endswith((".", "!", "?", "…")) else []
    words = [text[turn.start : turn.end] for turn in turns]
    return turns if any("?" in said or _has(said, "spoken") for said in words) else []


def _behind_labels(text: str, sections: Sequence[Section]) -> Iterator[Quoted]:
    """Yield what stands behind a name that opens several paragraphs: "Anne Roy : Non.", "A. R. – Oui."."""
    found = [(_LABEL.match(text, section.start, section.end), section) for section in sections]
    often = Counter(label.group(1) for label, _ in found if label)
    for label, section in found:
        if label and often[label.group(1)] >= _LEAST and not _is_question(text, section):
            yield Quoted(label.end(), section.end, label.end(), section.end)


def _answers(text: str, sections: Sequence[Section]) -> Iterator[Quoted]:
    """Yield the paragraphs behind questions that address somebody: "Partez-vous ?"."""
    asked = [section for section in sections if _is_question(text, section)]
    addressed = [s for s in asked if _has(text[s.start : s.end], "addressed")]
    if len(addressed) < _LEAST:
        return
    answering = False
    for section in sections:
        answering = section in asked or (answering and section.kind == "body")
        if answering and section not in asked:
            yield Quoted(section.start, section.end, section.start, section.end)


def _is_question(text: str, section: Section) -> bool:
    said = text[section.start : section.end].rstrip()
    return said.endswith("?") and section.kind in ("body", "heading") and said[0] not in '–—«“"'


def _has(said: str, words: str) -> bool:
    return bool(vocabulary(words) & set(_WORD.findall(said.lower().replace("’", "'"))))
