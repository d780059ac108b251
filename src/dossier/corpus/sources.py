"""What a person knows about an article that its file does not say (sources.yml); is it French?"""

import functools
import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from dossier.advice import hint
from dossier.folding import without_accents
from dossier.lexicons import load_lexicon
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


SAMPLE = 20_000  # characters
_WORD = re.compile(r"[^\W\d_]+")


@functools.cache
def _languages_of() -> dict[str, tuple[str, ...]]:
    """Return each function word with the languages it belongs to."""
    words: dict[str, list[str]] = {}
    for language, line in load_lexicon("languages").items():
        for word in line.split():
            words.setdefault(word, []).append(language)
    return {word: tuple(languages) for word, languages in words.items()}


def identify(text: str) -> str:
    """Return ``fr``, the code of another language, or ``an unknown language``.

    A very short text without any function word passes for French.
    """
    start = max(0, (len(text) - SAMPLE) // 2)
    words = _WORD.findall(without_accents(text[start : start + SAMPLE].lower()))
    known, counts = _languages_of(), dict.fromkeys(load_lexicon("languages"), 0)
    for word in words:
        for language in known.get(word, ()):
            counts[language] += 1
    french = counts.pop("fr")
    other: str = max(counts, key=lambda language: counts[language])
    if counts[other] > french and counts[other] >= 3:
        return other
    return "fr" if french * 12 >= len(words) or len(words) < 8 else "an unknown language"
