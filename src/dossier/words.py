"""Figures, names and counts in words; the tables are messages, translated where they are shown."""

from dossier.i18n import N_, _, capital, listed, number
from dossier.records import Claim

__all__ = [
    "CATEGORIES",
    "COMPARATORS",
    "DIFFERENCES",
    "MODALITIES",
    "RESPONSES",
    "STANCES",
    "capital",
    "figure",
    "listed",
    "number",
    "response_of",
]

COMPARATORS = {
    "exact": N_("exactly as stated"),
    "about": N_("about"),
    "at_least": N_("at least"),
    "at_most": N_("up to"),
    "between": N_("between"),
    "more_than": N_("more than"),
    "less_than": N_("less than"),
    "vague": N_("vague number"),
}
STANCES = {
    "affirm": N_("affirms"),
    "deny": N_("denies"),
    "no_comment": N_("does not confirm"),
    "hypothetical": N_("hypothetical"),
}
# What a denial or a non-answer is: of one, and of several.
RESPONSES = {
    "denies": (N_("denies"), N_("deny")),
    "does_not_confirm": (N_("does not confirm"), N_("do not confirm")),
    "does_not_comment": (N_("does not comment"), N_("do not comment")),
    "did_not_deny": (N_("did not deny"), N_("did not deny")),
}
MODALITIES = {
    "asserted": N_("asserted"),
    "conditional": N_("in the conditional of rumour"),
    "estimated": N_("an estimate"),
    "planned": N_("planned"),
}
DIFFERENCES = {
    "date": N_("date"),
    "quantity": N_("figure"),
    "stance": N_("denial"),
    "attribute": N_("description"),
    "calendar": N_("weekday"),
    "sequence": N_("order"),
}
CATEGORIES = {
    "expert": N_("Experts"),
    "official": N_("Officials"),
    "state_media": N_("State media"),
    "organisation": N_("Organisations"),
    "witness": N_("Witnesses"),
    "unnamed": N_("Unnamed sources"),
    "document": N_("Documents that are quoted"),
    "": N_("Others, whose category the text does not give"),
}
_VAGUE = {
    10: N_("tens"),
    100: N_("hundreds"),
    1_000: N_("thousands"),
    10_000: N_("tens of thousands"),
    100_000: N_("hundreds of thousands"),
    1_000_000: N_("millions"),
    1_000_000_000: N_("billions"),
}
_MORE = N_("{number} or more, not numbered")
_FIGURES = {
    "about": N_("about {number}"),
    "at_least": N_("at least {number}"),
    "at_most": N_("up to {number}"),
    "more_than": N_("more than {number}"),
    "less_than": N_("less than {number}"),
}
_BETWEEN = N_("between {low} and {high}")
_RANGES = {
    "about": N_("about {low} to {high}"),
    "at_least": N_("at least {low} to {high}"),
    "at_most": N_("up to {low} to {high}"),
    "more_than": N_("more than {low} to {high}"),
    "less_than": N_("less than {low} to {high}"),
}


def response_of(stance: str, response: str) -> str:
    """Return which of `RESPONSES` a denial or non-answer is; an analyst's ruling on *stance* goes first."""
    if stance == "deny":
        return "denies"
    return response if response in RESPONSES and response != "denies" else "does_not_confirm"


def figure(claim: Claim) -> str:
    """Return the figure of *claim* in words: ``at least 3,000``, ``between 2 million and 4 million``."""
    low, high = claim.low, claim.high
    if low is not None and high is not None and low != high:
        ends = {"low": number(low), "high": number(high)}
        return _(_RANGES.get(claim.comparator, _BETWEEN), **ends)
    value = low if low is not None else high
    if value is None:
        return ""
    if claim.comparator == "vague":
        magnitude = 10 ** (len(f"{value:.0f}") - 1)
        return _(_VAGUE.get(magnitude, _MORE), number=number(value))
    message = _FIGURES.get(claim.comparator)
    return _(message, number=number(value)) if message else number(value)
