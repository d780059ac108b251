"""review/decisions.yml: read strictly, written whole or not at all."""

import textwrap
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, replace
from functools import partial
from itertools import takewhile
from pathlib import Path
from typing import Any

import yaml

from dossier.corpus.kinds import plain
from dossier.i18n import _, listed
from dossier.investigation import ActorEntry, Investigation
from dossier.storage import clear, draft_of, hold, write_whole
from dossier.validated_yaml import Form, Mistakes, Word, load_form, read_text, read_yaml
from dossier.words import FIELDS as LABELS

EMPTY = "decisions: []"
OPEN = "open"  # the ruling of an entry that waits for one
PAIR = "p"  # the first letter of the id of a pair
_EMPTY = f"write at least '{EMPTY}'"
FORM = load_form(__package__)
FIELDS: Mapping[str, Form] = FORM["properties"]["decisions"]["items"]["properties"]["set"]["properties"]
LISTS = tuple(name for name, form in FIELDS.items() if form.get("type") == "array")
# What can be corrected in a record, by the first letter of its id.
CORRECTABLE = {
    kind: tuple(name for name, form in FIELDS.items() if kind in form["of"]) for kind in f"mcqx{PAIR}"
}


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
    read: str = ""  # what was read of the record, for whoever rules in an editor
    against: tuple[str, str] = ("", "")  # of a pair of sentences the other's article and words
    values: tuple[tuple[str, Any], ...] = ()


def load_decisions(path: Path, asked: Investigation) -> tuple[Decision, ...]:
    """Return the decisions of *path* for the investigation *asked*, none if there is no such file.

    Entries whose ruling is still open are none.

    Raises:
        YamlError: with every mistake, its key and its line.
    """
    return tuple(entry for entry in _entries(path, asked) if entry.ruling != OPEN)


def _entries(path: Path, asked: Investigation) -> tuple[Decision, ...]:
    """Return what stands in the file at *path*, the open entries too.

    Raises:
        YamlError: with every mistake, its key and its line.
    """
    check = partial(check_decisions, asked)
    try:
        value = read_yaml(path, FORM, empty=_EMPTY, check=check)
    except FileNotFoundError:
        return ()
    return tuple(build_decision(entry) for entry in value["decisions"])


def known_as(path: Path, asked: Investigation) -> str:
    """Return who made the last decision at *path*; nothing if there is none."""
    return next((made.analyst for made in reversed(load_decisions(path, asked))), "")


def build_decision(entry: Mapping[str, Any]) -> Decision:
    """Return the decision that the validated *entry* describes."""
    given = {**entry, "against": tuple(entry.get("against", {"article": "", "words": ""}).values())}
    values = tuple(sorted(given.pop("set", {}).items()))
    return Decision(**given, values=values)


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
                record.line,
                _("key 'record': {record} is decided twice, first on line {line}",
                  record=record, line=seen[record]),
            )  # fmt: skip
        seen.setdefault(record, record.line)
        if (entry["ruling"] == "correct") != bool(entry.get("set")):
            told = _("key 'set' of {record}: belongs to the ruling correct, and only to it", record=record)
            mistakes.add(record.line, told)
        if entry["ruling"] != OPEN and not (entry["analyst"] and entry["reason"]):
            told = _("{record}: say who rules (analyst) and why (reason)", record=record)
            mistakes.add(record.line, told)
        if "against" in entry if record[0] != PAIR else not {"article", "against"} <= entry.keys():
            told = _("{record}: a pair has 'article' and 'against', the other passage; no other record has",
                     record=record)  # fmt: skip
            mistakes.add(record.line, told)
        for field, keys in known.items():
            words = entry.get("set", {}).get(field, ())
            for word in (words,) if isinstance(words, Word) else words:
                mistakes.expect(word, keys, f"value of '{field}'")
        for field in entry.get("set", {}):
            if field not in CORRECTABLE[record[0]]:
                allowed = ", ".join(CORRECTABLE[record[0]])
                told = _("key '{field}' in 'set' of {record}: can only be one of {allowed}",
                         field=field, record=record, allowed=allowed)  # fmt: skip
                mistakes.add(record.line, told)


def put_decision(path: Path, record: str, decision: Decision | None, asked: Investigation) -> Decision | None:
    """Let *decision*, or none, be the one on *record* in the file at *path*; return what was there before.

    The new file takes the place of the old one at once, after it has been read back, and one process at a
    time writes: at no moment is there half a file, and no decision is lost. Comments before the first
    decision stay.

    Raises:
        YamlError: the file on disk, or the new decision, is not valid.
    """
    with _held(path):
        there = _entries(path, asked)
        kept = [old for old in there if old.record != record] + ([decision] if decision else [])
        _write(path, map(as_yaml, kept), asked)
    return next((old for old in there if old.record == record and old.ruling != OPEN), None)


