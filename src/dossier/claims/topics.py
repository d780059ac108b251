"""What a figure or a denial is about, among the topics that the investigation asks for."""

import functools

from dossier.claims.context import Context
from dossier.investigation import Topic

OTHER = "other"


def find_topic(context: Context, start: int, end: int, predicate: str = "", unit: str = "") -> str:
    """Return the key of the topic of the words at *start* to *end* and of their *predicate*, else `OTHER`.

    A verb beats a word, and an earlier topic a later one. Units count where the figure has one.
    """
    topics = context.investigation.topics
    if not topics:
        return OTHER
    for topic in topics:
        if predicate and predicate.lower() in _governing(topic):
            return topic.key
    tokens = context.tokens(start, end)[1]
    words = {form for token in tokens for form in (token.lemma_.lower(), token.lower_)}
    words |= set(unit.lower().split())
    for topic in topics:
        measured = unit and unit.lower() in map(str.lower, topic.units)  # "deux bateaux par jour": no days
        if measured or any(map(words.issuperset, _phrases(topic))):
            return topic.key
    return OTHER


@functools.lru_cache(maxsize=256)
def _phrases(topic: Topic) -> tuple[list[str], ...]:
    return tuple(phrase.lower().split() for phrase in topic.words)


@functools.lru_cache(maxsize=256)
def _governing(topic: Topic) -> set[str]:
    """Return what can govern a figure of *topic*: with verbs, its nouns can too ("la mort de neuf")."""
    return {word.lower() for word in (*topic.verbs, *(topic.words if topic.verbs else ()))}
