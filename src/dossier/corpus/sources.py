"""sources.yml: what a person knows about an article that its file does not say."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from dossier.advice import hint
from dossier.edtf import is_date
from dossier.forms import EDTF, WEB
from dossier.storage import NotPlainError, read_plain
from dossier.validated_yaml import (
    Keyed,
    Mistakes,
    Table,
    Text,
    Word,
    YamlError,
    line_of,
    read_text,
    shown,
)

_NAMED = "an article is named as its file, without .txt"


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


_RULES: dict[str, dict[str, Any]] = {
    "published": {
        "form": EDTF.form,
        "check": is_date,
        "about": "The day on which it appeared: 2024-01-31, or 2024-01, or 2024.",
    },
    "outlet": {"about": "Who published it."},
    "title": {"about": "Its title, where the file does not begin with it."},
    "author": {"about": "Who wrote it."},
    "url": {"pattern": WEB.pattern, "form": WEB.form, "about": "Its address."},
    "language": {
        "pattern": "[a-z]{2,3}",
        "form": "a code in small letters such as fr",
        "about": "The code of its language, where it is not seen to be French: fr.",
    },
}
FORM = Keyed(
    Table({name: _TextOrNothing(**rule) for name, rule in _RULES.items()}),
    pattern=r"(?s).+",
    form="an article id",
)


def read_sources(path: Path, articles: Collection[str]) -> dict[str, Source]:
    """Return the entries of *path* by the id of the article, one of *articles*; an absent file has none.

    Raises:
        SourcesError: no YAML, an unknown key or article, a key twice, a value or a date that is none.
    """

    def check(entries: Mapping[Word, Any], mistakes: Mistakes) -> None:
        for name in entries:
            if name not in articles:
                mistakes.add(name.line, f"there is no article {shown(name)}{hint(name, articles)}; {_NAMED}")

    try:
        data = read_plain(path)
        if not re.search(rb"(?m)^\s*[^\s#]", data):
            return {}
        entries = read_text(data, path.name, FORM, empty="name an article", check=check)
    except FileNotFoundError:
        return {}
    except NotPlainError as error:
        raise SourcesError(f"{path.name}: {error}") from error
    except YamlError as error:
        raise SourcesError(str(error)) from error
    return {
        str(name): Source(**{key: str(value) for key, value in entry.items()})
        for name, entry in entries.items()
    }
