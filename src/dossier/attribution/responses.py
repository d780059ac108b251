"""Denials and non-answers: the words that deny what was reported, or do not answer it."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from dossier.attribution.cues import Cue
from dossier.attribution.lexicon import forms, vocabulary
from dossier.attribution.phrases import scan_left
from dossier.attribution.sources import Source, phrase_end, read_source
from dossier.attribution.subjects import find_agent, find_subject
from dossier.attribution.units import Unit, is_finite
from dossier.lexicons import load_lexicon

_STOPS = frozenset((",", ";", ".", "!", "?", "…", ":", "selon", "alors", "tandis"))


@dataclass(frozen=True, slots=True)
class Response:
    """Items ``start`` to ``end`` of *unit* deny or do not answer; without a source the main subject does."""

    unit: Unit
    start: int
    end: int
    stance: str
    source: Source | None


def find_responses(unit: Unit, cues: Sequence[Cue]) -> Iterator[Response]:
    """Yield each denial and non-answer of *unit*."""
    reached = 0
    for cue in cues:
        stance = _stance(unit, cue)
        if not stance or cue.start < reached:
            continue
        start = cue.start - 1 if unit.word(cue.start - 1) == "sans" else cue.start
        if unit.word(cue.start - 2) == "sans":
            start = cue.start - 2
        reached = _reach(unit, cue.end)
        source = _who(unit, cue, start)
        if source or cue.shape == "infinitive":
            yield Response(unit, start, reached, stance, source)
    yield from _no_reaction(unit)


def _stance(unit: Unit, cue: Cue) -> str:  # noqa: PLR0911
    """Return what *cue* says about a report: deny, no_comment, or an empty string."""
    kind = cue.verb.answer
    without = cue.shape == "infinitive" and "sans" in unit.words[max(0, cue.start - 3) : cue.start]
    if kind == "deny":
        if cue.passive and not cue.negated:
            return "deny" if find_agent(unit, cue) else ""
        return "no_comment" if cue.negated or without else "deny" if cue.shape != "infinitive" else ""
    if kind == "deny_speech":
        after = unit.words[cue.end : cue.end + 5]
        about = any(word.rstrip("s") in _speech() or word in ("toute", "tout", "toutes") for word in after)
        about |= unit.word(cue.end) in ("que", "qu'")
        return "deny" if about and not cue.negated and cue.shape != "infinitive" else ""
    if kind == "confirm":
        return "no_comment" if cue.negated or without else ""
    commenting = any(word in vocabulary("comment_words") for word in unit.words[cue.end : cue.end + 5])
    if kind == "avoid":
        return "no_comment" if commenting and not cue.negated else ""
    if kind == "avoidance":
        return "no_comment"
    if kind == "silence":
        return "no_comment" if cue.negated and unit.word(cue.end) not in ("que", "qu'") else ""
    if kind == "wish" and cue.negated:
        commenting |= any(_says(word) for word in unit.words[cue.end : cue.end + 4])
        itself = cue.verb.lemma in ("répondre", "exprimer", "prononcer")
        return "no_comment" if commenting or itself else ""
    return ""


def _says(word: str) -> bool:
    """Return whether *word* is the infinitive of a verb of saying."""
    return any(
        form.shape == "infinitive" and (form.verb.say or form.verb.noun) for form in forms().get(word, ())
    )


@functools.cache
def _speech() -> frozenset[str]:
    nouns: list[str] = load_lexicon("sources")["speech_nouns"]
    return frozenset(
        noun.rstrip("s") for noun in [*nouns, "critique", "version", "implication", "responsabilité"]
    )


def _reach(unit: Unit, start: int) -> int:
    """Return the item after the denying words: their object goes with them, a further clause does not."""
    for i in range(start, len(unit)):
        if unit.words[i] in _STOPS or unit.quotes[i]:
            return i
        if unit.words[i] in ("et", "mais") and i + 1 < len(unit) and is_finite(unit.tokens[i + 1]):
            return i
    return len(unit)


def _who(unit: Unit, cue: Cue, start: int) -> Source | None:
    if cue.passive:
        agent = find_agent(unit, cue)
        if agent:
            return agent[0]
        for i in range(cue.end, min(cue.end + 4, len(unit) - 1)):
            if unit.words[i] == "de" and unit.words[i + 1] in vocabulary("source_nouns"):
                return read_source(unit, i + 1, phrase_end(unit, i + 1))
        return None
    return None if cue.shape == "infinitive" else find_subject(unit, cue)


def _no_reaction(unit: Unit) -> Iterator[Response]:
    """Yield "il n'y a pas eu de réaction de X", "aucune réaction de X"."""
    for i, word in enumerate(unit.words):
        if word in ("disponible", "joignable", "injoignable") and (response := _unavailable(unit, i)):
            yield response
        if word.startswith("commentaire") and (response := _without_comment(unit, i)):
            yield response
        if word not in ("réaction", "commentaire", "réponse") or not _denied_before(unit, i):
            continue
        for k in range(i + 1, min(i + 5, len(unit))):
            if unit.words[k] in ("de", "du", "des", "d'"):
                end = phrase_end(unit, k + 1)
                source = read_source(unit, k + 1, end) if end > k + 1 else None
                if source:
                    yield Response(unit, max(0, i - 6), end, "no_comment", source)
                break


def _unavailable(unit: Unit, i: int) -> Response | None:
    """Return "X n'était pas disponible pour un commentaire", "X est injoignable"."""
    start = next((k for k in range(i - 1, max(-1, i - 6), -1) if unit.words[k] in ("n'", "ne")), -1)
    if unit.words[i] == "injoignable":
        start = next((k for k in range(i - 1, max(-1, i - 5), -1) if is_finite(unit.tokens[k])), -1)
    commenting = any(word in vocabulary("comment_words") for word in unit.words[i + 1 : i + 6])
    if start < 1 or (unit.words[i] == "disponible" and not commenting):
        return None
    source = scan_left(unit, start)
    return Response(unit, start, _reach(unit, i + 1), "no_comment", source) if source else None


def _without_comment(unit: Unit, i: int) -> Response | None:
    """Return "X n'a fait aucun commentaire", "X n'a pas fait de commentaire"."""
    before = unit.words[max(0, i - 7) : i]
    start = next((k for k in range(i - 1, max(-1, i - 8), -1) if unit.words[k] in ("n'", "ne")), -1)
    if start < 1 or not any(word in ("fait", "faire", "font") for word in before):
        return None
    if any(word in vocabulary("wish_participles") for word in before):
        return None
    source = scan_left(unit, start)
    return Response(unit, start, i + 1, "no_comment", source) if source else None


def _denied_before(unit: Unit, i: int) -> bool:
    before = unit.words[max(0, i - 6) : i]
    return any(word in ("pas", "aucune", "aucun") for word in before) and (
        "aucun" in "".join(before) or "y" in before
    )


@functools.cache
def _denial() -> re.Pattern[str]:
    phrases: list[str] = load_lexicon("reporting")["denial_words"]
    return re.compile(r"\b(?:" + "|".join(map(re.escape, phrases)) + r")\b", re.IGNORECASE)


def denies(text: str) -> bool:
    """Return whether reported words call a report false: "une rumeur sans fondement"."""
    return bool(_denial().search(text.replace("’", "'")))
