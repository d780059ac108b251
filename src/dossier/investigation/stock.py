"""What news count and tell whatever they are about: the general topics and kinds of events, as named here."""

import functools
from collections.abc import Iterable
from dataclasses import replace

from dossier.i18n import pgettext
from dossier.investigation.records import Topic
from dossier.lexicons import load_lexicon


@functools.cache
def general_topics() -> tuple[Topic, ...]:
    """Return the topics of the general lexicon, in the order in which they are tried."""
    return tuple(
        Topic(
            key,
            entry["label"],
            *(tuple(map(str, entry.get(name, ()))) for name in ("words", "units", "verbs")),
        )
        for key, entry in load_lexicon("topics").items()
    )


@functools.cache
def general_events() -> tuple[str, ...]:
    """Return the labels of the common kinds of events."""
    return tuple(dict.fromkeys(entry["label"] for entry in load_lexicon("events")["kinds"]))


def own_topics(topics: Iterable[Topic]) -> frozenset[str]:
    """Return the keys of those *topics* that are not the general ones, whatever their language."""
    general = {topic.key: topic.words for topic in general_topics()}
    return frozenset(topic.key for topic in topics if general.get(topic.key) != topic.words)


def with_general(topics: tuple[Topic, ...], wanted: tuple[str, ...] | None) -> tuple[Topic, ...]:
    """Return *topics*, followed by the general ones whose key is *wanted* (None: each) and not taken.

    The general ones are labelled in the language of the report.
    """
    taken = {topic.key for topic in topics}
    asked = (topic for topic in general_topics() if wanted is None or topic.key in wanted)
    general = (topic for topic in asked if topic.key not in taken)
    return (*topics, *(replace(one, label=pgettext("topic", one.label)) for one in general))
