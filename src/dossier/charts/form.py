"""What a figure is drawn for (a wide screen, a narrow one, paper), and in which colours and markers."""

import re
from dataclasses import dataclass, replace
from math import inf

from dossier.style import STATIC


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


# name: (light, dark), as the style sheet of the pages has them.
COLOURS: dict[str, tuple[str, str]] = {
    name: (light, dark)
    for name, light, dark in re.findall(
        r"--dz-([\w-]+): light-dark\((#\w{6}), (#\w{6})\);", (STATIC / "dossier.css").read_text("utf-8")
    )
}
MARKERS = ("o", "s", "D", "^", "v", "P", "X", "p")
LIGHT = {name: light for name, (light, dark) in COLOURS.items()}


def side_name(number: int) -> str:
    """Return the palette's name for side *number* ; 0, and any beyond the seventh, is neutral."""
    return f"side-{number if number <= 7 else 0}"
