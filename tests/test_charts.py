"""Figures: what they say in words, and that they can be read at any size of the corpus."""

from __future__ import annotations

import functools
import itertools
import re
import xml.etree.ElementTree as ET
from dataclasses import replace
from datetime import date

import pandas as pd
import pytest
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure
from tests import bridge

from dossier import charts
from dossier.charts.calendar_axis import find_cells, make_axis
from dossier.charts.form import COLOURS, LIGHT, MARKERS, WIDE, side_name
from dossier.charts.panels import build_panels, choose_claims
from dossier.charts.sheet import Sheet
from dossier.charts.voices import find_voices, group_voices
from dossier.frames import build
from dossier.records import Claim
from dossier.view import View

VIEW, NOTHING = View(bridge.build()), View(bridge.empty())


def plots(view: View) -> dict[str, Figure]:
    return {
        "timeline": charts.plot_timeline(build("events", view)),
        "path": charts.plot_path(build("events", view)),
        "claims": charts.plot_claims(build("claims", view), build("responses", view)),
        "voices": charts.plot_voices(build("quotations", view)),
        "pipeline": charts.plot_pipeline(view),
    }


def texts(figure: Figure) -> list[tuple[str, tuple[float, float, float, float]]]:
    """Return the words drawn in *figure* with the boxes they fill."""
    renderer = FigureCanvasAgg(figure).get_renderer()
    figure.draw_without_rendering()
    drawn = [text for axes in figure.axes for text in axes.texts if text.get_text().strip()]
    return [(t.get_text(), t.get_window_extent(renderer).extents) for t in drawn]


@functools.cache
def crowded(articles: int) -> dict[str, Figure]:
    """Return all figures of a book of so many articles, drawn once."""
    return plots(View(bridge.crowd(articles) if articles > 1 else bridge.build()))


NAMES = ("timeline", "path", "claims", "voices", "pipeline")


@pytest.mark.parametrize("form", charts.FORMS, ids=lambda form: form.name)
@pytest.mark.parametrize("articles", [1, 2, 200])
@pytest.mark.parametrize("name", NAMES)
def test_no_two_labels_collide_and_none_leaves_the_figure(
    name: str, articles: int, form: charts.Form
) -> None:
    first = crowded(articles)[name].redraw(form)
    for figure in (first, *first.more):
        boxes = texts(figure)
        width, height = figure.bbox.width, figure.bbox.height
        for position, (words, (x0, y0, x1, y1)) in enumerate(boxes):
            inside = x0 >= -1 and x1 <= width + 1 and y0 >= -1 and y1 <= height + 1
            assert inside, f"{words!r} leaves the figure"
            for other, (a0, b0, a1, b1) in boxes[position + 1 :]:
                apart = x1 <= a0 + 1 or a1 <= x0 + 1 or y1 <= b0 + 2 or b1 <= y0 + 2
                assert apart, f"{words!r} lies on {other!r}"
        assert height <= min(3200 if form.stacked else 1400, form.tall * 100)


def test_what_cannot_be_drawn_is_thinned_out_and_said() -> None:
    view = View(bridge.crowd(200))
    assert charts.describe_timeline(build("events", view)).startswith("28 of 200 dated events")
    assert sum("A vote" in words for words, _ in texts(charts.plot_timeline(build("events", view)))) == 28


def test_the_way_to_the_page_counts_what_the_data_has() -> None:
    steps, analysis = dict(charts.pipeline_steps(VIEW)), VIEW.analysis
    claims, quotations = len(analysis.claims), len(analysis.quotations)
    assert steps["Speech"].startswith(f"{claims} claims and answers, {quotations} quotations")
    assert steps["Events"].startswith(f"{len(analysis.events)} mentions: {len(VIEW.mentions)} on ")


