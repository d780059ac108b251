"""The built book in Debian's chromium: offline, accessible, usable by keyboard, readable without a script."""

from __future__ import annotations

import csv
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import unquote

import pytest
from selenium.webdriver.common.by import By
from selenium.webdriver.common.keys import Keys
from tests.book.conftest import ROOT
from tests.book.figures import faults_of_figures

from dossier.chapters import chapters_of
from dossier.investigation import load_investigation

if TYPE_CHECKING:
    from tests.book.conftest import Browser

pytestmark = pytest.mark.browser
CHAPTERS = tuple(f"{c.file}.html" for c in chapters_of(load_investigation(ROOT / "investigation.yml")))
ALL = (*CHAPTERS, "search.html")
TAGS = '{ type: "tag", values: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"] }'
RULES = {"light": TAGS, "dark": '["color-contrast", "link-in-text-block"]'}  # what a colour scheme can change
AXE = """
const found = await axe.run(document, { preload: false, runOnly: %s });
const seen = (rule) => rule.nodes.slice(0, 3).map((node) => node.html.slice(0, 200)).join(" | ");
return found.violations.map((rule) => `${rule.id}: ${seen(rule)}`);
"""


@pytest.fixture(scope="module", params=ALL)
def page(book: Path, browser: Browser, request: pytest.FixtureRequest) -> str:
    """The name of each page, once open in the browser: the tests of a page run one after the other."""
    browser.look(book / request.param)
    return request.param


def test_a_page_loads_nothing_from_outside_and_meets_no_error(browser: Browser, page: str) -> None:
    assert [url for url in browser.requests() if not url.startswith(("file:", "data:", "about:"))] == []
    assert browser.log("browser") == []


@pytest.mark.parametrize("scheme", ("light", "dark"))
def test_axe_finds_nothing(browser: Browser, tool: Callable[[str], Path], page: str, scheme: str) -> None:
    axe = tool("axe-core/axe.min.js").read_text("utf-8")
    browser.prefer(scheme)
    theme = "document.documentElement.dataset.theme"
    browser.wait(f"while ({theme} !== '{scheme}') await new Promise(r => setTimeout(r, 10));")
    browser.run("document.documentElement.toggleAttribute('data-code', true)")
    for fold in browser.driver.find_elements(By.CSS_SELECTOR, "main details"):
        browser.run("arguments[0].open = true", fold)
    browser.run(axe)
    assert browser.wait(AXE % RULES[scheme]) == []


def test_a_page_fits_its_window(browser: Browser, page: str) -> None:
    for width in (320, 390, 820, 1440):
        browser.resize(width)
        assert browser.run("return document.documentElement.scrollWidth") <= width


def test_tables_have_captions_and_header_cells_with_scope(browser: Browser, page: str) -> None:
    assert (
        browser.run(
            "return [...document.querySelectorAll('main table')].filter(t =>"
            " !t.caption?.textContent.trim()"
            " || ![...t.querySelectorAll('thead th')].every(h => h.scope === 'col')).length"
        )
        == 0
    )


def test_figures_tell_their_finding_in_words(browser: Browser, page: str) -> None:
    told = browser.run(
        "return [...document.querySelectorAll('main svg, main img')].map(f => f.getAttribute('alt')"
        " ?? f.getAttribute('aria-labelledby').split(' ')"
        ".map(i => document.getElementById(i).textContent).join(' '))"
    )
    assert bool(told) == browser.run("return !!document.querySelector('main .dz-figure')")
    assert all(len(words.split()) >= 8 for words in told)


def test_the_language_of_the_page_and_of_the_evidence_is_marked(book: Path, browser: Browser) -> None:
    browser.look(book / "notebooks/02_troops.html")
    assert browser.run("return document.documentElement.lang") == "en"
    assert browser.run(
        "return [...document.querySelectorAll('.dz-evidence > p')].every(p => p.lang === 'fr')"
    )


