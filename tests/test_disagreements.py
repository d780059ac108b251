"""Where sources disagree: small corpora of two articles, and what they must yield, or must not."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from dossier.analysis import Analysis
from dossier.disagreements.happenings import name_of
from dossier.investigation import Investigation, load_investigation, read_investigation
from dossier.pipeline import analyse_folder
from dossier.records import Discrepancy, Mention
from dossier.view import View, disputes_about

ROOT = Path(__file__).parent.parent


@pytest.fixture
def compare(tmp_path: Path) -> Callable[..., tuple[Discrepancy, ...]]:
    """Return a function from the texts of articles to what is found to differ between them."""

    def run(*texts: str) -> tuple[Discrepancy, ...]:
        for name, text in zip("abcd", texts, strict=False):
            (tmp_path / f"{name}.txt").write_text(text, encoding="utf-8")
        return analyse_folder(tmp_path, Investigation(), jobs=1).discrepancies

    return run


LAW = "Le Sénat a adopté mardi 3 mars 2020 {} la loi sur les retraites par {} voix contre 140."
FISH = "La France et le Maroc ont signé le {} juin 2019 à {} un accord de pêche."
FIRE = "Un incendie a fait {} morts le 5 mai 2021 dans un hôtel de Lyon, selon {}."
MARCH = "La manifestation a réuni {} personnes le 1er mai 2019 à Nantes, selon {}."
ROCKET = "Le Japon a tiré mardi 5 mai 2020 un missile {} vers la mer."


@pytest.mark.parametrize(
    "texts",
    [
        (
            LAW.format("", 180),
            "Mardi 3 mars 2020, les sénateurs ont approuvé la réforme des retraites : 180 voix contre 140.",
        ),
        (
            FISH.format(12, "Rabat"),
            "L'accord de pêche entre le Maroc et la France a été signé à Rabat le 12 juin 2019.",
        ),
        (
            FIRE.format(12, "les pompiers"),
            "Douze personnes sont mortes dans l'incendie d'un hôtel à Lyon le 5 mai 2021.",
        ),
        (MARCH.format("au moins 3000", "la police"), MARCH.format("jusqu'à 12 000", "les syndicats")),
        (MARCH.format("environ 10 000", "la police"), MARCH.format("10 500", "la mairie")),
        ("Le traité a été signé en mai 2020 à Oslo.", "Le traité a été signé le 14 mai 2020 à Oslo."),
    ],
)
def test_the_same_facts_in_other_words_do_not_differ(
    compare: Callable[..., object], texts: tuple[str, ...]
) -> None:
    assert compare(*texts) == ()


@pytest.mark.parametrize(
    "texts",
    [
        (ROCKET.format(""), ROCKET.format("").replace("mardi 5", "jeudi 7")),
        (
            "Un homme a été arrêté lundi 4 juin 2018 à Marseille.",
            "Une femme a été arrêtée mardi 5 juin 2018 à Lille.",
        ),
        (
            "Un incendie a fait 12 morts le 5 mai 2021 à Lyon.",
            "Un accident de car a fait 15 morts le 5 mai 2021 à Turin.",
        ),
        (
            "La ministre s'est rendue à Berlin le 3 mars 2020.",
            "La ministre s'est rendue à Rome le 10 mars 2020.",
        ),
        (
            "Le Parlement a adopté le 3 mars 2020 la loi sur les retraites.",
            "Le Parlement a adopté le 10 mars 2020 la loi sur le climat.",
        ),
        (
            "Les députés ont adopté la loi sur l'eau le 3 mars 2020.",
            "Les sénateurs ont adopté la loi sur l'eau le 10 mars 2020.",
        ),
        (
            "Mardi 8 octobre 2024. La société Kairos avait reçu une subvention de 200 000 euros.",
            "Mercredi 9 octobre 2024. L'attaque de Kairos a rapporté 520 000 euros, a indiqué Paul Roux.",
        ),
        (
            "La société Kairos avait reçu une subvention de 200 000 euros de la métropole.",
            "La direction de Kairos dément avoir reçu une alerte.",
        ),
        (
            "Mercredi 26 juillet 2023. Sur le causse de Prat-Clos, Joël Vidal a perdu 22 bêtes vendredi.",
            "Jeudi 27 juillet 2023. Sur le causse de Prat-Clos, Paul Roux n'a perdu aucune bête cette année.",
        ),
    ],
)
def test_different_events_do_not_differ(compare: Callable[..., object], texts: tuple[str, ...]) -> None:
    assert compare(*texts) == ()


def test_a_happening_of_no_kind_is_called_by_the_words_of_the_text() -> None:
    happened = Mention(
        "e-1", "v-1", "a", 0, 9, "Le feu a pris", 0, 9, label="dated passage", date="2025-08-08"
    )
    assert name_of((happened,)) == "“Le feu a pris”"
    assert name_of((replace(happened, label="vote"),)) == "Vote"


@pytest.mark.parametrize(
    ("texts", "kind", "severity", "sides"),
    [
        (
            (FISH.format(12, "Rabat"), FISH.format(14, "Rabat")),
            "date",
            "conflict",
            ("12 June 2019 in [a]", "14 June 2019 in [b]"),
        ),
        (
            (FISH.format(12, "Rabat"), FISH.format(12, "Paris")),
            "attribute",
            "conflict",
            ("Rabat in [a]", "Paris in [b]"),
        ),
        ((LAW.format("", 180), LAW.format("", 190)), "quantity", "conflict", ("180", "190")),
        (
            (LAW.format("à l'unanimité", 180), LAW.format("de justesse", 180)),
            "attribute",
            "conflict",
            ("unanimous in [a]", "narrow majority in [b]"),
        ),
        (
            (ROCKET.format("à courte portée"), ROCKET.format("intercontinental")),
            "attribute",
            "conflict",
            ("short range in [a]", "intercontinental range in [b]"),
        ),
        (
            (FIRE.format(12, "les pompiers"), FIRE.format(15, "la préfecture")),
            "quantity",
            "tension",
            ("12 morts", "15 morts"),
        ),
        (
            (MARCH.format("3000", "la police"), MARCH.format("12 000", "les syndicats")),
            "quantity",
            "tension",
            ("3000 personnes", "12 000 personnes"),
        ),
        (
            (
                "Le traité doit être signé le 12 mai 2020 à Oslo.",
                "Le traité a été signé le 14 mai 2020 à Oslo.",
            ),
            "date",
            "revision",
            ("planned for 12 May 2020 in [a]", "dated 14 May 2020 in [b]"),
        ),
        (
            (
                "Selon Washington, l'Iran a livré des drones à la Syrie par Tartous, au sud de Banias.",
                "L'Iran a nié mardi avoir livré des drones à la Syrie par Tartous ou Banias.",
            ),
            "stance",
            "conflict",
            ("(the United States, [a])", "(Iran, [b])"),
        ),
        (
            (
                "Les sénateurs ont voté la loi sur l'eau le 18 mars 2020. Elle vise les usines de la Loire.",
                "Le 19 mars 2020, le Sénat a adopté la loi sur l'eau qui vise les usines de la Loire.",
            ),
            "date",
            "conflict",
            ("18 March 2020 in [a]", "19 March 2020 in [b]"),
        ),
        (
            (
                "Les infirmiers de Lille se sont mis en grève mardi 7 janvier 2020.",
                "La grève des infirmiers de Lille a commencé jeudi 9 janvier 2020.",
            ),
            "date",
            "conflict",
            ("7 January 2020 in [a]", "9 January 2020 in [b]"),
        ),
    ],
)
def test_one_changed_fact_is_found_and_nothing_else(
    compare: Callable[..., tuple[Discrepancy, ...]],
    texts: tuple[str, ...],
    kind: str,
    severity: str,
    sides: tuple[str, ...],
) -> None:
    (found,) = compare(*texts)
    assert (found.kind, found.severity) == (kind, severity)
    assert all(side in found.statement for side in sides), found.statement
    assert len(found.records) >= 2
    assert found.reason.endswith(".")


FERRY = """12 mars 2023
Un ferry qui reliait Marseille à Ajaccio a coulé samedi soir au large du cap Corse, faisant 14 morts \
et 32 blessés, a annoncé dimanche la préfecture maritime. Le navire transportait 210 passagers et 25 \
membres d'équipage.

