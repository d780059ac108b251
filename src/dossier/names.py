"""What the report calls an actor in its own English; in the data each keeps its French name."""

from __future__ import annotations

import functools
import re

from babel import Locale

from dossier.investigation import Investigation
from dossier.registry import Registry, build_registry, name_key

_WITH_ARTICLE = re.compile(
    r"^(?:United|European|African|Arab|World|International|US|Red) |(?:Republic|Islands|lands|ines)$"
)

_ANY = Investigation()


@functools.cache
def _territories() -> dict[str, str]:
    """Return the English name of each territory by the key of its French one (Unicode CLDR, by Babel)."""
    french, english = (Locale(code).territories for code in ("fr", "en"))
    return {
        name_key(part): english[code]
        for code, name in french.items()
        if code.isalpha()  # numbers are parts of the world
        for part in (name, *re.split(r"[()]", name))
        if part.strip()
    }


@functools.lru_cache(maxsize=4)
def _registry(investigation: Investigation) -> Registry:
    return build_registry(investigation)


@functools.lru_cache(maxsize=65536)
def known_english(name: str, investigation: Investigation = _ANY) -> str:
    """Return the English name of the actor *name*, empty where none is known.

    That is the name the investigation or the lexicon gives, or the CLDR's; a known person's own name.
    """
    entry = _registry(investigation).names.get(name_key(name))
    if entry is None or entry.name != name:
        return ""
    known = (_territories().get(name_key(other), "") for other in (name, *entry.aliases))
    return entry.english or (name if entry.kind == "person" else next(filter(None, known), ""))


def english(name: str, investigation: Investigation = _ANY) -> str:
    """Return the English name of the actor *name*, or the French one where none is known."""
    return known_english(name, investigation) or name


def in_sentence(name: str) -> str:
    """Return an English *name* as it stands in a sentence: ``the United States``."""
    return f"the {name}" if _WITH_ARTICLE.search(name) else name
