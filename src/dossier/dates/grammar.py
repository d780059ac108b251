"""The grammar of temporal expressions, written over the classes of `dossier.dates.units`.

A rule is a pattern and a builder. The group ``t`` of a pattern is the text of the expression; what stands outside of it is
context. A builder returns type and meaning, or None where the words are something else after all.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

from dossier.dates.meaning import Meaning
from dossier.dates.units import Unit, fold_word, read_units
from dossier.lexicons import load_lexicon


@dataclass(frozen=True, slots=True)
class Found:
    """An expression of a paragraph: its span there, its TIMEX3 type, its meaning."""

    start: int
    end: int
    type: str
    meaning: Meaning


class Match:
    """A rule's match: the units of its groups, and what stands around."""

    def __init__(self, text: str, units: list[Unit], match: re.Match[str]) -> None:
        self.text, self.units, self._match = text, units, match

    def __getitem__(self, group: str) -> Unit | None:
        """Return the first unit of *group*, or None."""
        start, end = self._match.span(group)
        return self.units[start] if end > start else None

    def value(self, group: str, default: int = 0) -> int:
        """Return the number that *group* stands for."""
        unit = self[group] if group in self._match.re.groupindex else None
        return default if unit is None else int(unit.value)

    def word(self, group: str) -> str:
        """Return what *group* stands for, as text."""
        unit = self[group] if group in self._match.re.groupindex else None
        if unit is not None and unit.kind == "T":
            return f"{unit.value:02}:00"
        return "" if unit is None else str(unit.value if unit.value is not None else unit.key)

    def has(self, group: str) -> bool:
        """Tell whether *group* matched anything."""
        return group in self._match.re.groupindex and self._match.end(group) > self._match.start(group)

    @property
    def start(self) -> int:
        """The place of the first unit."""
        return self._match.start()

    @property
    def before(self) -> Unit | None:
        """The unit in front of the match."""
        place = self._match.start()
        return self.units[place - 1] if place else None

    @property
    def after(self) -> Unit | None:
        """The unit behind the match."""
        place = self._match.end()
        return self.units[place] if place < len(self.units) else None

    def raw(self, unit: Unit | None) -> str:
        """Return the letters of *unit* as written."""
        return self.text[unit.start : unit.end] if unit else ""


Builder = Callable[[Match], "tuple[str, Meaning] | None"]
_RULES: list[tuple[re.Pattern[str], Builder]] = []


def rule(*patterns: str) -> Callable[[Builder], Builder]:
    """Register a builder for *patterns*; rules are tried in the order of the module."""

    def register(builder: Builder) -> Builder:
        for pattern in patterns:
            whole = pattern if "(?P<t>" in pattern else f"(?P<t>{pattern})"
            _RULES.append((re.compile(whole), builder))
        return builder

    return register


def _rel(m: Match) -> str:
    return "last" if m.has("L") else "next" if m.has("X") else "this" if m.has("c") else ""


@functools.cache
def _words(key: str) -> frozenset[str]:
    return frozenset(fold_word(word) for word in load_lexicon("dates")[key])


@functools.cache
def _function_words() -> frozenset[str]:
    return frozenset(load_lexicon("languages")["fr"].split())


def _noun_follows(m: Match) -> bool:
    """Tell whether a word follows that a number could count."""
    unit = m.after
    if unit is None or unit.kind != "x" or not unit.key.isalpha() or unit.key in _function_words():
        return False
    return unit.key[-1] in "sx" or m.value("t", 0) < 100


def _year(m: Match) -> int | None:
    """Return the year of group ``y``, two digits too; None where it is no year."""
    unit = m["y"] if m.has("y") else None
    if unit is None:
        return 0
    if unit.kind == "d":
        return None if unit.value < 32 or _noun_follows(m) else 1900 + int(unit.value)
    return int(unit.value)


# Whole dates -----------------------------------------------------------------------------------------------


