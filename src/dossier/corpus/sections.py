"""The parts of an article as spans of its text: title, dateline, body, heading, caption, link, metadata.

A paragraph is a line, or several lines where a text was wrapped: then a line ends without final punctuation
and the next goes on in lower case.
"""

import functools
import itertools
import re
from collections.abc import Iterable, Sequence
from itertools import pairwise

from dossier.corpus.lines import ANY, NAMES, ONLY, Line, find_agency, masthead, read_line
from dossier.corpus.published import MARKER, OPENING, UNDATED, Layout
from dossier.folding import without_accents
from dossier.lexicons import load_lexicon
from dossier.records import Section

INVISIBLE = (
    "".join(c for c in map(chr, range(0x3001)) if c.isspace()) + "\u200b\u200c\u200d\u200e\u200f\u2060\ufeff"
)
READ = frozenset({"title", "body", "heading", "caption"})
_LINE = re.compile(r"[^\n\r\x0b\x0c\x85\u2028\u2029]+")
_FINAL = re.compile(r"[.!…;:,][\s»”\"')\]]*$")
_QUOTED = re.compile(r"(?:[^«“\".!?]{1,80} ?: )?[«“\"][^«»“”\"]+[»”\"]")
_TRAIL = re.compile(
    r"[^›>→]{1,40}(?:\s[›>→]\s[^›>→]{1,60})+"
)  # "Accueil › Santé", the way to a page of a site
NEAR = 3  # lines below a title within which it is signed or dated
_ACRONYM = 4  # letters of a word in capitals that is no name of a paper by itself
TITLE_WORDS, HEADING_WORDS, CAPTION_WORDS = 35, 16, 80
LONGEST = 1_500  # characters: a longer line is body, whatever it holds


def plain(text: str) -> str:
    """Return *text* in lower case, without accents and with straight apostrophes, for comparison."""
    return without_accents(text.replace("’", "'").lower())


@functools.cache
def _entries(key: str) -> frozenset[str]:
    return frozenset(plain(entry) for entry in load_lexicon("sections")[key])


@functools.cache
def _kickers(*, begun: bool) -> frozenset[str]:
    """Return what stands above a text or, once it has *begun*, between its parts, and is no heading."""
    over = frozenset() if begun else _entries("parts") | _entries("rubrics")
    return _entries("kickers") | over


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
        rf"|.*(?:\((?:[^()]*\b)?(?:{credit})\b[^()]*\)[.\s]*(?:{agency})?[.\s]*$"  # closes with one
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
    spans, sections = _cut_marker(text, _paragraphs(text))
    spans, outlet, author, tail = _signatures(text, spans)
    longest = max((end - start for start, end in spans), default=0)
    lines = [_told(text[start:end], text) for start, end in spans]
    begun, bodies, leads_in, dated, agency = False, 0, False, False, ""
    head = _masthead_lines(text, spans, lines)
    for place, (start, end) in enumerate(spans):
        line, last = text[start:end], place + 1 == len(spans)
        told = lines[place]
        if told and told.dated and not _is_dateline(told, begun=begun, early=not bodies, last=last):
            told = None
        rest = spans[place + 1 :]
        if leads_in:
            kind, leads_in = "related_link", False
        elif told and told.dated:
            kind = "dateline"
        else:
            kind = _kind(line, begun=begun, longer=longest > len(line), last=last)
            if kind == "heading" and _QUOTED.fullmatch(line) and _asks(text, sections[-1]):
                kind = "body"
            if (
                kind == "title"
                and _is_name(line)
                and (name := masthead(line))
                and _leads_to_title(text, rest)
            ):
                kind, outlet = "metadata", outlet or name
            if kind == "title" and place < head:
                kind, outlet = "metadata", outlet or ("" if place else _as_written(line, text[end:]))
            leads_in = kind == "related_link" and plain(line).strip(" :.»>!…-•*") in _entries("related")
        early = not bodies or (told and told.signed and told.author and bodies < 2)  # below a standfirst, too
        if told and not told.dated and kind in ("title", "heading", "caption", "body") and early:
            reach = 1 + (not place and _is_name(line))
            beside = dated or _is_dated(lines[place + 1 : place + 4], reach)
            beside = beside or (not last and begun and sections[-1].kind == "title" and bool(masthead(line)))
            kind = "metadata" if _is_imprint(told, line, begun=begun, beside=beside) else kind
        if told and kind in ("dateline", "metadata") and place >= head:
            outlet, author = outlet or told.outlet, author or told.author
        first = start
        bodies += kind == "body"
        if kind == "body" and bodies <= 2 and (lead := _opening(text, start, end)):
            sections.append(Section("dateline", start, lead[0].end("date")))
            first, agency = lead[0].end(), agency or lead[1]
        dated = dated or kind == "dateline" or first > start
        begun = begun or kind in ("title", "body")
        if first < end:
            sections.append(Section(kind, first, end))
    return Layout(tuple(sections + tail), outlet or agency, author)


def _cut_marker(text: str, spans: list[tuple[int, int]]) -> tuple[list[tuple[int, int]], list[Section]]:
    """Cut a date marker in front of the text off the first paragraph, as a section of its own."""
    marker = MARKER.match(text)
    if not marker or not spans:
        return spans, []
    end = spans[0][1]
    start = end - len(text[marker.end() : end].lstrip(INVISIBLE))
    section = Section("metadata", marker.start("marker"), marker.end("marker"))
    return ([(start, end)] if start < end else []) + spans[1:], [section]


