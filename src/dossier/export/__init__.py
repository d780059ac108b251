"""Records to the data package."""

from __future__ import annotations

import csv
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from dossier.records import Article
from dossier.report import Analysis

COLUMNS = {
    "articles": "article_id file sha256 status reason title outlet author url language words published"
    " published_text published_basis published_reason",
    "dates": "date_id article_id start end text type value date basis anchor calendar_check",
    "events": "mention_id event_id article_id start end text sentence_start sentence_end type label date date_id"
    " date_basis actors status attributed_to",
    "claims": "claim_id article_id start end text topic low high comparator unit subject place claimant"
    " claimant_text stance modality said_on about section sentence_start sentence_end",
    "quotations": "quotation_id article_id start end text kind content_start content_end speaker speaker_text"
    " role affiliation category cue themes said_on section",
    "discrepancies": "discrepancy_id kind subject statement severity records reason",
    "reuse": "reuse_id article_a start_a end_a article_b start_b end_b text similarity words",
}


def cell(value: object) -> str:
    """Return *value* as the text of one CSV cell."""
    if value is None:
        return ""
    if isinstance(value, tuple):
        return "|".join(map(str, value))
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return str(value)


def row(record: Any, columns: Iterable[str]) -> list[str]:
    """Return the cells of *record*, one for each of *columns*."""
    if isinstance(record, Article):
        published = record.published
        values = {
            "published": published.date,
            "published_text": published.text,
            "published_basis": published.basis,
            "published_reason": published.reason,
        }
        return [cell(values[c] if c in values else getattr(record, c)) for c in columns]
    return [cell(getattr(record, column)) for column in columns]


def write_package(analysis: Analysis, folder: Path) -> None:
    """Write the tables of *analysis* into *folder*."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, names in COLUMNS.items():
        columns = names.split()
        with (folder / f"{name}.csv").open("w", encoding="utf-8", newline="") as file:
            writer = csv.writer(file, lineterminator="\n")
            writer.writerow(columns)
            writer.writerows(row(record, columns) for record in getattr(analysis, name))
