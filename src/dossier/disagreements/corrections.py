"""What one source says that something is not, but something else, where another one says that it is."""

import functools
import re
from collections.abc import Iterator

from dossier.disagreements.differences import Difference, side_of
from dossier.disagreements.tellings import Telling, country_roots, roots
from dossier.disagreements.voices import FIRM, is_negated_by_word
from dossier.lexicons import load_lexicon
from dossier.records import Statement

CLEARED = re.compile(r"[\w'’ -]{3,}$")


@functools.cache
def rejecting() -> tuple[re.Pattern[str], ...]:
    """Return what finds, as its group, the words that a sentence rejects."""
    return tuple(re.compile(words, re.IGNORECASE) for words in load_lexicon("comparisons")["rejecting"])


@functools.cache
def clearing() -> re.Pattern[str]:
    """Return what finds the words behind a thing that a sentence clears."""
    return re.compile(rf" (?:{'|'.join(load_lexicon('comparisons')['clearing'])})", re.IGNORECASE)


def find_corrections(one: Telling, other: Telling) -> Iterator[Difference]:
    """Yield each thing that a sentence sets right, with what affirms it elsewhere or on another's word."""
    for here, there in ((one, other), (other, one)):
        for correction, rejected in rejected_in(here):
            for statement in there.statements:
                if is_corrected(statement, correction, rejected, here):
                    yield Difference("corrected", side_of(statement), side_of(correction))
        if one is other:
            return


@functools.lru_cache(maxsize=256)
def rejected_in(telling: Telling) -> list[tuple[Statement, frozenset[str]]]:
    """Return each statement of *telling* that rejects something, with the roots of what it rejects."""
    first: dict[int, Statement] = {}
    for statement in telling.statements:
        first.setdefault(statement.sentence_start, statement)
    return [
        (nearest(telling, start, words), rejected)
        for start, statement in first.items()
        for words, rejected in rejections(telling.sentence(statement))
    ]


@functools.lru_cache(maxsize=16384)
def rejections(sentence: str) -> tuple[tuple[str, frozenset[str]], ...]:
    """Return the words that *sentence* rejects, each with those of their roots that tell something."""
    found = [match[1] for words in rejecting() for match in words.finditer(sentence)]
    ends = (match.start() for match in clearing().finditer(sentence))
    found += [cleared[0] for end in ends if (cleared := CLEARED.search(sentence[max(0, end - 40) : end]))]
    return tuple((words, roots(words) - country_roots()) for words in found if roots(words) - country_roots())


def nearest(telling: Telling, sentence: int, words: str) -> Statement:
    """Return the statement of the *sentence* that holds *words*, else the first one of it."""
    inside = [s for s in telling.statements if s.sentence_start == sentence]
    return next((s for s in inside if words in s.text), inside[0])


def is_corrected(
    statement: Statement, correction: Statement, rejected: frozenset[str], telling: Telling
) -> bool:
    """Return whether *statement* affirms what *correction* rejects, and shares more with it than that."""
    if statement.polarity != "+" or statement.certainty not in FIRM or is_negated_by_word(statement.text):
        return False
    if statement.source == correction.source and statement.article_id == correction.article_id:
        return False
    said = roots(statement.text)
    beside = roots(telling.sentence(correction)) - rejected
    return bool(said & rejected) and bool(said & beside)
