"""Who speaks, as the records tell it: and for whom, a public office, or a body or persons."""

import re
from typing import Any

from dossier.actors.described import Person
from dossier.actors.people import Names
from dossier.actors.speakers import Speaker
from dossier.lexicons import word_set
from dossier.syntax.nominals import Nominal
from dossier.syntax.vocabulary import vocabulary

_WORD = re.compile(r"[\w-]+")


def speaker_fields(speaker: Speaker | None, names: Names) -> dict[str, Any]:
    """Return *speaker*, one of an article that has *names*, as the fields of an `Attribution`."""
    if speaker is None:
        return {}
    return {
        "speakers": speaker.names,
        "speaker_text": speaker.text,
        "speaker_start": speaker.start,
        "speaker_end": speaker.end,
        "role": speaker.role,
        "affiliation": speaker.affiliation,
        "category": stated_category(speaker, names),
    }


def stated_category(speaker: Speaker, names: Names) -> str:
    """Return the category of *speaker* in the records, empty for a private person without another.

    Of those in charge, who represents somebody ("avocat de la famille") or leads what is no public body
    ("présidente du club") stands with the organisations and their representatives; "la patronne du bar" is a
    private person.
    """
    if speaker.category != "official":
        return "" if speaker.category == "person" else speaker.category
    words = {match.group().lower() for match in _WORD.finditer(f"{speaker.role} {speaker.affiliation}")}
    if names.registry.state(speaker.role) or words & word_set("sources", "public_bodies"):
        return "official"
    person = names.persons.get(speaker.names[0]) if speaker.names else None
    nouns = words or (person.nouns if person else set())  # "Me Roux"
    if nouns & word_set("sources", "keepers") and speaker.affiliation.islower():
        return ""
    leads = speaker.affiliation and nouns & word_set("sources", "of_anybody")
    return "organisation" if leads or nouns & word_set("sources", "for_parties") else "official"


def is_nobody(source: Nominal) -> bool:
    """Return whether the phrase stands for nobody in particular: "on", "tout Lens", "trois" alone."""
    first, text = source.sentence.tokens[source.start], source.text.removeprefix("-").lower()
    alone = source.end - source.start == 1 and first.pos_ == "NUM"
    return alone or first.lower_ in vocabulary("wholes") or text in vocabulary("nobody", "nobody_named")


def find_holders(source: Nominal, last: Speaker | None, names: Names) -> list[Person]:
    """Return whom "son président" can mean, or "son client" behind the *last* who spoke, his lawyer."""
    whose = last.affiliation if last else ""
    if source.noun in vocabulary("clients"):
        return [names.person(whose)] if names.knows(whose) else []
    return [person for person in names.persons.values() if source.noun in person.nouns]


def place_of(source: Nominal) -> dict[str, Any]:
    """Return the words of *source* and where they stand, as the fields of a `Speaker`."""
    return {"text": source.text, "start": source.file_start, "end": source.file_end}
