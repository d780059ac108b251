"""Who a reporting verb belongs to: before it, inverted behind it, or its agent in the passive."""

from __future__ import annotations

from spacy.tokens import Token

from dossier.attribution.antecedents import find_antecedent
from dossier.attribution.apposition import with_apposition
from dossier.attribution.cues import Cue
from dossier.attribution.lexicon import vocabulary
from dossier.attribution.phrases import (
    REACH,
    is_person,
    is_speaker,
    opens_phrase,
    scan_left,
    with_name_before,
)
from dossier.attribution.sources import Source, phrase_end, read_source
from dossier.attribution.units import QUOTE, Unit, is_finite

_SUBJECTS = ("nsubj", "nsubj:pass", "expl:subj", "nsubj:caus")
_DASHES = ("–", "—")


def find_inverted(unit: Unit, cue: Cue) -> tuple[Source, int] | None:
    """Return the subject behind *cue*, "a-t-il dit" or ", explique l'agence", and the item after it."""
    if cue.inverted >= 0:
        source = _informant(unit, cue) or read_source(unit, cue.inverted, cue.inverted + 1)
        return (source, max(cue.end, cue.inverted + 1, source.end)) if source else None
    before = unit.word(cue.start - 1)
    if before == "," and cue.start > 1 and unit.quotes[cue.start - 2]:
        before = QUOTE
    if cue.shape not in ("finite", "participle") or before not in (",", QUOTE, ")", "", "comme", *_DASHES):
        return None
    start = cue.end
    for _ in range(2):  # "a plaidé hier soir sur TF1 la ministre", "a dit à la presse mardi le maire"
        start = _after_audience(unit, start)
        while unit.word(start) in vocabulary("between") and unit.word(start) not in vocabulary("determiners"):
            start += 1
    if unit.word(start) in ("la", "le", "l'") and unit.word(start + 1) in vocabulary("times"):
        start += 3 if unit.word(start + 2) in ("dernier", "dernière") else 2
    source = read_source(unit, start, phrase_end(unit, start)) if opens_phrase(unit, start) else None
    if source is None or source.pronoun or not (before == QUOTE or is_speaker(source)):
        return None
    if cue.verb.open and not is_person(source):
        return None
    source, end = with_apposition(unit, source)
    sure = before in ("", "comme") or (before == QUOTE and unit.quotes[0] is not None)
    if not sure and (unit.word(end) in ("que", "qu'", QUOTE) or _has_subject_before(unit, cue)):
        return None
    return source, end


def _informant(unit: Unit, cue: Cue) -> Source | None:
    """Return whom "apprend-on auprès de X" names."""
    if unit.words[cue.inverted] != "-on" or "auprès" not in unit.words[cue.end : cue.end + 3]:
        return None
    start = unit.words.index("auprès", cue.end) + 2
    return read_source(unit, start, phrase_end(unit, start)) if start < len(unit) else None


def _after_audience(unit: Unit, start: int) -> int:
    """Return the item after those spoken to, where a subject follows: "a dit à l'agence X le ministre"."""
    if unit.word(start) not in vocabulary("before_audience"):
        return start
    for i in range(start + 2, min(start + 9, len(unit))):
        if unit.quotes[i] or not unit.is_word(i):
            return start
        behind = unit.tokens[i - 1].pos_ in ("NOUN", "PROPN") or unit.tokens[i - 1].text[:1].isupper()
        if behind and unit.words[i] in vocabulary("articles"):
            return i
    return start


def _has_subject_before(unit: Unit, cue: Cue) -> bool:
    """Return whether the parser sees a subject before the verb that has no verb of its own in between."""
    for child in unit.tokens[cue.at].children:
        place = unit.position(child) if child.dep_ in _SUBJECTS else -1
        if 0 <= place < cue.start:
            between = range(place + 1, cue.start)
            verb = next((i for i in between if is_finite(unit.tokens[i])), -1)
            return verb < 0 or any(unit.words[i] in ("qui", "dont", "où") for i in range(place, verb))
    return False


def find_agent(unit: Unit, cue: Cue) -> tuple[Source, int] | None:
    """Return the agent of a passive, ``par X``, and its end."""
    for i in range(cue.end, min(cue.end + 6, len(unit) - 1)):
        if unit.words[i] == "par":
            source = read_source(unit, i + 1, phrase_end(unit, i + 1))
            return with_apposition(unit, source) if source else None
    return None


