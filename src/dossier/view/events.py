"""Mentions put together to the events that pages show."""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import compress

from dossier.assessments import happened
from dossier.blocks import gathered
from dossier.disagreements.tellings import NAME
from dossier.edtf import bounds, by_when, by_width, in_words, sort_key
from dossier.events import HAPPENING, PASSAGE, days_of, gap, is_undated
from dossier.i18n import _, capital, listed, pgettext
from dossier.records import Discrepancy, Mention
from dossier.view import said, told
from dossier.view.answers import answering
from dossier.view.index import Index
from dossier.view.speech import Speech, speech_of
from dossier.view.times import term_of, zone_of


@dataclass(frozen=True, slots=True)
class Event:
    """All mentions of one event, its best dated day first, and every other date that a source gives.

    ``kind`` is what kind of event it is, ``label`` says who did or said what, ``word`` names those on whose
    word alone it is told.
    """

    event_id: str
    type: str
    kind: str
    label: str
    date: str
    other_dates: tuple[str, ...]  # those that cannot be the same day as ``date``
    status: str
    mentions: tuple[Mention, ...]
    joined: tuple[Mention, ...]  # those of them that surely tell it
    articles: int  # of these
    origins: int
    disputed: bool
    speech: Speech | None = None
    word: str = ""
    bound: str = ""  # of what no source dates: the day of its article, by or from which it was
    ahead: tuple[str, ...] = ()  # of what is still to come: the days of the articles that say so
    term: str = ""  # by when it is to come
    within: bool = False  # whether ``date`` only says between which days: "en début de semaine"
    zone: str = ""  # of the hour at which its first mention tells it: "23 h 40 GMT"
    out_of_order: bool = False  # whether one article alone dates it before what it can only follow

    @property
    def told(self) -> str:
        """What it is called where nothing else says on whose word it is told."""
        return _("{event}, according to {who}", event=self.label, who=self.word) if self.word else self.label

    @property
    def on_its_day(self) -> tuple[Mention, ...]:
        """The mentions that give its first date."""
        return tuple(mention for mention in self.mentions if self.date and mention.date == self.date)

    @property
    def giving(self) -> tuple[Mention, ...]:
        """The mentions that give its first date or another that it has."""
        dates = {self.date, *self.other_dates} - {""}
        return tuple(m for m in self.mentions if m.date in dates and not is_undated(m))

    @property
    def on_its_bound(self) -> tuple[Mention, ...]:
        """Of what no source dates, the mentions in the articles whose day it is told by; else all."""
        own = (m.date == self.bound or (bool(self.ahead) and m.status == "planned") for m in self.mentions)
        return tuple(compress(self.mentions, own)) if self.bound else self.mentions

    @property
    def less_exactly(self) -> str:
        """The longer times, in words, that articles which do not give its one date put it in: "en juin".

        Of each article it is the shortest: the year in a title says no more than "en juin".
        """
        giving = {mention.article_id for mention in self.on_its_day}
        own = gathered((m.article_id, m.date) for m in self.mentions if m.date and not is_undated(m))
        told = (by_width(dates)[0] for name, dates in own.items() if name not in giving)
        longer = by_width(edtf for edtf in told if self.date and _overlap(edtf, self.date))
        return "" if self.other_dates else listed(map(in_words, longer), last="or")

    @property
    def named(self) -> bool:
        """Whether it is an event of some kind, as against a dated passage that no kind fits."""
        return any(mention.label != PASSAGE for mention in self.mentions)

    @property
    def bound_in_words(self) -> str:
        """By which day of its article it was, or from which on it is to be; empty where that is unknown."""
        if not self.ahead:
            last = bounds(self.bound)[1]
            return _("by {day} (its article’s day)", day=in_words(str(last))) if last else ""
        told = _("told as still to come by several articles")
        if len(self.ahead) == 1:
            told = _("still to come when its article was published ({days})", days=in_words(self.ahead[0]))
        return _("{time}, {term}", time=told, term=by_when(self.term)) if self.term else told

    @property
    def in_words(self) -> str:
        """Every date that the sources give, in words."""
        days = (in_words(date, between=self.within) for date in (self.date, *self.other_dates))
        dates = listed(filter(None, days), last="or")
        dates = _("{figure} ({beside})", figure=dates, beside=self.zone) if dates and self.zone else dates
        return dates or self.bound_in_words or _("not dated")


