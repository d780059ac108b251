"""No sentence says more than its records: held over the made-up corpus, and broken on purpose."""

from __future__ import annotations

from dataclasses import replace

import pytest
from tests import bridge, sentences

from dossier.narrative import findings, key_facts, plain
from dossier.narrative import sentences as made
from dossier.records import Part, Parts
from dossier.view import View


def weaker() -> View:
    """Return the bridge with a plan, a rumour, an undated event and one on another's word."""
    one = bridge.build()
    first, second = one.events
    apart = replace(second, event_id="e-apart000", date="", type="other", attributed_to="préfecture")
    low, high, answer = one.claims
    claims = (replace(low, modality="conditional"), replace(high, stance="hypothetical"), answer)
    return View(replace(one, events=(first, apart), claims=claims, discrepancies=()))


@pytest.mark.parametrize("view", [View(bridge.build()), weaker(), View(bridge.empty())])
def test_no_sentence_says_more_than_its_records(view: View) -> None:
    assert sentences.faults(view) == []


def test_a_citation_of_an_article_that_does_not_state_the_value_is_found(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    view = View(bridge.build())
    everywhere = made.cited(view, view.events[0].mentions)
    monkeypatch.setattr(made, "cited", lambda *_: everywhere)
    assert any("states no such value" in fault for fault in sentences.faults(view))


def test_a_mark_that_is_lost_is_found(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(findings, "qualifiers", lambda *_: ())
    assert any("loses that it is told as unconfirmed" in fault for fault in sentences.faults(weaker()))


def test_a_word_given_that_is_lost_is_found(monkeypatch: pytest.MonkeyPatch) -> None:
    def nobody(*_: object) -> Parts:
        return ()

    monkeypatch.setattr(made, "on_whose_word", nobody)
    assert any("loses on whose word" in fault for fault in sentences.faults(weaker()))


def test_a_day_that_no_text_gives_is_found(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(made, "event_day", lambda *_: Part("3 May 2021"))
    assert any("undated, and not said to be" in fault for fault in sentences.faults(weaker()))


def test_an_answer_told_without_its_words_is_found(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(made, "_sentence", lambda *_: "n'a pas démenti")
    assert any("told without its words" in fault for fault in sentences.faults(View(bridge.build())))


def test_a_plan_told_as_a_fact_is_found(monkeypatch: pytest.MonkeyPatch) -> None:
    one = bridge.build()
    planned = View(replace(one, events=tuple(replace(m, status="planned") for m in one.events)))
    assert sentences.faults(planned) == []
    monkeypatch.setattr(made, "status_of", lambda *_: "")
    assert any("told as a fact" in fault for fault in sentences.faults(planned))


def test_what_is_contested_is_never_settled(monkeypatch: pytest.MonkeyPatch) -> None:
    view = View(bridge.build())
    monkeypatch.setattr(sentences, "standing_of", lambda *_: "settled")
    assert "Vote on the closure is called settled" in sentences.faults(view)


def test_a_key_fact_is_a_whole_sentence() -> None:
    assert all(plain(fact.parts).endswith(".") for fact in key_facts(View(bridge.build())))