def put_open(path: Path, waiting: Iterable[Decision], asked: Investigation) -> int:
    """Add to the file at *path* those *waiting* that have no entry yet; return how many.

    Raises:
        YamlError: the file on disk is not valid.
    """
    with _held(path):
        there = _entries(path, asked)
        known = {entry.record for entry in there}
        new = [one for one in waiting if one.record not in known]
        if new:
            _write(path, map(as_yaml, (*there, *new)), asked)
    return len(new)


@contextmanager
def _held(path: Path) -> Iterator[None]:
    """Let nobody else write the file at *path* meanwhile."""
    path.parent.mkdir(parents=True, exist_ok=True)
    with hold(path.parent, wait=True):
        yield


def _write(path: Path, entries: Iterable[str], asked: Investigation) -> None:
    body = "".join(entries)
    text = head_of(path) + (f"decisions:\n{body}" if body else f"{EMPTY}\n")
    read_text(text.encode(), path.name, FORM, empty=_EMPTY, check=partial(check_decisions, asked))
    write_whole(path, text.encode(), durable=True)


def remove_draft(path: Path) -> None:
    """Remove what a killed `put_decision` left beside *path*."""
    if path.parent.is_dir():
        with hold(path.parent, wait=True):
            clear(draft_of(path))


def head_of(path: Path) -> str:
    """Return the comment lines at the top of *path*."""
    if not path.exists():
        return ""
    lines = path.read_text(encoding="utf-8").splitlines(keepends=True)
    return "".join(takewhile(lambda line: not line.strip() or line.startswith("#"), lines))


def as_yaml(decision: Decision) -> str:
    """Return *decision* as an entry of the file."""
    entry: dict[str, Any] = {
        key: getattr(decision, key)
        for key in ("record", "ruling", "article", "words", "around", "read")
        if getattr(decision, key)
    }
    if any(decision.against):
        entry["against"] = dict(zip(("article", "words"), decision.against, strict=True))
    if decision.values:
        entry["set"] = {key: list(v) if isinstance(v, tuple) else v for key, v in decision.values}
    entry |= {"analyst": decision.analyst, "date": decision.date, "reason": decision.reason}
    dumped = yaml.safe_dump([entry], allow_unicode=True, sort_keys=False, width=1000)
    return textwrap.indent(dumped, "  ")


def with_sides(
    asked: Investigation, decisions: Iterable[Decision], names: Mapping[str, tuple[str, ...]]
) -> Investigation:
    """Return *asked* with the sides that *decisions* give to actors, the last decision on an actor holding.

    *names* says to whom each record is laid; a decision that also corrects that is asked itself.
    """
    sides: dict[str, str] = {}
    for decision in decisions:
        values = dict(decision.values)
        if side := values.get("side"):
            who = values.get("speaker") or values.get("claimant") or names.get(decision.record, ())
            sides |= dict.fromkeys(who, str(side))
    known = {actor.name for actor in asked.actors}
    actors = [replace(actor, side=sides.get(actor.name, actor.side)) for actor in asked.actors]
    actors += [ActorEntry(name, side=side) for name, side in sides.items() if name not in known]
    return replace(asked, actors=tuple(actors)) if sides else asked


def is_one(names: tuple[str, ...], before: tuple[str, ...]) -> bool:
    """Return whether *names* may be of who was known *before*: nobody, or some word of the name is the same.

    What is known of the wrong one is not known of another: his role is no longer it.
    """
    words, known = ({word for name in group for word in plain(name).split()} for group in (names, before))
    return not before or not words.isdisjoint(known)


def describe(name: str) -> str:
    """Return what the field *name* of a decision says, and which words it may be."""
    told = f"{name}: {_(LABELS[name])}"
    if name in LISTS:
        return _("{field}; several with | between them", field=told)
    choices = FIELDS[name].get("enum", ())
    return f"{told} ({listed(choices, last='or')})" if choices else told


def parse_value(name: str, answer: str) -> Any:
    """Return *answer* as the value of the field *name*, None where a number is expected and none is given."""
    if name in LISTS:
        return tuple(part.strip() for part in answer.split("|") if part.strip())
    if name in ("low", "high"):
        try:
            return float(answer)
        except ValueError:
            return None
    return answer
