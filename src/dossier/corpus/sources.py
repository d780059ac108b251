"""sources.yml: what a person knows about an article that its file does not say."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, fields
from pathlib import Path
from typing import Any

import yaml

from dossier.edtf import bounds
from dossier.validated_yaml import Keyed, Mistakes, Table, Text, Word, YamlError, line_of, read_yaml, shown

_DATE = re.compile(r"\d{4}(?:-\d\d(?:-\d\d)?)?~?(?:/\d{4}(?:-\d\d(?:-\d\d)?)?~?)?")


class SourcesError(ValueError):
    """Mistakes in sources.yml; the message names the line of each and what to do."""


@dataclass(frozen=True, slots=True)
class Source:
    """One entry of sources.yml; ``published`` is EDTF."""

    published: str = ""
    outlet: str = ""
    title: str = ""
    author: str = ""
    url: str = ""
    language: str = ""


class _TextOrNothing(Text):
    """A text that may be left out: ``author:`` without anything behind it."""

    def read(self, node: yaml.Node, where: str, mistakes: Mistakes) -> Word:
        blank = isinstance(node, yaml.ScalarNode) and (not node.value.strip() or node.tag.endswith(":null"))
        return Word("", line_of(node)) if blank else Text.read(self, node, where, mistakes)


_ABOUT = {
    "published": "The day on which it appeared: 2024-01-31, or 2024-01, or 2024.",
    "outlet": "Who published it.",
    "title": "Its title, where the file does not begin with it.",
    "author": "Who wrote it.",
    "url": "Its address.",
    "language": "The code of its language, where it is not seen to be French: fr.",
}
FORM = Keyed(
    Table({field.name: _TextOrNothing(about=_ABOUT[field.name]) for field in fields(Source)}),
    pattern=r"(?s).+",
    form="an article id",
)


def read_sources(path: Path) -> dict[str, Source]:
    """Return the entries of *path* by article id; an absent or empty file has none.

    Raises:
        SourcesError: no YAML, an unknown key, a key twice, a value or a date that is none.
    """
    try:
        if not re.search(rb"(?m)^\s*[^\s#]", path.read_bytes()):
            return {}
        entries = read_yaml(path, FORM, empty="name an article", check=_check_dates)
    except FileNotFoundError:
        return {}
    except OSError as error:
        raise SourcesError(f"{path.name} cannot be read ({type(error).__name__})") from error
    except YamlError as error:
        raise SourcesError(str(error)) from error
    return {
        str(name): Source(**{key: str(value) for key, value in entry.items()})
        for name, entry in entries.items()
    }


def _check_dates(entries: Mapping[Word, dict[str, Any]], mistakes: Mistakes) -> None:
    for entry in entries.values():
        published = entry.get("published")
        if published and not (_DATE.fullmatch(published) and all(bounds(published))):
            mistakes.add(published.line, f"{shown(published)} is no date, write 2024-05-31, 2024-05 or 2024")
