"""Dated mentions to events that several articles share."""

from dossier.events.describe import HAPPENING, PASSAGE, STATEMENT
from dossier.events.linking import link_mentions
from dossier.events.mentions import find_mentions
from dossier.events.nearness import days_of, gap, is_undated
