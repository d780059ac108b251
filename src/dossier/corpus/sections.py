"""The parts of an article as spans of its text: title, dateline, body, heading, caption, related link, metadata.

A paragraph is a line, or several lines where a text was wrapped: then a line ends without final punctuation
and the next goes on in lower case.
"""

from __future__ import annotations

import functools
import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass

from dossier.corpus.published import DATELINE, MARKER, OPENING
from dossier.lexicons import load_lexicon
from dossier.records import Section

INVISIBLE = " \t\n\r\x0b\x0c\x1c\x1d\x1e\x1f\x85\xa0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a"
INVISIBLE += "\u200b\u200c\u200d\u200e\u200f\u2028\u2029\u202f\u205f\u2060\u3000\ufeff"
READ = frozenset({"title", "body", "heading", "caption"})
_LINE = re.compile(r"[^\n\r\x0b\x0c\x85\u2028\u2029]+")
_FINAL = re.compile(r"[.!…;:,][\s»”\"')\]]*$")
_QUOTED = re.compile(r"[«“\"][^«»“”\"]+[»”\"]")
_SIGNATURE = re.compile(
    r"(?:par )?[A-ZÀ-Ý][\w'’-]+(?: (?:de|du|d'|le|la|[A-ZÀ-Ý]\.))*(?: [A-ZÀ-Ý][A-ZÀ-Ý'’-]{2,})+"
)
TITLE_WORDS, HEADING_WORDS, CAPTION_WORDS = 35, 16, 80


@dataclass(frozen=True, slots=True)
class Layout:
    """The sections of a text, and who made it as far as its last lines tell."""

    sections: tuple[Section, ...]
    outlet: str = ""
    author: str = ""

    def title(self, text: str) -> str:
        """Return the title as it stands in *text*, or nothing."""
        return next((text[s.start : s.end] for s in self.sections if s.kind == "title"), "")


def plain(text: str) -> str:
    """Return *text* in lower case, without accents and with straight apostrophes, for comparison."""
    folded = unicodedata.normalize("NFKD", text.replace("’", "'").lower())
    return "".join(c for c in folded if not unicodedata.combining(c))


@functools.cache
def _entries(key: str) -> frozenset[str]:
    return frozenset(plain(entry) for entry in load_lexicon("sections")[key])


@functools.cache
def _patterns() -> tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str]]:
    """Return the patterns of a related link, of the title of another article, and of a caption."""
    lexicon = load_lexicon("sections")

    def choice(words: Iterable[str]) -> str:
        return "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True))

    agency, credit = choice(lexicon["agencies"]), choice(lexicon["credits"])
    related = re.compile(rf"(?:[-–—•>*]\s*)?(?:{choice(_entries('related'))})\s*(?:[:.»>!…-].*|$)", re.DOTALL)
    rubric = re.compile(rf"(?:{choice(lexicon['rubrics'])})\s*[.:|]\s+\S")
    caption = re.compile(
        rf"(?:(?:{credit})\s*[:©]|©|\((?:{credit})\b)"  # opens as a credit
        rf"|.*(?:\((?:[^()]*\b)?(?:{credit})\b[^()]*\)[.\s]*(?:{agency})?[.\s]*$"  # closes with one in brackets
        rf"|(?:©|(?i:photo|crédits?|image)s?\b\s*:?)\s*\S.{{0,60}}$"
        rf"|[.!?»)]\s*(?:{agency})(?:\s*[/,-]\s*[\w. -]{{1,40}})?[.\s]*$"
        rf"|[(/]\s*(?:{agency})\s*\)?[.\s]*$)",
        re.DOTALL,
    )
    return related, rubric, caption


def count_words(text: str, sections: Iterable[Section]) -> int:
    """Return the number of words in the parts of *text* that are its own."""
    parts = (text[s.start : s.end] for s in sections if s.kind in READ)
    return sum(any(c.isalnum() for c in word) for part in parts for word in part.split())


