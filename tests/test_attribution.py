"""French sentence → who says what: each construction with several verbs, then whole passages."""

# ruff: noqa: E501

from __future__ import annotations

from collections.abc import Callable

import pytest

from dossier.actors.speakers import affiliation_of
from dossier.investigation import Investigation
from dossier.language import Parsed
from dossier.records import Attribution
from dossier.registry import build_registry
from dossier.statements import read_statements

REGISTRY = build_registry(Investigation())
Say = Callable[[str], list[Attribution]]


@pytest.fixture(scope="module")
def say(parse_text: Callable[..., Parsed]) -> Say:
    """Return a function from a text to its attributions, each of which stands where it says."""

    def find(text: str) -> list[Attribution]:
        parsed = parse_text(text)
        found = read_statements(parsed, (), REGISTRY).attributions
        for made in found:
            assert 0 <= made.content_start < made.content_end <= len(parsed.article.text)
            assert parsed.article.text[made.speaker_start : made.speaker_end].replace(
                "’", "'"
            ) == made.speaker_text or (made.speaker_start == -1)
        return list(found)

    return find


def words(text: str, made: Attribution) -> str:
    return text[made.content_start : made.content_end]


BEFORE = [
    ("L'office des eaux usées a annoncé une hausse.", "office des eaux usées", "une hausse"),
    (
        "Selon la fédération des personnes handicapées, la rampe est trop raide.",
        "fédération des personnes handicapées",
        "la rampe est trop raide",
    ),
    (
        "Selon un bilan des pompiers établi mardi, le feu est éteint.",
        "pompiers",
        "le feu est éteint",
    ),
    (
        "D'après le rapport de l'audit, que nous avons pu lire, la vanne est restée ouverte.",
        "rapport de l'audit",
        "la vanne est restée ouverte",
    ),
    ("Selon une note que le journal a obtenue, la digue cédera.", "une note", "la digue cédera"),
    ("La préfecture s'attend à ce que le niveau monte.", "préfecture", "le niveau monte"),
    ("Le rapport conclut à la rupture d'un tuyau.", "rapport", "la rupture d'un tuyau"),
    (
        "« C'est fini », dit Luc Roux, gérant d'un bar à Ariana, qui affirme avoir tout perdu.",
        "Luc Roux",
        "avoir tout perdu",
    ),
    (
        "Anne Roy, patronne d'un bar du port de Brest, qui affirme avoir payé, a porté plainte.",
        "Anne Roy",
        "avoir payé",
    ),
    ("Le patronat avance une perte de 3 millions.", "patronat", "une perte de 3 millions"),
    (
        "La mairie a promis de fermer le pont, un thème absent de la campagne.",
        "mairie",
        "fermer le pont",
    ),
    (
        "La mairie a promis de recruter des médecins, des infirmières, un gardien.",
        "mairie",
        "recruter des médecins, des infirmières, un gardien",
    ),
    (
        "La mairie a promis de recruter un médecin, une infirmière et un gardien.",
        "mairie",
        "recruter un médecin, une infirmière et un gardien",
    ),
    (
        "Deux témoins ont au contraire affirmé à l'AFP que la porte était ouverte.",
        "Deux témoins",
        "la porte était ouverte",
    ),
    (
        "La mairie a dans un long communiqué assuré que le pont tiendrait.",
        "mairie",
        "le pont tiendrait",
    ),
    (
        "D'après l'entreprise Boralis, valorisée cinq milliards, le pont tiendra.",
        "Boralis",
        "le pont tiendra",
    ),
    (
        "La maire a aussi exprimé le vœu de fermer le pont.",
        "maire",
        "fermer le pont",
    ),
    (
        "La maire a exprimé le souhait de fermer le pont.",
        "maire",
        "fermer le pont",
    ),
    (
        "L'association Agir ensemble assure que le pont tiendra.",
        "association Agir ensemble",
        "le pont tiendra",
    ),
    (
        "La ministre de la Santé a jugé sur Radio Sud que l'épidémie reculait.",
        "ministre de la Santé",
        "l'épidémie reculait",
    ),
    (
        "Le maire de Lyon a assuré que les travaux seraient terminés avant l'été.",
        "maire de Lyon",
        "les travaux seraient terminés avant l'été",
    ),
    (
        "Le procureur de Grenoble, Éric Vasseur, a indiqué mercredi lors d'une conférence de presse que quatre hommes avaient été arrêtés.",
        "Éric Vasseur",
        "quatre hommes avaient été arrêtés",
    ),
    (
        "Berlin et Paris ont fait savoir que l'accord serait signé en juin.",
        "Allemagne|France",
        "l'accord serait signé en juin",
    ),
    (
        "Le Japon, la Suède et le Canada affirment que le traité reste valable.",
        "Japon|Suède|Canada",
        "le traité reste valable",
    ),
    (
        "L'agence Reuters rapporte que les pourparlers ont échoué, citant deux sources.",
        "Reuters",
        "les pourparlers ont échoué",
    ),
    (
        "Un responsable américain, sous couvert d'anonymat, a confié à l'AFP que le retrait était imminent.",
        "Un responsable américain",
        "le retrait était imminent",
    ),
    (
        "Deux scientifiques, qui ont étudié le site, soutiennent que l'eau est polluée.",
        "Deux scientifiques",
        "l'eau est polluée",
    ),
]
INVERTED = [
    # what somebody is stands behind a comma, and is none of his words
    ("Un camion est entré, a détaillé le capitaine Luc Morel, chargé de l'enquête.", "Luc Morel", "Un camion est entré"),
    ("La digue a tenu, a assuré le maire, Paul Roux, élu depuis 2014.", "Paul Roux", "La digue a tenu"),
    ("Le pont rouvrira mardi, promet la métropole.", "métropole", "Le pont rouvrira mardi"),
    (
        "L'incident a eu lieu jeudi, a précisé dans un communiqué l'état-major guyanien.",
        "état-major guyanien",
        "L'incident a eu lieu jeudi",
    ),
    ("L'accord sera signé lundi, a-t-on appris auprès du ministère.", "ministère", "L'accord sera signé lundi"),
    ("Rien n'est perdu, aime à rappeler le président de la région, Xavier Duval.", "Xavier Duval", "Rien n'est perdu"),
    ("Le pont tiendra, a expliqué à l'AFP le porte-parole de la ville, Luc Roux.", "Luc Roux", "Le pont tiendra"),
    ("Les écoles resteront fermées lundi, a annoncé le ministère.", "ministère", "Les écoles resteront fermées lundi"),
    ("Le feu n'a pas fait de victime, a précisé la préfecture du Rhône dans un communiqué.", "préfecture du Rhône", "Le feu n'a pas fait de victime"),
    ("L'opposante a été condamnée à dix ans de prison, a déploré son avocat.", "son avocat", "L'opposante a été condamnée à dix ans de prison"),
    ("La récolte sera mauvaise, explique Claire Dumas, économiste à la chambre d'agriculture.", "Claire Dumas", "La récolte sera mauvaise"),
    ("La perte atteint un million, calcule Luc Roux, qui a vu son fournisseur de vélos, l'italien Corvo, partir.", "Luc Roux", "La perte atteint un million"),
    ("Le pont est fermé, mais, dit le maire, il rouvrira.", "maire", "il rouvrira"),
    ("S'il pleut, dit Luc Roux, qui dirige la voirie, le pont cédera.", "Luc Roux", "S'il pleut, dit Luc Roux, qui dirige la voirie, le pont cédera"),
]  # fmt: skip
SOURCE = [
    ("Le seuil a été dépassé, selon les premières mesures communiquées par la préfecture.", "préfecture", "Le seuil a été dépassé"),
    ("Selon les premières constatations de l'Office des eaux, la fuite vient d'une fosse.", "Office des eaux", "la fuite vient d'une fosse"),
    ("Le taux est de 50 %, selon la mairie. Un indépendant est troisième, d'après la même source.", "mairie", "Un indépendant est troisième"),
    ("Selon le journal, qui cite deux sources, le groupe fermerait une usine.", "journal", "le groupe fermerait une usine"),
    ("Le musée a été salué par Yves Lacombe, selon qui la ville revit.", "Yves Lacombe", "la ville revit"),
    ("Selon la préfecture, près de 4 000 personnes ont défilé à Nantes.", "préfecture", "près de 4 000 personnes ont défilé à Nantes"),
    ("Près de 4 000 personnes ont défilé à Nantes, selon la préfecture.", "préfecture", "Près de 4 000 personnes ont défilé à Nantes"),
    ("D'après une étude publiée mardi par l'Insee, le chômage a reculé.", "Insee", "le chômage a reculé"),
    ("À en croire le constructeur, la batterie offrirait 800 kilomètres d'autonomie.", "constructeur", "la batterie offrirait 800 kilomètres d'autonomie"),
    ("Selon le porte-parole de la police, Marc Vidal, deux suspects sont en fuite.", "Marc Vidal", "deux suspects sont en fuite"),
    ("Trois suspects sont en fuite, indique-t-on de source proche de l'enquête.", "source proche de l'enquête", "Trois suspects sont en fuite"),
    ("Les prix vont, d'après l'économiste Claire Dumas, continuer à monter.", "Claire Dumas", "Les prix vont, d'après l'économiste Claire Dumas, continuer à monter"),
]  # fmt: skip
INFINITIVE = [
    ("L'Iran dit vouloir reprendre les négociations.", "Iran", "vouloir reprendre les négociations"),
    ("Un habitant raconte avoir entendu deux explosions.", "Un habitant", "avoir entendu deux explosions"),
    ("Washington a appelé Téhéran à libérer les deux journalistes.", "États-Unis", "libérer les deux journalistes"),
    ("Plusieurs ONG accusent le gouvernement de minimiser la pollution.", "Plusieurs ONG", "minimiser la pollution"),
    ("Le président brésilien a promis de replanter la forêt.", "président brésilien", "replanter la forêt"),
    ("M. Durand reproche à la municipalité d'avoir ignoré les avertissements.", "Durand", "avoir ignoré les avertissements"),
]  # fmt: skip
NOUN = [
    (
        "La Maison Blanche a confirmé lundi l'envoi de deux navires dans la région.",
        "États-Unis",
        "l'envoi de deux navires dans la région",
    ),
    (
        "Le groupe pétrolier a reconnu une fuite de 300 tonnes de brut.",
        "groupe pétrolier",
        "une fuite de 300 tonnes de brut",
    ),
    (
        "Le chef des pompiers a avancé le chiffre de 40 maisons détruites.",
        "chef des pompiers",
        "40 maisons détruites",
    ),
    ("L'ONG fait état de plus de 200 disparus.", "ONG", "plus de 200 disparus"),
    (
        "Anne Roux dénonce la fermeture du site, qui emploie 300 salariés.",
        "Anne Roux",
        "la fermeture du site",
    ),
    (
        "Le maire annonce le doublement de l'aide, qui passera à 20 millions.",
        "maire",
        "le doublement de l'aide, qui passera à 20 millions",
    ),
    (
        "Le syndicat réclame une enquête, une commission et un procès.",
        "syndicat",
        "une enquête, une commission et un procès",
    ),
]
OF_OTHERS = [
    ("Hier, trois enfants de Jean Roux, médecin mort en 1990, ont fait savoir que la maison est vide.", "trois enfants de Jean Roux", "la maison est vide"),
    ("La veuve de Paul Roux, ancien maire de Lens, affirme que la place est vide.", "veuve de Paul Roux", "la place est vide"),
    ("L'avocate de deux descendants du marchand Paul Roux dit que la toile est fausse.", "avocate de deux descendants du marchand Paul Roux", "la toile est fausse"),
    ("La fille du docteur Jean Morel assure que la maison est vide.", "fille du docteur Jean Morel", "la maison est vide"),
    ("Le porte-parole de la police Jean Roux dit que la place est vide.", "Jean Roux", "la place est vide"),
    ("L'entourage de la ministre Anne Roux dit que la place est vide.", "entourage de la ministre Anne Roux", "la place est vide"),
    ("La porte-parole du président Anne Roux dit que la place est vide.", "Anne Roux", "la place est vide"),
]  # fmt: skip
LEARNT = [
    ("Trente personnes ont été blessées, a appris l'ASD des sapeurs-pompiers.", "pompiers", "Trente personnes ont été blessées"),
    ("Huit salariés sont partis, a appris Le Monde de deux témoins.", "deux témoins", "Huit salariés sont partis"),
    ("Le pont fermera, a appris l'agence auprès de la gendarmerie.", "gendarmerie", "Le pont fermera"),
    ("L'AFP a appris de source proche du dossier que le pont fermait.", "source proche du dossier", "le pont fermait"),
    ("Le pont fermera, a appris l'avocat du maire.", "avocat du maire", "Le pont fermera"),
    # nor is what tells of the asking any part of the answer
    ("Les hommes ont tenu, a soutenu le commissaire, interrogé sur leur attitude.", "commissaire", "Les hommes ont tenu"),
    ("Des étals ont été renversés, et Modou Thioune, vendeur de téléphones, évalue sa perte à 400 000 francs.", "Modou Thioune", "sa perte à 400 000 francs"),
]  # fmt: skip
PASSIVE = [
    ("La directrice, Anne Roux, l'a répété : elle ne versera rien.", "Anne Roux", "elle ne versera rien"),
    ("La Turquie est accusée par Athènes de repousser des migrants.", "Grèce", "repousser des migrants"),
    ("Il a été annoncé par le ministère que les écoles resteraient fermées.", "ministère", "les écoles resteraient fermées"),
    ("Le ministre a rejeté les allégations britanniques selon lesquelles l'usine serait fermée.", "Royaume-Uni", "l'usine serait fermée"),
]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "speaker", "content"),
    BEFORE + INVERTED + SOURCE + INFINITIVE + NOUN + OF_OTHERS + LEARNT + PASSIVE,
)
def test_reported_words_are_laid_to_their_source(say: Say, text: str, speaker: str, content: str) -> None:
    said = [(("|".join(a.speakers)), words(text, a), a.kind) for a in say(text) if a.kind != "response"]
    assert (speaker, content, "indirect") in said


