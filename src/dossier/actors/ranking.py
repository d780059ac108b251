"""Whom a pronoun, a role, an epithet or a quotation without a cue means: one score over all in view."""

import re
from collections.abc import Iterator, Sequence, Set
from dataclasses import dataclass

from dossier.actors.described import Person, has_no_role
from dossier.actors.speakers import Speaker, agrees, category_of, is_complemented, is_for_anybody, is_named
from dossier.lexicons import load_lexicon, word_set
from dossier.registry import is_known_body, name_key
from dossier.syntax.nominals import Nominal
from dossier.syntax.vocabulary import PERSONAL, PRIVATE, epithets, is_personal, roles, same_roles, vocabulary

_AGE = re.compile(r"\b(\d\d)\s+ans\b")


@dataclass(frozen=True, slots=True)
class Candidate:
    """One who may be meant: ``place`` is where it was seen last, ``distance`` how many sentences ago.

    ``person`` is what the article says of a person; ``seen`` whether it spoke or was a subject before;
    ``spoke`` whether it was the last who spoke, ``topic`` the first subject of the sentence before;
    ``often`` whether it was quoted more than once of late; ``spoken_of`` whether words there only tell of it.
    """

    speaker: Speaker
    place: int
    distance: int
    same_paragraph: bool
    person: Person | None = None
    seen: bool = False
    last: bool = False
    quoted: bool = False
    spoke: bool = False
    topic: bool = False
    often: bool = False
    spoken_of: bool = False
    nouns: frozenset[str] = frozenset()


def choose(kind: str, source: Nominal | None, candidates: Sequence[Candidate]) -> Candidate | None:
    """Return the one of *candidates* whom *source* means, or None where none is likely enough.

    kind: pronoun | role | anybody | body | free, part (no source: a quotation without a cue). What speaks
    for a candidate and against it is weighed by ``coreference.yml``; below 0, nobody is meant, nor where
    what makes the best one doubtful weighs more than it.
    """
    weights, doubts = load_lexicon("coreference")[kind], load_lexicon("coreference")["doubts"].get(kind, {})
    able = [c for c in candidates if source is None or agrees(source, c.speaker)]
    if kind == "pronoun" and source is not None and source.text.startswith("-"):
        near = [c for c in able if c.same_paragraph]  # "Luc, 66 ans, attend. « …, dit-il »": nobody above it
        able = near if any(c.seen and is_personage(c) for c in near) else able
    best, most, needed = None, 0.0, 0.0
    for rank, candidate in enumerate(sorted(able, key=lambda c: -c.place)):
        traits = [*_traits(kind, source, candidate, rank)]
        score = weights["constant"] + sum(weights.get(trait, 0.0) for trait in traits)
        if score > most or (best is None and score >= 0):
            best, most, needed = candidate, score, sum(doubts.get(trait, 0.0) for trait in traits)
    return best if most >= needed else None


def set_off(source: Nominal, candidates: Sequence[Candidate], spoke: Set[tuple[str, ...]]) -> list[Candidate]:
    """Return those of *candidates* whom "Lui jure que" can mean: persons other than those who just *spoke*.

    Who is named and spoke is meant where no other person is near.
    """
    able = [c for c in candidates if agrees(source, c.speaker)]
    persons = [c for c in able if is_personage(c)]
    others = [c for c in persons if c.speaker.names not in spoke]
    named = [c for c in persons if c.person and c.speaker.names in spoke]
    return named if named and all(c.distance > 1 for c in others) else others


def is_apart(source: Nominal, candidate: Candidate) -> bool:
    """Return whether the pronoun *source* is another than *candidate*: "Pendant que X dort, il sort".

    In another paragraph it is not "Sa mère" but whose mother she is.
    """
    if not candidate.same_paragraph:
        return name_key(candidate.speaker.text).partition(" ")[0] in vocabulary("of_one")
    starts = source.sentence.starts
    at = starts.index(candidate.place) if candidate.place in starts[: source.start] else 0
    return " ".join(source.sentence.words[max(0, at - 2) : at]) in vocabulary("meanwhile")


def is_personage(candidate: Candidate) -> bool:
    """Return whether *candidate* is a person by name or role."""
    return candidate.person is not None or candidate.speaker.category in PERSONAL


def _traits(kind: str, source: Nominal | None, candidate: Candidate, rank: int) -> Iterator[str]:
    """Yield what speaks for or against *candidate*, the *rank*-th by nearness of those that agree."""
    yield ("nearest", "second", "further")[min(rank, 2)]
    yield ("here", "sentence before", "two before", "far")[min(candidate.distance, 3)]
    inserted = source is not None and source.text.startswith("-")
    told = {
        "same paragraph": candidate.same_paragraph,
        "last in view": candidate.last,
        "last quoted": candidate.quoted,
        "often quoted": candidate.often,
        "only mentioned": not candidate.seen,
    }
    if kind == "pronoun":
        opening = name_key(candidate.speaker.text).partition(" ")[0]
        told |= {
            "still speaks" if inserted else "spoke": candidate.spoke,
            "still topic" if inserted else "topic": candidate.topic,
            "somebody's": not inserted and opening in vocabulary("of_one"),
        }
    yield from (trait for trait, holds in told.items() if holds)
    speaker, person = candidate.speaker, candidate.person
    known = is_known_body(speaker.names[0])
    one = kind == "pronoun" and speaker.category in PERSONAL and not known  # "le maire" is as much a person
    yield "person" if one else speaker.kind
    if is_thing(speaker):
        yield "thing"
    if one or (speaker.kind == "person" and (speaker.gender or (person and person.nouns))):
        yield "surely a person"
    if source is not None and source.gender and speaker.gender == source.gender:
        yield "gender"
    if kind == "role" and candidate.spoken_of and not candidate.seen:
        yield "spoken of"
    if kind in ("role", "anybody") and source is not None:
        yield from _by_role(source, candidate)
    if kind == "body" and source is not None:
        yield from _by_noun(source, candidate)


