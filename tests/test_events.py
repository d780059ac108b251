"""What happened when: French sentences to event mentions, and mentions to events."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from dossier.events import link_mentions
from dossier.investigation import EventType, Investigation
from dossier.records import PUBLISHED, Mention, Reading, stable_id

PARLIAMENT = Investigation(
    event_types=(
        EventType(
            "signing", "Signature", ("signer", "signature"), with_words=("accord", "traité"), once=True
        ),
        EventType(
            "lower", "Lower house", ("voter", "vote", "ratifier", "ratification"), "", ("député",), once=True
        ),
        EventType(
            "upper",
            "Upper house",
            ("voter", "vote", "ratifier", "ratification"),
            "",
            ("sénateur", "Sénat"),
            once=True,
        ),
        EventType("law", "Publication", ("publier", "publication"), with_words=("loi",), once=True),
        EventType("force", "Entry into force", ("entrer en vigueur", "entrée en vigueur"), once=True),
        EventType("inquiry", "Inquiry", ("ouvrir une enquête",)),
        EventType("launch", "Launch", ("tir", "tirer", "lancer"), with_words=("fusée", "missile")),
    )
)


def mention(article: str, date: str, kind: str = "launch", **values: object) -> Mention:
    """Return a mention as the other rooms hand it over."""
    start = int(values.pop("start", 0))
    known = {
        "label": kind,
        "date_basis": "explicit",
        "actors": ("Japon",),
        "words": ("fusée",),
        "start": start,
        "end": start + 5,
        **values,
    }
    return Mention(
        stable_id("m", article, start, start + 5),
        "",
        article,
        text="tirée",
        sentence_start=0,
        sentence_end=50,
        type=kind,
        date=date,
        **known,
    )


@pytest.mark.parametrize(
    ("sentence", "kind", "date", "status"),
    [
        ("Les députés ont voté le texte le 3 mars 2021.", "lower", "2021-03-03", "reported"),
        ("Le 5 mars 2021, le Sénat a ratifié le traité.", "upper", "2021-03-05", "reported"),
        ("L'accord a été signé à Oslo le 2 mai 2019.", "signing", "2019-05-02", "reported"),
        ("La loi a été publiée le 9 mars 2021.", "law", "2021-03-09", "reported"),
        ("Le traité est enfin entré en vigueur le 1er avril 2021.", "force", "2021-04-01", "reported"),
        ("Le traité n'est entré en vigueur que le 1er avril 2021.", "force", "2021-04-01", "reported"),
        ("Le traité entrera en vigueur le 1er avril 2022.", "force", "2022-04-01", "planned"),
        ("Le parquet a ouvert mercredi 26 mai 2021 l'enquête.", "inquiry", "2021-05-26", "reported"),
        ("L'accord doit être signé le 2 mai 2019.", "signing", "2019-05-02", "planned"),
        ("La signature du traité le 2 août 2021 est repoussée.", "signing", "2021-08-02", "planned"),
        ("L'accord aurait été signé le 2 mai 2019.", "signing", "2019-05-02", "hypothetical"),
        ("L'accord n'a pas été signé le 2 mai 2019.", "signing", "2019-05-02", "denied"),
        ("La signature du traité, prévue le 28 mai, a été annulée.", "signing", "2021-05-28", "planned"),
        (
            "Le Sénat a ratifié le traité entre samedi soir et dimanche matin.",
            "upper",
            "2021-05-29/2021-05-30",
            "reported",
        ),
        (
            "Entre vendredi matin et lundi soir, le pays tirera un missile.",
            "launch",
            "2021-06-04/2021-06-07",
            "planned",
        ),
        ("Le pays a procédé, le 7 juin 2020, à un tir de missile.", "launch", "2020-06-07", "reported"),
        (
            "Le Sénat a ratifié le traité entre le 9 mars et le 11 avril.",
            "upper",
            "2021-03-09/2021-04-11",
            "reported",
        ),
        ("Le traité a été signé entre lundi et mercredi.", "signing", "2021-05-24/2021-05-26", "reported"),
    ],
)
def test_a_dated_sentence_names_its_event(
    read_text: Callable[..., Reading], sentence: str, kind: str, date: str, status: str
) -> None:
    (found,) = (m for m in read_text(sentence, "2021-06-01", PARLIAMENT).mentions if m.type != "other")
    assert (found.type, found.date, found.status) == (kind, date, status)
    assert found.text == sentence[found.start : found.end]


def test_what_has_left_no_trace_is_denied(read_text: Callable[..., Reading]) -> None:
    reading = read_text(
        "« Nous n'avons trouvé aucune trace d'une visite en juin », dit Paul Roy.", "2021-08-12"
    )
    visit = next(m for m in reading.mentions if m.label == "visit")
    assert (visit.date, visit.status) == ("2021-06", "denied")
    assert {s.polarity for s in reading.statements if s.predicate == "visite"} == {"-"}


@pytest.mark.parametrize(
    ("sentence", "label"),
    [
        ("La fromagerie a rappelé 14 lots le 11 mars 2025.", "recall"),
        ("La fromagerie a reçu les analyses le 11 mars 2025.", "event (recevoir)"),
        ("Le ministre a reçu les syndicats le 11 mars 2025.", "meeting"),
        ("La fromagerie a tout arrêté le 11 mars 2025.", "event (arrêter)"),
        ("La police a arrêté deux hommes le 11 mars 2025.", "arrest"),
        ("Les gendarmes sont venus l'arrêter le 11 mars 2025.", "arrest"),
        ("Le 11 mars 2025, le jeu s'est arrêté.", "event (arrêter)"),
        ("Les analyses rendues le 11 mars 2025 sont bonnes.", "event (rendre)"),
        ("Le ministre s'est rendu à Lyon le 11 mars 2025.", "visit"),
        ("Une alerte a été lancée le 11 mars 2025.", "event (lancer)"),
    ],
)
def test_a_verb_of_two_senses_names_the_event_of_what_it_is_done_to(
    read_text: Callable[..., Reading], sentence: str, label: str
) -> None:
    dated = {m.label for m in read_text(sentence, "2025-03-20").mentions if m.date == "2025-03-11"}
    assert dated == {label}


def test_the_name_of_a_place_is_no_event(read_text: Callable[..., Reading]) -> None:
    assert read_text("Un ferry a quitté La Réunion.", "2021-08-12").mentions[0].text == "quitté"
    assert "meeting" not in {m.label for m in read_text("Il vit à La Réunion.", "2021-08-12").mentions}


def test_the_votes_of_two_houses_in_one_sentence_stay_apart(read_text: Callable[..., Reading]) -> None:
    text = "Après le vote des députés le 3 mars 2021, le Sénat a ratifié le traité le 5 mars 2021."
    found = {m.type: m.date for m in read_text(text, "2021-06-01", PARLIAMENT).mentions}
    assert found == {"lower": "2021-03-03", "upper": "2021-03-05"}


def test_an_event_named_again_takes_the_date_it_was_given(read_text: Callable[..., Reading]) -> None:
    text = (
        "Le Sénat a ratifié le traité le 5 mars 2021. La ratification par les sénateurs ne surprend personne."
    )
    first, second = link_mentions(read_text(text, "2021-06-01", PARLIAMENT).mentions, PARLIAMENT)
    assert (second.date, second.date_id, second.date_basis) == ("2021-03-05", "", "inferred")
    assert first.event_id == second.event_id


def test_the_occasion_shares_the_date(read_text: Callable[..., Reading]) -> None:
    text = "L'accord a été signé le 2 mai 2019 lors d'une visite de la ministre à Oslo."
    found = {m.label: m.date for m in read_text(text, "2021-06-01", PARLIAMENT).mentions}
    assert found == {"Signature": "2019-05-02", "visit": "2019-05-02"}
    text = (
        "L'accord, signé par la ministre et Jean Roux en mai 2019 lors d'une visite à Oslo, vaut pour tous."
    )
    found = {m.label: m.date for m in read_text(text, "2021-06-01", PARLIAMENT).mentions if m.date_id}
    assert found == {"Signature": "2019-05", "visit": "2019-05"}
    text = (
        "« Ces retards pourraient inquiéter les marins », a commenté le maire de Brest "
        "lors d'une visite à Oslo le 2 mai 2019."
    )
    found = {
        m.label: m.date
        for m in read_text(text, "2021-06-01", PARLIAMENT).mentions
        if m.date_id or m.date_from
    }
    assert found == {"statement": "2019-05-02", "visit": "2019-05-02"}


def test_a_date_beside_an_event_is_not_that_of_the_words_reported_around_it(
    read_text: Callable[..., Reading],
) -> None:
    text = (
        "Le maire a affirmé lundi soir que dix bus se trouvaient déjà dans la région russe de Koursk où, "
        "depuis son offensive surprise en août, l'armée occupe des villages."
    )
    asked = Investigation(event_types=(EventType("offensive", "Offensive", ("offensive",)),))
    assert {m.type: m.date for m in read_text(text, "2021-11-03", asked).mentions}["offensive"] == "2021-08"


def test_what_was_planned_once_is_not_bound_by_the_day_of_its_article(
    read_text: Callable[..., Reading],
) -> None:
    text = "Le traité devait encore être signé par le roi."
    (found,) = read_text(text, "2021-06-01", PARLIAMENT).mentions
    assert (found.status, found.date, found.date_basis) == ("planned", "", "published")


@pytest.mark.parametrize(
    ("sentence", "told"),
    [
        ("Le traité doit être ratifié par le Sénat avant d'être signé.", "signing planned, upper planned"),
        (
            "Le traité doit partir au Sénat pour un vote avant d'être signé.",
            "other planned, signing planned, upper reported",
        ),
        ("Le Sénat a ratifié le traité avant de signer.", "upper reported"),
        ("Le traité ne doit pas être ratifié par le Sénat avant d'être signé.", ""),
        ("Le vote du Sénat intervient deux jours après celui des députés.", "lower reported, upper reported"),
        ("Le vote du Sénat suit celui de la ville.", "other reported, upper reported"),
        ("Le maire du Sénat suit celui des députés.", ""),
    ],
)
def test_a_step_is_told_by_what_is_to_come_before_it_and_by_a_pronoun(
    read_text: Callable[..., Reading], sentence: str, told: str
) -> None:
    found = read_text(sentence, "2021-06-01", PARLIAMENT).mentions
    assert ", ".join(sorted(f"{m.type} {m.status}" for m in found)) == told


@pytest.mark.parametrize(
    ("sentence", "label"),
    [
        ("L'écrivain est mort le 2 avril 2018 à Nice.", "death"),
        ("Un incendie a ravagé le marché le 4 juin 2020.", "event (ravager)"),
        ("Le pont a été inauguré le 12 septembre 2022.", "opening"),
        ("La ministre a annoncé le 3 mai 2021 un plan pour les forêts.", "statement"),
        ("La fermeture de l'usine est prévue le 1er avril 2023.", "closing"),
        ("Les deux présidents se sont rencontrés le 3 mai 2021.", "meeting"),
        ("Le club a perdu la finale le 3 mai 2021.", "defeat"),
        ("L'éleveur a perdu vingt brebis le 3 mai 2021.", "event (perte)"),
        ("La romancière s'est éteinte le 3 mai 2021 à Nantes.", "death"),
        ("L'alarme a été éteinte le 3 mai 2021 par un gardien.", "event (éteindre)"),
        ("Le moteur s'est éteint le 3 mai 2021.", "event (éteindre)"),
    ],
)
def test_without_an_investigation_common_events_have_a_label(
    read_text: Callable[..., Reading], sentence: str, label: str
) -> None:
    (found,) = (m for m in read_text(sentence, "2022-10-01").mentions if m.date_id)
    assert (found.type, found.label) == ("other", label)


@pytest.mark.parametrize(
    "sentence",
    [
        "Le pays est en guerre depuis février 2022.",
        "La ville compte 3000 habitants.",
        "Désormais, elle attend.",
        "Des émaux du XIIe siècle se volent bien.",
    ],
)
def test_states_and_undated_sentences_are_no_events(read_text: Callable[..., Reading], sentence: str) -> None:
    assert link_mentions(read_text(sentence, "2023-01-01").mentions) == ()


def test_a_statement_that_nobody_made_is_no_event(read_text: Callable[..., Reading]) -> None:
    assert read_text("Le maire n'a pas démenti ce départ en octobre 2021.").mentions == ()
    assert [m.label for m in read_text("Le maire a démenti ce départ en octobre 2021.").mentions] == [
        "statement"
    ]


def test_who_took_part_is_known_by_name(read_text: Callable[..., Reading]) -> None:
    (found,) = read_text("La France et le Maroc ont signé un accord le 2 mai 2019.", "2020-01-01").mentions
    assert found.actors == ("France", "Maroc")


def test_a_mention_says_who_reports_it(read_text: Callable[..., Reading]) -> None:
    text = "Selon la police, l'homme est mort le 2 avril 2018."
    (found,) = read_text(text, "2020-01-01").mentions
    assert "police" in found.attributed_to


def events(*mentions: Mention, asked: Investigation = PARLIAMENT) -> list[set[str]]:
    """Return the articles of each event."""
    linked = link_mentions(mentions, asked)
    return [
        {m.article_id for m in linked if m.event_id == i} for i in dict.fromkeys(m.event_id for m in linked)
    ]


def test_what_an_article_plans_for_a_day_it_does_not_tell_as_done_around_or_before_it() -> None:
    asked = Investigation(event_types=(EventType("vote", "Vote", ("élection",), once=True),))
    told = [
        mention("a", "2012", "vote"),
        mention("a", "2012-11-06", "vote", status="planned", start=60),
        mention("a", "../2012-11-02", "vote", date_basis=PUBLISHED, start=90),
    ]
    assert {m.status for m in link_mentions(told, asked)} == {"planned"}
    other = mention("b", "2012", "vote")
    assert [m.status for m in link_mentions([told[1], other], asked)] == ["planned", "reported"]


def test_what_happens_once_is_one_event_whatever_its_dates() -> None:
    assert events(mention("a", "2021-03-05", "upper"), mention("b", "2021-03-07", "upper")) == [{"a", "b"}]


@pytest.mark.parametrize(
    "text", ["Les écoles ont rouvert le 5 mars 2021.", "La maternité a rouvert le 5 mars 2021."]
)
def test_two_things_that_reopen_are_two_events(text: str, read_text: Callable[..., Reading]) -> None:
    asked = Investigation(event_types=(EventType("opening", "Opening", ("rouvrir",), once=True),))
    factory = "L'usine a rouvert le 5 mars 2021."
    told = (*read_text(factory, "2021-06-01", asked).mentions, *read_text(text, "2021-06-01", asked).mentions)
    assert len({m.event_id for m in link_mentions(told, asked)}) == 2


@pytest.mark.parametrize(
    ("text", "many"),
    [
        ("Navitor a donné une fête pour la ville.", 2),
        ("La ville a donné raison à Navitor.", 2),
        ("Le terrain que la ville a donné à Navitor est vide.", 1),
    ],
)
def test_a_verb_that_says_little_is_one_event_by_most_of_its_words(
    text: str, many: int, read_text: Callable[..., Reading]
) -> None:
    given = read_text("Ce jour-là, la ville a donné un terrain à Navitor.", "2021-06-01").mentions
    told = (*given, *read_text(text, "2021-06-01").mentions)
    assert len(told) == 2
    assert len({m.event_id for m in link_mentions(told)}) == many


@pytest.mark.parametrize(
    ("sentence", "text", "status"),
    [
        ("Le virement a eu lieu le 6 mai 2021.", "virement a eu lieu le 6 mai 2021", "reported"),
        ("Les travaux ont commencé dès le 6 mai 2021.", "commencé dès le 6 mai 2021", "reported"),
        ("Le maire a été entendu le 6 mai 2021.", "entendu le 6 mai 2021", "reported"),
        ("L'affiche restera là le temps qu'un procès tranche.", "procès", "planned"),
        ("Le four reste froid en attendant qu'un vote ait lieu.", "vote", "planned"),
        ("Le maire doit être entendu le 6 mai 2021.", "entendu le 6 mai 2021", "planned"),
        ("Qui a vendu le terrain ?", "", ""),
    ],
)
def test_what_takes_place_has_its_day_and_a_question_tells_nothing(
    read_text: Callable[..., Reading], sentence: str, text: str, status: str
) -> None:
    found = read_text(sentence, "2021-06-01").mentions
    assert [(m.text, m.status) for m in found] == ([(text, status)] if text else [])


def test_what_may_happen_again_is_another_event_on_another_day() -> None:
    assert events(mention("a", "2021-03-05"), mention("b", "2021-03-07")) == [{"a"}, {"b"}]
    assert events(mention("a", "2021-03-05"), mention("b", "2021-03-05")) == [{"a", "b"}]


def test_two_dates_in_one_article_are_two_events() -> None:
    twice = (mention("a", "2021-03-05", "signing"), mention("a", "2021-03-07", "signing", start=20))
    assert len(events(*twice, mention("b", "2021-03-07", "signing"))) == 2


def test_other_actors_make_another_event() -> None:
    assert len(events(mention("a", "2021-03-05"), mention("b", "2021-03-05", actors=("Inde",)))) == 2


def test_a_sale_of_one_day_in_like_words_is_one_whoever_stands_beside_it(
    read_text: Callable[..., Reading],
) -> None:
    texts = (
        "La Marchande de cerises a été adjugée 4 millions d'euros jeudi à Paris.",
        "Jeudi, la Marchande de cerises, toile de Luc Roux, a été adjugée 4 millions d'euros.",
        "Jeudi, le pastel du duc a été adjugé trois sous à Marc Hay.",
    )
    told = [m for text in texts for m in read_text(text, "2024-03-16").mentions if m.date_id]
    first, second, third = (m.event_id for m in link_mentions(told))
    assert first == second != third


def test_an_event_told_in_two_ways_is_known_by_either() -> None:
    told = (
        mention("a", "2021-03-05", actors=("Parlement", "Inde")),
        mention("b", "2021-03-05", actors=("Inde", "Sénat")),
        mention("c", "2021-03-05", actors=("Sénat",)),
    )
    assert events(*told) == [{"a", "b", "c"}]


def test_a_month_joins_the_day_within_it() -> None:
    assert events(mention("a", "2021-03"), mention("b", "2021-03-05")) == [{"a", "b"}]


def test_the_id_of_an_event_does_not_depend_on_the_other_articles() -> None:
    one, two, three = mention("a", "2021-03-05"), mention("b", "2021-03-05"), mention("c", "2021-04-09")
    alone = link_mentions([two], PARLIAMENT)[0].event_id
    assert {m.event_id for m in link_mentions([one, two, three], PARLIAMENT)} >= {alone}
    assert link_mentions([three, two, one], PARLIAMENT)[1].event_id == alone


def test_what_no_date_belongs_to_is_left_out() -> None:
    assert link_mentions([mention("a", "")], PARLIAMENT) == ()


def test_a_dated_verb_that_no_vocabulary_knows_is_a_dated_passage(read_text: Callable[..., Reading]) -> None:
    mentions = read_text("Un incendie a ravagé le marché le 4 juin 2020.", "2022-10-01").mentions
    assert [(m.label, m.date) for m in link_mentions(mentions)] == [
        ("fire", "../2022-10-01"),
        ("dated passage", "2020-06-04"),
    ]


@pytest.mark.parametrize(
    ("line", "text"),
    [
        ("Mercredi 5 octobre. Entrée du cirque dans la ville.", "Entrée"),
        ("5 octobre 2022 : le cirque quitte la ville", "5 octobre 2022 : le cirque quitte"),
        ("5 octobre 2022 : enquête ouverte à Papeete", "5 octobre 2022 : enquête ouverte"),
        ("Le 5 octobre, un jour de marché.", ""),
    ],
)
def test_a_day_that_stands_alone_dates_what_is_noted_behind_it(
    read_text: Callable[..., Reading], line: str, text: str
) -> None:
    mentions = link_mentions(read_text(line, "2022-10-10").mentions)
    assert [(m.date, m.text) for m in mentions if m.date_id] == ([("2022-10-05", text)] if text else [])


@pytest.mark.parametrize(
    ("text", "events"),
    [
        ("Deux hommes ont été arrêtés mardi.", [("arrest", "reported")]),
        ("L'appareil s'était arrêté trois heures en février 2017.", [("dated passage", "reported")]),
        ("Le feu s'est déclaré lundi dans un entrepôt.", [("fire", "reported")]),
        ("Vingt familles ont été évacuées mardi.", [("evacuation", "reported")]),
        ("L'armée s'est retirée de la ville mardi.", [("withdrawal", "reported")]),
        ("La fuite a commencé le mardi 12 mars 2024 et non la veille.", [("start", "reported")]),
        ("La télécabine ne rouvrira pas avant la fin de l'hiver.", []),
        ("Sans les voisins, l'incendie aurait détruit le hangar mardi.", []),
        ("S'il avait plu mardi, la grange n'aurait pas brûlé.", []),
        ("Il aurait fallu fermer l'école dès lundi.", []),
        ("Le feu, qui a tué deux hommes en mai, aurait pu s'étendre.", [("killing", "reported")]),
        ("En 2004, elle quittera la mairie.", [("dated passage", "reported")]),
        ("Le président a prévu de revenir chaque jour jusqu'à lundi.", []),
        ("Si le texte est voté, l'usine fermera en juin.", [("closing", "hypothetical")]),
        ("L'équipe doit gagner samedi si elle veut rester.", [("victory", "hypothetical")]),
        ("Le calendrier est tel cette année que l'équipe doit gagner à Lens.", []),
        ("La ministre est attendue mercredi à Lens.", [("dated passage", "planned")]),
        ("La ministre est à Lens, où s'ouvre ce soir la foire.", [("dated passage", "planned")]),
        ("La foire commence ce soir à Lens.", [("start", "planned")]),
        ("Le procès débute ce soir à Lens.", [("trial", "planned")]),
        ("La conférence se tient ce soir à Lens.", [("meeting", "planned")]),
        ("La conférence s'est tenue ce soir à Lens.", [("meeting", "reported")]),
        ("L'équipe affronte ce soir Lens.", [("match", "planned")]),
        ("La foule occupe ce soir la gare de Lens.", [("dated passage", "reported")]),
        ("La finale n'est pas allée à son terme dimanche.", [("match", "reported")]),
        ("La ministre va partir dimanche.", [("dated passage", "planned")]),
        ("Le préfet avait convoqué les deux présidents pour mercredi.", [("dated passage", "planned")]),
        ("Le maire a indiqué que le pont ne fermerait que le 1er août.", [("closing", "planned")]),
        ("Selon le maire, le pont fermerait le 1er août.", [("closing", "hypothetical")]),
        # the day of what is told is none of the telling
        ("Un bénévole raconte une réunion, le 12 mars.", []),
        ("Un bénévole a raconté le 12 mars une réunion.", [("dated passage", "reported")]),
        ("Les élus vont, dans un mois, choisir un président.", [("dated passage", "planned")]),
        ("« Nous aurions dû le faire », glisse le maire en référence à l'incident de janvier.", []),
        ("« C'est trop tard », a dit le maire en réaction à la motion de mardi.", []),
        ("Le navire est immobilisé depuis mardi à Malte.", [("dated passage", "reported")]),
        ("Les lycéens sont bloqués à Lens depuis le 12 mars.", [("dated passage", "reported")]),
        ("L'enfant n'a pas été revu depuis mardi.", []),
        ("Dix cas ont été recensés à Lens depuis mardi.", []),
        ("La fermeture est due à une chute des ventes (15 % de moins en 2012) et des prix.", []),
    ],
)
def test_what_happens_by_itself_later_or_on_a_condition(
    read_text: Callable[..., Reading], text: str, events: list[tuple[str, str]]
) -> None:
    linked = link_mentions(read_text(text, "2024-03-14").mentions)
    assert [(m.label, m.status) for m in linked if m.date_basis != "published"] == events


def test_an_amendment_by_a_persons_name_is_no_participant(read_text: Callable[..., Reading]) -> None:
    (found,) = read_text("L'Assemblée a voté mardi l'amendement Paoletti.", "2024-03-14").mentions
    assert found.actors == ("Assemblée",)


def test_two_statements_of_one_person_on_one_day_are_two_if_they_say_other_things() -> None:
    said = {"label": "statement", "actors": ("Roux",)}
    first = mention("a", "2021-03-01", "other", words=("taxe", "budget"), **said)
    other = mention("b", "2021-03-01", "other", words=("navire", "émission"), **said)
    same = mention("c", "2021-03-01", "other", words=("taxe", "ajouter", "budget"), **said)
    one, two, three = link_mentions((first, other, same))
    assert one.event_id == three.event_id != two.event_id
    bare = (mention(a, "2021-03-01", "other", label="statement", actors=(), words=()) for a in "ab")
    assert len({m.event_id for m in link_mentions(tuple(bare))}) == 2
    one, two = link_mentions((first, replace(other, article_id="a", mention_id="m-2", start=60, end=65)))
    assert one.event_id != two.event_id


@pytest.mark.parametrize(
    ("text", "happened"),
    [
        ("Deux wagons ont quitté les rails.", [("ont quitté", "reported")]),
        ("Le hangar a été détruit par les flammes.", [("détruit", "reported")]),
        ("Le maire fermera la piscine.", [("fermera", "planned")]),
        ("La grève touche trois dépôts.", [("grève", "reported")]),
        ("L'enquête a été confiée à la gendarmerie.", [("enquête", "reported")]),
        ("L'usine emploie 300 personnes.", []),
        ("Il était une fois un cordonnier.", []),
        ("Les deux wagons n'ont pas quitté les rails.", []),
        ("Les deux wagons auraient quitté les rails.", []),
        ("On réclame la fermeture définitive.", [("fermeture", "hypothetical")]),
        ("La fermeture demandée par les riverains est examinée.", [("fermeture", "hypothetical")]),
        ("L'association appelle à la fermeture du site.", [("fermeture", "hypothetical")]),
        ("Le maire a expliqué son vote.", [("vote", "reported")]),
        ("« Nous avons perdu la clef », dit le gardien.", []),
        ("Ce n'est pas la première fois que l'usine connaît un accident.", []),
        ("L'usine a connu un accident.", [("accident", "reported")]),
        ("L'inspection du travail se tait.", []),
        ("Selon l'Inspection générale d'État, le rapport se tait.", []),
        ("Le Bureau d'enquêtes sur les accidents de transport se tait.", []),
    ],
)
def test_what_is_told_as_done_or_to_come_happens_though_nothing_dates_it(
    read_text: Callable[..., Reading], text: str, happened: list[tuple[str, str]]
) -> None:
    found = read_text(text, "2024-03-14").mentions
    assert [(m.text, m.status) for m in found] == [(words.split()[-1], status) for words, status in happened]
    bounds = {"reported": "../2024-03-14", "hypothetical": "../2024-03-14", "planned": "2024-03-14/.."}
    assert all((m.date, m.date_basis) == (bounds[m.status], "published") for m in found)


def test_an_undated_happening_joins_the_one_of_its_kind_that_articles_on_its_matter_tell() -> None:
    undated = {"date_basis": "published", "actors": (), "words": ()}
    one = mention("a", "2021-03-05", "signing")
    two = mention("b", "../2021-03-07", "signing", **undated)
    far = mention("c", "../2021-12-31", "signing", **undated)
    beside = {article: frozenset("abc") for article in "abc"}
    linked = link_mentions([one, two, far], PARLIAMENT, beside)
    assert linked[0].event_id == linked[1].event_id != linked[2].event_id
    assert len({m.event_id for m in link_mentions([one, two], PARLIAMENT)}) == 2
    asked = replace(two, status="hypothetical")
    assert len({m.event_id for m in link_mentions([one, asked], PARLIAMENT, beside)}) == 2


def test_an_undated_happening_is_none_of_another_day_that_its_sentence_gives() -> None:
    undated = {"date_basis": "published", "actors": (), "words": ()}
    undated |= {"words": ("pont",)}
    one = mention("a", "2021-03-05", "other", label="arrest", words=("pont",))
    old = mention("b", "2019-11", "other", label="launch", start=20)
    two = mention("b", "../2021-03-07", "other", label="arrest", **undated)
    beside = {article: frozenset("ab") for article in "ab"}
    assert old.sentence_start == two.sentence_start
    assert len({m.event_id for m in link_mentions([one, old, two], PARLIAMENT, beside)}) == 3
    assert len({m.event_id for m in link_mentions([one, two], PARLIAMENT, beside)}) == 1
    asked = [replace(m, type="signing") for m in (one, two)]  # "deux semaines après celui des députés"
    assert len({m.event_id for m in link_mentions([*asked, old], PARLIAMENT, beside)}) == 2


def test_a_title_is_of_what_its_own_article_tells() -> None:
    head = mention("a", "../2021-03-07", "other", label="arrest", date_basis="published", words=("pont",))
    own = mention("a", "2021-03-05", "other", label="arrest", start=60, words=("pont", "grue"))
    other = mention("b", "2021-03-06", "other", label="arrest", words=("pont",))
    beside = {article: frozenset("ab") for article in "ab"}
    head, own, other = link_mentions([head, own, other], related=beside)
    assert head.event_id == own.event_id


def test_two_acts_that_nothing_describes_alike_are_two_though_each_article_dates_one() -> None:
    one = mention("a", "2021-03-05", "other", label="event (suspendre)", actors=("Roy",), words=("union",))
    two = mention("b", "2021-03-06", "other", label="event (suspendre)", actors=("Roy",), words=("club",))
    beside = {article: frozenset("ab") for article in "ab"}
    assert len({m.event_id for m in link_mentions([one, two], related=beside)}) == 2
    same = replace(two, words=())
    assert len({m.event_id for m in link_mentions([one, same], related=beside)}) == 1


def test_two_inquiries_with_nothing_beside_them_are_not_one() -> None:
    undated = {"date_basis": "published", "actors": (), "words": ()}
    said = {"label": "event (enquête)"} | undated
    one, two = (mention(a, "../2021-03-05", "other", **said) for a in "ab")
    beside = {article: frozenset("ab") for article in "ab"}
    assert len({m.event_id for m in link_mentions([one, two], related=beside)}) == 2
    same = [replace(m, words=("pont", nr)) for m, nr in ((one, "un"), (two, "deux"))]
    assert len({m.event_id for m in link_mentions(same, related=beside)}) == 1


def test_what_has_happened_ends_with_the_day_of_its_article(read_text: Callable[..., Reading]) -> None:
    found = read_text("Une tempête a frappé la côte en début de semaine.", "2024-03-14").mentions
    assert "2024-03-11/2024-03-13" in {mention.date for mention in found}
    found = read_text("Une tempête a frappé la côte cette semaine.", "2024-03-14").mentions
    assert "2024-03-11/2024-03-14" in {mention.date for mention in found}


def test_what_lasted_two_months_or_a_night_is_of_both_its_ends(read_text: Callable[..., Reading]) -> None:
    text = "La ville a été paralysée en mars et avril 2017. Le pont a été détruit en mars et mai 2018. "
    text += (
        "Deux barrages ont été démontés dans la nuit de mercredi à jeudi. Le port a fermé en 2019 et en 2020."
    )
    dates = {m.date for m in read_text(text, "2024-03-14").mentions}
    assert {"2017-03/2017-04", "2018-03", "2024-03-13/2024-03-14", "2019/2020"} <= dates


def test_a_night_until_which_people_waited_dates_no_speech(read_text: Callable[..., Reading]) -> None:
    waited = (
        "Devant la foule qui a attendu dehors jusque tard dans la nuit, le maire a remercié les électeurs."
    )
    assert not {m.date for m in read_text(waited, "2024-03-14").mentions} - {""}
    fired = "Un missile a été tiré mercredi avant l'aube."
    assert "2024-03-13" in {m.date for m in read_text(fired, "2024-03-14").mentions}


def test_an_hour_or_part_of_a_day_by_itself_dates_no_event(read_text: Callable[..., Reading]) -> None:
    text = "La ligne est fermée depuis le 1er mars. Un missile a été tiré avant l'aube. "
    text += "Le maire a réagi à 8 h 30. Mercredi, la juge a entendu le chauffeur à 9 heures."
    dates = [m.date for m in read_text(text, "2024-03-14").mentions]
    assert dates == ["2024-03-01", "../2024-03-14", "../2024-03-14", "2024-03-13"]


@pytest.mark.parametrize(
    ("sentence", "events"),
    [
        # what is allowed or was achieved is a fact, what may be or may have been is none
        ("Les sinistrés ont pu regagner leur logement mardi.", [("2024-05-14", "reported")]),
        ("Les habitants peuvent de nouveau boire l'eau, ce jeudi.", [("2024-05-16", "reported")]),
        ("Les secours n'ont pas pu approcher du site mardi.", [("2024-05-14", "denied")]),
        ("L'incendie a pu être causé mardi par un mégot.", [("2024-05-14", "hypothetical")]),
        ("La rivière pourrait déborder vendredi.", [("2024-05-17", "hypothetical")]),
        ("La mairie n'envisage pas de visite mardi.", [("2024-05-21", "denied")]),
        ("Le pays n'a pas attendu l'attaque de 2022 pour s'armer.", [("2022", "reported")]),
        ("Le club, fondé en 1987, aurait de quoi tenir, selon un banquier.", [("1987", "reported")]),
        ("On a vendu du pain mardi comme si de rien n'était.", [("2024-05-14", "reported")]),
        (
            "Les locataires évacués mardi auront un toit, a promis mercredi le maire.",
            [("2024-05-14", "reported"), ("2024-05-15", "reported")],
        ),
        # what is asked is open, not what the question takes for known
        ("La digue a-t-elle cédé mardi ?", [("2024-05-14", "hypothetical")]),
        ("Est-ce que la digue a cédé mardi ?", [("2024-05-14", "hypothetical")]),
        ("Pourquoi la digue a-t-elle cédé mardi ?", [("2024-05-14", "reported")]),
        # a day is that of its own verb
        (
            "Lundi soir, un groupe se faisant appeler Meduse s'est vanté sur un forum d'avoir copié 60 noms.",
            "Lundi soir, un groupe se faisant appeler Meduse s'est vanté",
        ),
        (
            "Le conducteur, blessé lundi, est décédé, a confirmé mardi le parquet.",
            "confirmé mardi|blessé lundi",
        ),
        (
            "La toile vendue à Brest il y a deux semaines ne partira pas.",
            "vendue à Brest il y a deux semaines",
        ),
        ("Le camion arrêté lundi à Lens sera fouillé.", "arrêté lundi"),
        ("Tel est le bilan des violences du 3 mai, publié mardi par le parquet.", "publié mardi"),
        ("Élu maire en 2014, le médecin cumulait trois mandats.", ""),
        ("Les juges ont visé Luc Roux, en poste de 2014 à 2016.", ""),
        ("Il a retrouvé de vieilles fiches datées de 1998.", ""),
        ("Les avocats sont revenus sur le repas du 12 mars 2015.", ""),
        # nor is what is spoken of, or told of who speaks, the day of the words
        ("Le maire est revenu sur la nuit du 3 au 4 mai.", ""),
        ("Le maire est revenu dans la nuit du 3 au 4 mai.", "revenu dans la nuit du 3 au 4 mai"),
        ("De la nuit du 3 au 4 mai, il concède qu'elle fut longue.", ""),
        ("Quant au débordement du lac, le vendredi 3 mai, « il n'a rien à voir », a-t-il juré.", ""),
        (
            "Le vendredi 3 mai, « il n'a rien à voir », a-t-il juré.",
            "vendredi 3 mai, « il n'a rien à voir », a-t-il juré",
        ),
        ("Elle rappelle qu'en mai le club jouait à Nantes.", "mai le club jouait"),
        ("« Le feu a pris », raconte Paul Roy, qui était de garde dans la nuit du 3 au 4 mai.", ""),
        (
            "Il rappelle un précédent : en mars 2022, un camion avait disparu.",
            "mars 2022, un camion avait disparu",
        ),
        ("Les juges ont évoqué la perquisition du 3 mai.", "perquisition du 3 mai"),
        ("La foire du 3 mai a attiré la foule.", "3 mai a attiré"),
        ("Un taxi a repassé le rond-point vendredi à l'aube.", "repassé le rond-point vendredi à l'aube"),
        ("Les villageois n'ont pas oublié l'été 2011.", ""),
        ("Le Mali a rappelé mardi son ambassadeur à Paris.", "rappelé mardi"),
        ("Le conducteur a oublié mardi de freiner.", "oublié mardi"),
        ("« Je n'ai rien pris, ni cette année ni avant », dit Paul Roy.", ""),
        # what the reporters do is none of the matter
        ("Notre équipe a passé la journée de mardi sur le campus.", ""),
        ("Contactée mardi par l'AFP, la société n'a pas répondu.", ""),
        ("Mardi soir, la porte-parole a répondu à nos questions.", ""),
        ("Le ministère nous a priés de revenir lundi.", ""),
        ("Le maire, que nous avons rencontré mardi, ne cède pas.", ""),
        ("« Le préfet nous a reçus mardi », dit Paul Roy.", "reçus mardi"),
        ("Interrogée mardi par la police, la suspecte a avoué.", "Interrogée mardi"),
    ],
)
def test_a_day_and_how_sure_it_is_belong_to_one_verb(
    read_text: Callable[..., Reading], sentence: str, events: object
) -> None:
    dated = [m for m in read_text(sentence, "2024-05-16").mentions if m.date_id]
    words = "|".join(sorted((m.text for m in dated), key=lambda text: text.split()[-1], reverse=True))
    assert (words if isinstance(events, str) else [(m.date, m.status) for m in dated]) == events


@pytest.mark.parametrize(
    ("sentence", "label"),
    [
        ("Une cuve a été arrêtée mardi.", "event (arrêter)"),
        ("Deux suspects ont été arrêtés mardi.", "arrest"),
        ("Le différend est né mardi.", "event (naître)"),
        ("La petite fille est née mardi.", "birth"),
        ("L'arrêté interdit tout rassemblement mardi.", "event (interdire)"),
        ("La foule a gagné la gare mardi.", "event (gagner)"),
        ("Le club a gagné la coupe mardi.", "victory"),
        ("La mise en service est promise pour mardi.", "event (promettre)"),
        ("Le maire a promis mardi une aide.", "statement"),
        ("« Bonne chance », a lancé mardi le maire.", "statement"),
    ],
)
def test_a_kind_is_named_where_the_words_mean_it(
    read_text: Callable[..., Reading], sentence: str, label: str
) -> None:
    assert label in {m.label for m in read_text(sentence, "2024-05-16").mentions if m.date_id}


@pytest.mark.parametrize(
    ("trigger", "text", "named"),
    [
        ("à l'arrêt", "L'usine de Lens est à l’arrêt depuis jeudi.", ["à l’arrêt"]),
        ("au ralenti", "L'usine de Lens tourne au ralenti.", ["au ralenti"]),
        ("être élu", "Paul Vernet a été élu lundi.", ["été élu lundi"]),
        ("à l'arrêt", "L'usine n'est pas à l'écart. L'arrêt de la cour le dit.", []),
    ],
)
def test_a_phrase_of_an_investigation_may_begin_with_a_preposition(
    read_text: Callable[..., Reading], trigger: str, text: str, named: list[str]
) -> None:
    asked = Investigation(event_types=(EventType("stop", "Stop", (trigger,)),))
    found = read_text(text, "2024-06-14", asked).mentions
    assert [m.text for m in found if m.type == "stop"] == named


def test_a_pronoun_is_what_the_sentence_before_is_about(read_text: Callable[..., Reading]) -> None:
    text = "L'école a été fermée lundi. La mine a été fermée mardi. Elle est fermée pour un an."
    school, mine, again = link_mentions(read_text(text, "2024-06-14").mentions)
    assert school.event_id != mine.event_id == again.event_id


@pytest.mark.parametrize(
    ("opening", "date"),
    [
        ("La soirée électorale a culminé en une signature de traité.", "2023-01-09"),
        ("La campagne électorale a culminé en une signature de traité.", "../2023-01-10"),
    ],
)
def test_an_evening_is_dated_by_the_sentence_behind(
    read_text: Callable[..., Reading], opening: str, date: str
) -> None:
    told = read_text(f"{opening} Le résultat n'était pas connu hier soir.", "2023-01-10", PARLIAMENT).mentions
    assert {m.date for m in told if m.type == "signing"} == {date}
