"""Is it French? Counts the function words of a few languages; enough for texts of a line or two."""

import functools
import re

from dossier.folding import without_accents
from dossier.lexicons import load_lexicon

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