def is_thing(speaker: Speaker) -> bool:
    """Return whether *speaker* is neither named nor said to be anybody or a body: "la toile"."""
    told = speaker.category or speaker.role or not speaker.names[0][0].islower()
    return speaker.kind == "body" and not told


def _by_role(source: Nominal, candidate: Candidate) -> Iterator[str]:
    """Yield how the role or epithet *source* goes with what the article says of a candidate."""
    speaker, person = candidate.speaker, candidate.person
    words = re.findall(r"[\w-]+", f"{speaker.text} {speaker.names[0]}".lower())
    nouns = person.nouns if person else set(filter(is_personal, words))
    more = content_of(source.role or source.text) - {name_key(source.noun)}
    own = content_of(" ".join(sorted({person.role, *person.roles})) if person else speaker.text)
    category = roles().category.get(source.noun)
    taken_up = nouns & {source.noun, *same_roles().get(source.noun, ())}
    if taken_up and source.sentence.word(source.start + 1) in vocabulary("same"):
        yield "the same"
    if source.noun and source.noun in nouns:
        yield "same noun"
    elif source.noun and taken_up:
        yield "taken up"
    elif (person and has_no_role(person)) or not nouns:
        yield "no role"
        if category == "official":
            yield "no office"
        if is_complemented(source):
            yield "no role of what"
        if person and candidate.distance == 0:
            yield "named here"  # who says what he does is another: "Luc Morel a cédé, dit le maire"
    elif source.noun and source.noun not in epithets():
        other, offices = category_of(person.role if person else speaker.role), vocabulary("single_offices")
        alike = other == category or {other, category} == set(PRIVATE)
        yield ("both experts" if category == "expert" and not more else "same category") if alike else "other"
        if other in PRIVATE and source.noun in offices:
            yield "no head"  # who nurses is not "la directrice"
        if speaker.kind == "body" and nouns & offices and source.noun in offices:
            yield "another office"  # "le préfet" is not "le maire"
    if speaker.kind == "body" and nouns and not (source.noun or is_named(source) or is_for_anybody(source)):
        yield "another trade"
    yield from _described(source, more, own, person.role if person else speaker.text)
    if person and (age := _age(source)) and person.age:
        yield "age" if person.age // 10 == age // 10 else "other age"


def _described(source: Nominal, more: set[str], own: set[str], role: str) -> Iterator[str]:
    """Yield how the words beside the noun of *source* go with a candidate's *own*, and how it is built."""
    if more & vocabulary("stages"):
        yield "stage"
    if more:
        yield "own words" if len(more & own) * 2 >= len(more) else "other words"
        if (names := _names_in(source.role)) and (theirs := _names_in(role)):
            yield "same name" if names & theirs else "other name"
    if is_complemented(source):
        yield "complemented"
    if is_named(source):
        yield "named"
    if source.start == 0:
        yield "opening"
    if source.sentence.word(source.start) in vocabulary("demonstratives"):
        yield "demonstrative"


def is_told_of(source: Nominal, person: Person) -> bool:
    """Return whether all that *source* says beside its noun is said of *person* too: "le maire de Lens".

    A title may call it otherwise: "assure la directrice de l'hôpital".
    """
    titled = source.sentence.paragraph.section.kind == "title"
    return titled or content_of(source.role) - {name_key(source.noun)} <= content_of(person.role)


def _names_in(role: str) -> set[str]:
    """Return the capitalised words of a role, folded: "du patron d'Orivoire" has one."""
    return {name_key(word) for word in re.findall(r"[\w-]+", role)[1:] if word[0].isupper()}


def _by_noun(source: Nominal, candidate: Candidate) -> Iterator[str]:
    """Yield how the noun of a body, "l'ONG", goes with what the article calls a candidate."""
    if source.noun in candidate.nouns:
        yield "same noun"
    elif candidate.nouns:
        yield "other noun"
    kinds = _kinds({source.noun})
    if kinds and (own := _kinds(candidate.nouns | {*candidate.speaker.names[0].lower().split()})):
        yield "same kind" if kinds & own else "other kind"
        if own == {"union"} and not kinds & own:
            yield "a union"  # whose words tell of "l'établissement" is none
    if source.noun in vocabulary("general_bodies"):
        yield "general"
    if source.end - source.start > 2:
        yield "described"
    if roles().category.get(source.noun) == "media":
        known = any(roles().category.get(noun) == "media" for noun in candidate.nouns)
        yield "media" if known else "no media"
    elif candidate.speaker.names[0] in vocabulary("agencies"):
        yield "agency"


def _kinds(nouns: Set[str]) -> set[str]:
    """Return the kinds of bodies that *nouns* name: "la compagnie Kairos" is a firm, "CGT" a union."""
    kinds: dict[str, str] = load_lexicon("sources")["body_kinds"]
    found = {kind for kind in kinds if nouns & word_set("sources", f"body_kinds.{kind}")}
    return found | ({"union"} if nouns & vocabulary("unions") else set())


def content_of(role: str) -> set[str]:
    """Return the words of a role that say something, folded."""
    return {word for word in name_key(role).split() if word not in vocabulary("empty_words")}


def _age(source: Nominal) -> int:
    """Return the age that a phrase tells, "l'élue de 39 ans", "la sexagénaire", or 0."""
    found = _AGE.search(source.text)
    decades: dict[str, int] = load_lexicon("sources")["decades"]
    told = (age for decade, age in decades.items() if decade in source.text.lower())
    return int(found.group(1)) if found else next(told, 0)
