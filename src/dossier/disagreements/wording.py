"""Names of sources and the joints of an English sentence."""

from __future__ import annotations

from collections import Counter
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
    """How a statement names articles, by their short names, and actors, in English."""

    short: dict[str, str]
    investigation: Investigation

    def name(self, article_ids: Iterable[str]) -> str:
        """Return the articles by name, in their order."""
        return series(self.short.get(article_id, article_id) for article_id in sorted(set(article_ids)))

    def who(self, names: Iterable[str]) -> str:
        """Return actors by their English names, as they stand in a sentence."""
        return series(in_sentence(english(name, self.investigation)) for name in names if name)


def short_names(article_ids: Iterable[str]) -> dict[str, str]:
    """Return for each article what stands before the first underscore, its id where two share that."""
    known = sorted(set(article_ids))
    heads = Counter(article_id.partition("_")[0] for article_id in known)
    return {a: h if (h := a.partition("_")[0]) and heads[h] == 1 else a for a in known}
