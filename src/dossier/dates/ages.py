"""How old somebody is: no temporal expression."""

import functools
import re

from dossier.dates.match import Match, word_list


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
    if back[1] in word_list("age_before") or (
        back[1] in word_list("than") and back[2] in word_list("aged") | word_list("of")
    ):
        return True
    noun = m.units[place - 2]
    named = noun.kind == "x" and m.raw(noun)[:1].isupper() and place > 3
    clause = back[1 : back.index(",")] if "," in back else back[1:]
    return named or bool(word_list("people") & set(clause)) or bool(_person().search(back[1]))
