"""The day of publication as far as the file itself gives it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from dossier.edtf import bounds
from dossier.lexicons import load_lexicon
from dossier.records import Published

if TYPE_CHECKING:
    from dossier.corpus.sections import Layout


def _date_pattern() -> str:
    lexicon = load_lexicon("dates")
    months = "|".join(sorted((re.escape(name) for name in _months()), key=len, reverse=True))
    weekdays = "|".join(re.escape(name) for name in lexicon["weekdays"])
    return (
        rf"(?:(?:{weekdays})\s+)?(?P<day>[0-3]?\d)(?:er)?\s+(?P<month>{months})\.?(?:\s+(?P<year>[12]\d{{3}}))?"
        r"|(?P<day2>[0-3]?\d)[./](?P<month2>[01]?\d)[./](?P<year2>[12]\d{3})|(?P<iso>[12]\d{3}-[01]\d-[0-3]\d)"
    )


def _months() -> dict[str, int]:
    return {name: number for number, names in load_lexicon("dates")["months"].items() for name in names}


_DATE = _date_pattern()
_TIME = r"(?:\s*(?:,|à|-|–)?\s*\d{1,2}\s*[h:]\s*(?:\d\d)?)?"
_LEAD = "|".join(re.escape(words) for words in load_lexicon("sections")["published"])
# A line that holds nothing but the date.
DATELINE = re.compile(rf"(?:(?:{_LEAD})\s+)?(?P<date>{_DATE}){_TIME}[\s.]*", re.IGNORECASE)
_ASIDE = r"(?:\s*\([^()\n]{1,30}\))?"
# In front of the first sentence: "4 juillet 2012. - ", "PARIS, 12 mars 2020 (AFP) - ".
OPENING = re.compile(
    rf"(?:[A-ZÀ-Ý][\w'’ -]{{1,40}}{_ASIDE},\s+(?:[Ll]e\s+)?)?(?P<date>{_DATE}){_ASIDE}\s*\.?\s*[-–—]\s+",
    re.IGNORECASE,
)
# " date 2024-11 " in front of the text.
MARKER = re.compile(
    r"[\s\ufeff]*(?P<marker>date\s*:?\s+(?P<iso>[12]\d{3}(?:-[01]\d(?:-[0-3]\d)?)?))(?=\s|$)", re.IGNORECASE
)


def find_published(text: str, layout: Layout) -> Published:
    """Return the date that a marker or a dateline of *text* gives; without a year it has no date yet."""
    if marker := MARKER.match(text):
        iso = marker["iso"]
        if all(bounds(iso)):
            whole = len(iso) == 10
            reason = "" if whole else "The file gives no more than that."
            return Published(iso, iso, "stated" if whole else "partial", reason)
    for section in layout.sections:
        if section.kind == "dateline":
            line = text[section.start : section.end]
            match = DATELINE.fullmatch(line) or re.search(_DATE, line, re.IGNORECASE)
            if match and (found := _read(match)):
                return found
    return Published()


def _read(match: re.Match[str]) -> Published | None:
    written = match["date"] if "date" in match.re.groupindex else match.group()
    if match["iso"]:
        iso = match["iso"]
    elif match["day2"]:
        iso = f"{match['year2']}-{int(match['month2']):02}-{int(match['day2']):02}"
    elif match["year"]:
        iso = f"{match['year']}-{_months()[match['month'].lower()]:02}-{int(match['day']):02}"
    else:
        return Published("", written, "unknown", "The line of the date gives no year.")
    return Published(iso, written, "stated") if all(bounds(iso)) else None
