"""One utterance in two wordings, or laid to two people."""

import functools
import re
from collections.abc import Iterator
from dataclasses import replace
from difflib import SequenceMatcher

from dossier.disagreements.differences import Difference, Side, side_of
from dossier.disagreements.passages import Pair
from dossier.disagreements.tellings import Telling, fold, root
from dossier.disagreements.voices import Bodies, bodies_of, is_negated_by_word
from dossier.lexicons import word_set
from dossier.records import Quotation

WORDS = 4  # words an utterance has at least
SAME = 0.9  # share of the shorter utterance's words from which two are one wording
LIKE = 0.6  # share from which they are one utterance
SAID = 0.45  # the same where three words in a row are common
MORE = 1.9  # times that one utterance may be longer than another of which it is no part
NEAR = 200  # letters from a quotation within which a clause that names its speaker lays it to him
TELLING = 2  # words in common that are more than joints
RUN = 2  # words in a row beyond which fewer common ones are enough
WORD = re.compile(r"[^\W_]+")
SPOKEN = ("direct", "mixed")


def find_utterances(pair: Pair) -> Iterator[Difference]:
    """Yield each utterance that two articles quote differently, or lay to different people."""
    mine, theirs, bodies = spoken(pair.one), spoken(pair.other), bodies_of(pair.one, pair.other)
    for first, a in mine:
        for second, b in theirs:
            common = len(set(a) & set(b)) / min(len(set(a)), len(set(b)))
            if common < SAID or len(telling(a) & telling(b)) < TELLING:
                continue
            if common < LIKE and SequenceMatcher(None, a, b, autojunk=False).find_longest_match().size <= RUN:
                continue
            same, as_long = common >= SAME, max(len(a), len(b)) <= MORE * min(len(a), len(b))
            negative = [is_negated_by_word(quotation.text) for quotation in (first, second)]
            # as long as each other, and each with a telling word that the other lacks
            reworded = len(a) == len(b) and telling(a) - telling(b) and telling(b) - telling(a)
            here, there = named(first, bodies), named(second, bodies)  # by any name known of them
            two = bool(here and there) and not here & there
            begin = {quotation.speaker_text.partition(" ")[0] for quotation in (first, second)}
            others = two and begin & word_set("syntax", "indefinite")  # "un apprenti" says it as well
            if same and two:
                yield Difference("speaker", laid(first, pair.one), laid(second, pair.other))
            elif as_long and (not same or reworded) and negative[0] == negative[1] and not others:
                yield Difference("wording", side_of(first), side_of(second))


def laid(quotation: Quotation, telling: Telling) -> Side:
    """Return *quotation* as a side, with the clause nearest to it that names its speaker."""
    naming = (
        (max(quotation.start - s.end, s.start - quotation.end), s.statement_id)
        for s in telling.statements
        if not (quotation.start <= s.start < quotation.end)
        and set(quotation.speaker) & {*s.agent, *s.patient}
    )
    found = [name for apart, name in sorted(naming)[:1] if apart <= NEAR]
    return replace(side_of(quotation), beside=tuple(found))


@functools.lru_cache(maxsize=256)
def spoken(telling: Telling) -> list[tuple[Quotation, tuple[str, ...]]]:
    """Return the utterances of *telling* that are long enough, with the roots of their words."""
    found = (
        (q, tuple(root(w) for w in WORD.findall(q.text))) for q in telling.quotations if q.kind in SPOKEN
    )
    return [(q, words) for q, words in found if len(words) >= WORDS]


def telling(words: tuple[str, ...]) -> set[str]:
    """Return those of *words* that are more than joints of a sentence."""
    return {word for word in words if len(word) > 2}


def named(quotation: Quotation, bodies: Bodies) -> set[str]:
    """Return the words of the speaker's name, role and body, folded, here and wherever else he is quoted."""
    texts = (*quotation.speaker, quotation.speaker_text, quotation.role, quotation.affiliation)
    known = {fold(word) for text in texts for word in WORD.findall(text) if len(word) > 3}
    return known.union(*(bodies.get(name, frozenset()) for name in quotation.speaker))
