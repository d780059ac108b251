"""What a reader of the built pages can see of a figure: the boxes that its words fill."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tests.book.conftest import Browser

WIDTHS = (390, 768, 1280)
SMALLEST = 9  # pixels that letters are high at least, by the size of their font
_FAULTS = (Path(__file__).parent / "figures.js").read_text("utf-8")


def faults_of_figures(browser: Browser, pages: list[Path]) -> tuple[list[int], list[str]]:
    """Return how many words the figures of *pages* show at each width, and what cannot be read."""
    seen, faults = [0] * len(WIDTHS), []
    for page in pages:
        browser.look(page)
        for number, width in enumerate(WIDTHS):
            browser.resize(width)
            words, found = browser.run(_FAULTS, SMALLEST)
            seen[number] += words
            faults += [f"{page.name}, {width} wide: {fault}" for fault in found]
    return seen, faults
