"""sources.yml: what a person knows about an article that its file does not say."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from dossier.advice import hint
from dossier.validated_yaml import Mistakes, Word, load_form, read_yaml, shown

FORM = load_form(__package__)
_NAMED = "an article is named as its file, without .txt"


@dataclass(frozen=True, slots=True)
class Source:
    """One entry of sources.yml; ``published`` is EDTF."""

    published: str = ""
    outlet: str = ""
    title: str = ""
    author: str = ""
    url: str = ""
    language: str = ""


def read_sources(path: Path, articles: Collection[str]) -> dict[str, Source]:
    """Return the entries of *path* by the id of the article, one of *articles*; an absent file has none.

    Raises:
        YamlError: no YAML, an unknown key or article, a key twice, a value or a date that is none.
    """

    def check(entries: Mapping[Word, Any], mistakes: Mistakes) -> None:
        for name in entries:
            if name not in articles:
                mistakes.add(name.line, f"there is no article {shown(name)}{hint(name, articles)}; {_NAMED}")

    try:
        entries = read_yaml(path, FORM, empty="", check=check)
    except FileNotFoundError:
        return {}
    return {name: Source(**entry) for name, entry in entries.items()}