def _paragraphs(text: str) -> list[tuple[int, int]]:
    """Return the spans of the paragraphs of *text*, blanks at both ends cut off."""
    spans: list[tuple[int, int]] = []
    for match in _LINE.finditer(text):
        line = match.group()
        body = line.strip(INVISIBLE)
        if not body:
            continue
        start = match.start() + len(line) - len(line.lstrip(INVISIBLE))
        if spans:
            last_start, last_end = spans[-1]
            gap = text[last_end:start]
            wrapped = (
                body[0].islower() and gap.count("\n") <= 1 and gap.count("\r") <= 1 and "\x0c" not in gap
            )
            if wrapped and (text[last_end - 1].isalnum() or text[last_end - 1] in ",-"):
                spans[-1] = (last_start, start + len(body))
                continue
        spans.append((start, start + len(body)))
    return spans


def find_layout(text: str) -> Layout:
    """Return the sections of *text* in its order, without overlap."""
    spans, sections = _paragraphs(text), []
    marker = MARKER.match(text)
    if marker and spans:
        sections.append(Section("metadata", marker.start("marker"), marker.end("marker")))
        rest = (
            marker.end()
            + len(text[marker.end() : spans[0][1]])
            - len(text[marker.end() : spans[0][1]].lstrip(INVISIBLE))
        )
        spans = ([(rest, spans[0][1])] if rest < spans[0][1] else []) + spans[1:]
    spans, outlet, author, tail = _signatures(text, spans)
    after_lead_in = False
    for place, (start, end) in enumerate(spans):
        kind = _kind(text, spans, place, after_lead_in, any(s.kind in ("title", "body") for s in sections))
        after_lead_in = kind == "related_link" and _is_lead_in(text[start:end])
        if (
            kind == "body"
            and not any(s.kind == "body" for s in sections)
            and (lead := OPENING.match(text, start, end))
        ):
            sections.append(Section("dateline", start, lead.end("date")))
            start = lead.end()
        if start < end:
            sections.append(Section(kind, start, end))
    return Layout(tuple(sections + tail), outlet, author)


def _signatures(
    text: str, spans: list[tuple[int, int]]
) -> tuple[list[tuple[int, int]], str, str, list[Section]]:
    """Cut the lines at the end that only name the outlet or the author off *spans*."""
    outlet, author, tail = "", "", list[Section]()
    while len(spans) > 1:
        start, end = spans[-1]
        line = text[start:end].strip("()[]*_-–— .")
        far = text[spans[-2][1] : start].count("\n") >= 4
        short = len(line.split()) <= 4 and line[:1].isupper() and not _FINAL.search(text[start:end])
        if not outlet and (plain(line) in _entries("outlets") or (far and short)):
            outlet = line
        elif not author and _SIGNATURE.fullmatch(line) and len(line.split()) <= 6:
            author = line.removeprefix("par ").removeprefix("Par ")
        else:
            break
        tail.insert(0, Section("metadata", start, end))
        spans = spans[:-1]
    return spans, outlet, author, tail


def _is_lead_in(line: str) -> bool:
    """Tell whether *line* announces a link without giving it."""
    return plain(line).strip(" :.»>!…-•*") in _entries("related")


def _kind(text: str, spans: list[tuple[int, int]], place: int, after_lead_in: bool, begun: bool) -> str:
    start, end = spans[place]
    line = text[start:end]
    related, rubric, caption = _patterns()
    words = len(line.split())
    bare = not _FINAL.search(line) or bool(_QUOTED.fullmatch(line))
    result = "body"
    if DATELINE.fullmatch(line):
        result = "dateline"
    elif plain(line).strip(" :.") in _entries("kickers"):
        result = "metadata"
    elif (
        after_lead_in
        or (words <= 60 and related.match(plain(line)))
        or (begun and bare and words <= 40 and rubric.match(line))
    ):
        result = "related_link"
    elif words <= CAPTION_WORDS and caption.match(line):
        result = "caption"
    elif bare and line[0] not in "-–—•*" and any(c.isalpha() for c in line):
        longer = max((e - s for s, e in spans[place + 1 :]), default=0) > len(line)
        if not begun and words <= TITLE_WORDS and longer:
            result = "title"
        elif begun and words <= HEADING_WORDS and place + 1 < len(spans) and not line[0].islower():
            result = "heading"
    return result
