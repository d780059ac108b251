"""What somebody denies: another affirms it, or the same actor left it unanswered or granted it elsewhere."""

from __future__ import annotations

from collections.abc import Iterator

from dossier.disagreements.differences import Difference, side_of
from dossier.disagreements.tellings import Telling, roots
from dossier.disagreements.voices import FIRM, Answer, answers, bodies_of, is_office, same_actor, words
from dossier.lexicons import load_lexicon
from dossier.records import Statement

ENOUGH = 0.5  # share of the telling words of a denial that stand in what it denies
SAID = 2  # telling words of a silence from which it says what it is about


def find_answers(one: Telling, other: Telling) -> Iterator[Difference]:
    """Yield each actor who leaves open, denies or grants in one article, and does otherwise in the other."""
    if one is other:
        return
    bodies = bodies_of(one, other)
    theirs = answers(other, bodies)
    for first in answers(one, bodies):
        for second in theirs:
            if is_turn(first, second):
                yield Difference("answer", first.side, second.side)


def is_turn(one: Answer, other: Answer) -> bool:
    """Return whether two answers are those of one actor, on one matter, and do not go together."""
    stances = {one.stance, other.stance}
    if stances == {"deny", "admit"}:
        return same_actor(one, other) and bool(one.sentence & other.sentence)
    if "no_comment" not in stances or len(stances) == 1:
        return False
    silent, spoken = (one, other) if one.stance == "no_comment" else (other, one)
    shared = silent.about & (spoken.about | spoken.sentence)
    if same_actor(one, other):
        if spoken.stance == "speech":
            return len(shared) >= SAID
        return bool(shared) or (spoken.stance in ("deny", "admit") and len(silent.about) < SAID)
    return is_office(silent) and spoken.plural and bool(silent.about & spoken.about)


def find_denied(one: Telling, other: Telling) -> Iterator[Difference]:
    """Yield what one side affirms and another denies, in one article or in two."""
    for here, there in ((one, other), (other, one)):
        for denial in answers(here, bodies_of(here)):
            if denial.stance not in ("deny", "negative") or not denial.names:
                continue
            for statement in there.statements:
                if affirms(statement, denial) or (one is other and is_answered(statement, denial, here)):
                    yield Difference("denied", side_of(statement), denial.side)
        if one is other:
            return


def affirms(statement: Statement, denial: Answer) -> bool:
    """Return whether *statement* says what *denial* denies, on the word of somebody else."""
    if not denial.about or not is_affirmed(statement, denial):
        return False
    said = roots(statement.text)
    common = denial.about & said
    if (
        not statement.source and len(common) < 2
    ):  # the newspaper affirms much that shares one word with a denial
        return False
    if denial.stance == "negative" and (len(common) < 2 or not roots(statement.predicate) & denial.about):
        return False
    return bool(common) and len(common) >= ENOUGH * len(denial.about)


def is_affirmed(statement: Statement, denial: Answer) -> bool:
    """Return whether *statement* is firm and positive, and not the word of who denies."""
    lexicon = load_lexicon("comparisons")
    if statement.polarity != "+" or statement.certainty not in FIRM or statement.section == "related_link":
        return False
    if statement.predicate in lexicon["denying"] or statement.phase == "planned":
        return False
    who = words(statement.source)
    return not who & denial.names and bool(who or statement.article_id != denial.side.article_id)


def is_answered(statement: Statement, denial: Answer, telling: Telling) -> bool:
    """Return whether *denial*, which does not say what it denies, follows upon the words of *statement*."""
    if denial.stance != "deny" or denial.about or not is_affirmed(statement, denial):
        return False
    before = [s.sentence_start for s in telling.statements if s.sentence_start < denial.place[0]]
    return bool(before) and statement.sentence_start == max(before)
