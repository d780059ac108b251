"""How far what is said reaches: from its conjunction to the end of its clause."""

from __future__ import annotations

from collections.abc import Sequence

from dossier.attribution.cues import Cue
from dossier.attribution.lexicon import vocabulary
from dossier.attribution.subjects import find_inverted
from dossier.attribution.units import QUOTE, Unit

_FINAL = frozenset((".", "!", "?", "…", "..."))


def clause_end(unit: Unit, start: int, cues: Sequence[Cue]) -> int:
    """Return the item after the reported clause that begins at *start*."""
    groups = {cue.start for cue in cues if cue.start > start}
    inverted = {cue.start for cue in cues if cue.shape == "gerund"}
    inverted |= {
        cue.start for cue in cues if cue.verb.quote and cue.start > start and find_inverted(unit, cue)
    }
    depth = 0
    for i in range(start, len(unit)):
        word = unit.words[i]
        if word in "([":
            depth += 1
        elif word in ")]":
            depth -= 1
        if depth > 0 or unit.quotes[i]:
            continue
        if word in _FINAL or word == ";":
            return i
        if word == ":" and unit.word(i + 1) == QUOTE:
            return i
        if i > start and _cuts(unit, i, groups, inverted):
            return i
    return len(unit)


def _cuts(unit: Unit, i: int, groups: set[int], inverted: set[int]) -> bool:  # noqa: PLR0911
    """Return whether the reported clause stops before the comma or conjunction at *i*."""
    word, following = unit.words[i], unit.word(i + 1)
    if word == ",":
        if following in ("selon", "où", "sans", "dixit") or unit.words[i + 1 : i + 3] in (
            ["ce", "que"],
            ["ce", "qu'"],
        ):
            return True
        if following in ("un", "une") and unit.word(i + 3) in ("que", "qu'", "qui", "dont"):
            return True
        if following == "comme":
            return unit.word(i + 2) in vocabulary("determiners")
        if following == "avant" and unit.word(i + 2) in ("de", "d'"):
            return i + 3 in groups
        if following in ("et", "mais", "puis", "tout"):
            return i + 2 in groups
        return i + 1 in inverted
    if word in ("et", "mais"):
        return (
            i + 1 in groups
            and (unit.tokens[i + 1].pos_ in ("AUX", "VERB"))
            and unit.word(i + 1) not in vocabulary("have_been")
        )
    return word == "selon" and i + 1 < len(unit)


def clause_start(unit: Unit, end: int) -> int:
    """Return the item where the clause before item *end* begins."""
    for i in range(end - 1, -1, -1):
        if unit.quotes[i]:
            continue
        if unit.words[i] in (";", "–", "—") or (unit.words[i] == ":" and i < end - 1):
            return i + 1
    return 0


def trim(unit: Unit, start: int, end: int) -> tuple[int, int]:
    """Return items *start* to *end* without the punctuation and conjunctions at their edges."""
    while start < end and not unit.quotes[start] and unit.words[start] in vocabulary("edges"):
        start += 1
    while (
        end > start
        and not unit.quotes[end - 1]
        and unit.words[end - 1] in (",", ":", ";", "-", "–", "—", "et", "mais", *_FINAL)
    ):
        end -= 1
    return start, end
