"""Attributions to rows: one for each quotation and reported clause, with themes and day."""

from __future__ import annotations

import cProfile
from collections.abc import Callable

import pytest

from dossier.investigation import Investigation, Theme
from dossier.records import Quotation, Reading

ASKED = Investigation(
    themes=(Theme("money", "Money", ("budget", "taux d'intérêt")), Theme("war", "War", ("soldat",)))
)
Read = Callable[..., Reading]


def rows(read_text: Read, text: str) -> list[Quotation]:
    quotations = read_text(text, "2024-05-15", ASKED).quotations
    for row in quotations:
        assert row.text == text[row.start : row.end]
    return list(quotations)


def test_each_fragment_of_a_mixed_quotation_is_a_row_with_the_whole_clause(read_text: Read) -> None:
    text = "Le maire juge que la ville est « à bout » et l'État « absent »."
    first, second = rows(read_text, text)
    assert (first.text, second.text) == ("à bout", "absent")
    assert first.kind == second.kind == "mixed"
    clause = text[first.content_start : first.content_end]
    assert clause == "la ville est « à bout » et l'État « absent »"
    assert (second.content_start, second.content_end) == (first.content_start, first.content_end)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (
            "Me Anne Roux a indiqué avoir réclamé l'analyse de l'échantillon B. Le club se tait.",
            ["avoir réclamé l'analyse de l'échantillon B."],
        ),
        ("Le maire dit que Luc Roux a promis un pont.", ["Luc Roux a promis un pont", "un pont"]),
    ],
)
def test_what_one_speaker_says_is_counted_once(read_text: Read, text: str, said: list[str]) -> None:
    assert [row.text for row in rows(read_text, text)] == said


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("La ville dément, Anne Roux parlant de « rumeur ».", "mixed"),
        ("Anne Roux parle d'une « rumeur ».", "mixed"),
        ("Anne Roux a déclaré : « Rumeur ! »", "direct"),
    ],
)
def test_what_is_said_of_something_is_a_fragment(read_text: Read, text: str, kind: str) -> None:
    (row,) = rows(read_text, text)
    assert row.kind == kind


@pytest.mark.parametrize(
    ("who", "category"),
    [("les Occidentaux", "official"), ("l'Onu", "organisation"), ("la Norvège", "official")],
)
def test_states_that_are_named_together_speak_as_states(read_text: Read, who: str, category: str) -> None:
    (row,) = rows(read_text, f"Selon {who}, le pont tiendra.")
    assert row.category == category


def test_themes_are_found_by_word_and_lemma(read_text: Read) -> None:
    (row,) = rows(read_text, "« Les soldats coûtent cher au budget », a dit le maire.")
    assert row.themes == ("money", "war")
    (row,) = rows(read_text, "« Les taux d'intérêt montent », a dit le maire.")
    assert row.themes == ("money",)
    (row,) = rows(read_text, "« Il pleut », a dit le maire.")
    assert row.themes == ()


def test_what_the_editor_adds_in_brackets_is_no_theme_of_the_speaker(read_text: Read) -> None:
    for note, themes in (("(300 soldats, NDLR)", ("money",)), ("(300 soldats)", ("money", "war"))):
        (row,) = rows(read_text, f"« Ce fut, {note}, un budget perdu », a dit le maire.")
        assert row.themes == themes


def test_a_theme_stands_within_the_words_of_its_quotation(read_text: Read) -> None:
    text = "Le budget monte. « Les taux », dit le maire. « D'intérêt et le budget », dit-il. « Oui », dit-il."
    assert [row.themes for row in rows(read_text, text)] == [(), ("money",), ()]


@pytest.mark.parametrize(
    ("text", "themes"),
    [
        ("Va-t-on envoyer des soldats, malgré le budget ? « C'est possible », admet Anne Roux.", [("war",)]),
        ("On a envoyé des soldats. « C'est possible », admet Anne Roux.", [()]),
        ("« Une rumeur », a dit Anne Roux, devant les soldats.", [("war",)]),
        ("« Une rumeur », a dit Anne Roux, deux jours après la mort des soldats.", [()]),
        ("Anne Roux a dit que le pont tiendra, une rumeur chez les soldats.", [()]),
        ("Anne Roux, ministre du budget, a dit : « Non. »", [()]),
        ("Anne Roux parle de « soldats », tandis que Luc Abel parle de « rumeur ».", [("war",), ("war",)]),
        ("Anne Roux parle de « rumeur », tandis que Luc Abel parle de « soldats ».", [(), ("war",)]),
        ("Les ponts, selon le ministre du budget, tiendront face aux soldats.", [("war",)]),
    ],
)
def test_words_without_a_theme_have_that_of_their_question_or_sentence_and_none_of_who_speaks(
    read_text: Read, text: str, themes: list[tuple[str, ...]]
) -> None:
    assert [row.themes for row in rows(read_text, text)] == themes


