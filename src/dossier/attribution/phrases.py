"""Noun phrases that can speak: where one begins, which stands nearest, and whether it names a speaker."""

from __future__ import annotations

from dataclasses import replace

from dossier.attribution.apposition import with_apposition
from dossier.attribution.lexicon import epithets, roles, vocabulary
from dossier.attribution.sources import Source, phrase_end, read_source
from dossier.attribution.units import Unit

REACH = 30  # items: no phrase that names a speaker is longer


def opens_phrase(unit: Unit, i: int) -> bool:
    """Return whether a noun phrase can begin at item *i*."""
    if not 0 <= i < len(unit) or unit.quotes[i] or unit.words[i] in ("du", "au", "aux"):
        return False
    token = unit.tokens[i]
    return (
        unit.words[i] in vocabulary("determiners")
        or token.text[:1].isupper()
        or token.pos_ in ("PROPN", "NOUN", "DET")
    )


def around_head(unit: Unit, head: int, end: int) -> Source | None:
    """Return the phrase whose noun stands at *head*, with its article and up to item *end*."""
    bare = unit.tokens[head].text.islower() and unit.word(head + 1) in ("le", "la", "l'")
    start = head + 1 if bare else _phrase_start(unit, head)  # a verb taken for a noun: "insiste la maire"
    source = read_source(unit, start, phrase_end(unit, start, stop=end))
    return with_apposition(unit, source, stop=end)[0] if source else None


def _phrase_start(unit: Unit, head: int) -> int:
    """Return the item where the noun phrase around the noun at *head* begins: at its article."""
    start = head
    while start and unit.words[start] not in vocabulary("articles"):
        before = unit.tokens[start - 1]
        article = before.pos_ != "ADP" and unit.words[start - 1] in vocabulary("articles")
        if not (article or (unit.is_word(start - 1) and before.pos_ in ("DET", "ADJ", "NUM", "PROPN"))):
            break
        start -= 1
    return start


def with_name_before(unit: Unit, source: Source) -> Source:
    """Return *source* with the name it stands beside: "Barnier, le négociateur en chef se dit …"."""
    bare = unit.word(source.start) in roles().category  # "Paul Roux, délégué CGT": CGT is no person
    if (source.person and not bare) or not source.noun or unit.word(source.start - 1) != ",":
        return source
    first = source.start - 2
    while first > 0 and unit.tokens[first - 1].ent_type_ == "PER":
        first -= 1
    if first > 0 and not bare and unit.tokens[first - 1].pos_ == "ADP":
        return source
    name = (
        read_source(unit, first, source.start - 1)
        if first >= 0 and unit.tokens[first].ent_type_ == "PER"
        else None
    )
    if name is None or not name.person:
        return source
    return replace(
        name, end=source.end, text=unit.text(first, source.end), role=source.role, noun=source.noun
    )


def scan_left(unit: Unit, end: int, *, governed: bool = False) -> Source | None:
    """Return the noun phrase nearest before item *end* that can speak; after a preposition if *governed*."""
    stop = end
    while stop > 0 and _is_between(unit, stop - 1):
        stop -= 1
    best: Source | None = None
    for start in range(stop - 1, max(-1, stop - REACH), -1):
        if (
            unit.quotes[start]
            or unit.words[start] in (";", ":")
            or (best and unit.words[start] in ("que", "qu'"))
        ):
            break
        before = unit.tokens[start - 1].pos_ if start else ""
        if not opens_phrase(unit, start) or before in ("DET", "NUM") or (before == "ADP" and not governed):
            continue
        if unit.words[start] == "des" and before in ("NOUN", "ADJ", "PROPN"):
            continue
        source = read_source(unit, start, phrase_end(unit, start, stop=stop))
        if source and is_speaker(source):
            source, reached = with_apposition(unit, source, stop=stop)
            if reached < stop - 1:
                return best or source
            best = source
        elif best:
            break
    return best


def _is_between(unit: Unit, i: int) -> bool:
    word = unit.words[i]
    if word in vocabulary("determiners") or unit.tokens[i].pos_ in ("NOUN", "PROPN"):
        return False
    return word == "," or word in vocabulary("between")


def is_speaker(source: Source) -> bool:
    """Return whether *source* can speak by its form: a pronoun, a person, a role, a named body."""
    unit = source.unit
    if source.pronoun or source.person or source.noun or unit.word(source.end - 1) in epithets():
        return True
    return any(
        unit.tokens[i].ent_type_ in ("PER", "ORG", "LOC")
        or ((i or unit.tokens[i].pos_ == "PROPN") and unit.tokens[i].text[:1].isupper())
        or unit.words[i] in roles().category
        or (unit.tokens[i].text.isupper() and len(unit.words[i]) > 1)
        for i in range(source.start, source.end)
    )


def is_person(source: Source) -> bool:
    """Return whether *source* is a person by its form: a pronoun, a name, a person's role or epithet."""
    role = roles().category.get(source.noun) in ("official", "expert", "witness")
    epithet = any(word in epithets() for word in source.unit.words[source.start : source.end])
    return bool(source.pronoun or source.person) or role or epithet


def is_subject(unit: Unit, i: int) -> bool:
    """Return whether the noun at item *i* is a subject for the parser."""
    token = unit.tokens[i]
    return unit.quotes[i] is None and token.dep_.startswith("nsubj") and token.pos_ in ("NOUN", "PROPN", "X")


def subject_at(unit: Unit, place: int) -> Source | None:
    """Return the speaker phrase around the noun at *place*, or None where it cannot speak."""
    start = _phrase_start(unit, place)
    source = read_source(unit, start, phrase_end(unit, start))
    if source is None or not is_speaker(source):
        return None
    return with_apposition(unit, source)[0]
