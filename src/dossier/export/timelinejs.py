"""The dated events as the JSON that TimelineJS reads: a slide for each, with the words that carry it."""

from datetime import date
from html import escape
from typing import Any

from dossier.edtf import bounds, in_words, precision
from dossier.export.places import Passage
from dossier.view import Event, Homes, View
from dossier.visible import on_page

_PARTS = ("year", "month", "day")


def timeline(view: View) -> dict[str, Any]:
    """Return the named events of *view* that have a date, in order of time.

    Whatever comes from an article is escaped: TimelineJS takes its texts for HTML.
    """
    asked, homes = view.analysis.investigation, Homes(view)
    shown = [event for event in view.events if any(bounds(event.date))]
    title = {"headline": _html(asked.title), "text": _html(asked.subtitle)}
    return {
        "scale": "human",
        "title": {"text": {name: words for name, words in title.items() if words}},
        "events": [_slide(view, event, homes) for event in shown],
    }


def _slide(view: View, event: Event, homes: Homes) -> dict[str, Any]:
    first, last = bounds(event.date)
    start, end = first or last, last or first
    assert start and end
    steps = _PARTS[: _PARTS.index(fine) + 1 if (fine := precision(event.date)) in _PARTS else 3]
    lanes = {kind.key: kind.lane for kind in view.analysis.investigation.event_types}
    slide = {
        "unique_id": event.event_id,
        "start_date": _date(start, steps),
        "end_date": _date(end, steps) if start != end and len(steps) == 3 else {},
        "display_date": _html(in_words(event.date)),
        "group": _html(lanes.get(event.type, "")),
        "text": {"headline": _html(event.told), "text": _told(view, event, homes)},
    }
    return {name: value for name, value in slide.items() if value}


def _date(day: date, steps: tuple[str, ...]) -> dict[str, int]:
    return {step: getattr(day, step) for step in steps}


def _told(view: View, event: Event, homes: Homes) -> str:
    """Return the words of each mention with where they stand, and a link where the book has an address."""
    told = []
    for mention in event.mentions:
        passage = Passage(view.articles[mention.article_id], mention.start, mention.end)
        label = f"{view.labels[mention.article_id]} {passage.fragment}"
        told.append(f'<p lang="fr">« {_html(passage.text)} » <cite>{_html(label)}</cite></p>')
    asked, link = view.analysis.investigation, homes.permalink(event.event_id)
    if asked.url and link:
        address = escape(f"{asked.url.rstrip('/')}/{link}")
        told.append(f'<p><a href="{address}">{event.event_id}</a></p>')
    return "".join(told)


def _html(text: str) -> str:
    return escape(on_page(text), quote=False)
