"""Tables that count or compare: who speaks, on what, and what the sources share."""

from collections.abc import Callable
from functools import partial
from textwrap import shorten
from typing import Any

import pandas as pd

from dossier.i18n import _, percent
from dossier.records import Quotation
from dossier.tables.dress import Columns, few, frame
from dossier.view import (
    Links,
    View,
    category_of,
    places,
    role_of,
    shared_places,
    speakers,
    verbatim_words,
    words_of,
)
from dossier.words import CATEGORIES

_LONGEST = 240  # letters of a shared passage; the data has the whole of it


def _speaker(view: View) -> Columns:
    def link(row: tuple[tuple[str, ...], list[Quotation]]) -> Links:
        return ((view.called(row[0]), row[1][0].quotation_id),)

    return {_("Speaker"): link}


def speakers_table(view: View, *, documents: bool = False) -> pd.DataFrame:
    """Return who speaks, in what role, with how many words verbatim and reported; documents are apart."""
    rows = [row for row in speakers(view).items() if (category_of(row[1]) == "document") is documents]
    columns: Columns = {
        **_speaker(view),
        _("Kind"): lambda row: _(CATEGORIES[category_of(row[1])]),
        _("Role"): lambda row: "" if role_of(row[1]) in row[0] else view.role(role_of(row[1])),
        _("Words verbatim"): lambda row: verbatim_words(row[1]),
        _("Words reported"): lambda row: words_of(row[1]) - verbatim_words(row[1]),
        _("Sources"): lambda row: few(places(view, row[1]), row[1][0].quotation_id),
    }
    return frame(rows, (row[1][0].quotation_id for row in rows), columns)


documents_table = partial(speakers_table, documents=True)


def themes_table(view: View) -> pd.DataFrame:
    """Return how many words are laid to each speaker on each theme; words on two themes count for both."""
    themes = {theme.key: theme.label for theme in view.analysis.investigation.themes} | {"": _("Other")}
    rows = [row for row in speakers(view).items() if category_of(row[1]) != "document"]
    used = {key for _, quotations in rows for q in quotations for key in q.themes or ("",)}

    def column(key: str) -> Callable[[Any], Any]:
        return lambda row: words_of(q for q in row[1] if key in (q.themes or ("",))) or ""

    columns: Columns = {
        **_speaker(view),
        **{label: column(key) for key, label in themes.items() if key in used},
        _("All words"): lambda row: words_of(row[1]),
    }
    return frame(rows, (row[1][0].quotation_id for row in rows), columns)


def reuse_table(view: View) -> pd.DataFrame:
    """Return the passages that two articles share."""
    rows = view.analysis.reuse
    columns: Columns = {
        _("Articles"): lambda row: shared_places(view, row),
        _("Shared words") + "*": lambda row: shorten(row.text, _LONGEST, placeholder=" […]"),
        _("Words"): lambda row: row.words,
        _("Likeness"): lambda row: percent(row.similarity),
    }
    sort: Columns = {_("Likeness"): lambda row: row.similarity}
    table = frame(rows, (row.reuse_id for row in rows), columns, sort=sort)
    table.attrs["home"] = True
    return table


def origins_table(view: View) -> pd.DataFrame:
    """Return what several articles tell, with the independent origins that it has."""
    rows = sorted((e for e in view.events if e.articles > 1), key=lambda e: (-e.origins, -e.articles))
    columns: Columns = {
        _("Event"): lambda event: ((event.told, event.event_id),),
        _("Articles"): lambda event: event.articles,
        _("Origins of its day"): lambda event: _("different days") if event.other_dates else event.origins,
        _("Sources"): lambda event: few(places(view, event.mentions), event.event_id),
    }
    return frame(rows, (event.event_id for event in rows), columns)
