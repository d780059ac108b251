"""Dated mentions to events that several articles share."""

from dossier.events.describe import CALLED, PASSAGE
from dossier.events.linking import days_of, gap, link_mentions
from dossier.events.mentions import find_mentions
