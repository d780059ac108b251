# ruff: noqa: E501 (a table)
"""Inputs that nobody should hand in and somebody will: each with the outcome that `dossier` owes it."""

from __future__ import annotations

import os
import socket
import unicodedata
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

SENTENCE = (
    "Le ministre a déclaré mardi 4 mai 2021 qu'au moins 300 soldats étaient partis. "
    "« C'est vrai », a-t-il dit.\n"
)
ARTICLE = "3 mai 2021\n\nDes soldats sont partis\n\n" + SENTENCE * 3
SPACES = "\t\x0b\x0c\x1c\x85\xa0\u1680\u2000\u2002\u2003\u2007\u2009\u200a\u2028\u2029\u202f\u205f\u3000"
QUOTES = "«»‹›“”„‟‘’‚‛\"'`´〝〞＂「」"


@dataclass(frozen=True, slots=True)
class Input:
    """A file: its name, its bytes or the function that makes it, and the outcome: read, or the refusal's words."""

    what: str
    name: str
    make: bytes | Callable[[Path], object]
    outcome: str = "read"

    def put(self, folder: Path) -> None:
        """Make the file in *folder*."""
        path = folder / self.name
        if isinstance(self.make, bytes):
            path.write_bytes(self.make)
        else:
            self.make(path)


def link_to(target: str) -> Callable[[Path], object]:
    return lambda path: path.symlink_to(target)


def listen(path: Path) -> None:
    place = os.getcwd()  # noqa: PTH109 (a socket's name is short)
    os.chdir(path.parent)
    try:
        with socket.socket(socket.AF_UNIX) as listener:
            listener.bind(path.name)
    finally:
        os.chdir(place)


def text(words: str) -> bytes:
    return words.encode()


def spaced(words: str) -> bytes:
    """Return *words* with each blank replaced by another kind of blank."""
    parts = words.split(" ")
    return "".join(part + SPACES[i % len(SPACES)] for i, part in enumerate(parts)).encode()


