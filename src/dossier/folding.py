"""Text made plain, with or without moving a character; a page reads it without the language model."""

import unicodedata

_APOSTROPHES = "’ʼ‘‛′＇´`ʹ"
_SPACES = "\xa0\u1680\u200b\u202f\u205f\u3000\ufeff\t\n\r" + "".join(map(chr, range(0x2000, 0x200B)))
_HYPHENS = "\u2010\u2011\ufe63\uff0d"
_SAME_LENGTH = str.maketrans(
    _APOSTROPHES + _SPACES + _HYPHENS, "'" * len(_APOSTROPHES) + " " * len(_SPACES) + "-" * len(_HYPHENS)
)


def fold(text: str) -> str:
    """Return *text* with plain apostrophes, hyphens and spaces, each character at its old place."""
    return text.translate(_SAME_LENGTH)


def without_accents(text: str) -> str:
    """Return *text* with the bare letters in it, ligatures and the like taken apart."""
    return "".join(c for c in unicodedata.normalize("NFKD", text) if not unicodedata.combining(c))
