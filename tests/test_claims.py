"""French sentence and who says it → claim, denial or non-answer."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from dossier.claims import build_claims
from dossier.investigation import Investigation, Topic, read_investigation
from dossier.language import Parsed
from dossier.lexicons import load_lexicon
from dossier.quantities import find_quantities
from dossier.records import PUBLISHED, Attribution, Claim, Reading, TimeExpression
from dossier.registry import general_registry
from dossier.statements import read_statements

Build = Callable[..., tuple[Claim, ...]]
MAYOR = Attribution(
    "article", "indirect", 0, 0, cue="a dit", speakers=("Jeanne Petit",), speaker_text="la maire"
)
TOPICS = Investigation(
    topics=(
        Topic("casualties", "Casualties", words=("mort", "blessé"), verbs=("tuer", "mourir")),
        Topic("troops", "Troops", words=("soldat", "homme")),
        Topic("territory", "Territory", words=("village",), units=("kilomètre carré",)),
    )
)


def said(text: str, content: str, **changes: object) -> Attribution:
    start = text.index(content)
    return replace(MAYOR, content_start=start, content_end=start + len(content), **changes)


@pytest.fixture
def build(parse_text: Callable[..., Parsed]) -> Build:
    def build(
        text: str,
        *attributions: Attribution,
        dates: tuple[TimeExpression, ...] = (),
        asked: Investigation = TOPICS,
    ) -> tuple[Claim, ...]:
        parsed = parse_text(text)
        told = read_statements(parsed, dates, general_registry())
        read = replace(told, quantities=find_quantities(parsed, dates), attributions=attributions)
        return build_claims(parsed, read, asked)

    return build


def test_a_number_in_reported_words_is_the_speakers(build: Build) -> None:
    text = "La maire a dit que 300 soldats étaient arrivés."
    (claim,) = build(text, said(text, "300 soldats étaient arrivés"))
    assert (claim.claimant, claim.claimant_text, claim.stance) == (("Jeanne Petit",), "la maire", "affirm")
    assert (claim.text, claim.low, claim.high, claim.comparator) == ("300 soldats", 300, 300, "exact")


def test_a_figure_is_not_of_who_has_read_what_says_it(build: Build) -> None:
    text = "Le rapport de la commission, auquel La Gazette a eu accès, dénombre quarante fuites."
    (claim,) = build(text, said(text, "quarante fuites", cue_start=text.index("dénombre")))
    assert claim.owner == ()


def test_a_number_that_nobody_says_is_the_newspapers(build: Build) -> None:
    (claim,) = build("Trois cents soldats sont arrivés.")
    assert (claim.claimant, claim.said_on_ref) == ((), PUBLISHED)


def test_the_innermost_speaker_counts(build: Build) -> None:
    text = "Selon le journal, la maire a dit que 300 soldats étaient arrivés."
    outer = said(text, "la maire a dit que 300 soldats étaient arrivés", speakers=("Le Journal",))
    (claim,) = build(text, outer, said(text, "300 soldats étaient arrivés"))
    assert claim.claimant == ("Jeanne Petit",)


def test_the_conditional_of_rumour_is_modality(build: Build) -> None:
    (claim,) = build("Trois cents soldats seraient arrivés.")
    assert (claim.stance, claim.modality) == ("affirm", "conditional")


@pytest.mark.parametrize(
    ("text", "stance"),
    [
        ("Les syndicats craignent la mort de 300 soldats.", "hypothetical"),
        ("Les villages redoutent la mort de 300 soldats.", "hypothetical"),
        ("La crainte de 300 morts inquiète la ville.", "hypothetical"),
        ("Il évoque la menace de 300 morts.", "hypothetical"),
        ("Il y a un risque de 300 morts.", "hypothetical"),
        ("La ville a ses craintes pour l'emploi : 300 postes supprimés à Brive.", "hypothetical"),
        ("Elle a ses craintes pour l'emploi : un plan de 300 départs à Brive.", "affirm"),
        ("300 soldats craignent la mort.", "affirm"),
        ("Elle a des craintes. La ville compte 300 soldats.", "affirm"),
    ],
)
def test_what_is_feared_is_possible_at_most(build: Build, text: str, stance: str) -> None:
    assert [claim.stance for claim in build(text)] == [stance]


@pytest.mark.parametrize(
    ("text", "content", "stance"),
    [
        (
            "« Voir 300 soldats ici ne se fera pas », a-t-elle dit.",
            "Voir 300 soldats ici ne se fera pas",
            "deny",
        ),
        ("Elle a dit qu'il n'y a pas 300 soldats ici.", "il n'y a pas 300 soldats ici", "deny"),
        ("Elle a dit qu'il n'y a que 300 soldats ici.", "il n'y a que 300 soldats ici", "affirm"),
        ("Elle a dit que 300 soldats n'ont pas dormi.", "300 soldats n'ont pas dormi", "affirm"),
        ("Elle a dit que les 300 soldats ne partiront pas.", "les 300 soldats ne partiront pas", "affirm"),
        ("Elle ne partira pas pour 300 euros.", "Elle ne partira pas pour 300 euros", "affirm"),
        ("Si 300 soldats arrivent, elle partira.", "Si 300 soldats arrivent", "hypothetical"),
        ("Si 300 soldats ont peur, les autres sont calmes.", "Si 300 soldats ont peur", "affirm"),
        (
            "Elle a dit que si 300 soldats arrivaient, elle partirait.",
            "si 300 soldats arrivaient",
            "hypothetical",
        ),
    ],
)
def test_what_the_speaker_denies_or_supposes(build: Build, text: str, content: str, stance: str) -> None:
    (claim,) = build(text, said(text, content))
    assert (claim.claimant, claim.stance) == (("Jeanne Petit",), stance)


def test_the_future_is_planned(build: Build) -> None:
    (claim,) = build("Le pays enverra 300 soldats.")
    assert (claim.stance, claim.modality) == ("affirm", "planned")


def test_a_denial_is_a_claim_without_a_number(build: Build) -> None:
    text = "La maire a nié cette arrivée."
    (claim,) = build(text, said(text, "a nié cette arrivée", kind="response", stance="deny"))
    assert (claim.text, claim.claimant, claim.stance) == ("a nié cette arrivée", ("Jeanne Petit",), "deny")
    assert (claim.low, claim.high, claim.comparator) == (None, None, "")


def test_denied_words_are_told_once(build: Build) -> None:
    text = "La maire a nié avoir reçu ces soldats."
    answer = said(text, "a nié avoir reçu ces soldats", kind="response", stance="deny")
    content = said(text, "avoir reçu ces soldats", stance="deny")
    assert len(build(text, answer, content)) == 1


def test_a_number_that_is_denied_has_its_denier(build: Build) -> None:
    text = "La maire a démenti la mort de 30 soldats."
    answer = said(text, "a démenti la mort de 30 soldats", kind="response", stance="deny")
    claims = build(text, answer)
    assert [(c.low, c.stance, c.claimant) for c in claims] == [
        (None, "deny", ("Jeanne Petit",)),
        (30, "deny", ("Jeanne Petit",)),
    ]


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("« Ce fut terrible (300 morts, NDLR) », a-t-elle dit.", "Ce fut terrible (300 morts, NDLR)"),
        (
            "Elle a dit que l'armée se trouvait dans la vallée, où elle occupe aujourd'hui 30 villages.",
            "l'armée se trouvait dans la vallée, où elle occupe aujourd'hui 30 villages",
        ),
        (
            "Selon elle, les relevés ont été faussés dans une usine qui emploie 340 ouvriers.",
            "les relevés ont été faussés dans une usine qui emploie 340 ouvriers",
        ),
    ],
)
def test_what_the_newspaper_puts_in_is_nobodys(build: Build, text: str, content: str) -> None:
    (claim,) = build(text, said(text, content))
    assert claim.claimant == ()


@pytest.mark.parametrize(
    ("sentence", "topic"),
    [
        ("Trois cents soldats sont arrivés.", "troops"),
        ("Trois cents soldats ont été tués.", "casualties"),
        ("L'attaque a causé la mort de neuf hommes.", "casualties"),
        ("L'armée tient 500 kilomètres carrés.", "territory"),
        ("Le musée a acquis 500 tableaux.", "other"),
    ],
)
def test_a_verb_beats_a_word_in_the_topic(build: Build, sentence: str, topic: str) -> None:
    assert [claim.topic for claim in build(sentence)] == [topic]


@pytest.mark.parametrize(
    ("sentence", "topic"),
    [
        ("Le groupe veut réduire ses effectifs de 8 %, soit de 200 salariés.", "cuts"),
        ("Le groupe compte 200 salariés.", "staff"),
        ("Il y a 300 emplois menacés dans la vallée.", "threats"),
        ("Il y a 300 emplois dans la vallée.", "staff"),
    ],
)
def test_what_befalls_the_counted_tells_the_topic(build: Build, sentence: str, topic: str) -> None:
    topics = (
        Topic("threats", "Threats", words=("menacés",)),
        Topic("cuts", "Cuts", verbs=("réduire",)),
        Topic("staff", "Staff", words=("salarié", "emploi")),
    )
    assert build(sentence, asked=Investigation(topics=topics))[-1].topic == topic


@pytest.mark.parametrize(
    ("sentence", "topic"),
    [
        ("Quelque 3 000 litres de gazole se sont répandus dans la rivière.", "fuel"),
        ("Le bassin contient 40 mètres cubes de gazole.", "fuel"),
        ("On a trouvé 300 litres d'un mélange contenant du gazole.", "other"),
        ("Quelque 300 parents d'élèves ont manifesté.", "other"),
        ("On a compté 300 élèves.", "pupils"),
    ],
)
def test_of_a_measure_what_is_measured_tells_the_topic(build: Build, sentence: str, topic: str) -> None:
    topics = (Topic("fuel", "Fuel", words=("gazole", "cuve")), Topic("pupils", "Pupils", words=("élève",)))
    assert build(sentence, asked=Investigation(topics=topics))[-1].topic == topic


@pytest.mark.parametrize(
    ("sentence", "count"),
    [
        ("Le village est à 300 kilomètres de la mer.", 0),
        ("Des vents de 120 km/h soufflent.", 0),
        ("Plusieurs responsables ont réagi.", 0),
        ("Quelques blessés ont été soignés.", 1),
        ("On a vu plusieurs personnes mourir.", 1),
        ("Plusieurs centaines de maisons ont brûlé.", 1),
        ("Si la digue avait résisté, trente maisons auraient été sauvées.", 0),
        ("Sans cet accord, les 300 salariés seraient partis.", 1),
    ],
)
def test_which_numbers_are_claims(build: Build, sentence: str, count: int) -> None:
    assert len(build(sentence)) == count


def test_the_day_it_is_about_is_not_the_day_it_was_said(build: Build) -> None:
    text = "Lundi, la maire a dit que 300 soldats étaient morts en mai."
    monday = TimeExpression("d-1", "article", 0, 5, "Lundi", "DATE")
    may = TimeExpression("d-2", "article", text.index("mai."), text.index("."), "mai", "DATE")
    content = said(text, "300 soldats étaient morts en mai", said_on_ref="d-1")
    (claim,) = build(text, content, dates=(monday, may))
    assert (claim.said_on_ref, claim.about_ref) == ("d-1", "d-2")


def test_ids_depend_on_the_passage_alone(build: Build) -> None:
    text = "Trois cents soldats sont arrivés."
    (alone,), (with_topic,) = build(text, asked=Investigation()), build(text)
    assert alone.claim_id == with_topic.claim_id


@pytest.mark.parametrize(
    ("text", "cue", "day"),
    [
        ("La maire estime que 300 soldats sont là.", "estime", PUBLISHED),
        ("Selon la maire, 300 soldats sont là.", "Selon", PUBLISHED),
        ("La maire a estimé que 300 soldats sont là.", "a estimé", ""),
        ("Les accusations de la maire (300 soldats sont là) sont fausses.", "accusations", ""),
        ("La maire estimait que 300 soldats sont là.", "estimait", ""),
    ],
)
def test_what_is_told_in_the_present_is_said_that_day(build: Build, text: str, cue: str, day: str) -> None:
    place = {"cue": cue, "cue_start": text.index(cue), "cue_end": text.index(cue) + len(cue)}
    (claim,) = build(text, said(text, "300 soldats sont là", **place))
    assert claim.said_on_ref == day


@pytest.mark.parametrize("whole", ["des dix-sept marins", "des 300 marins"])
def test_the_whole_of_a_part_is_of_no_time(build: Build, whole: str) -> None:
    text = f"Quinze {whole} ont pu rentrer en mai."
    may = TimeExpression("d-2", "article", text.index("mai"), text.index("."), "mai", "DATE")
    assert [claim.about_ref for claim in build(text, dates=(may,))] == ["d-2", ""]


def test_a_date_of_another_clause_is_not_what_it_is_about(build: Build) -> None:
    text = "Trois cents soldats sont dans la vallée où la paix règne depuis mai."
    may = TimeExpression("d-2", "article", text.index("mai"), text.index("."), "mai", "DATE")
    (claim,) = build(text, dates=(may,))
    assert claim.about_ref == ""


@pytest.mark.parametrize(
    ("text", "about"),
    [
        ("Samedi, 300 voitures ont été contrôlées.", "2024-03-09"),
        ("Samedi et dimanche, 300 voitures ont été contrôlées.", "2024-03-09/2024-03-10"),
        ("Samedi et lundi, 300 voitures ont été contrôlées.", ""),  # neither day alone
        ("La banque a perdu 300 clients de mars à mai 2021, dit-elle.", "2021-03/2021-05"),
        ("De 2016 à 2021, la banque a perdu 300 clients.", "2016/2021"),
        ("Plus de 300 tonnes ont été ramassées entre le Nouvel An et la rentrée.", ""),
        ("Le musée avait étudié un achat l'été dernier : son budget annuel est de 300 euros.", ""),
        ("La mairie a fermé le stade en mai : elle verse 300 euros par an au club.", ""),
        ("La mesure, prise cinq jours plus tôt, vise 300 communes.", ""),
        ("La mesure, mardi, a touché 300 communes.", "2024-03-12"),
        ("Prolongé l'été dernier jusque fin 2027, il coûte 300 euros par an.", ""),
        ("La joueuse, payée 300 euros l'été dernier, est blessée.", "2023-22"),
        ("Vendue en 2019, la villa vaut 300 euros.", ""),
        ("Construite en 1971, la tour compte 84 appartements répartis sur douze étages.", ""),
        ("Ouverte le 10 mars, l'enquête porte sur un wagon de 300 tonnes.", ""),
        ("Luc Roy, qui dirige depuis 2019 la société (300 salariés), se tait.", ""),
        ("Le bilan de mardi (300 morts) est revu.", "2024-03-12"),
        ("Plus de 300 tonnes ont été ramassées entre le 9 février et le 11 mars.", "2024-02-09/2024-03-11"),
        ("Plus de 300 tonnes ont été ramassées du 9 février au 11 mars.", "2024-02-09/2024-03-11"),
        ("Le syndicat s'inquiète pour la paie de mai de ses 300 agents.", ""),
        ("Sur le repas de mars 2015, il a refusé de répondre, malgré 300 relances.", ""),
        ("La foire de mars 2015 a réuni 300 exposants.", "2015-03"),
        ("Le journal a publié les ventes de mars 2015 : 300 lots.", "2015-03"),
        ("Le plan, chiffré à 300 millions d'euros, a été étalé jusqu'en 2028.", ""),
        ("Depuis 2016, la banque a perdu 300 clients.", "2016"),
        ("En France, 300 lots ont été écoulés.", ""),  # no summer
        ("Un stock de 300 lots a été écoulé.", ""),
        ("Ayrac, bourg de 300 habitants, a élu son maire en mars 2015.", ""),
        ("La foire était pleine (250 clients lundi, 300 mardi).", "2024-03-12"),
        ("La foire a attiré 250 clients le 11 mars et 300 le 12 mars.", "2024-03-12"),
        ("Le stock était de 250 lots (11 mars) et de 300 lots (12 mars).", "2024-03-12"),
        ("Le maire a fixé mardi une prime de 300 euros.", "2024-03-12"),
        ("La mairie a vu mardi soir, 300 personnes relogées la veille étant là.", "2024-03-11"),
        ("La police a entendu mardi 300 marins arrêtés à Brest le 9 mars.", "2024-03-09"),
        (
            "Il le doit à une chute des ventes (300 lots de moins au premier trimestre 2012).",
            "2012-01/2012-03",
        ),
        ("On craint la suppression de 300 postes à Air France d'ici à décembre 2025.", "2025-12"),
        ("Quelque 300 personnes ont perdu la vie mardi dans un naufrage.", "2024-03-12"),
        ("Quelque 300 personnes sont portées disparues après le naufrage, mardi, d'un ferry.", ""),
        ("Les urgences ont reçu 250 malades mardi, contre 300 un jour normal.", ""),
        ("Le préfet a pris mardi un arrêté limitant les achats à 300 litres.", ""),
        ("Mardi, les 300 salariés de l'usine sont sortis.", ""),  # all that it has
        ("Le pays, peuplé de 300 habitants, élira son maire en mai.", ""),
    ],
)
def test_a_period_is_what_the_clause_of_the_figure_says(read_text: Build, text: str, about: str) -> None:
    assert read_text(text, "2024-03-14").claims[-1].about == about


def test_a_number_set_aside_for_another_is_denied(build: Build) -> None:
    twelve, nine = build("On a pris douze pièces, pas neuf.")
    assert [(c.low, c.stance) for c in (twelve, nine)] == [(12, "affirm"), (9, "deny")]


def test_a_number_set_aside_is_of_who_had_given_it(read_text: Callable[..., Reading]) -> None:
    text = "Le bilan est de douze blessés, dont quatre graves, et non quinze comme l'avait dit la police."
    claims = read_text(text, "2025-08-11").claims
    assert [(c.low, c.claimant_text, c.stance, c.subject) for c in claims] == [
        (12, "", "affirm", "blessés"),
        (4, "", "affirm", "blessés graves"),
        (15, "la police", "affirm", "blessés"),
    ]


def test_a_conditional_behind_a_colon_is_not_of_a_figure_before_it(build: Build) -> None:
    (claim,) = build("Douze blessés : le bilan aurait pu être bien plus lourd.")
    assert (claim.topic, claim.modality) == ("casualties", "asserted")


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        ("Un mort, cinq blessés.", [(1, "deaths"), (5, "injured")]),
        (
            "Un ouvrier a été tué et trois autres ont été blessés, dont deux grièvement.",
            [(1, "deaths"), (3, "injured"), (2, "injured")],
        ),
        ("Un ouvrier tué sur un chantier, trois blessés.", [(1, "deaths"), (3, "injured")]),
        ("Une passante a été blessée, deux autres sont mortes.", [(1, "injured"), (2, "deaths")]),
        ("Un témoin a vu Paul et deux autres.", []),
        ("Un policier a été tué, et deux agents ont fermé la rue.", [(2, "other")]),
    ],
)
def test_one_beside_whom_others_are_counted_is_counted(
    build: Build, text: str, figures: list[tuple[float, str]]
) -> None:
    assert [(claim.low, claim.topic) for claim in build(text, asked=read_investigation({}))] == figures


def test_other_people_have_the_fate_of_their_clause(build: Build) -> None:
    asked = read_investigation({})
    dead, others = build("Deux personnes sont mortes et dix-sept autres ont été hospitalisées.", asked=asked)
    assert [(dead.low, dead.topic), (others.low, others.topic)] == [(2, "deaths"), (17, "injured")]


def test_nobody_is_no_topic(build: Build) -> None:
    people = Investigation(topics=(Topic("people", "People", words=("personne",)),))
    text = "« Personne ne nous a prévenus », dit la maire."
    (answer,) = build(text, said(text, "Personne ne nous a prévenus", stance="deny"), asked=people)
    assert answer.topic == "other"
    (claim,) = build("Aucune personne n'est recherchée.", asked=people)
    assert claim.topic == "people"


def test_a_clause_with_sans_que_is_of_the_year_of_the_one_before_it(
    read_text: Callable[..., Reading],
) -> None:
    text = "En 2019, l'usine avait rappelé six lots, sans qu'aucun malade ne soit recensé."
    assert [claim.about for claim in read_text(text, "2025-03-12").claims] == ["2019", "2019"]


def test_words_that_somebody_puts_right_are_affirmed(build: Build) -> None:
    text = "« Ils étaient 80 soldats », rectifie la maire."
    (answer, claim) = build(text, said(text, "Ils étaient 80 soldats", kind="direct", stance="deny"))
    assert (answer.stance, claim.low, claim.stance) == ("deny", 80, "affirm")


def test_a_denial_has_the_topic_of_its_sentence(build: Build) -> None:
    text = "La maire a nié les rumeurs sur l'arrivée de soldats."
    (claim,) = build(
        text, said(text, "a nié les rumeurs", kind="response", stance="deny", sentence_end=len(text))
    )
    assert claim.topic == "troops"


def test_what_only_judges_is_on_what_its_sentence_tells(build: Build) -> None:
    text = "La Corée a nié fournir des soldats, un diplomate parlant de « rumeur sans fondement »."
    denial = said(text, "rumeur sans fondement", kind="response", stance="deny", sentence_end=len(text))
    assert [claim.topic for claim in build(text, denial) if claim.response] == ["troops"]


@pytest.mark.parametrize(("pointer", "topic"), [("cette annonce", "troops"), ("une annonce", "other")])
def test_an_answer_is_on_what_its_sentence_points_back_to(build: Build, pointer: str, topic: str) -> None:
    before, answer = "L'annonce de soldats est tombée.", f"Après {pointer}, la maire n'accepte pas le plan."
    text = f"{before} {answer}"
    place = {"sentence_start": len(before) + 1, "sentence_end": len(text)}
    denial = said(text, "n'accepte pas le plan", kind="response", stance="deny", **place)
    assert [claim.topic for claim in build(text, denial) if claim.response] == [topic]


def test_a_denial_in_words_of_its_own_is_on_what_they_name(build: Build) -> None:
    text = "La maire compte 300 soldats et jure n'avoir rien su avant jeudi."
    denial = said(text, "n'avoir rien su avant jeudi", kind="response", stance="deny", sentence_end=len(text))
    assert [claim.topic for claim in build(text, denial) if claim.response] == ["other"]


@pytest.mark.parametrize(
    ("text", "claimant", "modality"),
    [
        ("Les experts tablaient sur 300 soldats.", "experts", "estimated"),
        ("Le groupe prévoit de supprimer 3 700 postes d'ici deux ans.", "groupe", "planned"),
        ("La croissance reste loin des 5 % visés par le gouvernement.", "gouvernement", "planned"),
        ("La somme de 2 millions d'euros, avancée par le journal, surprend.", "journal", "asserted"),
        ("La police a compté 800 manifestants sur la place.", "police", "asserted"),
        ("Jeudi soir, la préfecture comptait 112 blessés.", "préfecture", "asserted"),
        ("La police recense douze blessés, répartis dans la ville.", "police", "asserted"),
        ("Douze cas ont été signalés par les médecins.", "médecins", "asserted"),
        ("Il faudra patienter pour les 300 foyers du bourg.", "", "asserted"),
        ("L'affaire aura rendu malades 131 personnes.", "", "asserted"),
        ("D'ici mai, le groupe aura supprimé 300 postes.", "", "planned"),
        ("La ville compte 50 000 habitants.", "", "asserted"),
        ("La présidente a donné le dernier décompte : 300 malades.", "présidente", "asserted"),
        ("La présidente a donné un bal : 300 malades sont venus.", "", "asserted"),
        ("Les salariés attendent 300 départs.", "salariés", "estimated"),
        ("Tous les salariés attendent, 300 soldats chez eux.", "", "asserted"),
        ("Le chantier, estimé à 30 millions d'euros par la mairie, avance.", "mairie", "estimated"),
        ("La loi prévoit 300 postes.", "", "asserted"),
        ("Ils ont signé un protocole qui prévoit une avance de 300 euros.", "", "asserted"),
        ("Le coût en est estimé à 60 millions d'euros.", "", "estimated"),
        ("Chiffrée à 30 millions d'euros, la facture a doublé.", "", "estimated"),
        ("Les dégâts ont été évalués par la mairie à 300 euros.", "mairie", "estimated"),
        ("Les 300 entreprises touchées recensées par le patronat sont fermées.", "patronat", "asserted"),
        ("L'entreprise prévoie de supprimer 1 600 postes.", "entreprise", "planned"),
        ("Le groupe prévoit de supprimer des postes ici, ainsi que 300 postes là.", "groupe", "planned"),
        ("Le maire s'est engagé à « embaucher 300 jeunes ».", "", "planned"),
        ("La maire a prévu de visiter 300 villages.", "", "asserted"),
    ],
)
def test_who_counts_expects_or_plans_a_figure_answers_for_it(
    build: Build, text: str, claimant: str, modality: str
) -> None:
    (claim,) = build(text)
    assert ("".join(claim.claimant), claim.modality) == (claimant, modality)


def test_who_claims_a_figure_answers_inside_what_others_say(build: Build) -> None:
    text = "Selon la mairie, le calme règne et les syndicats revendiquent 300 adhérents."
    (claim,) = build(text, said(text, "le calme règne et les syndicats revendiquent 300 adhérents"))
    assert claim.claimant == ("syndicats",)


def test_who_plans_a_figure_does_not_answer_for_what_others_say(build: Build) -> None:
    text = "Selon la maire, le groupe craint la perte de 300 postes."
    (claim,) = build(text, said(text, "le groupe craint la perte de 300 postes"))
    assert claim.claimant == ("Jeanne Petit",)


@pytest.mark.parametrize(
    ("text", "claimant", "modality"),
    [
        ("Le parquet a requis 300 euros d'amende contre lui.", "parquet", "sought"),
        ("Douze mois de prison et 300 euros d'amende ont été requis.", "", "sought"),
        ("Une amende de 300 euros : c'est ce que le parquet a demandé.", "parquet", "sought"),
        ("Vingt ans de prison et 300 euros : c'est ce qu'a requis le parquet.", "parquet", "sought"),
        ("La prime de 300 euros demandée par la CGT a été refusée.", "CGT", "sought"),
        ("Les riverains sollicitent une aide de 300 euros.", "riverains", "sought"),
        ("Le collectif réclame trente places de plus.", "collectif", "sought"),
        ("Les pirates exigent 300 euros.", "pirates", "sought"),
        ("La sénatrice propose de créer 300 emplois.", "sénatrice", "sought"),
        ("La CGT propose une hausse de 300 euros.", "CGT", "sought"),
        ("Le brocanteur a proposé 300 euros pour le lot.", "brocanteur", "asserted"),  # it offers them
        ("La mairie propose jusqu'à 300 euros aux forains.", "mairie", "asserted"),
        ("Vendu six millions d'euros, réclamé par la mairie, le tableau est au Louvre.", "", "asserted"),
        ("Une somme de 300 euros, réclamée par la mairie, a été payée.", "mairie", "sought"),
        ("« C'est fini », réagit Anne Roy, l'avocate des quatre prévenus.", "", "asserted"),
        ("« C'est fini », dit Paul Roux, le maire des 300 habitants.", "", "asserted"),
        ("Le groupe a reçu une demande de 300 euros.", "", "sought"),
        ("Une proposition de 300 euros est sur la table.", "", "sought"),
        ("Les réquisitions, 300 euros d'amende, ont surpris.", "", "asserted"),
        ("Le tribunal l'a condamné à 300 euros d'amende.", "", "asserted"),
        ("La CGT réclame une prime pour 300 ouvriers.", "CGT", "asserted"),  # they are no wish
        ("La préfète a demandé à 300 habitants de partir.", "préfète", "asserted"),
        ("Les 300 ouvriers réclament une prime.", "", "asserted"),
        ("Le parquet a requis du sursis contre les 300 autres prévenus.", "", "asserted"),
        ("La CGT réclame 300 postes, a indiqué le préfet.", "CGT", "sought"),
    ],
)
def test_what_is_asked_for_is_not_given(read_text: Build, text: str, claimant: str, modality: str) -> None:
    (claim,) = read_text(text).claims
    assert ("".join(claim.claimant), claim.modality) == (claimant, modality)


@pytest.mark.parametrize(
    ("text", "claimants"),
    [
        ("La police a compté 5 000 manifestants, la CGT 40 000.", ["police", "CGT"]),
        ("Le syndicat annonce 80 % de grévistes, la direction 30 %.", ["syndicat", "direction"]),
        ("La ville annonce 300 postes, une hausse de 30 %.", ["ville", "ville"]),
        ("Le concert a réuni 5 000 personnes selon la mairie et 20 000 selon la radio.", ["mairie", "radio"]),
        ("On a vu 5 000 personnes, et 20 000 d'après la radio.", ["", "radio"]),
        (
            "Des milliers de gens ont défilé, 4 200 selon la préfecture, 20 000 selon la CGT.",
            ["", "préfecture", "CGT"],
        ),
        ("Le joueur a coûté cher : 5 millions d'euros de bonus, d'après la radio.", ["radio"]),
        ("La police fait état de 112 blessés.", ["police"]),
        ("On a vu 641 détenus au dernier pointage de l'administration.", ["administration"]),
        ("Le document prévoit le transfert de 60 % des postes.", ["document"]),
        ("Ils étaient 2 500 dans la rue selon la CGT, 1 100 pour la police.", ["CGT", "police"]),
        ("Il obtient 612 voix selon la mairie, contre 603 pour le maire sortant.", ["mairie", ""]),
        ("Le syndicat annonce 55 % de grévistes ; le rectorat, 18 %.", ["syndicat", "rectorat"]),
        ("La police parle de 300 manifestants, les organisateurs de 900.", ["police", "organisateurs"]),
        ("L'ONG évoque 40 morts, le gouvernement d'une dizaine.", ["ONG", "gouvernement"]),
        ("La préfecture fait état de 300 sinistrés et la Croix-Rouge de 450.", ["préfecture", "Croix-Rouge"]),
        ("C'est 95 %, un chiffre contesté par les élus, qui parlent de 70 %.", ["", "élus", "élus"]),
        ("Le loyer atteint 900 dollars (environ 830 euros), affirme la CGT.", ["CGT", ""]),
        ("Le lot vaut un milliard d'ariary (environ 200.000 euros), affirme la CGT.", ["CGT", ""]),
        ("La facture triple, déplore l'Union des parents, forte de 8 000 adhérents.", [""]),
        (
            "La chambre d'agriculture fait état de pertes de 30 à 60 % selon les parcelles.",
            ["chambre d'agriculture"],
        ),
    ],
)
def test_a_source_right_beside_a_figure_answers_for_it(
    read_text: Build, text: str, claimants: list[str]
) -> None:
    assert ["".join(claim.claimant) for claim in read_text(text).claims] == claimants


@pytest.mark.parametrize(
    ("text", "claimants"),
    [
        (
            "Les loyers montent, dit la fondation Habitat. L'organisme prévoit de construire 300 logements.",
            ["Habitat"],
        ),
        (
            "L'exploitant, Damien Lurat, en a compté 3 200 ; son assureur s'en tient à 2 750.",
            ["Damien Lurat", "son assureur"],
        ),
        (
            "D'après la gendarmerie, quatorze jeunes ont été arrêtés ; cinq ont été relâchés.",
            ["gendarmerie"] * 2,
        ),
        ("La facture triple, fait valoir la CGT, et le carnet est en repli de 22 %.", ["CGT"]),
        ("La facture triple, fait valoir la CGT. Le carnet est en repli de 22 %.", [""]),
        (
            "La police a recensé 1 200 départs de feu. La préfecture n'en dénombre que 450.",
            ["police", "préfecture"],
        ),
        (
            "« Rien », déplore Marie Calvet, éleveuse. L'exploitante chiffre ses pertes à 300 euros.",
            ["Marie Calvet"],
        ),
        ("Le maire a écrit aux habitants. Celui-ci estime à 500 euros le coût du projet.", ["maire"]),
        ("Le groupe va supprimer 340 postes. La direction l'a confirmé mardi.", ["direction"]),
        ("La facture sera de 300 euros. C'est ce qu'a annoncé le maire, Luc Perron.", ["Luc Perron"]),
        ("La facture sera de 300 euros, un chiffre avancé par la CGT.", ["CGT"]),
        ("Le bilan arrêté mardi par la sécurité civile est de 19 morts.", ["sécurité civile"]),
        ("Dix morts : tel est le bilan communiqué mardi par la préfecture.", ["préfecture"]),
        ("Le décompte de notre rédaction est de 19 morts.", [""]),
        ("Le bilan du naufrage par commune est de 19 morts.", [""]),
        ("La facture sera de 300 euros. Un chiffre avancé par la CGT.", ["CGT"]),
        ("Un chiffre avancé par la CGT fait rêver : 60 000 visiteurs.", ["CGT"]),
        ("La société vise 300 postes, un montant fixé par la CGT.", ["société"]),
        ("Le parquet a requis 300 euros contre un notaire jugé pour avoir pris 500 euros.", ["parquet", ""]),
        ("La banque relève sa prévision de croissance à 2 %.", ["banque"]),
        ("Ici, où l'on attend 300 visiteurs, tout est prêt.", [""]),
        ("Le syndicat, qui dit avoir un plan, estime qu'entre 600 et 900 postes sont menacés.", ["syndicat"]),
        (
            "Une vingtaine d'enseignants (14 sur 37, rectifie la direction) sont venus.",
            ["", *["direction"] * 3],
        ),
        (
            "Une ligue de 50 clubs, après un défilé qui a réuni, selon la CGT, 300 personnes, se tait.",
            ["", "CGT"],
        ),
        ("Le coût, fixé à 3 millions, grimpe, si bien qu'aux yeux de la CGT, il inquiète.", [""]),
        ("La facture est estimée à 40 millions par la CGT, a dit le maire.", ["CGT"]),
        ("« Une pompe », a résumé mardi le procureur, avant de requérir 75 000 euros.", ["procureur"]),
        (
            "La prime, que la direction aurait fixée à 12 000 euros, quand la CGT en réclame 45 000, déçoit.",
            ["direction", "CGT"],
        ),
        ("Un pirate a chiffré 900 postes, selon la direction.", ["direction"]),
        ("Ils étaient 3 000 personnes (police), 10 000 (CGT).", ["police", "CGT"]),
        ("Il a été élu par 12 députés (LR).", [""]),
        ("Les 300 postes sont, de l'aveu même du maire, « menacés ».", [""]),
        ("L'armée a imputé l'attaque à une centaine de soldats.", ["armée"]),
        ("D'après le procureur, la voiture a fui. Elle aurait percuté 2 agents.", ["procureur"]),
        ("D'après le procureur, la voiture a fui. Elle a percuté 2 agents.", [""]),
        ("Le groupe a annoncé un plan, et l'on prête au maire l'intention de créer 300 postes.", [""]),
        ("Au collège de Lyon, 512 élèves, « on n'avait pas vu ça depuis 2016 », peste Anne Roy.", [""]),
        (
            "La maire Anne Roy se tait. On a vu 300 gilets, croit savoir La Dernière Heure.",
            ["Dernière Heure"],
        ),
        ("« C'est dur », dit le maire, dont le budget est de 12 millions.", [""]),
        ("Il y a eu des morts, dit le maire, dont 12 enfants.", ["maire"]),
        ("Pour la CGT, ce sont 400 emplois ; pour la direction, 250.", ["CGT", "direction"]),
        ("Le syndicat estime à 80 % la part des grévistes, la direction à 35 %.", ["syndicat", "direction"]),
        ("Selon la CGT, tout va mal, et le groupe aurait perdu 300 clients.", ["CGT"]),
        ("La direction a confirmé mardi un plan, tandis qu'Orange pourrait supprimer 300 postes.", [""]),
        ("« L'écart n'est pas une erreur », dit Anne Roy. Selon ses mesures, il atteint 62 %.", ["Anne Roy"]),
        ("La facture est de 300 euros. Elle monte, contrairement à ce qu'assurait la CGT.", [""]),
        (
            "D'après deux témoins, qui requièrent l'anonymat, 300 euros seraient arrivés.",
            ["deux témoins"],
        ),
        (
            "Le pont coûte 48 millions d'euros au lieu des 24 millions annoncés par la mairie en 2018.",
            ["", "mairie"],
        ),
        ("Les salariés manifestent pour réclamer 300 embauches.", ["salariés"]),
        # who counts, not who has what is counted
        ("La ville est belle. Elle compte 300 maisons.", [""]),
        ("Anne Roy s'inquiète. Elle compte 300 départs.", ["Anne Roy"]),
        ("La rançon est de 6 millions d'euros. Le préfet la ramène à 900 000 euros.", ["", ""]),
        # who counts says by "porter à" how many it is; who sets a price, or has a part, counts nothing
        ("Dans un bulletin daté de mai, la SKE porte à 165 mégawatts le déficit de production.", ["SKE"]),
        ("La préfecture porte à douze le nombre de morts.", ["préfecture"]),
        ("L'assureur fixe à 40 millions d'euros le préjudice.", ["assureur"]),
        ("La mairie porte à 3 euros le prix du ticket.", [""]),
        ("Le groupe porte à 40 % sa part dans la société.", [""]),
        ("Ce décès porte à 12 le nombre de morts.", [""]),
        # one bets on a number, not on how large the thing is on which one bets
        ("Les organisateurs misent sur 30 000 visiteurs.", ["organisateurs"]),
        ("Le groupe mise sur une croissance de 3 %.", ["groupe"]),
        ("Les autorités misent sur une centrale de 120 mégawatts, d'un coût de 62 millions.", ["", ""]),
        # a count is of who made it, else of itself
        ("Les 412 000 clients que reconnaît Renault vivent en France.", ["Renault"]),
        ("Les 412 000 clients que connaît Renault vivent en France.", [""]),
        ("L'écart proclamé par la commission est de 175 voix.", ["commission"]),
        ("L'écart vu par la commission est de 175 voix.", [""]),
        ("Il manquait, nous souffle un clerc, un timbre à 300 francs.", ["un clerc"]),
        ("La pétition demandant le retour du tableau comptait 4 100 noms.", [""]),
        ("Une lettre affirmant que 300 élèves sont malades a paru.", ["Une lettre"]),
        (
            "Un premier décompte, contesté par les pompiers, fait état de 12 morts.",
            ["pompiers", "Un premier décompte"],
        ),
        ("Douze soldats sont morts, selon un décompte officiel.", ["un décompte officiel"]),
        ("Douze soldats sont morts, selon le dernier bilan.", [""]),
        # a document says what stands behind its colon
        (
            "Claire Vidal a visité l'usine. Son rapport est sans appel : le toit pesait 14 tonnes.",
            ["rapport de Claire Vidal"],
        ),
        ("Le compte rendu tient en une phrase : la cuve contenait 40 tonnes de nitrate.", ["compte rendu"]),
    ],
)
def test_whom_the_article_means_answers_for_a_figure(
    read_text: Build, text: str, claimants: list[str]
) -> None:
    assert ["".join(claim.claimant) for claim in read_text(text).claims] == claimants


@pytest.mark.parametrize(
    ("text", "modality"),
    [
        ("La mairie chiffre les dégâts à 3 millions d'euros.", "estimated"),
        ("Le rapport chiffre à 3 millions d'euros les surfacturations relevées en mai.", "asserted"),
    ],
)
def test_what_was_found_is_counted_and_not_estimated(read_text: Build, text: str, modality: str) -> None:
    assert [claim.modality for claim in read_text(text).claims] == [modality]


def test_the_children_of_a_father_are_of_no_firm(read_text: Build) -> None:
    (claim,) = read_text("Père de deux enfants, il était employé par Rail Services, une filiale.").claims
    assert claim.owner == ()


def test_a_denied_figure_is_denied_by_whose_words_deny_it(build: Build) -> None:
    (claim,) = build("La somme de 2 millions d'euros, avancée par le journal, n'a pas surpris.")
    assert (claim.claimant, claim.stance) == (("journal",), "affirm")


def test_what_stands_beside_a_figure_is_no_estimate_and_no_promise(read_text: Build) -> None:
    text = "La ville chiffre la perte à 300 euros, pour un budget de 900 euros. "
    text += "Elle n'a promis que 400 euros, votés par 19 voix contre 14."
    told = [(claim.low, claim.modality) for claim in read_text(text).claims]
    assert told == [
        (300, "estimated"),
        (900, "asserted"),
        (400, "planned"),
        (19, "asserted"),
        (14, "asserted"),
    ]


@pytest.mark.parametrize(
    ("text", "modality"),
    [
        ("Le ministre a assuré que 300 postes seraient créés.", "planned"),
        ("Selon la presse, 300 postes seraient créés.", "conditional"),
        ("La direction avait annoncé que 8 000 suppressions auraient lieu en Europe.", "planned"),
        ("La police a dit que 300 maisons auraient brûlé.", "conditional"),
        (
            "La réduction concernera les deux usines, l'une en Isère (2 100 employés) et l'autre à Lyon.",
            "asserted",
        ),
        ("Aucun de ses 700 salariés ne partira.", "asserted"),
        ("Plus de 700 skieurs ont attendu que les secours viennent.", "asserted"),
        ("Ils ont défilé contre le projet d'usine, 4 200 personnes selon la police.", "asserted"),
        ("D'après le syndicat, 300 patients s'y trouveraient encore.", "conditional"),
        ("La commune compte solliciter une aide de 300 euros.", "asserted"),  # and has asked for nothing
    ],
)
def test_a_plan_is_what_is_to_come_of_the_figure_itself(read_text: Build, text: str, modality: str) -> None:
    assert {c.modality for c in read_text(text, "2024-03-14").claims if (c.low or 0) > 2} == {modality}


@pytest.mark.parametrize(
    ("text", "topic"),
    [
        ("Le collectif réclame deux bateaux par jour.", "other"),
        ("La mairie distribue trois bouteilles par foyer.", "other"),  # counted by, not counted
        ("La mairie a envoyé douze camions de pompiers.", "other"),  # what it is of
        ("Cinq demandeurs d'asile ont été relâchés.", "displaced"),
        ("La commune compte 120 logements.", "damage"),
        ("Elle offre 40 millions d'ariary.", "money"),
        ("Trois mécaniciens, légèrement intoxiqués, ont été conduits à l'hôpital.", "injured"),
        ("Six cyclistes ont été transportés au CHU de Limoges.", "injured"),
        ("Six malades ont été recensés.", "injured"),
        ("Huit blessés y avaient été évacués.", "injured"),
        ("Six malades ont été transférés vers Limoges.", "people"),
        ("Six malades ont été conduits à l'hôpital.", "injured"),
        ("Trois salariés ont été évacués vers une clinique.", "injured"),
        ("Trois salariés ont été évacués.", "displaced"),
        ("Quatre agents ont été légèrement brûlés et sept riverains intoxiqués.", "injured"),
        ("Deux enfants, en état de choc, ont été pris en charge.", "injured"),
        ("Le train, avec 312 voyageurs à bord, s'est arrêté en pleine voie.", "people"),
        ("Le bus s'arrête avec 45 passagers.", "people"),
        ("Le conducteur a arrêté la rame avec 80 personnes à bord.", "people"),
        ("L'usine a arrêté trois fours.", "other"),
        ("Douze personnes se sont fait arrêter.", "arrests"),
        ("La police a arrêté douze cambistes.", "arrests"),
        ("La police en a arrêté douze.", "arrests"),
        ("Deux cents voyageurs ont été pris en charge par un car.", "people"),
        ("Onze passagers souffrent de fractures.", "injured"),
        ("Onze communes souffrent de la crise.", "other"),
        ("Neuf cyclistes ont été victimes d'une intoxication.", "injured"),
        ("Neuf cyclistes ont été grièvement atteints.", "injured"),
        ("La chute a envoyé trois coureurs à l'hôpital.", "injured"),
        ("Deux cyclistes, choqués, ont été soignés sur place.", "injured"),
        ("Onze cyclistes ont subi des contusions, dont neuf souffrent de brûlures.", "injured"),
        ("Onze cyclistes présentent des troubles, onze autres souffrent de vomissements.", "injured"),
        ("Onze cyclistes ont été pris de malaise.", "injured"),
        ("Onze cyclistes ont été pris de nausées.", "injured"),
        ("Onze cyclistes ont été transférés aux urgences.", "injured"),
        ("Onze cyclistes ont été légèrement touchés.", "injured"),
        ("Douze sangliers ont été retrouvés morts.", "deaths"),
        ("Douze brebis retrouvées mortes dans un pré.", "deaths"),
        ("Douze sangliers ont été découverts sans vie samedi.", "deaths"),
        ("Douze sangliers ont été découverts samedi.", "other"),
        ("Onze cyclistes ont été transportés au centre hospitalier.", "injured"),
    ],
)
def test_a_topic_is_of_the_counted_itself(read_text: Build, text: str, topic: str) -> None:
    claims = read_text(text, "2024-03-14", read_investigation({})).claims
    assert {claim.topic for claim in claims} == {topic}


@pytest.mark.parametrize(
    ("text", "owner"),
    [
        ("La direction supprimera 300 postes.", ["PSA"]),
        ("Cette annonce vise 300 salariés.", ["PSA"]),
        ("L'entreprise veut perdre 300 emplois dans l'administration.", ["PSA", "administration"]),
        ("Une perte de 300 postes est inacceptable pour PSA.", ["PSA"]),
        ("Parmi ces coupes, on compte la fermeture de Lens (300 postes).", ["PSA", "Lens"]),
        ("Au total, 300 postes seront supprimés.", []),  # nothing points back
        ("Ce secteur compte 300 emplois.", []),
        ("Cette annonce a réuni 300 manifestants.", []),  # no body has them
    ],
)
def test_a_figure_is_of_the_body_that_the_title_names_where_its_sentence_points_back(
    read_text: Build, text: str, owner: list[str]
) -> None:
    read = read_text(f"PSA va supprimer 900 emplois\n\n14 mars 2024. - {text}", "2024-03-14")
    assert [list(claim.owner) for claim in read.claims if claim.section == "body"] == [owner]


@pytest.mark.parametrize(
    ("text", "owner"),
    [
        ("La grève vise 5 122 postes à Air France.", ["Air France"]),
        ("Le canton verse 3 millions d'euros à l'entreprise.", []),
        ("C'est chez une collègue qu'elle ira, avec les trois enfants.", []),
        ("On a privé 438 électeurs de voix au bureau n° 7.", []),
        ("Chez Bouygues Telecom, un plan de 556 postes a été signé.", ["Bouygues Telecom"]),
        ("SFR pourrait supprimer 1 000 postes.", ["SFR"]),
        ("Les 435 sièges de la chambre basse étaient en jeu.", ["chambre basse"]),
        ("La filiale de l'Isère (2 100 employés) est visée.", ["Isère"]),
        ("La filiale basée en Isère (2 100 employés) est visée.", []),  # a place, no owner
        ("Barack Obama a recueilli 303 grands électeurs.", ["Barack Obama"]),
        ("Barack Obama va visiter 14 villes dans 8 Etats.", ["Barack Obama"]),
        ("Barack Obama va parler dans 8 Etats.", []),
        ("Des malfaiteurs ont emporté 17 pièces.", []),  # nobody by name
        ("Il lui fallait les 270 électeurs requis.", []),
        ("La Russie fait appel à 10 000 soldats nord-coréens.", []),  # the noun says whose they are
        ("Quelque 300 soldats sont arrivés.", []),
        ("Le plan augmente les impôts de 2 000 euros.", ["impôts"]),
        ("La direction de Kairos a annoncé un plan de 300 départs.", ["Kairos"]),
        ("Le groupe Renault va supprimer 300 postes.", ["Renault"]),
        ("La préfecture du Var a interdit 12 plages.", []),  # what is done to them makes them nobody's
        ("L'Union européenne sanctionne 14 entreprises.", []),
        ("L'Union européenne a débloqué 14 millions d'euros.", ["Union européenne"]),
        ("Le Secours et la Croix-Rouge ont accueilli 300 sinistrés.", []),  # "Rouge" is a part of a name
        ("Le sénat a été élu. Il emploie 300 gardes.", []),
        ("Quelque 300 étudiants s'échangent des notes de cours.", []),
        ("Quelque 300 ouvriers pointent ce matin chez Renault.", ["Renault"]),
        ("Au camping de Figeac, 128 vacanciers ont été réveillés.", ["Figeac"]),
        ("Lot : la route coupée pour 300 foyers", ["Lot"]),
        ("Sandrine, venue de Valence avec 3 enfants, attend.", []),
        ("Le prix est fixé à 1 800 francs CFA (3 euros).", []),
        ("Après la guerre de Corée et des pertes immenses (300 morts), tout change.", ["guerre de Corée"]),
        ("Au stade de Dax, avec 300 fidèles, on chante.", []),
        ("Côté tanzanien, 300 pêcheurs vivent du lac.", []),
        ("On a vu une caravane renversée à Dole, 300 tentes à Lons.", []),  # these have a place of their own
        ("Jura : 300 tentes sinistrées à Lons", ["Jura"]),
    ],
)
def test_a_figure_is_of_whom_its_sentence_gives_it_to(build: Build, text: str, owner: list[str]) -> None:
    claim = build(text)[-1]
    assert list(claim.owner) == owner


def test_who_has_gets_sends_or_loses_things_has_them(build: Build) -> None:
    verbs = load_lexicon("claims")["having"]
    text = "\n\n".join(f"Le groupe Renault va {verb} 300 ouvriers." for verb in verbs)
    assert [verb for verb, claim in zip(verbs, build(text), strict=True) if claim.owner != ("Renault",)] == []


def test_a_name_behind_another_figure_has_that_one_alone(build: Build) -> None:
    sentence = "Il veut supprimer 1 600 emplois dans son usine de Rennes, ainsi que 3 600 au siège."
    first, second = build(sentence)
    assert (first.place, second.place, second.owner) == ("Rennes", "", ("siège",))


def test_what_is_left_of_plans_is_planned(build: Build) -> None:
    plan, left = build("Le groupe supprimera 520 postes. Il y aura donc une perte sèche de 310 postes.")
    _sum, lost = build("Le groupe embauche 520 personnes. Il y a donc une perte de 310 postes.")
    assert (plan.modality, left.modality, lost.modality) == ("planned", "planned", "asserted")


def test_a_plan_told_again_in_the_present_stays_a_plan(build: Build) -> None:
    plan, again = build("La mairie créera 40 emplois. « Il n'y a que 40 emplois », regrette Luc Bon.")
    _plan, done = build("La mairie créera 40 emplois. En mai, elle a créé 40 emplois, selon Luc Bon.")
    assert (plan.modality, again.modality, done.modality) == ("planned", "planned", "asserted")


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("La filiale basée en Isère (2 100 employés) est visée.", "Isère"),
        ("Les ventes de ce secteur chutent (300 voitures).", ""),
    ],
)
def test_a_bracket_has_the_place_beside_it(build: Build, text: str, place: str) -> None:
    assert build(text)[0].place == place


@pytest.mark.parametrize(
    ("text", "change", "whole"),
    [
        ("Le groupe accuse une baisse de 3 % de son chiffre d'affaires.", "fall", "chiffre d'affaires"),
        ("Il veut réduire ses effectifs de 8 %.", "fall", "effectifs"),
        ("Une chute libre du titre en bourse (- 33 %) a suivi.", "fall", "titre en bourse"),
        ("Les ventes ont progressé de 4 %.", "rise", ""),
        ("La ville compte 300 hommes de plus que Lyon.", "more", "hommes"),
        ("L'armée a progressé de 500 kilomètres carrés.", "", "kilomètres carrés"),
        ("Le taux est de 8 %.", "", ""),
        ("La ville recense quatre malades de moins de 5 ans.", "", "malades"),
    ],
)
def test_a_change_is_told_from_a_level(build: Build, text: str, change: str, whole: str) -> None:
    (claim,) = build(text)
    assert (claim.change, claim.subject) == (change, whole)


@pytest.mark.parametrize(
    ("text", "states"),
    [
        ("Plus de 700 soldats auraient été tués et blessés.", ["tués et blessés"]),
        ("Il y a eu 302 voix pour et 225 contre.", ["pour", "contre"]),
        ("Il y a 300 soldats ayant péri, contre 200 lundi.", ["", ""]),
        ("Au total, 397 députés du Sénat ont voté en faveur du texte.", ["en faveur"]),
        ("La CGT compte 300 emplois menacés.", ["menacés"]),
        ("Quelque 300 soldats sont arrivés.", [""]),
        ("19 soldats ont été tués, indique la mairie.", ["tués"]),
        ("19 soldats ont été blessés et la route coupée.", ["blessés"]),
        ("19 soldats ont été blessés, où ils sont restés, a précisé la mairie.", ["blessés"]),
    ],
)
def test_what_befell_the_counted_is_kept(build: Build, text: str, states: list[str]) -> None:
    assert [claim.state for claim in build(text)] == states


@pytest.mark.parametrize(
    ("text", "modality"),
    [
        ("Le groupe supprimera 300 postes.", "planned"),
        ("Le plan devrait économiser 3 milliards d'euros.", "planned"),
        ("L'armée contrôlant 300 villages, la Russie pourra négocier.", "asserted"),
        ("Le wagon, d'une soixantaine de tonnes, sera examiné.", "asserted"),
        ("Le port achètera un wagon de 60 tonnes.", "planned"),
        ("Ayrac, bourg de 3 000 habitants, élira son maire.", "asserted"),
        ("L'Étoile, un navire de 300 tonnes, sera remorquée.", "asserted"),
        ("Le maire construira une école, une salle de 300 places, et un parc.", "planned"),
        ("La prime, 300 euros, ira au club.", "asserted"),
        ("Il viendra dans une caisse de 300 kilos.", "asserted"),
        ("Le plan, un projet de 300 départs, sera présenté.", "planned"),
        ("Il a fait la promesse d'y investir 25 millions d'euros.", "planned"),
        ("Les 900 résidents du quartier devront attendre.", "asserted"),
        ("Les 300 postes iront à Lens.", "planned"),
    ],
)
def test_what_will_be_is_told_from_what_is(build: Build, text: str, modality: str) -> None:
    assert {claim.modality for claim in build(text)} == {modality}


@pytest.mark.parametrize(
    ("sentence", "figures"),
    [
        (
            "La direction a confirmé un plan de départs de 556 postes sur 9 800 salariés.",
            {556: "planned", 9800: "asserted"},
        ),
        ("Le groupe a la volonté de supprimer 300 postes.", {300: "planned"}),
        ("Le projet de 300 logements est mal reçu.", {300: "planned"}),
        ("L'intention de fermer 30 usines choque.", {30: "planned"}),
        ("L'objectif est dépassé : 300 soldats sont là.", {300: "asserted"}),
        ("Un objectif de 300 embauches est fixé.", {300: "planned"}),
        ("Des 900 soldats arrêtés, 300 seront jugés.", {900: "asserted", 300: "planned"}),
        ("Des 900 soldats arrêtés, aucun ne sera jugé.", {900: "planned"}),
        ("Le plan adopté par 300 députés est connu.", {300: "asserted"}),
    ],
)
def test_what_is_of_a_plan_is_planned(build: Build, sentence: str, figures: dict[int, str]) -> None:
    assert {c.low: c.modality for c in build(sentence)} == figures
