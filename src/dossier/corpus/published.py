"""The day of publication as far as the file itself gives it.

A line of publication is one or more stamps: a label ("publié le"), a date, a time of day. What the labels are
stands in the lexicon of sections; how they go together is the grammar here. A day of publication goes before
the day of a change, which is taken where there is no other.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from dossier.edtf import bounds
from dossier.i18n import N_
from dossier.lexicons import load_lexicon, months
from dossier.records import Published, Section


@dataclass(frozen=True, slots=True)
class Layout:
    """The sections of a text, and who made it as far as its last lines tell."""

    sections: tuple[Section, ...]
    outlet: str = ""
    author: str = ""

    def title(self, text: str) -> str:
        """Return the title as it stands in *text*, or nothing."""
        return next((text[s.start : s.end] for s in self.sections if s.kind == "title"), "")


NAME_WORDS = 7  # of a paper, on a line of its own
NO_YEAR = N_("The line of the date gives no year.")
NO_DAY = N_("The file gives no more than that.")
CHANGED = N_("The file gives the day of its last change alone.")


def _choice(words: Iterable[str]) -> str:
    """Return the pattern of one of *words*, the longest first, blanks of any width between them."""
    longest = sorted(words, key=len, reverse=True)
    return "(?:" + "|".join(re.escape(word).replace(r"\ ", r"\s+") for word in longest) + ")"


def _entries(key: str) -> list[str]:
    return list(load_lexicon("sections")[key])


def _words(key: str) -> str:
    return _choice(_entries(key))


def _date_pattern() -> str:
    weekdays = _choice(load_lexicon("dates")["weekdays"])
    return (
        rf"(?:{weekdays}\.?,?\s+)?(?:"
        rf"(?P<day>[0-3]?\d)(?:er)?\s+(?P<month>{_choice(months())})\.?(?:\s+(?P<year>[12]\d{{3}}))?"
        r"|(?P<day2>[0-3]?\d)(?P<mark>[./-])(?P<month2>[01]?\d)(?P=mark)(?P<year2>(?:[12]\d)?\d\d)"
        r"|(?P<iso>[12]\d{3}-[01]\d-[0-3]\d))(?!\d)"
    )


def _nameless(pattern: str) -> str:
    """Return *pattern* without its names, so that it may stand in another more than once."""
    return re.sub(r"\(\?P=mark\)", "[./-]", re.sub(r"\(\?P<\w+>", "(?:", pattern))


_DATE = _date_pattern()
_MONTH = rf"(?P<month3>{_choice(months())})\s+(?P<year3>[12]\d{{3}})(?!\d)"
_FROM, _TO = load_lexicon("dates")["from_to"]
# "Semaine du 18 au 24 septembre 2023": the days of a weekly.
_WEEK = (
    rf"{_FROM}\s+(?P<day4>[0-3]?\d)(?:er)?(?:\s+(?P<month4>{_choice(months())}))?\s+{_TO}\s+"
    rf"(?P<day5>[0-3]?\d)\s+(?P<month5>{_choice(months())})\s+(?P<year5>[12]\d{{3}})(?!\d)"
)
_NUMBER = r"n[o°]\s*\d+\s*[,–—-]?\s*"
_ISSUE = _nameless(rf"(?:{_NUMBER})?(?:{_words('issues')}\s+)?{_WEEK}")
_CLOCK = rf"\d{{1,2}}\s*[h:]\s*(?:\d\d(?::\d\d)?)?(?:\s*\(?{_words('zones')}(?:\s*[+-]\s*\d+)?\)?)?"
_AT = rf"(?:T[\d:.]+(?:Z|[+-][\d:]+)?|\s*(?:,|-|–|—|\||·|{_words('at')})?\s*{_CLOCK})"
_TIME = f"{_AT}?"
_BETWEEN = r"\s*[.,;|·•/(–—-]?\s*"
_LABEL = rf"(?P<label>{_words('published')}|(?P<changed>{_words('updated')}))"
_COLON = rf"\s*:?\s*(?:{_words('day_article')}\b)?\s*:?\s*"
# One stamp, named; then the same for a whole line, on which a label without a date has at least a time.
_STAMP = re.compile(rf"(?:\b{_LABEL}{_COLON})?(?P<date>{_WEEK}|{_DATE}|{_MONTH})", re.IGNORECASE)
_BARE = _nameless(rf"(?:{_words('day_article')}\s+)?{_DATE}{_TIME}\)?")
_LABELLED = _nameless(rf"{_LABEL}{_COLON}(?:{_DATE}{_TIME}|(?:{_words('at')}\s*)?{_CLOCK})\)?")
_AGENCIES = _choice([*_entries("agencies"), *_entries("outlets")])
_NAME = r"(?:[^\d\n.!?:]|(?<=\b[^\W\d])\.)"
_STATED = rf"(?={_nameless(_LABEL)}|{_words('day_article')}\b)"
_BYLINE = rf"(?:(?:{_words('bylines')}\s+{_NAME}{{2,80}}?|{_AGENCIES}){_BETWEEN}{_STATED})?"
_SIGNED = rf"(?:(?:{_BETWEEN}{_words('bylines')}\s+|\s*[|·•]\s*)[^\d\n.!?:]{{2,60}})?"
_READING = rf"(?:{_BETWEEN}{_words('reading_time')}\s*:?\s*\d+\s*{_words('minutes')})?"
_ASIDE = r"(?:\s*\([^()\n]{1,30}\))?"  # who publishes, or where: "Abidjan, le 18 mai 2024 (Info) -"
_DAYS = (
    rf"(?:{_LABELLED}|{_BARE})(?:{_BETWEEN}{_LABELLED})*{_SIGNED}{_READING}(?:\s*[–—-]+)?{_ASIDE}[\s.)–—-]*"
)
# Among other matter of a web page, "Économie Publié le 4 mai 2023 à 7h30 - 12 avis", a label has a capital.
_CAPITAL = (
    rf"(?-i:{_choice(word.capitalize() for key in ('published', 'updated') for word in _entries(key))})"
)
_WHEN = _nameless(rf"(?:{_words('today')}|{_DATE})")
_AMONG = (
    rf"(?:[^\n]*?[\s|·•/(–—-])?{_CAPITAL}{_COLON}"
    rf"(?:(?:{_WHEN})?{_AT}(?:[^\n]*[^\s.!?…:;,])?|{_WHEN}(?:\s*[|·•/(–—-][^\n]*)?)"
)
# A line that holds nothing but the day, or days, of publication.
DATELINE = re.compile(rf"{_BYLINE}{_DAYS}|{_AMONG}", re.IGNORECASE)
# A paper, "La Gazette du Rhône"; a rubric or a place: one word, or several with capitals, "Le Mans (Sarthe)".
_PAPER = (
    rf"(?:{_AGENCIES}(?:\s+{_NAME}{{1,30}}?)?|(?:\w{{1,3}}(?:\s+|['’]))?{_words('papers')}\b{_NAME}{{0,40}}"
    rf"|(?-i:[A-ZÀ-Ý])[\w'’&-]*(?:\s+[\w'’&-]+){{0,3}}?[\s-]{_words('paper_ends')})"
)
_PLACE = rf"(?-i:[\w'’-]+(?:\s+[A-ZÀ-Ý][\w'’-]*){{0,3}}){_ASIDE}"
_WHERE = rf"(?:{_words('bylines')}\s+{_NAME}{{2,50}}?|{_PAPER}|{_PLACE})\s*[,|·•–—-]\s+"
# The same above the text, where a month may stand for the day, and a name before it: below the title any, as
# in "Magazine, 22 juin 2023"; on the first line, which may be a title, "Attentat de Nice, 14 juillet 2016",
# only a paper, a place or what a label follows.
_SENT = rf"{_NAME}{{2,40}}?,\s+{_words('bylines')}\s+{_NAME}{{2,50}}?\s*[.,|·•–—-]\s+"
_NAMED = rf"(?:{_SENT}|{_NAME}{{2,50}}?\s*[,|·•–—-]\s+)"
_WEEKLY = rf"(?:{_NAMED}(?={_words('issues')}))?{_ISSUE}|(?:{_NAMED})?{_NUMBER}{_DAYS}"
HEAD = re.compile(
    rf"{DATELINE.pattern}|(?:{_NAMED})?(?:{_nameless(_MONTH)}|{_DAYS})|{_WEEKLY}", re.IGNORECASE
)
FIRST = re.compile(
    rf"{DATELINE.pattern}|(?:{_WHERE})?(?:{_nameless(_MONTH)}|{_DAYS})|{_WEEKLY}|{_NAMED}(?={_nameless(_LABEL)}){_DAYS}",
    re.IGNORECASE,
)
_AUTHOR = re.compile(
    rf"{_words('bylines')}\s+(?-i:(?=[A-ZÀ-Ý]))(?P<author>{_NAME}{{2,60}}?){_BETWEEN}"
    rf"(?={_nameless(_LABEL)}|{_words('day_article')}\s+\d|{_WHEN})",
    re.IGNORECASE,
)
# A line that holds a byline and nothing else: "Par Sandrine Payet, à Le Port".
_NAMES = r"(?-i:[A-ZÀ-Ý][\w'’.-]*(?:\s+(?:(?:et|de|du|des|le|la)\s+|[dl]['’])?[A-ZÀ-Ý][\w'’.-]*){1,6})"
_SIGNATURE = re.compile(
    rf"{_words('bylines')}\s+(?P<author>{_NAMES})(?:,?\s+{_NAME}{{2,40}})?", re.IGNORECASE
)
# A line that says who publishes: alone a known name, beside the day any paper's, but no mere "Magazine".
_OUTLET = re.compile(
    rf"(?P<known>{_AGENCIES})|(?P<paper>{_PAPER})\s*[,|·•–—-]\s+{_DAYS}"
    rf"|{_nameless(_LABEL)}{_COLON}{_DAYS}\s*[|·•–—-]\s+(?P<behind>{_PAPER})"
    rf"|(?P<numbered>{_NAME}{{2,50}}?)\s*[,|·•–—-]\s+{_NUMBER}{_DAYS}",
    re.IGNORECASE,
)
_CAPITALS = _choice(word.capitalize() for key in ("papers", "paper_ends") for word in _entries(key))
_ALONE = re.compile(rf"(?=.*\b{_CAPITALS}\b)(?i:{_PAPER})")
_UNNAMED = re.compile(rf"(?:\w{{1,3}}(?:\s+|['’]))?{_words('papers')}", re.IGNORECASE)
# In front of the first sentence: "4 juillet 2012. - ", "PARIS, 12 mars 2020 (AFP) - ", "Brest, 9 mai 2025. ";
# with its department, "BREST, Finistère, 9 mai 2025 (AFP) - ".
OPENING = re.compile(
    rf"(?P<place>(?:[A-ZÀ-Ý][\w'’ -]{{1,40}}{_ASIDE},\s+){{1,2}}(?:[Ll]e\s+)?)?(?P<date>{_DATE}){_ASIDE}\s*"
    r"(?:\.?\s*[-–—]|(?(place)(?(year)\.|(?!))|(?!)))\s+",
    re.IGNORECASE,
)
# " date 2024-11 " in front of the text.
MARKER = re.compile(
    r"[\s\ufeff]*(?P<marker>date\s*:?\s+(?P<iso>[12]\d{3}(?:-[01]\d(?:-[0-3]\d)?)?))(?=\s|$)", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Stamp:
    """a date on a line of publication: words, value (EDTF, empty without a year), whether of a change."""

    text: str
    date: str
    changed: bool


def find_outlet(line: str, *, beside: bool = False) -> str:
    """Return the paper or agency that *line*, above the text, names; empty where it holds more, or none.

    *beside* the day of publication, or a title above that, a line of its own may name any paper.
    """
    match = _OUTLET.fullmatch(line)
    name = next(filter(None, match.groups()), "") if match else ""
    if not name and beside and len(line.split()) <= NAME_WORDS and _ALONE.fullmatch(line):
        name = line
    name = name.partition(",")[0].strip()
    return "" if _UNNAMED.fullmatch(name) else name


def find_author(line: str) -> str:
    """Return who signs *line*, one of publication, "Par Jeanne Roy, publié le 4 mai 2023", or of its own."""
    match = _AUTHOR.match(line) or _SIGNATURE.fullmatch(line)
    return match["author"].strip() if match else ""


def is_signature(line: str) -> bool:
    """Tell whether *line* holds a byline and nothing else."""
    return bool(_SIGNATURE.fullmatch(line))


def find_published(text: str, layout: Layout) -> Published:
    """Return the date that a marker or a dateline of *text* gives; without a year it has no date yet."""
    if marker := MARKER.match(text):
        iso = marker["iso"]
        if all(bounds(iso)):
            whole = len(iso) == 10
            reason = "" if whole else NO_DAY
            return Published(iso, iso, "stated" if whole else "partial", reason)
    lines = (text[s.start : s.end] for s in layout.sections if s.kind == "dateline")
    stamps = [stamp for line in lines for stamp in _stamps(line)]
    best = min(stamps, key=lambda stamp: (not stamp.date, stamp.changed), default=None)
    if best is None:
        return Published()
    if len(best.date) == len("2024-11") or "/" in best.date:
        return Published(best.date, best.text, "partial", NO_DAY)
    if not best.date:
        return Published("", best.text, "unknown", NO_YEAR)
    return Published(best.date, best.text, "stated", CHANGED if best.changed else "")


def _stamps(line: str) -> Iterator[Stamp]:
    """Yield each date of *line* that is one."""
    for match in _STAMP.finditer(line):
        written, date = match["date"], _value(match)
        if date is not None:
            yield Stamp(written, date, bool(match["changed"]))


def _value(match: re.Match[str]) -> str | None:
    """Return the day of *match* as EDTF, empty where it has no year, None where there is no such day."""
    if match["day5"]:
        return _week(match)
    if match["day"] and not match["year"]:
        return ""
    if match["month3"]:
        day = f"{match['year3']}-{months()[match['month3'].lower()]:02}"
    elif match["iso"]:
        day = str(match["iso"])
    elif match["day"]:
        day = f"{match['year']}-{months()[match['month'].lower()]:02}-{int(match['day']):02}"
    else:
        year = match["year2"] if len(match["year2"]) == 4 else f"20{match['year2']}"
        day = f"{year}-{int(match['month2']):02}-{int(match['day2']):02}"
    return day if all(bounds(day)) else None


def _week(match: re.Match[str]) -> str | None:
    """Return the days from the one to the other of *match*, the first perhaps of the year before."""
    last, year = months()[match["month5"].lower()], int(match["year5"])
    first = months()[match["month4"].lower()] if match["month4"] else last
    days = (
        f"{year - (first > last)}-{first:02}-{int(match['day4']):02}",
        f"{year}-{last:02}-{int(match['day5']):02}",
    )
    return "/".join(days) if all(all(bounds(day)) for day in days) and days[0] < days[1] else None
