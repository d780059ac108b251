"""Names to actors: by name, capital, seat of government, people or surname; never by likeness."""

from __future__ import annotations

import pytest

from dossier.investigation import ActorEntry, Investigation, Side
from dossier.registry import Registry, build_registry, inflect_adjective, name_key

PERSONS = (
    ActorEntry("Kim Jong Un", side="NK", category="official", kind="person"),
    ActorEntry("Jeanne Moreau-Petit", category="expert", kind="person"),
    ActorEntry("Paul Martin", kind="person"),
    ActorEntry("Luc Martin", kind="person"),
    ActorEntry("Claire Aubry", kind="person", roles=("ministre des Forêts",)),
)


@pytest.fixture(scope="module")
def registry() -> Registry:
    return build_registry(Investigation(actors=PERSONS, sides=(Side("Nordic states", ("Suède", "Norvège")),)))


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("la Suède", "Suède"),
        ("Stockholm", "Suède"),
        ("les Suédois", "Suède"),
        ("l’Élysée", "France"),
        ("La Maison Blanche", "États-Unis"),
        ("les Etats-Unis", "États-Unis"),
        ("l'Otan", "OTAN"),
        ("les Nations unies", "ONU"),
        ("Kim Jong-Un", "Kim Jong Un"),
        ("KIM JONG UN", "Kim Jong Un"),
        ("Moreau-Petit", "Jeanne Moreau-Petit"),
        ("Mme Moreau Petit", "Jeanne Moreau-Petit"),
        ("la Corée du Nord", "Corée du Nord"),
        ("les Sud-Coréens", "Corée du Sud"),
    ],
)
def test_a_name_resolves_to_its_actor(registry: Registry, text: str, name: str) -> None:
    entry = registry.resolve(text)
    assert entry is not None
    assert entry.name == name


@pytest.mark.parametrize(
    "text",
    [
        "Kim Jong Il",
        "Corée",
        "Martin",
        "Jeanne",
        "autorités sud-coréennes",
        "président suédois",
        "",
        "le",
        "Suèd",
    ],
)
def test_what_is_only_alike_or_ambiguous_resolves_to_nobody(registry: Registry, text: str) -> None:
    assert registry.resolve(text) is None


def test_a_role_that_the_investigation_names_is_its_actor(registry: Registry) -> None:
    entry = registry.by_role("Ministre des forêts")
    assert entry is not None
    assert entry.name == "Claire Aubry"


def test_an_actor_of_the_investigation_keeps_what_the_lexicon_knows_of_it() -> None:
    asked = ActorEntry("Islande", aliases=("l'île de glace",), side="north")
    registry = build_registry(Investigation(actors=(asked,)))
    for text in ("Reykjavik", "les Islandais", "l'île de glace"):
        entry = registry.resolve(text)
        assert entry is not None
        assert (entry.name, entry.side, entry.kind) == ("Islande", "north", "state")


@pytest.mark.parametrize(
    ("adjective", "forms"),
    [
        ("italien", ("italien", "italienne", "italiens", "italiennes")),
        ("français", ("français", "française", "français", "françaises")),
        ("grec/grecque", ("grec", "grecque", "grecs", "grecques")),
        ("suisse", ("suisse", "suisse", "suisses", "suisses")),
    ],
)
def test_adjectives_of_nationality_have_four_forms(adjective: str, forms: tuple[str, ...]) -> None:
    assert inflect_adjective(adjective) == forms


def test_names_are_compared_without_case_accent_hyphen_and_article() -> None:
    assert name_key("L’Émirat") == name_key("émirat") == "emirat"
    assert name_key("Choe Son-hui") == name_key("CHOE SON HUI")
