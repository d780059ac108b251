"""What an investigation asks: read from investigation.yml and validated, each mistake with its key and line."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Topic:
    """What a figure is about. ``words`` are lemmas of counted things, ``units`` lemmas of units."""

    key: str
    label: str
    words: tuple[str, ...] = ()
    units: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class EventType:
    """A kind of event, the French words that name it, and where it stands on the timeline."""

    key: str
    label: str
    triggers: tuple[str, ...] = ()
    lane: str = ""


@dataclass(frozen=True, slots=True)
class ActorEntry:
    """A person, state or body with its other names, the side it is on and its category."""

    name: str
    aliases: tuple[str, ...] = ()
    side: str = ""
    category: str = ""
    kind: str = ""  # person | state | organisation


@dataclass(frozen=True, slots=True)
class Theme:
    """A subject of views, with the lemmas that show it."""

    key: str
    label: str
    words: tuple[str, ...] = ()


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
