"""An analysis as a reader needs it: gathered, numbered and looked up, nothing shown yet."""

from dossier.view.events import Event
from dossier.view.gathered import (
    Links,
    basis_words,
    by_gravity,
    category_of,
    places,
    role_of,
    shared_places,
    speakers,
    words_of,
)
from dossier.view.homes import Homes
from dossier.view.model import Record, View, article_anchor, figure_of, sentence_id

__all__ = [
    "Event",
    "Homes",
    "Links",
    "Record",
    "View",
    "article_anchor",
    "basis_words",
    "by_gravity",
    "category_of",
    "figure_of",
    "places",
    "role_of",
    "sentence_id",
    "shared_places",
    "speakers",
    "words_of",
]