@pytest.mark.parametrize(
    ("text", "speaker", "quotes"),
    [
        ("« La grève continuera », a prévenu Martine Aubert, secrétaire générale du syndicat.", "Martine Aubert", ["La grève continuera"]),
        ("« Nous allons gagner », a lancé le candidat à ses partisans, « et largement ».", "candidat", ["Nous allons gagner", "et largement"]),
        ("Le président colombien a écrit : “La paix est possible.”", "président colombien", ["La paix est possible."]),
        ('"Rien n\'est joué", tempère la ministre.', "ministre", ["Rien n'est joué"]),
        ("''Personne ne m'a dit l'heure, ni l'endroit'', écrit la ministre.", "ministre", ["Personne ne m'a dit l'heure, ni l'endroit"]),
        ("Celui de Lens, Luc Morel, tient à être clair : « Rien n'est joué. »", "Luc Morel", ["Rien n'est joué."]),
        ("Pour Hélène Garnier, professeure de droit, « cette loi est mauvaise ».", "Hélène Garnier", ["cette loi est mauvaise"]),
        ("Comme le souligne l'historienne Anne Morel, « les archives restent fermées ».", "Anne Morel", ["les archives restent fermées"]),
        ("La ville est « coupée du monde », témoigne un habitant.", "un habitant", ["coupée du monde"]),
        ("Le patron de la banque, cité par un journal, se dit « confiant ».", "patron de la banque", ["confiant"]),
        ("Le Kremlin a qualifié ces sanctions d'« illégales ».", "Russie", ["illégales"]),
        ("Les scientifiques mettent en garde contre « un effondrement ».", "scientifiques", ["un effondrement"]),
        ("Une peine jugée « trop lourde » par son avocat, Me Paul Roux.", "Paul Roux", ["trop lourde"]),
        ("Le plan, qualifié de « folie » par le maire, est voté.", "maire", ["folie"]),
        ("Elle a ajouté n'avoir « aucun regret ».", "", ["aucun regret"]),
        ("Devant la grille, le maire Luc Morel a eu ce mot : « Partez. »", "Luc Morel", ["Partez."]),
        ("Le mot restera celui de Luc Morel. C'est lui qui, hier, a eu cette phrase : « Partez. »", "Luc Morel", ["Partez."]),
        ("Sur le quai de Lens, il y a un panneau qui souhaite la bienvenue « au port le plus sûr ».", "un panneau", ["au port le plus sûr"]),
        ("Une porte-parole a refusé de dire si le club serait puni, jugeant cela « prématuré ».", "Une porte-parole", ["prématuré"]),
        ("L'article 3 du texte stipule que « les données sont conservées un an ».", "article 3 du texte", ["les données sont conservées un an"]),
        ("Le traité prévoit « une assistance immédiate » en cas d'attaque.", "traité", ["une assistance immédiate"]),
        ("Selon le règlement, « toute sortie est définitive ».", "règlement", ["toute sortie est définitive"]),
        ("Le ministre se veut rassurant : « Nous tiendrons. »", "ministre", ["Nous tiendrons."]),
        ("« Ils m'ont dit “pars d'ici” et je suis partie », raconte une réfugiée.", "une réfugiée", ["Ils m'ont dit “pars d'ici” et je suis partie"]),
    ],
)  # fmt: skip
def test_words_between_marks_are_laid_to_their_speaker(
    say: Say, text: str, speaker: str, quotes: list[str]
) -> None:
    said = [a for a in say(text) if a.kind in ("direct", "mixed")]
    assert [text[start:end] for a in said for start, end in a.quotes] == quotes
    assert {"|".join(a.speakers) for a in said} == {speaker}


@pytest.mark.parametrize(
    "text",
    [
        "Le film, intitulé « La nuit tombe sur Alger », sortira en mars.",
        "Le réalisateur a reçu le prix du « meilleur premier film ».",
        "Cette « guerre de l'ombre » dure depuis dix ans.",
        "Un accord de « défense mutuelle » a été signé.",
        "Selon nos informations, le club est à vendre.",
        "Les tarifs changent selon les cas.",
        "L'alarme a-t-elle sonné ?",
        "Lui en veut-il, à cette équipe ?",
        "Le record, en 5'30'', tient depuis dix ans.",
        "Le sort de l'équipage de l'« Astrid K. » reste en suspens.",
        "Le cargo « Belle Étoile » est au port.",
        "Adjugée jeudi, la toile est réclamée par les voisins.",
        "Le juge a ordonné la vente de « La Ronde des heures ».",
        "Le maire défend le retour de « La Dame en bleu ».",
        "Le maire laisse tomber le projet de « La Dame en bleu ».",
        "Le nom de l'acheteur, qui n'a pas été révélé, circule par téléphone.",
        "L'acheteuse, dont le nom n'a pas été révélé, enchérissait par téléphone.",
        "La fromagerie a rappelé mardi 14 lots de son fromage « Le Petit Roc ».",
        "Les députés ont voté «contre».",
        "La nouvelle loi entrera en vigueur en mars.",
        "Les habitants craignent que la digue ne cède.",
        "Le pont a été construit selon les règles de l'art.",
        "Selon l'IC parti d'Ostende, 300 voyageurs ont attendu.",
        "Selon la panne, 300 voyageurs ont attendu.",
        "D'après l'incident survenu à Namur, 300 voyageurs ont attendu.",
        "Le train a annoncé que 300 voyageurs attendaient.",
        "Selon les retards, 300 voyageurs ont attendu.",
        "Aucun élément ne permet de dire que la digue a cédé.",
        "Luc Morel, le maire, se tait. Il faut dire que la ville a de la mémoire.",
        "Il a fallu rappeler que la digue est fermée.",
        "Luc Morel, le maire, se tait. Il convient de préciser que la digue est fermée.",
        "Luc Morel, le maire, se tait. Il est à noter que la digue est fermée.",
        "Il ne faut pas dire que la ville est « malade ».",
        "Faut-il rappeler que la digue est fermée ?",
        "L'enquête n'a pas permis d'établir que la digue a cédé.",
        "Aucun des deux élus n'a reconnu avoir menti.",
        "Dimanche, on a cru que la digue tiendrait.",
    ],
)
def test_terms_fears_and_plain_facts_are_nobodys_words(say: Say, text: str) -> None:
    assert say(text) == []


@pytest.mark.parametrize(
    ("text", "speaker", "stance"),
    [
        ("Le directeur de l'hôpital, Paul Lemoine, a nié avoir reçu des consignes.", "Paul Lemoine", "deny"),
        ("Son patron, Luc Morin, a dit ignorer quand l'usine pourrait rouvrir et n'a pas souhaité s'exprimer sur les salaires.", "Luc Morin", "no_comment"),
        ("L'entreprise dément toute fraude.", "entreprise", "deny"),
        ("Moscou, de son côté, a rejeté les accusations de Londres.", "Russie", "deny"),
        ("Le Premier ministre a balayé ces accusations.", "Premier ministre", "deny"),
        ("« C'est un mensonge », a répondu le ministre.", "ministre", "deny"),
        ("Le maire parle d'une « rumeur infondée ».", "maire", "deny"),
        ("L'armée n'a pas démenti ces informations.", "armée", "no_comment"),
        ("Kaboul n'a ni confirmé ni démenti la mort du chef taliban.", "Afghanistan", "no_comment"),
        ("La Suède n'a, pour l'heure, pas confirmé ce chiffre.", "Suède", "no_comment"),
        ("Le porte-parole du gouvernement n'a pas souhaité commenter ces informations.", "porte-parole du gouvernement", "no_comment"),
        ("Le gouvernement a refusé tout commentaire.", "gouvernement", "no_comment"),
        ("Les deux pays se sont abstenus de commenter.", "deux pays", "no_comment"),
        ("La ministre s'est refusée à tout commentaire.", "ministre", "no_comment"),
        ("Oslo a jusqu'à présent évité de commenter ces allégations.", "Norvège", "no_comment"),
        ("La banque affirme respecter la loi, sans toutefois confirmer le montant.", "banque", "no_comment"),
        ("Il n'y a pas eu de réaction du gouvernement malien.", "gouvernement malien", "no_comment"),
        ("La direction n'a pas donné suite à nos demandes.", "direction", "no_comment"),
        ("Le bureau du ministre n'a fait aucun commentaire.", "bureau du ministre", "no_comment"),
        ("Le syndicaliste conteste que son organisation ait été dépassée.", "syndicaliste", "deny"),
        ("La société n'a pas souhaité le chiffrer.", "société", "no_comment"),
        ("Le cabinet de la ministre n'a pas rappelé notre journal.", "cabinet de la ministre", "no_comment"),
        ("Interrogé, l'entraîneur a botté en touche.", "entraîneur", "no_comment"),
        ("La présidente a gardé le silence.", "présidente", "no_comment"),
        ("Le parti n'était pas disponible pour un commentaire.", "parti", "no_comment"),
        ("Ni l'entreprise ni le syndicat n'ont réagi à ces révélations.", "Ni l'entreprise ni le syndicat", "no_comment"),
    ],
)  # fmt: skip
def test_denials_and_non_answers_are_responses(say: Say, text: str, speaker: str, stance: str) -> None:
    answers = [("|".join(a.speakers), a.stance) for a in say(text) if a.kind == "response"]
    assert answers == [(speaker, stance)]


