"""Words of which one at most is true of a thing: shut or open; what one says is not, but another is.

And what an article itself sets against the word of another: "L'avocat assure pourtant le contraire".
"""

import functools
import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from dossier.disagreements.differences import Difference, Side, side_of
from dossier.disagreements.passages import TELLING, TOLD, Pair, length, passages_of
from dossier.disagreements.seeking import Form, beginning, form_of, listed
from dossier.disagreements.slots import fillers
from dossier.disagreements.tellings import NAME, Telling, country_roots, root, roots, saying
from dossier.disagreements.voices import FIRM, is_negated_by_word
from dossier.lexicons import load_lexicon, word_set
from dossier.records import Statement

LEAST = 2  # words that go with a name that is set right
NEAR = 30  # letters before a word that may negate it


@dataclass(frozen=True, slots=True)
class Found:
    """A word of a class in a sentence: which of the values, and how the sentence is known."""

    value: int
    roots: frozenset[str]  # of all other words
    side: Side


def find_contraries(pair: Pair) -> Iterator[Difference]:
    """Yield the sentences of two articles on one thing that say contrary things, each article one.

    Of what a matter has once ("démission", "limogé") they need only be on one matter.
    """
    if not pair.joined:
        return
    mine, theirs = said(pair.one), said(pair.other)
    for name in sorted(mine.keys() & theirs.keys()):
        ours, others = mine[name], theirs[name]
        if (
            len({f.value for f in ours}) != 1
            or len({f.value for f in others}) != 1
            or ours[0].value == others[0].value
        ):
            continue
        for first in ours:
            for second in others:
                if pair.weight(first.roots & second.roots) >= (
                    TELLING if name in word_set("contraries", "once") else TOLD
                ):
                    yield Difference("property", first.side, second.side, name)


@functools.lru_cache(maxsize=256)
def said(telling: Telling) -> Mapping[str, list[Found]]:
    """Return what *telling* says by the words of each class, none that its sentence negates."""
    found: dict[str, list[Found]] = defaultdict(list)
    once, told = word_set("contraries", "once"), frozenset[str]()
    for start, passage in passages_of(telling).items():
        before, text = told, passage.text.lower()
        who = (name for s in passage.statements for name in (*s.agent, *s.patient))
        told = passage.roots | roots(" ".join(who)) - country_roots()
        for place in (match.start() for match in anything().finditer(text)) if passage.statements else ():
            side = passage.side_at(start, place)
            if not side or is_negated_at(text, place):
                continue
            for name, value, words in values():
                if own := words.match(text, place):
                    near = told | before if name in once else told
                    found[name].append(Found(value, near - roots(own[0]), side))
    return found


@functools.cache
def values() -> tuple[tuple[str, int, re.Pattern[str]], ...]:
    """Return each value of each class, with what finds its words in small letters."""
    lexicon = load_lexicon("contraries")
    return tuple(
        (name, value, re.compile("|".join(words).lower()))
        for key in ("once", "often")
        for name, lines in lexicon[key].items()
        for value, words in enumerate(lines)
    )


@functools.cache
def anything() -> re.Pattern[str]:
    """Return what finds where a word of any class begins."""
    lexicon = load_lexicon("contraries")
    lines = (line for key in ("once", "often") for lines in lexicon[key].values() for line in lines)
    return beginning(word for words in lines for word in words)


@functools.cache
def negated() -> re.Pattern[str]:
    """Return what finds the end of words that negate what follows."""
    return re.compile(load_lexicon("contraries")["negating"])


def is_negated_at(text: str, place: int) -> bool:
    """Return whether words right before *place* of *text* negate what stands there."""
    return bool(negated().search(text[max(0, place - NEAR) : place]))


CAUSES = ("cause", "reason", "origin")  # slots of which one may be cleared
JOINT = 2  # letters between a clause and the next
OWN = re.compile(r"\w+['’]?")
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
def asking() -> frozenset[str]:
    """Return the verbs whose object is asked for: "réclament la restitution"."""
    return frozenset(load_lexicon("reporting")["holding"]["sought"].split())


@functools.cache
def speaking() -> frozenset[str]:
    """Return the words by which a speaker means himself."""
    words = word_set("sources", "first_person")
    return words | {word.replace("'", "’") for word in words}


@functools.cache
def clearing() -> re.Pattern[str]:
    """Return what finds the words behind a thing that a sentence clears."""
    return re.compile(rf" (?:{'|'.join(load_lexicon('comparisons')['clearing'])})", re.IGNORECASE)


def find_corrections(pair: Pair) -> Iterator[Difference]:
    """Yield each thing that a sentence sets right, with what affirms it elsewhere or on another's word."""
    ends = ((pair.one, pair.other), (pair.other, pair.one)) if pair.named else ()
    for here, there in ends[:1] if pair.alone else ends:
        for correction, rejected in rejected_in(here):
            for statement in there.statements:
                if is_corrected(statement, correction, rejected, here):
                    yield Difference("corrected", side_of(statement), side_of(correction))
            for cause in fillers(there) if clearing().search(correction.text) else ():
                if cause.slot in CAUSES and cause.words & rejected:
                    yield Difference("corrected", cause.side, side_of(correction))


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
    """Return the narrowest statement of the *sentence* that holds *words*, else the first one of it."""
    inside = [s for s in telling.statements if s.sentence_start == sentence]
    return min((s for s in inside if words in s.text), key=length, default=inside[0])


def is_corrected(
    statement: Statement, correction: Statement, rejected: frozenset[str], telling: Telling
) -> bool:
    """Return whether *statement* affirms what *correction* rejects, and shares more with it than that.

    What the sentence says to have been told ("comme on l'a écrit") need share no more; where it rejects a
    name, which may stand all over a matter, they share two words. To ask for a thing does not affirm it.
    """
    if statement.polarity != "+" or statement.certainty not in FIRM or is_negated_by_word(statement.text):
        return False
    if statement.source == correction.source and statement.article_id == correction.article_id:
        return False
    said, sentence = roots(statement.text), telling.sentence(correction)
    if statement.predicate in asking() and rejected & roots(" ".join(statement.patient)):
        return False
    told = re.search(load_lexicon("comparisons")["told_before"], sentence)
    least = LEAST if rejected <= roots(" ".join(NAME.findall(sentence))) else 1
    return bool(said & rejected) and bool(told or len(said & (roots(sentence) - rejected)) >= least)


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
            himself = listed("concerned").search(passage.text.lower())
            before = [
                statement
                for _, earlier in passages[max(0, place - bool(verb)) : place + 1]
                for statement in earlier.statements
                if statement.end <= start + cue.start() + JOINT
                and (not verb or statement.source not in ("", own.source))
                and not (himself and speaking() & set(OWN.findall(earlier.text.lower())))
            ]
            if before:
                shared = {s: pair.weight(roots(s.text) & passage.roots) for s in before}
                other = max(before, key=lambda s: (shared[s], s.start))
                yield Difference("opposed", side_of(other), side_of(own))
