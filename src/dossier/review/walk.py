"""`dossier review`: records ruled on one by one, in the terminal; each decision is kept at once."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, Protocol

from dossier.investigation import Investigation
from dossier.records import Assessment, Claim, Discrepancy, Mention, Quotation
from dossier.review.apply import identity, surroundings, words_of
from dossier.review.decisions import (
    CORRECTABLE,
    LISTS,
    Decision,
    DecisionError,
    load_decisions,
    remove_draft,
    write_decision,
)
from dossier.visible import visible

Record = Mention | Claim | Quotation | Discrepancy
AROUND = 160  # letters of the article shown before and after a passage
KEYS = {"a": "accept", "r": "reject", "c": "correct"}


@dataclass(frozen=True, slots=True)
class Look:
    """A record that needs a look, and why."""

    record: Record
    why: str


class Reviewable(Protocol):
    """What can be walked through: an analysis."""

    @property
    def investigation(self) -> Investigation:
        """What the investigation asks."""

    @property
    def events(self) -> tuple[Mention, ...]:
        """The mentions."""

    @property
    def claims(self) -> tuple[Claim, ...]:
        """The claims."""

    @property
    def quotations(self) -> tuple[Quotation, ...]:
        """The quotations."""

    @property
    def discrepancies(self) -> tuple[Discrepancy, ...]:
        """The discrepancies."""

    @property
    def assessments(self) -> tuple[Assessment, ...]:
        """What speaks for and against each record."""


def one_line(text: str) -> str:
    """Return *text* on one line, as a terminal may show it."""
    return visible(" ".join(text.split()))


def find_looks(analysis: Reviewable) -> Iterator[Look]:
    """Yield the records that need a look: disagreements by gravity, then what is uncertain or unnamed."""
    gravity = ("conflict", "tension", "revision")
    for row in sorted(analysis.discrepancies, key=lambda r: (gravity.index(r.severity), r.discrepancy_id)):
        yield Look(row, f"{row.severity} between sources ({row.kind})")
    grades = {assessment.record_id: assessment for assessment in analysis.assessments}
    tables: tuple[tuple[Record, ...], ...] = (analysis.events, analysis.claims, analysis.quotations)
    for record in (record for table in tables for record in table):
        assessment = grades.get(identity(record))
        if assessment and assessment.grade == "low":
            yield Look(record, "low confidence: " + "; ".join(assessment.grounds))
        elif is_unnamed(record):
            yield Look(record, "the speaker is not named")


def is_unnamed(record: Record) -> bool:
    """Return whether words or a figure are laid to somebody who is not known by name."""
    if isinstance(record, Quotation):
        return not record.speaker
    return isinstance(record, Claim) and bool(record.claimant_text) and not record.claimant


def run_review(
    analysis: Reviewable,
    path: Path,
    *,
    texts: Mapping[str, str],
    today: str,
    input: Callable[[str], str] = input,
    output: Callable[[str], Any] = print,
) -> int:
    """Walk through the records that need a look and write each decision to *path*; return how many were made.

    *texts* holds the articles by article_id, *today* the day of the decisions (ISO 8601). The walk ends with
    ``q``, at the end of the input or with Ctrl-C; what was decided until then is on disk.

    Raises:
        DecisionError: the file at *path* is not valid.
    """
    remove_draft(path)
    decided = {decision.record for decision in load_decisions(path, analysis.investigation)}
    looks = [look for look in find_looks(analysis) if identity(look.record) not in decided]
    output(f"{len(looks)} records need a look. Leave at any time with q: every decision is kept.")
    made = 0
    try:
        analyst = ask(input, "Your name: ") if looks else ""
        for number, look in enumerate(looks, 1):
            output(f"\n[{number} of {len(looks)}] " + show(look, analysis, texts))
            decision = decide(look.record, analyst, today, input, output)
            if decision:
                decision = replace(decision, around=around(look.record, texts))
                made += keep(path, decision, analysis.investigation, output)
    except (EOFError, KeyboardInterrupt):
        pass
    output(f"{made} decisions written to {one_line(path.name)}.")
    return made


def around(record: Record, texts: Mapping[str, str]) -> str:
    """Return what stands around *record* in its article; nothing around a discrepancy, which has no place."""
    return "" if isinstance(record, Discrepancy) else surroundings(record, texts.get(record.article_id, ""))


def keep(path: Path, decision: Decision, asked: Investigation, output: Callable[[str], Any]) -> int:
    """Write *decision*, or say why it is not valid; return how many were written."""
    try:
        write_decision(path, decision, asked)
    except DecisionError as error:
        output("not kept: " + "; ".join(map(one_line, error.mistakes)))
        return 0
    output(f"kept: {decision.ruling} {decision.record}")
    return 1


def show(look: Look, analysis: Reviewable, texts: Mapping[str, str]) -> str:
    """Return what the analyst needs to see of a record."""
    record = look.record
    lines = [f"{identity(record)}: {look.why}"]
    if isinstance(record, Discrepancy):
        lines += [record.statement, record.reason]
        tables: tuple[tuple[Record, ...], ...] = (analysis.events, analysis.claims)
        known = {identity(entry): entry for table in tables for entry in table}
        passages = [known[name] for name in record.records if name in known]
    else:
        values = ((field, getattr(record, field)) for field in CORRECTABLE[identity(record)[0]])
        lines.append(
            "; ".join(f"{field}: {as_text(value)}" for field, value in values if value not in ("", (), None))
        )
        passages = [record]
    lines += [passage(entry, texts) for entry in passages]
    return "\n".join(one_line(line) for line in lines)


def passage(record: Record, texts: Mapping[str, str]) -> str:
    """Return the words of *record* between brackets, with what stands around them in the article."""
    if isinstance(record, Discrepancy):
        return record.statement
    text = texts.get(record.article_id, "")
    if text[record.start : record.end] != record.text:
        return f"  {record.article_id}: [{record.text}]"
    before, after = text[max(0, record.start - AROUND) : record.start], text[record.end : record.end + AROUND]
    return f"  {record.article_id}: …{before}[{record.text}]{after}…"


def decide(
    record: Record,
    analyst: str,
    today: str,
    input: Callable[[str], str],
    output: Callable[[str], Any],
) -> Decision | None:
    """Return what the analyst decides on *record*, or None where it is skipped. EOFError ends the walk."""
    while True:
        key = input("accept, reject, correct, skip or quit [a/r/c/s/q]? ").strip().lower()[:1]
        if key == "q":
            raise EOFError
        if key in ("s", ""):
            return None
        if key in KEYS:
            break
    values = ask_values(record, input, output) if key == "c" else ()
    if key == "c" and not values:
        return None
    return Decision(
        record=identity(record),
        ruling=KEYS[key],
        words=words_of(record),
        analyst=analyst,
        date=today,
        reason=ask(input, "Reason: "),
        article="" if isinstance(record, Discrepancy) else record.article_id,
        values=tuple(sorted(values)),
    )


def ask(input: Callable[[str], str], prompt: str) -> str:
    """Return an answer that is not empty, without control characters."""
    while True:
        if answer := one_line(input(prompt)):
            return answer


def ask_values(
    record: Record, input: Callable[[str], str], output: Callable[[str], Any]
) -> tuple[tuple[str, Any], ...]:
    """Return the corrected fields with their new values; an empty field name ends the list."""
    allowed = CORRECTABLE[identity(record)[0]]
    values: dict[str, Any] = {}
    while field := input(f"Field ({', '.join(allowed)}; nothing to end): ").strip():
        if field not in allowed:
            output(f"no such field: {one_line(field)}")
            continue
        answer = ask(input, f"{field} is {one_line(as_text(getattr(record, field)))!r}; new value: ")
        value = parse_value(field, answer)
        if value is None:
            output("expected a number")
        else:
            values[field] = value
    return tuple(values.items())


def as_text(value: object) -> str:
    """Return *value* as it is typed: lists with | between their entries."""
    return "|".join(map(str, value)) if isinstance(value, tuple) else "" if value is None else str(value)


def parse_value(field: str, answer: str) -> Any:
    """Return *answer* as the value of *field*, None where a number is expected and none is given."""
    if field in LISTS:
        return tuple(part.strip() for part in answer.split("|") if part.strip())
    if field in ("low", "high"):
        try:
            return float(answer)
        except ValueError:
            return None
    return answer
