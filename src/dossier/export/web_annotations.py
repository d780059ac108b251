"""Every piece of evidence as a W3C Web Annotation (2017) in JSON-LD; the events as TimelineJS reads them.

The target is the very bytes of the article, named by their hash; the passage in them is given twice, by its
words (TextQuoteSelector) and by its place (TextPositionSelector: code points of the decoded file).
"""

import base64
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from html import escape
from typing import Any
from urllib.parse import quote

from dossier.analysis import Analysis
from dossier.edtf import bounds, in_words, precision
from dossier.export.schema import TableForm, table_forms
from dossier.export.stores import row
from dossier.records import Article, Reuse
from dossier.view import Event, Homes, View
from dossier.visible import on_page

AROUND = 32  # characters of the article before and after a passage, by which it is found again


@dataclass(frozen=True, slots=True)
class Passage:
    """A stretch of an article: ``text == article.text[start:end]``."""

    article: Article
    start: int
    end: int

    @property
    def text(self) -> str:
        """Return the words of the article."""
        return self.article.text[self.start : self.end]

    @property
    def fragment(self) -> str:
        """Return the place as an address of a text file (RFC 5147), e.g. ``a.txt#char=10,25``."""
        return f"{quote(self.article.file)}#char={self.start},{self.end}"


def hash_name(article: Article) -> str:
    """Return the name of the very bytes of *article* (RFC 6920), e.g. ``ni:///sha-256;f4Ox…``."""
    digest = base64.urlsafe_b64encode(bytes.fromhex(article.sha256)).decode().rstrip("=")
    return f"ni:///sha-256;{digest}"


def find_evidence(analysis: Analysis) -> Iterator[tuple[TableForm, Any, tuple[Passage, ...]]]:
    """Yield each row of the package that stands in an article, with its table and where it stands."""
    articles = {article.article_id: article for article in analysis.articles}
    for form in table_forms().values():
        if not {"start", "start_a"} & form.columns.keys():
            continue
        for record in getattr(analysis, form.name):
            yield form, record, _passages(articles, record)


def _passages(articles: Mapping[str, Article], row: Any) -> tuple[Passage, ...]:
    if isinstance(row, Reuse):
        first = Passage(articles[row.article_a], row.start_a, row.end_a)
        return first, Passage(articles[row.article_b], row.start_b, row.end_b)
    return (Passage(articles[row.article_id], row.start, row.end),)


FILE = "annotations.jsonld"
_CONTEXT = "http://www.w3.org/ns/anno.jsonld"
_PLACE = frozenset(("article_id", "start", "end", "text", "sentence_start", "sentence_end", "statement_id"))


def collection(view: View) -> dict[str, Any]:
    """Return the annotations of all evidence as one collection, in the order of the package."""
    asked, homes = view.analysis.investigation, Homes(view)
    name = f"{asked.url.rstrip('/')}/data/{FILE}" if asked.url else FILE
    items = [
        _annotation(form, record, passages, homes, name)
        for form, record, passages in find_evidence(view.analysis)
    ]
    page = {"id": f"{name}#page", "type": "AnnotationPage", "startIndex": 0, "items": items}
    made = {
        "@context": _CONTEXT,
        "id": name,
        "type": "AnnotationCollection",
        "label": asked.title,
        "creator": [{"type": "Person", "name": name} for name in asked.authors],
        "total": len(items),
        "first": page,
    }
    return {key: value for key, value in made.items() if value not in ("", [])}


def _annotation(
    form: TableForm, record: Any, passages: tuple[Passage, ...], homes: Homes, name: str
) -> dict[str, Any]:
    identity = getattr(record, form.key)
    cells = zip(form.columns, row(record, form.columns), strict=True)
    facts = [f"{column}: {value}" for column, value in cells if value and column not in _PLACE]
    bodies: list[dict[str, str]] = [
        {"type": "TextualBody", "value": form.name, "purpose": "classifying"},
        {
            "type": "TextualBody",
            "value": "\n".join(facts),
            "format": "text/plain",
            "language": "en",
            "purpose": "describing",
        },
    ]
    if address := homes.address(identity):
        bodies.append({"type": "SpecificResource", "source": address, "purpose": "linking"})
    return {
        "id": f"{name}#{identity}",
        "type": "Annotation",
        "motivation": "describing",
        "body": bodies,
        "target": [_target(passage) for passage in passages],
    }


def _target(passage: Passage) -> dict[str, Any]:
    article, start, end = passage.article, passage.start, passage.end
    source = {
        "id": hash_name(article),
        "type": "Text",
        "format": "text/plain",
        "language": article.language,
        "via": article.url,
    }
    return {
        "type": "SpecificResource",
        "source": {name: value for name, value in source.items() if value},
        "selector": [
            {
                "type": "TextQuoteSelector",
                "exact": passage.text,
                "prefix": article.text[max(0, start - AROUND) : start],
                "suffix": article.text[end : end + AROUND],
            },
            {"type": "TextPositionSelector", "start": start, "end": end},
        ],
    }


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
    if address := homes.address(event.event_id):
        told.append(f'<p><a href="{escape(address)}">{event.event_id}</a></p>')
    return "".join(told)


def _html(text: str) -> str:
    return escape(on_page(text), quote=False)
