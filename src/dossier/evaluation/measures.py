"""What the measures share: spans that overlap, names that mean the same, and the figures themselves."""

import csv
import re
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, fields
from pathlib import Path
from typing import Any, TypeVar

from dossier.blocks import gathered
from dossier.lexicons import load_lexicon
from dossier.records import Claim, Quotation, TimeExpression
from dossier.registry import Registry, name_key
from dossier.storage import from_plain

Row = TypeVar("Row", TimeExpression, Quotation, Claim)
Placed = TimeExpression | Quotation | Claim


@dataclass(frozen=True, slots=True)
class Score:
    """One figure between 0 and 1: *hits* of *total* where it is a share, else both are 0 (an F1)."""

    task: str  # quotations | dates | claims | responses
    measure: str
    value: float
    hits: int = 0
    total: int = 0


@dataclass(frozen=True, slots=True)
class Fault:
    """One thing that is missed, wrong or too much, with its words."""

    task: str
    kind: str  # missed | wrong | extra
    what: str  # quotation, speaker, value, comparator, claimant …
    article_id: str
    start: int
    end: int
    text: str
    expected: str = ""
    got: str = ""


@dataclass(frozen=True, slots=True)
class Golden:
    """The hand-checked records of one article and the text it stands in, empty where that is not at hand."""

    article_id: str
    exhaustive: bool
    records: Mapping[str, list[Mapping[str, Any]]]
    text: str = ""

    def of(self, kind: str) -> list[Mapping[str, Any]]:
        """Return the records of *kind*: quotations, dates, claims or responses."""
        return self.records.get(kind, [])

    def words(self, record: Mapping[str, Any]) -> str:
        """Return the words that *record* stands on."""
        return self.text[record["start"] : record["end"]] or str(record.get("text", ""))


@dataclass(slots=True)
class Marks:
    """The hits and totals of one task by measure, and its faults, as they are counted."""

    task: str
    hits: Counter[str] = field(default_factory=Counter)
    totals: Counter[str] = field(default_factory=Counter)
    faults: list[Fault] = field(default_factory=list)
    sums: defaultdict[str, float] = field(default_factory=lambda: defaultdict(float))  # of shares, for means

    def count(self, measure: str, hits: int, total: int = 1) -> None:
        """Add *hits* of *total* to *measure*."""
        self.hits[measure] += hits
        self.totals[measure] += total

    def fault(
        self, kind: str, what: str, gold: Golden, record: Any, *, expected: str = "", got: str = ""
    ) -> None:
        """Add the fault that concerns *record*, a hand-checked one (a mapping) or one of ours."""
        if isinstance(record, Mapping):
            start, end, text = record["start"], record["end"], gold.words(record)
        else:
            start, end, text = record.start, record.end, record.text
        self.faults.append(Fault(self.task, kind, what, gold.article_id, start, end, text, expected, got))

    def share(self, measure: str) -> float:
        """Return the hits of the total; nothing of nothing is 0."""
        return self.hits[measure] / max(1, self.totals[measure])

    def scores(self, *measures: str) -> list[Score]:
        """Return the *measures* in this order."""
        return [Score(self.task, m, self.share(m), self.hits[m], self.totals[m]) for m in measures]


def f1(precision: float, recall: float) -> float:
    """Return the harmonic mean of *precision* and *recall*."""
    return 2 * precision * recall / (precision + recall) if precision + recall else 0.0


def overlap(a: Mapping[str, Any], b: Placed) -> int:
    """Return how many characters a hand-checked record and one of ours share; 0 or less: none."""
    return int(min(a["end"], b.end) - max(a["start"], b.start))


def jaccard(first: tuple[int, int], second: tuple[int, int]) -> float:
    """Return the shared part of two spans: 1 where they are equal, 0 where they do not meet."""
    shared = max(0, min(first[1], second[1]) - max(first[0], second[0]))
    return shared / max(1, (first[1] - first[0]) + (second[1] - second[0]) - shared)


def _plain(name: str) -> str:
    bare = unicodedata.normalize("NFKD", name.lower().replace("’", "'")).encode("ascii", "ignore").decode()
    return re.sub(r"[^a-z0-9 ]", " ", bare)


def _words(name: str) -> set[str]:
    return set(_plain(name).split()) - set(load_lexicon("evaluation")["stop"])


def _states(name: str, registry: Registry) -> set[str]:
    """Return the known states and bodies that *name* names anywhere: "Kiev et Washington" are two."""
    words = name_key(name).split()
    found = set()
    for i in range(len(words)):
        for size in range(1, min(6, len(words) - i) + 1):
            phrase = " ".join(words[i : i + size])
            entry = registry.names.get(phrase)
            if entry and entry.kind == "state":
                found.add(entry.name)
            elif phrase in registry.adjectives:
                found.add(registry.adjectives[phrase])
    return found


def same_source(gold: str, ours: Iterable[str], registry: Registry, entities: Iterable[str] = ()) -> bool:
    """Tell whether *ours* name whom *gold* names: they share a word or mean one state. Both may be nobody."""
    names = [name for name in ours if name]
    if not gold or not names:
        return not gold and not names
    mine = set().union(*(_words(name) for name in names))
    if any(_words(name) & mine for name in (gold, *entities)):
        return True
    return bool(_states(gold, registry) & set().union(*(_states(name, registry) for name in names)))


def read_rows(path: Path, kind: type[Row]) -> list[Row]:
    """Return the rows of the table *path* as records of *kind*; columns that it lacks keep their defaults.

    Raises:
        OSError: the table cannot be read.
        ValueError: a cell is not of its column's type.
    """
    types = {field.name: field.type for field in fields(kind)}
    with path.open(encoding="utf-8", newline="") as lines:
        rows: list[dict[str, Any]] = [
            {name: row[name] for name in types if row.get(name)} for row in csv.DictReader(lines)
        ]
    for row in rows:
        row |= {name: row[name].split("|") for name in row if types[name] == tuple[str, ...]}
    return [from_plain(kind, row) for row in rows]


def by_article(rows: Iterable[Row]) -> dict[str, list[Row]]:
    """Return *rows* by the article they stand in, in their order."""
    return gathered((row.article_id, row) for row in rows)
