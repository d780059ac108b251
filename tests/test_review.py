"""The analyst's hand: decisions read, applied, kept, and reported where they lost their record."""

from __future__ import annotations

from pathlib import Path

import pytest

from dossier.analysis import Analysis
from dossier.investigation import Investigation
from dossier.records import Claim, Discrepancy, Mention, Quotation
from dossier.review import (
    Decision,
    DecisionError,
    apply_decisions,
    load_decisions,
    reviews_of,
    run_review,
    settle,
    write_decision,
)

CLAIM = Claim("c-00000001", "a", 10, 20, "12 bateaux", low=12, high=12, claimant=("Marine",))
OTHER = Claim("c-00000002", "a", 40, 50, "30 bateaux", low=30, high=30)
ENTRY = """\
decisions:
  - record: c-00000001
    ruling: {ruling}
    words: 12 bateaux
    analyst: N. Abel
    date: 2026-03-01
    reason: counted twice
"""


def decision(ruling: str = "accept", **values: object) -> Decision:
    known = {"record": "c-00000001", "words": "12 bateaux", "article": "a", "reason": "counted twice"}
    known |= values
    return Decision(ruling=ruling, analyst="N. Abel", date="2026-03-01", **known)


def write(folder: Path, text: str) -> Path:
    path = folder / "decisions.yml"
    path.write_text(text, encoding="utf-8")
    return path


def test_no_file_is_no_decision(tmp_path: Path) -> None:
    assert load_decisions(tmp_path / "decisions.yml") == ()
    assert load_decisions(write(tmp_path, "decisions: []\n")) == ()


def test_the_file_of_the_project_is_valid() -> None:
    load_decisions(Path(__file__).parent.parent / "review" / "decisions.yml")


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("", "line 1: the file is empty"),
        ("decisons: []\n", "line 1: unknown key 'decisons'"),
        (ENTRY.format(ruling="acept"), "line 3: 'ruling'"),
        (ENTRY.format(ruling="accept").replace("reason", "raison"), "line 7: unknown key 'raison'"),
        (ENTRY.format(ruling="accept").replace("c-00000001", "c-1"), "line 2: 'record'"),
        (ENTRY.format(ruling="correct"), "key 'set'"),
        (ENTRY.format(ruling="correct") + "    set: {speaker: [Marie]}\n", "key 'speaker'"),
        (ENTRY.format(ruling="correct") + "    set: {low: douze}\n", "'low'"),
        (
            ENTRY.format(ruling="accept") + ENTRY.format(ruling="reject")[11:],
            "decided twice, first on line 2",
        ),
        ("decisions: !!python/object:os.system []\n", "tag"),
    ],
)
def test_each_mistake_is_named_with_key_and_line(tmp_path: Path, text: str, words: str) -> None:
    with pytest.raises(DecisionError) as caught:
        load_decisions(write(tmp_path, text))
    assert any(words in mistake for mistake in caught.value.mistakes), caught.value.mistakes
    assert all("decisions.yml line" in mistake for mistake in caught.value.mistakes)


def test_accept_keeps_reject_removes_correct_changes() -> None:
    assert apply_decisions([CLAIM, OTHER], [decision()])[0] == (CLAIM, OTHER)
    assert apply_decisions([CLAIM, OTHER], [decision("reject")])[0] == (OTHER,)
    corrected = decision("correct", values=(("claimant", ("Port", "Marine")), ("low", 6.0)))
    (changed, _), (ruling,) = apply_decisions([CLAIM, OTHER], [corrected])
    assert (changed.low, changed.high, changed.claimant) == (6.0, 12, ("Port", "Marine"))
    assert ruling.fields == ("claimant", "low")


def test_what_was_done_is_said_of_the_record() -> None:
    _, rulings = apply_decisions([CLAIM], [decision("correct", values=(("low", 6.0),))])
    assert reviews_of(rulings) == {
        "c-00000001": ("corrected", "corrected by N. Abel on 2026-03-01 (low): counted twice")
    }


def test_a_decision_outlives_a_new_id() -> None:
    moved = Claim("c-0000000z", "a", 12, 22, "12 bateaux", low=12, high=12)
    left, (ruling,) = apply_decisions([moved], [decision("reject")])
    assert left == ()
    assert (ruling.record_id, ruling.outcome) == ("c-0000000z", "applied")


@pytest.mark.parametrize(
    ("records", "note"),
    [
        ([OTHER], "no record"),
        ([], "no record"),
        ([Claim("c-00000001", "a", 10, 20, "11 bateaux", low=11, high=11)], "other words"),
        ([Claim("c-0000000z", "b", 10, 20, "12 bateaux", low=12, high=12)], "no record"),
    ],
)
def test_a_decision_that_lost_its_record_is_reported(records: list[Claim], note: str) -> None:
    decisions = [decision("reject")]
    left, rulings = apply_decisions(records, decisions)
    (ruling,) = settle(decisions, rulings)
    assert left == tuple(records)
    assert ruling.outcome == "lost"
    assert note in ruling.note


