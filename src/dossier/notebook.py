"""What a notebook calls: the report as DataFrames, and what shows, draws, finds and saves them.

import dossier

report = dossier.load()
large = report.claims.query("low >= 1000")
dossier.show(dossier.plot_claims(large), caption="The large ones")
"""

from __future__ import annotations

import sys
from contextlib import suppress
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

import pandas as pd
from matplotlib.figure import Figure

from dossier import frames, i18n, report
from dossier.advice import Telling, UnknownNameError, called, shown
from dossier.analysis import Analysis
from dossier.charts import plot_claims, plot_timeline, plot_voices  # noqa: F401 (a notebook calls them)
from dossier.corpus.kinds import plain
from dossier.display import Page, open_page
from dossier.display.elements import Block
from dossier.i18n import N_, _, ngettext
from dossier.investigation import PAGES, load_investigation, read_investigation
from dossier.storage import write_whole
from dossier.view import View


def _frame(name: str, about: str) -> cached_property[pd.DataFrame]:
    def build(report: Report) -> pd.DataFrame:
        return frames.build(name, report.view)

    build.__doc__ = about
    return cached_property(build)


@dataclass(frozen=True)
class Report(Telling):
    """An analysis as tidy, typed DataFrames: one row a record, its id in the index.

    ``columns("claims")`` says what each column means.
    """

    analysis: Analysis
    root: Path | None = None

    @cached_property
    def view(self) -> View:
        """The analysis with everything that pages look up in it."""
        return View(self.analysis)

    articles = _frame("articles", "The articles, refused ones too.")
    statements = _frame(
        "statements", "All that the sources state: one row for each passage that carries a record."
    )
    events = _frame("events", "Every event once, with all dates that the sources give.")
    passages = _frame("passages", "Dated passages that no kind of event fits.")
    claims = _frame(
        "claims",
        "Every figure that somebody claims: ``low`` and ``high`` are numbers, NaN where an end is open.",
    )
    responses = _frame("responses", "Who denies, rejects, does not answer or does not confirm.")
    quotations = _frame("quotations", "Words laid to a speaker.")
    discrepancies = _frame(
        "discrepancies", "Where the sources disagree on what is asked for or confirmed, gravest first."
    )

    @cached_property
    def sources(self) -> pd.DataFrame:
        """Who speaks, with how much is laid to each."""
        return frames.sources_frame(self.view)

    def page(self, name: str, topic: str = "") -> Page:
        """Open the page *name* of the book: what `show` shows from now on stands there, and is numbered.

        *name* is that of a page (``timeline``) or the path of a notebook of one's own among the chapters
        (``notebooks/mine``); of several pages of figures it is the one about *topic*.

        Raises:
            KeyError: the book has no page of that name.
        """
        if "/" not in name:
            called(name, dict.fromkeys(("summary", *PAGES)), N_("page"))
        page = open_page(self.analysis, name, topic)
        _OPEN[:] = [self, page]
        return page

    def columns(self, name: str) -> pd.DataFrame:
        """Return what the columns of the frame *name* mean.

        Raises:
            KeyError: no frame has that name.
        """
        columns = called(name, frames.COLUMNS, N_("table"))
        rows = {column: (_(made.type), _(made.about)) for column, made in columns.items()}
        heads = [_(head).lower() for head in ("Type", "Meaning", "Column")]
        return pd.DataFrame.from_dict(rows, orient="index", columns=heads[:2]).rename_axis(heads[2])

    def sentence(self, record_id: str) -> str:
        """Return the sentence of the article that carries the record *record_id*.

        Raises:
            KeyError: no record has that id.
        """
        if record_id not in self.view.records:
            advice = _(
                "no record has the id {record}: the index of each DataFrame holds them", record=record_id
            )
            raise UnknownNameError(advice)
        record = self.view.records[record_id]
        spans = self.view.sentences(record.article_id, record.start, record.end)
        return self.view.articles[record.article_id].text[spans[0][0] : spans[-1][1]]

    def find(self, text: str) -> pd.DataFrame:
        """Return the statements whose sentence holds *text*, whatever its capitals and accents."""
        wanted = plain(text)
        return self.statements[[wanted in plain(sentence) for sentence in self.statements["sentence"]]]


