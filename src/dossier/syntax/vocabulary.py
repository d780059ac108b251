"""The closed classes of French and who speaks, compiled once; what is asked of a document, kept."""

from __future__ import annotations

import functools
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeVar

from dossier.lexicons import given_names, load_lexicon

if TYPE_CHECKING:
    from dossier.tokens import Token

PRIVATE = ("witness", "person")  # the categories of roles of who speaks for himself alone
PERSONAL = ("official", "expert", *PRIVATE)  # those that persons have


@dataclass(frozen=True, slots=True)
class Roles:
    """Role nouns with category and gender, and the feminine of those that have one."""

    category: Mapping[str, str]
    gender: Mapping[str, str]
    feminine: Mapping[str, str]


@functools.cache
def roles() -> Roles:
    """Return the role nouns: singular and plural forms to category, and to gender where the form shows it."""
    category: dict[str, str] = {}
    gender: dict[str, str] = {}
    feminines: dict[str, str] = {}
    for name, words in load_lexicon("sources")["roles"].items():
        for entry in words.split():
            masculine, slash, feminine = entry.replace("_", " ").partition("/")
            if masculine and feminine:
                feminines.setdefault(masculine, feminine)
            for form, sex in ((masculine, "masc"), (feminine, "fem")):
                plural = form if form.endswith(("s", "x")) else form + "s"
                for spelled in (form, plural, f"ex-{form}", f"ex-{plural}") if form else ():
                    category.setdefault(spelled, name)
                    if slash:
                        gender.setdefault(spelled, sex)
    return Roles(category, gender, feminines)


@functools.cache
def vocabulary(*names: str) -> frozenset[str]:
    """Return the words of the closed classes *names* of the lexicon of syntax or of sources.

    Raises:
        KeyError: neither has one of them.
    """
    known = {**load_lexicon("sources"), **load_lexicon("syntax")}
    listed = (known[name] for name in names)
    return frozenset().union(*(words.split() if isinstance(words, str) else words for words in listed))


def gender_of_name(name: str) -> str:
    """Return masc or fem as the given name at the head of *name* tells, or an empty string."""
    return given_names().get(name.split(maxsplit=1)[0], "") if " " in name.strip() else ""


def is_occupation(noun: str) -> bool:
    """Return whether *noun* is formed like one for a person by trade or origin: "pharmacienne"."""
    return noun.islower() and noun.endswith(tuple(vocabulary("person_endings")))


def is_of_a_place(name: str) -> bool:
    """Return whether *name* is formed like one for who comes from a place: "Vaudoise", "Breton"."""
    word = name.lower()
    formed = word.endswith(tuple(vocabulary("origin_endings"))) or word in vocabulary("origins")
    return formed and name[:1].isupper() and word not in vocabulary("no_origins")


def names_bodies(noun: str) -> bool:
    """Return whether *noun* before a name makes it a body's: "la société Kairos", "l'usine Valtor"."""
    return roles().category.get(noun) in ("organisation", "media") or noun in vocabulary("general_bodies")


def is_personal(noun: str) -> bool:
    """Return whether *noun* is a role that a person has: "ministre", no "ministère"."""
    return roles().category.get(noun) in PERSONAL


def is_personal_role(role: str) -> bool:
    """Return whether *role* is a person's by one of its first two words: "ancien maire", no "préfecture"."""
    return any(map(is_personal, role.lower().split()[:2]))


def bears_article(before: str, name: str) -> bool:
    """Return whether the article *before* it makes *name* that of a thing: "le Belle Anse", no "l'élu"."""
    first = name.partition(" ")[0]
    role = first.lower() in roles().category or first.lower() in titles() or is_of_a_place(first)
    led = before in vocabulary("singular_articles", "contracted")
    return led and not role and first not in given_names()


def role_noun(words: Sequence[str]) -> str:
    """Return the noun that *words* begin with if it is of a role or a document: "compte rendu"."""
    return next((noun for noun in (" ".join(words[:2]), *words[:1]) if noun in roles().category), "")


def is_document(noun: str) -> bool:
    """Return whether *noun* names a document, which speaks by what stands in it."""
    return roles().category.get(noun) == "document"


def is_said(noun: str) -> bool:
    """Return whether in what *noun* names somebody speaks: "le récit de Luc Morel", no "proche de" his."""
    made = vocabulary("speech_nouns", "own_findings")
    return is_document(noun) or noun in made or noun.removesuffix("s") in made


def titles() -> Mapping[str, str]:
    """Return what can stand before a name, "M.", "Mme" …, with the gender it gives."""
    found: Mapping[str, str] = load_lexicon("sources")["titles"]
    return found


@functools.cache
def same_roles() -> Mapping[str, frozenset[str]]:
    """Return role nouns that can take up another: "le magistrat" for a prosecutor, "l'élue" for a mayor."""
    groups: dict[str, str] = load_lexicon("sources")["same_roles"]
    found: dict[str, frozenset[str]] = {}
    for noun, others in groups.items():
        words = [word.replace("_", " ") for word in others.split()]
        feminine = [roles().feminine.get(word, word) for word in words]
        found[noun] = frozenset(words) | found.get(noun, frozenset())
        female = roles().feminine.get(noun, noun)
        found[female] = frozenset((*feminine, *words)) | found.get(female, frozenset())
    return found


@functools.cache
def epithets() -> frozenset[str]:
    """Return the nouns that can stand for anybody already named: "l'intéressé", "ce dernier"."""
    found: dict[str, list[str]] = load_lexicon("sources")["epithets"]
    return frozenset(noun for nouns in found.values() for noun in nouns)


T = TypeVar("T")


def remembered(function: Callable[[Token], T]) -> Callable[[Token], T]:
    """Return *function* asked once for each token."""

    name = f"{function.__module__}.{function.__qualname__}"

    @functools.wraps(function)
    def ask(token: Token) -> T:
        known = token.__dict__
        if name not in known:
            known[name] = function(token)
        answer: T = known[name]
        return answer

    return ask
