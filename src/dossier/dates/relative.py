"""What is counted from the publication or from the day that the text last spoke of; vague references."""

import re
from dataclasses import replace

from dossier.dates.match import Built, Match, Meaning, Rules, word_list, word_values

RULES = Rules()
_SHORT = ("S", "MIN", "H")  # units below the day
_LONG = ("DE", "CE", "ML")


@RULES.add(r"(?P<D>D)(?:a?l?(?P<P>[PT]))?(?P<W>W)?", r"(?P<A>A)(?:a?l?(?P<P>[PT]))?")
def _deictic(m: Match) -> Built:
    """*hier soir*, *aujourd'hui vendredi*, *le lendemain matin*."""
    unit, n, *parts = (m.word("D") or m.word("A")).split()
    if m.has("A") and m.after.kind in tuple("us"):
        return "DATE", Meaning("ordinal", unit=unit, n=int(n))  # "la veille du vote": of a day not said
    part = m.word("P") or "".join(parts)
    origin = "" if m.has("D") else "focus" if int(n) else "that"
    meaning = Meaning("offset", unit=unit, n=int(n), part=part, origin=origin, weekday=m.number("W"))
    return ("TIME" if part else "DATE"), meaning


@RULES.add(r"c(?P<P>[PT])", r"l(?P<P>P)(?P<L>L)")
def _this_part(m: Match) -> Built:
    """*ce soir*, *la nuit dernière*."""
    if m["P"].key in word_list("party"):
        return None
    part = m.word("P")
    return "TIME", Meaning(
        "offset", unit="D", n=-m.has("L"), part=part, overnight=int(m.has("L") and part == "NI")
    )


@RULES.add(r"(?:l|(?<=g))(?P<P>P)(?!u)", r"G(?P<P>P)", r"l?(?P<E>E)u?l?(?P<P>P)")
def _some_part(m: Match) -> Built:
    """*dans la nuit*, *en soirée*, *en fin d'après-midi*: of the day last spoken of."""
    inside = m.before.key in word_list("inside") or m.has("E")
    if not inside and m.classes[0] != "G" and (m.word("P") == "AF" or m["P"].key in word_list("party")):
        return None
    return "TIME", Meaning("offset", unit="D", origin="focus", part=m.word("P"), edge=m.word("E"))


@RULES.add(r"(?P<t>lU)(?![uyno])")
def _in_the_day(m: Match) -> Built:
    """*dans la journée*."""
    if m.before.key not in word_list("hence") or m.units[m.start + 1].key not in word_list("daytime"):
        return None
    return "TIME", Meaning("offset", unit="D", origin="focus", part="DT")


@RULES.add(r"l(?P<U>U)(?P<s>[Sp])", r"[lc]V(?P<U>U)", r"c(?P<U>U)J")
def _in_story(m: Match) -> Built:
    """*la semaine suivante*, *la même année*, *ce mois-là*: counted from what the text last spoke of."""
    unit, plural = m.word("U"), m.raw(m.units[m.start]).lower() in word_list("plurals")
    n = {"S": 1, "p": -1}.get(m["s"].kind, 0)
    known = unit in ("D", "W", "WE", "M", "Q", "SEM", "Y") and not plural
    return ("DATE", Meaning("offset", unit=unit, n=n, origin="focus")) if known else None


@RULES.add(r"(?P<t>l?(?P<U>U))(?![uyndoLXSpJ1])", r"(?P<t>(?P<U>U))(?=u[1l]?x)")
def _in_course(m: Match) -> Built:
    """*au cours de la semaine*: of the stretch that is passing; *d'ici au* or *pendant le week-end*."""
    led = m.before.kind == "u" and m.back(2).key in word_list("course")
    until = "f" in (m.before.kind, m.back(2).kind * (m.before.kind == "a"))
    within = led or until or (m.classes[0] == "l" and m.before.key in word_list("throughout"))
    known = m.word("U") in ("W", "M", "Y") * led + ("WE",) * within
    return ("DATE", Meaning("offset", unit=m.word("U"))) if known else None


