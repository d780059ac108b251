# ruff: noqa: E501 (a table)
"""The laws that hold for any text: rows stand where they say, reading needs that text alone, ids stay."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from itertools import chain

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from dossier.dates import resolve
from dossier.investigation import Investigation
from dossier.language import parse
from dossier.reading import read_article
from dossier.records import Article, Published, Reading, Section
from dossier.registry import build_registry
from dossier.storage import from_plain, to_plain

ASKED = Investigation()
REGISTRY = build_registry(ASKED)
# Pieces of French news and of nonsense, from which any order makes a text.
PIECES = st.sampled_from(
    [
        "Le ministre ", "a déclaré ", "que ", "selon ", "l'expert ", "« ", " »", "“", "” ", "\"", "‘", "’",
        "mardi ", "4 mai 2021", "le 31 février", "en 2019 ", "la semaine dernière ", "depuis ",
        "12 000 ", "12'000 ", "au moins ", "jusqu'à ", "entre deux et quatre millions ", "du 3 au 5 mai ",
        "des centaines de ", "soldats ", "de soldats ", "% ", "euros ", "ont été tués", ". ", ".\n", "\n\n", ", ", " : ", "? ",
        "– ", "a-t-il dit", "a démenti ", "n'a pas voulu commenter ", "il ", "l'agence ", "Jean Dupont ",
        "(AFP) ", "\u00a0", "\u200b", "é", "e\u0301", "😀", "\t", "1er ", "19h30 ", "XXe siècle ", "M. ", "|", "=1+1",
    ]
)  # fmt: skip
TEXTS = st.lists(PIECES, min_size=1, max_size=40).map("".join) | st.text(
    st.characters(exclude_categories=["Cs"], exclude_characters="\0"), max_size=80
)
DAYS = st.dates().map(str) | st.sampled_from(["", "2021", "2021-05", "2021-05-01/2021-05-09"])
QUICK = settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck), derandomize=True)


def article(text: str, name: str = "a") -> Article:
    """Return an article whose lines are its paragraphs."""
    sections, place = [], 0
    for line in text.split("\n"):
        if body := line.strip():
            start = place + line.index(body)
            sections.append(Section("body", start, start + len(body)))
        place += len(line) + 1
    return Article(name, f"{name}.txt", "", "ok", text=text, language="fr", sections=tuple(sections))


def read(*articles: Article) -> list[Reading]:
    return [read_article(parsed, ASKED, REGISTRY) for parsed in parse(articles)]


def rows(reading: Reading) -> list:
    return list(chain(reading.expressions, reading.mentions, reading.claims, reading.quotations))


def ids(reading: Reading) -> list[str]:
    return [
        *(e.date_id for e in reading.expressions),
        *(m.mention_id for m in reading.mentions),
        *(c.claim_id for c in reading.claims),
        *(q.quotation_id for q in reading.quotations),
    ]


@QUICK
@given(TEXTS, DAYS)
def test_every_row_stands_where_it_says(text: str, day: str) -> None:
    (reading,) = read(article(text))
    reading = resolve(reading, Published(day, basis="metadata" if day else "unknown"))
    for row in rows(reading):
        assert row.text and row.text == text[row.start : row.end]
    for row in (*reading.mentions, *reading.claims):
        assert 0 <= row.sentence_start <= row.start < row.end <= row.sentence_end <= len(text)
    for row in reading.quotations:
        assert 0 <= row.content_start <= row.content_end <= len(text)
    for claim in reading.claims:
        assert claim.low is None or claim.high is None or claim.low <= claim.high


@QUICK
@given(TEXTS)
def test_no_two_rows_of_an_article_share_an_id(text: str) -> None:
    found = ids(read(article(text))[0])
    assert len(found) == len(set(found))


@QUICK
@given(TEXTS, TEXTS)
def test_reading_depends_on_the_text_alone(text: str, other: str) -> None:
    (alone,) = read(article(text))
    assert read(article(text)) == [alone]
    assert read(article(other, "b"), article(text), article(other, "c"))[1] == alone


@QUICK
@given(TEXTS, DAYS, DAYS)
def test_ids_do_not_depend_on_the_day_of_publication(text: str, day: str, other: str) -> None:
    (reading,) = read(article(text))
    assert ids(resolve(reading, Published(day))) == ids(resolve(reading, Published(other)))


@QUICK
@given(TEXTS)
def test_a_reading_survives_being_kept(text: str) -> None:
    (reading,) = read(article(text))
    assert from_plain(Reading, to_plain(reading)) == reading


@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_a_passage_keeps_its_ids_when_the_article_is_renamed_back(
    read_text: Callable[..., Reading], end: str
) -> None:
    text = f"Le 4 mai 2021, au moins 300 soldats sont partis.{end}« C'est vrai », a dit le ministre.{end}"
    first, again = read_text(text), read_text(text)
    assert ids(first) == ids(again) and ids(first)
    other = replace(first.article, article_id="other")
    assert not set(ids(read(other)[0])) & set(ids(first))
