"""Statements: who does what to whom, on whose word, how firmly; a sentence, then what is expected of it."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from dossier.records import Reading, Statement


def told(reading: Reading, predicate: str) -> Statement:
    (found,) = [s for s in reading.statements if s.predicate == predicate]
    return found


@pytest.mark.parametrize(
    ("sentence", "done", "said"),
    [
        ("Mardi, Luc Roux, marchand déporté en 1943, a dit que le pont tenait.", "2024-03-12", "2024-03-12"),
        ("La romancière, exilée en juin 1971, a affirmé que le pont tenait.", "", ""),
        ("« Le pont tient », a dit Luc Roux, ancien maire élu en 2014.", "", ""),
        ("« Le pont tient », a dit en 2014 Luc Roux, le maire.", "2014", "2014"),
        ("Un rapport, rendu en octobre 2021, disait que le pont tenait.", "", "2021-10"),
    ],
)
def test_the_year_of_an_apposition_is_not_that_of_the_words(
    read_text: Callable[..., Reading], sentence: str, done: str, said: str
) -> None:
    read = read_text(sentence, "2024-03-14")
    (told,) = (s.date for s in read.statements if s.predicate == "dire" or s.predicate == "affirmer")
    assert (told, read.quotations[0].said_on) == (done, said)


@pytest.mark.parametrize(
    ("sentence", "predicate", "date"),
    [
        ("L'agence, prévenue le 12 mars, a ouvert une enquête le 13 mars.", "ouvrir", "2024-03-13"),
        ("L'agence, prévenue le 12 mars, a ouvert une enquête.", "ouvrir", ""),
        ("Saisi le 12 mars, le parquet a ouvert une enquête.", "ouvrir", ""),
        ("Saisi le 12 mars, le parquet a ouvert une enquête.", "saisir", "2024-03-12"),
        ("Réunis mardi, les élus ont voté le budget.", "voter", "2024-03-12"),
        ("Le club, qui a perdu son stade mardi, recrute.", "recruter", ""),
        ("Trois cents malades, vus entre septembre et mars, ont reçu une lettre.", "recevoir", ""),
        (
            "Trois cents malades ont été vus entre le 9 septembre et le 11 mars.",
            "voir",
            "2023-09-09/2024-03-11",
        ),
        (
            "Des malades doivent revenir après une coloscopie pratiquée entre le 9 janvier et le 9 mars.",
            "revenir",
            "",
        ),
    ],
)
def test_each_verb_has_its_own_day(
    read_text: Callable[..., Reading], sentence: str, predicate: str, date: str
) -> None:
    found = {s.predicate: s.date for s in read_text(sentence, "2024-03-14").statements}
    assert found[predicate] == date


@pytest.mark.parametrize(
    ("sentence", "predicate", "agent", "patient"),
    [
        ("La police a arrêté deux suspects.", "arrêter", ("police",), ("deux suspects",)),
        ("Deux suspects ont été arrêtés par la police.", "arrêter", ("police",), ("Deux suspects",)),
        ("Le préfet a ordonné dimanche la fermeture du bar.", "ordonner", ("préfet",), ("fermeture du bar",)),
        ("La police est venue lundi le matin.", "venir", ("police",), ()),
        ("La Russie, qui a signé le traité, se tait.", "signer", ("Russie",), ("traité",)),
        (
            "Le maire, Paul Roux, et la préfète, Anne Vidal, ont inauguré le pont.",
            "inaugurer",
            ("Paul Roux", "Anne Vidal"),
            ("pont",),
        ),
        (
            "Le ministre belge Jean Roy et le président suisse Max Keller ont signé le traité.",
            "signer",
            ("Jean Roy", "Max Keller"),
            ("traité",),
        ),
        (
            "Le PDG et fondateur du groupe, Paul Roux, a signé le traité.",
            "signer",
            ("Paul Roux",),
            ("traité",),
        ),
        ("La police attend l'accord du maire et de la CGT.", "attendre", ("police",), ("accord du maire",)),
    ],
)
def test_who_does_what_to_whom(
    read_text: Callable[..., Reading],
    sentence: str,
    predicate: str,
    agent: tuple[str, ...],
    patient: tuple[str, ...],
) -> None:
    found = told(read_text(sentence, "2024-11-08"), predicate)
    assert (found.agent, found.patient) == (agent, patient)


@pytest.mark.parametrize(
    ("sentence", "predicate", "polarity", "certainty", "phase"),
    [
        ("La loi n'est pas encore signée.", "signer", "-", "certain", "ongoing"),
        ("Le conseil a voté la fermeture du pont.", "voter", "+", "certain", "done"),
        ("Le conseil n'a pas voté la fermeture du pont.", "voter", "-", "certain", "done"),
        ("Le conseil votera la fermeture du pont.", "voter", "+", "certain", "planned"),
        ("Le conseil aurait voté la fermeture du pont.", "voter", "+", "possible", "done"),
        # what is told in the past as to come is no rumour
        ("Le maire a fait savoir qu'il recevrait une délégation.", "recevoir", "+", "certain", "planned"),
        ("Le maire a dit qu'il pourrait fermer le pont.", "fermer", "+", "possible", "planned"),
        ("Le maire affirme que le pont fermerait.", "fermer", "+", "possible", ""),
        ("On murmure que le pont fermerait.", "fermer", "+", "possible", ""),
        ("D'après un expert, la prise vaudrait 36 millions d'euros.", "valoir", "+", "possible", ""),
        ("Le conseil pourrait voter la fermeture du pont.", "voter", "+", "possible", "planned"),
        ("Le conseil refuse de voter la fermeture du pont.", "voter", "-", "certain", "ongoing"),
        ("Le conseil a commencé à voter le budget.", "voter", "+", "certain", "begun"),
        ("Le conseil a peut-être voté la fermeture du pont.", "voter", "+", "possible", "done"),
        ("Le budget sera voté avant d'être signé par le maire.", "signer", "+", "certain", "planned"),
        # who does not give up, insists
        ("Le maire n'en démord pas : le pont tiendra.", "démordre", "+", "certain", "ongoing"),
    ],
)
def test_how_firmly_it_is_told(
    read_text: Callable[..., Reading],
    sentence: str,
    predicate: str,
    polarity: str,
    certainty: str,
    phase: str,
) -> None:
    found = told(read_text(sentence, "2024-11-08"), predicate)
    assert (found.polarity, found.certainty, found.phase) == (polarity, certainty, phase)


@pytest.mark.parametrize(
    ("sentence", "predicate", "source", "kind"),
    [
        ("Le pont est fermé.", "fermer", "", "own"),
        ("Selon la préfecture, le pont est fermé.", "fermer", "préfecture", "indirect"),
        ("« Le pont est fermé », a déclaré Anne Roy.", "fermer", "Anne Roy", "direct"),
    ],
)
def test_on_whose_word(
    read_text: Callable[..., Reading], sentence: str, predicate: str, source: str, kind: str
) -> None:
    found = told(read_text(sentence, "2024-11-08"), predicate)
    assert (found.source, found.kind) == (source, kind)


def test_every_record_names_the_statement_it_is_a_view_of(read_text: Callable[..., Reading]) -> None:
    reading = read_text("Selon la préfecture, 300 habitants ont été évacués lundi.", "2024-11-08")
    ids = {statement.statement_id for statement in reading.statements}
    records = (*reading.claims, *reading.quotations, *reading.mentions)
    assert records
    assert all(record.statement_id in ids for record in records)
    assert told(reading, "évacuer").claim_id == reading.claims[0].claim_id


@pytest.mark.parametrize(
    "text",
    [
        "Le maire n'a pas souhaité répondre à",
        "Les accusations selon lesquelles",
        "Apprend-on auprès",
        "« Il est là », a appris l'AFP de",
        "« Oui », a dit",
        "Trois mots ici",
        "Selon",
        "a-t-il",
    ],
)
def test_a_cut_sentence_is_read(read_text: Callable[..., Reading], text: str) -> None:
    assert read_text(text, "2024-11-08").faults == ()


def test_a_fault_of_a_rule_costs_its_sentence_alone(
    read_text: Callable[..., Reading], monkeypatch: pytest.MonkeyPatch
) -> None:
    from dossier.statements import assemble

    whole = assemble.find_all_responses

    def broken(sentence: assemble.Sentence, cues: list[object]) -> object:
        if "pont" in sentence.words:
            raise IndexError
        return whole(sentence, cues)

    monkeypatch.setattr(assemble, "find_all_responses", broken)
    reading = read_text("Le pont est fermé. « Il rouvrira », a déclaré Anne Roy.", "2024-11-08")
    assert reading.faults == ("IndexError in “Le pont est fermé.”",)
    assert [quotation.speaker for quotation in reading.quotations] == [("Anne Roy",)]