@pytest.mark.parametrize(
    ("text", "speaker", "stance"),
    [
        ("Le promoteur se défend de tout favoritisme.", "promoteur", "deny"),
        ("Le président du club s'en défend.", "président du club", "deny"),
        ("La mairie s'en est défendue.", "mairie", "deny"),
        ("Le patron de la scierie balaye l'accusation d'un revers de main.", "patron de la scierie", "deny"),
        ("La direction de la prison écarte l'hypothèse d'une négligence.", "direction de la prison", "deny"),
        ("La fédération récuse ce calcul.", "fédération", "deny"),
        ("Le syndicat des taxis s'inscrit en faux contre ces chiffres.", "syndicat des taxis", "deny"),
        ("L'exploitant du barrage s'est inscrit en faux.", "exploitant du barrage", "deny"),
        ("Le groupe laitier réfute ces conclusions.", "groupe laitier", "deny"),
        ("« C'est faux », balaie la directrice du musée.", "directrice du musée", "deny"),
        ("« Il n'y a aucun retard », dément le chef de projet.", "chef de projet", "deny"),
        ("L'association avance un taux de 12 %, un calcul que conteste la préfecture.", "préfecture", "deny"),
        ("Les riverains citent des mesures que dément l'exploitant de la carrière.", "exploitant de la carrière", "deny"),
        ("Le contrat serait caduc, ce que le fournisseur a démenti.", "fournisseur", "deny"),
        ("Le contrat serait caduc, ce que dément le fournisseur.", "fournisseur", "deny"),
        ("La banque rejette toute responsabilité.", "banque", "deny"),
        ("L'hôpital conteste cette version des faits.", "hôpital", "deny"),
        ("L'accusé nie les faits.", "accusé", "deny"),
        ("Des accusations rejetées par la préfecture.", "préfecture", "deny"),
        ("Interrogée sur ce point, la ministre a éludé la question.", "ministre", "no_comment"),
        ("Le recteur a botté en touche.", "recteur", "no_comment"),
        ("La commune n'a pas voulu s'exprimer.", "commune", "no_comment"),
        ("Le Valais, lui, n'a pas souhaité prendre position.", "Valais", "no_comment"),
        ("Le canton n'a pas tenu à réagir.", "canton", "no_comment"),
        ("L'éditeur n'a pas souhaité le dire.", "éditeur", "no_comment"),
        ("Le consortium n'a pas entendu préciser le calendrier.", "consortium", "no_comment"),
        ("L'inspection du travail, sollicitée par notre journal, n'était pas en mesure de répondre ce lundi.", "inspection du travail", "no_comment"),
        ("Le parquet n'était pas en mesure de confirmer ces informations.", "parquet", "no_comment"),
        ("La direction de la prison n'a pas donné suite.", "direction de la prison", "no_comment"),
        ("Contacté, l'armateur n'a pas donné suite à nos sollicitations.", "armateur", "no_comment"),
        ("Le cabinet du ministre n'avait pas répondu à nos questions vendredi soir.", "cabinet du ministre", "no_comment"),
        ("L'avocat de la société n'a pas retourné nos appels.", "avocat de la société", "no_comment"),
        ("La chancellerie n'a pas fait de commentaire.", "chancellerie", "no_comment"),
        ("Le négociateur s'est refusé à donner un chiffre.", "négociateur", "no_comment"),
        ("La compagnie refuse de dire combien de vols sont concernés.", "compagnie", "no_comment"),
        ("La compagnie refuse de commenter.", "compagnie", "no_comment"),
        ("Le ministère a annoncé un audit, sans préciser si le site fermerait.", "ministère", "no_comment"),
        ("La société a publié un communiqué, sans confirmer ni démentir la fuite.", "société", "no_comment"),
        ("Le conseil départemental reste muet.", "conseil départemental", "no_comment"),
        ("Sur ce point, la direction est restée muette.", "direction", "no_comment"),
        ("La préfète garde le silence.", "préfète", "no_comment"),
        ("Silence radio du côté de la fédération.", "fédération", "no_comment"),
        ("Du côté de la fédération, c'est silence radio.", "fédération", "no_comment"),
        ("Le constructeur se mure dans le silence.", "constructeur", "no_comment"),
        ("L'entrepreneur s'est muré dans le silence.", "entrepreneur", "no_comment"),
        ("Le gérant est resté injoignable mardi.", "gérant", "no_comment"),
        ("Le gérant de l'hôtel était injoignable.", "gérant de l'hôtel", "no_comment"),
        ("La régie, contactée mardi, n'a pas répondu.", "régie", "no_comment"),
        ("Quant à la régie, contactée mardi, elle n'a pas répondu.", "régie", "no_comment"),
        ("À la régie, on dément cette fuite.", "régie", "deny"),
        ("Il y a eu des soupçons, aussitôt qualifiés de « ridicules » par la régie.", "régie", "deny"),
        ("Ces accusations ont été rejetées par la régie.", "régie", "deny"),
        ("Contactées, la mairie et la régie n'ont pas répondu.", "mairie|régie", "no_comment"),
        ("La régie a admis une fuite, mais démenti tout danger.", "régie", "deny"),
        ("La gérante Anne Roy a parlé d'un accident, refusant de répondre.", "Anne Roy", "no_comment"),
        ("La porte-parole du rectorat n'a pas pu être jointe.", "porte-parole du rectorat", "no_comment"),
        ("Le diffuseur ne souhaite pas commenter.", "diffuseur", "no_comment"),
        ("Le diffuseur ne souhaite pas s'exprimer à ce sujet.", "diffuseur", "no_comment"),
        # a trade that the article tells of by itself is no other's
        ("Gérard Pic est visé par un stadier. Le stadier n'a pas souhaité répondre.", "stadier", "no_comment"),
        ("Gérard Pic est visé. Le bijoutier n'a pas souhaité répondre.", "Gérard Pic", "no_comment"),
    ],
)  # fmt: skip
def test_whoever_denies_or_leaves_open_is_the_subject(say: Say, text: str, speaker: str, stance: str) -> None:
    answers = [("|".join(a.speakers), a.stance) for a in say(text) if a.kind == "response"]
    assert answers == [(speaker, stance)]


PARTED = [
    ("La police parle de 300 manifestants, la CGT de 900.", "police", "300 manifestants"),
    (
        "La police parle de 300 blessés, un pompier de 40 ans et deux passants.",
        "police",
        "300 blessés, un pompier de 40 ans et deux passants",
    ),
    (
        "Il aurait, à en croire la CGT, offert 300 euros.",
        "CGT",
        "Il aurait, à en croire la CGT, offert 300 euros",
    ),
    (
        "Trois personnes ont été blessées, dont une femme, d'après un bilan des pompiers, établi mardi.",
        "pompiers",
        "Trois personnes ont été blessées, dont une femme",
    ),
    (
        "Le club breton, que l'on disait ruiné, assure avoir payé ses joueurs.",
        "club breton",
        "avoir payé ses joueurs",
    ),
    (
        "Un employé du port, qui veut rester anonyme, raconte que la grue penchait.",
        "Un employé du port",
        "la grue penchait",
    ),
    (
        "La Croix-Rouge, citée par une radio locale, a affirmé que les vivres manquaient.",
        "Croix-Rouge",
        "les vivres manquaient",
    ),
    (
        "Le syndicat, par la voix de sa secrétaire, affirme que la grève aura lieu.",
        "syndicat",
        "la grève aura lieu",
    ),
    ("Les baigneurs racontent avoir vu un requin.", "baigneurs", "avoir vu un requin"),
    (
        "Les prix, prévient le brasseur, vont monter.",
        "brasseur",
        "Les prix, prévient le brasseur, vont monter",
    ),
    ('Le "pont est solide », affirme Anne Roy.', "Anne Roy", 'Le "pont est solide »'),
    ("« C'est fini », a déclaré lors d'une réunion publique le maire de Gap.", "maire de Gap", "C'est fini"),
    ("« On verra », s'amuse, un café à la main, le maire de Gap.", "maire de Gap", "On verra"),
    ("Un berger dit avoir aperçu un loup.", "Un berger", "avoir aperçu un loup"),
    ("Le maire de Gap se défend d'avoir choisi son cousin.", "maire de Gap", "avoir choisi son cousin"),
    ("La jeune femme réfute toute idée de fuite.", "jeune femme", "toute idée de fuite"),
    (
        "L'intéressé, il est vrai, avait prédit en 2016 l'abandon du chantier.",
        "intéressé",
        "l'abandon du chantier",
    ),
    (
        "Le pont a cédé, a dit mardi le préfet de la Drôme, une version que conteste Anne Roy.",
        "préfet de la Drôme",
        "Le pont a cédé",
    ),
    (
        "Le parquet a ouvert une enquête, a dit sa porte-parole, Anne Roy, sans vouloir en dire plus.",
        "Anne Roy",
        "Le parquet a ouvert une enquête",
    ),
    ("Selon un rapport consulté par la radio locale, le barrage fuit.", "un rapport", "le barrage fuit"),
    ("« J'attends toujours », s'étrangle la vigneronne.", "vigneronne", "J'attends toujours"),
    ("« On en est loin », souffle un diplomate européen.", "un diplomate européen", "On en est loin"),
    ("« Là, je ramasse », laisse tomber Yvon, un bénévole en bottes.", "Yvon", "Là, je ramasse"),
    (
        "Paul Roux, le directeur, se tait. C'est le rapport d'incident rédigé par la contremaîtresse. Il parle d'un « oubli ».",
        "rapport d'incident",
        "un « oubli »",
    ),
    (
        "Paul Roux, le directeur, s'en va. C'est la lettre de trop. Il a ajouté : « J'y reviendrai. »",
        "Paul Roux",
        "J'y reviendrai.",
    ),
    ("Le maire est battu. Il lui faut reconnaître que la digue fuit.", "maire", "la digue fuit"),
    ("« On n'a rien vu », a laissé échapper la ministre.", "ministre", "On n'a rien vu"),
    ("La ministre laisse tomber : « On n'a rien vu. »", "ministre", "On n'a rien vu."),
    (
        "« Moins de cent », jurait la veille encore, au téléphone, la directrice Anne Roy.",
        "Anne Roy",
        "Moins de cent",
    ),
    ("Cet agriculteur, accusé par la gauche d'avoir vendu la commune.", "gauche", "avoir vendu la commune"),
    ("Une source policière « n'exclut aucune piste ».", "Une source policière", "n'exclut aucune piste"),
    ("Anne Roy, la directrice du port, n'a « rien vu de tel ».", "Anne Roy", "rien vu de tel"),
    (
        "Le biologiste Paul Roux tient ce risque pour « tout à fait négligeable ».",
        "Paul Roux",
        "tout à fait négligeable",
    ),
]


@pytest.mark.parametrize(("text", "expected", "content"), PARTED)
def test_a_speaker_is_found_across_asides_and_into_the_marks(
    say: Say, text: str, expected: str, content: str
) -> None:
    found = [a for a in say(text) if a.kind != "response"]
    assert [("|".join(a.speakers), words(text, a)) for a in found] == [(expected, content)]


@pytest.mark.parametrize(
    "text",
    [
        "Mille personnes ont défilé à Lyon, 400 selon la préfecture, 900 selon les organisateurs.",
        "Incendie à Lyon : 400 évacués selon la préfecture, 900 à en croire les organisateurs.",
    ],
)
def test_two_sources_hold_one_figure_each(say: Say, text: str) -> None:
    assert [words(text, a).removesuffix(" évacués")[-3:] for a in say(text)] == ["400", "900"]


@pytest.mark.parametrize(
    ("text", "first", "second"),
    [
        ("Le nombre de blessés est de 30 selon la mairie, le triple selon les syndicats.", "Le nombre de blessés est de 30", "le triple"),
        ("Le chantier coûtera un million d'après la mairie, bien davantage d'après l'opposition.", "Le chantier coûtera un million", "bien davantage"),
        ("La rupture est due à la rouille selon l'expert, mais au gel selon l'assureur.", "La rupture est due à la rouille", "au gel"),
        ("Selon la police, 300 personnes ont défilé, le double selon la CGT.", "300 personnes ont défilé", "le double"),
        ("Le cortège comptait, selon la CGT, 4 000 personnes, la moitié selon la police.", "Le cortège comptait, selon la CGT, 4 000 personnes", "la moitié"),
    ],
)  # fmt: skip
def test_each_source_has_its_own_stretch(say: Say, text: str, first: str, second: str) -> None:
    assert [words(text, a) for a in say(text)] == [first, second]


@pytest.mark.parametrize(
    "text",
    [
        "Le maire a inauguré la « maison du peuple » et le musée « des arts premiers ».",
        "Le groupe a vendu « la belle endormie » à un Chinois.",
        "Une vieille croyance affirmant que la porte porte malheur circule ici.",
        "Le froid explique que les ventes aient baissé.",
        "Neuf personnes ont été tuées, selon un décompte de notre rédaction.",
        "Le parquet de Lens a ouvert une enquête pour « mise en danger de la vie d'autrui ».",
        "Le chauffeur est poursuivi pour « avoir refusé d'obtempérer ».",
        "Les pirates agissent sous le nom de « Grey Lynx », selon nos informations.",
        "Un ancien élu demande à rester anonyme.",
        "La commission, qui devrait se prononcer « dans les quinze jours », est réunie.",
        "La plainte vise des faits de « prise illégale d'intérêts, favoritisme et recel de ces délits ».",
    ],
)
def test_terms_in_marks_and_causes_are_nobodys_words(say: Say, text: str) -> None:
    assert say(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "Le nouvel attaquant n'a pas répondu aux attentes.",
        "Le public n'a pas répondu présent.",
        "Le gardien a écarté le ballon du poing.",
        "La tempête a balayé la côte.",
        "L'avocat défend son client.",
        "Le village se défend contre les inondations.",
        "L'enquête a écarté trois candidats.",
        "Le film muet reste populaire.",
        "Le ministre n'a pas donné suite au projet de loi.",
        "La mairie n'a pas voulu du stade.",
        "Le train n'était pas en mesure de repartir.",
        "La cycliste a éludé la difficulté.",
        "Le comité a rejeté la demande de permis.",
        "Le joueur refuse de partir.",
        "Le sommet reste injoignable par la route.",
        "Les marcheurs avancent dans le silence.",
        "Le club s'est inscrit en coupe.",
        "La ministre a écarté l'idée d'une nouvelle taxe.",
        "Encore faut-il que le coureur reconnaisse la faute, ce qu'il s'est gardé de faire.",
        "« Rien ne permet d'en sortir », dit Anne Roy.",
        "Anne Roy balaie la question. « Ce contrat est signé, et rien ne permet d'en sortir. »",
    ],
)
def test_what_is_done_is_neither_denial_nor_non_answer(say: Say, text: str) -> None:
    assert [a for a in say(text) if a.kind == "response"] == []


def test_a_denied_content_is_kept_beside_the_denial(say: Say) -> None:
    text = "La Corée du Nord a nié fournir des obus à la Russie."
    assert [(a.kind, a.stance, words(text, a)) for a in say(text)] == [
        ("response", "deny", "a nié fournir des obus à la Russie"),
        ("indirect", "deny", "fournir des obus à la Russie"),
    ]


