"""What the report calls an actor: English where there is an English name, French where there is none."""

from __future__ import annotations

import pytest

from dossier import i18n
from dossier.investigation import ActorEntry, Investigation
from dossier.names import english, in_english, in_sentence, is_document, known_english
from dossier.view.french import with_article


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("États-Unis", "United States"),
        ("Corée du Nord", "North Korea"),
        ("République tchèque", "Czechia"),
        ("France", "France"),
        ("ONU", "United Nations"),
        ("OTAN", "NATO"),
        ("Occidentaux", "the West"),
        ("ministère des Phares", "ministère des Phares"),
    ],
)
def test_states_and_well_known_organisations_read_in_english(name: str, expected: str) -> None:
    assert english(name) == expected


def test_an_investigation_names_its_own_actors() -> None:
    actors = (
        ActorEntry("Conseil des ports", kind="organisation", english="Ports Council"),
        ActorEntry("Régie des phares", kind="organisation"),
        ActorEntry("Élodie Caradec", kind="person"),
    )
    asked = Investigation(title="Ports", actors=actors)
    names = [known_english(actor.name, asked) for actor in actors]
    assert names == ["Ports Council", "", "Élodie Caradec"]


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("United States", "the United States"),
        ("Netherlands", "the Netherlands"),
        ("Finland", "Finland"),
        ("World Bank", "the World Bank"),
        ("the West", "the West"),
        ("NATO", "NATO"),
        ("prefecture", "the prefecture"),
        ("South Korean intelligence services", "the South Korean intelligence services"),
        ("an official of Berlin", "an official of Berlin"),
        ("several officials", "several officials"),
    ],
)
def test_a_name_takes_its_article_in_a_sentence(name: str, expected: str) -> None:
    assert in_sentence(name) == expected


@pytest.mark.parametrize(
    ("phrase", "said"),
    [
        ("un responsable de Berlin", "an official of Berlin"),
        ("un représentant de Lima à l'ONU", "a representative of Lima at the United Nations"),
        ("Plusieurs responsables grecs", "several Greek officials"),
        ("services de renseignement sud-coréens", "South Korean intelligence services"),
        ("chef des forces armées britanniques", "head of the British armed forces"),
        ("Le porte-parole du gouvernement", "spokesperson of the government"),
        ("ministre des Affaires étrangères péruvien", "foreign minister of Peru"),
        ("secrétaire général de l'Otan", "secretary-general of NATO"),
        ("une source diplomatique", "a diplomatic source"),
        ("soldats portugais", "Portuguese soldiers"),
        ("morts ou blessés", "dead or wounded"),
        ("obus d'artillerie", "artillery shells"),
        ("brebis", "ewes"),
        ("fromages", "cheeses"),
        ("églises", "churches"),
        ("loups", "wolves"),
        ("fois", "times"),
        ("Portugais", "Portuguese nationals"),
        ("avocate de l'État", "lawyer of the state"),
        ("patients", "patients"),
        ("sapeurs-pompiers", "firefighters"),
        ("billets", "tickets"),
        ("ministre grec de la Culture", "Greek minister of Culture"),
        ("déléguée CFTC du site", "CFTC delegate of the site"),
        ("présidente de la section locale de la FNAC", "president of the local branch of the FNAC"),
        ("rapport d'étape du CHU", "interim report of the CHU"),
        ("présidente de l'ES Vernelle", "president of ES Vernelle"),
        ("président du Vernelle", ""),
        ("malades", "patients"),
        ("agents", ""),
        ("un agent de sécurité", "a security guard"),
        ("adjointe au maire", "deputy mayor"),
        ("ancienne adjointe", ""),
        ("fidèles", ""),
        ("proches", ""),
        ("serveurs", ""),
        ("mineurs", ""),
        ("ministère des Phares", ""),
        ("le comité de vigilance", ""),
        ("rédacteur en chef de la revue Le Phare", ""),
        ("", ""),
    ],
)
def test_an_office_or_a_thing_counted_reads_in_english_where_all_is_known(phrase: str, said: str) -> None:
    assert in_english(phrase) == said


def test_an_investigation_says_what_its_own_roles_are_called() -> None:
    asked = Investigation(title="Ports", english=(("gardien du phare", "lighthouse keeper"),))
    assert in_english("gardien du phare", asked) == "lighthouse keeper"


@pytest.mark.parametrize(
    "name",
    [
        "traité",
        "le texte",
        "un rapport",
        "projet de loi",
        "traités",
        "Un audit de 2023",
        "Un premier décompte",
    ],
)
def test_a_text_that_is_quoted_is_no_person(name: str) -> None:
    assert is_document(name)


@pytest.mark.parametrize("name", ["ministre", "Le Texte", "", "Anne Traité"])
def test_a_person_is_no_document(name: str) -> None:
    assert not is_document(name)


def test_a_french_report_keeps_french_names() -> None:
    with i18n.using("fr"):
        assert english("États-Unis") == "États-Unis" and in_sentence("préfecture") == "préfecture"


def test_a_french_name_has_the_article_that_the_texts_write() -> None:
    texts = [
        "Selon la préfecture, l’industriel a parlé aux États-Unis. Paul Roux aussi. Le Paul Roux de Lyon.",
        "",
    ]
    texts += [
        "Paul Roux dit. Paul Roux, Paul Roux et Paul Roux. Chypre attend.",
        "Le porte-parole du Kremlin. L'agence le tient des sapeurs-pompiers.",
    ]
    names = ["préfecture", "industriel", "États-Unis", "Kremlin", "Paul Roux", "Chypre", "pompiers"]
    said = ["la préfecture", "l’industriel", "les États-Unis", "le Kremlin", "Paul Roux", "Chypre"]
    said += ["les pompiers"]
    assert [with_article(name, texts) for name in names] == said
