"""What stands on which page in which order: the figures and tables of the book, as catalog.yml lists them."""

from dataclasses import dataclass

from dossier.i18n import N_
from dossier.lexicons import load_data

NONE = N_("none")


@dataclass(frozen=True, slots=True)
class Shown:
    """A figure or table: its page, its caption, and what catalog.yml says besides."""

    page: str
    caption: str
    table: str = ""
    nothing: str = NONE
    rest: str = ""
    by: str = ""
    on_screen: bool = False


def _listed(kind: str) -> dict[str, Shown]:
    pages = load_data(__package__, "catalog")[kind].items()
    return {name: Shown(page, **entry) for page, entries in pages for name, entry in entries.items()}


FIGURES, TABLES = _listed("figures"), _listed("tables")


def number_of(name: str, catalog: dict[str, Shown], chapter: int) -> str:
    """Return the number of *name*: that of its chapter, and its place among those of the page."""
    same = [other for other, shown in catalog.items() if shown.page == catalog[name].page]
    return f"{chapter}.{same.index(name) + 1}"
