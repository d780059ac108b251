"""Quotation marks, by a linear scanner that never looks back; turns of dialogues and interviews."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
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


_CLOSING = {"«": "»", "“": "”", "„": "”", "‹": "›", "‘": "’", "‟": "”", "＂": "＂", '"': '"'}
_ALSO_CLOSING = {"„": "“”", "“": '”"', "«": "»"}
_STRAIGHT = '"＂'
_PLAIN = _STRAIGHT + "“”"


def find_quoted(text: str, sections: Sequence[Section]) -> list[Quoted]:
    """Return the outermost quotations of *text*, in order.

    A quotation ends with its paragraph, unless the next paragraph of the same kind begins with a mark again
    (the French and English custom for quotations of several paragraphs). One that is never closed counts only
    behind a colon. The turns of a dialogue count too, the questions of an interview do not.
    """
    found, asked = find_turns(text, sections)
    sections = [section for section in sections if section not in asked]
    stack: list[tuple[str, int]] = []
    for i, section in enumerate(sections):
        place = section.start
        if stack and text[place] in '«»“"':
            place += 1
        else:
            stack = []
        for mark in _MARKS.finditer(text, place, section.end):
            char, at = mark.group(), mark.start()
            if stack and _closes(stack[-1][0], text, at, section.end):
                opening = stack.pop()[1]
                if not stack:
                    found.append(_inside(text, opening, at))
            elif char in _CLOSING and _may_open(text, at, bool(stack)):
                stack.append((char, at))
        if stack and not _goes_on(text, sections, i):
            if text[section.start : stack[0][1]].rstrip().endswith(":"):
                unclosed = _inside(text, stack[0][1], section.end)
                found.append(replace(unclosed, outer_end=section.end))
            stack = []
    marked, reached = [], -1
    for quoted in sorted(found, key=lambda quoted: (quoted.outer_start, -quoted.outer_end)):
        if quoted.start < quoted.end and quoted.outer_start >= reached:
            marked.append(quoted)
            reached = quoted.outer_end
    return marked


_MARKS = re.compile(f"[{re.escape(''.join(_CLOSING) + ''.join(_CLOSING.values()))}]")


def _goes_on(text: str, sections: Sequence[Section], i: int) -> bool:
    following = sections[i + 1] if i + 1 < len(sections) else None
    return bool(following and following.kind == sections[i].kind and text[following.start] in '«»“"')


def _may_open(text: str, at: int, inside: bool) -> bool:
    """A curved single mark opens only before a word; a straight one inside a quotation only after a space."""
    before = text[at - 1] if at else " "
    after = text[at + 1] if at + 1 < len(text) else " "
    if text[at] == "‘":
        return not before.isalnum() and after.isalnum()
    if text[at] in _STRAIGHT:
        return not after.isspace() or not before.isalnum()
    return True


def _closes(opening: str, text: str, at: int, end: int) -> bool:
    """Return whether the mark at *at* closes a quotation that *opening* began.

    Where both kinds are in use, one also closes the other, if it opens nothing: "avec » or « avec".
    """
    char, after = text[at], text[at + 1] if at + 1 < len(text) else " "
    if char in _ALSO_CLOSING.get(opening, _CLOSING[opening]):
        return char != "’" or not after.isalnum()
    if opening in _PLAIN and char == "»":
        return True
    if opening == "«" and char in _PLAIN:
        following = _MARKS.search(text, at + 1, end)
        closed = following is not None and following.group() == "»"
        return not closed and not after.isalnum()
    return False


def _inside(text: str, opening: int, closing: int) -> Quoted:
    said = text[opening + 1 : closing]
    end = opening + 1 + len(said.rstrip())
    return Quoted(min(closing - len(said.lstrip()), end), end, opening, closing + 1)
