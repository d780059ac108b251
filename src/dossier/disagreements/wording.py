"""Names of sources and the joints of an English sentence."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass


def series(parts: Iterable[str]) -> str:
    """Return *parts*, each once, as English enumerates them."""
    kept = list(dict.fromkeys(parts))
    return kept[0] if len(kept) == 1 else f"{', '.join(kept[:-1])} and {kept[-1]}" if kept else ""


@dataclass(frozen=True, slots=True)
class Sources:
    """Short names of articles: what stands before the first underscore, where that is enough."""

    short: dict[str, str]

    def name(self, article_ids: Iterable[str]) -> str:
        """Return the articles by name, in their order."""
        return series(self.short.get(article_id, article_id) for article_id in sorted(set(article_ids)))


def build_sources(article_ids: Iterable[str]) -> Sources:
    """Return the short names of the articles with *article_ids*."""
    known = sorted(set(article_ids))
    heads = Counter(article_id.partition("_")[0] for article_id in known)
    return Sources({a: h if (h := a.partition("_")[0]) and heads[h] == 1 else a for a in known})
