"""Events that are speech: who speaks, and what is said, by the quotations that stand in the same sentence."""

import re
from dataclasses import dataclass

from dossier.records import Claim, Mention, Quotation
from dossier.view.index import Index

_NEAR = 5  # words from the verb of speaking to a date that belongs to it


@dataclass(frozen=True, slots=True)
class Speech:
    """What a mention of speech tells: the speakers, the words laid to them, and the figures in them."""

    speakers: tuple[str, ...]
    quotations: tuple[Quotation, ...]
    claims: tuple[Claim, ...]


def speech_of(index: Index, mention: Mention) -> Speech | None:
    """Return the speech that *mention* is of: its words hold the cue of a quotation in its sentence."""
    start, end = mention.sentence_start, mention.sentence_end
    near = (q for q in index.quotations_of(mention.article_id) if start <= q.start < end or _holds(q, start))
    words = set(_words(mention.text))
    said = [q for q in near if q.speaker and words & set(_words(q.cue)[-1:])]
    if not said:
        return None
    speakers = said[0].speaker
    same = tuple(q for q in said if q.speaker == speakers)
    claims = tuple(
        c
        for c in index.claims_of(mention.article_id)
        if c.claimant == speakers and any(q.content_start <= c.start < q.content_end for q in same)
    )
    return Speech(speakers, same, claims)


def _words(text: str) -> list[str]:
    return re.findall(r"\w+", text.casefold())


def _holds(quotation: Quotation, place: int) -> bool:
    return quotation.start <= place < quotation.end


def reported_words(index: Index, speech: Speech) -> str:
    """Return the words laid to the speaker: the reported clause around the first quotation, dates cut off."""
    first = speech.quotations[0]
    start, end = first.content_start, first.content_end
    for date in index.expressions.values():
        if date.article_id == first.article_id and start <= date.start < first.start:
            start = max(start, date.end)
    words = index.articles[first.article_id].text[start:end].strip(" ,\u00a0\u202f")
    return balanced(words) or first.text


def balanced(words: str) -> str:
    """Return *words* with the other half of each mark or bracket that was cut off, none around them all."""
    if words.startswith("«") and words.endswith("»") and words.count("«") == 1:
        return words[1:-1].strip()
    for opening, closing, gap in (("[", "]", ""), ("(", ")", ""), ("«", "»", " ")):
        depth = lowest = 0
        for char in words:
            depth += (char == opening) - (char == closing)
            lowest = min(lowest, depth)
        words = -lowest * f"{opening}{gap}" + words + (depth - lowest) * f"{gap}{closing}"
    return words


def dates_content(index: Index, mention: Mention, speech: Speech) -> bool:
    """Tell whether the date of *mention* stands within the words spoken: then it is none of speaking.

    Close to the verb of speaking it dates the speech: "a dit le 31 octobre s'attendre à …".
    """
    date = index.expressions.get(mention.date_id)
    if date is None or not any(q.content_start <= date.start < q.content_end for q in speech.quotations):
        return False
    before = index.articles[mention.article_id].text[mention.start : date.start]
    return len(before.split()) > _NEAR
