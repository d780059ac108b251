"""The reading of a sentence: clauses on documents built by hand, without the model, and on real sentences."""

from __future__ import annotations

import re
from collections.abc import Callable
from importlib.resources import files
from importlib.resources.abc import Traversable

import pytest
import spacy
from spacy.tokens import Doc as Source

from dossier.language import Paragraph, Parsed, quick_french
from dossier.records import Section
from dossier.syntax.clauses import Clause, find_clauses
from dossier.syntax.inflection import inflect, is_negated
from dossier.syntax.sentence import find_sentences
from dossier.tokens import Doc

# word, lemma, part of speech, head (a place), relation, features
Row = tuple[str, str, str, int, str, str]
FINITE = "VerbForm=Fin|Mood=Ind|Tense={}"
with quick_french():
    VOCAB = spacy.blank("fr").vocab
PARTICIPLE = "VerbForm=Part|Tense=Past"


def build(*rows: Row) -> Paragraph:
    """Return a paragraph of the words of *rows* with the tree that they give."""
    words, lemmas, tags, heads, relations, features = map(list, zip(*rows, strict=True))
    doc = Source(VOCAB, words=words, lemmas=lemmas, pos=tags, heads=heads, deps=relations, morphs=features)
    return Paragraph(Section("body", 0, len(doc.text)), 0, Doc(doc))


def clauses(paragraph: Paragraph) -> list[Clause]:
    return [clause for sentence in find_sentences(paragraph, ()) for clause in find_clauses(sentence)]


def test_a_passive_has_its_patient_for_subject_and_its_agent_behind_par() -> None:
    (clause,) = clauses(
        build(
            ("Le", "le", "DET", 1, "det", ""),
            ("pont", "pont", "NOUN", 4, "nsubj:pass", ""),
            ("a", "avoir", "AUX", 4, "aux:tense", FINITE.format("Pres")),
            ("été", "être", "AUX", 4, "aux:pass", PARTICIPLE),
            ("fermé", "fermer", "VERB", 4, "ROOT", PARTICIPLE),
            ("par", "par", "ADP", 7, "case", ""),
            ("la", "le", "DET", 7, "det", ""),
            ("préfecture", "préfecture", "NOUN", 4, "obl:agent", ""),
        )
    )
    assert clause.head.lemma_ == "fermer"
    assert clause.inflection.passive and clause.inflection.compound
    assert clause.inflection.tense == "past"
    assert clause.subject and clause.subject.text == "Le pont"
    assert clause.agent and clause.agent.text == "la préfecture"


def test_a_clause_ends_before_a_remark_on_it() -> None:
    first, *_rest = clauses(
        build(
            ("Ils", "il", "PRON", 1, "nsubj", ""),
            ("partent", "partir", "VERB", 1, "ROOT", FINITE.format("Pres")),
            (",", ",", "PUNCT", 3, "punct", ""),
            ("ce", "ce", "PRON", 1, "appos", ""),
            ("qui", "qui", "PRON", 5, "nsubj", "PronType=Rel"),
            ("inquiète", "inquiéter", "VERB", 3, "acl:relcl", FINITE.format("Pres")),
        )
    )
    assert first.sentence.paragraph.doc.text[first.start : first.end] == "Ils partent"


def test_a_second_verb_shares_the_subject_of_the_first() -> None:
    first, second = clauses(
        build(
            ("Le", "le", "DET", 1, "det", ""),
            ("maire", "maire", "NOUN", 2, "nsubj", ""),
            ("arrive", "arriver", "VERB", 2, "ROOT", FINITE.format("Pres")),
            ("et", "et", "CCONJ", 4, "cc", ""),
            ("parle", "parler", "VERB", 2, "conj", FINITE.format("Pres")),
        )
    )
    assert first.subject and second.subject
    assert first.subject.text == second.subject.text == "Le maire"


def test_a_relative_pronoun_stands_for_its_antecedent() -> None:
    found = clauses(
        build(
            ("La", "le", "DET", 1, "det", ""),
            ("ville", "ville", "NOUN", 4, "nsubj", ""),
            ("qui", "qui", "PRON", 3, "nsubj", "PronType=Rel"),
            ("paie", "payer", "VERB", 1, "acl:relcl", FINITE.format("Pres")),
            ("proteste", "protester", "VERB", 4, "ROOT", FINITE.format("Pres")),
        )
    )
    assert [clause.subject and clause.subject.text for clause in found] == ["La ville", "La ville"]


@pytest.mark.parametrize(
    ("adverb", "negated"), [("pas", True), ("jamais", True), ("que", False), ("bien", False)]
)
def test_ne_needs_a_second_word_that_negates(adverb: str, negated: bool) -> None:
    paragraph = build(
        ("Il", "il", "PRON", 2, "nsubj", ""),
        ("ne", "ne", "ADV", 2, "advmod", ""),
        ("dort", "dormir", "VERB", 2, "ROOT", FINITE.format("Pres")),
        (adverb, adverb, "ADV", 2, "advmod", ""),
    )
    assert is_negated(paragraph.doc[2]) is negated


@pytest.mark.parametrize(
    ("form", "lemma", "mood"),
    [("fermerait", "fermer", "Cnd"), ("fermait", "fermer", "Ind"), ("aurait", "avoir", "Cnd")],
)
def test_the_conditional_is_known_by_its_form(form: str, lemma: str, mood: str) -> None:
    paragraph = build((form, lemma, "VERB", 0, "ROOT", FINITE.format("Imp")))
    assert inflect(paragraph.doc[0]).mood == mood


def test_a_quotation_is_not_looked_into(parse_text: Callable[..., Parsed]) -> None:
    from dossier.syntax.marks import find_quoted

    text = "Le maire affirme : « Le pont tiendra. »"
    (paragraph,) = parse_text(text).paragraphs
    quoted = find_quoted(text, [paragraph.section])
    found = [c.head.lemma_ for s in find_sentences(paragraph, quoted) for c in find_clauses(s)]
    assert found == ["affirmer"]


@pytest.mark.parametrize(
    "path", sorted(files("dossier.lexicons").joinpath("fr").iterdir(), key=str), ids=lambda p: p.name
)
def test_no_class_of_words_hides_another_of_its_name(path: Traversable) -> None:
    keys = [
        line.split(":")[0]
        for line in path.read_text(encoding="utf-8").splitlines()
        if re.match(r"\w+:", line)
    ]
    assert sorted(keys) == sorted(set(keys))
