"""Sentences put together from templates and typed parts: what each value rests on, and who states it."""

from collections.abc import Iterable

from dossier import i18n
from dossier.i18n import _, interleave, ngettext
from dossier.records import Part, Parts
from dossier.view import Record, View, places

Piece = str | Part | Parts
MOST = 12  # in one list of a sentence: nobody reads more, and a thousand would be a page of their own


def fill(template: str, **pieces: Piece) -> Parts:
    """Return *template* with each ``{name}`` replaced by the piece of that name.

    The template is a whole sentence, so that another language can order its pieces otherwise.
    """
    found = [part for piece in i18n.fill(template, **pieces) for part in as_parts(piece)]
    texts = i18n.nested("\0".join(part.text for part in found)).split("\0")
    return tuple(part._replace(text=text) for part, text in zip(found, texts, strict=True))


def as_parts(piece: Piece) -> Parts:
    """Return *piece* as parts; an empty text as none."""
    if isinstance(piece, Part):
        return (piece,)
    if isinstance(piece, str):
        return (Part(piece),) if piece else ()
    return piece


def joined(pieces: Iterable[Piece], *, between: str = "", most: int = MOST) -> Parts:
    """Return *pieces* as one list, ``a, b and c``, or with *between* between each two.

    A list names *most* at most, then how many more there are; sentences, a blank between them, all stand.
    """
    items = [as_parts(piece) for piece in pieces]
    if (more := len(items) - most) > 0 and between != " ":
        rest = (
            ngettext("and {n} more", "and {n} more", more)
            if between
            else ngettext("{n} more", "{n} more", more)
        )
        items = [*items[:most], as_parts(rest)]
    if between:
        items = [item for piece in items for item in (as_parts(between), piece)][1:]
    else:
        items = [as_parts(piece) for piece in interleave(items)]
    return tuple(part for item in items for part in item)


def cited(view: View, records: Iterable[Record], kind: str = "cite") -> Parts:
    """Return the articles of *records* in brackets, each linked to its first sentence there."""
    links = [Part(label, anchor, kind) for label, anchor in places(view, records, short=True)]
    return fill(_(" ({sources})"), sources=joined(links, between=_("; "))) if links else ()


def plain(parts: Parts) -> str:
    """Return *parts* as text."""
    return "".join(part.text for part in parts)
