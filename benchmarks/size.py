"""Books of any size: how long they take to build and typeset, how large they are, and how soon they open.

    python -m benchmarks.size [FOLDER …] [--articles 5 200 1000] [--write]

The articles are made from those of the folders as in extraction.py; the investigation is the shipped one, of
other folders than seeds a drafted one. Building is what comes after the reading: notebooks, pages, exports,
checks. With ``--write`` the figures go into benchmarks/README.md.
"""

from __future__ import annotations

import argparse
import os
import shutil
import sys
import tempfile
import time
from pathlib import Path

import pikepdf
from benchmarks.book import README, ROOT, seconds
from benchmarks.extraction import make_corpus
from tests.book.conftest import Browser, open_browser

BEGIN, END = "<!-- size -->", "<!-- /size -->"
SEEDS = ROOT / "seeds"
QUERY = "accord"


def measure(sources: list[Path], count: int, browser: Browser) -> list[str]:
    """Return the cells of the row about a book of *count* articles."""
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder)
        (root / "seeds").mkdir()
        make_corpus(sources, root / "seeds", count)
        if sources == [SEEDS]:
            shutil.copy(ROOT / "investigation.yml", root)
        else:
            seconds(root, "dossier", "new", ".")
        read = seconds(root, "dossier", "analyse", ".")
        built = seconds(root, "dossier", "book", ".")
        typeset = seconds(root, "dossier", "pdf", ".")
        site = root / "_build" / "html"
        pages = {page: page.stat().st_size for page in site.rglob("*.html")}
        largest = max(pages, key=lambda page: pages[page])
        with pikepdf.open(next((root / "_build" / "pdf").glob("*.pdf"))) as pdf:
            printed = len(pdf.pages)
        return [
            f"{count:,}",
            f"{read:.0f}",
            f"{built:.0f}",
            f"{len(pages):,}",
            f"{pages[largest] / 1000:.0f} ({largest.name})",
            f"{printed}",
            f"{typeset:.0f}",
            f"{opened(browser, largest):.1f}",
            f"{searched(browser, site):.1f}",
            f"{sum(path.stat().st_size for path in site.rglob('*') if path.is_file()) / 1e6:.0f}",
        ]


def opened(browser: Browser, page: Path) -> float:
    """Return the seconds until *page* is loaded."""
    began = time.perf_counter()
    browser.look(page)
    return time.perf_counter() - began


def searched(browser: Browser, site: Path) -> float:
    """Return the seconds until the search shows what it finds.

    Raises:
        SystemExit: it finds nothing.
    """
    began = time.perf_counter()
    browser.driver.get(f"{(site / 'search.html').as_uri()}?q={QUERY}")
    found = browser.wait(
        "for (let i = 0; i < 600; i++) { await new Promise(r => setTimeout(r, 50));"
        " const n = document.querySelectorAll('#search-results li').length; if (n) return n; } return 0;"
    )
    if not found:
        sys.exit("the search finds nothing")
    return time.perf_counter() - began


def main() -> None:
    """Measure, print, and with --write keep the figures."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("sources", type=Path, nargs="*", default=[SEEDS])
    parser.add_argument("--articles", type=int, nargs="*", default=[5, 200, 1000])
    parser.add_argument("--write", action="store_true", help="put the figures into benchmarks/README.md")
    options = parser.parse_args()
    driver = open_browser()
    if driver is None:
        sys.exit("chromium and chromedriver are not installed")
    head = ["articles", "reading, s", f"book, s ({os.cpu_count()} cores)", "pages", "largest page, kB",
            "PDF pages", "PDF, s", "it opens, s", "search, s", "all files, MB"]  # fmt: skip
    rows = [head, ["---:"] * len(head)]
    for count in options.articles:
        rows.append(measure(options.sources, count, Browser(driver)))
        print(*rows[-1], sep=" | ", flush=True)
    driver.quit()
    text = "".join(f"| {' | '.join(row)} |\n" for row in rows)
    if options.write:
        before, _, rest = README.read_text("utf-8").partition(BEGIN)
        README.write_text(f"{before}{BEGIN}\n{text}{END}{rest.partition(END)[2]}", "utf-8")


if __name__ == "__main__":
    main()
