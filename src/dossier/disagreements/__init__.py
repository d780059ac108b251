"""Events, claims and responses compared across articles; passages that two articles share."""

from __future__ import annotations

from collections.abc import Iterable

from dossier.records import Article, Claim, Discrepancy, Mention, Reuse


def find_reuse(articles: Iterable[Article]) -> tuple[Reuse, ...]:
    """Return the passages that two of *articles* share word for word or nearly so."""
    return ()


def find_discrepancies(mentions: Iterable[Mention], claims: Iterable[Claim]) -> tuple[Discrepancy, ...]:
    """Return where the sources do not agree."""
    return ()
