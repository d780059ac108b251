"""sources.yml: what a person knows about an article that its file does not say."""

from __future__ import annotations

import datetime
import re
from dataclasses import dataclass, fields
from pathlib import Path

import yaml

_PLAIN = {f"tag:yaml.org,2002:{name}" for name in ("str", "int", "float", "bool", "null", "timestamp")}
_DATE = re.compile(r"\d{4}(?:-\d\d(?:-\d\d)?)?~?(?:/\d{4}(?:-\d\d(?:-\d\d)?)?~?)?")


class SourcesError(ValueError):
    """A mistake in sources.yml; the message names the line and what to do."""


@dataclass(frozen=True, slots=True)
class Source:
    """One entry of sources.yml; ``published`` is EDTF."""

    published: str = ""
    outlet: str = ""
    title: str = ""
    author: str = ""
    url: str = ""
    language: str = ""


KEYS = tuple(field.name for field in fields(Source))


def read_sources(path: Path) -> dict[str, Source]:
    """Return the entries of *path* by article id; an absent file has none.

    Raises:
        SourcesError: no YAML, an unknown key, a key twice, a value or a date that is none.
    """
    try:
        text = path.read_text(encoding="utf-8")
    except FileNotFoundError:
        return {}
    except (OSError, UnicodeDecodeError) as error:
        raise SourcesError(
            f"{path.name} cannot be read: save it as UTF-8 ({type(error).__name__})"
        ) from error
    try:
        root = yaml.compose(text, Loader=yaml.SafeLoader)
    except (yaml.YAMLError, RecursionError) as error:
        line = getattr(getattr(error, "problem_mark", None), "line", 0) + 1
        problem = getattr(error, "problem", None) or "not readable"
        raise SourcesError(f"{path.name}, line {line}: no YAML ({problem})") from error
    if root is None:
        return {}
    return {name: _entry(node, path.name) for name, node in _pairs(root, path.name, "article ids")}


def _pairs(node: yaml.Node, file: str, what: str) -> list[tuple[str, yaml.Node]]:
    line = node.start_mark.line + 1
    if not isinstance(node, yaml.MappingNode) or node.tag != "tag:yaml.org,2002:map":
        raise SourcesError(f"{file}, line {line}: a mapping of {what} is expected here, without YAML tags")
    pairs = [(_scalar(key, file), value) for key, value in node.value]
    for place, (key, value) in enumerate(pairs):
        if key in (other for other, _ in pairs[:place]):
            raise SourcesError(f"{file}, line {value.start_mark.line + 1}: {key!r} stands twice, keep one")
    return pairs


def _scalar(node: yaml.Node, file: str) -> str:
    if not isinstance(node, yaml.ScalarNode) or node.tag not in _PLAIN:
        line = node.start_mark.line + 1
        raise SourcesError(f"{file}, line {line}: write plain text here, without YAML tags or nesting")
    return "" if node.tag.endswith(":null") else str(node.value).strip()


def _entry(node: yaml.Node, file: str) -> Source:
    values = {}
    for key, value in _pairs(node, file, "keys"):
        line = value.start_mark.line + 1
        if key not in KEYS:
            raise SourcesError(f"{file}, line {line}: unknown key {key!r}, use one of {', '.join(KEYS)}")
        values[key] = _scalar(value, file)
        if key == "published" and values[key] and not _is_date(values[key]):
            raise SourcesError(
                f"{file}, line {line}: {values[key]!r} is no date, write 2024-05-31, 2024-05 or 2024"
            )
    return Source(**values)


def _is_date(value: str) -> bool:
    if not _DATE.fullmatch(value):
        return False
    try:
        for part in value.replace("~", "").split("/"):
            datetime.date.fromisoformat((part + "-01-01")[:10])
    except ValueError:
        return False
    return True
