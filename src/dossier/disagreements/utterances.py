"""One utterance in two wordings, or laid to two people."""

import functools
import re
from collections.abc import Iterator
from dataclasses import replace
from difflib import SequenceMatcher

from dossier.disagreements.differences import Difference, Side, side_of
from dossier.disagreements.tellings import Telling, fold, root
from dossier.disagreements.voices import Bodies, bodies_of, is_negated_by_word
from dossier.lexicons import load_lexicon, word_set
from dossier.records import Quotation

WORDS = 4  # words an utterance has at least
SAME = 0.9  # share of the shorter utterance's words from which two are one wording
LIKE = 0.6  # share from which they are one utterance
SAID = 0.45  # the same where three words in a row are common
MORE = 1.9  # times that one utterance may be longer than another of which it is no part
NEAR = 200  # letters from a quotation within which a clause that names its speaker lays it to him
RUN = 2  # words in a row that two wordings of one utterance share
WORD = re.compile(r"[^\W_]+")
SPOKEN = ("direct", "mixed")


def find_utterances(one: Telling, other: Telling) -> Iterator[Difference]:
    """Yield each utterance that two articles quote differently, or lay to different people."""
    if one is other:
        return
    mine, theirs, bodies = spoken(one), spoken(other), bodies_of(one, other)
    for first, a in mine:
        for second, b in theirs:
            common = len(set(a) & set(b)) / min(len(set(a)), len(set(b)))
            run = longest_run(a, b) if common >= SAID else 0
            if run < RUN or common < (SAID if run > RUN else LIKE) or len(telling(a) & telling(b)) < 2:
                continue
            same = part_of(a, b) or part_of(b, a) or common >= SAME
            two, contrary = differ(first, second, bodies), denies(first) != denies(second)
            if same and two:
                yield Difference("speaker", laid(first, one), laid(second, other))
            elif contrary or (two and name_two(first, second)):
                continue
            elif (not same or reworded(a, b)) and are_as_long(a, b):
                yield Difference("wording", side_of(first), side_of(second))


def are_as_long(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Return whether neither utterance is much longer than the other."""
    return max(len(one), len(other)) <= MORE * min(len(one), len(other))


def reworded(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Return whether each of two utterances as long as each other has a telling word that the other lacks."""
    return len(one) == len(other) and bool(telling(one) - telling(other) and telling(other) - telling(one))


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


def longest_run(one: tuple[str, ...], other: tuple[str, ...]) -> int:
    """Return how many words in a row the two share at most."""
    match = SequenceMatcher(None, one, other, autojunk=False).find_longest_match()
    return match.size


def telling(words: tuple[str, ...]) -> set[str]:
    """Return those of *words* that are more than joints of a sentence."""
    return {word for word in words if len(word) > 2}


def part_of(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Return whether *one* stands in *other*, word for word."""
    return any(other[n : n + len(one)] == one for n in range(len(other) - len(one) + 1))


def denies(quotation: Quotation) -> bool:
    """Return whether an utterance is negative: its contrary is none in another wording."""
    return is_negated_by_word(quotation.text)


def name_two(one: Quotation, other: Quotation) -> bool:
    """Return whether two people say like things: one has no name, or they name something else.

    "C'est la préfète qui a fermé le four", "c'est moi qui ai fermé le four".
    """
    unnamed = (q.speaker_text.partition(" ")[0] in word_set("syntax", "indefinite") for q in (one, other))
    set_off = re.compile(load_lexicon("comparisons")["set_off"])
    first, second = (set_off.findall(q.text) for q in (one, other))
    return any(unnamed) or bool(first and second and first != second)


def differ(one: Quotation, other: Quotation, bodies: Bodies) -> bool:
    """Return whether both name a speaker, and not the same one by any name that *bodies* know of him."""
    first, second = named(one, bodies), named(other, bodies)
    return bool(first and second) and not first & second


def named(quotation: Quotation, bodies: Bodies) -> set[str]:
    """Return the words of the speaker's name, role and body, folded, here and wherever else he is quoted."""
    texts = (*quotation.speaker, quotation.speaker_text, quotation.role, quotation.affiliation)
    known = {fold(word) for text in texts for word in WORD.findall(text) if len(word) > 3}
    return known.union(*(bodies.get(name, frozenset()) for name in quotation.speaker))
