"""Decisions applied to records, and the ones that no longer find theirs."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import fields, replace
from typing import Any, TypeVar

from dossier.corpus.kinds import plain
from dossier.edtf import in_words
from dossier.i18n import N_, _, listed
from dossier.records import Claim, Discrepancy, Mention, Quotation, Ruling, identity, shared_fields
from dossier.review.decisions import LISTS, Decision
from dossier.words import FIELDS

Passage = Mention | Claim | Quotation
Reviewed = TypeVar("Reviewed", Mention, Claim, Quotation, Discrepancy)
CHANGED = N_("the record stands on other words now")
MOVED = N_("found again by its words and those around it; the record has a new id")
GONE = N_("no record has this id, or these words between the same others, any more")
VANISHED = N_("the program finds it no more")
TAKEN = N_("another decision rules on the same record")
REVERSED = N_("with these values low would be above high")
AROUND = 60  # letters before and after the words of a record, by which it is known again


def words_of(record: Mention | Claim | Quotation | Discrepancy) -> str:
    """Return the words that a decision on *record* pins, with single spaces."""
    return " ".join((record.statement if isinstance(record, Discrepancy) else record.text).split())


def surroundings(record: Passage, text: str) -> str:
    """Return the words of *text*, the article of *record*, before and after it, with single spaces."""
    before, after = text[max(0, record.start - AROUND) : record.start], text[record.end : record.end + AROUND]
    return f"{' '.join(before.split())} … {' '.join(after.split())}"


def apply_decisions(
    records: Sequence[Reviewed], decisions: Iterable[Decision], text: str = ""
) -> tuple[tuple[Reviewed, ...], tuple[Ruling, ...]]:
    """Return *records* as the analyst left them, and the rulings on them; other decisions are passed over.

    A decision finds its record by id and words. Where the id is gone, the only record of the same kind and
    article with the same words between the same others takes its place: so a decision outlives a change of
    the extraction, and is never applied to something else. *text* is the article that the records are of.
    Rejected records are left out; accepted ones stay as they are. `settle` reports the decisions that nothing
    took up.
    """
    by_id = {identity(record): record for record in records}
    changed: dict[str, Reviewed | None] = {}
    rulings: list[Ruling] = []
    for decision in sorted(decisions, key=lambda each: each.record not in by_id):
        record = by_id.get(decision.record) or find_by_words(decision, records, text)
        if record is None:
            continue
        name = identity(record)
        if fault := find_fault(decision, record, changed):
            rulings.append(build_ruling(decision, decision.record, "lost", fault))
            continue
        changed[name] = None if decision.ruling == "reject" else correct(record, decision)
        rulings.append(build_ruling(decision, name, "applied", "" if name == decision.record else MOVED))
    left = (changed.get(identity(record), record) for record in records)
    return tuple(record for record in left if record is not None), tuple(rulings)


def find_fault(decision: Decision, record: Reviewed, changed: Collection[str]) -> str:
    """Return why *decision* cannot be applied to *record*, where the records in *changed* are ruled on."""
    if words_of(record) != " ".join(decision.words.split()):
        return CHANGED
    if identity(record) in changed:
        return TAKEN
    after = correct(record, decision)
    low, high = getattr(after, "low", None), getattr(after, "high", None)
    return REVERSED if low is not None and high is not None and low > high else ""


def find_by_words(decision: Decision, records: Iterable[Reviewed], text: str) -> Reviewed | None:
    """Return the one record of the decision's kind and article that has its words and surroundings."""
    pinned = " ".join(decision.words.split())
    found = [
        record
        for record in records
        if decision.article
        and decision.around
        and not isinstance(record, Discrepancy)
        and record.article_id == decision.article
        and identity(record)[0] == decision.record[0]
        and words_of(record) == pinned
        and surroundings(record, text) == decision.around
    ]
    return found[0] if len(found) == 1 else None


def correct(record: Reviewed, decision: Decision) -> Reviewed:
    """Return *record* with the values that *decision* sets."""
    known = {field.name for field in fields(record)}
    values: Mapping[str, Any] = {
        key: tuple(value) if key in LISTS else value for key, value in decision.values if key in known
    }
    if isinstance(record, Claim) and record.response and len({"stance", "response"} & values.keys()) == 1:
        values = {**values, **answered(values)}
    if "date" in values:  # the day is the analyst's, no expression of the text gives it
        values = {**values, "date_id": "", "date_basis": ""}
    if isinstance(record, Claim) and "unit" in values and plain(record.unit) in plain(record.subject):
        values = {"subject": "", **values}  # it is named by what is counted, wrongly
    return replace(record, **values) if values else record


def answered(values: Mapping[str, Any]) -> dict[str, str]:
    """Return the stance that fits the response among *values*, or the response that fits the stance."""
    if "response" in values:
        return {"stance": "deny" if values["response"] in ("denies", "rejects") else "no_comment"}
    responses = {"deny": "denies", "no_comment": "does_not_confirm"}
    return {"response": responses.get(values["stance"], "")}


def build_ruling(decision: Decision, record_id: str, outcome: str, note: str) -> Ruling:
    """Return what became of *decision*."""
    return Ruling(
        **shared_fields(decision, Ruling),
        record_id=record_id,
        decided_on=decision.record,
        article_id=decision.article,
        fields=tuple(key for key, _ in decision.values),
        outcome=outcome,
        note=note,
    )


def reviews_of(rulings: Iterable[Ruling]) -> dict[str, tuple[str, str]]:
    """Return for each record that a ruling reached what was done with it, and one line on it."""
    done = {
        "accept": ("accepted", N_("accepted by {analyst} on {date}: {reason}")),
        "correct": ("corrected", N_("corrected by {analyst} on {date} ({fields}): {reason}")),
    }
    found = ((r, *done[r.ruling]) for r in rulings if r.outcome == "applied" and r.ruling in done)
    return {
        r.record_id: (
            word,
            _(
                told,
                analyst=r.analyst,
                date=in_words(r.date),
                fields=listed(_(FIELDS[name]) for name in r.fields),
                reason=r.reason,
            ),
        )
        for r, word, told in found
    }


def settle(decisions: Sequence[Decision], rulings: Iterable[Ruling]) -> tuple[Ruling, ...]:
    """Return one ruling for each of *decisions*, in their order; those that nothing took up as lost.

    A rejected disagreement that is found no more is not lost: nothing is left to reject.
    """
    found = {ruling.decided_on: ruling for ruling in rulings}
    vanished = (d.ruling == "reject" and d.record[0] == "x" for d in decisions)
    left = (("applied", VANISHED) if gone else ("lost", GONE) for gone in vanished)
    return tuple(
        found.get(d.record) or build_ruling(d, d.record, *rest)
        for d, rest in zip(decisions, left, strict=True)
    )
