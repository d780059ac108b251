"""Temporal expressions of running text, and the publication date where the file does not give it."""

from dossier.dates.find import find_expressions
from dossier.dates.pairs import between
from dossier.dates.publication import infer_publications
from dossier.dates.resolve import resolve
