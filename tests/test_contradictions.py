"""How much speaks for a contradiction of two sentences."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from dossier.contradictions import contradict
from dossier.disagreements.contrasts import find_contrasts
from dossier.investigation import Investigation
from dossier.pipeline import analyse_folder

# A sentence, one that contradicts it, and one that says the same or leaves it open.
TOLD = [
    (
        "La mairie a fermé le gymnase dès lundi soir, par précaution.",
        "Le gymnase n'a jamais été fermé, assure la mairie.",
        "Depuis lundi, plus personne n'entre dans le gymnase, fermé sur ordre de la municipalité.",
    ),
    (
        "Le chauffeur du car a été placé en garde à vue dans la soirée.",
        "Le chauffeur du car n'a pas été inquiété et dormait chez lui ce soir-là.",
        "En fin de journée, les gendarmes ont gardé à vue l'homme qui conduisait le car.",
    ),
    (
        "Le tableau, une nature morte, a été décroché par un gardien.",
        "C'est un visiteur qui a décroché le tableau, aucun gardien n'était présent.",
        "Un surveillant de la salle a ôté la toile du mur.",
    ),
    (
        "La direction refuse de commenter le départ de son directeur.",
        "« Il est parti de son plein gré », a commenté la direction à propos de son directeur.",
        "Sur le départ du directeur, la direction se tait.",
    ),
    (
        "Onze ouvriers travaillaient dans la galerie au moment de l'éboulement.",
        "La galerie était vide quand l'éboulement s'est produit.",
        "Au moment de l'éboulement, une dizaine d'ouvriers se trouvaient dans la galerie.",
    ),
]


def test_more_speaks_for_a_contradiction_than_for_what_only_words_it_otherwise() -> None:
    differing = contradict([(one, other) for one, other, _same in TOLD])
    agreeing = contradict([(one, same) for one, _other, same in TOLD])
    assert sum(a > b for a, b in zip(differing, agreeing, strict=True)) >= len(TOLD) - 1
    assert sum(differing) > sum(agreeing) + len(TOLD)


def test_it_is_the_same_whichever_sentence_comes_first_and_whatever_is_asked_beside_it() -> None:
    pairs = [(one, other) for one, other, _same in TOLD]
    turned = [(other, one) for one, other in reversed(pairs)]
    apart = [contradict([pair])[0] for pair in pairs]
    assert contradict(pairs) == pytest.approx(apart, abs=0.02)
    assert contradict(turned) == pytest.approx(apart[::-1], abs=0.02)


@pytest.mark.parametrize("text", ["", " ", "…", "\x00\ufffd", "a" * 5000, "mot " * 5000, "中文 🦊 ﷽"])
def test_any_text_is_weighed(text: str) -> None:
    assert contradict([]) == []
    assert all(abs(told) < 50 for told in contradict([(text, TOLD[0][0]), (TOLD[0][0], text), (text, text)]))


def test_of_a_few_articles_the_sentences_that_may_contradict_each_other_are_found(tmp_path: Path) -> None:
    papers = {
        "a": "Le port de Dole dort. Le hangar du quai abritait des engrais, dit la mairie de Dole.",
        "b": "Le hangar du quai ne contenait aucun engrais, disent les pompiers de Dole. La rivière monte.",
        "c": "Le hangar du quai a brûlé. La rivière monte.",
    }
    for name, text in papers.items():
        (tmp_path / f"{name}.txt").write_text(f"Dole\n\n14 janvier 2025\n\n{text}\n", encoding="utf-8")
    analysis = analyse_folder(tmp_path, Investigation(), jobs=1)
    articles, told = analysis.articles, analysis.statements
    first, *others = find_contrasts(articles, told)
    ends = [analysis.texts[article][start:end] for article, start, end in (first.one, first.other)]
    assert "abritait" in ends[0] and "aucun" in ends[1] and first.score > 0
    assert all(first.score >= other.score and other.one[0] != other.other[0] for other in others)
    many = [
        replace(article, article_id=f"{article.article_id}{n}") for n in range(14) for article in articles
    ]
    assert not find_contrasts(many, told) and not find_contrasts(articles, ())
