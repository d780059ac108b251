"""French sentence → the number it states."""

from __future__ import annotations

from collections.abc import Callable
from math import isfinite

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dossier.dates import find_expressions
from dossier.language import Parsed
from dossier.quantities import find_quantities
from dossier.quantities.phrases import find_phrases
from dossier.records import Quantity, TimeExpression

PIECES = [
    *(
        " ",
        " ",
        "\u202f",
        "-",
        ",",
        ".",
        "'",
        " à ",
        " et ",
        " de ",
        " d'",
        " entre ",
        " ou ",
        " des ",
        " sur ",
    ),
    *("12", "000", "1 500", "3,4", "10.000", "un", "deux", "vingt", "cent", "mille", "neuf", "millions"),
    *(
        "dizaine",
        "centaines",
        "milliers",
        "plus de ",
        "au moins ",
        "jusqu'à ",
        "quelques ",
        "plusieurs ",
        "hommes",
    ),
]
Read = Callable[[str], list[Quantity]]


@pytest.fixture
def read(parse_text: Callable[..., Parsed]) -> Read:
    return lambda text: list(find_quantities(parsed := parse_text(text), find_expressions(parsed)))


def say(quantity: Quantity) -> tuple[str, float | None, float | None, str]:
    return quantity.text, quantity.low, quantity.high, quantity.comparator


@pytest.mark.parametrize(
    ("written", "value"),
    [
        ("12 000", 12_000),
        ("12\u00a0000", 12_000),
        ("12\u202f000", 12_000),
        ("12\u2009000", 12_000),
        ("12\u2007000", 12_000),
        ("12'000", 12_000),
        ("12’000", 12_000),
        ("12.000", 12_000),
        ("12000", 12_000),
        ("1 234 567", 1_234_567),
        ("trois", 3),
        ("vingt et un", 21),
        ("soixante et onze", 71),
        ("quatre-vingt-dix-neuf", 99),
        ("septante", 70),
        ("deux cents", 200),
        ("mille deux cent cinquante", 1250),
        ("trois cent vingt mille", 320_000),
    ],
)
def test_every_way_to_write_a_number(read: Read, written: str, value: float) -> None:
    (quantity,) = read(f"Le port a accueilli {written} réfugiés.")
    assert say(quantity) == (f"{written} réfugiés", value, value, "exact")