@rule(r"N")
def _numeric(m: Match) -> tuple[str, Meaning] | None:
    parts = [int(part) for part in re.split(r"[./-]", m.word("t"))]
    year, month, day = parts if parts[0] > 31 else reversed(parts)
    year += 0 if year > 99 else 1900 if year > 40 else 2000
    return (
        ("DATE", Meaning("calendar", year=year, month=month, day=day))
        if 1 <= month <= 12 and 1 <= day <= 31
        else None
    )


@rule(
    r"(?P<c>c)?V?(?P<W>W)?l?(?P<d>[do])[a-](?:W)?(?P<e>[do])(?P<M>M)(?P<y>[yd])?(?P<L>L)?(?P<X>X)?",
    r"(?P<d>[do])k(?P<e>[do])(?P<M>M)(?P<y>[yd])?(?P<L>L)?(?P<X>X)?",
)
def _days(m: Match) -> tuple[str, Meaning] | None:
    first, last, year = m.value("d"), m.value("e"), _year(m)
    together = m["t"] is not None and m._match.group()[1:2] != "k"
    if not 0 < first < last <= 31 or year is None or (not together and last != first + 1):
        return None
    meaning = Meaning("calendar", year=year, month=m.value("M"), day=first, to_day=last, rel=_rel(m))
    return "DATE", replace(meaning, weekday=m.value("W"))


@rule(
    r"(?P<c>c)?V?(?P<W>W)?(?:(?<=W)l)?(?P<d>[do])(?P<M>M)(?P<y>[yd])?(?P<L>L)?(?P<X>X)?(?P<P>[PT])?",
    r"(?P<c>c)?V?(?P<W>W)?(?:(?<=W)l)?(?P<d>[do])(?P<M>M)(?P<y>y)?(?P<L>L)?(?P<X>X)?",
)
def _day(m: Match) -> tuple[str, Meaning] | None:
    day, year, unit = m.value("d"), _year(m), m["d"]
    if not 1 <= day <= 31 or year is None or (unit and unit.kind == "o" and day > 2):
        return None
    part = m.word("P")
    meaning = Meaning(
        "calendar", year=year, month=m.value("M"), day=day, weekday=m.value("W"), rel=_rel(m), part=part
    )
    return ("TIME" if part else "DATE"), meaning


@rule(r"(?P<t>(?P<W>W)?(?P<d>[do]))(?=(?:x[do])*(?:k|a|ka|kl|-)l?W?[do](?P<M>M)(?P<y>y)?(?P<L>L)?(?P<X>X)?)")
def _day_of_shared_month(m: Match) -> tuple[str, Meaning] | None:
    if not 1 <= m.value("d") <= 31 or (m.before and m.before.kind not in "alukbx"):
        return None
    meaning = Meaning(
        "calendar", year=m.value("y"), month=m.value("M"), day=m.value("d"), weekday=m.value("W")
    )
    return "DATE", replace(meaning, rel=_rel(m))


@rule(r"(?P<W>W)(?P<d>[do])")
def _weekday_and_day(m: Match) -> tuple[str, Meaning] | None:
    if _noun_follows(m) or (m.after and m.after.kind in "Uhn") or not 1 <= m.value("d") <= 31:
        return None
    return "DATE", Meaning("calendar", weekday=m.value("W"), day=m.value("d"))


@rule(
    r"P(?:u)(?P<W>W)a(?P<V>W)(?P<L>L)?",
    r"P(?:u)l?(?P<d>[do])(?P<M>M)?a(?P<e>[do])(?P<N>M)(?P<y>y)?(?P<L>L)?",
    r"P(?:u)(?P<W>W)(?P<d>[do])aW[do](?P<M>M)(?P<y>y)?(?P<L>L)?",
)
def _night_between(m: Match) -> tuple[str, Meaning] | None:
    unit = m["t"]
    if unit is None or unit.value != "NI":
        return None
    month = m.value("M") or m.value("N")
    return "TIME", Meaning(
        "calendar",
        year=m.value("y"),
        month=month,
        day=m.value("d"),
        weekday=m.value("W"),
        part="NI",
        rel=_rel(m),
    )


