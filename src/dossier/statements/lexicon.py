"""The vocabulary of reported speech, each form compiled once, and where a sentence reports by it."""

import functools
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, fields

from dossier.lexicons import load_lexicon
from dossier.syntax.sentence import Sentence, is_finite
from dossier.syntax.verbs import VerbGroup, read_verb_group
from dossier.syntax.vocabulary import vocabulary


@dataclass(frozen=True, slots=True)
class Verb:
    """A reporting verb, or a fixed phrase such as ``faire savoir``, and what it can take."""

    lemma: str
    say: bool = False  # takes a clause
    quote: bool = False  # takes words in quotation marks, and may stand inverted
    noun: bool = False  # its noun object is what is said
    bare: bool = False  # takes a bare infinitive
    view: bool = False  # reports only with quotation marks or inverted
    document: bool = False  # reports with quotation marks where its subject is a document
    personal: bool = False  # whatever its subject is, it speaks
    holding: str = ""  # the modality that it gives to the figures in its object
    answer: str = ""  # what it says about a report: deny, deny_speech (where its object is one), other
    prepositions: tuple[str, ...] = ()
    rest: tuple[str, ...] = ()  # the words that follow the verb in a fixed phrase


@dataclass(frozen=True, slots=True)
class Form:
    """One reading of a word form: finite, first (person), conditional, participle, gerund or infinitive."""

    verb: Verb
    shape: str


def conjugate(infinitive: str, paradigm: str = "") -> Iterator[tuple[str, str]]:
    """Yield the forms of the third person, the participles and the infinitive, each with its shape."""
    lexicon = load_lexicon("reporting")
    paradigm = paradigm or next(
        name for name in ("cer", "ger", "er", "dre", "cevoir", "ir") if infinitive.endswith(name)
    )
    stem = infinitive.removesuffix(paradigm)
    mute = lexicon["stems"].get(infinitive, stem).split()
    yield infinitive, "infinitive"
    for shape, endings in lexicon["paradigms"][paradigm].items():
        for ending in endings.split():
            changes = paradigm == "er" and (ending in ("e", "ent") or ending.startswith("er"))
            for changed in mute if changes and "è" not in ending else (stem,):
                yield changed + ending, shape


@functools.cache
def conjugated(*infinitives: str) -> frozenset[str]:
    """Return all forms of the verbs *infinitives*."""
    paradigms = load_lexicon("reporting")["paradigm_of"]
    return frozenset(form for verb in infinitives for form, _ in conjugate(verb, paradigms.get(verb, "")))


def verbs() -> Iterator[Verb]:
    """Yield each verb of the lexicon with its classes."""
    lexicon = load_lexicon("reporting")
    names = ("say", "quote", "noun", "infinitive", "view", "document_verbs")
    classes = {name: set(lexicon[name].split()) for name in names}
    answers, things = _answers(), set(lexicon["of_things"].split())
    for lemma in sorted(set().union(*classes.values(), lexicon["prepositions"], answers)):
        yield Verb(
            lemma.replace("_", " "),
            say=lemma in classes["say"],
            noun=lemma in classes["noun"],
            personal=lemma in classes["say"] - things,
            bare=lemma in classes["infinitive"],
            view=lemma in classes["view"],
            quote=lemma in classes["say"] | classes["quote"],
            document=lemma in classes["document_verbs"],
            answer=answers.get(lemma, ""),
            prepositions=tuple(lexicon["prepositions"].get(lemma, ())),
            rest=tuple(lexicon["compounds"].get(lemma, ())[1:]),
        )


def _answers() -> dict[str, str]:
    """Return the verbs of the constructions of denials and non-answers, with what they say about a report."""
    found: dict[str, str] = {}
    for entry in load_lexicon("responses")["verbs"]:
        plain = entry["stance"] == "deny" and not entry.keys() & {"at_once", "behind", "reflexive"}
        kind = ("deny_speech" if "object" in entry else "deny") if plain else "other"
        for lemma in entry["verbs"].split():
            found[lemma] = kind if found.get(lemma, "other") == "other" else found[lemma]
    return found


def holders() -> Iterator[Verb]:
    """Yield each verb that holds the figures in its object."""
    lexicon = load_lexicon("reporting")
    for modality, lemmas in lexicon["holding"].items():
        for lemma in lemmas.split():
            rest = tuple(lexicon["compounds"].get(lemma, ())[1:])
            yield Verb(lemma.replace("_", " "), holding=modality, rest=rest)


@functools.cache
def forms() -> Mapping[str, tuple[Form, ...]]:
    """Return every form of every reporting verb, with its readings; longest fixed phrases first."""
    return _table(verbs())


@functools.cache
def holding_forms() -> Mapping[str, tuple[Form, ...]]:
    """Return every form of every verb that holds a figure, as `forms` does."""
    return _table(holders())


@functools.cache
def taking_forms() -> Mapping[str, tuple[Form, ...]]:
    """Return the forms of the verbs that take up a sentence, and of those that hold a figure."""
    confirming = load_lexicon("reporting")["confirming"].split()
    return {**holding_forms(), **_table(Verb(lemma, say=True) for lemma in confirming)}


def _table(verbs: Iterable[Verb]) -> Mapping[str, tuple[Form, ...]]:
    paradigms = load_lexicon("reporting")["paradigm_of"]
    table: dict[str, list[Form]] = {}
    for verb in verbs:
        infinitive = verb.lemma.split(" ")[0]
        for form, shape in conjugate(infinitive, paradigms.get(infinitive, "")):
            if shape == "first" and not verb.answer:
                continue
            reading = Form(verb, shape)
            readings = table.setdefault(form, [])
            if reading not in readings:
                readings.append(reading)
    return {form: tuple(sorted(found, key=lambda f: -len(f.verb.rest))) for form, found in table.items()}


@dataclass(frozen=True, slots=True, kw_only=True)
class Cue(VerbGroup):
    """A reporting verb in its sentence."""

    verb: Verb


_GROUP = [field.name for field in fields(VerbGroup)]


def _cue(group: VerbGroup | None, verb: Verb) -> Cue | None:
    return Cue(verb=verb, **{name: getattr(group, name) for name in _GROUP}) if group else None


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
        verbal = is_finite(token) or known or (token.pos_ in ("NOUN", "ADJ", "PROPN", "VERB", "X") and named)
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
    for rest in verb.rest:
        last = place + 4
        while sentence.word(place) != rest and place < last and sentence.word(place) in vocabulary("between"):
            place += 1
        if sentence.word(place) != rest:
            return -1
        place += 1
    return place
