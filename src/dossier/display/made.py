"""Each figure and table of the catalog, made for a page, and how a page shows it."""

from collections.abc import Callable, Mapping
from typing import Any

import pandas as pd
from markupsafe import Markup
from matplotlib.figure import Figure

from dossier import charts, frames, tables
from dossier.advice import called
from dossier.charts import FORMS, Drawing, to_svg
from dossier.display import method
from dossier.display.cards import badge, kind_of
from dossier.display.elements import Element, Node, el
from dossier.display.place import Place
from dossier.i18n import N_, _

_PASSAGE = 60  # characters of words that do not stand in two rows
Attrs = Mapping[Any, Any]  # what `dossier.tables` tells about columns


def row_of(
    page: Place, table: pd.DataFrame, attrs: Attrs, columns: list[str], position: int, *, above: int | None
) -> Element:
    """Return the row of *table* at *position*: its *columns*, linked and marked as *attrs* tell.

    A passage that the row *above* has as well stands there: the words for it lead to the record of that row.
    """
    record = "" if above is None else str(table.index[above])
    if record not in page.view.records:  # the titles of two articles are no passage
        above = None
    cells: list[Element] = []
    numbers = attrs.get("numbers", ())
    for column in columns:
        value: Any = table[column].iloc[position]
        sort = attrs["sort"].get(column)
        french = column in attrs["french"]
        same = french and above is not None and len(value) > _PASSAGE and value == table[column].iloc[above]
        look = {
            "lang": "fr" if french and not same else None,
            "data_sort": str(sort[position]) if sort else None,
            "class_": "dz-num" if column in numbers or not isinstance(value, str) else None,
        }
        content = _cell(page, str(value), attrs, column, position, lang=look["lang"])
        content = [page.link(_("In the passage above."), record)] if same else content
        head = not cells
        cells.append(el("th" if head else "td", content, scope="row" if head else None, **look))
    return el("tr", cells, id=str(table.index[position]) if attrs.get("home") else None)


def _cell(
    page: Place, value: str, attrs: Attrs, column: str, position: int, *, lang: str | None
) -> list[Node]:
    if links := attrs["links"].get(column):
        pause = _("; ").rstrip(" ")  # within the link: where that fills a line it would begin the next one
        last = len(links[position]) - 1
        linked = (
            page.link(f"{text}{pause}" if anchor and n < last else text, anchor, lang=lang)
            for n, (text, anchor) in enumerate(links[position])
        )
        return [node for link in linked for node in (link, " ")][:-1]
    if column in attrs["badges"]:
        mark = badge(kind_of(value), value) if value else None
        return [mark] if mark else []
    return [value] if lang else page.said(value)


def forms_of(drawn: Figure, name: str, title: str, words: str) -> list[Node]:
    """Return a figure in each form that it has; without the house's style sheet the first is shown alone.

    Each sheet but the first of a form stands below a title of its own.
    """
    if not isinstance(drawn, Drawing) or drawn.redraw is None:
        return [Markup(to_svg(drawn, name=name, title=title, description=words))]
    shown: list[Node] = []
    for form in FORMS:
        own = name if form is FORMS[0] else f"{name}-{form.name}"
        fit = drawn if drawn.form is form else drawn.redraw(form)
        sheets: list[Node] = [Markup(to_svg(fit, name=own, title=title, description=words))]
        for number, sheet in enumerate(fit.more, 2):
            going_on = _("{heading} (continued)", heading=title)
            drawing = to_svg(sheet, name=f"{own}-{number}", title=going_on, description=sheet.alt)
            sheets += [el("p", class_="dz-figure__more", data_title=going_on), Markup(drawing)]
        shown.append(el("div", sheets, class_=f"dz-figure__{form.name}", hidden=form is not FORMS[0]))
    return shown


def figure(page: Place, name: str) -> charts.Drawing:
    """Return figure *name* of the catalog."""
    return called(name, _FIGURES, N_("figure"))(page)


def table(page: Place, name: str) -> pd.DataFrame:
    """Return table *name* of the catalog: one of the topics of *page*, a frame, or one made for people."""
    if name in _OF_TOPICS:
        rows = frames.build(_OF_TOPICS[name][0], page.view)
        return rows[rows["topic"].isin(_topics(page, name))]
    if name in frames.COLUMNS:
        return frames.build(name, page.view)
    room = method if hasattr(method, f"{name}_table") else tables
    made: pd.DataFrame = getattr(room, f"{name}_table")(page.view)
    return made


def count_rows(page: Place, name: str) -> int:
    """Return how many rows table *name* of the catalog has, 0 where it is none of the frames."""
    kind = _OF_TOPICS.get(name, (name,))[0]
    rows = frames.rows(kind, page.view) if kind in frames.COLUMNS else ()
    return sum(name not in _OF_TOPICS or row.topic in _topics(page, name) for row in rows)


def _topics(page: Place, name: str) -> tuple[str, ...]:
    """Return the topics of *page* that its table *name* is about."""
    main, rest = page.topics
    named = tuple(topic for topic in rest if topic != "other")
    return {"main": (main,), "rest": rest, "named": (main, *named)}[_OF_TOPICS[name][1]]


def _claims(page: Place) -> charts.Drawing:
    answers = frames.build("responses", page.view)
    return charts.plot_claims(table(page, "claims"), answers[answers["topic"] == page.topics[0]])


_OF_TOPICS = {
    "claims": ("claims", "main"),
    "other-claims": ("claims", "rest"),
    "responses": ("responses", "named"),
}
_FIGURES: dict[str, Callable[[Place], charts.Drawing]] = {
    "summary": lambda page: charts.plot_path(frames.build("events", page.view)),
    "timeline": lambda page: charts.plot_timeline(frames.build("events", page.view)),
    "claims": _claims,
    "voices": lambda page: charts.plot_voices(frames.build("quotations", page.view)),
    "pipeline": lambda page: charts.plot_pipeline(page.view),
}
