"""Quantities and attributions to claims."""

from __future__ import annotations

from dossier.actors import Registry
from dossier.investigation import Investigation
from dossier.language import Parsed
from dossier.records import Attribution, Claim, Quantity, TimeExpression


def build_claims(
    parsed: Parsed,
    quantities: tuple[Quantity, ...],
    attributions: tuple[Attribution, ...],
    expressions: tuple[TimeExpression, ...],
    investigation: Investigation,
    registry: Registry,
) -> tuple[Claim, ...]:
    """Return the quantitative claims of *parsed*, and its denials and non-answers."""
    return ()