# Edges of a stretch ------------------------------------------------------------------------------------------


@rule(r"bl?(?P<E>E)-?[kl]*(?P<F>E)[-u]?(?P<M>M)(?P<y>y)?(?P<L>L)?(?P<X>X)?")
def _between_edges(m: Match) -> tuple[str, Meaning] | None:
    meaning = Meaning(
        "calendar", year=m.value("y"), month=m.value("M"), edge=m.word("E"), to_edge=m.word("F")
    )
    return "DATE", replace(meaning, rel=_rel(m))


@rule(
    r"l?(?P<E>E)[-ul]*(?:U[u])?(?P<M>M)(?P<y>[yd])?(?P<L>L)?(?P<X>X)?",
    r"l?(?P<E>E)[-ul]*(?:(?P<U>U))(?P<y>y)",
    r"l?(?P<E>E)[-ul]*(?P<y>y)",
)
def _edge_of_month(m: Match) -> tuple[str, Meaning] | None:
    year = _year(m)
    if year is None or (not m.has("M") and _noun_follows(m)) or (m.has("U") and m.word("U") != "Y"):
        return None
    return "DATE", Meaning("calendar", year=year, month=m.value("M"), edge=m.word("E"), rel=_rel(m))


@rule(
    r"l?(?P<E>E)[-ul]*(?P<c>c)?(?P<U>U)(?P<L>L)?(?P<X>X)?(?!n)",
    r"l?(?P<E>E)[-ul]*(?P<X>X)(?P<U>U)",
)
def _edge_of_period(m: Match) -> tuple[str, Meaning] | None:
    n = -1 if m.has("L") else 1 if m.has("X") else 0
    if m.word("U") not in ("W", "M", "Y", "WE", "Q", "SEM", "D", "DE", "CE") or (
        m.word("U") == "D" and m.word("E") != "end"
    ):
        return None
    if m.word("U") == "D":
        return "TIME", Meaning("offset", unit="D", origin="focus", part="EV")
    return "DATE", Meaning("offset", unit=m.word("U"), n=n, edge=m.word("E"))


# Centuries, decades, years ------------------------------------------------------------------------------------


@rule(r"l?(?P<E>E)[ul]*(?P<o>o)(?P<U>U)", r"(?P<o>o)(?P<U>U)")
def _century(m: Match) -> tuple[str, Meaning] | None:
    if m.word("U") != "CE":
        return None
    return "DATE", Meaning("century", n=m.value("o"), edge=m.word("E") if m.has("E") else "")


@rule(r"(?:l?(?P<E>E)[ul]*)?(?P<U>U)(?P<y>[dny])")
def _decade(m: Match) -> tuple[str, Meaning] | None:
    number = m.value("y")
    written = m.raw(m["U"]).lower()
    if m.word("U") != "Y":
        return None
    if written.endswith("s") and written.startswith("ann") and number % 10 == 0:
        if 10 <= number <= 90:
            number += 1900
        return ("DATE", Meaning("decade", year=number, edge=m.word("E"))) if 1000 <= number < 2100 else None
    year = m["y"]
    if year and year.kind != "d" and 1 <= number < 2200 and not written.endswith("s"):
        return "DATE", Meaning("calendar", year=number, edge=m.word("E"))
    return None


@rule(r"(?P<o>o)(?P<U>U)(?:u?(?P<y>y))?(?P<L>L)?(?P<X>X)?")
def _ordinal(m: Match) -> tuple[str, Meaning] | None:
    unit = m.word("U")
    if unit in ("Q", "SEM") and m.value("o") <= (4 if unit == "Q" else 2):
        return "DATE", Meaning("calendar", quarter=m.value("o"), unit=unit, year=m.value("y"), rel=_rel(m))
    return (
        ("DATE", Meaning("ordinal", unit=unit, n=m.value("o")))
        if unit in ("D", "W", "M", "Y", "WE")
        else None
    )


