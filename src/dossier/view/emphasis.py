"""Which records the chapters of a large book tell, by the measure that the investigation asks for.

A book is large where a kind of record is more than twice as many as a chapter tells of it. What its chapters
do not tell stands on the page of its article, and in the data.
"""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property

from dossier.records import Claim, Discrepancy, Quotation, Reuse, identity
from dossier.view.events import Event
from dossier.view.figures import figure_of
from dossier.view.model import Record, View
from dossier.words import count_spoken

Row = Event | Claim | Quotation | Discrepancy | Reuse
Measure = Callable[[Row], tuple[float, ...]]
_AT_ONCE = 3  # quotations of one voice that come before those of the next
_GRAVITY = {"conflict": 2, "tension": 1}


@dataclass(frozen=True)
class Emphasis:
    """The records of *view* by rank; *chapter* tells at which chapter, if any, a figure or answer stands."""

    view: View
    chapter: Callable[[Claim], object]

    @cached_property
    def groups(self) -> dict[object, list[Row]]:
        """The records of each kind, figures and answers by their chapter, in the order of the package."""
        view, groups = self.view, defaultdict[object, list[Row]](list)
        groups["events"] += view.events
        groups["passages"] += view.passages
        for claim in view.analysis.claims:
            groups["figures" if figure_of(claim) else "responses", self.chapter(claim)].append(claim)
        groups["quotations"] += view.analysis.quotations
        groups["discrepancies"] += view.printed
        groups["reuse"] += view.analysis.reuse
        return groups

    @cached_property
    def large(self) -> bool:
        """Whether there is more than the chapters can tell."""
        return any(len(rows) > 2 * self.most for rows in self.groups.values())

    @property
    def most(self) -> int:
        """How many records of a kind a chapter tells."""
        return self.view.analysis.investigation.shown

    @cached_property
    def told(self) -> frozenset[str]:
        """The ids of the records that the chapters tell: all of them, where the book is not large."""
        measures = [self.measures[name] for name in self.view.analysis.investigation.emphasis]

        def rank(row: Row) -> tuple[tuple[float, ...], ...]:
            return tuple(measure(row) for measure in measures)

        chosen: list[Row] = []
        for key, rows in self.groups.items():
            if not self.large:
                chosen += rows
            elif not (isinstance(key, tuple) and key[1] is None):
                chosen += sorted(rows, key=rank, reverse=True)[: self.most]
        return frozenset(map(identity, chosen))

    @cached_property
    def measures(self) -> Mapping[str, Measure]:
        """What may come first, by the names that investigation.yml has for it; more is before less."""
        view = self.view
        central = {event.event_id for event in view.path}
        central |= {mention.mention_id for event in view.path for mention in event.mentions}
        topic = view.central_topic

        def support(row: Row) -> tuple[float, float]:
            found = view.assessments.get(identity(row))
            return (found.origins, found.articles) if found else (0, 0)

        def path(row: Row) -> tuple[float, ...]:
            if isinstance(row, Claim):
                return (float(row.topic == topic),)
            ids = row.records if isinstance(row, Discrepancy) else (identity(row),)
            return (float(not central.isdisjoint(ids)),)

        def contested(row: Row) -> tuple[float, ...]:
            if isinstance(row, Discrepancy):
                return (_GRAVITY.get(row.severity, 0),)
            ids = (
                [identity(row), *(m.mention_id for m in row.mentions)]
                if isinstance(row, Event)
                else [identity(row)]
            )
            found = {one.discrepancy_id: one for name in ids for one in view.disputes.get(name, ())}
            return (sum(_GRAVITY.get(one.severity, 0) for one in found.values()),)

        def voice(row: Row) -> tuple[float, ...]:
            if isinstance(row, Quotation):
                return self._turn(row)
            names = row.claimant if isinstance(row, Claim) else _actors(row)
            return (0, self._loudest(names))

        return {
            "path": path,
            "contested": contested,
            "origins": lambda row: support(row)[:1],
            "articles": lambda row: (row.words,) if isinstance(row, Reuse) else support(row)[1:],
            "voice": voice,
        }

    @cached_property
    def _words(self) -> Counter[str]:
        """How many words are laid to each name."""
        words: Counter[str] = Counter()
        for quotation in self.view.analysis.quotations:
            for name in quotation.speaker:
                words[name] += count_spoken(quotation.text)
        return words

    @cached_property
    def _turns(self) -> dict[str, int]:
        seen: Counter[tuple[str, ...]] = Counter()
        turns = {}
        for quotation in self.view.analysis.quotations:
            turns[quotation.quotation_id] = seen[quotation.speaker] // _AT_ONCE
            seen[quotation.speaker] += 1
        return turns

    def words(self, record: Record) -> int:
        """Return how many words are laid to the speakers of *record*."""
        names = record.speaker if isinstance(record, Quotation) else ()
        return self._loudest(names)

    def _loudest(self, names: Iterable[str], *, nobody: int = 0) -> int:
        return max((self._words[name] for name in names), default=nobody)

    def _turn(self, row: Quotation) -> tuple[float, ...]:
        """Return a rank by which the most quoted voices come in turns, a few quotations of each at a time."""
        words = self._loudest(row.speaker, nobody=-1)
        return (-self._turns[row.quotation_id] if row.speaker else -len(self._turns), words)


def _actors(row: Row) -> Iterable[str]:
    return {name for mention in row.mentions for name in mention.actors} if isinstance(row, Event) else ()