@pytest.mark.parametrize(
    ("text", "modality"),
    [
        ("Selon la police, deux hommes auraient été tués.", "conditional"),
        ("Le maire a promis que l'école serait rouverte.", "planned"),
        ("Le maire a dit que l'école serait rouverte.", "asserted"),
        ("Le syndicat estime que 300 postes sont menacés.", "estimated"),
        ("La police dit que deux hommes ont été tués.", "asserted"),
    ],
)
def test_rumour_estimate_and_promise_become_modality(say: Say, text: str, modality: str) -> None:
    assert [a.modality for a in say(text)] == [modality]


def speakers(found: list[Attribution]) -> list[str]:
    return ["|".join(a.speakers) for a in found if a.kind != "response"]


OPEN = [
    ("« On ne nous écoute pas », tacle le syndicat Unité Drôme.", "Unité Drôme"),
    ("« Personne ne l'avait lu », avoue en riant un juré du prix.", "un juré du prix"),
    ("« Cela nous regarde », a écrit dans un courriel sa porte-parole, Jessica Vandal.", "Jessica Vandal"),
    ("« Mes collègues pleurent », laisse tomber une infirmière.", "une infirmière"),
    ("« Nous étudions une offre », a coupé net vendredi Delphine Armand.", "Delphine Armand"),
    ("« On verra », botte en touche le ministre.", "ministre"),
    ("« J'y ai toujours cru », a souri l'attaquante.", "attaquante"),
    ("« C'est une histoire de fous », s'étrangle Paul Lemaire.", "Paul Lemaire"),
    ("« Quelle soirée ! », savourait la sélectionneuse.", "sélectionneuse"),
    ("« C'est oui », traduit Nadia Merle.", "Nadia Merle"),
    ("« Je maintiens tout », a fait répondre le soigneur.", "soigneur"),
    ("« Nous avons tout dit », répète inlassablement le maire.", "maire"),
    ("« On dort mal », résume entre deux sanglots Kevin Dupré.", "Kevin Dupré"),
    ("« L'enquête est en cours », a fait savoir l'hôpital.", "hôpital"),
    ("« Nous paierons », a promis la commissaire chargée des crises, Anne Rives.", "Anne Rives"),
    ("« La porte est fermée », grimace le gardien.", "gardien"),
    ("« Ils ne viendront pas », balance un habitué du comptoir.", "un habitué du comptoir"),
    ("Airbus a fait part de son « inquiétude ».", "Airbus"),
    ("Le traité de « bon voisinage », signé par Paul Lemaire, entre en vigueur.", ""),
    ("« Le Pont des brumes », roman de Paul Lemaire, vient de paraître.", ""),
]


@pytest.mark.parametrize(("text", "speaker"), OPEN)
def test_a_verb_of_any_sense_behind_a_quotation_reports(say: Say, text: str, speaker: str) -> None:
    assert ["|".join(a.speakers) for a in say(text)] == ([speaker] if speaker else [])


FILL = "Le pont ferme. La rue est vide. Le quai cède."

