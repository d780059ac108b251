"""What somebody denies: another affirms it, or the same actor left it unanswered or granted it elsewhere."""

from __future__ import annotations

from collections.abc import Iterator

from dossier.disagreements.differences import Difference, side_of
from dossier.disagreements.passages import Pair, Proposal
from dossier.disagreements.tellings import Telling, roots, words
from dossier.disagreements.voices import FIRM, Answer, answers, bodies_of, is_office, same_actor
from dossier.lexicons import load_lexicon
from dossier.records import Statement

MOST = 3  # words in common beyond which more of them tell nothing new


def find_answers(pair: Pair) -> Iterator[Proposal]:
    """Yield each actor who leaves open, denies or grants in one article, and does otherwise in the other."""
    if pair.alone:
        return
    bodies = bodies_of(pair.one, pair.other)
    theirs = answers(pair.other, bodies)
    for first in answers(pair.one, bodies):
        for second in theirs:
            if found := turn(first, second):
                yield Proposal(Difference("answer", first.side, second.side), found)


def turn(one: Answer, other: Answer) -> dict[str, float]:
    """Return what speaks for two answers of one actor not going together; nothing where they do."""
    stances, same = {one.stance, other.stance}, same_actor(one, other)
    if stances == {"deny", "admit"} and same:
        return {"turned": 1, "words of both": min(len(one.sentence & other.sentence), MOST) / MOST}
    if "no_comment" not in stances or len(stances) == 1:
        return {}
    silent, spoken = (one, other) if one.stance == "no_comment" else (other, one)
    if not same and not (is_office(silent) and spoken.plural):
        return {}
    shared = silent.about & (spoken.about | spoken.sentence)
    return {
        "silent": 1,
        "words of silence": min(len(shared), MOST) / MOST,
        "silence on another matter": not shared,
        "silence on nothing": len(silent.about) < 2,
        f"then {spoken.stance}": 1,
        "an office": not same,
    }


def find_denied(pair: Pair) -> Iterator[Proposal]:
    """Yield what one side affirms and another denies, in one article or in two."""
    ends = ((pair.one, pair.other), (pair.other, pair.one))
    for here, there in ends[:1] if pair.alone else ends:
        for denial in answers(here, bodies_of(here)):
            if denial.stance not in ("deny", "negative"):
                continue
            for statement in there.statements:
                if is_affirmed(statement, denial) and (found := traits(statement, denial, pair)):
                    sides = (side_of(statement), denial.side)
                    yield Proposal(
                        Difference("denied", *(sides if there is pair.one else sides[::-1])), found
                    )


def traits(statement: Statement, denial: Answer, pair: Pair) -> dict[str, float]:
    """Return what speaks for *statement* being what *denial* denies; nothing where they share no word."""
    shared = denial.about & roots(statement.text)
    follows = pair.alone and denial.stance == "deny" and comes_after(denial, statement, pair.one)
    if not shared and not follows:
        return {}
    called = {word for name in (*statement.agent, *statement.patient) for word in words(name)}
    return {
        "denied": 1,
        "only negative": denial.stance == "negative",
        "share denied": len(shared) / max(1, len(denial.about)),
        "words denied": min(len(shared), MOST) / MOST,
        "said by somebody": bool(statement.source),
        "act denied": bool(roots(statement.predicate) & denial.about),
        "answers it": follows,
        "about who denies": bool(denial.names & called),
        "denies nothing named": not denial.about,
    }


def comes_after(denial: Answer, statement: Statement, telling: Telling) -> bool:
    """Return whether *statement* is of the sentence with statements right before *denial*."""
    before = [s.sentence_start for s in telling.statements if s.sentence_start < denial.place[0]]
    return bool(before) and statement.sentence_start == max(before)


def is_affirmed(statement: Statement, denial: Answer) -> bool:
    """Return whether *statement* is firm and positive, and not the word of who denies."""
    lexicon = load_lexicon("comparisons")
    if statement.polarity != "+" or statement.certainty not in FIRM or statement.section == "related_link":
        return False
    if statement.predicate in lexicon["denying"] or statement.phase == "planned":
        return False
    who = words(statement.source)
    return not who & denial.names and bool(who or statement.article_id != denial.side.article_id)
