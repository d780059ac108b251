"""Names, capitals, governments and demonyms to one canonical actor, with its side and category."""

from __future__ import annotations

from dataclasses import dataclass

from dossier.investigation import ActorEntry, Investigation


@dataclass(frozen=True, slots=True)
class Registry:
    """All known actors, looked up by folded name."""

    entries: tuple[ActorEntry, ...] = ()

    def resolve(self, text: str) -> ActorEntry | None:
        """Return the actor that *text* names in full or by a known other name, or None."""
        return None


def build_registry(investigation: Investigation) -> Registry:
    """Return the countries of the lexicon together with the actors of *investigation*."""
    return Registry(investigation.actors)
