"""What a large book leaves to its data and to the pages of the articles, and how it says so."""

import posixpath
from collections.abc import Callable

import pandas as pd

from dossier.display.catalog import Shown
from dossier.display.elements import Element, el
from dossier.display.place import Place
from dossier.i18n import _, fill, listed, number
from dossier.records import Parts
from dossier.words import SAID


def told_places(page: Place, shown: Shown, table: pd.DataFrame) -> list[int]:
    """Return the places of the rows of *table* that stand on the page, as what the catalog has *shown*.

    In a large book they are as many as it tells of anything: those that come first by its measure, or by
    the count that ranks them.
    """
    every, emphasis = list(range(len(table))), page.homes.emphasis
    if not (shown.rest and emphasis.large) or len(table) <= emphasis.most:
        return every
    if not shown.by:
        return [place for place in every if table.index[place] in emphasis.told]
    count: Callable[[str], int] = {
        "voice": lambda key: emphasis.words(page.view.records[key]),
        "records": lambda key: page.view.carried[key],
        "order": lambda key: 0,
    }[shown.by]
    counts = [count(str(key)) for key in table.index]
    return sorted(sorted(every, key=lambda place: -counts[place])[: emphasis.most])


def cut_words(page: Place, shown: int, total: int, rest: str, by: str = "") -> Element | None:
    """Return in words that *shown* of *total* stand here, chosen how, and that all stand in *rest*."""
    if shown == total:
        return None
    measures = (_(SAID["emphasis"][name]) for name in page.view.analysis.investigation.emphasis)
    chosen = _("{shown} of {total}, chosen by: {measures}.", shown=number(shown), total=number(total),
               measures=_(SAID["cut"][by]) if by else listed(measures))  # fmt: skip
    where = _("The others stand on the pages of their articles, and all in {file}.")
    link = el("a", rest, href=posixpath.relpath(f"data/{rest}", posixpath.dirname(page.path) or "."))
    return el("p", f"{chosen} ", *fill(where, file=link), class_="dz-about dz-cut")


def cut_sentences(page: Place, every: list[Parts], rest: str) -> tuple[list[Parts], Element | None]:
    """Return those sentences of *every* that rest on a record which the chapters tell, and what is cut."""
    emphasis = page.homes.emphasis
    resting = [parts for parts in every if {part.anchor for part in parts} & emphasis.told]
    shown = resting if emphasis.large else every
    return shown, cut_words(page, len(shown), len(every), rest)


def nothing() -> Element:
    """Return the line that stands where no record does."""
    return el("p", _("Nothing of this kind was found in the articles."), class_="dz-empty")
