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

from dossier.advice import cure, meant, quote_over, shape, shown, unlike
from dossier.edtf import is_date, is_day, is_no_day
from dossier.i18n import N_, _
from dossier.lexicons import load_data
from dossier.storage import NotPlainError, each_text, read_plain

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
        self.found.append((line, _("{file} line {line}: {what}", file=self.name, line=line, what=what)))

    def expect(self, word: Word, known: Iterable[str], kind: str) -> None:
        """Record *word* as a mistake where it is none of the *known* ones."""
        names = tuple(known)
        if word not in names:
            told = _(
                "unknown {kind} {word}{advice}", kind=_(kind), word=shown(word), advice=meant(word, names)
            )
            self.add(word.line, told)

    def stop(self) -> None:
        """Raise all mistakes, if there are any."""
        if self.found:
            raise YamlError(text for _, text in sorted(self.found, key=lambda pair: pair[0]))


Form = Mapping[str, Any]  # a JSON Schema, as far as `Reader` knows them
Check = Callable[[Any, Mistakes], None]
_FORMATS: dict[str, tuple[str, Callable[[str], bool]]] = {  # what is expected, and whether a text is that
    "": ("", bool),
    "day": (N_("a day such as 2024-01-31"), is_day),
    "edtf": (N_("a date such as 2024-01-31, 2024-01 or 2024"), is_date),
    "web": (N_("a web address"), lambda text: bool(re.fullmatch(r"https?://[^\s<>\"]+", text))),
}
KEYS = {
    "pattern": r"[a-z][a-z0-9_]*",
    "title": N_("small letters, digits and _"),
}  # unless a form says otherwise


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
    return _(str(form.get("title", "")) or _FORMATS[form.get("format", "")][0])


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
                return self._object(form, node, where)
            case "array":
                return self._list(form["items"], node, where)
            case "number":
                return self._number(node, where)
        return self._text(form, node, where)

    def _object(self, form: Form, node: yaml.Node, where: str) -> dict[Word, Any]:
        values: dict[Word, Any] = {}
        known, names = form.get("properties"), form.get("propertyNames", KEYS)
        for key, value in pairs(node, where, self.mistakes):
            if known is not None and key not in known:
                wrong = N_("unknown key {key} in {where}{advice}")
                wrong = _(wrong, key=shown(key), where=where, advice=meant(key, known))
                self.mistakes.add(key.line, wrong)
                continue
            if known is None and not re.fullmatch(names["pattern"], key):
                wrong = _("key {key} in {where}: expected {form}",
                          key=shown(key), where=where, form=_(names["title"]))  # fmt: skip
                self.mistakes.add(key.line, wrong)
            inner = form["additionalProperties"] if known is None else known[key]
            values[key] = self.read(inner, value, _("{key} of {where}", key=shown(key), where=where))
        for name in form.get("required", ()) if isinstance(node, yaml.MappingNode) else ():
            if name not in values:
                self.mistakes.add(line_of(node), _("{where} lacks the key '{name}'", where=where, name=name))
        return values

    def _list(self, form: Form, node: yaml.Node, where: str) -> tuple[Any, ...]:
        if not isinstance(node, yaml.SequenceNode):
            self.mistakes.add(line_of(node), unlike(where, shape(node), _("a list")))
            return ()
        named = (_("entry {n} of {where}", n=n, where=where) for n in range(1, len(node.value) + 1))
        return tuple(self.read(form, one, name) for one, name in zip(node.value, named, strict=True))

    def _number(self, node: yaml.Node, where: str) -> float:
        if isinstance(node, yaml.ScalarNode) and re.fullmatch(r"[-+]?\d+(\.\d+)?", node.value):
            return float(node.value)
        self.mistakes.add(line_of(node), unlike(where, shape(node), _("a number")))
        return 0.0

    def _text(self, form: Form, node: yaml.Node, where: str) -> Word:
        line, known = line_of(node), choices(form)
        if not isinstance(node, yaml.ScalarNode):
            self.mistakes.add(line, unlike(where, shape(node), _("a text")))
            return Word("", line)
        value = Word("" if node.tag.endswith(":null") else node.value.strip(), line)
        if not value:
            if "null" not in form.get("type", ()):
                self.mistakes.add(line, unlike(where, _("empty"), expected(form) or _("a text")))
        elif known and value not in known:
            advice = meant(value, known)
            wrong = _("{where} is {what}{advice}", where=where, what=shown(value), advice=advice)
            self.mistakes.add(line, wrong)
        elif not is_right(form, value):
            no_day = _("{where} is {what}, no day of the calendar", where=where, what=shown(value))
            wrong = no_day if is_no_day(value) else unlike(where, shown(value), expected(form))
            self.mistakes.add(line, wrong)
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
        mistakes.add(1, _("the file is empty; {advice}", advice=empty))
    mistakes.stop()
    value = Reader(mistakes).read(form, node, _("the file")) if node else {}
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
                mistakes.add(
                    line, _("lists and keys stand more than {most} deep in each other", most=DEEPEST)
                )
                break
            if isinstance(event, yaml.AliasEvent) or getattr(event, "anchor", None):
                mistakes.add(line, _("anchors and aliases (& and *) are not allowed"))
            if (tag := getattr(event, "tag", None)) and tag not in PLAIN_TAGS:
                mistakes.add(line, _("the YAML tag {tag} is not allowed", tag=shown(tag)))
        return None if mistakes.found else yaml.compose(text, Loader=yaml.SafeLoader)
    except UnicodeDecodeError as error:
        cause = f"{error.reason} at byte {error.start}"
        mistakes.add(1, _("is not UTF-8 text ({cause}); save it as UTF-8", cause=cause))
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark
        place = (mark.line, mark.column) if mark else (0, 0)
        line, what = cure(error.problem or error.context or "", place, text.splitlines())
        opened = error.context_mark if "parsing a flow" in (error.context or "") else None
        if opened and opened.line < place[0]:
            line, what = opened.line + 1, _("a bracket that is opened here is not closed")
        if (quote := quote_over(text, error, place[0])) is not None:
            line, what = quote + 1, _("a quotation mark that is opened here is not closed")
        mistakes.add(line, _("is not YAML: {what}", what=what))
    except (yaml.YAMLError, RecursionError) as error:
        mistakes.add(1, _("is not YAML: {what}", what=shown(str(error).splitlines()[0])))
    return None


def pairs(node: yaml.Node, where: str, mistakes: Mistakes) -> list[tuple[Word, yaml.Node]]:
    """Return keys and values of a mapping, each key once."""
    if not isinstance(node, yaml.MappingNode):
        mistakes.add(line_of(node), unlike(where, shape(node), _("keys with values")))
        return []
    seen: dict[str, tuple[Word, yaml.Node]] = {}
    for key_node, value in node.value:
        key = Word(key_node.value if isinstance(key_node, yaml.ScalarNode) else "", line_of(key_node))
        if not key:
            mistakes.add(key.line, unlike(_("a key of {where}", where=where), shape(key_node), _("a text")))
        elif key in seen:
            twice = _("key {key} of {where} stands twice, first on line {line}",
                      key=shown(key), where=where, line=seen[key][0].line)  # fmt: skip
            mistakes.add(key.line, twice)
        else:
            seen[key] = (key, value)
    return list(seen.values())


def line_of(node: yaml.Node) -> int:
    """Return the line of *node*; the first is 1."""
    return int(node.start_mark.line) + 1
