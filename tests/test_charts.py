"""Figures: what they say in words, and that they can be read at any size of the corpus."""

from __future__ import annotations

import re
import xml.etree.ElementTree as ET

import pytest
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure
from matplotlib.text import Text
from tests import bridge

from dossier import charts
from dossier.charts.palette import COLOURS, LIGHT, MARKERS, side_name
from dossier.frames import claims_frame, events_frame, quotations_frame
from dossier.view import View

VIEW, NOTHING = View(bridge.build()), View(bridge.empty())


def plots(view: View) -> dict[str, Figure]:
    return {
        "timeline": charts.plot_timeline(events_frame(view)),
        "claims": charts.plot_claims(claims_frame(view)),
        "voices": charts.plot_voices(quotations_frame(view)),
        "pipeline": charts.plot_pipeline(view),
    }


def texts(figure: Figure) -> list[tuple[str, tuple[float, float, float, float]]]:
    """Return the words drawn in *figure* with the boxes they fill."""
    renderer = FigureCanvasAgg(figure).get_renderer()
    figure.draw(renderer)
    beyond = {
        id(label)
        for axes in figure.axes
        for tick in axes.xaxis.get_major_ticks()
        if not min(axes.get_xlim()) <= tick.get_loc() <= max(axes.get_xlim())
        for label in (tick.label1, tick.label2)
    }
    drawn = [
        t for t in figure.findobj(Text) if t.get_visible() and t.get_text().strip() and id(t) not in beyond
    ]
    return [(t.get_text(), t.get_window_extent(renderer).extents) for t in drawn]


@pytest.mark.parametrize("articles", [2, 30, 200])
@pytest.mark.parametrize("name", ["timeline", "claims", "voices", "pipeline"])
def test_no_two_labels_collide_and_none_leaves_the_figure(name: str, articles: int) -> None:
    figure = plots(View(bridge.crowd(articles)))[name]
    boxes = texts(figure)
    width, height = figure.bbox.width, figure.bbox.height
    for position, (words, (x0, y0, x1, y1)) in enumerate(boxes):
        assert x0 >= -1 and x1 <= width + 1 and y0 >= -1 and y1 <= height + 1, f"{words!r} leaves the figure"
        for other, (a0, b0, a1, b1) in boxes[position + 1 :]:
            apart = x1 <= a0 + 1 or a1 <= x0 + 1 or y1 <= b0 + 2 or b1 <= y0 + 2
            assert apart, f"{words!r} lies on {other!r}"
    assert height <= 1400


def test_what_cannot_be_drawn_is_thinned_out_and_said() -> None:
    view = View(bridge.crowd(200))
    assert charts.describe_timeline(events_frame(view)).startswith("28 of 200 dated events")
    assert sum("A vote" in words for words, _ in texts(charts.plot_timeline(events_frame(view)))) == 28


def test_the_alternative_text_tells_the_finding() -> None:
    assert "Vote on the closure, 3 May 2021" in charts.describe_timeline(events_frame(VIEW))
    assert "The sources disagree about Vote on the closure." in charts.describe_timeline(events_frame(VIEW))
    told = charts.describe_claims(claims_frame(VIEW))
    assert told.startswith("Two figures from 200 to 500: préfecture (at least 200)")
    assert "Anne Le Goff, 3 words (100%)" in charts.describe_voices(quotations_frame(VIEW))


def test_a_filtered_frame_gives_a_filtered_figure() -> None:
    view = View(bridge.crowd(30))
    claims = claims_frame(view).query("low > 210 and low < 216")
    told = charts.plot_claims(claims)
    assert told.alt.startswith("Five figures from 211 to")
    labels = [words for words, _ in texts(told) if words.startswith("at least")]
    assert len(labels) == len(claims) == 5
    assert charts.plot_claims(claims.query("low < 0")).empty


def test_nothing_found_is_drawn_and_said() -> None:
    for figure in plots(NOTHING).values():
        assert "<svg" in charts.to_svg(figure, name="x", title="t", description="d")
    assert charts.describe_timeline(events_frame(NOTHING)) == "No dated event was found."
    assert charts.describe_claims(claims_frame(NOTHING)) == "No figure was found."
    assert charts.describe_voices(quotations_frame(NOTHING)) == "Nobody is quoted."


@pytest.mark.parametrize("name", ["timeline", "claims", "voices", "pipeline"])
def test_a_figure_is_one_svg_of_the_house(name: str) -> None:
    svg = charts.to_svg(plots(VIEW)[name], name=f"figure-{name}", title="A <title>", description="What & why")
    root = ET.fromstring(svg)
    assert root.get("role") == "img" and root.get("viewBox") and root.get("width") is None
    assert root.get("aria-labelledby") == f"figure-{name}-title figure-{name}-desc"
    ids = [node.get("id") for node in root.iter() if node.get("id")]
    assert len(ids) == len(set(ids)) and all(identity.startswith(f"figure-{name}-") for identity in ids)
    for used in re.findall(r'(?:url\(|href=")#([^")]+)', svg):
        assert used in ids
    assert not re.findall(r"(?<!, )#[0-9a-f]{6}", svg), "a colour that does not follow the page"
    assert "<metadata" not in svg and "<style" not in svg and "font-family" in svg


def test_the_same_records_give_the_same_bytes() -> None:
    for name, figure in plots(VIEW).items():
        again = plots(View(bridge.build()))[name]
        shown = {"name": "x", "title": "t", "description": "d"}
        assert charts.to_svg(figure, **shown) == charts.to_svg(again, **shown)
        assert charts.to_pdf(figure) == charts.to_pdf(again)


def luminance(colour: str) -> float:
    parts = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


@pytest.mark.parametrize("dark", [False, True])
def test_every_colour_of_words_stands_out_from_the_paper(dark: bool) -> None:
    paper = luminance(COLOURS["paper"][dark])
    for name, pair in COLOURS.items():
        if name not in ("paper", "rule"):
            light, low = sorted((luminance(pair[dark]), paper), reverse=True)
            assert (light + 0.05) / (low + 0.05) >= 4.5, name


def test_sides_differ_in_colour_and_in_mark() -> None:
    assert len({LIGHT[side_name(number)] for number in range(8)}) == len(set(MARKERS)) == 8
    assert side_name(9) == "side-0"
