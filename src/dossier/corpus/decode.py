"""Bytes to text, or a refusal that says why. No character is changed, no line ending translated."""

import re
from pathlib import Path

from dossier.i18n import _, number
from dossier.storage import NotPlainError, read_plain

LARGEST = 64_000_000  # bytes: more is not even opened
LONGEST = 400_000  # characters: a book of 60,000 words
_CONTROLS = re.compile("[\x00-\x08\x0e-\x1f\x7f]")
_MARKUP = re.compile(r"</?[a-zA-Z][a-zA-Z0-9]*(?:\s[^<>]{0,500})?/?>")
_MARKUP_HEAD = re.compile(r"\s*(?:<!doctype\s+html|<html|<\?xml|<head|<body)", re.IGNORECASE)
# What French text in cp1252 holds beyond ASCII. Ã and Â before a sign betray UTF-8 that was read wrongly.
_FRENCH = frozenset(
    "àâäçéèêëîïôöùûüÿœæÀÂÄÇÉÈÊËÎÏÔÖÙÛÜŸŒÆ«»‹›“”„‘’‚–—…•·°²³½¼¾€£§®©™×\xa0\xadáíóúñãøåßÁÍÓÚÑØÅšžŠŽ¿¡ºªµ%‰†"
)


class Refused(Exception):
    """A file that cannot be read as an article; the message is the reason, as a sentence."""

    def __init__(self, reason: str, language: str = "") -> None:
        super().__init__(reason)
        self.language = language


def read_bytes(path: Path) -> bytes:
    """Return the bytes of *path*, which must be a plain file inside its folder.

    Raises:
        Refused: a folder, a link that leaves the folder, a device, an unreadable or an enormous file.
    """
    try:
        return read_plain(path, within=path.parent, largest=LARGEST)
    except FileNotFoundError as error:
        raise Refused(_("The file was removed during the run.")) from error
    except NotPlainError as error:
        raise Refused(str(error)) from error


def decode(data: bytes) -> tuple[str, str]:
    """Return the text of *data*, and a warning where it is not in UTF-8.

    A byte order mark stays in the text as its first character, so offsets are those of a plain decoder.

    Raises:
        Refused: no text, or no encoding that is certain.
    """
    if data[:1024].lstrip().startswith(b"%PDF-"):
        raise Refused(_("The file is a PDF, not plain text."))
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        text, warning = _utf16(data), _("Decoded as UTF-16.")
    else:
        text, warning = _eight_bits(data)
    controls = len(_CONTROLS.findall(text))
    if "\0" in text or controls * 50 > len(text):
        raise Refused(_("The file is binary, not text."))
    if len(text) > LONGEST:
        raise Refused(
            _(
                "The text is longer than {most} characters, which no article is: split it.",
                most=number(LONGEST),
            )
        )
    if _MARKUP_HEAD.match(text) or (
        text.lstrip().startswith("<") and len(_MARKUP.findall(text[:20_000])) >= 4
    ):
        raise Refused(_("The file is HTML or XML, not plain text."))
    return text, warning


def _utf16(data: bytes) -> str:
    try:
        return data.decode("utf-16-le" if data.startswith(b"\xff\xfe") else "utf-16-be")
    except UnicodeDecodeError as error:
        raise Refused(_("The file begins like UTF-16 but is none.")) from error


def _eight_bits(data: bytes) -> tuple[str, str]:
    try:
        return data.decode("utf-8"), ""
    except UnicodeDecodeError:
        pass
    if b"\0" in data:
        raise Refused(_("The file is binary, not text."))
    try:
        data.decode("utf-8", "surrogatepass")
    except UnicodeDecodeError:
        pass
    else:
        raise Refused(_("The file holds half characters (lone surrogates): save it again as UTF-8."))
    try:
        text = data.decode("cp1252")
    except UnicodeDecodeError:
        text = "Ã"
    beyond = {character for character in text if character > "\x7f"}
    if "Ã" in text or not beyond <= _FRENCH or not beyond & set("éèàêçÉ"):
        raise Refused(_("The encoding is not certain: save the file as UTF-8."))
    return text, _("Decoded as Windows-1252: the file is not UTF-8.")