@pytest.mark.parametrize(
    ("phrase", "low", "high", "comparator"),
    [
        ("1,5 million de tonnes", 1_500_000, 1_500_000, "exact"),
        ("deux millions et demi de tonnes", 2_500_000, 2_500_000, "exact"),
        ("un milliard de tonnes", 1e9, 1e9, "exact"),
        ("une trentaine de blessés", 30, 30, "about"),
        ("une bonne centaine de blessés", 100, 100, "about"),
        ("une demi-douzaine de navires", 6, 6, "about"),
        ("un demi-million d'euros", 500_000, 500_000, "exact"),
        ("une dizaine de milliers de tonnes", 10_000, 10_000, "about"),
        ("quelque 3 000 tonnes", 3000, 3000, "about"),
        ("environ 3 000 tonnes", 3000, 3000, "about"),
        ("près d'un million de tonnes", 1e6, 1e6, "about"),
        ("presque 500 tonnes", 500, 500, "about"),
        ("à peine 500 tonnes", 500, 500, "about"),
        ("autour de 500 tonnes", 500, 500, "about"),
        ("de l'ordre de 500 tonnes", 500, 500, "about"),
        ("500 tonnes environ", 500, 500, "about"),
        ("un millier environ de tonnes", 1000, 1000, "about"),
        ("au moins 3000 tonnes", 3000, None, "at_least"),
        ("au moins une quarantaine de blessés", 40, None, "at_least"),
        ("pas moins de neuf navires", 9, None, "at_least"),
        ("3000 tonnes au minimum", 3000, None, "at_least"),
        ("plus de 1 500 tonnes", 1500, None, "more_than"),
        ("plus d'une centaine de navires", 100, None, "more_than"),
        ("un peu plus de 300 tonnes", 300, None, "more_than"),
        ("un tout petit peu moins de 300 tonnes", None, 300, "less_than"),
        ("jusqu'à 12'000 tonnes", None, 12_000, "at_most"),
        ("jusqu’à 12 000 tonnes", None, 12_000, "at_most"),
        ("au plus 300 tonnes", None, 300, "at_most"),
        ("pas plus de 300 tonnes", None, 300, "at_most"),
        ("300 tonnes au maximum", None, 300, "at_most"),
        ("deux tonnes et demie", 2.5, 2.5, "exact"),
        ("moins de 300 tonnes", None, 300, "less_than"),
        ("entre deux et quatre millions de tonnes", 2e6, 4e6, "between"),
        ("entre 500 000 et un million de tonnes", 500_000, 1e6, "between"),
        ("de 10 à 20 tonnes", 10, 20, "between"),
        ("3000 à 12 000 tonnes", 3000, 12_000, "between"),
        ("200 à 300 000 tonnes", 200_000, 300_000, "between"),
        ("quatre à cinq cents tonnes", 400, 500, "between"),
        ("deux ou trois navires", 2, 3, "between"),
        ("300, voire 400 tonnes", 300, 400, "between"),
        ("des milliers de tonnes", 1000, None, "vague"),
        ("des millions de tonnes", 1e6, None, "vague"),
        ("des centaines de milliers de tonnes", 100_000, None, "vague"),
        ("plusieurs centaines de tonnes", 200, None, "vague"),
        ("quelques milliers de tonnes", 2000, None, "vague"),
        ("des dizaines, voire des centaines de milliers de tonnes", 10_000, 100_000, "vague"),
    ],
)
def test_hedges_set_the_bounds(
    read: Read, phrase: str, low: float | None, high: float | None, comparator: str
) -> None:
    (quantity,) = read(f"Selon le port, le séisme a coûté {phrase}.")
    assert say(quantity) == (phrase, low, high, comparator)


@pytest.mark.parametrize(
    ("sentence", "text", "unit"),
    [
        ("Il a perdu plus de 10.000 de ses soldats.", "plus de 10.000 de ses soldats", "soldat"),
        ("On compte 1 500 morts ou blessés par jour.", "1 500 morts ou blessés par jour", "mort"),
        ("L'armée tient 500 kilomètres carrés du pays.", "500 kilomètres carrés", "kilomètre carré"),
        ("Neuf jeunes femmes sont rentrées.", "Neuf jeunes femmes", "femme"),
        ("Le projet coûte 3,4 M€.", "3,4 M€", "euro"),
        ("On a saisi 84 kg de résine.", "84 kg", "kilogramme"),
        ("On a pompé 400 m³ de boues rejetées.", "400 m³", "mètre cube"),
        ("Sont venus 4 Canadair de Nîmes.", "4 Canadair", "canadair"),
        ("Il attend 22 000 personnes de vendredi à lundi.", "22 000 personnes", "personne"),
        ("Le projet coûte 12 millions d'euros.", "12 millions d'euros", "euro"),
        ("Le parti a obtenu 12 % des voix.", "12 %", "%"),
        ("Douze pour cent des électeurs hésitent.", "Douze pour cent", "%"),
        ("Il est battu d'une voix contre lui.", "une voix", "voix"),
        ("Trois Suédois sont rentrés.", "Trois Suédois", "suédois"),
        ("Il dérive à 40 milles nautiques de Brest.", "40 milles nautiques", "mille"),
        ("Il dérive à une soixantaine de milles des côtes.", "une soixantaine de milles", "mille"),
        ("La ville a perdu 2 800 000 de signatures.", "2 800 000 de signatures", "signature"),
        ("La ville verse chaque année 3 millions d'euros.", "3 millions d'euros", "euro"),
        ("Cinq nouveau-nés sont partis.", "Cinq nouveau-nés", "nouveau-né"),
        ("Trois ronds-points sont bloqués.", "Trois ronds-points", "rond-point"),
        ("On a trouvé deux Français âgés de 29 à 61 ans.", "deux Français", "français"),
        ("Trente députés favorables au texte ont voté.", "Trente députés", "député"),
        ("On aide trente adultes âgés.", "trente adultes âgés", "adulte"),
    ],
)
def test_the_thing_counted(read: Read, sentence: str, text: str, unit: str) -> None:
    (quantity,) = read(sentence)
    assert (quantity.text, quantity.unit) == (text, unit)


