"""A book of any size: an example as a large book, whose chapters tell three records of a kind."""

from __future__ import annotations

import re
from pathlib import Path

import pikepdf
import pytest
from bs4 import BeautifulSoup
from tests.book.conftest import SHOWN, Browser
from tests.book.test_browser import search

from dossier.i18n import _, listed, using
from dossier.pdf import build_pdf
from dossier.report import load
from dossier.view import Homes, View, article_anchor


@pytest.fixture(scope="module")
def site(example: Path) -> Path:
    return example / "_build" / "html"


@pytest.fixture(scope="module")
def homes(example: Path) -> Homes:
    return Homes(View(load(example)))


def read(page: Path) -> BeautifulSoup:
    return BeautifulSoup(page.read_text("utf-8"), "html.parser")


def test_a_chapter_tells_as_many_as_asked_and_says_how_many_there_are(site: Path, homes: Homes) -> None:
    page = read(next((site / "notebooks").glob("*voices.html")))
    cards = ".dz-record--quotation"  # one tells also the quotations that it repeats
    assert len(page.select(f"{cards}, {cards} > span[id^=q-]")) == SHOWN
    total = len(homes.view.analysis.quotations)
    said = page.select_one(".dz-quotations .dz-cut")
    assert said and said.find("a")["href"] == "../data/quotations.csv"
    with using("fr"):
        by = listed([_("how gravely it is contested"), _("how much its speakers are quoted")])
        assert (
            _("{shown} of {total}, chosen by: {measures}.", shown=SHOWN, total=total, measures=by)
            in said.text
        )


def test_what_comes_first_is_chosen_by_the_measure_that_is_asked_for(homes: Homes) -> None:
    def gravity(identity: str) -> int:
        rows = homes.view.disputes.get(identity, ())
        return sum({"conflict": 2, "tension": 1}.get(row.severity, 0) for row in rows)

    claims = homes.emphasis.groups
    for kind, rows in claims.items():
        if isinstance(kind, tuple):
            told = [row for row in rows if row.claim_id in homes.emphasis.told]
            left = [row for row in rows if row.claim_id not in homes.emphasis.told]
            least = min((gravity(row.claim_id) for row in told), default=0)
            assert all(gravity(row.claim_id) <= least for row in left)


def test_every_record_stands_in_full_where_its_permalink_leads(site: Path, homes: Homes) -> None:
    pages = {}
    beside = 0
    for rows in homes.emphasis.groups.values():
        for row in rows:
            names = ("event_id", "claim_id", "quotation_id", "discrepancy_id", "reuse_id")
            identity = next(getattr(row, name) for name in names if hasattr(row, name))
            name, _, anchor = homes.permalink(identity).partition("#")
            page = pages.setdefault(name, read(site / name))
            assert anchor == identity and page.find(id=anchor), identity
            beside += name.startswith("articles/")
    assert beside > 30


def test_each_article_has_a_page_with_its_sentences_and_a_list_leads_to_it(site: Path, homes: Homes) -> None:
    sources = read(next((site / "notebooks").glob("*sources.html")))
    lists = [link["href"] for link in sources.select(".dz-records a")]
    assert lists == ["../articles/list-1.html"]
    listed = {link["href"] for link in read(site / "articles" / "list-1.html").select("article a")}
    with using("fr"):
        labels = {key: label.replace("\xa0", " ") for key, label in homes.view.labels.items()}
    for article in homes.view.analysis.articles:
        name = f"{article_anchor(article.article_id)}.html"
        page = read(site / "articles" / name)
        assert name in listed and labels[article.article_id] in page.title.text
        assert page.find("meta", attrs={"name": "description"})["content"]
        printed = sum(len(p.text) for p in page.select('.dz-sentences li > p[lang="fr"]'))
        assert printed <= len(article.text) / 3
        assert len(page.select(".dz-sentences li")) == len(homes.view.resting_on[article.article_id])


def test_no_page_is_large(site: Path) -> None:
    assert max(path.stat().st_size for path in site.rglob("*.html")) < 1_000_000


def test_the_search_finds_sentences_on_the_pages_of_articles(site: Path, browser: Browser) -> None:
    found = search(site, browser, "salaries")
    assert any("/articles/a-" in result["href"] for result in found)
    assert all("salarié" in result["marked"].lower() for result in found)


def test_the_pdf_holds_the_chapters_and_no_link_that_leads_nowhere(example: Path) -> None:
    with pikepdf.open(build_pdf(example)) as pdf:
        assert len(pdf.pages) < 100


def test_a_link_of_the_pdf_to_an_article_leads_to_the_site_where_it_has_an_address(example: Path) -> None:
    from dossier.pdf.pages import Page, join_links

    for address, left in (("https://x.org/book", ["https://x.org/book/articles/a-1.html#s-2"]), ("", [])):
        html = BeautifulSoup('<article><a href="../articles/a-1.html#s-2">x</a></article>', "html.parser")
        page = Page("notebooks/01", html.article, ())
        assert join_links([page], {}, address) == []
        assert re.findall(r'href="(.*?)"', str(html)) == left