PASSAGES = [
    (
        "Le club a perdu Luc Morel. « On le savait blessé, il mangeait seul », glisse un équipier sous couvert d'anonymat.",
        ["un équipier"],
    ),
    (
        "La directrice, Anne Morel, se tait. « Ce ticket n'est rien », observe Luce Hamel, qui veut un essai, peu coûteux selon elle.",
        ["Luce Hamel", "Luce Hamel"],
    ),
    ("« Tout va bien », assure Anne Roux, et le budget a doublé, selon la mairie.", ["Anne Roux", "mairie"]),
    (
        "Luc Roux a parlé. On l'interrogeait sur l'entourage de Marc Lebon. « On savait », admet le manager.",
        ["Luc Roux"],
    ),
    (
        "Marc Lebon a quitté l'équipe. Contrôlé positif en mai, le Québécois de 27 ans assure que le test est faux.",
        ["Marc Lebon"],
    ),
    (
        "Anne Roux n'a pas donné suite. « Tout repose sur la radio », explique sous couvert d'anonymat un ancien chef.",
        ["un ancien chef"],
    ),
    ("Cinq personnes sont blessées, d'après le point fait par la préfecture à 17 heures.", ["préfecture"]),
    ("Pour mémoire, l'entreprise avait remporté le lot.", []),
    (
        "Luc Roux, médecin, se tait. Parmi ses clients, Bernard, 58 ans, passé par le service. « C'est fini », lâche cet ancien chauffeur.",
        ["Bernard"],
    ),
    ("La victoire de Marc Lebon surprend. « Merci », dit le maire.", ["Marc Lebon"]),
    ("Anne Roux gagne 3 000 euros, d'après son contrat, que « L'Horizon » a consulté.", ["contrat"]),
    ("Anne Roux dirige l'usine. Les cadences ont doublé, selon son rapport.", ["Anne Roux"]),
    ("La CGT se plaint. L'établissement chiffre la perte à 190 000 euros.", ["établissement"]),
    (
        "Luc Vanderhaegen se tait. Le manque à gagner atteint 2 millions d'euros, calcule Vanderhaegen.",
        ["Luc Vanderhaegen"],
    ),
    ("À la préfecture, on fait valoir que le département était en vigilance.", ["préfecture"]),
    (
        "L'auteur se tait. À Lens, où l'on vote, le maire, Luc Roux, n'y va pas par quatre chemins : « Non. »",
        ["Luc Roux"],
    ),
    (
        "« Tout est dit », assure Luc Roux. Le club se refuse à tout commentaire « tant que rien n'est sûr ».",
        ["Luc Roux", "club"],
    ),
    (
        "La société Lumen a ouvert un site. Le syndicat SUD-Rail a protesté. La firme a parlé de « progrès ».",
        ["Lumen"],
    ),
    (
        "Sur le quai, Anne Roux compte ses passagers. « C'est dur », prévient la cheffe de bord.",
        ["Anne Roux"],
    ),
    (
        "« Rien à signaler », a affirmé à ASP le directeur du CH, Luc Roux. La régie n'a pas répondu.",
        ["Luc Roux"],
    ),
    ("« Rien à signaler », a confié à APM une infirmière du service.", ["une infirmière du service"]),
    ("La préfète se tait. « Rien à signaler », a affirmé à ASP le soir même la régie.", ["régie"]),
    (
        "Le maire, Luc Roux, a dit : « Non. »\n\nGeorges, 66 ans, part à 5 heures. « C'est loin, dit-il. »",
        ["Luc Roux", "Georges"],
    ),
    (
        "Le maire, Luc Roux, se tait : « Non. »\n\nLe pont date de 1930. « Il était vieux », ajoute-t-il.",
        ["Luc Roux"],
    ),
    (
        "Le maire, Luc Roux, se tait : « Non. »\n\nAnne Bon ne vient pas. « Elle est malade », dit-il.",
        ["Luc Roux"],
    ),
    ("L'heure est connue. Elle est reconstituée d'après le standard et les mémoires.", []),
    ("La chute a duré trois secondes, d'après les capteurs.", []),
    ("La chute a duré trois secondes, d'après les pompiers.", ["pompiers"]),
    (
        "Luc Roux est jugé. Mme Roux, entendue mardi, pleure. Elle croyait, dit-elle, à « un héritage ».",
        ["Mme Roux"],
    ),
    (
        "Bertin Gnahoré est maire. « Le pont tiendra », a dit Gnahoré Bertin. Bertin Gnahoré attend.",
        ["Bertin Gnahoré"],
    ),
    (
        "Dubois Marie est élue. Dubois Marie attend. « Le pont tiendra », a dit Marie Dubois.",
        ["Dubois Marie"],
    ),
    (
        "Marie Dubois est élue. Luc Dubois attend. « Le pont tiendra », a dit Marie Dubois.",
        ["Marie Dubois"],
    ),
    ("La région Centre-Ouest a indiqué que le pont tiendrait.", ["Centre-Ouest"]),
    ("Le réseau Centre-Ouest affirme que le pont tiendra.", ["Centre-Ouest"]),
    ("La société Radio Centre-Ouest affirme que le pont tiendra.", ["Centre-Ouest"]),
    (
        "Réjean Bolduc est acériculteur. Réjean n'a pas dormi. « On verra », glisse-t-il.",
        ["Réjean Bolduc"],
    ),
    (
        "« C'est fini », dit Luc Roux, président du directoire. L'héritier de la famille affirme que tout va bien.",
        ["Luc Roux", "Luc Roux"],
    ),
    ("Deux hommes ont été relâchés. Ils nient être entrés sur le chantier.", ["Deux hommes"]),
    (
        "À Rome, les garde-côtes ont nié tout retard. « Nous l'avons dit », ont-ils fait valoir.",
        ["garde-côtes", "garde-côtes"],
    ),
    (
        "Sarah Quentin se tait. L'échafaudage aurait cédé, croit savoir La Dernière Heure.",
        ["Dernière Heure"],
    ),
    ("« On suit cela », s'est borné à dire Gilles Roux.", ["Gilles Roux"]),
    (
        "« Le jour, dit le juge, est long ». La fédération, à qui l'on demandait un chiffre, n'a « rien à dire ».",
        ["juge", "fédération"],
    ),
    ("Le col est fermé\n\n« Un moteur ? Soyez sérieux. » Luc Roux n'a pas ralenti.", ["Luc Roux"]),
    (
        "Deux juges ont parlé. L'un d'eux, qui veut rester anonyme, évoque « un piège ».",
        ["l'un des juges"],
    ),
    (
        "Les médecins de Lens se taisent, l'un d'eux évoquant des « consignes ».",
        ["l'un des médecins de Lens"],
    ),
    ("« Moi, confie l'un d'eux, un soudeur croisé au bar, je reste. »", ["un soudeur"]),
    (
        "Trois sources sécuritaires ont parlé. L'une d'elles évoque « un piège ».",
        ["l'une des sources sécuritaires"],
    ),
    ("Les toiles du juge reviennent. L'un d'eux évoque « un piège ».", ["L'un d'eux"]),
    (
        "« Un truc comme ça, ici ? » La toile de Renaud a été découverte en avril. La maire, Anne Roy, se tait.",
        [""],
    ),
    (
        "L'historien angevin Luc Bertho, spécialiste du marché de l'art sous l'Empire, appelle à la prudence.",
        ["Luc Bertho"],
    ),
    ("« Ils ont viré 40 intérimaires », s'étrangle un magasinier.", ["un magasinier"]),
    (
        "« C'est faux », a dit Luc Roux. Son beau-frère ? « Il n'y est pour rien. »",
        ["Luc Roux", "Luc Roux"],
    ),
    (
        "L'école Sainte-Barbe a fermé. La directrice, elle, calme les parents. « Ce n'est rien. »",
        ["directrice"],
    ),
    ("L'institut « n'a pas à arbitrer », indique-t-on à Nantes.", [""]),
    (
        "Le vote suit le départ de douze conseillers. Ces élus reprochent au maire d'avoir triché.",
        ["douze conseillers"],
    ),
    (
        "Me Anne Roux s'est tue. La Haut-Valaisanne a souri. « On verra », a-t-elle dit.",
        ["Anne Roux"],
    ),
    # pronouns, with gender
    ("Sophie Keller, cheffe économiste de la banque, attend une baisse des taux. Elle juge que le pire est passé. « Tout ira mieux », résume-t-elle.", ["Sophie Keller"] * 2),
    ("Le Brésil a félicité M. Paredes, ce qui a provoqué la colère de Mme Quispe. « C'est une ingérence », a-t-elle écrit.", ["Quispe"]),
    # surname to full name, role kept
    ("« Non », a dit François Meunier, député du Nord. Meunier a ajouté que le vote était clos.", ["François Meunier"] * 2),
    # epithets
    ("François Meunier, député du Nord, a estimé que le texte était mauvais. L'élu a également dénoncé un « coup de force ».", ["François Meunier"] * 2),
    ("Le procureur de Grenoble, Éric Vasseur, a dit que l'enquête continuait. Le magistrat a précisé que deux hommes étaient recherchés.", ["Éric Vasseur"] * 2),
    ("Selon Florence Lambin, chercheuse à Grenoble, « la question se pose ». L'universitaire estime que rien n'est prêt.", ["Florence Lambin"] * 2),
    ("« C'est assez », a dit Marc Villiers. L'intéressé parle d'une « dérive ».", ["Marc Villiers"] * 2),
    ("La mission a publié les décisions des autorités électorales. Ces dernières ont indiqué que le vote était clos.", ["autorités électorales"]),
    # a phrase without a name takes up the person in focus: by role, by paraphrase, by country, whoever it is
    ("« Nous attendrons », a dit Aldo Ferreira, président de la Ligue laitière. Le patron du principal syndicat d'éleveurs a prévenu : « Pas au-delà de mardi. »", ["Aldo Ferreira"] * 2),
    ("L'actrice Inés Quiroga a remercié le jury. « Je suis comblée », a glissé l'Équatorienne.", ["Inés Quiroga"]),
    ("Le coureur Tadeusz Wolny a gagné l'étape. « Les jambes étaient là », a confié le Polonais.", ["Tadeusz Wolny"]),
    ("« C'est une trahison », a tonné Roland Massin. « Nous irons en appel », a poursuivi le milliardaire savoyard.", ["Roland Massin"] * 2),
    ("La présidente, Hélène Vidal, interroge le témoin. « L'avez-vous vu ? » demande la magistrate.", ["Hélène Vidal"]),
    ("Claire Perrin, interne de 26 ans, a été hospitalisée. « J'ai eu peur », souffle la jeune femme.", ["Claire Perrin"]),
    ("L'avocate Zuzana Hornik a battu son rival Marek Dusek. « Merci », a lancé la future présidente.", ["Zuzana Hornik"]),
    ("Devant le tribunal, Didier Larrue a nié avoir su. « On ne disait rien », a répété l'ancien directeur des Forges du Nord.", ["Didier Larrue"] * 2),
    ("« On ne dort plus », soupire un riverain. « Il faut agir », ajoute ce père de famille.", ["un riverain"] * 2),
    ("« Tout va bien », a dit Ana Dias, secrétaire générale de la Ligue. Le ministre libanais de l'Énergie a jugé que le prix « était trop bas ».", ["Ana Dias", "ministre libanais de l'Énergie"]),
    ("Le président élu Paul Roux l'a dit à Luc Barral. La ministre a répondu que rien n'était signé.", ["ministre"]),
    ("Les Français jugent que la réforme est injuste.", ["France"]),
    ("« C'est grave », dit Marie Roy, porte-parole du Front du logement. L'organisme affirme que 450 familles attendent.", ["Marie Roy", "Front du logement"]),
    # a phrase that points back to who spoke, a place where one says so, a colon behind any clause of a person
    ("« C'est grave », a dit Ian Foley. À ses yeux, Londres devra céder.", ["Ian Foley"] * 2),
    ("« C'est grave », a dit Ana Dias. À l'en croire, le juge aurait fui.", ["Ana Dias"] * 2),
    ("À la préfecture, on assure que les renforts sont arrivés.", ["préfecture"]),
    ("Chez Airbus, on dit que l'usine tourne.", ["Airbus"]),
    ("« Nous ne céderons pas », prévient-on à la CGT.", ["CGT"]),
    ("La route sera coupée, indique-t-on à la mairie.", ["mairie"]),
    ("Pour l'accusation, le notaire a touché 600 000 euros.", ["accusation"]),
    ("Buteur à la 90e minute, Ivan Petrov n'en revenait pas : « On m'avait dit que je jouerais ».", ["Ivan Petrov"]),
    ("Selon un bilan établi par la Croix-Rouge, trente personnes sont mortes.", ["Croix-Rouge"]),
    ("Selon les pirates, les données seront publiées.", ["pirates"]),
    # objects of promising, asking and denying; what stands between verb and object; words only set off
    ("Le gouvernement, lui, promet une réforme.", ["gouvernement"]),
    ("L'opposition, elle, a demandé un délai.", ["opposition"]),
    ("La société réfute en revanche tout paiement d'une rançon.", ["société"]),
    ("Le groupe Norvia a annoncé dans la nuit de lundi à mardi le retrait de son offre.", ["Norvia"]),
    ("Le chef de la mission a réagi aux questions sur le mot « durable ».", []),
    ("Le ministre annonce une « pause » du plan\n\nLe plan est suspendu depuis jeudi. Rien n'est signé.", []),
    ("« Il faut un sursaut », a plaidé hier soir sur Radio Sud la cheffe des députés verts, Anne Carlier.", ["Anne Carlier"]),
    ("Le PDG de Stellium, Marc Duteil, s'est dit « confiant ».", ["Marc Duteil"]),
    ("« On est à bout », lâche une infirmière. La charpentière décrit des « couloirs pleins ».", ["une infirmière", "charpentière"]),
    ("Sefcik, lui, a reconnu son échec peu avant minuit.", ["Sefcik"]),
    # apposition: the name first, behind the role, and a body behind the role of a person
    ("Kim Soo, le directeur de l'institut, a affirmé que les prix baisseraient.", ["Kim Soo"]),
    ("Le parquet de Liège, division Huy, a indiqué que l'affaire était close.", ["parquet de Liège"]),
    ("L'hôpital de Dole, site Pasteur, a indiqué qu'il fermerait un service.", ["hôpital de Dole"]),
    ("Le constructeur, Valtor, a annoncé qu'il rappelait ses cars.", ["Valtor"]),
    ("Le maire (PS) Jean Lacombe assure que la rue sera refaite.", ["Jean Lacombe"]),
    ("Son confrère, Éric Duparc, évoque un « procès à charge » et dénonce « un dossier vide ».", ["Éric Duparc"] * 2),
    ("« Non », tranche Fabien Viguier, délégué SUD-Poste, pour qui l'accord « vient trop tard ».", ["Fabien Viguier"] * 2),
    ("Selon l'agence tchadienne ATP, M. Deby a accepté l'invitation.", ["ATP"]),
    ("« Rien n'est perdu », insiste la climatologue Anne Ravel, qui rappelle que des solutions existent.", ["Anne Ravel"] * 2),
    # a complement whose name begins with an adverb or holds an "et"
    ("« On nous rit au nez », s'agace la cheffe de file de Demain Hautefays, Florence Quart.", ["Florence Quart"]),
    ("« La preuve est faite », soutient l'avocate de Terre et Mer, Me Sonia Lopez.", ["Sonia Lopez"]),
    # the one holder of a role, named only after it
    ("« C'est faux », s'indigne la maire. Anne Vidal, maire de Lens, n'exclut pas de porter plainte.", ["Anne Vidal"]),
    ("« C'est faux », s'indigne le maire de Sens. Anne Vidal, maire de Lens, a ri.", ["maire de Sens"]),
    # a body and its acronym, a document
    ("L'ONG Terre Commune publie un rapport. L'ONG dénonce la destruction des forêts.", ["Terre Commune"]),
    ("Le rapport final de la commission conclut que l'avion était trop lourd. Selon le rapport, le pilote l'ignorait.", ["rapport final de la commission"] * 2),
    # one cue for several quotations, and a speaker named only later
    ("« On a tout perdu », raconte Nadia Ferrand. « Les enfants étaient terrifiés. »", ["Nadia Ferrand"] * 2),
    ("La nuit fut longue.\n« Il faut partir. Il faut partir avant la nuit, avant que la rivière ne monte encore et ne coupe la route. »\n« L'eau monte », prévient Luc Barral, pompier à Arles.", ["Luc Barral"] * 2),
    # a word for several offices, of either sex; a trade of another; a name unlike; a thing never; who has no name known
    ("« Non », a dit la présidente du port, Odile Kerr. La gestionnaire assure que « tout est en ordre ».", ["Odile Kerr"] * 2),
    ("« Nous attendons », a dit le délégué CGT Marc Vial. Le syndicaliste juge que l'offre est trop basse.", ["Marc Vial"] * 2),
    ("« C'est trop », soupire Marta Lind. L'audience a repris lundi. Elle dit attendre un geste.", ["Marta Lind"] * 2),
    ("À Paris, on assure que l'accord tient. La ministre avait laissé entendre que rien n'était signé.", ["France", "ministre"]),
    ("« Il ne reviendra pas », jure Rosario Di Mario, délégué principal FGTB. « On a tout vu », ironise Rosario Di Mario.", ["Rosario Di Mario"] * 2),
    ("« Rien de grave », a dit le Dr Awa Touré. Elle affirme avoir soigné trente personnes.", ["Awa Touré"] * 2),
    ("Le PDG, Loïc Perle, est attendu mardi. Viendra-t-il ? « Je verrai », a-t-il éludé.", ["Loïc Perle"]),
    ("Me Sofia Amrani défend trois prévenus. L'avocate parle d'un « dossier vide ».", ["Sofia Amrani"]),
    ("Certains affirment que la digue a cédé.", ["Certains"]),
    # going on in the same sentence
    ("Le préfet a appelé les habitants à rester chez eux et précisé que les écoles seraient fermées.", ["préfet"] * 2),
    ("Anne Roy, la maire, demande une enquête pour « faire toute la lumière sur ce qui s'est passé ».", ["Anne Roy"]),
    # who is told of by another goes on denying, who speaks goes on speaking
    ("Le directeur, Marc Petit, sera jugé lundi, selon son avocat. Il dément toute fraude.", ["son avocat", "Marc Petit"]),
    ("La maire jure : « Je n'ai rien signé. » Elle dit avoir dîné avec Marie Faure. « Un dîner, c'est tout », a-t-elle ajouté.", ["maire"] * 3),
    ("Un homme, Luc Morel, a été arrêté mardi, a indiqué le parquet de Lens.\nIl nie avoir versé 300 euros.", ["parquet de Lens", "Luc Morel"]),
    ("« Partez », dit Marie Faure, chef de file des écologistes. L'élue affirme avoir écrit.", ["Marie Faure"] * 2),
    # who says what another does is another, though he has no role of his own
    ("Luc Morel a été blessé, a annoncé le préfet.", ["préfet"]),
    ("« C'est fini », a dit la préfecture. Le pont rouvrira, selon la même source.", ["préfecture"] * 2),
    ("« C'est fini », a dit la préfecture. Le pont rouvrira, d'après la même source.", ["préfecture"] * 2),
    ("« Rien », a dit à Keystone-ATS le médecin cantonal, Luc Morel.", ["Luc Morel"]),
    ("Douze personnes ont péri, selon le dernier bilan du ministère de l'Intérieur.", ["ministère de l'Intérieur"]),
    ("Douze personnes ont péri, selon les chiffres de la préfecture.", ["préfecture"]),
    ("D'après les données du ministère de la Santé, douze personnes ont péri.", ["ministère de la Santé"]),
    ("Douze postes sont vacants, selon le décompte du syndicat.", ["syndicat"]),
    ("La mairie de Lens a dit que le pont tenait. « C'est fini », a ajouté la mairie.", ["mairie de Lens"] * 2),
    ("Le syndicat FO des agents de la ville dénonce « un mensonge ».", ["FO"]),
    ("L'entreprise la conteste et parle de « chiffres faux ».", ["entreprise"]),
    ("La procureure de la République Isabelle Roux a dit que le pont tenait.", ["Isabelle Roux"]),
    ("L'entreprise Kairos a brûlé. « C'est trop », a dit l'assureur.", ["assureur"]),
    ("Selon le procureur, Luc Morel a tiré deux fois.", ["procureur"]),
    ("L'élu a cité son rival, Jean Blanc. « Il ment », a-t-il insisté.", ["élu"]),
    # an office that was somebody's stays his
    ("Hier, le chef du gouvernement, M. Ayrault, a prononcé un discours. L'assemblée a acclamé le nouveau premier ministre.\nL'opposition a quitté la salle : Jean-François Copé déplora « un discours de trop ». Mais le premier ministre a affirmé : « Nous ne renoncerons pas ! »", ["Jean-François Copé", "Ayrault"]),
    ("Le syndicat CGT, qui dénonçait un « manque d'entretien », réclame une enquête.", ["CGT"] * 2),
    ("La ministre a déclaré que le budget était prêt, avant d'ajouter que « tout est possible ».", ["ministre"] * 2),
    # the last who is named may be what another belongs to
    ("Le contrat va à Jean Roux, beau-frère du maire. Ce dernier a parlé d'« une erreur ».", ["maire"]),
    ("Claire Roux est la fille du président du club. Celui-ci a parlé d'« une erreur ».", ["président du club"]),
    ("Elle veut la tête du directeur général de la Société des eaux. Ce dernier a parlé d'« une erreur ».", ["directeur général de la Société des eaux"]),
    ("Luc Roux, adjoint au maire, a été entendu. Ce dernier a parlé d'« une erreur ».", ["Luc Roux"]),
    # who belongs to somebody is another
    ("« Il veut partir », glisse un proche de François Aubert.", ["un proche de François Aubert"]),
    ("« Tout va bien », assure l'employeur de Luc Roux.", ["employeur de Luc Roux"]),
    # an office that the article gives to one person, or to nobody named
    ("Le syndicat a un président, Luc Roux. L'eau est coupée. « Cela s'arrange », dit son président.", ["Luc Roux"]),
    ("Le club a perdu. « C'est dur », reconnaît son entraîneur.", [""]),
    # who answers is not who has just accused him
    ("Le chef Marc Roux est visé. « Il criait », dit Paul Rey. L'intéressé nie avoir « crié ».", ["Paul Rey", "Marc Roux"]),
    ("Le ministère y croit.\nFace à nous, une exploitante de 34 ans montre ses haies. « On tient. »", ["une exploitante de 34 ans"]),
    ("Un homme a été relâché, a appris l'AFP de source judiciaire.", ["source judiciaire"]),
    ("Ils étaient trente, à entendre le président lire l'arrêt.", []),
    ("Les élus doutent de la formation des pilotes, un volet pour lequel 2 millions sont prévus.", []),
    ("Le préfet a limogé le directeur, Luc Roux. L'intéressé avait promis « un effort ».", ["Luc Roux"]),
    # but where he spoke of himself and nobody else is near
    ("Luc Roux est visé. « J'ai tout dit », assure-t-il. L'intéressé nie « toute faute ».", ["Luc Roux"] * 2),
    ("Luc Roux est visé. « Il a tout dit », assure Paul Rey. L'intéressé nie « toute faute ».", ["Paul Rey", "Luc Roux"]),
    # nor who stands in a clause that only says when, of which nothing is said either
    ("Luc Roux attend. C'est son chef de cabinet, Paul Pic, qui a tranché pendant que Roux voyageait. L'intéressé a promis « un effort ».", ["Paul Pic"]),
    ("« On ment », dit Anne Roux. La gérante, Élise Pic, a rouvert le four, « parce qu'il faut manger ».", ["Anne Roux", "Élise Pic"]),
    ("« On ment », dit Anne Roux. La gérante, Élise Pic, a été arrêtée, « parce qu'elle vole ».", ["Anne Roux"] * 2),
    ("« Je pars », a dit mardi à la presse la cheffe des ventes, Élise Pic.", ["Élise Pic"]),
    ("Le maire est attendu. « Je pars », coupe-t-il.", ["maire"]),
    # who nurses is not the director; who directs is, though the article says it by a verb
    ("Anne Roux dirige le port. « On ment », dit Élise Pic, infirmière.\nLa directrice promet un recours.", ["Élise Pic", "Anne Roux"]),
    ("« On ment », dit Élise Pic, infirmière.\nLa directrice promet un recours.", ["Élise Pic", "directrice"]),
    ("« On ment », dit Élise Pic, candidate.\nLa pharmacienne promet un recours.", ["Élise Pic"] * 2),
    # whose the answer is; a doctor of either sex; who is only told of
    ("Le directeur, Luc Roux, attend. Réplique du directeur : « Nous verrons. »", ["Luc Roux"]),
    ("La réponse de la mairie ne tarde pas : « Nous verrons. »", ["mairie"]),
    ("« Je pars », dit Luc Roux. La réponse de la salle a été froide : « Bravo ! »", ["Luc Roux"] * 2),
    ("Anne Roux a parlé. Trois malades sont suivis par le docteur Élise Pic. « On verra », a-t-elle dit.", ["Élise Pic"]),
    ("À ceux qui réclamaient des travaux, Luc Roux a répondu que c'était fait.", ["Luc Roux"]),
    # who insists; another whose figure it is, no comrade of those counted; a count made on a day
    ("Le maire n'en démord pas : le pont tiendra.", ["maire"]),
    ("Le maire ne mord pas : le pont tiendra.", []),
    ("Trois personnes ont été blessées, dont une femme, d'après un bilan des sapeurs-pompiers, établi mardi.", ["pompiers"]),
    # what a document takes up
    ("Le décret date de mai. La mairie a reçu le rapport du laboratoire Orpal. Ce document évoque un risque.", ["rapport du laboratoire Orpal"]),
    ("Le décret date de mai. Ce rapport évoque un risque.", ["rapport"]),
    # a name with words in small letters; no part of it are those behind "le groupe"
    ("L'association Eau vive Ardèche dit que le puits est sec.", ["Eau vive Ardèche"]),
    ("Selon le groupe français Atos, le puits est sec.", ["Atos"]),
    # a pronoun ends with itself, and takes up who has just spoken
    ("La mairie évalue à 30 le nombre des lits, liés selon elle à l'âge des murs.", ["mairie"]),
    ("La mairie assure que le pont rouvrira, à cause selon elle de la crue.", ["mairie"]),
    # "Lui", in front, is another person than who has just spoken, or he himself
    ("Le club a exclu Luc Roux. « Il a tort », dit un voisin. Lui jure n'avoir rien vu. Ses projets ? « On verra bien. »", ["un voisin", "Luc Roux", "Luc Roux"]),
    ("Paul Pic accuse Luc Roux d'avoir menti. Lui assure que c'est faux.", ["Paul Pic", "Luc Roux"]),
    ("« On verra », dit le directeur, Luc Roux. Lui assure que tout va bien.", ["Luc Roux"] * 2),
    ("« Le club a tort », dit un voisin. Lui assure que tout va bien.", ["un voisin", ""]),
    # what others call somebody is said by nobody; whom one calls is
    ("Anne Roux a dit « non ». Ses élèves la surnomment « la dame de fer ».", ["Anne Roux"]),
    ("Anne Roux a dit « non ». Ses élèves l'appellent « la dame de fer ».", ["Anne Roux"]),
    ("Luc Roux, dit « le Chat », a parlé d'un « malaise ».", ["Luc Roux"]),
    ("Le maire appelle à « la plus grande prudence ».", ["maire"]),
    # hearsay is none of one's words
    ("Le groupe danois exigerait un dépôt de garantie.", []),
    ("Le groupe danois exige un dépôt de garantie.", ["groupe danois"]),
    # for whom a figure holds, and who judges
    ("Pour les abonnés actuels, 300 euros s'ajoutent.", []),
    ("Pour les agriculteurs, c'est une catastrophe.", ["agriculteurs"]),
    # a role names who stands near; from further away it must fit him, or it is somebody else's
    (f"« Oui », a dit Luc Roux, directeur général de Kairos. {FILL} « Non », écrit le gestionnaire du réseau.", ["Luc Roux", "gestionnaire du réseau"]),
    (f"« Oui », a dit Luc Roux, directeur général de Kairos. {FILL} « Non », écrit le directeur.", ["Luc Roux", "Luc Roux"]),
    ("« Oui », a dit Luc Roux, directeur général de Kairos. « Non », écrit le dirigeant.", ["Luc Roux", "Luc Roux"]),
    (f"« Oui », a dit Luc Roux. Kairos va bien. {FILL} Le club annonce une perte.", ["Luc Roux", "club"]),
    (f"« Oui », a dit le Club nautique de Sète. {FILL} Le club annonce une perte.", ["Club nautique de Sète"] * 2),
    # two offices are two persons
    ("Le préfet a jugé la mesure « nécessaire ». « Je m'en réjouis », a indiqué le maire.", ["préfet", "maire"]),
    # an indefinite is nobody's name: no other words take it up
    ("L'un d'eux dit attendre. Le club paie, selon la présidente.", ["L'un d'eux", "présidente"]),
    # who is pointed out is in view; "un" and "une" tell man and woman
    ("Luc Roux, commissaire, se tait. Leur avocat dénonce « un abus ». C'est le même officier qui nous reçoit. À l'entendre, le feu a pris seul.", ["Leur avocat", "Luc Roux"]),
    ("La société Tikéo parle d'« une erreur ». Laurie, une Briviste de 26 ans, a payé. « J'écris », s'amuse-t-elle.", ["Tikéo", "Laurie"]),
    # who is led in as a topic is in view: "quant à"
    ("Luc Roux nous a reçus. Les vaches paissent.\nQuant à la gérante, elle a des offres. Elle y réfléchira. « Mais pas cet été. »", ["gérante"]),
    # behind what one tells by a source, a quotation may be his or theirs of whom he tells
    ("Selon Anne Roux, les parents se trompent : « Ce pont date de 1970. »", ["Anne Roux", ""]),
    ("Anne Roux est maire. À l'entendre, les parents se trompent : « Ce pont date de 1970. »", ["Anne Roux", ""]),
    ("Les parents se trompent : « Ce pont date de 1970. »", ["parents"]),
    # behind those spoken to by a pronoun, a role and its name
    ("« Nous ne céderons rien », a promis devant elles le délégué du syndicat, Paul Marchand, sous les vivats.", ["Paul Marchand"]),
    # words are of whom they are owed to, not of everybody who repeats them
    ("La nageuse, Claire Vidal, dort. C'est à elle qu'on doit le mot que tout le monde répète, jeté au public : « Sautez ! »", ["Claire Vidal"]),
    ("C'est au pompier Jean Vallet qu'on doit la phrase que chacun répète : « Sautez, je suis là. »", ["Jean Vallet"]),
    ("La banque est fermée. Tout le monde répète ici : « Le maire savait. »", [""]),
    # what bears an article is a thing, and no skipper
    ("Le Belle Anse a gémi. L'amarre du Belle Anse a cédé. Le patron du remorqueur dit qu'il n'a « pas d'avis ».", ["patron du remorqueur"]),
    # so is what bears a vessel's name, by itself too; a newsroom, a whole town are nobody
    ("La barge Kermadec a sombré. Selon le Kermadec, tout va bien.", [""]),
    ("Interrogée par nos soins, la directrice « signe beaucoup de choses ».", ["directrice"]),
    ("Tout Morlane le répète : « Le maire savait. »", [""]),
    # a man and a woman of one name; who bears a title is a person, what is a place elsewhere is none
    ("Le notaire Armand Roux est mort. Anne Roux attend. Mme Roux soupire : « C'est long. »", ["Anne Roux"]),
    ("La directrice du festival, Aïssatou Ndongo, a démissionné. Mme Ndongo dit « assez ». L'intéressée dit qu'elle part.", ["Aïssatou Ndongo"] * 2),
    # a question put to somebody about another is not answered by that one
    ("Luc Roux a reçu notre journal.\nQue dites-vous à Anne Bon, qui vous accuse ?\n« Qu'elle vienne me voir. »", ["Luc Roux"]),
    # at the head of a paragraph he is no father of the one before; who does something meanwhile is another
    ("Luc Roux fend du bois. Son père ne dit rien.\nIl a tout repris. « J'ai gagné », soupire-t-il.", ["Luc Roux"]),
    ("Luc Roux a tout repris. Pendant que Dario dormait, il affirme avoir payé.", ["Luc Roux"]),
    # whose lawyer has spoken
    ("L'avocat de Paul Marchand, Me Denis Roy, dit que tout va. Son client affirme que la digue a cédé.", ["Denis Roy", "Paul Marchand"]),
    # a verb that the model takes for a noun is no part of who speaks
    ("« On a reçu un mail à 18 heures », soupire une directrice de l'entité, qui préfère rester discrète.", ["une directrice de l'entité"]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), PASSAGES)