@pytest.mark.parametrize("width", [390, 1280])
def test_the_facts_of_the_summary_stand_below_each_other_with_a_mark_or_without(
    book: Path, browser: Browser, width: int
) -> None:
    browser.look(book / "index.html", width=width)
    lefts = """return [...document.querySelectorAll('.dz-facts > li > :not(.dz-badge)')].map(
        words => Math.round(words.getBoundingClientRect().left))"""
    assert len(set(browser.run(lefts))) == 1
    bare = (
        "return [...document.querySelectorAll('.dz-facts > li')].some(row => !row.querySelector('.dz-badge'))"
    )
    assert browser.run(bare)


def test_an_evidence_link_lands_on_the_highlighted_sentence_that_links_back(
    book: Path, browser: Browser
) -> None:
    with (book / "data" / "claims.csv").open(encoding="utf-8", newline="") as file:
        claim = next(row for row in csv.DictReader(file) if row["topic"] == "troops")
    browser.look(book / "notebooks/02_troops.html")
    card = f"document.getElementById('{claim['claim_id']}')"
    browser.run(f"{card}.querySelector('.dz-evidence__source').click()")
    browser.wait(
        "while (!location.pathname.endsWith('05_sources.html')) await new Promise(r => setTimeout(r, 50));"
    )
    target = "document.querySelector(':target')"
    article = (book.parents[1] / "seeds" / f"{claim['article_id']}.txt").read_text(encoding="utf-8")
    sentence = " ".join(article[int(claim["sentence_start"]) : int(claim["sentence_end"])].split())
    shown = " ".join(browser.run(f"return {target}.firstElementChild.textContent").split())
    assert sentence[:20] in shown
    plain = browser.run("return getComputedStyle(document.body).backgroundColor")
    assert browser.run(f"return getComputedStyle({target}).backgroundColor") != plain
    top, height = browser.run(f"const box = {target}.getBoundingClientRect(); return [box.top, innerHeight]")
    assert 40 <= top < height
    assert claim["claim_id"] in browser.run(
        f"return [...{target}.querySelectorAll('a')].map(a => a.hash.slice(1))"
    )


def test_a_table_sorts_and_filters(book: Path, browser: Browser) -> None:
    browser.look(book / CHAPTERS[1])
    rows = "[...document.querySelectorAll('#table-events tbody tr')]"
    before = browser.run(f"return {rows}.map(row => row.textContent)")
    button = browser.driver.find_element(By.CSS_SELECTOR, "#table-events thead th:nth-child(2) button")
    button.send_keys(Keys.ENTER)
    browser.wait("await new Promise(r => setTimeout(r, 100));")
    cells = browser.run(f"return {rows}.map(row => row.cells[1].textContent.trim())")
    filled = [cell for cell in cells if cell]  # what is empty stands last
    told = browser.run("return arguments[0].toSorted((a, b) => a.localeCompare(b))", filled)
    assert cells == told + [""] * (len(cells) - len(filled))
    header = browser.driver.find_element(By.CSS_SELECTOR, "#table-events thead th:nth-child(2)")
    assert header.get_attribute("aria-sort") == "ascending"
    assert "Sorted by" in browser.run("return document.querySelector('.dz-live').textContent")
    field = browser.driver.find_element(By.CSS_SELECTOR, ".dz-filter input")
    field.send_keys("treaty")
    browser.wait("await new Promise(r => setTimeout(r, 500));")
    shown = browser.run(f"return {rows}.filter(row => !row.hidden).map(row => row.textContent.toLowerCase())")
    assert 0 < len(shown) < len(before)
    assert all("treaty" in text for text in shown)
    assert f"{len(shown)} of {len(before)}" in browser.run(
        "return document.querySelector('.dz-live').textContent"
    )


def test_without_a_script_everything_is_there(book: Path, browser: Browser) -> None:
    browser.look(book / "notebooks/02_troops.html")
    rows = "return document.querySelectorAll('main tbody tr').length"
    expected = browser.run(rows)
    browser.command("Emulation.setScriptExecutionDisabled", value=True)
    try:
        browser.look(book / "notebooks/02_troops.html")
        assert len(browser.driver.find_elements(By.CSS_SELECTOR, "main tbody tr")) == expected
        table = browser.driver.find_element(By.CSS_SELECTOR, "main table")
        assert table.is_displayed()
        nav = browser.driver.find_element(By.CSS_SELECTOR, "#dz-nav a")
        assert nav.is_displayed()
    finally:
        browser.command("Emulation.setScriptExecutionDisabled", value=False)


