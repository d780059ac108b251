"""Whose words fill the coverage, and on which themes."""

from __future__ import annotations

from textwrap import fill, shorten

from matplotlib.figure import Figure

from dossier.charts.palette import LIGHT, MARKERS, side_name
from dossier.charts.sides import add_sides
from dossier.charts.svg import styled
from dossier.view import View, speakers, words_of
from dossier.words import count

ROWS = 24


def describe_views(view: View) -> str:
    """Return the alternative text: who is quoted most."""
    rows = sorted(((words_of(found), names) for names, found in speakers(view).items()), reverse=True)
    if not rows:
        return "Nobody is quoted."
    total = sum(words for words, _ in rows)
    found = [f"{view.called(names)}, {words} words ({words / total:.0%})" for words, names in rows[:3]]
    most = "; ".join(found)
    return f"{count(len(rows), 'speaker').capitalize()} with {total} quoted words. Most are quoted: {most}."


@styled
def plot_views(view: View, *, limit: int = ROWS) -> Figure:
    """Draw a row for each speaker, a column for each theme; a mark's area is the number of words."""
    found = speakers(view)
    kept = sorted(found, key=lambda names: (-words_of(found[names]), names))[:limit]
    labels = {theme.key: theme.label for theme in view.analysis.investigation.themes} | {"": "Other"}
    used = [key for key in labels if any(key in (q.themes or ("",)) for names in kept for q in found[names])]
    chart = Figure(figsize=(8.2, 1.3 + 0.32 * max(len(kept), 1)), layout="constrained")
    matrix, bars = chart.subplots(1, 2, sharey=True, width_ratios=(2.4, 1))
    largest = max((words_of(found[names]) for names in kept), default=1)
    for row, names in enumerate(kept):
        side = view.side(names)
        colour, marker = LIGHT[side_name(side)], MARKERS[side % len(MARKERS)]
        for column, key in enumerate(used):
            words = words_of(q for q in found[names] if key in (q.themes or ("",)))
            if words:
                matrix.scatter(
                    column, row, s=12 + 330 * words / largest, color=colour, marker=marker, linewidths=0
                )
        total = words_of(found[names])
        bars.barh(row, total, height=0.55, color=colour)
        bars.annotate(
            str(total), (total, row), xytext=(4, 0), textcoords="offset points", va="center", fontsize=9
        )
    matrix.xaxis.tick_top()
    matrix.set_xlim(-0.6, max(len(used), 1) - 0.4)
    matrix.set_ylim(len(kept) - 0.4, -0.7)
    matrix.set_xticks(range(len(used)), [fill(labels[key], 20) for key in used], fontsize=8.5)
    for tick in matrix.get_xticklabels():
        tick.set(rotation=38, ha="left", rotation_mode="anchor", linespacing=0.95)
    matrix.set_yticks(range(len(kept)), [shorten(view.called(names), 36, placeholder="…") for names in kept])
    matrix.grid(color=LIGHT["rule"], linewidth=0.7)
    matrix.set_axisbelow(True)
    bars.set_xlim(0, largest * 1.2)
    bars.set_title("All words quoted", fontsize=9.5)
    bars.set_xticks([])
    for axes in (matrix, bars):
        axes.spines[["left", "bottom", "top", "right"]].set_visible(False)
        axes.tick_params(length=0)
    add_sides(chart, view, [view.side(names) for names in kept])
    return chart
