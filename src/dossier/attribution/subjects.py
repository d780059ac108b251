"""Who a reporting verb belongs to: before it, inverted behind it, or its agent in the passive."""

from __future__ import annotations

from spacy.tokens import Token

from dossier.attribution.cues import Cue
from dossier.attribution.lexicon import roles, vocabulary
from dossier.attribution.sources import Source, phrase_end, read_source, with_apposition
from dossier.attribution.units import QUOTE, Unit

_SUBJECTS = ("nsubj", "nsubj:pass", "expl:subj", "nsubj:caus")


def find_inverted(unit: Unit, cue: Cue) -> tuple[Source, int] | None:
    """Return the subject inverted behind *cue*, as in ``a-t-il dit`` or ``, explique l'agence``, and its end."""
    if cue.inverted >= 0:
        source = read_source(unit, cue.inverted, cue.inverted + 1)
        end = max(cue.end, cue.inverted + 1)
        return (source, end) if source else None
    before = unit.word(cue.start - 1)
    if cue.shape not in ("finite", "participle") or not (
        before in (",", QUOTE, "–", "—", ")", "") or _is_comme(unit, cue)
    ):
        return None
    start = cue.end
    while unit.word(start) in vocabulary("between") and unit.word(start) not in vocabulary("determiners"):
        start += 1
    if not _opens_phrase(unit, start):
        return None
    source = read_source(unit, start, phrase_end(unit, start))
    if source is None or source.pronoun or not (is_speaker(source) or before == QUOTE):
        return None
    source, end = with_apposition(unit, source)
    if before in (QUOTE, "") or _is_comme(unit, cue):
        return source, end
    follows = unit.word(end)
    if follows in ("que", "qu'", QUOTE) or _has_subject_before(unit, cue):
        return None
    return source, end


def _is_comme(unit: Unit, cue: Cue) -> bool:
    return unit.word(cue.start - 1) == "comme"


def _opens_phrase(unit: Unit, i: int) -> bool:
    if not 0 <= i < len(unit) or unit.quotes[i]:
        return False
    token, word = unit.tokens[i], unit.words[i]
    return (
        word in vocabulary("determiners")
        or token.text[:1].isupper()
        or token.pos_ in ("PROPN", "NOUN", "DET")
    )


def _has_subject_before(unit: Unit, cue: Cue) -> bool:
    """Return whether the parser sees a subject before the verb that has no verb of its own in between."""
    verb = unit.tokens[cue.at]
    for child in verb.children:
        if child.dep_ in _SUBJECTS and child.i < verb.i:
            place = unit.position(child)
            between = unit.tokens[place + 1 : cue.start] if place >= 0 else []
            return place >= 0 and not any(
                t.pos_ in ("VERB", "AUX") and "VerbForm=Fin" in str(t.morph) for t in between
            )
    return False


def find_agent(unit: Unit, cue: Cue) -> tuple[Source, int] | None:
    """Return the agent of a passive, ``par X``, and its end."""
    for i in range(cue.end, min(cue.end + 6, len(unit))):
        if unit.words[i] == "par":
            source = read_source(unit, i + 1, phrase_end(unit, i + 1))
            return with_apposition(unit, source) if source else None
    return None


def find_subject(unit: Unit, cue: Cue) -> Source | None:
    """Return the subject that stands before *cue*."""
    before = unit.word(cue.start - 1)
    if before in vocabulary("pronouns") and before not in ("lui", "eux") and cue.start:
        return read_source(unit, cue.start - 1, cue.start)
    if before in ("qui", "lequel", "laquelle"):
        return _antecedent(unit, cue.start - 1)
    if cue.shape in ("gerund", "infinitive"):
        return _nearest(unit, cue)
    adjacent = _adjacent(unit, cue.start)
    if adjacent and is_speaker(adjacent):
        return adjacent
    token = _parsed_subject(unit, cue)
    if token is not None:
        return _around(unit, token, cue.start)
    return adjacent or _scan_left(unit, cue.start)


def _adjacent(unit: Unit, stop: int) -> Source | None:
    """Return the noun phrase that fills the clause from its beginning up to item *stop*."""
    best: Source | None = None
    for start in range(stop - 1, max(-1, stop - 30), -1):
        if unit.quotes[start] or unit.words[start] in (";", ":", "–", "—"):
            break
        if start and not (unit.words[start - 1] in vocabulary("clause_openers") or unit.quotes[start - 1]):
            continue
        if _opens_phrase(unit, start) and phrase_end(unit, start, stop=stop) == stop:
            best = read_source(unit, start, stop)
        if unit.word(start - 1) == "," and best:
            return _enumeration(unit, best)
        if unit.word(start - 1) != "et":
            break
    return best


