"""Where a sentence reports speech: verbs with their auxiliaries, negation and inverted subject."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, fields

from dossier.statements.lexicon import Form, Verb, forms
from dossier.syntax.sentence import Sentence, is_finite
from dossier.syntax.verbs import VerbGroup, read_verb_group
from dossier.syntax.vocabulary import vocabulary


@dataclass(frozen=True, slots=True, kw_only=True)
class Cue(VerbGroup):
    """A reporting verb in its sentence."""

    verb: Verb


def _cue(group: VerbGroup | None, verb: Verb) -> Cue | None:
    return Cue(verb=verb, **{f.name: getattr(group, f.name) for f in fields(group)}) if group else None


_PARTICIPLES = ("é", "i", "u", "it", "is", "ert")


def find_cues(sentence: Sentence, *, own: bool = False, spoken: bool = False) -> Iterator[Cue]:
    """Yield each reporting verb of *sentence*, from left to right; of *own* words, first persons too.

    What stands in *spoken* words between pauses reports them, be the verb known or not.
    """
    reporting = set()
    for cue in cues_of(sentence, forms(), own=own):
        yield cue
        if cue.verb.quote:
            reporting.add(cue.at)
    yield from _after_quotations(sentence, reporting, spoken)


def cues_of(
    sentence: Sentence, table: Mapping[str, tuple[Form, ...]], *, own: bool = False, agent: int = 1
) -> Iterator[Cue]:
    """Yield each verb of *sentence* whose forms stand in *table*; of *own* words, first persons too.

    The *agent* of a bare participle stands at most so many words behind it.
    """
    for i, word in enumerate(sentence.words):
        readings = table.get(word)
        if not readings or sentence.quotes[i]:
            continue
        for form in readings:
            end = _after_rest(sentence, i, form.verb)
            if end < 0 or (form.shape == "first" and not own):
                continue
            shapes = {f.shape.replace("first", "finite") for f in readings if f.verb is form.verb}
            cue = _cue(read_verb_group(sentence, i, end, shapes, agent=agent), form.verb)
            if cue:
                yield cue
            break


def _after_quotations(sentence: Sentence, reporting: set[int], spoken: bool) -> Iterator[Cue]:
    """Yield verbs not among those *reporting*, inverted behind a quotation: ", sourit le maire"."""
    for i, word in enumerate(sentence.words):
        place = i + 1
        if not (spoken and word in ",!?…") and not (i and word == "," and sentence.quotes[i - 1]):
            continue
        while sentence.word(place) in vocabulary("clitics"):
            place += 1
        compound = sentence.word(place) in vocabulary("have", "be")
        place += compound
        while compound and (
            sentence.word(place) in vocabulary("between") or sentence.word(place).endswith("ment")
        ):
            place += 1
        if not sentence.is_word(place) or place in reporting:
            continue
        token = sentence.tokens[place]
        following = sentence.tokens[place + 1] if place + 1 < len(sentence) else token
        named = following.is_title or following.lower_ in vocabulary("inverted", "articles")
        known = sentence.words[place] in forms()
        verbal = is_finite(token) or known or (token.pos_ in ("NOUN", "ADJ", "PROPN", "VERB") and named)
        if compound:
            verbal = token.text.endswith(_PARTICIPLES)
        if verbal and token.text.islower():
            shapes = {"participle" if compound else "finite"}
            group = read_verb_group(sentence, place, place + 1, shapes, open=True)
            cue = _cue(group, Verb(token.lemma_, quote=True))
            if cue:
                yield cue


def _after_rest(sentence: Sentence, i: int, verb: Verb) -> int:
    """Return the item after the verb and the fixed words that belong to it, or -1."""
    place = i + 1
    if sentence.word(place) == "-t":
        place += 1
    if sentence.word(place) in vocabulary("inverted"):
        place += 1
    for k, rest in enumerate(verb.rest):
        for _ in range(4):
            if sentence.word(place) == rest:
                break
            if sentence.word(place) not in vocabulary("between"):
                return -1
            place += 1
        if sentence.word(place) != rest:
            return -1
        place += 1 if k < len(verb.rest) else 0
    return place