def _opening(text: str, start: int, end: int) -> tuple[re.Match[str], str] | None:
    """Return the dateline in front of a paragraph and its agency, if any; without a day it must have one."""
    lead = OPENING.match(text, start, end) or UNDATED.match(text, start, end)
    found = find_agency(lead[0], lead.start("date") - start) if lead else None
    return (lead, found[1] if found else "") if lead and (found or lead["date"]) else None


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
        elif not author and (told := _told(line, text)) and not told.dated and told.author:
            author = told.author
        else:
            break
        tail.insert(0, Section("metadata", start, end))
        spans = spans[:-1]
    return spans, outlet, author, tail


def _told(line: str, text: str) -> Line | None:
    short = len(line) <= LONGEST and len(line.split()) <= TITLE_WORDS and not _TRAIL.fullmatch(line)
    return read_line(line, text) if short else None


def _is_dateline(told: Line, *, begun: bool, early: bool, last: bool) -> bool:
    """Tell whether a line with a day gives that of publication: below the title any, elsewhere the surer."""
    if early:
        return begun or told.labelled or told.grade <= NAMES
    return told.grade == ONLY or (last and told.grade <= NAMES and bool(told.outlet))


def _is_imprint(told: Line, line: str, *, begun: bool, beside: bool) -> bool:
    """Tell whether a line without a day says who publishes or signs: *beside* the day a mere name does."""
    if told.signed or told.grade == ANY:
        return told.signed and begun and told.grade < ANY
    known = told.grade == ONLY and bool(told.outlet)
    if not begun:
        return known and (beside or plain(line) in _entries("outlets") | _entries("agencies"))
    return beside and bool(told.outlet or told.author)


def _is_dated(lines: Iterable[Line | None], reach: int) -> bool:
    """Tell whether one of the first *reach* of *lines*, bylines left out, gives the day."""
    rest = itertools.dropwhile(lambda told: told and told.signed and not told.dated, lines)
    return any(told is not None and told.dated for told in itertools.islice(rest, reach))


def _asks(text: str, section: Section) -> bool:
    """Tell whether *section* is a question of an interview, which its next line answers."""
    return section.kind in ("heading", "body") and text.endswith("?", section.start, section.end)


def _leads_to_title(text: str, spans: Iterable[tuple[int, int]]) -> bool:
    """Tell whether the first of *spans* that is no kicker can be a title: no sentence, day or byline."""
    for line in (text[start:end] for start, end in spans):
        if (kind := _kind(line, begun=False, longer=True, last=False)) != "metadata":
            told = _told(line, text)
            return kind == "title" and not (told and (told.dated or told.signed))
    return False


def _masthead_lines(text: str, spans: Sequence[tuple[int, int]], lines: Sequence[Line | None]) -> int:
    """Return how many first lines, a block of several, stand above a longer title that a byline follows.

    They are the paper and its rubric: "LE REGARD", "L'hebdomadaire – Enquête". One word in capitals that
    stands nowhere else needs no byline.
    """
    ends = [text[end:start] for (_start, end), (start, _end) in pairwise(spans)]
    block = next((n for n, end in enumerate(ends, 1) if end.count("\n") > 1), 0)
    below = lines[block + 1 : block + 1 + NEAR]
    alone = _stands_alone(text, text[slice(*spans[0])]) if spans else False
    if block <= (not alone) or any(told and (told.dated or told.signed) for told in lines[: block + 1]):
        return 0
    start, end = spans[block]
    longest = max(last - first for first, last in spans[:block])
    titled = end - start > longest and _leads_to_title(text, spans[block : block + 1])
    return block if titled and (alone or any(told and (told.dated or told.signed) for told in below)) else 0


def _stands_alone(text: str, line: str) -> bool:
    """Tell whether *line* is one word in capitals, of some length, that *text* has nowhere else."""
    word = line.isupper() and line.isalpha() and len(line) > _ACRONYM
    return word and plain(text).count(plain(line)) == 1


def _as_written(name: str, text: str) -> str:
    """Return *name*, in capitals on its own line, as *text* writes it if it does."""
    found = re.search(re.escape(name), text, re.IGNORECASE) if name.isupper() else None
    return found[0] if found else name


def _is_name(line: str) -> bool:
    """Tell whether *line* ends in a name: "Le Courrier de Normandie", no "Nouvelle grève"."""
    return line.rsplit(maxsplit=1)[-1].rpartition("'")[2][:1].isupper()


def _kind(line: str, *, begun: bool, longer: bool, last: bool) -> str:
    """Return the kind of a line without a day: has the text *begun*, are lines *longer*, is it the *last*?"""
    related, rubric, caption = _patterns()
    words = len(line.split()) if len(line) <= LONGEST else LONGEST
    bare = words <= TITLE_WORDS and (not _FINAL.search(line) or bool(_QUOTED.fullmatch(line)))
    bare = bare and line[0] not in "-–—•*" and any(c.isalpha() for c in line)
    result = "body"
    trail = not begun and bare and _TRAIL.fullmatch(line)
    if trail or (words <= TITLE_WORDS and plain(line).strip(" :.") in _kickers(begun=begun)):
        result = "metadata"
    elif words <= CAPTION_WORDS and (related.match(plain(line)) or (begun and bare and rubric.match(line))):
        result = "related_link"
    elif words <= CAPTION_WORDS and caption.match(line):
        result = "caption"
    elif bare and not begun and longer:
        result = "title"
    elif bare and begun and words <= HEADING_WORDS and not last and not line[0].islower():
        result = "heading"
    return result
