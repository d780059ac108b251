"""The templates of what pages show: every value is only words, and nothing is left out in silence."""

import re
from html import unescape

import jinja2
import pytest

from dossier.display.elements import el, render, to_html
from dossier.style import TEMPLATES

ALL = sorted(TEMPLATES.rglob("*.html"))
HOSTILE = "\"><script>alert('1')</script>{{ 7 * 7 }}\x00"


def test_a_value_is_words_in_a_text_and_in_an_attribute() -> None:
    html = render("evidence", anchor=HOSTILE, words=HOSTILE, source="", section="", ruled=None)
    assert "<script" not in html and "49" not in html and "\x00" not in html
    assert html.startswith('<blockquote class="dz-evidence" id="&#34;&gt;&lt;script')
    assert unescape(html).count(HOSTILE.replace("\x00", "⟨U+0000⟩")) == 2


def test_elements_and_lists_of_them_stand_as_they_are() -> None:
    words = ["a & b ", el("mark", "c < d")]
    made = render(
        "evidence", anchor=None, words=words, source=el("a", "x", href="#y"), section="", ruled=None
    )
    assert to_html(made) == (
        '<blockquote class="dz-evidence"><p lang="fr">a &amp; b <mark>c &lt; d</mark></p>'
        '<footer><a href="#y">x</a></footer></blockquote>'
    )


def test_a_value_that_is_not_given_is_an_error() -> None:
    with pytest.raises(jinja2.UndefinedError):
        render("citation")


@pytest.mark.parametrize("path", ALL, ids=lambda path: path.stem)
def test_a_template_marks_nothing_as_safe_and_quotes_every_attribute(path: object) -> None:
    source = path.read_text("utf-8")  # type: ignore[attr-defined]
    if "site" not in path.parts:  # type: ignore[attr-defined]
        assert "|safe" not in source.replace(" ", "") and "autoescape" not in source
        assert not re.search(r"=\s*(?:'|\{\{)", re.sub(r"\{%.*?%\}|\{#.*?#\}", "", source))
