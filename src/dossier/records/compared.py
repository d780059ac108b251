"""What only several articles, or the analyst, can tell."""

from dataclasses import dataclass
from typing import NamedTuple


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


class Part(NamedTuple):
    """A piece of a sentence: its words, what they lead to, what they are, and whose values they tell.

    ``kind``: empty for words of ours; ``value`` for what the records of ``records`` state; ``cite`` for the
    name of an article that states the value before it, ``agree`` of one that is compatible with it only,
    ``differ`` of one that states another; ``fr`` for words of an article.
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
    articles: int
    origins: int

    @property
    def statement(self) -> str:
        """Return the sentence in plain text."""
        return "".join(part.text for part in self.parts)
