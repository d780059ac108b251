"""Whole utterances that deny or do not answer: "Faux", "C'est de la pure invention", "No comment"."""

import functools
import re

from dossier.lexicons import load_lexicon
from dossier.statements.constructions import has_phrase, phrases_in, reaches
from dossier.syntax.sentence import Sentence
from dossier.syntax.vocabulary import vocabulary


def answer_of(sentence: Sentence, *, disputed: bool) -> tuple[str, str] | None:
    """Return stance and kind of an utterance that denies or does not answer, or None.

    "C'est faux" denies whatever stands before it, "C'est ridicule" only where it answers something.
    """
    if _opens(sentence, "no_answers"):
        return "no_comment", "does_not_comment"
    if has_phrase(sentence, "unsettled", 0, len(sentence)):
        return "no_comment", "does_not_confirm"
    answered = disputed and (_opens(sentence, "scorn") or has_phrase(sentence, "propriety", 0, len(sentence)))
    false = _opens(sentence, "judgements") or _calls_false(sentence.text(0, len(sentence)))
    return ("deny", "denies") if answered or false else None


def _opens(sentence: Sentence, name: str) -> bool:
    """Return whether *sentence* says what *name* lists, behind "c'est" and the like, or by itself."""
    at = 0
    while sentence.word(at) in vocabulary("before_judgement") or _is_manner(sentence, at):
        at += 1
    told = not vocabulary("copulas").isdisjoint(sentence.words[:at])
    ends = (reaches(sentence, at, words) for words in phrases_in(sentence, name))
    return any(end > 0 and (told or _pauses(sentence, end)) for end in ends)


def _is_manner(sentence: Sentence, i: int) -> bool:
    return i < len(sentence) and sentence.tokens[i].pos_ == "ADV" and len(sentence.words[i]) > 3


def _pauses(sentence: Sentence, i: int) -> bool:
    return not sentence.is_word(i) or sentence.words[i] in vocabulary("joining")


@functools.cache
def _falsehood() -> re.Pattern[str]:
    words: list[str] = load_lexicon("responses")["denying_words"]
    return re.compile(r"\b(?:" + "|".join(map(re.escape, words)) + r")\b", re.IGNORECASE)


def _calls_false(text: str) -> bool:
    """Return whether words call a report false, wherever they stand: "une rumeur sans fondement"."""
    return bool(_falsehood().search(text.replace("’", "'")))