@pytest.mark.parametrize(
    ("sentence", "bounds"),
    [
        ("Le coût frôlerait désormais les 13 milliards.", (13e9, 13e9, "about")),
        ("Le préjudice dépasserait en réalité 500 000 euros.", (500_000, None, "more_than")),
        ("La récolte ne dépassera pas, calcule-t-elle, 60 hectolitres.", (None, 60, "at_most")),
        ("Le taux de grévistes n'a jamais dépassé 38 %.", (None, 38, "at_most")),
        ("La teneur n'excède pas 50 milligrammes par litre.", (None, 50, "at_most")),
        ("Le préfet a pris un arrêté limitant les achats à 30 litres par véhicule.", (None, 30, "at_most")),
        ("Les loyers seront plafonnés à 600 euros.", (None, 600, "at_most")),
        ("Le budget a été dépassé de 20 %.", (20, 20, "exact")),
        ("On a trouvé près de 5 000 monnaies et quelques kilos d'or.", (5000, 5000, "about")),
        ("Il cite 63 courriels, au moins 112 mesures et une note.", (63, 63, "exact")),
        ("Il a été appelé 312 fois.", (312, 312, "exact")),
    ],
)
def test_the_words_around_set_the_bounds(
    read: Read, sentence: str, bounds: tuple[float | None, float | None, str]
) -> None:
    assert say(read(sentence)[0])[1:] == bounds


def test_a_great_number_needs_no_unit(read: Read) -> None:
    (quantity,) = read("Le coût est évalué à 3 milliards.")
    assert (quantity.low, quantity.unit) == (3e9, "")


def test_of_how_many_a_rate_tells_is_no_count(read: Read) -> None:
    (quantity,) = read("On compte plus de 400 cas pour 100 000 habitants.")
    assert quantity.text == "plus de 400 cas"


def test_signs_multiply(read: Read) -> None:
    (quantity,) = read("La dette atteint entre 3 et 4,5 Md€.")
    assert (quantity.low, quantity.high) == (3e9, 4.5e9)


@pytest.mark.parametrize(
    "sentence",
    [
        "La femme de 34 ans est rentrée.",
        "Il n'y a aucun doute.",
        "Il ne s'agit en aucun cas d'une fuite.",
        "Nulle part on n'a vu de blessés.",
        "Aucun n'est en danger.",
        "Il est mort le 12 août 1998.",
        "La séance commence à 20 h 30.",
        "L'article 5 du traité le prévoit.",
        "Les articles 4 et 5 des statuts le prévoient.",
        "Un Boeing 747 s'est posé.",
        "Un Su-35 et un F-16 se sont croisés.",
        "Le 3e régiment est parti.",
        "Les deux pays ont signé.",
        "L'un des deux ministres a signé.",
        "Un homme et une femme sont venus.",
        "Le prix est trois fois plus élevé.",
        "Appelez le 01 23 45 67 89.",
        "L'équipe a gagné 3 à 1.",
        "Un accord entre deux pays a été signé.",
        "Il a voté pour la troisième fois.",
        "Le conflit dure depuis deux ans et demi.",
        "Un Airbus A330-200 s'est posé.",
        "Il vit dans les Deux-Sèvres.",
        "La vague des années 80 est passée.",
        "Le séisme de magnitude 7,2 a surpris la ville.",
        "Les joueurs se sont quittés sur un 0-0.",
        "Le club perd un quart de finale.",
        "Écrivez au 12, rue Haute, 75002 Paris.",
        "La résolution 1701 des Nations unies est claire.",
        "La route nationale 12 est coupée.",
        "« Partez », a-t-il dit d'une voix blanche.",
        "Les élus ont parlé d'une seule voix.",
        "Ils viennent des quatre coins du pays.",
        "La mairie est à deux pas.",
        "C'est deux poids, deux mesures.",
        "La ville n'a pas déboursé un seul franc.",
        "Sur les douze points sondés à 300 reprises, trois sont à sec.",
        "Pour l'heure, ils sont deux.",
        "Il l'a signalé deux fois à la mairie.",
        "On ne le salue qu'une fois sur deux.",
        "Ils sont venus avec des casques neufs.",
        "Derrière chaque point, il y a quelqu'un.",
    ],
)
def test_what_is_no_count(read: Read, sentence: str) -> None:
    assert read(sentence) == []


