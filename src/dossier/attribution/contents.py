"""How far what is said reaches: from its conjunction to the end of its clause."""

from __future__ import annotations

from collections.abc import Sequence

from dossier.attribution.cues import Cue
from dossier.attribution.lexicon import vocabulary
from dossier.attribution.sources import phrase_end
from dossier.attribution.subjects import find_inverted
from dossier.attribution.units import QUOTE, Unit, is_finite

_FINAL = frozenset((".", "!", "?", "…", "..."))


def clause_end(unit: Unit, start: int, cues: Sequence[Cue]) -> int:
    """Return the item after the reported clause that begins at *start*."""
    groups = {cue.start for cue in cues if cue.start > start}
    gerunds = {cue.start for cue in cues if cue.shape == "gerund" and cue.start > start}
    inserted = gerunds | {
        cue.start for cue in cues if cue.verb.quote and cue.start > start and find_inverted(unit, cue)
    }
    depth = 0
    for i in range(start, len(unit)):
        word = unit.words[i]
        depth += (word in "([") - (word in ")]")
        if depth > 0 or unit.quotes[i]:
            continue
        if word in _FINAL or word == ";":
            return i
        if word == ":" and (unit.word(i + 1) == QUOTE or any(map(is_finite, unit.tokens[i + 1 :]))):
            return i
        if word == "," and i > start and (_cuts_comma(unit, i, groups) or _leads(unit, i, gerunds, inserted)):
            return i
        if i > start and _cuts(unit, i, groups):
            return i
    return len(unit)


def _leads(unit: Unit, i: int, gerunds: set[int], inserted: set[int]) -> bool:
    """Return whether an inserted verb follows the comma at *i*, or a noun with its participle."""
    if i + 1 in inserted:
        return True
    return any(i + 1 < at < i + 12 and phrase_end(unit, i + 1, stop=at) == at for at in gerunds)


def _cuts_comma(unit: Unit, i: int, groups: set[int]) -> bool:
    """Return whether the reported clause stops before the comma at *i*."""
    following, second = unit.word(i + 1), unit.word(i + 2)
    if following in ("selon", "où", "sans", "dixit"):
        return True
    if following == "ce":
        return second in ("que", "qu'")
    if following in ("un", "une"):
        return unit.word(i + 3) in ("que", "qu'", "qui", "dont")
    if following == "comme":
        return second in vocabulary("determiners")
    if following == "avant":
        return second in ("de", "d'") and i + 3 in groups
    return following in ("et", "mais", "puis", "tout") and i + 2 in groups


def _cuts(unit: Unit, i: int, groups: set[int]) -> bool:
    """Return whether the reported clause stops before the word at *i*."""
    word, following = unit.words[i], unit.word(i + 1)
    if word in ("et", "mais"):
        verbal = i + 1 in groups and unit.tokens[i + 1].pos_ in ("AUX", "VERB")
        return verbal and following not in vocabulary("have_been")
    if word == "où":
        return following == ","
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
