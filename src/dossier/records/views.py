"""Statements, and the views of them: attributions, happenings, figures, speech; what a page says of them."""

from dataclasses import dataclass
from typing import NamedTuple


@dataclass(frozen=True, slots=True)
class Attribution:
    """Somebody says something: the source, the cue, and the stretch of words that is laid to the source.

    ``kind``: direct (the content is all between quotation marks), mixed (marks inside a reported clause),
    indirect (no marks), or response (a denial or non-answer whose cue words themselves are the record); held
    is no speech but what somebody counts, expects or plans.
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
    modality: str = "asserted"  # asserted | conditional | estimated | planned | sought
    response: str = ""  # denies | does_not_confirm …: those of words.yml
    said_on_ref: str = ""
    section: str = "body"
    sentence_start: int = 0
    sentence_end: int = 0


@dataclass(frozen=True, slots=True)
class Statement:
    """One clause: who does what to whom, where and when, on whose word, how firmly. A row of statements.csv.

    ``start`` and ``end`` span the clause without the clauses that hang on it. ``source`` holds nested
    sources from the outermost to the innermost, joined by ``>``; none is the newspaper's own voice. ``words``
    are the lemmas of the clause's nouns and names, for comparison; ``behind`` is where the noun begins that
    a relative clause or a participle only says something of, -1 of other clauses. These two and ``date_ref``
    are not exported.
    """

    statement_id: str
    article_id: str
    start: int
    end: int
    text: str
    sentence_start: int
    sentence_end: int
    predicate: str
    predicate_start: int = -1
    type: str = "other"
    agent: tuple[str, ...] = ()
    patient: tuple[str, ...] = ()
    place: str = ""
    claim_id: str = ""
    date: str = ""
    date_basis: str = ""
    polarity: str = "+"  # + | -
    certainty: str = "certain"  # certain | probable | possible | unknown
    phase: str = ""  # planned | imminent | begun | ongoing | done
    source: str = ""
    cue: str = ""
    kind: str = "own"  # own | direct | mixed | indirect | heading
    section: str = "body"
    words: tuple[str, ...] = ()
    date_ref: str = ""
    behind: int = -1


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
    doers: tuple[str, ...] = ()  # who does it, by the words of the article; not exported
    date_from: str = ""  # mention_id of the mention its date is taken from; not exported
    statement_id: str = ""


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
    response: str = ""  # denies | does_not_confirm …: those of words.yml
    statement_id: str = ""
    owner: tuple[str, ...] = ()  # the body, person or place that its sentence gives it to; not exported
    state: str = ""  # what befell the counted, or how they voted: "tués et blessés"; not exported
    change: str = ""  # fall | rise | fewer | more: by how much, not how many; not exported
    per: str = ""  # "jour", "hiver" …: per what the number is counted; not exported


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
    statement_id: str = ""


@dataclass(frozen=True, slots=True)
class Reply:
    """A phrase that answers a question of the investigation, by the question's key and the answer's label."""

    question: str
    answer: str
    start: int
    end: int


class Part(NamedTuple):
    """A piece of a sentence: its words, what they lead to, what they are, and whose values they tell.

    ``kind``: empty for words of ours; ``value`` for what the records of ``records`` state; ``cite`` for the
    name of an article that states the value before it, ``agree`` of one that is compatible with it only,
    ``differ`` of one that states another; ``fr`` for words of an article; ``item`` for what stands before
    each item of a list that a page may set as one.
    """

    text: str
    anchor: str = ""
    kind: str = ""
    records: tuple[str, ...] = ()


Parts = tuple[Part, ...]


@dataclass(frozen=True, slots=True)
class Finding:
    """A sentence of the summary page, written by a rule from records.

    ``parts`` joined are the sentence; ``records`` are all records it rests on.
    """

    finding_id: str
    rule: str
    parts: Parts
    records: tuple[str, ...]

    @property
    def statement(self) -> str:
        """Return the sentence in plain text."""
        return "".join(part.text for part in self.parts)
