"""Text made plain, with or without moving a character; a page reads it without the language model."""

import re
import unicodedata

_APOSTROPHES = "’ʼ‘‛′＇´`ʹ"
_SPACES = "\xa0\u1680\u200b\u202f\u205f\u3000\ufeff\t\n\r" + "".join(map(chr, range(0x2000, 0x200B)))
_HYPHENS = "\u2010\u2011\ufe63\uff0d"
_SAME_LENGTH = str.maketrans(
    _APOSTROPHES + _SPACES + _HYPHENS, "'" * len(_APOSTROPHES) + " " * len(_SPACES) + "-" * len(_HYPHENS)
)
_TWICE = re.compile(
    r"(?P<closing>(?<=[^\s‘’'(])(?<!'\d\d)[‘’']{2}(?![\w‘’']))|(?<![\w‘’'])[‘’']{2}(?=[^\s‘’'])"
)


def fold(text: str) -> str:
    """Return *text* with plain apostrophes, hyphens, spaces and marks, each character at its old place."""
    return with_marks(text).translate(_SAME_LENGTH)


def with_marks(text: str) -> str:
    """Return *text* with marks of two apostrophes, those of agencies, as French ones of the same length."""
    return _TWICE.sub(lambda mark: " »" if mark["closing"] else "« ", text)


def without_accents(text: str) -> str:
    """Return *text* with the bare letters in it, ligatures and the like taken apart."""
    return "".join(c for c in unicodedata.normalize("NFKD", text) if not unicodedata.combining(c))
