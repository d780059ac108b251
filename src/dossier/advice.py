"""What a message of a mistake adds: the word that was meant, the words that are allowed."""

import difflib
from collections.abc import Iterable


def hint(word: str, known: Iterable[str]) -> str:
    """Return "; did you mean …?" where a known word is near *word*."""
    near = difflib.get_close_matches(word, list(known), n=1, cutoff=0.7)
    return f"; did you mean '{near[0]}'?" if near else ""


def allowed(known: Iterable[str]) -> str:
    """Return the sentence that lists what is allowed."""
    return "allowed: " + ", ".join(known)