Selon le procureur de Bastia, Luc Ferrand, une enquête a été ouverte samedi pour homicides \
involontaires. La compagnie Mare Nostra a nié tout défaut d'entretien du navire.

Le ministre des Transports doit se rendre lundi à Bastia. Le bateau avait été inspecté le 4 février \
2023 à Toulon.
"""
FERRY_RETOLD = """12 mars 2023
Quatorze personnes ont péri et trente-deux ont été blessées samedi dans le naufrage d'un ferry près \
du cap Corse. Le bateau, parti de Marseille, avait à son bord 210 passagers et 25 marins, selon la \
préfecture maritime.

Le procureur Luc Ferrand a ouvert samedi une enquête pour homicides involontaires. Mare Nostra, la \
compagnie, dément tout manque d'entretien. La dernière inspection du ferry, à Toulon, remonte au 4 \
février 2023.

Le ministre des Transports est attendu lundi à Bastia.
"""
FISHING = """3 juin 2021
Les députés islandais ont adopté mercredi la loi sur la pêche, par 41 voix contre 19. Le texte \
limite les prises de cabillaud à 200 000 tonnes par an. L'Union européenne a dénoncé jeudi une \
décision « unilatérale ». Reykjavik a démenti vouloir fermer ses eaux aux navires étrangers. La loi \
entrera en vigueur le 1er juillet 2021.
"""
FISHING_RETOLD = """4 juin 2021
La loi islandaise sur la pêche a été votée le 2 juin par 41 voix pour et 19 contre. Bruxelles a \
critiqué jeudi cette décision, jugée « unilatérale ». L'Islande nie vouloir fermer ses eaux. \
L'entrée en vigueur est prévue le 1er juillet 2021.
"""


BAKERY = "Vol à la boulangerie Marchand de Sarlat\n\n{}\n\nLa boulangerie Marchand, à Sarlat, reste fermée."


@pytest.mark.parametrize(
    ("one", "other", "way"),
    [
        (
            "Ils ont brisé la vitre du fournil, selon la police.",
            "Une porte restée ouverte les a aidés.",
            "property",
        ),
        (
            "Ils ont pris la fuite en moto, dit la police.",
            "Ils sont partis dans une camionnette.",
            "property",
        ),
        ("Ils sont restés dix minutes dans la boutique.", "Ils ont passé une heure dans la boutique.", ""),
        (
            "Ils sont restés six minutes dans la boutique.",
            "Ils ont passé dix minutes dans la boutique.",
            "property",
        ),
        ("Ils se sont introduits lundi 3 mars 2025.", "Le cambriolage a eu lieu mardi 4 mars 2025.", "day"),
        ("L'alarme de la boutique a fonctionné.", "L'alarme de la boutique était débranchée.", "property"),
        ("L'alarme de la boutique a fonctionné.", "L'alarme de la boutique a bien sonné.", ""),
        ("La visite du préfet a été annulée.", "Le préfet est venu mardi pour sa visite.", "state"),
        (
            "Une trentaine de pains ont disparu, selon Luc Marchand.",
            "33 pains ont disparu, selon la police.",
            "",
        ),
        (
            "Au moins deux hommes ont participé au vol, selon la police.",
            "Ils étaient quatre, selon Luc Roy.",
            "",
        ),
        (
            "Selon FO, dix-huit des vingt vendeurs sont en grève. La direction en a compté neuf.",
            "Le four est froid.",
            "claimants",
        ),
        (
            "Le préfet a dit que 40 repas étaient gâtés.",
            "Le maire a dit que 60 plateaux étaient gâtés.",
            "claimants",
        ),
        ("Selon le préfet, 12 clients ont été hospitalisés.", "Selon le maire, 40 clients sont malades.", ""),
        (
            "Le four, installé non pas à Sarlat mais à Domme, a brûlé.",
            "Dix pains ont été volés à Sarlat.",
            "",
        ),
        (
            "« Le four était en panne, tout le monde le savait », dit un apprenti.",
            "« Le four était en panne depuis lundi », dit Anne Roy.",
            "",
        ),
        (
            "Le maire rejette les accusations de Luc Roy : le four marchait, répète-t-il.",
            "Le préfet dément toute panne du four.",
            "",
        ),
        (
            "Luc Roy rejette les accusations de la CGT.",
            "La boulangerie a fourni trois écoles, reconnaît Luc Roy.",
            "",
        ),
        ("Luc Roy dément tout retard.", "Luc Roy n'a pas souhaité réagir.", "silence"),
        ("La victime était d'un groupe de cinq vendeurs.", "Deux vendeurs sont morts.", ""),
        (
            "Vingt-quatre pains ont été volés.",
            "Seize pains pour le maire de Sarlat et le reste sont perdus.",
            "",
        ),
        ("Selon FO, 22 % des vendeurs sont en grève.", "La CGT veut 5 % de plus que Luc Roy.", ""),
        (
            "La ville a voté une amende de 6000 euros. Luc Roy la conteste et parle de 2500 euros.",
            "Le four est froid.",
            "figure",
        ),
        (
            "La police chiffre la perte à 90 000 euros.",
            "La perte est contestée. L'assureur l'évalue à 40 000 euros.",
            "claimants",
        ),
        (
            "Deux vendeurs ont été blessés.",
            "Le préfet a porté mardi à trois le nombre des vendeurs blessés.",
            "revision",
        ),
        (
            "Trois mâts sont tombés, selon le préfet.",
            "Cinq éoliennes sont tombées, selon le maire.",
            "claimants",
        ),
        (
            "Neuf dignitaires sont venus, selon le maire.",
            "Six responsables sont venus, selon Luc Roy.",
            "claimants",
        ),
    ],
)
def test_two_articles_on_one_theft(
    compare: Callable[..., tuple[Discrepancy, ...]], one: str, other: str, way: str
) -> None:
    assert {row.subject for row in compare(BAKERY.format(one), BAKERY.format(other))} == (
        {way} if way else set()
    )


def test_articles_without_a_common_name_share_no_cause(
    compare: Callable[..., tuple[Discrepancy, ...]],
) -> None:
    told = (
        "Le train est tombé en panne mardi à {}. La rupture d'un câble est à l'origine de la panne du train.",
        "Le train est tombé en panne mardi à {}. Une rafale de vent est à l'origine de la panne du train.",
    )
    assert {row.subject for row in compare(told[0].format("Moulins"), told[1].format("Moulins"))} == {"cause"}
    assert compare(told[0].format("Moulins"), told[1].format("Thiers")) == ()


def test_two_nights_that_share_a_day_are_two(compare: Callable[..., tuple[Discrepancy, ...]]) -> None:
    told = "Un incendie a détruit le hangar de Rumilly dans la nuit du {} octobre 2024."
    (row,) = compare(told.format("5 au 6"), told.format("6 au 7"))
    assert (row.kind, row.severity) == ("date", "conflict")


def test_a_claimant_who_gives_another_figure_and_one_who_counts_otherwise(
    compare: Callable[..., tuple[Discrepancy, ...]],
) -> None:
    rows = compare(
        "Selon le syndicat Force Soins, 80 % du personnel suit la grève. La direction parle de 35 %.",
        "Selon le syndicat Force Soins, 70 % du personnel suit la grève, et 35 % selon la direction.",
    )
    assert {row.kind for row in rows} == {"quantity"}
    assert any(all(words in row.statement for words in ("80 %", "70 %")) for row in rows)


@pytest.mark.parametrize(
    ("one", "other", "was", "now", "kind"),
    [
        (FERRY, FERRY_RETOLD, "", "", ""),
        (FERRY, FERRY_RETOLD, "Quatorze", "Dix-sept", "quantity"),
        (FERRY, FERRY_RETOLD, "210 passagers", "230 passagers", "quantity"),
        (FERRY, FERRY_RETOLD, "blessées samedi", "blessées vendredi", "date"),
        (FERRY, FERRY_RETOLD, "a ouvert samedi", "a ouvert vendredi", "date"),
        (FISHING, FISHING_RETOLD, "", "", ""),
        (FISHING, FISHING_RETOLD, "le 2 juin", "le 1er juin", "date"),
        (FISHING, FISHING_RETOLD, "1er juillet", "1er août", "date"),
    ],
)
def test_one_story_told_twice(
    compare: Callable[..., tuple[Discrepancy, ...]], one: str, other: str, was: str, now: str, kind: str
) -> None:
    assert [row.kind for row in compare(one, other.replace(was, now))] == ([kind] if kind else [])


def test_a_weekday_that_does_not_fit_is_an_error_of_one_article(
    compare: Callable[..., tuple[Discrepancy, ...]],
) -> None:
    (found,) = compare("L'accord a été signé lundi 5 novembre 2024 à Genève.")
    assert found.kind == "calendar"
    assert "Tuesday" in found.statement


def test_a_newspaper_that_reports_both_sides_tells_a_dispute_of_parties(
    compare: Callable[..., tuple[Discrepancy, ...]],
) -> None:
    text = "Selon Washington, l'Iran a livré 200 drones en mai 2022. L'Iran a nié avoir livré des drones."
    (row,) = compare(text)
    assert (row.kind, row.between) == ("stance", "parties")


def test_what_is_claimed_after_a_denial_is_not_denied_by_it(tmp_path: Path) -> None:
    told = (
        "Publié le 2 mai 2022\n\nSelon Washington, l'Iran a livré 200 drones. L'Iran a nié avoir livré des "
        "drones.",
        "Publié le 9 mai 2022\n\nSelon Paris, l'Iran a livré 300 drones. L'Iran n'a ni confirmé ni infirmé "
        "la livraison de ces drones.",
    )
    for number, text in enumerate(told):
        (tmp_path / f"{number}.txt").write_text(f"Drones\n\n{text}\n")
    topics = {"topics": {"drones": {"label": "Drones", "words": ["drone"]}}}
    found = analyse_folder(tmp_path, read_investigation(topics), jobs=1)
    (row,) = (row for row in found.discrepancies if (row.kind, row.severity) == ("stance", "conflict"))
    assert "figures given by the United States" in row.statement
    assert "France" not in row.statement
    assert row.statement.endswith(
        "a denial: Iran in [0], by 2 May 2022: “L'Iran a nié avoir livré des drones”."
    )
    assert {c.response for c in found.claims} == {"", "denies", "neither"}


def test_a_silence_is_set_against_figures_only_on_a_topic_that_is_asked_for(tmp_path: Path) -> None:
    told = (
        "Selon Anne Roy, le pont a coûté 300 000 euros.",
        "La société Kairos n'a pas souhaité commenter la perte de salaire.",
    )
    for number, text in enumerate(told):
        (tmp_path / f"{number}.txt").write_text(f"Pont\n\nPublié le {2 + number} mai 2022\n\n{text}\n")
    cost = {"cost": {"label": "Cost", "units": ["euro"], "words": ["salaire", "coûter"]}}
    found = [
        analyse_folder(tmp_path, read_investigation(asked), jobs=1).discrepancies
        for asked in ({}, {"topics": cost})
    ]
    assert [[row.kind for row in rows] for rows in found] == [[], ["stance"]]


@pytest.fixture(scope="module")
def seeds() -> Analysis:
    return analyse_folder(ROOT / "seeds", load_investigation(ROOT / "investigation.yml"), jobs=1)


def test_three_thousand_in_october_and_eleven_thousand_in_november_are_of_two_times(seeds: Analysis) -> None:
    topics = {claim.claim_id: claim.topic for claim in seeds.claims}
    rows = [row for row in seeds.discrepancies if row.kind == "quantity"]
    about = {row.subject for row in rows if {topics.get(r) for r in row.records} == {"troops"}}
    assert about == {"troops"}


LEAK = (
    "Une fuite de solvant a pollué la rivière Aubrelle. Selon la préfecture, 120 mètres cubes de solvant se "
    "sont déversés dans la rivière. Le groupe Chimelac, lui, évalue la fuite à 40 mètres cubes.",
    "La fuite de solvant a pollué la rivière Aubrelle. Selon Chimelac, 40 mètres cubes de solvant se sont "
    "déversés dans la rivière. « Ce chiffre n'est pas sérieux », réplique la préfète Hélène Carsac.",
    "La fuite de solvant a pollué l'Aubrelle. L'association Rivières vivantes évalue à 200 mètres cubes la "
    "quantité de solvant déversée dans la rivière.",
)


def test_a_topic_that_is_asked_loses_no_difference_that_is_found_without_it(tmp_path: Path) -> None:
    for number, text in enumerate(LEAK):
        (tmp_path / f"{number}.txt").write_text(f"Fuite\n\nPublié le 1{5 + number} mars 2023\n\n{text}\n")
    topic = {"label": "Volume", "units": ["mètre cube"], "words": ["chiffre", "solvant"]}
    rows = {
        named: analyse_folder(tmp_path, read_investigation({"topics": asked}), jobs=1).discrepancies
        for named, asked in ((False, {}), (True, {"volume": topic}))
    }
    numbers = [
        {row.statement.partition(": ")[2] for row in found if row.kind == "quantity"}
        for found in rows.values()
    ]
    assert numbers[0] <= numbers[1]
    assert numbers[0]
    (denial,) = (row for row in rows[True] if row.subject == "volume" and row.kind == "stance")
    assert "figures given by Chimelac" in denial.statement
    assert "préfecture" not in denial.statement


@pytest.mark.parametrize(
    ("kind", "severity", "words"),
    [
        (
            "date",
            "conflict",
            ("6 November 2024 in [001_f2d0936375579db0] and [002_bb954991637d5d05] but", "004"),
        ),
        (
            "attribute",
            "conflict",
            ("if the articles mean one", "short-range", "intercontinental", "001", "002"),
        ),
        ("sequence", "conflict", ("June 2024", "24 October 2024", "003")),
        ("quantity", "tension", ("Troops: “10 000 soldats", "11'000 militaires", "001", "002")),
        (
            "stance",
            "conflict",
            ("a denial: North Korea", "a nié fournir à la Russie des forces pour son offensive", "000"),
        ),
        (
            "stance",
            "tension",
            ("left open: Russia", "évité de commenter directement", "ni confirmé ni infirmé"),
        ),
        ("stance", "tension", ("a denial, and left open elsewhere: North Korea in [000", "[001", "[002")),
    ],
)
def test_the_seeds_disagree(seeds: Analysis, kind: str, severity: str, words: tuple[str, ...]) -> None:
    found = [row for row in seeds.discrepancies if (row.kind, row.severity) == (kind, severity)]
    assert any(all(word in row.statement for word in words) for row in found), [
        row.statement for row in found
    ]


def test_each_discrepancy_of_sources_rests_on_records_of_two_articles(seeds: Analysis) -> None:
    articles = (
        {m.mention_id: m.article_id for m in seeds.events}
        | {c.claim_id: c.article_id for c in seeds.claims}
        | {s.statement_id: s.article_id for s in seeds.statements}
        | {q.quotation_id: q.article_id for q in seeds.quotations}
    )
    asked = {question.key for question in seeds.investigation.questions}  # an article may answer in two ways
    for row in seeds.discrepancies:
        assert len(row.records) > 1
        if row.between == "sources" and row.subject not in asked:
            assert len({articles[name] for name in row.records}) > 1, row.statement


@pytest.mark.parametrize("path", sorted((ROOT / "seeds").glob("*.txt")), ids=lambda path: path.stem[:3])
def test_a_seed_alone_tells_disputes_of_its_parties_and_its_own_two_answers_only(
    path: Path, tmp_path: Path
) -> None:
    (tmp_path / path.name).write_bytes(path.read_bytes())
    asked = load_investigation(ROOT / "investigation.yml")
    rows = analyse_folder(tmp_path, asked, jobs=1).discrepancies
    questions = {question.key for question in asked.questions}
    assert {row.between for row in rows if row.subject not in questions} <= {"parties"}


CUTS = "{who} va supprimer {n} postes en France, a annoncé la direction lundi 2 juillet 2012."


@pytest.mark.parametrize(("other", "rows"), [("Renault", 0), ("Alcatel", 1)])
def test_figures_of_a_topic_are_compared_where_two_articles_share_a_name(
    tmp_path: Path, other: str, rows: int
) -> None:
    for name, who, n in (("a", "Alcatel", 520), ("b", other, 3000)):
        (tmp_path / f"{name}.txt").write_text(CUTS.format(who=who, n=n), "utf-8")
    asked = read_investigation({"topics": {"jobs": {"label": "Jobs", "units": ["poste"]}}})
    assert len(analyse_folder(tmp_path, asked, jobs=1).discrepancies) == rows


def test_a_question_of_the_investigation_is_answered_by_the_phrases_of_its_answers(tmp_path: Path) -> None:
    def found(kind: str, *texts: str) -> list[tuple[str, tuple[int, ...]]]:
        for name, text in zip("ab", texts, strict=True):
            (tmp_path / f"{name}.txt").write_text(text, encoding="utf-8")
        answers = {"to come": ["prêt à rouvrir", "rouvrira"], "open": ["rouvrir ses portes"]}
        asked = {"label": "The mill", "kind": kind, "about": ["moulin"], "answers": answers}
        rows = analyse_folder(tmp_path, read_investigation({"questions": {"mill": asked}}), jobs=1)
        told.update(rows.answered)
        answered = [row for row in rows.discrepancies if row.subject == "mill"]
        kinds.update(row.kind for row in answered)
        return [(row.statement, row.sides) for row in answered]

    kinds: set[str] = set()
    told: set[tuple[str, str]] = set()

    before = "Lyon, le 12 mai 2023.\n\nLe moulin de Vaux rouvrira samedi, selon la mairie de Bron."
    after = "Lyon, le 10 mai 2023.\n\nLe moulin de Vaux, à Bron, a rouvert ses portes."
    later = after.replace("10 mai", "20 mai")
    assert found("sequence", before, after) == [
        ("The mill: to come (town hall of Bron in [a]), but open ([b]).", (0, 1))
    ]
    assert told == {("mill", "to come"), ("mill", "open")}
    assert found("sequence", before, later) == []  # told later: it has happened since
    assert kinds == {"sequence"} and found("certainty", before, later) and kinds == {"sequence", "stance"}
    assert found("attribute", before, later) != []
    assert found("attribute", before, later.replace("a rouvert", "n'a pas rouvert")) == []
    assert found("attribute", before, later.replace("moulin", "musée")) == []  # about something else


def test_answers_are_one_list_and_concern_what_holds_their_words(tmp_path: Path) -> None:
    told = ("le pacte", "l'accord", "la trêve")
    for name, words in zip("abc", told, strict=True):
        text = f"Lyon, le 12 mai 2023.\n\nAnne Roux a signé {words} le 3 mai 2023 pendant une visite à Bron."
        (tmp_path / f"{name}.txt").write_text(text, encoding="utf-8")
    kinds = {
        "signing": {"label": "Signing", "triggers": ["signer"]},
        "visit": {"label": "Visit", "triggers": ["visite"]},
    }
    answers = {"a pact": ["pacte"], "an agreement": ["accord"], "a truce": ["trêve"]}
    asked = {"event_types": kinds, "questions": {"name": {"label": "Name", "answers": answers}}}
    view = View(analyse_folder(tmp_path, read_investigation(asked), jobs=1))
    (row,) = (row for row in view.analysis.discrepancies if row.subject == "name")
    assert row.statement == "Name: a pact ([a]), but an agreement ([b]), or a truce ([c])."
    disputed = {
        event.type: row in disputes_about(view, event.event_id, event.mentions, None) for event in view.events
    }
    assert disputed["signing"] and not disputed["visit"]
