"""Numbers with their hedges to statements: low, high, comparator."""

import functools
import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from dossier.lexicons import load_lexicon
from dossier.quantities.numbers import BLANK, Number, alternatives, find_numbers, tidy
from dossier.quantities.units import words

_REACH = 60  # characters before a number in which its hedges can stand
_HEDGES = 3  # at most so many hedges follow one another


@dataclass(frozen=True, slots=True)
class Phrase:
    """A number, or two that make a range, with the hedges before it; offsets in the paragraph."""

    start: int
    end: int
    low: float | None
    high: float | None
    comparator: str
    value: float  # the number itself, or the lower one
    number_start: int
    definite: bool = False
    share: bool = False  # a part of a whole, in per cent
    single: bool = False  # a determiner in the singular before it: "un deux-roues", "le 49.3"


def _grouped(table: dict[str, list[str]]) -> str:
    grammar, groups = load_lexicon("quantities")["grammar"], []
    of = f" {grammar['of'][0]}"
    for name, hedges in table.items():
        plain = [hedge for hedge in hedges if not hedge.endswith(of)]
        linked = [hedge.removesuffix(of) for hedge in hedges if hedge.endswith(of)]
        parts = [f"(?:{alternatives(plain)}),?{BLANK}*"] if plain else []
        if linked:
            parts.append(rf"(?:{alternatives(linked)}){BLANK}+(?:{alternatives(grammar['of_some'])})")
        groups.append(rf"(?P<{name}>{'|'.join(reversed(parts))})")
    return "|".join(groups)


@functools.cache
def _patterns() -> dict[str, re.Pattern[str]]:
    lexicon = load_lexicon("quantities")
    known = alternatives(lexicon["definite"])
    either = alternatives(lexicon["join"]["either"])
    adverbs, articles = alternatives(lexicon["verb_adverbs"]), alternatives(lexicon["articles"])
    aside = rf"(?:(?:{adverbs}){BLANK}+|{BLANK}*,{BLANK}[^,.;:\d]{{3,30}},{BLANK})?"
    of = alternatives(lexicon["grammar"]["of_scale"])
    return {
        "before": re.compile(rf"(?<!\w)(?:{_grouped(lexicon['before'])})$"),
        "verb": re.compile(rf"(?<!\w)(?:{_grouped(lexicon['verbs'])}){aside}(?:{articles})?$"),
        "after": re.compile(
            rf"{BLANK}*,?{BLANK}*(?:{_grouped(lexicon['after'])})(?!\w)(?:(?<!{alternatives(lexicon['grammar']['more'])})|(?!{BLANK}+(?:{of})))"
            rf"(?!{BLANK}+(?:\d|(?:{alternatives(list(lexicon['words']))})\b))"
        ),
        "definite": re.compile(
            rf"(?<!\w)(?:{known}){BLANK}+(?:(?:{alternatives(lexicon['grammar']['some'])}){BLANK}+)?$"
        ),
        "single": re.compile(rf"(?<!\w)(?:{alternatives(lexicon['single'])}){BLANK}+$"),
        "range": re.compile(rf"{BLANK}*(?:{alternatives(lexicon['join']['range'])}){BLANK}*"),
        "half": re.compile(rf"{BLANK}+(?:{alternatives(lexicon['half'])})(?![\w-])"),
        "and": re.compile(rf"{BLANK}+(?:{alternatives(lexicon['grammar']['and'])}){BLANK}+"),
        "the": re.compile(rf"(?<!\w)(?:{alternatives(lexicon['known_determiners'])}){BLANK}+$"),
        "between": re.compile(
            rf"(?<!\w)(?:{alternatives(lexicon['grammar']['between'])}){BLANK}+(?:{articles})?$"
        ),
        "from": re.compile(rf"(?<!\w)(?:{of})$"),
        "either": re.compile(rf"{BLANK}*,?{BLANK}+(?:{either}){BLANK}+(?:{of})?"),
        "change": re.compile(rf"(?<!\w){lexicon['change']}(?:{BLANK}+\w+){{0,4}}{BLANK}+(?:{of})$"),
    }


def find_phrases(text: str) -> Iterator[Phrase]:
    """Yield every number phrase of *text*, which is folded and in lower case, from left to right."""
    numbers = list(find_numbers(text))
    place = reached = 0
    while place < len(numbers):
        first = numbers[place]
        second = numbers[place + 1] if place + 1 < len(numbers) else None
        several = first.determiner in words("grammar.several")
        if second and several and not text[first.end : second.start].strip():
            place += 1
            continue
        pair = second and _pair(text, first, second)
        if second and not pair and text[first.end : second.start] == "-":
            place += 2  # a score: "3-1"
            continue
        if second and not pair and _patterns()["range"].fullmatch(text, first.end, second.start):
            first = _share_scale(first, second)
        phrase = pair or _single(text, first)
        yield phrase if phrase.start >= reached else replace(phrase, start=phrase.number_start)
        reached = phrase.end
        place += 2 if pair else 1