def build_events(index: Index, mentions: Iterable[Mention]) -> tuple[Event, ...]:
    """Return the events of *mentions* in order of time, of one sentence together, the undated last.

    What one article tells of one day in one and the same sentence is told once.
    """
    grouped = gathered((m.event_id, m) for m in mentions)
    against = gathered((r.subject, r.kind) for r in index.analysis.discrepancies if r.severity == "conflict")
    events = [_event(index, name, members, against.get(name, ())) for name, members in grouped.items()]
    rows = sorted(events, key=lambda event: _place(index, event))
    own = ("" if index.unasked else e.label for e in rows)  # else it is the sentence
    places = ((e.date, e.mentions[0].article_id, e.mentions[0].sentence_start) for e in rows)
    lines = list(zip(own, places, strict=True))
    first = dict(zip(reversed(lines), reversed(rows), strict=True))
    bare = {e.event_id for e in rows if index.unasked and not e.date and told.hangs(index, e.mentions[0])}
    kept = {e.event_id for e, line in zip(rows, lines, strict=True) if e is first[line]} - bare
    return tuple(e for e in rows if e.articles > 1 or e.event_id in kept)


def _place(index: Index, event: Event) -> tuple[object, ...]:
    """Return where *event* stands: by its day, what its sentence tells before what it tells in passing."""
    first = event.mentions[0]
    day = event.date or (event.ahead[-1] if event.ahead else event.bound)  # not before what it is to follow
    passing = told.hangs(index, first), bool(event.speech)
    return sort_key(day), first.article_id, first.sentence_start, passing, event.event_id


def _event(index: Index, identity: str, mentions: Sequence[Mention], against: Sequence[str]) -> Event:
    speech = next(filter(None, (speech_of(index, mention) for mention in mentions)), None)
    dated = [m for m in mentions if m.date and not is_undated(m)]
    undated = [mention for mention in mentions if is_undated(mention)]
    ranked = by_width(mention.date for mention in happened(dated))  # a plan is no day of what was done
    statuses = Counter(mention.status for mention in mentions)
    joined = told.surely_joined(index, mentions, ranked[0] if ranked else "")
    articles = len({mention.article_id for mention in joined})
    kind = Counter(m.label or m.type for m in mentions).most_common(1)[0][0]
    kind = capital(kind if kind in (PASSAGE, HAPPENING) else pgettext("kind of event", kind))
    status = "reported" if statuses["reported"] else statuses.most_common(1)[0][0]
    nearest = max if status == "planned" else min
    bound = nearest((m.date for m in happened(undated) if m.date), key=sort_key, default="")
    to_come = status == "planned" and bound and not ranked
    days = {index.articles[m.article_id].published.date for m in undated if to_come and m.status == status}
    conflicts = conflicts_about(index, identity, mentions, speech)
    out_of_order = "sequence" in against and articles == 1
    other_dates = tuple(edtf for edtf in ranked[1:] if not _overlap(edtf, ranked[0]))
    if other_dates and not (conflicts or mentions[0].type in index.asked_kinds):
        other_dates = ()  # nobody says that both days are of one event
        mentions = sorted(mentions, key=lambda m: m.date != ranked[0])
    label = told.own_words(index, mentions[0]) if out_of_order else _label(index, kind, mentions, speech)
    word = "" if speech else _word(index, mentions, label)
    label = told.unsourced(index, mentions, label) if word else label
    may_be_two = mentions[0].type not in index.analysis.investigation.once_types
    return Event(
        event_id=identity,
        type=mentions[0].type,
        kind=kind,
        label=_("{event} (if the articles mean one)", event=label)
        if "attribute" in against and may_be_two
        else label,
        date=ranked[0] if ranked else "",
        other_dates=other_dates,
        status=status,
        mentions=tuple(mentions),
        joined=joined,
        articles=articles,
        origins=min(articles, index.origins(identity, default=articles)),
        disputed=any(row.between == "sources" for row in conflicts),
        speech=speech,
        word=word,
        bound=bound,
        ahead=tuple(sorted(filter(None, days), key=sort_key)),
        term=next(filter(None, (term_of(index, index.statements.get(m.statement_id)) for m in mentions)), ""),
        within=any(
            index.worked_from(m) and index.expressions[m.date_id].date == m.date == ranked[0] for m in dated
        ),
        zone=zone_of(index, mentions[0]),
        out_of_order=out_of_order,
    )


def _word(index: Index, mentions: Sequence[Mention], label: str) -> str:
    """Return to whom all *mentions* lay an event; nothing where an article tells it in its own voice.

    What one article alone tells, and then on whose word it knows the day, is told on that word. Where the
    *label* quotes one article, those whom that one names: another may lay another figure to others.
    """
    laid = [mention for mention in mentions if mention.attributed_to]
    first = mentions[0]
    if not laid or not all(
        m in laid or ((m.article_id, m.date) == (laid[0].article_id, first.date) and m.start < laid[0].start)
        for m in mentions
    ):
        return ""
    quoted = label.endswith(("”", "»"))
    own = [m for m in laid if not quoted or m.article_id == first.article_id]
    return index.who(dict.fromkeys(name for m in own for name in m.attributed_to.split("|")))