_OPEN: list[Any] = []  # the report that was opened last, and its page


def load(root: Path | str | None = None) -> Report:
    """Return the report of the project at *root*, by default that in which the notebook lies.

    Raises:
        FileNotFoundError: no investigation.yml there, or no articles.
    """
    folder = report.find_root(Path(root) if root else None)
    return _opened(Report(report.load(folder), folder))


def read(folder: Path | str) -> Report:
    """Return the report of a *folder* of articles without an investigation, in the language of the notebook.

    That is the language of the report that is open, else of the project in which the notebook lies.

    Raises:
        NotADirectoryError: *folder* is no folder.
    """
    from dossier.pipeline import analyse_folder  # noqa: PLC0415 (loads spaCy)

    analysis = analyse_folder(Path(folder), read_investigation({"language": _language()}))
    return _opened(Report(report.with_contrasts(analysis)))


def _language() -> str:
    if _OPEN:
        return str(_OPEN[0].analysis.investigation.language)
    with suppress(FileNotFoundError):
        return load_investigation(report.find_root() / "investigation.yml").language
    return i18n.SOURCE


def _opened(made: Report) -> Report:
    i18n.use(made.analysis.investigation.language)
    _OPEN[:] = [made, open_page(made.analysis)]
    return made


def _current() -> tuple[Report, Page]:
    if not _OPEN:
        load()
    return _OPEN[0], _OPEN[1]


def show(
    thing: pd.DataFrame | pd.Series[Any] | Figure,
    caption: str = "",
    *,
    name: str = "",
    alt: str = "",
    table: str = "",
) -> Block:
    """Return a DataFrame as a numbered table that sorts and cites, or a matplotlib figure with its number.

    *name* is the name of a table or figure of the book, which then gives caption and anchor. *alt* says what
    a figure shows to those who do not see it; those of ``plot_*`` know it. *table* names the table of the
    book that says the same as a figure.

    Raises:
        TypeError: *thing* is neither.
    """
    page = _current()[1]
    if isinstance(thing, Figure):
        _forget(thing)
        return page.show_figure(thing, name=name, caption=caption, alt=alt, table=table)
    if not isinstance(thing, pd.DataFrame | pd.Series):
        told = _("show takes a DataFrame or a figure, not {kind}", kind=type(thing).__name__)
        raise TypeError(told)
    return page.show_table(thing, name=name, caption=caption)


def _forget(figure: Figure) -> None:
    """Keep Jupyter from showing *figure* a second time, where pyplot made it."""
    if pyplot := sys.modules.get("matplotlib.pyplot"):
        pyplot.close(figure)


def find(text: str) -> pd.DataFrame:
    """Return the statements of the open report whose sentence holds *text*."""
    found: pd.DataFrame = _current()[0].find(text)
    return found


def save(frame: pd.DataFrame, name: str) -> str:
    """Write *frame* as CSV or JSON into _build/exports of the project, and say where.

    Raises:
        ValueError: *name* ends in neither .csv nor .json, or is more than a name.
    """
    root = _current()[0].root or Path()
    if Path(name).name != name or Path(name).suffix not in (".csv", ".json"):
        told = _("{name} cannot be saved: give a plain name that ends in .csv or .json", name=shown(name))
        raise ValueError(told)
    folder = root / "_build" / "exports"
    folder.mkdir(parents=True, exist_ok=True)
    if name.endswith(".csv"):
        text = frame.to_csv()
    else:
        text = frame.reset_index().to_json(orient="records", indent=1, date_format="iso")
    write_whole(folder / name, str(text).encode())
    return ngettext("{n:d} row in {file}", "{n:d} rows in {file}", len(frame), file=f"_build/exports/{name}")
