"""Where a sentence reports speech: verbs with their auxiliaries, negation and inverted subject."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from dossier.attribution.lexicon import Verb, forms, vocabulary
from dossier.attribution.units import QUOTE, Unit, is_finite


@dataclass(frozen=True, slots=True)
class Cue:
    """A reporting verb in its sentence: items ``start`` to ``end`` hold auxiliary, verb and fixed rest.

    ``at`` is the verb itself; ``inverted`` the item of an inverted pronoun, or -1.
    """

    verb: Verb
    shape: str
    start: int
    at: int
    end: int
    negated: bool = False
    passive: bool = False
    reflexive: bool = False
    conditional: bool = False
    inverted: int = -1


_PARTICIPLES = ("é", "i", "u", "it", "is", "ert")


def find_cues(unit: Unit) -> Iterator[Cue]:
    """Yield each reporting verb of *unit*, from left to right."""
    table = forms()
    for i, word in enumerate(unit.words):
        readings = table.get(word)
        if not readings or unit.quotes[i]:
            continue
        for form in readings:
            end = _after_rest(unit, i, form.verb)
            if end < 0:
                continue
            cue = _read(unit, i, end, form.verb, {f.shape for f in readings if f.verb is form.verb})
            if cue:
                yield cue
            break
    yield from _after_quotations(unit)


def _after_quotations(unit: Unit) -> Iterator[Cue]:
    """Yield verbs of any sense that stand inverted behind a quotation and a comma: ", sourit le maire"."""
    for i, quoted in enumerate(unit.quotes):
        place = i + 2
        if not quoted or unit.word(i + 1) != ",":
            continue
        while unit.word(place) in vocabulary("clitics"):
            place += 1
        compound = unit.word(place) in vocabulary("have") | vocabulary("be")
        place += compound
        while compound and (unit.word(place) in vocabulary("between") or unit.word(place).endswith("ment")):
            place += 1
        if not unit.is_word(place) or unit.word(place) in forms():
            continue
        token = unit.tokens[place]
        following = unit.tokens[place + 1] if place + 1 < len(unit) else token
        named = following.is_title or following.lower_ in ("le", "la", "l'")
        verbal = is_finite(token) or (token.pos_ in ("NOUN", "ADJ", "PROPN") and named)
        if compound:
            verbal = token.text.endswith(_PARTICIPLES)
        if verbal and token.text.islower():
            verb = Verb(token.lemma_, quote=True, open=True)
            cue = _read(unit, place, place + 1, verb, {"participle" if compound else "finite"})
            if cue:
                yield cue


def _after_rest(unit: Unit, i: int, verb: Verb) -> int:
    """Return the item after the verb and the fixed words that belong to it, or -1."""
    place = i + 1
    if unit.word(place) == "-t":
        place += 1
    if unit.word(place) in vocabulary("inverted"):
        place += 1
    for k, rest in enumerate(verb.rest):
        for _ in range(4):
            if unit.word(place) == rest:
                break
            if unit.word(place) not in vocabulary("between"):
                return -1
            place += 1
        if unit.word(place) != rest:
            return -1
        place += 1 if k < len(verb.rest) else 0
    return place


def _read(unit: Unit, i: int, end: int, verb: Verb, shapes: set[str]) -> Cue | None:
    """Return the verb at *i* with what stands around it, or None where it is no verb."""
    start, auxiliary, inverted = _auxiliary(unit, i)
    word_before = unit.word(i - 1)
    if auxiliary and "participle" in shapes:
        shape = "participle"
    elif "finite" in shapes or "conditional" in shapes:
        shape = "finite" if "finite" in shapes else "conditional"
        if _is_noun(unit, i, word_before):
            return None
        start = i
    elif "participle" in shapes:
        if not _coordinated(unit, i):
            return None
        shape, start = "participle", i
    else:
        shape, start = min(shapes), i
        if shape == "infinitive" and word_before in vocabulary("determiners") - vocabulary("clitics"):
            return None
    led = word_before in vocabulary("leading_prepositions") and unit.word(i - 2) in vocabulary("leading")
    if led and shape == "infinitive":
        shape = "finite"
        start, auxiliary, inverted = _auxiliary(unit, i - 2)
    if inverted < 0 and unit.word(i + 1) in ("-t", *vocabulary("inverted")):
        inverted = i + (2 if unit.word(i + 1) == "-t" else 1)
        end = max(end, inverted + 1)
    start, negated, reflexive = _clitics(unit, start)
    between = unit.words[start:end]
    passive = auxiliary in vocabulary("be") and not reflexive and shape == "participle"
    conditional = shape == "conditional" or auxiliary in vocabulary("conditional_auxiliaries")
    if negated and not any(word in ("ni", "aucun", "aucune", "personne") for word in unit.words[:start]):
        negated = any(word in vocabulary("negation") for word in [*between, *unit.words[end : end + 2]])
    return Cue(verb, shape, start, i, end, negated, passive, reflexive, conditional, inverted)


def _is_noun(unit: Unit, i: int, before: str) -> bool:
    """Return whether the form at *i* is a noun or an adjective rather than a verb."""
    token = unit.tokens[i]
    if before == "en" and unit.word(i - 2) in ("s'", "n'"):
        return False
    if before in ("s'", "se", "n'", "ne", "qui") or unit.word(i + 1) in ("-t", *vocabulary("inverted")):
        return False
    if before in vocabulary("determiners"):
        return token.pos_ != "VERB" or before not in vocabulary("clitics")
    if before in vocabulary("noun_openers"):
        return True
    nominal = token.pos_ in ("NOUN", "ADJ", "PROPN")
    return nominal and unit.word(i + 1) in ("de", "d'", "du", "des")


def _auxiliary(unit: Unit, i: int) -> tuple[int, str, int]:
    """Return where the auxiliary before *i* stands, which word it is, and an inverted pronoun's place.

    Adverbs may stand between, and one phrase between commas: "a, de son côté, dénoncé".
    """
    inverted, passive, place = -1, False, i - 1
    while place >= 0 and place > i - 16 and not unit.quotes[place]:
        word = unit.words[place]
        if word == "été":
            passive = True
        elif word in vocabulary("have") or word in vocabulary("be"):
            return place, "été" if passive else word, inverted
        elif word in vocabulary("inverted"):
            inverted = place
        elif word == ",":
            opening = next((k for k in range(place - 1, max(-1, place - 9), -1) if unit.words[k] == ","), -1)
            if opening < 0:
                break
            place = opening
        elif not (word == "-t" or word in vocabulary("between") or unit.tokens[place].pos_ == "ADV"):
            break
        place -= 1
    return i, "", -1


def _coordinated(unit: Unit, i: int) -> bool:
    """Return whether a bare participle goes on an earlier compound tense: "a condamné … et estimé que"."""
    place = i - 1
    while place > 0 and (unit.tokens[place].pos_ == "ADV" or unit.words[place] in vocabulary("between")):
        place -= 1
    if unit.word(place) not in ("et", "mais", "ou", "puis", ","):
        return False
    if unit.word(i + 1) in ("que", "qu'", QUOTE, ":"):
        return any(word in vocabulary("have") for word in unit.words[:i])
    return unit.word(place) == "et" and any(word in vocabulary("have") for word in unit.words[:i])


def _clitics(unit: Unit, start: int) -> tuple[int, bool, bool]:
    """Return the first item of the clitics before *start*, and whether one negates or is reflexive."""
    negated = reflexive = False
    while start > 0 and unit.words[start - 1] in vocabulary("clitics"):
        start -= 1
        negated |= unit.words[start] in ("ne", "n'")
        reflexive |= unit.words[start] in ("se", "s'")
    return start, negated, reflexive
