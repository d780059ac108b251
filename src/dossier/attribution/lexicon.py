"""The vocabulary of reported speech, compiled once: each form of a reporting verb to its verb and shape."""

from __future__ import annotations

import functools
from collections.abc import Iterator, Mapping
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
    answer: str = ""  # what it says about a report: deny | deny_speech | confirm | avoid | wish
    prepositions: tuple[str, ...] = ()
    open: bool = False  # not of the lexicon: a verb of any sense inverted behind a quotation
    rest: tuple[str, ...] = ()  # the words that follow the verb in a fixed phrase


@dataclass(frozen=True, slots=True)
class Form:
    """One reading of a word form: finite, conditional, participle, gerund or infinitive of a verb."""

    verb: Verb
    shape: str


def conjugate(infinitive: str, paradigm: str = "") -> Iterator[tuple[str, str]]:
    """Yield the forms of the third person, the participles and the infinitive, each with its shape."""
    lexicon = load_lexicon("reporting")
    paradigm = paradigm or next(
        name for name in ("cer", "ger", "er", "dre", "cevoir", "ir") if infinitive.endswith(name)
    )
    stem = infinitive.removesuffix(paradigm)
    mute = lexicon["stems"].get(infinitive, stem)
    yield infinitive, "infinitive"
    for shape, endings in lexicon["paradigms"][paradigm].items():
        for ending in endings.split():
            changes = paradigm == "er" and (ending in ("e", "ent") or ending.startswith("er"))
            yield (mute if changes and "è" not in ending else stem) + ending, shape


def verbs() -> Iterator[Verb]:
    """Yield each verb of the lexicon with its classes."""
    lexicon = load_lexicon("reporting")
    names = ("say", "quote", "noun", "infinitive", "view", "document_verbs")
    classes = {name: set(lexicon[name].split()) for name in names}
    answers = {lemma: kind for kind, words in lexicon["answers"].items() for lemma in words.split()}
    for lemma in sorted(set().union(*classes.values(), lexicon["prepositions"], answers)):
        yield Verb(
            lemma.replace("_", " "),
            say=lemma in classes["say"],
            noun=lemma in classes["noun"],
            bare=lemma in classes["infinitive"],
            view=lemma in classes["view"],
            quote=lemma in classes["say"] | classes["quote"],
            document=lemma in classes["document_verbs"],
            answer=answers.get(lemma, ""),
            prepositions=tuple(lexicon["prepositions"].get(lemma, ())),
            rest=tuple(lexicon["compounds"].get(lemma, ())[1:]),
        )


@functools.cache
def forms() -> Mapping[str, tuple[Form, ...]]:
    """Return every form of every reporting verb, with its readings; longest fixed phrases first."""
    paradigms = load_lexicon("reporting")["paradigm_of"]
    table: dict[str, list[Form]] = {}
    for verb in verbs():
        infinitive = verb.lemma.split(" ")[0]
        for form, shape in conjugate(infinitive, paradigms.get(infinitive, "")):
            readings = table.setdefault(form, [])
            if Form(verb, shape) not in readings:
                readings.append(Form(verb, shape))
    return {form: tuple(sorted(found, key=lambda f: -len(f.verb.rest))) for form, found in table.items()}


@dataclass(frozen=True, slots=True)
class Roles:
    """Role nouns with category and gender, and the other closed classes of speakers."""

    category: Mapping[str, str]
    gender: Mapping[str, str]


@functools.cache
def roles() -> Roles:
    """Return the role nouns: singular and plural forms to category, and to gender where the form shows it."""
    category: dict[str, str] = {}
    gender: dict[str, str] = {}
    for name, words in load_lexicon("sources")["roles"].items():
        for entry in words.split():
            masculine, slash, feminine = entry.replace("_", " ").partition("/")
            for form, sex in ((masculine, "masc"), (feminine, "fem")):
                for spelled in (form, form if form.endswith(("s", "x")) else form + "s") if form else ():
                    category.setdefault(spelled, name)
                    if slash:
                        gender.setdefault(spelled, sex)
    return Roles(category, gender)


@functools.cache
def vocabulary(name: str) -> frozenset[str]:
    """Return the closed class *name* of the lexicon of reporting or of sources."""
    lexicon = load_lexicon("reporting")["closed"]
    words = lexicon[name] if name in lexicon else load_lexicon("sources")[name]
    return frozenset(words.split() if isinstance(words, str) else words)


def is_document(noun: str) -> bool:
    """Return whether *noun* names a document, which speaks by what stands in it."""
    return roles().category.get(noun) == "document"


def titles() -> Mapping[str, str]:
    """Return what can stand before a name, "M.", "Mme" …, with the gender it gives."""
    found: Mapping[str, str] = load_lexicon("sources")["titles"]
    return found


@functools.cache
def same_roles() -> Mapping[str, frozenset[str]]:
    """Return role nouns that can take up another: "le magistrat" for a prosecutor, "l'élu" for a mayor."""
    groups: dict[str, str] = load_lexicon("sources")["same_roles"]
    return {noun: frozenset(others.split()) for noun, others in groups.items()}


@functools.cache
def epithets() -> frozenset[str]:
    """Return the nouns that can stand for anybody already named: "l'intéressé", "ce dernier"."""
    found: dict[str, list[str]] = load_lexicon("sources")["epithets"]
    return frozenset(noun for nouns in found.values() for noun in nouns)
