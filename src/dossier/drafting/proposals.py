"""What a draft proposes, each proposal with how often and where it was seen."""

from collections.abc import Iterable
from dataclasses import dataclass

from dossier.investigation import ActorEntry, EventType, Theme, Topic


@dataclass(frozen=True, slots=True)
class Seen:
    """Where something occurs: how many times, in which articles, and the first words of it."""

    times: int
    articles: tuple[str, ...]
    example: str = ""


@dataclass(frozen=True, slots=True)
class Proposal:
    """One entry of a draft. A *sure* one is written so that it takes effect, others as comments."""

    entry: Topic | EventType | ActorEntry | Theme
    seen: Seen
    sure: bool = True


@dataclass(frozen=True, slots=True)
class Draft:
    """All that a draft proposes for an investigation."""

    title: str = ""
    figures: tuple[tuple[Topic, Seen], ...] = ()  # topics that figures are about, those with most first
    pages: tuple[str, ...] = ()  # the keys of the topics that get a chapter
    topics: tuple[Proposal, ...] = ()
    events: tuple[Proposal, ...] = ()
    actors: tuple[Proposal, ...] = ()
    themes: tuple[Proposal, ...] = ()
    sides: tuple[tuple[str, tuple[str, ...]], ...] = ()  # label and French names of countries


def seen(places: Iterable[tuple[str, str]]) -> Seen:
    """Return where something occurs, from the article and the words of each occurrence."""
    found = list(places)
    articles = tuple(dict.fromkeys(article for article, _ in found))
    told = (words for _, words in found if words)
    return Seen(len(found), articles, min(told, key=_telling, default=""))


def _telling(words: str) -> tuple[bool, int]:
    """Return by what an example is chosen: a short one, but none that is a bare number."""
    return len(words.split()) < 2 or not any(map(str.isalpha, words)), len(words)
