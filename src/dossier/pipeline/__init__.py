"""A folder of articles to its records, as a stream: memory stays flat, and a killed run resumes.

First each article is read by itself, in worker processes where that pays, and its reading kept on disk
under the hash of all that it depends on. Then the readings are compared, one by one, and their rows handed
to a sink.
"""

from __future__ import annotations

import tempfile
from collections.abc import Iterable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from dossier.analysis import Analysis
from dossier.i18n import using
from dossier.investigation import Investigation
from dossier.pipeline.comparing import Sink, compare
from dossier.pipeline.readings import Readings
from dossier.pipeline.workers import read_all
from dossier.review import Decision

__all__ = ["Collection", "Readings", "Sink", "analyse_folder", "compare", "read_all", "run"]


class Collection:
    """A sink that keeps every row in memory."""

    def __init__(self) -> None:
        self.tables: dict[str, list[Any]] = {}

    def add(self, table: str, rows: Iterable[Any]) -> None:
        """Keep *rows* of *table*."""
        self.tables.setdefault(table, []).extend(rows)


def run(
    folder: Path,
    investigation: Investigation,
    sink: Sink,
    *,
    work: Path,
    jobs: int | None = None,
    progress: bool = False,
    decisions: Sequence[Decision] = (),
) -> Readings:
    """Read the articles of *folder*, compare them, hand every row to *sink*, and return the readings.

    Readings are kept in *work* and taken from there where they already are. *jobs* is the number of worker
    processes: 1 reads in this one, None decides by the number of articles.
    """
    readings = Readings(work, investigation)
    with using(investigation.language):
        read_all(readings, folder, jobs=jobs, progress=progress)
        compare(readings, investigation, sink, decisions=decisions, progress=progress)
    return readings


def analyse_folder(
    folder: Path,
    investigation: Investigation,
    *,
    work: Path | None = None,
    jobs: int | None = None,
    progress: bool = False,
    decisions: Sequence[Decision] = (),
) -> Analysis:
    """Return the analysis of the articles of *folder*, texts included; *work* keeps the readings."""
    collection = Collection()
    with tempfile.TemporaryDirectory() as temporary:
        readings = run(
            folder,
            investigation,
            collection,
            work=work or Path(temporary),
            jobs=jobs,
            progress=progress,
            decisions=decisions,
        )
        readings.forget_others()
        whole = {reading.article.article_id: reading.article for reading in readings}
    tables = {name: tuple(rows) for name, rows in collection.tables.items()}
    tables["articles"] = tuple(
        replace(whole.get(article.article_id, article), published=article.published)
        for article in tables["articles"]
    )
    return Analysis(investigation, **tables)
