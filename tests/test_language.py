"""Sentences that one can rely on, and offsets that always hold."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from itertools import pairwise
from pathlib import Path

import pytest
from spacy.lang.char_classes import ALPHA, ALPHA_LOWER

from dossier import language
from dossier.folding import fold
from dossier.language import LONGEST, Parsed, by_endings, cut, load_pipeline, parse
from dossier.records import Article, Section
from dossier.sentences import LONGEST as MOST_WORDS
from dossier.sentences import find_sentence_starts
from dossier.syntax.sentence import find_sentences

SENTENCES = [
    ["M. Dupont est arrivé. ", "Mme Durand, elle, partait."],
    ["Le n° 5 est vendu. ", "J. Martin et J.-P. Roy l'ont acheté."],
    ["Ils attendent devant la porte B. ", "Le club se tait."],
    ["Il parle des hépatites B et C. ", "Le standard est prêt."],
    ["La rumeur est née sur X. ", "« Non », dit-il."],
    ["Selon C. Martin et B. Roy, le club se tait."],
    ["« Nous irons. ", "Nous verrons », a-t-il dit. ", "Puis il est parti."],
    ["« C'est possible. » ", "Elle n'en dit pas plus."],
    ["« Pourquoi ? » demande-t-elle."],
    ["Il hésite… puis il part."],
    ["Il hésite… ", "Puis il part."],
    ["Entériner cela (...), ce serait grave."],
    ["La guerre (de 1950 à 1953.) ", "Ensuite, la paix."],
    ["Plus de 10.000 soldats et 3.500 civils."],
    ["Voir www.exemple.fr pour la suite."],
    ["La loi est votée.", "Le président signera."],
    ["L'art. 5 et l'al. 2 sont clairs."],
    ["Les chars, les avions, etc. n'y feront rien."],
    ["LE HAVRE.- Les dockers reprennent le travail."],
    ["Il est né av. J.-C. dans cette ville."],
    ["Vraiment ?! ", "Oui."],
    ['"Je pars." ', "Il est parti."],
    ["Elle a les hépatites B et C. ", "Depuis jeudi, 700 appels."],
    ["Les vitamines A, B ou D. ", "Le reste attend."],
    ["Il y a un plan B. ", "Le maire l'a dit."],
    ["Il attend le cargo Alba B. ", "Dans la nuit, il est parti."],
    ["Le ministre J. Martin part."],
    ["Selon P. Roy et J. Martin, il part."],
]


@pytest.mark.parametrize("sentences", SENTENCES, ids="".join)
def test_sentence_ends(sentences: list[str]) -> None:
    text = "".join(sentences)
    places = [0, *find_sentence_starts(text), len(text)]
    assert [text[a:b] for a, b in pairwise(places)] == sentences


def test_the_parser_keeps_to_the_sentence_ends(parse_text: Callable[..., Parsed]) -> None:
    parsed = parse_text("M. Dupont, 53 ans, est arrivé lundi. « Nous irons. Nous verrons », a-t-il dit.")
    assert [sentence.text for _, sentence in parsed.sentences()] == [
        "M. Dupont, 53 ans, est arrivé lundi.",
        "« Nous irons.",
        "Nous verrons », a-t-il dit.",
    ]


@pytest.mark.parametrize("words", ["le maire dit oui, ", "le maire dit oui "])
def test_a_sentence_without_an_end_is_cut_behind_a_pause(
    parse_text: Callable[..., Parsed], words: str
) -> None:
    parsed = parse_text("Le texte est là.\n\n" + words * 200)
    lengths = [len(sentence) for _, sentence in parsed.sentences()]
    assert lengths[1:-1] == [MOST_WORDS] * len(lengths[1:-1])
    assert sum(lengths[1:]) == len(words.replace(",", " ,").split()) * 200
    for paragraph in parsed.paragraphs:
        assert all(len(sentence) <= 2 * MOST_WORDS for sentence in find_sentences(paragraph, ()))


@pytest.mark.parametrize(
    "text",
    [
        "L’accord a été signé à 12\u202f000\u00a0km d’ici.",
        "\ufeffLe ministre\u2009dit\u3000: «\u00a0Non\u00a0».\r\nIl part.",
        "L'e\u0301te\u0301 dernier, le pre\u0301sident e\u0301tait la\u0300.",
        "Zéro\u200blargeur \u202ade droite à gauche\u202c et soft\u00adhyphen.",
        "Un emoji 👩‍👩‍👧 et une ligature ﬁne.",
    ],
)
def test_offsets_hold(parse_text: Callable[..., Parsed], text: str) -> None:
    assert len(fold(text)) == len(text)
    parsed = parse_text("Le texte est de la rédaction et il est long.\n" + text)
    for paragraph in parsed.paragraphs:
        for token in paragraph.doc:
            start = paragraph.offset(token)
            assert fold(parsed.article.text[start : start + len(token.text)]) == token.text


def test_a_long_paragraph_is_cut_between_sentences() -> None:
    text = "Le train part. " * 2_000
    spans = list(cut(text, 0, len(text)))
    assert spans[0][0] == 0 and spans[-1][1] == len(text)
    assert all(a[1] == b[0] and a[1] - a[0] <= LONGEST for a, b in pairwise(spans))
    assert all(text[start:].startswith("Le train") for start, _ in spans)
    assert all(end - start <= 400 for start, end in cut("." * 50_000, 0, 50_000))


def test_articles_keep_their_paragraphs(make_article: Callable[..., Article]) -> None:
    texts = ["Le premier est là.\nIl est long.", "Le deuxième est seul.", "Le troisième est là.\nIl part."]
    articles = [make_article(text) for text in texts]
    empty = replace(articles[1], sections=(Section("metadata", 0, 2),))
    parsed = list(parse([empty, articles[0], empty, articles[1], articles[2], empty]))
    assert [len(p.paragraphs) for p in parsed] == [0, 2, 0, 1, 2, 0]
    assert [p.paragraphs[0].doc.text for p in parsed if p.paragraphs] == [
        text.split("\n")[0] for text in texts
    ]


def test_the_pattern_of_whole_words_takes_what_spacy_takes() -> None:
    load_pipeline()
    from spacy.lang.fr import tokenizer_exceptions as spacys

    plain = [word.replace(ALPHA_LOWER, "a-zà-ÿ").replace(ALPHA, "A-Za-zÀ-ÿ") for word in spacys._regular_exp]
    pattern = "(?iu)" + "|".join(f"(?:{word})" for word in plain)
    theirs, ours = re.compile(pattern).match, re.compile(by_endings(pattern)).match
    words = """
        anti-âge Anti-Âge aéro-club aero-clubs sous-préfet sous-préfets' sous- ex-président c'est-à-dire
        entr'ouvrir grand'mère grand’mère Saint-Denis-en-France binge-watcher a-sexualisé vingt-et-un
        l'homme Neuilly-sur-l'Eau Jouy-en-Josas non-événement quelqu'un main-d'œuvre mots 12-14 anti‑âge
    """
    taken = [word for word in words.split() if theirs(word)]
    assert 10 < len(taken) < len(words.split()) - 5
    assert [word for word in words.split() if ours(word)] == taken
    assert by_endings(pattern) == spacys.TOKEN_MATCH.__self__.pattern.replace(ALPHA_LOWER, "a-zà-ÿ").replace(
        ALPHA, "A-Za-zÀ-ÿ"
    )


def test_an_article_that_is_kept_parsed_needs_no_model(
    make_article: Callable[..., Article], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    article = make_article(
        "Deux millions de personnes ont voté. « Le maire a tort », dit-elle.\n\nSelon Jean Roy, non."
    )

    def told(parsed: Parsed) -> list[object]:
        return [
            (
                t.text,
                t.lemma_,
                t.pos_,
                t.dep_,
                t.head.i,
                str(t.morph),
                t.ent_type_,
                t.is_sent_start,
                t.like_num,
            )
            for paragraph in parsed.paragraphs
            for t in paragraph.doc
        ]

    before = told(next(parse([article], tmp_path)))
    monkeypatch.setattr(language, "load_pipeline", lambda: pytest.fail("the model was loaded"))
    assert told(next(parse([article], tmp_path))) == before
    with pytest.raises(pytest.fail.Exception):  # other words under the same name
        next(parse([replace(article, text=article.text.upper())], tmp_path))
