"""Numbers, names and counts in English words."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from dossier.records import Claim

COMPARATORS = {
    "exact": "exactly as stated",
    "about": "about",
    "at_least": "at least",
    "at_most": "up to",
    "between": "between",
    "more_than": "more than",
    "less_than": "less than",
    "vague": "vague number",
}
STANCES = {
    "affirm": "affirms",
    "deny": "denies",
    "no_comment": "does not confirm",
    "hypothetical": "hypothetical",
}
# What a denial or a non-answer is: of one, and of several.
RESPONSES = {
    "denies": ("denies", "deny"),
    "does_not_confirm": ("does not confirm", "do not confirm"),
    "does_not_comment": ("does not comment on", "do not comment on"),
    "did_not_deny": ("did not deny", "did not deny"),
}
MODALITIES = {
    "asserted": "asserted",
    "conditional": "in the conditional of rumour",
    "estimated": "an estimate",
    "planned": "planned",
}
DIFFERENCES = {
    "date": "date",
    "quantity": "figure",
    "stance": "denial",
    "attribute": "description",
    "calendar": "weekday",
    "sequence": "order",
}
CATEGORIES = {
    "expert": "Independent experts",
    "official": "Officials and governments",
    "state_media": "State media",
    "organisation": "Organisations",
    "witness": "Witnesses",
    "unnamed": "Unnamed sources",
    "": "Others, whose category the text does not give",
}
_VAGUE = {10: "tens", 100: "hundreds", 1_000: "thousands", 10_000: "tens of thousands"}
_VAGUE |= {100_000: "hundreds of thousands", 1_000_000: "millions", 1_000_000_000: "billions"}
_SMALL = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")


def response_of(stance: str, response: str) -> str:
    """Return which of `RESPONSES` a denial or non-answer is; an analyst's ruling on *stance* goes first."""
    if stance == "deny":
        return "denies"
    return response if response in RESPONSES and response != "denies" else "does_not_confirm"


def number(value: float) -> str:
    """Return *value* with thousands apart: ``12,000``, ``1.5``, ``4 million``."""
    if value >= 1_000_000 and value % 10_000 == 0:
        return f"{value / 1_000_000:g} million"
    return f"{value:,.0f}" if float(value).is_integer() else f"{value:,g}"


def figure(claim: Claim) -> str:
    """Return the figure of *claim* in English: ``at least 3,000``, ``between 2 million and 4 million``."""
    low, high = claim.low, claim.high
    if low is not None and high is not None and low != high:
        between = f"{number(low)} and {number(high)}"
        return (
            f"between {between}"
            if claim.comparator in ("between", "vague")
            else f"{claim.comparator} {between}"
        )
    value = low if low is not None else high
    if value is None:
        return ""
    if claim.comparator == "vague":
        return _VAGUE.get(10 ** (len(f"{value:.0f}") - 1), f"{number(value)} or more, not numbered")
    word = "" if claim.comparator in ("exact", "between") else COMPARATORS.get(claim.comparator, "") + " "
    return f"{word}{number(value)}"


def count(amount: int, noun: str, plural: str = "") -> str:
    """Return *amount* with its noun: ``one article``, ``two articles``, ``14 articles``."""
    word = _SMALL[amount] if amount < len(_SMALL) else f"{amount:,}"
    return f"{word} {noun if amount == 1 else plural or noun + 's'}"


def some(amount: int) -> str:
    """Return *amount* where no noun follows: ``none``, ``one``, ``14``."""
    return "none" if not amount else count(amount, "", " ").strip()


def listed(items: Iterable[str], *, last: str = "and") -> str:
    """Return *items* as an English list: ``a, b and c``."""
    words: Sequence[str] = list(items)
    return f" {last} ".join(filter(None, (", ".join(words[:-1]), words[-1]))) if words else ""


def capital(text: str) -> str:
    """Return *text* with its first letter in upper case."""
    return text[:1].upper() + text[1:]
