"""The day of publication as far as the file itself gives it.

A line of publication is one or more stamps: a label ("publié le"), a date, a time of day. What the labels are
stands in the lexicon of sections; how they go together is the grammar here. A day of publication goes before
the day of a change, which is taken where there is no other.
"""

import datetime as dt
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


NO_YEAR = N_("The line of the date gives no year.")
NO_DAY = N_("The file gives no more than that.")
CHANGED = N_("The file gives the day of its last change alone.")


def choice(words: Iterable[str]) -> str:
    """Return the pattern of one of *words*, the longest first, blanks of any width between them."""
    longest = sorted(words, key=len, reverse=True)
    return "(?:" + "|".join(re.escape(word).replace(r"\ ", r"\s+") for word in longest) + ")"


def entries(key: str) -> list[str]:
    """Return the words of the lexicon of sections under *key*."""
    return list(load_lexicon("sections")[key])


def _words(key: str) -> str:
    return choice(entries(key))


def _date_pattern() -> str:
    named = load_lexicon("dates")["weekdays"]
    weekdays = choice((*named, *(name[:3] for name in named)))  # "Ven 13/09/24"
    weekend = rf"(?:\s*{_words('joined_days')}\s*{weekdays}\s+[0-3]?\d)?"  # "samedi 14 et dimanche 15 mars"
    return (
        rf"(?:{weekdays}\.?,?\s+)?(?:"
        rf"(?P<day>[0-3]?\d)(?:er)?{weekend}\s+(?P<month>{choice(months())})\.?(?:\s+(?P<year>[12]\d{{3}}))?"
        r"|(?P<day2>[0-3]?\d)(?P<mark>[./-])(?P<month2>[01]?\d)(?P=mark)(?P<year2>(?:[12]\d)?\d\d)"
        r"|(?P<iso>[12]\d{3}-[01]\d-[0-3]\d))(?!\d)"
    )


def _nameless(pattern: str) -> str:
    """Return *pattern* without its names, so that it may stand in another more than once."""
    return re.sub(r"\(\?P=mark\)", "[./-]", re.sub(r"\(\?P<\w+>", "(?:", pattern))


