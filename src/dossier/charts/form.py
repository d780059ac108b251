"""What a figure is drawn for: a wide screen, a narrow one, or paper."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Form:
    """A medium: its width in inches, the size of words in points, whether words stand above their row."""

    name: str
    width: float
    size: float
    stacked: bool = False


WIDE = Form("wide", 8.6, 9.5)
NARROW = Form("narrow", 3.7, 9.5, stacked=True)  # a phone of 390 px, less its margins
PAPER = Form("paper", 6.69, 8.0)  # A4, less the margins of style/template.typ
FORMS = (WIDE, NARROW, PAPER)
