"""What a line of publication holds: the day, and beside it who publishes, who signs, hours and places.

The days are taken out and the rest is cut at its marks into pieces; each must be a name, a byline or one of
the words that stand there, or the line is none. Which words these are stands in the lexicon of sections.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from dossier.corpus.papers import (
    CAPITAL,
    HOST,
    IMPRINT,
    ISSUES,
    KNOWN,
    LIKELY,
    MASTHEAD,
    PAPER,
    PAPERS,
    as_name,
    is_place,
    pattern,
)
from dossier.corpus.published import AMONG, DAYS, HOURS, ISSUE, LABELLED, MONTHS, NUMBER, choice, entries
from dossier.lexicons import given_names, load_lexicon

MOST = 5  # pieces of a line
NAME_WORDS, FREE_WORDS = 10, 4  # of a piece with a known word, and of one without
ONLY, NAMES, ANY = range(3)  # a line holds nothing but known words; names, too; anything
_SMALL = r"(?-i:[^\W\dA-ZÀ-Ý][^\W\dA-ZÀ-Ý-]*(?:['’-][^\W\dA-ZÀ-Ý]+)*)(?![\w'’-])"
_PRAISED = rf"(?i:{choice(entries('praised'))}\s+)?"  # "Votre gratuit"
_ARTICLE = rf"(?:l[ea]s?\s+|l['’]|une?\s+)?{_PRAISED}"
_MARKS = re.compile(
    rf"\s+{choice(entries('on_behalf'))}\s+(?=[A-ZÀ-Ý])|"
    r"\s*(?:[|·•,;:/\n()\[\]]|(?<!\b[^\W\d])\.(?=\s|$)|(?:(?<=\s)|^)[-–—=]+(?=\s|$))\s*"
)
_AGENCY = re.compile(choice(entries("agencies")), re.IGNORECASE)
_BRACKETED = re.compile(r"[(\[]([^()\[\]\n]+)[)\]]")
_INTERVIEWS = choice(load_lexicon("sources")["interviews"]["by"])
_PLACED = rf"(?:\s+{choice(entries('within'))}(?:\s+{CAPITAL}[\w'’-]*)+)?"
_SIGNED = rf"(?:{_INTERVIEWS}{_PLACED}\s+)?{choice(entries('bylines'))}"  # "Propos recueillis à Lens par"
_WORDS = pattern(
    rf"{_ARTICLE}(?:{PAPERS}|{ISSUES})|{choice(entries('editions'))}\b.*|(?-i:{choice(entries('within'))})\b.*"
    rf"|{choice([*entries('parts'), *entries('kickers'), *entries('rubrics')])}|{_SIGNED}"
    rf"|{choice(entries('credits'))}\b.*"
    rf"|{choice(entries('parts'))}\s+{_SMALL}.*"
)
# "Magazine économique", "le mensuel du sport": says of a paper what it is; "lettre hebdomadaire « Le Quai »".
_SORT = re.compile(
    rf"(?i:{PAPERS})(?:\s+{_SMALL})*|(?:[Ll][ea]s?\s+|[Ll]['’])?{_PRAISED}{PAPERS}(?:\s+{_SMALL}[^«]*)?(?:\s*«\s*(?P<name>[^»]+?)\s*»)?"
)
_STAFFED = pattern(rf"{choice(entries('staffed'))}\b")
_HELPED = pattern(choice(entries("helped")) + r"\s")
_BYLINE = pattern(
    rf"(?:{_SIGNED}|{_STAFFED.pattern}(?=\s+{choice(entries('staff'))}\b))(?P<staff>\s+{choice(entries('staff'))}(?:\s+{_SMALL})*)?"
    rf"(?(staff)(?:\s+{_SMALL}\s+)?|\s+)(?P<who>{CAPITAL}.*)?"
)
_SAID = re.compile(r"\s[–—-]\s+(?=[^\W\dA-ZÀ-Ý])(?!.*\d)")  # behind what a paper is, what it says of itself
_REMARK = re.compile(rf"\((?!{choice(entries('credited'))}\b)[^\W\dA-ZÀ-Ý][^()]*\)")  # "(transcription)"
_TAGS = re.compile(r"(?<=[–—-] )[^\W\dA-ZÀ-Ý]+(?:/[^\W\dA-ZÀ-Ý]+)+$")  # of an agency: "accidents/transports"
_PRICE = re.compile(r"(?:\w+\s*:\s*)?(?<!\w)\d[\d.,]*[^|·•–—,;()\n-]*")  # "Prix : 3,50 €", "12e année"
_COST = pattern(rf"(?:{choice(entries('cost'))}\s*:?\s*)?(?<!\w)\d[\d.,\s]*{choice(entries('prices'))}(?!\w)")
_ISSUED = pattern(rf"{ISSUE.pattern}|^{_ARTICLE}{choice(entries('sorts'))}\b")
_SIGNS = pattern(rf"\b({choice(entries('bylines'))})\s*:\s*")  # "Texte : Jeanne Roy"
_CREDITED = pattern(rf"(?:^|\s+){choice(entries('credited'))}\s*(?:{KNOWN}|(?-i:[A-Z]{{2,5}}))$")
_AUTHOR = re.compile(
    r"(?P<names>(?:[A-ZÀ-Ý]\. ?)?[A-ZÀ-Ý][\w'’.-]*"
    r"(?:\s+(?:(?:et|de|du|des|le|la)\s+|[dl]['’])*[A-ZÀ-Ý][\w'’.-]*){1,6}"
    r"|[A-ZÀ-Ý]\. ?[A-ZÀ-Ý]\.?(?:\s+et\s+[A-ZÀ-Ý]\. ?[A-ZÀ-Ý]\.?)?)(?:\s+[^\W\dA-ZÀ-Ý].*)?"
)
_PENNED = re.compile(
    rf"(?:(?i:{choice(entries('penned'))})\s+|[Dd]['’])(?P<names>(?P<given>[A-ZÀ-Ý][\w-]+)\s+(?:{CAPITAL}[\w'’-]+\s?)+)"
)
_CAPITALS = re.compile(r"[A-ZÀ-Ý][\w'’.-]*(?:\s+[A-ZÀ-Ý][\w'’.-]*)*")
# Of an agency, before the day: "MNP 0147  ", "(mnp) ".
_WIRE = re.compile(r"(?:(?P<big>[A-Z]{3,5})(?:\s+\d{1,5})?|\((?P<small>[a-z]{3,5})\))\s+(?=\d)")


@dataclass(frozen=True, slots=True)
class Line:
    """What a line tells: does it give a day, who publishes, who signs, with a byline or by his name alone.

    ``grade`` is ONLY, NAMES or ANY.
    """

    dated: bool
    labelled: bool
    grade: int
    outlet: str = ""
    author: str = ""
    signed: bool = False
    issued: bool = False  # it gives a number or a page, or says what sort of paper it is

    @property
    def signs(self) -> bool:
        """Whether it gives who signs: with a byline, or beside nothing but known words."""
        return bool(self.author) and (self.signed or self.grade == ONLY)


@dataclass(frozen=True, slots=True)
class _Piece:
    kind: str  # outlet, agency, likely, sort, signed, signs, author, names, any, word
    text: str = ""


_GRADES = {"any": ANY, "likely": NAMES, "names": NAMES, "signs": NAMES}


def masthead(line: str) -> str:
    """Return the name of a paper or a radio if *line* is capitalised and worded as one, else nothing."""
    found = None if is_place(line) else MASTHEAD.fullmatch(line)
    return (found["name"] or line) if found else ""


def is_likely(name: str) -> bool:
    """Tell whether *name* is that of a paper where its line gives a number or a day: "Le Rhodanien"."""
    return bool(masthead(name) or (LIKELY.fullmatch(name) and not is_place(name)) or re.fullmatch(HOST, name))


def read_line(line: str, text: str = "") -> Line | None:
    """Return what *line* holds; None where something on it speaks against its being one of publication.

    A name that *text*, the whole of it, has elsewhere is no paper's unless it holds a paper's word.
    """
    found = _read_line(line, text)
    if (not found or found.grade > ONLY) and AMONG.fullmatch(line):
        told = found or Line(dated=True, labelled=True, grade=ONLY)
        return replace(told, dated=True, labelled=True, grade=ONLY)
    return found


def find_agency(dateline: str, day: int) -> re.Match[str] | None:
    """Return where a *dateline* names in brackets who publishes, its day being at *day*.

    Any capitals behind the day, three or more before it, where "(VD)" is a place; or what is worded as such a
    name: "(Agence Presse Sud)", "(Ritzau/AFP)".
    """
    return next((m for m in _BRACKETED.finditer(dateline) if _publishes(m[1], early=m.start() < day)), None)


def _publishes(name: str, *, early: bool) -> bool:
    if re.fullmatch("[A-Z]{2,5}", name):
        return name not in {*entries("no_agencies"), *entries("zones")} and len(name) > 1 + early
    parts = filter(None, map(_by_words, name.split("/")))
    return any(part.kind in ("agency", "outlet") and part.text for part in parts)


def _read_line(line: str, text: str) -> Line | None:
    wire = _WIRE.match(line)
    line = line[wire.end() :] if wire else line
    rest, dated, grade = line, False, ONLY
    for days in (DAYS, MONTHS):
        if match := None if dated else days.search(line):
            dated, rest = True, days.sub("\n", line)
            grade = ONLY if days is DAYS else NAMES
            if not _stands_apart(line, match):
                return None
    agency = find_agency(rest, rest.find("\n")) if dated else None
    rest = f"{rest[: agency.start()]}|{rest[agency.end() :]}" if agency else rest
    rest = HOURS.sub(" | ", ISSUE.sub(" | ", _COST.sub("|", _REMARK.sub("|", _TAGS.sub("", rest)))))
    if NUMBER.search(line):  # only papers have numbers
        text, rest = "", _PRICE.sub("|", rest)
    front, *behind = rest.split("\n")
    pieces = [_read(piece, text, behind=not dated) for piece in _cut(front)]
    pieces += [_read(piece, text, behind=True) for piece in _cut("|".join(behind))]
    pieces += [_Piece("agency", agency[1])] if agency else []
    pieces += [_Piece("agency", (wire["big"] or wire["small"]).upper())] if wire and dated else []
    if pieces and pieces[0] and pieces[0].kind == "sort" and (said := _SAID.search(line)):
        pieces = pieces[: len(list(_cut(line[: said.start()])))]  # "– paraît le lundi"
    read = [piece for piece in pieces if piece]
    if len(read) < len(pieces) or len(read) > MOST or not (dated or read or ISSUE.search(line)):
        return None
    return _line(line, read, dated=dated, grade=grade)


def _stands_apart(line: str, day: re.Match[str]) -> bool:
    """Tell whether marks or words of such a line cut *day* off from what stands beside it."""
    before, after = line[: day.start()].rstrip(), line[day.end() :].lstrip()
    label = LABELLED.match(day[0])
    opened = not before or before[-1] in "|·•,;:.)]-–—/=" or NUMBER.search(before[-12:] + day[0])
    opened = opened or (
        label and (day[0][0].isupper() or _BYLINE.fullmatch(before) or _AGENCY.fullmatch(before))
    )
    closed = (
        not after
        or after[0] in "|·•,;:.()[-–—/="
        or any(pattern.match(after) for pattern in (_WORDS, _BYLINE, HOURS))
    )
    return bool(opened and closed)


def _line(line: str, pieces: list[_Piece], *, dated: bool, grade: int) -> Line:
    def first(*kinds: str) -> str:
        return next((p.text for kind in kinds for p in pieces if p.kind == kind and p.text), "")

    signed = any(piece.kind == "signed" for piece in pieces)
    numbered = NUMBER.search(line)
    titled = any(piece.kind == "sort" for piece in pieces) or numbered
    grades = _GRADES | {"any": NAMES} if numbered else _GRADES
    helped = signed and _HELPED.match(line)
    outlet = first("outlet", "likely", *(("any", "names", "signs") if titled else ()), "agency")
    return Line(
        dated,
        bool(LABELLED.search(line)),
        max((grades.get(piece.kind, grade) for piece in pieces), default=grade),
        outlet if dated or len(pieces) > 1 or IMPRINT.search(outlet) or re.fullmatch(HOST, outlet) else "",
        ""
        if helped
        else first(
            "signed",
            *(["author"] if ":" not in line or all(piece.kind != "any" for piece in pieces) else []),
            *(
                ["signs"]
                if not titled and (outlet or signed or sum(p.kind != "word" for p in pieces) == 1 > dated)
                else []
            ),
        ),
        signed,
        bool(_ISSUED.search(line)),
    )


def _cut(part: str) -> Iterator[str]:
    part = _SIGNS.sub(r"\1 ", part)
    yield from (piece for piece in map(str.strip, _MARKS.split(part)) if re.search(r"\w", piece))


def _read(piece: str, text: str, *, behind: bool) -> _Piece | None:
    """Return what a *piece* of a line is, in front of the day or *behind* it; None where no line has such."""
    name = _CREDITED.sub("", piece)
    if not name:
        return _Piece("word")
    if len(name.split()) > NAME_WORDS:
        return None
    if found := _by_words(name):
        return found
    if re.search(r"(?<!\w)\d", name) or not name[0].isupper():
        return None
    return _by_shape(name, text, behind=behind)


def _by_words(name: str) -> _Piece | None:
    """Return what *name* is by a word that only bylines, parts of papers or their names have."""
    words, found = name.replace("’", "'"), None
    if (byline := _BYLINE.fullmatch(name)) and (byline["who"] or byline["staff"]):
        found = _signed(byline["who"] or "", staff=bool(byline["staff"]))
    elif (penned := _PENNED.fullmatch(name)) and penned["given"] in given_names():
        found = _Piece("signed", penned["names"])
    elif sort := _SORT.fullmatch(words):
        found = _Piece("outlet", sort["name"]) if sort["name"] else _Piece("sort")
    elif _WORDS.fullmatch(words):
        found = _Piece("word")
    elif _AGENCY.fullmatch(words):
        found = _Piece("agency", name)
    elif (PAPER.fullmatch(as_name(words)) and not is_place(name)) or re.fullmatch(HOST, name):
        found = _Piece("outlet", name)
    return found


def _by_shape(name: str, text: str, *, behind: bool) -> _Piece | None:
    """Return what *name* is by its shape; what the *text* speaks of, and a place, sign nothing."""
    words, found = name.split(), None
    known, short = text.count(name) > 1 or is_place(name), len(words) <= FREE_WORDS
    person = not (known or text.count(words[-1]) > 1 or _WORDS.match(name) or _STAFFED.match(name))
    author = _AUTHOR.fullmatch(name) if person else None
    given = words[0] in given_names().keys() - entries("paper_starts") or re.fullmatch(r"\w\.", words[0])
    if author and author["names"] == name and given:
        found = _Piece("author", name)
    elif short and not known and LIKELY.fullmatch(name):
        found = _Piece("likely", name)
    elif _CAPITALS.fullmatch(name):
        signs = author and behind and (not name.isupper() or "." in name or words[0].title() in given_names())
        found = _Piece("signs" if signs else "names", "" if known else name)
    elif short:
        found = _Piece("any", name)
    return found


def _signed(who: str, *, staff: bool) -> _Piece:
    if PAPER.fullmatch(who) and not re.fullmatch(KNOWN, who):
        return _Piece("outlet", who)
    author = None if _WORDS.match(who) else _AUTHOR.fullmatch(who)
    return _Piece("signed", author["names"]) if author else _Piece("signed" if staff else "word")