def test_a_decision_is_written_and_read_back(tmp_path: Path) -> None:
    path = write(tmp_path, "# a remark\ndecisions: []\n")
    odd = decision(
        "correct", words="12\u00a0bateaux: « oui » # non", values=(("low", 6.0), ("place", "l'île"))
    )
    write_decision(path, odd)
    write_decision(path, decision("accept", record="q-00000009", reason="- [x] {y}"))
    assert load_decisions(path)[0] == odd
    assert len(load_decisions(path)) == 2
    assert path.read_text(encoding="utf-8").startswith("# a remark\n")
    assert [entry.name for entry in tmp_path.iterdir()] == ["decisions.yml"]


def test_an_invalid_decision_leaves_the_file_as_it_was(tmp_path: Path) -> None:
    path = write(tmp_path, ENTRY.format(ruling="accept"))
    with pytest.raises(DecisionError):
        write_decision(path, decision("correct", record="c-00000002", values=(("stance", "perhaps"),)))
    assert path.read_text(encoding="utf-8") == ENTRY.format(ruling="accept")
    assert [entry.name for entry in tmp_path.iterdir()] == ["decisions.yml"]


TEXT = "Le port \x1b[31mcompte 12 bateaux, dit-on, et 30 barques."
ANALYSIS = Analysis(
    Investigation(),
    (),
    (),
    (Mention("m-00000001", "e-1", "a", 0, 7, "Le port", 0, 50, label="Opening", date="2020-01-01"),),
    (Claim("c-00000001", "a", 20, 30, "12 bateaux", low=12, high=12, claimant_text="on"),),
    (Quotation("q-00000001", "a", 8, 19, "\x1b[31mcompte", "direct", 8, 19),),
    (Discrepancy("x-00000001", "date", "e-1", "Opening: dated …", "conflict", ("m-00000001",), "One day."),),
)


def walk(path: Path, answers: list[str]) -> tuple[int, list[str]]:
    """Return how many decisions the analyst's *answers* made, and what the terminal showed."""
    shown: list[str] = []
    waiting = iter(answers)

    def answer(prompt: str) -> str:
        shown.append(prompt)
        try:
            return next(waiting)
        except StopIteration:
            raise EOFError from None

    made = run_review(
        ANALYSIS, path, texts={"a": TEXT}, today="2026-03-01", input=answer, output=shown.append
    )
    return made, shown


def test_the_walk_begins_with_conflicts_and_writes_each_decision(tmp_path: Path) -> None:
    path = tmp_path / "review" / "decisions.yml"
    made, shown = walk(
        path, ["N. Abel", "a", "seen in both", "c", "low", "six", "low", "6", "", "typing error", "q"]
    )
    assert made == 2
    first, second = load_decisions(path)
    assert (first.record, first.ruling, first.reason) == ("x-00000001", "accept", "seen in both")
    assert (second.record, second.ruling, second.values) == ("c-00000001", "correct", (("low", 6.0),))
    assert "3 records need a look" in shown[0]


@pytest.mark.parametrize(
    "answers", [[], ["N. Abel"], ["N. Abel", "a"], ["N. Abel", "c", "low"], ["N. Abel", "q"]]
)
def test_the_walk_can_be_left_at_any_time(tmp_path: Path, answers: list[str]) -> None:
    path = write(tmp_path, ENTRY.format(ruling="accept"))
    assert walk(path, answers)[0] == 0
    assert len(load_decisions(path)) == 1


def test_what_is_decided_is_not_asked_again(tmp_path: Path) -> None:
    path = write(tmp_path, ENTRY.format(ruling="accept"))
    assert "2 records need a look" in walk(path, [])[1][0]


def test_the_text_of_an_article_cannot_command_the_terminal(tmp_path: Path) -> None:
    _, shown = walk(tmp_path / "decisions.yml", ["N. Abel", "s", "s", "s"])
    assert not any("\x1b" in line for line in shown)
    assert any("\\x1b[31mcompte" in line for line in shown)


def test_a_correction_that_is_not_valid_is_refused_and_the_walk_goes_on(tmp_path: Path) -> None:
    path = tmp_path / "decisions.yml"
    made, shown = walk(path, ["N. Abel", "s", "c", "stance", "perhaps", "", "why not", "s"])
    assert made == 0
    assert any(line.startswith("not kept:") for line in shown)
    assert not path.exists()
