"""What a folder of articles proposes: a draft that is valid as it stands and says where it is from."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
import yaml
from tests import bridge
from tests.conftest import ROOT

from dossier.analysis import Analysis
from dossier.cli import main
from dossier.corpus import read_sources
from dossier.drafting import (
    build_draft,
    find_idle,
    head,
    missing_lines,
    write_draft,
    write_sources,
    write_suggestions,
)
from dossier.drafting.idle import find_name, find_title, shared_words, small_words
from dossier.drafting.matters import find_pages, find_topics, key_of
from dossier.drafting.people import find_actors
from dossier.drafting.write import one_line, scalar, seen
from dossier.i18n import using
from dossier.investigation import ActorEntry, EventType, Investigation, load_investigation, read_investigation
from dossier.pipeline import analyse_folder
from dossier.records import Claim, Discrepancy, Published, Quotation, Ruling, Statement
from dossier.view import View

ARTICLES = {
    "un": """Le pont de la ville ferme

4 mai 2021

Le maire de la ville, Jean Durand, a annoncé la fermeture du pont le 3 mai 2021.
« Les travaux dureront six mois », a déclaré Jean Durand. Selon la préfecture, 300 véhicules passent ici.
« Ces travaux coûteront deux millions d'euros », a dit M. Durand.
""",
    "deux": """Le pont de la ville barré

6 mai 2021

