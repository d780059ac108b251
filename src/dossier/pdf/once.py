"""Nothing printed twice: of a passage that stands above, the clauses that count."""

import itertools
import re

from bs4 import BeautifulSoup, Tag

from dossier.i18n import _

_CLAUSE = re.compile(r"[,;:.!?]\s+|\s+(?=[–—(])|(?<=\))\s+")  # between two clauses
MAKER = BeautifulSoup("", "html.parser")  # of new tags


def print_once(article: Tag) -> bool:
    """Leave of a sentence printed before the clauses that carry the record; return whether any was cut.

    Side by side with another it is whole. Of one that the title of the record quotes only what is marked
    stands beside another, and else nothing.
    """
    seen: set[str] = set()
    shortened = False
    for link in article.select("blockquote .dz-evidence__source[href]"):
        words, card = link.find_previous("p"), link.find_parent(class_="dz-record")
        title = card and card.select_one(".dz-record__title")
        paired, before = link.find_parent(class_="dz-pair"), str(link["href"]) in seen
        if not paired:
            seen.add(str(link["href"]))
        quoted = bool(words and title and _letters(words) in _letters(title))
        if words and quoted and not paired:
            words.clear()
            words.append(_("In the passage above."))
        elif words and quoted and (marks := words.find_all("mark")):
            words.clear()
            words.extend([node for mark in marks for node in ("… ", mark)] + [" …"])
        elif words and before and not paired and words.find("mark"):
            keep_clauses(words)
            shortened = True
    return shortened


def keep_clauses(words: Tag) -> None:
    """Leave of *words* the clauses that hold a mark, as their punctuation cuts them."""
    text, at, marks = words.get_text(), 0, list[tuple[int, int]]()
    for piece in words.find_all(string=True):
        if piece.find_parent("mark"):
            marks.append((at, at + len(piece)))
        at += len(piece)
    cuts = [0, *(cut.end() for cut in _CLAUSE.finditer(text)), len(text)]
    kept: list[tuple[int, int]] = []
    for first, last in itertools.pairwise(cuts):
        if any(start < last and end > first for start, end in marks):
            joined = kept and kept[-1][1] == first
            kept[-1:] = [(kept[-1][0], last)] if joined else [*kept[-1:], (first, last)]
    words.clear()
    for first, last in kept:
        words.append("… " if first else "")
        at = first
        for start, end in (mark for mark in marks if first <= mark[0] < last):
            words.append(text[at:start])
            words.append(MAKER.new_tag("mark", string=text[start:end]))
            at = end
        words.append(text[at:last].rstrip(" ,;:") + ("" if last == len(text) else " "))
    words.append("" if kept[-1:] and kept[-1][1] == len(text) else "…")


def _letters(tag: Tag) -> str:
    return "".join(letter for letter in tag.get_text() if letter.isalnum())
