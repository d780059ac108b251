"""Hand-checked records and ours → figures worked out by hand, and faults with their words."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from dossier.analysis import Analysis
from dossier.evaluation import (
    Evaluation,
    evaluate,
    evaluate_affairs,
    evaluate_package,
    read_affairs,
    read_rivals,
)
from dossier.investigation import Investigation
from dossier.records import Article, Claim, Discrepancy, Mention, Quotation, TimeExpression

TEXT = (
    "Lundi, la maire a dit que 300 soldats étaient morts en mai. « C'est faux », a répondu l'armée, "
    "qui nie tout."
)
GOLD = Path(__file__).parent / "gold"
Measure = Callable[..., Evaluation]


def at(words: str) -> dict[str, Any]:
    start = TEXT.index(words)
    return {"start": start, "end": start + len(words)}


def placed(words: str) -> dict[str, Any]:
    return {"article_id": "a", "text": words} | at(words)


def quote(words: str, kind: str = "indirect", speaker: str | None = "Jeanne Petit") -> dict[str, Any]:
    place = at(words)
    return {
        **place,
        "content_start": place["start"],
        "content_end": place["end"],
        "kind": kind,
        "speaker": speaker,
    }


def number(words: str, low: float | None, high: float | None, comparator: str, **more: Any) -> dict[str, Any]:
    return {
        **at(words),
        "low": low,
        "high": high,
        "comparator": comparator,
        "claimant": None,
        "stance": "affirm",
    } | more


def our_quote(words: str, speaker: str = "Jeanne Petit", kind: str = "indirect") -> Quotation:
    place = placed(words)
    spans = {"content_start": place["start"], "content_end": place["end"]}
    return Quotation("q", kind=kind, speaker=(speaker,) if speaker else (), **place, **spans)


def our_claim(words: str, **more: Any) -> Claim:
    return Claim("c", **placed(words), **{"low": 300.0, "high": 300.0, "comparator": "exact", **more})


@pytest.fixture
def measure(tmp_path: Path) -> Measure:
    def run(gold: dict[str, Any], **ours: tuple[Any, ...]) -> Evaluation:
        content = {"file": "a.txt", "exhaustive": True, "quotations": [], "dates": [], "claims": [], **gold}
        (tmp_path / "a.json").write_text(json.dumps(content), encoding="utf-8")
        article = Article("a", "a.txt", "", "ok", text=TEXT)
        rows = {kind: ours.get(kind, ()) for kind in ("dates", "events", "claims", "quotations")}
        return evaluate(Analysis(Investigation(), (article,), **rows), tmp_path)

    return run


def figures(evaluation: Evaluation, task: str) -> dict[str, float]:
    return {score.measure: round(score.value, 3) for score in evaluation.scores if score.task == task}


def test_half_found_and_half_right_quotations(measure: Measure) -> None:
    gold = [quote("300 soldats étaient morts en mai"), quote("C'est faux", "direct", "l'armée")]
    ours = (our_quote("300 soldats étaient morts en mai"), our_quote("qui nie tout", ""))
    found = figures(measure({"quotations": gold}, quotations=ours), "quotations")
    assert (found["precision"], found["recall"], found["F1 (overlap ≥ 0.3)"]) == (0.5, 0.5, 0.5)
    assert (found["direct speech found"], found["speaker right"]) == (0.0, 1.0)


def test_a_loose_span_counts_only_at_the_loose_overlap(measure: Measure) -> None:
    evaluation = measure(
        {"quotations": [quote("300 soldats étaient morts en mai")]},
        quotations=(our_quote("300 soldats étaient"),),
    )
    found = figures(evaluation, "quotations")
    assert (found["F1 (overlap ≥ 0.3)"], found["F1 (overlap ≥ 0.8)"]) == (1.0, 0.0)


def test_a_heading_that_repeats_words_counts_for_nothing(measure: Measure) -> None:
    evaluation = measure(
        {"quotations": [quote("C'est faux", "heading")]}, quotations=(our_quote("C'est faux"),)
    )
    assert evaluation.faults == ()


@pytest.mark.parametrize(
    ("gold", "ours", "right"),
    [
        ("2024-05", "2024-05", True),
        ("2024-05", "2024-05-01/2024-05-31", True),
        ("2024-W10", "2024-03-04/2024-03-10", True),
        ("2024-05", "2024-06", False),
        ("2024-05", "", False),
        ("201", "201X", True),
    ],
)
def test_dates_mean_the_same_days(measure: Measure, gold: str, ours: str, right: bool) -> None:
    record = {**at("mai"), "type": "DATE", "value": gold, "core": True}
    evaluation = measure(
        {"dates": [record]}, dates=(TimeExpression("d", type="DATE", date=ours, **placed("mai")),)
    )
    found = figures(evaluation, "dates")
    assert (found["relaxed F1"], found["value F1"], found["calendar dates right"]) == (1.0, right, right)


def test_a_spurious_date_costs_precision(measure: Measure) -> None:
    record = {**at("mai"), "type": "DATE", "value": "2024-05", "core": True}
    dates = tuple(
        TimeExpression("d", type="DATE", date="2024-05", **placed(words)) for words in ("mai", "Lundi")
    )
    evaluation = measure({"dates": [record]}, dates=dates)
    assert figures(evaluation, "dates")["relaxed F1"] == round(2 / 3, 3)
    assert [(fault.kind, fault.text) for fault in evaluation.faults] == [("extra", "Lundi")]


def test_each_property_of_a_claim_counts_by_itself(measure: Measure) -> None:
    gold = [number("300 soldats", 300, None, "at_least", claimant="Jeanne Petit")]
    ours = our_claim(
        "300 soldats", high=None, comparator="more_than", claimant=("La maire Petit",), stance="deny"
    )
    found = figures(measure({"claims": gold}, claims=(ours,)), "claims")
    assert found == {
        "found": 1.0,
        "value right": 1.0,
        "comparator right": 1.0,
        "claimant right": 1.0,
        "stance right": 0.0,
        "numbers wrongly read as claims": 0.0,
    }


def test_numbers_that_are_not_core_count_neither_way(measure: Measure) -> None:
    gold = [number("300 soldats", 300, 300, "exact", core=False)]
    evaluation = measure({"claims": gold}, claims=(our_claim("300 soldats"), our_claim("mai")))
    scores = {s.measure: (s.hits, s.total) for s in evaluation.scores if s.task == "claims"}
    assert (scores["found"], scores["numbers wrongly read as claims"]) == ((0, 0), (1, 2))


def test_two_names_of_one_state_are_the_same_source(measure: Measure) -> None:
    gold = [number("300 soldats", 300, 300, "exact", claimant="Madrid")]
    right, wrong = (
        measure({"claims": gold}, claims=(our_claim("300 soldats", claimant=(name,)),))
        for name in ("Espagne", "Italie")
    )
    assert [figures(e, "claims")["claimant right"] for e in (right, wrong)] == [1.0, 0.0]
    assert [(f.what, f.text, f.expected, f.got) for f in wrong.faults] == [
        ("claimant", "300 soldats", "Madrid", "Italie")
    ]


def test_an_answer_needs_its_actor_and_its_stance(measure: Measure) -> None:
    gold = [{**at("nie tout"), "actor": "l'armée", "stance": "deny"}]
    bare = {"low": None, "high": None, "comparator": "", "claimant": ("armée",)}
    right, wrong = (
        measure({"responses": gold}, claims=(our_claim("nie tout", stance=stance, **bare),))
        for stance in ("deny", "no_comment")
    )
    assert figures(right, "responses") == {"found": 1.0, "actor and stance right": 1.0}
    assert figures(wrong, "responses") == {"found": 1.0, "actor and stance right": 0.0}


def test_what_is_missed_is_told_with_its_words(measure: Measure) -> None:
    evaluation = measure(
        {"claims": [number("300 soldats", 300, 300, "exact")], "quotations": [quote("C'est faux")]}
    )
    assert [(f.task, f.kind, f.text) for f in evaluation.faults] == [
        ("quotations", "missed", "C'est faux"),
        ("claims", "missed", "300 soldats"),
    ]


def test_a_package_is_measured_like_the_analysis(tmp_path: Path) -> None:
    gold, package = tmp_path / "gold", tmp_path / "package"
    gold.mkdir()
    package.mkdir()
    content = {"file": "a.txt", "exhaustive": True, "claims": [number("300 soldats", 300, 300, "exact")]}
    (gold / "a.json").write_text(json.dumps(content), encoding="utf-8")
    place = at("300 soldats")
    (package / "claims.csv").write_text(
        "claim_id,article_id,start,end,text,low,high,comparator,claimant,stance\n"
        f"c,a,{place['start']},{place['end']},300 soldats,300,300,exact,A|B,affirm\n"
    )
    for name in ("dates", "quotations"):
        (package / f"{name}.csv").write_text(f"{name[:-1]}_id,article_id,start,end,text\n")
    evaluation = evaluate_package(package, gold)
    assert figures(evaluation, "claims")["value right"] == 1.0
    assert [(f.what, f.got) for f in evaluation.faults] == [("claimant", "A | B")]


@pytest.mark.parametrize("content", ["", "[]", "{}", '{"file": "a.txt"}'])
def test_what_is_no_gold_is_named(tmp_path: Path, content: str) -> None:
    (tmp_path / "odd.json").write_text(content)
    with pytest.raises(ValueError, match=r"odd\.json"):
        evaluate(Analysis(Investigation(), (), (), (), (), ()), tmp_path)


def test_a_folder_without_gold_is_named(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="no hand-checked article"):
        evaluate(Analysis(Investigation(), (), (), (), (), ()), tmp_path)


def test_rivals_are_measured_in_our_measures(measure: Measure) -> None:
    known = {(score.task, score.measure) for score in measure({}).scores}
    rivals = read_rivals(GOLD / "rivals.yml")
    assert rivals
    assert {(rival.task, rival.measure) for rival in rivals} <= known


def test_gold_of_articles_that_nobody_read_is_an_error(tmp_path: Path) -> None:
    (tmp_path / "b.json").write_text(json.dumps({"file": "b.txt", "exhaustive": True}), "utf-8")
    article = Article("a", "a.txt", "0", "ok", text=TEXT)
    said = r"none of the 1 hand-checked articles in .* \(b\) is among the articles that were read \(a\)"
    with pytest.raises(ValueError, match=said):
        evaluate(Analysis(Investigation(), (article,)), tmp_path)


def test_an_affair_is_measured_by_its_mentions_their_links_and_its_differences(tmp_path: Path) -> None:
    first = {"article": "a", "start": 0, "end": 10}
    second = {"article": "b", "start": 0, "end": 10}
    third = {"article": "b", "start": 50, "end": 60}
    affair = {
        "events": [{"id": "e1", "mentions": [first, second]}, {"id": "e2", "mentions": [third]}],
        "discrepancies": [
            {
                "id": "d1",
                "kind": "date",
                "statement": "Two days.",
                "passages": [first | {"value": "1"}, second | {"value": "2"}],
            },
            {
                "id": "d2",
                "kind": "stance",
                "statement": "Yes and no.",
                "passages": [second | {"value": "yes"}, third | {"value": "no"}],
            },
        ],
    }
    (tmp_path / "fire").mkdir()
    (tmp_path / "fire" / "gold.json").write_text(json.dumps(affair), encoding="utf-8")
    mentions = (
        Mention("m1", "e", "a", 2, 8, "", 0, 20),
        Mention("m2", "e", "b", 2, 8, "", 0, 20),
        Mention("m3", "e", "b", 55, 70, "", 50, 80),
        Mention("m4", "f", "b", 90, 95, "", 90, 99),
    )
    row = Discrepancy("x1", "date", "", "", "conflict", ("m1", "m2"), "")
    wrong = Discrepancy("x2", "date", "", "", "conflict", ("m1", "m4"), "")
    analysis = Analysis(Investigation(), events=mentions, discrepancies=(row, wrong))
    scores, faults = evaluate_affairs(read_affairs(tmp_path), lambda _: analysis)
    found = {(s.task, s.measure): round(s.value, 3) for s in scores}
    assert (found["events", "precision"], found["events", "recall"]) == (0.75, 1.0)
    assert (found["events", "B³ precision of linking"], found["events", "B³ recall of linking"]) == (0.556, 1)
    assert (found["disagreements", "precision"], found["disagreements", "recall"]) == (0.5, 0.5)
    assert [(f.kind, f.what) for f in faults] == [("extra", "date"), ("missed", "stance")]