def _label(index: Index, kind: str, mentions: Sequence[Mention], speech: Speech | None) -> str:
    """Return who did or said what; where no statement says, the kind with names, or one article's words."""
    if given := next((m.label for m in mentions if m.mention_id in index.labelled), ""):
        return given
    if speech:
        return said.speech(index, mentions, speech)
    if index.unasked or kind.casefold() in (PASSAGE, HAPPENING):  # no kind is said to be what the words mean
        order = [(is_undated(m), told.hangs(index, m), m.status == "planned") for m in mentions]
        return told.own_words(index, mentions[order.index(min(order))])
    if deed := told.deed(index, mentions):
        return deed
    once = mentions[0].type in index.analysis.investigation.once_types
    # the words of one article are no other's; what happens once is told by those that do not date it, too
    telling = [mention for mention in mentions if once or not is_undated(mention)] or mentions
    several = len({mention.article_id for mention in telling}) > 1
    who = agents(index, mentions) if several else said.acting_alone(index, mentions[0])
    if several and (once or not who):
        names = _names(index, telling)
        return _("{event} ({place})", event=kind, place=listed(names)) if names else kind
    beside = () if several or who else said.acting_beside(index, mentions[0])
    whose = _("{event} of {who}", event=kind, who=index.called(who or beside)) if who or beside else kind
    if not who:
        body = (m for m in telling if index.articles[m.article_id].section_at(m.start) == "body")
        words = told.words_of_kind(index, next(body, mentions[0]))  # a title sums up anybody
        whose = _("{event}: {words}", event=whose, words=words)
    places = {told.place_of(index, mention) for mention in mentions} - {""}
    return _("{event} ({place})", event=whose, place=places.pop()) if who and len(places) == 1 else whose


def _names(index: Index, mentions: Sequence[Mention]) -> list[str]:
    """Return the names behind the word for an event in what each article tells: "l'ouragan Dora"."""
    kinds = (kind for kind in index.analysis.investigation.event_types if kind.key == mentions[0].type)
    words = "|".join(re.escape(word) for kind in kinds for word in kind.triggers)
    if not words:
        return []
    behind = re.compile(rf"\b(?:{words})\w?\s+(?:[a-zà-ÿ]+\s+)?({NAME.pattern})")
    told = gathered(
        (m.article_id, name)
        for m in mentions
        for name in (*behind.findall(index.articles[m.article_id].text, m.sentence_start, m.sentence_end), "")
    )
    first, *others = told.values()
    return [name for name in dict.fromkeys(first) if name and all(name in o for o in others)]


def agents(index: Index, mentions: Sequence[Mention]) -> tuple[str, ...]:
    """Return who acts in an event by the statements of its mentions, and the persons told of with it."""
    people = {actor.name for actor in index.analysis.investigation.actors if actor.kind == "person"}
    for mention in mentions:
        statement = index.statements.get(mention.statement_id)
        if statement and (acting := tuple(name for name in statement.agent if name in mention.actors)):
            others = [name for name in mention.actors if name in statement.patient]
            others += [name for name in mention.actors if name in people and name in statement.text]
            return tuple(dict.fromkeys((*acting, *others)))
    named = ((name, m) for m in mentions for name in m.actors if name in people)
    return tuple(dict.fromkeys(name for name, m in named if name in m.text))


def disputes_about(
    index: Index, identity: str, mentions: Sequence[Mention], speech: Speech | None
) -> list[Discrepancy]:
    """Return the disagreements about the event itself, and about the words and figures spoken in it."""
    ids = [
        identity,
        *(name for m in mentions for name in (m.mention_id, m.statement_id, m.date_id) if name),
        *(c.claim_id for c in (speech.claims if speech else ())),
        *(q.quotation_id for q in (speech.quotations if speech else ())),
    ]
    rows = {row.discrepancy_id: row for name in ids for row in index.disputes.get(name, ())}
    return [row for row in rows.values() if speech or _concerns(index, row, mentions)]


def _concerns(index: Index, row: Discrepancy, mentions: Sequence[Mention]) -> bool:
    """Return whether *row* is about *mentions*: not where other words of a clause answer its question."""
    places = [(m, place) for m in mentions for place in answering(index, row, m)]
    return not places or any(start < m.end and m.start < end for m, (start, end) in places)


def conflicts_about(
    index: Index, identity: str, mentions: Sequence[Mention], speech: Speech | None
) -> list[Discrepancy]:
    """Return those of them that are conflicts."""
    return [row for row in disputes_about(index, identity, mentions, speech) if row.severity == "conflict"]


def _overlap(one: str, other: str) -> bool:
    first, last = days_of(one), days_of(other)
    return not (first and last and gap(first, last))