def test_a_dated_expression_is_no_count(parse_text: Callable[..., Parsed]) -> None:
    parsed = parse_text("Ils en ont vendu en 2012 trois cents.")
    year = TimeExpression("d-1", "article", 20, 24, "2012", "DATE")
    assert all(q.low != 2012 for q in find_quantities(parsed, (year,)))


@pytest.mark.parametrize(
    ("sentence", "numbers", "unit"),
    [
        ("Douze des vingt ministres ont signé.", [12, 20], "ministre"),
        ("Aucun blessé n'est à déplorer.", [0], "blessé"),
        ("Aucun de nos salariés n'a été touché.", [0], "salarié"),
        ("L'accident n'a fait aucun mort.", [0], "mort"),
        ("Pas un seul soldat n'a tiré.", [0], "soldat"),
        ("Quinze navires ont coulé, deux autres ont disparu.", [15, 2], "navire"),
        ("Il y a 27 centres : 10 à Lyon, 4 à Nantes et 13 à Lille.", [27, 10, 4, 13], "centre"),
        ("Le texte est adopté par 300 voix contre 120.", [300, 120], "voix"),
        ("Sur neuf enquêtes, huit donnent le même résultat.", [9, 8], "enquête"),
        ("Le nombre est passé de 300 à 500 navires.", [300, 500], "navire"),
        ("Le débit est passé en quelques minutes de 300 à 500 litres.", [300, 500], "litre"),
        ("Les plongeurs ont retrouvé six corps sur neuf.", [6, 9], "corps"),
        ("Deux cents élèves, selon la ville, un millier selon eux.", [200, 1000], "élève"),
        ("La ville a 40 écoles, dont un peu plus d'une dizaine seront rénovées.", [40, 10], "école"),
        ("La région compte 1 900 lycées, dont un peu plus de 700 sont fermés.", [1900, 700], "lycée"),
        ("Dix navires ont coulé, dont quatre dans le port.", [10, 4], "navire"),
        ("Vingt États ont signé ; huit s'y sont opposés.", [20, 8], "état"),
        ("Le virus a tué trente malades et en a guéri plus de 400.", [30, 400], "malade"),
        ("Trente mille manifestants, contre 9 000 selon la mairie.", [30_000, 9000], "manifestant"),
        ("Elle a réuni 12 000 personnes, 40 000 selon la ville.", [12_000, 40_000], "personne"),
        ("On recense 14 cas à Lyon et 3 à Lille.", [14, 3], "cas"),
        ("On a vu 300 élèves. La veille, on en comptait plus de 600.", [300, 600], "élève"),
        ("Trente élèves ont signé. Au printemps, ils avaient dépassé les 700.", [30, 700], "élève"),
        ("La police a compté 500 élèves, la mairie 3 000.", [500, 3000], "élève"),
        ("La ville évalue à 450 le nombre de ménages.", [450], "ménage"),
        ("Le coût est passé de 10 à 20 millions d'euros.", [10e6, 20e6], "euro"),
        ("Elle en a obtenu 25 millions, lui en a voulu 60.", [25e6], ""),
        ("Le nombre de victimes a atteint 3 000.", [3000], "victime"),
        ("Les pompiers, au nombre de 350, sont partis.", [350], "pompier"),
        ("Les otages, une vingtaine au total, sont libres.", [20], "otage"),
        ("Hier, elles étaient 500 à défiler.", [500], ""),
        ("Les infirmières ont défilé. Elles étaient 400, selon la police.", [400], "infirmier"),
        ("« Nous étions plus de 50 000 », dit-elle.", [50_000], ""),
        ("Cinq policiers ont été blessés, dont deux grièvement.", [5, 2], "policier"),
        ("Le bilan est de 15 morts et plus de 300 morts sont à craindre.", [15, 300], "mort"),
        ("Trois accidents ont eu lieu, dont un mortel.", [3, 1], "accident"),
        ("Il y a sept blessés, dont un grièvement.", [7, 1], "blessé"),
        ("Il y a eu deux graves accidents.", [2], "accident"),
        ("Trois élèves ont signé, dont un enfant.", [3], "élève"),
        ("Un élève sur deux a peur, dont un enfant.", [50], "%"),
        ("Ils voulaient deux otages, ils n'en ont eu qu'un.", [2, 1], "otage"),
        ("Des soudures, dont 53 sur 128 soudures.", [53, 128], "soudure"),
        ("Il a blessé un des trois policiers.", [1, 3], "policier"),
        ("L'un des trois policiers est blessé.", [3], "policier"),
        ("Un seul des six élèves a signé.", [1, 6], "élève"),
        ("La police a vu 1 500 élèves et les parents 6 000.", [1500, 6000], "élève"),
        ("Il compte ses barils : 41, contre 96 au printemps.", [41, 96], "baril"),
        ("« On était deux cents », dit-elle.", [200], ""),
        ("Il a mis 300 euros. Aux douze points sondés, il en a mis 30.", [300, 30], "euro"),
        ("Les malades étaient 86 (mardi), 124 (mercredi) et 126 (jeudi).", [86, 124, 126], "malade"),
        ("Le bal a attiré 124 (mardi), 86 (mercredi) puis 126 élèves (jeudi).", [124, 86, 126], "élève"),
        (
            "On en sait plus sur les malades. Ils sont une centaine : 97, dit-on.",
            [100, 97],
            "malade",
        ),
    ],
)
def test_a_number_alone_borrows_its_noun(read: Read, sentence: str, numbers: list[float], unit: str) -> None:
    found = read(sentence)
    assert ([q.low for q in found], {q.unit for q in found}) == (numbers, {unit})


