"""Mentions of one event brought together: by kind, date, who took part and the words that describe it.

A mention joins an event whose date is compatible with its own and whose actors are not others. A different
date is accepted only for what happens once, told in another article, and not too far away: then the event
keeps both dates, and the sources disagree. Two dates given by one article are two events. Two statements of
one day are one where their words are alike, not where their speaker is.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from dossier.blocks import gathered
from dossier.events.describe import HAPPENING, PASSAGE, STATEMENT, UNTYPED
from dossier.events.nearness import (
    Days,
    Names,
    days_told,
    fill_dates,
    gap,
    is_by_others,
    is_other_thing,
    is_undated,
    likeness,
    months,
    own_words,
    place_of,
    still_ahead,
    surnames,
)
from dossier.events.triggers import common_kinds, families, narrower, repeating
from dossier.investigation import Investigation
from dossier.lexicons import word_set
from dossier.records import Mention, lengthened, stable_id

Related = Mapping[str, frozenset[str]]  # the articles on the matter of each, itself among them
PRECISE = 2  # days: a date no wider than a night
ONCE_ASKED = 92  # days between two dates of an event that the investigation says happens once
ONCE = 31  # the same for a kind of act that is done once to one object
LIKE = 3  # the same for other kinds, if described alike
WEEK = 7  # the same where no word tells that it is one, but each article dates only this one of its kind
FACES = 4  # different descriptions of an event that another mention is compared with
LONG = 800  # days: a wider date is compared with everything
RELATED = 3  # common words of two articles on one matter
ALIKE = 0.5  # share of common words from which two descriptions are alike
ANYTHING = Investigation()


@dataclass(slots=True)
class Event:
    """Mentions of one event; the first of them, the most precise, stands for it.

    ``faces`` are the actors and the words by which its mentions describe it, ``dates`` the days that they
    give it, ``others`` all days at which its articles put events of this kind.
    """

    first: Mention
    days: Days
    faces: dict[tuple[Names, Names], None] = field(default_factory=dict)
    members: list[Mention] = field(default_factory=list)
    dates: dict[Days, None] = field(default_factory=dict)
    others: dict[Days, None] = field(default_factory=dict)


@dataclass(slots=True)
class Kind:
    """All events of one kind, found again by their days."""

    key: str
    asked_once: bool
    limit: int  # days that two dates of one event may lie apart; 0 where several may happen within days
    related: Related
    profiles: Mapping[str, frozenset[str]]
    told_in: Mapping[tuple[str, int], Sequence[Days]]  # the days that each sentence gives
    events: list[Event] = field(default_factory=list)
    by_day: dict[int, list[Event]] = field(default_factory=dict)
    by_month: dict[int, list[Event]] = field(default_factory=dict)
    long: list[Event] = field(default_factory=list)
    by_article: dict[str, list[Event]] = field(default_factory=dict)
    own_days: dict[str, list[Days]] = field(default_factory=dict)

    def find(self, mention: Mention, days: Days) -> Event | None:
        """Return the event that *mention* fits best, the first of equals, or None."""
        words = own_words(mention)
        if is_undated(mention):
            near = [(self.joins(event, mention, words, days), event) for event in self.told(mention, days)]
        else:
            near = [(self.fit(event, mention, words, days), event) for event in self.near(days)]
        near = [(score, e) for score, e in near if score and not is_other_thing(self.key, mention, e.faces)]
        scored = [(score, -n, event) for n, (score, event) in enumerate(near)]
        return max(scored, key=lambda entry: entry[:2])[2] if scored else None

    def add(self, mention: Mention, days: Days) -> None:
        """Put *mention* to its event, or begin a new one."""
        event = self.find(mention, days) or self.begin(mention, days)
        event.members.append(mention)
        if len(event.faces) < FACES:
            event.faces[mention.actors, own_words(mention)] = None
        known = self.by_article.setdefault(mention.article_id, [])
        if all(event is not other for other in known):
            known.append(event)
        if not is_undated(mention):
            event.dates[days] = None
        event.others.update(dict.fromkeys(self.own_days.get(mention.article_id, ())))

    def begin(self, mention: Mention, days: Days) -> Event:
        """Return a new event, indexed under its days."""
        event = Event(mention, days)
        self.events.append(event)
        if days[1] - days[0] < PRECISE:
            self.by_day.setdefault(days[0], []).append(event)
        elif days[1] - days[0] > LONG:
            self.long.append(event)
        else:
            for month in months(days):
                self.by_month.setdefault(month, []).append(event)
        return event

    def told(self, mention: Mention, days: Days) -> list[Event]:
        """Return the events that articles on the matter of *mention* tell, of days that it may be of."""
        articles = sorted(self.related.get(mention.article_id, (mention.article_id,)))
        found = {id(event): event for name in articles for event in self.by_article.get(name, ())}
        return [event for event in found.values() if min((gap(d, days) for d in event.dates), default=0) == 0]

    def near(self, days: Days) -> list[Event]:
        """Return the events that *days* may belong to: precise ones, then those of months, then longer."""
        first, last = days[0] - self.limit - PRECISE, days[1] + self.limit
        keys = sorted(self.by_day) if last - first > len(self.by_day) else range(first, last + 1)
        found = [event for day in keys if first <= day <= last for event in self.by_day.get(day, ())]
        if last - first > LONG + 2 * self.limit:
            found += (event for event in self.events if PRECISE <= event.days[1] - event.days[0] <= LONG)
        else:
            coarse = (event for month in months((first, last)) for event in self.by_month.get(month, ()))
            found += {id(event): event for event in coarse}.values()
        return found + self.long

    def fit(self, event: Event, mention: Mention, own: tuple[str, ...], days: Days) -> float:
        """Return how well *mention* fits *event*; 0 where it is another event."""
        actors = [likeness(known, mention.actors) for known, _ in event.faces]
        shared, other_actors = max(actors)[0], all(other for _, other in actors)
        words = max(likeness(known, own)[0] for _, known in event.faces)
        unlike = words < ALIKE / 2
        other_actors &= unlike or self.limit != ONCE or days[1] - days[0] + event.days[1] - event.days[0] > 0
        distance = min((gap(date, days) for date in event.dates), default=0)
        bare = mention.label == STATEMENT and not own  # of words said those around must tell that it is one
        bare |= self.key.startswith(UNTYPED) and not (words or shared)  # one verb may tell of two things
        within = any(set(own) <= set(known) or set(known) <= set(own) for _, known in event.faces)
        lone = distance <= WEEK and self.is_only(event.first) and self.is_only(mention)
        lone &= mention.label != STATEMENT and not all(likeness(known, own)[1] for _, known in event.faces)
        if not bare and (within or lone) and self.are_related(event.first.article_id, mention.article_id):
            words = max(words, ALIKE)
        if distance == 0:
            if self.asked_once:
                return 2 + shared + words
            if mention.article_id == event.first.article_id:
                return 0 if other_actors or (mention.label == STATEMENT and unlike) else 2 + shared + words
            alike = words >= ALIKE / 2 or (shared and event.first.label != STATEMENT)
            return 0 if other_actors or not alike else 2 + shared + words
        if not self.limit or distance > self.limit or self.is_told_apart(event, mention, days):
            return 0
        alike = self.asked_once or (words >= ALIKE and not other_actors)
        return 1 + shared + words if alike else 0

    def joins(self, event: Event, mention: Mention, own: Names, days: Days) -> float:
        """Return how well the undated *mention* fits *event*: 0 in an article on another matter.

        It fits by a common word that says something, or by an actor; in its own article, or of a kind asked
        for, as the only one of it or of a family of verbs with nothing beside, if it is no less sure.
        """
        own = tuple(word for word in own if word not in word_set("comparisons", "empty"))
        articles = {member.article_id for member in event.members[:FACES]}
        another_day = False
        for one, known in ((mention, event.days), (event.first, days)):
            told = self.told_in.get((one.article_id, one.sentence_start), ()) if is_undated(one) else ()
            another_day |= bool(told) and mention.type == "other" and all(gap(day, known) for day in told)
        if another_day or not all(self.are_related(mention.article_id, article) for article in articles):
            return 0
        actors = [likeness(surnames(known), surnames(mention.actors)) for known, _ in event.faces]
        words = max(likeness(known, own)[0] for _, known in event.faces)
        shared, other_actors = max(actors)[0], all(other for _, other in actors)
        here = mention.article_id in articles
        lone = len(self.by_article.get(event.first.article_id, ())) == 1 and (here or mention.type != "other")
        family = self.key[len(UNTYPED) : -1] in families().values()  # any other verb may mean anything
        bare = family and not (own and any(known for _, known in event.faces))
        beside = shared or (lone and (bare or not self.key.startswith(UNTYPED)))
        alike = words or (beside and "hypothetical" not in {mention.status} ^ {event.first.status})
        return 0 if other_actors or not alike else 1 + here + shared + words

    def is_only(self, mention: Mention) -> bool:
        """Return whether the article of *mention* dates one single event of this kind."""
        return len(set(self.own_days.get(mention.article_id, ()))) == 1

    def are_related(self, one: str, other: str) -> bool:
        """Return whether two articles, or the same one twice, tell of one matter.

        By their names, or else by the words of the events that they date.
        """
        first, second = self.profiles.get(one, frozenset()), self.profiles.get(other, frozenset())
        common = len(first & second)
        alike = common >= RELATED and common >= ALIKE * min(len(first), len(second))
        return alike or other in self.related.get(one, (one,))

    def is_told_apart(self, event: Event, mention: Mention, days: Days) -> bool:
        """Return whether others did it, or one article gives both the date of *event* and *days*."""
        told = is_by_others(event.first, mention) or any(
            gap(day, event.days) == 0 for day in self.own_days.get(mention.article_id, ())
        )
        return told or any(gap(day, days) == 0 for day in event.others)


def link_mentions(
    mentions: Iterable[Mention], investigation: Investigation = ANYTHING, related: Related | None = None
) -> tuple[Mention, ...]:
    """Return the datable *mentions*, in the given order, with an event_id shared by all of one event.

    Mentions whose date is that of another one get it here, with the basis ``inferred``; those that no date of
    the calendar belongs to are left out.
    """
    dated = list(fill_dates(mentions))
    asked_once = investigation.once_types
    once = {kind.label for kind in common_kinds() if kind.once}
    kinds: dict[str, Kind] = {}
    with_days = [(mention, days) for mention in dated if (days := days_told(mention))]
    on_days = [(mention, days) for mention, days in with_days if not is_undated(mention)]
    told_in = gathered(((m.article_id, m.sentence_start), days) for m, days in on_days)
    words = gathered((m.article_id, word) for m in dated if not is_undated(m) for word in m.words)
    profiles = {article_id: frozenset(own) for article_id, own in words.items()}
    with_days.sort(key=lambda e: (is_undated(e[0]), e[1][1] - e[1][0], e[1][0], *place_of(e[0])))
    for mention, days in with_days:
        key = mention.label if mention.type == "other" else mention.type
        if key not in kinds:
            asked = mention.type in asked_once
            limit = ONCE if mention.label in once else 0 if mention.label in repeating() else LIKE
            if mention.type != "other":
                limit = ONCE_ASKED if asked else 0
            kinds[key] = Kind(key, asked, limit, related or {}, profiles, told_in)
        if mention.status == "reported" and not is_undated(mention):
            kinds[key].own_days.setdefault(mention.article_id, []).append(days)
    with_days.sort(key=lambda entry: entry[0].label in set(narrower().values()))
    for mention, days in with_days:
        kind_of(mention, days, kinds).add(mention, days)
    seen: set[str] = set()
    linked = {
        member.mention_id: (event_id, HAPPENING if is_undated(event.first) else PASSAGE)
        for kind in kinds.values()
        for event_id, event in named(kind, seen)
        for member in event.members
    }
    found = [
        replace(m, event_id=event_id, label=unnamed if m.label.startswith(UNTYPED) else m.label)
        for m in dated
        for event_id, unnamed in (linked.get(m.mention_id, ("", "")),)
        if event_id
    ]
    return tuple(still_ahead(found, asked_once))


def kind_of(mention: Mention, days: Days, kinds: Mapping[str, Kind]) -> Kind:
    """Return the kind that *mention* belongs to: of "vote", that of one house if one has an event it fits."""
    if mention.type != "other":
        return kinds[mention.type]
    closer = [kinds[key] for key, wide in narrower().items() if wide == mention.label and key in kinds]
    fitting = [kind for kind in closer if kind.find(mention, days)]
    return fitting[0] if len(fitting) == 1 else kinds[mention.label]


def named(kind: Kind, seen: set[str]) -> Iterable[tuple[str, Event]]:
    """Yield each event with its id, which depends on what the event is and not on how many others there are.

    What the investigation says happens once is named by its kind alone; everything else also by its first
    date and the first of its actors. *seen* are the ids of other events.
    """
    main = max(kind.events, key=lambda e: len({m.article_id for m in e.members}), default=None)
    for event in kind.events:
        actor = min(event.first.actors, default="")
        role = "" if kind.asked_once and event is main else f"{event.first.date}\x1f{actor}"
        if is_undated(event.first) and role:
            role = f"{role}\x1f{event.first.mention_id}"
        event_id = stable_id("e", kind.key, 0, 0, role)
        if event_id in seen:
            event_id = stable_id("e", kind.key, 0, 0, f"{role}\x1f{event.first.mention_id}")
        if event_id in seen:
            event_id = lengthened(event_id, event.first.mention_id)
        seen.add(event_id)
        yield event_id, event