def test_speakers_are_known_across_sentences(say: Say, text: str, expected: list[str]) -> None:
    assert speakers(say(text)) == expected


@pytest.mark.parametrize(
    ("text", "role", "affiliation", "category"),
    [
        ("« Non », a dit Jeanne Roy, rédactrice en chef de la revue Horizons.", "rédactrice en chef de la revue Horizons", "revue Horizons", "expert"),
        ("Selon le porte-parole de la police, Marc Vidal, tout est calme.", "porte-parole de la police", "police", "official"),
        ("« J'ai eu peur », confie une habitante du quartier.", "habitante du quartier", "", "witness"),
        ("« J'ai payé », admet Luc Roy, témoin de mariage du maire.", "témoin de mariage du maire", "", ""),
        ("« C'est tendu », dit Luc Roy, éleveur et maire de Lens.", "éleveur et maire de Lens", "Lens", "official"),
        ("Le maire, Luc Roy, éleveur à la retraite, juge la loi « absurde ».", "maire", "", "official"),
        ("« Il fait chaud », dit Luc Roy, boulanger.", "boulanger", "", ""),
        ("La rue est belle, juge le politologue Luc Roy.", "politologue", "", "expert"),
        ("Dans une lettre à des cinéastes, Mme Roy dit qu'elle part.", "", "", ""),
        ("Son père ne dit rien. Luc Roy dit qu'il fait chaud.", "", "", ""),
        ("« Il fait chaud », lâche son beau-frère, Luc Roy.", "beau-frère", "", ""),
        ("L'épouse de Luc Roy est là. « Il fait chaud », dit Luc Roy.", "", "", ""),
        ("L'avocat du maire Luc Roy est là. « Il fait chaud », dit Luc Roy.", "maire", "", "official"),
        ("Eva Roy n'est plus ministre de la Pêche. « Il fait chaud », dit Eva Roy.", "ancienne ministre de la Pêche", "la Pêche", "official"),
        ("Eva Roy n'est pas ministre. « Il fait chaud », dit Eva Roy.", "", "", ""),
        ("Luc Roy est préfet du Lot depuis mai. « Il fait chaud », dit Luc Roy.", "préfet du Lot", "Lot", "official"),
        ("Eva Roy, nommée ministre de la Pêche, dit qu'il fait chaud.", "ministre de la Pêche", "la Pêche", "official"),
        ("Mère de deux enfants, Eva Roy a été élue députée. « Il fait chaud », dit Eva Roy.", "députée", "", "official"),
        ("Selon une source bancaire, il fait chaud.", "", "", "unnamed"),
        ("« Il fait chaud », confie une source au ministère.", "", "", "unnamed"),
        ("« Il fait chaud », dit Me Luc Roy.", "", "", "organisation"),
        ("« Il fait chaud », dit Mᵉ Luc Roy.", "", "", "organisation"),
        ("« Il fait chaud », dit Luc Roy, avocat de la famille.", "avocat de la famille", "famille", "organisation"),
        ("« Il fait chaud », dit Eva Roy, présidente du club de voile.", "présidente du club de voile", "club de voile", "organisation"),
        ("« Il fait chaud », dit Eva Roy, cheffe de l'opposition.", "cheffe de l'opposition", "opposition", "official"),
        ("« Il fait chaud », dit Eva Roy, patronne du bar.", "patronne du bar", "bar", ""),
        ("« Il fait chaud », dit Eva Roy, patronne de Kairos.", "patronne de Kairos", "Kairos", "organisation"),
        ("« Il fait chaud », dit Eva Roy, directrice de la police.", "directrice de la police", "police", "official"),
        ("« Il fait chaud », dit Eva Roy, présidente des États-Unis.", "présidente des États-Unis", "États-Unis", "official"),
        ("« Il fait chaud », dit le Pr Eva Roy, hygiéniste.", "hygiéniste", "", "expert"),
        ("Chef du service de chirurgie, le Dr Luc Roy a dit qu'il faisait chaud.", "chef du service de chirurgie", "service de chirurgie", "organisation"),
        ("Le président de la République a dit qu'il faisait chaud.", "président de la République", "", "official"),
        ("Les héritiers d'un galeriste disent que le tableau est faux.", "héritiers d'un galeriste", "", ""),
        ("L'agence officielle Chine nouvelle affirme que la fusée a décollé.", "agence officielle Chine nouvelle", "", "state_media"),
        ("Un diplomate européen a confié que le texte était prêt.", "diplomate européen", "", "unnamed"),
        ("Le syndicat affirme que la grève est suivie.", "syndicat", "", "organisation"),
        ("La procureure de la République a dit que rien ne manquait.", "procureure de la République", "", "official"),
    ],
)  # fmt: skip
def test_role_affiliation_and_category_are_as_the_text_gives_them(
    say: Say, text: str, role: str, affiliation: str, category: str
) -> None:
    (made,) = say(text)
    assert (made.role, made.affiliation, made.category) == (role, affiliation, category)