@pytest.mark.parametrize(
    ("text", "counted"),
    [
        ("Quatorze fermes sont touchées. Les familles se sont mises en quatre.", [(14, "ferme")]),
        ("Le timbre coûte 300 francs. On a appris à multiplier par deux.", [(300, "franc")]),
        ("La vache boit cent litres par jour. Faites le compte, j'en ai quarante.", [(100, "litre")]),
        ("Il mettra 300 $ à condition que neuf autres suivent. Ils sont deux.", [(300, "dollar")]),
        (
            "Il a vu des dizaines d'immeubles. Les bornes, six au total, sont là.",
            [(10, "immeuble"), (6, "borne")],
        ),
        (
            "Ils cachent 40 tracteurs. Il y aurait d'autres foyers, cinq ou six.",
            [(40, "tracteur"), (5, "foyer")],
        ),
        (
            "On livre dix litres d'eau. Une vingtaine d'astreints sont là.",
            [(10, "litre"), (20, "astreint")],
        ),
        ("Elle a cinquante écoles, une sur deux est vide.", [(50, "école")]),
        (
            "Il a écrit douze pages, dont neuf d'annexes ; les trois autres sont dures.",
            [(12, "page"), (9, "page"), (3, "page")],
        ),
        (
            "Le vœu passe par 14 voix contre 7 et deux abstentions.",
            [(14, "voix"), (7, "voix"), (2, "abstention")],
        ),
        ("Il a tiré 164 chèques. Il risque trois ans de prison, dont deux avec sursis.", [(164, "chèque")]),
        (
            "Le groupe emploie 1 150 personnes dans quatre pays, dont 380 à Arlon.",
            [(1150, "personne"), (4, "pays"), (380, "personne")],
        ),
        (
            "Le réseau compte 40 écoles réparties sur 12 communes, dont 15 en montagne.",
            [(40, "école"), (12, "commune"), (15, "école")],
        ),
        (
            "Elle vend 3 000 voitures dans 12 pays, dont trois en Afrique.",
            [(3000, "voiture"), (12, "pays"), (3, "pays")],
        ),
        ("Elle est présente dans quatre pays, dont 380 à Arlon.", [(4, "pays")]),
        ("Ils sont quatre usines à fermer. Combien partiront ? 612, dit le document.", [(4, "usine")]),
        ("Elle a lu douze lettres. Deux d'entre elles sont fausses.", [(12, "lettre"), (2, "lettre")]),
        ("Il promet 250 euros. « Le règlement en prévoit 400. »", [(250, "euro"), (400, "euro")]),
        (
            "Le préjudice est de 55 millions d'euros. Faux, la ville s'en tient à 38 millions.",
            [(55e6, "euro"), (38e6, "euro")],
        ),
    ],
)
def test_a_number_alone_counts_of_another_sentence_only_what_it_points_to(
    read: Read, text: str, counted: list[tuple[float, str]]
) -> None:
    assert [(q.low, q.unit) for q in read(text)] == counted


