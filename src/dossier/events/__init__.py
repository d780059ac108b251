"""Dated mentions to events that several articles share."""

from __future__ import annotations

from collections.abc import Iterable

from dossier.actors import Registry
from dossier.investigation import Investigation
from dossier.language import Parsed
from dossier.records import Attribution, Mention, TimeExpression


def find_mentions(
    parsed: Parsed,
    expressions: tuple[TimeExpression, ...],
    attributions: tuple[Attribution, ...],
    investigation: Investigation,
    registry: Registry,
) -> tuple[Mention, ...]:
    """Return the event mentions of *parsed*; event_id is empty until mentions are linked."""
    return ()


def link_mentions(mentions: Iterable[Mention]) -> tuple[Mention, ...]:
    """Return *mentions* with an event_id that all mentions of one event share."""
    return tuple(mentions)
