"""The columns of each frame: columns.yml says what they mean, and here stands how a cell is made of a row."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property, partial
from typing import Any

import pandas as pd

from dossier.edtf import bounds, in_words, precision
from dossier.i18n import N_
from dossier.lexicons import load_data
from dossier.records import Article, Claim, Mention, identity
from dossier.view import (
    Event,
    Homes,
    Record,
    View,
    article_anchor,
    basis_words,
    carrier,
    category_of,
    counted,
    difference_of,
    figure_of,
    is_held,
    is_own,
    places,
    published_words,
    qualifiers,
    telling,
    whereabouts,
    words_around,
    words_of,
)
from dossier.words import figure, response_of

BETWEEN = " | "  # between several names, labels or anchors in one cell
INEXACT = N_("not exact")  # of a date that only says between which days: "en début de semaine"
_TYPES = {"text": "str", "number": "float64", "count": "int64", "yes": "bool", "day": "datetime64[s]"}


@dataclass(frozen=True)
class Desk:
    """What a row is made with: the analysis looked up, and where its records stand in the book."""

    view: View

    @cached_property
    def homes(self) -> Homes:
        """Where the records stand in the book."""
        return Homes(self.view)

    @cached_property
    def steps(self) -> dict[str, int]:
        """The place of each event of the path, from 1."""
        return {event.event_id: place for place, event in enumerate(self.view.path, 1)}

    @cached_property
    def labels(self) -> dict[str, str]:
        """The label of each theme."""
        return {theme.key: theme.label for theme in self.view.analysis.investigation.themes}

    @cached_property
    def lanes(self) -> dict[str, str]:
        """The heading on the timeline of each kind of event."""
        return {kind.key: kind.lane for kind in self.view.analysis.investigation.event_types}

    def called(self, names: Iterable[str]) -> str:
        """Return *names* as the report has them, in one cell."""
        return BETWEEN.join(self.view.english(names))

    def edtf(self, row: Any) -> str:
        """Return the day of *row* as the sources give it: of an event, an article, or of what is said."""
        if isinstance(row, Article):
            return row.published.date
        return row.date if isinstance(row, Event | Mention) else self.view.day(row)

    def side(self, row: Any) -> str:
        """Return the side of those who answer for *row*."""
        number = self.view.side(_who(row))
        return self.view.sides[number - 1] if number else ""

    def places(self, row: Any) -> dict[str, str]:
        """Return the anchors of the sentences that carry *row*, by the short names of the articles."""
        return dict(places(self.view, _passages(row)))

    def sentence(self, row: Any, *, whole: bool = True) -> str:
        """Return the sentences that hold *row*, and before them those to which they point if *whole*."""
        record, read = _passages(row)[0], self.view.passage if whole else self.view.sentences
        spans = read(record.article_id, record.start, record.end)
        return self.view.articles[record.article_id].text[spans[0][0] : spans[-1][1]]

    def assessed(self, row: Any, name: str) -> str:
        """Return the answer *name* of the assessment of *row*; empty where it has none."""
        return getattr(self.view.assessments.get(identity(row)), name, "")


def _passages(row: Any) -> Sequence[Record]:
    return row.joined if isinstance(row, Event) else (row,)


def _who(record: Record) -> tuple[str, ...]:
    if isinstance(record, Mention):
        return tuple(filter(None, record.attributed_to.split("|")))
    return record.claimant if isinstance(record, Claim) else record.speaker


def _kind(record: Record) -> str:
    if isinstance(record, Claim):
        return "figure" if figure_of(record) else "response"
    return "event" if isinstance(record, Mention) else "quotation"


def _section(desk: Desk, record: Any) -> str:
    part = desk.view.part(record.article_id, record.start)
    return part if part == "line" else getattr(record, "section", "")


Make = Callable[[Desk, Any], Any]
# Columns that do not hold the field of their own name, whatever the frame; then those of one frame alone.
_MADE: dict[str, Make] = {
    "day": lambda d, r: bounds(d.edtf(r))[0],
    "day_end": lambda d, r: bounds(d.edtf(r))[1],
    "edtf": Desk.edtf,
    "when": lambda d, r: in_words(d.view.said_day(r)),
    "day_of": lambda d, r: "said" if d.view.said_day(r) else "published" if d.view.day(r) else "",
    "source": lambda d, r: BETWEEN.join(d.places(r)),
    "section": _section,
    "evidence": lambda d, r: BETWEEN.join(d.places(r).values()),
    "sentence": Desk.sentence,
    "side": Desk.side,
    "claimant": lambda d, r: d.called(r.claimant),
    "speaker": lambda d, r: d.called(r.speaker),
    "who": lambda d, r: d.called(_who(r)),
    "topic_label": lambda d, r: d.view.topic_label(r.topic),
    "disputed": lambda d, r: identity(r) in d.view.disputes,
    "permalink": lambda d, r: d.homes.permalink(identity(r)),
    **{name: partial(Desk.assessed, name=name) for name in ("reading", "contested", "grade", "review")},
}
_OF: dict[str, dict[str, Make]] = {
    "events": {
        "label": lambda d, e: e.told,
        "when": lambda d, e: e.in_words,
        "other_dates": lambda d, e: BETWEEN.join(e.other_dates),
        "dated_by": lambda d, e: BETWEEN.join(dict(places(d.view, e.giving))),
        "precision": lambda d, e: INEXACT if e.within and "/" in e.date else precision(e.date),
        "lane": lambda d, e: d.lanes.get(e.type, ""),
        "step": lambda d, e: d.steps.get(e.event_id, 0),
        "actors": lambda d, e: d.called(name for m in e.mentions for name in m.actors),
        "text": lambda d, e: carrier(d.view, e).text,
        "clause": lambda d, e: telling(d.view, carrier(d.view, e)),
        "text_source": lambda d, e: d.view.names[carrier(d.view, e).article_id].label,
        "disputed": lambda d, e: e.disputed,
    },
    "claims": {
        "figure": lambda d, c: figure(c),
        "counted": lambda d, c: counted(d.view, c),
        "marks": lambda d, c: BETWEEN.join(qualifiers(d.view, c)),
        "clause": lambda d, c: telling(d.view, c),
        "place": lambda d, c: whereabouts(d.view, c),
        "own": lambda d, c: is_own(d.view, c),
        "held": lambda d, c: is_held(d.view, c),
        "origins": lambda d, c: d.view.origins(c.claim_id),
    },
    "responses": {
        "response": lambda d, r: response_of(r.stance, r.response),
        "sentence": lambda d, r: d.sentence(r, whole=False),
    },
    "quotations": {
        "category": lambda d, q: category_of([q]),
        "themes": lambda d, q: BETWEEN.join(d.labels[key] for key in q.themes if key in d.labels),
        "words": lambda d, q: max(0, words_of(d.view, [q]) - words_around(d.view, q)),
        "given": lambda d, q: q.quotation_id not in d.view.by_context,
        "around": lambda d, q: words_around(d.view, q),
    },
    "discrepancies": {
        "statement": lambda d, x: d.view.readable(x.statement),
        "reason": lambda d, x: d.view.readable(x.reason),
        "kind_label": lambda d, x: difference_of(d.view, x),
        "records": lambda d, x: BETWEEN.join(x.records),
    },
    "articles": {
        "label": lambda d, a: d.view.labels[a.article_id],
        "title": lambda d, a: d.view.title(a.article_id),
        "when": lambda d, a: published_words(a),
        "basis": lambda d, a: a.published.basis,
        "known": lambda d, a: basis_words(d.view, a),
        "records": lambda d, a: d.view.carried[a.article_id],
        "anchor": lambda d, a: article_anchor(a.article_id),
    },
    "statements": {"kind": lambda d, r: _kind(r)},
}


@dataclass(frozen=True, slots=True)
class Column:
    """A column: what it means, its type (text, number, count, day, yes or side), and how a cell is made."""

    about: str
    type: str
    make: Make


Columns = Mapping[str, Column]


def columns_of(name: str) -> Columns:
    """Return the columns of the frame *name*, in their order."""
    known = load_data(__package__, "columns")
    said: dict[str, dict[str, str]] = {}
    for column, form in known[name].items():
        said |= {column: form} if form else known["groups"][column]
    made = _MADE | _OF[name]
    return {
        column: Column(form["description"], form.get("type", "text"), made.get(column, _field(column)))
        for column, form in said.items()
    }


def _field(name: str) -> Make:
    return lambda _, row: getattr(row, name, "")


def build_frame(view: View, rows: Sequence[Any], columns: Columns, index: str) -> pd.DataFrame:
    """Return the DataFrame of *rows*, the index called *index* and holding their ids."""
    desk = Desk(view)
    made = {name: _typed(desk, [c.make(desk, row) for row in rows], c.type) for name, c in columns.items()}
    return pd.DataFrame(made, index=pd.Index(list(map(identity, rows)), name=index, dtype="str"))


def _typed(desk: Desk, values: list[Any], kind: str) -> Any:
    if kind == "side":
        return pd.Categorical([value or None for value in values], categories=list(desk.view.sides))
    return pd.Series(values, dtype=_TYPES[kind]).array


def rows_of(frame: pd.DataFrame) -> list[Any]:
    """Return the rows of *frame*, each with its columns as attributes and its id as ``Index``."""
    return list(frame.itertuples())


def unrepeated(claims: pd.DataFrame) -> pd.DataFrame:
    """Return *claims* without the headings and captions that repeat a figure of their article.

    "Près de 3000" over "au moins 3000" does not; "entre 3000 et 9000" does over both ends of one thing.
    """
    told: dict[tuple[object, object], set[str]] = defaultdict(set)
    for row in rows_of(claims):
        for end in (row.low, row.high) if row.section == "body" else ():
            told[row.article_id, end] |= {row.comparator, "exact", f"between {_matter(row)}"}

    def repeats(row: Any) -> bool:
        ends = [end for end in (row.low, row.high) if not pd.isna(end)]
        hedges = {row.comparator, f"{row.comparator} {_matter(row)}"}
        return bool(ends) and all(hedges & told[row.article_id, end] for end in ends)

    kept = ("body", "related_link")
    return claims[[row.section in kept or not repeats(row) for row in rows_of(claims)]]


def _matter(row: Any) -> str:
    return str(row.unit if row.topic == "other" else row.topic)
