"""Columns that say what they mean, and the typed DataFrame that they make of rows."""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

import pandas as pd

from dossier.edtf import bounds
from dossier.i18n import N_
from dossier.view import Homes, Record, View, places

BETWEEN = " | "  # between several names, labels or anchors in one cell


@dataclass(frozen=True)
class Desk:
    """What a row is made with: the analysis looked up, and where its records stand in the book."""

    view: View

    @cached_property
    def homes(self) -> Homes:
        """Where the records stand in the book."""
        return Homes(self.view)

    @cached_property
    def carried(self) -> Counter[str]:
        """How many records rest on each article."""
        return Counter(record.article_id for key, record in self.view.records.items() if key[:1] != "e")


@dataclass(frozen=True, slots=True)
class Column:
    """A column: what it means, its type (text, number, count, day, yes or side), and how a cell is made."""

    about: str
    type: str
    make: Callable[[Desk, Any], Any]


Columns = Mapping[str, Column]


def build_frame(
    desk: Desk, rows: Sequence[Any], columns: Columns, index: str, ids: Iterable[str]
) -> pd.DataFrame:
    """Return the DataFrame of *rows*, the index called *index* and holding *ids*."""
    made = {name: _typed(desk, [c.make(desk, row) for row in rows], c.type) for name, c in columns.items()}
    return pd.DataFrame(made, index=pd.Index(list(ids), name=index, dtype="str"))


_NAMES = (N_("text"), N_("number"), N_("count"), N_("yes"), N_("day"), N_("side"))
_TYPES = {"text": "str", "number": "float64", "count": "int64", "yes": "bool", "day": "datetime64[s]"}


def _typed(desk: Desk, values: list[Any], kind: str) -> Any:
    if kind == "side":
        return pd.Categorical([value or None for value in values], categories=list(desk.view.sides))
    return pd.Series(values, dtype=_TYPES[kind]).array


def rows_of(frame: pd.DataFrame) -> list[Any]:
    """Return the rows of *frame*, each with its columns as attributes and its id as ``Index``."""
    return list(frame.itertuples())


def unrepeated(claims: pd.DataFrame) -> pd.DataFrame:
    """Return *claims* without the headings, captions and links that repeat a figure of their article."""
    ends = [{value for value in (row.low, row.high) if not pd.isna(value)} for row in rows_of(claims)]
    body = list(claims["section"] == "body")
    rows = list(zip(claims["article_id"], ends, body, strict=True))
    told = {(article, end) for article, own, in_body in rows if in_body for end in own}
    return claims[[in_body or not own or not {(a, end) for end in own} <= told for a, own, in_body in rows]]


def text(about: str, make: Callable[[Desk, Any], Any]) -> Column:
    """Return a column of words."""
    return Column(about, "text", make)


def days(edtf: Callable[[Desk, Any], str]) -> dict[str, Column]:
    """Return the columns of a day, given how a row's *edtf* is found."""
    return {
        "day": Column(N_("first possible day"), "day", lambda d, r: bounds(edtf(d, r))[0]),
        "day_end": Column(N_("last possible day"), "day", lambda d, r: bounds(edtf(d, r))[1]),
        "edtf": text(N_("the date as the sources give it (EDTF)"), edtf),
    }


def joined(names: Iterable[str]) -> str:
    """Return several *names* as one cell."""
    return BETWEEN.join(names)


def carriers(mentions: Callable[[Any], Sequence[Record]]) -> dict[str, Column]:
    """Return the columns that say which articles carry a row, and where."""
    return {
        "source": text(
            N_("short names of the articles"), lambda d, r: joined(dict(places(d.view, mentions(r))))
        ),
        "evidence": text(
            N_("anchors of the sentences that carry it"),
            lambda d, r: joined(dict(places(d.view, mentions(r))).values()),
        ),
    }


def assessed(identity: Callable[[Any], str]) -> dict[str, Column]:
    """Return the columns that say how sure the record is, and where it stands."""

    def grade(desk: Desk, row: Any) -> str:
        found = desk.view.assessments.get(identity(row))
        return found.grade if found else ""

    def review(desk: Desk, row: Any) -> str:
        found = desk.view.assessments.get(identity(row))
        return found.review if found else ""

    def answer(name: str) -> Callable[[Desk, Any], str]:
        return lambda desk, row: getattr(desk.view.assessments.get(identity(row)), name, "")

    return {
        "reading": text(N_("how surely it was read: sure or unsure"), answer("reading")),
        "contested": text(N_("who contests it: sources, parties or both"), answer("contested")),
        "grade": text(N_("all that speaks for and against it in one word: high, medium or low"), grade),
        "review": text(N_("the analyst's ruling: accepted or corrected"), review),
        "disputed": Column(
            N_("whether the sources disagree about it"), "yes", lambda d, r: identity(r) in d.view.disputes
        ),
        "permalink": text(
            N_("its address below that of the book"), lambda d, r: d.homes.permalink(identity(r))
        ),
    }


def sentence(desk: Desk, record: Record) -> str:
    """Return the sentence, or sentences, that hold *record*."""
    spans = desk.view.sentences(record.article_id, record.start, record.end)
    return desk.view.articles[record.article_id].text[spans[0][0] : spans[-1][1]]


def one_side(names: Callable[[Any], tuple[str, ...]]) -> Column:
    """Return the column of the side that *names* are on."""

    def side(desk: Desk, row: Any) -> str:
        number = desk.view.side(names(row))
        return desk.view.sides[number - 1] if number else ""

    return Column(N_("the side, where there is one"), "side", side)