def test_the_words_of_a_text_are_compared_with_the_themes_once(read_text: Read) -> None:
    def calls(times: int) -> int:
        profile = cProfile.Profile()
        profile.runcall(rows, read_text, "Le maire a parlé. " + 'Il a dit "oui", '.join([""] * times))
        return sum(entry.callcount for entry in profile.getstats())

    rows(read_text, "Il a dit « oui ».")
    assert calls(200) < 2.5 * calls(100)


def test_the_saying_is_dated_where_its_sentence_says_when(read_text: Read) -> None:
    (row,) = rows(read_text, "Le 3 mai, le maire a dit que le pont fermerait en juin.")
    assert row.said_on == "2024-05-03"
    (row,) = rows(read_text, "Le maire a dit que le pont fermerait en juin.")
    assert row.said_on == ""


def test_a_response_is_no_quotation(read_text: Read) -> None:
    assert rows(read_text, "Le gouvernement a refusé tout commentaire.") == []


def test_ids_stay_when_the_text_before_changes_nothing(read_text: Read) -> None:
    text = "« Il pleut », a dit le maire."
    assert rows(read_text, text)[0].quotation_id == rows(read_text, text)[0].quotation_id
    assert rows(read_text, text)[0].quotation_id.startswith("q-")


WHO = [
    (
        "Le directeur de l'usine Valtor, Marc Quillan, a démenti tout retard dans l'alerte.",
        "Marc Quillan",
        "directeur de l'usine Valtor",
    ),
    (
        "L'avocate du groupe, Claire Montel, conteste ces accusations et nie toute négligence.",
        "Claire Montel",
        "avocate du groupe",
    ),
    (
        "Dans son bureau vitré, Gilles Fontanel, le patron du club, parle. « Nous partirons », dit-il.",
        "Gilles Fontanel",
        "patron",
    ),
    (
        "Le vote est acquis, a annoncé le président de l'Assemblée Claude Bartolon.",
        "Claude Bartolon",
        "président de l'Assemblée",
    ),
    ("Derrière la vitre, Rose Roux, qui a repris du service, dit que l'« hiver est long ».", "Rose Roux", ""),
    ("Derrière le comptoir, la patronne, Rose Roux, dit que l'« hiver est long ».", "Rose Roux", "patronne"),
    ("Pour Paul Roux, avec un tel entraîneur, le club « ne gagnera pas la saison ».", "Paul Roux", ""),
    ("Mais le préfet, malgré la pluie, affirme que la route restera ouverte.", "préfet", "préfet"),
]


@pytest.mark.parametrize(("text", "speaker", "role"), WHO)
def test_a_name_beside_a_role_speaks_and_no_object_does(
    read_text: Read, text: str, speaker: str, role: str
) -> None:
    found = read_text(text, "2024-03-14").quotations
    assert found and {(q.speaker, q.role) for q in found} == {((speaker,), role)}