def test_who_is_somebodys_child_or_friend_speaks_for_nobody() -> None:
    assert [affiliation_of(role) for role in ("fils d'un garagiste", "maire de Lens")] == ["", "Lens"]


def test_a_cue_between_the_marks_names_the_speaker(say: Say) -> None:
    text = "« Il faut agir, a averti le climatologue Jean Rousseau. Chaque degré compte. »"
    (made,) = say(text)
    assert made.speakers == ("Jean Rousseau",)
    assert made.cue == "a averti"
    assert words(text, made) == text[2:-2]


def test_what_a_third_party_says_within_a_quotation_is_reported_too(say: Say) -> None:
    text = "« Les médecins disent que le temps presse », raconte Nadia Ferrand."
    said = [(a.speakers, words(text, a)) for a in say(text)]
    assert said == [
        (("Nadia Ferrand",), "Les médecins disent que le temps presse"),
        (("médecins",), "le temps presse"),
    ]


def test_a_quotation_of_several_paragraphs_is_one(say: Say) -> None:
    text = "Le maire a déclaré : « La ville est prête.\n« Nous attendrons l'aube. »"
    (made,) = say(text)
    assert made.speakers == ("maire",)
    assert words(text, made).startswith("La ville") and words(text, made).endswith("l'aube.")


def test_nothing_is_found_in_nothing(say: Say) -> None:
    assert say("Il pleut.") == []
    assert say("Drones") == say("Kairos") == []


def test_what_somebody_cites_is_no_part_of_those_who_speak(say: Say) -> None:
    text = (
        "Citant une note des services secrets, la Norvège, le Chili et la Suisse disent que le port rouvre."
    )
    (made,) = say(text)
    assert made.speakers == ("Norvège", "Chili", "Suisse")


WITHOUT_MARKS = [
    (
        "Le capitaine Thierry Roussel conteste. – Nous sommes arrivés à minuit.",
        "Thierry Roussel",
        "Nous sommes arrivés à minuit.",
    ),
    (
        "Le juge interroge Kevin Roux.\n\n– Où étiez-vous ce soir-là ?\n\n– Je dormais, répond Kevin Roux.",
        "Kevin Roux",
        "Je dormais",
    ),
    (
        "Martine Delvaux préside la coopérative.\n\nOuest-Matin : Comptez-vous partir ?\n\nMartine Delvaux : Non, je reste.\n\nOuest-Matin : Et les prix ?\n\nMartine Delvaux : Ils baissent.",
        "Martine Delvaux",
        "Ils baissent.",
    ),
    (
        "La directrice de l'hôpital, Anne Roy, revient sur la crise.\n\nPourquoi fermez-vous la maternité ?\n\nNous n'avons plus de médecins.\n\nQue répondez-vous aux maires ?\n\nLa porte est ouverte.",
        "Anne Roy",
        "Nous n'avons plus de médecins.",
    ),
    (
        "À 31 ans, la gardienne de Brest, Élise Morvan, reste. Son ancien entraîneur, Laurent Bezeau, est parti.\n\nPourquoi rester ?\n\nParce que je suis bien ici.\n\nOn vous disait fâchée.\n\nC'est faux.\n\nEt votre finale ?\n\nOn la gagnera.",
        "Élise Morvan",
        "C'est faux.",
    ),
    (
        "La maire, Jocelyne Poitevin, défend son plan.\n\nQ. Le port vous coûte cher ?\n\nR. Deux millions. Je n'ai pas le choix.\n\nQ. Rouvrira-t-il ?\n\nR. Pas avant 2026.",
        "Jocelyne Poitevin",
        "Pas avant 2026.",
    ),
    (
        "La nageuse Inès Baudry revient.\n\nVous partez ?\n\nNon, je reste.\n\nUn nom circule.\n\nJe n'en sais rien.\n\nVous gagnerez ?\n\nOui, je crois.\n\nLa Rennaise rit. « On verra », dit Inès Baudry.",
        "Inès Baudry",
        "On verra",
    ),
    (
        "La romancière Inès Baudry publie « Sel ».\n\n– Vous avez écrit ce livre en trois mois. Comment ?\n\n– La nuit. Mon éditeur, Paul Lanoë, n'y croyait pas.\n\n– Est-il autobiographique ?\n\n– En partie.",
        "Inès Baudry",
        "En partie.",
    ),
]

BETWEEN_MARKS = [  # interviews as magazines print them
    (
        "Luce Hamel : « On a vidé le lac pour rien »\n\nLe Courrier du Lac, 3 mai 2024\nPropos recueillis à Lens par Paul Roux\n\nLe préfet, Marc Lebon, a fait ouvrir les vannes.\n\nQui l'a voulu ?\n\n« La préfecture. »\n\nLes riverains parlent d'une faute…\n\n« C'est faux. Personne n'est à blâmer, il n'a rien pu faire. »",
        [
            "On a vidé le lac pour rien",
            "La préfecture.",
            "C'est faux. Personne n'est à blâmer, il n'a rien pu faire.",
        ],
        "Luce Hamel",
    ),
    (
        'Le gérant parle\n\nLe Courrier du Lac, 3 mai 2024\nEntretien réalisé par Paul Roux\n\nLe feu a fait deux morts. Karim Benali, 44 ans, gérant du camping, a accepté de nous répondre.\n\nLes victimes dormaient-elles ?\n\n"Oui. Je les connaissais."',
        ["Oui. Je les connaissais."],
        "Karim Benali",
    ),
    (
        "La fille d'André Hamel parle\n\nLe Courrier du Lac, 3 mai 2024\n\nLuce Hamel, 49 ans, a perdu son père à Lens. Elle était ce matin dans notre studio.\n\nQui vous l'a dit ?\n\n« Un voisin. »\n\nEt après ?\n\n« Papa est parti. »",
        ["Un voisin.", "Papa est parti."],
        "Luce Hamel",
    ),
    (
        "La fille d'André Hamel parle\n\nLe Courrier du Lac, 3 mai 2024\n\nLe feu a fait deux morts. Luce Hamel, 49 ans, attend.\n\nQui vous l'a dit ?\n\n« Un voisin. »\n\nEt après ?\n\n« Papa est parti. »",
        ["Un voisin.", "Papa est parti."],
        "Luce Hamel",
    ),
    (
        "Le mari d'Anne Hamel parle\n\nLe Courrier du Lac, 3 mai 2024\n\nAnne Hamel est morte à Lens. Son mari, Paul Bon, nous répond.\n\nQui vous l'a dit ?\n\n« Un voisin. »\n\nEt après ?\n\n« Elle est partie. »",
        ["Un voisin.", "Elle est partie."],
        "Paul Bon",
    ),
    (
        "Le lac est à sec. Luce Hamel, biologiste, étudie ses poissons.\n\nOù sont-ils ?\n\n« Morts. »\n\nQui est responsable ?\n\n« Le préfet, Marc Lebon, le dira. »\n\nEt après ?\n\n« J'attends. »",
        ["Morts.", "Le préfet, Marc Lebon, le dira.", "J'attends."],
        "Luce Hamel",
    ),
]


@pytest.mark.parametrize(("text", "answers", "speaker"), BETWEEN_MARKS)
def test_answers_between_marks_are_of_whom_the_interview_is_with(
    say: Say, text: str, answers: list[str], speaker: str
) -> None:
    said = [made for made in say(text) if made.kind == "direct"]
    assert [words(text, made) for made in said] == answers
    assert {made.speakers for made in said} == {(speaker,)}


def test_an_interview_with_nobody_whom_it_names_is_answered_by_nobody(say: Say) -> None:
    text = "Elle a choisi la table du fond.\n\nRecueilli à Lens par Paul Roux\n\nL'association invoque une panne. Vous y croyez ?\n\nJe ne sais pas.\n\nQui a décidé ?\n\nJe ne siège pas au bureau."
    said = [made for made in say(text) if made.kind == "direct"]
    assert said and not any(made.speakers for made in said)


def test_one_question_in_a_report_makes_no_interview(say: Say) -> None:
    text = "Luce Hamel, biologiste, se tait. Le préfet, Marc Lebon, s'est exprimé.\n\nQui paiera ?\n\n« La commune. Elle doit tout. »"
    assert ("Luce Hamel",) not in [made.speakers for made in say(text)]


INSERTED = [
    ("« Le pire, rétorque le marin, c'est qu'il y croit. »", "marin", ["Le pire", "c'est qu'il y croit."]),
    ("« Il n'y a aucun rapport, balaie Klaus Reiter. L'usine perdait. »", "Klaus Reiter", ["Il n'y a aucun rapport", "L'usine perdait."]),
    ("Luc Roux reçoit. « Je pars en mai, assure-t-il. Le maire le sait. »", "Luc Roux", ["Je pars en mai", "Le maire le sait."]),
    ("« Qui va payer ? s'interroge Julie Roche. Pas nous. »", "Julie Roche", ["Qui va payer ?", "Pas nous."]),
    ("« On attend depuis vingt ans, s'agace Lucie Bon, 43 ans, infirmière à domicile, un pont. »", "Lucie Bon", ["On attend depuis vingt ans", "un pont."]),
    ("« La pêche, a dit la ministre, lors d'une visite à Sète, est exemplaire. »", "ministre", ["La pêche", "est exemplaire."]),
    ("« Partez, nous a dit le maire, et ne revenez pas. »", "", ["Partez, nous a dit le maire, et ne revenez pas."]),
    ("« Hier, disait mon grand-père, on mangeait bien. »", "", ["Hier, disait mon grand-père, on mangeait bien."]),
    ("« Cette fois, vient le temps des comptes. »", "", ["Cette fois, vient le temps des comptes."]),
    ("« Alors, peut-il encore gagner ? »", "", ["Alors, peut-il encore gagner ?"]),
    ("« Demain, a dit le maire, tout ira mieux », raconte Paule Mercier.", "Paule Mercier", ["Demain, a dit le maire, tout ira mieux"]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "speaker", "said"), INSERTED)
def test_what_the_newspaper_puts_between_the_marks_is_not_said(
    say: Say, text: str, speaker: str, said: list[str]
) -> None:
    (made,) = (made for made in say(text) if made.kind == "direct")
    assert "".join(made.speakers) == speaker
    assert [text[start:end] for start, end in made.quotes] == said


@pytest.mark.parametrize(("text", "speaker", "content"), WITHOUT_MARKS)
def test_turns_of_a_dialogue_and_answers_of_an_interview_are_speech(
    say: Say, text: str, speaker: str, content: str
) -> None:
    assert ((speaker,), content) in [
        (made.speakers, words(text, made)) for made in say(text) if made.kind == "direct"
    ]


