"""Front matter of a Markdown file: what it says of the article, by the keys that clippers of pages write."""

import re
from typing import Any

import yaml

from dossier.corpus.decode import Refused
from dossier.corpus.sources import Source
from dossier.i18n import _

_FRONT = re.compile(r"\A---\s*\n(?P<head>.*?)\n---\s*\n", re.DOTALL)
_DAY = re.compile(r"\d{4}-\d\d-\d\d")
_ADDRESS = re.compile(r"https?://(?:www\.)?([\w.-]+)\S*")
_LINK = re.compile(
    r"\[\[(?:[^\[\]|]*\|)?([^\[\]|]*)\]\]"
)  # of a wiki: "[[Jeanne Roy]]", "[[roy|Jeanne Roy]]"


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
    return _stated({key: value for key, value in head.items() if value}), text[front.end() :]


def _stated(head: dict[str, Any]) -> Source:
    """Return what front matter says; ``source`` is an address or the name of who publishes."""

    def first(*keys: str) -> str:
        value = next((head[key] for key in keys if key in head), "")
        values = value if isinstance(value, list) else [value]
        return ", ".join(_LINK.sub(r"\1", " ".join(str(one).split())) for one in values)

    told, day = first("source"), _DAY.match(first("published", "date"))
    address = _ADDRESS.fullmatch(first("url", "link") or told)
    return Source(
        published=day[0] if day else "",
        outlet=first("outlet", "publisher", "site")
        or ("" if _ADDRESS.match(told) else told)
        or (address[1] if address else ""),
        title=first("title"),
        author=first("author", "authors"),
        url=address[0] if address else "",
    )
