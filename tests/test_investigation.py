"""What investigation.yml may say, and how each mistake is named."""

from __future__ import annotations

from pathlib import Path

import pytest

from dossier.investigation import Investigation, general_topics, load_investigation, read_investigation
from dossier.validated_yaml import YamlError

ROOT = Path(__file__).parents[1]


@pytest.fixture
def load(tmp_path):
    def load_text(text: str | bytes) -> Investigation:
        path = tmp_path / "investigation.yml"
        path.write_bytes(text if isinstance(text, bytes) else text.encode())
        return load_investigation(path)

    return load_text


def test_a_title_is_enough(load):
    general = Investigation(title="Les ponts de la ville", topics=general_topics())
    assert load("title: Les ponts de la ville\n") == general


def test_the_general_topics_and_events_can_be_chosen_and_switched_off(load):
    assert load("title: a\ngeneral_topics: []\n").topics == ()
    asked = load("title: a\ntopics: {votes: {label: V}}\ngeneral_topics: [votes, deaths]\n")
    assert [topic.label for topic in asked.topics] == ["V", "Deaths"]
    assert load("title: a\ngeneral_events: [vote]\n").general_events == ("vote",)


def test_a_topic_of_the_investigation_goes_before_the_general_ones(load):
    asked = load("title: a\ntopics: {water: {label: Water}}\n")
    assert asked.topics[0].key == "water"
    assert asked.topics[1:] == general_topics()


def test_everything_that_can_be_asked(load):
    asked = load(
        """
title: The dam
authors: [A. Writer, B. Editor]
date: 2024-11-06
topics:
  water:
    label: Water released
    words: [eau]
    units: [mètre cube]
    verbs: [déverser]
event_types:
  plan: {label: Plan, triggers: [projet]}
  opening:
    label: Opening of the dam
    lane: Works
    triggers: [ouvrir, mettre en eau]
    with: [barrage]
    without: [porte]
    once: true
    follows: [plan]
    attributes:
      how: {label: how far, values: {half: [à moitié], full: [entièrement]}}
path: [plan, opening]
sides: {Town: [], Ministry: [France]}
actors:
  - name: Jeanne Dubreuil
    aliases: [Dubreuil]
    side: Town
    category: official
    kind: person
    roles: [maire de la ville]
themes:
  fear: {label: Fear, words: [crainte, danger]}
corrections:
  - {date: 2024-11-07, text: The volume was given per day., records: [c-00000000]}
"""
    )
    opening = asked.event_types[1]
    assert (opening.key, opening.with_words, opening.once, opening.follows) == (
        "opening",
        ("barrage",),
        True,
        ("plan",),
    )
    assert opening.attributes[0].values == (("half", ("à moitié",)), ("full", ("entièrement",)))
    assert asked.topics[0].units == ("mètre cube",)
    assert asked.actors[0].roles == ("maire de la ville",)
    assert asked.sides[1].countries == ("France",)
    assert asked.date == "2024-11-06"
    assert asked.corrections[0].records == ("c-00000000",)
    assert all(type(word) is str for word in (asked.title, asked.path[0], asked.themes[0].words[0]))


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", "line 1: the file is empty; write at least a line 'title: …'"),
        ("# only a comment\n", "line 1: the file is empty"),
        ("subtitle: b\n", "line 1: the file lacks the key 'title'"),
        ("title:\n", "line 1: 'title' of the file is empty"),
        (
            "title: a\ntopcis: {}\n",
            "line 2: unknown key 'topcis' in the file; did you mean 'topics'? Allowed: ",
        ),
        ("title: a\ntitle: b\n", "line 2: key 'title' of the file stands twice, first on line 1"),
        ("title: [a]\n", "line 1: 'title' of the file is a list, expected a text"),
        ("title: a\ntopics: water\n", "line 2: 'topics' of the file is 'water', expected keys with values"),
        (
            "title: a\ntopics:\n  Éau: {label: b}\n",
            "line 3: key 'Éau' in 'topics' of the file: expected small",
        ),
        (
            "title: a\ntopics:\n  t: {label: b, words: eau}\n",
            "line 3: 'words' of 't' of 'topics' of the file is 'eau', expected a list",
        ),
        ("title: a\ntopics:\n  t: {}\n", "line 3: 't' of 'topics' of the file lacks the key 'label'"),
        (
            "title: a\ndate: 2026-02-31\n",
            "line 2: 'date' of the file is '2026-02-31', no day of the calendar",
        ),
        ("title: a\ndate: hier\n", "line 2: 'date' of the file is 'hier', expected a day such as"),
        (
            "title: a\nurl: javascript:alert(1)\n",
            "line 2: 'url' of the file is 'javascript:alert(1)', expected",
        ),
        ("title: a\npath: [signature]\n", "line 2: unknown event type 'signature'"),
        (
            "title: a\nevent_types:\n  vote: {label: V, triggers: [vote], follows: [sing]}\n  sign: "
            "{label: S, triggers: [signer]}\n",
            "line 3: unknown event type 'sing'; did you mean 'sign'? Allowed: vote, sign",
        ),
        (
            "title: a\nevent_types:\n  v: {label: V, triggers: [vote], told: {voter: They voted}}\n",
            "line 3: unknown trigger 'voter'; did you mean 'vote'? Allowed: else, vote",
        ),
        (
            "title: a\nevent_types:\n  v: {label: V, triggers: [vote], told: {vote: '{who} voted'}}\n",
            "is '{who} voted', expected a sentence whose {fields} are {agent}, {patient} or {figure}",
        ),
        (
            "title: a\nactors:\n  - name: X\n    side: Lune\n",
            "line 4: unknown side 'Lune'",
        ),
        (
            "title: a\nactors:\n  - {name: X, category: oficial}\n",
            "'category' of entry 1 of 'actors' of the file is 'oficial'; did you mean 'official'?",
        ),
        (
            "title: a\nactors:\n  - {name: Eva, aliases: [la cheffe]}\n  - {name: Bea, roles: [La Cheffe]}\n",
            "line 4: 'La Cheffe' already stands on line 3, in 'Eva'",
        ),
        (
            "title: a\nactors:\n  - {name: Eva}\n  - {name: Eva}\n",
            "line 4: 'Eva' already stands on line 3, in another entry of that name",
        ),
        (
            "title: a\nactors:\n  - {name: Eva, aliases: [eva]}\n",
            "line 3: 'eva' already stands on line 3, in the same entry",
        ),
        (
            "title: !!python/object/apply:os.system [ls]\n",
            "line 1: the YAML tag 'tag:yaml.org,2002:python/object",
        ),
        ("title: &a x\nsubtitle: *a\n", "line 1: anchors and aliases (& and *) are not allowed"),
        (
            "title: a\nchapters:\n  - {page: timelime}\n",
            "line 3: 'page' of entry 1 of 'chapters' of the file is 'timelime'; did you mean 'timeline'?",
        ),
        ("title: a\nchapters:\n  - {title: b}\n", "line 3: a chapter has neither 'page' nor 'file'"),
        (
            "title: a\nchapters:\n  - {page: figures, topic: detahs}\n",
            "line 3: unknown topic 'detahs'; did you mean 'deaths'?",
        ),
        (
            "title: a\nchapters:\n  - {page: voices, topic: deaths}\n",
            "line 3: 'topic' belongs to a chapter with 'page: figures'",
        ),
        (
            "title: a\nchapters:\n  - {page: data}\n  - {page: data}\n",
            "line 4: 'data' already stands on line 3",
        ),
        ("title: a\nchapters:\n  - {file: ../secret}\n", "expected a path such as notebooks/deaths"),
        ("title: a\ngeneral_topics: [moeny]\n", "unknown general topic 'moeny'; did you mean 'money'?"),
        ("title: a\nauthors: [b\n", "line 2: is not YAML: a bracket that is opened here is not closed"),
        (b"title: caf\xe9\n", "line 1: is not UTF-8 text"),
        ("title: 'Feu : l'incendie'\n", "write an apostrophe within '…' twice"),
        ("title: Feu: le bilan\n", "a text that holds ': ' needs quotation marks"),
        ("chapters: [{page: timeline, title: Qui ?}]\n", "in brackets ' ?' or ', ', needs quotation marks"),
        ("title: a\n---\ntitle: b\n", "is not YAML: but found another document"),
        ("title: a\nauthors: " + "[" * 3000, "more than 20 deep"),
        ('title: a\n"\\e[31m": b\n', "line 2: unknown key '\\x1b[31m' in the file"),
    ],
)
def test_a_mistake_is_named_with_key_and_line(load, text, said):
    with pytest.raises(YamlError) as caught:
        load(text)
    assert any(said in mistake for mistake in caught.value.mistakes), caught.value.mistakes
    assert all(mistake.startswith("investigation.yml line ") for mistake in caught.value.mistakes)