def test_a_list_with_dashes_is_no_dialogue(say: Say) -> None:
    assert not say("Le plan prévoit :\n\n– Une hausse de 3 % du budget.\n\n– La fermeture de deux sites.")


MEANT = [
    (
        "Une gardienne, qui veut rester anonyme, parle pourtant d'une dizaine de blessés, « dont un enfant ».",
        "Une gardienne",
        "une dizaine de blessés, « dont un enfant »",
    ),
    (
        "Quand la présidente lui a demandé jeudi où il était, Luc Roux a répondu : « Chez moi. »",
        "Luc Roux",
        "Chez moi.",
    ),
    (
        "Prié de dire où se trouvait la caisse, Luc Roux a éludé : « Je travaille. »",
        "Luc Roux",
        "Je travaille.",
    ),
    (
        "Luc Roux affirme « n'avoir rien signé », ce qui, remarque un juge, « n'est pas la même chose ».",
        "Luc Roux",
        "n'avoir rien signé",
    ),
    (
        "Luc Roux assure n'avoir « aucune idée », mais à en croire Anne Bon, des émissaires sont venus.",
        "Anne Bon",
        "des émissaires sont venus",
    ),
    (
        "On ignore si Luc Roux « n'a pas de rival » et si le vote a eu lieu, comme l'a rapporté L'Écho.",
        "Écho",
        "le vote a eu lieu",
    ),
    (
        "L'avion est tombé en quatre minutes, d'après le site de suivi Skytrace.",
        "Skytrace",
        "L'avion est tombé en quatre minutes",
    ),
    (
        "« C'est cher », soupire Luc Roux, le patron du Ponant, un géomètre de 58 ans qui nie avoir démissionné.",
        "Luc Roux",
        "avoir démissionné",
    ),
    (
        "Qui paie ? Pas la commune : « Nous n'en avons pas les moyens », reconnaît Luc Roux.",
        "Luc Roux",
        "Nous n'en avons pas les moyens",
    ),
    (
        "Quant à la fédération, qui avait été alertée dès mai, elle affirme qu'elle n'a rien vu.",
        "fédération",
        "elle n'a rien vu",
    ),
    (
        "La société organisatrice, Cimes & Sens, assure que le bulletin a été lu.",
        "Cimes & Sens",
        "le bulletin a été lu",
    ),
    (
        "« Du tri, voilà ce que c'est ! », s'étrangle l'un des signataires.",
        "l'un des signataires",
        "Du tri, voilà ce que c'est !",
    ),
    (
        "Cinq ont demandé leur mutation, souffle l'une d'elles.",
        "l'une d'elles",
        "Cinq ont demandé leur mutation",
    ),
    (
        "Le professeur Rui Tavares, de Coimbra, qui a lu le texte, parle de « réécriture ».",
        "Rui Tavares",
        "réécriture",
    ),
    (
        "Le bilan est lourd : Régis Mollard, éleveur à Saint-Pons (Savoie), dit avoir perdu trente brebis.",
        "Régis Mollard",
        "avoir perdu trente brebis",
    ),
    (
        "Une accusation que balaie sa rivale, Lucie Bon : « Il n'y en a pas eu. »",
        "Lucie Bon",
        "Il n'y en a pas eu.",
    ),
    (
        "Ce que conteste fermement la directrice des services : « Il y a un foyer. »",
        "directrice des services",
        "Il y a un foyer.",
    ),
    (
        "Le patron, Christophe Buchet, se tait. Approuve-t-il pour autant ? « Joker. »",
        "Christophe Buchet",
        "Joker.",
    ),
    ("« On mangeait dehors. » Karima, la cinquantaine, montre les impacts.", "Karima", "On mangeait dehors."),
    ("À côté de lui, une collègue : « J'ai deux crédits. »", "une collègue", "J'ai deux crédits."),
    ("Réponse du ministre : « Nous verrons. »", "ministre", "Nous verrons."),
    ("Pour le sénateur Yves Kermadec, la messe n'est pas dite.", "Yves Kermadec", "la messe n'est pas dite"),
    ("À en croire le délégué CFDT, Paul Monneret, le site fermera.", "Paul Monneret", "le site fermera"),
    ("Aux yeux du maire, le projet est mort-né.", "maire", "le projet est mort-né"),
    ("Le maire assure n'avoir vu que deux pompiers.", "maire", "n'avoir vu que deux pompiers"),
    ("Le maire assure ne rien avoir à cacher.", "maire", "ne rien avoir à cacher"),
    (
        "Aussi le syndicat demande-t-il que les comptes soient publiés.",
        "syndicat",
        "les comptes soient publiés",
    ),
    ("Tout juste le préfet a-t-il rappelé que la route rouvrirait.", "préfet", "la route rouvrirait"),
    ("Ils étaient 3 000 selon la CGT, 1 200 d'après la mairie.", "mairie", "1 200"),
    (
        "Le sénateur Yves Kermadec réclame d'y ajouter les enfants.",
        "Yves Kermadec",
        "y ajouter les enfants",
    ),
    (
        "Anne Roy, qui avait, dit-elle, alerté le conseil deux fois, se tait.",
        "Anne Roy",
        "avait, dit-elle, alerté le conseil deux fois",
    ),
    ("Les pirates exigent quatre millions de dollars.", "pirates", "quatre millions de dollars"),
    (
        "Le parquet vise Luc Morel. M. Morel, 58 ans, divers droite, conteste les faits.",
        "Luc Morel",
        "conteste les faits",
    ),
    ("Hugo Roux réfute l'idée d'une fermeture.", "Hugo Roux", "une fermeture"),
    (
        "Karim Roux a protesté : « On nous méprise. » D'après ses calculs, il y aura 31 élèves par classe.",
        "Karim Roux",
        "il y aura 31 élèves par classe",
    ),
    (
        "Anne Roy dirige le rectorat. Le collège a perdu 38 élèves, justifie-t-elle.",
        "Anne Roy",
        "Le collège a perdu 38 élèves",
    ),
    (
        "La pluie a cessé dimanche dans toute la région. Vingt personnes ont péri, selon un bilan communiqué mardi par la protection civile.",
        "protection civile",
        "Vingt personnes ont péri",
    ),
    ("Selon le dirigeant, l'ASV n'avait pas le choix.", "dirigeant", "l'ASV n'avait pas le choix"),
    ("À Bercy, on affirme avoir été prévenu « la veille au soir ».", "Bercy", "la veille au soir"),
    (
        "Le maire, Yann Roux, se tait d'abord. « Je ne cache rien », a répété le premier magistrat.",
        "Yann Roux",
        "Je ne cache rien",
    ),
    (
        "La maire ne décolère pas. « On l'apprend dans la presse », souffle Hélène Carpentier. L'élue assure que rien n'est signé.",
        "Hélène Carpentier",
        "rien n'est signé",
    ),
    (
        "Julie Marchand, apicultrice à Lons, a perdu ses ruches. « Je n'ai jamais vu ça », confie la Jurassienne.",
        "Julie Marchand",
        "Je n'ai jamais vu ça",
    ),
    (
        "Ahmed Benali dirige le port. Son prédécesseur, Luc Morel, avait promis des travaux. « Rien n'a été fait », déplore-t-il.",
        "Luc Morel",
        "Rien n'a été fait",
    ),
    (
        "Le président Yvan Chételat, lui, est surpris. « Mattias Rey est un garçon sérieux », rappelle-t-il.",
        "Yvan Chételat",
        "Mattias Rey est un garçon sérieux",
    ),
    (
        "Le groupe Novacier, qui emploie 800 personnes, ferme un site. « Le marché s'effondre », justifie le sidérurgiste.",
        "Novacier",
        "Le marché s'effondre",
    ),
    (
        "Le rapport de l'inspection est sévère. Il relève que trois élèves n'avaient pas été signalés.",
        "rapport de l'inspection",
        "trois élèves n'avaient pas été signalés",
    ),
    (
        "« La fuite était connue », avait dit le préfet, Marc Roux, le 12 mars. Denis Petit, qui avait d'abord nié, a "
        "changé de version : il reconnaît que l'alerte est arrivée, « dans une boîte fermée ».",
        "Denis Petit",
        "dans une boîte fermée",
    ),
    (
        "Plus tard, l'enquête avance. « Un court-circuit est en cause », affirmait dès le lendemain le directeur, Paul Roy.",
        "Paul Roy",
        "Un court-circuit est en cause",
    ),
    (
        "Denis Maillard, éleveur à Ornans, montre ses bêtes. « Le loup est passé trois fois. »",
        "Denis Maillard",
        "Le loup est passé trois fois.",
    ),
]


@pytest.mark.parametrize(("text", "speaker", "content"), MEANT)
def test_who_is_meant_by_a_possessive_a_pronoun_a_place_or_another_role(
    say: Say, text: str, speaker: str, content: str
) -> None:
    assert any(made.speakers == (speaker,) and content in words(text, made) for made in say(text))


def test_the_newspaper_goes_on_behind_a_plan_that_somebody_confirms(say: Say) -> None:
    text = "La direction a confirmé un plan de 556 postes, tandis que SFR pourrait supprimer 1 000 postes."
    assert [words(text, made) for made in say(text)] == ["un plan de 556 postes"]


def test_a_body_that_is_told_stands_between_verb_and_clause(say: Say) -> None:
    text = "Arnaud Roche a déclaré au Sénat que le gouvernement n'acceptait pas le plan."
    made, _answer = say(text)
    assert (made.speakers, words(text, made)) == (
        ("Arnaud Roche",),
        "le gouvernement n'acceptait pas le plan",
    )


def test_a_gerund_that_opens_a_quotation_is_no_part_of_what_was_said_before(say: Say) -> None:
    text = (
        "Paul Roux a réfuté l'idée d'un prêt affirmant : « nous avons une sécurité financière importante »."
    )
    assert {words(text, made) for made in say(text) if made.kind == "indirect"} == {"un prêt"}


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        (
            "Paul Roux a réfuté l'idée d'un prêt par l'État affirmant : « Nous avons de quoi vivre ».",
            "Paul Roux",
        ),
        (
            "Paul Roux a dit que « tout va bien » an ajoutant : « Nous savons ce que nous devons ».",
            "Paul Roux",
        ),
        ("Paul Roux a signé une lettre ouverte demandant « une date ».", "une lettre ouverte"),
        ("Tous ont réagi, la droite pointant le doigt sur le manque de moyens.", "droite"),
    ],
)
def test_a_gerund_before_a_colon_has_the_main_subject_another_the_noun_before_it(
    say: Say, text: str, speaker: str
) -> None:
    assert say(text)[-1].speakers == (speaker,)


def test_what_opens_with_a_time_is_one_clause(say: Say) -> None:
    text = "Depuis sa mise en service il y a 108 ans, le métro n'avait jamais connu ça, selon Paul Roux."
    (made,) = say(text)
    assert words(text, made).startswith("Depuis")


def test_the_mark_of_a_note_ends_no_clause(say: Say) -> None:
    text = "Selon le rapport, le pilote a cabré[1] au lieu de piquer[2] pendant dix secondes."
    (made,) = say(text)
    assert words(text, made) == "le pilote a cabré[1] au lieu de piquer[2] pendant dix secondes"


def test_a_long_quotation_that_takes_account_is_not_lost(say: Say) -> None:
    text = (
        "Paul Roux a parlé. « Le risque qu'il puisse l'être, compte tenu des dégâts de cette semaine, "
        "devrait obliger tous les dirigeants à prendre des mesures » déclare-t-il."
    )
    assert [made.speakers for made in say(text) if made.kind == "direct"] == [("Paul Roux",)]


@pytest.mark.parametrize(
    "union",
    [
        "la CFDT-Transports",
        "la CGT",
        "FO",
        "la FSU",
        "l'Intersyndicale",
        "le Syndicat des gardiens",
        "l'UNSA",
    ],
)
def test_a_management_is_not_that_of_a_union(say: Say, union: str) -> None:
    *_, made = say(f"Selon {union}, 80 salariés sont en grève. La direction affirme que le site tourne.")
    assert made.speakers == ("direction",)


def test_a_management_is_that_of_the_body_named_before_it(say: Say) -> None:
    (made,) = say("Chez Bouygues Telecom, la direction a indiqué que le plan était prêt.")
    assert made.speakers == ("direction de Bouygues Telecom",)
    *_, made = say(
        "Bouygues Telecom recule. À Lens, il pleut. Tout est calme. La direction a indiqué que rien ne presse."
    )
    assert made.speakers == ("direction",)


def test_another_who_speaks_behind_and_ends_what_was_said(say: Say) -> None:
    text = "La ministre Anne Roy a dit le 31 octobre vouloir une hausse et le maire Paul Roux a jugé que la ville avait tort."
    assert [words(text, made) for made in say(text)] == ["vouloir une hausse", "la ville avait tort"]
