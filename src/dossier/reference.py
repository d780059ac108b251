"""The files that people write, key by key, from the rules that read them: as Markdown and JSON Schema."""

from collections.abc import Iterator
from typing import Any

from dossier.corpus.sources import FORM as SOURCES
from dossier.investigation import FORM as INVESTIGATION
from dossier.investigation import general_events, general_topics
from dossier.review.decisions import FORM as DECISIONS
from dossier.validated_yaml import KEYS, Form, choices, expected

FILES: dict[str, tuple[Form, str]] = {
    "investigation.yml": (INVESTIGATION, "What is asked, and which chapters the book has."),
    "sources.yml": (SOURCES, "What is known about the articles, beside them in seeds/."),
    "decisions.yml": (DECISIONS, "Rulings of the analyst, in review/; `dossier review` writes them."),
}


def build_reference() -> str:
    """Return the reference of all keys of all files, in Markdown."""
    lines = ["# The keys of the files", "", "Made by `dossier keys` from the rules that read them.", ""]
    for name, (form, about) in FILES.items():
        lines += [f"## {name}", "", about, "", "| key | value | meaning |", "|---|---|---|"]
        lines += [f"| {' | '.join(map(_cell, row))} |" for row in _rows(form, "")]
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
    form, about = FILES[name]
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": name,
        "description": about,
        **_strict(form),
    }


def _cell(text: str) -> str:
    return text.replace("|", "\\|")


def _rows(form: Form, path: str) -> Iterator[tuple[str, str, str]]:
    """Yield path, value and meaning of each key below *form*."""
    for key, inner in form.get("properties", {}).items():
        here = f"{path}.{key}" if path else key
        needed = " Required." if key in form.get("required", ()) else ""
        yield f"`{here}`", _value(inner), f"{inner.get('description', '')}{needed}".strip()
        yield from _rows(inner, here)
    if "additionalProperties" in form:
        yield from _rows(form["additionalProperties"], f"{path}.*" if path else "*")
    if "items" in form:
        yield from _rows(form["items"], f"{path}[]")


def _value(form: Form) -> str:
    if "items" in form:
        return "list" if "properties" in form["items"] else "list of texts"
    if "additionalProperties" in form:
        return f"keys ({form.get('propertyNames', KEYS)['title']})"
    kind = {"object": "keys", "number": "number"}.get(str(form.get("type")), "text")
    return ", ".join(f"`{choice}`" for choice in choices(form)) or expected(form) or kind


def _strict(form: Form) -> dict[str, Any]:
    """Return *form* as an editor needs it: no other keys, and any scalar for a text, as they are read so."""
    made = {key: form[key] for key in ("description", "enum", "required") if key in form}
    match form.get("type"):
        case "object" if "properties" in form:
            inner = {key: _strict(one) for key, one in form["properties"].items()}
            return {**made, "type": "object", "properties": inner, "additionalProperties": False}
        case "object":
            return {**made, "type": "object", "additionalProperties": _strict(form["additionalProperties"])}
        case "array":
            return {**made, "type": "array", "items": _strict(form["items"])}
        case "number":
            return {**made, "type": "number"}
    return made if "enum" in made else {**made, "type": ["string", "number", "boolean", "null"]}
