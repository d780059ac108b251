"""Numbers without a noun: those that name a thing, and those that borrow the noun of an earlier number."""

from __future__ import annotations

import re

from spacy.tokens import Doc, Span, Token

from dossier.lexicons import load_lexicon
from dossier.quantities.phrases import Phrase

_LIST = re.compile(r"(?:[:,;(]|(?<!\w)(?:et|puis|dont|soit))\s*$")
_CONTRE = re.compile(r"(?<!\w)contre\s+$")
_JOIN = re.compile(r"\s*(?:,|et|ou|à|-)\s*")


def is_label(doc: Doc, phrase: Phrase, has_unit: bool, gap: str, label_end: int) -> bool:
    """Tell whether the number only names what stands before it: "article 4", "les articles 4 et 5"."""
    if label_end >= 0 and _JOIN.fullmatch(gap):
        return True
    if phrase.start != phrase.number_start or not doc.text[phrase.start].isdigit():
        return False
    span = doc.char_span(phrase.start, phrase.end, alignment_mode="expand")
    if span is None or span.start == 0:
        return False
    before = doc[span.start - 1]
    if before.pos_ not in ("NOUN", "PROPN") or before.sent != span.sent:
        return False
    if not has_unit:
        return True
    return span.end < len(doc) and doc[span.end].lower_ in ("de", "d'", "des")


def borrowed_unit(number: Span, before: str, unit: str, noun: Token) -> bool:
    """Tell whether a number without a noun counts what the number before it counted.

    "deux autres ont été blessées"; "dont 21 nouvelles"; "10 à Lyon, 4 à Nantes"; "39 voix pour, 12 contre";
    "huit se sont enfuis".
    """
    doc, place = number.doc, number.end
    near = noun.sent == number.sent
    pronoun = False
    while place < len(doc) and doc[place].lower_ in load_lexicon("quantities")["pronouns"]:
        place, pronoun = place + 1, True
    if pronoun or (place + 1 < len(doc) and [t.lower_ for t in doc[place : place + 2]] == ["d'", "entre"]):
        return True
    after = doc[place] if place < len(doc) else None
    votes = near and unit in load_lexicon("quantities")["votes"]
    if votes and (_CONTRE.search(before) or (after is not None and after.lower_ in ("pour", "contre"))):
        return True
    if after is None:
        return False
    if near and after.lower_ in ("à", "au", "aux", "en", "dans") and _LIST.search(before):
        return place + 1 < len(doc) and doc[place + 1].pos_ in ("PROPN", "DET", "NOUN")
    opens = number.start == number.sent.start or _LIST.search(before) is not None
    return opens and after.pos_ in ("VERB", "AUX") and after.morph.get("Number") == ["Plur"]
