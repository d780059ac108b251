"""What a saved web page shows beside its article: the name of its site, the line that gives its day."""

import re
from collections.abc import Iterator
from typing import Any

from dossier.corpus.kinds import plain, tell
from dossier.corpus.lines import ANY

_SITE = 5  # words of the name of a site, at most
_MARK = re.compile(r"\s+[-–—|·•]\s+|\s*\|\s*")
_OWNED = re.compile(r"©\s*(?:\d{4}\s*(?:[-–]\s*\d{4}\s*)?)?([^\W\d][^©|•·\n]*?)(?=\s+[-–—|•·\d]|\s*[|.,•]|$)")
_BLOCKS = {"p", "div", "h1", "h2", "ul", "section", "article", "aside", "header", "footer"}
_LINES = {"p", "div", "span", "time", "li", "address"}
_LOGO = " or ".join(
    f"contains(@{key}, '{word}')" for key in ("class", "id") for word in ("logo", "brand", "masthead")
)
_SENTENCES, _LONG = 3, 15  # paragraphs of so many words behind the title, above which its day stands


def publisher(page: Any, title: str) -> str:
    """Return who publishes *page*: what the title of the page has beside the article's *title*, or what two
    of the end of that title, the logo and the line of who owns the rights agree on.
    """
    whole = " ".join((page.findtext(".//title") or "").split())
    front, *cut = _MARK.split(whole)
    beside = front if plain(whole).endswith(plain(title)) else cut[-1] if cut else ""
    if title and cut and len(beside.split()) <= _SITE and plain(title) in plain(whole):
        return beside
    owners = _OWNED.findall(_text(page))
    witnesses = [cut[-1:], list(_logos(page)), owners]
    known = [{plain(name) for name in names} for names in witnesses]
    named = (name for names in witnesses[::-1] for name in names)
    agreed = (name for name in named if sum(plain(name) in names for names in known) > 1)
    return next((name for name in agreed if 0 < len(name.split()) <= _SITE), "")


def _logos(page: Any) -> Iterator[str]:
    for element in page.xpath(f"//*[{_LOGO}]"):
        yield _text(element)
        yield from element.xpath("(self::img | .//img)/@alt")
    yield from map(_text, page.xpath("//header//*[self::h1 or self::h2]"))


def line_of_day(page: Any, title: str) -> str:
    """Return the line of *page* below the *title* that gives the day, or nothing."""
    heads = [e for e in page.iter("h1", "h2") if plain(_text(e)) == plain(title)]
    heads = heads or page.findall(".//h1")[-1:]
    begun, sentences = False, 0
    for element in page.iter():
        begun = begun or element in heads
        if not begun or element.tag not in _LINES or any(c.tag in _BLOCKS for c in element.iterdescendants()):
            continue
        line = _text(element)
        sentences += len(line.split()) >= _LONG
        if sentences >= _SENTENCES:
            break
        if (told := tell(line, "")) and told.dated and told.grade < ANY:
            return line
    return ""


def _text(element: Any) -> str:
    return " ".join(element.text_content().split())
