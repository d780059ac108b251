"""How the report and its records are cited."""

import json
import re
from dataclasses import dataclass
from urllib.parse import quote

from dossier.edtf import in_words
from dossier.folding import without_accents
from dossier.i18n import _
from dossier.investigation import Investigation
from dossier.visible import as_bibtex


@dataclass(frozen=True, slots=True)
class Citation:
    """One citation as a sentence and as a BibTeX entry."""

    text: str
    bibtex: str


def cite(investigation: Investigation, *, record_id: str = "", label: str = "", place: str = "") -> Citation:
    """Return the citation of a record, or without one of the whole report.

    *label* says what the record states; *place* is its page and anchor below the report's address.
    """
    title = investigation.title or _("Report")
    authors = list(investigation.authors)
    address = "/".join(filter(None, (investigation.url.rstrip("/"), place))) if investigation.url else ""
    doi = f"https://doi.org/{investigation.doi}" if investigation.doi else ""
    year = investigation.date[:4]
    version = _("Version {number}", number=investigation.version) if investigation.version else ""
    named = _("“{label}” [{id}], in: {title}", label=label, id=record_id, title=title) if record_id else title
    tail = ", ".join(filter(None, (version, in_words(investigation.date), investigation.publisher)))
    pieces = (", ".join(authors), named, tail, doi, address)
    text = ". ".join(piece for piece in pieces if piece) + "."
    fields = {
        "author": " and ".join("{" + as_bibtex(author) + "}" for author in authors),
        "title": as_bibtex(f"{label} [{record_id}]" if record_id else title),
        "booktitle": as_bibtex(title) if record_id else "",
        "year": year,
        "version": as_bibtex(investigation.version),
        "doi": as_bibtex(investigation.doi),
        "url": quote(address, safe="%/:?#@!$&'()*+,;=~-._"),
    }
    lines = ",\n".join(f"  {name} = {{{value}}}" for name, value in fields.items() if value)
    key = record_id or re.sub(r"[^a-z0-9]+", "-", without_accents(title).lower()).strip("-") or "report"
    return Citation(text, f"@{'incollection' if record_id else 'misc'}{{{key},\n{lines}\n}}")


def citation_file(investigation: Investigation) -> str:
    """Return how to cite the whole report as a file CITATION.cff (Citation File Format 1.2.0)."""
    known = {
        "title": investigation.title or _("Report"),
        "version": investigation.version,
        "date-released": investigation.date,
        "doi": investigation.doi,
        "url": investigation.url,
        "license": investigation.licence,
    }
    lines = [
        "cff-version: 1.2.0",
        f"message: {json.dumps(_('Please cite this report as follows.'), ensure_ascii=False)}",
        "type: dataset",
    ]
    lines += [f"{key}: {json.dumps(value, ensure_ascii=False)}" for key, value in known.items() if value]
    authors = investigation.authors or (investigation.publisher or _("The authors of the report"),)
    lines += ["authors:", *(f"  - name: {json.dumps(name, ensure_ascii=False)}" for name in authors)]
    if investigation.keywords:
        lines += ["keywords:", *(f"  - {json.dumps(w, ensure_ascii=False)}" for w in investigation.keywords)]
    return "\n".join(lines) + "\n"
