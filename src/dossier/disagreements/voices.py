"""Who denies, keeps silent, grants or speaks in an article, by all names that it has, and about what."""

import functools
import re
from bisect import bisect_right
from collections.abc import Mapping
from dataclasses import dataclass

from dossier.disagreements.differences import Side, side_of
from dossier.disagreements.passages import passages_of
from dossier.disagreements.seeking import listed
from dossier.disagreements.tellings import (
    Telling,
    context_span,
    country_roots,
    family_heads,
    known_words,
    listed_verbs,
    root,
    roots,
    words,
)
from dossier.lexicons import load_lexicon, pattern_of, word_set
from dossier.records import Claim, Statement
from dossier.syntax.marks import ASKING

FIRM = ("certain", "probable")
ANSWERING = ("denying", "answering", "admitting", "asked")  # of the lexicon
NAMED = re.compile(r"(?:[A-ZÉÈÎÔ][\w-]{2,} )*[A-ZÉÈÎÔ][\w-]{3,}")
Bodies = Mapping[str, frozenset[str]]


@dataclass(frozen=True, slots=True)
class Answer:
    """What somebody says of a matter: whose it is, by all names that belong to it, and what it is about.

    ``stance``: deny, exclude, open (not excluded), negative (of speech), admit, grant (in a word of what he
    says), silent (on no matter), no_comment, else speech.
    ``core`` holds the words of the name alone.
    """

    side: Side
    stance: str
    names: frozenset[str]
    about: frozenset[str]
    core: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Speech:
    """An answer of which it is not yet known whom its speakers speak for.

    It is about the first of what it may be *about* that is more than their names.
    """

    side: Side
    stance: str
    actors: tuple[str, ...]
    about: tuple[frozenset[str], ...]


def answers(telling: Telling, bodies: Bodies) -> list[Answer]:
    """Return the answers of *telling*; *bodies* says whom each speaker speaks for."""
    return [build_answer(speech, bodies) for speech in speech_of(telling)]


def named_before(statement: Statement, telling: Telling) -> tuple[str, ...]:
    """Return the last name before the verb of *statement*, whose subject was not found."""
    before = telling.text[statement.sentence_start : statement.start] + statement.text
    return tuple(NAMED.findall(before.partition(statement.cue or " a ")[0])[-1:])


@functools.lru_cache(maxsize=256)
def speech_of(telling: Telling) -> list[Speech]:
    """Return the answers of *telling*, in whosever name they are given."""
    answering = [c for c in telling.claims if is_answer(c)]
    found = [
        build_speech(
            claim, "silent" if claim.response == "does_not_comment" else claim.stance, (actor,), telling
        )
        for claim in answering
        for actor in claim.claimant or (claim.claimant_text,)
    ]
    taken = {place for claim in answering for place in range(claim.start, claim.end)}
    for statement in telling.statements:
        passage = passages_of(telling).get(statement.sentence_start)
        stance = "" if passage and passage.names_speaker(statement) else stance_of(statement)
        granted = stance in ("admit", "grant")
        if not stance or (statement.start in taken and not granted):
            continue  # a part of an answer: "ni confirmé ni infirmé"
        inner = tuple(statement.source.split(" > ")[-1].split("|"))
        actors = statement.agent or inner
        if stance in ("speech", "negative", "no_such"):
            actors = inner
        actors = actors or named_before(statement, telling)
        things = no_such(statement.text) if stance == "no_such" else ()
        found += (
            build_speech(statement, "deny", actors, telling, about=frozenset({thing})) for thing in things
        )
        if not things:
            found.append(build_speech(statement, stance, actors, telling))
    return found


def is_answer(claim: Claim) -> bool:
    """Return whether *claim* denies or leaves unanswered, by no verb of excluding or granting."""
    if claim.stance not in ("deny", "no_comment") or claim.low is not None or claim.high is not None:
        return False
    turning = listed_verbs("excluding", "granting")  # which negated say the contrary
    return claim.stance == "deny" or turning.isdisjoint(map(root, re.findall(r"\w+", claim.text)))


def stance_of(statement: Statement) -> str:
    """Return which answer *statement* is, empty for none: by its verb, or because somebody says it."""
    lexicon = load_lexicon("comparisons")
    negative = statement.polarity == "-"
    if statement.predicate in lexicon["answering"] and is_negated(statement):
        return "no_comment"
    for verbs, stance, turned in (
        ("denying", "deny", ""),
        ("excluding", "exclude", "open"),  # "n'exclut plus", "n'est pas écartée"
        ("admitting", "admit", "deny"),  # "refuse de reconnaître"
    ):
        if statement.predicate in lexicon[verbs] and (turned if negative else excludes(stance, statement)):
            conceded = turned == "open" and listed("no_longer").search(statement.text.lower())
            return ("admit" if conceded else turned) if negative else stance
    if yields(statement):
        return "grant"
    return said(statement) if statement.source else ""


