"""Lengths, repetitions and times of day; and ages, which are no temporal expressions."""

import functools
import re

from dossier.dates.match import Built, Match, Meaning, Rules, word_list
from dossier.lexicons import word_set

RULES = Rules()
_HALF = {"Y": "6M", "M": "15D", "D": "T12H", "W": "3D", "H": "30M", "MIN": "30S"}


def length(number: float | str, unit: str, half: bool = False) -> str:
    """Return the TIMEX3 value of *number* units, ``X`` being some, and a *half* more."""
    if isinstance(number, float) and number.is_integer():
        number = int(number)
    rest = _HALF.get(unit, "") if half else ""
    if unit in ("S", "MIN", "H"):
        return f"PT{number}{unit[0]}{rest}"
    if unit in ("Q", "SEM") and isinstance(number, int):
        return f"P{number * (3 if unit == 'Q' else 6)}M"
    return f"P{number}{unit}{rest}"


def _amount(m: Match) -> float:
    return 1 if m["n"].kind == "1" else m["n"].value


# Times of day ----------------------------------------------------------------------------------------------


@RULES.add(r"(?P<h>d)h(?P<m>d)?(?:ul?(?P<P>P))?", r"(?P<C>C)", r"(?P<T>T)(?:k(?P<q>½))?")
def _clock(m: Match) -> Built:
    """*8 h 30*, *21:45*, *midi*; *en 24 h* is a length."""
    if m.has("T"):
        region = m.raw(m["T"])[:1].isupper() and m.before.kind == "l"  # "le Midi"
        meaning = Meaning("clock", hour=m.number("T"), minute=30 if m.has("q") else 0)
        return None if region else ("TIME", meaning)
    hour, minute = map(int, m.word("C").split(":")) if m.has("C") else (m.number("h"), m.number("m"))
    if m.has("h") and m.before.key in word_list("within"):
        return "DURATION", Meaning("duration", value=f"PT{hour}H" + (f"{minute}M" if minute else ""))
    if hour > 24 or minute > 59:
        return None
    return "TIME", Meaning("clock", hour=_of_day(m, hour), minute=minute)


def _of_day(m: Match, hour: int) -> int:
    """Return *hour* counted to 24: *8 heures du soir*."""
    return hour + 12 if hour < 12 and m.word("P") in ("AF", "EV") else hour


@RULES.add(r"(?P<n>[dn1])(?P<U>U)(?:k(?P<h>½)|(?P<m>d))?(?:ul?(?P<P>P))?")
def _hours(m: Match) -> Built:
    """*à sept heures*, *quatre heures et demie du matin*: hours that are a time of day."""
    hour = _amount(m)
    named = m.has("P") or m.after.key in word_list("precise") or m.has("m")
    led = m.before.key in word_list("before_hour") and m.after.kind != "u"
    led = led or (m.before.key in word_list("past_hour") and m.back(2).key in word_list("shortly"))
    led = led or (m.before.key in word_list("of") and m.after.kind == "a")  # "de 9 heures à 17 heures"
    led = (
        led
        or (m.before.key == "(" and m.after.key == ")")
        or (m.before.kind in "ka" and m.back(2).kind == "T")
    )
    led = led or (m.back(2).key in word_list("it") and m.before.key in word_list("being"))
    end = m.start + len(m.classes)
    often = [unit.kind for unit in m.units[end : end + 2]] == ["r", "U"]  # "jusqu'à six heures par jour"
    if m.word("U") != "H" or often or not (named or led) or hour % 1 or hour > 24 or m.number("m") > 59:
        return None
    minute = 30 if m.has("h") else m.number("m")
    return "TIME", Meaning("clock", hour=_of_day(m, int(hour)), minute=minute)


# Repetitions -----------------------------------------------------------------------------------------------


@RULES.add(r"[et](?P<n>[dn])?(?P<U>U)", r"r(?P<U>U)", r"[etr]l?(?P<P>[PT])", r"[er]l?(?P<P>Z)")
def _repeated(m: Match) -> Built:
    """*chaque année*, *toutes les deux heures*, *par jour*, *tous les soirs*, *chaque été*."""
    if m.has("P"):
        when = "XXXX-" if m["P"].kind == "Z" else "XXXX-XX-XXT"
        return "SET", Meaning("set", value=f"{when}{m.word('P')}")
    return "SET", Meaning("set", value=length(m.number("n", 1), m.word("U")))


@RULES.add(r"Q")
def _adjective(m: Match) -> Built:
    """*le dîner annuel*; *le quotidien*, *la presse quotidienne* are newspapers."""
    adverb = m.raw(m["t"]).lower().endswith("ment")
    noun = m.before.key if m.before.kind == "x" and m.before.key.isalpha() else ""
    if not adverb and (not noun or noun in word_set("languages", "fr") | word_list("papers")):
        return None
    return "SET", Meaning("set", value=m.word("t"))