_DATE = _date_pattern()
_MONTH = rf"(?P<month3>{choice(months())})\s+(?P<year3>[12]\d{{3}})(?!\d)"
_FROM, _TO = load_lexicon("dates")["from_to"]
# "Semaine du 18 au 24 septembre 2023": the days of a weekly.
_WEEK = (
    rf"{_FROM}\s+(?P<day4>[0-3]?\d)(?:er)?(?:\s+(?P<month4>{choice(months())}))?\s+{_TO}\s+"
    rf"(?P<day5>[0-3]?\d)\s+(?P<month5>{choice(months())})\s+(?P<year5>[12]\d{{3}})(?!\d)"
)
_NUMBER = r"\b(?:vol\.?\s*\d+\s*,\s*)?n(?:[o°º]|uméro)\s*\d+(?:\s\d{3})*"
_ISSUES = rf"(?:{_words('issues')}\s+)"
_ISSUE = rf"(?:{_NUMBER}\s*[,–—-]?\s*{_ISSUES}?|{_ISSUES}){_WEEK}"
_CLOCK = rf"\d{{1,2}}\s*[h:]\s*(?:\d\d(?::\d\d)?)?(?:\s*\(?{_words('zones')}(?:\s*[+-]\s*\d+)?\)?)?"
_AT = rf"(?:T[\d:.]+(?:Z|[+-][\d:]+)?|\s*(?:,|-|–|—|\||·|{_words('at')})?\s*{_CLOCK})"
_LABEL = rf"(?P<label>{_words('published')}|(?P<changed>{_words('updated')}))"
_COLON = rf"\s*:?\s*(?:{_words('day_article')}\b)?\s*:?\s*"
_STAMP = re.compile(
    rf"(?:\b{_LABEL}{_COLON})?(?P<week>{_words('weeks')}\s+(?!{_nameless(_WEEK)}){_FROM}\s+)?(?P<date>{_WEEK}|{_DATE}|{_MONTH})",
    re.IGNORECASE,
)
_BARE = rf"{_ISSUES}?(?:{_words('day_article')}\s+)?{_DATE}{_AT}?\)?"
_LABELLED = rf"\b{_LABEL}{_COLON}(?:{_DATE}{_AT}?|(?:{_words('at')}\s*)?{_CLOCK}|{_MONTH})\)?"
LABELLED = re.compile(_nameless(_LABELLED), re.IGNORECASE)
# What tells the day on a line; and what is beside it that is no name: hours, a number, the time of reading.
DAYS = re.compile(_nameless(rf"(?<![\w-])\(?(?:{_LABELLED}|{_ISSUE}|{_BARE})"), re.IGNORECASE)
MONTHS = re.compile(_nameless(_MONTH), re.IGNORECASE)
NUMBER = re.compile(_NUMBER, re.IGNORECASE)
_SEASONS = choice(name for names in load_lexicon("dates")["seasons"].values() for name in names)
# "N° 45", "p. 3", "Hiver 2024-2025".
ISSUE = re.compile(
    rf"{_NUMBER}|\bp(?:ages?\b|\.)\s*\d+|^{_SEASONS}\s+\d{{4}}(?:[-–/]\d{{2,4}})?$", re.IGNORECASE
)
HOURS = re.compile(
    rf"(?:\b{_ISSUES}\w+\s+)?\b{_CLOCK}(?!\w)|\bp(?:ages?\b|\.)\s*\d+|{_words('reading_time')}\s*:?\s*\d+\s*{_words('minutes')}\.?"
    rf"|\b\d+\s*{_words('minutes')}\b(?:\s+{_words('of_reading')})?",
    re.IGNORECASE,
)
# Among other matter of a web page, "Économie Publié le 4 mai 2023 à 7h30 - 12 avis", a label has a capital.
_CAPITAL = rf"(?-i:{choice(word.capitalize() for key in ('published', 'updated') for word in entries(key))})"
_WHEN = _nameless(rf"(?:{_words('today')}|{_DATE})")
AMONG = re.compile(
    rf"(?:[^\n]*?[\s|·•/(–—-])?{_CAPITAL}{_COLON}"
    rf"(?:(?:{_WHEN})?{_AT}(?:[^\n]*(?:[^\s.!?…:;,]|min\.))?|{_WHEN}(?:\s*[|·•/(–—-][^\n]*)?)",
    re.IGNORECASE,
)
# In front of the first sentence: "4 juillet 2012. - ", "PARIS, 12 mars 2020 (AFP) - ", "Brest, 9 mai 2025. ";
# with its department, "BREST, Finistère, 9 mai 2025 (AFP) - "; "(Brest) La Presse, 9 mai 2025 - ",
# "MONS 02/04/2024 (BELGA) = "; with its hour, "Brest, 9 mai 2025 (ADN) 19h46 - ".
_ASIDE = r"(?:\s*[(\[][^()\[\]\n]{1,45}[)\]])?"
_BEHIND = rf"{_ASIDE}(?:{_AT}(?!\w){_ASIDE})?"
OPENING = re.compile(
    rf"(?P<place>(?:\([^()\d\n]{{2,30}}\)\s+)?(?:[A-ZÀ-Ý][\w'’ -]{{1,40}}{_ASIDE},\s+){{1,2}}(?:[Ll]e\s+)?"
    rf"|[A-ZÀ-Ý][\w'’-]{{1,30}}\s+(?=\d\d?/))?(?P<date>{_DATE}){_BEHIND}\s*"
    r"(?:\.?\s*[-–—=]|(?(place)(?(year)\.|(?!))|(?!)))\s+",
    re.IGNORECASE,
)
# Without a year, where an agency stands in the brackets: "BREST (AFP) - ", "MONS 11/03 (BELGA) = ".
UNDATED = re.compile(
    r"(?:[A-ZÀ-Ý][\w'’ -]{1,40}\s(?:\d\d?/\d\d?\s)?)?[(\[][^()\[\]\n]{2,45}[)\]](?P<date>)\s*[-–—=]\s+"
)
# "Lens (PC) (abc) La ville", where the text names the agency once more.
WIRED = re.compile(
    r"(?P<place>[A-ZÀ-Ý][\w'’ -]{1,40}?)(?:\s\([^()\d\n]{2,30}\))?\s\((?P<agency>[a-z]{3,5})\)(?P<date>)"
    r"(?:\s*[-–—=])?\s+(?=[«“\"\s]*[A-ZÀ-Ý])"
)
# Of neither, a place in capitals: "BREST — ", "BREST. ", "BREST, Qc — ", "LENS (Pas-de-Calais) - ".
PLACED = re.compile(
    r"(?=[^\s.]+\.\s|[^.\n]{3,80}?\.?\s+[-–—]\s)"  # without a dash one word alone: capitals may be a sentence
    r"(?P<place>(?=[\w'’]{4}|[\w'’]+[ -][A-ZÀ-Ý])[A-ZÀ-Ý'’ -]{2,30}[A-ZÀ-Ý])"
    r"(?:, [A-ZÀ-Ý][\w.'’ -]{1,30}|\s\([^()\d\n]{2,30}\))?"
    r"(?P<date>)(?:\.?\s+[-–—]|\.)\s+(?=[«“\"\s]*[A-ZÀ-Ý])"
)
# A place in brackets and capitals: "(BREST) Le port".
BRACKETED = re.compile(r"\((?P<place>[A-ZÀ-Ý][A-ZÀ-Ý'’ -]{2,30})\)(?P<date>)\s+(?=[«“\"\s]*[A-ZÀ-Ý])")
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
    for match in _STAMP.finditer(line):
        written, date = match["date"], _value(match)
        if date is not None:
            yield Stamp(written, date, bool(match["changed"]))


def _value(match: re.Match[str]) -> str | None:
    """Return the day of *match* as EDTF, empty where it has no year, None where there is no such day."""
    if match["day5"]:
        return _days(match)
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
    first, _last = bounds(day)
    if first and match["week"]:
        return f"{first}/{first + dt.timedelta(6)}"
    return day if first else None


def _days(match: re.Match[str]) -> str | None:
    """Return the days from the one to the other of *match*, the first perhaps of the year before."""
    last, year = months()[match["month5"].lower()], int(match["year5"])
    first = months()[match["month4"].lower()] if match["month4"] else last
    days = (
        f"{year - (first > last)}-{first:02}-{int(match['day4']):02}",
        f"{year}-{last:02}-{int(match['day5']):02}",
    )
    return "/".join(days) if all(all(bounds(day)) for day in days) and days[0] < days[1] else None
