"""All rules together, and articles to the temporal expressions that they find, not yet resolved."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import pairwise, takewhile
from typing import TYPE_CHECKING

from dossier.dates.match import Found, Meaning, names_day, word_list
from dossier.dates.tense import before_story, goes_on, tells_once, tense_of
from dossier.folding import fold
from dossier.lexicons import word_set
from dossier.records import Article, TimeExpression, stable_id
from dossier.syntax.inflection import auxiliaries, finite_tense, inflect
from dossier.syntax.marks import find_quoted

if TYPE_CHECKING:
    from dossier.language import Paragraph, Parsed
    from dossier.tokens import Doc, Token
import re

from dossier.dates import days, lengths, relative, stretches
from dossier.dates.match import Match
from dossier.dates.units import fold_word, read_units

_PAUSES = frozenset(",;:.()")
_BESIDE = 12  # characters at most between what recurs and its month: "par jour au mois de mai"


def find_expressions(parsed: Parsed) -> tuple[TimeExpression, ...]:
    """Return every temporal expression of *parsed*, read but not resolved against a publication date."""
    article = parsed.article
    expressions = [_record(article, 0, found) for found in _of_dateline(article)]
    quoted = [(said.start, said.end) for said in find_quoted(article.text, article.sections)]
    for paragraph in parsed.paragraphs:
        founds = [_with_tense(paragraph.doc, found) for found in find_in(paragraph.text)]
        founds = [_as_said(found, paragraph, quoted) for found in founds]
        ends = [sentence.end_char for sentence in paragraph.doc.sents]
        sentences = [bisect_right(ends, found.start) for found in founds]
        founds = [_as_now(paragraph.doc, found) for found in founds]
        founds = list(_of_neighbours(paragraph.text, founds, sentences))
        expressions += _with_days(article, paragraph, founds, sentences)
    return tuple(sorted(expressions, key=lambda expression: expression.start))


def _of_dateline(article: Article) -> Iterator[Found]:
    """Yield the date that a dateline or a date marker gives."""
    for section in article.sections:
        if section.kind == "dateline" or (section.kind == "metadata" and article.published.text):
            text = fold(article.text[section.start : section.end])
            place = text.find(article.published.text)
            if section.kind == "metadata" and place >= 0:
                year, *rest = map(int, article.published.text.split("-"))
                month, day = [*rest, 0, 0][:2]
                start = section.start + place
                meaning = Meaning("calendar", year=year, month=month, day=day)
                yield Found(start, start + len(article.published.text), "DATE", meaning)
            elif section.kind == "dateline":
                for found in find_in(text):
                    if found.meaning.kind == "clock":  # the hour of publication is no time of the matter
                        continue
                    yield replace(found, start=section.start + found.start, end=section.start + found.end)


def _record(article: Article, offset: int, found: Found) -> TimeExpression:
    start, end = offset + found.start, offset + found.end
    return TimeExpression(
        stable_id("d", article.article_id, start, end),
        article.article_id,
        start,
        end,
        article.text[start:end],
        found.type,
        meaning=str(found.meaning),
    )


def _open(meaning: Meaning) -> bool:
    """Tell whether the tense helps to choose the week or the year."""
    counted = meaning.kind == "offset" and (meaning.unit == "WE" or bool(meaning.origin))
    return (
        counted
        or meaning.kind == "clock"
        or (meaning.kind == "set" and bool(meaning.weekday))
        or (meaning.kind == "calendar" and not (meaning.year and meaning.day) and meaning.rel in ("", "this"))
    )


def _with_tense(doc: Doc, found: Found) -> Found:
    """Return *found* with the tense of its verb, where that matters."""
    if not _open(found.meaning):
        return found
    first = bisect_right(doc.starts, found.start) - 1
    span = doc[first : bisect_left(doc.starts, found.end, first + 1)]
    if found.meaning.kind != "set":
        clock = found.meaning.kind == "clock"
        within = clock or bool(found.meaning.part and found.meaning.origin)
        tense = clock and before_story(span)
        since = {fold_word(token.lower_) for token in doc[max(0, first - 1) : first]} & word_list("to")
        month = bool(found.meaning.month and (since or not found.meaning.day))  # "au 1er janvier"
        tense = tense or tense_of(span, within_day=within, month=month)
        if clock and tense == "present" and not goes_on(span):
            tense = ""
        return replace(found, meaning=replace(found.meaning, tense=tense))
    if not tells_once(span):
        return found
    meaning = replace(found.meaning, kind="calendar", value="", tense="past", origin="story")
    return replace(found, type="TIME" if meaning.part else "DATE", meaning=meaning)


def _as_said(found: Found, paragraph: Paragraph, quoted: list[tuple[int, int]]) -> Found:
    """Return *found* marked where it stands in one of the *quoted* stretches, or is a day behind "depuis"."""
    inside = any(start <= paragraph.start + found.start < end for start, end in quoted)
    before = paragraph.text[max(0, found.start - _BESIDE) : found.start].lower().split()[-2:]
    since = names_day(found.meaning) and not word_list("ever_since").isdisjoint(before)
    return replace(found, meaning=replace(found.meaning, quoted=int(inside), since=int(since)))


def _as_now(doc: Doc, found: Found) -> Found:
    """Return *found*, what somebody or something is *aujourd'hui* between commas, as of these times.

    *Yves Le Guen, ancien commandant, aujourd'hui consultant*: no verb says what happens on that day. Nor does
    one that tells how things stand: *qui vaut aujourd'hui, est aujourd'hui réclamée*.
    """
    said, first = found.meaning, bisect_right(doc.starts, found.start) - 1
    if said != Meaning("offset", unit="D", quoted=said.quoted) or not first:
        return found
    behind, before = doc[bisect_left(doc.starts, found.end, first + 1) : doc[first].sent.end], doc[first - 1]
    clause = list(takewhile(lambda token: token.text not in _PAUSES, behind))
    bare = clause and clause[0].pos_ in ("NOUN", "ADJ", "ADP", "VERB") and clause[0].dep_ != "ROOT"
    aside = before.text == "," and bare and not any("Fin" in t.morph.get("VerbForm") for t in clause)
    if not aside and not _tells_state(before, clause[:1]):
        return found
    return replace(found, meaning=Meaning("ref", value="PRESENT_REF", quoted=said.quoted))


def _tells_state(verb: Token, behind: list[Token]) -> bool:
    """Tell whether *verb*, in the present, says how things stand, by itself or with what is *behind* it."""
    if finite_tense(verb) != "Pres":
        return False
    relative = any("Rel" in child.morph.get("PronType") for child in verb.children)
    return (relative and verb.lemma_ in word_set("events", "states")) or any(
        verb in auxiliaries(token) and inflect(token).passive and not inflect(token).compound
        for token in behind
    )


def _of_neighbours(text: str, founds: Iterable[Found], sentences: list[int]) -> Iterator[Found]:
    """Yield *founds*, a day with the month and a night with the days that one beside them gives it.

    *L'arrêt durera du 14 au 25 avril, la reprise est espérée pour le 28*; *cette nuit-là, dit X, qui était de
    garde dans la nuit du 3 au 4*; *a dit jeudi X. Y, le même jour, a nié*: be it that of the text.
    """
    founds = list(founds)
    for place, (found, its) in enumerate(zip(founds, sentences, strict=True)):
        said = found.meaning
        if said.kind == "calendar" and said.day and not (said.month or said.weekday):
            dated = (one.meaning for one in reversed(founds[:place]) if names_day(one.meaning))
            said = _in_month_of(said, next(dated, said))
        elif said.origin == "that" and said.part:
            behind = zip(founds[place + 1 :], sentences[place + 1 :], strict=True)
            nights = (one.meaning for one, other in behind if other == its and one.meaning.part == said.part)
            said = next((night for night in nights if night.kind == "calendar"), said)
        elif said.origin == "that" and not word_list("same").isdisjoint(
            map(fold_word, text[found.start : found.end].split())
        ):
            before = zip(founds[:place], sentences[:place], strict=True)
            named = [one for one, other in before if other >= its - 1 and names_day(one.meaning)]
            said = replace(said, origin="focus") if len(named) == 1 else said
        yield replace(found, meaning=said)


def _in_month_of(said: Meaning, dated: Meaning) -> Meaning:
    """Return *said*, *le 28*, in the month of the day *dated* before it in the same tense, or in the next."""
    month = dated.month if said.tense in ("past", "future") and said.tense == dated.tense else 0
    if not month or dated.year:
        return said
    if said.day > (dated.to_day or dated.day):
        return replace(said, month=month)
    return replace(said, month=month % 12 + 1) if said.tense == "future" else said


def _with_days(
    article: Article, paragraph: Paragraph, founds: list[Found], sentences: list[int]
) -> list[TimeExpression]:
    """Return the records of *founds*, a clock time with the expression of its sentence that names the day."""
    records = [_record(article, paragraph.start, found) for found in founds]
    for place, found in enumerate(founds):
        day = _day_told_of(founds, sentences, place)
        if day is not None:
            meaning = replace(found.meaning, day_of=records[day].date_id)
            records[place] = replace(records[place], meaning=str(meaning))
    if not any(found.meaning.kind == "clock" for found in founds):
        return records
    daily = {place + step for place in _daily(paragraph.text, founds) for step in (0, 1)}
    for place, found in enumerate(founds):
        if found.meaning.kind == "clock":
            day = _day_of(founds, sentences, place)
            if day is not None and (place not in daily or sentences[day] == sentences[place]):
                meaning = replace(found.meaning, day_of=records[day].date_id)
                records[place] = replace(records[place], meaning=str(meaning))
            elif place in daily:
                records[place] = replace(records[place], meaning=str(replace(found.meaning, tense="perfect")))
    return records


def _day_told_of(founds: list[Found], sentences: list[int], place: int) -> int | None:
    """Return the day on which a day is spoken of, *« je pars demain », a-t-il dit mardi*, or an evening told.

    *La décision est tombée dans la soirée. Réunie jeudi, la commission …*: for want of a day told before. Or
    that told right before some weeks, which are counted from it: *Il a plu jeudi. Une semaine plus tard, …*.
    """
    said, before = founds[place].meaning, founds[place - 1].meaning
    if said.unit == "W" and said.rel and place and names_day(before):
        near = sentences[place] - sentences[place - 1] < 2
        return place - 1 if near and not (before.overnight or before.since) else None
    if said.kind != "offset" or said.unit != "D" or said.n * bool(said.origin):
        return None
    behind = [day for day in range(place + 1, len(founds)) if names_day(founds[day].meaning)][:1]
    if said.origin:
        of_story = not place and said.part and said.tense == "past"
        return next((d for d in behind if of_story and sentences[d] - sentences[place] < 2), None)
    behind += (day for day in reversed(range(place)) if names_day(founds[day].meaning))
    of_speech = (d for d in behind if said.quoted and not founds[d].meaning.quoted)
    return next((d for d in of_speech if sentences[d] == sentences[place]), None)


def _daily(text: str, founds: list[Found]) -> Iterator[int]:
    """Yield where hours bound what is so every day: *un couvre-feu est instauré de 20 heures à 6 heures*."""
    for place, (one, other) in enumerate(pairwise(founds)):
        hours = one.meaning.kind == other.meaning.kind == "clock"
        joined = fold_word(text[one.end : other.start].strip()) in word_list("to")
        led = not word_list("of").isdisjoint(text[: one.start].lower().split()[-1:])
        once = one.meaning.tense in ("past", "future") and one.meaning.hour < other.meaning.hour
        if hours and joined and led and not once:
            yield place


def _day_of(founds: list[Found], sentences: list[int], place: int) -> int | None:
    """Return the day named nearest before in the sentence, at once behind, *à 10 h, mardi*, or before it.

    *Il a reconnu le vol mardi. Il dit l'avoir préparé à 6 heures*: the day of the saying is none of the deed;
    *Il a tiré mardi. La radio diffuse depuis midi*: nor is a day gone by that of what is going on.
    """
    named = [n for n, found in enumerate(founds) if names_day(found.meaning) and not found.meaning.since]
    here = [day for day in named if sentences[day] == sentences[place]]
    before = [day for day in reversed(named) if day < place]
    behind = [day for day in here if place < day < place + 3 and founds[day].start - founds[place].end < 20]
    tense = founds[place].meaning.tense
    gone = tense == "present" and any(founds[day].meaning.tense == "past" for day in before[:1])
    ranked = (
        *(day for day in before if day in here),
        *behind,
        *(() if gone or tense == "perfect" else before),
    )
    return next(iter(ranked), None)


# Tried in this order at each place; the first that builds something wins.
RULES = [rule for module in (days, stretches, relative, lengths) for rule in module.RULES.rules]
_ANYWHERE = re.compile("|".join(re.sub(r"\(\?P<\w+>", "(?:", pattern.pattern) for pattern, _ in RULES))


def find_in(text: str) -> Iterator[Found]:
    """Yield the temporal expressions of the folded *text*, from left to right, none overlapping another."""
    units = read_units(text)
    classes = "".join(unit.kind for unit in units)
    place = 0
    while candidate := _ANYWHERE.search(classes, place):
        place = candidate.start()
        for pattern, builder in RULES:
            match = pattern.match(classes, place)
            built = builder(Match(text, units, match)) if match else None
            if match and built:
                first, last = match.span("t")
                yield Found(units[first].start, units[last - 1].end, *built)
                place = last
                break
        else:
            place += 1