def test_the_words_of_every_figure_can_be_read(book: Path, browser: Browser) -> None:
    seen, faults = faults_of_figures(browser, [book / page for page in CHAPTERS])
    assert min(seen) > 100 and faults == []


def test_a_figure_has_a_form_of_its_own_for_phone_and_paper(book: Path, browser: Browser) -> None:
    seen = (
        "return [...document.querySelectorAll('#figure-timeline svg')]"
        ".filter(s => s.getBoundingClientRect().width).map(s => s.parentElement.className)"
    )
    for width, medium, form in (
        (390, "screen", "narrow"),
        (1280, "screen", "wide"),
        (1280, "print", "paper"),
    ):
        browser.look(book / CHAPTERS[1], width=width)
        browser.command("Emulation.setEmulatedMedia", media=medium)
        assert set(browser.run(seen)) == {f"dz-figure__{form}"}  # on paper it may go over several sheets


def test_on_a_phone_a_row_of_a_table_is_a_card_that_says_what_each_cell_is(
    book: Path, browser: Browser
) -> None:
    browser.look(book / CHAPTERS[1], width=390)
    rows = "document.querySelector('#table-events tbody tr')"
    cells = browser.run(
        f"return [...{rows}.cells].slice(1).filter(c => c.checkVisibility()).map(c => {{"
        " const { left, right } = c.getBoundingClientRect();"
        " return [left, right, getComputedStyle(c, '::before').content]; })"
    )
    heads = browser.run(
        "return [...document.querySelectorAll('#table-events thead th')].map(h => h.textContent.trim())"
    )
    assert len(cells) > 3 and len({left for left, _, _ in cells}) == 1
    assert all(right <= 390 and said.strip('"') in heads for _, right, said in cells)


def test_what_scrolls_says_so(book: Path, browser: Browser) -> None:
    """A shadow at the edge of the frame, drawn behind a cover that scrolls away with the last column."""
    browser.look(book / "notebooks/07_data.html", width=768)
    shadow = "getComputedStyle(document.querySelector('.dz-table-frame')).backgroundAttachment"
    assert browser.run(f"return {shadow}") == "local, local, scroll, scroll"


def search(book: Path, browser: Browser, query: str) -> list[dict[str, str]]:
    """Return what the search finds: the address, the words and the marked words of each result."""
    browser.look(book / "index.html")
    browser.driver.find_element(By.CSS_SELECTOR, "#dz-query").send_keys(query, Keys.ENTER)
    return browser.wait(
        "while (!document.querySelector('#search-progress')?.textContent)"
        " await new Promise(r => setTimeout(r, 50));"
        " return [...document.querySelectorAll('#search-results li')].map(item => ({"
        " href: item.querySelector('a').href,"
        " words: item.querySelector('p').textContent,"
        " marked: [...item.querySelectorAll('mark')].map(mark => mark.textContent).join('|') }));"
    )


def test_the_search_works_from_a_folder(book: Path, browser: Browser) -> None:
    found = search(book, browser, "disagree")
    assert any("04_disagreements.html" in result["href"] for result in found)
    assert all("disagree" in result["marked"].lower() for result in found)
    assert browser.log("browser") == []


def test_the_search_knows_numbers_however_they_are_spaced_and_words_without_accents(
    book: Path, browser: Browser
) -> None:
    spaced = [search(book, browser, query) for query in ("10,000", "10 000", "10'000", "10000")]
    assert spaced[0] and all(found == spaced[0] for found in spaced)
    assert {"10,000"} < {mark for result in spaced[0] for mark in result["marked"].split("|")}
    accents = search(book, browser, "coree")
    assert accents and all("corée" in result["words"].lower() for result in accents)
    assert search(book, browser, "Corée") == accents
    assert search(book, browser, "nosuchword") == []


