"""A figure laid out in inches from its upper left corner, words measured first; the key of its sides."""

import functools
import re
import unicodedata
from bisect import bisect_left
from collections.abc import Callable, Iterable, Sequence
from typing import Any

import pandas as pd
from matplotlib.font_manager import FontProperties
from matplotlib.lines import Line2D
from matplotlib.patches import PathPatch, Rectangle
from matplotlib.path import Path
from matplotlib.textpath import TextToPath

from dossier.charts.form import LIGHT, MARKERS, Form, side_name
from dossier.charts.svg import Drawing
from dossier.i18n import N_, _
from dossier.view.speech import trimmed
from dossier.visible import on_page

POINT = 1 / 72  # inch
MARGIN = 0.03


class Sheet:
    """A drawing that grows downwards; ``y`` is how far it is filled."""

    def __init__(self, form: Form) -> None:
        self.form = form
        self.drawing = Drawing(figsize=(form.width, 1), layout=None)
        self.axes: Any = self.drawing.add_axes((0, 0, 1, 1), xticks=(), yticks=())
        self.axes.set_axis_off()
        self.y = MARGIN
        self.ends: list[float] = []  # of rows, where a figure may go on on another sheet
        self.shortened = False
        self.left, self.right = MARGIN, form.width - MARGIN

    @property
    def line(self) -> float:
        """The height of a line of words."""
        return self.form.size * 1.32 * POINT

    @property
    def height(self) -> float:
        """How high the figure is."""
        return self.y + MARGIN + (self.line + 0.04) * self.shortened

    def write(
        self,
        place: tuple[float, float],
        words: str,
        *,
        colour: str = "ink",
        bold: bool = False,
        small: bool = False,
        align: str = "left",
    ) -> None:
        """Set one line of *words*, the upper left (or right) corner at *place*."""
        x, y = place
        size = self._size(small)
        look: dict[str, Any] = {"fontsize": size, "color": LIGHT[colour], "ha": align, "va": "baseline"}
        weight = "bold" if bold else "normal"
        self.axes.text(x, y + self.line * 0.5 + size * 0.36 * POINT, words, fontweight=weight, **look)

    def paragraph(self, place: tuple[float, float], lines: Sequence[str], **look: Any) -> float:
        """Set *lines* below each other and return where they end."""
        x, y = place
        for number, words in enumerate(lines):
            self.write((x, y + number * self.line), words, **look)
        return y + len(lines) * self.line

    def width(self, words: str, *, bold: bool = False, small: bool = False) -> float:
        """Return how wide *words* are."""
        return measure(words, self._size(small), bold=bold)

    def wrap(self, words: str, width: float, lines: int, *, bold: bool = False) -> list[str]:
        """Return *words* in at most that many *lines* of at most *width*, the rest as an ellipsis."""
        made: list[str] = []
        left = re.split(r"[ \n]+(?![…≠])", on_page(words).strip())
        while left and len(made) < lines:
            taken = _fitting(left, lambda text: self.width(text, bold=bold) <= width)
            line = " ".join(left[:taken])
            left = left[taken:]
            if not left or len(made) < lines - 1:
                made.append(self.cut(line, width, bold=bold))
                continue
            if made and trimmed(f"{made[-1]} {line}") == trimmed(made[-1]):  # nothing but joining words
                line = made.pop()
            line = f"{_whole(line)}…"
            closing = _left_open("".join([*made, line]))
            made.append(self.cut(line, width - self.width(closing, bold=bold), bold=bold))
            made[-1] += _left_open("".join(made))
            self.shortened = True
            break
        return made

    def cut(self, words: str, width: float, *, bold: bool = False) -> str:
        """Return as much of *words* as *width* holds, with an ellipsis where something is left out."""
        if self.width(words, bold=bold) <= width:
            return words
        self.shortened = True
        kept = words.rstrip(" …")
        while kept and self.width(kept + "…", bold=bold) > width:
            kept = kept[:-1].rstrip(" ,;:(")
        whole = kept if words[len(kept) : len(kept) + 1].isspace() else kept.rpartition(" ")[0]
        return _without_loose_end(whole.rstrip(" ,;:(") or kept)

    def rule(
        self, start: tuple[float, float], end: tuple[float, float], colour: str = "rule", **look: Any
    ) -> None:
        """Draw a line."""
        style = {"linewidth": 0.8, "color": LIGHT[colour], "solid_capstyle": "butt", "zorder": 1, **look}
        self.axes.add_artist(Line2D((start[0], end[0]), (start[1], end[1]), **style))

    def stripes(self, ends: Sequence[tuple[float, float]], top: float, bottom: float) -> None:
        """Fill the ground between *ends*, from *top* to *bottom*."""
        boxes = [
            Path([(left, top), (right, top), (right, bottom), (left, bottom), (left, top)], closed=True)
            for left, right in ends
        ]
        ground = Path.make_compound_path(*boxes)
        self.axes.add_patch(PathPatch(ground, facecolor=LIGHT["tint"], linewidth=0, zorder=0))

    def box(self, corner: tuple[float, float], width: float, height: float, **look: Any) -> None:
        """Draw a box, *corner* its upper left one; names of the palette are colours."""
        drawn = {"linewidth": 0, "facecolor": "none", "edgecolor": "none", "zorder": 0, **look}
        for key in ("facecolor", "edgecolor"):
            drawn[key] = LIGHT.get(drawn[key], drawn[key])
        self.axes.add_patch(Rectangle(corner, width, height, **drawn))

    def mark(
        self,
        place: tuple[float, float],
        marker: str,
        colour: str,
        *,
        hollow: bool = False,
        size: float = 7.0,
    ) -> None:
        """Draw a marker of *size* points."""
        face = LIGHT["paper" if hollow else colour]
        style: dict[str, Any] = {
            "markersize": size,
            "markeredgewidth": 1.4,
            "color": LIGHT[colour],
            "markerfacecolor": face,
        }
        x, y = place
        self.axes.add_artist(Line2D((x,), (y,), marker=marker, linestyle="none", zorder=3, **style))

    def close(self, alt: str, *, empty: bool = False, cut: str = "") -> Drawing:
        """Return the finished figure."""
        if self.shortened:
            self.write((self.left, self.y + 0.04), _("…: cut to fit"), small=True, colour="muted")
        height = max(self.height, 0.5)
        self.drawing.set_size_inches(self.form.width, height)
        self.axes.set_xlim(0, self.form.width)
        self.axes.set_ylim(height, 0)
        for artist in self.axes.get_children():
            artist.set_clip_on(False)
        self.drawing.alt, self.drawing.empty, self.drawing.cut = alt, empty, cut
        return self.drawing

    def _size(self, small: bool) -> float:
        return self.form.size * (0.88 if small else 1)


