"""The typed records that flow through the house, each frozen and each carrying its evidence.

Offsets are Unicode code points into the article file as decoded, untouched; the end is exclusive, and
``text == article.text[start:end]`` holds for every record. An empty string means unknown or not applicable.
Dates are EDTF strings (ISO 8601-2). Lists that end in one CSV cell are tuples here.
"""

import functools
import hashlib
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass, fields, replace
from typing import Any, TypeVar

from dossier.records.views import (
    Attribution,
    Claim,
    Finding,
    Mention,
    Part,
    Parts,
    Quotation,
    Reply,
    Statement,
)

APART = "apart"  # in place of a statement_id: of no clause, whatever stands around
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

    @property
    def day(self) -> str:
        """The date, unless it only says since when the article may have appeared."""
        return "" if self.date.endswith("..") else self.date


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

    def section_at(self, place: int) -> str:
        """Return what stands at *place* of the text: body, heading, caption …; empty where it is none."""
        return next((one.kind for one in self.sections if one.start <= place < one.end), "")


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


@dataclass(frozen=True, slots=True)
class Discrepancy:
    """A place where the sources do not agree: a row of discrepancies.csv.

    ``sides`` says of each of ``records`` on which side it stands, where their values do not.
    """

    discrepancy_id: str
    kind: str  # date | quantity | stance | attribute | calendar | sequence
    subject: str
    statement: str
    severity: str  # conflict | tension | revision
    records: tuple[str, ...]
    reason: str
    between: str = "sources"  # sources | parties
    sides: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Reuse:
    """A passage that two articles share: a row of reuse.csv."""

    reuse_id: str
    article_a: str
    start_a: int
    end_a: int
    article_b: str
    start_b: int
    end_b: int
    text: str
    similarity: float
    words: int


@dataclass(frozen=True, slots=True)
class Contrast:
    """Two sentences of two articles, each as article, start and end, that may contradict each other."""

    one: tuple[str, int, int]
    other: tuple[str, int, int]
    score: float  # what speaks for it, as the log of odds


@dataclass(frozen=True, slots=True)
class Assessment:
    """Three answers on a record: how surely it was read, by how many origins it is carried, who contests it.

    ``unsure`` says why the reading is unsure and is empty where it is sure; ``contested_by`` holds the ids of
    the discrepancies. ``grade`` and ``grounds`` put everything into one word.
    """

    record_id: str
    grade: str  # high | medium | low
    grounds: tuple[str, ...]
    articles: int
    origins: int
    review: str = ""  # accepted | corrected | rejected, by the analyst
    unsure: tuple[str, ...] = ()
    contested: str = ""  # sources | parties | both
    contested_by: tuple[str, ...] = ()

    @property
    def reading(self) -> str:
        """Return whether the text was read ``sure`` or ``unsure``; what the analyst ruled on is sure."""
        return "unsure" if self.unsure and not self.review else "sure"


@dataclass(frozen=True, slots=True)
class Ruling:
    """A decision of the analyst on a record, and what became of it.

    ``outcome``: applied, or lost where the record or the words the decision was made on are gone, or where it
    cannot be; ``note`` says which. ``fields`` names what a correction changed. ``decided_on`` is the id that
    the decision names, ``record_id`` the one that the record has now.
    """

    record_id: str
    decided_on: str
    ruling: str  # accept | reject | correct
    analyst: str
    date: str
    reason: str
    words: str
    article_id: str = ""
    fields: tuple[str, ...] = ()
    outcome: str = "applied"  # applied | lost
    note: str = ""


@dataclass(frozen=True, slots=True)
class Reading:
    """All that one article yields by itself, before articles are compared: a pure function of its text."""

    article: Article
    expressions: tuple[TimeExpression, ...] = ()
    quantities: tuple[Quantity, ...] = ()
    attributions: tuple[Attribution, ...] = ()
    mentions: tuple[Mention, ...] = ()
    claims: tuple[Claim, ...] = ()
    quotations: tuple[Quotation, ...] = ()
    statements: tuple[Statement, ...] = ()
    holdings: tuple[Attribution, ...] = ()  # who answers for the figures in the object of a verb
    faults: tuple[str, ...] = ()  # sentences that a fault of ours left unread
    sentences: tuple[tuple[int, int], ...] = ()
    replies: tuple[Reply, ...] = ()
