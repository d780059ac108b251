"""What a person knows about an article that its file does not say (sources.yml); is it French?"""

import functools
import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from dossier.advice import nearest, shown
from dossier.corpus.decode import Refused
from dossier.folding import without_accents
from dossier.i18n import _, ngettext
from dossier.lexicons import load_lexicon
from dossier.validated_yaml import Mistakes, Word, load_form, read_yaml

FORM = load_form(__package__)


@dataclass(frozen=True, slots=True)
class Source:
    """One entry of sources.yml; ``published`` is EDTF."""

    published: str = ""
    outlet: str = ""
    title: str = ""
    author: str = ""
    url: str = ""
    language: str = ""


def read_sources(path: Path, articles: Collection[str], lost: list[str] | None = None) -> dict[str, Source]:
    """Return the entries of *path* by the id of the article; an absent file has none.

    *lost* takes up one line for each entry that is about none of *articles*: it has no effect.

    Raises:
        YamlError: no YAML, an unknown key, a key twice, a value or a date that is none.
    """

    def look(entries: Mapping[Word, Any], _: Mistakes) -> None:
        if lost is not None:
            lost.extend(_lost(path, [name for name in entries if name not in articles], articles))

    try:
        entries = read_yaml(path, FORM, empty="", check=look)
    except FileNotFoundError:
        return {}
    return {name: Source(**entry) for name, entry in entries.items()}


def _lost(path: Path, names: Iterable[Word], articles: Collection[str]) -> Iterator[str]:
    """Yield what to do about the entries of *path* with *names*, which are about none of *articles*."""
    gone = []
    for name in names:
        if near := nearest(name.removesuffix(".txt"), articles):
            yield _(
                "{file} line {line}: no article is called {name}; is {near} meant, its file without .txt?",
                file=path.name,
                line=name.line,
                name=shown(name),
                near=shown(near),
            )
        else:
            gone.append(name)
    if gone:
        yield ngettext(
            "{file} line {lines}: no article is called {names}: put its file into {folder} "
            "or delete the entry",
            "{file} lines {lines}: no articles are called {names}: put their files into {folder} "
            "or delete the entries",
            len(gone),
            file=path.name,
            lines=", ".join(str(name.line) for name in gone),
            names=", ".join(map(shown, gone)),
            folder=path.parent.name,
        )


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


def refuse_foreign(text: str, stated: str = "") -> None:
    """Raise `Refused` where the language of *text*, as it is *stated* or by its words, is not French."""
    language = stated or identify(text)
    if language != "fr":
        told = _(
            "The text is not French (it looks like {language}). Articles must be French: the `language` of "
            "investigation.yml is that of the report.",
            language=language,
        )
        raise Refused(told, language)
