"""The fonts beside those of Typst: matplotlib's, which the words in figures are drawn with."""

from __future__ import annotations

import unicodedata
from functools import cache
from pathlib import Path

import matplotlib as mpl
from matplotlib.ft2font import FT2Font

FOLDER = Path(mpl.get_data_path()) / "fonts" / "ttf"


@cache
def _drawn() -> frozenset[int]:
    return frozenset(FT2Font(str(FOLDER / "DejaVuSans.ttf")).get_charmap()) | {ord("\n"), ord("\t")}


def in_fonts(text: str) -> str:
    """Return *text* with each character that no font of the PDF draws as its code point in brackets."""
    missing = [
        letter for letter in set(text) if ord(letter) not in _drawn() and unicodedata.category(letter) != "Cf"
    ]
    return text.translate({ord(letter): f"⟨U+{ord(letter):04X}⟩" for letter in missing})