@rule(r"(?P<t>(?:U[u]?)?(?P<M>M)(?P<y>[yd])?(?P<L>L)?(?P<X>X)?)", r"(?P<t>(?:U[u]?)?(?P<M>M))")
def _month(m: Match) -> tuple[str, Meaning] | None:
    unit, month, year = m["t"], m["M"], _year(m)
    if unit is None or month is None or year is None or (unit.kind == "U" and unit.value != "M"):
        return None
    if not year and month.key in _words("short_months"):
        return None
    plain = unit is month and not year and not _rel(m)
    if plain and (
        m.before is None or m.before.kind not in "aukEg-" and m.before.key not in _words("before_year")
    ):
        if m.raw(month)[0].isupper() or month.key in ("mars", "mai"):
            return None
    return "DATE", Meaning("calendar", year=year, month=int(month.value), rel=_rel(m))


@rule(r"(?P<Z>Z)x(?P<t>Z)", r"(?P<t>Z)(?=x(?P<Z>Z))")
def _seasons_compared(m: Match) -> tuple[str, Meaning] | None:
    pair = m.raw(m["t"]), m.text
    return ("DATE", Meaning("calendar", season=m.word("t"), rel="any")) if "comme" in pair[1].lower() else None


@rule(r"(?P<c>[lc])?(?P<X>X)?(?P<Z>Z)(?:u?(?P<y>y))?(?P<L>L)?(?P<n>X)?")
def _season(m: Match) -> tuple[str, Meaning] | None:
    year, word, before = m.value("y"), m["Z"], m.before
    said = bool(year) or m.has("L") or m.has("n")
    if before is not None and before.kind == "u" and m.raw(before).lower() == "d" and not said and not m.has("c"):
        place = m.start - 2
        if place < 0 or m.units[place].kind not in "UEP":
            return None  # "jeux d'hiver", "vacances d'été"
    article = m.has("c") or (before is not None and before.kind in "agluEekr") or m.raw(word)[:1].isupper()
    if not (article or said):
        return None
    this = m["c"] is not None and m["c"].kind == "c"
    any_year = before is not None and before.kind in "gu" and not said
    rel = "last" if m.has("L") else "next" if m.has("n") or m.has("X") else "this" if this else "any" if any_year else ""
    return "DATE", Meaning("calendar", season=m.word("Z"), year=year, rel=rel)


@rule(r"(?P<F>F)(?P<y>y)?(?P<L>L)?(?P<X>X)?")
def _holiday(m: Match) -> tuple[str, Meaning] | None:
    if not m.raw(m["F"]).lower() == m.raw(m["F"]):
        return "DATE", Meaning("calendar", holiday=m.word("F"), year=m.value("y"), rel=_rel(m))
    return None


@rule(r"y")
def _bare_year(m: Match) -> tuple[str, Meaning] | None:
    number, before, after = m.value("t"), m.before, m.after
    if _noun_follows(m) or (after and after.kind in "UhnM1½z%") or not 1000 <= number < 2150:
        return None
    key = before.key if before else ""
    if after and after.key in "-/" and m.start + 2 < len(m.units) and m.units[m.start + 2].kind in "yd":
        return "DATE", Meaning("calendar", year=number)
    near = before is not None and (before.kind in "guab-Ek(" or key in _words("before_year") or key in "(/")
    if near and before is not None and before.kind in "uak-" and number < 1500:
        near = False
    return ("DATE", Meaning("calendar", year=number)) if near else None


# Days of the week -----------------------------------------------------------------------------------------------


