"""Speech without quotation marks: the turns of a dialogue behind dashes, and the answers of an interview."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from dossier.records import Section
from dossier.syntax.vocabulary import vocabulary

_DASH = re.compile(r"(?:^-|(?:^|(?<=[.!?…:]\s))[–—])\s+(?=[A-ZÀ-Þ])", re.MULTILINE)
_NAME = r"[A-ZÀ-Þ][\w.'’-]*(?: (?:[a-z]{2,3} )?[A-ZÀ-Þ][\w.'’-]*){0,3}"
_LABEL = re.compile(rf"({_NAME}) ?(?::|[.,] ?[–—])\s+|([QR])(?:\.|[.:]? ?[–—-]| ?:)\s+")
_WORD = re.compile(r"\w+'?")
_SENTENCE_END = re.compile(r"[.!?…]+(?=\s|$)")
_MARKED = re.compile(r"«[^»]*»|[“\"][^”\"]*[”\"]")
_LEAST = 2  # questions that make an interview
_PROMPT = 200  # characters: an interviewer's remark is no longer


@dataclass(frozen=True, slots=True)
class Quoted:
    """Words between outer marks: ``start``/``end`` inside the marks, ``outer`` with them.

    ``answer``: it answers an interviewer, and ``label`` names who does.
    """

    start: int
    end: int
    outer_start: int
    outer_end: int
    answer: bool = False
    label: str = ""


def find_turns(text: str, sections: Sequence[Section]) -> tuple[list[Quoted], set[Section]]:
    """Return the turns of an interview or else of a dialogue in *text*, and the questions of an interview."""
    answers, asked = _interview(text, sections)
    return (answers, asked) if answers else (_behind_dashes(text, sections), set())


def _behind_dashes(text: str, sections: Sequence[Section]) -> list[Quoted]:
    """Return the turns of "– Vous étiez là ? – Non.", each to the dash of the next.

    A dash opens one behind a sentence or at the head of a paragraph. A list has dashes too: in a dialogue
    somebody asks, or says "I" or "you".
    """
    turns: list[Quoted] = []
    for section in sections:
        opening = [match.start() for match in _DASH.finditer(text, section.start, section.end)]
        for at, end in pairwise((*opening, section.end)):
            said = text[at + 1 : end]
            turn = Quoted(end - len(said.lstrip()), at + 1 + len(said.rstrip()), at, end)
            turns += [turn] if said.rstrip().endswith((".", "!", "?", "…")) else []
    words = [text[turn.start : turn.end] for turn in turns]
    return turns if any("?" in said or _has(said, "spoken") for said in words) else []


def _interview(text: str, sections: Sequence[Section]) -> tuple[list[Quoted], set[Section]]:
    """Return the answers to what addresses somebody, "Partez-vous ?", and the paragraphs that ask.

    Who asks and who answers may be named before it: "Anne Roy : Non.", "A. R. – Oui.", "R. Non.".
    """
    labels = {section: _label(text, section) for section in sections}
    asked = {section for section in sections if _is_question(text, section)}
    asking = {labels[section] for section in asked} - {""}
    addressed = any(_has(text[s.start : s.end], "addressed") for s in asked)
    if len(asked) < _LEAST or not addressed:
        return [], set()
    answers: list[Quoted] = []
    answering = False
    for section, following in zip(sections, (*sections[1:], None), strict=True):
        prompt = answering and _is_prompt(text, section, following if answers else None)
        if section in asked or labels[section] in asking or prompt:
            asked.add(section)
            answering = True
        elif answering and section.kind == "body" and not _tells_of_speech(text, section):
            lead = (_LABEL if labels[section] else _DASH).match(text, section.start, section.end)
            start = lead.end() if lead else section.start
            answers.append(Quoted(start, section.end, start, section.end, True, labels[section]))
        else:
            answering = False
    spoken = any(_has(text[said.start : said.end], "spoken") for said in answers)
    return (answers, asked) if spoken else ([], set())


def _label(text: str, section: Section) -> str:
    match = _LABEL.match(text, section.start, section.end)
    return (match.group(1) or match.group(2)) if match else ""


def _is_question(text: str, section: Section) -> bool:
    """Return whether a paragraph asks and does nothing else, be it between marks."""
    said = text[section.start : section.end].rstrip(' »”"*\u00a0\u202f')
    return said.endswith("?") and section.kind in ("body", "heading")


def _is_prompt(text: str, section: Section, following: Section | None) -> bool:
    """Return whether a short paragraph speaks to who answers, not of itself: "On vous dit fâchée.".

    One sentence that the paragraph *following* it answers in the first person does too: "Un nom circule.".
    """
    said = text[section.start : section.end]
    if len(said) >= _PROMPT or _has(said, "first_person"):
        return False
    answered = following is not None and _has(text[following.start : following.end], "first_person")
    return _has(said, "addressed") or (answered and len(_SENTENCE_END.findall(said)) == 1)


def _tells_of_speech(text: str, section: Section) -> bool:
    """Return whether a paragraph quotes and speaks of nobody as "I": the newspaper tells again."""
    said = text[section.start : section.end]
    beside = _MARKED.sub(" ", said)
    return beside != said and not _has(beside, "spoken")


def _has(said: str, words: str) -> bool:
    return bool(vocabulary(words) & set(_WORD.findall(said.lower().replace("’", "'"))))
