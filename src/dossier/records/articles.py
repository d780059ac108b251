"""Articles as the files give them, where their parts stand, and what they say in figures and dates."""

from dataclasses import dataclass

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
