"""Bring the catalogues of the report up to the messages that the source uses: `make messages`."""

from __future__ import annotations

import ast
import functools
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import yaml
from babel.messages.catalog import Catalog
from babel.messages.extract import extract_from_file
from babel.messages.pofile import read_po, write_po

from dossier.investigation import printed
from dossier.scaffold import messages as scaffold_messages

ROOT = Path(__file__).parent.parent
SRC = ROOT / "src" / "dossier"
CATALOGUES = SRC / "i18n" / "locale"
KEYWORDS: Any = {
    "_": None,
    "N_": None,
    "ngettext": (1, 2),
    "pgettext": ((1, "c"), 2),
    "NP_": ((1, "c"), 2),
}
# No date in it, which would be another on any day.
HEADER = """msgid ""
msgstr ""
"Language: {language}\\n"
"Plural-Forms: {plural}\\n"
"Content-Type: text/plain; charset=utf-8\\n"
"Content-Transfer-Encoding: 8bit\\n"

"""
# Keys of the YAML files of the program whose values the report prints.
_PRINTED = {"compared", "label", "lane", "description", "caption", "nothing", "reason"}
_UNPRINTED = {"form.yml", "commands.yml"}  # keys and arguments: no words of a report
_CONTEXTS = {
    "events": "kind of event",
    "topics": "topic",
    "attributes": "property of an event",
    "tables": "table",
}


def used() -> Catalog:
    """Return every message that the program can print in a report, with the file that prints it."""
    catalogue = Catalog(fuzzy=False)
    for path in sorted(SRC.rglob("*")):
        place = path.relative_to(SRC).as_posix()
        for message, comments, context in _messages(path):
            catalogue.add(message, locations=[(place, 0)], auto_comments=comments, context=context)
    return catalogue


def _messages(path: Path) -> Iterator[tuple[Any, list[str], str | None]]:
    if path.suffix == ".py":
        yield from _calls(ast.parse(path.read_text("utf-8")))
    elif path.suffix in (".html", ".jinja", ".j2"):
        found = extract_from_file("jinja2.ext:babel_extract", path, KEYWORDS)
        yield from ((message, comments, context) for _line, message, comments, context in found)
    elif path.suffix == ".md":
        for message in scaffold_messages(path.read_text("utf-8")):
            yield message, [], None
    elif path.name == "words.yml":
        for word in _leaves(yaml.safe_load(path.read_text("utf-8"))):
            yield word, [], None
    elif path.name == "form.yml":
        for title in _titles(yaml.safe_load(path.read_text("utf-8"))):
            yield title, [], None
    elif path.suffix == ".yml" and path.name not in _UNPRINTED:
        for label in _labels(yaml.safe_load(path.read_text("utf-8"))):
            yield label, [], _CONTEXTS.get(path.stem)


def _calls(tree: ast.AST) -> Iterator[tuple[Any, list[str], str | None]]:
    """Yield the messages in the calls of *tree*, also where they stand in an f-string or another call."""
    for node in ast.walk(tree):
        if (
            isinstance(node, ast.AnnAssign)
            and "Columns" in ast.dump(node.annotation)
            and isinstance(node.value, ast.Dict)
        ):
            yield from ((heading, [], None) for heading in _headings(node.value))
        if not isinstance(node, ast.Call):
            continue
        name = getattr(node.func, "id", "") or getattr(node.func, "attr", "")
        words = [a.value for a in node.args if isinstance(a, ast.Constant) and isinstance(a.value, str)]
        if name == "Cell" and words:
            yield words[0].rstrip("*!"), [], None
        elif name in ("_", "N_") and words:
            yield words[0], [], None
        elif name in ("pgettext", "NP_") and len(words) == 2:
            yield words[1], [], words[0]
        elif name in ("ngettext", "NN_") and len(words) == 2:
            yield tuple(words), [], None


def _headings(columns: ast.Dict) -> Iterator[str]:
    """Yield the headings of a table: keys that begin with a capital; a mark at their end is none of it."""
    for key in columns.keys:
        if isinstance(key, ast.Constant) and isinstance(key.value, str) and key.value[:1].isupper():
            yield key.value.rstrip("*!")


def _leaves(value: object) -> Iterator[str]:
    """Yield each text of *value*, whatever its keys."""
    for entry in value.values() if isinstance(value, dict) else value if isinstance(value, list) else ():
        yield from (entry,) if isinstance(entry, str) else _leaves(entry)


def _titles(value: object) -> Iterator[str]:
    """Yield what the texts of a form have to be, in words."""
    entries = value.values() if isinstance(value, dict) else value if isinstance(value, list) else ()
    if isinstance(value, dict) and isinstance(value.get("title"), str):
        yield value["title"]
    for entry in entries:
        yield from _titles(entry)


def _labels(value: object) -> Iterator[str]:
    if isinstance(value, dict):
        for key, entry in value.items():
            if key in _PRINTED and isinstance(entry, str):
                yield entry
            if key == "title" and "columns" in value:
                yield str(entry)
            if key == "values" and isinstance(entry, dict):
                yield from entry
            if key == "told" and isinstance(entry, dict):
                yield from map(str, entry.values())
            yield from _labels(entry)
    elif isinstance(value, list):
        for entry in value:
            yield from _labels(entry)


def read(path: Path) -> Catalog:
    """Return the catalogue at *path*."""
    with path.open("rb") as file:
        return read_po(file, locale=path.stem, abort_invalid=True)


def printed_labels(investigation: Path) -> Catalog:
    """Return every title and label of an investigation.yml, for the catalogue beside it."""
    catalogue = Catalog(fuzzy=False)
    for label in printed(yaml.safe_load(investigation.read_text("utf-8"))):
        catalogue.add(label)
    return catalogue


def paths() -> list[Path]:
    """Return the catalogues of the repository: the program's, and the shipped investigation's."""
    return [*sorted(CATALOGUES.glob("*.po")), *sorted((ROOT / "locale").glob("*.po"))]


@functools.cache
def needed(path: Path) -> Catalog:
    """Return the messages that the catalogue *path* has to hold."""
    return used() if path.parent == CATALOGUES else printed_labels(ROOT / "investigation.yml")


def untranslated(catalogue: Catalog) -> list[Any]:
    """Return the messages of *catalogue* that have no translation, or lack a form of it."""
    return [m.id for m in catalogue if m.id and not (all(m.string) if m.pluralizable else m.string)]


def main() -> None:
    """Add what is new with nothing for a translation, and take out what no room uses any more."""
    for path in paths():
        catalogue = read(path)
        catalogue.update(needed(path), no_fuzzy_matching=True, update_creation_date=False)
        catalogue.obsolete.clear()
        for message in catalogue:
            message.flags.clear()  # the tests compare the fields of each message and its translation
        with path.open("wb") as file:
            file.write(HEADER.format(language=path.stem, plural=catalogue.plural_forms).encode())
            write_po(file, catalogue, width=110, sort_by_file=True, no_location=True, omit_header=True)
        todo = untranslated(catalogue)
        print(f"{path.relative_to(ROOT)}: {len(catalogue)} messages, {len(todo)} to translate")
        print(*(f"  {message!r}" for message in todo), sep="\n", end="\n" * bool(todo))


if __name__ == "__main__":
    main()
