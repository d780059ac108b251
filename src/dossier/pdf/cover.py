"""What stands on the cover and in the metadata of the PDF."""

from __future__ import annotations

import re
import unicodedata
from typing import Any

from dossier.analysis import Analysis
from dossier.edtf import in_words, sort_key
from dossier.narrative import cite


def cover_of(analysis: Analysis) -> dict[str, Any]:
    """Return title, authors, dates and the way to cite, as the template reads them from cover.json."""
    asked = analysis.investigation
    title = asked.title or "Report"
    days = [
        article.published.date
        for article in analysis.articles
        if article.status == "ok" and article.published.date
    ]
    newest = max(days, key=sort_key, default="")
    facts = {
        "Data as of": in_words(newest),
        "Sources": f"{sum(article.status == 'ok' for article in analysis.articles)} articles",
        "Issued": in_words(asked.date),
        "Version": asked.version,
        "Publisher": asked.publisher,
        "Address": (asked.doi and f"https://doi.org/{asked.doi}") or asked.url,
        "Licence": asked.licence and f"{asked.licence}; the quoted words remain their authors'",
        "How to cite": cite(asked).text,
    }
    return {
        "title": title,
        "subtitle": asked.subtitle,
        "authors": list(asked.authors),
        "keywords": list(asked.keywords),
        "date": asked.date,
        "facts": [[name, value] for name, value in facts.items() if value],
    }


def file_name(title: str) -> str:
    """Return *title* as the name of a file: small letters, digits and hyphens."""
    letters = "".join(c for c in unicodedata.normalize("NFKD", title) if not unicodedata.combining(c))
    return re.sub(r"[^a-z0-9]+", "-", letters.lower())[:80].strip("-") or "report"
