"""What stands on which page under which number: the chapters, figures and tables of the book."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import pandas as pd

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
class Shown:
    """A figure or table: its page, number, caption, in which {topic} is the central topic, and its makers.

    A figure also has words that say the same, and mostly a table.
    """

    page: str
    number: str
    caption: str
    make: Callable[[View], Any]
    describe: Callable[[View], str] = str
    table: str = ""


_EVENTS = (
    "Events by date. A point is a day, a bar a longer time, an arrow at the edge lies beyond the axis. "
    "Hollow: one independent source. ≠: the sources disagree. Shaded: the path of the central matter."
)
_CLAIMS = (
    "{topic}: figures by the day they were claimed. An arrow points to where the figure is open: right for "
    "at least, left for up to. Hollow with a soft edge: about. Colour and mark tell the claimant's side."
)
_VIEWS = (
    "Whose words fill the coverage: words quoted by speaker and theme. Words on two themes count for both; "
    "the bar counts them once."
)
_WAY = "The way from article to page, with what came out of each step."
_TIMELINE = (_EVENTS, charts.plot_timeline, charts.describe_timeline, "events")
FIGURES = {
    "summary": Shown("summary", "0.1", *_TIMELINE),
    "timeline": Shown("timeline", "1.1", *_TIMELINE),
    "claims": Shown("troops", "2.1", _CLAIMS, charts.plot_claims, charts.describe_claims, "claims"),
    "views": Shown("experts", "3.1", _VIEWS, charts.plot_views, charts.describe_views, "themes"),
    "pipeline": Shown("method", "6.1", _WAY, charts.plot_pipeline, charts.describe_pipeline),
}


def _central_claims(view: View) -> pd.DataFrame:
    return tables.claims_table(view, view.central_topic)


def _other_claims(view: View) -> pd.DataFrame:
    return tables.claims_table(view, others_than=view.central_topic)


def _origins(view: View) -> pd.DataFrame:
    return tables.origins_table(build_findings(view))


_DENIALS = "Who denies, does not answer or does not confirm"
_PASSAGES = "Other dated passages: what the sources date and no kind of event fits"
_INFERRED = "Publication dates that no file states in full"
TABLES = {
    "events": Shown("timeline", "1.1", "All events", tables.events_table),
    "passages": Shown("timeline", "1.2", _PASSAGES, tables.passages_table),
    "claims": Shown("troops", "2.1", "{topic}: every figure and who claims it", _central_claims),
    "responses": Shown("troops", "2.2", _DENIALS, tables.responses_table),
    "other-claims": Shown("troops", "2.3", "The other figures", _other_claims),
    "speakers": Shown("experts", "3.1", "Who speaks", tables.speakers_table),
    "themes": Shown("experts", "3.2", "Words quoted, by speaker and theme", tables.themes_table),
    "discrepancies": Shown("disagreements", "4.1", "Where the sources disagree", tables.discrepancies_table),
    "reuse": Shown("disagreements", "4.2", "Passages that two articles share", tables.reuse_table),
    "origins": Shown("disagreements", "4.3", "Independent origins of each finding", _origins),
    "articles": Shown("sources", "5.1", "The articles", tables.articles_table),
    "accuracy": Shown("method", "6.1", "Accuracy on the hand-checked records", method.accuracy_table),
    "faults": Shown("method", "6.2", "Every known miss and error", method.faults_table),
    "rulings": Shown("method", "6.3", "Rulings of the analyst", method.rulings_table),
    "inferred": Shown("method", "6.4", _INFERRED, method.inferred_table),
    "schema": Shown("data", "7.1", "Columns of the package", method.schema_table),
    "corrections": Shown("data", "7.2", "Corrections", method.corrections_table),
}
