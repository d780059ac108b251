"""Denials and non-answers: the words that deny what was reported, or do not answer it."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from dossier.lexicons import load_lexicon
from dossier.statements.cues import Cue
from dossier.statements.lexicon import forms
from dossier.syntax.nominals import Nominal, phrase_end, read_nominal
from dossier.syntax.phrases import opens_phrase, scan_left, subject_at
from dossier.syntax.sentence import Sentence, is_finite
from dossier.syntax.subjects import find_agent, find_subject
from dossier.syntax.verbs import VerbGroup
from dossier.syntax.vocabulary import vocabulary

_STOPS = frozenset((",", ";", ".", "!", "?", "…", ":", "selon", "alors", "tandis"))


@dataclass(frozen=True, slots=True)
class Response:
    """Items ``start`` to ``end`` deny or do not answer; without a source the main subject does it."""

    sentence: Sentence
    start: int
    end: int
    stance: str
    kind: str  # denies | does_not_confirm | does_not_comment | did_not_deny
    source: Nominal | None


def find_responses(sentence: Sentence, cues: Sequence[Cue]) -> Iterator[Response]:
    """Yield each denial and non-answer of *sentence*."""
    reached = 0
    for cue in cues:
        stance = _stance(sentence, cue)
        if not stance or cue.start < reached:
            continue
        start = cue.start - 1 if sentence.word(cue.start - 1) == "sans" else cue.start
        if sentence.word(cue.start - 2) == "sans":
            start = cue.start - 2
        reached = cue.end if _is_inverted(sentence, cue) else _reach(sentence, cue.end)
        source = _who(sentence, cue, start, cues)
        if source or cue.shape == "infinitive":
            yield Response(sentence, start, reached, stance, _kind(cue, stance), source)
    yield from _no_reaction(sentence)


def _stance(sentence: Sentence, cue: Cue) -> str:  # noqa: PLR0911
    """Return what *cue* says about a report: deny, no_comment, or an empty string."""
    kind = cue.verb.answer
    following = sentence.words[cue.end : cue.end + 5]
    without = cue.shape == "infinitive" and "sans" in sentence.words[max(0, cue.start - 3) : cue.start]
    if kind == "deny":
        if cue.passive and not cue.negated:
            return "deny" if find_agent(sentence, cue) else ""
        return "no_comment" if cue.negated or without else "deny" if cue.shape != "infinitive" else ""
    if kind == "deny_always":
        return "deny" if not cue.negated and cue.shape != "infinitive" else ""
    if kind == "deny_reflexive":
        of = "en" in sentence.words[cue.start : cue.at] or sentence.word(cue.end) in ("de", "d'", "du", "des")
        return "deny" if of and cue.reflexive and not cue.negated and cue.shape != "infinitive" else ""
    if kind == "deny_speech":
        about = _is_denied(sentence, cue)
        return "deny" if about and not cue.negated and cue.shape != "infinitive" else ""
    if kind == "leave_open":
        return "no_comment" if without and sentence.word(cue.end) in vocabulary("indirect_questions") else ""
    if kind == "confirm":
        return "no_comment" if cue.negated or without else ""
    commenting = any(word in vocabulary("comment_words") for word in following)
    if kind == "avoid":
        return "no_comment" if commenting and not cue.negated else ""
    if kind == "avoidance":
        return "no_comment"
    if kind == "silence":
        return "no_comment" if cue.negated and sentence.word(cue.end) not in ("que", "qu'") else ""
    if kind == "wish" and cue.negated:
        commenting |= any(_says(word) for word in sentence.words[cue.end : cue.end + 4])
        itself = cue.verb.lemma in ("répondre", "exprimer", "prononcer")
        return "no_comment" if (commenting or itself) and _is_request(following) else ""
    return ""


def _kind(cue: Cue, stance: str) -> str:
    """Return which of the four answers *cue* gives."""
    if stance == "deny":
        return "denies"
    if cue.verb.answer == "deny":
        return "did_not_deny"
    return "does_not_confirm" if cue.verb.confirms else "does_not_comment"


def _is_request(words: Sequence[str]) -> bool:
    """Return whether *words* leave it at an answer to somebody: no "aux attentes", no "présent"."""
    if any(word in vocabulary("not_answering") for word in words[:1]):
        return False
    to = next((k for k, word in enumerate(words[:2]) if word in ("à", "au", "aux")), -1)
    return to < 0 or any(word in vocabulary("requests") for word in words[to:]) or _says(words[to + 1])


def _is_denied(sentence: Sentence, cue: Cue) -> bool:
    """Return whether the object of *cue* is a saying: behind it, or before "que conteste X"."""
    if _is_inverted(sentence, cue):
        before = [word.rstrip("s") for word in sentence.words[max(0, cue.start - 5) : cue.start - 1]]
        if cue.verb.lemma == "contester":
            return not any(word in vocabulary("turned_down") for word in before)
        return before[-1:] == ["ce"] or any(word in _speech() for word in before)
    after = sentence.words[cue.end : cue.end + 5]
    saying = any(word.rstrip("s") in _speech() or word in ("toute", "tout", "toutes") for word in after)
    return saying or sentence.word(cue.end) in ("que", "qu'")


def _is_inverted(sentence: Sentence, cue: Cue) -> bool:
    """Return whether the subject of *cue* stands behind it in a relative clause: "que dément X"."""
    finite = cue.shape in ("finite", "participle") and cue.inverted < 0
    return finite and sentence.word(cue.start - 1) in ("que", "qu'") and opens_phrase(sentence, cue.end)


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


def _reach(sentence: Sentence, start: int) -> int:
    """Return the item after the denying words: their object goes with them, a further clause does not."""
    for i in range(start, len(sentence)):
        if sentence.words[i] in _STOPS or sentence.quotes[i]:
            return i
        if (
            sentence.words[i] in ("et", "mais")
            and i + 1 < len(sentence)
            and is_finite(sentence.tokens[i + 1])
        ):
            return i
    return len(sentence)


def _who(sentence: Sentence, cue: Cue, start: int, cues: Sequence[Cue]) -> Nominal | None:
    if cue.passive and cue.verb.answer != "avoidance":
        agent = find_agent(sentence, cue)
        if agent:
            return agent[0]
        for i in range(cue.end, min(cue.end + 4, len(sentence) - 1)):
            if sentence.words[i] == "de" and sentence.words[i + 1] in vocabulary("source_nouns"):
                return read_nominal(sentence, i + 1, phrase_end(sentence, i + 1))
        return None
    if cue.shape == "infinitive":
        reporting = any(other.verb.say and other.shape != "infinitive" for other in cues)
        return None if reporting else _of_head(sentence, cue)
    if _is_inverted(sentence, cue):
        return read_nominal(sentence, cue.end, phrase_end(sentence, cue.end))
    return find_subject(sentence, cue)


def _of_head(sentence: Sentence, cue: Cue) -> Nominal | None:
    """Return the subject of the verb that an infinitive hangs on: "X a publié un avis, sans confirmer"."""
    for child in sentence.tokens[cue.at].head.children:
        place = sentence.position(child) if child.dep_.startswith("nsubj") else -1
        if 0 <= place < cue.start:
            return subject_at(sentence, place)
    return None


def _no_reaction(sentence: Sentence) -> Iterator[Response]:
    """Yield "il n'y a pas eu de réaction de X", "aucune réaction de X"."""
    for i, word in enumerate(sentence.words):
        if word in _absence() and (response := _unavailable(sentence, i)):
            yield response
        if (
            word == "silence"
            and sentence.word(i + 1) == "radio"
            and (response := _radio_silence(sentence, i))
        ):
            yield response
        if sentence.word(i + 1) == "par" and (response := _denied_by(sentence, i)):
            yield response
        if word.startswith("commentaire") and (response := _without_comment(sentence, i)):
            yield response
        if word not in ("réaction", "commentaire", "réponse") or not _denied_before(sentence, i):
            continue
        for k in range(i + 1, min(i + 5, len(sentence))):
            if sentence.words[k] in ("de", "du", "des", "d'"):
                end = phrase_end(sentence, k + 1)
                source = read_nominal(sentence, k + 1, end) if end > k + 1 else None
                if source:
                    yield Response(sentence, max(0, i - 6), end, "no_comment", "does_not_comment", source)
                break


@functools.cache
def _absence() -> frozenset[str]:
    return vocabulary("unavailable") | vocabulary("reached") | vocabulary("available")


def _unavailable(sentence: Sentence, i: int) -> Response | None:
    """Return "X n'était pas en mesure de répondre", "X est injoignable", "X n'a pu être joint"."""
    start = next((k for k in range(i - 1, max(-1, i - 7), -1) if sentence.words[k] in ("n'", "ne")), -1)
    if sentence.words[i] in vocabulary("unavailable"):
        start = next((k for k in range(i - 1, max(-1, i - 5), -1) if is_finite(sentence.tokens[k])), -1)
    commenting = any(word in vocabulary("comment_words") for word in sentence.words[i + 1 : i + 6])
    if (
        start < 1
        or sentence.word(i + 1) == "par"
        or (sentence.words[i] in vocabulary("available") and not commenting)
    ):
        return None
    source = _subject_before(sentence, start, i)
    return (
        Response(sentence, start, _reach(sentence, i + 1), "no_comment", "does_not_comment", source)
        if source
        else None
    )


def _subject_before(sentence: Sentence, start: int, i: int) -> Nominal | None:
    """Return the subject before item *start*, past an aside between commas: "X, sollicité par Y, n'a pas"."""
    stop = start
    if sentence.word(start - 1) == ",":
        stop = next((k for k in range(start - 2, max(0, start - 14), -1) if sentence.words[k] == ","), start)
    return find_subject(sentence, VerbGroup(shape="finite", start=stop, at=i, end=i + 1)) or scan_left(
        sentence, start
    )


def _radio_silence(sentence: Sentence, i: int) -> Response | None:
    """Return "silence radio du côté de X", "du côté de X, silence radio"."""
    for k, word in enumerate(sentence.words[:-2]):
        if word in vocabulary("sides"):
            first = (
                k + 1 if word == "chez" or sentence.words[k + 1] not in ("de", "du", "d'", "des") else k + 2
            )
            source = read_nominal(sentence, first, phrase_end(sentence, first))
            return Response(sentence, i, i + 2, "no_comment", "does_not_comment", source) if source else None
    return None


def _denied_by(sentence: Sentence, i: int) -> Response | None:
    """Return "des accusations rejetées par X"."""
    denying = any(
        form.shape == "participle" and form.verb.answer in ("deny", "deny_speech")
        for form in forms().get(sentence.words[i], ())
    )
    if not denying or sentence.word(i - 1).rstrip("s") not in _speech():
        return None
    source = read_nominal(sentence, i + 2, phrase_end(sentence, i + 2))
    return Response(sentence, i, i + 1, "deny", "denies", source) if source else None


def _without_comment(sentence: Sentence, i: int) -> Response | None:
    """Return "X n'a fait aucun commentaire", "X n'a pas fait de commentaire"."""
    before = sentence.words[max(0, i - 7) : i]
    start = next((k for k in range(i - 1, max(-1, i - 8), -1) if sentence.words[k] in ("n'", "ne")), -1)
    if start < 1 or not any(word in ("fait", "faire", "font") for word in before):
        return None
    if any(word in vocabulary("wish_participles") for word in before):
        return None
    source = scan_left(sentence, start)
    return Response(sentence, start, i + 1, "no_comment", "does_not_comment", source) if source else None


def _denied_before(sentence: Sentence, i: int) -> bool:
    before = sentence.words[max(0, i - 6) : i]
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
