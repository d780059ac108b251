"""Dated mentions to events that several articles share."""

from dossier.events.linking import link_mentions
from dossier.events.mentions import find_mentions

__all__ = ["find_mentions", "link_mentions"]
