"""What a text says in figures and dates, before anybody answers for it."""

from dataclasses import dataclass


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
