"""The figures of a page as the PDF prints them, and the fonts that draw their words."""

import re
import shutil
import unicodedata
import xml.etree.ElementTree as ET
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

import matplotlib as mpl
from bs4 import Tag
from matplotlib.ft2font import FT2Font

from dossier.pdf.once import MAKER
from dossier.pdf.pages import Page
from dossier.visible import code_point

FOLDER = Path(mpl.get_data_path()) / "fonts" / "ttf"
Print = Callable[[str], str]
_LAYOUT = frozenset("\n\t\u00ad\u200b")  # line ends, and where a word may be broken


@dataclass(frozen=True, slots=True)
class Fonts:
    """Turns text into what the fonts of the PDF draw; ``undrawn`` gathers the characters that they do not.

    *careful*: letters that stand on each other or run from right to left count as not drawn. A font may have
    them and yet lose, in one place or another, what a tagged PDF must keep.
    """

    careful: bool = False
    undrawn: set[str] = field(default_factory=set)

    def __call__(self, text: str) -> str:
        """Return *text* with each character that is not drawn as its code point in brackets."""
        text = unicodedata.normalize("NFC", text)
        missing = {letter for letter in set(text) - _LAYOUT if not self._draws(letter)}
        self.undrawn.update(missing)
        return text.translate({ord(letter): code_point(letter) for letter in missing})

    def _draws(self, letter: str) -> bool:
        kind = unicodedata.category(letter)
        if ord(letter) not in _drawn() or kind in ("Cf", "Cc"):
            return False
        return not self.careful or (kind[0] != "M" and unicodedata.bidirectional(letter) not in ("R", "AL"))


@cache
def _drawn() -> frozenset[int]:
    return frozenset(FT2Font(str(FOLDER / "DejaVuSans.ttf")).get_charmap())


_SVG, _INK = "{http://www.w3.org/2000/svg}", "#1c2126"
_VARIABLE = re.compile(r"var\(\s*--[\w-]+\s*,\s*((?:[^()]|\([^()]*\))*)\)")
ET.register_namespace("", _SVG[1:-1])


def place_figures(page: Page, number: int, site: Path, target: Path, fonts: Print) -> None:
    """Write the figures of *page* into *target* and point its images there; decoration vanishes.

    *number* is the page's place in the book and keeps the file names apart; *fonts* says what is drawn.
    """
    for words in reversed(page.article.select(".dz-figure__more")):
        go_on(words)
    for image in page.article.find_all("img"):
        if "data-svg" in image.attrs:
            name = f"figure-{number}-{image['data-svg']}.svg"
            alt, ratio, markup = print_form(page.svgs[int(str(image["data-svg"]))], fonts)
            if alt:
                (target / name).write_text(markup, "utf-8")
        else:
            address = str(image.get("src", ""))
            source = ((site / page.name).parent / address.rpartition(":")[2][:200]).resolve()
            alt, ratio, name = str(image.get("alt", "")), 0.0, f"figure-{number}-{source.name}"
            if alt and source.is_relative_to(site.resolve()) and source.is_file():
                shutil.copyfile(source, target / name)
            else:
                alt = ""
        if alt:
            image.attrs = {"src": name, "alt": alt, "data-ratio": f"{ratio:.4f}"}
        else:
            image.decompose()


def go_on(words: Tag) -> None:
    """Make a figure of its own of the sheet below *words*: they are its caption."""
    figure, image = words.find_parent("figure"), words.find_next("img")
    if figure and image:
        words.name, words.string = "figcaption", str(words["data-title"])
        sheet = MAKER.new_tag("figure")
        sheet.extend([image.extract(), words.extract()])
        figure.insert_after(sheet)


def print_form(svg: str, fonts: Print) -> tuple[str, float, str]:
    """Return alternative text, height by width, and the SVG as it is printed on white paper.

    CSS variables become their fallback values. The text is empty where the drawing is decoration.
    """
    root = ET.fromstring(svg if "xmlns=" in svg else svg.replace("<svg", f'<svg xmlns="{_SVG[1:-1]}"', 1))
    if root.get("aria-hidden") == "true":
        return "", 0.0, ""
    for node in root.iter():
        node.text = node.text and fonts(node.text)
        for name, value in node.attrib.items():
            node.set(name, _VARIABLE.sub(r"\1", value).replace("currentColor", _INK))
    words = [" ".join((root.findtext(_SVG + tag) or "").split()) for tag in ("title", "desc")]
    alt = ". ".join(text.rstrip(".") for text in words if text) or root.get("aria-label", "")
    box = [float(value) for value in root.get("viewBox", "0 0 4 3").replace(",", " ").split()]
    return alt, box[3] / box[2], ET.tostring(root, encoding="unicode")
