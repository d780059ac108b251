"""A typed frame as people read it: fewer columns, in words, with links, badges and values to sort by.

What a frame holds is known by the name of its index. Columns that a reader has added follow those of the
house; of a frame of another kind every column is shown.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import pandas as pd

from dossier.disagreements.wording import in_full, subject_of
from dossier.edtf import in_words
from dossier.frames import BETWEEN, COLUMNS, rows_of
from dossier.i18n import N_, _, capital, listed, number
from dossier.view import Links, quotes_whole
from dossier.words import HEADINGS, RESPONSES, SAID, told_by


@dataclass(frozen=True, slots=True)
class Cell:
    """A column for people: heading with mark, the columns that it *needs*, and how it is made of a row."""

    heading: str
    needs: str
    make: Callable[[Any], Any]
    sort: Callable[[Any], Any] | None = None


def dress(table: pd.DataFrame | pd.Series[Any]) -> pd.DataFrame:
    """Return *table* as a page shows it; one that is made for people stays as it is."""
    if isinstance(table, pd.DataFrame) and "links" in table.attrs:
        return table
    typed = table.to_frame() if isinstance(table, pd.Series) else table
    kind = str(typed.index.name or "").removesuffix("_id")
    looks = LOOKS.get(kind)
    return _of_the_house(typed, kind, looks) if looks else _of_a_reader(typed)


def _of_the_house(typed: pd.DataFrame, kind: str, looks: tuple[Cell, ...]) -> pd.DataFrame:
    cells = [cell for cell in looks if set(cell.needs.split()) <= set(typed.columns)]
    if "topic_label" in typed and typed["topic_label"].nunique() == 1:
        cells = [cell for cell in cells if cell.heading != "Topic"]
    rows = rows_of(typed)
    told = () if typed.attrs.get("unasked") else rows  # there records are joined by their words alone
    cells = [c for c in cells if c not in (ORIGINS, OF_DAY) or any(c.make(r) not in ("", 1) for r in told)]
    own = [name for name in typed.columns if name not in COLUMNS[_PLURALS[kind]]]
    columns: Columns = {cell.heading: cell.make for cell in cells}
    sort: Columns = {cell.heading.rstrip("*!"): cell.sort for cell in cells if cell.sort}
    table = frame(rows, typed.index, columns, sort=sort)
    for name in own:
        table[_heading(name)] = [_written(value) for value in typed[name]]
    return table


def _of_a_reader(typed: pd.DataFrame) -> pd.DataFrame:
    """Return a frame that is none of the house's: what it is grouped by, then every column."""
    unnamed = typed.index.nlevels == 1 and typed.index.name is None
    flat = typed if unnamed and isinstance(typed.index, pd.RangeIndex) else typed.reset_index()
    flat = flat.rename(columns=_heading)
    table = pd.DataFrame({name: [_written(value) for value in flat[name]] for name in flat.columns})
    numeric = [name for name in flat.columns if pd.api.types.is_numeric_dtype(flat[name])]
    table.attrs = {
        "french": [],
        "badges": [],
        "links": {},
        "numbers": numeric,
        "sort": {name: list(flat[name]) for name in numeric},
    }
    return table


def _heading(name: object) -> str:
    known = HEADINGS.get(str(name))
    return _(known) if known else capital(str(name).replace("_", " "))


def _written(value: Any) -> str:
    """Return one value of a reader's own column in words."""
    if isinstance(value, (list, tuple, set)):
        return listed(map(_written, value))
    if pd.isna(value):
        return ""
    if isinstance(value, (bool, np.bool_)):
        return _("yes") if value else _("no")
    if isinstance(value, pd.Timestamp):
        return in_words(value.date().isoformat())
    return number(float(value)) if isinstance(value, (int, float, np.number)) else str(value)


def _places(row: Any) -> Links:
    links = tuple(zip(row.source.split(BETWEEN), row.evidence.split(BETWEEN), strict=False))
    return few(links, str(row.Index))


def _place(row: Any) -> Links:
    """Return the source of a passage, and what part of the article it stands in, if not in the text."""
    part = _(SAID["sections"].get(row.section, ""))
    return tuple((", ".join(filter(None, (name, part))), anchor) for name, anchor in _places(row))


