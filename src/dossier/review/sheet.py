"""What waits for a ruling, written into review/decisions.yml to be filled in by hand."""

from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path
from typing import Any

from dossier.analysis import Analysis
from dossier.records import Discrepancy, identity
from dossier.review.apply import surroundings, words_of
from dossier.review.decisions import OPEN, Decision, put_open
from dossier.review.looks import Look, Record, as_text, carriers, is_pair, one_line, values_of


def decision_on(record: Record, analysis: Analysis, ends: tuple[str, ...] = (), **said: Any) -> Decision:
    """Return the decision that is *said* on *record*, with the words by which it is found again.

    Those of a pair are its sentences, or *ends*.
    """
    made = Decision(record=identity(record), words=words_of(record), **said)
    if is_pair(record):
        one, other = carriers(record, analysis)
        first, second = (" ".join(end.split()) for end in ends or (one.text, other.text))
        return replace(made, article=one.article_id, words=first, against=(other.article_id, second))
    if isinstance(record, Discrepancy):
        return made
    around = surroundings(record, analysis.texts.get(record.article_id, ""))
    return replace(made, article=record.article_id, around=around)


def write_sheet(path: Path, looks: Iterable[Look], analysis: Analysis, *, analyst: str, today: str) -> int:
    """Put each of *looks* that has no entry yet into the file at *path*, open; return how many those are.

    Raises:
        YamlError: the file on disk is not valid.
    """
    waiting = (
        decision_on(
            one.record, analysis, ruling=OPEN, analyst=analyst, date=today, reason="", read=_read_of(one)
        )
        for one in looks
    )
    return put_open(path, waiting, analysis.investigation)


def _read_of(look: Look) -> str:
    """Return what the analyst needs to know of a record beside its words: why it waits, and its values."""
    values = "; ".join(f"{name}: {as_text(value)}" for name, value in values_of(look.record))
    return one_line(": ".join(filter(None, (look.why, values))))
