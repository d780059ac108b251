"""Stretches of the calendar: months, years, decades, centuries, seasons, holidays, and their edges."""

from dossier.dates.match import (
    TAIL,
    Built,
    Match,
    Meaning,
    Rules,
    is_content,
    named,
    relation,
    word_list,
    year_of,
)
from dossier.syntax.vocabulary import vocabulary

RULES = Rules()
_EDGE = r"l?(?P<E>E)[-usl]*"


@RULES.add(rf"bl?(?P<E>E)-?[kl]*(?P<F>E)[-u]?(?P<M>M){TAIL}")
def _between_edges(m: Match) -> Built:
    """*entre le début et la mi-octobre*."""
    return named(m, to_edge=m.word("F"))


@RULES.add(rf"{_EDGE}(?:Uu)?(?P<M>M){TAIL}", rf"{_EDGE}(?P<U>U)(?P<y>y)", rf"{_EDGE}(?P<y>y)")
def _edge_of_named(m: Match) -> Built:
    """*début août*, *la fin de l'année 2012*, *fin 2012*."""
    decade = m.has("U") and (m.word("U") != "Y" or m["U"].key == "annees")
    if year_of(m) is None or decade or (not m.has("M") and counts(m)):
        return None
    return named(m)


@RULES.add(rf"{_EDGE}c?(?P<U>U)(?P<L>L)?(?P<X>X)?(?![dny])", rf"{_EDGE}(?P<X>X)(?P<U>U)")
def _edge_of_counted(m: Match) -> Built:
    """*la fin de la semaine dernière*, *début d'année*, *fin de journée*."""
    unit, edge = m.word("U"), m.word("E")
    n = -1 if m.has("L") else 1 if m.has("X") else 0
    if unit == "D" and m["U"].key == "journee" and edge != "start":
        return "TIME", Meaning("offset", unit="D", origin="focus", part="EV" if edge == "end" else "MI")
    known = unit in ("W", "M", "Y", "WE", "Q", "SEM", "DE", "CE")
    january = unit == "Y" and edge == "start" and m.before.key in word_list("since")  # since its first days
    return ("DATE", Meaning("offset", unit=unit, n=n, edge=edge, month=int(january))) if known else None


@RULES.add(rf"(?:{_EDGE})?(?P<o>o)(?P<U>U)")
def _century(m: Match) -> Built:
    if m.word("U") != "CE":
        return None
    return "DATE", Meaning("century", n=m.number("o"), edge=m.word("E"))


@RULES.add(rf"(?:{_EDGE})?(?P<U>U)(?P<y>[dny])")
def _decade_or_year(m: Match) -> Built:
    """*les années 90*, *l'année 2001*."""
    if m.word("U") != "Y":
        return None
    number, plural = m.number("y"), m.raw(m["U"]).lower().endswith("s")
    if plural and number % 10 == 0 and m["U"].key == "annees":
        number += 1900 if 10 <= number <= 90 else 0
        return ("DATE", Meaning("decade", year=number, edge=m.word("E"))) if 1000 <= number < 2100 else None
    if (m["y"].kind == "y" or (not plural and m["y"].kind != "d")) and 1 <= number < 2200:
        return "DATE", Meaning("calendar", year=number, edge=m.word("E"))
    return None


@RULES.add(r"(?P<o>o)(?P<U>U)(?:u?(?P<y>y))?(?P<L>L)?(?P<X>X)?")
def _ordinal(m: Match) -> Built:
    """*le premier trimestre 2012*; *la première semaine* of something else."""
    unit, n = m.word("U"), m.number("o")
    if unit in ("Q", "SEM") and n <= (4 if unit == "Q" else 2):
        return named(m, quarter=n, unit=unit)
    return ("DATE", Meaning("ordinal", unit=unit, n=n)) if unit in ("D", "W", "M", "Y", "WE") else None


@RULES.add(r"(?P<t>(?P<M>M))(?=[ak-](?P<N>M)(?P<y>y))")
def _month_of_shared_year(m: Match) -> Built:
    """*de mai à septembre 2022*."""
    month = m.number("M")
    return "DATE", Meaning("calendar", year=m.number("y") - (month > m.number("N")), month=month)