def _dating(row: Any) -> Links:
    """Return the sources that give the date of an event, and behind a mark those that only tell of it."""
    own = row.dated_by.split(BETWEEN)
    links = dict(zip(row.source.split(BETWEEN), row.evidence.split(BETWEEN), strict=False))
    dating = tuple((name, links.pop(name)) for name in own if name in links)
    apart = ((_("also told in:"), ""),) if dating and links else ()
    return few((*dating, *apart, *links.items()), str(row.Index))


def _marks(row: Any) -> str:
    """Return whether the sources disagree on an event, and how it is told if not as done."""
    told = _(SAID["statuses"].get(row.status, ""))
    return listed(filter(None, (_("sources disagree") if row.disputed else "", told)))


def _of_day(row: Any) -> Any:
    """Return how many origins the day of an event has, and the longer time of others beside a single one."""
    if row.other_dates or pd.isna(row.day):
        return _("different days") if row.other_dates else ""
    beside = row.less_exactly if row.origins < 2 else ""
    return _("{n}; others say {time}", n=row.origins, time=beside) if beside else row.origins


def _first_words(row: Any) -> str:
    """Return the clause by which an event is told, if it is not its name; of several sources, whose it is."""
    words, named = re.findall(r"\w+", row.clause), re.findall(r"\w+", row.label)
    told = "" if sum(word in named for word in words) > _SAME * len(words) else row.clause
    several = told and BETWEEN in row.source
    return _("{figure} ({beside})", figure=told, beside=row.text_source) if several else told


def _read(row: Any) -> str:
    if row.review:
        return _(SAID["reviews"][row.review])
    return _("unsure") if row.reading == "unsure" else ""


_CONTESTED = {
    "sources": N_("by sources"),
    "parties": N_("by parties"),
    "both": N_("by sources and parties"),
}


def _names(text: str, nobody: str) -> str:
    return capital(listed(text.split(BETWEEN)) if text else nobody)


def _claimant(row: Any) -> str:
    """Return who answers for a figure; of a plan or fear, that the newspaper tells it."""
    who = _names(row.claimant, told := told_by(row.section) if getattr(row, "own", True) else "")
    return _("{who}, according to {speaker}", who=who, speaker=told) if getattr(row, "held", False) else who


def _day(row: Any) -> str:
    return "9999" if pd.isna(row.day) else str(row.day.date())