def test_a_figure_too_high_for_a_page_goes_on_on_another_with_its_axis_key_and_words() -> None:
    first = charts.plot_timeline(build("events", View(bridge.crowd(200)))).redraw(charts.PAPER)
    sheets = [first, *first.more]
    assert len(sheets) > 1
    rows = [[words for words, _ in texts(sheet) if "A vote" in words] for sheet in sheets]
    assert sum(map(len, rows)) == 28 and min(map(len, rows)) >= 28 // len(sheets) // 2
    for sheet in sheets:
        assert {"a day", "hollow: its day has one origin"} <= {words for words, _ in texts(sheet)}
    assert len({sheet.alt for sheet in sheets}) == len(sheets)
    assert sheets[1].alt.startswith("Further events: A vote with quite a long name")
    assert not charts.plot_timeline(build("events", View(bridge.crowd(200)))).more


def test_each_row_names_who_claims_and_what_is_denied_sets_no_scale() -> None:
    one = bridge.build().claims[0]
    same = replace(one, claim_id="c-2", low=220.0, high=220.0, comparator="exact")
    told = texts(charts.plot_claims(claims_of(one, same)))
    assert sum(words == "Prefecture" for words, _ in told) == 2
    denied = replace(one, claim_id="c-3", stance="deny", low=9e6)
    heights = [
        max(patch.get_height() for patch in charts.plot_claims(claims_of(*claims)).axes[0].patches
            if hasattr(patch, "get_height") and patch.get_zorder() == 2)
        for claims in ((one, same), (one, same, denied))
    ]  # fmt: skip
    assert heights[0] == heights[1]


def test_the_alternative_text_tells_the_finding() -> None:
    told = charts.describe_timeline(build("events", VIEW))
    assert told.startswith("One event by date: Vote on the closure (3 May 2021 or 4 May 2021).")
    assert "The sources give different days: Vote on the closure (3 May 2021 or 4 May 2021)." in told
    told = charts.plot_claims(build("claims", VIEW), build("responses", VIEW)).alt
    assert told.startswith("Two figures by the day of the claim. At least 200 (prefecture); ")
    assert told.endswith("Denials, rejections and non-answers: prefecture denies: “dément ces chiffres”.")
    told = charts.describe_voices(build("quotations", VIEW))
    assert "Anne Le Goff, 3 words (100%), of which 3 verbatim" in told


def test_the_words_of_a_side_are_not_added_up() -> None:
    frame = build("quotations", VIEW)
    sides = pd.Categorical(["Bank", *[None] * (len(frame) - 1)], categories=["Bank", "Town"])
    told = charts.plot_voices(frame.assign(side=sides)).alt
    assert "Bank" not in told


def test_of_many_voices_the_most_quoted_are_drawn_the_others_of_a_side_in_one_row() -> None:
    one = build("quotations", VIEW).head(1)
    frame = pd.concat([one.assign(speaker=f"Anne {n}") for n in range(20)])
    ((_side, voices),) = group_voices(frame)
    assert (len(voices), voices[-1].name) == (13, "eight others")
    ((_side, voices),) = group_voices(frame, limit=19)
    assert voices[-1].name.startswith("Anne")  # one alone is called by name


def test_what_a_figure_says_stands_before_its_mark_whole_on_one_side() -> None:
    long = "not far from the old town, on the road that leads along the river to the second bridge"
    claims = build("claims", View(bridge.crowd(5))).assign(place=long)
    for form in charts.FORMS:
        told = texts(charts.plot_claims(claims).redraw(form))
        words = [(at, said) for said, at in told if said.startswith("at least")]
        assert len({round(at[0]) for at, _said in words}) == 1
        assert not any("…" in said for _at, said in words)


def test_a_filtered_frame_gives_a_filtered_figure() -> None:
    view = View(bridge.crowd(30))
    claims = build("claims", view).query("low > 210 and low < 216")
    told = charts.plot_claims(claims)
    assert told.alt.startswith("Five figures by the day of the claim.")
    labels = [words for words, _ in texts(told) if words.startswith("at least")]
    assert len(labels) == len(claims) == 5
    assert charts.plot_claims(claims.query("low < 0")).empty


def test_a_bound_is_open_above_unless_its_words_only_stress_the_number() -> None:
    one = replace(bridge.build().claims[0], low=8000.0, high=None, comparator="at_least")
    for words, told in (("au moins 8 000 postes", True), ("pas moins de 8 000 postes", False)):
        drawn = texts(charts.plot_claims(claims_of(replace(one, text=words))))
        assert ("or more" in {word for word, _ in drawn}) is told


