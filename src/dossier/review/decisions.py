"""review/decisions.yml: read strictly, written whole or not at all."""

from __future__ import annotations

import textwrap
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import Any

import yaml

from dossier.forms import DAY, EDTF
from dossier.investigation import Investigation
from dossier.storage import NotPlainError, clear, draft_of, hold, read_plain, write_whole
from dossier.validated_yaml import (
    Many,
    Mistakes,
    Number,
    Rule,
    Table,
    Text,
    Word,
    YamlError,
    read_text,
)

RULINGS = ("accept", "reject", "correct")
EMPTY = "decisions: []"
LISTS = ("actors", "claimant", "speaker", "themes")
FIELDS: Mapping[str, Rule] = {
    "type": Text(about="Key of the kind of event."),
    "label": Text(about="What the report calls the event."),
    "date": replace(EDTF, about="When it happened."),
    "actors": Many(Text(), about="Who takes part, by name."),
    "status": Text(choices=("reported", "planned", "hypothetical", "denied"), about="How it is told."),
    "attributed_to": Text(about="Whom the article names as its source; several with | between them."),
    "topic": Text(about="Key of the topic."),
    "low": Number(about="Lower bound; the same as `high` for a single number."),
    "high": Number(about="Upper bound."),
    "comparator": Text(
        choices=("exact", "about", "at_least", "at_most", "between", "more_than", "less_than", "vague"),
        about="How the figure is hedged.",
    ),
    "unit": Text(about="What is counted, in dictionary form."),
    "subject": Text(about="Whose it is."),
    "place": Text(about="Where."),
    "claimant": Many(Text(), about="Who claims it, by name."),
    "stance": Text(
        choices=("affirm", "deny", "no_comment", "hypothetical"),
        about="What the claimant does with the figure.",
    ),
    "modality": Text(
        choices=("asserted", "conditional", "estimated", "planned"), about="How firmly it is put."
    ),
    "said_on": replace(EDTF, about="When it was said."),
    "about": replace(EDTF, about="The time that the figure is about."),
    "speaker": Many(Text(), about="Who speaks, by name."),
    "role": Text(about="The role, as the article gives it."),
    "affiliation": Text(about="Whom the speaker belongs to or speaks for."),
    "side": Text(
        about="The side of who speaks or claims, one of `sides`: it holds wherever that actor speaks."
    ),
    "category": Text(
        choices=("expert", "official", "state_media", "witness", "organisation", "unnamed"),
        about="What kind of voice it is.",
    ),
    "themes": Many(Text(), about="Keys of themes."),
    "severity": Text(choices=("conflict", "tension", "revision"), about="How grave the disagreement is."),
    "statement": Text(about="The sentence on what differs."),
    "reason": Text(about="Why it is that grave."),
}
# What can be corrected in a record, by the first letter of its id.
CORRECTABLE = {
    "m": ("type", "label", "date", "actors", "status", "attributed_to"),
    "c": (
        "topic", "low", "high", "comparator", "unit", "subject", "place", "claimant", "stance", "modality",
        "said_on", "about", "side",
    ),
    "q": ("speaker", "role", "affiliation", "category", "themes", "said_on", "side"),
    "x": ("severity", "statement", "reason"),
}  # fmt: skip
FORM = Table(
    {
        "decisions": Many(
            Table(
                {
                    "record": Text(
                        pattern=r"[mcqx]-([0-9a-z]{8}){1,2}",
                        form="the id of a mention, claim, quotation or discrepancy such as c-5kq2m7xw",
                        about="The record, as its permalink and `dossier review` name it.",
                    ),
                    "ruling": Text(choices=RULINGS, about="Right, wrong, or right with other values."),
                    "article": Text(about="The article that it stands in."),
                    "words": Text(
                        about="Its words when it was decided on: a decision is never applied to others."
                    ),
                    "around": Text(
                        about="What stood around them, by which it is found again if its id changes."
                    ),
                    "set": Table(FIELDS, about="The corrected values, for `correct` alone."),
                    "analyst": Text(about="Who decides."),
                    "date": replace(DAY, about="When it was decided."),
                    "reason": Text(about="Why, in one sentence."),
                },
                ("record", "ruling", "words", "analyst", "date", "reason"),
            )
        )
    },
    ("decisions",),
)


class DecisionError(ValueError):
    """A decisions.yml that cannot be used; ``mistakes`` names each with its line."""

    def __init__(self, mistakes: Iterable[str]) -> None:
        self.mistakes = tuple(mistakes)
        super().__init__("\n".join(self.mistakes))


@dataclass(frozen=True, slots=True)
class Decision:
    """What an analyst decided on one record. ``words``: the record's text (or statement) at that time."""

    record: str
    ruling: str  # accept | reject | correct
    words: str
    analyst: str
    date: str
    reason: str
    article: str = ""
    around: str = ""  # the article's words before and after it at that time
    values: tuple[tuple[str, Any], ...] = ()


