"""The records as statements of FollowTheMoney, each value with the place it comes from, and as its entities.

Articles are documents; whoever speaks, claims or acts is a person, a public body, an organisation or, where
nothing says which, a legal entity; figures and quotations are notes on them. A statement's ``origin`` is the
passage that carries it, as an address of a text file (RFC 5147).
"""

import hashlib
import json
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from dossier.edtf import bounds
from dossier.export.package import NAME
from dossier.export.web_annotations import Passage
from dossier.names import english
from dossier.records import Article, Claim, Quotation, identity, stable_id
from dossier.registry import Registry, build_registry
from dossier.view import Event, Homes, Record, View, article_anchor, figure_of
from dossier.words import figure

_SCHEMATA = {"person": "Person", "state": "PublicBody", "organisation": "Organization"}
_SPEAKERS = {"expert": "Person", "witness": "Person", "organisation": "Organization"}
_LANGUAGES = {"fr": "fra"}  # ISO 639-1 to 639-3
_PLAIN_DAY = re.compile(r"\d{4}(-(0\d|1[0-2])(-\d\d)?)?")


@dataclass(frozen=True, slots=True)
class Statement:
    """That an entity has a value, and where that is said; *origin* is empty for what the program adds."""

    entity: str
    schema: str
    prop: str
    value: str
    lang: str = ""
    origin: str = ""

    def plain(self) -> dict[str, Any]:
        """Return it as FollowTheMoney reads it, its id made as FollowTheMoney makes it."""
        language = f"@{self.lang}" if self.lang else ""
        key = f"{NAME}.{self.entity}.{self.prop}.{self.value}{language}"
        made = {
            "canonical_id": self.entity,
            "entity_id": self.entity,
            "prop": self.prop,
            "schema": self.schema,
            "value": self.value,
            "dataset": NAME,
            "lang": self.lang,
            "origin": self.origin,
            "id": hashlib.sha1(key.encode()).hexdigest(),
        }
        return {name: value for name, value in made.items() if value}


def statements(view: View) -> list[Statement]:
    """Return all that the records say, each value of an entity once for each place that says it.

    They stand in the order of their entities, as ``ftm aggregate-statements`` asks.
    """
    desk = _Desk(view)
    found = [made for article in view.analysis.readable for made in desk.article(article)]
    found += [made for event in (*view.events, *view.passages) for made in desk.event(event)]
    found += [made for record in view.read.claims for made in desk.note(record, record.claimant)]
    found += [made for record in view.read.quotations for made in desk.note(record, record.speaker)]
    return sorted(dict.fromkeys(made for made in found if made.value), key=lambda made: made.entity)


def entities(made: Iterable[Statement]) -> list[dict[str, Any]]:
    """Return the entities that the statements *made* describe, in their order."""
    schemata: dict[str, str] = {}
    values: dict[str, dict[str, dict[str, None]]] = defaultdict(lambda: defaultdict(dict))
    for one in made:
        schemata[one.entity] = one.schema
        values[one.entity][one.prop][one.value] = None
    return [
        {"id": name, "schema": schema, "properties": {prop: list(v) for prop, v in values[name].items()}}
        for name, schema in schemata.items()
    ]


def lines(rows: Iterable[dict[str, Any]]) -> bytes:
    """Return *rows* as JSON, one on a line."""
    return "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows).encode()


class _Desk:
    """What the statements of one analysis are made with."""

    def __init__(self, view: View) -> None:
        self.view, self.homes = view, Homes(view)
        self.asked = view.analysis.investigation
        self.registry: Registry = build_registry(self.asked)
        self.categories = {name: q.category for q in view.read.quotations for name in q.speaker}

    def article(self, article: Article) -> Iterator[Statement]:
        """Yield what is known of *article*."""
        date = article.published.date
        known = [
            ("name", self.view.title(article.article_id)),
            ("fileName", article.file),
            ("mimeType", "text/plain"),
            ("language", _LANGUAGES.get(article.language, "")),
            ("author", article.author),
            ("publisher", article.outlet),
            ("sourceUrl", article.url),
            ("publishedAt", date if _PLAIN_DAY.fullmatch(date) else ""),
            ("notes", article.published.reason),
        ]
        for prop, value in known:
            yield Statement(article_anchor(article.article_id), "Article", prop, value, origin=article.file)

    def event(self, event: Event) -> Iterator[Statement]:
        """Yield what the mentions of *event* say, and who takes part."""
        own = (event.event_id, "Event")
        yield Statement(*own, "name", event.told)
        yield Statement(*own, "recordId", event.event_id)
        yield Statement(*own, "sourceUrl", self.homes.address(event.event_id))
        for mention in event.mentions:
            place = self._place(mention)
            yield Statement(*own, "summary", mention.text, "fra", place)
            yield Statement(*own, "proof", article_anchor(mention.article_id), origin=place)
            for prop, value in _days(mention.date):
                yield Statement(*own, prop, value, origin=place)
            for name in mention.actors:
                yield Statement(*own, "involved", self._actor(name), origin=place)
                yield from self.actor(name, mention)

    def note(self, record: Claim | Quotation, names: tuple[str, ...]) -> Iterator[Statement]:
        """Yield the words of *record* as a note on those with *names* who say them."""
        place, key = self._place(record), identity(record)
        own = (key, "Note")
        stated = isinstance(record, Claim) and figure_of(record)
        yield Statement(*own, "name", figure(record) if stated else "", origin=place)  # type: ignore[arg-type]
        yield Statement(*own, "description", record.text, "fra", place)
        yield Statement(*own, "proof", article_anchor(record.article_id), origin=place)
        yield Statement(*own, "sourceUrl", self.homes.address(key))
        for word in (record.topic, record.stance) if isinstance(record, Claim) else record.themes:
            yield Statement(*own, "keywords", word, origin=place)
        for name in names:
            yield Statement(*own, "entity", self._actor(name), origin=place)
            yield from self.actor(name, record)

    def actor(self, name: str, record: Record) -> Iterator[Statement]:
        """Yield whom *name* means, and that the article of *record* names them."""
        place, identity = self._place(record), self._actor(name)
        own = (identity, self._schema(name))
        yield Statement(*own, "name", name, "fra", place)
        called = english(name, self.asked)
        yield Statement(*own, "alias", called if called != name else "", "eng")
        if own[1] == "Person" and isinstance(record, Quotation):
            yield Statement(*own, "position", record.role, "fra", place)
        named = stable_id("n", f"{record.article_id}\x1f{name}", 0, 0)
        yield Statement(named, "Mention", "name", name, "fra", place)
        yield Statement(named, "Mention", "document", article_anchor(record.article_id), origin=place)
        yield Statement(named, "Mention", "resolved", identity, origin=place)

    def _actor(self, name: str) -> str:
        return stable_id("p", name, 0, 0)

    def _schema(self, name: str) -> str:
        entry = self.registry.resolve(name)
        kind = _SCHEMATA.get(entry.kind, "") if entry else ""
        return kind or _SPEAKERS.get(self.categories.get(name, ""), "LegalEntity")

    def _place(self, record: Record) -> str:
        article = self.view.articles[record.article_id]
        return Passage(article, record.start, record.end).fragment


def _days(edtf: str) -> Iterator[tuple[str, str]]:
    """Yield the date of an event: a day, month or year as such, all else by its first and last day."""
    if _PLAIN_DAY.fullmatch(edtf):
        yield "date", edtf
        return
    first, last = bounds(edtf)
    yield "startDate", first.isoformat() if first else ""
    yield "endDate", last.isoformat() if last else ""
