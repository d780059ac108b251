"""Words that name an event: which kind of event, and which words of the sentence belong to it."""

from __future__ import annotations

import functools
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from dossier.investigation import Attribute, EventType, Investigation
from dossier.lexicons import load_lexicon, word_set
from dossier.syntax.senses import is_done_to_people, is_in_name, is_reflexive, stood_for, supports

if TYPE_CHECKING:
    from dossier.tokens import Token

Words = tuple[str, ...]
CONTENT = frozenset({"NOUN", "VERB", "ADJ", "PROPN"})
CLAUSES = ("acl:relcl", "advcl", "parataxis", "ccomp")
BESIDE = 10  # steps of the tree to a word that belongs to the event without hanging from it
OUTSIDE = 100  # what a word outside of the event's own words is farther away than any inside
LONGEST_GAP = 2  # adverbs that may stand inside a phrase: "entré enfin en vigueur"


class Entry(NamedTuple):
    """A phrase that names an event of *kind*; *reflexive* as the lexicon writes it ("se rendre")."""

    phrase: Words
    kind: EventType
    rank: int
    reflexive: bool

    def fits(self, verb: Token) -> bool:
        """Return whether *verb* may be this one: no "le feu s'est déclaré", no "il rendra un avis"."""
        if self.reflexive:
            others = any(child.dep_ in ("obj", "aux:pass") for child in verb.children)
            # "analyses rendues mardi"
            others |= verb.dep_ == "acl" and verb.lemma_ in words("only_reflexive")
            return is_reflexive(verb) or not others
        if self.phrase in common_phrases() and verb.pos_ == "VERB" and not is_done_to_people(verb):
            return False
        return not is_reflexive(verb) or not (self.kind.key == "other" or self.phrase in common_phrases())


@dataclass(frozen=True, slots=True)
class Trigger:
    """Tokens that name an event of *kind*. ``named``: the words that made the choice between kinds.

    ``scope`` is what belongs to the event grammatically: its subject, agent, objects and their complements.
    """

    kind: EventType
    tokens: tuple[Token, ...]
    head: Token
    scope: tuple[Token, ...]
    named: tuple[Token, ...] = ()


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """All kinds of events, those of the investigation before the common ones, indexed by first words."""

    index: dict[str, tuple[Entry, ...]]
    attributes: tuple[Attribute, ...]


words = functools.partial(word_set, "events")


def words_of(phrase: str) -> Words:
    """Return the words of *phrase*, split as spaCy splits French ("tir d'essai": tir, d', essai)."""
    return tuple(phrase.casefold().replace("’", "'").replace("'", "' ").split())


@functools.cache
def common_kinds() -> tuple[EventType, ...]:
    """Return the kinds of events of the general lexicon; their key is ``other``."""
    return tuple(
        EventType(
            key="other",
            label=entry["label"],
            triggers=tuple(entry["triggers"]),
            with_words=tuple(entry.get("with", ())),
            without_words=tuple(entry.get("without", ())),
            once=entry.get("once", False),
        )
        for entry in load_lexicon("events")["kinds"]
    )


@functools.cache
def common_phrases() -> frozenset[Words]:
    """Return the words that name the common kinds: one of an investigation does not widen them."""
    return frozenset(words_of(trigger) for kind in common_kinds() for trigger in kind.triggers)


@functools.cache
def repeating() -> frozenset[str]:
    """Return the labels of common kinds of which several may happen within days."""
    return frozenset(entry["label"] for entry in load_lexicon("events")["kinds"] if entry.get("repeats"))


@functools.cache
def narrower() -> dict[str, str]:
    """Return the common kinds that are cases of a wider one, with that one ("vote of a house": vote)."""
    return {e["label"]: e["within"] for e in load_lexicon("events")["kinds"] if "within" in e}


