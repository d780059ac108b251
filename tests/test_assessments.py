"""How sure a record is, and what is said for it."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from dossier.assessments import assess
from dossier.disagreements import build_origins
from dossier.records import Assessment, Claim, Discrepancy, Mention, Quotation, Reuse

MENTION = Mention(
    "m-1", "e-1", "a", 0, 10, "mot", 0, 50, label="Opening", date="2020-01-01", date_basis="explicit"
)
CLAIM = Claim(
    "c-1", "a", 0, 10, "12 bateaux", low=12, high=12, claimant=("Marie Abel",), claimant_text="Marie Abel"
)
QUOTE = Quotation(
    "q-1", "a", 0, 10, "oui", "direct", 0, 10, speaker=("Marie Abel",), speaker_text="Marie Abel"
)
NOWHERE = build_origins((), {})


def only(rows: tuple[Assessment, ...], name: str) -> Assessment:
    (row,) = (row for row in rows if row.record_id == name)
    return row


@pytest.mark.parametrize(
    ("mention", "grade", "ground"),
    [
        (MENTION, "high", "the date is written in full"),
        (replace(MENTION, date_basis="relative"), "medium", "what is missing is worked out"),
        (replace(MENTION, date_basis="inferred"), "medium", "counts from a day that is itself inferred"),
        (replace(MENTION, date_basis="inferred", status="hypothetical"), "low", "as a possibility"),
        (replace(MENTION, status="hypothetical"), "medium", "as a possibility"),
        (replace(MENTION, attributed_to="Port"), "high", "according to Port"),
    ],
)
def test_a_mention_is_as_sure_as_its_date(mention: Mention, grade: str, ground: str) -> None:
    row = only(assess([mention], [], [], origins=NOWHERE), "m-1")
    assert row.grade == grade
    assert any(ground in said for said in row.grounds)


def test_an_event_rests_on_what_gives_its_day_not_on_a_year_written_beside_it() -> None:
    year = replace(MENTION, mention_id="m-2", date="2020")
    day = replace(MENTION, date_basis="relative", status="planned")
    assert only(assess([year, day], [], [], origins=NOWHERE), "e-1").grounds == (
        "the date is not written in full: what is missing is worked out",
        "one origin",
    )


def test_a_day_that_an_analyst_set_is_no_origin() -> None:
    other = replace(MENTION, mention_id="m-2", article_id="b")
    assert only(assess([MENTION, other], [], [], origins=NOWHERE), "e-1").origins == 2
    corrected = replace(other, date_basis="")
    assert only(assess([MENTION, corrected], [], [], origins=NOWHERE), "e-1").origins == 1


@pytest.mark.parametrize(
    ("claim", "grade", "ground"),
    [
        (CLAIM, "high", "who says so stands in the passage"),
        (replace(CLAIM, claimant_text="l'experte"), "medium", "only “l'experte”"),
        (replace(CLAIM, claimant=(), claimant_text="un proche"), "low", "not named (“un proche”)"),
        (replace(CLAIM, modality="conditional"), "medium", "told as unconfirmed"),
        (replace(CLAIM, claimant=(), claimant_text=""), "medium", "the newspaper’s own words"),
    ],
)
def test_a_claim_is_as_sure_as_its_claimant(claim: Claim, grade: str, ground: str) -> None:
    row = only(assess([], [claim], [], origins=NOWHERE), "c-1")
    assert row.grade == grade
    assert any(ground in said for said in row.grounds)


def test_a_quotation_says_whether_its_words_are_verbatim() -> None:
    assert "words quoted" in only(assess([], [], [QUOTE], origins=NOWHERE), "q-1").grounds
    reported = replace(QUOTE, kind="indirect")
    assert "reported, not verbatim" in only(assess([], [], [reported], origins=NOWHERE), "q-1").grounds


def test_independent_origins_are_counted_and_shared_passages_are_not() -> None:
    other = replace(MENTION, mention_id="m-2", article_id="b", date_basis="relative")
    row = only(assess([MENTION, other], [], [], origins=NOWHERE), "e-1")
    assert (row.articles, row.origins, row.grade) == (2, 2, "high")
    shared = build_origins([Reuse("r", "a", 0, 50, "b", 0, 50, "", 1.0, 12)], {})
    row = only(assess([MENTION, other], [], [], origins=shared), "e-1")
    assert (row.articles, row.origins) == (2, 1)
    assert "one source, agency or text of two articles" in row.grounds


def test_what_two_articles_tell_without_a_day_or_with_an_inferred_one_is_told_by_two() -> None:
    undated = (
        replace(
            MENTION,
            mention_id=f"m-{name}",
            article_id=name,
            date_basis="published",
            date=f"../2020-01-0{day}",
        )
        for day, name in enumerate("ab", 1)
    )
    row = only(assess(undated, [], [], origins=NOWHERE), "e-1")
    assert (row.articles, row.origins) == (2, 2)  # two days of two articles, and none of the event
    inferred = [
        replace(MENTION, mention_id=f"m-{name}", article_id=name, date_basis="inferred") for name in "ab"
    ]
    row = Discrepancy("x-1", "date", "e-1", "", "conflict", ("m-a", "m-b"), "")
    assert only(assess(inferred, [], [], [row], origins=NOWHERE), "x-1").articles == 2


def test_who_tells_of_a_possibility_is_no_witness_of_what_happened() -> None:
    possible = replace(MENTION, mention_id="m-2", article_id="b", status="hypothetical")
    row = only(assess([MENTION, possible], [], [], origins=NOWHERE), "e-1")
    assert (row.articles, row.origins) == (1, 1)


def test_the_same_claim_in_two_articles_has_two_origins() -> None:
    other = replace(CLAIM, claim_id="c-2", article_id="b")
    assert only(assess([], [CLAIM, other], [], origins=NOWHERE, asked={"other"}), "c-2").origins == 2


@pytest.mark.parametrize(
    ("what", "articles", "origins"),
    [
        ({"claimant": (), "unit": "bateau"}, 2, 2),  # two newspapers count twelve boats
        ({"claimant": ("Anne Roy",), "unit": "bateau"}, 2, 1),  # both have it from her
        ({"claimant": (), "unit": "voyage"}, 1, 1),
        ({"claimant": (), "unit": "bateau", "place": "Ath"}, 1, 1),
        ({"claimant": (), "unit": ""}, 1, 1),
    ],
)
def test_on_a_topic_that_nobody_asked_for_one_claim_counts_the_same_and_is_not_of_one_source(
    what: dict[str, Any], articles: int, origins: int
) -> None:
    one = replace(CLAIM, **{**what, "unit": "bateau" if what["unit"] else "", "place": ""})
    other = replace(one, claim_id="c-2", article_id="b", **what)
    row = only(assess([], [one, other], [], origins=NOWHERE), "c-2")
    assert (row.articles, row.origins) == (articles, origins)


def test_a_conflict_speaks_against_its_records() -> None:
    other = replace(MENTION, mention_id="m-2", article_id="b", date="2020-01-02")
    row = Discrepancy("x-1", "date", "e-1", "", "conflict", ("m-1", "m-2"), "")
    rows = assess([MENTION, other], [], [], [row], origins=NOWHERE)
    assert "other words are set against it" in only(rows, "m-1").grounds
    assert only(rows, "e-1").grounds == ("other words are set against it",)  # of no day, no origin
    assert only(rows, "x-1").articles == 2


def test_what_a_person_reviewed_is_sure() -> None:
    line = "corrected by N. Abel on 2026-03-01 (low): counted twice"
    row = only(assess([], [CLAIM], [], origins=NOWHERE, reviews={"c-1": ("corrected", line)}), "c-1")
    assert (row.grade, row.review, row.grounds[0]) == ("high", "corrected", line)


def test_how_surely_it_was_read_is_another_question_than_who_contests_it() -> None:
    other = replace(MENTION, mention_id="m-2", article_id="b", date="2020-01-02")
    row = Discrepancy("x-1", "date", "e-1", "", "conflict", ("m-1", "m-2"), "")
    found = only(assess([MENTION, other], [], [], [row], origins=NOWHERE), "m-1")
    assert (found.reading, found.contested, found.contested_by) == ("sure", "sources", ("x-1",))


def test_a_figure_and_its_later_count_do_not_contest_each_other() -> None:
    row = Discrepancy("x-1", "quantity", "", "", "revision", ("c-1", "c-2"), "")
    later = replace(CLAIM, claim_id="c-2", article_id="b", low=15, high=15)
    assert not only(assess([], [CLAIM, later], [], [row], origins=NOWHERE), "c-1").contested


def test_a_figure_in_reported_speech_that_nobody_gives_was_not_surely_read() -> None:
    nobody = replace(CLAIM, claimant=(), claimant_text="", sentence_end=80)
    assert only(assess([], [nobody], [], origins=NOWHERE), "c-1").reading == "sure"
    beside = replace(QUOTE, content_start=30, content_end=60, cue="dit")
    (row,) = (r for r in assess([], [nobody], [beside], origins=NOWHERE) if r.record_id == "c-1")
    assert (row.reading, row.unsure) == (
        "unsure",
        ("its sentence reports speech, and the figure is laid to nobody",),
    )


def test_a_quotation_without_a_verb_of_speaking_was_not_surely_read() -> None:
    assert only(assess([], [], [QUOTE], origins=NOWHERE), "q-1").reading == "unsure"
    said = replace(QUOTE, cue="dit")
    assert only(assess([], [], [said], origins=NOWHERE), "q-1").reading == "sure"


def test_a_day_worked_out_from_another_article_is_no_second_witness_of_it() -> None:
    taken = replace(MENTION, mention_id="m-2", article_id="b", date_basis="inferred", date_from="m-1")
    row = only(assess([MENTION, taken], [], [], origins=NOWHERE), "e-1")
    assert (row.articles, row.origins) == (2, 1)


def test_a_weekday_counted_from_a_borrowed_day_of_publication_is_no_witness_either() -> None:
    other = replace(MENTION, mention_id="m-2", article_id="b", date_basis="relative")
    rows = assess([MENTION, other], [], [], origins=NOWHERE, borrowing={"b"})
    assert (only(rows, "e-1").articles, only(rows, "e-1").origins) == (2, 1)


def test_a_disagreement_rests_on_all_articles_that_it_sets_against_each_other_witnesses_or_not() -> None:
    borrowed = replace(MENTION, mention_id="m-2", article_id="b", date_basis="inferred")
    quoted = replace(QUOTE, article_id="c")
    row = Discrepancy("x-1", "date", "", "…", "conflict", ("m-1", "m-2", "q-1"), "")
    rows = assess([MENTION, borrowed], [], [quoted], [row], origins=NOWHERE)
    assert only(rows, "x-1").articles == 3


def test_an_event_is_told_by_those_too_who_do_not_date_it() -> None:
    undated = replace(MENTION, mention_id="m-2", article_id="b", date="../2020-02-03", date_basis="published")
    row = only(assess([MENTION, undated], [], [], origins=NOWHERE), "e-1")
    assert (row.articles, row.origins) == (2, 1)