@rule(r"eW", r"ew?W", r"t[w]", r"[lts](?P<w>w)", r"t(?P<w>w)")
def _each_weekday(m: Match) -> tuple[str, Meaning] | None:
    day = next(u.value for u in m.units[m.start : m._match.end()] if u.kind in "Ww")
    return "SET", Meaning("set", value=f"XXXX-WXX-{day}")


@rule(r"(?P<t>(?P<c>c)V?(?P<W>W)(?P<P>[PT])?(?P<L>L)?(?P<X>X)?)", r"(?P<t>(?P<W>W)(?P<P>[PT])?(?P<L>L)?(?P<X>X)?)")
def _weekday(m: Match) -> tuple[str, Meaning] | None:
    part = m.word("P")
    if (
        m.before
        and m.before.key in ("le",)
        and not part
        and not _rel(m)
        and not (m.after and m.after.kind in "Spd")
    ):
        return "SET", Meaning("set", value=f"XXXX-WXX-{m.value('W')}")
    meaning = Meaning("calendar", weekday=m.value("W"), part=part, rel=_rel(m))
    return ("TIME" if part else "DATE"), meaning


# Counted from the publication or from the day last spoken of -----------------------------------------------------


def _offset(entry: str, origin: str, part: str) -> tuple[str, Meaning]:
    unit, n, *parts = entry.split()
    part = part or (parts[0] if parts else "")
    return ("TIME" if part else "DATE"), Meaning("offset", unit=unit, n=int(n), part=part, origin=origin)


@rule(r"(?P<D>D)(?:a?l?(?P<P>[PT]))?(?P<W>W)?", r"(?P<A>A)(?:a?l?(?P<P>[PT]))?")
def _deictic(m: Match) -> tuple[str, Meaning]:
    near = m.has("D")
    kind, meaning = _offset(m.word("D") or m.word("A"), "" if near else "focus", m.word("P"))
    return kind, replace(meaning, weekday=m.value("W"))


@rule(r"(?P<c>c)(?P<P>[PT])", r"l(?P<P>[PT])(?P<L>L)")
def _this_part(m: Match) -> tuple[str, Meaning] | None:
    if m["P"] is not None and m["P"].key == "soiree":
        return None  # a party, not a time
    night_before = m.word("P") == "NI" and m.has("L")
    return "TIME", Meaning(
        "offset", unit="D", n=-1 if m.has("L") else 0, part=m.word("P"), tense="past" if night_before else ""
    )


@rule(r"l(?P<P>[PT])(?!u)")
def _some_part(m: Match) -> tuple[str, Meaning] | None:
    before = m.before.key if m.before else ""
    if before not in ("dans", "durant", "pendant", "de", "au cours de", "jusqu", "a") and m.word("P") in (
        "MI",
        "AF",
    ):
        return None
    return (
        ("TIME", Meaning("offset", unit="D", origin="focus", part=m.word("P")))
        if m.word("P") != "MI"
        else None
    )


@rule(
    r"[lc](?P<U>U)(?:k[U])?(?P<X>X)",
    r"[lc](?P<X>X)(?P<U>U)(?:kU)?",
    r"[lc](?P<L>L)(?P<U>U)",
    r"[lc](?P<U>U)(?P<L>L)",
    r"(?P<U>U)(?P<L>L)",
    r"(?P<U>U)(?P<X>X)",
)
def _near_period(m: Match) -> tuple[str, Meaning] | None:
    unit, plural = (
        m.word("U"),
        m.raw(m["U"]).lower().endswith("s") and m["U"] is not None and m["U"].key not in ("mois",),
    )
    if m["U"] is not None and m["U"].key == "mois":
        plural = m.raw(m["t"]).lower() in ("les", "ces")
    if plural and m.after is not None and m.after.kind in "us":
        return "DATE", Meaning("ordinal", unit=unit, n=-1 if m.has("L") else 1)
    if plural:
        return "DATE", Meaning("ref", value="PAST_REF" if m.has("L") else "FUTURE_REF")
    if unit in ("S", "MIN", "H", "ML"):
        return None
    return "DATE", Meaning("offset", unit=unit, n=-1 if m.has("L") else 1)


