"""Numbers without a noun: those that name a thing, and those that borrow the noun of words before them."""

from __future__ import annotations

import functools
import re
from collections.abc import Callable

from spacy.tokens import Doc, Span, Token

from dossier.language import text_of
from dossier.lexicons import load_lexicon
from dossier.quantities.numbers import alternatives
from dossier.quantities.phrases import Phrase
from dossier.quantities.vocabulary import words

_JOIN = re.compile(r"\s*(?:,|et|ou|à|-)\s*")
_LONGEST_NAME = 10  # words of a noun phrase before a number without a verb
Noun = tuple[Token, str, str]  # a counted noun, its lemma, and the words that say what is counted


@functools.cache
def _opens() -> re.Pattern[str]:
    before = alternatives(list(words("borrowing.list")))
    return re.compile(rf"(?:[:,;(]|(?<!\w)(?:{before}))\s*$")


def is_label(doc: Doc, phrase: Phrase, has_unit: bool, gap: str, label_end: int) -> bool:
    """Tell whether the number only names what stands before it: "article 4", "les articles 4 et 5"."""
    if label_end >= 0 and _JOIN.fullmatch(gap):
        return True
    if phrase.start != phrase.number_start or not text_of(doc)[phrase.start].isdigit():
        return False
    span = doc.char_span(phrase.start, phrase.end, alignment_mode="expand")
    if span is None or span.start == 0:
        return False
    before = doc[span.start - 1]
    if (
        before.pos_ not in ("NOUN", "PROPN")
        or (_is_large(span) and is_gapped(span))
        or before.sent != span.sent
    ):
        return False
    if not has_unit:
        return True
    return span.end < len(doc) and doc[span.end].lower_ in words("grammar.of_the")


def borrow(number: Span, start: int, before: Noun | None, name: Callable[[Token], Noun]) -> Noun | None:
    """Return the noun that *number* counts without saying it, or None.

    *start* is where its phrase begins, *before* the thing that the number before it counts, and *name* makes
    a noun of a token.
    """
    sentence, doc = number.sent, number.doc
    lead = [token for token in doc[sentence.start : number.start] if token.idx < start]
    if counted := _after_the_word_number(lead) or _before_the_word_number(number) or _being_so_many(lead):
        return name(counted)
    if before and _repeats(number, lead, before):
        return before
    if any(map(_stands_for_it, lead[-5:])):
        return number[0], "", ""
    if _is_round(number) and _stands_alone(number):
        nouns = [token for token in lead if token.pos_ == "NOUN" and token.morph.get("Number") == ["Plur"]]
        return before if before and before[0].sent == sentence else name(nouns[-1]) if nouns else None
    return None


def _after_the_word_number(lead: list[Token]) -> Token | None:
    """Return the noun of "le nombre de victimes a atteint", or of "les pompiers, au nombre de"."""
    for i, token in enumerate(lead):
        if token.lower_ not in words("borrowing.number"):
            continue
        rest = lead[i + 1 :]
        noun = next((t for t in rest if t.pos_ in ("NOUN", "PROPN")), None)
        if noun and rest[0].lower_ in words("grammar.number_tail") and _has_verb(rest):
            return noun
        if i and lead[i - 1].lower_ in words("grammar.at_the") and len(rest) == 1:
            nouns = [t for t in lead[: i - 1] if t.pos_ == "NOUN" and t.morph.get("Number") == ["Plur"]]
            return nouns[-1] if nouns else None
    return None


def _before_the_word_number(number: Span) -> Token | None:
    """Return the noun of "évalue à 450 le nombre de ménages"."""
    after = number.doc[number.end : number.end + 5]
    if len(after) < 4 or after[1].lower_ not in words("borrowing.number") or after[0].pos_ != "DET":
        return None
    return next((t for t in after[3:] if t.pos_ == "NOUN"), None)


def _has_verb(tokens: list[Token]) -> bool:
    return any(token.pos_ in ("VERB", "AUX") for token in tokens)


def _being_so_many(lead: list[Token]) -> Token | None:
    """Return the pronoun of "ils étaient 500 000"."""
    if len(lead) < 2 or lead[-1].lemma_ not in words("grammar.be") or lead[-1].lower_ in words("grammar.be"):
        return None
    return next((t for t in reversed(lead[-3:-1]) if t.lower_ in words("borrowing.many")), None)


