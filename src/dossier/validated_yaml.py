"""YAML files that people write by hand, read strictly: every mistake is named with its key and its line.

A file is described by a form, a JSON Schema in form.yml of the room that reads it; `read_yaml` gives plain
dicts, tuples, strings and numbers back, or raises one error with all mistakes. Scalars are read as written
(``no`` is the word "no", ``2024-11-06`` a text), tags and aliases are refused, nothing is constructed.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml

from dossier.advice import allowed, cure, hint
from dossier.edtf import is_date, is_day, is_no_day
from dossier.lexicons import load_data
from dossier.storage import NotPlainError, each_text, read_plain
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


Form = Mapping[str, Any]  # a JSON Schema, as far as `Reader` knows them
Check = Callable[[Any, Mistakes], None]
_FORMATS: dict[str, tuple[str, Callable[[str], bool]]] = {  # what is expected, and whether a text is that
    "": ("", bool),
    "day": ("a day such as 2024-01-31", is_day),
    "edtf": ("a date such as 2024-01-31, 2024-01 or 2024", is_date),
    "web": ("a web address", lambda text: bool(re.fullmatch(r"https?://[^\s<>\"]+", text))),
}
KEYS = {"pattern": r"[a-z][a-z0-9_]*", "title": "small letters, digits and _"}  # unless a form says otherwise


def load_form(room: str, **names: tuple[str, ...]) -> Form:
    """Return the form in form.yml of the package *room*; an ``enum`` that is one of *names* is its words."""

    def named(form: Any) -> Any:
        if not isinstance(form, dict):
            return form
        made = {key: named(value) for key, value in form.items()}
        return made | {"enum": [*names[form["enum"]]]} if isinstance(form.get("enum"), str) else made

    made: Form = named(load_data(room, "form"))
    return made


def expected(form: Form) -> str:
    """Return what a text of *form* has to be, in words; empty where any text will do."""
    return str(form.get("title", "")) or _FORMATS[form.get("format", "")][0]


def is_right(form: Form, text: str) -> bool:
    """Return whether *text* has the pattern and the format of *form*."""
    check = _FORMATS[form.get("format", "")][1]
    return re.fullmatch(form.get("pattern", "(?s).*"), text) is not None and check(text)


def choices(form: Form) -> tuple[str, ...]:
    """Return the words of which a text of *form* has to be one; none where it is free."""
    return tuple(str(word).lower() if isinstance(word, bool) else word for word in form.get("enum", ()))


@dataclass(frozen=True, slots=True)
class Reader:
    """Reads nodes as a form says: an object whose keys are known or free, a list, a number, a text.

    *mistakes* takes up what is wrong, each with its place.
    """

    mistakes: Mistakes

    def read(self, form: Form, node: yaml.Node, where: str) -> Any:
        """Return the value of *node*, which is called *where*: a dict, tuple, float or `Word`."""
        match form.get("type"):
            case "object":
                return (
                    self._keyed(form, node, where)
                    if "properties" not in form
                    else self._table(form, node, where)
                )
            case "array":
                return self._list(form["items"], node, where)
            case "number":
                return self._number(node, where)
        return self._text(form, node, where)

    def _table(self, form: Form, node: yaml.Node, where: str) -> dict[str, Any]:
        values: dict[str, Any] = {}
        known = form["properties"]
        for key, value in pairs(node, where, self.mistakes):
            if key in known:
                values[str(key)] = self.read(known[key], value, f"'{key}' of {where}")
            else:
                wrong = f"unknown key {shown(key)} in {where}{hint(key, known)}; {allowed(known)}"
                self.mistakes.add(key.line, wrong)
        for name in form.get("required", ()) if isinstance(node, yaml.MappingNode) else ():
            if name not in values:
                self.mistakes.add(line_of(node), f"{where} lacks the key '{name}'")
        return values

    def _keyed(self, form: Form, node: yaml.Node, where: str) -> dict[Word, Any]:
        values: dict[Word, Any] = {}
        names = form.get("propertyNames", KEYS)
        for key, value in pairs(node, where, self.mistakes):
            if not re.fullmatch(names["pattern"], key):
                self.mistakes.add(key.line, f"key {shown(key)} in {where}: expected {names['title']}")
            values[key] = self.read(form["additionalProperties"], value, f"{shown(key)} of {where}")
        return values

    def _list(self, form: Form, node: yaml.Node, where: str) -> tuple[Any, ...]:
        if not isinstance(node, yaml.SequenceNode):
            self.mistakes.add(line_of(node), f"{where} is {shape(node)}, expected a list")
            return ()
        return tuple(self.read(form, one, f"entry {n} of {where}") for n, one in enumerate(node.value, 1))

    def _number(self, node: yaml.Node, where: str) -> float:
        if isinstance(node, yaml.ScalarNode) and re.fullmatch(r"[-+]?\d+(\.\d+)?", node.value):
            return float(node.value)
        self.mistakes.add(line_of(node), f"{where} is {shape(node)}, expected a number")
        return 0.0

    def _text(self, form: Form, node: yaml.Node, where: str) -> Word:
        line, known = line_of(node), choices(form)
        if not isinstance(node, yaml.ScalarNode):
            self.mistakes.add(line, f"{where} is {shape(node)}, expected a text")
            return Word("", line)
        value = Word("" if node.tag.endswith(":null") else node.value.strip(), line)
        if not value:
            if "null" not in form.get("type", ()):
                self.mistakes.add(line, f"{where} is empty, expected {expected(form) or 'a text'}")
        elif known and value not in known:
            self.mistakes.add(line, f"{where} is {shown(value)}{hint(value, known)}; {allowed(known)}")
        elif not is_right(form, value):
            wrong = "no day of the calendar" if is_no_day(value) else f"expected {expected(form)}"
            self.mistakes.add(line, f"{where} is {shown(value)}, {wrong}")
        return value


def read_yaml(path: Path, form: Form, *, empty: str, check: Check | None = None) -> Any:
    """Return what the file *path* says, as `read_text` does.

    Raises:
        YamlError: with every mistake.
        FileNotFoundError: there is no such file.
    """
    try:
        data = read_plain(path)
    except NotPlainError as error:
        raise YamlError([f"{path.name}: {error}"]) from None
    return read_text(data, path.name, form, empty=empty, check=check)


def read_text(data: bytes, name: str, form: Form, *, empty: str, check: Check | None = None) -> Any:
    """Return what *data*, a file called *name*, says, read by *form* and then looked at by *check*.

    *empty* says what to write where the file is empty; without it, an empty file is an empty object. What
    *check* looks at are `Word`s, which know their lines; what is returned are plain strings.

    Raises:
        YamlError: with every mistake.
    """
    mistakes = Mistakes(name)
    node = compose(data, mistakes)
    if node is None and empty and not mistakes.found:
        mistakes.add(1, f"the file is empty; {empty}")
    mistakes.stop()
    value = Reader(mistakes).read(form, node, "the file") if node else {}
    if check and not mistakes.found:
        check(value, mistakes)
    mistakes.stop()
    return each_text(value, str)


def compose(data: bytes, mistakes: Mistakes) -> Any:
    """Return the tree of nodes of *data*, none of them constructed; None where it is empty or a mistake."""
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
        return None if mistakes.found else yaml.compose(text, Loader=yaml.SafeLoader)
    except UnicodeDecodeError as error:
        mistakes.add(1, f"is not UTF-8 text ({error.reason} at byte {error.start}); save it as UTF-8")
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark
        place = (mark.line, mark.column) if mark else (0, 0)
        line, what = cure(error.problem or error.context or "", place, text.splitlines())
        mistakes.add(line, f"is not YAML: {what}")
    except (yaml.YAMLError, RecursionError) as error:
        mistakes.add(1, f"is not YAML: {shown(str(error).splitlines()[0])}")
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
