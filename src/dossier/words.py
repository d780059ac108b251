"""Figures, names and counts in words; the messages of words.yml are translated where they are shown."""

import re
from typing import Any

from dossier.i18n import N_, _, number, pgettext
from dossier.lexicons import load_data, load_lexicon
from dossier.records import Claim

SAID: dict[str, Any] = load_data(__package__, "words")
COMPARATORS: dict[str, str] = SAID["comparators"]
STANCES: dict[str, str] = SAID["stances"]
RESPONSES: dict[str, tuple[str, str]] = SAID["responses"]
PUBLICATIONS: dict[str, str] = SAID["publications"]
FIELDS: dict[str, str] = SAID["fields"]
HEADINGS: dict[str, str] = SAID["headings"]
MODALITIES: dict[str, str] = SAID["modalities"]
DIFFERENCES: dict[str, str] = SAID["differences"]
CATEGORIES: dict[str, str] = SAID["categories"]
TITLES = ("title", "heading", "line", "related_link")  # they sum up or lead to an article: not counted
_HEDGES = {
    kind: tuple(f"{word} " for word in words) for kind, words in load_lexicon("claims")["hedges"].items()
}
SCRIPTS: dict[str, str] = SAID["scripts"]
_PLAINLY = {stance: re.compile(words) for stance, words in load_lexicon("responses")["plainly"].items()}
_BRACKETED = re.compile(r"\([^()]*\)|\[[^\[\]]*\]")
_ANSWER = 8  # words of an answer that does not say to what


def count_spoken(text: str) -> int:
    """Return how many words of a quoted *text* are its speaker's: what stands in brackets is the editor's.

    >>> count_spoken("Ce fut long (de 1950 à 1953, NDLR) et dur"), count_spoken("[…] [C'est] dur (rires) !")
    (5, 1)
    """
    return sum(any(map(str.isalnum, word)) for word in _BRACKETED.sub("", text).split())


def is_short(text: str) -> bool:
    """Return whether words are so few that they may answer without saying what."""
    return len(text.split()) <= _ANSWER


def asks(text: str, before: tuple[int, int], first: int) -> bool:
    """Return whether the sentence *before* is a question right ahead of the one from *first* on."""
    beside = before[1] <= first and "\n" not in text[before[1] : first]
    return beside and text[before[0] : before[1]].rstrip().endswith("?")


def told_by(section: str) -> str:
    """Return who tells what is laid to nobody: the newspaper, or its heading, which may sum up anybody.

    >>> told_by("body"), told_by("heading")
    ('the newspaper itself', 'heading')
    """
    return _(SAID["sections"].get(section, N_("the newspaper itself")))


def response_of(stance: str, response: str) -> str:
    """Return which of `RESPONSES` a denial or non-answer is; an analyst's ruling on *stance* goes first."""
    denials = ("denies", "rejects")
    if stance == "deny":
        return response if response in denials else denials[0]
    return response if response in RESPONSES and response not in denials else "does_not_confirm"


def answer_of(claim: Claim) -> str:
    """Return in words what an answer is, of one or of several."""
    return _(RESPONSES[response_of(claim.stance, claim.response)][len(claim.claimant) > 1])


def answers_plainly(claim: Claim) -> bool:
    """Return whether the words of an answer say what it is: "n'a pas souhaité commenter", "dément"."""
    return bool(_PLAINLY[claim.stance].search(claim.text)) if claim.stance in _PLAINLY else False


def label_of(claim: Claim, *, asked: bool) -> str:
    """Return what an answer is where somebody *asked* for its topic or its words say so, else nothing."""
    told = asked or answers_plainly(claim)
    return _(RESPONSES[response_of(claim.stance, claim.response)][0]) if told else ""


def figure(claim: Claim) -> str:
    """Return the figure of *claim* in words: ``at least 3,000``, ``between 2 million and 4 million``."""
    low, high = claim.low, claim.high
    if low is not None and high is not None and low != high:
        ranges = SAID["ranges"]
        if claim.comparator == "vague":
            return _("{some} or {more}", some=_vague(low), more=_vague(high))
        return _(ranges.get(claim.comparator, ranges["between"]), low=number(low), high=number(high))
    value = low if low is not None else high
    if not value:
        return "" if value is None else pgettext("of what is counted", "no")
    if claim.comparator == "vague":
        return _vague(value)
    message = SAID["figures"].get(hedge(claim.text) or claim.comparator)
    return _(message, number=number(value)) if message else number(value)


def hedge(text: str) -> str:
    """Return the hedge that opens the words of a figure where a report keeps it apart: ``no_fewer``."""
    return next((name for name, words in _HEDGES.items() if text.lower().startswith(words)), "")


def _vague(value: float) -> str:
    vague = SAID["vague"]
    return _(vague.get(10 ** (len(f"{value:.0f}") - 1), vague["more"]), number=number(value))
