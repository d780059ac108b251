"""The language of a report: messages from a catalogue, and numbers, lists and dates in its manner."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from string import Formatter

import pytest
from babel.messages.catalog import Message
from markupsafe import Markup
from tests import messages

from dossier import i18n
from dossier.edtf import in_words, when
from dossier.i18n import _, fill, interleave, listed, ngettext, number
from dossier.narrative.parts import fill as told
from dossier.narrative.parts import plain
from dossier.records import Part

CATALOGUES = messages.paths()


@pytest.fixture
def french() -> Iterator[None]:
    with i18n.using("fr"):
        yield


@pytest.mark.usefixtures("french")
@pytest.mark.parametrize(
    ("edtf", "words"),
    [
        ("2024-11-06", "6\u00a0novembre 2024"),
        ("2024-11-01", "1er\u00a0novembre 2024"),
        ("2024-11", "novembre 2024"),
        ("2024", "2024"),
        ("2024-22", "été 2024"),
        ("2024-11-06/2024-11-09", "du 6 au 9\u00a0novembre 2024"),
        ("2024-10-24/2024-11-09", "du 24\u00a0octobre au 9\u00a0novembre 2024"),
        ("2024-01/2024-06", "janvier-juin 2024"),
        ("2024-11-06/..", "à partir du 6\u00a0novembre 2024"),
        ("../2024", "jusqu’à 2024"),
        ("2024-11-06~", "vers le 6\u00a0novembre 2024"),
        ("199X", "années 1990"),
    ],
)
def test_french_dates(edtf: str, words: str) -> None:
    assert in_words(edtf) == words


@pytest.mark.usefixtures("french")
@pytest.mark.parametrize(
    ("edtf", "words"),
    [
        ("2024-11-06", "le 6\u00a0novembre 2024"),
        ("2024-11", "en novembre 2024"),
        ("2024", "en 2024"),
        ("", ""),
    ],
)
def test_a_french_sentence_says_when(edtf: str, words: str) -> None:
    assert when(edtf) == words


def test_an_english_sentence_says_when() -> None:
    assert [when(edtf) for edtf in ("2024-11-06", "2024-11", "2024-21", "")] == [
        "on 6 November 2024",
        "in November 2024",
        "in spring 2024",
        "",
    ]


def test_of_a_day_between_two_only_the_two_are_told() -> None:
    assert when("2024-10-14/2024-10-20") == "between 14 and 20 October 2024"
    with i18n.using("fr"):
        assert when("2024-10-14/2024-10-20") == "entre le 14 et le 20\u00a0octobre 2024"
        assert when("2024-08/2024-10") == "entre août et octobre 2024"


@pytest.mark.usefixtures("french")
def test_quotation_marks_within_others_are_inner_ones_in_sentences_made_of_parts() -> None:
    words = Part("prévoit «une aide » et « un appui »", "", "fr")
    made = told(_("{who}: “{words}”{sources}."), who="Le traité", words=words, sources="")
    assert plain(made) == "Le traité\u00a0: «\u00a0prévoit “une aide” et “un appui”\u00a0»."


@pytest.mark.usefixtures("french")
def test_french_numbers_and_lists() -> None:
    assert number(12000) == "12\u202f000"
    assert number(1.5) == "1,5"
    assert [number(1_500_000), number(4_000_000)] == ["1,5\u00a0million", "4\u00a0millions"]
    assert listed(["a", "b", "c"]) == "a, b et c"
    assert listed(["a", "b"], last="or") == "a ou b"


def test_amounts_are_words_up_to_ten() -> None:
    assert [ngettext("{n} article", "{n} articles", n) for n in (0, 1, 2, 1200)] == [
        "no articles",
        "one article",
        "two articles",
        "1,200 articles",
    ]


@pytest.mark.usefixtures("french")
def test_a_catalogue_gives_an_amount_the_gender_of_its_noun() -> None:
    amounts = (i18n.Count(n) for n in (0, 1, 2, 1200))
    assert [f"{n} {n:f} {n:d}" for n in amounts] == [
        "aucun aucune 0",
        "un une 1",
        "deux deux 2",
        "1\u202f200 1\u202f200 1\u202f200",
    ]


def test_a_field_of_markup_makes_a_message_markup_and_escapes_the_others() -> None:
    made = _("{who}: {what}", who=Markup("<b>a</b>"), what="<i>")
    assert made == Markup("<b>a</b>: &lt;i&gt;") and isinstance(made, Markup)


def test_fields_that_are_no_text_stand_between_the_words_of_a_message() -> None:
    assert list(fill("{a} or {b}.", a=1, b=2)) == [1, " or ", 2, "."]
    assert list(interleave([1, 2, 3])) == [1, ", ", 2, " and ", 3]


def test_a_language_lasts_as_long_as_its_block() -> None:
    with i18n.using("fr"):
        assert i18n.language() == "fr"
    assert i18n.language() == i18n.SOURCE


def test_a_language_without_a_catalogue_is_refused() -> None:
    with pytest.raises(ValueError, match="there are en, fr"):
        i18n.use("xx")


def forms(message: Message) -> tuple[str, ...]:
    return tuple(message.string) if message.pluralizable else (message.string,)


def translated(path: Path) -> list[Message]:
    return [message for message in messages.read(path) if message.id and all(forms(message))]


def fields(text: str) -> set[str]:
    return {name for _words, name, _spec, _conversion in Formatter().parse(text) if name}


@pytest.mark.parametrize("path", CATALOGUES, ids=lambda path: path.parent.parent.name)
def test_a_translation_has_the_fields_of_its_message(path: Path) -> None:
    found = translated(path)
    assert found
    for message in found:
        source = message.id[-1] if message.pluralizable else message.id
        *fewer, last = forms(message)  # a form for one may well say it in words
        assert fields(last) == fields(source), message.id
        assert all(fields(form) <= fields(source) for form in fewer), message.id


@pytest.mark.parametrize("path", CATALOGUES, ids=lambda path: path.parent.parent.name)
def test_spaces_that_must_not_break_do_not(path: Path) -> None:
    """French puts a space inside guillemets and before a colon, and the line may not end there."""
    for message in translated(path):
        for form in forms(message):
            assert "\u00ab " not in form and " \u00bb" not in form, form
            assert not any(f" {mark}" in form for mark in ":;!?%"), form


@pytest.mark.parametrize("path", CATALOGUES, ids=lambda path: path.parent.parent.name)
def test_every_message_is_translated_and_no_other(path: Path) -> None:
    """`make messages` brings a catalogue up to date; what it names is then to be translated."""
    there, needed = messages.read(path), messages.needed(path)
    assert {(m.context, m.id) for m in there if m.id} == {(m.context, m.id) for m in needed if m.id}
    assert messages.untranslated(there) == []