@rule(
    r"[lc](?P<n>[dn])[LX](?P<U>U)",
    r"[lc](?P<n>[dn])(?P<U>U)[pSLX]",
    r"[lc][LX](?P<n>[dn])(?P<U>U)",
    r"(?P<n>[dn])(?P<U>U)[p]",
)
def _counted_period(m: Match) -> tuple[str, Meaning]:
    return "DURATION", Meaning("duration", value=length(m.value("n"), m.word("U")))


@rule(r"(?P<c>c)(?P<U>U)(?P<I>I)?")
def _this_period(m: Match) -> tuple[str, Meaning] | None:
    unit, this = m.word("U"), m["c"]
    if unit in ("S", "MIN", "H", "ML", "D") or (this and this.key == "ces"):
        return None
    return "DATE", Meaning("offset", unit=unit)


@rule(r"B(?P<n>[dny1])(?P<U>U)")
def _ago(m: Match) -> tuple[str, Meaning] | None:
    if m.word("U") in ("S", "MIN", "H", "DE", "CE", "ML"):
        return None
    n = 1 if m["n"] is not None and m["n"].kind == "1" else m.value("n")
    return "DATE", Meaning("offset", unit=m.word("U"), n=-n)


@rule(r"(?P<t>f(?P<n>[dny1])(?P<U>U))", r"(?P<t>f(?P<n>[dny1])(?P<U>U))")
def _hence(m: Match) -> tuple[str, Meaning] | None:
    if m.word("U") in ("S", "MIN", "H", "DE", "CE", "ML") or (m["n"] is not None and m["n"].kind == "1" and m.word("U") == "D"):
        return None
    return "DATE", Meaning("offset", unit=m.word("U"), n=1 if m["n"] is not None and m["n"].kind == "1" else m.value("n"))


@rule(r"l?(?P<E>E)u?l?(?P<P>[P])")
def _edge_of_part(m: Match) -> tuple[str, Meaning]:
    return "TIME", Meaning("offset", unit="D", origin="focus", part=m.word("P"), edge=m.word("E"))


@rule(r"(?P<t>lU)(?![a-zA-Z]?[yno])")
def _in_the_day(m: Match) -> tuple[str, Meaning] | None:
    if m.before is None or m.before.key != "dans" or m.units[m.start + 1].key != "journee":
        return None
    return "TIME", Meaning("offset", unit="D", origin="focus", part="DT")


# Repetition and length ----------------------------------------------------------------------------------------------


@rule(r"[ls]o(?:ko)?w", r"lokoW")
def _nth_weekday(m: Match) -> tuple[str, Meaning]:
    day = next(u.value for u in m.units[m.start : m.start + 6] if u.kind in "Ww")
    return "SET", Meaning("set", value=f"XXXX-WXX-{day}")


@rule(
    r"(?P<e>e)(?P<U>U)",
    r"(?P<e>t)(?P<n>[dn])?(?P<U>U)",
    r"(?P<e>e)(?P<P>[PT])",
    r"(?P<e>t)l?(?P<P>[PT])",
    r"r(?P<U>U)",
)
def _set(m: Match) -> tuple[str, Meaning] | None:
    if m.has("P"):
        return "SET", Meaning("set", value=f"XXXX-XX-XXT{m.word('P')}")
    return "SET", Meaning("set", value=length(m.value("n", 1), m.word("U")))


@rule(r"(?P<t>Q)")
def _repeated(m: Match) -> tuple[str, Meaning] | None:
    before = m.before
    adverb = m.word("t") and m.raw(m["t"]).lower().endswith("ment")
    attribute = before is not None and before.kind == "x" and before.key.isalpha() and before.key not in _function_words()
    if not adverb and (not attribute or before is None or before.key in _words("papers")):
        return None  # "le quotidien", "la presse hebdomadaire": newspapers
    return "SET", Meaning("set", value=m.word("t"))


