"""Quotation marks: a linear scanner over the article, which never looks back."""

import re
from collections.abc import Sequence
from dataclasses import replace

from dossier.records import Section
from dossier.syntax.turns import Quoted, find_turns

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
    start, end = opening + 1, closing
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return Quoted(start, end, opening, closing + 1)
