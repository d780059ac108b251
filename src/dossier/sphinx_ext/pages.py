"""The pages as they are written: HTML put right, data beside them, labels of the bibliography."""

import re
import shutil
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from dataclasses import field as field_of
from html import unescape
from pathlib import Path
from typing import Any

from docutils.nodes import document
from pybtex.database import Entry
from pybtex.plugin import register_plugin
from pybtex.style.formatting import toplevel
from pybtex.style.formatting.plain import Style
from pybtex.style.labels import BaseLabelStyle
from pybtex.style.sorting import BaseSortingStyle
from pybtex.style.template import field, join, optional, sentence, tag
from sphinx.application import Sphinx
from sphinxcontrib.bibtex.plugin import register_plugin as register_reference_style
from sphinxcontrib.bibtex.style.referencing import BracketStyle
from sphinxcontrib.bibtex.style.referencing.label import LabelReferenceStyle

from dossier.edtf import in_words
from dossier.i18n import _, quoted
from dossier.storage import clear
from dossier.style import OWN_SHEET
from dossier.view import shortened
from dossier.words import SCRIPTS

# What the page frame names of _static; the files of the house and of book/_static come on top.
_USED = "pygments.css"
# What Sphinx and its extensions write into a body, and what stands there instead.
_PUT_RIGHT = [
    # Nothing in a chapter is a script: thebe's go, and so would any other.
    (re.compile(r"<script\b.*?</script>", re.DOTALL | re.IGNORECASE), ""),
    # A header cell says what it heads.
    (re.compile(r'<th class="head( [^"]*)?">'), r'<th class="head\1" scope="col">'),
    # A role that ARIA 1.2 has withdrawn; the entries are the items of a list.
    (re.compile(r'role="doc-biblioentry"'), 'role="listitem"'),
]
# Paragraphs are not allowed in a summary, and Sphinx has no translation of this one.
_HIDDEN = re.compile(r'<summary aria-label="Toggle hidden content">.*?</summary>', re.DOTALL)
_PARAGRAPH = re.compile(r"<p\b[^>]*>(.*?)</p>", re.DOTALL)
_DESCRIPTION = 160  # letters that a search engine or a card shows
_SENTENCE = re.compile(r".+?(?<![A-Z])[.!?](?:\s|$)")


def clean_context(
    app: Sphinx, page: str, template: str, context: dict[str, Any], doctree: document | None
) -> None:
    """Put right what docutils and myst-nb write into the body of a page, and say what the page is."""
    if "body" in context:
        context["body"] = clean(context["body"])
        asked = app.dossier.analysis.investigation
        root = page == app.config.root_doc
        context["description"] = asked.subtitle if root and asked.subtitle else describe(context["body"])
    context["words"] = {name: _(words) for name, words in SCRIPTS.items()}
    if (Path(app.srcdir) / "book" / "_static" / OWN_SHEET).is_file():
        context["own_sheet"] = OWN_SHEET


def clean(body: str) -> str:
    """Return the HTML *body* without what a validator or a screen reader stumbles over."""
    for pattern, replacement in _PUT_RIGHT:
        body = pattern.sub(replacement, body)
    body = _HIDDEN.sub(f"<summary>{_('Code')}</summary>", body)
    return body.replace("Link to this heading", _("Link to this heading"))


def describe(body: str) -> str:
    """Return what there is room for of the lead of the HTML *body*, else of its first paragraph, as text."""
    lead = re.search(r'<div class="dz-lead">(.*?)</div>', body, re.DOTALL) or _PARAGRAPH.search(body)
    words = unescape(re.sub(r"<[^>]+>", "", lead[1].replace("</p>", " "))) if lead else ""
    text = " ".join(words.split())
    kept = "".join(_SENTENCE.findall(text[:_DESCRIPTION]))
    return kept.strip() if kept and kept.count("«") == kept.count("»") else shortened(text, _DESCRIPTION)


def add_static(folder: Path, sources: Iterable[Path]) -> None:
    """Leave of _static in the book in *folder* what a page loads, later *sources* over earlier ones.

    What else the theme and extensions copy there goes, and .buildinfo: each build begins anew.
    """
    (folder / ".buildinfo").unlink(missing_ok=True)
    static = folder / "_static"
    kept = (static / _USED).read_bytes()
    clear(static)
    static.mkdir()
    (static / _USED).write_bytes(kept)
    for source in filter(Path.is_dir, sources):
        shutil.copytree(source, static, dirs_exist_ok=True)


NAME = "dossier"


class Labels(BaseLabelStyle):  # type: ignore[misc]
    """An entry is called by its shorthand, else by its key."""

    def format_labels(self, entries: Iterable[Entry]) -> Iterator[str]:
        """Yield the label of each entry."""
        return (entry.fields.get("shorthand") or entry.key for entry in entries)


class Sorting(BaseSortingStyle):  # type: ignore[misc]
    """Entries stand in the order of their names, those of one name by their days."""

    def sorting_key(self, entry: Entry) -> tuple[str, str, str]:
        """Return what *entry* is sorted by."""
        label = str(entry.fields.get("shorthand") or entry.key)
        return label.partition(", ")[0], entry.fields.get("date", ""), label


class Plain(Style):  # type: ignore[misc]
    """Entries as a journal prints them, with those labels in that order: author, title, outlet, day, note."""

    default_label_style = Labels
    default_sorting_style = Sorting

    def get_misc_template(self, entry: Entry) -> Any:
        """Return the pieces of an article's entry; what it does not give is left out."""
        day = in_words(entry.fields.get("date", "").rstrip("?"))
        first = str(entry.fields.get("title", "")).lstrip("{").startswith("«")  # words in place of a title
        opening, closing = quoted("|").split("|")
        return toplevel[
            optional[sentence[self.format_names("author")]],
            sentence[field("title") if first else join[opening, field("title"), closing]],
            optional[sentence[tag("em")[field("howpublished")]]],
            sentence[day or _("Date unknown")],
            optional[sentence[field("url")]],
            optional[sentence[field("note")]],
        ]


@dataclass
class References(LabelReferenceStyle):
    """Labels, which have commas of their own, without brackets and parted by semicolons."""

    bracket_parenthetical: BracketStyle = field_of(default_factory=lambda: BracketStyle("", "", _("; ")))


def register() -> None:
    """Make the styles known, for `bibtex_default_style` and `bibtex_reference_style` of _config.yml."""
    register_plugin("pybtex.style.formatting", NAME, Plain)
    register_reference_style("sphinxcontrib.bibtex.style.referencing", NAME, References)
