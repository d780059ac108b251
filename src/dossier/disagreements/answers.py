"""What somebody denies: another affirms it, or the same actor left it unanswered or granted it elsewhere."""

import functools
from collections.abc import Iterator

from dossier.disagreements.differences import Difference, side_of
from dossier.disagreements.passages import TELLING, Pair, passages_of, told_on
from dossier.disagreements.tellings import Telling, listed_verbs, root, roots, words
from dossier.disagreements.voices import (
    FIRM,
    Answer,
    answers,
    bodies_of,
    is_negated,
    is_negated_by_word,
)
from dossier.events import gap
from dossier.lexicons import word_set
from dossier.records import Statement

SAME = 3.0
SOON = 3  # days between a silence and an answer that are set against each other
SILENCE = {"silent", "no_comment"}
LEAST = 2  # words that what is granted and a denial have in common


def find_answers(pair: Pair) -> Iterator[Difference]:
    """Yield each actor who leaves open, denies or grants in one article, and does otherwise in the other."""
    bodies = bodies_of(pair.one, pair.other)
    theirs = answers(pair.other, bodies)
    for first in answers(pair.one, bodies):
        for second in theirs:
            if turns(first, second, pair):
                way = "silence" if {first.stance, second.stance} & SILENCE else "answer"
                yield Difference(way, first.side, second.side)


def turns(one: Answer, other: Answer, pair: Pair) -> bool:
    """Return whether two answers of one actor do not go together: a silence only with words on its matter."""
    stances = {one.stance, other.stance}
    named = one.core and other.core and (one.core <= other.names or other.core <= one.names)
    if one.stance == other.stance or not named or stances == SILENCE:
        return False
    shared = pair.weight(one.about & other.about)
    if stances & SILENCE:
        silent, said = (one, other) if one.stance in SILENCE else (other, one)
        if silent.stance == "silent" and said.stance in ("deny", "exclude", "negative", "admit", "open"):
            known, told = (told_on(end.side.article_id, pair.published) for end in (silent, said))
            return not (known and told and gap(known, told) > SOON)  # days later he only is silent no more
        return shared >= TELLING
    if stances & {"admit", "grant", "open"}:
        admitted = next((a.side.words for a in (one, other) if a.stance == "grant"), "")
        against = {"speech"} if is_negated_by_word(admitted) else {"deny", "exclude", "negative"}
        opposed = bool(stances & against) and len(one.about & other.about) >= (LEAST if admitted else 1)
        plain = stances in ({"open", "exclude"}, {"admit", "deny"}, {"admit", "exclude"})
        return (plain and bool(one.core & other.core or shared)) or (opposed and shared >= TELLING)
    return "speech" in stances and bool(stances & {"deny", "exclude", "negative"}) and shared >= SAME


def find_denied(pair: Pair) -> Iterator[Difference]:
    """Yield what one side affirms and another denies by telling words, in one article or in two."""
    for here, there in pair.ways:
        for denial in denials(here):
            for statement, said in affirmed(there):
                shared = denial.about & said
                who = words(statement.source)
                others = who or statement.article_id != denial.side.article_id
                if others and not who & denial.names and pair.tells(shared):
                    yield Difference("denied", side_of(statement), denial.side)


@functools.lru_cache(maxsize=256)
def denials(telling: Telling) -> list[Answer]:
    """Return what somebody denies in *telling*."""
    return [answer for answer in answers(telling, bodies_of(telling)) if answer.stance == "deny"]


@functools.lru_cache(maxsize=256)
def affirmed(telling: Telling) -> list[tuple[Statement, frozenset[str]]]:
    """Return the firm and positive clauses of *telling*, each with the roots of its words."""
    asked = word_set("comparisons", "asked")  # "X est accusé de …" does not say that it is so
    return [
        (statement, roots(statement.text))
        for statement in telling.statements
        if statement.certainty in FIRM
        and statement.section != "related_link"
        and statement.phase not in ("", "planned")
        and statement.predicate not in asked
        and not is_negated(statement)
        and not telling.sentence(statement).rstrip(' »”"').endswith("?")
        and listed_verbs("denying", "excluding").isdisjoint(
            map(root, (statement.predicate, *statement.cue.split()))
        )  # "nie avoir tiré"
        and not any(  # "la chambre froide fonctionnait, répète-t-elle"
            said.source and said.cue and said.cue in statement.text and said is not statement
            for said in passages_of(telling)[statement.sentence_start].statements
            if statement.start <= said.start < statement.end
        )
    ]
