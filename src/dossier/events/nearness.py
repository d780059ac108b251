"""How near two mentions are: their days, the words and names that describe them, their places."""

import functools
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date

from dossier.edtf import bounds
from dossier.events.describe import UNTYPED
from dossier.lexicons import load_lexicon, word_set
from dossier.records import PUBLISHED, Mention

Days = tuple[int, int]
Names = tuple[str, ...]
MOST = 0.5  # share of common words above which two mentions of a verb that says little are one
STEM = 5  # letters that a body and its members share: "le Sénat", "les sénateurs"
REACH = 31  # days from the day of an article within which lies what it tells without a date
FAR_PAST, FAR_FUTURE = date.min.toordinal(), date.max.toordinal()
EVER = (FAR_PAST, FAR_FUTURE)


def months(days: Days) -> range:
    """Return the stretches of thirty days that *days* touch, numbered."""
    return range(days[0] // 30, days[1] // 30 + 1)


def own_words(mention: Mention) -> tuple[str, ...]:
    """Return the words that describe the event itself and are no actor's name."""
    names = {word.casefold() for actor in mention.actors for word in actor.split()}
    return tuple(word for word in mention.words if word not in names)


def surnames(actors: Names) -> Names:
    """Return the last word of each name, which its bearer keeps where the rest is left out."""
    return tuple(name.split()[-1] for name in actors)


def is_by_others(one: Mention, other: Mention) -> bool:
    """Return whether each names who does it, by no common stem: "par la ligue", "par son équipe"."""
    first, second = ({w[:STEM] for d in m.doers for w in d.casefold().split()} for m in (one, other))
    return bool(first and second and not first & second)


def is_other_thing(kind: str, mention: Mention, faces: Iterable[tuple[Names, Names]]) -> bool:
    """Return whether *mention* is of another thing than the *faces* of an event, where a *kind* has several.

    The factory reopens, and so do the schools: neither a name nor a word is common to both. A verb that says
    little needs most of the words: "a laissé filer une toile", "avait laissé une toile au musée".
    """
    if kind.removeprefix(UNTYPED)[:-1] in word_set("events", "light"):
        return all(likeness(own_words(mention), words)[0] <= MOST for _actors, words in faces)
    own = {*mention.actors, *own_words(mention)}
    known = {name for face in faces for part in face for name in part}
    return bool(kind in load_lexicon("milestones")["of_things"] and own and known and not own & known)


def gap(one: Days, other: Days) -> int:
    """Return the number of days between two stretches of days, 0 where they overlap.

    Two nights that share a day are two: the one from the 5th to the 6th, the other from the 6th to the 7th.
    """
    if one[1] - one[0] == other[1] - other[0] == 1:
        return abs(one[0] - other[0])
    return max(one[0] - other[1], other[0] - one[1], 0)


def likeness(one: tuple[str, ...], other: tuple[str, ...]) -> tuple[float, bool]:
    """Return the share of common entries, and whether both have entries but none in common."""
    first, second = set(one), set(other)
    common = len(first & second)
    return (common / len(first | second) if common else 0.0), bool(first and second and not common)


@functools.lru_cache(maxsize=65536)
def days_of(edtf: str) -> Days | None:
    """Return the days of *edtf* as numbers, an open end far away; None where it is no date."""
    first, last = bounds(edtf)
    if first is None and last is None:
        return None
    return (first.toordinal() if first else FAR_PAST), (last.toordinal() if last else FAR_FUTURE)


def is_undated(mention: Mention) -> bool:
    """Return whether no more is known of when *mention* was than the day of its article."""
    return mention.date_basis == PUBLISHED


def still_ahead(mentions: Sequence[Mention], once: Collection[str]) -> Iterator[Mention]:
    """Yield *mentions*, as planned what an article names around the day, or before it, for which it plans it.

    "L'élection de 2012 … l'élection de mardi": of what happens *once*, the first did not take place either.
    """
    plans: dict[tuple[str, str], list[Days]] = {}
    for mention in mentions:
        planned = mention.status == "planned" and mention.type in once and not is_undated(mention)
        if planned and (days := days_told(mention)):
            plans.setdefault((mention.event_id, mention.article_id), []).append(days)
    for mention in mentions:
        first, last = days_told(mention) or EVER
        ahead = any(
            last < day[0] if is_undated(mention) else first <= day[0] <= day[1] <= last
            for day in plans.get((mention.event_id, mention.article_id), ())
        )
        yield replace(mention, status="planned") if ahead and mention.status == "reported" else mention


def fill_dates(mentions: Iterable[Mention]) -> Iterable[Mention]:
    """Yield *mentions*, those that take their date from another mention with that date."""
    waiting = list(mentions)
    known = {mention.mention_id: mention for mention in waiting}
    for mention in waiting:
        source = known.get(mention.date_from)
        yield replace(mention, date=source.date, date_basis="inferred") if source else mention


def place_of(mention: Mention) -> tuple[str, int, str]:
    """Return where *mention* stands among others of its days."""
    return mention.article_id, mention.start, mention.mention_id


def days_told(mention: Mention) -> Days | None:
    """Return the days that *mention* may be of: without a date, those near its article's day; or None."""
    days = days_of(mention.date)
    if not is_undated(mention):
        return days
    if not days:
        return EVER
    return (days[1] - REACH, days[1]) if days[0] == FAR_PAST else (days[0], days[0] + REACH)
