"""Passages that articles share, and how many independent origins are left."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

import pytest

from dossier.corpus import read_folder
from dossier.disagreements import build_origins, compare_words, read_words, shared_seeds
from dossier.disagreements.origins import find_credits, origins_of
from dossier.disagreements.reuse import fingerprints
from dossier.records import Article, Reuse, Section, part_rows

ROOT = Path(__file__).parent.parent
WIRE = (
    "Le gouvernement norvégien a présenté jeudi un plan de sauvegarde des tourbières du nord, "
    "doté de quarante millions de couronnes sur trois ans."
)


def find_reuse(articles: Iterable[Article]) -> tuple[Reuse, ...]:
    """Return the passages that two of *articles* share, by articles and place.

    ``text`` is the passage as the first article has it, ``similarity`` the share of its words that agree.
    """
    corpus = [read_words(article) for article in articles if article.text]
    shared = shared_seeds([fingerprints(words.codes) for words in corpus])
    found = (compare_words(corpus[one], corpus[other], seeds) for (one, other), seeds in shared.items())
    return tuple(row for rows in found for row in rows)


def article(name: str, text: str, **values: object) -> Article:
    return Article(
        name, f"{name}.txt", "", "ok", text=text, sections=(Section("body", 0, len(text)),), **values
    )


def test_a_shared_sentence_is_found_where_it_stands() -> None:
    one, two = article("a", "Un mot avant. " + WIRE), article("b", WIRE + " Et la suite, tout autre.")
    (row,) = find_reuse([one, two])
    assert one.text[row.start_a : row.end_a] == two.text[row.start_b : row.end_b] == row.text == WIRE[:-1]
    assert (row.similarity, row.words) == (1.0, 23)


@pytest.mark.parametrize(
    "changed",
    [
        WIRE.replace("jeudi ", ""),
        WIRE.replace("norvégien", "norvegien").replace("L", "l"),
        WIRE.replace("quarante millions", "« quarante » millions"),
        WIRE.replace(", doté", " — doté"),
    ],
)
def test_small_changes_do_not_hide_it(changed: str) -> None:
    (row,) = find_reuse([article("a", WIRE), article("b", changed)])
    assert row.similarity > 0.9
    assert row.words >= 22


@pytest.mark.parametrize(
    "other",
    [
        "Trois ans et quarante millions de couronnes : la Norvège veut sauver ses tourbières.",
        "Le président de la République française et le Premier ministre se sont rencontrés.",
        "",
    ],
)
def test_the_same_news_in_other_words_is_no_reuse(other: str) -> None:
    assert find_reuse([article("a", WIRE), article("b", other)]) == ()


def test_links_to_other_articles_are_not_compared() -> None:
    link = Article("b", "b.txt", "", "ok", text=WIRE, sections=(Section("related_link", 0, len(WIRE)),))
    assert find_reuse([article("a", WIRE), link]) == ()


def test_many_copies_give_rows_in_proportion() -> None:
    copies = [article(f"a{number:03}", f"Numéro {number}. {WIRE}") for number in range(200)]
    assert len(find_reuse(copies)) == 199


def test_the_seeds_share_two_sentences() -> None:
    rows = find_reuse(read_folder(ROOT / "seeds"))
    assert {(row.article_a[:3], row.article_b[:3]) for row in rows} == {("002", "004")}
    (first, *_) = rows
    assert first.text.startswith("Conclu au cours d'une rare visite")


SHARED = (Reuse("r-1", "a", 0, 100, "b", 50, 150, "", 1.0, 20),)


@pytest.mark.parametrize(
    ("carriers", "origins"),
    [
        ([("a", 10, 20, ""), ("b", 60, 70, "")], 1),
        ([("a", 10, 20, ""), ("b", 200, 210, "")], 1),
        ([("a", 200, 210, ""), ("b", 200, 210, "")], 2),
        ([("a", 10, 20, ""), ("c", 60, 70, "")], 2),
        ([("a", 10, 20, ""), ("a", 300, 310, "")], 1),
        ([("c", 1, 2, "Reuters"), ("d", 1, 2, "Reuters")], 1),
        ([("e", 1, 2, ""), ("f", 1, 2, "")], 1),
    ],
)
def test_articles_with_one_origin_count_once(carriers: list[tuple[str, int, int, str]], origins: int) -> None:
    credits = {"e": frozenset({"AFP"}), "f": frozenset({"AFP"})}
    assert build_origins(SHARED, credits).count(carriers) == origins


@pytest.mark.parametrize(
    ("text", "agencies"),
    [
        ("Un texte du jour. (AFP)", {"AFP"}),
        ("Un texte du jour.\nAvec AFP et Reuters", {"AFP", "Reuters"}),
        ("Un texte du jour.\n(ats/afp)", {"ATS", "AFP"}),
        ("Selon l'AFP, la réunion a eu lieu hier dans la capitale du pays.", set()),
        ("Un texte du jour.", set()),
    ],
)
def test_credit_to_an_agency_is_read(text: str, agencies: set[str]) -> None:
    assert find_credits(article("a", text)) == agencies


def test_a_line_of_publication_credits_too() -> None:
    text = "Le Fil du Sud avec AFP | Publié le 4 mai 2023\nUn texte."
    dated = Article("a", "a.txt", "", "ok", text=text, sections=(Section("dateline", 0, 45),))
    assert find_credits(dated) == {"AFP"}


def test_the_credit_of_a_photograph_is_not_the_texts() -> None:
    text = "Un texte du jour.\n(AFP)"
    caption = Article("a", "a.txt", "", "ok", text=text, sections=(Section("caption", 18, len(text)),))
    assert find_credits(caption) == frozenset()


def test_rows_of_two_places_under_one_id_get_longer_ids_and_one_row_told_twice_does_not() -> None:
    one = Reuse("r-00000000", "a", 0, 9, "b", 0, 9, "words", 1.0, 9)
    other, alone = replace(one, article_b="c"), replace(one, reuse_id="r-11111111")
    rows = part_rows([one, other, alone, alone], "reuse_id", lambda row: row.article_b)
    assert [len(row.reuse_id) for row in rows] == [18, 18, 10, 10]
    assert len({row.reuse_id for row in rows}) == 3
    assert part_rows([other, one], "reuse_id", lambda row: row.article_b) == [rows[1], rows[0]]


def test_articles_of_one_outlet_are_one_origin() -> None:
    known = {name: origins_of(article(name, "Texte.", outlet="La Gazette")) for name in "ab"}
    assert build_origins((), known).count([("a", 0, 5, ""), ("b", 0, 5, "")]) == 1


def test_what_stands_in_a_passage_that_another_article_has_too_is_no_origin_beside_it() -> None:
    shared = build_origins([Reuse("r", "a", 100, 150, "b", 0, 50, "", 1.0, 12)], {})
    assert shared.count([("a", 0, 5, ""), ("b", 10, 20, "")]) == 1
    assert shared.count([("a", 0, 5, ""), ("b", 60, 70, "")]) == 2
