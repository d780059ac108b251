"""Messages of the report in its language, their fields filled; lists, quotation marks, months."""

import re
from collections.abc import Iterable, Iterator
from string import Formatter
from typing import Any, Literal, TypeVar

from babel.lists import format_list
from markupsafe import Markup

from dossier.i18n.catalogues import locale, messages
from dossier.i18n.numbers import Count

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


def _nested(text: str) -> str:
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
    return _nested(told) if _MARKS.search(message) else told


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
