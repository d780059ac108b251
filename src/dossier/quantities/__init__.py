"""Number phrases: low, high, comparator, unit, and what is counted."""

from __future__ import annotations

from dossier.language import Parsed
from dossier.records import Quantity, TimeExpression


def find_quantities(parsed: Parsed, expressions: tuple[TimeExpression, ...]) -> tuple[Quantity, ...]:
    """Return every number phrase of *parsed* that counts or measures something."""
    return ()
