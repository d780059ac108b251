"""Mentions put together to the events that pages show."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from dossier.edtf import bounds, in_words, sort_key
from dossier.events import PASSAGE
from dossier.records import Mention
from dossier.words import capital

if TYPE_CHECKING:
    from dossier.view.model import View


@dataclass(frozen=True, slots=True)
class Event:
    """All mentions of one event, its best dated day first, and every other date that a source gives."""

    event_id: str
    type: str
    label: str
    date: str
    other_dates: tuple[str, ...]  # those that cannot be the same day as ``date``
    status: str
    mentions: tuple[Mention, ...]
    articles: int
    origins: int
    disputed: bool

    @property
    def named(self) -> bool:
        """Whether it is an event of some kind, as against a dated passage that no kind fits."""
        return any(mention.label != PASSAGE for mention in self.mentions)

    @property
    def in_words(self) -> str:
        """Every date that the sources give, in words."""
        return " or ".join(in_words(edtf) for edtf in (self.date, *self.other_dates)) or "not dated"


def build_events(view: View) -> tuple[Event, ...]:
    """Return all events in order of time, those without a date last."""
    grouped: dict[str, list[Mention]] = defaultdict(list)
    for mention in view.analysis.events:
        grouped[mention.event_id].append(mention)
    events = [_event(view, identity, mentions) for identity, mentions in grouped.items()]
    alike = Counter(event.label for event in events if event.date)
    events = [_told_apart(view, event) if alike[event.label] > 1 else event for event in events]
    return tuple(sorted(events, key=lambda event: (sort_key(event.date), event.label, event.event_id)))


def _event(view: View, identity: str, mentions: Sequence[Mention]) -> Event:
    dates = Counter(mention.date for mention in mentions if mention.date)
    ranked = sorted(dates, key=lambda edtf: (_width(edtf), -dates[edtf], sort_key(edtf)))
    statuses = Counter(mention.status for mention in mentions)
    articles = len({mention.article_id for mention in mentions})
    return Event(
        event_id=identity,
        type=mentions[0].type,
        label=capital(Counter(m.label or m.type for m in mentions).most_common(1)[0][0]),
        date=ranked[0] if ranked else "",
        other_dates=tuple(edtf for edtf in ranked[1:] if not _overlap(edtf, ranked[0])),
        status="reported" if statuses["reported"] else statuses.most_common(1)[0][0],
        mentions=tuple(mentions),
        articles=articles,
        origins=view.origins(identity, default=articles),
        disputed=any(name in view.disputes for name in (identity, *(m.mention_id for m in mentions))),
    )


def _told_apart(view: View, event: Event) -> Event:
    """Return *event*, called like another one, with those who say it or act in it in its label."""
    said = [name for mention in event.mentions for name in mention.attributed_to.split("|")]
    acting = [name for mention in event.mentions for name in mention.actors]
    names = view.english((*said, *acting))[:2]
    return replace(event, label=f"{event.label} ({', '.join(names)})") if names else event


def _width(edtf: str) -> int:
    first, last = bounds(edtf)
    return (last - first).days if first and last else 10**6


def _overlap(one: str, other: str) -> bool:
    (a, b), (c, d) = bounds(one), bounds(other)
    return not (b and c and b < c) and not (d and a and d < a)