@RULES.add(rf"(?P<U>Uu?)?(?P<M>M){TAIL}", r"(?P<U>Uu?)?(?P<M>M)")
def _month(m: Match) -> Built:
    month, year, rel = m["M"], year_of(m), relation(m)
    if year is None or (m.has("U") and m.word("U") != "M"):
        return None
    if not year and month.key in word_list("short_months"):
        return None
    led = year or rel or m.has("U") or m.before.kind in tuple("aukEgf-") or _leads(m)
    name = m.raw(month)[:1].isupper() or month.key in word_list("other_words")
    return named(m) if led or not name else None


def _leads(m: Match) -> bool:
    """Tell whether the word before makes a year, or a month, of what follows."""
    return m.before.key in word_list("before_year")


@RULES.add(r"(?P<l>[lc])?(?P<X>X)?(?P<Z>Z)(?:u?(?P<y>y)(?:[-x](?P<z>[yd]))?)?(?P<L>L)?(?P<n>X)?")
def _season(m: Match) -> Built:
    said = m.has("y") or m.has("L") or m.has("n") or m.has("l")
    of = m.before.kind == "u" and m.raw(m.before).lower() == "d" and m.back(2).kind not in tuple("UEP")
    been = m.has("L") and (m.raw(m["L"]).endswith("s") or m.raw(m.before).lower() in vocabulary("have"))
    if (of and not said) or been:
        return None  # "jeux d'hiver", "vacances d'été", "le lot a été écoulé", "ont été écoulés"
    if not (said or m.before.kind in tuple("agluEekr") or m.raw(m["Z"])[:1].isupper()):
        return None  # "il a été"
    rel = "last" if m.has("L") else "next" if m.has("n") or m.has("X") else ""
    if not rel:
        every = m.before.kind in tuple("gu") and not said
        rel = "this" if m["l"].kind == "c" else "any" if every else ""
    until = m.number("z") % 100 == (m.number("y") + 1) % 100 and m.number("y") + 1  # "l'hiver 2024-25"
    return named(m, season=m.word("Z"), rel=rel, to_year=m.has("z") and until)


@RULES.add(r"(?P<F>F)(?P<y>y)?(?P<L>L)?(?P<X>X)?")
def _holiday(m: Match) -> Built:
    the = int(m.before.kind == "l")
    noun = m.back(the + 2) if m.back(the + 1).kind == "u" else m["F"]
    named_so = is_content(noun) and noun.key not in word_list("until") | word_list("celebrations")
    if named_so or noun.value in ("W", "WE") or m.raw(m["F"]).islower():
        return None  # "l'ascension du sommet"
    return named(m, holiday=m.word("F"))


def counts(m: Match) -> bool:
    """Tell whether the number of the match counts what follows: *2000 soldats*."""
    plural = is_content(m.after) and m.after.key[-1] in "sx"
    return plural or m.after.kind in tuple("UhnM½z") or m.after.key == "%"


def _is_named_after_year(m: Match) -> bool:
    """Tell whether the words before bear a year: *le Tour de France 2003*; not *la résolution 2018*."""
    if not is_content(m.before) or not 1900 <= m.number("t") < 2100:
        return False
    if m.raw(m.before)[:1].isupper():
        return m.back(2).kind == "u"
    return m.back(2).kind in tuple("luc") and m.before.key not in word_list("numbered")


@RULES.add(r"b(?P<y>y)k(?P<z>y)")
def _between_years(m: Match) -> Built:
    """*entre 2018 et 2023*."""
    first, last = m.number("y"), m.number("z")
    right = 1000 <= first < last < 2150 and not counts(m)
    return ("DATE", Meaning("calendar", year=first, to_year=last)) if right else None


@RULES.add(r"y")
def _year(m: Match) -> Built:
    number = m.number("t")
    pair = m.after.key in ("-", "/") and m.start + 2 < len(m.units) and m.units[m.start + 2].kind in "yd"
    said = (
        _leads(m)
        or _is_named_after_year(m)
        or m.before.kind in tuple("guabEkf-")
        or m.before.key in ("(", "/")
        or (m.before.key == "," and m.back(2).kind == "y")
    )
    if counts(m) or not (said or pair) or not 1000 <= number < 2150:
        return None
    if m.before.kind in tuple("uak-") and number < 1500:
        return None
    return "DATE", Meaning("calendar", year=number)


@RULES.add(r"(?<=g)(?P<t>d)")
def _short_year(m: Match) -> Built:
    """*en 98*, of the last century."""
    plain = not is_content(m.after) and not counts(m) and m.after.kind not in tuple("q-uPR")
    return ("DATE", Meaning("calendar", year=1900 + m.number("t"))) if plain and m.number("t") > 40 else None