# Lengths ---------------------------------------------------------------------------------------------------


@RULES.add(
    r"[lc](?P<n>[dn])[LX](?P<U>U)",
    r"[lc](?P<n>[dn])(?P<U>U)[pSLX]",
    r"[lc][LX](?P<n>[dn])(?P<U>U)",
    r"(?P<n>[dn])(?:[LXo](?P<U>U)|(?P<V>U)p)",
)
def _counted(m: Match) -> Built:
    """*les trois dernières années*, *les huit mois précédents*."""
    return "DURATION", Meaning("duration", value=length(_amount(m), m.word("U") or m.word("V")))


@RULES.add(r"G(?P<U>U)(?!y)")
def _whole(m: Match) -> Built:
    """*toute la semaine*."""
    return "DURATION", Meaning("duration", value=length(1, m.word("U")))


@RULES.add(r"1?(?P<K>K)", r"(?P<n>[dn1])(?P<h>½)-?(?P<U>U)")
def _named_length(m: Match) -> Built:
    """*un quinquennat*, *trois quarts d'heure*."""
    value = m.word("K") or length(_amount(m), m.word("U"))
    return "DURATION", Meaning("duration", value=value)


@RULES.add(r"q(?P<U>U)", r"s(?P<U>U)", r"1(?P<z>z)u(?P<U>U)")
def _some(m: Match) -> Built:
    """*plusieurs jours*, *des mois*, *une dizaine de jours*."""
    unit = m.word("U")
    if m.has("z"):
        return None if is_age(m) else ("DURATION", Meaning("duration", value=length(m.number("z"), unit)))
    if m.after.kind in ("y", "d") and unit == "Y":
        return None  # "des années 90"
    plain = m.classes[0] == "s" and m.before.key not in word_list("lasting")
    if plain and unit in ("S", "MIN", "H", "D", "WE"):
        return None  # "en dehors des heures scolaires"
    return "DURATION", Meaning("duration", value=length("X", unit))


@RULES.add(r"(?P<n>[dny1])(?P<U>U)(?:k(?P<h>½))?")
def _length(m: Match) -> Built:
    """*32 mois*, *deux ans et demi*; *un jour* is some day, *32 ans* may be an age."""
    unit = m.word("U")
    once = m["n"].kind == "1" and unit == "D" and m.before.key not in word_list("lasting")
    name = unit == "H" and m.raw(m["U"])[:1].isupper() and m.after.kind == "u"  # "les 24 Heures du Mans"
    if once or name or (unit == "Y" and is_age(m)):
        return None
    return "DURATION", Meaning("duration", value=length(_amount(m), unit, m.has("h")))


@functools.cache
def _person() -> re.Pattern[str]:
    """Return the pattern of nouns for people by origin or trade: "une Alsacienne de 6 ans"."""
    return re.compile(rf"(?:{'|'.join(word_list('person_ends'))})$")


def is_age(m: Match) -> bool:
    """Tell whether the years of the groups ``n`` or ``z`` and ``U`` are somebody's age."""
    written = m.raw(m["U"]).lower()
    if not written.startswith("an") or (written.startswith("ann") and not m.has("z")):
        return False
    place = m.start
    while place >= 2 and m.units[place - 1].key in word_list("listed") and m.units[place - 2].kind in "dn":
        place -= 2  # "18, 24 et 26 ans"
    back = [unit.key for unit in m.units[max(0, place - 6) : place]][::-1] + [""] * 3
    if back[0] in word_list("age_before") | word_list("aged"):
        return True
    if back[0] in word_list("at_age") and place != m.start - 2:
        sentenced = m.after.kind == "u" or m.after.key in word_list("sentenced")  # "à cinq ans de prison"
        return m["n"].kind in ("d", "n") and back[1] not in word_list("ahead") and not sentenced
    if back[0] in word_list("of"):
        return _of_person(m, place, back)
    closes = m.after.key in ("", ",", ")", ".", ";", ":")
    return back[0] in (",", "(") and closes


def _of_person(m: Match, place: int, back: list[str]) -> bool:
    """Tell whether the words before *de* name somebody; *back* holds them, the nearest first."""
    than = back[1] in word_list("than") and back[2] in word_list("aged") | word_list("of")
    if than or back[1] in word_list("age_before"):
        return True
    noun = m.units[place - 2]
    named = noun.kind == "x" and m.raw(noun)[:1].isupper() and place > 3
    clause = back[1 : back.index(",")] if "," in back else back[1:]
    return named or bool(word_list("people") & set(clause)) or bool(_person().search(back[1]))
