"""What somebody denies: another affirms it, or the same actor left it unanswered elsewhere."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from dossier.disagreements.differences import Difference, Side, side_of
from dossier.disagreements.tellings import Telling, country_roots, fold, known_words, root, roots
from dossier.lexicons import load_lexicon
from dossier.records import Claim, Statement

ENOUGH = 0.5  # share of the telling words of a denial that stand in what it denies
FIRM = ("certain", "probable")


@dataclass(frozen=True, slots=True)
class Answer:
    """A denial or a silence: whose it is, by all names that belong to it, and what it is about."""

    side: Side
    stance: str
    names: frozenset[str]
    about: frozenset[str]
    core: frozenset[str] = frozenset()  # the words of the name alone
    strict: bool = False  # a plain negative sentence, no verb of denying: more must be shared


def find_answers(one: Telling, other: Telling) -> Iterator[Difference]:
    """Yield each actor who denies in one article what the same actor leaves unanswered in the other."""
    if one is other:
        return
    mine, theirs = answers(one), answers(other)
    for first in mine:
        for second in theirs:
            if {first.stance, second.stance} == {"deny", "no_comment"} and same_actor(first, second):
                actor = min((first.core, second.core), key=len)
                yield Difference("answer", first.side, second.side, " ".join(sorted(actor)))


def same_actor(one: Answer, other: Answer) -> bool:
    """Return whether the name of one actor belongs to the other."""
    if not (one.core and other.core):
        return False
    return one.core <= other.names or other.core <= one.names


def find_denied(one: Telling, other: Telling) -> Iterator[Difference]:
    """Yield what one side affirms and another denies, in one article or in two."""
    for here, there in ((one, other), (other, one)):
        denials = [a for a in answers(here) if a.stance != "no_comment" and a.about and a.names]
        for denial in denials:
            for statement in there.statements:
                if affirms(statement, denial):
                    yield Difference("denied", side_of(statement), denial.side)
        if one is other:
            return


def affirms(statement: Statement, denial: Answer) -> bool:
    """Return whether *statement* says what *denial* denies, on the word of somebody else."""
    lexicon = load_lexicon("comparisons")
    if statement.polarity != "+" or statement.certainty not in FIRM or statement.section == "related_link":
        return False
    if statement.predicate in lexicon["denying"] or statement.phase == "planned":
        return False
    who = words(statement.source)
    if who & denial.names or (not who and statement.article_id == denial.side.article_id):
        return False
    said = roots(statement.text)
    common = denial.about & said
    if not who and len(common) < 2:  # the newspaper affirms much that shares one word with a denial
        return False
    if denial.strict and (len(statement.predicate) <= 3 or root(statement.predicate) not in denial.about):
        return False
    return bool(common) and len(common) >= ENOUGH * len(denial.about)


def answers(telling: Telling) -> list[Answer]:
    """Return the denials and silences of *telling*."""
    lexicon = load_lexicon("comparisons")
    bodies = bodies_of(telling)

    found: list[Answer] = []
    for claim in telling.claims:
        if claim.stance in ("deny", "no_comment") and claim.low is None and claim.high is None:
            for actor in claim.claimant or (claim.claimant_text,):
                found.append(build_answer(claim, claim.stance, (actor,), content(claim.text), bodies))
    for statement in telling.statements:
        inner = tuple(statement.source.split(" > ")[-1].split("|"))
        actors = statement.agent or inner
        if statement.predicate in lexicon["denying"] and statement.polarity == "+":
            found.append(build_answer(statement, "deny", actors, content(statement.text), bodies))
        elif statement.predicate in lexicon["answering"] and is_negated(statement):
            found.append(build_answer(statement, "no_comment", actors, frozenset(), bodies))
        elif statement.source and (things := no_such(statement.text)):
            found += (build_answer(statement, "deny", inner, frozenset({thing}), bodies) for thing in things)
        elif statement.polarity == "-" and statement.source and is_negated_by_word(statement.text):
            found.append(
                build_answer(statement, "negative", inner, content(statement.text), bodies, strict=True)
            )
    return found


def build_answer(
    record: Claim | Statement,
    stance: str,
    actors: Sequence[str],
    about: frozenset[str],
    bodies: Mapping[str, frozenset[str]],
    *,
    strict: bool = False,
) -> Answer:
    """Return the answer that *record* is, about all but the names of those who give it."""
    whose: frozenset[str] = frozenset().union(*(bodies.get(a, frozenset()) | words(a) for a in actors if a))
    own: frozenset[str] = frozenset().union(*map(words, actors))
    return Answer(side_of(record), stance, whose, about - frozenset(map(root, whose)), own, strict)


def bodies_of(telling: Telling) -> dict[str, frozenset[str]]:
    """Return for each speaker the words by which *telling* calls him, with the bodies named beside him."""
    bodies: dict[str, frozenset[str]] = {}
    for q in telling.quotations:
        for name in q.speaker:
            known = words(" ".join((name, q.speaker_text, q.role, q.affiliation)))
            beside = telling.beside.get(name, frozenset())
            named = words(name) | ((known | beside) - known_words())
            bodies[name] = bodies.get(name, frozenset()) | named
    return bodies


def is_negated(statement: Statement) -> bool:
    """Return whether *statement* is negative, by its polarity or its words."""
    return statement.polarity == "-" or is_negated_by_word(statement.text)


def is_negated_by_word(text: str) -> bool:
    """Return whether *text* holds a word of negation."""
    return bool(re.search(load_lexicon("comparisons")["negation"], text))


def no_such(text: str) -> list[str]:
    """Return the roots of the things that *text* says are not."""
    words_before = "|".join(load_lexicon("comparisons")["no_such"])
    found = re.findall(rf"(?<!\w)(?:{words_before})\s*(\w{{4,}})", text, re.IGNORECASE)
    return [root(thing) for thing in dict.fromkeys(found) if roots(thing)]


def content(text: str) -> frozenset[str]:
    """Return the roots of *text* without those of verbs of denying."""
    verbs = {root(verb) for verb in load_lexicon("comparisons")["denying"]}
    return roots(text) - verbs - country_roots()


def words(text: str) -> frozenset[str]:
    """Return the telling words of a name, folded."""
    parts = re.findall(r"\w+", text)
    initials = "".join(word[0] for word in parts if len(word) > 3) if len(parts) > 2 else ""
    short = {fold(initials)} if len(initials) > 2 else set()
    return frozenset(short | {fold(w) for w in parts if len(w) > 3 or (len(w) == 3 and w.isupper())})
