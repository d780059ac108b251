"""What one source says that something is not, but something else, where another one says that it is.

And what an article itself sets against the word of another: "L'avocat assure pourtant le contraire".
"""

import functools
import re
from collections.abc import Iterator

from dossier.disagreements.differences import Difference, side_of
from dossier.disagreements.passages import Pair, passages_of
from dossier.disagreements.seeking import Form, form_of
from dossier.disagreements.slots import fillers
from dossier.disagreements.tellings import Telling, country_roots, root, roots, saying
from dossier.disagreements.voices import FIRM, is_negated_by_word
from dossier.lexicons import load_lexicon
from dossier.records import Statement

CAUSES = ("cause", "reason", "origin")  # slots of which one may be cleared
JOINT = 2  # letters between a clause and the next
CLEARED = re.compile(r"[\w'’ -]{3,}$")


@functools.cache
def rejecting() -> tuple[re.Pattern[str], ...]:
    """Return what finds, as its group, the words that a sentence rejects."""
    return tuple(re.compile(words, re.IGNORECASE) for words in load_lexicon("comparisons")["rejecting"])


@functools.cache
def opposing() -> tuple[Form, ...]:
    """Return what sets the rest of a sentence against what stands before it; its group is a verb."""
    return tuple(map(form_of, load_lexicon("comparisons")["opposing"]))


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
            for cause in fillers(there) if clearing().search(correction.text) else ():
                if cause.slot in CAUSES and cause.words & rejected:
                    yield Difference("corrected", cause.side, side_of(correction))
        if one is other:
            return


@functools.lru_cache(maxsize=256)
def rejected_in(telling: Telling) -> list[tuple[Statement, frozenset[str]]]:
    """Return each statement of *telling* that rejects something, with the roots of what it rejects."""
    first: dict[int, Statement] = {}
    for statement in telling.statements:
        first.setdefault(statement.sentence_start, statement)
    return [
        (nearest(telling, start, words.strip()), rejected)
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
    """Return whether *statement* affirms what *correction* rejects, and shares more with it than that.

    What the sentence says to have been told ("comme on l'a écrit") need share no more.
    """
    if statement.polarity != "+" or statement.certainty not in FIRM or is_negated_by_word(statement.text):
        return False
    if statement.source == correction.source and statement.article_id == correction.article_id:
        return False
    said, sentence = roots(statement.text), telling.sentence(correction)
    told = re.search(load_lexicon("comparisons")["told_before"], sentence)
    return bool(said & rejected) and bool(told or said & (roots(sentence) - rejected))


def find_opposed(pair: Pair) -> Iterator[Difference]:
    """Yield what an article lets one say, and in the same sentence or the next another say against it."""
    passages = list(passages_of(pair.one).items()) if pair.alone else []
    for place, (start, passage) in enumerate(passages):
        for cue in (c for words in opposing() for c in words.finditer(passage.text)):
            verb = cue[1] if cue.lastindex else ""
            said = (s for s in passage.statements if verb and s.source and verb in s.cue.split())
            own = next(said, passage.at(start + cue.end() - 1))
            quoted = passage.text[: cue.start()].rstrip(" ,")[-1:] in ("»", "”", '"')
            if not own or (verb and (quoted or root(verb) not in saying())):
                continue
            before = [
                statement
                for _, earlier in passages[max(0, place - bool(verb)) : place + 1]
                for statement in earlier.statements
                if statement.end <= start + cue.start() + JOINT
                and (not verb or statement.source not in ("", own.source))
            ]
            if before:
                shared = {s: pair.weight(roots(s.text) & passage.roots) for s in before}
                other = max(before, key=lambda s: (shared[s], s.start))
                yield Difference("opposed", side_of(other), side_of(own))
