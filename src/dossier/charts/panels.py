"""Which claims stand together in the figure: by place, and apart what nobody asserts of the matter now."""

from collections.abc import Iterable
from typing import Any

import pandas as pd

from dossier.blocks import gathered
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
    about, said = bounds(claim.about)[1] if claim.about else None, bounds(claim.edtf)[0]
    return EARLIER if about and said and about.year < said.year else ""


def build_panels(claims: Iterable[Any]) -> list[tuple[str, list[Any]]]:
    """Return *claims* below headings: the places, those with most claims first, then what stands apart.

    The heading is empty where nothing is told apart.
    """
    headed = [(heading_of(claim), claim) for claim in claims]
    places = gathered((capital(claim.place), claim) for heading, claim in headed if not heading)
    apart = gathered((heading, claim) for heading, claim in headed if heading)
    ranked = sorted(filter(None, places), key=lambda place: -len(places[place]))
    if len(places) > PLACES + 1:
        rest = (claim for place in ranked[PLACES:] for claim in places[place])
        ranked[PLACES:] = [ELSEWHERE]
        places[ELSEWHERE] = sorted(rest, key=lambda claim: sort_key(claim.edtf)[:2])
    panels = [(place, places[place]) for place in ranked]
    if "" in places:
        panels.append((NOWHERE if panels or apart else "", places[""]))
    return [*panels, *((heading, apart[heading]) for heading in APART if heading in apart)]


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
