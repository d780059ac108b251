"""`make screenshots`: the pictures of the README, taken from the built book and the PDF, never by hand.

Small PNGs with the same names each time in docs/screenshots, which is not part of the book.
"""

from __future__ import annotations

import base64
import io
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from PIL import Image
from tests.book.conftest import ROOT, Browser, open_browser

TARGET = ROOT / "docs" / "screenshots"
# name: page, anchor, scheme, width, height
SHOTS = {
    "summary": ("index.html", "", "light", 1440, 900),
    "timeline": ("notebooks/01_timeline.html", "figure-timeline", "light", 1440, 1100),
    "troops": ("notebooks/02_troops.html", "figure-claims", "light", 1440, 1100),
    "voices": ("notebooks/03_experts.html", "figure-voices", "light", 1440, 1100),
    "disagreements": ("notebooks/04_disagreements.html", "the-passages-side-by-side", "light", 1440, 900),
    "disagreements-dark": ("notebooks/04_disagreements.html", "the-passages-side-by-side", "dark", 1440, 900),
    "summary-tablet": ("index.html", "", "light", 820, 1100),
    "summary-phone": ("index.html", "", "light", 390, 844),
    "timeline-phone": ("notebooks/01_timeline.html", "figure-timeline", "light", 390, 844),
    "troops-phone-dark": ("notebooks/02_troops.html", "figure-claims", "dark", 390, 844),
}


def take(browser: Browser, name: str, book: Path) -> None:
    """Write one picture, with 192 colours: small, and the same each time."""
    page, anchor, scheme, width, height = SHOTS[name]
    browser.look(book / page, anchor, scheme=scheme, width=width, height=height)
    shot = base64.b64decode(browser.command("Page.captureScreenshot", format="png")["data"])
    Image.open(io.BytesIO(shot)).convert("RGB").quantize(192).save(TARGET / f"{name}.png", optimize=True)


def take_pdf(pdf: Path) -> None:
    """Write the first three pages of the PDF as pictures, where poppler is installed."""
    if not shutil.which("pdftoppm"):
        return
    command = ["pdftoppm", "-r", "60", "-f", "1", "-l", "3", "-png", str(pdf)]
    with tempfile.TemporaryDirectory() as folder:
        subprocess.run([*command, f"{folder}/page"], check=True)
        for number, path in enumerate(sorted(Path(folder).glob("*.png")), 1):
            shutil.copy(path, TARGET / f"pdf-{number}.png")


def main() -> int:
    """Take every picture."""
    TARGET.mkdir(parents=True, exist_ok=True)
    driver = open_browser()
    if driver is None:
        print("screenshots: chromium and chromedriver are not installed", file=sys.stderr)
        return 2
    for name in SHOTS:
        take(Browser(driver), name, ROOT / "_build" / "html")
    driver.quit()
    for pdf in sorted((ROOT / "_build" / "pdf").glob("*.pdf")):
        take_pdf(pdf)
    print(f"{len(list(TARGET.glob('*.png')))} pictures in {TARGET.relative_to(ROOT)}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
