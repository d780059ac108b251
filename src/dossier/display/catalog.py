"""What stands on which page under which number: the chapters, figures and tables of the book."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import pandas as pd
from matplotlib.figure import Figure

from dossier import charts, tables
from dossier.display import method
from dossier.narrative import build_findings
from dossier.view import View

PAGES = {
    "summary": "index",
    "timeline": "notebooks/01_timeline",
    "troops": "notebooks/02_troops",
    "experts": "notebooks/03_experts",
    "disagreements": "notebooks/04_disagreements",
    "sources": "notebooks/05_sources",
    "method": "notebooks/06_method",
    "data": "notebooks/07_data",
}


@dataclass(frozen=True, slots=True)
class ShownFigure:
    """A figure: its page, number, caption, how it is drawn and what it shows."""

    page: str
    number: str
    caption: Callable[[View], str]
    plot: Callable[[View], Figure]
    describe: Callable[[View], str]
    table: str


@dataclass(frozen=True, slots=True)
class ShownTable:
    """A table: its page, number, caption and the records it is made from."""

    page: str
    number: str
    caption: Callable[[View], str]
    make: Callable[[View], pd.DataFrame]


def _central(view: View) -> str:
    return view.topic_label(view.central_topic)


_TIMELINE = (
    "Events by date. A point is a day, a bar a longer time, an arrow at the edge lies beyond the axis. "
    "Hollow: one independent source. ≠: the sources disagree. Shaded: the path of the central matter."
)
_CLAIMS = (
    "by the day they were claimed. An arrow points to where the figure is open: right for at least, left for "
    "up to. Hollow with a soft edge: about. Colour and mark tell the claimant's side."
)
FIGURES = {
    "summary": ShownFigure(
        "summary", "0.1", lambda view: _TIMELINE, charts.plot_timeline, charts.describe_timeline, "events"
    ),
    "timeline": ShownFigure(
        "timeline", "1.1", lambda view: _TIMELINE, charts.plot_timeline, charts.describe_timeline, "events"
    ),
    "claims": ShownFigure(
        "troops",
        "2.1",
        lambda view: f"{_central(view)}: figures {_CLAIMS}",
        lambda view: charts.plot_claims(view, view.central_topic),
        lambda view: charts.describe_claims(view, view.central_topic),
        "claims",
    ),
    "views": ShownFigure(
        "experts",
        "3.1",
        lambda view: (
            "Whose words fill the coverage: words quoted by speaker and theme. Words on two themes count "
            "for both; the bar counts them once."
        ),
        charts.plot_views,
        charts.describe_views,
        "themes",
    ),
    "pipeline": ShownFigure(
        "method",
        "6.1",
        lambda view: "The way from article to page, with what came out of each step.",
        charts.plot_pipeline,
        charts.describe_pipeline,
        "",
    ),
}
TABLES = {
    "events": ShownTable("timeline", "1.1", lambda view: "All events", tables.events_table),
    "claims": ShownTable(
        "troops",
        "2.1",
        lambda view: f"{_central(view)}: every figure and who claims it",
        lambda view: tables.claims_table(view, view.central_topic),
    ),
    "responses": ShownTable(
        "troops",
        "2.2",
        lambda view: "Who denies, does not answer or does not confirm",
        tables.responses_table,
    ),
    "other-claims": ShownTable(
        "troops",
        "2.3",
        lambda view: "The other figures",
        lambda view: tables.claims_table(view, others_than=view.central_topic),
    ),
    "speakers": ShownTable("experts", "3.1", lambda view: "Who speaks", tables.speakers_table),
    "themes": ShownTable(
        "experts", "3.2", lambda view: "Words quoted, by speaker and theme", tables.themes_table
    ),
    "discrepancies": ShownTable(
        "disagreements", "4.1", lambda view: "Where the sources disagree", tables.discrepancies_table
    ),
    "reuse": ShownTable(
        "disagreements", "4.2", lambda view: "Passages that two articles share", tables.reuse_table
    ),
    "origins": ShownTable(
        "disagreements",
        "4.3",
        lambda view: "Independent origins of each finding",
        lambda view: tables.origins_table(build_findings(view)),
    ),
    "articles": ShownTable("sources", "5.1", lambda view: "The articles", tables.articles_table),
    "accuracy": ShownTable(
        "method", "6.1", lambda view: "Accuracy on the hand-checked records", method.accuracy_table
    ),
    "faults": ShownTable("method", "6.2", lambda view: "Every known miss and error", method.faults_table),
    "rulings": ShownTable("method", "6.3", lambda view: "Rulings of the analyst", method.rulings_table),
    "inferred": ShownTable(
        "method", "6.4", lambda view: "Publication dates that no file states in full", method.inferred_table
    ),
    "schema": ShownTable("data", "7.1", lambda view: "Columns of the package", method.schema_table),
    "corrections": ShownTable("data", "7.2", lambda view: "Corrections", method.corrections_table),
}