@pytest.mark.parametrize(
    ("sentence", "units"),
    [
        ("Les victimes sont au nombre de six, quatre hommes et deux femmes.", ["victime", "homme", "femme"]),
        ("Ils sont six, quatre hommes et deux femmes, à attendre.", ["homme", "femme"]),
        ("Le bilan est de six, quatre hommes et deux femmes.", ["homme", "femme"]),
        ("Six personnes, quatre hommes et deux femmes, attendent.", ["personne", "homme", "femme"]),
        ("Le club a reçu douze et quinze joueurs.", ["joueur", "joueur"]),
    ],
)
def test_a_number_before_a_comma_counts_nothing_of_the_next(
    read: Read, sentence: str, units: list[str]
) -> None:
    assert [quantity.unit for quantity in read(sentence)] == units


@pytest.mark.parametrize(
    ("sentence", "text", "low", "comparator"),
    [
        ("Neuf habitants sur dix ont peur.", "Neuf habitants sur dix", 90, "exact"),
        ("Près d'un élève sur quatre a peur.", "Près d'un élève sur quatre", 25, "about"),
        ("Les deux tiers des élèves ont peur.", "deux tiers", 66.666667, "exact"),
        ("Plus de la moitié des élèves ont peur.", "Plus de la moitié", 50, "more_than"),
        ("Il sert environ les deux tiers de l'eau.", "environ les deux tiers", 66.666667, "about"),
        ("Il sert près des trois quarts de l'eau.", "près des trois quarts", 75, "about"),
        ("Le quart du village a peur.", "Le quart", 25, "exact"),
    ],
)
def test_a_share_is_told_in_per_cent(
    read: Read, sentence: str, text: str, low: float, comparator: str
) -> None:
    (quantity,) = read(sentence)
    assert (quantity.text, quantity.low, quantity.comparator, quantity.unit) == (text, low, comparator, "%")


def test_the_conditional_of_rumour(read: Read) -> None:
    (told,) = read("Plus de 300 marins auraient été tués.")
    (stated,) = read("Plus de 300 marins ont été tués.")
    assert (told.conditional, stated.conditional) == (True, False)
    assert (told.subject, told.predicate) == ("marins", "tuer")


