"""Each figure and table of the catalog, made for a page."""

from collections.abc import Callable

import pandas as pd

from dossier import charts, frames, tables
from dossier.display import method
from dossier.display.place import Place


def figure(page: Place, name: str) -> charts.Drawing:
    """Return figure *name* of the catalog."""
    return _FIGURES[name](page)


def table(page: Place, name: str) -> pd.DataFrame:
    """Return table *name* of the catalog: one of the topics of *page*, a frame, or one made for people."""
    if name in _OF_TOPICS:
        kind, every = _OF_TOPICS[name]
        rows = frames.build(kind, page.view)
        main, rest = page.topics
        return rows[rows["topic"].isin({"main": [main], "rest": rest, "all": [main, *rest]}[every])]
    if name in frames.COLUMNS:
        return frames.build(name, page.view)
    room = method if hasattr(method, f"{name}_table") else tables
    made: pd.DataFrame = getattr(room, f"{name}_table")(page.view)
    return made


def _claims(page: Place) -> charts.Drawing:
    answers = frames.build("responses", page.view)
    return charts.plot_claims(table(page, "claims"), answers[answers["topic"] == page.topics[0]])


_OF_TOPICS = {
    "claims": ("claims", "main"),
    "other-claims": ("claims", "rest"),
    "responses": ("responses", "all"),
}
_FIGURES: dict[str, Callable[[Place], charts.Drawing]] = {
    "summary": lambda page: charts.plot_path(frames.build("events", page.view)),
    "timeline": lambda page: charts.plot_timeline(frames.build("events", page.view)),
    "claims": _claims,
    "voices": lambda page: charts.plot_voices(frames.build("quotations", page.view)),
    "pipeline": lambda page: charts.plot_pipeline(page.view),
}