@rule(r"G(?P<U>U)")
def _whole(m: Match) -> tuple[str, Meaning] | None:
    return ("DURATION", Meaning("duration", value=length(1, m.word("U")))) if m.word("U") != "S" else None


def length(number: float | str, unit: str, half: bool = False) -> str:
    """Return the TIMEX3 value of *number* units, ``X`` being some."""
    if isinstance(number, float) and number.is_integer():
        number = int(number)
    if unit in ("S", "MIN", "H"):
        return f"PT{number}{'M' if unit == 'MIN' else unit}" + (
            {"H": "30M", "MIN": "30S"}.get(unit, "") if half else ""
        )
    if unit in ("Q", "SEM") and isinstance(number, int):
        return f"P{number * (3 if unit == 'Q' else 6)}M"
    if unit == "WE":
        return f"P{number}WE"
    return f"P{number}{unit}" + (
        {"Y": "6M", "M": "15D", "D": "T12H", "W": "3D"}.get(unit, "") if half else ""
    )


@rule(
    r"(?P<n>[dny1])(?P<U>U)(?:k(?P<h>½))?(?:ul?(?P<P>P))?",
    r"(?P<n>[dny1])(?P<U>U)(?:k(?P<h>½))?",
    r"(?P<n>[dny])(?P<U>U)k(?P<m>[dn])(?P<V>U)",
    r"1(?P<z>z)u(?P<U>U)",
    r"(?P<q>q|s)(?P<U>U)",
    r"1?(?P<K>K)",
    r"(?P<n>[dn1])(?P<h>½)-?(?P<U>U)",
    r"(?P<h>½)-(?P<U>U)",
)
def _length(m: Match) -> tuple[str, Meaning] | None:
    if m.has("K"):
        return "DURATION", Meaning("duration", value=m.word("K"))
    unit, number = m.word("U"), m["n"] if m.has("n") else None
    if m.has("q"):
        some = m["q"]
        lasting = m.before is not None and m.before.key in _words("lasting")
        if some and some.kind == "s" and unit in ("S", "MIN", "H", "D", "WE") and not lasting:
            return None
        return "DURATION", Meaning("duration", value=length("X", unit))
    if m.has("z"):
        return "DURATION", Meaning("duration", value=length(m.value("z"), unit))
    if number is None:
        return "DURATION", Meaning("duration", value="PT30M" if unit == "H" else length(0.5, unit))
    if number.kind == "1" and unit == "D" and not (m.before and m.before.key in _words("lasting")):
        return None  # "un jour": some day
    if unit == "Y" and is_age(m):
        return None
    amount = 1 if number.kind == "1" else number.value
    if unit == "H" and is_clock(m, amount):
        return "TIME", Meaning("clock", hour=_of_day(m, int(amount)), minute=30 if m.has("h") else 0)
    if m.has("P"):
        return None
    return "DURATION", Meaning("duration", value=length(amount, unit, m.has("h")))


def is_clock(m: Match, amount: float) -> bool:
    """Tell whether so many *heures* are a time of day rather than a length."""
    before, after = m.before, m.after
    if m.has("P"):
        return 0 <= amount <= 24
    if not 0 <= amount <= 24 or amount != int(amount) or (before and before.key in _words("lasting")):
        return False
    return (before is not None and before.key in ("a", "vers", "des", "avant", "jusqu")) or (
        after is not None and after.key in ("du", "precises")
    )