def test_a_result_of_the_search_leads_to_its_passage(book: Path, browser: Browser) -> None:
    found = search(book, browser, "10,000 soldiers")
    for result in found[:8]:
        name, _, fragment = result["href"].rpartition("/")[2].partition("#")
        anchor = unquote(fragment.partition(":~:")[0])
        browser.look(next(book.rglob(name)), anchor)
        shown = " ".join(browser.run("return document.querySelector(':target').textContent").split())
        words = result["words"].strip("… ")
        assert "".join(words.split()) in "".join(shown.split())


@pytest.mark.parametrize("page", CHAPTERS)
def test_the_keyboard_reaches_every_link_and_button(book: Path, browser: Browser, page: str) -> None:
    browser.look(book / page)
    unreachable = browser.run(
        "return [...document.querySelectorAll('a[href], button, input, summary')]"
        ".filter(e => e.checkVisibility() && e.tabIndex < 0).map(e => e.outerHTML.slice(0, 100))"
    )
    assert unreachable == []
    body = browser.driver.find_element(By.TAG_NAME, "body")
    body.send_keys(Keys.TAB)
    assert browser.run("return document.activeElement.className") == "dz-skip"
    browser.driver.switch_to.active_element.send_keys(Keys.ENTER)
    browser.driver.switch_to.active_element.send_keys(Keys.TAB)
    assert browser.run("return !!document.activeElement.closest('main')")


def test_on_a_phone_the_chapters_open_and_close(book: Path, browser: Browser) -> None:
    browser.look(book / "index.html", width=390)
    nav = browser.driver.find_element(By.CSS_SELECTOR, "#dz-nav")
    assert not nav.is_displayed()
    browser.driver.find_element(By.CSS_SELECTOR, ".dz-bar-menu").send_keys(Keys.ENTER)
    assert nav.is_displayed()
    browser.driver.switch_to.active_element.send_keys(Keys.ESCAPE)
    assert not nav.is_displayed()


def test_the_colour_scheme_can_be_chosen_and_is_kept(book: Path, browser: Browser) -> None:
    browser.look(book / "index.html", scheme="light")
    button = browser.driver.find_element(By.CSS_SELECTOR, ".dz-scheme")
    button.click()
    button.click()
    assert browser.run("return document.documentElement.dataset.theme") == "dark"
    browser.look(book / CHAPTERS[1], scheme="light")
    assert browser.run("return document.documentElement.dataset.theme") == "dark"
    browser.run("localStorage.clear()")


def test_one_switch_shows_the_code_of_every_page_and_is_kept(book: Path, browser: Browser) -> None:
    seen = (
        "return [...document.querySelectorAll('main details.hide pre')].map(code => code.checkVisibility())"
    )
    browser.look(book / "index.html")
    assert not any(browser.run(seen))
    browser.run("document.querySelector('.dz-code button').click()")
    browser.look(book / CHAPTERS[1])
    assert all(browser.run(seen)) and browser.run(seen)
    browser.run("document.querySelector('.dz-code button').click()")
    assert not any(browser.run(seen))


def test_a_finding_has_a_permalink_and_a_ready_citation(book: Path, browser: Browser) -> None:
    browser.look(book / "index.html")
    identity = browser.run("return document.querySelector('.dz-record--finding').id")
    card = f"document.getElementById('{identity}')"
    assert browser.run(f"return {card}.querySelector('.dz-permalink').hash") == f"#{identity}"
    assert identity in browser.run(f"return {card}.querySelector('.dz-cite__text').textContent")
    assert browser.run(f"return {card}.querySelector('.dz-cite__bibtex').textContent").startswith("@")
    assert browser.run(f"return {card}.querySelectorAll('button.dz-copy').length") == 2


def test_the_printed_page_holds_everything(book: Path, browser: Browser) -> None:
    browser.look(book / "notebooks/02_troops.html")
    browser.command("Emulation.setEmulatedMedia", media="print")
    assert browser.run(
        "return [...document.querySelectorAll('.dz-bar, .dz-nav')].every(e => !e.checkVisibility())"
        " && [...document.querySelectorAll('main tbody tr')].every(e => e.checkVisibility())"
        " && [...document.querySelectorAll('.dz-table-frame')].every(e => e.scrollWidth <= e.clientWidth + 1"
        " || getComputedStyle(e).overflowX === 'visible')"
    )