def test_figures_that_are_all_naught_are_drawn() -> None:
    claims = build("claims", VIEW).assign(low=0.0, high=0.0)
    assert charts.to_pdf(charts.plot_claims(claims)).startswith(b"%PDF")


def test_nothing_found_is_drawn_and_said() -> None:
    for figure in plots(NOTHING).values():
        assert "<svg" in charts.to_svg(figure, name="x", title="t", description="d")
        assert charts.to_pdf(figure).startswith(b"%PDF")
    assert charts.describe_timeline(build("events", NOTHING)) == "No dated event was found."
    assert charts.plot_claims(build("claims", NOTHING)).alt == "No figure was found."
    assert charts.describe_voices(build("quotations", NOTHING)) == "Nobody is quoted."


@pytest.mark.parametrize("name", NAMES)
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


def test_a_figure_of_a_reader_s_own_follows_the_page_too() -> None:
    own = Figure()
    own.subplots().bar([1], [2])
    svg = charts.to_svg(own, name="own", title="t", description="d")
    assert "fill: var(--dz-paper, #ffffff)" in svg and "stroke: var(--dz-ink, #000000)" in svg
    assert not re.findall(r"(?<!, )#(?:000000|ffffff)", svg)


def test_the_same_records_give_the_same_bytes() -> None:
    for figure, again in zip(plots(VIEW).values(), plots(View(bridge.build())).values(), strict=True):
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
        if name not in ("paper", "rule", "tint", "target"):
            light, low = sorted((luminance(pair[dark]), paper), reverse=True)
            assert (light + 0.05) / (low + 0.05) >= 4.5, name


def test_sides_differ_in_colour_and_in_mark() -> None:
    assert len({LIGHT[side_name(number)] for number in range(8)}) == len(set(MARKERS)) == 8
    assert side_name(9) == "side-0"


def span(first: str, last: str = "") -> tuple[date, date]:
    return date.fromisoformat(first), date.fromisoformat(last or first)


CROWDED = [
    span("1953-07-27"),
    *(span(f"2021-05-0{day}") for day in (3, 4, 6, 7, 8)),
    span("2021-05-01", "2021-05-31"),
    span("2021-08-12"),
]


def test_the_axis_leaves_empty_years_out_and_opens_the_crowded_month() -> None:
    cells = find_cells(CROWDED, 9)
    assert [cell.names for cell in cells] == [
        ("Jul", "1953"),
        *((str(day), "May 2021") for day in (3, 4, 6, 7, 8)),
        ("Aug", "2021"),
    ]
    assert [cell.unit for cell in find_cells(CROWDED, 3)] == ["month", "month", "month"]
    assert [cell.unit for cell in find_cells(CROWDED, 2)] == ["month", "year"]


def test_the_axis_keeps_the_order_of_time_and_contested_days_apart() -> None:
    axis = make_axis(Sheet(charts.NARROW), CROWDED, 0.0, 3.5)
    places = [axis.place(one) for one in sorted(CROWDED)]
    assert places == sorted(places)
    assert places[0][0] >= 0 and places[-1][1] <= 3.5
    days = [axis.place(span(f"2021-05-0{day}"))[0] for day in (3, 4, 6, 7, 8)]
    assert min(later - one for one, later in itertools.pairwise(days)) >= 0.1
    first, last = axis.place(span("2021-05-01", "2021-05-31"))
    assert first < days[0] and last > days[-1]


def claims_of(*rows: Claim) -> pd.DataFrame:
    return build("claims", View(replace(bridge.build(), claims=rows)))


