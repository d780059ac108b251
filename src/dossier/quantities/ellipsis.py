"""Numbers without a noun: those that name a thing, and those that borrow the noun of words before them."""

import re
from dataclasses import dataclass, replace
from itertools import takewhile

from dossier.language import Paragraph
from dossier.lexicons import load_lexicon, word_set
from dossier.quantities.phrases import Phrase
from dossier.quantities.units import unit_lemma, words
from dossier.syntax.inflection import is_participle
from dossier.syntax.vocabulary import vocabulary
from dossier.tokens import Doc, Span, Token

_WHOLE = 3  # words from the head of a sentence in which the number of a whole stands, and from it its noun
_LONGEST_NAME = 10  # words of a noun phrase before a number without a verb
_NAMING = ("NOUN", "ADJ", "DET", "ADP", "PROPN", "NUM")
GREAT = 1e6  # "évalué à 3 milliards": written with such a word, a number is one even without a unit
_SMALL = 1000
Noun = tuple[Token, str, str]  # a counted noun, its lemma, and the words that say what is counted


@dataclass(frozen=True, slots=True)
class Counted:
    """A phrase with its unit; ``token`` is the noun, or the number where the noun is left out."""

    phrase: Phrase
    lemma: str
    end: int
    token: Token
    subject: str = ""
    per: str = ""


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


def find_elliptic(
    paragraph: Paragraph,
    text: str,
    phrase: Phrase,
    after: tuple[Phrase, Counted | None] | None,
    found: list[Counted],
) -> Counted | None:
    """Return *phrase* with the unit it borrows: from the number after it, or from one before it."""
    against = found and text[found[-1].end : phrase.start].strip() in words("grammar.against")
    if after and after[1] and not against:  # "14 voix contre 7 et deux abstentions"
        gap = text[phrase.end : after[0].start].strip()
        if gap in words("grammar.part"):
            return replace(after[1], phrase=phrase)
        if gap in words("grammar.listed"):
            return replace(after[1], phrase=phrase, end=phrase.end)
    number = paragraph.doc.char_span(phrase.number_start, phrase.end)
    if number is None or text[phrase.end : phrase.end + 1].isalnum():
        return None
    behind = paragraph.doc[number.end : number.end + 2]
    aside = text[: phrase.start].rstrip().endswith(tuple(words("aside")))  # of the whole, no part of it
    part = not words("one.after").isdisjoint(text[: phrase.start].split()[-1:])  # "dont neuf d'annexes"
    wholes = [c for c in found if not part or c.phrase.value >= phrase.value]  # of "dont 380"
    last = next((c for c in reversed(wholes) if not (aside and c.token.pos_ == "ADJ")), None)
    others = len(behind) == 2 and behind[0].lower_ in words("pronouns")
    apart = number.text.lower() in words("grammar.adjectival") or (_is_of(behind) and not part)
    money = last and not vocabulary("currencies").isdisjoint(last.lemma.split())
    small = last and last.phrase.value >= GREAT and phrase.value < _SMALL
    if apart or small or (others and money):  # "25 millions, d'autres en veulent 60", "300 $ et neuf autres"
        return Counted(phrase, "", phrase.end, number[0]) if phrase.value >= GREAT else None
    told = any(token.pos_ == "AUX" for token in behind[:1])  # "Onze ont été retrouvées": none is missing
    of_one = last and last.phrase.value < 2 <= phrase.value  # "un ouvrier a été tué et trois autres"
    subject = _unstated(last) if last and told else last.subject if last else ""
    rate = last and last.token.i < number.sent.start and (last.per or last.lemma in words("length"))
    before = (last.token, last.lemma, "" if of_one else subject) if last and not rate else None
    noun = _borrow(number, phrase.start, before)
    if noun is None or (rate and not noun[1]):  # "cent litres par jour. J'en ai quarante"
        return Counted(phrase, "", phrase.end, number[0]) if phrase.value >= GREAT else None
    does = behind[1] if others and behind[1].pos_ == "AUX" else number[0]  # "dix autres ont été blessés"
    return Counted(phrase, noun[1], phrase.end, does, noun[2])


def _is_of(behind: Span) -> bool:
    """Tell whether a number is of what "de" names *behind* it: not "d'entre eux", "d'autres", "de plus"."""
    apart = {token.pos_ for token in behind[1:]} & {"ADP", "ADV"} or behind[-1:].text in words("pronouns")
    return len(behind) == 2 and behind[0].lower_ in words("grammar.of") and not apart


def _unstated(counted: Counted) -> str:
    """Return what is *counted* without the participle that says what befell it: "œuvres (disparues)"."""
    doc, words_of = counted.token.doc, len(counted.subject.split())
    tokens = doc[counted.token.i : counted.token.i + words_of]
    befallen = next(
        (t for t in tokens[1:] if is_participle(t) or t.lemma_ in word_set("claims", "harm")), None
    )
    return doc[tokens.start : befallen.i].text if befallen else counted.subject