def _repeats(number: Span, lead: list[Token], before: Noun) -> bool:
    """Tell whether *number* counts the noun of the number before it.

    "deux autres ont été blessées"; "dont 21 nouvelles"; "10 à Lyon, 4 à Nantes"; "39 voix pour, 12 contre";
    "huit se sont enfuis"; "il en a vendu 300"; "contre 98 000 selon la police".
    """
    doc, place, near = number.doc, number.end, before[0].sent == number.sent
    pronoun = False
    while place < len(doc) and doc[place].lower_ in words("pronouns"):
        place, pronoun = place + 1, True
    after = doc[place : place + 4]
    partitive = any(_stands_for_it(t) for t in lead[-5:])
    against = near and bool(lead) and lead[-1].lower_ in words("borrowing.links")
    if (
        pronoun
        or partitive
        or against
        or (near and _is_large(number) and is_gapped(number))
        or _is_reached(number, lead)
        or " ".join(token.lower_ for token in after[:2]) in words("grammar.among")
    ):
        return True
    if not len(after):
        return False
    if near and before[1] in words("votes") and after[0].lower_ in words("grammar.sides"):
        return True
    listed = _opens().search(text_of(doc)[number.sent.start_char : number.start_char]) is not None
    if near and listed and after[0].lower_ in words("borrowing.place"):
        return len(after) > 1 and after[1].pos_ in ("PROPN", "DET", "NOUN")
    if near and listed and after.text.lower().startswith(tuple(words("borrowing.source"))):
        return True
    return (listed or number.start == number.sent.start) and _acts(after)


def _stands_for_it(token: Token) -> bool:
    """Tell whether *token* is the "en" of "ils en veulent 300", not a preposition."""
    if token.lower_ not in words("grammar.pronoun"):
        return False
    after = token.doc[min(token.i + 1, len(token.doc) - 1)]
    return token.pos_ == "PRON" or (after.pos_ in ("VERB", "AUX") and bool(after.morph.get("Mood")))


def _is_reached(number: Span, lead: list[Token]) -> bool:
    """Tell whether a figure named before has come to *number*: "il avait dépassé les 7 000"."""
    after = number.doc[number.end : number.end + 1]
    ends = not len(after) or after[0].pos_ in ("PUNCT", "ADP", "CCONJ") or after[0].lemma_ in words("time")
    subject = any(t.lower_ in words("borrowing.many") or t.lower_ in words("borrowing.it") for t in lead)
    return (
        ends
        and _is_large(number)
        and subject
        and any(t.lemma_ in words("borrowing.reach") for t in lead[-4:])
    )


def _is_large(number: Span) -> bool:
    return number.text[0].isdigit() and len(re.sub(r"\D", "", number.text)) >= 3


def is_gapped(number: Span) -> bool:
    """Tell whether *number* ends a clause of only a noun phrase and itself: "…, la mairie 3 000"."""
    doc, first = number.doc, number.start
    after = doc[number.end : number.end + 1]
    if len(after) and after[0].pos_ not in ("PUNCT", "CCONJ"):
        return False
    while first > number.sent.start and doc[first - 1].text not in (",", ";"):
        first -= 1
        if number.start - first > _LONGEST_NAME:
            return False
    phrase = doc[first : number.start]
    if first == number.sent.start or not len(phrase) or phrase[0].pos_ not in ("DET", "PROPN"):
        return False
    if not all(token.pos_ in ("DET", "NOUN", "PROPN", "ADJ", "ADP") for token in phrase):
        return False
    return phrase[-1].pos_ in ("NOUN", "PROPN", "ADJ")


def _acts(after: Span) -> bool:
    """Tell whether a plural verb opens *after*, past its clitics: "huit s'y sont opposés"."""
    for token in after:
        if token.pos_ in ("VERB", "AUX"):
            return bool(token.morph.get("Number") == ["Plur"])
        if token.pos_ not in ("PRON", "ADV"):
            return False
    return False


def _is_round(number: Span) -> bool:
    """Tell whether *number* is a noun such as "vingtaine" or "millier"."""
    scales = load_lexicon("quantities")["scales"]
    return bool(scales.get(number[-1].lower_.removesuffix("s"), {}).get("about"))


def _stands_alone(number: Span) -> bool:
    """Tell whether nothing follows that the number could count: "une vingtaine au total", "une centaine,"."""
    after = number.doc[number.end : number.end + 3]
    return (
        not len(after)
        or after[0].pos_ in ("PUNCT", "VERB", "AUX")
        or after[0].lower_ in words("grammar.alone")
    )