def _pair(text: str, first: Number, second: Number) -> Phrase | None:
    """Return the range that two numbers make, or None where they make none."""
    patterns, start, gap = _patterns(), first.start, text[first.end : second.start]
    before = text[max(0, start - _REACH) : start]
    if opening := patterns["between"].search(before):
        if not patterns["and"].fullmatch(gap):
            return None
        start -= len(before) - opening.start()
    elif patterns["range"].fullmatch(gap):
        if patterns["change"].search(before) or first.factor is None:
            return None
        if opening := patterns["from"].search(before):
            start -= len(before) - opening.start()
    elif not patterns["either"].fullmatch(gap):
        return None
    first = _share_scale(first, second)
    low, high = first.value, second.value
    if low >= high:
        return None
    comparator = "vague" if first.factor is None else "between"
    return _hedged(text, Phrase(start, second.end, low, high, comparator, low, first.start))


def _share_scale(first: Number, second: Number) -> Number:
    """Return *first* with the multiplier that stands only after *second*: "deux à quatre millions"."""
    if first.scale == 1 and second.scale > 1 and (first.factor or 0) < (second.factor or 0):
        return replace(first, scale=second.scale)
    if first.factor is None and second.scale >= 1000 > first.scale and second.scale % 1000 == 0:
        return replace(first, scale=first.scale * 1000)
    for unit in (1000, 100) if second.in_words else (1000,):
        rest = (second.factor or 0) / unit
        if first.scale == second.scale == 1 and rest.is_integer() and rest / 10 < (first.factor or 0) < rest:
            return replace(first, scale=unit)
    return first


def _single(text: str, number: Number) -> Phrase:
    value, vague = number.value, number.factor is None
    comparator, high = ("vague", None) if vague else ("about" if number.about else "exact", value)
    bare = Phrase(number.start, number.end, value, high, comparator, value, number.start, share=number.share)
    definite = number.determiner in load_lexicon("quantities")["known_determiners"]
    single = number.determiner in words("single") and number.scale == 1
    hedged = _hedged(text, bare)
    return replace(hedged, definite=definite or hedged.definite, single=single or hedged.single)


def _hedged(text: str, phrase: Phrase) -> Phrase:
    """Return *phrase* with the hedges before and right after the number; the outermost one counts."""
    patterns, share = _patterns(), phrase.share
    for _ in range(_HEDGES):
        the = patterns["the"].search(text, max(0, phrase.start - _REACH), phrase.start) if share else None
        before = the.start() if the else phrase.start  # "environ les deux tiers"
        found = patterns["before"].search(text, max(0, before - _REACH), before)
        if not found:
            break
        phrase = compare(replace(phrase, start=found.start()), found.lastgroup or "exact")
    if found := patterns["verb"].search(text, max(0, phrase.start - _REACH), phrase.start):
        phrase = compare(phrase, found.lastgroup or "exact")
    reach = max(0, phrase.start - _REACH), phrase.start
    known, single = patterns["definite"].search(text, *reach), patterns["single"].search(text, *reach)
    return hedged_after(text, replace(phrase, definite=bool(known), single=bool(single)), phrase.end)


def hedged_after(text: str, phrase: Phrase, end: int) -> Phrase:
    """Return *phrase* with the hedge that stands at *end*, or unchanged; an own comparator is kept."""
    found = _patterns()["after"].match(text, end) if phrase.comparator in ("exact", "about") else None
    return compare(replace(phrase, end=found.end()), found.lastgroup or "exact") if found else phrase


def halved(text: str, phrase: Phrase, end: int) -> tuple[Phrase, int]:
    """Return *phrase* and where its thing ends, *end* or behind a half: "deux postes et demi"."""
    found = _patterns()["half"].match(text, end)
    if not found or phrase.low is None or phrase.low != phrase.high:
        return phrase, end
    more = phrase.low + 0.5
    return replace(phrase, low=more, high=more, value=more), found.end()


def ranged(text: str, phrase: Phrase, end: int, other: Phrase) -> Phrase | None:
    """Return *phrase*, whose thing ends at *end*, up to *other*: "deux tirs, peut-être trois"."""
    exact = phrase.comparator == other.comparator == "exact" and phrase.value < other.value
    if not exact or not _patterns()["either"].fullmatch(text, end, other.start):
        return None
    return replace(phrase, high=other.high, comparator="between")


def compare(phrase: Phrase, comparator: str) -> Phrase:
    """Return *phrase* as *comparator* makes it: "au moins 3000" has no upper bound, "jusqu'à" no lower."""
    if comparator == "about" and phrase.comparator in ("vague", "between"):
        return phrase
    open_ended = comparator in ("at_least", "more_than")
    low = phrase.value if open_ended or comparator == "about" else None
    high = None if open_ended else phrase.value if phrase.high is None else phrase.high
    return replace(phrase, low=low, high=high, comparator=comparator)


def scaled(phrase: Phrase, factor: float) -> Phrase:
    """Return *phrase* with its numbers multiplied by *factor*, as a sign such as "M€" does."""
    low, high = (None if bound is None else tidy(bound * factor) for bound in (phrase.low, phrase.high))
    return replace(phrase, low=low, high=high, value=tidy(phrase.value * factor))
