"""Lists, quotation marks and months in the language of the report."""

from collections.abc import Iterable, Iterator
from typing import Literal, TypeVar

from babel.lists import format_list

from dossier.i18n.catalogues import locale
from dossier.i18n.messages import _

T = TypeVar("T")
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
