"""Denials and non-answers: the examples of the constructions in the lexicon are the tests."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest

from dossier.lexicons import load_lexicon
from dossier.records import Reading

KINDS = ("verbs", "negated_phrases", "phrases", "clauses")


def examples() -> Iterator[tuple[str, str, str, str]]:
    for kind in KINDS:
        for entry in load_lexicon("responses")[kind]:
            for sentence, words in entry["examples"].items():
                yield sentence, words, entry["stance"], entry["response"]


def counter_examples() -> Iterator[str]:
    for kind in KINDS:
        for entry in load_lexicon("responses")[kind]:
            yield from entry.get("unlike", ())


@pytest.mark.parametrize(("sentence", "words", "stance", "response"), list(examples()))
def test_a_construction_yields_what_its_example_says(
    read_text: Callable[..., Reading], sentence: str, words: str, stance: str, response: str
) -> None:
    found = [c for c in read_text(sentence, "2024-11-08").claims if c.response]
    assert [(c.text, c.stance, c.response) for c in found] == [(words, stance, response)]
    assert found[0].claimant


@pytest.mark.parametrize("sentence", list(counter_examples()))
def test_a_counter_example_denies_nothing(read_text: Callable[..., Reading], sentence: str) -> None:
    assert not [c for c in read_text(sentence, "2024-11-08").claims if c.response]
