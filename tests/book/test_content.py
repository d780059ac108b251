"""What the pages have to show: the dates, figures and speakers that the five articles give."""

from __future__ import annotations

import re
from html.parser import HTMLParser
from pathlib import Path

import pytest


class Text(HTMLParser):
    """The words of a page's <main>."""

    def __init__(self, path: Path) -> None:
        super().__init__()
        self.words: list[str] = []
        self.inside = 0
        self.feed(path.read_text("utf-8"))
        self.text = re.sub(r"\s+", " ", "".join(self.words))

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.inside += tag == "main"

    def handle_endtag(self, tag: str) -> None:
        self.inside -= tag == "main"

    def handle_data(self, data: str) -> None:
        if self.inside:
            self.words.append(data)


@pytest.mark.parametrize(
    ("event", "date"),
    [
        ("The treaty was signed", "19 June 2024"),
        ("The State Duma approved the treaty", "24 October 2024"),
        ("The Federation Council ratified the treaty", "6 November 2024"),
        ("The Federation Council ratified the treaty", "8 November 2024"),
        ("The Kremlin published the law that ratifies the treaty", "9 November 2024"),
        ("The treaty entered into force", "4 December 2024"),
    ],
)
def test_the_timeline_shows_the_path_of_the_treaty(book: Path, event: str, date: str) -> None:
    text = Text(book / "notebooks/01_timeline.html").text
    assert re.search(rf"{date}[^.]*?: {event}", text)


@pytest.mark.parametrize(
    ("figure", "claimant"),
    [
        ("3,000", "United States"),
        ("10,000", "United States"),
        ("11,000", "Volodymyr Zelensky"),
        ("12,000", "South Korean"),
    ],
)
def test_the_troop_page_shows_each_figure_with_its_claimant(book: Path, figure: str, claimant: str) -> None:
    page = (book / "notebooks/02_troops.html").read_text("utf-8")
    rows = [re.sub(r"<[^>]+>", " ", row) for row in re.findall(r"<tr>.*?</tr>", page, re.DOTALL)]
    assert [row for row in rows if figure in row and claimant.lower() in row.lower()]


@pytest.mark.parametrize(
    "speaker", ["Jérôme Pellistrandi", "Mark Rutte", "Matthew Miller", "Volodymyr Zelensky", "KCNA"]
)
def test_the_views_page_shows_the_speakers_with_their_words(book: Path, speaker: str) -> None:
    page = (book / "notebooks/03_experts.html").read_text("utf-8")
    head = re.search(
        rf'<h4[^>]*class="dz-speaker"[^>]*>(?:(?!</h4>).)*{speaker}.*?(?=<h[34]|</main)', page, re.DOTALL
    )
    assert head and "dz-evidence" in head.group()


def test_the_summary_says_facts_contradictions_unknowns_and_findings_before_anything_else(book: Path) -> None:
    page = (book / "index.html").read_text("utf-8")
    findings = [found.start() for found in re.finditer("dz-record--finding", page)]
    assert 3 <= len(findings) <= 7
    parts = [page.index(f'class="dz-{name}"') for name in ("facts", "contradictions", "unknowns")]
    assert parts == sorted(parts) and parts[-1] < findings[0] < page.index("dz-figure")
    assert "dz-evidence" not in page[: findings[0]]


def test_every_finding_links_to_the_records_it_rests_on(book: Path) -> None:
    page = (book / "index.html").read_text("utf-8")
    for finding in re.findall(r"<article[^>]*dz-record--finding.*?</article>", page, re.DOTALL):
        assert re.search(r'href="notebooks/0\d_\w+\.html#[a-z]-', finding)


def test_figures_and_tables_are_numbered_and_articles_listed_in_the_order_of_reading(book: Path) -> None:
    for path in sorted((book / "notebooks").glob("*.html")):
        page = path.read_text("utf-8")
        for kind in ("Figure", "Table"):
            heads = re.findall(rf'class="dz-number">{kind} \d\.(\d+)<', page)
            numbers = [int(number) for number in heads]
            assert numbers == sorted(numbers), path.name
    key = re.findall(
        r'href="[^"]*#(a-[^"]+)"', (book / "index.html").read_text("utf-8").split("table-key")[1]
    )
    sources = (book / "notebooks/05_sources.html").read_text("utf-8")
    assert re.findall(r'<section id="(a-[^"]+)" class="dz-source"', sources) == list(dict.fromkeys(key))
