"""What a figure is drawn for (a wide screen, a narrow one, paper), and in which colours and markers."""

from dataclasses import dataclass, replace
from math import inf


@dataclass(frozen=True, slots=True)
class Form:
    """A medium: its width in inches, the size of words in points, whether words stand above their row.

    ``axis`` is the share of the width that the axis of claims takes; what is higher than ``tall`` inches goes
    over several sheets.
    """

    name: str
    width: float
    size: float
    stacked: bool = False
    axis: float = 0.44
    tall: float = inf


WIDE = Form("wide", 8.6, 9.5)
NARROW = Form("narrow", 3.7, 9.5, stacked=True)  # a phone of 390 px, less its margins
PAPER = Form("paper", 6.69, 8.0, axis=0.3, tall=9.0)  # A4, less margins (style/template.typ) and caption
FORMS = (WIDE, NARROW, PAPER)
WHOLE = replace(PAPER, tall=inf)  # on one sheet, however high: LaTeX has room for one picture


# name: (light, dark). Sides are of the families of Okabe and Ito (https://jfly.uni-koeln.de/color/), darkened
# to a contrast of 4.5:1 against paper; markers differ as well, so that nothing rests on colour alone.
COLOURS = {
    "paper": ("#fffffd", "#15191e"),
    "ink": ("#1c2126", "#e6e9ec"),
    "muted": ("#5a646d", "#a4adb6"),
    "rule": ("#cfd5da", "#39424b"),
    "tint": ("#f3f4f1", "#1d2329"),
    "flag": ("#ad2f24", "#ff8f80"),
    "side-0": ("#4e5861", "#aab4bd"),
    "side-1": ("#a5431a", "#f09a6a"),
    "side-2": ("#0a5e95", "#6fb8ea"),
    "side-3": ("#00694b", "#4fc79f"),
    "side-4": ("#83458e", "#d79be0"),
    "side-5": ("#7a5c00", "#e0bb4a"),
    "side-6": ("#2d2ba8", "#a07cff"),
    "side-7": ("#a03a5c", "#f29db6"),
}
MARKERS = ("o", "s", "D", "^", "v", "P", "X", "p")
LIGHT = {name: light for name, (light, dark) in COLOURS.items()}


def side_name(number: int) -> str:
    """Return the palette's name for side *number* ; 0, and any beyond the seventh, is neutral."""
    return f"side-{number if number <= 7 else 0}"
