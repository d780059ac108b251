"""Past, present or future: what the verb over an expression says, for dates that leave week or year open."""

from __future__ import annotations

import functools

from spacy.tokens import Span, Token

from dossier.dates.units import fold_word
from dossier.lexicons import load_lexicon


@functools.cache
def _lexicon(key: str) -> frozenset[str]:
    return frozenset(fold_word(word) for word in load_lexicon("dates")[key])


def tense_of(span: Span) -> str:
    """Return ``past``, ``present``, ``future`` or nothing for the verb that governs *span*."""
    token = span.root
    until = any(
        fold_word(before.lower_) in _lexicon("until")
        for before in span.doc[max(0, span.start - 3) : span.start]
    )
    if until and not any(_is_past(word) for word in (token, *token.ancestors)):
        return "future"
    for verb in (*_participle_before(span), token, *token.ancestors):
        if verb.pos_ in ("VERB", "AUX") and verb.i not in range(span.start, span.end):
            found = _of_verb(verb)
            if found:
                return found
    return _of_verb(span.sent.root) or ("future" if any(_looks_future(t.lower_) for t in span.sent) else "")


def _is_past(verb: Token) -> bool:
    """Tell whether *verb* is past beyond doubt, not a state of today like *est fermé jusqu'à lundi*."""
    forms = [verb, *(child for child in verb.children if child.dep_.startswith("aux"))]
    simple = any(
        form.morph.get("Tense") in (["Imp"], ["Past"]) and "Fin" in form.morph.get("VerbForm")
        for form in forms
    )
    return simple or any(form.lemma_ == "avoir" for form in forms[1:])


def _participle_before(span: Span) -> list[Token]:
    """Return the participle right before *span*, be it for a preposition: *déclenchée début août*."""
    place = span.start - 1
    while place >= 0 and span.doc[place].pos_ in ("ADP", "DET") and place > span.start - 4:
        place -= 1
    before = span.doc[place] if place >= 0 else None
    return [before] if before is not None and "Part" in before.morph.get("VerbForm") else []


def _of_verb(verb: Token) -> str:
    word = fold_word(verb.lower_)
    helpers = [child for child in verb.children if child.dep_.startswith(("aux", "cop"))]
    forms = [verb, *helpers]
    finite = [form for form in forms if "Fin" in form.morph.get("VerbForm")]
    tenses = {tense for form in finite for tense in form.morph.get("Tense")}
    moods = {mood for form in finite for mood in form.morph.get("Mood")}
    participle = "Part" in verb.morph.get("VerbForm") and "Past" in verb.morph.get("Tense")
    infinitive = "Inf" in verb.morph.get("VerbForm")
    if "Fut" in tenses or _looks_future(word):
        return "future"
    if "Cnd" in moods or (participle and word in _lexicon("expected")):
        return "past" if "Cnd" in moods and participle else "future"
    if participle or tenses & {"Past", "Imp"}:
        return "past"
    if infinitive or "Pres" not in tenses:
        return _of_infinitive(verb) if infinitive else ""
    return "future" if fold_word(verb.lemma_) in _lexicon("prospective") else "present"


def _of_infinitive(verb: Token) -> str:
    """Return the tense of *doit ouvrir*, *prévu de revenir*, *pour rencontrer*."""
    head = verb.head
    led = head.i != verb.i and head.pos_ in ("VERB", "AUX")
    if led and fold_word(head.lemma_) in _lexicon("prospective"):
        above = _of_verb(head) if head.morph.get("VerbForm") != ["Inf"] else "future"
        return "" if above == "past" else "future"
    marks = [child.lower_ for child in verb.children if child.dep_ == "mark"]
    return "future" if set(marks) & {"pour", "de"} else ""


def _looks_future(word: str) -> bool:
    return len(word) > 4 and word.endswith(("era", "eront", "irait", "ira", "iront", "dra", "dront"))
