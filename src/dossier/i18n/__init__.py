"""The language of a report: messages from catalogues, and numbers, lists and dates as CLDR has them.

Messages are English sentences with named fields; another language is a catalogue of them
(``locale/fr.po``, GNU gettext) and nothing else. A report chooses its language once, with `use`, where it is
opened; `using` is for a while. English is what nobody chose.

>>> from dossier.i18n import _, ngettext
>>> _("{speaker} denies it.", speaker="X")
'X denies it.'
>>> ngettext("{n} article", "{n} articles", 2)
'two articles'
"""

import re
from collections.abc import Iterable, Iterator
from string import Formatter
from typing import Any, Literal, TypeVar

from babel.lists import format_list
from babel.numbers import format_decimal, format_percent
from markupsafe import Markup

from dossier.i18n.catalogues import (
    N_,
    NN_,
    NP_,
    SOURCE,
    language,
    languages,
    locale,
    messages,
    read_messages,
    use,
    using,
)

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
    if (size := size_of(value)) is None:
        return _decimal(value)
    parts = value / size
    message = messages().ngettext(*_LARGE[size], 1 if parts < 2 else 2)
    return message.format(number=_decimal(parts))


def decimals(value: float, places: int) -> str:
    """Return *value* with so many *places* behind the point: ``0.970``."""
    return format_decimal(value, format=f"0.{'0' * places}", locale=locale())


def percent(share: float) -> str:
    """Return *share* of one as whole percent: ``40%``."""
    return format_percent(share, format=None, locale=locale()).replace("\u00a0", "\u202f")


def size_of(value: float) -> int | None:
    """Return the largest size of which *value* is so many, to two decimals."""
    return next((size for size in _LARGE if value >= size and value % (size // 100) == 0), None)


def _decimal(value: float) -> str:
    places = "##" if abs(value) >= 1 else "######"
    return format_decimal(value, format=f"#,##0.{places}", locale=locale())


class Count(int):
    """An amount before a noun: in words up to ten, in the gender that a catalogue asks for.

    ``{n}`` is ``one``, ``two`` … ``11``; a catalogue writes ``{n:f}`` where the noun is feminine, and
    ``{n:d}`` for digits.
    """

    def __format__(self, spec: str) -> str:
        """Return the amount as the field of a message asks for it."""
        names = messages().pgettext(*_SMALL[spec == "f"]).split()
        if spec == "d" or not 0 <= self < len(names):
            return format_decimal(int(self), locale=locale())
        return names[self]


T = TypeVar("T")


def _(message: str, /, **fields: Any) -> str:
    """Return *message* in the language of the report, its ``{fields}`` filled; markup fields make it markup.

    Raises:
        KeyError: a field has no value.
    """
    return _filled(messages().gettext(message) if message else "", fields)


def pgettext(context: str, message: str, /, **fields: Any) -> str:
    """Return *message* where *context* tells it from the same words elsewhere."""
    return _filled(messages().pgettext(context, message), fields)


def ngettext(one: str, many: str, amount: int, /, **fields: Any) -> str:
    """Return *one* or *many*, as *amount* asks for; the field ``{n}`` is the amount, written as a `Count`."""
    return _filled(messages().ngettext(one, many, amount), {"n": Count(amount), **fields})


def fill(message: str, **values: T) -> Iterator[str | T]:
    """Yield the translated *message* in its order: its words, and between them the values of its fields."""
    for words, field, _spec, _conversion in Formatter().parse(message):
        if words:
            yield words
        if field:
            yield values[field]


_MARKS = re.compile(r"«\s?|\s?»|[“”]")
_INNER = ("“”", "‘’", "‘’")  # around words within « », and deeper


def nested(text: str) -> str:
    """Return *text* with quotation marks inside others turned into inner ones; unpaired ones stay.

    English has the second of the three already inside the first, and leaves the French marks that it quotes.
    """
    french = "«" in text.partition("“")[0]
    depth = 0

    def turn(match: re.Match[str]) -> str:
        nonlocal depth
        mark = match.group().strip()
        if not french and mark in "«»":
            return match.group()
        depth -= mark in "»”"
        inner = _INNER[min(depth, 2) - french] if depth > 0 else ""
        depth += mark in "«“"
        return inner[mark in "»”"] if inner else match.group()

    turned = _MARKS.sub(turn, text)
    return text if depth else type(text)(turned)


def _filled(message: str, fields: dict[str, Any]) -> str:
    if not fields:
        return message
    marked = any(hasattr(value, "__html__") for value in fields.values())
    told = (Markup(message) if marked else message).format(**fields)
    return nested(told) if _MARKS.search(message) else told


_ITEM = "\0"


def listed(items: Iterable[str], *, last: Literal["and", "or"] = "and") -> str:
    """Return *items* as a list: ``a, b and c``."""
    return "".join(interleave(items, last=last))


def interleave(items: Iterable[T], *, last: Literal["and", "or"] = "and") -> Iterator[T | str]:
    """Yield *items* with what stands between them in a list: ``a``, ``", "``, ``b``, ``" and "``, ``c``."""
    found = list(items)
    style: Literal["standard", "or"] = "standard" if last == "and" else "or"
    between = format_list([_ITEM] * len(found), style=style, locale=locale()).split(_ITEM)
    for position, item in enumerate(found):
        if position:
            yield between[position]
        yield item


def quoted(text: str) -> str:
    """Return *text* in quotation marks."""
    return _("“{text}”", text=text)


def capital(text: str) -> str:
    """Return *text* with its first letter in upper case."""
    return text[:1].upper() + text[1:]


def month(number: int, *, short: bool = False) -> str:
    """Return the name of the month *number*, from 1: ``November``, with *short* ``Nov``."""
    return str(locale().months["format"]["abbreviated" if short else "wide"][number])


def weekday(number: int) -> str:
    """Return the name of the day *number* of the week, from 0: ``Monday``."""
    return str(locale().days["format"]["wide"][number])


# What a Jinja template calls by the same names.
IN_TEMPLATES = {made.__name__: made for made in (_, ngettext, pgettext, number, listed, quoted, capital)}
