"""What the comparators find without an investigation file, and what they must not take for a disagreement."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest

from dossier.disagreements.milestones import named_in
from dossier.disagreements.seeking import form_of
from dossier.disagreements.slots import slots
from dossier.disagreements.wording import in_full
from dossier.investigation import Investigation, read_investigation
from dossier.lexicons import load_lexicon
from dossier.pipeline import analyse_folder
from dossier.records import Discrepancy

Compare = Callable[..., tuple[Discrepancy, ...]]
FIRE = "Le hangar de Valbrune a brûlé, a indiqué la maire Lucie Tessandier. "


@pytest.fixture
def compare(tmp_path: Path) -> Compare:
    def run(*texts: str) -> tuple[Discrepancy, ...]:
        for name, text in zip("abc", texts, strict=False):
            (tmp_path / f"{name}.txt").write_text(text, encoding="utf-8")
        return analyse_folder(tmp_path, Investigation(), jobs=1).discrepancies

    return run


@pytest.mark.parametrize(
    ("one", "other", "kind"),
    [
        (
            "« Ce plan ruine nos villages et trahit nos enfants », a dit Lucie Tessandier.",
            "« Ce plan ruine nos villages et oublie nos enfants », a dit Lucie Tessandier.",
            "attribute",
        ),
        (
            "« Je refuse d'être un poids pour la ville », a dit Lucie Tessandier.",
            "« Je refuse d'être un boulet pour la ville », a dit Lucie Tessandier.",
            "attribute",
        ),
        ("La réunion aura lieu jeudi 21 mars.", "La réunion aura lieu vendredi 21 mars.", "calendar"),
        # nothing was done by those for whom one speaks; one speaker of one act; switched off; a shot
        (
            "« J'ai rencontré le préfet le 3 mars », a dit Paul Vernet.",
            "« Je n'ai jamais rencontré le préfet », a dit Paul Vernet.",
            "stance",
        ),
        (
            "« Les caméras du hall n'ont jamais été arrêtées », assure Paul Vernet.",
            "Les caméras du hall ont été débranchées lundi.",
            "stance",
        ),
        (
            "« Aucun coup de feu n'a été tiré », dit le préfet Paul Vernet.",
            "Un pêcheur a été touché par un tir de la police.",
            "stance",
        ),
        # how somebody left, fell, came; how a thing changed hands; what befell somebody
        (
            "Le gérant, Paul Vernet, a présenté sa démission.",
            "Paul Vernet n'est pas parti. Lundi soir, le conseil l'a révoqué.",
            "attribute",
        ),
        (
            "Paul Vernet est tombé du toit du hangar.",
            "Paul Vernet a été poussé du toit du hangar.",
            "attribute",
        ),
        (
            "Paul Vernet a donné au musée de la ville le tableau de Rouvier.",
            "Le musée de la ville a acheté le tableau de Rouvier à Paul Vernet.",
            "attribute",
        ),
        (
            "Paul Vernet a quitté la salle du conseil de son plein gré.",
            "Paul Vernet a été sorti de force de la salle du conseil.",
            "attribute",
        ),
        (
            "La mort du garde Paul Vernet, près du moulin, est un simple accident.",
            "La mort du garde Paul Vernet, près du moulin, est un acte volontaire.",
            "attribute",
        ),
        (
            "La société Navitor n'a pas souhaité commenter l'incendie.",
            "« Nous contestons toute négligence dans l'incendie », dit Paul Vernet, le patron de Navitor.",
            "stance",
        ),
        (
            "Le drame est dû à une rafale de vent, selon l'exploitant.",
            "C'est l'usure d'une pince qui a tout déclenché.",
            "attribute",
        ),
        # who did it, set right; what others are said to have told; what was laid to a cause, cleared
        (
            "La direction de l'usine évoque un court-circuit dans une armoire.",
            "Les gendarmes privilégient un acte volontaire.",
            "attribute",
        ),
        (
            "L'incident serait dû à la surchauffe du toit de l'entrepôt.",
            "L'incident s'explique par un câble que l'entreprise avait coupé.",
            "attribute",
        ),
        (
            "Navitor était la moins chère des entreprises.",
            "Navitor était la plus chère des entreprises.",
            "attribute",
        ),
        (
            "Le gardien était connu des services de police.",
            "Le gardien était inconnu des services de police.",
            "attribute",
        ),
        ("Les sacs du filtre se sont déchirés.", "Les sacs du filtre étaient intacts.", "attribute"),
        ("Les élus ont voté à main levée.", "Les élus ont voté à bulletins secrets.", "attribute"),
        (
            "La Dreal a mesuré 34,6 milligrammes de suie par litre d'eau.",
            "La Dreal a mesuré 20 milligrammes de suie par litre d'eau.",
            "quantity",
        ),
        # a silence on no matter in particular is on the matter of the article
        (
            "Lucie Tessandier n'a pas répondu aux questions.",
            "« Nous contestons tout retard », dit Lucie Tessandier.",
            "stance",
        ),
        (
            "Lucie Tessandier exclut toute négligence.",
            "« L'hypothèse d'une imprudence n'est plus écartée », dit Lucie Tessandier.",
            "stance",
        ),
        (
            "« Aucun gardien n'est impliqué », a dit Lucie Tessandier.",
            "Lucie Tessandier n'exclut plus une complicité au musée.",
            "stance",
        ),
        (
            "« Nous ne fermerons pas le musée », a dit Lucie Tessandier.",
            "Lucie Tessandier a refusé d'écarter une fermeture du musée.",
            "stance",
        ),
        (
            "On compte 61 rescapés.",
            "Un chalutier a ramené 74 exilés sains et saufs.",
            "quantity",
        ),
        ("Six personnes ont trouvé la mort.", "Les sept victimes ont été identifiées.", "quantity"),
        (
            "Quatorze patients ont été transférés vers Tulle.",
            "Neuf patients ont dû être transférés vers Tulle.",
            "quantity",
        ),
        (
            "La start-up a levé 130 millions d'euros.",
            "Elle boucle un tour de table de 113 millions d'euros.",
            "quantity",
        ),
        # words of which one at most is true of a thing
        ("Le gardien a remis sa démission.", "Son employeur a limogé le gardien.", "attribute"),
        (
            "Les barrières du passage étaient baissées.",
            "Les barrières du passage sont restées levées.",
            "attribute",
        ),
        ("Le siège du fonds sera installé à Niamey.", "Le fonds aura ses bureaux à Bamako.", "attribute"),
        (
            "Le guide a tout vu. Le guide se tait. Le guide est parti. C'est le guide qui a donné l'alerte.",
            "L'alerte a été donnée par Paul Vernet.",
            "attribute",
        ),
        (
            "Le quai a fermé sur décision de la préfète.",
            "Le maire a décidé la fermeture du quai.",
            "attribute",
        ),
        ("Le pont, construit en 1978, a cédé.", "Le pont avait été construit en 1987.", "attribute"),
        ("Les obsèques auront lieu à la halle.", "Les obsèques se tiendront dans l'église.", "attribute"),
        (
            "Les skieurs gisent là. Les skieurs ont froid. Ce sont deux skieurs isolés qui ont tout causé.",
            "Les skieurs se taisent. L'avalanche a été déclenchée par le passage du groupe.",
            "attribute",
        ),
        ("La place portera le nom de Val de Brune.", "La place s'appellera Clos de Brune.", "attribute"),
        ("Les voleurs sont entrés par une lucarne.", "Ils ont pénétré par la porte de service.", "attribute"),
        # letters sent on two days, a contract that is none, what is asked for and given up, who found a flaw
        (
            "Les courriers ont été postés le lundi 3 mars 2025.",
            "Les enveloppes ne sont parties que le mercredi 5 mars 2025.",
            "date",
        ),
        ("Le contrat du club est signé.", "« Il n'y a pas de contrat », dit Paul Vernet.", "stance"),
        (
            "La préfète a réclamé une contre-expertise du câble.",
            "La préfète a renoncé à la contre-expertise du câble.",
            "sequence",
        ),
        (
            "L'anomalie a été découverte par un technicien.",
            "C'est une infirmière qui, en vidant le bac, s'est aperçue que le produit manquait.",
            "attribute",
        ),
        # a thing that is none, on the very day
        # who grants that it was not so said that it was: neither is the other in other words
        (
            "« Nos gardiens relisent les tickets », a dit Lucie Tessandier.",
            "« Personne chez nous ne relisait les tickets », a reconnu Lucie Tessandier.",
            "stance",
        ),
        (
            "Le gardien touche un fixe de 6 500 euros par mois.",
            "Le gardien perçoit un salaire fixe de 4 800 euros par mois.",
            "quantity",
        ),
        # what goes on is not over, what is still to do is not done
        ("Les négociations sont toujours en cours.", "Les pourparlers ont été rompus.", "sequence"),
        ("Le tunnel reste coupé.", "Le tunnel a été rouvert.", "sequence"),
        ("Le texte doit encore être soumis à un vote.", "Les adhérents ont adopté le texte.", "sequence"),
        (
            "Le parquet ouvrira une enquête dans la semaine.",
            "Le parquet a ouvert une enquête sur le hangar.",
            "sequence",
        ),
        ("La préfète étudie la fermeture du quai.", "La préfète a ordonné la fermeture du quai.", "sequence"),
        (
            "La préfecture étudie la fermeture du quai.",
            "Le préfet a décidé lundi la fermeture du quai.",
            "sequence",
        ),
        ("Le texte doit être signé lundi.", "Le maire et le port ont signé un accord.", "sequence"),
        ("La commission ne se prononcera que le 26 mars.", "La commission a adopté le plan.", "sequence"),
        (
            "Les résultats des analyses sont attendus mardi.",
            "Les analyses ont confirmé le germe.",
            "sequence",
        ),
        (
            "Le club est dirigé par le beau-frère du maire.",
            "Le club du maire a un cousin à lui pour chef.",
            "attribute",
        ),
        ("Le protocole est encore en discussion.", "Un protocole a été signé lundi.", "sequence"),
        ("La signature du bail n'interviendra qu'en mars.", "Le bail a été signé lundi.", "sequence"),
        ("Le standard demeure hors service.", "Le standard fonctionne à nouveau.", "sequence"),
        (
            "À quand la vente du quai ? Sur ce point, Lucie Tessandier n'a pas souhaité s'exprimer.",
            "Lucie Tessandier dément vouloir la vente du quai.",
            "stance",
        ),
        ("Le blessé est sorti le premier, à 5 heures.", "Le blessé est remonté en dernier.", "sequence"),
        ("La ligne sera rouverte le 10 juin 2021.", "La ligne rouvre enfin.", "date"),
        # two steps in two orders
        (
            "Les dirigeants ont signé le texte avant de recevoir les bailleurs.",
            "Les bailleurs ont été reçus, puis le texte a été signé.",
            "sequence",
        ),
        (
            "Le chancelier a été prévenu avant la fouille.",
            "La fouille était déjà achevée lorsque le chancelier en a été prévenu.",
            "sequence",
        ),
        (
            "Les habitants ont d'abord été évacués, puis les pompiers ont largué de l'eau.",
            "Les pompiers ont largué de l'eau ; ce n'est qu'ensuite que les habitants ont été évacués.",
            "sequence",
        ),
        (
            "La remontée doit commencer après l'installation d'un téléphone.",
            "La remontée a commencé sans attendre le téléphone.",
            "sequence",
        ),
    ],
)
def test_two_articles_on_one_matter_differ(compare: Compare, one: str, other: str, kind: str) -> None:
    rows = compare(FIRE + one, FIRE + other)
    assert [(row.kind, row.between) for row in rows] == [(kind, "sources")]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (
            "L'enquête a commencé le lundi 10 mars 2025.",
            "Le procès a commencé le mardi 11 mars 2025.",
        ),
        (
            "La fuite s'est produite le lundi 10 mars 2025 et non la veille.",
            "La fuite est survenue le lundi 10 mars 2025.",
        ),
    ],
)
def test_other_happenings_and_rejected_days_do_not_differ(compare: Compare, one: str, other: str) -> None:
    assert compare(FIRE + one, FIRE + other) == ()


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Une vingtaine de vaches sont mortes.", "Vingt-deux vaches sont mortes."),
        ("Au moins trois vitrines ont cédé.", "Cinq vitrines ont cédé."),
    ],
)
def test_figures_that_fit_do_not_differ(compare: Compare, one: str, other: str) -> None:
    assert compare(FIRE + one, FIRE + other) == ()


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (
            "Douze tonnes d'acide ont fui dans la rivière, selon la préfecture.",
            "Six tonnes de poissons morts ont été ramassées, selon la fédération de pêche.",
        ),
        (
            "Quelque 3 200 foyers sont privés d'eau, selon la mairie.",
            "1 500 personnes ont défilé, selon la police.",
        ),
        (
            "Trois des blessés ont quitté l'hôpital, selon le parquet.",
            "Cinq personnes ont été blessées, selon la mairie.",
        ),
        (
            "Le groupe compte 643 salariés, selon la direction.",
            "Le plan prévoit 190 suppressions de postes, selon la CGT.",
        ),
        (
            "Le syndicat réclame 20 millions d'euros.",
            "L'assureur a versé neuf millions d'euros, selon le tribunal.",
        ),
        (
            "L'usine était toujours bloquée lundi 3 mars 2025.",
            "Le barrage de l'usine a été levé mardi 4 mars 2025.",
        ),
        ("Le drame est dû à une rafale.", "Le drame est dû à une rafale, et non à l'usure d'une pince."),
        (
            "Interrogée sur le musée, Lucie Tessandier n'a pas répondu.",
            "« Nous contestons tout retard », dit Lucie Tessandier.",
        ),
        (
            "Neuf des chanteurs sont hospitalisés, selon la préfecture.",
            "L'autocar transportait trente chanteurs.",
        ),
        (
            "Le pilote encourt 20 000 euros d'amende.",
            "Le tribunal l'a condamné à 6 000 euros d'amende.",
        ),
        ("Les barrières étaient baissées.", "Les fenêtres du musée étaient ouvertes."),
        (
            "Les dirigeants ont signé le texte avant de recevoir les bailleurs.",
            "Après la signature du texte, les dirigeants ont reçu les bailleurs.",
        ),
        ("Les négociations sont toujours en cours.", "Les travaux du musée ont été interrompus."),
        ("Les négociations sont toujours en cours.", "Les négociations ne sont pas rompues."),
        ("Le texte doit encore être soumis à un vote.", "Les adhérents ont fermé le musée."),
        (
            "La ligne sera rouverte le 10 juin 2021.",
            "La ligne rouvre le 10 juin 2021, avec une heure de retard.",
        ),
        ("Le gardien n'a pas remis sa démission.", "Son employeur l'a limogé."),
        ("Les barrières étaient baissées.", "Les barrières étaient baissées, puis sont restées levées."),
        (
            "Lucie Tessandier exclut de démissionner.",
            "Lucie Tessandier a salué le courage des pompiers.",
        ),
        # another body, what is to come, another thing, a grant; a shot is no fire, a content no cause
        (
            "La ville a versé 600 000 francs, selon un proche.",
            "« Nous n'avons pas versé un centime », dit Paul Vernet, le patron de Navitor.",
        ),
        (
            "Navitor a versé 600 000 francs, selon un proche.",
            "« Nous ne verserons rien », dit Paul Vernet, le patron de Navitor.",
        ),
        (
            "« J'ai signé la lettre », a dit Paul Vernet.",
            "« Je n'ai pas signé le contrat », a dit Paul Vernet.",
        ),
        (
            "« Le suspect n'a pas été arrêté », dit Paul Vernet.",
            "Le chauffage a été coupé, selon Julie Morel.",
        ),
        (
            "« Aucun coup de feu n'a été tiré », dit le préfet Paul Vernet.",
            "L'origine du feu n'est pas établie.",
        ),
        (
            "L'eau contenait 240 bactéries, selon le canton.",
            "La pollution a été provoquée par une panne, selon Paul Vernet.",
        ),
        # what is denied is the thing, not the verb that it has in common with other things
        ("Un audit relève sept manquements.", "L'agence nie avoir relevé aucun retard."),
        ("Le greffe a transmis la lettre.", "« Nous n'avons transmis aucun rapport », dit Paul Vernet."),
        ("Le musée est-il fermé ?", "« Le musée n'est pas fermé », dit Paul Vernet."),
        ("Le parchemin compte 188 feuillets.", "Le parchemin compte deux cents feuillets."),
        ("Trois hommes ont été interpellés à Brest.", "Les hommes interpellés ont été jugés à Rennes."),
        ("Il encourt dix ans de prison.", "Le ministère public a requis six ans de prison."),
        ("Il a écopé de vingt-cinq ans de prison.", "Il a écopé de 25 ans de prison."),
        # another breakdown; the others, not those that were taken away
        ("La panne est due à un orage.", "Mardi, une seconde panne, due à un câble, a vidé le quai."),
        ("Les dix autres étaient enfermés dans la cale.", "Ils seraient détenus dans le delta."),
        # whom one keeps away is no possibility that one excludes; a denial of another thing
        (
            "« Nous avons immédiatement écarté Killian », dit Lucie Tessandier.",
            "Lucie Tessandier n'exclut pas de renoncer au Tour.",
        ),
        (
            "« Aucune forme grave n'a été constatée », dit Lucie Tessandier.",
            "Lucie Tessandier n'écarte pas un virus saisonnier.",
        ),
        # where it began and by what; who denies holds the same; two things, each called off
        ("L'agence régionale de santé a décidé la fermeture du quai.", "Le quai a été fermé par l'ARS."),
        ("La préfète a décidé la fermeture du quai.", "Le maire a ordonné un audit de la piscine."),
        ("Le concert aura lieu à la halle.", "Les obsèques auront lieu à l'église."),
        ("Le feu a pris dans la nuit de lundi.", "Le feu est parti de la buanderie."),
        ("Les résultats des analyses sont attendus mardi.", "Un lot de mayonnaise est suspecté."),
        (
            "Le feu est parti d'une fuite de gazole du moteur.",
            "Une version que conteste Paul Vernet : « C'est une fuite de gazole du moteur. »",
        ),
        (
            "Le remorquage, prévu le 4 mai 2025, a été annulé.",
            "Jeanne Marchal, qui devait venir le 6 mai 2025, a annulé son voyage.",
        ),
        # parts that make up one whole
        # two stretches of time; all aboard, and the crew not counted
        (
            "L'incendie a parcouru 430 hectares de maquis depuis le début de la semaine.",
            "Le brasier a parcouru 2 150 hectares de maquis depuis le 1er juin.",
        ),
        ("Le train roulait avec 34 voyageurs à son bord.", "On a ramené les 36 occupants du train."),
        # two of one name, each with an office; one person of two names
        # passengers and crew; a yield and a loss of two bodies in sentences on other things
        ("Le ferry avait 312 passagers à bord.", "Le ferry avait 340 personnes à bord."),
        (
            "La taxe du port rapporterait 75 millions d'euros par an, selon Paul Vernet.",
            "Le port vaut 120 millions d'euros par an aux commerces, selon Jeanne Marchal.",
        ),
        # one speaker, called by his office here
        (
            "« Nous assumons nos erreurs d'hier », dit le maire. Le maire Paul Vernet part.",
            "« Nous assumons nos erreurs d'hier », dit le maire Paul Vernet.",
        ),
        # another's step; the same sum in another currency; a part, a first count
        ("Le texte doit encore être signé par la préfète.", "Le traité, conclu lundi au port, plaît."),
        ("Le maire envisage un arrêté d'interdiction.", "Les recherches ont été interdites."),
        ("Le parquet ouvrira une enquête sur le hangar.", "La mairie a ouvert une enquête sur le hangar."),
        (
            "Le plan doit économiser 3 milliards de dollars.",
            "L'économie attendue est de 2 milliards d'euros.",
        ),
        ("Ils exigent une rançon de 2,2 millions de dollars.", "La rançon exigée est de 2 millions d'euros."),
        ("Trois randonneurs sont morts sur place.", "Quatre personnes sont mortes à Valbrune."),
        (
            "Depuis le début de la saison, dix personnes sont mortes.",
            "Quatre personnes sont mortes à Valbrune.",
        ),
        ("Un premier bilan faisait état de deux morts.", "Quatre personnes sont mortes à Valbrune."),
        # what is measured, and how much is allowed
        (
            "La Dreal a mesuré 34,6 milligrammes de suie par litre d'eau.",
            "La limite est de 20 milligrammes de suie par litre d'eau.",
        ),
        (
            "La Dreal a mesuré 34,6 milligrammes de suie par litre d'eau, pour une norme de 20.",
            "La Dreal a mesuré 34,6 milligrammes de suie par litre d'eau, au-delà du seuil, fixé à 20.",
        ),
        ("Les sacs du filtre se sont déchirés.", "Les murs de la cave étaient intacts."),
        # an occasion is no cause; what another happening was caused by
        ("L'arrêté fait suite à une inspection du hangar.", "Le drame est dû à une rafale de vent."),
        ("Tout est parti de la rafale de midi.", "Le numéro 10 est mis en cause par un gardien."),
        ("Le drame est dû à une rafale de vent.", "Rien à voir avec celui de mars, dû à un silo trop plein."),
        # what is owed is no cause
        ("Le drame est dû à une rafale de vent.", "Les loyers dus à la mairie attendront."),
        ("Le drame est dû à une rafale de vent.", "La maire compte l'indemnité due au fermier."),
        # to ask for a thing does not affirm it
        # one place is no deed; a complaint denies nothing; what he will not foretell he did not leave open
        (
            "Le gardien Paul Vernet ne souhaite pas s'exprimer sur les données du registre.",
            "« J'attends une réponse, et personne ne me la donne », regrette le gardien Paul Vernet.",
        ),
        (
            "Une lettre du préfet est arrivée le 3 mars 2025.",
            "« Aucune lettre n'a été lue le 3 mars 2025 », dit Paul Vernet.",
        ),
        (
            "Le garde a demandé pardon aux familles du port.",
            "Les familles du port ont renoncé à leur plainte.",
        ),
        (
            "La ville a signé un accord avec le club.",
            "« Il n'y a pas d'accord sur le prix », dit Paul Vernet.",
        ),
        (
            "« Une alerte a été déposée le 3 mars 2025 », dit Paul Vernet.",
            "« Aucune alerte ne concernait le port le 9 mai 2025 », répond Lucie Tessandier.",
        ),
        # a verb of granting, and the newspaper's own reading, are nothing that is denied
        (
            "Les enveloppes ne sont parties que mercredi, reconnaît le directeur.",
            "« Rien n'était écrit », a reconnu le gardien.",
        ),
        (
            "Le gardien n'a jamais consulté d'autre médecin.",
            "Le gardien est bien payé, d'après un contrat que « La Gazette » a consulté.",
        ),
        (
            "Seize personnes travaillaient sur le quai.",
            "Aucune alerte n'a été déposée au quai, ni par le personnel ni par un travailleur.",
        ),
        (
            "« Nous vendons du pain », a dit Lucie Tessandier.",
            "« Nous ne vendons pas de lait », a reconnu Lucie Tessandier.",
        ),
        # sums of two things, letters and wishes of two kinds, one act by two, a hall in its town
        (
            "L'opération coûte 13,5 millions d'euros répartis sur trois saisons.",
            "Le manque à gagner de la saison atteint 1,9 million d'euros, calcule Paul Vernet.",
        ),
        (
            "Les lettres de licenciement ont été envoyées le 3 mars 2025.",
            "Un courrier des élus a été posté le 10 mars 2025.",
        ),
        ("Paul Brun a demandé un permis de construire.", "Paul Brun a renoncé à son voyage."),
        (
            "Le coureur Paul Brun a été suspendu par la fédération le lundi 3 mars 2025.",
            "Le coureur Paul Brun a été suspendu mardi 4 mars 2025 par son équipe.",
        ),
        ("Le décret a été signé le 3 mars 2025.", "Le contrat a été signé le 4 mars 2025."),
        ("Paul Vernet, le gérant, a démissionné.", "Le conseil n'a pas révoqué Paul Vernet, le gérant."),
    ],
)
def test_different_things_are_not_compared(compare: Compare, one: str, other: str) -> None:
    assert compare(FIRE + one, FIRE + other) == ()


@pytest.mark.parametrize(
    ("one", "other"),
    [
        # a deed of another time than the one that is still expected
        (
            "L'acheteur du tableau n'a pas encore réglé les frais du notaire.",
            "Le tableau a été acheté en 1942 par un notaire.",
        ),
        (
            "La vente du moulin de Brest n'est pas encore signée.",
            "Le moulin de Brest avait déjà été vendu en 1987.",
        ),
        # another attack, of another year; to confirm that one comes is not to come
        (
            "La préfecture a autorisé des tirs après l'attaque qui a coûté la vie à 23 brebis.",
            "On attend encore l'indemnisation de l'attaque d'octobre 2023, qui a pris onze brebis.",
        ),
        # a quarter of a year is no day
        (
            "La maternité a enregistré 87 naissances au premier trimestre 2025.",
            "Une petite fille est née samedi 10 mai 2025 à la maternité.",
        ),
        (
            "Le Tour, où Navitor veut briller, s'élance le 5 juillet de Lille.",
            "L'équipe Navitor, hier, a finalement confirmé sa présence au Tour, à Lille.",
        ),
        # at least so many are not fewer than somebody counted before; a day counted from another day
        (
            "22 personnes ont été hospitalisées.",
            "Au moins dix-sept personnes ont été hospitalisées.",
        ),
        (
            "Le rappel du lait a été lancé mardi.",
            "Il faudra attendre le 6 mai, seize jours plus tard, pour que le rappel du lait soit lancé.",
        ),
        (
            "Le chauffeur du camion a été arrêté dimanche 4 mai par les gendarmes.",
            "Le 2 mai, le hangar brûle. Deux jours plus tard, le chauffeur du camion est arrêté à Brest.",
        ),
    ],
)
def test_what_is_of_another_time_is_not_compared(compare: Compare, one: str, other: str) -> None:
    first, second = ("9 mai 2025\n\n" + FIRE, "12 mai 2025\n\n" + FIRE)
    assert compare(first + one, second + other) == ()


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (
            "800 personnes ont défilé, selon la police.",
            "Ils étaient 1 500 à défiler, selon les organisateurs.",
        ),
        ("La loi a été adoptée par 187 voix contre 121.", "La loi a été adoptée par 178 voix contre 121."),
        (
            "Deux personnes sont mortes, selon le parquet.",
            "Quatre personnes ont été tuées, selon la préfecture.",
        ),
        # all that there are; the whole, of which one is hurt; what is counted, not a whole; an earlier year
        ("On compte un blessé parmi les 318 passagers.", "Les 381 passagers ont débarqué au port."),
        ("L'usine a rappelé 14 lots de lait, a-t-on appris.", "Le rappel porte sur 41 lots."),
        (
            "L'usine a rappelé 14 lots de lait en mai 2025. En 2019, elle en avait détruit six lots.",
            "On compte 41 lots.",
        ),
    ],
)
def test_figures_of_one_thing_differ(compare: Compare, one: str, other: str) -> None:
    assert [row.kind for row in compare(FIRE + one, FIRE + other)] == ["quantity"]


def test_the_words_of_phases_and_orders_find_their_examples() -> None:
    phases = (
        words for lines in load_lexicon("contraries")["clauses"].values() for line in lines for words in line
    )
    for words in (*phases, *load_lexicon("comparisons")["orders"].values()):
        assert {
            w: example for w, example in words.items() if not re.search(rf"(?<!\w)(?:{w})", example)
        } == {}


def test_half_of_a_silence_is_no_denial(compare: Compare) -> None:
    one = "La société Navitor n'a ni confirmé ni infirmé le départ de son directeur."
    other = "La société Navitor n'a pas souhaité commenter le départ de son directeur."
    assert compare(FIRE + one, FIRE + other) == ()


def test_a_row_on_who_said_it_points_at_the_clauses_that_name_them(compare: Compare) -> None:
    one = "« On ne négocie pas sous la menace du feu », a lancé Claire Vaubourg."
    other = "« On ne négocie pas sous la menace du feu », a lancé Didier Lescop."
    (row,) = compare(FIRE + one, FIRE + other)
    assert [name[0] for name in row.records] == ["q", "q", "s", "s"]


def test_a_wrong_weekday_points_at_the_date_that_lends_its_year(compare: Compare) -> None:
    (row,) = compare("Jeudi 18 avril 2024\n\n" + FIRE + "Le hangar a brûlé le mercredi 16 avril.")
    assert len(row.records) == 2


def test_articles_on_different_matters_are_not_compared(compare: Compare) -> None:
    one = "Le hangar de Valbrune a brûlé. La réunion aura lieu jeudi 21 mars."
    other = "Le musée de Carville a rouvert. Un concert sera donné vendredi 21 mars."
    assert not any(len(row.records) > 1 for row in compare(one, other))


def test_few_articles_are_on_one_matter_by_one_name(compare: Compare) -> None:
    one = "La mairie de Valbrune ouvre lundi un refuge pour chats. Elle attend 40 bénévoles."
    other = "Valbrune : une file s'étirait devant le refuge. Il y a eu 60 bénévoles."
    assert [row.kind for row in compare(one, other)] == ["quantity"]


@pytest.mark.parametrize(
    ("name", "sentence"),
    [
        (name, sentence)
        for key in ("dated", "done")
        for name, entry in load_lexicon("milestones")[key].items()
        for sentence in entry["like"]
    ],
)
def test_a_milestone_is_told_in_several_ways(name: str, sentence: str) -> None:
    assert name in {told for told, _, _ in named_in(sentence)}


def test_a_time_of_day_is_no_day_of_a_milestone(compare: Compare) -> None:
    one = "Publié le 4 mars 2025\n\n" + FIRE + "Les obus ont été livrés à 14h30."
    assert compare(one, FIRE + "Les obus ont été livrés le 1er mars 2025.") == ()


def test_a_milestone_of_another_matter_is_none() -> None:
    assert named_in("Une autre panne est survenue mardi.") == ()


@pytest.mark.parametrize(
    ("slot", "sentence", "filled"),
    [
        ("cause", "La direction impute la débâcle à la hausse du gazole.", "la hausse du gazole"),
        ("cause", "C'est le dessert qui est coupable.", "le dessert"),
        ("cause", "Un engin agricole a percé la conduite.", "Un engin agricole"),
        (
            "cause",
            "Le retrait d'un associé, qui devait payer, a précipité la chute.",
            "Le retrait d'un associé",
        ),
        ("cause", "À l'origine du conflit, le renvoi d'un chef.", "le renvoi d'un chef"),
        ("cause", "En cause, un arbre déraciné.", "un arbre déraciné"),
        ("cause", "Un lot de mayonnaise est suspecté.", "Un lot de mayonnaise"),
        ("cause", "Les soupçons se portent sur l'émincé de veau.", "l'émincé de veau"),
        ("cause", "La grève avait été lancée lundi, après le renvoi d'un chef.", "le renvoi d'un chef"),
        ("cause", "Ils sont en grève depuis lundi, après le renvoi d'un chef.", "le renvoi d'un chef"),
        ("cause", "Le pont est tombé parce qu'un camion s'y est engagé.", "un camion"),
        ("cause", "La passerelle a été emportée par la crue.", "la crue"),
        ("origin", "Le feu a pris peu avant 3 heures dans une chambre.", "une chambre"),
        ("came to light", "L'enquête a été ouverte après un signalement du rectorat.", "rectorat"),
        ("came to light", "Tout est parti d'une lettre anonyme.", "une lettre anonyme"),
        ("came to light", "C'est un audit qui a mis au jour les virements.", "un audit"),
        ("taken over by", "Le tribunal a confié lundi la scierie au groupe Lavergne.", "groupe Lavergne"),
        ("taken over by", "Les juges ont retenu l'offre du groupe Lavergne.", "groupe Lavergne"),
        ("taken over by", "La scierie est reprise par le groupe Lavergne.", "le groupe Lavergne"),
        ("decided by", "Le quai est fermé sur décision de la préfète.", "la préfète"),
        ("decided by", "Le quai est fermé par arrêté du maire.", "maire"),
        ("decided by", "C'est la maire, Lucie Brun, qui a pris la décision.", "la maire, Lucie Brun"),
        ("decided by", "La fermeture a été ordonnée lundi par le parquet.", "le parquet"),
        ("decided by", "Les lits restent fermés, une décision prise par la direction.", "la direction"),
        ("set out from", "Le cortège s'est élancé à 14 heures de la place des Arts.", "la place des Arts"),
        ("set out from", "Partie de l'esplanade du port, la foule a grossi.", "l'esplanade du port"),
        ("driver", "La mère, Josée Potvin, conduisait.", "La mère"),
        ("alarm by", "C'est une amie restée en bas qui a appelé le 144.", "une amie restée en bas"),
        ("alarm by", "Le gardien, étonné du silence, avait sonné l'alarme.", "Le gardien"),
        (
            "mutiny led by",
            "L'adjointe au maire, qui conduit la fronde, a claqué la porte.",
            "L'adjointe",
        ),
        (
            "mutiny led by",
            "Les frondeurs, emmenés par un ancien adjoint, ont voté contre.",
            "un ancien adjoint",
        ),
        ("interim", "C'est Paul Brun, l'adjoint, qui assurera l'intérim.", "Paul Brun, l'adjoint"),
        ("interim", "L'intérim est confié à Paul Brun.", "Paul Brun"),
        ("name to come", "Le club s'appellera Union du Val.", "Union du Val"),
        ("age of the victim", "La victime, un homme de 43 ans, vivait ici.", "43 ans"),
        ("name", "Le texte, baptisé « Accord de Brest », compte dix pages.", "Accord de Brest"),
        ("years of a term", "Il a écopé de trois ans de prison.", "trois ans"),
        ("minutes of a stay", "Ils ont passé onze minutes dans la salle.", "onze minutes"),
        ("weapon", "Un homme armé d'un fusil de chasse s'est rendu.", "fusil de chasse"),
        ("weapon", "L'arme, dit-elle, était un pistolet d'alarme.", "pistolet d'alarme"),
        ("held at", "Il était séquestré dans un mobil-home.", "un mobil-home"),
        ("hidden in", "Il s'était dissimulé dans une camionnette.", "une camionnette"),
        (
            "hidden in",
            "C'est à bord de la benne à ordures qu'il est sorti.",
            "la benne à ordures qu'il est sorti",
        ),
        ("way in", "Ils ont enfoncé la grille du parc.", "grille du parc"),
        ("way in", "Une fenêtre laissée ouverte leur a suffi.", "fenêtre"),
        ("way in", "Le volet et la porte ont été forcés.", "porte"),
        ("fled in", "Ils se sont enfuis à bord d'une berline noire.", "berline noire"),
        ("stood", "La victime se trouvait dans la cabine.", "la cabine"),
        ("stood", "Il se tenait au pied du mât.", "pied du mât"),
        ("arrested at", "Elle a été interpellée vendredi à Saint-Martin.", "Saint-Martin"),
        ("arrested at", "Il a été arrêté lundi, à Lyon.", "Lyon"),
        ("made in", "Les sièges ont été assemblés en Pologne.", "Pologne"),
        ("made in", "Il sort d'une usine roumaine.", "roumaine"),
        ("made in", "Les repas ont été préparés à la cuisine centrale.", "la cuisine centrale"),
    ],
)
def test_a_slot_of_a_matter_is_filled_in_several_ways(slot: str, sentence: str, filled: str) -> None:
    found = [match[1] for form in slots()[slot] for match in form.finditer(sentence)]
    assert any(words.startswith(filled) for words in found)


@pytest.mark.parametrize(
    ("one", "other", "kind"),
    [
        (
            "Le jugement a été mis en délibéré au 20 mars 2025.",
            "La décision sera rendue le 27 mars 2025.",
            "date",
        ),
        (
            "La ligne sera rétablie le 3 mars 2025.",
            "Les trains ont recommencé à circuler le 5 mars 2025.",
            "date",
        ),
        ("Les obus seront livrés le 20 mars 2025.", "Les obus ont été livrés le 24 mars 2025.", "date"),
        ("La sirène a retenti.", "Aucune alarme n'a sonné dans le quartier.", "stance"),
        (
            "« J'ai remis ma démission », dit Paul Vernet.",
            "Aucune démission n'est parvenue à la maire.",
            "stance",
        ),
        ("Le groupe était inscrit au registre.", "Personne n'a signé le registre.", "stance"),
        ("Le préfet a reçu quatre éleveurs.", "Il a refusé de recevoir une délégation.", "stance"),
        (
            "La famille n'a pas versé de rançon.",
            "Un proche a remis 150 000 euros en liquide.",
            "stance",
        ),
        (
            "Le feu a pris mercredi 12 mars 2025 à 4 h 40.",
            "Le feu est parti dans la nuit de mardi à mercredi, le 11 mars 2025 à 23 h 50.",
            "date",
        ),
        (
            "Le juge examine l'attribution, le 14 novembre 2024, du marché de la piscine.",
            "Il a été attribué à Batex le 28 novembre 2024.",
            "date",
        ),
        (
            "Le rapport a été remis le 22 octobre 2024.",
            "Remis le 24 octobre 2024, le rapport est sévère.",
            "date",
        ),
    ],
)
def test_a_milestone_has_one_day_and_is_so_or_not(compare: Compare, one: str, other: str, kind: str) -> None:
    assert [row.kind for row in compare(FIRE + one, FIRE + other)] == [kind]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        # of one day after all; the day of speaking; two milestones
        ("Le procès s'ouvre le 20 mars 2025.", "L'audience est fixée au 20 mars 2025, et non au 27."),
        (
            "Les résultats ont été proclamés le 3 mars 2025.",
            "Les résultats ont été proclamés, a annoncé le 5 mars 2025 la commission.",
        ),
        ("Le repas a été servi le 3 mars 2025.", "La digue a cédé le 5 mars 2025."),
        ("La sirène a retenti.", "La sirène a bien retenti."),
        ("Le préfet a reçu quatre éleveurs.", "Il n'a pas refusé de recevoir une délégation."),
        ("La famille n'a pas versé de rançon.", "Aucune rançon n'a été versée."),
        # two things, each with its own delivery
        # two papers, each with its own day; a verb that says nothing without its noun
        (
            "Neuf enfants ont été pris de malaises, dit le communiqué diffusé le 8 octobre 2024.",
            "Le rapport remis le 22 octobre 2024, dont nous avons pris connaissance, est sévère.",
        ),
        # a day before the milestone
        ("Les obus seront livrés le 20 mars 2025.", "Les vaccins ont été livrés le 24 mars 2025."),
    ],
)
def test_days_and_denials_of_other_things_go_together(compare: Compare, one: str, other: str) -> None:
    assert compare(FIRE + one, FIRE + other) == ()


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (
            "Deux ouvriers sont morts et dix-sept autres ont été hospitalisés.",
            "22 ouvriers ont été hospitalisés, dont neuf à Brest.",
        ),
        (
            "Entre 40 et 60 élèves ont été victimes d'une intoxication.",
            "83 élèves ont été intoxiqués.",
        ),
    ],
)
def test_figures_of_one_role_differ(compare: Compare, one: str, other: str) -> None:
    assert [row.kind for row in compare(FIRE + one, FIRE + other)] == ["quantity"]


def test_two_sentences_differ_in_two_numbers(compare: Compare) -> None:
    one, other = (
        "Deux ouvriers sont morts et dix sont blessés.",
        "Trois ouvriers sont morts, douze sont blessés.",
    )
    assert [row.kind for row in compare(FIRE + one, FIRE + other)] == ["quantity", "quantity"]


def test_a_year_that_one_article_leaves_open_is_lent_by_the_other(compare: Compare) -> None:
    one = "Publié le 4 juin 2021\n\n" + FIRE + "Le hangar a brûlé le 2 juin 2021."
    rows = compare(one, FIRE + "Le hangar a brûlé jeudi 3 juin, dans l'après-midi.")
    assert [row.kind for row in rows] == ["date"]


def test_a_weekday_that_one_article_leaves_open_is_counted_from_the_other(compare: Compare) -> None:
    one = "Publié le 4 juin 2021\n\n" + FIRE + "Le décret, signé mardi, a été lu à la radio."
    rows = compare(one, FIRE + "Le décret qui ferme le port a été signé mercredi après-midi.")
    assert [row.kind for row in rows] == ["date"]
    assert compare(one, FIRE + "Le décret qui ferme le port a été signé mardi après-midi.") == ()
    assert compare(one, FIRE + "Un autre décret a été signé mercredi après-midi.") == ()


@pytest.mark.parametrize(
    ("one", "other", "differ"),
    [
        ("La victime, un homme de 43 ans, vivait ici.", "La victime avait 34 ans.", True),
        ("Le chauffeur, un Belge de 58 ans, est blessé.", "Elle défend son conducteur, 52 ans.", True),
        ("La gérante, Jeanne Marchal, 61 ans, a tout perdu.", "Jeanne Marchal, 58 ans, a tout perdu.", True),
        ("Il a écopé de 3 ans de prison.", "Il a écopé de cinq ans de prison.", True),
        ("Jeanne Marchal, 9 ans, a tout perdu.", "Jeanne Marchal, 8 ans, a tout perdu.", True),
        # the same; of others; of no one known; no age
        ("La victime avait 43 ans.", "Paul Vernet, 43 ans, est mort.", False),
        ("La gérante, Jeanne Marchal, 61 ans, a tout perdu.", "Luc Marchal, 58 ans, a tout perdu.", False),
        ("Monique, 61 ans, a tout vu.", "Monique, 58 ans, a tout vu.", False),
        ("Jeanne Marchal avait 40 ans.", "Paul Vernet avait 34 ans. Il est mort.", False),
        ("Une des victimes, un homme de 43 ans, vivait ici.", "La victime, 34 ans, vivait ici.", False),
        ("Le conducteur du car, 43 ans, est blessé.", "Le conducteur de la moto, 34 ans, va bien.", False),
        ("Le conducteur, 43 ans, est blessé.", "Le conducteur risque 15 ans de prison.", False),
    ],
)
def test_two_things_said_of_one_person_differ(
    compare: Compare, one: str, other: str, *, differ: bool
) -> None:
    found = compare(FIRE + "\n\n" + one, FIRE + "\n\n" + other)
    assert [row.subject for row in found] == ["property"] * differ


def test_a_silence_about_one_thing_and_a_denial_of_another_go_together(compare: Compare) -> None:
    one = "La société Navitor n'a pas répondu aux questions sur le transfert de la production en Pologne."
    other = "« Nous contestons ce calcul du fisc », affirme Paul Vernet, le patron de Navitor."
    assert compare(FIRE + one, FIRE + other) == ()


def test_who_speaks_days_later_was_not_silent_on_it(compare: Compare) -> None:
    told = "Le hangar\n\nPublié le {} juin 2024\n\n" + FIRE
    one = told.format(10) + "Lucie Tessandier n'a pas répondu aux questions."
    other = "« Nous contestons tout retard », dit Lucie Tessandier."
    assert compare(one, told.format(11) + other)
    assert not compare(one, told.format(18) + other)


@pytest.mark.parametrize(
    ("pattern", "pieces"),
    [
        ("(?:au volant|aux commandes) (?:était|est),? (.{4,90})", {"au volant", "aux commandes"}),
        ("(?<!\\w)présidée? par (\\w+)", {"présidé"}),
        ("[Cc]['’]est à bord (?:de |d['’])", {"est à bord "}),
        ("victimes?|morts? (?:ou blessés)?", {"victime", "mort"}),
        ("\\w+ (?:ans?)?", {" "}),
        ("(?:ans?)?|mois", {""}),
    ],
)
def test_a_pattern_finds_nothing_where_none_of_its_pieces_stands(pattern: str, pieces: set[str]) -> None:
    assert set(form_of(pattern).pieces) == pieces


def test_two_people_who_contradict_each_other_are_no_utterance_in_two_wordings(compare: Compare) -> None:
    one = "« La pompe du hangar a marché dès la première minute », dit Paul Vernet."
    other = "« La pompe du hangar n'avait jamais marché », dit Jeanne Marchal, une voisine."
    assert {row.kind for row in compare(FIRE + one, FIRE + other)} == {"stance"}


def test_words_that_share_only_joints_are_no_utterance_in_two_wordings(compare: Compare) -> None:
    one = "« L'air d'un hangar, c'est son prix ! », dit Paul Vernet."
    assert compare(FIRE + one, FIRE + "« Ensuite, c'est l'hiver », dit Paul Vernet.") == ()


def test_who_did_it_and_what_drove_others_away_are_no_two_causes(compare: Compare) -> None:
    one = "« C'est l'entretien de nuit qui a ouvert la vanne », dit Paul Vernet."
    other = "« C'est le vent du soir qui nous a ramenés au port », dit Jeanne Marchal."
    assert compare(FIRE + one, FIRE + other) == ()


def test_two_steps_in_two_orders_are_told_whole_and_once(compare: Compare) -> None:
    one = "Elle avait porté plainte le 9 janvier, sept semaines avant de recevoir le rapport du laboratoire."
    other = "C'est seulement après avoir lu le rapport du laboratoire qu'elle a décidé de porter plainte."
    (row,) = compare(FIRE + one, FIRE + other)
    assert row.subject == "order" and "porté plainte" in row.statement and "porter plainte" in row.statement
    assert compare(FIRE + one, FIRE + "Elle a porté plainte avant d'avoir le rapport du laboratoire.") == ()


def test_two_claimants_of_one_sentence_count_one_thing(compare: Compare) -> None:
    text = (
        "Le cortège a réuni 800 personnes devant le port, selon la police, et 2 500 selon les organisateurs."
    )
    assert [(row.kind, row.between) for row in compare(FIRE + text)] == [("quantity", "parties")]


@pytest.mark.parametrize(
    ("words", "sentence", "whole"),
    [
        ("Le maire de Lens a bien admis", 'Le maire de Lens a bien admis "une erreur", rien de plus', True),
        ("conteste", "On lui reproche un don, ce qu'il conteste", True),
        ("on a requis quatre ans ferme", "Lundi, on a requis quatre ans ferme, dont deux de sursis", True),
        ("le pont de la ville a cédé", "Rien ne prouve que le pont de la ville a cédé", True),
        ("nous ne lisait ces longs tickets", "Personne chez nous ne lisait ces longs tickets", True),
        ("Celui de la ville ne votera", "Celui de la ville ne votera que le 3 mai", True),
        ("le pont de la ville a cédé", "Lundi, le pont de la ville a cédé, dit-il", False),
        ("Ce don ne m'a jamais plu", '"Ce don ne m\'a jamais plu", dit-il', False),
    ],
)
def test_a_part_of_a_sentence_keeps_what_its_verb_has_and_what_negates_it(
    words: str, sentence: str, whole: bool
) -> None:
    assert in_full(words, f"{sentence}.") == (sentence if whole else words)


def test_two_counts_of_two_claimants_are_one_row_whatever_their_nouns(tmp_path: Path) -> None:
    texts = (
        "La marche du 13 juin a réuni 126 personnes selon la préfecture, 250 personnes selon la CGT.",
        "Il y a eu 250 manifestants le 13 juin, selon la CGT, et 126 manifestants selon la préfecture.",
    )
    for name, text in zip("ab", texts, strict=True):
        (tmp_path / f"{name}.txt").write_text(f"La marche\n\nPublié le 15 juin 2024\n\n{text}\n", "utf-8")
    (row,) = analyse_folder(tmp_path, read_investigation({}), jobs=1).discrepancies
    assert (row.kind, len(row.records)) == ("quantity", 4)


@pytest.mark.parametrize(
    ("one", "other", "severity"),
    [
        ("Sept personnes ont été blessées dans le hangar.", "Onze personnes ont été blessées.", "conflict"),
        (
            "À minuit, une lampe est tombée, et sept personnes ont été arrêtées dans le hangar.",
            "Dimanche, onze personnes ont été arrêtées dans le hangar.",
            "conflict",
        ),
        # the hurt are counted anew from day to day
        (
            "À minuit, une lampe est tombée, et sept personnes ont été blessées dans le hangar.",
            "Dimanche, onze personnes ont été blessées dans le hangar.",
            "revision",
        ),
        # of the hours behind it, whenever told
    ],
)
def test_a_count_as_of_an_hour_is_revised_by_another(
    compare: Compare, one: str, other: str, severity: str
) -> None:
    head = "Le hangar\n\nPublié le lundi 17 juin 2024\n\n" + FIRE
    assert [row.severity for row in compare(head + one, head + other)] == [severity]


def test_one_number_set_against_several_is_one_row(compare: Compare) -> None:
    texts = (
        "À minuit, six personnes avaient été interpellées au hangar.",
        "Neuf personnes ont été interpellées, a-t-on appris dimanche.",
        "Il y a eu neuf interpellations dimanche au hangar.",
    )
    head = "Le hangar\n\nPublié le lundi 17 juin 2024\n\n" + FIRE
    (row,) = compare(*(head + text for text in texts))
    assert len(row.records) == 3


@pytest.mark.parametrize(
    ("said", "on_it"),
    [
        ("Le maire, Paul Vernet, dément de son côté une rumeur : « Non, l'école n'a jamais fermé. »", 0),
        ("Le maire, Paul Vernet, dément de son côté une rumeur : « Nos habitants vont bien. »", 1),
        # one body, none of those counted
        ("« L'habitant de la ferme n'a jamais été prévenu », jure le maire, Paul Vernet.", 0),
        ("« Aucun habitant n'a jamais consulté », jure le maire, Paul Vernet.", 1),
    ],
)
def test_a_denial_beside_figures_is_on_their_matter(tmp_path: Path, said: str, on_it: int) -> None:
    texts = (
        "L'association Coiron affirme que 31 habitants ont consulté un médecin.",
        f"Combien d'habitants ? {said}",
    )
    for name, text in zip("ab", texts, strict=True):
        (tmp_path / f"{name}.txt").write_text(text, "utf-8")
    topics = {"malades": {"label": "Malades", "words": ["habitant"]}}
    rows = analyse_folder(tmp_path, read_investigation({"topics": topics}), jobs=1).discrepancies
    assert len([row for row in rows if row.subject == "malades"]) == on_it


def test_counts_of_two_days_do_not_contradict_each_other(compare: Compare) -> None:
    told = (
        "La foire a réuni {} personnes le {} juin selon la CGT, et {} personnes le {} juin selon la police."
    )
    text = f"La foire\n\nPublié le 17 juin 2024\n\n{told}\n"
    assert compare(text.format(90, 13, 150, 13))
    assert not compare(text.format(90, 13, 150, 16))