def load_decisions(path: Path, asked: Investigation) -> tuple[Decision, ...]:
    """Return the decisions of *path* for the investigation *asked*, none if there is no such file.

    Raises:
        DecisionError: with every mistake, its key and its line.
    """
    try:
        return parse_decisions(read_plain(path), path.name, asked)
    except FileNotFoundError:
        return ()
    except NotPlainError as error:
        raise DecisionError([f"{path.name}: {error}"]) from None


def parse_decisions(data: bytes, name: str, asked: Investigation) -> tuple[Decision, ...]:
    """Return the decisions in *data*, a file called *name*.

    Raises:
        DecisionError: with every mistake, its key and its line.
    """
    try:
        value = read_text(
            data, name, FORM, empty=f"write at least '{EMPTY}'", check=partial(check_decisions, asked)
        )
    except YamlError as error:
        raise DecisionError(error.mistakes) from None
    return tuple(build_decision(entry) for entry in value["decisions"])


def build_decision(entry: Mapping[str, Any]) -> Decision:
    """Return the decision that the validated *entry* describes."""
    changes = {str(key): plain(value) for key, value in entry.get("set", {}).items()}
    texts = {key: str(value) for key, value in entry.items() if key != "set"}
    return Decision(**texts, values=tuple(sorted(changes.items())))


def plain(value: Any) -> Any:
    """Return *value* with its words as simple strings."""
    if isinstance(value, tuple):
        return tuple(plain(entry) for entry in value)
    return str(value) if isinstance(value, Word) else value


def check_decisions(asked: Investigation, value: Mapping[str, Any], mistakes: Mistakes) -> None:
    """Note records decided twice, corrections without values, and values that the record cannot have."""
    known = {
        "type": (*(kind.key for kind in asked.event_types), "other"),
        "topic": (*(topic.key for topic in asked.topics), "other"),
        "themes": tuple(theme.key for theme in asked.themes),
        "side": tuple(side.name for side in asked.sides),
    }
    seen: dict[str, int] = {}
    for entry in value["decisions"]:
        record = entry["record"]
        if record in seen:
            mistakes.add(
                record.line, f"key 'record': {record} is decided twice, first on line {seen[record]}"
            )
        seen.setdefault(record, record.line)
        if (entry["ruling"] == "correct") != bool(entry.get("set")):
            mistakes.add(record.line, f"key 'set' of {record}: belongs to the ruling correct, and only to it")
        for field, keys in known.items():
            words = entry.get("set", {}).get(field, ())
            for word in (words,) if isinstance(words, Word) else words:
                mistakes.expect(word, keys, f"value of '{field}'")
        for field in entry.get("set", {}):
            if field not in CORRECTABLE[record[0]]:
                allowed = ", ".join(CORRECTABLE[record[0]])
                mistakes.add(record.line, f"key '{field}' in 'set' of {record}: can only be one of {allowed}")


def write_decision(path: Path, decision: Decision, asked: Investigation) -> None:
    """Add *decision* to the file at *path*, in place of an older one on the same record: `put_decision`."""
    put_decision(path, decision.record, decision, asked)


def put_decision(path: Path, record: str, decision: Decision | None, asked: Investigation) -> Decision | None:
    """Let *decision*, or none, be the one on *record* in the file at *path*; return what was there before.

    The new file takes the place of the old one at once, after it has been read back, and one process at a
    time writes: at no moment is there half a file, and no decision is lost. Comments before the first
    decision stay.

    Raises:
        DecisionError: the file on disk, or the new decision, is not valid.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    with hold(path.parent, wait=True):
        there = load_decisions(path, asked)
        kept = [old for old in there if old.record != record] + ([decision] if decision else [])
        body = "decisions:\n" + "".join(map(as_yaml, kept)) if kept else f"{EMPTY}\n"
        text = head_of(path) + body
        parse_decisions(text.encode(), path.name, asked)
        write_whole(path, text.encode(), durable=True)
    return next((old for old in there if old.record == record), None)


def remove_draft(path: Path) -> None:
    """Remove what a killed `write_decision` left beside *path*."""
    if path.parent.is_dir():
        with hold(path.parent, wait=True):
            clear(draft_of(path))


def head_of(path: Path) -> str:
    """Return the comment lines at the top of *path*."""
    if not path.exists():
        return ""
    lines = path.read_text(encoding="utf-8").splitlines(keepends=True)
    size = next((n for n, line in enumerate(lines) if line.strip() and not line.startswith("#")), len(lines))
    return "".join(lines[:size])


def as_yaml(decision: Decision) -> str:
    """Return *decision* as an entry of the file."""
    entry: dict[str, Any] = {
        key: getattr(decision, key)
        for key in ("record", "ruling", "article", "words", "around")
        if getattr(decision, key)
    }
    if decision.values:
        entry["set"] = {key: list(v) if isinstance(v, tuple) else v for key, v in decision.values}
    entry |= {"analyst": decision.analyst, "date": decision.date, "reason": decision.reason}
    dumped = yaml.safe_dump([entry], allow_unicode=True, sort_keys=False, width=1000)
    return textwrap.indent(dumped, "  ")
