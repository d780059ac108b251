"""Messages of the report in its language, with their fields filled."""

from __future__ import annotations

from collections.abc import Iterator
from string import Formatter
from typing import Any, TypeVar

from markupsafe import Markup

from dossier.i18n.catalogues import messages
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


def _filled(message: str, fields: dict[str, Any]) -> str:
    if not fields:
        return message
    marked = any(hasattr(value, "__html__") for value in fields.values())
    return (Markup(message) if marked else message).format(**fields)
