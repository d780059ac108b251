"""What a temporal expression means before it is resolved, and its notation in one line.

``calendar month=6 rel=last`` is *juin dernier*, ``offset unit=W n=-1`` *la semaine dernière*, ``clock hour=20
minute=30`` *20 h 30*. Fields that are not said are left out.
"""

from dataclasses import dataclass, fields


@dataclass(frozen=True, slots=True)
class Meaning:
    """The parts of an expression.

    ``kind``: calendar (a named day, month, year …), offset (so many units from the publication, or from the
    focus: the day that the text last spoke of), clock, decade, century, duration, set, ref (vague) or
    ordinal (*la première semaine*: a stretch of something that is not said).
    """

    kind: str
    value: str = ""  # of duration, set, ref: the TIMEX3 value
    year: int = 0
    month: int = 0
    day: int = 0
    weekday: int = 0  # 1 is Monday
    to_day: int = 0  # a range: its last day
    to_year: int = 0  # and its last year
    season: str = ""  # SP SU FA WI
    holiday: str = ""  # "12-25" or "easter 39"
    quarter: int = 0
    edge: str = ""  # start mid end
    to_edge: str = ""
    part: str = ""  # MO MI AF EV NI
    overnight: int = 0  # 1: a night that lasts into the day after
    unit: str = ""  # D W WE M Q SEM Y DE CE
    n: int = 0
    origin: str = ""  # focus: from the day last spoken of; that: from such a day before the publication
    rel: str = ""  # last next this any, Y-1 Y0 Y1: of the year before, of this, of the next
    tense: str = ""  # past present future
    hour: int = -1
    minute: int = -1
    day_of: str = ""  # the date_id of the expression that gives a clock time its day

    def __str__(self) -> str:
        said = (
            (field.name, getattr(self, field.name))
            for field in fields(self)[1:]
            if getattr(self, field.name) != field.default
        )
        return " ".join([self.kind, *(f"{name}={str(value).replace(' ', '+')}" for name, value in said)])


_NUMBERS = {field.name for field in fields(Meaning) if field.type is int}


def read_meaning(notation: str) -> Meaning:
    """Return the meaning that *notation* writes down.

    Raises:
        ValueError: this is no such notation.
    """
    kind, *pairs = notation.split()
    values: dict[str, str | int] = {}
    for pair in pairs:
        name, _, value = pair.partition("=")
        values[name] = int(value) if name in _NUMBERS else value.replace("+", " ")
    return Meaning(kind, **values)  # type: ignore[arg-type]
