"""Figures, names and counts in words; the messages of words.yml are translated where they are shown."""

from typing import Any

from dossier.i18n import _, number
from dossier.lexicons import load_data
from dossier.records import Claim

_WORDS: dict[str, dict[Any, Any]] = load_data(__package__, "words")
COMPARATORS: dict[str, str] = _WORDS["comparators"]
STANCES: dict[str, str] = _WORDS["stances"]
RESPONSES: dict[str, tuple[str, str]] = _WORDS["responses"]
MODALITIES: dict[str, str] = _WORDS["modalities"]
DIFFERENCES: dict[str, str] = _WORDS["differences"]
CATEGORIES: dict[str, str] = _WORDS["categories"]
SCRIPTS: dict[str, str] = _WORDS["scripts"]


def response_of(stance: str, response: str) -> str:
    """Return which of `RESPONSES` a denial or non-answer is; an analyst's ruling on *stance* goes first."""
    if stance == "deny":
        return "denies"
    return response if response in RESPONSES and response != "denies" else "does_not_confirm"


def figure(claim: Claim) -> str:
    """Return the figure of *claim* in words: ``at least 3,000``, ``between 2 million and 4 million``."""
    low, high = claim.low, claim.high
    if low is not None and high is not None and low != high:
        ranges = _WORDS["ranges"]
        return _(ranges.get(claim.comparator, ranges["between"]), low=number(low), high=number(high))
    value = low if low is not None else high
    if value is None:
        return ""
    if claim.comparator == "vague":
        vague = _WORDS["vague"]
        return _(vague.get(10 ** (len(f"{value:.0f}") - 1), vague["more"]), number=number(value))
    message = _WORDS["figures"].get(claim.comparator)
    return _(message, number=number(value)) if message else number(value)
