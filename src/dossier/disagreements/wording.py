"""Names of sources and the joints of an English sentence."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from dossier.investigation import Investigation
from dossier.names import english, in_sentence


def series(parts: Iterable[str]) -> str:
    """Return *parts*, each once, as English enumerates them."""
    kept = list(dict.fromkeys(parts))
    return kept[0] if len(kept) == 1 else f"{', '.join(kept[:-1])} and {kept[-1]}" if kept else ""


@dataclass(frozen=True, slots=True)
class Sources:
    """How a statement names articles, by their ids in brackets, and actors, in English."""

    short: dict[str, str]
    investigation: Investigation

    def name(self, article_ids: Iterable[str]) -> str:
        """Return the articles by name, in their order."""
        return series(self.short.get(article_id, article_id) for article_id in sorted(set(article_ids)))

    def who(self, names: Iterable[str]) -> str:
        """Return actors by their English names, as they stand in a sentence."""
        return series(in_sentence(english(name, self.investigation)) for name in names if name)


def bracketed(article_ids: Iterable[str]) -> dict[str, str]:
    """Return each article's id in square brackets: a reader sees the name of the source in its place."""
    return {article_id: f"[{article_id}]" for article_id in sorted(set(article_ids))}
