"""Numbers as the language of the report writes them."""

from babel.numbers import format_decimal, format_percent

from dossier.i18n import catalogues
from dossier.i18n.catalogues import NN_, NP_

_SMALL = (
    NP_("numbers before a noun, from none to ten", "no one two three four five six seven eight nine ten"),
    NP_("the same before a feminine noun", "no one two three four five six seven eight nine ten"),
)
_LARGE = {
    1_000_000_000: NN_("{number} billion", "{number} billion"),
    1_000_000: NN_("{number} million", "{number} million"),
}


def number(value: float) -> str:
    """Return *value* as it is written in a text: ``12,000``, ``1.5``, ``4 million``, ``3.5 billion``."""
    if (size := _size(value)) is None:
        return _decimal(value)
    parts = value / size
    message = catalogues.messages().ngettext(*_LARGE[size], 1 if parts < 2 else 2)
    return message.format(number=_decimal(parts))


def decimals(value: float, places: int) -> str:
    """Return *value* with so many *places* behind the point: ``0.970``."""
    return format_decimal(value, format=f"0.{'0' * places}", locale=catalogues.locale())


def percent(share: float) -> str:
    """Return *share* of one as whole percent: ``40%``."""
    return format_percent(share, format=None, locale=catalogues.locale())


def is_large(value: float) -> bool:
    """Tell whether *value* is written with a word for the millions or billions in it."""
    return _size(value) is not None


def _size(value: float) -> int | None:
    """Return the largest size of which *value* is so many, to two decimals."""
    return next((size for size in _LARGE if value >= size and value % (size // 100) == 0), None)


def _decimal(value: float) -> str:
    places = "##" if abs(value) >= 1 else "######"
    return format_decimal(value, format=f"#,##0.{places}", locale=catalogues.locale())


class Count(int):
    """An amount before a noun: in words up to ten, in the gender that a catalogue asks for.

    ``{n}`` is ``one``, ``two`` … ``11``; a catalogue writes ``{n:f}`` where the noun is feminine, and
    ``{n:d}`` for digits.
    """

    def __format__(self, spec: str) -> str:
        """Return the amount as the field of a message asks for it."""
        names = catalogues.messages().pgettext(*_SMALL[spec == "f"]).split()
        if spec == "d" or not 0 <= self < len(names):
            return format_decimal(int(self), locale=catalogues.locale())
        return names[self]
