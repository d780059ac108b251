"""Numbers without a noun: those that name a thing, and those that borrow the noun of words before them."""

import re
from collections.abc import Callable

from dossier.lexicons import load_lexicon
from dossier.quantities.phrases import Phrase
from dossier.quantities.units import words
from dossier.tokens import Doc, Span, Token

_WHOLE = 3  # words from the head of a sentence in which the number of a whole stands, and from it its noun
_LONGEST_NAME = 10  # words of a noun phrase before a number without a verb
Noun = tuple[Token, str, str]  # a counted noun, its lemma, and the words that say what is counted


def is_label(doc: Doc, phrase: Phrase, has_unit: bool, gap: str, label_end: int) -> bool:
    """Tell whether the number only names what stands before it: "article 4", "les articles 4 et 5".

    An adjective may stand between: "la route nationale 1".
    """
    if label_end >= 0 and gap.strip() in words("grammar.label"):
        return True
    exact = phrase.start == phrase.number_start and phrase.comparator == "exact"
    if not exact or not doc.text[phrase.start].isdigit():
        return False
    span = doc.char_span(phrase.start, phrase.end)
    if span is None or span.start == 0 or not span.text[-1].isdigit():  # "verse chaque année 3 millions"
        return False
    large = len(re.sub(r"\D", "", span.text)) >= 3
    name = doc[max(0, span.start - 1 - (doc[span.start - 1].pos_ == "ADJ" and not has_unit))]
    before = name if name.pos_ == "NOUN" else doc[span.start - 1]
    if before.pos_ not in ("NOUN", "PROPN") or (large and is_gapped(span)):
        return False
    if not has_unit:
        return True
    return span.end < len(doc) and doc[span.end].lower_ in words("grammar.of_the")


def borrow(number: Span, start: int, before: Noun | None, name: Callable[[Token], Noun]) -> Noun | None:
    """Return the noun that *number* counts without saying it, or None.

    *start* is where its phrase begins, *before* the thing that the number before it counts, and *name* makes
    a noun of a token. A number that names nothing counts what was counted last in its paragraph: "contre
    98 000 selon la police"; "il en a vendu 300"; "deux autres ont été blessées".
    """
    sentence, doc = number.sent, number.doc
    lead = [token for token in doc[sentence.start : number.start] if token.idx < start]
    if counted := _after_the_word_number(lead) or _before_the_word_number(number) or _being_so_many(lead):
        return (number[0], "", "") if counted.pos_ == "PRON" else name(counted)
    if announced := _before_a_colon(lead):
        return name(announced)
    if whole := _out_of_so_many(lead):
        before = (
            whole,
            "" if whole.lemma_ in load_lexicon("quantities")["times"] else name(whole)[1],
            whole.text,
        )
    if before:
        return before
    if any(map(_stands_for_it, lead[-5:])):
        return number[0], "", ""
    if _is_round(number) and _stands_alone(number):
        nouns = [token for token in lead if token.pos_ == "NOUN" and token.morph.get("Number") == ["Plur"]]
        return name(nouns[-1]) if nouns else None
    return None


def _after_the_word_number(lead: list[Token]) -> Token | None:
    """Return the noun of "le nombre de victimes a atteint", or of "les pompiers, au nombre de"."""
    for i, token in enumerate(lead):
        if token.lower_ not in words("borrowing.number"):
            continue
        rest = lead[i + 1 :]
        noun = next((t for t in rest if t.pos_ in ("NOUN", "PROPN")), None)
        if noun and rest[0].lower_ in words("grammar.number_tail"):
            return noun
        if i and lead[i - 1].lower_ in words("grammar.at_the") and len(rest) == 1:
            nouns = [t for t in lead[: i - 1] if t.pos_ == "NOUN" and t.morph.get("Number") == ["Plur"]]
            return nouns[-1] if nouns else None
    return None


def _out_of_so_many(lead: list[Token]) -> Token | None:
    """Return the noun of "sur les douze points sondés, trois …", of which the number behind is a part."""
    if len(lead) < 4 or lead[-1].text != "," or lead[0].lower_ not in words("borrowing.out_of"):
        return None
    number = next((i for i, token in enumerate(lead[:_WHOLE]) if token.like_num or token.pos_ == "NUM"), 0)
    return next((t for t in lead[number : number + _WHOLE] if number and t.pos_ == "NOUN"), None)