La France a promis 400 véhicules de secours. La France a dit que 500 véhicules suivront.
« Les travaux avancent », a affirmé Jean Durand. Le conseil a voté le budget le 5 mai 2021.
La fermeture du pont le 3 mai 2021 gêne tout le monde. La France paiera.
""",
}


@pytest.fixture(scope="module")
def analysis(tmp_path_factory: pytest.TempPathFactory) -> Analysis:
    folder = tmp_path_factory.mktemp("articles")
    for name, text in ARTICLES.items():
        (folder / f"{name}.txt").write_text(text, "utf-8")
    return analyse_folder(folder, read_investigation({}))


def test_the_draft_is_an_investigation_as_it_stands(analysis: Analysis, tmp_path: Path) -> None:
    path = tmp_path / "investigation.yml"
    path.write_text(write_draft(build_draft(analysis), articles=2), "utf-8")
    asked = load_investigation(path)
    assert asked.title == "Dossier: May 2021"
    assert "Jean Durand" in {actor.name for actor in asked.actors}
    assert {chapter.page for chapter in asked.chapters} >= {"timeline", "figures", "voices", "data"}


def test_a_draft_of_nothing_is_one_too(tmp_path: Path) -> None:
    path = tmp_path / "investigation.yml"
    path.write_text(write_draft(build_draft(Analysis(read_investigation({}))), articles=0), "utf-8")
    assert load_investigation(path).title == "An affair without a title"


def test_each_proposal_says_how_often_and_where(analysis: Analysis) -> None:
    text = write_draft(build_draft(analysis), articles=2)
    assert "vehicule" in text
    head, _ = text.split("- name: Jean Durand", 1)
    told = head.splitlines()[-1 if head.endswith("\n") else -2]
    assert " times in two articles (" in told


def test_a_draft_is_in_the_language_of_the_report(analysis: Analysis, tmp_path: Path) -> None:
    path = tmp_path / "investigation.yml"
    with using("fr"):
        path.write_text(write_draft(build_draft(analysis), articles=2), "utf-8")
        assert "Ce que l’on sait des articles" in head()
    asked = load_investigation(path)
    assert (asked.language, asked.title) == ("fr", "Dossier : mai 2021")
    assert asked.subtitle == "Ce que rapportent les articles, qui le dit, et où ils divergent"
    assert "Morts" in {topic.label for topic in asked.topics}


def test_a_measure_is_named_after_what_is_measured_and_nobody_asks_for_it_yet() -> None:
    spilt = [
        Claim(f"c-{n}", "001_abc", n, n + 5, "texte", low=n, high=n, unit="mètre cube", subject=subject)
        for n, subject in enumerate(("mètres cubes", "mètres cubes de solvant", "mètres cubes"))
    ]
    made = replace(bridge.build(), claims=tuple(spilt), quotations=(), events=(), discrepancies=())
    (proposal,) = find_topics(made)
    assert (getattr(proposal.entry, "label", ""), proposal.sure) == ("Mètres cubes de solvant", False)
    assert find_pages(made) == ()


def drafted(folder: Path, *texts: str) -> dict[str, EventType]:
    for name, text in zip("abc", texts, strict=False):
        (folder / f"{name}.txt").write_text(f"Un titre\n\n8 octobre 2024\n\n{text}\n", "utf-8")
    found = build_draft(analyse_folder(folder, read_investigation({}))).events
    return {p.entry.label: p.entry for p in found if isinstance(p.entry, EventType) and not p.sure}


def test_an_event_that_one_article_dates_is_proposed_where_others_tell_it(tmp_path: Path) -> None:
    found = drafted(
        tmp_path,
        "Un incendie s'est déclaré le 7 octobre dans l'entrepôt de Rumilly.",
        "L'incendie de l'entrepôt a fait un blessé.",
    )
    assert "incendie" in found["Fire"].triggers


def test_a_kind_of_event_with_two_days_happens_more_than_once(tmp_path: Path) -> None:
    told = "Deux hommes ont été interpellés le {} octobre à Rumilly."
    assert not drafted(tmp_path, told.format(4), told.format(7))["Arrest"].once
    assert drafted(tmp_path, told.format(7), told.format(7))["Arrest"].once


SIDES = (("Denmark", ("Danemark",)), ("France", ("France",)))


@pytest.mark.parametrize(
    ("roles", "side"),
    [
        (("ministre danois de la Défense",), "Denmark"),
        (("ministre de la Défense",), ""),
        (("ministre grec de la Défense",), ""),
        (("ministre danois de la Défense", "porte-parole du gouvernement français"), ""),
    ],
)
def test_an_actor_is_on_the_side_whose_country_its_roles_alone_name(
    roles: tuple[str, ...], side: str
) -> None:
    made = [Quotation(f"q-{n}", "001_abc", 0, 5, "texte", "direct", 0, 5, speaker=("Eva Petit",), role=role)
            for n, role in enumerate((*roles, *roles))]  # fmt: skip
    analysis = replace(bridge.build(), claims=(), quotations=tuple(made), events=())
    (actor,) = (p.entry for p in find_actors(analysis, SIDES) if isinstance(p.entry, ActorEntry))
    assert (actor.name, actor.side) == ("Eva Petit", side)


def named(*names: str) -> Analysis:
    made = bridge.build()
    claims = [Claim(f"c-{n}", "001_abc", 0, 5, "texte", claimant=(name,)) for n, name in enumerate(names)]
    return replace(made, claims=tuple(claims), quotations=(), events=())


@pytest.mark.parametrize(
    ("names", "expected"),
    [
        (("Eva Petit", "Petit", "E. Petit", "Mme Petit"), {"Eva Petit": ("E. Petit", "Mme Petit", "Petit")}),
        (("Union des Ports Libres", "UPL"), {"Union des Ports Libres": ("UPL",)}),
        (("Eva Roy", "Luc Roy", "Roy", "Eva Roy", "Luc Roy"), {"Eva Roy": (), "Luc Roy": ()}),
        (("direction", "direction", "Mais le maire", "Mais le maire"), {}),
        (("France", "France"), {}),
        (("Kim Un", "Kim Deux", "Kim Un", "Kim Deux"), {"Kim Un": (), "Kim Deux": ()}),
        (("ARS", "agence régionale de santé"), {"agence régionale de santé": ("ARS",)}),
        (("siège de Ports du Lot", "Ports du Lot"), {"Ports du Lot": ("siège de Ports du Lot",)}),
        (("directeur de Ports du Lot", "Ports du Lot", "Ports du Lot"), {"Ports du Lot": ()}),
        (("avocate de Luc Roy", "Luc Roy", "Luc Roy"), {"Luc Roy": ()}),
    ],
)  # fmt: skip
def test_names_of_one_actor_are_put_together(
    names: tuple[str, ...], expected: dict[str, tuple[str, ...]]
) -> None:
    entries = [proposal.entry for proposal in find_actors(named(*names))]
    assert {entry.name: entry.aliases for entry in entries if isinstance(entry, ActorEntry)} == expected


@pytest.mark.parametrize(
    ("speaker", "role", "category", "kind", "told"),
    [
        (("ES Vernelle", "Vernelle"), "", "", "", ""),
        (("Eva Petit", "Petit"), "", "", "person", ""),
        (("Marcel Roy", "Marcel Roy"), "ancien cimentier du port", "organisation", "", ""),
        (("Luc Roy", "Luc Roy"), "capitaine de l'équipe", "official", "", ""),
        (("Luc Roy", "Luc Roy"), "maire de la ville", "official", "", "official"),
    ],
)
def test_a_draft_says_of_what_kind_an_actor_is_where_that_is_sure(
    speaker: tuple[str, ...], role: str, category: str, kind: str, told: str
) -> None:
    made = [Quotation(f"q-{n}", "001_abc", 0, 5, "texte", "direct", 0, 5, speaker=(name,), role=role,
                      category=category) for n, name in enumerate(speaker)]  # fmt: skip
    analysis = replace(bridge.build(), claims=(), quotations=tuple(made), events=())
    actor, *_rest = (p.entry for p in find_actors(analysis) if isinstance(p.entry, ActorEntry))
    assert (actor.name, actor.kind, actor.category) == (speaker[0], kind, told)


def test_an_example_is_a_whole_sentence_where_there_is_one() -> None:
    words = ("a-t-il dit", "trois", "Le pont tiendra bon.", "Le pont de la ville tiendra bon.")
    assert seen([("a", one) for one in words]).example == "Le pont tiendra bon."
    assert seen([("a", "52"), ("a", "52 élus"), ("a", "52 élus de la ville")]).example == "52 élus"


def test_what_the_investigation_names_is_not_proposed_again(analysis: Analysis) -> None:
    first = build_draft(analysis)
    known = Investigation(
        topics=analysis.investigation.topics,
        actors=tuple(p.entry for p in first.actors if isinstance(p.entry, ActorEntry)),
    )
    again = build_draft(replace(analysis, investigation=known))
    assert first.actors and not again.actors
    assert "actors:" not in write_suggestions(again)
    assert yaml.safe_load(write_suggestions(first))["actors"][0]["name"]


@pytest.mark.parametrize(
    ("titles", "title"),
    [
        (
            ["Grève des ports du nord : le vote", "Grève des ports du nord : la rue"],
            "Grève des ports du nord",
        ),
        (["Un séisme frappe la côte", "La côte attend", "Le séisme"], ""),
        (
            [
                "Pollution de l'Aubrelle : l'eau interdite",
                "La colère monte au bord de l'Aubrelle",
                "L'Aubrelle",
            ],
            "Pollution de l'Aubrelle",
        ),
        (["Voile/Dopage : Marec suspendu trois mois", "L'aveu"], ""),
        (
            ["Le festival Forêt claire annulé par le préfet", "Forêt claire : le silence"],
            "",
        ),
        (
            ["Gers : un entrepôt détruit par un incendie, deux pompiers blessés", "Un incendie et après ?"],
            "",
        ),
        (["Rue coupée à Brive: la colère", "Brive attend"], ""),
        (["Incendie à Brive : la colère", "Brive attend"], "Incendie à Brive"),
        (["Le maire de Brive : « Je reste »", "Brive attend"], ""),
        (
            ["Six randonneurs pris par une crue à Aulus : le récit", "Aulus : sept randonneurs surpris"],
            "",
        ),
        (["SOUMAGNE. « On a fini par voir les lampes »"], "« On a fini par voir les lampes »"),
        (["Libourne", "Libourne : la passerelle fermée"], ""),
        (
            ["Port-de-Bouc (Bouches-du-Rhône)", "Port-de-Bouc (Bouches-du-Rhône) : le quai cède"],
            "",
        ),
        (["L'Isle-sur-la-Sorgue", "Le canal à sec"], ""),
        (["LE HAVRE", "Le Havre : …"], ""),
        ([], ""),
        ([""], ""),
    ],
)
def test_a_title_is_a_head_that_names_the_matter_of_all_else_none_is_but_that_of_one_article(
    titles: list[str], title: str
) -> None:
    assert find_title(titles) == title


def test_a_name_is_what_the_articles_never_write_small() -> None:
    small = small_words(["L'avalanche a emporté la cabane d'Aire."])
    assert find_title(["Avalanche"], small) == "“Avalanche”"


def test_the_neutral_title_is_the_name_that_most_articles_hold() -> None:
    texts = [
        "Le Musée régional Armand-Roy a vendu une toile. La Municipalité se tait.",
        "Au Musée régional Armand-Roy, à Aulus, la municipalité se tait.",
        "Le musée régional Armand-Roy a vendu. Brive se tait.",
    ]
    names = ["le Musée régional Armand-Roy", "Municipalité", "Aulus", "Brive"]
    assert find_name(texts, names, small_words(texts)) == "Musée régional Armand-Roy"
    assert find_name(texts, names[1:], small_words(texts)) == ""


def test_a_head_whose_words_the_articles_share_is_a_title_of_its_own() -> None:
    titles = [
        "Orne : une digue cède",
        "Pollution de la Vère : « On ne boit plus »",
        "Un soir au lavoir : l'eau",
    ]
    texts = ["La pollution vient de la Vère.", "De la Vère monte une pollution.", "Au lavoir, rien."]
    assert find_title(titles, small_words(texts), shared_words(texts)) == "Pollution de la Vère"
    assert find_title(titles, small_words(texts)) == ""


def test_sources_yml_says_what_a_file_states_and_asks_for_what_it_does_not(tmp_path: Path) -> None:
    stated = bridge.article('un "nom"', "Texte", "2021-05-04", title="Un titre")
    unknown = replace(bridge.article("deux", "Texte"), published=Published(), outlet="")
    path = tmp_path / "sources.yml"
    path.write_text(head() + write_sources([stated, unknown]), "utf-8")
    found = read_sources(path, {'un "nom"', "deux"})
    assert found['un "nom"'].published == "" and found['un "nom"'].outlet == "La Gazette"
    assert "# the file gives 2021-05-04: 2021-05-04" in path.read_text("utf-8")
    assert missing_lines(stated) == ()
    assert missing_lines(unknown) == ('"deux":', "  published: 2024-01-31")
    late = replace(unknown, published=Published("2025-06-08/2025-12-31", "", "inferred"))
    assert missing_lines(late)[1] == "  published: 2025-06-08"


@pytest.mark.parametrize(
    "text", ["a: b", "# x", "'", "no", "- a", "12", "[a]", "{a", "a\nb", "é", "&x", "*", "a #b"]
)
def test_what_is_written_is_read_back(text: str) -> None:
    assert yaml.safe_load(f"key: {scalar(text)}\n")["key"] == one_line(text, 300)


def test_who_only_acts_and_who_has_a_name_in_small_letters_is_an_actor_too(tmp_path: Path) -> None:
    told = (
        "Le parquet de Grenoble a indiqué que douze plaintes étaient déposées.\n\n"
        "L'association Eau Claire a manifesté samedi. Hélène Roche a signé un arrêté.",
        "Le parquet de Grenoble a précisé que deux familles étaient malades. La mairie a dit attendre.\n\n"
        "L'association Eau Claire s'est félicitée de la décision. Hélène Roche a quitté la salle.",
    )
    for name, text in zip("ab", told, strict=True):
        (tmp_path / f"{name}.txt").write_text(f"L'eau\n\n14 juin 2024\n\n{text}\n", "utf-8")
    found = find_actors(analyse_folder(tmp_path, read_investigation({}), jobs=1))
    names = {proposal.entry.name for proposal in found}
    assert names == {"parquet de Grenoble", "Eau Claire", "Hélène Roche"}


def test_a_short_name_in_brackets_is_one_of_the_name_before_and_no_place_or_text_is_an_actor(
    tmp_path: Path,
) -> None:
    told = (
        "L'Office régional des eaux (Orex) a fermé le puits de Bron. Samedi à Bron, le puits a débordé. "
        "Le rapport du laboratoire Lauze indique que l'eau est mauvaise. Bron a fermé le puits.",
        "L'Orex a rouvert le puits. L'incident de Bron a eu lieu samedi à Bron. L'Orex a dit attendre. "
        "Bron a rouvert le puits. Le rapport du laboratoire Lauze précise que deux puits sont fermés.",
    )
    for name, text in zip("ab", told, strict=True):
        (tmp_path / f"{name}.txt").write_text(f"L'eau\n\n14 juin 2024\n\n{text}\n", "utf-8")
    found = find_actors(analyse_folder(tmp_path, read_investigation({}), jobs=1))
    assert [(p.entry.name, p.entry.aliases) for p in found if isinstance(p.entry, ActorEntry)] == [
        ("Office régional des eaux", ("Orex",))
    ]
    assert found[0].seen.example == "L'Orex a dit attendre."


def test_a_role_that_holds_another_and_a_mere_body_are_no_roles() -> None:
    roles = ("présidente de l'association", "infirmière et présidente de l'association", "de la CGT")
    made = [Quotation(f"q-{n}", "001_abc", 0, 5, "texte", "direct", 0, 5, speaker=("Eva Petit",), role=role)
            for n, role in enumerate(roles)]  # fmt: skip
    analysis = replace(bridge.build(), claims=(), quotations=tuple(made), events=())
    (actor,) = (p.entry for p in find_actors(analysis) if isinstance(p.entry, ActorEntry))
    assert actor.roles == roles[:1]


def test_a_key_is_made_of_small_letters() -> None:
    assert (key_of("Été – l'œuf 2"), key_of("12 %")) == ("ete_l_uf_2", "")


def test_what_is_asked_in_vain_is_named(analysis: Analysis) -> None:
    asked = read_investigation(
        {
            "title": "Le pont",
            "topics": {"boats": {"label": "Boats", "words": ("bateau",)}},
            "event_types": {"strike": {"label": "Strike", "triggers": ("grève",)}},
            "actors": (
                {
                    "name": "Jean Durand",
                    "aliases": ("M. Durand", "Jeannot"),
                    "roles": ("maire de la ville", "maire du Nord"),
                },
                {"name": "Anne Roy", "aliases": ("Mme Roy",)},
                {"name": "Jeann Dupond", "aliases": ("Jean Durrant",)},
                {"name": "Préfecture", "roles": ("préfet du Nord",)},
            ),
            "sides": {"State": ("France", "Jean Durant"), "Others": ("Wakanda",)},
            "english": {"préfecture": "prefecture", "mairie": "town hall"},
            "questions": {"who": {"label": "Who", "answers": {"the mayor": ("maire",), "nobody": ("nul",)}}},
        }
    )
    found = [*find_idle(replace(analysis, investigation=asked, answered=(("who", "the mayor"),)))]
    assert found == [
        "actors: Jean Durand: no article has 'Jeannot', 'maire du Nord'",
        "actors: Anne Roy: no article has one of the names",
        "actors: Jeann Dupond: no article has one of the names; did you mean 'Jean Durand'?",
        "actors: Préfecture: no article has 'préfet du Nord'",
        "sides: State: 'Jean Durant' is no state and no actor; did you mean 'Jean Durand'?",
        "sides: Others: 'Wakanda' is no state and no actor",
        "english: no article has 'mairie'",
        "topics: boats: no figure is about it",
        "event_types: strike: no event is one",
        "questions: who: no sentence gives the answer 'nobody'",
    ]
    undated = replace(analysis.events[0], type="strike", date_basis="published")
    told = replace(analysis, investigation=asked, events=(undated,))
    assert not any("strike" in line for line in find_idle(told))
    french = read_investigation(
        {"title": "Le pont", "language": "fr", "english": {"préfecture": "prefecture"}}
    )
    assert [*find_idle(replace(analysis, investigation=french))] == [
        "english: the report is in another language (fr)"
    ]


def test_a_sentence_that_only_a_disagreement_rests_on_stands_among_the_sources(analysis: Analysis) -> None:
    view = View(analysis)
    lone = next(s for s in analysis.statements if sentence_of(view, s) not in view.resting)
    row = Discrepancy("x-1", "date", "day", "They differ.", "conflict", (lone.statement_id,), "")
    ruling = Ruling("x-1", "x-1", "accept", "Anne Roy", "2024-12-04", "", "")
    assert sentence_of(view, lone) in View(replace(analysis, discrepancies=(row,), rulings=(ruling,))).resting


def sentence_of(view: View, statement: Statement) -> tuple[str, int, int]:
    return statement.article_id, *view.sentences(statement.article_id, statement.start, statement.end)[0]


@pytest.mark.parametrize(
    ("name", "language"),
    [("us-election-2012/seeds", "en"), ("job-cuts-2012/seeds", "fr"), ("job-cuts-2012/seeds/ONE", "fr")],
)
def test_a_draft_of_another_affair_can_be_read_and_holds_no_word_of_the_shipped_one(
    tmp_path: Path, name: str, language: str
) -> None:
    root, given = tmp_path / "new", ROOT / "examples" / name
    given = next(given.parent.glob("*.txt")) if given.name == "ONE" else given
    assert main(["new", str(root), "--language", language, str(given)]) == 0
    asked = load_investigation(root / "investigation.yml")
    articles = [path.read_text("utf-8") for path in root.glob("seeds/*.txt")]
    title = asked.title.strip("«» ").removeprefix("Dossier\N{NO-BREAK SPACE}: ")
    assert title.endswith("juillet 2012") or any(title in text for text in articles)
    written = (p for p in root.rglob("*") if p.is_file() and {"seeds", "_build"}.isdisjoint(p.parts))
    texts = [path.read_text("utf-8").lower() for path in written]
    foreign = ("treaty", "troop", "casualt", "munition", "russia", "korea", "traité russo", "coré")
    assert not [word for word in foreign if any(word in text for text in texts)]
