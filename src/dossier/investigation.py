"""What an investigation asks: read from investigation.yml and validated, each mistake with its key and line.

Words and phrases are French, in dictionary form: each word of a phrase stands for a token whose lemma or
written form equals it, case aside. Labels are what the English report prints.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from dossier.validated_yaml import (
    DAY,
    WEB,
    Keyed,
    Many,
    Mistakes,
    Rule,
    Table,
    Text,
    Word,
    YamlError,
    read_yaml,
)

CATEGORIES = ("expert", "official", "state_media", "witness", "organisation", "unnamed")
KINDS = ("person", "state", "organisation")


class InvestigationError(ValueError):
    """An investigation.yml that cannot be used; ``mistakes`` names each with its line."""

    def __init__(self, mistakes: tuple[str, ...]) -> None:
        self.mistakes = mistakes
        super().__init__("\n".join(mistakes))


@dataclass(frozen=True, slots=True)
class Topic:
    """What a figure is about. ``words`` are lemmas of counted things, ``units`` lemmas of units.

    ``verbs`` are lemmas that put a figure under this topic whatever is counted ("tuer": soldiers killed are
    casualties). Where two topics fit, a verb beats a word, and the earlier topic the later one.
    """

    key: str
    label: str
    words: tuple[str, ...] = ()
    units: tuple[str, ...] = ()
    verbs: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Attribute:
    """A property of an event that sources may give differently: values by label, with French phrases."""

    key: str
    label: str
    values: tuple[tuple[str, tuple[str, ...]], ...] = ()


@dataclass(frozen=True, slots=True)
class EventType:
    """A kind of event, the French phrases that name it, and where it stands on the timeline.

    A sentence names the event where it holds one of ``triggers`` and, if ``with_words`` are given, one of
    them, and none of ``without_words``. ``once``: it happens once, so all its mentions are the same event.
    ``follows``: keys of the types that cannot come later than it.
    """

    key: str
    label: str
    triggers: tuple[str, ...] = ()
    lane: str = ""
    with_words: tuple[str, ...] = ()
    without_words: tuple[str, ...] = ()
    once: bool = False
    follows: tuple[str, ...] = ()
    attributes: tuple[Attribute, ...] = ()


@dataclass(frozen=True, slots=True)
class ActorEntry:
    """A person, state or body with its other names, the side it is on and its category.

    ``roles`` are French role phrases that mean this actor and no other in this investigation.
    """

    name: str
    aliases: tuple[str, ...] = ()
    side: str = ""
    category: str = ""
    kind: str = ""  # person | state | organisation
    roles: tuple[str, ...] = ()
    english: str = ""  # what the report calls it


@dataclass(frozen=True, slots=True)
class Side:
    """A party to the matter, by its English name, with its countries by their French names."""

    name: str
    countries: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Theme:
    """A subject of views, with the phrases that show it."""

    key: str
    label: str
    words: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Correction:
    """An entry of the corrections log: what was corrected, when (EDTF), and the ids of the records."""

    date: str
    text: str
    records: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Investigation:
    """The whole of investigation.yml; the default is an investigation that asks nothing in particular."""

    title: str = ""
    subtitle: str = ""
    topics: tuple[Topic, ...] = ()
    event_types: tuple[EventType, ...] = ()
    actors: tuple[ActorEntry, ...] = ()
    themes: tuple[Theme, ...] = ()
    path: tuple[str, ...] = ()  # keys of event types: the central topic's way, in order
    sides: tuple[Side, ...] = ()
    authors: tuple[str, ...] = ()
    date: str = ""  # EDTF day on which the report was issued
    version: str = ""
    publisher: str = ""
    licence: str = ""  # SPDX identifier of the report's own text and data
    url: str = ""
    doi: str = ""
    keywords: tuple[str, ...] = ()
    corrections: tuple[Correction, ...] = ()


WORDS = Many(Text())
DOI = Text(pattern=r"10\.\d{4,9}/\S+", form="a DOI such as 10.5281/zenodo.1234")
NAMED: dict[str, Rule] = {"label": Text()}
FORM = Table(
    {
        "title": Text(),
        "subtitle": Text(),
        "authors": WORDS,
        "date": DAY,
        "version": Text(),
        "publisher": Text(),
        "licence": Text(),
        "url": WEB,
        "doi": DOI,
        "keywords": WORDS,
        "topics": Keyed(Table({**NAMED, "words": WORDS, "units": WORDS, "verbs": WORDS}, ("label",))),
        "event_types": Keyed(
            Table(
                {
                    **NAMED,
                    "lane": Text(),
                    "triggers": WORDS,
                    "with": WORDS,
                    "without": WORDS,
                    "once": Text(choices=("true", "false")),
                    "follows": WORDS,
                    "attributes": Keyed(
                        Table({**NAMED, "values": Keyed(WORDS, r".+", "a label")}, ("label", "values"))
                    ),
                },
                ("label", "triggers"),
            )
        ),
        "path": WORDS,
        "sides": Keyed(WORDS, r".+", "the English name of the side"),
        "actors": Many(
            Table(
                {
                    "name": Text(),
                    "aliases": WORDS,
                    "side": Text(),
                    "category": Text(choices=CATEGORIES),
                    "kind": Text(choices=KINDS),
                    "roles": WORDS,
                    "english": Text(),
                },
                ("name",),
            )
        ),
        "themes": Keyed(Table({**NAMED, "words": WORDS}, ("label", "words"))),
        "corrections": Many(Table({"date": DAY, "text": Text(), "records": WORDS}, ("date", "text"))),
    },
    ("title",),
)


def load_investigation(path: Path) -> Investigation:
    """Return the investigation that *path* describes.

    Raises InvestigationError with every mistake, its key and its line; OSError where the file cannot be read.
    """
    try:
        value = read_yaml(path, FORM, empty="write at least a line 'title: …'", check=check_references)
    except YamlError as error:
        raise InvestigationError(error.mistakes) from None
    return build_investigation(plain(value))


def build_investigation(value: Mapping[str, Any]) -> Investigation:
    """Return the investigation of the validated *value*."""
    lists: dict[str, Any] = {
        "topics": tuple(Topic(key, **entry) for key, entry in value.get("topics", {}).items()),
        "event_types": tuple(build_event_type(*item) for item in value.get("event_types", {}).items()),
        "actors": tuple(ActorEntry(**entry) for entry in value.get("actors", ())),
        "themes": tuple(Theme(key, **entry) for key, entry in value.get("themes", {}).items()),
        "sides": tuple(Side(*item) for item in value.get("sides", {}).items()),
        "corrections": tuple(Correction(**entry) for entry in value.get("corrections", ())),
    }
    return Investigation(**{**value, **lists})


def build_event_type(key: str, entry: Mapping[str, Any]) -> EventType:
    """Return the event type *key* as *entry* describes it."""
    return EventType(
        key=key,
        label=entry["label"],
        triggers=entry["triggers"],
        lane=entry.get("lane", ""),
        with_words=entry.get("with", ()),
        without_words=entry.get("without", ()),
        once=entry.get("once") == "true",
        follows=entry.get("follows", ()),
        attributes=tuple(
            Attribute(name, detail["label"], tuple(detail["values"].items()))
            for name, detail in entry.get("attributes", {}).items()
        ),
    )


def check_references(value: Mapping[str, Any], mistakes: Mistakes) -> None:
    """Note each key that leads nowhere and each name that means two things."""
    known = value.get("event_types", {})
    followed = (key for entry in known.values() for key in entry.get("follows", ()))
    for key in (*value.get("path", ()), *followed):
        mistakes.expect(key, known, "event type")
    for actor in value.get("actors", ()):
        if side := actor.get("side"):
            mistakes.expect(side, value.get("sides", {}), "side")
    seen: dict[str, tuple[str, Word]] = {}
    for owner, name in names_in(value):
        other, first = seen.setdefault(name.casefold(), (owner, name))
        if first is not name:
            whose = "the same entry" if other == owner else f"{other!r}"
            mistakes.add(name.line, f"{str(name)!r} already stands on line {first.line}, in {whose}")


def names_in(value: Mapping[str, Any]) -> Iterator[tuple[str, Word]]:
    """Yield every name, alias and role of an actor with the name of its owner."""
    for actor in value.get("actors", ()):
        for name in (actor["name"], *actor.get("aliases", ()), *actor.get("roles", ())):
            yield str(actor["name"]), name


def plain(value: Any) -> Any:
    """Return *value* with its words as simple strings."""
    if isinstance(value, Mapping):
        return {str(key): plain(entry) for key, entry in value.items()}
    if isinstance(value, tuple):
        return tuple(plain(entry) for entry in value)
    return str(value) if isinstance(value, Word) else value