def excludes(stance: str, statement: Statement) -> bool:
    """Return whether *statement*, if that is its *stance*, excludes a thing: "écarte Paul" does not."""
    return stance != "exclude" or (statement.patient or statement.text.split())[-1][0].islower()


def yields(statement: Statement) -> bool:
    """Return whether somebody says *statement* against what he said before, by its cue."""
    verb = statement.cue.split()[-1:] if statement.source else []
    return not listed_verbs("granting").isdisjoint(map(root, verb))


def said(statement: Statement) -> str:
    """Return which answer a *statement* of somebody is by its negations."""
    if no_such(statement.text):
        return "no_such"
    return "negative" if statement.polarity == "-" else "speech"


def build_speech(
    record: Claim | Statement,
    stance: str,
    actors: tuple[str, ...],
    telling: Telling,
    *,
    about: frozenset[str] = frozenset(),
) -> Speech:
    """Return the answer that *record* is, about what *about* says, its own words or else the question."""
    sentence = telling.sentence(record)
    rest, _, own = sentence[max(0, record.start - context_span(record)[0]) :].partition(" : ")
    if stance != "deny" or is_negated_by_word(own):  # else it is what he says instead
        rest = f"{rest} : {own}"
    if stance == "silent" and (content(record.text) or asked_about(sentence)):
        stance = "no_comment"
    before = telling.text[slice(*sentence_before(record, telling))].rstrip()
    whole = (content(sentence),) if stance in ("no_comment", "silent") else ()
    if whole and listed("pointing").search(sentence.lower()):  # "interrogée sur ce point"
        whole = (whole[0] | content(before),)
    asked = content(before) if before.endswith(ASKING) else frozenset[str]()
    told = (about,) if about else whole or (content(record.text), content(rest), asked)
    return Speech(side_of(record), stance, actors, told)


def sentence_before(record: Claim | Statement, telling: Telling) -> tuple[int, int]:
    """Return start and end of the sentence before that of *record*; of none where it is the first."""
    at = bisect_right(telling.passages, record.sentence_start, key=lambda passage: passage[1])
    return telling.passages[at - 1] if at else (0, 0)


def build_answer(speech: Speech, bodies: Bodies) -> Answer:
    """Return *speech* as an answer of those who give it, and of the *bodies* that they speak for."""
    own: frozenset[str] = frozenset().union(*map(words, speech.actors))
    whose = own.union(*(bodies.get(actor, frozenset()) for actor in speech.actors if actor))
    names = frozenset(map(root, whose))
    about = next(filter(None, (told - names for told in speech.about)), frozenset[str]())
    return Answer(speech.side, speech.stance, whose, about, own)


def asked_about(sentence: str) -> frozenset[str]:
    """Return what *sentence* says that somebody was asked about: "Interrogé sur son départ, il se tait."""
    found = pattern_of("comparisons", "asked_about").search(sentence)
    return content(found[1]) if found else frozenset()


def bodies_of(*tellings: Telling) -> Bodies:
    """Return for each speaker the words by which *tellings* call him, with the bodies named beside him."""
    bodies: dict[str, frozenset[str]] = {}
    for telling in tellings:
        for name, named in named_in(telling):
            bodies[name] = bodies.get(name, frozenset()) | named
    return bodies


@functools.lru_cache(maxsize=256)
def named_in(telling: Telling) -> frozenset[tuple[str, frozenset[str]]]:
    """Return each speaker of *telling* with the words by which it calls him."""
    return frozenset(
        (name, words(name) | ((known | telling.beside.get(name, frozenset())) - known_words()))
        for q in telling.quotations
        for name in q.speaker
        for known in [words(" ".join((name, q.speaker_text, q.role, q.affiliation)))]
    )


def is_negated(statement: Statement) -> bool:
    """Return whether *statement* is negative, by its polarity or its words."""
    return statement.polarity == "-" or is_negated_by_word(statement.text)


@functools.lru_cache(maxsize=16384)
def is_negated_by_word(text: str) -> bool:
    """Return whether *text* holds a word of negation."""
    return bool(pattern_of("comparisons", "negation").search(text))


@functools.lru_cache(maxsize=16384)
def no_such(text: str) -> tuple[str, ...]:
    """Return the roots of the things that *text* says are not."""
    words_before = "|".join(load_lexicon("comparisons")["no_such"])
    found = re.findall(rf"(?<!\w)(?:{words_before})\s*(\w{{4,}})", text, re.IGNORECASE)
    return tuple(thing for word in dict.fromkeys(found) for thing in roots(word))


@functools.lru_cache(maxsize=16384)
def content(text: str) -> frozenset[str]:
    """Return the roots of *text* without those of verbs and nouns of answering."""
    told = " ".join(
        word
        for word in re.findall(r"\w+", text)
        if word.casefold() not in word_set("comparisons", *ANSWERING)
    )
    return roots(told) - answering_roots() - country_roots()


@functools.cache
def answering_roots() -> frozenset[str]:
    """Return the roots of the words that make an answer."""
    return roots(" ".join(word_set("comparisons", *ANSWERING))) - family_heads()
