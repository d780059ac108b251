"""Which claims stand together in the figure: by place, and apart what nobody asserts of the matter now."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

import pandas as pd

from dossier.edtf import bounds, in_words, sort_key
from dossier.frames import BETWEEN, rows_of, unrepeated
from dossier.i18n import N_, _, capital, listed
from dossier.words import told_by

ROWS = 26
PLACES = 5  # panels of a place; what else there is stands in one
NOWHERE, ELSEWHERE = N_("Place not noted"), N_("Other places")
EARLIER, TITLES = N_("About an earlier time"), N_("Headings, captions, lines set apart")
STANCES = {"deny": N_("Denied or not foreseen"), "hypothetical": N_("Supposed, not claimed")}
MODALITIES = {
    "sought": N_("Asked for"),
    "planned": N_("Planned or forecast"),
    "conditional": N_("Reported as unconfirmed"),
}
# The marks of `dossier.view.qualifiers` that neither a stance nor a modality gives.
MARKS = {
    "planned": MODALITIES["planned"],
    "left by plans": MODALITIES["planned"],
    "expected": MODALITIES["planned"],
    "as possible": STANCES["hypothetical"],
    "on a condition": STANCES["hypothetical"],
    "negated": STANCES["deny"],
}
APART = (*MODALITIES.values(), *STANCES.values(), EARLIER, TITLES)


@dataclass(frozen=True, slots=True)
class Panel:
    """Claims below one heading, in order of time; the heading is empty where nothing is told apart."""

    heading: str
    claims: tuple[Any, ...]


def ends_of(claim: Any) -> list[float]:
    """Return the ends of a figure that are given."""
    return [value for value in (claim.low, claim.high) if not pd.isna(value)]


def claimant_of(claim: Any) -> str:
    """Return who claims a figure."""
    nobody = told_by(claim.section) if getattr(claim, "own", True) else _("nobody recognised")
    return listed(claim.claimant.split(BETWEEN)) if claim.claimant else nobody


def choose_claims(frame: pd.DataFrame, limit: int = ROWS) -> list[Any]:
    """Return the rows of *frame* that the figure shows, by their day.

    A heading or caption that repeats a figure of its article's text is folded into it. Where there are
    too many, figures with a named claimant in body text come first.
    """
    rows = [row for row in rows_of(unrepeated(frame)) if ends_of(row) and any(bounds(row.edtf))]
    ranked = sorted(rows, key=lambda row: (not row.claimant, row.section != "body", -row.origins))
    kept = {row.Index for row in ranked[:limit]}
    return sorted((row for row in rows if row.Index in kept), key=lambda row: sort_key(row.edtf)[:2])


def heading_of(claim: Any) -> str:
    """Return under which heading a claim stands apart, empty where it is asserted of the matter now."""
    if claim.stance in STANCES:
        return STANCES[claim.stance]
    if claim.modality in MODALITIES:
        return MODALITIES[claim.modality]
    marks = claim.marks.split(BETWEEN)
    if marked := [heading for mark, heading in MARKS.items() if _(mark) in marks]:
        return marked[0]
    if claim.section != "body":
        return TITLES
    return EARLIER if _is_earlier(claim) else ""


def _is_earlier(claim: Any) -> bool:
    """Return whether the time that a figure is about ended in a year before the one it was claimed in."""
    about, said = bounds(claim.about)[1] if claim.about else None, bounds(claim.edtf)[0]
    return about is not None and said is not None and about.year < said.year


def build_panels(claims: Iterable[Any]) -> list[Panel]:
    """Return *claims* in panels: the places, those with most claims first, then what stands apart."""
    asserted: dict[str, list[Any]] = {}
    apart: dict[str, list[Any]] = {}
    for claim in claims:
        heading = heading_of(claim)
        found = apart if heading else asserted
        found.setdefault(heading or capital(claim.place), []).append(claim)
    ranked = sorted(asserted, key=lambda place: (not place, -len(asserted[place])))
    panels = [Panel(place or NOWHERE, tuple(asserted[place])) for place in ranked]
    if len(panels) == 1 and not ranked[0] and not apart:
        panels = [Panel("", panels[0].claims)]
    if len(panels) > PLACES + 1:
        nowhere = [panel for panel in panels if panel.heading == NOWHERE]
        named = [panel for panel in panels if panel.heading != NOWHERE]
        rest = sorted((c for p in named[PLACES:] for c in p.claims), key=lambda c: sort_key(c.edtf)[:2])
        panels = [*named[:PLACES], Panel(ELSEWHERE, tuple(rest)), *nowhere]
    return [*panels, *(Panel(heading, tuple(apart[heading])) for heading in APART if heading in apart)]


def words_of(claim: Any, heading: str) -> str:
    """Return the figure as it stands in a panel: with what its heading does not say."""
    figure, _whose, beside = str(claim.counted).removesuffix(")").partition(" (")
    notes = [beside] if beside else []
    if claim.modality == "estimated":
        notes.append(_("estimate"))
    if heading in (ELSEWHERE, *APART) and claim.place:
        notes.append(claim.place)
    if heading == EARLIER and (time := in_words(claim.about, short=True)) not in beside:
        notes.append(time)
    return _("{figure} ({notes})", figure=figure, notes=", ".join(notes)) if notes else figure
