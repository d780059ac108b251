"""Quotation marks that nobody speaks: names of treaties, titles, scare quotes."""

from __future__ import annotations

from dossier.attribution.lexicon import vocabulary
from dossier.attribution.units import Unit, is_finite

_LEAST = 7  # words that only speech runs to without a finite verb


def is_speech(unit: Unit, i: int) -> bool:
    """Return whether the quotation at item *i*, for which no construction gives a speaker, is speech.

    It is where it has a finite verb, or is long; not after "baptisé", nor outside of running text.
    """
    quoted = unit.quotes[i]
    if quoted is None or unit.paragraph.section.kind not in ("body", "caption"):
        return False
    if any(word in vocabulary("naming") for word in unit.words[max(0, i - 3) : i]):
        return False
    span = unit.paragraph.char_span(
        max(quoted.start, unit.paragraph.start), min(quoted.end, unit.paragraph.section.end)
    )
    if span is None:
        return False
    text = unit.paragraph.text[: quoted.end - unit.paragraph.start].rstrip()
    alone = all(unit.quotes[k] or not unit.is_word(k) for k in range(len(unit)))
    if text.endswith((".", "!", "?", "…")) or (alone and unit.number):
        return True
    words = [token for token in span if token.is_alpha]
    return len(words) > 1 and (len(words) >= _LEAST or any(is_finite(token) for token in words))
