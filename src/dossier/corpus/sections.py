"""The parts of an article as spans of its text: title, dateline, body, heading, caption, link, metadata.

A paragraph is a line, or several lines where a text was wrapped: then a line ends without final punctuation
and the next goes on in lower case.
"""

import itertools
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from dossier.corpus.above import NEAR, Head, as_written, read_head, read_labels
from dossier.corpus.kinds import FINAL, INVISIBLE, QUOTED, entries_of, kind_of, plain, tell
from dossier.corpus.lines import ANY, NAMES, ONLY, Line, find_agency, is_likely, masthead
from dossier.corpus.papers import HOST, as_name
from dossier.corpus.published import (
    BRACKETED,
    MARKER,
    OPENING,
    PLACED,
    UNDATED,
    WIRED,
    Layout,
    choice,
    entries,
)
from dossier.records import Section

READ = frozenset({"title", "body", "heading", "caption"})
_LIST = 3  # short lines below a heading, with no text between, that are a list
_LINE = re.compile(r"[^\n\r\x0b\x0c\x85\u2028\u2029]+")
# ">>> DOSSIER MARÉES ***", "* PORTS INFO * bulletin *", "======"
_TYPING = re.compile(r"^(?:[>*=#~_]{2,}\s*(?!.*\.$)|\*\s(?=.*\*$))|\s*[<*=#~_]{2,}$|(?<=\w)\s\*$")
_INITIALS = re.compile(r"(?:[A-ZÀ-Ý]\. ?){2,4}")
# Who wrote, read and sent what an agency sends, "abc/de/fg"; the address of an author; "Avec AFP".
_MAIL = r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+"
_DESK = re.compile(
    rf"[a-z]{{2,4}}(?:[/-][a-z]{{2,4}})+|[A-Z]{{2,4}}(?:/[A-Z]{{2,4}})+|{_MAIL}"
    rf"|(?i:{choice(entries('credited'))})\s*{choice(entries('agencies'))}"
)
# "© Le Quai – Tous droits réservés"
_RIGHTS = re.compile(
    rf"©\s*(?:\d{{4}}\s*)?(?P<name>[^\W\d].*?)(?P<all>\s*[–—|,.-]\s*(?:{choice(entries('rights'))}.*|\d{{4}}))?",
    re.I,
)
# "Source : Le Quai"; "(AGP)"; "Photo : Luc Bon".
_SOURCE = re.compile(
    rf"(?P<all>{choice(entries('sources'))}\s*:\s*)(?P<name>{HOST}|[^\W\d_](?:[^.,:]{{1,40}}))", re.IGNORECASE
)
_AGENCY = re.compile(rf"(?!{choice(entries('no_agencies'))}$)[A-Z]{{3,5}}")
_CREDIT = re.compile(rf"{choice(entries('credits'))}\b", re.IGNORECASE)
# "Le Foyer paraît le lundi. Abonnement : 25 € par an"
_SELLS = re.compile(rf".*\b{choice(entries_of('appearing'))}\b.*\b{choice(entries_of('selling'))}\b")
_LABELS = re.compile(f"^{PLACED.pattern}", re.MULTILINE)


def count_words(text: str, sections: Iterable[Section]) -> int:
    """Return the number of words in the parts of *text* that are its own."""
    parts = (text[s.start : s.end] for s in sections if s.kind in READ)
    return sum(any(c.isalnum() for c in word) for part in parts for word in part.split())


