"""Text as it may be shown anywhere: no character in it that a terminal, a page or a typesetter would obey."""

import re
import unicodedata

# What neither XML nor HTML may hold, line ends and tabs aside: controls, half characters, no characters.
_FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]")
# Spaces at which French lets no line end: inside guillemets, before a mark of two parts, within a number.
_HELD = re.compile(r"(?<=«) | (?=[»:;!?%€])|(?<=\d) (?=\d{3}(?!\d))")
# Characters that mean something to BibTeX or LaTeX. Braces become commands: BibTeX counts even escaped ones.
_BIBTEX = str.maketrans(
    {char: f"\\{char}" for char in "$&#%_"}
    | {"\\": r"\textbackslash{}", "{": r"\textbraceleft{}", "}": r"\textbraceright{}"}
    | {"^": r"\textasciicircum{}", "~": r"\textasciitilde{}"}
)


def visible(text: str) -> str:
    """Return *text* with each control, format or unassigned character as an escape sequence in letters."""
    return "".join(c if c.isprintable() or unicodedata.category(c) == "Zs" else _escape(c) for c in text)


def on_page(text: str) -> str:
    """Return *text* with what no page may hold as code points, and spaces that keep "9 800" in one line."""
    return _HELD.sub("\u00a0", _FORBIDDEN.sub(lambda match: code_point(match.group()), text))


def as_bibtex(text: str) -> str:
    """Return *text* in one line as BibTeX, biber and LaTeX take it."""
    return " ".join(text.split()).translate(_BIBTEX)


def code_point(character: str) -> str:
    """Return the code point of *character* in brackets, as it stands where the character cannot."""
    return f"⟨U+{ord(character):04X}⟩"


def _escape(character: str) -> str:
    return character.encode("unicode_escape").decode("ascii")
