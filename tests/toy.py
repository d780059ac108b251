"""A corpus and a reader that need no model, for tests of what surrounds the extraction."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from pathlib import Path

import pytest

from dossier.language import Parsed
from dossier.pipeline import comparing, parts
from dossier.records import Article, Claim, Mention, Quotation, Reading, TimeExpression, stable_id

SENTENCE = "Le maire du lieu a annoncé {n} nouvelles places le 3 mai 2021. « Elles ouvriront », a-t-il dit.\n"


def write_corpus(folder: Path, count: int = 3) -> Path:
    """Write *count* small French articles into *folder*."""
    folder.mkdir(parents=True, exist_ok=True)
    for number in range(count):
        text = "Une ville et ses crèches\n\n" + SENTENCE.format(n=number + 10) * 3
        (folder / f"article-{number:05}.txt").write_text(text, encoding="utf-8")
    return folder


def read(parsed: Parsed, *_: object) -> Reading:
    """Return a reading with a date, event, claim and quotation for each that the toy sentence holds."""
    article = parsed.article

    def places(pattern: str, prefix: str) -> Iterator[tuple[str, str, int, int, str]]:
        for match in re.finditer(pattern, article.text):
            start, end = match.span()
            key = stable_id(prefix, article.article_id, start, end)
            yield key, article.article_id, start, end, match.group()

    dates = tuple(
        TimeExpression(*place, "DATE", "2021-05-03", "2021-05-03", "explicit")
        for place in places("3 mai 2021", "d")
    )
    events = (
        Mention(place[0], f"e{place[0][1:]}", *place[1:], place[2], place[3], date="2021-05-03")
        for place in places("a annoncé", "m")
    )
    claims = (
        Claim(*place, low=float(place[4]), high=None, comparator="at_least", claimant=("Le maire",))
        for place in places(r"\d+(?= nouvelles)", "c")
    )
    quotations = (
        Quotation(*place, "direct", place[2], place[3], ("Le maire",), category="official")
        for place in places("Elles ouvriront", "q")
    )
    return Reading(article, dates, (), (), tuple(events), tuple(claims), tuple(quotations))


def parse(articles: Iterable[Article], kept: object = None) -> Iterator[Parsed]:
    """Yield *articles* unparsed."""
    return (Parsed(article, ()) for article in articles)


@pytest.fixture
def toy(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let the pipeline read with the toy reader instead of the model."""
    monkeypatch.setattr(parts, "parse", parse)
    monkeypatch.setattr(parts, "read_article", read)
    monkeypatch.setattr(parts, "resolve", lambda reading, published: reading)
    monkeypatch.setattr(comparing, "link_mentions", lambda mentions, *_: tuple(mentions))