def _borrow(number: Span, start: int, before: Noun | None) -> Noun | None:
    """Return the noun that *number* counts without saying it, or None.

    *start* is where its phrase begins, *before* the thing that the number before it counts. A number that
    names nothing counts what was counted last in its sentence: "contre 98 000 selon la police"; "deux autres
    ont été blessées". What another sentence counts it does only where its own points there.
    """
    sentence, doc = number.sent, number.doc
    lead = [token for token in doc[sentence.start : number.start] if token.idx < start]
    if lead and lead[-1].lower_ in words("grammar.manner") and not _stands_for_it(lead[-1]):
        return None  # "se mettre en quatre", "multiplier par deux"
    if counted := _after_the_word_number(lead) or _before_the_word_number(number) or _being_so_many(lead):
        return (number[0], "", "") if counted.pos_ == "PRON" else _name(counted)
    within = before and before[0].i >= sentence.start
    if counted := _before_a_colon(lead) or (None if within else _set_beside(number, lead)):
        return _name(counted)
    if whole := _out_of_so_many(lead):
        lemma = "" if whole.lemma_ in words("times") else unit_lemma(whole)
        return whole, lemma, whole.text
    if before and (within or _points_back(number, lead, before[1])):
        return before
    return (number[0], "", "") if _has_it(lead) else None


def _has_it(lead: list[Token]) -> bool:
    """Tell whether "en" before a number is the pronoun: "en a vu 300", "en compte 300"."""
    return any(map(_stands_for_it, lead[-5:])) or any(
        t.lower_ in words("grammar.pronoun") for t in lead[-2:-1]
    )


def _name(noun: Token) -> Noun:
    return noun, unit_lemma(noun), noun.text


def _points_back(number: Span, lead: list[Token], counted: str) -> bool:
    """Tell whether *number* counts what is *counted* before: "Onze sont morts", "il en a vu 300".

    A great sum is of the money that was named last. What opens a sentence answers no question of its own.
    """
    scale = load_lexicon("quantities")["scales"].get(number[-1].lower_.removesuffix("s"))
    if scale is not None and not scale.get("about"):  # no "vingtaine"
        return not vocabulary("currencies").isdisjoint(counted.split())
    said = [token for token in lead if token.is_alpha or token.is_digit]
    asked = number.doc[max(0, number.sent.start - 1)].text == "?"
    many = any(token.lower_ in words("borrowing.they") for token in lead[-5:])
    return many or _has_it(lead) or not (said or asked)


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


def _set_beside(number: Span, lead: list[Token]) -> Token | None:
    """Return the noun that *number* alone stands beside: "les bornes en question, six au total"."""
    part = bool(lead) and lead[-1].lower_ in words("one.after")  # "les soudures, dont 53"
    lead = lead[:-1] if part else lead
    if not lead or lead[-1].text != "," or not (part or _stands_alone(number)):
        return None
    beside = list(takewhile(lambda t: t.pos_ in _NAMING, reversed(lead[:-1])))
    nouns = [t for t in beside if t.pos_ == "NOUN" and t.morph.get("Number") == ["Plur"] and t.is_alpha]
    noun = next((t for t in reversed(nouns) if not _is_led(t)), None)
    return noun if noun and len(beside) <= _LONGEST_NAME else None


def _is_led(noun: Token) -> bool:
    """Tell whether *noun* stands behind a preposition: not that of "d'autres foyers"."""
    led = (token for token in noun.children if token.dep_ == "case")
    return any(token.nbor().lower_ not in words("pronouns") for token in led)


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
    alike = [t for t in told if t.pos_ == "NOUN" and _agree(t, many) and t.lemma_ not in times and t.is_alpha]
    return next((t for t in reversed(alike) if t.dep_.startswith("nsubj")), next(iter(alike), many))


def _agree(noun: Token, pronoun: Token | None) -> bool:
    """Tell whether *pronoun* can mean *noun*, by number and, where it is known, gender: "les bénévoles"."""
    alike = (
        noun.morph.get(kind) in ([], pronoun.morph.get(kind)) for kind in ("Number", "Gender") if pronoun
    )
    return pronoun is not None and all(alike)


def _stands_for_it(token: Token) -> bool:
    """Tell whether *token* is the "en" of "ils en veulent 300", not a preposition."""
    if token.lower_ not in words("grammar.pronoun"):
        return False
    after = token.doc[min(token.i + 1, len(token.doc) - 1)]
    denied = token.i > 0 and token.nbor(-1).lower_ in vocabulary("negators")  # "n'en dénombre que 450"
    return denied or token.pos_ == "PRON" or (after.pos_ in ("VERB", "AUX") and bool(after.morph.get("Mood")))


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


def _stands_alone(number: Span) -> bool:
    """Tell whether nothing follows that the number could count: "une vingtaine au total", "une centaine,"."""
    after = next(iter(number.doc[number.end : number.end + 1]), None)
    return after is None or after.pos_ in ("PUNCT", "VERB", "AUX", "ADP")
