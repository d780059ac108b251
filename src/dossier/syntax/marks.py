"""Quotation marks, by a linear scanner that never looks back; turns of dialogues and interviews."""

import functools
import re
from collections.abc import Sequence, Set
from dataclasses import dataclass, replace
from itertools import pairwise

from dossier.lexicons import load_lexicon
from dossier.records import Section
from dossier.syntax.vocabulary import vocabulary

_DASH = re.compile(r"(?:^-|(?:^|(?<=[.!?…:]\s))[–—])\s+(?=[A-ZÀ-Þ])", re.MULTILINE)
_NAME = r"[A-ZÀ-Þ][\w.'’-]*(?: (?:[a-z]{2,3} )?[A-ZÀ-Þ][\w.'’-]*){0,3}"
_TITLE = re.compile(r"[A-ZÀ-Þ]\w{0,2}[ '’][A-ZÀ-Þ][\w'’-]+(?: [\w'’-]+){0,4}")  # "La Ville en feu"
_LABEL = re.compile(rf"({_NAME}) ?(?::|[.,] ?[–—])\s+|([QR])(?:\.|[.:]? ?[–—-]| ?:)\s+")
_WORD = re.compile(r"\w+'?")
_SENTENCE_END = re.compile(r"[.!?…]+(?=\s|$)")
MARKED = re.compile(r"«[^»]*(?:»|$)|[“\"][^”\"]*(?:[”\"]|$)")
_ASIDE = re.compile(r"\([^()]*\)")  # "(Il rit.)"
ASKING = ("?", "…", "...")  # how what somebody answers ends
_LEAST = 2  # questions that make an interview that nothing calls one
_SHORT = 24  # characters: no article with a noun is longer
_PROMPT, _LONG = 200, 400  # characters: an interviewer's remark, his question is no longer


@dataclass(frozen=True, slots=True)
class Quoted:
    """Words between outer marks: ``start``/``end`` inside the marks, ``outer`` with them.

    ``answer``: in an interview nobody else is named as who says it; ``label`` names who answers.
    ``name``: they are that of a thing, and nobody's.
    """

    start: int
    end: int
    outer_start: int
    outer_end: int
    answer: bool = False
    label: str = ""
    name: bool = False


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


@dataclass(frozen=True, slots=True)
class Interview:
    """An interview: where its first question stands, what asks, and its answers, with marks or without.

    ``marked`` are the paragraphs, the title among them, between whose marks answers stand.
    """

    begins: int
    asked: Set[Section]
    marked: Set[Section]
    answers: Sequence[Quoted]


def find_interview(text: str, sections: Sequence[Section]) -> Interview | None:
    """Return the interview that *text* is: its questions address somebody, or lead to words between marks.

    One is enough where the newspaper says so: "Propos recueillis par Anne Roy". Who asks and who answers may
    be named before it: "Anne Roy : Non.", "A. R. – Oui.", "R. Non.".
    """
    labels = {section: _label(text, section) for section in sections}
    asked = {section for section in sections if _is_question(text, section)}
    asking = {labels[section] for section in asked} - {""}
    whole = {s for s in sections if s not in asked and _is_quoted(text, s)}
    turns = [
        (one, other) for one, other in pairwise(sections) if one in asked and one.end - one.start < _LONG
    ]
    quoted = sum(other in whole for _, other in turns)
    named = sum(bool(labels[one] and labels[other]) for one, other in turns)
    begins = min((section.start for section in asked), default=0)
    least = _LEAST - (bool(asked) and _is_announced(text, begins))
    addressed = any(_has(text[s.start : s.end], "addressed") for s in asked)
    if len(asked) < least or not (addressed or max(quoted, named) >= least):
        return None
    between = 2 * quoted >= len(asked)  # marks stand around its answers
    marked = {s for s in sections if s.kind == "title" or (s in whole and s.start < begins)}
    answers: list[Quoted] = []
    answering = given = False
    for before, section, following in zip((None, *sections), sections, (*sections[1:], None), strict=False):
        trailing = before not in asked and following is not None and following not in asked
        prompt = answering and section not in whole
        prompt = prompt and _is_prompt(text, section, following if given else None, whole, trailing=trailing)
        if section in asked or labels[section] in asking or prompt:
            asked.add(section)
            answering = True
        elif answering and section in whole:
            marked.add(section)
            given = True
        elif answering and section.kind == "body" and not between and not _tells_of_speech(text, section):
            lead = (_LABEL if labels[section] else _DASH).match(text, section.start, section.end)
            start = lead.end() if lead else section.start
            answers.append(Quoted(start, section.end, start, section.end, True, labels[section]))
            given = True
        else:
            marked |= {section} if before in asked else set()
            answering = False
    spoken = any(_has(text[said.start : said.end], "spoken") for said in answers)
    return Interview(begins, asked, marked, answers) if spoken or quoted >= least else None


@functools.cache
def interview_words(kind: str) -> re.Pattern[str]:
    """Return the pattern of what tells of an interview: *kind* is by, with or granted."""
    known: dict[str, list[str]] = load_lexicon("sources")["interviews"]
    return re.compile(
        rf"(?<!\w)(?:{'|'.join(sorted(known[kind], key=len, reverse=True))})(?!\w)", re.IGNORECASE
    )


def _is_announced(text: str, begins: int) -> bool:
    """Return whether the newspaper says that it asks, before the first question or where it signs."""
    plain = text.replace("’", "'")
    signed = (match for match in interview_words("by").finditer(plain))
    held = (match for match in interview_words("with").finditer(plain, 0, begins))
    opens = any(match.group()[0].isupper() for match in (*signed, *held))
    return opens or bool(interview_words("granted").search(plain, 0, begins))


