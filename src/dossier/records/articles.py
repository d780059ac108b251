"""Articles as files give them, their parts, figures and dates; and what ids depend on."""

import functools
import hashlib
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass, fields, replace
from typing import Any, TypeVar

PUBLISHED = "published"  # in place of a date_id: the day the article appeared


@dataclass(frozen=True, slots=True)
class Section:
    """A stretch of an article: title, dateline, body, heading, caption, related_link or metadata."""

    kind: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Published:
    """When an article appeared: EDTF date, the words of the file, how we know, and one sentence why."""

    date: str = ""
    text: str = ""
    basis: str = "unknown"  # stated | inferred | partial | metadata | unknown
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Article:
    """One input file. A refused file has an empty text and a reason."""

    article_id: str
    file: str
    sha256: str
    status: str  # ok | refused
    reason: str = ""
    text: str = ""
    title: str = ""
    outlet: str = ""
    author: str = ""
    url: str = ""
    language: str = ""
    words: int = 0
    published: Published = Published()
    sections: tuple[Section, ...] = ()


@dataclass(frozen=True, slots=True)
class TimeExpression:
    """A temporal expression (TIMEX3), a row of dates.csv once it is resolved.

    ``meaning`` is the expression read but not yet resolved, in the notation of `dossier.dates`; it lets the
    value be worked out again when the publication date becomes known from another article.
    """

    date_id: str
    article_id: str
    start: int
    end: int
    text: str
    type: str  # DATE | TIME | DURATION | SET
    value: str = ""
    date: str = ""
    basis: str = ""  # explicit | relative | inferred
    anchor: str = ""
    calendar_check: str = ""  # agrees | disagrees
    meaning: str = ""


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number phrase with what it counts. ``low``/``high`` are None where the phrase sets no such bound."""

    article_id: str
    start: int
    end: int
    text: str
    low: float | None
    high: float | None
    comparator: str  # exact | about | at_least | at_most | between | more_than | less_than | vague
    unit: str = ""
    subject: str = ""
    place: str = ""
    per: str = ""  # "jour", "mois" …: per what the number is counted
    conditional: bool = False  # the verb that governs it stands in the conditional of rumour
    section: str = "body"
    sentence_start: int = 0
    sentence_end: int = 0
    predicate: str = ""  # lemma of the noun or verb that governs it: "la mort de neuf personnes"


Row = TypeVar("Row", bound=Any)


def identity(record: Any) -> str:
    """Return the id of *record*, what its first field holds: of a mention its own, not that of its event."""
    return str(getattr(record, record.__match_args__[0]))


def shared_fields(record: Any, kind: Any) -> dict[str, Any]:
    """Return what *record* holds in those of its fields that the records of *kind* have too."""
    return {name: getattr(record, name) for name in _names(record.__class__) if name in _names(kind)}


@functools.cache
def _names(kind: Any) -> dict[str, None]:
    return {field.name: None for field in fields(kind)}


def stable_id(prefix: str, article_id: str, start: int, end: int, role: str = "") -> str:
    """Return an id that depends on the passage alone, e.g. ``c-5kq2m7xw``.

    *role* tells apart two records of one kind on the same span; leave it empty for the first.
    """
    return f"{prefix}-{_letters(prefix, article_id, str(start), str(end), role)}"


def lengthened(identity: str, place: str) -> str:
    """Return *identity* with eight letters more, those of *place*: for where records of two places share it.

    An id has 40 bits, so that among a million records two do; who else
    there is decides which ones are longer.
    """
    return identity + _letters(identity, place)


def _letters(*parts: str) -> str:
    key = "\x1f".join(parts).encode("utf-8", "surrogatepass")
    digest = int.from_bytes(hashlib.blake2b(key, digest_size=5).digest(), "big")
    letters = "0123456789abcdefghjkmnpqrstvwxyz"
    return "".join(letters[digest >> shift & 31] for shift in range(35, -1, -5))


def part_rows(rows: Sequence[Row], key: str, place: Callable[[Row], object]) -> list[Row]:
    """Return *rows*, their *key* longer where two of another *place* have the same."""
    places = Counter(identity for identity, _ in {(getattr(row, key), repr(place(row))) for row in rows})
    return [
        replace(row, **{key: lengthened(getattr(row, key), repr(place(row)))})
        if places[getattr(row, key)] > 1
        else row
        for row in rows
    ]
