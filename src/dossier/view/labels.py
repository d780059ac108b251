"""Names by which a reader knows the sources: outlet, agency or letter, with the day."""

import itertools
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import count
from textwrap import shorten

from dossier.disagreements.origins import agency, find_credits
from dossier.edtf import bounds, in_words, sort_key
from dossier.i18n import _, listed
from dossier.records import Article, stable_id

_OPENING = 60  # of an article without a title
_SHORT = 140  # of a disagreement in short


@dataclass(frozen=True, slots=True)
class SourceName:
    """How the book calls one source: its name, where the name is from, and it with its day in one label.

    ``short`` is what stands in running text: the name alone where no other source has it.
    """

    name: str
    basis: str  # outlet | agency | letter
    label: str
    short: str


def name_sources(articles: Iterable[Article]) -> dict[str, SourceName]:
    """Return what the book calls each article: outlet, agency credited or a letter, and day.

    A title is too long to stand in every sentence, and cut it says little: the key of the sources gives it.
    The year is left out where all articles are of one year. Articles that would share a name and a day are
    told apart by a letter.
    """
    rows = sorted(articles, key=lambda a: (sort_key(a.published.date), a.article_id))
    years = {day.year for a in rows for day in bounds(a.published.day) if day}
    letters = map(_letter, count())
    named = {a.article_id: (*_name(a, letters), _day(a, one_year=len(years) == 1)) for a in rows}
    heads = Counter((name, day) for name, _basis, day in named.values())
    alone = Counter(name for name, _basis, _day_words in named.values())
    places: Counter[tuple[str, str]] = Counter()
    found: dict[str, SourceName] = {}
    for article_id, (name, basis, day) in named.items():
        if heads[name, day] > 1:
            places[name, day] += 1
            name_here = f"{name} ({_letter(places[name, day] - 1)})"
        else:
            name_here = name
        label = ", ".join(filter(None, (name_here, day)))
        found[article_id] = SourceName(name_here, basis, label, name if alone[name] == 1 else label)
    return found


def title_of(article: Article) -> str:
    """Return the title of *article* on one line, or its first words in French quotation marks."""
    if article.title and is_titled(article):
        return in_one_line(article.title)
    first = next((s for s in article.sections if s.kind in ("title", "body")), None)
    opening = in_one_line(article.text[first.start :] if first else article.text)
    inner = re.sub(r"«\s*", "“", re.sub(r"\s*»", "”", opening))
    return f"« {shorten(inner, _OPENING, placeholder='…')} »"


def is_titled(article: Article) -> bool:
    """Tell whether the title of *article* is surely one.

    Where its file tells neither paper nor day, the first of several lines above its text may be anything.
    """
    above = [s.kind for s in itertools.takewhile(lambda s: s.kind != "body", article.sections)]
    title = next((s for s in article.sections if s.kind == "title"), None)
    stated = title is None or article.text[title.start : title.end] != article.title
    return stated or bool(article.outlet or article.published.text) or "heading" not in above


def in_one_line(text: str) -> str:
    """Return *text* on one line, without control characters."""
    return " ".join("".join(c if c.isprintable() else " " for c in text).split())


def _name(article: Article, letters: Iterator[str]) -> tuple[str, str]:
    if article.outlet:
        return outlet_of(article), "outlet"
    if credits := sorted(find_credits(article)):
        return listed(credits), "agency"
    return _("Article {letter}", letter=next(letters)), "letter"


def outlet_of(article: Article) -> str:
    """Return the name of the outlet of *article* as it signs, an acronym of three letters in capitals."""
    outlet = in_one_line(article.outlet)
    if known := agency(outlet):
        return known
    return outlet.upper() if len(outlet) <= 3 and outlet.isalpha() else outlet


def _letter(place: int) -> str:
    """Return A to Z, then AA, AB …"""
    letters = ""
    place += 1
    while place:
        place, rest = divmod(place - 1, 26)
        letters = chr(65 + rest) + letters
    return letters


def _day(article: Article, *, one_year: bool) -> str:
    edtf = article.published.day
    first, last = bounds(edtf)
    if first and last and first != last and (first.year, first.month) == (last.year, last.month):
        edtf = f"{first:%Y-%m}"
    words = in_words(edtf, short=True)
    return re.sub(r"\s\d{4}$", "", words) if one_year and edtf.count("-") else words


def relabel(text: str, names: Mapping[str, SourceName]) -> str:
    """Return a remark of the program with each article, an id in square brackets, by its short name."""

    def short(match: re.Match[str]) -> str:
        name = names.get(match[1])
        return name.short if name else match[0]

    return re.sub(r"\[([^\[\]]+)\]", short, text)


def in_short(statement: str) -> str:
    """Return the first parts of *statement* that fit, none of them cut, without what stands in brackets.

    >>> in_short("Troops: figures given by the army (in Article A). Beside them a denial: “Non : rien”.")
    'Troops: figures given by the army. Beside them a denial: “Non : rien”.'
    """
    words = re.sub(r"\s\([^()]*\)", "", statement)
    parts = (words[: mark.end()] for mark in re.finditer(r"\s?[;:](?=\s)|(?<=\w\w)\.(?=\s)|\.?$", words))
    whole = [part for part in parts if all(part.count(one) == part.count(two) for one, two in ("“”", "«»"))]
    fitting = [part.rstrip(" ;\xa0\u202f") for part in whole if len(part) <= _SHORT] or [words]
    told = [part for part in fitting if part[-1:] != ":"]  # what something is about tells nothing by itself
    ended = told or [part for part in whole if part[-1:] != ":"][:1] or fitting
    return ended[-1].rstrip(" :\xa0\u202f")


def sentence_id(article_id: str, start: int, end: int) -> str:
    """Return the anchor of a sentence on the sources page."""
    return stable_id("s", article_id, start, end)


def article_anchor(article_id: str) -> str:
    """Return the anchor of an article on the sources page."""
    return stable_id("a", article_id, 0, 0)