@pytest.mark.parametrize(
    "text",
    [
        "Les prix varient beaucoup selon les régions.",
        "La taxe sera modulée selon les émissions des navires.",
        "La redevance a rapporté 75 millions d'euros par an.",
        "Le groupe accuse une baisse de 3 % de son chiffre d'affaires.",
    ],
)
def test_what_changes_or_brings_in_money_says_nothing(read_text: Read, text: str) -> None:
    assert not read_text(text, "2024-03-14").quotations


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Le ministre a déclaré mardi que la route fermera.", "2024-03-12"),
        ("Le secrétaire, en fonction jusqu'en mars 2025, demande des mesures.", ""),
        ("Le rapport de 2012 est faux, affirme le maire.", ""),
        ("Le groupe dit ignorer la panne de l'appareil, mis en service en 2006.", ""),
        (
            "Lors d'une visite où elle a été reçue lundi par le maire, la ministre a promis qu'elle aidera.",
            "",
        ),
        (
            "Ce n'est que jeudi que l'accord est entré en vigueur, dit l'agence KCNA, notant qu'il change.",
            "",
        ),
        ("Devant ceux qui ont veillé jusque tard dans la nuit, le président a déclaré qu'il restait.", ""),
        ("Le groupe a annoncé mardi la fermeture, invoquant l'effondrement des commandes.", "2024-03-12"),
        ("Interrogé mardi par la radio, le ministre a déclaré que la route fermera.", "2024-03-12"),
        ("Selon un décompte du ministère arrêté en février 2024, 25 routes sont fermées.", "2024-02"),
        ("Mardi, Anne Roux, maire élue en 2020, a déclaré que la route fermera.", "2024-03-12"),
        ("Les enfants de Luc Roy, médecin mort en 1990, ont dit que la route fermera.", ""),
        # the day of the happening is none of speaking
        ("Trente malades vus entre le 9 et le 11 mars vont bien, a dit Luc Roy.", ""),
        (
            "Les malades ont été vus du 9 janvier au 11 mars, a précisé Luc Roy, qui juge le danger « nul ».",
            "",
        ),
        ("Luc Roy, qui était de garde mardi, a dit que la route fermera.", ""),
        ("La salariée licenciée en janvier a affirmé que la route fermera.", ""),
        ("Arrêté mardi, Luc Roy a affirmé que la route fermera.", ""),
        ("« La route fermera », a dit le maire, élu mardi.", ""),
        ("Dans une lettre adressée mardi au maire, Luc Roy affirme que la route fermera.", "2024-03-12"),
        ("Luc Roy, joint mardi, a dit que la route fermera.", "2024-03-12"),
        ("Le groupe, qui a promis mardi que la route fermera, recrute.", "2024-03-12"),
        ("« La route fermera lundi », a dit Luc Roy, qui avait quitté le conseil en 2019.", ""),
        ("Dans la nuit du 11 au 12 mars, ce fut pire : 25 routes fermées selon le ministère.", ""),
        ("Mardi, la crue a coupé 25 routes, d'après le ministère.", ""),
        # nor is that of what is told, or of the clause beside
        ("Luc Roy raconte une réunion « glaciale », à la mi-février.", ""),
        ("Luc Roy, joint mardi, raconte une réunion « glaciale ».", "2024-03-12"),
        ("Luc Roy rappelle que la route a déjà fermé : en mars 2022, un camion avait versé.", ""),
        ("Deux hommes devaient être jugés mardi ; leur avocat dénonce « un scandale ».", ""),
        ("Deux hommes ont été jugés mardi et leur avocat dénonce « un scandale ».", ""),
        ("Leur avocat a réuni la presse mardi et a dénoncé « un scandale ».", "2024-03-12"),
    ],
)
def test_the_day_of_speaking_is_that_of_the_verb_of_speaking(read_text: Read, text: str, day: str) -> None:
    assert {q.said_on for q in read_text(text, "2024-03-14").quotations} == {day}


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Le président n'a pas nié ce déploiement en février.", "2024-02"),
        ("Le président a nié avoir reçu des armes en février.", ""),
        ("Le ministre n'exclut pas une grève la semaine prochaine.", "2024-03-14"),
        ("Le ministre refuse de répondre : « J'attendais mardi, et tout est à refaire. »", "2024-03-14"),
    ],
)
def test_an_answer_is_dated_by_its_own_verb(read_text: Read, text: str, day: str) -> None:
    assert [c.said_on for c in read_text(text, "2024-03-14").claims] == [day]


def test_no_thing_is_said_by_a_verb_of_the_future(read_text: Read) -> None:
    text = "Le pays soutiendra son allié « jusqu'à sa victoire », selon le ministre."
    assert {(q.text, q.speaker_text) for q in read_text(text).quotations} == {
        ("jusqu'à sa victoire", "le ministre")
    }


def test_the_next_subject_is_no_role_and_a_stretch_of_time_no_speaker(read_text: Read) -> None:
    text = "Tout en insistant sur le bilan du président Obama, le républicain poursuit. « Oui », a dit Obama."
    assert {q.role for q in read_text(text, "2024-03-14").quotations} == {"président"}
    text = (
        "Paul Roux a parlé hier. Et pour la dernière période, « il veut une apothéose », a dit Marie Petit."
    )
    assert {q.speaker for q in read_text(text, "2024-03-14").quotations} == {("Marie Petit",)}
