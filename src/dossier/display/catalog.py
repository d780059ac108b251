"""What stands on which page in which order: the figures and tables of the book, and their captions."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Protocol

import pandas as pd

from dossier import charts, frames, tables
from dossier.display import method
from dossier.i18n import N_
from dossier.view import View

NONE = N_("none")


class Matter(Protocol):
    """What a figure or table is made of."""

    @property
    def view(self) -> View:
        """The analysis."""

    @property
    def topics(self) -> tuple[str, tuple[str, ...]]:
        """The topic that its page is about, and the other ones whose figures stand there."""


@dataclass(frozen=True, slots=True)
class Shown:
    """A figure or table: its page, its caption, in which {topic} is the page's topic, and its maker.

    ``table`` names the table that says the same as a figure; ``nothing`` is said where it is empty. ``rest``
    is the file of the data that holds every row of a table which a large book cuts, ``by`` what it
    does so by, a key of `cut.BY`; without one it shows what its chapters tell.
    """

    page: str
    caption: str
    make: Callable[[Matter], Any]
    table: str = ""
    nothing: str = NONE
    rest: str = ""
    by: str = ""


def number_of(name: str, catalog: dict[str, Shown], chapter: int) -> str:
    """Return the number of *name*: that of its chapter, and its place among those of the page."""
    same = [other for other, shown in catalog.items() if shown.page == catalog[name].page]
    return f"{chapter}.{same.index(name) + 1}"


_PATH = N_("The course of events. Hollow: one independent source. ≠: the sources give different days.")
_EVENTS = N_(
    "Events by date. Crowded days are drawn wide; where two stripes stand apart, time is left out. A circle "
    "is a day, a bar a longer time, a diamond what is planned or supposed, a cross what is denied. Hollow: "
    "one independent source. ≠: the sources disagree."
)
_CLAIMS = N_(
    "{topic}: who claims which number, by place and by the day of the claim, else by that of the article "
    "(undated); forecasts, rumours and denials stand apart. Bars grow with the number. Where two stripes "
    "stand apart, time is left out; a line under a bar is a day not known more exactly. A heading that "
    "repeats a figure of its article is left out."
)
_VOICES = N_("Whose words fill the coverage: words by side and speaker, verbatim and in paraphrase.")
_WAY = N_("The way from article to page, with what came out of each step.")


def _claims(page: Matter, *, others: bool = False) -> pd.DataFrame:
    main, rest = page.topics
    claims = frames.claims_frame(page.view)
    return claims[claims["topic"].isin(rest if others else [main])]


def _responses(page: Matter) -> pd.DataFrame:
    found = frames.responses_frame(page.view)
    main, rest = page.topics
    return found[found["topic"].isin([main, *rest])]


def _plotted_claims(page: Matter) -> charts.Drawing:
    answers = frames.responses_frame(page.view)
    return charts.plot_claims(_claims(page), answers[answers["topic"] == page.topics[0]])


FIGURES = {
    "summary": Shown(
        "summary", _PATH, lambda page: charts.plot_path(frames.events_frame(page.view)), "events"
    ),
    "timeline": Shown(
        "timeline", _EVENTS, lambda page: charts.plot_timeline(frames.events_frame(page.view)), "events"
    ),
    "claims": Shown("figures", _CLAIMS, _plotted_claims, "claims"),
    "voices": Shown(
        "voices", _VOICES, lambda page: charts.plot_voices(frames.quotations_frame(page.view)), "speakers"
    ),
    "pipeline": Shown("method", _WAY, lambda page: charts.plot_pipeline(page.view)),
}
_FIGURES = N_(
    "{topic}: every figure and who claims it. A heading that repeats a figure of its article is left out."
)
_DENIALS = N_("Who denies, does not answer or does not confirm")
_KEY = N_("The sources and what this book calls them")
_PASSAGES = N_("Other dated passages: what the sources date and no kind of event fits")
_INFERRED = N_("Publication dates that no file states in full")
_UNMEASURED = N_("nobody has checked these articles by hand, so how right their reading is, is not measured")
TABLES = {
    "events": Shown(
        "timeline", N_("All events"), lambda page: frames.events_frame(page.view), rest="events.csv"
    ),
    "passages": Shown(
        "timeline", _PASSAGES, lambda page: frames.passages_frame(page.view), rest="events.csv"
    ),
    "claims": Shown("figures", _FIGURES, _claims, rest="claims.csv"),
    "responses": Shown("figures", _DENIALS, _responses, rest="claims.csv"),
    "other-claims": Shown(
        "figures", N_("The other figures"), lambda page: _claims(page, others=True), rest="claims.csv"
    ),
    "speakers": Shown(
        "voices",
        N_("Who speaks"),
        lambda page: tables.speakers_table(page.view),
        rest="quotations.csv",
        by="voice",
    ),
    "documents": Shown(
        "voices",
        N_("Documents that are quoted"),
        lambda page: tables.speakers_table(page.view, documents=True),
        rest="quotations.csv",
        by="order",
    ),
    "matrix": Shown(
        "voices",
        N_("Who says what on which matter, by article"),
        lambda page: tables.matrix_table(page.view),
        rest="quotations.csv",
        by="order",
    ),
    "themes": Shown(
        "voices",
        N_("Words verbatim and reported, by speaker and theme"),
        lambda page: tables.themes_table(page.view),
        rest="quotations.csv",
        by="voice",
    ),
    "discrepancies": Shown(
        "disagreements",
        N_("Where the sources disagree"),
        lambda page: frames.discrepancies_frame(page.view),
        rest="discrepancies.csv",
    ),
    "reuse": Shown(
        "disagreements",
        N_("Passages that two articles share"),
        lambda page: tables.reuse_table(page.view),
        rest="reuse.csv",
    ),
    "origins": Shown(
        "disagreements",
        N_("Independent origins of what several articles tell"),
        lambda page: tables.origins_table(page.view),
        rest="assessments.csv",
        by="order",
    ),
    "key": Shown(
        "summary", _KEY, lambda page: tables.key_table(page.view), rest="articles.csv", by="records"
    ),
    "articles": Shown(
        "sources",
        N_("The articles"),
        lambda page: frames.articles_frame(page.view),
        rest="articles.csv",
        by="records",
    ),
    "profiles": Shown(
        "sources",
        N_("What each source brings"),
        lambda p: tables.profiles_table(p.view),
        rest="articles.csv",
        by="records",
    ),
    "actors": Shown(
        "sources",
        N_("Who is who"),
        lambda page: tables.actors_table(page.view),
        rest="statements.csv",
        by="order",
    ),
    "unseen": Shown(
        "method",
        N_("Accuracy on texts that were not used for building"),
        lambda page: method.unseen_table(page.view),
        nothing=_UNMEASURED,
    ),
    "accuracy": Shown(
        "method",
        N_("Accuracy on the articles of this book, which were at hand while the program was built"),
        lambda page: method.accuracy_table(page.view),
        nothing=_UNMEASURED,
    ),
    "faults": Shown(
        "method",
        N_("Known misses and errors"),
        lambda page: method.faults_table(page.view),
        nothing=N_("no article was checked by hand, or nothing in those that were is known to be wrong"),
    ),
    "rulings": Shown("method", N_("Rulings of the analyst"), lambda page: method.rulings_table(page.view)),
    "inferred": Shown(
        "method", _INFERRED, lambda page: method.inferred_table(page.view), rest="articles.csv", by="order"
    ),
    "schema": Shown("data", N_("Columns of the package"), lambda page: method.schema_table(page.view)),
    "corrections": Shown("data", N_("Corrections"), lambda page: method.corrections_table(page.view)),
}
# Tables that another part of the book prints on paper.
ON_SCREEN = {"events", "passages", "themes", "discrepancies", "origins", "articles", "inferred", "schema"}
