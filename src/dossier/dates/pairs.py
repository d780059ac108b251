"""Stretches of time of which a text names both ends, each an expression of its own."""

from collections.abc import Iterable, Iterator
from itertools import pairwise

from dossier.dates.match import read_meaning
from dossier.lexicons import load_lexicon
from dossier.records import TimeExpression

_OPENS = 10  # characters before a stretch in which the word stands that opens it


def between(
    text: str, expressions: Iterable[TimeExpression]
) -> Iterator[tuple[TimeExpression, TimeExpression]]:
    """Yield the two ends of each stretch that *text* names by both: "entre vendredi matin et lundi soir".

    Such are two years or months, "de 2014 à 2016", and two months or weekdays of which one follows the other:
    "en mars et avril 2017".
    """
    function, joins = load_lexicon("dates")["function"], load_lexicon("dates")["linking"]
    for first, last in pairwise(expressions):
        words = text[first.end : last.start].split()
        lead = "".join(text[max(0, first.start - _OPENS) : first.start].lower().split()[-1:])
        joined = words[:1] in ([join] for join in joins)
        both = joined and len(words) == 1 and lead in function["b"]
        until = lead in function["u"] and words in ([to] for to in function["a"])
        along = joined and {*words[1:]} <= {*function["g"]}
        if both or ((until or along) and _goes_on(first, last, far=until)):
            yield first, last


def _goes_on(first: TimeExpression, last: TimeExpression, *, far: bool) -> bool:
    """Return whether *last* is the month or weekday next to *first*, *far* a later month or year, no days."""
    one, other = read_meaning(first.meaning), read_meaning(last.meaning)
    bare = one.kind == other.kind == "calendar" and not (one.day or other.day or one.part or other.part)
    months, days = other.month - one.month, (other.weekday - one.weekday) % 7
    if far:
        return bare and not (one.weekday or other.weekday) and bool(one.month) == bool(other.month)
    return bare and (months, days) in ((1, 0), (0, 1)) and (one.year, one.rel) == (other.year, other.rel)
