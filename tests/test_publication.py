"""The day of publication where no file gives it: from evidence in the folder alone, each with its reason."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from dossier.corpus import read_folder
from dossier.dates import find_expressions, infer_publications
from dossier.dates.resolve import resolve_expressions
from dossier.language import parse
from dossier.records import Published, Reading

Infer = Callable[[Mapping[str, str]], dict[str, Published]]
DATED = (
    "10 mars 2023\n"
    "Mercredi, les députés du Bundestag ont ratifié l'accord controversé sur le gazoduc de Lubmin, "
    "malgré les critiques."
)

OTHERS = (
    "Le stade de Brême a brûlé le 2 février 2023. Une grève a paralysé les trains le 6 février 2023. "
    "Le musée de Kiel a rouvert le 13 février 2023. Un pont s'est effondré le 20 février 2023."
)


def read_all(folder: Path) -> list[Reading]:
    parsed = parse(a for a in read_folder(folder) if a.status == "ok")
    return [
        Reading(p.article, find_expressions(p), sentences=tuple(q.span(s) for q, s in p.sentences()))
        for p in parsed
    ]


@pytest.fixture
def infer(tmp_path: Path) -> Infer:
    def run(texts: Mapping[str, str]) -> dict[str, Published]:
        for name, text in texts.items():
            (tmp_path / f"{name}.txt").write_text(text, encoding="utf-8")
        return dict(infer_publications(read_all(tmp_path)))

    return run


def test_the_weekday_of_its_latest_news_that_another_article_surely_dates(infer: Infer) -> None:
    text = "Le Bundestag a ratifié mercredi l'accord controversé sur le gazoduc de Lubmin avec la Norvège."
    found = infer({"a": text, "b": DATED})["a"]
    assert (found.date, found.basis) == ("2023-03-08", "inferred")
    assert found.reason == "“mercredi” speaks of what [b] dates 2023-03-08 (“Mercredi”)."


def test_few_words_in_common_are_enough_only_at_the_beginning_and_for_a_date_in_full(infer: Infer) -> None:
    full = "20 mars 2023\nL'accord sur le gazoduc de Lubmin a été ratifié le 8 mars 2023. " + OTHERS
    few = "Les députés de Lubmin ont voté mercredi la ratification de l'accord."
    assert infer({"a": few, "b": full})["a"].date == "2023-03-08"
    assert (
        infer({"a": few, "b": full.replace("le 8 mars 2023", "le mercredi de l'avant-veille")})["a"]
        == Published()
    )
    assert infer({"a": "Lubmin se tait. " * 6 + few, "b": full})["a"] == Published()


def test_other_news_of_a_later_weekday_leave_the_day_open(infer: Infer) -> None:
    text = "La chancellerie a salué vendredi le vote. "
    text += "Le Bundestag avait ratifié mercredi l'accord controversé sur le gazoduc de Lubmin."
    assert infer({"a": text, "b": DATED})["a"] == Published()


def test_what_another_article_says_is_to_come_gives_no_day(infer: Infer) -> None:
    text = "Les députés de Lubmin ont voté mercredi la ratification de l'accord."
    plan = "1er mars 2023\nL'accord sur le gazoduc de Lubmin sera ratifié le 8 mars 2023. " + OTHERS
    assert infer({"a": text, "b": plan})["a"] == Published()


def test_another_event_of_the_same_weekday_tells_nothing(infer: Infer) -> None:
    text = "Le musée de Lyon a ouvert mercredi une exposition sur les peintres flamands du Nord."
    assert infer({"a": text, "b": DATED})["a"] == Published()


def test_the_weekday_decides_the_year(infer: Infer) -> None:
    text = "L'accord sur le gazoduc de Lubmin est entré en vigueur ce jeudi 6 avril, selon la chancellerie."
    found = infer({"a": text, "b": DATED})["a"]
    assert (found.date, found.basis) == ("2023-04-06", "inferred")
    assert "only 2023" in found.reason


def test_a_day_counted_from_the_publication_and_named_beside_it_gives_the_publication(infer: Infer) -> None:
    text = "Hier, mardi 18 juin, un feu s'est déclaré à bord. Le ferry avait déjà brûlé en février 2022."
    found = infer({"a": text})["a"]
    assert (found.date, found.basis) == ("2024-06-19", "inferred")
    assert found.reason.startswith("It calls “mardi 18 juin” “Hier”; from 2022 to 2027")


def test_a_past_day_whose_weekday_leaves_one_year_is_the_first_that_it_can_be(infer: Infer) -> None:
    text = "Il a disparu le samedi 12 août. Le sentier avait été refait en mai 2021."
    assert infer({"a": text})["a"].date == "2023-08-12/.."
    later = "Son frère a été retrouvé le lundi 14 août."
    assert infer({"a": f"{text} {later}"})["a"].date == "2023-08-14/.."
    assert infer({"a": text.replace("samedi ", "")})["a"] == Published()


def test_an_undated_article_alone_stays_undated(infer: Infer, tmp_path: Path) -> None:
    text = (
        "L'accord est entré en vigueur ce jeudi 6 avril. Il avait été signé le 4 mai 2021 et annoncé lundi."
    )
    assert infer({"a": "L'accord a été signé lundi par les ministres du Nord."})["a"] == Published()
    (tmp_path / "a.txt").write_text(text.replace("jeudi ", "").replace("ce 6", "le 6"), encoding="utf-8")
    (reading,) = read_all(tmp_path)
    dates = resolve_expressions(reading.expressions, infer_publications([reading])["a"])
    assert [(e.text, e.date, e.basis) for e in dates] == [
        ("6 avril", "", ""),
        ("4 mai 2021", "2021-05-04", "explicit"),
        ("lundi", "", ""),
    ]


def test_a_month_is_narrowed_by_what_is_past(infer: Infer) -> None:
    text = " date 2023-03 Le Bundestag avait ratifié l'accord le 8 mars. "
    text += "La chancellerie a publié vendredi 10 mars la loi."
    found = infer({"a": text})["a"]
    assert (found.date, found.text, found.basis) == ("2023-03-10/2023-03-31", "2023-03", "inferred")
    assert found.reason == "The file gives 2023-03, and its text speaks of 2023-03-10 as past."


def test_within_a_month_the_event_gives_the_day(infer: Infer) -> None:
    text = (
        " date 2023-03 Le Bundestag a ratifié mercredi matin l'accord controversé sur le gazoduc de Lubmin."
    )
    assert infer({"a": text, "b": DATED})["a"].date == "2023-03-08"
    text = (
        " date 2023-05 Le Bundestag a ratifié mercredi matin l'accord controversé sur le gazoduc de Lubmin."
    )
    assert infer({"a": text, "b": DATED})["a"].date == "2023-05"


def test_the_last_day_of_its_week_is_not_spoken_of_as_past(infer: Infer) -> None:
    text = "N° 318 - Semaine du 27 février au 5 mars 2026\n\nLe pont aux cadenas\n\nIls ont marché dimanche."
    assert infer({"a": text})["a"].date == "2026-02-27/2026-03-05"


def test_against_an_interval_only_what_both_ends_say(infer: Infer, tmp_path: Path) -> None:
    text = " date 2023-03 L'accord conclu en janvier a été publié vendredi 10 mars. "
    text += "Il sera appliqué lundi, dès l'an prochain."
    infer({"a": text})
    (reading,) = read_all(tmp_path)
    dates = resolve_expressions(reading.expressions, infer_publications([reading])["a"])
    assert [(e.text, e.date, e.anchor) for e in dates[1:]] == [
        ("janvier", "2023-01", "2023-03-10/2023-03-31"),
        ("vendredi 10 mars", "2023-03-10", "2023-03-10/2023-03-31"),
        ("lundi", "", ""),
        ("l'an prochain", "2024", "2023-03-10/2023-03-31"),
    ]
    assert dates[2].calendar_check == "agrees"


def test_from_the_first_day_that_it_can_be_nothing_is_counted(infer: Infer, tmp_path: Path) -> None:
    text = "Le ferry a coulé le samedi 12 août. Le bilan communiqué mardi soir est de douze morts. "
    text += "Un deuil a été décrété hier. Le quai, inauguré le 4 mai 2021, avait été refait en mars."
    infer({"a": text})
    (reading,) = read_all(tmp_path)
    dates = resolve_expressions(reading.expressions, infer_publications([reading])["a"])
    assert [(e.text, e.date) for e in dates] == [
        ("samedi 12 août", "2023-08-12"),
        ("mardi soir", ""),
        ("hier", ""),
        ("4 mai 2021", "2021-05-04"),
        ("mars", "2023-03"),
    ]


def test_a_weekday_that_does_not_fit_is_named(infer: Infer, tmp_path: Path) -> None:
    infer({"a": "10 mars 2023\nLe texte a été signé le lundi 7 mars 2023 par les deux ministres."})
    (reading,) = read_all(tmp_path)
    checks = [e.calendar_check for e in resolve_expressions(reading.expressions, reading.article.published)]
    assert checks == ["", "disagrees"]


def test_what_is_counted_from_a_day_without_its_year_has_none_either(
    read_text: Callable[..., Reading],
) -> None:
    text = "Avalanche\n\nLundi 12 février\n\nIl est tombé dimanche. Il vivait hier soir. "
    text += "Il était venu en 2001, il y a vingt ans."
    assert [e.value for e in read_text(text).expressions] == [
        "XXXX-02-12",
        "XXXX-02-11",
        "XXXX-02-11TEV",
        "2001",
        "",
    ]


def test_a_weekday_of_an_unknown_week_is_such_a_day(read_text: Callable[..., Reading]) -> None:
    (found,) = read_text("Avalanche\n\nIl est tombé jeudi matin.").expressions
    assert (found.value, found.date) == ("XXXX-WXX-4TMO", "")


@pytest.mark.parametrize("opening", ["Vesoul, 3 mars 2025 (ADN) 19h46 - ", "03/03/2025 23:17 (ABP)\n\n"])
def test_the_hour_of_a_dateline_is_no_ground_for_a_day(
    read_text: Callable[..., Reading], opening: str
) -> None:
    reading = read_text(f"Un titre\n\n{opening}La juge a suspendu lundi le directeur du port. Il conteste.")
    assert [e.value for e in reading.expressions] == ["2025-03-03", "2025-03-03"]
