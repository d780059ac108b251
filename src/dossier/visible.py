"""Text as it may be shown anywhere: no character in it that a terminal, a page or a typesetter would obey."""

from __future__ import annotations

import unicodedata


def visible(text: str) -> str:
    """Return *text* with each control, format or unassigned character as an escape sequence in letters."""
    return "".join(c if c.isprintable() or unicodedata.category(c) == "Zs" else _escape(c) for c in text)


def _escape(character: str) -> str:
    return character.encode("unicode_escape").decode("ascii")
