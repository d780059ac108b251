"""Who says it: speaker or claimant, cue, denial, non-answer, conditional."""

from __future__ import annotations

from dossier.actors import Registry
from dossier.attribution.assemble import build_attributions
from dossier.language import Parsed
from dossier.records import Attribution, TimeExpression


def find_attributions(
    parsed: Parsed, expressions: tuple[TimeExpression, ...], registry: Registry
) -> tuple[Attribution, ...]:
    """Return every stretch of *parsed* laid to somebody, speakers resolved across the article."""
    return build_attributions(parsed, expressions, registry)
