"""The fonts beside those of Typst: matplotlib's, which the words in figures are drawn with."""

import unicodedata
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

import matplotlib as mpl
from matplotlib.ft2font import FT2Font

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
