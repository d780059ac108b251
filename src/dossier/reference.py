"""The files that people write, key by key, from the rules that read them: as Markdown and JSON Schema."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from dossier.corpus.sources import FORM as SOURCES
from dossier.investigation.form import FORM as INVESTIGATION
from dossier.investigation.stock import general_events, general_topics
from dossier.review.decisions import FORM as DECISIONS
from dossier.validated_yaml import Keyed, Many, Number, Rule, Table, Text

FILES: dict[str, tuple[Rule, str]] = {
    "investigation.yml": (INVESTIGATION, "What is asked, and which chapters the book has."),
    "sources.yml": (SOURCES, "What is known about the articles, beside them in seeds/."),
    "decisions.yml": (DECISIONS, "Rulings of the analyst, in review/; `dossier review` writes them."),
}


def build_reference() -> str:
    """Return the reference of all keys of all files, in Markdown."""
    lines = ["# The keys of the files", "", "Made by `dossier keys` from the rules that read them.", ""]
    for name, (rule, about) in FILES.items():
        lines += [f"## {name}", "", about, "", "| key | value | meaning |", "|---|---|---|"]
        lines += [f"| {' | '.join(map(_cell, row))} |" for row in _rows(rule, "")]
        lines.append("")
    lines += ["## General topics", "", "| key | label |", "|---|---|"]
    lines += [f"| `{topic.key}` | {topic.label} |" for topic in general_topics()]
    lines += ["", "## General kinds of events", "", ", ".join(general_events()), ""]
    return "\n".join(lines)


def build_schema(name: str) -> dict[str, Any]:
    """Return the JSON Schema of the file *name*, for an editor that completes and checks YAML.

    Raises:
        KeyError: it is none of `FILES`.
    """
    rule, about = FILES[name]
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": name,
        "description": about,
        **_schema(rule),
    }


def _cell(text: str) -> str:
    return text.replace("|", "\\|")


def _rows(rule: Rule, path: str) -> Iterator[tuple[str, str, str]]:
    """Yield path, value and meaning of each key below *rule*."""
    if isinstance(rule, Table):
        for key, inner in rule.rules.items():
            here = f"{path}.{key}" if path else key
            needed = " Required." if key in rule.required else ""
            yield f"`{here}`", _value(inner), f"{inner.about}{needed}".strip()
            yield from _rows(inner, here)
    elif isinstance(rule, Keyed):
        yield from _rows(rule.rule, f"{path}.*" if path else "*")
    elif isinstance(rule, Many):
        yield from _rows(rule.rule, f"{path}[]")


def _value(rule: Rule) -> str:
    if isinstance(rule, Text):
        return ", ".join(f"`{choice}`" for choice in rule.choices) or rule.form or "text"
    if isinstance(rule, Many):
        return "list" if isinstance(rule.rule, Table) else "list of texts"
    if isinstance(rule, Keyed):
        return f"keys ({rule.form})"
    return "number" if isinstance(rule, Number) else "keys"


def _schema(rule: Rule) -> dict[str, Any]:
    made: dict[str, Any] = {"description": rule.about} if rule.about else {}
    if isinstance(rule, Text):
        # Scalars are read as they are written, so that 2024 and true are texts too.
        choices = {"enum": [_scalar(choice) for choice in rule.choices]} if rule.choices else {}
        return {**made, **(choices or {"type": ["string", "number", "boolean", "null"]})}
    if isinstance(rule, Number):
        return {**made, "type": "number"}
    if isinstance(rule, Many):
        return {**made, "type": "array", "items": _schema(rule.rule)}
    if isinstance(rule, Keyed):
        return {**made, "type": "object", "additionalProperties": _schema(rule.rule)}
    if isinstance(rule, Table):
        return {
            **made,
            "type": "object",
            "properties": {key: _schema(inner) for key, inner in rule.rules.items()},
            "required": list(rule.required),
            "additionalProperties": False,
        }
    return made


def _scalar(choice: str) -> str | bool:
    return {"true": True, "false": False}.get(choice, choice)
