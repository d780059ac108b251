"""Read expressions to dates, in the order of a text, against the publication date or both ends of it."""

import datetime as dt
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from dossier.dates import calendar as cal
from dossier.dates.match import Meaning, is_bare, names_day, read_meaning
from dossier.dates.pairs import between, stretch
from dossier.dates.tense import looks_future
from dossier.dates.values import Value, evaluate, is_said, of_story, said_on, told_of
from dossier.edtf import bounds
from dossier.records import PUBLISHED, Mention, Published, Reading, TimeExpression

DAY = len("2024-01-31")
MONTH = 31  # days
_LATER = dt.timedelta(183)  # between the last day that a text speaks of and its own, where that is not known


def resolve(reading: Reading, published: Published) -> Reading:
    """Return *reading* with all its dates worked out against *published*.

    Expressions get value, date, basis, anchor and calendar_check; mentions, claims and quotations the dates
    of the expressions they refer to. Against an interval, a date is given only where both ends agree on it.
    """
    expressions = resolve_expressions(reading.expressions, published)
    known = {expression.date_id: expression for expression in expressions}
    for first, last in between(reading.article.text, expressions):
        known |= {end.date_id: replace(end, date=stretch(first, last)) for end in (first, last)}

    def date(ref: str, default: str) -> str:
        if ref == PUBLISHED:
            return published.day
        return known[ref].date if ref in known else default

    return replace(
        reading,
        article=replace(reading.article, published=published),
        expressions=expressions,
        mentions=tuple(_dated(m, known, published) for m in reading.mentions),
        statements=tuple(
            replace(s, date=known[s.date_ref].date, date_basis=known[s.date_ref].basis)
            if s.date_ref in known
            else s
            for s in reading.statements
        ),
        claims=tuple(
            replace(c, said_on=date(c.said_on_ref, c.said_on), about=date(c.about_ref, c.about))
            for c in reading.claims
        ),
        quotations=tuple(
            replace(q, said_on=date(q.said_on_ref, q.said_on)) if q.said_on_ref else q
            for q in reading.quotations
        ),
    )


def _dated(mention: Mention, known: Mapping[str, TimeExpression], published: Published) -> Mention:
    """Return *mention* with the date of its expression; without one it was done by the day of its article.

    What is planned is to come from that day on, but none bounds what was planned once: it has that basis
    already. Nor does any where no day of the article is known. An hour by itself dates nothing.
    """
    expression = known.get(mention.date_id)
    if expression and not is_bare(read_meaning(expression.meaning), expression.date):
        (starts, ends), today = bounds(expression.date), bounds(published.date)[1]
        ahead = starts and today and starts > today  # "annoncée pour le 24"
        over = ends and today and ends < today and not mention.attributed_to  # "en 2006, elle reviendra"
        over = over and any(map(looks_future, mention.text.lower().split()))
        status = {"reported": "planned" if ahead else "", "planned": "reported" if over else ""}
        dated = replace(mention, status=status.get(mention.status) or mention.status)
        return replace(dated, date=_by_then(expression.date, dated, published), date_basis=expression.basis)
    if mention.date_from or (mention.date_id and not expression):
        return mention
    first, last = bounds(published.date)
    if first and last and (last - first).days > MONTH:  # "by the end of the year" says nothing
        first = last = None
    bound = f"../{last}"
    if mention.status == "planned":
        bound = "" if mention.date_basis == PUBLISHED else f"{first}/.."
    return replace(mention, date=bound if first and last else "", date_basis=PUBLISHED)


def _by_then(date: str, mention: Mention, published: Published) -> str:
    """Return *date* ended by the day of the article, where that falls into it and tells what has happened."""
    first, _, last = date.partition("/")
    day = published.date
    if mention.status != "reported" or not all(len(edtf) == len(day) == DAY for edtf in (first, last)):
        return date
    return (f"{first}/{day}" if first < day else first) if first <= day < last else date


def resolve_expressions(
    expressions: Iterable[TimeExpression], published: Published
) -> tuple[TimeExpression, ...]:
    """Return *expressions* resolved in the order of the text."""
    expressions = tuple(expressions)
    first, last = bounds(published.date)
    last = first + _LATER if first and not last else last
    ends: Sequence[dt.date | None] = sorted({first, last}) if first and last else [None]
    runs = [_run(expressions, end) for end in ends]
    if not first and (some := _of_some_year(expressions, published)):
        runs = [list(map(_yearless, runs[0], _run(expressions, some)))]
    resolved = []
    for expression, *values in zip(expressions, *runs, strict=True):
        value = values[0]
        if any((other.value, other.date) != (value.value, value.date) for other in values):
            value = Value()
        vague = len(ends) == 2 and value.anchor == str(ends[0])
        inferred = published.basis == "inferred" and value.basis == "relative"
        resolved.append(
            replace(
                expression,
                value=value.value,
                date=value.date,
                basis="inferred" if inferred else value.basis,
                anchor=published.date if vague else value.anchor,
                calendar_check=value.check,
            )
        )
    return tuple(resolved)


