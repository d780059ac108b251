"""The pages of docs/ that are made from the source: `make docs`."""

from __future__ import annotations

import inspect
import re
from collections.abc import Callable, Iterator
from functools import cached_property
from importlib import resources
from pathlib import Path
from typing import Any

import dossier
from dossier.frames import COLUMNS
from dossier.lexicons import load_lexicon
from dossier.reference import build_reference

DOCS = Path(__file__).parents[1] / "docs"


def build_api() -> str:
    """Return what a notebook can call, and the columns of its frames, in Markdown."""
    lines = [
        "# What a notebook calls",
        "",
        "Made by `make docs` from the docstrings.",
        "",
        "    import dossier",
    ]
    for name in dossier.__all__:
        thing = getattr(dossier, name)
        lines += _described(f"dossier.{name}", thing)
        if inspect.isclass(thing):
            for member, value in vars(thing).items():
                if not member.startswith("_") and getattr(value, "__doc__", None):
                    lines += _described(f"report.{member}", value, "###")
    for name, columns in COLUMNS.items():
        lines += ["", f"## Columns of report.{name}", "", "| column | type | meaning |", "|---|---|---|"]
        lines += [f"| `{key}` | {column.type} | {_cell(column.about)} |" for key, column in columns.items()]
    return "\n".join(lines) + "\n"


def _described(name: str, thing: Any, head: str = "##") -> list[str]:
    called = [] if inspect.isclass(thing) or not callable(thing) else [f"    {name}{_signature(thing)}", ""]
    documented = thing.func if isinstance(thing, cached_property) else thing
    return ["", f"{head} {name}", "", *called, *_prose(inspect.getdoc(documented) or "")]


def _signature(thing: Callable[..., Any]) -> str:
    """Return the arguments of *thing* as its source writes them, without what the program gives itself."""
    made = inspect.signature(thing)
    asked = [argument for argument in made.parameters.values() if argument.name not in ("self", "form")]
    written = re.sub(r"(: |-> )'([^']+)'", r"\1\2", str(made.replace(parameters=asked)))
    return re.sub(r"dossier\.[a-z_.]+\.", "", written)


def _prose(text: str) -> Iterator[str]:
    """Yield the lines of a docstring as Markdown: what it raises as a list."""
    raises = False
    for line in text.replace("``", "`").splitlines():
        if line == "Raises:":
            raises = True
            yield from ("Raises:", "")
        else:
            yield f"- {line.strip()}" if raises and line.strip() else line


def build_grammar() -> str:
    """Return the constructions of French that the software reads, each with its examples, in Markdown."""
    lines = [
        "# The grammar",
        "",
        "Made by `make docs` from the lexicons. The examples are tests.",
    ]
    for file in sorted(resources.files("dossier.lexicons").joinpath("fr").iterdir(), key=lambda f: f.name):
        stem = file.name.removesuffix(".yml")
        found = list(_constructions(load_lexicon(stem), ""))
        if found:
            lines += ["", f"## {file.name}", *_opening(file.read_text("utf-8"))]
        for number, (place, entry) in enumerate(found, 1):
            lines += ["", f"### {number}. {place}", "", *_pattern(entry), ""]
            lines += [_example(sentence, words) for sentence, words in entry["examples"].items()]
            lines += [f"- not: {sentence}" for sentence in entry.get("unlike", ())]
    return "\n".join(lines) + "\n"


def _constructions(value: Any, place: str) -> Iterator[tuple[str, dict[str, Any]]]:
    """Yield each entry of a lexicon that has examples, with the key that it stands under."""
    if isinstance(value, dict):
        if isinstance(value.get("examples"), dict):
            yield place, value
        else:
            for key, inner in value.items():
                yield from _constructions(inner, str(key))
    elif isinstance(value, list):
        for inner in value:
            yield from _constructions(inner, place)


def _opening(text: str) -> list[str]:
    """Return the comment that a lexicon begins with."""
    lines = text.splitlines()
    size = next(at for at, line in enumerate(lines) if not line.startswith("#"))
    return ["", *(line.lstrip("# ") for line in lines[:size])]


def _pattern(entry: dict[str, Any]) -> Iterator[str]:
    for key, value in entry.items():
        if key not in ("examples", "unlike"):
            words = ", ".join(map(str, value)) if isinstance(value, list) else str(value)
            yield f"- `{key}`: {words.replace('_', ' ') if key == 'verbs' else words}"


def _example(sentence: str, words: str) -> str:
    return f"- {sentence.replace(words, f'**{words}**', 1)}"


def _cell(text: str) -> str:
    return text.replace("|", "\\|")


PAGES: dict[str, Callable[[], str]] = {
    "api.md": build_api,
    "grammar.md": build_grammar,
    "keys.md": build_reference,
}


if __name__ == "__main__":
    for name, build in PAGES.items():
        (DOCS / name).write_text(build(), encoding="utf-8")
