"""The typed records that flow through the house, each frozen and each carrying its evidence.

Offsets are Unicode code points into the article file as decoded, untouched; the end is exclusive, and
``text == article.text[start:end]`` holds for every record. An empty string means unknown or not applicable.
Dates are EDTF strings (ISO 8601-2). Lists that end in one CSV cell are tuples here.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass

PUBLISHED = "published"  # in place of a date_id: the day the article appeared


def stable_id(prefix: str, article_id: str, start: int, end: int, role: str = "") -> str:
    """Return an id that depends on the passage alone, e.g. ``c-5kq2m7xw``.

    *role* tells apart two records of one kind on the same span; leave it empty for the first.
    """
    key = "\x1f".join((prefix, article_id, str(start), str(end), role)).encode("utf-8", "surrogatepass")
    digest = int.from_bytes(hashlib.blake2b(key, digest_size=5).digest(), "big")
    letters = "0123456789abcdefghjkmnpqrstvwxyz"
    return f"{prefix}-" + "".join(letters[digest >> shift & 31] for shift in range(35, -1, -5))


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


@dataclass(frozen=True, slots=True)
class Attribution:
    """Somebody says something: the source, the cue, and the stretch of words that is laid to the source.

    ``kind``: direct (the content is all between quotation marks), mixed (marks inside a reported clause),
    indirect (no marks), or response (a denial or non-answer whose cue words themselves are the record).
    ``quotes`` holds the spans between the marks, marks excluded. ``said_on_ref`` is the date_id of the
    expression that dates the saying, or empty.
    """

    article_id: str
    kind: str
    content_start: int
    content_end: int
    cue: str = ""
    cue_start: int = -1
    cue_end: int = -1
    quotes: tuple[tuple[int, int], ...] = ()
    speakers: tuple[str, ...] = ()  # canonical names
    speaker_text: str = ""
    speaker_start: int = -1
    speaker_end: int = -1
    role: str = ""
    affiliation: str = ""
    category: str = ""  # expert | official | state_media | witness | organisation | unnamed
    stance: str = "affirm"  # affirm | deny | no_comment | hypothetical
    modality: str = "asserted"  # asserted | conditional | estimated | planned
    said_on_ref: str = ""
    section: str = "body"
    sentence_start: int = 0
    sentence_end: int = 0


@dataclass(frozen=True, slots=True)
class Mention:
    """One mention of an event, a row of events.csv. ``label`` is English, ``text`` French."""

    mention_id: str
    event_id: str
    article_id: str
    start: int
    end: int
    text: str
    sentence_start: int
    sentence_end: int
    type: str = "other"
    label: str = ""
    date: str = ""
    date_id: str = ""
    date_basis: str = ""
    actors: tuple[str, ...] = ()
    status: str = "reported"  # reported | planned | hypothetical | denied
    attributed_to: str = ""
    attributes: tuple[tuple[str, str], ...] = ()  # what kind, where, how many …: compared across articles
    words: tuple[str, ...] = ()  # lemmas that say who and what; not exported
    date_from: str = ""  # mention_id of the mention its date is taken from; not exported


@dataclass(frozen=True, slots=True)
class Claim:
    """A quantitative claim, or a denial or non-answer about one: a row of claims.csv."""

    claim_id: str
    article_id: str
    start: int
    end: int
    text: str
    topic: str = "other"
    low: float | None = None
    high: float | None = None
    comparator: str = ""
    unit: str = ""
    subject: str = ""
    place: str = ""
    claimant: tuple[str, ...] = ()
    claimant_text: str = ""
    stance: str = "affirm"
    modality: str = "asserted"
    said_on: str = ""
    about: str = ""
    section: str = "body"
    sentence_start: int = 0
    sentence_end: int = 0
    said_on_ref: str = ""  # date_id of the expression said_on comes from; not exported
    about_ref: str = ""  # likewise for about


@dataclass(frozen=True, slots=True)
class Quotation:
    """Words laid to a speaker: a row of quotations.csv."""

    quotation_id: str
    article_id: str
    start: int
    end: int
    text: str
    kind: str  # direct | indirect | mixed
    content_start: int
    content_end: int
    speaker: tuple[str, ...] = ()
    speaker_text: str = ""
    role: str = ""
    affiliation: str = ""
    category: str = ""
    cue: str = ""
    themes: tuple[str, ...] = ()
    said_on: str = ""
    section: str = "body"
    said_on_ref: str = ""  # not exported


@dataclass(frozen=True, slots=True)
class Discrepancy:
    """A place where the sources do not agree: a row of discrepancies.csv."""

    discrepancy_id: str
    kind: str  # date | quantity | stance | attribute | calendar | sequence
    subject: str
    statement: str
    severity: str  # conflict | tension | revision
    records: tuple[str, ...]
    reason: str


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
class Assessment:
    """What speaks for and against a record: grade, grounds, how many articles and origins carry it."""

    record_id: str
    grade: str  # high | medium | low
    grounds: tuple[str, ...]
    articles: int
    origins: int
    review: str = ""  # accepted | corrected | rejected, by the analyst


@dataclass(frozen=True, slots=True)
class Finding:
    """A sentence of the summary page, written by a rule from records.

    ``parts`` are pieces of the sentence, each with the id of the record it rests on, or an empty id; joined
    they are the sentence. ``records`` are all records it rests on.
    """

    finding_id: str
    rule: str
    parts: tuple[tuple[str, str], ...]
    records: tuple[str, ...]
    articles: int
    origins: int

    @property
    def statement(self) -> str:
        """Return the sentence in plain text."""
        return "".join(text for text, _ in self.parts)


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
    sentences: tuple[tuple[int, int], ...] = ()
