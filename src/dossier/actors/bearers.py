"""Which of the persons in view a role means: who bears it, or of whom no role is known."""

from __future__ import annotations

from dossier.actors.people import Person, has_no_role
from dossier.actors.speakers import Speaker, category_of, is_complemented, is_named
from dossier.registry import name_key
from dossier.syntax.nominals import Nominal
from dossier.syntax.vocabulary import PERSONAL, roles, same_roles, vocabulary


def _content(role: str) -> set[str]:
    """Return the words of a role that say something, folded."""
    return {word for word in name_key(role).split() if word not in vocabulary("empty_words")}


def find_bearer(source: Nominal, known: list[Person], last: Speaker | None) -> Person | None:
    """Return the person of *known*, the nearest first, whom a role means."""
    category = roles().category.get(source.noun, "")
    if category not in PERSONAL or not known:
        return None
    more = _content(source.role) - {name_key(source.noun)}
    further = is_complemented(source)
    nouns = {source.noun} | same_roles().get(source.noun, frozenset())
    for person in known:
        named_otherwise = not further and source.noun not in person.nouns  # "le premier magistrat", a mayor
        alike = not more or named_otherwise or len(more & _content(person.role)) * 2 >= len(more)
        if nouns & person.nouns and (alike or (person is known[0] and not is_named(source))):
            return person
    if not further and (source.noun in same_roles() or category == "expert"):
        for person in known:
            if has_no_role(person) or (category_of(person.role) == category and not more):
                return person
    demonstrative = source.sentence.word(source.start) in ("ce", "cet", "cette")
    if not further and (demonstrative or more & vocabulary("stages")):
        return next(filter(has_no_role, known), known[0])
    for person in known[:2] if not further else known[:1]:
        in_view = last is not None and last.names[0] == person.name
        if has_no_role(person) and (in_view or not (further or category == "official")):
            return person
    return None
