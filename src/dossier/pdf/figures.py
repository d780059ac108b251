"""The figures of the pages as files, each with its alternative text."""

import re
import shutil
import xml.etree.ElementTree as ET
from pathlib import Path

from dossier.pdf.fonts import Print
from dossier.pdf.pages import Page

_SVG, _INK = "{http://www.w3.org/2000/svg}", "#1c2126"
_VARIABLE = re.compile(r"var\(\s*--[\w-]+\s*,\s*((?:[^()]|\([^()]*\))*)\)")
ET.register_namespace("", _SVG[1:-1])


def place_figures(page: Page, number: int, site: Path, target: Path, fonts: Print) -> None:
    """Write the figures of *page* into *target* and point its images there; decoration vanishes.

    *number* is the page's place in the book and keeps the file names apart; *fonts* says what is drawn.
    """
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
