"""What an investigation asks: read from investigation.yml, each mistake named with its line."""

from dossier.investigation.load import (
    general_topics,
    load_investigation,
    own_kinds,
    own_topics,
    read_investigation,
)
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