def _paragraphs(text: str) -> list[tuple[int, int]]:
    """Return the spans of the paragraphs of *text*, blanks at both ends cut off."""
    spans: list[tuple[int, int]] = []
    for match in _LINE.finditer(text):
        line = match.group()
        body = _TYPING.sub("", line.strip(INVISIBLE))
        if not body:
            continue
        start = match.start() + line.index(body)
        if spans:
            last_start, last_end = spans[-1]
            gap = text[last_end:start]
            wrapped = (
                body[0].islower() and gap.count("\n") <= 1 and gap.count("\r") <= 1 and "\x0c" not in gap
            )
            if wrapped and len(spans) <= NEAR and (day := tell(text[last_start:last_end], "")):
                wrapped = not (day.dated and day.grade == ONLY)  # "06.11.2025 17:52" does not go on
            if _DESK.fullmatch(body) or re.fullmatch(HOST, body) or _CREDIT.match(body):
                wrapped = False
            elif len(spans) <= NEAR and (told := tell(body, "")) and told.grade < ANY:
                wrapped = wrapped and not (told.dated or told.issued)  # of a paper, above its title
            elif "\n" not in text[last_start:last_end] and re.match(r"\s*?\n\s*\n", text[match.end() :]):
                wrapped = wrapped and not ((told := tell(body, "")) and told.signed)  # below the title
            if wrapped and (text[last_end - 1].isalnum() or text[last_end - 1] in ",-"):
                spans[-1] = (last_start, start + len(body))
                continue
        spans.append((start, start + len(body)))
    return spans


def find_layout(text: str) -> Layout:
    """Return the sections of *text* in its order, without overlap."""
    spans, sections = _cut_marker(text, _paragraphs(text))
    spans, outlet, author, tail = _signatures(text, spans)
    labels, said = read_labels(text, spans)
    sections, spans = sections + labels, spans[len({s.end for s in labels}) - ("title" in said) :]
    longest = max((end - start for start, end in spans), default=0)
    lines = [
        _mailed(tell(text[start:end], text), text[start:end], text[slice(*below)])
        for (start, end), below in itertools.zip_longest(spans, spans[1:], fillvalue=(0, 0))
    ]
    begun, bodies, leads_in, agency = "title" in said, 0, False, ""
    head = Head() if begun else read_head(text, spans, lines)
    outlet, author = said.get("outlet") or head.outlet or outlet, said.get("author") or head.author or author
    sections, above = [*sections, *head.sections], len(head.sections)
    dated = any(section.kind == "dateline" for section in head.sections)
    for place, (start, end) in enumerate(spans[above:], above):
        line, told, last = text[start:end], lines[place], place + 1 == len(spans)
        sure = told and (told.grade == ONLY or (last and told.grade <= NAMES and told.outlet))
        if told and told.dated and not (sure if bodies else begun):
            told = None
        if told and begun:
            told = _with_paper(told, line, lines[max(above, place - 1) : place], lines[place + 1 : place + 2])
        if leads_in:
            kind, leads_in = "related_link", False
        elif told and told.dated:
            kind = "dateline"
        else:
            kind = kind_of(line, begun=begun, longer=longest > len(line), last=last)
            if kind == "heading" and QUOTED.fullmatch(line) and text[: sections[-1].end].endswith("?"):
                kind = "body"  # it answers a question of an interview
            leads_in = kind == "related_link" and plain(line).strip(" :.»>!…-•*") in entries_of("related")
        # below a standfirst, too
        early = not bodies or (told and bodies < 2 and (told.outlet == line or told.signs))
        kind = (
            "metadata"
            if begun and (re.fullmatch(_MAIL, line) or (last and _SELLS.match(plain(line))))
            else kind
        )
        if told and not told.dated and begun and kind in ("heading", "caption", "body") and early:
            beside = dated or _is_dated(lines[place + 1 : place + 4])
            if not last and sections[-1].kind == "title":
                beside = beside or bool(masthead(line)) or (bool(told.author) and told.grade == ONLY)
            kind = "metadata" if _is_imprint(told, beside=beside) else kind
        if told and kind in ("dateline", "metadata"):
            author = told.author or author if _INITIALS.fullmatch(author) else author or told.author
            outlet = outlet or told.outlet
        first = start
        bodies += kind == "body"
        if kind == "body" and bodies <= 2 and (lead := _opening(text, start, end)):
            sections.append(Section("dateline", start, lead[0].end("date")))
            first, agency = lead[0].end(), agency or lead[1]
        dated = dated or kind == "dateline" or first > start
        begun = begun or kind in ("title", "body")
        if first < end:
            sections.append(Section(kind, first, end))
    outlet = agency if agency in outlet.split() else outlet or agency  # "AFP - Agence France-Presse"
    return Layout((*_with_lists(sections), *tail), as_written(outlet, text), author)


