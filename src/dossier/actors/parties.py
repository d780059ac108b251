"""Who speaks, as the records tell it: and for whom, a public office, or a body or persons."""

import re
from typing import Any

from dossier.actors.people import Names
from dossier.actors.speakers import Speaker
from dossier.lexicons import word_set

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
