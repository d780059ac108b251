"""The analyst's hand: decisions read, applied, kept, and reported where they lost their record."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import partial
from pathlib import Path

import pytest
from tests import forks

from dossier.analysis import Analysis
from dossier.i18n import using
from dossier.investigation import ActorEntry, EventType, Investigation, Side, Theme, Topic, load_investigation
from dossier.records import (
    PUBLISHED,
    Article,
    Assessment,
    Claim,
    Discrepancy,
    Mention,
    Quotation,
    Ruling,
    Statement,
    identity,
)
from dossier.review import (
    Decision,
    Wanted,
    apply_decisions,
    in_list,
    list_looks,
    load_decisions,
    near_names,
    pair_of,
    put_decision,
    reviews_of,
    run_review,
    settle,
    surroundings,
    with_sides,
    write_sheet,
)
from dossier.review.apply import correct
from dossier.validated_yaml import YamlError

ASKED = Investigation(
    topics=(Topic("ships", "Ships"),),
    event_types=(EventType("opening", "Opening"),),
    themes=(Theme("trade", "Trade"),),
)
ARTICLE = (
    "Le port compte 12 bateaux selon la marine, et puis 12 bateaux de pêche que nul ne compte. Le port reste."
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
QUOTED = ENTRY.format(ruling="correct").replace("c-0", "q-0")
MENTIONED = ENTRY.format(ruling="correct").replace("c-0", "m-0")


def keep(path: Path, made: Decision) -> None:
    put_decision(path, made.record, made, ASKED)


def decision(ruling: str = "accept", **values: object) -> Decision:
    known = {"record": "c-00000001", "words": "12 bateaux", "article": "a", "reason": "counted twice"}
    known |= values
    return Decision(ruling=ruling, analyst="N. Abel", date="2026-03-01", **known)


def write(folder: Path, text: str) -> Path:
    path = folder / "decisions.yml"
    path.write_text(text, encoding="utf-8")
    return path


def test_no_file_is_no_decision(tmp_path: Path) -> None:
    assert load_decisions(tmp_path / "decisions.yml", ASKED) == ()
    assert load_decisions(write(tmp_path, "decisions: []\n"), ASKED) == ()


def test_the_file_of_the_project_is_valid() -> None:
    root = Path(__file__).parent.parent
    load_decisions(root / "review" / "decisions.yml", load_investigation(root / "investigation.yml"))


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
            ENTRY.format(ruling="correct") + "    set: {topic: nonsense}\n",
            "unknown value of 'topic' 'nonsense'",
        ),
        (ENTRY.format(ruling="correct") + "    set: {topic: ship}\n", "did you mean 'ships'?"),
        (ENTRY.format(ruling="correct") + "    set: {said_on: ///}\n", "'said_on'"),
        (ENTRY.format(ruling="correct") + "    set: {about: 2024-99-99}\n", "'about'"),
        (ENTRY.format(ruling="correct") + "    set: {about: 2024-05/2023-05}\n", "'about'"),
        (QUOTED + "    set: {themes: [trade, nonsense]}\n", "unknown value of 'themes' 'nonsense'"),
        (MENTIONED + "    set: {type: nonsense}\n", "unknown value of 'type' 'nonsense'"),
        (ENTRY.format(ruling="accept").replace("03-01", "02-31"), "'date'"),
        (
            ENTRY.format(ruling="accept") + ENTRY.format(ruling="reject")[11:],
            "decided twice, first on line 2",
        ),
        (ENTRY.format(ruling="accept").replace("c-0", "p-0"), "a pair has 'article' and 'against'"),
        (ENTRY.format(ruling="accept") + "    against: {article: b, words: x}\n", "no other record has"),
        ("decisions: !!python/object:os.system []\n", "tag"),
    ],
)
def test_each_mistake_is_named_with_key_and_line(tmp_path: Path, text: str, words: str) -> None:
    with pytest.raises(YamlError) as caught:
        load_decisions(write(tmp_path, text), ASKED)
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
        "c-00000001": ("corrected", "corrected by N. Abel on 1 March 2026 (lower bound): counted twice")
    }
    with using("fr"):
        told = reviews_of(rulings)["c-00000001"][1]
    assert told.startswith("corrigé par N. Abel (") and "borne inférieure)" in told


def ship(record: str, nth: int) -> Claim:
    """Return the claim on the *nth* words "12 bateaux" of the article."""
    start = [match.start() for match in re.finditer("12 bateaux", ARTICLE)][nth]
    return Claim(record, "a", start, start + 10, "12 bateaux", low=12, high=12)


def test_a_decision_outlives_a_new_id() -> None:
    around = surroundings(ship("c-00000001", 0), ARTICLE)
    moved = ship("c-0000000z", 0)
    left, (ruling,) = apply_decisions([moved], [decision("reject", around=around)], ARTICLE)
    assert left == ()
    assert (ruling.record_id, ruling.decided_on, ruling.outcome) == ("c-0000000z", "c-00000001", "applied")


@pytest.mark.parametrize("around", ["", surroundings(ship("c-00000001", 0), ARTICLE)])
def test_a_decision_is_never_applied_to_the_same_words_elsewhere(around: str) -> None:
    decisions, other = [decision("reject", around=around)], ship("c-0000000z", 1)
    left, rulings = apply_decisions([other], decisions, ARTICLE)
    assert left == (other,)
    assert [ruling.outcome for ruling in settle(decisions, rulings)] == ["lost"]


def test_of_two_decisions_on_one_record_the_one_that_names_it_holds() -> None:
    around = surroundings(ship("c-00000001", 0), ARTICLE)
    decisions = [decision("reject", around=around), decision("accept", record="c-0000000z")]
    record = ship("c-0000000z", 0)
    left, rulings = apply_decisions([record], decisions, ARTICLE)
    first, second = settle(decisions, rulings)
    assert left == (record,)
    assert (first.outcome, second.outcome) == ("lost", "applied")
    assert "another decision" in first.note


def test_two_decisions_in_the_same_words_are_told_apart() -> None:
    decisions = [decision("accept"), decision("accept", record="c-00000009", article="b")]
    rulings = settle(decisions, apply_decisions([CLAIM], decisions)[1])
    assert [ruling.outcome for ruling in rulings] == ["applied", "lost"]


def test_a_correction_that_would_turn_the_bounds_round_is_not_applied() -> None:
    left, (ruling,) = apply_decisions([CLAIM], [decision("correct", values=(("low", 500.0),))])
    assert left == (CLAIM,)
    assert ruling.outcome == "lost" and "low would be above high" in ruling.note


def test_processes_that_write_at_once_lose_no_decision(tmp_path: Path) -> None:
    path = tmp_path / "review" / "decisions.yml"
    made = [decision(record=f"c-{number:08}") for number in range(20)]
    children = [forks.begin(partial(keep, path, each)) for each in made]
    assert [child.wait() for child in children] == [0] * 20
    assert len(load_decisions(path, ASKED)) == 20


def test_what_a_killed_writer_leaves_is_removed(tmp_path: Path) -> None:
    path = write(tmp_path, ENTRY.format(ruling="accept"))
    (tmp_path / "decisions.yml.tmp").write_text("half a f")
    walk(path, [])
    assert [entry.name for entry in tmp_path.iterdir()] == ["decisions.yml"]


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


def test_a_rejected_disagreement_that_is_found_no_more_is_not_lost() -> None:
    gone = [decision(ruling, record="x-00000009") for ruling in ("reject", "accept")]
    assert [settle([one], ())[0].outcome for one in gone] == ["applied", "lost"]


def test_a_decision_is_written_and_read_back(tmp_path: Path) -> None:
    path = write(tmp_path, "# a remark\ndecisions: []\n")
    odd = decision(
        "correct", words="12\u00a0bateaux: « oui » # non", values=(("low", 6.0), ("place", "l'île"))
    )
    keep(path, odd)
    keep(path, decision("accept", record="q-00000009", reason="- [x] {y}"))
    assert load_decisions(path, ASKED)[0] == odd
    assert len(load_decisions(path, ASKED)) == 2
    assert path.read_text(encoding="utf-8").startswith("# a remark\n")
    assert [entry.name for entry in tmp_path.iterdir()] == ["decisions.yml"]


def test_an_invalid_decision_leaves_the_file_as_it_was(tmp_path: Path) -> None:
    path = write(tmp_path, ENTRY.format(ruling="accept"))
    with pytest.raises(YamlError):
        keep(path, decision("correct", record="c-00000002", values=(("stance", "perhaps"),)))
    assert path.read_text(encoding="utf-8") == ENTRY.format(ruling="accept")
    assert [entry.name for entry in tmp_path.iterdir()] == ["decisions.yml"]


TEXT = "Le port \x1b[31mcompte 12 bateaux, dit-on, et 30 barques."
ANALYSIS = Analysis(
    Investigation(),
    (Article("a", "a.txt", "", "ok", text=TEXT),),
    (),
    (Mention("m-00000001", "e-1", "a", 0, 7, "Le port", 0, 50, label="Opening", date="2020-01-01"),),
    (Claim("c-00000001", "a", 20, 30, "12 bateaux", low=12, high=12, claimant_text="on"),),
    (Quotation("q-00000001", "a", 8, 19, "\x1b[31mcompte", "direct", 8, 19),),
    (Discrepancy("x-00000001", "date", "e-1", "Opening: dated …", "conflict", ("m-00000001",), "One day."),),
)


UNDECIDED = Wanted()


def walk(path: Path, answers: list[str], wanted: Wanted = UNDECIDED) -> tuple[int, list[str]]:
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
        ANALYSIS,
        path,
        list_looks(ANALYSIS, path, wanted),
        today="2026-03-01",
        input=answer,
        output=shown.append,
    )
    return made, shown


def test_the_walk_begins_with_conflicts_and_writes_each_decision(tmp_path: Path) -> None:
    path = tmp_path / "review" / "decisions.yml"
    accept = ["y", "N. Abel", "seen in both"]
    correct = ["e", "", "", "low", "six", "low", "6", "", "typing error"]
    made, shown = walk(path, [*accept, *correct, "q"])
    assert made == 2
    first, second = load_decisions(path, ASKED)
    assert (first.record, first.ruling, first.reason) == ("x-00000001", "correct", "seen in both")
    assert first.values == (("statement", "seen in both"),)
    assert (second.record, second.ruling, second.values) == ("c-00000001", "correct", (("low", 6.0),))
    assert "3 records to look at" in shown[0]


@pytest.mark.parametrize("answers", [[], ["y"], ["n"], ["e", "", "", "low"], ["q"], ["j", "j", "j"]])
def test_the_walk_can_be_left_at_any_time(tmp_path: Path, answers: list[str]) -> None:
    path = write(tmp_path, ENTRY.format(ruling="accept"))
    assert walk(path, answers)[0] == 0
    assert len(load_decisions(path, ASKED)) == 1


def test_the_walk_speaks_the_language_of_the_investigation(tmp_path: Path) -> None:
    with using("fr"):
        _, shown = walk(tmp_path / "decisions.yml", ["?", "y", "N. Abel", "", "q"])
    said = "\n".join(shown)
    assert said.startswith("3 fiches à voir") and "contradiction entre les sources" in said
    assert "le livre l’omet" in said and "conservé : x-00000001 est acceptée" in said
    assert not re.search(r"\b(record|Reason|Your|kept|written)\b", said)


def test_what_is_decided_is_not_asked_again_unless_all_is_asked_for(tmp_path: Path) -> None:
    path = write(tmp_path, ENTRY.format(ruling="accept"))
    assert "2 records to look at" in walk(path, [])[1][0]
    assert "4 records to look at" in walk(path, [], Wanted(every=True))[1][0]


@pytest.mark.parametrize(
    ("wanted", "records"),
    [
        (Wanted(), ["x-00000001", "c-00000001", "q-00000001"]),
        (Wanted(page="timeline"), ["m-00000001"]),
        (Wanted(page="timeline", unsure=True), []),
        (Wanted(page="figures"), ["c-00000001"]),
        (Wanted(speaker="ON"), ["c-00000001"]),
        (Wanted(text="BÂRQUES"), ["m-00000001", "c-00000001", "q-00000001"]),
        (Wanted(text="bicyclette"), []),
    ],
)
def test_records_are_found_by_page_speaker_and_words(
    tmp_path: Path, wanted: Wanted, records: list[str]
) -> None:
    looks = list_looks(ANALYSIS, tmp_path / "none.yml", wanted)
    assert [in_list(look).split()[0] for look in looks] == records


def test_a_list_says_who_speaks_and_which_reading_is_unsure(tmp_path: Path) -> None:
    unsure = Assessment("q-00000001", "medium", (), 1, 1, unsure=("no verb of speaking",))
    spoken = replace(ANALYSIS.quotations[0], speaker=("Eva Petit",), text="Non")
    analysis = replace(ANALYSIS, quotations=(spoken,), assessments=(unsure,))
    (look,) = list_looks(analysis, tmp_path / "none.yml", Wanted(page="voices", unsure=True))
    assert in_list(look) == "q-00000001 a: Eva Petit: Non (unsure reading: no verb of speaking)"
    assert near_names(analysis, "Petti") == ("Eva Petit",)
    assert near_names(analysis, "PETIT") is None
    assert near_names(analysis, "Zorro") == ()


@pytest.mark.parametrize(
    ("values", "stance", "response"),
    [
        ({"response": "does_not_comment"}, "no_comment", "does_not_comment"),
        ({"stance": "affirm"}, "affirm", ""),
        ({"stance": "deny", "response": "denies"}, "deny", "denies"),
    ],
)
def test_a_negation_that_was_wrongly_read_can_be_corrected(
    tmp_path: Path, values: dict[str, str], stance: str, response: str
) -> None:
    answer = Claim("c-00000001", "a", 10, 20, "12 bateaux", stance="no_comment", response="does_not_confirm")
    made = decision("correct", values=tuple(sorted(values.items())))
    keep(tmp_path / "decisions.yml", made)
    (known,) = load_decisions(tmp_path / "decisions.yml", ASKED)
    after = correct(answer, known)
    assert (after.stance, after.response) == (stance, response)


def test_who_is_only_named_in_full_keeps_his_role(tmp_path: Path) -> None:
    path = tmp_path / "decisions.yml"
    short = replace(ANALYSIS.quotations[0], speaker=("Petit",), role="capitaine")
    answers = iter(["e", "Eva Petit", "", "", "", "N. Abel", "named above", "q"])
    analysis = replace(ANALYSIS, quotations=(short,))
    looks = list_looks(analysis, path, Wanted(page="voices", every=True))
    run_review(
        analysis, path, looks, today="2026-03-01",
        input=lambda _: next(answers), output=lambda _: None,
    )  # fmt: skip
    (made,) = load_decisions(path, ASKED)
    assert made.values == (("speaker", ("Eva Petit",)),)


def test_the_last_decision_can_be_undone_and_what_it_replaced_comes_back(tmp_path: Path) -> None:
    path = write(tmp_path, ENTRY.format(ruling="accept"))
    before = load_decisions(path, ASKED)
    every = Wanted(page="figures", every=True)
    made, shown = walk(path, ["u", "n", "a slip", "u", "q"], every)
    assert (made, load_decisions(path, ASKED)) == (0, before)
    assert any("nothing to undo" in line for line in shown)
    assert walk(path.with_name("new.yml"), ["n", "N. Abel", "a slip", "u", "q"], every)[0] == 0
    assert load_decisions(path.with_name("new.yml"), ASKED) == ()


def test_the_walk_goes_where_it_is_told(tmp_path: Path) -> None:
    _, shown = walk(tmp_path / "decisions.yml", ["g3", "k", "/barques", "g", "9", "/vélo", "?", "q"])
    prompts = [line.split()[0] for line in shown if line.endswith("? ") and line.startswith("(")]
    assert prompts == ["(1/3)", "(3/3)", "(2/3)", "(3/3)", "(3/3)", "(3/3)", "(3/3)"]
    assert any("no record '9'" in line for line in shown) and any(
        "no record with 'vélo'" in line for line in shown
    )


def test_a_passage_is_shown_in_its_paragraph(tmp_path: Path) -> None:
    _, shown = walk(tmp_path / "decisions.yml", ["j", "p", "q"])
    assert any("compte [12 bateaux], dit-on, et 30 barques." in line for line in shown)


def test_a_speaker_is_corrected_with_role_and_side_together(tmp_path: Path) -> None:
    path = tmp_path / "decisions.yml"
    sided = replace(ANALYSIS, investigation=Investigation(sides=(Side("Port"), Side("Ville"))))
    answers = iter(["e", "Eva Petit", "capitaine", "Port", "", "N. Abel", "named above", "q"])
    run_review(
        sided, path, list_looks(sided, path, Wanted(page="voices")), today="2026-03-01",
        input=lambda _: next(answers), output=lambda _: None,
    )  # fmt: skip
    decisions = load_decisions(path, sided.investigation)
    assert decisions[0].values == (("role", "capitaine"), ("side", "Port"), ("speaker", ("Eva Petit",)))
    known = replace(sided.investigation, actors=(ActorEntry("Luc Roy"),))
    assert with_sides(known, decisions, {}).actors == (
        ActorEntry("Luc Roy"),
        ActorEntry("Eva Petit", side="Port"),
    )
    assert with_sides(known, (), {}) is known


def test_who_speaks_instead_of_another_has_not_the_role_of_the_other(tmp_path: Path) -> None:
    path = tmp_path / "decisions.yml"
    (wrong,) = ANALYSIS.quotations
    wrong = replace(wrong, speaker=("Luc Roy",), role="capitaine", affiliation="le port")
    shown: list[str] = []
    for role, then in (("", ""), ("maire", "maire")):
        answers = iter(["e", "Eva Petti", role, "", "", "", "", "N. Abel", "", "named above", "q"])

        def answer(prompt: str, answers: Iterator[str] = answers) -> str:
            shown.append(prompt)
            return next(answers)

        analysis = replace(ANALYSIS, quotations=(wrong,), claims=(replace(CLAIM, claimant=("Eva Petit",)),))
        run_review(
            analysis, path, list_looks(analysis, path, Wanted(page="voices", every=True)),
            today="2026-03-01", input=answer, output=shown.append,
        )  # fmt: skip
        (made,) = load_decisions(path, ASKED)
        assert correct(wrong, made) == replace(wrong, speaker=("Eva Petti",), role=then, affiliation="")
    assert any("role is ''; new value (nothing: none; 'capitaine' is of who was named" in s for s in shown)
    assert "'Eva Petti' is new: nobody else is called that; did you mean 'Eva Petit'?" in shown
    assert "kept: q-00000001 is corrected (speaker: Eva Petti; role: maire; affiliation: none)" in shown
    assert shown[shown.index("Reason: ") + 1] == "required: the book prints it with the decision"


def test_who_speaks_instead_of_another_has_the_role_that_is_known_of_him(tmp_path: Path) -> None:
    path, shown = tmp_path / "decisions.yml", []
    wrong = replace(ANALYSIS.quotations[0], speaker=("Luc Roy",), role="capitaine")
    other = replace(wrong, quotation_id="q-00000002", speaker=("Eva Petit",), role="maire")
    answers = iter(["e", "?", "Eva Petit", "", "", "?", "", "N. Abel", "?", "named above", "q"])

    def answer(prompt: str) -> str:
        shown.append(prompt)
        return next(answers)

    analysis = replace(ANALYSIS, quotations=(wrong, other))
    looks = list_looks(analysis, path, Wanted(page="voices", every=True))
    run_review(analysis, path, looks, today="2026-03-01", input=answer, output=shown.append)
    (made,) = load_decisions(path, ASKED)
    assert made.values == (("role", "maire"), ("speaker", ("Eva Petit",)))
    said = "\n".join(shown)
    assert "role is 'maire'; new value (nothing: as it is)" in said
    assert (
        "speaker: speaker; several with | between them" in said and "category: kind of voice (expert," in said
    )
    assert shown[1] == "A decision asks for a reason and, once, for your name: the book prints both."
    assert made.reason == "named above"


ONE = "Le port compte 12 bateaux."
TWO = "Le port compte 9 bateaux."


def told(record: str, article: str, text: str) -> Statement:
    return Statement(record, article, 0, len(text), text, 0, len(text), "compter")


PAIRED = Analysis(
    Investigation(),
    tuple(Article(name, f"{name}.txt", "", "ok", text=text) for name, text in (("a", ONE), ("b", TWO))),
    statements=(told("s-00000001", "a", ONE), told("s-00000002", "b", TWO)),
)
PAIR = pair_of(*PAIRED.statements, PAIRED.texts)


def walk_pairs(path: Path, answers: list[str], pairs: list[Discrepancy]) -> tuple[list[Decision], str]:
    """Return what the *answers* decide on *pairs*, and what the terminal showed."""
    shown: list[str] = []
    waiting = iter(answers)

    def answer(prompt: str) -> str:
        shown.append(prompt)
        return next(waiting)

    looks = list_looks(PAIRED, path, Wanted(), pairs)
    run_review(PAIRED, path, looks, today="2026-03-01", input=answer, output=shown.append)
    return list(load_decisions(path, ASKED)), "\n".join(shown)


@pytest.mark.parametrize(
    ("answers", "ruling", "reason", "values"),
    [
        (["y", "N. Abel", "Twelve or nine", "q"], "accept", "Twelve or nine", ()),
        (["n", "N. Abel", ""], "reject", "no contradiction", ()),
        (
            ["e", "severity", "tension", "", "N. Abel", "Twelve or nine", "q"],
            "correct",
            "Twelve or nine",
            (("severity", "tension"),),
        ),
    ],
)
def test_two_sentences_are_called_contradictory_or_not(
    tmp_path: Path, answers: list[str], ruling: str, reason: str, values: tuple[tuple[str, str], ...]
) -> None:
    (made,), shown = walk_pairs(tmp_path / "decisions.yml", [*answers, "q"], [PAIR])
    assert (made.record, made.ruling, made.reason, made.values) == (identity(PAIR), ruling, reason, values)
    assert (made.article, made.words, made.against) == ("a", ONE, ("b", TWO))
    assert "two articles, perhaps on one thing" in shown and f"b: [{TWO}]" in shown
    assert "Do these contradict each other [" in shown


def test_a_disagreement_is_accepted_as_it_stands_or_in_words_of_ones_own(tmp_path: Path) -> None:
    path = tmp_path / "decisions.yml"
    walk(path, ["y", "N. Abel", ""])
    assert [(d.ruling, d.reason) for d in load_decisions(path, ASKED)] == [("accept", "as it stands")]


def test_passages_of_ones_own_can_be_added_where_nothing_waits(tmp_path: Path) -> None:
    answers = ["a", "12 bateaux", "9 bateaux", "N. Abel", "Twelve or nine", "q"]
    (kept,), shown = walk_pairs(tmp_path / "decisions.yml", answers, [])
    assert kept.record == identity(PAIR) and "That was the last record [a,q]?" in shown


def test_what_waits_can_be_ruled_on_in_an_editor(tmp_path: Path) -> None:
    path = tmp_path / "review" / "decisions.yml"
    looks = [*list_looks(ANALYSIS, path, UNDECIDED), *list_looks(PAIRED, path, UNDECIDED, [PAIR])]
    for waiting in (3, 0):
        made = write_sheet(path, looks[:-1], ANALYSIS, analyst="", today="2026-03-01")
        assert (made, load_decisions(path, ASKED)) == (waiting, ())
    write_sheet(path, looks[-1:], PAIRED, analyst="", today="2026-03-01")
    sheet = path.read_text("utf-8")
    assert "the speaker is not named: " in sheet and "; low: 12" in sheet and "words: 12 bateaux" in sheet
    path.write_text(sheet.replace("ruling: open", "ruling: reject", 1), "utf-8")
    with pytest.raises(YamlError, match=r"line 2: x-00000001: say who rules \(analyst\) and why \(reason\)"):
        load_decisions(path, ASKED)
    filled = sheet.replace("ruling: open", "ruling: accept").replace("analyst: ''", "analyst: N. Abel")
    path.write_text(filled.replace("reason: ''", "reason: seen"), "utf-8")
    *_, last = load_decisions(path, ASKED)
    assert (last.record, last.against) == (identity(PAIR), ("b", TWO))
    path.write_text(sheet, "utf-8")
    keep(path, decision("reject"))
    assert [d.ruling for d in load_decisions(path, ASKED)] == ["reject"]
    assert "read:" not in path.read_text("utf-8").split("c-00000001")[1].split("- record")[0]
    assert path.read_text("utf-8").count("ruling: open") == 3


def test_an_analyst_sets_passages_of_his_own_against_each_other(tmp_path: Path) -> None:
    there = PAIR, replace(PAIR, discrepancy_id="p-00000009")
    answers = [
        "a",
        "le port",
        "12 bateaux",
        "9 BATEAUX",
        "N. Abel",
        "Twelve or nine",
        "a",
        "",
        "a",
        " ",
        "u",
        "q",
    ]
    made, shown = walk_pairs(tmp_path / "decisions.yml", [*answers, "q"], list(there))
    assert not made and "undone: p-" in shown
    assert "sentences with these words: 2; give words that one alone has" in shown
    (kept,), _ = walk_pairs(tmp_path / "decisions.yml", [*answers[:6], "q"], list(there))
    assert (kept.record, kept.article, kept.against) == (identity(PAIR), "a", ("b", "9 bateaux"))


def test_a_reason_is_kept_for_the_next_record_that_is_ruled_on_so(tmp_path: Path) -> None:
    walk(tmp_path / "decisions.yml", ["n", "N. Abel", "a slip", "n", "", "q"])
    assert [made.reason for made in load_decisions(tmp_path / "decisions.yml", ASKED)] == ["a slip", "a slip"]


def test_a_day_and_a_unit_that_are_corrected_are_those_that_the_book_prints() -> None:
    mention = Mention(
        "m-00000001", "e-1", "a", 0, 7, "Le port", 0, 50, date_id="t-00000001", date_basis=PUBLISHED
    )
    dated = correct(mention, decision("correct", values=(("date", "2025-05-02"),)))
    assert (dated.date, dated.date_id, dated.date_basis) == ("2025-05-02", "", "")
    counted = replace(CLAIM, unit="flacon", subject="flacons")
    known = {"unit": "coureur"}
    for values, subject in (
        (known, ""),
        (known | {"subject": "coureurs"}, "coureurs"),
        ({"low": 1.0}, "flacons"),
    ):
        assert correct(counted, decision("correct", values=tuple(values.items()))).subject == subject


def test_the_name_is_asked_once_and_a_key_typed_too_early_is_no_reason(tmp_path: Path) -> None:
    path = tmp_path / "decisions.yml"
    walk(path, ["n", "q", "N. Abel", "y", "a slip"])
    made, shown = walk(path, ["n", "", "wrong"])
    assert made == 1 and not any("Your name" in line for line in shown)
    assert "Rulings are signed N. Abel; --analyst signs as another." in shown
    assert [(d.analyst, d.reason) for d in load_decisions(path, ASKED)] == [
        ("N. Abel", "a slip"),
        ("N. Abel", "wrong"),
    ]


def test_a_pair_that_is_ruled_on_is_not_asked_again_as_a_disagreement(tmp_path: Path) -> None:
    path = tmp_path / "decisions.yml"
    keep(path, decision(record="p-00000001", against=("b", "9 bateaux")))
    ruling = Ruling("x-00000001", "p-00000001", "accept", "N. Abel", "2026-03-01", "", "")
    after = replace(ANALYSIS, rulings=(ruling,))
    assert "x-00000001" not in [identity(look.record) for look in list_looks(after, path, UNDECIDED)]
    (look,) = list_looks(after, path, Wanted(records=("x-00000001",)))
    assert identity(look.record) == "x-00000001"


def test_a_field_that_is_named_where_its_value_is_asked_is_explained(tmp_path: Path) -> None:
    path = tmp_path / "decisions.yml"
    wanted = Wanted(page="voices", every=True)
    _, shown = walk(path, ["e", "speaker", "Eva Petit", "", "", "", "N. Abel", "named above", "q"], wanted)
    (made,) = load_decisions(path, ASKED)
    assert made.values == (("speaker", ("Eva Petit",)),)
    assert "speaker: speaker; several with | between them" in shown


def test_the_text_of_an_article_cannot_command_the_terminal(tmp_path: Path) -> None:
    _, shown = walk(tmp_path / "decisions.yml", ["j", "p", "j", "p", "j"])
    assert not any("\x1b" in line for line in shown)
    assert any("\\x1b[31mcompte" in line for line in shown)


def test_a_correction_that_is_not_valid_is_refused_and_the_walk_goes_on(tmp_path: Path) -> None:
    path = tmp_path / "decisions.yml"
    made, shown = walk(path, ["j", "e", "", "", "stance", "perhaps", "", "N. Abel", "why not", "j"])
    assert made == 0
    assert any(line.startswith("not kept:") for line in shown)
    assert not path.exists()