def _with_lists(sections: Iterable[Section]) -> Iterator[Section]:
    """Yield *sections*; short lines in a row that no text follows are one heading and a list."""
    for kind, run in itertools.groupby(sections, key=lambda section: section.kind):
        first, *rest = run
        listed = kind == "heading" and len(rest) >= _LIST
        yield first
        yield from (replace(line, kind="body") if listed else line for line in rest)


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
    wired = WIRED.match(text, start, end)
    if wired and len(re.findall(rf"\b{wired['agency']}\b", text, re.IGNORECASE)) > 1:
        return wired, wired["agency"].upper()
    lead = next(filter(None, (one.match(text, start, end) for one in (OPENING, UNDATED, BRACKETED))), None)
    found = find_agency(lead[0], lead.start("date") - start) if lead else None
    if lead and (found or lead["date"]):
        return lead, found[1] if found else ""
    placed = PLACED.match(text, start, end) or BRACKETED.match(text, start, end)
    spoken = text.endswith("?", start, end) or len(_LABELS.findall(text)) > 1  # who speaks in an interview
    return (placed, "") if placed and not spoken else None


def _signatures(
    text: str, spans: list[tuple[int, int]]
) -> tuple[list[tuple[int, int]], str, str, list[Section]]:
    """Cut the lines at the end that only name the outlet or the author off *spans*."""
    outlet, author, tail = "", "", list[Section]()
    while len(spans) > 1:
        start, end = spans[-1]
        line = text[start:end].lstrip(".").strip("()[]*_-–— ")
        line = line if _INITIALS.fullmatch(line) else line.strip(".")
        short = len(line.split()) <= 4 and line[:1].isupper() and not FINAL.search(text[start:end])
        told, owner = tell(line, text), _RIGHTS.fullmatch(line) or _SOURCE.fullmatch(line)
        if not outlet and (plain(line) in entries_of("outlets") or _AGENCY.fullmatch(line) or masthead(line)):
            outlet = line
        elif not outlet and owner and (owner["all"] or is_likely(owner["name"])):
            outlet = owner["name"]
        elif not author and told and not told.dated and told.author and not _CREDIT.match(line):
            outlet, author = outlet or told.outlet, told.author
        elif not _DESK.fullmatch(line) and not (short and _CREDIT.match(line)):
            break
        tail.insert(0, Section("metadata", start, end))
        spans = spans[:-1]
    return spans, outlet, author, tail


def _mailed(told: Line | None, line: str, below: str) -> Line | None:
    """Return what a *line* tells: with an address *below* a name signs, in capitals too."""
    if not told or not re.fullmatch(_MAIL, below):
        return told
    author = told.author or (line.title() if line.isupper() and not told.outlet else "")
    return replace(told, author=author, signed=bool(author))


def _with_paper(told: Line, line: str, over: Sequence[Line | None], under: Sequence[Line | None]) -> Line:
    """Return what *line* tells, a paper's name in front of a day or, worded as one, behind it."""
    name, days = as_name(line), [any(one and one.dated for one in beside) for beside in (over, under)]
    likely = (any(days) and masthead(name)) or (days[1] and told.grade == NAMES and is_likely(name))
    return replace(told, outlet=line) if likely and not told.dated and not told.outlet else told


def _is_imprint(told: Line, *, beside: bool) -> bool:
    """Tell whether a line without a day says who publishes or signs: *beside* the day a mere name does."""
    return (told.signed and told.grade < ANY) or (beside and bool(told.outlet or told.author))


def _is_dated(lines: Iterable[Line | None]) -> bool:
    """Tell whether the first of *lines*, bylines left out, gives the day."""
    rest = itertools.dropwhile(lambda told: told and told.signed and not told.dated, lines)
    return any(told is not None and told.dated for told in itertools.islice(rest, 1))
