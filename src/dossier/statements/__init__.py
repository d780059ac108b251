"""Who says it: speaker or claimant, cue, denial, non-answer, conditional."""

from __future__ import annotations

from dossier.language import Parsed
from dossier.records import Attribution, TimeExpression
from dossier.registry import Registry
from dossier.statements.assemble import build_attributions


def find_attributions(
    parsed: Parsed, expressions: tuple[TimeExpression, ...], registry: Registry
) -> tuple[Attribution, ...]:
    """Return every stretch of *parsed* laid to somebody, speakers resolved across the article."""
    return build_attributions(parsed, expressions, registry)