def test_all_mistakes_are_told_at_once(load):
    with pytest.raises(YamlError) as caught:
        load("subtitle:\ndate: x\nfoo: 1\n")
    assert len(caught.value.mistakes) == 4


def test_a_word_of_yaml_is_a_word(load):
    asked = load("title: no\nsubtitle: 2024-11-06\nkeywords: [on, 12, 1e3]\ngeneral_topics: []\n")
    assert asked == Investigation(title="no", subtitle="2024-11-06", keywords=("on", "12", "1e3"))


def test_the_shipped_investigation_is_valid_and_holds_no_figure():
    asked = load_investigation(ROOT / "investigation.yml")
    assert {topic.key for topic in asked.topics} == {
        "troops",
        "casualties",
        "territory",
        "votes",
        "munitions",
    }
    assert len(asked.path) == 7
    phrases = [
        phrase
        for entry in (*asked.event_types, *asked.topics, *asked.themes)
        for words in (getattr(entry, "triggers", ()), getattr(entry, "words", ()))
        for phrase in words
    ]
    assert phrases and not any(letter.isdigit() for phrase in phrases for letter in phrase.removesuffix("2"))


def test_a_question_has_answers_and_the_phrases_that_give_them() -> None:
    (asked,) = read_investigation(
        {"questions": {"mill": {"label": "The mill", "answers": {"open": ["rouvrir"], "shut": ["fermé"]}}}}
    ).questions
    assert (asked.key, asked.kind, asked.severity) == ("mill", "attribute", "tension")
    assert asked.answers == (("open", ("rouvrir",)), ("shut", ("fermé",)))
