"""Days: numeric dates, day and month, days that share a month, days of the week, the night between two."""

import re
from dataclasses import replace

from dossier.dates.match import TAIL, Built, Match, Meaning, Rules, is_content, named, word_list, year_of
from dossier.syntax.vocabulary import vocabulary

RULES = Rules()
_TAIL = rf"(?P<M>M){TAIL}"
_PART = r"(?:(?P<P>[PT])|al?(?P<Q>P))?"


@RULES.add(r"(?P<W>W)?(?P<N>N)")
def _numeric(m: Match) -> Built:
    first, month, last = (int(part) for part in re.split(r"[./-]", m.word("N")))
    year, day = (first, last) if first > 31 else (last, first)
    year += 0 if year > 99 else 1900 if year > 40 else 2000
    right = 1 <= month <= 12 and 1 <= day <= 31
    meaning = Meaning("calendar", year=year, month=month, day=day, weekday=m.number("W"))
    return ("DATE", meaning) if right else None


@RULES.add(rf"(?P<W>W)?(?P<d>[do])[a-]W?(?P<e>[do]){_TAIL}", rf"(?P<d>[do])k(?P<e>[do]){_TAIL}")
def _days(m: Match) -> Built:
    """*3 au 5 mai* is a stretch, and so are *16 et 17 juin*; *6 et 13 avril* are two days."""
    first, last, year = m.number("d"), m.number("e"), year_of(m)
    apart = "k" in m.classes and last != first + 1
    if not 0 < first < last <= 31 or year is None or apart or m.has("W"):
        return None
    return named(m, to_day=last)


@RULES.add(
    rf"(?P<c>c)?V?(?P<W>W)?(?:(?<=W)l)?(?P<d>[don])-?{_TAIL}{_PART}",
    r"(?P<c>c)?V?(?P<W>W)?(?:(?<=W)l)?(?P<d>[don])-?(?P<M>M)",
)
def _day(m: Match) -> Built:
    day = m.number("d")
    if not 1 <= day <= 31 or year_of(m) is None or (m["d"].kind == "o" and day > 2):
        return None
    return named(m)


@RULES.add(rf"(?P<t>(?P<W>W)?(?P<d>[do]))(?=(?:x[do]){{0,6}}(?:k|a|ka|kl|-)l?W?[do]{_TAIL})")
def _day_of_shared_month(m: Match) -> Built:
    """*le 6* of *le 6 et le 13 avril*."""
    if not 1 <= m.number("d") <= 31 or m.before.kind not in "alukbx":
        return None
    return named(m, year=m["y"].value if m["y"].kind == "y" else 0)


@RULES.add(r"(?P<W>W)(?P<d>[do])", r"(?<=l)(?P<d>[do])(?![usd])")
def _day_alone(m: Match) -> Built:
    """*lundi 6*, *le 1er*, *le 23*: a day of a month that is not said."""
    first = m.raw(m["d"])[:1] == "1" and m.number("d") == 1
    numbered = m["d"].kind == "o" and not first  # "le 3e"
    closed = m.after.key.isalpha() or m.after.key in tuple(".,;:)»?!")
    the = m.before.key in word_list("the") and not numbered and closed
    the = the and not (_is_address(m) or _is_called(m))
    if not (m.has("W") or the) or is_content(m.after):
        return None
    if m.after.kind in tuple("Uhn-") or not 1 <= m.number("d") <= 31:
        return None
    return named(m)


def _is_address(m: Match) -> bool:
    """Tell whether the number is that of a house: *devant le 10, rue Haute*."""
    behind = m.units[m.start + len(m.classes) : m.start + len(m.classes) + 2]
    return any(unit.key in word_list("streets") for unit in behind)


def _is_called(m: Match) -> bool:
    """Tell whether a thing has the number: *il faut appeler le 15 ou le 18*; *le car qui fait le 18*."""
    step = 2  # over "le"
    while m.back(step).kind == "k" and m.back(step + 1).key in word_list("telephones"):
        step += 3
    verb = m.back(step)
    had = verb.key in word_list("called") and m.raw(m.back(step + 1)).lower() in vocabulary("have")
    calls = m["d"].key in word_list("telephones") and (had or verb.key in word_list("calling"))
    return calls or verb.key in word_list("running")