def _enumeration(unit: Unit, source: Source) -> Source:
    """Return *source* with the speakers that an enumeration puts before it: "A, B et C"."""
    start = source.start
    while any(unit.words[i] == "et" for i in range(source.start, source.end)) and unit.word(start - 1) == ",":
        begin = next(
            (k for k in range(start - 2, max(-1, start - 9), -1) if k == 0 or unit.words[k - 1] == ","), -1
        )
        if begin < 0 or not _opens_phrase(unit, begin) or phrase_end(unit, begin) != start - 1:
            break
        before = read_source(unit, begin, start - 1)
        if before is None or not is_speaker(before):
            break
        start = begin
    return source if start == source.start else read_source(unit, start, source.end) or source


def _parsed_subject(unit: Unit, cue: Cue) -> Token | None:
    """Return the subject that the parser gives the verb, or the verb it goes on from."""
    verb = unit.tokens[cue.at]
    for _ in range(3):
        for child in verb.children:
            if child.dep_ in _SUBJECTS:
                place = unit.position(child)
                if 0 <= place < cue.start and not _barred(unit, place, cue.start):
                    return child
        if verb.dep_ not in ("conj", "xcomp", "advcl") or verb.head is verb:
            return None
        verb = verb.head
    return None


def _barred(unit: Unit, place: int, stop: int) -> bool:
    """Return whether a quotation, colon or semicolon stands between a noun and the verb."""
    return any(unit.quotes[i] or unit.words[i] in (":", ";") for i in range(place, stop))


def _around(unit: Unit, token: Token, stop: int) -> Source | None:
    """Return the phrase around the head *token*, at most up to item *stop*."""
    place = unit.position(token)
    if unit.words[place] == "qui":
        return _antecedent(unit, place)
    start = max(unit.position(token.left_edge), 0)
    while start < place and not _opens_phrase(unit, start):
        start += 1
    start = place if start > place else start
    end = phrase_end(unit, start, stop=stop)
    if end <= place:
        start, end = place, phrase_end(unit, place, stop=stop)
    source = read_source(unit, start, end)
    if source is None:
        return None
    return with_apposition(unit, source, stop=stop)[0]


def _antecedent(unit: Unit, place: int) -> Source | None:
    """Return the phrase that the relative pronoun at *place* stands for."""
    end = place - 1 if unit.word(place - 1) == "," else place
    if end <= 0 or unit.quotes[end - 1]:
        return None
    return _scan_left(unit, end)


def _scan_left(unit: Unit, end: int) -> Source | None:
    """Return the noun phrase nearest before item *end* that can speak."""
    skipped = end
    while skipped > 0 and (unit.word(skipped - 1) in vocabulary("between") or unit.word(skipped - 1) == ","):
        if unit.word(skipped - 1) in vocabulary("determiners") or unit.tokens[skipped - 1].pos_ in (
            "NOUN",
            "PROPN",
        ):
            break
        skipped -= 1
    best: Source | None = None
    for start in range(skipped - 1, max(-1, skipped - 25), -1):
        if unit.quotes[start] or unit.words[start] in (";", ":"):
            break
        if unit.words[start] in ("que", "qu'") and best:
            break
        if not _opens_phrase(unit, start) or (
            start and unit.word(start - 1) in ("de", "d'", "du", "des", "à", "au")
        ):
            continue
        source = read_source(unit, start, phrase_end(unit, start, stop=skipped))
        if source and is_speaker(source):
            source, reached = with_apposition(unit, source, stop=skipped)
            if reached >= skipped - 1:
                best = source
            elif best is None:
                return source
        elif best:
            break
    return best


def _nearest(unit: Unit, cue: Cue) -> Source | None:
    """Return the noun phrase that a gerund hangs on where it stands directly before, or None.

    It has to open its clause, as in ", un diplomate parlant de …", or be the head that the parser names.
    """
    if unit.word(cue.start - 1) in (",", "en", "pour", "de") or unit.word(cue.start) in ("y", "en"):
        return None
    adjacent = _adjacent(unit, cue.start)
    if adjacent:
        return adjacent
    place = unit.position(unit.tokens[cue.at].head)
    return _around(unit, unit.tokens[cue.at].head, cue.start) if 0 <= place < cue.start else None


def is_speaker(source: Source) -> bool:
    """Return whether *source* can speak by its form: a pronoun, a person, a role, a named body."""
    if source.pronoun or source.person or source.noun:
        return True
    unit = source.unit
    return any(
        unit.tokens[i].ent_type_ in ("PER", "ORG", "LOC")
        or (i and unit.tokens[i].text[:1].isupper())
        or unit.words[i] in roles().category
        or (unit.tokens[i].text.isupper() and len(unit.words[i]) > 1)
        for i in range(source.start, source.end)
    )
