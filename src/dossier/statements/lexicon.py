"""The vocabulary of reported speech, compiled once: each form of a reporting verb to its verb and shape."""

import functools
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from dossier.lexicons import load_lexicon


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
