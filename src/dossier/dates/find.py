"""Articles to temporal expressions that are read but not resolved."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from dossier.dates.grammar import find_in
from dossier.dates.match import Found
from dossier.dates.meaning import Meaning
from dossier.dates.tense import tense_of
from dossier.language import Paragraph, Parsed, fold
from dossier.records import Article, TimeExpression, stable_id


def find_expressions(parsed: Parsed) -> tuple[TimeExpression, ...]:
    """Return every temporal expression of *parsed*, read but not resolved against a publication date."""
    article = parsed.article
    expressions = [_record(article, 0, found) for found in _of_dateline(article)]
    for paragraph in parsed.paragraphs:
        founds = [_with_tense(paragraph, found) for found in find_in(paragraph.text)]
        expressions += _with_days(article, paragraph, founds)
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
    weekend = meaning.kind == "offset" and meaning.unit == "WE"
    return weekend or (meaning.kind == "calendar" and not meaning.year and meaning.rel in ("", "this"))


def _with_tense(paragraph: Paragraph, found: Found) -> Found:
    if not _open(found.meaning):
        return found
    span = paragraph.doc.char_span(found.start, found.end, alignment_mode="expand")
    return replace(found, meaning=replace(found.meaning, tense=tense_of(span))) if span else found


def _names_day(meaning: Meaning) -> bool:
    whole = meaning.kind == "calendar" and bool(meaning.day or meaning.weekday)
    return whole or (meaning.kind == "offset" and meaning.unit == "D" and meaning.origin == "")


def _with_days(article: Article, paragraph: Paragraph, founds: list[Found]) -> list[TimeExpression]:
    """Return the records of *founds*, a clock time with the expression of its sentence that names the day."""
    records = [_record(article, paragraph.start, found) for found in founds]
    days = [place for place, found in enumerate(founds) if _names_day(found.meaning)]
    for place, found in enumerate(founds):
        if found.meaning.kind == "clock":
            day = _day_of(paragraph, founds, days, place)
            if day is not None:
                meaning = replace(found.meaning, day_of=records[day].date_id)
                records[place] = replace(records[place], meaning=str(meaning))
    return records


def _day_of(paragraph: Paragraph, founds: list[Found], days: list[int], place: int) -> int | None:
    span = paragraph.doc.char_span(founds[place].start, founds[place].end, alignment_mode="expand")
    if span is None:
        return None
    sentence = span.sent
    near = [d for d in days if sentence.start_char <= founds[d].start < sentence.end_char]
    after = [d for d in near if d > place and founds[d].start - founds[place].end < 20]
    before = [d for d in near if d < place]
    return before[-1] if before else after[0] if after else None