@RULES.add(
    r"(?P<P>P)u(?P<W>W)(?P<a>a)W(?P<L>L)?",
    r"(?P<P>P)ul?(?P<W>W)?(?P<d>[do])(?P<M>M)?(?P<a>a)W?[do](?P<N>M)(?P<y>y)?(?P<L>L)?",
    r"(?P<P>P)u(?P<W>W)(?P<L>L)?(?!d)",
    r"(?P<P>P)ul?(?P<W>W)?(?P<d>[don])(?P<M>M)(?P<y>y)?",
)
def _night(m: Match) -> Built:
    """*nuit de samedi à dimanche*, which both days share; *soirée de jeudi*, *matin du 5 mai*."""
    if m.word("P") != "NI" and m.has("a"):
        return None
    return named(m, month=m.number("M") or m.number("N"), rel="", overnight=int(m.has("a")))


@RULES.add(r"(?P<W>W)(?P<s>[Sp])(?P<P>P)?")
def _weekday_in_story(m: Match) -> Built:
    """*le dimanche suivant*: counted from the day that the text last spoke of."""
    return named(m, rel="next" if m["s"].kind == "S" else "last", origin="focus")


@RULES.add(r"[et]W", r"[lts]w", r"[ls]o(?:k?o){0,4}[wW]", r"lo(?:klo)[wW]")
def _each_weekday(m: Match) -> Built:
    """*chaque lundi*, *les jeudis*, *les deuxième et quatrième jeudis*."""
    last = m.units[m.start + len(m.classes) - 1]
    return "SET", Meaning("set", value=f"XXXX-WXX-{last.value}")


@RULES.add(r"(?P<t>W)(?=aW(?!d))", r"(?<=uWa)(?P<t>W)(?!d)")
def _week_long(m: Match) -> Built:
    """*du lundi au vendredi*: every week."""
    habit = m.before.key in word_list("from_to")
    return ("SET", Meaning("set", value=f"XXXX-WXX-{m['t'].value}")) if habit else None


@RULES.add(r"(?P<W>W)(?P<P>[PT])?ul(?P<U>U)(?P<K>[LXSp])", r"(?P<W>W)(?P<P>[PT])?uc(?P<U>U)")
def _weekday_of_week(m: Match) -> Built:
    """*mercredi de la semaine dernière*, *le lundi de cette semaine*."""
    if m.word("U") != "W":
        return None
    n = {"L": -1, "p": -1, "X": 1, "S": 1}.get(m["K"].kind, 0)
    return named(m, rel=f"W{n}", origin="focus" if m["K"].kind in tuple("Sp") else "")


@RULES.add(r"(?:(?P<W>W)|(?P<D>D))g(?P<n>[dn])(?!U)")
def _in_weeks(m: Match) -> Built:
    """*vendredi en huit*, *aujourd'hui en quinze*, counted from that day; *mardi en huit étapes* is none."""
    days = m.number("n") // 7 * 7
    if m["n"].key not in word_list("weeks_on") or is_content(m.after):
        return None
    if m.has("W"):
        return named(m, rel="next", n=days)
    return "DATE", Meaning("offset", unit="D", n=int(m.word("D").split()[1]) + days)


@RULES.add(r"cx?(?P<W>W)(?P<P>P)?(?P<J>J)?")
def _weekday_told(m: Match) -> Built:
    """*ce jeudi-là*, *ce fameux jeudi*: the one that the text has told of."""
    remembered = m.units[m.start + 1].key in word_list("remembered")
    return named(m, origin="that") if remembered or m.has("J") else None


@RULES.add(rf"(?P<c>c)?V?(?P<W>W){_PART}(?P<L>L)?(?P<X>X)?")
def _weekday(m: Match) -> Built:
    """*jeudi*; *le jeudi* is every week unless it is told of once, *un jeudi* some week."""
    found, meaning = named(m)
    some = f"XXXX-WXX-{meaning.weekday}" + (f"T{meaning.part}" if meaning.part else "")
    if m.before.key in word_list("the") and not meaning.rel and m.after.kind not in tuple("Spd"):
        return "SET", replace(meaning, kind="set", value=some)
    if m.before.kind == "1" and not meaning.rel:
        return "DATE", Meaning("ref", value=some)
    return found, meaning