def _before_a_colon(lead: list[Token]) -> Token | None:
    """Return the noun of "compte ses barils : 41"."""
    noun = lead[-2] if len(lead) > 1 and lead[-1].text in words("grammar.colon") else None
    return noun if noun and noun.pos_ == "NOUN" and noun.morph.get("Number") == ["Plur"] else None


def _before_the_word_number(number: Span) -> Token | None:
    """Return the noun of "évalue à 450 le nombre de ménages"."""
    after = number.doc[number.end : number.end + 5]
    if len(after) < 4 or after[1].lower_ not in words("borrowing.number") or after[0].pos_ != "DET":
        return None
    return next((t for t in after[3:] if t.pos_ == "NOUN"), None)


def _being_so_many(lead: list[Token]) -> Token | None:
    """Return the last subject, else the first noun, that "ils" may mean in "ils étaient 500 000", or it."""
    while lead and lead[-1].pos_ == "ADV":
        lead = lead[:-1]
    if len(lead) < 2 or lead[-1].lemma_ not in words("grammar.be") or lead[-1].lower_ in words("grammar.be"):
        return None
    if lead[-2].pos_ == "NOUN" and lead[-2].dep_.startswith("nsubj"):  # "les malades étaient 300"
        return lead[-2] if lead[-2].morph.get("Number") == ["Plur"] else None
    many = next((t for t in reversed(lead[-3:-1]) if t.lower_ in words("borrowing.many")), None)
    before = lead[0].doc[max(0, lead[0].i - 1)].sent
    told = many.doc[before.start : many.i] if many is not None else ()
    times = load_lexicon("quantities")["time"]
    alike = [t for t in told if t.pos_ == "NOUN" and _agree(t, many) and t.lemma_ not in times]
    return next((t for t in reversed(alike) if t.dep_.startswith("nsubj")), next(iter(alike), many))


def _agree(noun: Token, pronoun: Token | None) -> bool:
    """Tell whether *pronoun* can mean *noun*, by number and gender."""
    kinds = ("Number", "Gender")
    return pronoun is not None and all(noun.morph.get(kind) == pronoun.morph.get(kind) for kind in kinds)


def _stands_for_it(token: Token) -> bool:
    """Tell whether *token* is the "en" of "ils en veulent 300", not a preposition."""
    if token.lower_ not in words("grammar.pronoun"):
        return False
    after = token.doc[min(token.i + 1, len(token.doc) - 1)]
    return token.pos_ == "PRON" or (after.pos_ in ("VERB", "AUX") and bool(after.morph.get("Mood")))


def is_gapped(number: Span) -> bool:
    """Tell whether *number* ends a clause of only a noun phrase and itself: "…, la mairie 3 000"."""
    doc, first, head = number.doc, number.start, number.sent.start
    after = doc[number.end : number.end + 1]
    if len(after) and after[0].pos_ not in ("PUNCT", "CCONJ"):
        return False
    while first > head and doc[first - 1].lower_ not in words("grammar.gap"):
        first -= 1
        if number.start - first > _LONGEST_NAME:
            return False
    phrase = doc[first : number.start]
    if len(phrase) == 0 and first - 1 > head and doc[first - 1].text == ",":  # "; le rectorat, 18 %"
        last = first - 1
        first = last
        while first > head and doc[first - 1].lower_ not in words("grammar.gap"):
            first -= 1
        phrase = doc[first:last] if doc[first - 1].text == ";" else phrase
    if first == head or not len(phrase) or phrase[0].pos_ not in ("DET", "PROPN"):
        return False
    if not all(token.pos_ in ("DET", "NOUN", "PROPN", "ADJ", "ADP") for token in phrase):
        return False
    return phrase[-1].pos_ in ("NOUN", "PROPN", "ADJ")


def _is_round(number: Span) -> bool:
    """Tell whether *number* is a noun such as "vingtaine" or "millier"."""
    scales = load_lexicon("quantities")["scales"]
    return bool(scales.get(number[-1].lower_.removesuffix("s"), {}).get("about"))


def _stands_alone(number: Span) -> bool:
    """Tell whether nothing follows that the number could count: "une vingtaine au total", "une centaine,"."""
    after = next(iter(number.doc[number.end : number.end + 1]), None)
    return after is None or after.pos_ in ("PUNCT", "VERB", "AUX") or after.lower_ in words("grammar.alone")
