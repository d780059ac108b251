"""YAML files that people write by hand, read strictly: every mistake is named with its key and its line.

A file is described by rules (`Text`, `Number`, `Many`, `Table`, `Keyed`), whose ``about`` says what stands
there; `read_yaml` gives plain dicts,
tuples, strings and numbers back, or raises one error with all mistakes. Scalars are read as written
(``no`` is the word "no", ``2024-11-06`` a text), tags and aliases are refused, nothing is constructed.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Protocol

import yaml

from dossier.advice import allowed, hint
from dossier.storage import NotPlainError, read_plain
from dossier.visible import visible

PLAIN_TAGS = tuple(
    f"tag:yaml.org,2002:{kind}" for kind in ("str", "int", "float", "bool", "null", "timestamp", "seq", "map")
)

DEEPEST = 20  # a reader of YAML takes the square of the depth, and no file of ours needs more than 6


class YamlError(ValueError):
    """A file that does not say what it should. ``mistakes`` holds one line each, in the order of the file."""

    def __init__(self, mistakes: Iterable[str]) -> None:
        self.mistakes = tuple(mistakes)
        super().__init__("\n".join(self.mistakes))


class Word(str):
    """A string that remembers the line it stands on."""

    __slots__ = ("line",)
    line: int

    def __new__(cls, value: str, line: int) -> Word:
        """Return *value* as found on *line*."""
        word = super().__new__(cls, value)
        word.line = line
        return word


@dataclass(slots=True)
class Mistakes:
    """The mistakes found so far in the file *name*."""

    name: str
    found: list[tuple[int, str]] = field(default_factory=list)

    def add(self, line: int, what: str) -> None:
        """Record the mistake *what* of line *line* (1 is the first)."""
        self.found.append((line, f"{self.name} line {line}: {what}"))

    def expect(self, word: Word, known: Iterable[str], kind: str) -> None:
        """Record *word* as a mistake where it is none of the *known* ones."""
        names = tuple(known)
        if word not in names:
            self.add(word.line, f"unknown {kind} {shown(word)}{hint(word, names)}; {allowed(names)}")

    def stop(self) -> None:
        """Raise all mistakes, if there are any."""
        if self.found:
            raise YamlError(text for _, text in sorted(self.found, key=lambda pair: pair[0]))


class Rule(Protocol):
    """What may stand at a place of the file; ``about`` is the sentence that a reference prints of it."""

    @property
    def about(self) -> str:
        """What it is for."""

    def read(self, node: yaml.Node, where: str, mistakes: Mistakes) -> Any:
        """Return the value of *node*, or note what is wrong with it."""


@dataclass(frozen=True, slots=True)
class Text:
    """A word or a sentence: one of *choices*, or as *pattern* and *check* want it (*form* says how)."""

    choices: tuple[str, ...] = ()
    pattern: str = ""
    form: str = ""
    check: Callable[[str], bool] | None = None
    about: str = ""

    def read(self, node: yaml.Node, where: str, mistakes: Mistakes) -> Word:
        """Return the text as it is written, with its line."""
        line = line_of(node)
        if not isinstance(node, yaml.ScalarNode):
            mistakes.add(line, f"{where} is {shape(node)}, expected a text")
            return Word("", line)
        value = Word(node.value.strip(), line)
        if not value or node.tag.endswith(":null"):
            mistakes.add(line, f"{where} is empty, expected {self.form or 'a text'}")
        elif self.choices and value not in self.choices:
            mistakes.add(
                line, f"{where} is {shown(value)}{hint(value, self.choices)}; {allowed(self.choices)}"
            )
        elif not re.fullmatch(self.pattern or "(?s).*", value) or (self.check and not self.check(value)):
            mistakes.add(line, f"{where} is {shown(value)}, expected {self.form or self.pattern}")
        return value


@dataclass(frozen=True, slots=True)
class Number:
    """A whole or decimal number."""

    about: str = ""

    def read(self, node: yaml.Node, where: str, mistakes: Mistakes) -> float:
        """Return the number."""
        if isinstance(node, yaml.ScalarNode) and re.fullmatch(r"[-+]?\d+(\.\d+)?", node.value):
            return float(node.value)
        mistakes.add(line_of(node), f"{where} is {shape(node)}, expected a number")
        return 0.0


@dataclass(frozen=True, slots=True)
class Many:
    """A list, each entry as *rule* says."""

    rule: Rule
    about: str = ""

    def read(self, node: yaml.Node, where: str, mistakes: Mistakes) -> tuple[Any, ...]:
        """Return the entries."""
        if not isinstance(node, yaml.SequenceNode):
            mistakes.add(line_of(node), f"{where} is {shape(node)}, expected a list")
            return ()
        return tuple(
            self.rule.read(entry, f"entry {number} of {where}", mistakes)
            for number, entry in enumerate(node.value, 1)
        )


@dataclass(frozen=True, slots=True)
class Table:
    """A mapping with known keys. Keys in *required* must be there; others are absent where not written."""

    rules: Mapping[str, Rule]
    required: tuple[str, ...] = ()
    about: str = ""

    def read(self, node: yaml.Node, where: str, mistakes: Mistakes) -> dict[str, Any]:
        """Return the values by key."""
        values: dict[str, Any] = {}
        for key, value in pairs(node, where, mistakes):
            if rule := self.rules.get(key):
                values[str(key)] = rule.read(value, f"'{key}' of {where}", mistakes)
            else:
                known = tuple(self.rules)
                mistakes.add(
                    key.line, f"unknown key {shown(key)} in {where}{hint(key, known)}; {allowed(known)}"
                )
        if isinstance(node, yaml.MappingNode):
            for key_name in self.required:
                if key_name not in values:
                    mistakes.add(line_of(node), f"{where} lacks the key '{key_name}'")
        return values


@dataclass(frozen=True, slots=True)
class Keyed:
    """A mapping whose keys the writer chooses, within *pattern*; each value as *rule* says."""

    rule: Rule
    pattern: str = r"[a-z][a-z0-9_]*"
    form: str = "small letters, digits and _"
    about: str = ""

    def read(self, node: yaml.Node, where: str, mistakes: Mistakes) -> dict[Word, Any]:
        """Return the values by key, in the order of the file."""
        values: dict[Word, Any] = {}
        for key, value in pairs(node, where, mistakes):
            if not re.fullmatch(self.pattern, key):
                mistakes.add(key.line, f"key {shown(key)} in {where}: expected {self.form}")
            values[key] = self.rule.read(value, f"{shown(key)} of {where}", mistakes)
        return values


def read_yaml(
    path: Path, rule: Rule, *, empty: str, check: Callable[[Any, Mistakes], None] | None = None
) -> Any:
    """Return what the file *path* says, as `read_text` does.

    Raises:
        YamlError: with every mistake.
        FileNotFoundError: there is no such file.
    """
    try:
        data = read_plain(path)
    except NotPlainError as error:
        raise YamlError([f"{path.name}: {error}"]) from None
    return read_text(data, path.name, rule, empty=empty, check=check)


def read_text(
    data: bytes, name: str, rule: Rule, *, empty: str, check: Callable[[Any, Mistakes], None] | None = None
) -> Any:
    """Return what *data*, a file called *name*, says, read by *rule* and then looked at by *check*.

    *empty* says what to write where the file is empty.

    Raises:
        YamlError: with every mistake.
    """
    mistakes = Mistakes(name)
    node = compose(data, empty, mistakes)
    mistakes.stop()
    value = rule.read(node, "the file", mistakes)
    if check and not mistakes.found:
        check(value, mistakes)
    mistakes.stop()
    return value


def compose(data: bytes, empty: str, mistakes: Mistakes) -> Any:
    """Return the tree of nodes of *data*, none of them constructed, or note why there is none."""
    try:
        text = data.decode("utf-8-sig")
        depth = 0
        for event in yaml.parse(text, Loader=yaml.SafeLoader):
            line = getattr(event.start_mark, "line", 0) + 1
            depth += isinstance(event, yaml.CollectionStartEvent)
            depth -= isinstance(event, yaml.CollectionEndEvent)
            if depth > DEEPEST:
                mistakes.add(line, f"lists and keys stand more than {DEEPEST} deep in each other")
                break
            if isinstance(event, yaml.AliasEvent) or getattr(event, "anchor", None):
                mistakes.add(line, "anchors and aliases (& and *) are not allowed")
            if (tag := getattr(event, "tag", None)) and tag not in PLAIN_TAGS:
                mistakes.add(line, f"the YAML tag {shown(tag)} is not allowed")
        node = None if mistakes.found else yaml.compose(text, Loader=yaml.SafeLoader)
    except UnicodeDecodeError as error:
        mistakes.add(1, f"is not UTF-8 text ({error.reason} at byte {error.start}); save it as UTF-8")
    except yaml.MarkedYAMLError as error:
        line = getattr(error.problem_mark, "line", 0) + 1
        mistakes.add(line, f"is not YAML: {error.problem or error.context}")
    except (yaml.YAMLError, RecursionError) as error:
        mistakes.add(1, f"is not YAML: {shown(str(error).splitlines()[0])}")
    else:
        if node is None and not mistakes.found:
            mistakes.add(1, f"the file is empty; {empty}")
        return node
    return None


def pairs(node: yaml.Node, where: str, mistakes: Mistakes) -> list[tuple[Word, yaml.Node]]:
    """Return keys and values of a mapping, each key once."""
    if not isinstance(node, yaml.MappingNode):
        mistakes.add(line_of(node), f"{where} is {shape(node)}, expected keys with values")
        return []
    seen: dict[str, tuple[Word, yaml.Node]] = {}
    for key_node, value in node.value:
        key = Word(key_node.value if isinstance(key_node, yaml.ScalarNode) else "", line_of(key_node))
        if not key:
            mistakes.add(key.line, f"a key of {where} is {shape(key_node)}, expected a text")
        elif key in seen:
            mistakes.add(
                key.line, f"key {shown(key)} of {where} stands twice, first on line {seen[key][0].line}"
            )
        else:
            seen[key] = (key, value)
    return list(seen.values())


def line_of(node: yaml.Node) -> int:
    """Return the line of *node*; the first is 1."""
    return int(node.start_mark.line) + 1


def shape(node: yaml.Node) -> str:
    """Return what *node* is, for a message."""
    if isinstance(node, yaml.SequenceNode):
        return "a list"
    if isinstance(node, yaml.MappingNode):
        return "keys with values"
    return shown(node.value) if node.value and not node.tag.endswith(":null") else "empty"


def shown(text: str) -> str:
    """Return *text* in quotation marks, short, with control characters made visible."""
    return f"'{visible(text if len(text) <= 60 else text[:57] + '…')}'"
