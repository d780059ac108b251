"""What stands on the cover and in the metadata of the PDF."""

import re
from typing import Any

from dossier.analysis import Analysis
from dossier.chapters import chapters_of
from dossier.edtf import in_words, sort_key
from dossier.folding import without_accents
from dossier.i18n import _, ngettext, using
from dossier.narrative import cite


def cover_of(analysis: Analysis) -> dict[str, Any]:
    """Return title, authors, dates and the way to cite, as the template reads them from cover.json.

    They are in the language of the report.
    """
    with using(analysis.investigation.language):
        return _cover(analysis)


def _cover(analysis: Analysis) -> dict[str, Any]:
    asked = analysis.investigation
    title = asked.title or _("Report")
    days = [
        article.published.date
        for article in analysis.articles
        if article.status == "ok" and article.published.date
    ]
    newest = max(days, key=sort_key, default="")
    read = sum(article.status == "ok" for article in analysis.articles)
    facts = {
        _("Data as of"): in_words(newest),
        _("Sources"): ngettext("{n} article", "{n} articles", read),
        _("Issued"): in_words(asked.date),
        _("Version"): asked.version,
        _("Publisher"): asked.publisher,
        _("Address"): (asked.doi and f"https://doi.org/{asked.doi}") or asked.url,
        _("Licence"): asked.licence
        and _("{licence}; the quoted words remain their authors'", licence=asked.licence),
        _("How to cite"): cite(asked).text,
    }
    return {
        "language": asked.language,
        "contents": _("Contents"),
        "page": _("p. {page}", page="{page}"),
        "title": title,
        "subtitle": asked.subtitle,
        "authors": list(asked.authors),
        "keywords": list(asked.keywords),
        "date": asked.date,
        "site": asked.url,
        "onward": [chapter.file for chapter in chapters_of(asked) if chapter.page == "working_on"],
        "facts": [[name, value] for name, value in facts.items() if value],
    }


def file_name(title: str) -> str:
    """Return *title* as the name of a file: small letters, digits and hyphens."""
    return re.sub(r"[^a-z0-9]+", "-", without_accents(title).lower())[:80].strip("-") or "report"
