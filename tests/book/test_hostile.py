"""A book of hostile articles shows their characters as they are; nothing of them runs, loads or includes."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from bs4 import BeautifulSoup
from tests.book.conftest import built, copy_project

from dossier.chapters import chapters_of
from dossier.cli import main
from dossier.investigation import Investigation

if TYPE_CHECKING:
    from tests.book.conftest import Browser

pytestmark = [pytest.mark.book, pytest.mark.browser]
MARKUP = (
    "<script>document.title='pris'</script>",
    "<img src=x onerror=\"document.title='pris'\">",
    "[clic](javascript:document.title='pris')",
    "```{include} ../investigation.yml\n```",
    "{eval-rst}`.. raw:: html`",
    "{download}`investigation.yml`",
    "{{ titre }} {glue:text}`titre` {cite}`personne`",
    "\\input{/etc/passwd} \\write18{id} $x^2$ $$y$$",
    '#read("/etc/passwd") #eval("1+1")',
    "<!-- --> ]]> </p></td></table></style></textarea>",
    '<a href="https://ailleurs.example/">lien</a> ![image](https://ailleurs.example/i.png)',
    "| a | b |\n|---|---|\n| 1 | 2 |",
    '=HYPERLINK("https://ailleurs.example/")',
    "\x1b[31mrouge\x1b[0m",
    "\u202egauche \u200b zéro",
    # Characters that some font, typesetter or page cannot take.
    *(
        "\x92",
        "\ue000",
        "\ufffe",
        "김정은",
        "习近平",
        "محمد",
        "😀",
        "a\u200db",
        "e\u0301\u0302",
        "\ufeff",
        "𝒜",
    ),
)
ARTICLE = """8 novembre 2024

Le porte-parole {0} du ministère, Paul {0} Durand, a déclaré vendredi : « Nous refusons {0} cela. »

Selon l'agence, au moins 3210 soldats {0} nord-coréens seraient déployés {0} depuis le 4 novembre.

« Le traité {0} sera ratifié le 6 novembre », affirme l'expert Jean Petit {0}.
"""
INVESTIGATION = """
title: >-
  Titre <script>document.title='pris'</script> {eval-rst}`x` $x$ \\input{a} #read("b") [l](javascript:c)
subtitle: >-
  <img src=x onerror="document.title='pris'"> ```{include} seeds/0.txt```
authors:
  - "<script>document.title='pris'</script>"
  - "&lt;script&gt;document.title='pris'&lt;/script&gt; \\x92"
topics:
  troops:
    label: "😀 김 Troupes <b onclick=\\"document.title='pris'\\">gras</b>"
    units: [soldat]
"""


@pytest.fixture(scope="module")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A project of hostile articles and a hostile investigation, its book built."""
    root = copy_project(tmp_path_factory.mktemp("hostile") / "project")
    for path in [*(root / "seeds").iterdir(), *(root / "review").iterdir()]:
        path.unlink()
    for number, markup in enumerate(MARKUP):
        text = ARTICLE.format(markup)
        name = f"{number:03d} <b>'&amp;{markup if len(markup) < 5 else ''}.txt"
        (root / "seeds" / name).write_text(text, "utf-8")
    (root / "investigation.yml").write_text(INVESTIGATION, "utf-8")
    return built(root) / "_build" / "html"


@pytest.mark.parametrize("page", [f"{chapter.file}.html" for chapter in chapters_of(Investigation())])
def test_nothing_of_an_article_runs_or_loads(hostile: Path, browser: Browser, page: str) -> None:
    browser.look(hostile / page)
    assert [url for url in browser.requests() if not url.startswith(("file:", "data:", "about:"))] == []
    assert browser.log("browser") == []
    assert browser.run("return document.title") != "pris"
    assert (
        browser.run(
            "return [...document.querySelectorAll('a, img, iframe, object, embed, main script')].filter(e"
            "  => /^(javascript|http)/.test(e.getAttribute('href') ?? e.getAttribute('src') ?? '')"
            " || e.matches('iframe, object, embed, main script, img[src=x]')).map(e => e.outerHTML)"
        )
        == []
    )


def test_the_characters_stand_on_the_pages_as_they_are(hostile: Path) -> None:
    page = (hostile / "notebooks/sources.html").read_text("utf-8")
    text = " ".join(BeautifulSoup(page, "html.parser").get_text().split())
    for markup in MARKUP[:2] + MARKUP[4:9]:
        assert " ".join(markup.split()) in text, markup


def test_no_page_holds_a_script_of_the_investigation_or_a_character_that_no_page_may(hostile: Path) -> None:
    for path in hostile.rglob("*.html"):
        text = path.read_text("utf-8")
        assert "<script>document" not in text
        assert not re.search("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ufffe\uffff]", text), path


def test_the_pdf_is_made_and_says_what_it_cannot_draw(
    hostile: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["pdf", str(hostile.parents[1])]) == 0
    done = capsys.readouterr()
    assert Path(done.out.splitlines()[-1]).read_bytes().startswith(b"%PDF")
    # Where thirty articles say the same, twelve are named: not every character is printed.
    for character in ("U+0092", "U+E000", "U+AE40", "U+4E60", "U+200D", "U+FEFF", "U+1D49C"):
        assert f"draws ⟨{character}⟩" in done.err or f" ⟨{character}⟩" in done.err


def test_no_file_of_the_project_or_the_machine_is_shown(hostile: Path) -> None:
    for path in hostile.rglob("*.html"):
        text = path.read_text("utf-8")
        assert "root:x:0" not in text
        assert "units: [soldat]" not in text