def find_subject(unit: Unit, cue: Cue) -> Source | None:
    """Return the subject that stands before *cue*, by the words next to it and then by the parser."""
    before = unit.word(cue.start - 1)
    if before in vocabulary("pronouns") and before not in ("lui", "eux"):
        return read_source(unit, cue.start - 1, cue.start)
    if before in ("qui", "lequel", "laquelle"):
        return find_antecedent(unit, cue.start - 1, unit.tokens[cue.at])
    if cue.shape == "infinitive":
        return scan_left(unit, cue.start - 1) if before in ("de", "d'") else None
    if cue.shape == "gerund":
        return _of_gerund(unit, cue)
    contrasted = cue.start > 3 and before == "," and unit.word(cue.start - 3) == ","
    stop = cue.start - 3 if contrasted and unit.word(cue.start - 2) in vocabulary("pronouns") else cue.start
    adjacent = _adjacent(unit, stop)  # "le maire, lui, affirme"
    if adjacent and is_speaker(adjacent):
        return adjacent
    token = _parsed_subject(unit, cue)
    return _around(unit, token, cue.start) if token else adjacent or scan_left(unit, cue.start)


def _adjacent(unit: Unit, stop: int) -> Source | None:
    """Return the noun phrase that fills the clause from its beginning up to item *stop*."""
    for start in range(stop - 1, max(-1, stop - REACH), -1):
        before = unit.word(start - 1)
        if unit.quotes[start] or unit.words[start] in (";", ":", *_DASHES):
            return None
        if start and not (before in vocabulary("clause_openers") or unit.quotes[start - 1]):
            continue
        if opens_phrase(unit, start) and phrase_end(unit, start, stop=stop) == stop:
            joined = _joined(unit, start, stop)
            source = read_source(unit, joined, stop)
            return with_name_before(unit, source) if source and joined == start else source
        if before != "et":
            return None
    return None


def _joined(unit: Unit, start: int, stop: int) -> int:
    """Return where an enumeration begins whose last part is items *start* to *stop*: "A, B et C"."""
    before = unit.word(start - 1)
    if before == "et" or (before == "," and "et" in unit.words[start:stop]):
        for begin in range(start - 2, max(-1, start - 12), -1):
            if begin and unit.words[begin - 1] not in vocabulary("clause_openers"):
                continue
            if unit.tokens[begin].pos_ == "VERB":  # "Citant une note, A, B et C affirment"
                return start
            if opens_phrase(unit, begin) and phrase_end(unit, begin, stop=start - 1) == start - 1:
                part = read_source(unit, begin, start - 1)
                if part and is_speaker(part) and not part.pronoun:
                    return _joined(unit, begin, stop) if unit.word(begin - 1) == "," else begin
            return start
    return start


def _parsed_subject(unit: Unit, cue: Cue) -> Token | None:
    """Return the subject that the parser gives the verb, or the verb it goes on from."""
    verb = unit.tokens[cue.at]
    for _ in range(3):
        for child in verb.children:
            place = unit.position(child) if child.dep_ in _SUBJECTS else -1
            if 0 <= place < cue.start and not any(
                word in (":", ";") for word in unit.words[place : cue.start]
            ):
                return child
        if verb.dep_ not in ("conj", "xcomp", "advcl") or verb.head is verb:
            return None
        verb = verb.head
    return None


def _around(unit: Unit, token: Token, stop: int) -> Source | None:
    """Return the phrase around the head *token*, at most up to item *stop*."""
    place = unit.position(token)
    if unit.words[place] == "qui":
        return find_antecedent(unit, place, token.head)
    if unit.word(place - 1) == "dont" and unit.word(place - 2) == ",":
        return scan_left(unit, place - 2)
    start = max(unit.position(token.left_edge), 0)
    while start < place and not opens_phrase(unit, start):
        start += 1
    end = phrase_end(unit, start, stop=stop)
    if end <= place:
        start, end = place, phrase_end(unit, place, stop=stop)
    source = read_source(unit, start, end)
    return with_name_before(unit, with_apposition(unit, source, stop=stop)[0]) if source else None


def _of_gerund(unit: Unit, cue: Cue) -> Source | None:
    """Return the noun phrase that a gerund hangs on, or None where that is the main subject.

    It opens its clause, as in ", un diplomate parlant de …", or is the head that the parser names.
    """
    if unit.word(cue.start - 1) in (",", "en") or unit.word(cue.start) in ("y", "en"):
        return None
    adjacent = _adjacent(unit, cue.start)
    head = unit.tokens[cue.at].head
    place = unit.position(head)
    return adjacent or (_around(unit, head, cue.start) if 0 <= place < cue.start else None)
