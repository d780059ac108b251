"""What the articles count, tell and speak about: topics, kinds of events, themes."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator

from dossier.analysis import Analysis
from dossier.blocks import gathered
from dossier.drafting.write import Proposal, Seen, seen
from dossier.edtf import width
from dossier.events import PASSAGE
from dossier.folding import without_accents
from dossier.i18n import SOURCE, _, capital, language, pgettext
from dossier.investigation import ActorEntry, EventType, Investigation, Theme, Topic
from dossier.language import Parsed
from dossier.lexicons import load_lexicon
from dossier.names import in_english
from dossier.view import figure_of

SURE, WORTH = 3, 2  # occurrences of what takes effect, and of what is mentioned at all
MOST = 6
MOST_PAGES = 3  # topics that get a chapter of their own
_NIGHT = 1  # between the days of what one night holds
_UNTOLD = frozenset({"statement", "meeting", "visit", "start", "end"})  # what every affair has
Places = dict[str, list[tuple[str, str]]]


def find_figures(analysis: Analysis) -> tuple[tuple[Topic, Seen], ...]:
    """Return the topics of *analysis* that figures are about, those with most figures first."""
    places = gathered((c.topic, (c.article_id, c.text)) for c in analysis.claims if figure_of(c))
    topics = [topic for topic in analysis.investigation.topics if topic.key in places]
    return tuple(
        (topic, seen(places[topic.key])) for topic in sorted(topics, key=lambda one: -len(places[one.key]))
    )


def find_topics(analysis: Analysis) -> tuple[Proposal, ...]:
    """Return a topic for each thing that is counted and that no topic of *analysis* takes in.

    A measure is named after what is measured.
    """
    places: Places = defaultdict(list)
    measured: dict[str, Counter[str]] = defaultdict(Counter)
    for claim in analysis.claims:
        if figure_of(claim) and claim.topic == "other" and claim.unit:
            places[claim.unit].append((claim.article_id, claim.text))
            measured[claim.unit][claim.subject] += 1
    measures = load_lexicon("quantities")["measures"]
    return tuple(
        Proposal(
            Topic(
                key_of(unit),
                capital(_named((max if unit in measures else min)(measured[unit], key=len) or unit)),
                words=(unit,),
            ),
            found,
            sure=False,
        )
        for unit, found in _most(places)
        if key_of(unit)
    )


def find_pages(analysis: Analysis) -> tuple[str, ...]:
    """Return the keys of the topics that get a chapter: the contested first, then those with most figures."""
    records = {record for row in analysis.discrepancies if row.kind == "quantity" for record in row.records}
    contested = {claim.topic for claim in analysis.claims if claim.claim_id in records}
    known = [(topic.key, where.times) for topic, where in find_figures(analysis)]
    known.sort(key=lambda topic: (topic[0] not in contested, -topic[1]))
    return tuple(key for key, times in known if times >= SURE)[:MOST_PAGES]


def find_events(analysis: Analysis, parsed: Iterable[Parsed]) -> tuple[Proposal, ...]:
    """Return the general kinds of events that recur, and verbs that recur with a noun where no kind fits.

    What one article dates counts wherever it is told. It happens once where no two days are given.
    """
    kinds = {entry["label"]: entry for entry in load_lexicon("events")["kinds"][::-1]}  # the first of a name
    days: dict[str, set[str]] = defaultdict(set)
    for mention in analysis.dated:
        days[mention.label.lower()] |= {mention.date} if width(mention.date) <= _NIGHT else set()
    places: Places = defaultdict(list)
    for mention in analysis.events:
        label = mention.label.lower()
        if mention.type == "other" and label in kinds and label in days and label not in _UNTOLD:
            places[label].append((mention.article_id, mention.text))
    known = [
        Proposal(
            _of_kind(label, kinds[label] | {"once": kinds[label].get("once") and len(days[label]) < 2}),
            found,
            sure=False,
        )
        for label, found in _most(places)
    ]
    return (*known, *_recurring(analysis, parsed))


def _of_kind(label: str, entry: dict[str, object]) -> EventType:
    def words(name: str) -> tuple[str, ...]:
        found = entry.get(name, ())
        return tuple(map(str, found)) if isinstance(found, list) else ()

    return EventType(
        key_of(label),
        capital(pgettext("kind of event", label)),
        words("triggers"),
        with_words=words("with"),
        without_words=words("without"),
        once=bool(entry.get("once")),
    )


def _recurring(analysis: Analysis, parsed: Iterable[Parsed]) -> Iterator[Proposal]:
    """Yield a kind of event for each verb that recurs, with one noun, in dated passages of no kind."""
    passages = gathered((m.article_id, m) for m in analysis.dated if m.label == PASSAGE)
    places: Places = defaultdict(list)
    for one in parsed:
        verbs = _lemmas(one, "VERB")
        for mention in passages.get(one.article.article_id, ()):
            inside = [lemma for place, lemma in verbs if mention.start <= place < mention.end]
            for verb in dict.fromkeys(inside):
                for noun in mention.words:
                    if verb not in load_lexicon("drafting")["empty_verbs"] and noun.islower():
                        places[f"{verb} {noun}"].append((mention.article_id, mention.text))
    taken: set[str] = set()
    for pair, found in _most(places):
        verb, noun = pair.split(" ", 1)
        if verb not in taken:
            taken.add(verb)
            label = _("{thing}: {verb}", thing=capital(noun), verb=verb)
            kind = EventType(key_of(pair), label, (verb,), with_words=(noun,))
            yield Proposal(kind, found, sure=False)


def find_themes(analysis: Analysis, parsed: Iterable[Parsed]) -> tuple[Proposal, ...]:
    """Return a theme for each noun that recurs in what several speakers say; which matter, a person says."""
    places: Places = defaultdict(list)
    speakers: dict[str, set[tuple[str, ...]]] = defaultdict(set)
    empty = load_lexicon("drafting")["empty_nouns"]
    for one in parsed:
        nouns = _lemmas(one, "NOUN")
        for quotation in analysis.quotations:
            if quotation.article_id != one.article.article_id:
                continue
            inside = {lemma for place, lemma in nouns if quotation.start <= place < quotation.end}
            for noun in inside - set(empty):
                places[noun].append((quotation.article_id, quotation.text[:80]))
                speakers[noun].add(quotation.speaker)
    several = {noun: found for noun, found in places.items() if len(speakers[noun]) > 1}
    return tuple(
        Proposal(Theme(key_of(noun), capital(noun), (noun,)), found, sure=False)
        for noun, found in _most(several)
        if key_of(noun)
    )


def _named(thing: str) -> str:
    """Return what a report calls a *thing*: English where it is known and the report is, else as it is."""
    return (in_english(thing) if language() == SOURCE else "") or thing


def _lemmas(parsed: Parsed, tag: str) -> list[tuple[int, str]]:
    """Return place and dictionary form of each word of the kind *tag*, short ones left out."""
    return [
        (paragraph.offset(token), token.lemma_.lower())
        for paragraph in parsed.paragraphs
        for token in paragraph.doc
        if token.pos_ == tag and token.is_alpha and len(token.text) > 3
    ]


def _most(places: Places) -> list[tuple[str, Seen]]:
    """Return what occurs often enough to be mentioned, the most frequent first."""
    found = [(name, seen(where)) for name, where in places.items() if len(where) >= WORTH]
    return sorted(found, key=lambda pair: (-pair[1].times, pair[0]))[:MOST]


def key_of(words: str) -> str:
    """Return *words* as a key: small letters, digits and underscores; empty where nothing is left."""
    return re.sub(r"[^a-z0-9]+", "_", without_accents(words.lower())).strip("_").lstrip("0123456789_")


def unknown(proposals: Iterable[Proposal], asked: Investigation) -> tuple[Proposal, ...]:
    """Return those *proposals* that *asked* does not already have in one form or another."""
    names = {name.casefold() for actor in asked.actors for name in (actor.name, *actor.aliases)}
    keys = {topic.key for topic in asked.topics} | {theme.key for theme in asked.themes}
    keys |= {entry.key for entry in asked.event_types}
    words = {word.casefold() for theme in asked.themes for word in theme.words}
    words |= {word.casefold() for topic in asked.topics for word in topic.words}

    def is_known(proposal: Proposal) -> bool:
        entry = proposal.entry
        if isinstance(entry, ActorEntry):
            return entry.name.casefold() in names
        told = () if isinstance(entry, EventType) else entry.words
        return entry.key in keys or any(word.casefold() in words for word in told)

    return tuple(proposal for proposal in proposals if not is_known(proposal))