def since_stop(text: str, at: int, stops: str) -> str:
    """Return in small letters what stands before *at* in *text* since the last of *stops*."""
    begin = next((i + 1 for i in range(at - 1, -1, -1) if text[i] in stops), 0)
    return text[begin:at].replace("’", "'").lower()


def _label(text: str, section: Section) -> str:
    match = _LABEL.match(text, section.start, section.end)
    return (match.group(1) or match.group(2)) if match else ""


def _is_question(text: str, section: Section) -> bool:
    """Return whether a paragraph asks and does nothing else, be it between marks."""
    said = text[section.start : section.end].rstrip(' »”"*\u00a0\u202f')
    return said.endswith("?") and section.kind in ("body", "heading")


def _is_prompt(
    text: str, section: Section, following: Section | None, whole: Set[Section], *, trailing: bool
) -> bool:
    """Return whether a short paragraph speaks to who answers, not of itself: "On vous dit fâchée.".

    So does one sentence that the paragraph *following* it answers, between marks or in the first person, "Un
    nom circule.", and one that is *trailing* off in front of an answer: "Le club parle de faute…".
    """
    said = text[section.start : section.end].rstrip()
    if len(said) >= _PROMPT or said.endswith(":") or _has(said, "first_person"):
        return False
    answered = following is not None and (
        following in whole or _has(text[following.start : following.end], "first_person")
    )
    trails = trailing and said.endswith(ASKING)
    return _has(said, "addressed") or trails or (answered and len(_SENTENCE_END.findall(said)) == 1)


def _beside(text: str, section: Section) -> str:
    """Return what a paragraph says outside of marks and brackets, if anything."""
    return MARKED.sub(" ", _ASIDE.sub(" ", text[section.start : section.end]))


def _is_quoted(text: str, section: Section) -> bool:
    """Return whether all words of a paragraph of the body stand between marks."""
    quotes = section.kind == "body" and MARKED.search(text, section.start, section.end)
    return bool(quotes) and not any(map(str.isalnum, _beside(text, section)))


def _tells_of_speech(text: str, section: Section) -> bool:
    """Return whether a paragraph quotes and speaks of nobody as "I": the newspaper tells again."""
    quotes = MARKED.search(text, section.start, section.end)
    return quotes is not None and not _has(_beside(text, section), "spoken")


def _has(said: str, words: str) -> bool:
    return bool(vocabulary(words) & set(_WORD.findall(said.lower().replace("’", "'"))))


_CLOSING = {"«": "»", "“": "”", "„": "”", "‹": "›", "‘": "’", "‟": "”", "＂": "＂", '"': '"'}
_ALSO_CLOSING = {"„": "“”", "“": '”"', "«": "»"}
_STRAIGHT = '"＂'
_PLAIN = _STRAIGHT + "“”"


def find_quoted(text: str, sections: Sequence[Section], interview: Interview | None = None) -> list[Quoted]:
    """Return the outermost quotations of *text*, in order.

    A quotation ends with its paragraph, unless the next paragraph of the same kind begins with a mark again
    (the French and English custom for quotations of several paragraphs). One that is never closed counts only
    behind a colon. The turns of a dialogue count too, the questions of the *interview* that it is do not.
    """
    found = list(interview.answers) if interview else _behind_dashes(text, sections)
    asked, marked = (interview.asked, interview.marked) if interview else (frozenset(), frozenset())
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
                    found.append(_inside(text, opening, at, answer=section in marked))
            elif char in _CLOSING and _may_open(text, at, bool(stack)):
                stack.append((char, at))
        if stack and not _goes_on(text, sections, i):
            if text[section.start : stack[0][1]].rstrip().endswith(":"):
                unclosed = _inside(text, stack[0][1], section.end, answer=section in marked)
                found.append(replace(unclosed, outer_end=section.end))
            stack = []
    outermost, reached = [], -1
    for quoted in sorted(found, key=lambda quoted: (quoted.outer_start, -quoted.outer_end)):
        if quoted.start < quoted.end and quoted.outer_start >= reached:
            outermost.append(replace(quoted, name=_is_name(text, quoted)))
            reached = quoted.outer_end
    return outermost


def _is_name(text: str, quoted: Quoted) -> bool:
    """Return whether the marks hold the name of a thing: "l'« Astrid K. »", "le cargo « Astrid K. »"."""
    before = text[max(0, quoted.outer_start - _SHORT) : quoted.outer_start].replace("’", "'")
    beside = before.rstrip()[-1:].isalnum() or before.endswith("'")
    led = [word.lower() for word in _WORD.findall(before)[-2:]] if beside else []
    articles = vocabulary("definite_articles", "contracted")
    called = bool(led) and (
        led[-1] in articles
        or (led[0] in articles and led[-1] in vocabulary("named_things"))
        or " ".join(led) in vocabulary("before_a_name")  # "sous le nom de « Lynx »"
    )
    said = text[quoted.start : quoted.end]
    titled = bool(led) and led[-1] in vocabulary("of") and _TITLE.fullmatch(said) is not None
    return titled or (called and re.fullmatch(_NAME, said) is not None)


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


def _inside(text: str, opening: int, closing: int, *, answer: bool) -> Quoted:
    said = text[opening + 1 : closing]
    end = opening + 1 + len(said.rstrip())
    return Quoted(min(closing - len(said.lstrip()), end), end, opening, closing + 1, answer)
