"""The way from article to page, each step with what came out of it."""

from __future__ import annotations

from textwrap import fill

from matplotlib.patches import FancyBboxPatch

from dossier.charts.palette import LIGHT
from dossier.charts.svg import Drawing, draw, styled
from dossier.view import View
from dossier.words import count, some

COLUMNS = 4


def pipeline_steps(view: View) -> tuple[tuple[str, str], ...]:
    """Return the name of each step with what came out of it."""
    analysis = view.analysis
    refused = sum(article.status != "ok" for article in analysis.articles)
    return (
        ("Articles", f"{len(analysis.articles)} files read as they are, {some(refused)} refused"),
        ("Sentences", f"{len(analysis.sentences)} sentences parsed by a French language model"),
        ("Dates", f"{len(analysis.dates)} expressions of time resolved to the calendar"),
        (
            "Speech",
            f"{len(analysis.claims)} claims, {len(analysis.quotations)} quotations, who says each",
        ),
        ("Events", f"{len(analysis.events)} mentions of {len(view.events)} events"),
        ("Comparison", f"{len(analysis.discrepancies)} disagreements, {len(analysis.reuse)} shared passages"),
        ("Review", f"{count(len(analysis.rulings), 'ruling')} of a human analyst"),
        ("Pages", "tables, figures and sentences made from these records alone"),
    )


def describe_pipeline(view: View) -> str:
    """Return the alternative text: the steps in order."""
    return "; then ".join(f"{name}: {text}" for name, text in pipeline_steps(view)) + "."


@styled
def plot_pipeline(view: View) -> Drawing:
    """Draw the steps as boxes in reading order, joined by arrows."""
    steps = pipeline_steps(view)
    rows = -(-len(steps) // COLUMNS)
    chart = draw(describe_pipeline(view), empty=False, size=(8.2, 1.35 * rows), layout=None)
    axes = chart.add_axes((0, 0, 1, 1))
    axes.set_xlim(-0.02, COLUMNS)
    axes.set_ylim(rows, -0.02)
    axes.set_axis_off()
    arrow = {"arrowstyle": "-|>", "color": LIGHT["muted"], "linewidth": 1.4, "shrinkA": 0, "shrinkB": 0}
    for place, (name, text) in enumerate(steps):
        row, column = divmod(place, COLUMNS)
        box = FancyBboxPatch((column, row + 0.06), 0.84, 0.8, boxstyle="round,pad=0,rounding_size=0.05")
        box.set(facecolor=LIGHT["paper"], edgecolor=LIGHT["side-2"], linewidth=1.3)
        axes.add_patch(box)
        axes.text(column + 0.05, row + 0.16, f"{place + 1}  {name}", weight="bold", va="top", fontsize=9.5)
        axes.text(column + 0.05, row + 0.37, fill(text, 21), va="top", fontsize=8.5, linespacing=1.25)
        if column + 1 < COLUMNS and place + 1 < len(steps):
            axes.annotate("", (column + 1, row + 0.46), (column + 0.84, row + 0.46), arrowprops=arrow)
    return chart