def test_places_have_panels_and_what_nobody_asserts_of_now_stands_apart() -> None:
    one, other = bridge.build().claims[:2]
    claims = [
        replace(one, place="Rennes"),
        replace(one, claim_id="c-2", place="Brest", low=300.0),
        replace(one, claim_id="c-3", modality="planned"),
        replace(one, claim_id="c-4", modality="conditional"),
        replace(one, claim_id="c-5", stance="deny"),
        replace(one, claim_id="c-6", about="1999"),
        replace(other, claim_id="c-7"),
        replace(one, claim_id="c-8", modality="sought"),
    ]
    panels = build_panels(choose_claims(claims_of(*claims)))
    assert {heading: [claim.Index for claim in some] for heading, some in panels} == {
        "Rennes": [one.claim_id],
        "Brest": ["c-2"],
        "Place not noted": ["c-7"],
        "Asked for": ["c-8"],
        "Planned or forecast": ["c-3"],
        "Reported as unconfirmed": ["c-4"],
        "Denied or not foreseen": ["c-5"],
        "About an earlier time": ["c-6"],
    }


def test_a_figure_that_its_statement_tells_as_a_plan_stands_with_the_plans() -> None:
    frame = claims_of(bridge.build().claims[0])
    for mark, heading in (("planned", "Planned or forecast"), ("on a condition", "Supposed, not claimed")):
        (panel,) = build_panels(choose_claims(frame.assign(marks=mark)))
        assert panel[0] == heading


def test_a_heading_that_repeats_a_figure_of_its_article_is_folded_into_it() -> None:
    one = bridge.build().claims[0]
    same = replace(one, claim_id="c-2", section="heading", comparator="exact", high=200.0)
    own = replace(one, claim_id="c-3", section="heading", low=900.0)
    chosen = choose_claims(claims_of(one, same, own))
    assert [claim.Index for claim in chosen] == [one.claim_id, "c-3"]
    assert [heading for heading, _claims in build_panels(chosen)][1].startswith("Headings")


def test_words_between_quotation_marks_are_counted_apart_from_paraphrase() -> None:
    analysis = bridge.build()
    (quoted,) = analysis.quotations
    told = replace(quoted, quotation_id="q-2", start=0, end=20, text="Le conseil a voté la", kind="indirect")
    view = View(replace(analysis, quotations=(quoted, told)))
    (voice,) = find_voices(build("quotations", view))
    assert (voice.verbatim, voice.paraphrase, voice.words) == (3, 5, 8)


def test_every_form_of_a_figure_tells_the_same() -> None:
    for figure in plots(VIEW).values():
        forms = [figure.redraw(form) for form in charts.FORMS]
        assert len({form.alt for form in forms}) == 1
        assert [round(form.get_figwidth(), 2) for form in forms] == [f.width for f in charts.FORMS]


@pytest.mark.parametrize(
    ("words", "shown"),
    [
        ("3 600 emplois (Orval, la recherche et le commerce)", "3\u00a0600 emplois…"),
        (
            "Vote : « Le maire et la ville ont signé la charte des quais »",
            "Vote\u00a0: «\u00a0Le maire…\u00a0»",
        ),
        ("“Le maire va à la ville de Rennes", "“Le maire va…”"),
        ("Le maire signe l'avis d’un conseil", "Le maire signe l'avis…"),
        ("Le maire et la ville", "Le maire et la ville"),
    ],
)
def test_a_label_is_cut_before_a_bracket_or_a_joining_word_and_its_marks_close(
    words: str, shown: str
) -> None:
    sheet = Sheet(WIDE)
    assert sheet.wrap(words, sheet.width("Vote : « Le maire et la vi"), 1) == [shown]
    assert sheet.shortened == (" …" not in words and shown.replace(" ", " ") != words)


def test_the_mark_of_what_a_label_leaves_out_itself_stays_with_the_word_before() -> None:
    sheet = Sheet(WIDE)
    assert sheet.wrap("Le maire et sa ville …”", sheet.width("Le maire et sa ville"), 2)[1] == "ville …”"
    assert not sheet.shortened


def test_a_line_of_joining_words_alone_does_not_end_a_label_and_what_is_cut_is_said_below() -> None:
    sheet = Sheet(WIDE)
    assert sheet.wrap("Le maire avec le conseil", sheet.width("Le maire…"), 2) == ["Le maire…"]
    assert "…: cut to fit" in [words for words, _ in texts(sheet.close(""))]
