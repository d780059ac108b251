"""The book typeset: pages of the built HTML → one cleaned tree → pandoc → Typst → a tagged PDF/UA-1 file."""

import json
import os
import posixpath
import re
import tempfile
from collections.abc import Collection, Mapping
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pypandoc
import typst

from dossier.analysis import Analysis
from dossier.chapters import chapters_of, listed
from dossier.edtf import in_words, sort_key
from dossier.folding import without_accents
from dossier.i18n import SOURCE, _, ngettext, using
from dossier.narrative import cite
from dossier.pdf.figures import FOLDER, Fonts, place_figures
from dossier.pdf.pages import explain_codes, join_links, label_anchors, place_anchors, read_page
from dossier.pdf.shape import shape
from dossier.report import load
from dossier.storage import each_text, write_whole
from dossier.style import pdf_template

_HERE = Path(__file__).parent


class PdfError(ValueError):
    """The PDF cannot be made; the message says why and what to do."""


def build_pdf(root: Path, *, cover: Mapping[str, Any] | None = None, undrawn: set[str] | None = None) -> Path:
    """Typeset the book in *root*/_build/html and return the path of the PDF.

    *cover* holds what the template prints on the cover and writes into the metadata; it is made from the
    analysis where it is not given. *undrawn* takes up the characters that are printed as their code points.

    Raises:
        PdfError: a page is missing, a link leads nowhere, or the result would not be PDF/UA-1.
    """
    cover = cover or cover_of(load(root))
    try:
        fonts = Fonts()
        pdf = _make(root, cover, fonts)
    except PdfError:
        fonts = Fonts(careful=True)
        pdf = _make(root, cover, fonts)
    if undrawn is not None:
        undrawn |= fonts.undrawn
    target = root / "_build" / "pdf" / f"{file_name(cover['title'])}.pdf"
    target.parent.mkdir(parents=True, exist_ok=True)
    write_whole(target, pdf)
    return target


def _make(root: Path, cover: Mapping[str, Any], fonts: Fonts) -> bytes:
    with tempfile.TemporaryDirectory(prefix="dossier-pdf-") as folder:
        work = Path(folder)
        (work / "template.typ").write_bytes(pdf_template(root).read_bytes())
        (work / "cover.json").write_text(json.dumps(each_text(cover, fonts), ensure_ascii=False), "utf-8")
        with using(cover.get("language", SOURCE)):
            pages = join_pages(root, work, fonts, cover.get("site", ""), cover.get("onward", ()))
        (work / "main.typ").write_text(MAIN + to_typst(pages), "utf-8")
        return typeset(work, cover.get("date", ""))


MAIN = '#import "template.typ": *\n#show: report.with(json("cover.json"))\n\n'


def join_pages(root: Path, work: Path, fonts: Fonts, address: str = "", onward: Collection[str] = ()) -> str:
    """Return all pages as one HTML document, its figures written into *work*; of *onward* the openings."""
    site = root / "_build" / "html"
    try:
        pages = [
            read_page(site, name, opening=posixpath.join(address, f"{name}.html") if name in onward else "")
            for name in listed((root / "_toc.yml").read_text("utf-8"))
        ]
    except (FileNotFoundError, ValueError) as error:
        raise PdfError(f"{error}: build the HTML book first, with `make html`") from None
    if lost := join_links(pages, label_anchors(pages), address):
        raise PdfError("links that lead nowhere: " + "; ".join(lost[:10]))
    next(filter(explain_codes, (page.article for page in pages)), None)
    used = {str(link["href"])[1:] for page in pages for link in page.article.select('a[href^="#"]')}
    for number, page in enumerate(pages):
        place_anchors(page.article, used)
        place_figures(page, number, site, work, fonts)
        shape(page.article)
    return fonts("\n".join(page.article.decode_contents() for page in pages))


def to_typst(html: str) -> str:
    """Return *html* as Typst markup; every word of it is escaped by pandoc."""
    return str(
        pypandoc.convert_text(
            html,
            "typst-smart",  # quotation marks and apostrophes stay as they are written
            format="html-tex_math_dollars-smart",
            extra_args=["--sandbox", "--wrap=none", f"--lua-filter={_HERE / 'typst.lua'}"],
        )
    )


def typeset(work: Path, day: str) -> bytes:
    """Return the PDF of *work*/main.typ, checked against PDF/UA-1 by the compiler.

    Its fonts are those of Typst and, for the words in figures, matplotlib's; its time is the *day* of the
    report (ISO 8601), else SOURCE_DATE_EPOCH.
    """
    epoch = int(os.environ.get("SOURCE_DATE_EPOCH", "315532800"))
    moment = datetime.fromisoformat(day).replace(tzinfo=UTC) if day else datetime.fromtimestamp(epoch, UTC)
    compiler = typst.Compiler(
        str(work / "main.typ"),
        root=str(work),
        font_paths=[str(FOLDER)],
        ignore_system_fonts=True,
    )
    try:
        pdf = compiler.compile(format="pdf", pdf_standards=["ua-1"], timestamp=moment)
    except typst.TypstError as error:
        raise PdfError("; ".join([error.message, *error.hints])) from None
    assert isinstance(pdf, bytes)
    return pdf


def cover_of(analysis: Analysis) -> dict[str, Any]:
    """Return title, authors, dates and the way to cite, as the template reads them from cover.json.

    They are in the language of the report.
    """
    asked = analysis.investigation
    with using(asked.language):
        title = asked.title or _("Report")
        days = [article.published.date for article in analysis.readable if article.published.date]
        newest = max(days, key=sort_key, default="")
        facts = {
            _("Data as of"): in_words(newest),
            _("Sources"): ngettext("{n} article", "{n} articles", len(analysis.readable)),
            _("Issued"): in_words(asked.date),
            _("Version"): asked.version,
            _("Publisher"): asked.publisher,
            _("Address"): (asked.doi and f"https://doi.org/{asked.doi}") or asked.url,
            _("Licence"): asked.licence
            and _("{licence}; the quoted words remain their authors'", licence=asked.licence_name),
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