def is_age(m: Match) -> bool:
    """Tell whether so many years are somebody's age."""
    place, written = m.start, m.raw(m["U"]).lower()
    if not written.startswith("an") or (written.startswith("ann") and not m.has("z")):
        return False
    while place >= 2 and m.units[place - 1].kind in "ka-x" and m.units[place - 1].key in ("et", "ou", "a", "-", ","):
        if m.units[place - 2].kind not in "dn":  # "18, 24 et 26 ans" is a list, "et 26 ans" is none
            break
        place -= 2
    back = [unit.key for unit in m.units[max(0, place - 6) : place]][::-1] + [""] * 3
    ages, people = _words("age_before"), _words("people")
    if back[0] in ("les", "des", "aux") and m["n"] is not None or back[0] in ages:
        return True
    if back[0] in ("a", "des", "vers") and place != m.start - 2:
        return m.has("n") and m["n"] is not None and m["n"].kind != "1" and back[1] != "ici"
    if back[0] in ("de", "d"):
        if back[1] in ages or (back[1] in ("moins", "plus") and back[2] in ("les", "des", "aux", "de")):
            return True
        noun = m.units[place - 2] if place >= 2 else None
        named = noun is not None and noun.kind == "x" and m.raw(noun)[:1].isupper() and place > 3
        clause = back[1 : back.index(",")] if "," in back else back[1:]
        return named or bool(people & set(clause)) or bool(_PERSON.search(back[1]))
    closes = m.after is None or m.after.key in (",", ")", ".", ";", ":")
    return back[0] in (",", "(") and closes


_PERSON = re.compile(r"(?:ien|ienne|ais|aise|ois|oise|euse|trice|iste|iere|ante|ain|aine)$")


# Times of day -----------------------------------------------------------------------------------------------------------


@rule(r"(?P<h>d)h(?P<m>d)?(?:ul?(?P<P>P))?", r"(?P<C>C)", r"(?P<T>T)(?:k(?P<q>½))?")
def _clock(m: Match) -> tuple[str, Meaning] | None:
    if m.has("T"):
        noon = m["T"]
        if m.raw(noon)[:1].isupper() and m.before is not None and m.before.kind == "l":
            return None
        return "TIME", Meaning("clock", hour=m.value("T"), minute=30 if m.has("q") else 0)
    hour, minute = (m.value("h"), m.value("m")) if m.has("h") else tuple(map(int, m.word("C").split(":")))
    if hour > 24 or minute > 59:
        return None
    if m.has("h") and m.before and m.before.key in _words("lasting") and not m.has("m"):
        return "DURATION", Meaning("duration", value=f"PT{hour}H")
    return "TIME", Meaning("clock", hour=_of_day(m, hour), minute=minute)


def _of_day(m: Match, hour: int) -> int:
    """Return *hour* counted to 24: *8 heures du soir*."""
    return hour + 12 if hour < 12 and m.word("P") in ("AF", "EV") else hour


@rule(r"(?P<t>X)(?=x)")
def _coming(m: Match) -> tuple[str, Meaning] | None:
    plain = m.before is not None and m.before.kind in "lascu" and m.after is not None and m.after.key.isalpha()
    return ("DATE", Meaning("ref", value="FUTURE_REF")) if plain else None


@rule(r"R")
def _reference(m: Match) -> tuple[str, Meaning]:
    return "DATE", Meaning("ref", value=m.word("t"))


# -------------------------------------------------------------------------------------------------------------------------


@functools.cache
def _anywhere() -> re.Pattern[str]:
    """Return one pattern that finds where any rule may match."""
    return re.compile("|".join(re.sub(r"\(\?P<\w+>", "(?:", pattern.pattern) for pattern, _ in _RULES))


def find_in(text: str) -> Iterator[Found]:
    """Yield the temporal expressions of the folded *text*, from left to right, none overlapping another."""
    units = read_units(text)
    classes = "".join(unit.kind for unit in units)
    candidates, place = _anywhere(), 0
    while candidate := candidates.search(classes, place):
        place = candidate.start()
        for pattern, builder in _RULES:
            match = pattern.match(classes, place)
            built = builder(Match(text, units, match)) if match else None
            if match and built:
                first, last = match.span("t")
                yield Found(units[first].start, units[last - 1].end, *built)
                place = last
                break
        else:
            place += 1