@functools.cache
def common_attributes() -> tuple[Attribute, ...]:
    """Return the properties of the general lexicon that exclude each other."""
    return tuple(
        Attribute(
            entry["key"], entry["label"], tuple((k, tuple(map(str, v))) for k, v in entry["values"].items())
        )
        for entry in load_lexicon("attributes")
    )


@functools.cache
def families() -> dict[str, str]:
    """Return the first word of the family of each word: of "hausse" and "grimper" it is "augmenter"."""
    return {word: family[0] for family in load_lexicon("families") for word in family}


def family_of(lemma: str) -> str:
    """Return the word that stands for all of the meaning of *lemma*."""
    return families().get(lemma, lemma)


@functools.lru_cache(maxsize=4)
def build_vocabulary(investigation: Investigation) -> Vocabulary:
    """Return the kinds of events that *investigation* asks for, followed by the common ones."""
    index: dict[str, list[Entry]] = {}
    wanted = investigation.general_events
    common = (kind for kind in common_kinds() if wanted is None or kind.label in wanted)
    for rank, kind in enumerate((*investigation.event_types, *common)):
        for trigger in kind.triggers:
            phrase = words_of(trigger)
            reflexive = phrase[0] in words("reflexives")
            phrase = phrase[1:] if reflexive else phrase
            index.setdefault(phrase[0], []).append(Entry(phrase, kind, rank, reflexive))
    return Vocabulary({word: tuple(found) for word, found in index.items()}, common_attributes())


def equals(token: Token, word: str) -> bool:
    """Return whether *token* is *word*, as written, in its dictionary form, or but for the plural."""
    return word in (token.lower_, token.lemma_.casefold(), token.lower_.removesuffix("s"))


def match(
    tokens: Sequence[Token], place: int, phrase: Words, times: frozenset[int] = frozenset()
) -> tuple[Token, ...]:
    """Return the tokens from *place* on that say *phrase*, or nothing.

    Adverbs and *times* in between are skipped ("a ouvert mercredi une enquête"); any article is one.
    """
    found: list[Token] = []
    gap = 0
    for token in tokens[place:]:
        word = phrase[len(found)]
        if equals(token, word) or (word in words("articles") and token.lower_ in words("articles")):
            found.append(token)
            if len(found) == len(phrase):
                return tuple(found)
        elif found and token.i in times:
            continue
        elif found and token.pos_ in ("ADV", "PUNCT") and gap < LONGEST_GAP:
            gap += 1
        else:
            return ()
    return ()


@functools.cache
def by_first_word(phrases: tuple[str, ...]) -> dict[str, tuple[tuple[int, Words], ...]]:
    """Return the words of *phrases*, numbered in their order, under each first word."""
    index: dict[str, list[tuple[int, Words]]] = {}
    for number, phrase in enumerate(map(words_of, phrases)):
        index.setdefault(phrase[0], []).append((number, phrase))
    return {word: tuple(found) for word, found in index.items()}


def forms_of(token: Token) -> tuple[str, str]:
    """Return how *token* is written and its dictionary form, of a capitalised word in small letters."""
    return token.lower_, token.lemma_.casefold() if token.is_title else token.lemma_


def holds(tokens: Sequence[Token], phrases: tuple[str, ...]) -> tuple[Token, ...]:
    """Return the first tokens that say one of *phrases*, or nothing."""
    if not (index := by_first_word(phrases)):
        return ()
    for place, token in enumerate(tokens):
        written, lemma = forms_of(token)
        entries = index.get(written, ()) + (index.get(lemma, ()) if lemma != written else ())
        for _, phrase in sorted(entries) if entries else ():
            if found := match(tokens, place, phrase):
                return found
    return ()


