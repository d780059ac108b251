"""The day an article appeared, where its file does not state it, as far as its own words do.

Two kinds of evidence are taken, the surer first: a weekday with its date (*ce mercredi 4 décembre*, *hier,
mardi 18 juin*), which only some years have; the latest day that the text speaks of as past, be its year said
or that of its weekday: the article appeared on it or later, so that no day is counted from it. What another
article tells is no evidence: of what happened on one day, papers tell on several.
"""

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from dossier.dates.calendar import Stretch, day_of, read_edtf
from dossier.dates.match import Meaning, read_meaning
from dossier.dates.resolve import resolve_expressions
from dossier.i18n import _
from dossier.records import Published, Reading, TimeExpression

REACH = 2  # years around the known dates of the folder in which an undated article of it is sought
REACH_ALONE = 5  # years behind the last that its own text speaks of; more have the same weekdays again


def infer_publications(readings: Iterable[Reading]) -> Mapping[str, Published]:
    """Return the publication date of each article, inferred where its file does not give the day."""
    readings = sorted(readings, key=lambda reading: reading.article.article_id)
    published = {reading.article.article_id: reading.article.published for reading in readings}
    lacking = [reading for reading in readings if not _is_day(reading.article.published)]
    for clue in (_own_clue, _narrow):
        known = [stretch for day in published.values() if (stretch := read_edtf(day.date))]
        years = sorted(stretch.first.year for stretch in known)
        for reading in lacking:
            name = reading.article.article_id
            if not _is_day(published[name]) and (found := clue(reading, years)):
                published[name] = found
    return published


def _is_day(published: Published) -> bool:
    stretch = read_edtf(published.date)
    return stretch is not None and stretch.first == stretch.last


def _meanings(reading: Reading) -> list[tuple[TimeExpression, Meaning]]:
    return [(e, read_meaning(e.meaning)) for e in reading.expressions if e.meaning.startswith("calendar")]


def _allowed(reading: Reading, known: Sequence[int]) -> Stretch | None:
    """Return the month or year that the file gives, or else the years around the other dates.

    These are the *known* years of publication of the folder; where it has none, the whole dates of the text
    itself and the years that it speaks of as past.
    """
    own = read_edtf(reading.article.published.date)
    if own:
        return own
    years = sorted(m.year for _, m in _meanings(reading) if m.year and not m.to_year and m.tense != "future")
    if not (known or years):
        return None
    last = known[-1] + REACH if known else years[-1] + REACH_ALONE
    first = max([known[0] - REACH if known else years[-1], *(year for year in years if year <= last)])
    return Stretch(dt.date(max(first, 1), 1, 1), dt.date(min(last, 9999), 12, 31))


def _own_clue(reading: Reading, known: Sequence[int]) -> Published | None:
    """Find *ce mercredi 4 décembre*, *hier, mardi 18 juin*, or a dateline without its year: its own."""
    allowed, published = _allowed(reading, known), reading.article.published
    for expression, meaning in _meanings(reading):
        dateline = bool(published.text) and not published.date and expression.text in published.text
        counted = _counted_beside(reading, expression)
        own = meaning.rel == "this" or dateline or counted is not None
        if own and (day := _only_day(meaning, allowed)):
            day -= dt.timedelta(read_meaning(counted.meaning).n if counted else 0)
            year = _only_year(meaning, allowed, day.year)
            why = _("It gives “{day}” as its day{year}.", day=expression.text, year=year)
            if counted:
                why = _("It calls “{day}” “{word}”{year}.", day=expression.text, word=counted.text, year=year)
            return Published(str(day), published.text or expression.text, "inferred", why)
    return None


def _counted_beside(reading: Reading, expression: TimeExpression) -> TimeExpression | None:
    """Return the day counted from the publication that *expression* names: *hier, mardi 18 juin*."""
    before = [e for e in reading.expressions if e.end <= expression.start][-1:]
    for other in before:
        meaning = read_meaning(other.meaning)
        beside = not reading.article.text[other.end : expression.start].strip(" ,\u00a0\u202f(")
        if beside and meaning.kind == "offset" and meaning.unit == "D" and not meaning.origin:
            return other
    return None


def _only_day(meaning: Meaning, allowed: Stretch | None) -> dt.date | None:
    """Return the one day that *meaning* can be: of its year, or of the *allowed* one by its weekday."""
    if meaning.year:
        allowed = Stretch(dt.date(meaning.year, 1, 1), dt.date(meaning.year, 12, 31))
    if not (meaning.day and meaning.month and allowed and (meaning.year or meaning.weekday)):
        return None
    years = range(allowed.first.year, allowed.last.year + 1)
    found = (day_of(year, meaning.month, meaning.day, meaning.weekday) for year in years)
    days = [day for day in found if day and allowed.first <= day <= allowed.last]
    return days[0] if len(days) == 1 else None


def _only_year(meaning: Meaning, allowed: Stretch | None, year: int) -> str:
    """Return the reason for *year*, where no word gives it."""
    if meaning.year or not allowed:
        return ""
    return _(
        "; from {first} to {last}, the years around the other dates, only {year} has such a day",
        first=allowed.first.year,
        last=allowed.last.year,
        year=year,
    )


def _latest_past(reading: Reading, published: Published) -> dt.date | None:
    """Return the latest day that the text speaks of as past, as far as *published* and text give its year."""
    days = []
    for expression in resolve_expressions(reading.expressions, published):
        stretch, said = read_edtf(expression.date), read_meaning(expression.meaning)
        past = said.tense == "past" or (said.year and said.tense != "future")
        if stretch and said.kind == "calendar" and said.day and past:
            days.append(stretch.first)
    return max(days, default=None)


def _narrow(reading: Reading, known: Sequence[int]) -> Published | None:
    """Narrow the month or year that the file gives by the latest day that its text speaks of as past.

    Where the file gives nothing, a past day whose weekday leaves one year is the first that it can be.
    """
    published = reading.article.published
    given = read_edtf(published.date)
    if given is None:
        allowed = _allowed(reading, known)
        past = [pair for pair in _meanings(reading) if pair[1].tense == "past" and not pair[1].year]
        days = [(day, *pair) for pair in past if (day := _only_day(pair[1], allowed))]
        if not days:
            return None
        day, expression, meaning = max(days, key=lambda row: row[0])
        year = _only_year(meaning, allowed, day.year)
        why = _("It speaks of “{day}” as past{year}.", day=expression.text, year=year)
        return Published(f"{day}/..", published.text, "inferred", why)
    latest = _latest_past(reading, replace(published, date=str(given.last), basis="inferred"))
    if latest is None or not given.first < latest <= given.last:
        return None
    why = _("The file gives {date}, and its text speaks of {day} as past.", date=published.date, day=latest)
    return replace(published, date=f"{latest}/{given.last}", basis="inferred", reason=why)
