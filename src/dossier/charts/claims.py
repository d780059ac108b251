"""Figures as points and ranges by the day they were claimed, each labelled with who claims it."""

from __future__ import annotations

from collections.abc import Sequence
from textwrap import shorten
from typing import Any

from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.text import Text
from matplotlib.ticker import FuncFormatter, MaxNLocator

from dossier.charts.palette import LIGHT, MARKERS, side_name
from dossier.charts.sides import add_sides
from dossier.charts.svg import styled
from dossier.records import Claim
from dossier.view import View, figure_of
from dossier.words import count, figure, listed, number

ROWS = 26


def choose_claims(view: View, limit: int = ROWS) -> list[Claim]:
    """Return the figures about the central topic that the chart shows, by the day they were said.

    Where there are too many, figures with a named claimant in body text come first.
    """
    claims = [
        claim for claim in view.analysis.claims if claim.topic == view.central_topic and figure_of(claim)
    ]
    ranked = sorted(claims, key=lambda c: (not c.claimant, c.section != "body", -view.origins(c.claim_id)))
    kept = {claim.claim_id for claim in ranked[:limit]}
    chosen = (claim for claim in claims if claim.claim_id in kept)
    return sorted(chosen, key=view.order)


def describe_claims(view: View) -> str:
    """Return the alternative text: what the claims chart shows."""
    claims = choose_claims(view)
    if not claims:
        return "No figure was found."
    values = sorted(value for claim in claims for value in (claim.low, claim.high) if value is not None)
    named = listed(dict.fromkeys(f"{view.called(claim.claimant)} ({figure(claim)})" for claim in claims))
    span = f"from {number(values[0])} to {number(values[-1])}"
    return f"{count(len(claims), 'figure').capitalize()} {span}: {named}."


@styled
def plot_claims(view: View, *, limit: int = ROWS) -> Figure:
    """Draw each figure in a row: a point, a range, or an arrow where only one end is claimed."""
    claims = choose_claims(view, limit)
    chart = Figure(figsize=(8.2, 1.1 + 0.34 * max(len(claims), 1)), layout="constrained")
    axes = chart.subplots()
    values = [value for claim in claims for value in (claim.low, claim.high) if value is not None]
    top = max(values, default=1.0)
    logarithmic = bool(values) and top > 200 * max(min(values), 1)
    _dress(axes, view, claims, top, logarithmic=logarithmic)
    labels = [
        _draw(axes, row, claim, view.side(claim.claimant), logarithmic=logarithmic)
        for row, claim in enumerate(claims)
    ]
    add_sides(chart, view, [view.side(claim.claimant) for claim in claims])
    _fit(chart, axes, labels)
    return chart


def _fit(chart: Figure, axes: Axes, labels: Sequence[Text]) -> None:
    """Widen the axis until every label stands within the figure."""
    for _ in range(12):
        chart.draw_without_rendering()
        if all(label.get_window_extent().x1 <= chart.bbox.x1 for label in labels):
            return
        low, high = axes.get_xlim()
        axes.set_xlim(low, high * (2 if axes.get_xscale() == "log" else 1.15))


def _dress(axes: Axes, view: View, claims: list[Claim], top: float, *, logarithmic: bool) -> None:
    if logarithmic:
        axes.set_xscale("log")
        axes.set_xlim(0.5, top * 4)
    else:
        axes.set_xlim(0, top * 1.4)
        axes.xaxis.set_major_locator(MaxNLocator(5))
    axes.set_xlabel("Number claimed" + (" (logarithmic scale)" if logarithmic else ""))
    axes.xaxis.set_major_formatter(FuncFormatter(lambda value, _: number(value)))
    axes.set_ylim(len(claims) - 0.4, -0.7)
    names = [shorten(view.called(claim.claimant), 32, placeholder="…") for claim in claims]
    days = [view.day_words(claim, short=True) or "no day" for claim in claims]
    labels = [f"{name} · {day}" for name, day in zip(names, days, strict=True)]
    axes.set_yticks(range(len(claims)), labels)
    for tick, claim in zip(axes.get_yticklabels(), claims, strict=True):
        tick.set_color(LIGHT[side_name(view.side(claim.claimant))])
    axes.tick_params(axis="y", length=0)
    axes.grid(axis="x", color=LIGHT["rule"], linewidth=0.7)
    axes.set_axisbelow(True)


def _draw(axes: Axes, row: int, claim: Claim, side: int, *, logarithmic: bool) -> Text:
    colour, marker = LIGHT[side_name(side)], MARKERS[side % len(MARKERS)]
    known = [value for value in (claim.low, claim.high) if value is not None]
    face = LIGHT["paper"] if claim.comparator in ("about", "vague") else colour
    right = max(known)
    if len(known) == 1:
        right = _arrow(axes, row, claim, colour, logarithmic=logarithmic)
    elif claim.comparator == "about":
        soft = [right * 0.95, right * 1.05]
        axes.plot(soft, [row, row], color=colour, linewidth=8, alpha=0.3, solid_capstyle="round")
    else:
        axes.plot(known, [row, row], color=colour, linewidth=4, alpha=0.55)
    axes.plot(
        known, [row] * len(known), "none", marker=marker, color=colour, markerfacecolor=face, markersize=7.5
    )
    mark = {"deny": " – denied", "hypothetical": " – hypothetical"}.get(claim.stance, "")
    mark += " (conditional)" if claim.modality == "conditional" else ""
    place: dict[str, Any] = {
        "xytext": (10, 0),
        "textcoords": "offset points",
        "va": "center",
        "fontsize": 9.5,
    }
    label = axes.annotate(figure(claim) + mark, (right, row), **place)
    label.set_in_layout(False)
    return label


def _arrow(axes: Axes, row: int, claim: Claim, colour: str, *, logarithmic: bool) -> float:
    """Draw an arrow to where the figure is open and return how far the mark reaches to the right."""
    value, upwards = (claim.low, True) if claim.low is not None else (claim.high or 0.0, False)
    step = axes.get_xlim()[1] * 0.08
    away = value * (2 if upwards else 0.5) if logarithmic else max(0.0, value + (step if upwards else -step))
    style = {"arrowstyle": "-|>", "color": colour, "linewidth": 1.6, "shrinkA": 0, "shrinkB": 0}
    axes.annotate("", (away, row), (value, row), arrowprops=style)
    return max(value, away)
