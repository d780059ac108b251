"""What the report calls an actor: English where there is an English name, French where there is none."""

from __future__ import annotations

import pytest

from dossier.investigation import ActorEntry, Investigation
from dossier.names import english, in_sentence, known_english


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
        ("ministère des Pêches", "ministère des Pêches"),
        ("un responsable de Berlin", "un responsable de Berlin"),
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
    ],
)
def test_a_name_takes_its_article_in_a_sentence(name: str, expected: str) -> None:
    assert in_sentence(name) == expected
