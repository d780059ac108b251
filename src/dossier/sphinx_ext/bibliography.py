"""The bibliography's labels and order: those by which every page refers to the articles."""

from collections.abc import Iterable, Iterator
from typing import Any

from pybtex.database import Entry
from pybtex.plugin import register_plugin
from pybtex.style.formatting import toplevel
from pybtex.style.formatting.plain import Style
from pybtex.style.labels import BaseLabelStyle
from pybtex.style.sorting import BaseSortingStyle
from pybtex.style.template import field, join, optional, sentence, tag

from dossier.edtf import in_words
from dossier.i18n import _, quoted

NAME = "dossier"


class Labels(BaseLabelStyle):  # type: ignore[misc]
    """An entry is called by its shorthand, else by its key."""

    def format_labels(self, entries: Iterable[Entry]) -> Iterator[str]:
        """Yield the label of each entry."""
        return (entry.fields.get("shorthand") or entry.key for entry in entries)


class Sorting(BaseSortingStyle):  # type: ignore[misc]
    """Entries stand in the order of their labels."""

    def sorting_key(self, entry: Entry) -> str:
        """Return what *entry* is sorted by."""
        return str(entry.fields.get("shorthand") or entry.key)


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


def register() -> None:
    """Make the style known to pybtex, for `bibtex_default_style` of _config.yml."""
    register_plugin("pybtex.style.formatting", NAME, Plain)