DATING = Cell("Sources", "source evidence dated_by", _dating)
SOURCE = Cell("Source", "source evidence section", _place)
ORIGINS = Cell("Origins", "origins", lambda row: row.origins)
OF_DAY = Cell("Origins of its day", "origins other_dates less_exactly day", _of_day, lambda row: row.origins)
READ = Cell("Read!", "reading review", _read)
CONTESTED = Cell("Contested!", "contested", lambda row: _(_CONTESTED.get(row.contested, "")))
SAID_ON = Cell("Said on", "when day", lambda row: row.when, _day)
WORDS = Cell("Words*", "text", lambda row: row.text)
DATE = Cell("Date", "when day", lambda row: row.when, _day)
PRECISION = Cell("Precision", "precision", lambda row: "" if row.precision == "unknown" else _(row.precision))
MARK = Cell("Mark!", "disputed status day", _marks)
_SAME = 0.8  # of the words of a clause, that its event is called by
_GRAVITY = ("conflict", "tension", "revision")
LOOKS: dict[str, tuple[Cell, ...]] = {
    "event": (
        DATE,
        PRECISION,
        Cell("Event", "label", lambda row: ((row.label, row.Index),)),
        Cell("Words*", "clause text_source source label", _first_words),
        DATING,
        OF_DAY,
        MARK,
    ),
    "passage": (
        DATE,
        PRECISION,
        Cell("Words*", "label", lambda row: ((row.label, row.Index),)),
        DATING,
        OF_DAY,
        MARK,
    ),
    "claim": (
        Cell(
            "Figure",
            "counted place low high",
            lambda row: (
                (", ".join((row.counted, *([row.place] * (row.place not in row.counted)))), row.Index),
            ),
            lambda row: row.high if pd.isna(row.low) else row.low,
        ),
        Cell("Topic", "topic_label", lambda row: row.topic_label),
        Cell("Words*", "clause sentence", lambda row: row.sentence if quotes_whole() else row.clause),
        Cell("Claimant", "claimant", _claimant),
        SAID_ON,
        Cell("How firmly", "marks", lambda row: ", ".join(row.marks.split(BETWEEN))),
        SOURCE,
        ORIGINS,
        READ,
        CONTESTED,
    ),
    "response": (
        Cell("Who", "claimant", lambda row: ((_names(row.claimant, _("not named")), row.Index),)),
        Cell("Answer!", "response", lambda row: _(RESPONSES[row.response][BETWEEN in row.claimant])),
        Cell("Topic", "topic_label", lambda row: row.topic_label),
        Cell(
            "Words*", "text sentence", lambda r: r.sentence if quotes_whole() else in_full(r.text, r.sentence)
        ),
        SAID_ON,
        SOURCE,
        READ,
        CONTESTED,
    ),
    "quotation": (
        Cell("Speaker", "speaker", lambda row: ((_names(row.speaker, _("not named")), row.Index),)),
        Cell("Role*", "role", lambda row: row.role),
        WORDS,
        Cell("Themes", "themes", lambda row: _names(row.themes, "")),
        SAID_ON,
        SOURCE,
    ),
    "discrepancy": (
        Cell("What differs", "statement", lambda row: ((subject_of(row.statement), row.Index),)),
        Cell("Kind", "kind_label", lambda row: capital(row.kind_label)),
        Cell("Gravity!", "severity", lambda row: _(row.severity), lambda row: _GRAVITY.index(row.severity)),
    ),
    "statement": (
        Cell("Who", "who", lambda row: _names(row.who, _("the newspaper itself"))),
        Cell("Kind", "kind", lambda row: _(row.kind)),
        Cell("Words*", "text", lambda row: ((row.text, row.Index),)),
        Cell("Sentence*", "sentence", lambda row: row.sentence),
        Cell("Source", "source evidence", _places),
    ),
    "article": (
        Cell("Label", "label anchor", lambda row: ((row.label, row.anchor),)),
        Cell("Title*", "title outlet", lambda row: " · ".join(filter(None, (row.title, row.outlet)))),
        Cell("Published", "when day", lambda row: row.when or _("unknown"), _day),
        Cell("How we know", "known", lambda row: row.known),
        Cell("Number of words", "words", lambda row: row.words),
        Cell("Records", "records", lambda row: row.records),
    ),
}
_PLURALS = {kind: "discrepancies" if kind == "discrepancy" else f"{kind}s" for kind in LOOKS}


Columns = dict[str, Callable[[Any], Any]]
_LINKED = 8  # links in one cell


def few(links: Links, anchor: str) -> Links:
    """Return *links*; of many the first, and how many more *anchor* leads to."""
    more = len(links) - _LINKED
    return (*links[:_LINKED], (f"+{more}", anchor)) if more > 0 else links


def frame(
    records: Sequence[Any],
    ids: Iterable[str],
    columns: Columns,
    *,
    sort: Columns | None = None,
) -> pd.DataFrame:
    """Return a table of *records*; a column name may end in a mark: ``*`` French, ``!`` badge.

    The names are messages: the table has them in the language of the report.

    Where a column makes `Links`, the table holds their words and ``attrs`` the links.
    """
    columns = {_said(name): make for name, make in columns.items()}
    sort = {_said(name): make for name, make in (sort or {}).items()}
    cells = {name.rstrip("*!"): [make(record) for record in records] for name, make in columns.items()}
    links = {name: rows for name, rows in cells.items() if rows and isinstance(rows[0], tuple)}
    words = {name: [" ".join(text for text, _ in row) for row in rows] for name, rows in links.items()}
    table = pd.DataFrame({**cells, **words}, index=pd.Index(list(ids), name="id"))
    table.attrs["french"] = [name[:-1] for name in columns if name.endswith("*")]
    table.attrs["badges"] = [name[:-1] for name in columns if name.endswith("!")]
    table.attrs["links"] = links
    table.attrs["sort"] = {name: [make(record) for record in records] for name, make in sort.items()}
    return table


def _said(name: str) -> str:
    bare = name.rstrip("*!")
    return _(bare) + name[len(bare) :]
