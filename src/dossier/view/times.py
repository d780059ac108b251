"""The time that a figure or a plan is about, open where the text says since when or by when."""

import re

from dossier.edtf import by_when, in_words
from dossier.lexicons import load_lexicon, months, word_set
from dossier.records import Claim, Mention, Statement, TimeExpression
from dossier.view.index import Index

_LEAD = 20  # characters of what leads to a date


def time_of(index: Index, claim: Claim) -> str:
    """Return the time that a figure is about (EDTF), open where the text says since when or by when.

    Of parts of a month, "entre le début et la mi-octobre", it is the month.
    """
    date = index.expressions.get(claim.about_ref)
    inside = re.fullmatch(r"(\d{4}-\d\d)-\d\d/\1-\d\d", claim.about)
    words = re.findall(r"\w+", date.text.casefold()) if date and inside else []
    if inside and not months().keys().isdisjoint(words) and not any(word.isdigit() for word in words):
        return inside[1]
    if not claim.about or "/" in claim.about or date is None:
        return claim.about
    lead = _before(index, date, claim.end)
    if not {*load_lexicon("dates")["onward"]}.isdisjoint(lead.split()):
        return f"{claim.about}/.."
    return f"../{claim.about}" if load_lexicon("dates")["term"][0] in lead else claim.about


def time_in_words(index: Index, claim: Claim, *, short: bool = False) -> str:
    """Return in words what `time_of` has: ``from 2009``; of "d'ici à 2014" ``by 2014``."""
    time = time_of(index, claim)
    term = time.startswith("../") and "/" not in claim.about
    return by_when(claim.about, short=short) if term else in_words(time, short=short)


def term_of(index: Index, statement: Statement | None) -> str:
    """Return the time by which what *statement* tells is to come (EDTF): of "d'ici à 2014" the year."""
    date = index.expressions.get(statement.date_ref) if statement else None
    ahead = date and load_lexicon("dates")["term"][0] in _before(index, date, date.start)
    return date.date if date and ahead else ""


def _before(index: Index, date: TimeExpression, end: int) -> str:
    """Return the words of *date* with those since the offset *end*, or right before it."""
    begin = end if end < date.start else date.start - _LEAD
    return index.articles[date.article_id].text[begin : date.end].casefold().replace("’", "'")


def zone_of(index: Index, mention: Mention) -> str:
    """Return the zone of the hour in the sentence of *mention*, if it stands beside no local one."""
    words = index.articles[mention.article_id].text[mention.sentence_start : mention.sentence_end]
    zones = "|".join(zone for zone in word_set("sections", "zones") if zone.isupper())
    return next(iter(re.findall(rf"[^(]{{6}}\d ?({zones})\b", words)), "")