@pytest.mark.parametrize(
    ("sentence", "place", "per"),
    [
        ("Le pays a envoyé 300 hommes dans la région de Lyon.", "Lyon", ""),
        ("Le pays a envoyé 300 hommes.", "", ""),
        ("Ils reçoivent 200 appels par heure à Nantes.", "Nantes", "heure"),
        (
            "Depuis 2010, on déplore une trentaine de morts par avalanche chaque hiver.",
            "",
            "hiver",
        ),
        ("Chaque année, 300 piétons meurent.", "", "an"),
        ("L'usine emploie 300 ouvriers et ferme chaque été.", "", ""),
        ("Un bourg de 300 âmes accueille chaque été un festival.", "", ""),
        ("Ils ont vendu 200 lots du fromage « Petit Jura ».", "", ""),
        ("Ils ont soigné 200 malades, dont une partie à Nantes.", "", ""),
        ("Il a reçu mille obus destinés à l'offensive en Syrie.", "", ""),
        ("Il a visité huit États, avec une insistance sur la Floride.", "", ""),
        ("Il a envoyé 300 soldats au combat pour aider les rebelles en Syrie.", "", ""),
        ("Il envoie 300 soldats pour aider l'armée sur le champ de bataille en Syrie.", "Syrie", ""),
        ("Il a dérivé avec 300 passagers, remorqué à Bastia.", "", ""),
        ("On a sauvé 300 passagers au large de la Corse.", "", ""),
        ("Il a vu 300 gens sur place et le train arrivait de Lyon.", "", ""),
        ("Ils ont conduit 300 malades vers Lyon et Nantes.", "", ""),
        ("Ils ont conduit 300 malades à Lyon, à Brest ou à Nantes.", "", ""),
        ("Ils ont conduit 300 malades à Lyon, en France, et le maire les a vus.", "Lyon", ""),
        ("Il a blessé 300 gens à l'aube quand le pont a cédé à Lyon.", "", ""),
    ],
)
def test_where_and_per_what(read: Read, sentence: str, place: str, per: str) -> None:
    (quantity,) = read(sentence)
    assert (place in quantity.place, bool(quantity.place), quantity.per) == (True, bool(place), per)


def test_words_stand_where_the_record_says(read: Read, parse_text: Callable[..., Parsed]) -> None:
    text = "İstanbul,  «12’000 soldats»\n\nPrès de\u00a03000 blessés, une\u202fvingtaine de morts…"
    for quantity in read(text):
        assert text[quantity.start : quantity.end] == quantity.text
    assert len(read(text)) == 3


@settings(max_examples=300, deadline=None)
@given(st.lists(st.sampled_from(PIECES), max_size=12))
def test_no_text_breaks_the_reader_of_numbers(pieces: list[str]) -> None:
    text = "".join(pieces)
    end = 0
    for phrase in find_phrases(text):
        assert end <= phrase.start < phrase.end <= len(text)
        assert all(bound is None or isfinite(bound) for bound in (phrase.low, phrase.high))
        assert phrase.low is None or phrase.high is None or phrase.low <= phrase.high
        end = phrase.end


def test_a_line_of_digits_is_no_count(read: Read) -> None:
    assert read("Code " + "1" * 5000 + " soldats.") == []


@pytest.mark.parametrize(
    ("text", "subject"),
    [
        ("Elle cherche quarante-sept œuvres disparues. Onze ont été retrouvées.", "œuvres"),
        ("On parle de douze marins disparus. Trois sont rentrés à Brest.", "marins"),
        ("Les bénévoles, ils sont 320, ont été avertis.", "bénévoles"),
        ("Les pompiers étaient là. Ils étaient 40 à la caserne.", "pompiers"),
        ("On parle de douze marins grecs. Trois sont rentrés à Brest.", "marins grecs"),
    ],
)
def test_what_befell_all_is_not_said_of_a_part_that_has_its_own_verb(
    read: Read, text: str, subject: str
) -> None:
    assert read(text)[-1].subject == subject


@pytest.mark.parametrize(
    ("text", "counted"),
    [
        ("Le camion portait 21 tonnes de clous de girofle.", ["21 tonnes de clous de girofle"]),
        ("On a saisi 30 litres d'huile de palme.", ["30 litres d'huile de palme"]),
        ("Le bal a réuni 41 élèves et adultes.", ["41 élèves et adultes"]),
        ("L'eau a touché 300 maisons et commerces du centre.", ["300 maisons et commerces"]),
        ("Au total, 45 hommes et 14 engins sont là.", ["45 hommes", "14 engins"]),
        ("Bilan : 12 blessés et dégâts à la gare.", ["12 blessés"]),
    ],
)
def test_the_counted_is_all_that_one_number_counts(read: Read, text: str, counted: list[str]) -> None:
    assert [quantity.text for quantity in read(text)] == counted


def test_a_measure_is_no_share_of_what_it_measures(read: Read) -> None:
    assert [q.subject for q in read("On a pompé 400 m³ de boues rejetées, soit 30 % des boues.")] == [
        "",
        "boues",
    ]
