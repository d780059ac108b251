"""Denials and non-answers: the words that deny what was reported, or do not answer it."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from dossier.attribution.cues import Cue
from dossier.attribution.lexicon import Verb, forms, vocabulary
from dossier.attribution.phrases import opens_phrase, scan_left, subject_at
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
        reached = cue.end if _is_inverted(unit, cue) else _reach(unit, cue.end)
        source = _who(unit, cue, start, cues)
        if source or cue.shape == "infinitive":
            yield Response(unit, start, reached, stance, source)
    yield from _no_reaction(unit)


def _stance(unit: Unit, cue: Cue) -> str:  # noqa: PLR0911
    """Return what *cue* says about a report: deny, no_comment, or an empty string."""
    kind = cue.verb.answer
    following = unit.words[cue.end : cue.end + 5]
    without = cue.shape == "infinitive" and "sans" in unit.words[max(0, cue.start - 3) : cue.start]
    if kind == "deny":
        if cue.passive and not cue.negated:
            return "deny" if find_agent(unit, cue) else ""
        return "no_comment" if cue.negated or without else "deny" if cue.shape != "infinitive" else ""
    if kind == "deny_always":
        return "deny" if not cue.negated and cue.shape != "infinitive" else ""
    if kind == "deny_reflexive":
        of = "en" in unit.words[cue.start : cue.at] or unit.word(cue.end) in ("de", "d'", "du", "des")
        return "deny" if of and cue.reflexive and not cue.negated and cue.shape != "infinitive" else ""
    if kind == "deny_speech":
        about = _is_denied(unit, cue)
        return "deny" if about and not cue.negated and cue.shape != "infinitive" else ""
    if kind == "leave_open":
        return "no_comment" if without and unit.word(cue.end) in vocabulary("indirect_questions") else ""
    if kind == "confirm":
        return "no_comment" if cue.negated or without else ""
    commenting = any(word in vocabulary("comment_words") for word in following)
    if kind == "avoid":
        return "no_comment" if commenting and not cue.negated else ""
    if kind == "avoidance":
        return "no_comment"
    if kind == "silence":
        return "no_comment" if cue.negated and unit.word(cue.end) not in ("que", "qu'") else ""
    if kind == "wish" and cue.negated:
        commenting |= any(_says(word) for word in unit.words[cue.end : cue.end + 4])
        itself = cue.verb.lemma in ("répondre", "exprimer", "prononcer")
        return "no_comment" if (commenting or itself) and _is_request(following) else ""
    return ""


def _is_request(words: Sequence[str]) -> bool:
    """Return whether *words* leave it at an answer to somebody: no "aux attentes", no "présent"."""
    if any(word in vocabulary("not_answering") for word in words[:1]):
        return False
    to = next((k for k, word in enumerate(words[:2]) if word in ("à", "au", "aux")), -1)
    return to < 0 or any(word in vocabulary("requests") for word in words[to:]) or _says(words[to + 1])


def _is_denied(unit: Unit, cue: Cue) -> bool:
    """Return whether the object of *cue* is a saying: behind it, or before "que conteste X"."""
    if _is_inverted(unit, cue):
        before = [word.rstrip("s") for word in unit.words[max(0, cue.start - 5) : cue.start - 1]]
        if cue.verb.lemma == "contester":
            return not any(word in vocabulary("turned_down") for word in before)
        return before[-1:] == ["ce"] or any(word in _speech() for word in before)
    after = unit.words[cue.end : cue.end + 5]
    saying = any(word.rstrip("s") in _speech() or word in ("toute", "tout", "toutes") for word in after)
    return saying or unit.word(cue.end) in ("que", "qu'")


def _is_inverted(unit: Unit, cue: Cue) -> bool:
    """Return whether the subject of *cue* stands behind it in a relative clause: "que dément X"."""
    finite = cue.shape in ("finite", "participle") and cue.inverted < 0
    return finite and unit.word(cue.start - 1) in ("que", "qu'") and opens_phrase(unit, cue.end)


def _says(word: str) -> bool:
    """Return whether *word* is the infinitive of a verb of saying."""
    return any(
        form.shape == "infinitive" and (form.verb.say or form.verb.noun) for form in forms().get(word, ())
    )


@functools.cache
def _speech() -> frozenset[str]:
    nouns: list[str] = load_lexicon("sources")["speech_nouns"]
    return frozenset(noun.rstrip("s") for noun in nouns).union(vocabulary("denied_nouns")) - vocabulary(
        "turned_down"
    )


def _reach(unit: Unit, start: int) -> int:
    """Return the item after the denying words: their object goes with them, a further clause does not."""
    for i in range(start, len(unit)):
        if unit.words[i] in _STOPS or unit.quotes[i]:
            return i
        if unit.words[i] in ("et", "mais") and i + 1 < len(unit) and is_finite(unit.tokens[i + 1]):
            return i
    return len(unit)


def _who(unit: Unit, cue: Cue, start: int, cues: Sequence[Cue]) -> Source | None:
    if cue.passive and cue.verb.answer != "avoidance":
        agent = find_agent(unit, cue)
        if agent:
            return agent[0]
        for i in range(cue.end, min(cue.end + 4, len(unit) - 1)):
            if unit.words[i] == "de" and unit.words[i + 1] in vocabulary("source_nouns"):
                return read_source(unit, i + 1, phrase_end(unit, i + 1))
        return None
    if cue.shape == "infinitive":
        reporting = any(other.verb.say and other.shape != "infinitive" for other in cues)
        return None if reporting else _of_head(unit, cue)
    if _is_inverted(unit, cue):
        return read_source(unit, cue.end, phrase_end(unit, cue.end))
    return find_subject(unit, cue)


def _of_head(unit: Unit, cue: Cue) -> Source | None:
    """Return the subject of the verb that an infinitive hangs on: "X a publié un avis, sans confirmer"."""
    for child in unit.tokens[cue.at].head.children:
        place = unit.position(child) if child.dep_.startswith("nsubj") else -1
        if 0 <= place < cue.start:
            return subject_at(unit, place)
    return None


def _no_reaction(unit: Unit) -> Iterator[Response]:
    """Yield "il n'y a pas eu de réaction de X", "aucune réaction de X"."""
    for i, word in enumerate(unit.words):
        if word in _absence() and (response := _unavailable(unit, i)):
            yield response
        if word == "silence" and unit.word(i + 1) == "radio" and (response := _radio_silence(unit, i)):
            yield response
        if unit.word(i + 1) == "par" and (response := _denied_by(unit, i)):
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


@functools.cache
def _absence() -> frozenset[str]:
    return vocabulary("unavailable") | vocabulary("reached") | vocabulary("available")


def _unavailable(unit: Unit, i: int) -> Response | None:
    """Return "X n'était pas en mesure de répondre", "X est injoignable", "X n'a pu être joint"."""
    start = next((k for k in range(i - 1, max(-1, i - 7), -1) if unit.words[k] in ("n'", "ne")), -1)
    if unit.words[i] in vocabulary("unavailable"):
        start = next((k for k in range(i - 1, max(-1, i - 5), -1) if is_finite(unit.tokens[k])), -1)
    commenting = any(word in vocabulary("comment_words") for word in unit.words[i + 1 : i + 6])
    if (
        start < 1
        or unit.word(i + 1) == "par"
        or (unit.words[i] in vocabulary("available") and not commenting)
    ):
        return None
    source = _subject_before(unit, start, i)
    return Response(unit, start, _reach(unit, i + 1), "no_comment", source) if source else None


def _subject_before(unit: Unit, start: int, i: int) -> Source | None:
    """Return the subject before item *start*, past an aside between commas: "X, sollicité par Y, n'a pas"."""
    stop = start
    if unit.word(start - 1) == ",":
        stop = next((k for k in range(start - 2, max(0, start - 14), -1) if unit.words[k] == ","), start)
    return find_subject(unit, Cue(Verb(""), "finite", stop, i, i + 1)) or scan_left(unit, start)


def _radio_silence(unit: Unit, i: int) -> Response | None:
    """Return "silence radio du côté de X", "du côté de X, silence radio"."""
    for k, word in enumerate(unit.words[:-2]):
        if word in vocabulary("sides"):
            first = k + 1 if word == "chez" or unit.words[k + 1] not in ("de", "du", "d'", "des") else k + 2
            source = read_source(unit, first, phrase_end(unit, first))
            return Response(unit, i, i + 2, "no_comment", source) if source else None
    return None


def _denied_by(unit: Unit, i: int) -> Response | None:
    """Return "des accusations rejetées par X"."""
    denying = any(
        form.shape == "participle" and form.verb.answer in ("deny", "deny_speech")
        for form in forms().get(unit.words[i], ())
    )
    if not denying or unit.word(i - 1).rstrip("s") not in _speech():
        return None
    source = read_source(unit, i + 2, phrase_end(unit, i + 2))
    return Response(unit, i, i + 1, "deny", source) if source else None


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
