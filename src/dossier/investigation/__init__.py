"""What an investigation asks: read from investigation.yml, each mistake named with its line."""

from dossier.investigation.load import load_investigation, read_investigation
from dossier.investigation.records import (
    ELSE,
    PAGES,
    ActorEntry,
    Attribute,
    Chapter,
    Correction,
    EventType,
    Investigation,
    Question,
    Side,
    Theme,
    Topic,
)
from dossier.investigation.stock import general_topics, own_topics
