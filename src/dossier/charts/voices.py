"""Whose words fill the coverage, and on which themes."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from textwrap import fill, shorten

import pandas as pd
from matplotlib.axes import Axes

from dossier.charts.palette import LIGHT, MARKERS, side_name
from dossier.charts.sides import add_sides, side_names, side_number
from dossier.charts.svg import Drawing, draw, styled
from dossier.frames import BETWEEN
from dossier.words import capital, count, listed

ROWS = 24
OTHER = "Other"


@dataclass(frozen=True, slots=True)
class Voice:
    """A speaker: name, number of the side, words in all and by theme (words on two themes count for both)."""

    name: str
    side: int
    words: int
    themes: dict[str, int]


def find_voices(frame: pd.DataFrame) -> list[Voice]:
    """Return the speakers of *frame*, those with most words first; each passage of an article counts once."""
    return sorted(_voices(frame), key=lambda voice: (-voice.words, voice.name))


def _voices(frame: pd.DataFrame) -> Iterator[Voice]:
    names = side_names(frame)
    for speaker, rows in frame.drop_duplicates(["speaker", "article_id", "start"]).groupby("speaker"):
        themes: dict[str, int] = {}
        for words, told in zip(rows["words"], rows["themes"], strict=True):
            for theme in told.split(BETWEEN) if told else (OTHER,):
                themes[theme] = themes.get(theme, 0) + int(words)
        sides = {side_number(names, side) for side in rows["side"]} if "side" in rows else set()
        name = listed(str(speaker).split(BETWEEN)) if speaker else "not named"
        yield Voice(name, sides.pop() if len(sides) == 1 else 0, int(rows["words"].sum()), themes)


def describe_voices(frame: pd.DataFrame) -> str:
    """Return the alternative text: who is quoted most."""
    voices = find_voices(frame)
    if not voices:
        return "Nobody is quoted."
    total = sum(voice.words for voice in voices) or 1
    found = [f"{v.name}, {v.words} words ({v.words / total:.0%})" for v in voices[:3]]
    most = "; ".join(found)
    return f"{capital(count(len(voices), 'speaker'))} with {total} quoted words. Most are quoted: {most}."


@styled
def plot_voices(frame: pd.DataFrame, *, limit: int = ROWS) -> Drawing:
    """Draw a row for each speaker of *frame*, a column for each theme; marks grow with the words."""
    names, voices = side_names(frame), find_voices(frame)[:limit]
    size = (8.2, 1.3 + 0.32 * max(len(voices), 1))
    chart = draw(describe_voices(frame), empty=not voices, size=size)
    matrix, bars = chart.subplots(1, 2, sharey=True, width_ratios=(2.4, 1))
    used = _columns(voices)
    largest = max((voice.words for voice in voices), default=1)
    for row, voice in enumerate(voices):
        colour, marker = LIGHT[side_name(voice.side)], MARKERS[voice.side % len(MARKERS)]
        for theme, words in voice.themes.items():
            area = 12 + 330 * words / max(largest, 1)
            matrix.scatter(used.index(theme), row, s=area, color=colour, marker=marker, linewidths=0)
        bars.barh(row, voice.words, height=0.55, color=colour)
        place = {"xytext": (4, 0), "textcoords": "offset points", "va": "center", "fontsize": 9}
        bars.annotate(str(voice.words), (voice.words, row), **place)
    _dress(matrix, bars, voices, used)
    bars.set_xlim(0, max(largest, 1) * 1.2)
    add_sides(chart, names, [voice.side for voice in voices])
    return chart


def _columns(voices: list[Voice]) -> list[str]:
    """Return the themes in use, those with most words first, what has no theme last."""
    words: dict[str, int] = {}
    for voice in voices:
        for theme, amount in voice.themes.items():
            words[theme] = words.get(theme, 0) + amount
    return sorted(words, key=lambda theme: (theme == OTHER, -words[theme], theme))


def _dress(matrix: Axes, bars: Axes, voices: list[Voice], used: list[str]) -> None:
    matrix.xaxis.tick_top()
    matrix.set_xlim(-0.6, max(len(used), 1) - 0.4)
    matrix.set_ylim(len(voices) - 0.4, -0.7)
    matrix.set_xticks(range(len(used)), [fill(theme, 20) for theme in used], fontsize=8.5)
    for tick in matrix.get_xticklabels():
        tick.set(rotation=38, ha="left", rotation_mode="anchor", linespacing=0.95)
    matrix.set_yticks(range(len(voices)), [shorten(voice.name, 36, placeholder="…") for voice in voices])
    matrix.grid(color=LIGHT["rule"], linewidth=0.7)
    matrix.set_axisbelow(True)
    bars.set_title("All words quoted", fontsize=9.5)
    bars.set_xticks([])
    for axes in (matrix, bars):
        axes.spines[["left", "bottom", "top", "right"]].set_visible(False)
        axes.tick_params(length=0)
