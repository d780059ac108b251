"""A matplotlib figure as one inline SVG that follows the page's colours and says what it shows."""

from __future__ import annotations

import functools
import io
import re
import warnings
import xml.etree.ElementTree as ET
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

import matplotlib as mpl
from matplotlib.figure import Figure
from matplotlib.text import Text

from dossier.advice import UnknownNameError, shown
from dossier.charts.form import LIGHT, WIDE, Form
from dossier.frames import COLUMNS
from dossier.i18n import _
from dossier.visible import on_page

_SVG, _XLINK = "http://www.w3.org/2000/svg", "http://www.w3.org/1999/xlink"
_STYLE: dict[Any, Any] = {
    "pdf.fonttype": 42,
    "svg.fonttype": "none",
    "svg.hashsalt": "dossier",
    "svg.id": None,
    "font.family": "DejaVu Sans",
    "font.size": 10,
    "text.color": LIGHT["ink"],
    "text.parse_math": False,
    "xtick.color": LIGHT["muted"],  # of a reader's own figure, whose ticks are made as it is saved
    "xtick.labelcolor": LIGHT["ink"],
    "ytick.color": LIGHT["muted"],
    "figure.facecolor": "none",
    "axes.facecolor": "none",
    "savefig.facecolor": "none",
    "hatch.linewidth": 0.6,
}
_PLAIN = {"ink": "#000000", "paper": "#ffffff"}  # of a reader's own figure
_FONTS = "var(--dz-font, system-ui), 'DejaVu Sans', sans-serif"


@contextmanager
def _house() -> Iterator[None]:
    """Draw with the house's settings; letters without a glyph here are drawn by the reader's fonts."""
    with mpl.rc_context(_STYLE), warnings.catch_warnings():
        warnings.filterwarnings("ignore", r"Glyph \d+ .* missing from")
        warnings.filterwarnings("ignore", r"Matplotlib currently does not support .* natively")
        yield


def _mark_text(figure: Figure) -> None:
    """Show each character that no SVG may hold as its code point."""
    for text in figure.findobj(Text):
        text.set_text(on_page(text.get_text()))


class Drawing(Figure):
    """A figure that knows what it shows: ``alt`` is its alternative text, ``empty`` that it shows nothing.

    ``cut`` says in words what it leaves out for want of room, and by what measure; ``more`` are the sheets
    on which it goes on.

    ``form`` is what it is drawn for, ``redraw`` draws the same for another.
    """

    alt: str = ""
    cut: str = ""
    more: tuple[Drawing, ...] = ()
    empty: bool = False
    form: Form = WIDE
    redraw: Callable[[Form], Drawing] | None = None


# The frame whose rows each draws, or some with the same columns.
_DRAWN = {
    "plot_claims": "claims",
    "plot_path": "events",
    "plot_timeline": "events",
    "plot_voices": "quotations",
}


def styled(plot: Callable[..., Drawing]) -> Callable[..., Drawing]:
    """Draw with the house's settings, for a wide screen unless asked otherwise; a decorator of ``plot_*``."""

    @functools.wraps(plot)
    def wrapper(*args: object, form: Form = WIDE, **options: object) -> Drawing:
        try:
            with _house():
                drawing = plot(*args, form=form, **options)
        except (KeyError, AttributeError) as error:
            kind, column = _DRAWN.get(plot.__name__, ""), getattr(error, "name", None) or error.args[0]
            if column not in COLUMNS.get(kind, ()) or column in getattr(args[0], "columns", ()):
                raise
            told = _(
                "{plot} needs the column {column}, which this frame lacks: give it rows of report.{frame}",
                plot=plot.__name__,
                column=shown(column),
                frame=kind,
            )
            raise UnknownNameError(told) from None
        drawing.form = form
        drawing.redraw = lambda other: wrapper(*args, form=other, **options)
        return drawing

    return wrapper


def to_pdf(figure: Figure) -> bytes:
    """Return *figure* as a PDF page without a date."""
    file = io.BytesIO()
    with _house():
        _mark_text(figure)
        figure.savefig(file, format="pdf", metadata={"CreationDate": None, "Producer": None, "Creator": None})
    return file.getvalue()