def _of_some_year(expressions: tuple[TimeExpression, ...], published: Published) -> dt.date | None:
    """Return the day of publication in some year, where its line says none: *lundi 12 février*."""
    for expression in expressions:
        said = read_meaning(expression.meaning)
        if published.text and expression.text in published.text and said.day and said.month and not said.year:
            days = (cal.day_of(year, said.month, said.day, said.weekday) for year in _SOME_YEARS)
            return next(filter(None, days), None)
    return None


def _yearless(of_none: Value, of_some: Value) -> Value:
    """Return the value *of_some* year without that year, and no date, where it is a day or a month of it."""
    written = of_some.value
    counted = of_some.basis == "relative" and _MONTH_OR_DAY.match(written)
    return Value("XXXX" + written[4:]) if counted else of_none


_SOME_YEARS = range(2001, 2029)  # all weekdays of all days of the year
_MONTH_OR_DAY = re.compile(r"\d{4}-\d\d(?!\d)[^/]*$")


@dataclass(slots=True)
class Spoken:
    """What a text of *day* last spoke of, for each unit, be it to come or only what was not."""

    day: dt.date | None
    last: dict[tuple[str, bool], cal.Stretch] = field(default_factory=dict)
    other: dt.date | None = None  # the last day before that of the publication
    recent: cal.Stretch | None = None  # whatever was spoken of last
    tense: str = ""  # in which tense
    night: dt.date | None = None  # the day on which a night began that it last spoke of
    lost: tuple[str, ...] = ()  # units for which it last spoke of what is not known: "mardi", of no day

    def add(self, stretch: cal.Stretch, said: Meaning) -> None:
        """Note that the text speaks of *stretch* by what it *said*; "depuis mardi", no evening is of that."""
        self.recent, self.tense, self.lost = stretch, said.tense, ()
        if stretch.first == stretch.last and (self.day is None or stretch.first < self.day):
            self.other = stretch.first
        gone = self.day is None or stretch.first <= self.day
        for unit, longest in _LONGEST.items():
            if (stretch.last - stretch.first).days < longest and not (said.since and unit == "P"):
                self.night = self.night if unit != "P" else stretch.first if said.overnight else None
                self.last[unit, False] = stretch
                if gone:
                    self.last[unit, True] = stretch

    def focus(self, meaning: Meaning) -> dt.date | None:
        """Return the day that *meaning* counts from: in the past tense, from nothing that is to come."""
        if meaning.origin == "that" and self.other and meaning.tense != "future":
            return self.other
        part = meaning.part and not meaning.n
        if part and meaning.tense in ("present", "future") and self.tense == "past":
            # "Il a tiré mardi. Les forces de l'ordre bouclent le quartier en début de soirée."
            return self.day
        unit = "P" if part else meaning.unit if meaning.unit in _LONGEST else "D"
        if unit in self.lost:
            return None
        stretch = self.last.get((unit, meaning.tense == "past"))
        of_text = self.day if stretch is None or stretch.first == self.day else None
        if of_text and meaning.n and self.recent and self.recent.last + _LATER < of_text:
            return None  # "en 2019 … le lendemain" is not counted from the publication
        if part and meaning.part != "NI" and stretch and stretch.first == self.night:
            return self.night + dt.timedelta(1)  # "dans la nuit de mardi à mercredi … dans la matinée"
        return self.day if stretch is None else stretch.last if meaning.n > 0 else stretch.first

    def grain(self, meaning: Meaning) -> Meaning:
        """Return *meaning*, counted from what was spoken of last, as exact as that is.

        *48 % en mai, contre 50 un an plus tôt* is a month; months after a mere year are given in years.
        """
        year = self.recent
        if meaning.kind != "offset" or meaning.origin != "focus" or not year or not meaning.n:
            return meaning
        months = (year.last.year - year.first.year) * 12 + year.last.month - year.first.month + 1
        if meaning.unit == "Y" and months == 1 and year.first != year.last:
            return replace(meaning, month=year.first.month)
        if meaning.unit == "Y" and months == 3:
            return replace(meaning, quarter=(year.first.month + 2) // 3)
        if meaning.unit == "M" and months == 12:
            first, last = sorted((meaning.n // 12, -(-meaning.n // 12)))
            return Meaning("calendar", year=year.first.year + first, to_year=year.first.year + last)
        return meaning


# What a unit, or a part of a day, may be counted from, in days: a year from any day, month or year.
_LONGEST = {"P": 1, "D": 1, "W": 7, "WE": 7, "M": 31, "Q": 92, "SEM": 184, "Y": 366}


_BEFORE = ("pluperfect", "perfect")  # tenses of what came before the story that is told
_LATE, _EARLY = 20, 6  # hours of one night


def _run(expressions: tuple[TimeExpression, ...], day: dt.date | None) -> list[Value]:
    """Return the value of each expression, keeping the day that the text last spoke of.

    A time of the clock beside which no day stands is of the only day, or night between two, that the text
    told of before, that of the text left out; where it told of none, or of several, it is of the day of the
    text if that is not over.
    """
    meanings = [read_meaning(expression.meaning) for expression in expressions]
    places = {expression.date_id: place for place, expression in enumerate(expressions)}
    values: list[Value] = []
    days: dict[int, str] = {}
    spoken, told = Spoken(day), dict[str, str]()
    for place, (expression, read) in enumerate(zip(expressions, meanings, strict=True)):
        if read.kind == "clock":
            today = "" if read.tense in ("past", *_BEFORE) else str(day or "")
            story = _day_told(told, day)
            gone = read.tense == "present" and told.get(story) == "past"  # what goes on is of today
            unsaid = read.tense in _BEFORE or read.quoted  # of which day one speaks, one's own words say
            unsaid |= bool(story) and not read.tense  # "la file s'allonge dès 9 h" may be of any day
            days[place] = "" if unsaid else today if gone else story or today
        meaning = of_story(_night_before(spoken.grain(read), spoken), spoken.recent, day)
        behind = places.get(read.day_of) if read.kind == "offset" else None
        then = None if behind is None else cal.read_edtf(evaluate(meanings[behind], day, None).date)
        focus = then.first if then and not spoken.recent else spoken.focus(meaning)
        if read.origin == "that" and read.weekday:
            focus = told_of(read, told)
        values.append(evaluate(meaning, then.first if then else said_on(read, told, day), focus))
        if read.origin == "focus" and read.tense == "past" and values[-1].date[:DAY] > str(day or "9"):
            values[-1] = Value()  # "le lendemain, il gagnait" is of a story
        date = values[-1].date
        # "désormais" leaves the story, but not for those who speak in it
        now = str(day or "") if meaning.value == "PRESENT_REF" and not read.quoted else date
        stretch = cal.read_edtf(now[:10] if meaning.overnight else now)
        if not stretch and names_day(read):
            spoken.other, spoken.lost = None, ("P", "D")
        if stretch and expression.type in ("DATE", "TIME"):
            spoken.add(stretch, read)
            one_day = date and stretch.first == stretch.last and not (read.since or is_said(read))
            if one_day and (values[-1].basis, date) != ("explicit", str(day)):
                told[date] = read.tense
    nights: dict[int, str] = {}  # by the day that is named, the next one
    for place, meaning in enumerate(meanings):
        if meaning.kind == "clock":
            named = places.get(meaning.day_of, place)
            several = "/" in values[named].date and not meanings[named].overnight  # "les 16 et 17 juin"
            date = days[place] if named == place or several else values[named].date
            if meaning.hour >= _LATE and len(date) == DAY:
                nights[named] = str(dt.date.fromisoformat(date) + dt.timedelta(1))
            after = meaning.hour < _EARLY and nights.get(named)  # "vendredi vers 23 h 45 … à 1 h 30"
            values[place] = _clock(meaning, after or date)
    return values


def _day_told(told: Iterable[str], day: dt.date | None) -> str:
    """Return the only day, or night, of those *told* but the *day* of the text: "tué lundi, a dit mardi"."""
    nights = {date[:10] for date in told if "/" in date}  # "la nuit de Noël" and "à Noël" are one day
    story = [date for date in told if date not in nights | {str(day)}] or [*told]
    return story[0] if len(story) == 1 else ""


def _night_before(meaning: Meaning, spoken: Spoken) -> Meaning:
    """Return *meaning*, a night gone by that ended on the day of the publication, as that."""
    if meaning.part != "NI" or meaning.origin != "focus" or meaning.n:
        return meaning
    ended = meaning.tense == "past" and spoken.focus(meaning) == spoken.day
    return replace(meaning, n=-1, overnight=1) if ended else meaning


def _clock(meaning: Meaning, named: str) -> Value:
    """Return a time of the clock on the day *named*; in a night between two days, on that of its hour."""
    first, _, second = named.partition("/")
    day = second if second and meaning.hour < 12 else first
    clock = f"{day or 'XXXX-XX-XX'}T{meaning.hour:02}:{max(meaning.minute, 0):02}"
    return Value(clock, day, "relative" if day else "", day)
