"""Front matter of a Markdown file: what it says of the article, by the keys that clippers of pages write."""

import re
from typing import Any

import yaml

from dossier.corpus.decode import Refused
from dossier.corpus.kinds import plain
from dossier.corpus.papers import paper_of
from dossier.corpus.published import Layout, entries, find_published
from dossier.corpus.sources import Source
from dossier.i18n import _
from dossier.lexicons import load_lexicon
from dossier.records import Section

_FRONT = re.compile(r"\A---\s*\n(?P<head>.*?)\n---\s*\n", re.DOTALL)
_DAY = re.compile(r"\d{4}-\d\d-\d\d")
_ADDRESS = re.compile(r"https?://(?:www\.)?([\w.-]+)\S*")
# "[[Jeanne Roy]]", "[[roy|Jeanne Roy]]", "[Le Quai](https://quai.example)"
_LINK = re.compile(r"\[\[(?:[^\[\]|]*\|)?([^\[\]|]*)\]\]|\[([^\[\]]*)\]\([^()]*\)")


def read_front(text: str) -> tuple[Source, str]:
    """Return what the front matter of *text* says, and the text behind it.

    Raises:
        Refused: it is not YAML.
    """
    front = _FRONT.match(text)
    if not front:
        return Source(), text
    try:
        read = yaml.safe_load(front["head"])
    except yaml.YAMLError as error:
        raise Refused(_("Its front matter is not YAML: mend the lines between the two '---'.")) from error
    head = read if isinstance(read, dict) else {}
    named = {plain(str(key)).replace("_", " "): value for key, value in head.items() if value}
    return _stated(named), text[front.end() :]


def _stated(head: dict[str, Any]) -> Source:
    """Return what front matter says; ``source`` is an address or the name of who publishes."""

    def first(*keys: str) -> str:
        names = (name for key in keys for name in (key, *map(plain, french.get(key, ()))))
        value = next((head[name] for name in names if name in head), "")
        values = value if isinstance(value, list) else [value]
        return ", ".join(_LINK.sub(r"\1\2", " ".join(str(one).split())) for one in values)

    french = load_lexicon("sections")["front_matter"]
    told, day = first("source"), first("published", "date")
    issue = first("issue", *map(plain, entries("issues")))  # "n° 6 – semaine du 16 février 2026"
    iso, address = _DAY.match(day), _ADDRESS.fullmatch(first("url", "link") or told)
    return Source(
        published=iso[0] if iso else next(filter(None, map(_day, (day, issue))), ""),
        outlet=paper_of(first("outlet", "publisher", "site", "site name", *map(plain, entries("papers"))))
        or ("" if _ADDRESS.match(told) else told)
        or (address[1] if address else ""),
        title=first("title"),
        author=first("author", "authors", "byline"),
        url=address[0] if address else "",
    )


def _day(line: str) -> str:
    """Return the day or the days of publication that *line* gives, as EDTF; empty without."""
    whole = Layout((Section("dateline", 0, len(line)),))
    return find_published(line, whole).date