def to_svg(figure: Figure, *, name: str, title: str, description: str) -> str:
    """Return *figure* as an SVG element for a page.

    Each id begins with *name*; colours of the palette become ``var(--dz-…, #hex)``; *title* and
    *description* are its alternative text. Width and height are left to the page.
    """
    file = io.StringIO()
    with _house():
        _mark_text(figure)
        figure.savefig(
            file, format="svg", metadata={"Date": None, "Creator": None, "Format": None, "Type": None}
        )
    root = ET.fromstring(file.getvalue())
    _strip(root)
    _prefix(root, name)
    _shorten(root)
    for key in ("width", "height", "version"):
        root.attrib.pop(key, None)
    root.attrib |= {"role": "img", "aria-labelledby": f"{name}-title {name}-desc", "class": "dz-figure__svg"}
    root.attrib |= {"stroke-linejoin": "round", "stroke-linecap": "butt", "id": f"{name}-svg"}
    root.set("style", f"font-family: {_FONTS}; {_recolour('fill: #000000')}")  # of words of a reader's own
    for position, (tag, text) in enumerate((("title", title), ("desc", description))):
        child = ET.Element(f"{{{_SVG}}}{tag}", id=f"{name}-{tag}")
        child.text = on_page(text)
        root.insert(position, child)
    ET.register_namespace("", _SVG)
    ET.register_namespace("xlink", _XLINK)
    return ET.tostring(root, encoding="unicode")


def _strip(root: ET.Element) -> None:
    for parent in list(root.iter()):
        for child in list(parent):
            if child.tag in (f"{{{_SVG}}}metadata", f"{{{_SVG}}}style"):
                parent.remove(child)
        parent.text = (parent.text or "").strip() or None
        parent.tail = None


def _prefix(root: ET.Element, name: str) -> None:
    markup = ET.tostring(root, encoding="unicode")
    used = set(re.findall(r"url\(#([^)]+)\)", markup)) | set(re.findall(r'href="#([^"]+)"', markup))
    for node in root.iter():
        identity = node.attrib.pop("id", "")
        if identity in used:
            node.set("id", f"{name}-{identity}")
        for key, value in list(node.attrib.items()):
            if key == f"{{{_XLINK}}}href":
                node.set(key, f"#{name}-{value[1:]}")
            elif key == "style":
                node.set(key, _recolour(value).replace("url(#", f"url(#{name}-"))
            elif key in ("fill", "stroke"):  # of a pattern
                node.set("style", f"{node.get('style', '')}{key}: {_recolour(value)};")
                del node.attrib[key]
            elif "url(#" in value:
                node.set(key, value.replace("url(#", f"url(#{name}-"))


def _shorten(root: ET.Element) -> None:
    """Take out what changes nothing: groups without attributes, turns by nothing, thousandths of a point."""
    for node in root.iter():
        if node.get("transform", "").startswith("rotate(-0 "):
            del node.attrib["transform"]
        for key in ("d", "x", "y", "transform"):
            if key in node.attrib:
                short = re.sub(
                    r"-?\d+\.\d+",
                    lambda found: f"{float(found[0]):.2f}".rstrip("0").rstrip("."),
                    node.attrib[key],
                )
                node.set(key, " ".join(short.split()))
    for parent in root.iter():
        while bare := [place for place, child in enumerate(parent) if _is_bare(child)]:
            for place in reversed(bare):
                parent[place : place + 1] = list(parent[place])


def _is_bare(node: ET.Element) -> bool:
    return (
        not node.attrib
        and node.tag in (f"{{{_SVG}}}g", f"{{{_SVG}}}defs")
        and (node.tag[-1] == "g" or not len(node))
    )


def _recolour(style: str) -> str:
    style = style.replace("font-family: 'DejaVu Sans'; ", "").replace("text-anchor: start; ", "")
    for key, value in (*LIGHT.items(), *_PLAIN.items()):
        style = style.replace(value, f"var(--dz-{key}, {value})")
    return style
