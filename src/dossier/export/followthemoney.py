"""The records as entities of FollowTheMoney.

Articles are documents; whoever speaks, claims or acts is a person, a public body, an organisation or, where
nothing says which, a legal entity; figures and quotations are notes on them, with the article as their proof.
"""

import json
import re

from dossier.edtf import bounds
from dossier.names import english
from dossier.records import Article, Claim, Quotation, identity, stable_id
from dossier.registry import Registry, build_registry
from dossier.view import Event, Homes, Record, View, article_anchor, figure_of
from dossier.words import figure

_SCHEMATA = {"person": "Person", "state": "PublicBody", "organisation": "Organization"}
_SPEAKERS = {"expert": "Person", "witness": "Person", "organisation": "Organization"}
_LANGUAGES = {"fr": "fra"}  # ISO 639-1 to 639-3
_PLAIN_DAY = re.compile(r"\d{4}(-(0\d|1[0-2])(-\d\d)?)?")


def entities(view: View) -> bytes:
    """Return all that the records say as entities in the order of their ids, one on a line, in JSON."""
    desk = _Desk(view)
    for article in view.analysis.articles:
        if article.status == "ok":
            desk.article(article)
    for event in (*view.events, *view.passages):
        desk.event(event)
    for claim in view.analysis.claims:
        desk.note(claim, claim.claimant)
    for quotation in view.analysis.quotations:
        desk.note(quotation, quotation.speaker)
    rows = (
        {"id": name, "schema": schema, "properties": {prop: [*values] for prop, values in found.items()}}
        for (name, schema), found in sorted(desk.found.items())
    )
    return "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows).encode()


class _Desk:
    """What the entities of one analysis are made with, and those that are made."""

    def __init__(self, view: View) -> None:
        self.view, self.homes = view, Homes(view)
        self.asked = view.analysis.investigation
        self.registry: Registry = build_registry(self.asked)
        self.categories = {name: q.category for q in view.analysis.quotations for name in q.speaker}
        # By id and schema of the entity: its properties, each with its values in their order.
        self.found: dict[tuple[str, str], dict[str, dict[str, None]]] = {}

    def put(self, name: str, schema: str, /, **values: str) -> None:
        """Give the entity *name* those *values* that are known, each by its property."""
        properties = self.found.setdefault((name, schema), {})
        for prop, value in values.items():
            if value:
                properties.setdefault(prop, {})[value] = None

    def article(self, article: Article) -> None:
        """Put down what is known of *article*."""
        date = article.published.date
        self.put(
            article_anchor(article.article_id),
            "Article",
            name=self.view.title(article.article_id),
            fileName=article.file,
            mimeType="text/plain",
            language=_LANGUAGES.get(article.language, ""),
            author=article.author,
            publisher=article.outlet,
            sourceUrl=article.url,
            publishedAt=date if _PLAIN_DAY.fullmatch(date) else "",
            notes=article.published.reason,
        )

    def event(self, event: Event) -> None:
        """Put down what the mentions of *event* say, and who takes part."""
        own = (event.event_id, "Event")
        self.put(*own, name=event.told, recordId=event.event_id, sourceUrl=self._address(event.event_id))
        for mention in event.mentions:
            proof = article_anchor(mention.article_id)
            self.put(*own, summary=mention.text, proof=proof, **_days(mention.date))
            for name in mention.actors:
                self.put(*own, involved=self.actor(name, mention))

    def note(self, record: Claim | Quotation, names: tuple[str, ...]) -> None:
        """Put down the words of *record* as a note on those with *names* who say them."""
        own = (identity(record), "Note")
        self.put(
            *own,
            name=figure(record) if isinstance(record, Claim) and figure_of(record) else "",
            description=record.text,
            proof=article_anchor(record.article_id),
            sourceUrl=self._address(own[0]),
        )
        for word in (record.topic, record.stance) if isinstance(record, Claim) else record.themes:
            self.put(*own, keywords=word)
        for name in names:
            self.put(*own, entity=self.actor(name, record))

    def actor(self, name: str, record: Record) -> str:
        """Put down whom *name* means, and that the article of *record* names them; return their id."""
        identity, schema, called = stable_id("p", name, 0, 0), self._schema(name), english(name, self.asked)
        role = record.role if isinstance(record, Quotation) and schema == "Person" else ""
        self.put(identity, schema, name=name, alias=called if called != name else "", position=role)
        named = stable_id("n", f"{record.article_id}\x1f{name}", 0, 0)
        self.put(named, "Mention", name=name, document=article_anchor(record.article_id), resolved=identity)
        return identity

    def _schema(self, name: str) -> str:
        entry = self.registry.resolve(name)
        kind = _SCHEMATA.get(entry.kind, "") if entry else ""
        return kind or _SPEAKERS.get(self.categories.get(name, ""), "LegalEntity")

    def _address(self, identity: str) -> str:
        link = self.homes.permalink(identity) if self.asked.url else ""
        return f"{self.asked.url.rstrip('/')}/{link}" if link else ""


def _days(edtf: str) -> dict[str, str]:
    """Return the date of an event: a day, month or year as such, all else by its first and last day."""
    if _PLAIN_DAY.fullmatch(edtf):
        return {"date": edtf}
    first, last = bounds(edtf)
    return {"startDate": first.isoformat() if first else "", "endDate": last.isoformat() if last else ""}
