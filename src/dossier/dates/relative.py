"""What is counted from the publication or from the day that the text last spoke of; vague references."""

from __future__ import annotations

import re
from dataclasses import replace

from dossier.dates.match import Built, Match, Rules
from dossier.dates.meaning import Meaning

RULES = Rules()
_SHORT = ("S", "MIN", "H")  # units below the day
_PARTY = "soiree"  # "cette soirée" is a party, "ce soir" a time


@RULES.add(r"(?P<D>D)(?:a?l?(?P<P>[PT]))?(?P<W>W)?", r"(?P<A>A)(?:a?l?(?P<P>[PT]))?")
def _deictic(m: Match) -> Built:
    """*hier soir*, *aujourd'hui vendredi*, *le lendemain matin*."""
    unit, n, *parts = (m.word("D") or m.word("A")).split()
    part = m.word("P") or "".join(parts)
    origin = "" if m.has("D") else "focus"
    meaning = Meaning("offset", unit=unit, n=int(n), part=part, origin=origin, weekday=m.number("W"))
    return ("TIME" if part else "DATE"), meaning


@RULES.add(r"c(?P<P>[PT])", r"l(?P<P>P)(?P<L>L)")
def _this_part(m: Match) -> Built:
    """*ce soir*, *la nuit dernière*."""
    if m["P"].key == _PARTY:
        return None
    return "TIME", Meaning("offset", unit="D", n=-1 if m.has("L") else 0, part=m.word("P"))


@RULES.add(r"(?:l|(?<=g))(?P<P>P)(?!u)", r"G(?P<P>P)", r"l?(?P<E>E)u?l?(?P<P>P)")
def _some_part(m: Match) -> Built:
    """*dans la nuit*, *en soirée*, *en fin d'après-midi*: of the day last spoken of."""
    inside = m.before.key in ("dans", "durant", "pendant", "de", "jusque", "a", "en") or m.has("E")
    if not inside and m.classes[0] != "G" and (m.word("P") == "AF" or m["P"].key == _PARTY):
        return None
    return "TIME", Meaning("offset", unit="D", origin="focus", part=m.word("P"), edge=m.word("E"))


@RULES.add(r"(?P<t>lU)(?![uyno])")
def _in_the_day(m: Match) -> Built:
    """*dans la journée*."""
    if m.before.key != "dans" or m.units[m.start + 1].key != "journee":
        return None
    return "TIME", Meaning("offset", unit="D", origin="focus", part="DT")


@RULES.add(
    r"[lc](?P<U>U)(?:kU)?(?P<X>X)",
    r"(?:[lc]|(?<=[sa]))(?P<X>X)(?P<U>U)(?:kU)?",
    r"(?:[lc]|(?<=[sa]))(?P<L>L)(?P<U>U)",
    r"[lc]?(?P<U>U)(?P<L>L)",
    r"(?P<U>U)(?P<X>X)",
)
def _near(m: Match) -> Built:
    """*la semaine dernière*, *le mois prochain*; *ces derniers jours* are vague."""
    unit, key, n = m.word("U"), m["U"].key, -1 if m.has("L") else 1
    article = m.raw(m["t"]).lower()
    if re.search("[LX]U", m.classes) and m.after.kind in tuple("us"):
        return "DATE", Meaning("ordinal", unit=unit, n=n)  # "les derniers jours de la campagne"
    if article in ("les", "ces") or m.before.kind in tuple("s") or (key.endswith("s") and key != "mois"):
        return "DATE", Meaning("ref", value="PAST_REF" if n < 0 else "FUTURE_REF")
    return ("DATE", Meaning("offset", unit=unit, n=n)) if unit not in (*_SHORT, "ML") else None


@RULES.add(r"(?P<c>c)(?P<U>U)(?P<I>I)?")
def _this(m: Match) -> Built:
    """*cette semaine*, *ce mois-ci*; *ces jours-ci* are vague."""
    unit = m.word("U")
    if m.raw(m["c"]).lower() == "ces":
        return ("DATE", Meaning("ref", value="PRESENT_REF")) if m.has("I") else None
    return ("DATE", Meaning("offset", unit=unit)) if unit not in (*_SHORT, "ML", "D") else None


@RULES.add(r"B(?P<n>[dny1])(?P<U>U)", r"f(?P<n>[dny1])(?P<U>U)")
def _ago_or_hence(m: Match) -> Built:
    """*il y a trois jours*, *dans deux mois*, *d'ici à dix ans*."""
    ago, unit = m.classes[0] == "B", m.word("U")
    some_day = m["n"].kind == "1" and unit == "D"
    if unit in (*_SHORT, "DE", "CE", "ML") or (some_day and not ago):
        return None
    return "DATE", replace(Meaning("offset", unit=unit), n=-m.number("n") if ago else m.number("n"))


@RULES.add(r"R")
def _reference(m: Match) -> Built:
    return "DATE", Meaning("ref", value=m.word("t"))


@RULES.add(r"(?<=[lascu])X(?=x)")
def _coming(m: Match) -> Built:
    """*les prochaines élections*."""
    return ("DATE", Meaning("ref", value="FUTURE_REF")) if m.after.key.isalpha() else None
