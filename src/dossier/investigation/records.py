"""What an investigation asks, as typed records.

Words and phrases are French, in dictionary form: each word of a phrase stands for a token whose lemma or
written form equals it, case aside. Labels are what the English report prints.
"""

from dataclasses import dataclass

from dossier.i18n import SOURCE

ELSE = "else"  # any predicate that has no sentence of its own
EMPHASIS = ("path", "contested", "origins", "articles", "voice")
PAGES = ("timeline", "figures", "voices", "disagreements", "sources", "method", "data", "working_on")


@dataclass(frozen=True, slots=True)
class Topic:
    """What a figure is about. ``words`` are lemmas of counted things, ``units`` lemmas of units.

    ``verbs`` are lemmas that put a figure under this topic whatever is counted ("tuer": soldiers killed are
    casualties). Where two topics fit, a verb beats a word, and the earlier topic the later one.
    """

    key: str
    label: str
    words: tuple[str, ...] = ()
    units: tuple[str, ...] = ()
    verbs: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Attribute:
    """A property of an event that sources may give differently: values by label, with French phrases."""

    key: str
    label: str
    values: tuple[tuple[str, tuple[str, ...]], ...] = ()


@dataclass(frozen=True, slots=True)
class EventType:
    """A kind of event, the French phrases that name it, and where it stands on the timeline.

    A sentence names the event where it holds one of ``triggers`` and, if ``with_words`` are given, one of
    them, and none of ``without_words``. ``once``: it happens once, so all its mentions are the same event.
    ``follows``: keys of the types that cannot come later than it. ``told``: sentences for it, by the
    predicate of the clause that tells it, with ``{agent}``, ``{patient}`` and ``{figure}``; `ELSE` is for any
    other.
    """

    key: str
    label: str
    triggers: tuple[str, ...] = ()
    lane: str = ""
    with_words: tuple[str, ...] = ()
    without_words: tuple[str, ...] = ()
    once: bool = False
    follows: tuple[str, ...] = ()
    attributes: tuple[Attribute, ...] = ()
    told: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Question:
    """What articles may answer in different ways: ``answers`` by label, each with the phrases that give it.

    ``about`` are words of which one must stand in the sentence too. ``kind`` and ``severity`` are those of
    the disagreement, but that a ``certainty`` is a stance in the data; the answers of a ``sequence`` stand in
    the order of time.
    """

    key: str
    label: str
    answers: tuple[tuple[str, tuple[str, ...]], ...]
    about: tuple[str, ...] = ()
    kind: str = "attribute"
    severity: str = "tension"


@dataclass(frozen=True, slots=True)
class ActorEntry:
    """A person, state or body with its other names, the side it is on and its category.

    ``roles`` are French role phrases that mean this actor and no other in this investigation.
    """

    name: str
    aliases: tuple[str, ...] = ()
    side: str = ""
    category: str = ""
    kind: str = ""  # person | state | organisation
    roles: tuple[str, ...] = ()
    english: str = ""  # what the report calls it


@dataclass(frozen=True, slots=True)
class Side:
    """A party to the matter, by its English name, with its countries by their French names."""

    name: str
    countries: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Theme:
    """A subject of views, with the phrases that show it."""

    key: str
    label: str
    words: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Correction:
    """An entry of the corrections log: what was corrected, when (EDTF), and the ids of the records."""

    date: str
    text: str
    records: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Chapter:
    """A chapter of the book: a page of the program (one of `PAGES`), or a page of one's own in ``file``.

    ``topic`` is the key of the topic that a page of figures is about, empty for the one with most figures;
    ``title`` goes before the page's own heading; ``file`` is the path of the source without its ending.
    """

    page: str = ""
    title: str = ""
    topic: str = ""
    file: str = ""


@dataclass(frozen=True, slots=True)
class Investigation:
    """The whole of investigation.yml; the default is an investigation that asks nothing in particular."""

    title: str = ""
    subtitle: str = ""
    lead: str = ""  # the authors' own words at the head of the summary; a blank line parts paragraphs
    language: str = SOURCE  # of the report, ISO 639-1
    topics: tuple[Topic, ...] = ()
    event_types: tuple[EventType, ...] = ()
    actors: tuple[ActorEntry, ...] = ()
    questions: tuple[Question, ...] = ()
    themes: tuple[Theme, ...] = ()
    path: tuple[str, ...] = ()  # keys of event types: the central topic's way, in order
    sides: tuple[Side, ...] = ()
    authors: tuple[str, ...] = ()
    date: str = ""  # EDTF day on which the report was issued
    version: str = ""
    publisher: str = ""
    licence: str = ""  # SPDX identifier of the report's own text and data
    url: str = ""
    doi: str = ""
    keywords: tuple[str, ...] = ()
    corrections: tuple[Correction, ...] = ()
    shown: int = 50  # records of a kind that a chapter of a large book tells
    emphasis: tuple[str, ...] = EMPHASIS  # by what they are chosen, what comes first before the rest
    chapters: tuple[Chapter, ...] = ()  # none: those of `dossier.chapters`
    english: tuple[tuple[str, str], ...] = ()  # French words of this affair, and what the report calls them
    general_events: tuple[str, ...] | None = None  # labels of the common kinds of events; None: all of them

    @property
    def licence_name(self) -> str:
        """What the licence is called in a sentence: ``CC BY 4.0``."""
        return self.licence.replace("-", " ") if self.licence.startswith("CC-") else self.licence

    @property
    def once_types(self) -> frozenset[str]:
        """The keys of the event types that happen once in an affair."""
        return frozenset(kind.key for kind in self.event_types if kind.once)