_CLOSING = {"«": "\u00a0»", "“": "”"}


def _left_open(words: str) -> str:
    """Return the marks that close what *words* leave open.

    >>> _left_open("“a dit « le maire"), _left_open("« oui »")
    ('\xa0»”', '')
    """
    closing: list[str] = []
    for letter in words:
        if letter in _CLOSING:
            closing.append(_CLOSING[letter])
        elif closing and closing[-1].endswith(letter):
            closing.pop()
    return "".join(reversed(closing))


def _without_loose_end(words: str) -> str:
    """Return cut *words* with an ellipsis, ahead of an open bracket or a joining word, guillemets closed.

    >>> _without_loose_end("500 jobs (Orval, la recherche et"), _without_loose_end("Vote : « On va de")
    ('500 jobs…', 'Vote : « On va…\xa0»')
    """
    whole = _whole(words)
    return f"{whole}…{_left_open(whole)}"


def _whole(words: str) -> str:
    opening = words.rfind("(")
    return trimmed(words[:opening] if opening > 0 and words.find(")", opening) < 0 else words)


def _fitting(words: Sequence[str], fits: Any) -> int:
    """Return how many of *words*, at least one, fit into a line."""
    beyond = range(2, len(words) + 1)
    return 1 + bisect_left(beyond, True, key=lambda taken: not fits(" ".join(words[:taken])))


_PATHS = TextToPath()


@functools.lru_cache(maxsize=4096)
def measure(words: str, size: float, *, bold: bool = False) -> float:
    """Return how many inches *words* take in *size* points; a letter of double width counts as the widest."""
    drawn = "".join("W" if unicodedata.east_asian_width(c) in "WF" else c for c in words)
    font = FontProperties(family="DejaVu Sans", size=size, weight="bold" if bold else "normal")
    width: float = _PATHS.get_text_width_height_descent(drawn, font, ismath=False)[0]
    return width * POINT


NO_SIDE = N_("Others")
Draw = Callable[[float, float], None]  # draws a mark of the key at a place


def side_names(frame: pd.DataFrame) -> tuple[str, ...]:
    """Return the sides that rows of *frame* can be on, in the order of the investigation."""
    column: Any = frame["side"] if "side" in frame else pd.Series(dtype="category")
    found = column.cat.categories if hasattr(column, "cat") else column.dropna().unique()
    return tuple(map(str, found))


def side_number(names: tuple[str, ...], side: object) -> int:
    """Return the number of *side*, from 1; 0 where it is none of *names*."""
    return names.index(side) + 1 if isinstance(side, str) and side in names else 0


def mark_side(sheet: Sheet, place: tuple[float, float], number: int) -> None:
    """Draw the mark of side *number*."""
    sheet.mark(place, MARKERS[number % len(MARKERS)], side_name(number), size=sheet.form.size * 0.62)


def write_key(sheet: Sheet, entries: Iterable[tuple[str, Draw]]) -> None:
    """Write what the marks of a figure mean, in as many lines as it takes."""
    x = sheet.left
    for words, draw in entries:
        told = sheet.cut(words, sheet.right - sheet.left - 0.3)
        wide = sheet.width(told, small=True) + 0.38
        if x > sheet.left and x + wide > sheet.right:
            x, sheet.y = sheet.left, sheet.y + sheet.line + 0.03
        draw(x + 0.07, sheet.y + sheet.line / 2)
        sheet.write((x + 0.17, sheet.y), told, small=True, colour="muted")
        x += wide
    if x > sheet.left:
        sheet.y += sheet.line


def side_key(sheet: Sheet, names: tuple[str, ...], numbers: Iterable[int]) -> list[tuple[str, Draw]]:
    """Return the entries of the key for the sides that occur, none where there is but one kind of row."""
    used = sorted(set(numbers), key=lambda number: (number == 0, number))
    if used in ([], [0]):
        return []

    def drawn(number: int) -> Draw:
        return lambda x, y: mark_side(sheet, (x, y), number)

    return [(names[number - 1] if number else _(NO_SIDE), drawn(number)) for number in used]