INPUTS = (
    # Nothing to read
    Input("empty file", "empty.txt", b"", "empty"),
    Input("blanks and line ends alone", "blank.txt", b" \r\n\t\n" * 50, "blanks"),
    Input("a byte order mark alone", "bom-alone.txt", b"\xef\xbb\xbf", "blanks"),
    Input("zero-width characters alone", "invisible.txt", text("\u200b\u200d\ufeff\u2060" * 20), "blanks"),
    # Encodings
    Input("UTF-8 with a byte order mark", "bom.txt", b"\xef\xbb\xbf" + text(ARTICLE)),
    Input("UTF-16, little-endian, with a mark", "utf16le.txt", b"\xff\xfe" + ARTICLE.encode("utf-16-le")),
    Input("UTF-16, big-endian, with a mark", "utf16be.txt", b"\xfe\xff" + ARTICLE.encode("utf-16-be")),
    Input("UTF-16 without a mark", "utf16-bare.txt", ARTICLE.encode("utf-16-le"), "binary"),
    Input("UTF-16, cut in the middle of a character", "utf16-cut.txt", b"\xff\xfeL\x00e", "UTF-16"),
    Input("Windows-1252", "cp1252.txt", ARTICLE.encode("cp1252")),
    Input("Latin-2, which is no French", "latin2.txt", "Łódź, ściśle šč ".encode("latin2") * 20, "encoding"),
    Input("UTF-8 cut in the middle of a character", "utf8-cut.txt", text(ARTICLE)[:-1] + b"\xc3", "encoding"),
    Input("lone surrogates", "surrogates.txt", text(ARTICLE) + b"\xed\xa0\x80", "surrogates"),
    Input("NUL bytes", "nul.txt", text(ARTICLE).replace(b" ", b"\x00"), "binary"),
    Input("random bytes", "random.txt", bytes(range(256)) * 40, "binary"),
    Input("CRLF line ends", "crlf.txt", text(ARTICLE.replace("\n", "\r\n"))),
    Input("old Macintosh line ends", "cr.txt", text(ARTICLE.replace("\n", "\r"))),
    Input("accents as combining characters (NFD)", "nfd.txt", text(unicodedata.normalize("NFD", ARTICLE))),
    # Characters
    Input("every kind of space", "spaces.txt", spaced(ARTICLE)),
    Input("every kind of quotation mark", "quotes.txt", text("".join(f"{q} Il a dit oui. " for q in QUOTES) * 9)),
    Input("quotation marks that never close", "open-quotes.txt", text("Il a dit : « oui. " * 300)),
    Input("nested quotation marks, 500 deep", "deep-quotes.txt", text("Il dit « " * 500 + "oui" + " »" * 500)),
    Input("right-to-left marks", "bidi.txt", text(ARTICLE.replace("mardi", "\u202emardi\u202c"))),
    Input("zero-width characters in words", "zero-width.txt", text(ARTICLE.replace("soldats", "sol\u200bdats"))),
    Input("characters beyond the basic plane", "astral.txt", text("😀𝒜 " + ARTICLE.replace("soldats", "😀 soldats"))),
    Input("a hundred accents on one letter", "zalgo.txt", text(ARTICLE + "e" + "\u0301" * 5000 + "\n")),
    Input("terminal escape sequences", "ansi.txt", text(ARTICLE + "\x1b[31m\x1b]0;titre\x07 rouge\n")),
    # Shape
    Input("one word", "word.txt", text("Bonjour")),
    Input("one line of 20,000 characters", "long-line.txt", text(SENTENCE.replace("\n", " ") * 180)),
    Input("one line of ten million characters", "endless.txt", text(SENTENCE.replace("\n", " ") * 95_000), "longer than"),
    Input("one word of 200,000 letters", "long-word.txt", text("Le mot est a" + "a" * 200_000)),
    Input("50,000 empty lines", "empty-lines.txt", text("\n" * 50_000 + ARTICLE + "\n" * 50_000)),
    Input("a number of 5,000 digits", "digits.txt", text("Il y a " + "9" * 5000 + " soldats dans la ville.\n" * 3)),
    Input("dates that no calendar has", "no-dates.txt", text("Le 31 février 2021 et le 99 mai 0000, il est là. " * 9)),
    Input("open brackets, 5,000 of them", "brackets.txt", text("Il a dit que " + "(" * 5_000)),
    # Not an article
    Input("HTML under another name", "page.txt", b"<!DOCTYPE html><html><body><p>Le texte est l\xc3\xa0.</p>", "HTML"),
    Input("PDF under another name", "pdf.txt", b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n1 0 obj", "PDF"),
    Input("an English text", "english.txt", b"The minister said that the soldiers were there and that it was true.", "not French"),
    Input("a German text", "german.txt", text("Der Minister hat gesagt, dass die Soldaten nicht da sind und es so ist."), "not French"),
    Input("the same article twice, first", "twin-1.txt", text(ARTICLE)),
    Input("the same article twice, second", "twin-2.txt", text(ARTICLE)),
    Input("a quotation in the title", "quoted-title.txt", text("« Nous refusons cet accord », affirme le ministre\n\n" + ARTICLE)),
    # Text that would be code
    Input("markup and scripts within the text", "script.txt", text(ARTICLE + '<script>alert(1)</script> <img src=x onerror=alert(1)>\n')),
    Input("formulas of a spreadsheet", "formula.txt", text("=HYPERLINK(\"http://x\")\n\n" + ARTICLE + "« =1+1 », a dit le ministre. « @SUM(A1) », a-t-il ajouté.\n")),
    Input("LaTeX, Typst and MyST", "markup.txt", text(ARTICLE + "« \\input{x} #read(\"x\") {eval-rst} {{x}} », a dit le ministre.\n")),
    Input("commas, quotes and line ends in quotations", "csv.txt", text(ARTICLE + "« Un, \"deux\",\r\ntrois », a dit le ministre.\n")),
    # Names
    Input("a name with spaces, accents and quotes", "l'été «à» \"x\".txt", text(ARTICLE)),
    Input("a name with a line end", "a\nb.txt", text(ARTICLE)),
    Input("a name that begins with a dash", "--help.txt", text(ARTICLE)),
    Input("a name that is no UTF-8", os.fsdecode(b"caf\xe9.txt"), text(ARTICLE)),
    Input("a name with escape sequences", "\x1b[31m.txt", text(ARTICLE)),
    Input("a name of 250 letters", "n" * 246 + ".txt", text(ARTICLE)),
    Input("two names that differ in the case of the suffix, first", "same.TXT", text(ARTICLE)),
    Input("two names that differ in the case of the suffix, second", "same.txt", text(ARTICLE), "rename"),
    Input("a hidden file", ".hidden.txt", text(ARTICLE)),
    # Not a plain file
    Input("a folder", "folder.txt", Path.mkdir, "folder"),
    Input("a link out of the folder", "link-out.txt", link_to("/etc/hostname"), "leaves the folder"),
    Input("a link within the folder", "link-in.txt", link_to("twin-1.txt")),
    Input("a link to nothing", "link-nowhere.txt", link_to("nothing"), "link to nothing"),
    Input("a link to itself", "link-loop.txt", link_to("link-loop.txt"), "link"),
    Input("a link to a device without end", "link-zero.txt", link_to("/dev/zero"), "leaves the folder"),
    Input("a named pipe", "pipe.txt", os.mkfifo, "no plain file"),
    Input("a socket", "socket.txt", listen, "no plain file"),
)  # fmt: skip
# A reader may open what an unprivileged user may not, so this one is tried where there is no such privilege.
UNREADABLE = Input("a file that may not be read", "secret.txt", text(ARTICLE), "Permission denied")