def find_triggers(
    segment: Sequence[Token], vocabulary: Vocabulary, times: frozenset[int] = frozenset()
) -> Iterator[Trigger]:
    """Yield each event that *segment* names, the longest phrase first where several begin at one word.

    *times*: the tokens of time expressions, which name no event ("début" in "début août").
    """
    last = -1
    for place, token in enumerate(segment):
        named = token.ent_type_ == "LOC" and token.is_title and not token.is_sent_start  # "à La Réunion"
        noun = stood_for(token)
        if token.i <= last or token.i in times or named or is_in_name(token):
            continue
        forms = dict.fromkeys((noun.lower_, noun.lemma_.casefold()))
        entries = [e for form in forms for e in vocabulary.index.get(form, ()) if e.fits(token)]
        if not entries:
            continue
        if noun.pos_ not in CONTENT:  # "à l'arrêt" names one, a mere "avant" does not
            entries = [e for e in entries if len(e.phrase) > 1]
        found = [
            ((token,) * (len(e.phrase) == 1) if noun != token else match(segment, place, e.phrase, times), e)
            for e in entries
        ]
        if trigger := choose([(tokens, e.kind, e.rank) for tokens, e in found if tokens], segment):
            last = trigger.tokens[-1].i
            yield trigger


def choose(found: list[tuple[tuple[Token, ...], EventType, int]], segment: Sequence[Token]) -> Trigger | None:
    """Return the kind that fits best: its words near, no excluded one there, the investigation's first.

    Between two houses of a parliament, say, the one decides whose words belong to the verb or noun itself;
    where neither's do, the one that stands nearest in the sentence.
    """
    best: tuple[tuple[int, int, int, int], Trigger] | None = None
    for tokens, kind, rank in found:
        head = head_of(tokens)
        scope = scope_of(head)
        own = {token.i for token in tokens}
        inside = [token for token in scope if token.i not in own]
        others = [token for token in segment if token.i not in own and abs(token.i - head.i) <= OUTSIDE]
        if holds(others, kind.without_words):
            continue
        named = holds(inside, kind.with_words)
        distance = depth(named, head) if kind.with_words else OUTSIDE // 2
        if kind.with_words and not named:
            # "celui des élus" is not whose the noun is that it stands for
            named = () if head.pos_ == "PRON" else holds(others, kind.with_words)
            if not named:
                continue
            distance = min(abs(token.i - head.i) for token in named) + OUTSIDE
        order = (kind.key == "other", distance, -len(tokens), rank)
        if best is None or order < best[0]:
            best = (order, Trigger(kind, tokens, head, scope, named))
    return best[1] if best else None


def depth(named: Sequence[Token], head: Token) -> int:
    """Return how many steps of the tree lie between *head* and the nearest of the tokens *named*."""
    ways = ([token, *token.ancestors] for token in named)
    return min((way.index(head) for way in ways if head in way), default=BESIDE)


def head_of(tokens: Sequence[Token]) -> Token:
    """Return the token of a phrase on which the others depend."""
    return next((token for token in tokens if token.head not in tokens or token.head == token), tokens[0])


def scope_of(head: Token) -> tuple[Token, ...]:
    """Return the words that belong to the event named by *head*, in the order of the sentence.

    Its dependents without subordinate clauses; for a participle the noun it stands with; for a second verb
    the subject of the first; for the noun of a support verb ("procéder à un tir") that verb's other words.
    """
    kept = set(below(head))
    if head.dep_.startswith("acl"):
        kept.update(token for token in below(head.head) if token.i <= head.i)
    if head.dep_ == "xcomp" or (head.dep_ == "conj" and not any(subjects(head))):
        kept.update(subjects(head.head))
    if head.pos_ == "NOUN" and supports(head.head) and head.dep_ not in CLAUSES:
        kept.update(below(head.head))
    return tuple(sorted(kept, key=lambda token: token.i))


def below(head: Token) -> Iterator[Token]:
    """Yield *head* and what depends on it, subordinate clauses left out."""
    waiting = [head]
    while waiting:
        token = waiting.pop()
        yield token
        waiting.extend(child for child in token.children if child.dep_ not in CLAUSES)


def subjects(verb: Token) -> Iterator[Token]:
    """Yield the words of the subject of *verb*."""
    for child in verb.children:
        if child.dep_.startswith("nsubj"):
            yield from below(child)