@RULES.add(
    r"[lc](?P<U>U)(?:kU)?(?P<X>X)",
    r"(?:[lc]|(?<=[sa]))(?P<X>X)(?P<U>U)(?:kU)?",
    r"(?:[lc]|(?<=[sa]))(?P<L>L)(?P<U>U)",
    r"[lc]?(?P<U>U)(?P<L>L)",
    r"(?P<U>U)(?P<X>X)",
)
def _near(m: Match) -> Built:
    """*la semaine dernière*, *le mois prochain*; *ces derniers jours* are vague."""
    unit, n = m.word("U"), -1 if m.has("L") else 1
    if re.search("[LX]U", m.classes) and m.after.kind in tuple("us"):
        return "DATE", Meaning("ordinal", unit=unit, n=n)  # "les derniers jours de la campagne"
    if m.before.kind == "s" or m.raw(m["t"]).lower() in word_list("plurals"):
        return "DATE", Meaning("ref", value="PAST_REF" if n < 0 else "FUTURE_REF")
    return ("DATE", Meaning("offset", unit=unit, n=n)) if unit not in (*_SHORT, "ML") else None


@RULES.add(r"(?P<c>c)(?P<U>U)(?P<I>I)?(?!uM)")
def _this(m: Match) -> Built:
    """*cette semaine*, *ce mois-ci*; *ces jours-ci* are vague."""
    unit = m.word("U")
    if m.raw(m["c"]).lower() in word_list("plurals"):
        return ("DATE", Meaning("ref", value="PRESENT_REF")) if m.has("I") else None
    return ("DATE", Meaning("offset", unit=unit)) if unit not in (*_SHORT, "ML", "D") else None


@RULES.add(r"[Bf](?P<n>[dny1])(?P<U>U)(?:k(?P<h>½))?", r"[Bf]1(?P<n>z)u(?P<U>U)")
def _ago_or_hence(m: Match) -> Built:
    """*il y a trois jours*, *dans deux mois*; *il y a dix ans qu'il attend* is a length."""
    ago = m.classes[0] == "B"
    some_day = m["n"].kind == "1" and m.word("U") == "D" and not ago
    if m.word("U") in _SHORT + _LONG or some_day or m.after.key in word_list("that"):
        return None
    return "DATE", _counted(m, -1 if ago else 1)


@RULES.add(r"(?P<n>[dny1])(?P<U>U)(?:k(?P<h>½))?(?P<v>[vRx])", r"1(?P<n>z)u(?P<U>U)(?P<v>[vRx])")
def _shifted(m: Match) -> Built:
    """*trois jours plus tôt*, *deux ans après*: counted from what the text last spoke of."""
    step = m.number("v") if m["v"].kind == "v" else word_values("bare_shifts").get(m["v"].key, 0)
    open_ended = m["v"].kind == "x" and m.after.key.isalnum()  # "deux ans après la guerre"
    if not step or open_ended or m.after.key in word_list("that") or m.word("U") in _SHORT + _LONG:
        return None
    return "DATE", replace(_counted(m, step), origin="focus", rel="then")


def _counted(m: Match, step: int) -> Meaning:
    """Return so many units forth or back; *deux ans et demi* are thirty months."""
    unit, n = m.word("U"), m.number("n")
    if m.has("h") and unit == "Y":
        unit, n = "M", 12 * n + 6
    return Meaning("offset", unit=unit, n=step * n)


@RULES.add(r"R")
def _reference(m: Match) -> Built:
    return "DATE", Meaning("ref", value=m.word("t"))


@RULES.add(r"(?<=[lascu])X(?=x)")
def _coming(m: Match) -> Built:
    """*les prochaines élections*."""
    return ("DATE", Meaning("ref", value="FUTURE_REF")) if m.after.key.isalpha() else None
