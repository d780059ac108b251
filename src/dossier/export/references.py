"""One reference for each article that was read, as BibTeX and as CSL-JSON."""

import json
import re
from collections import Counter
from collections.abc import Iterable
from typing import Any
from urllib.parse import quote

from dossier.i18n import _
from dossier.records import Article
from dossier.storage import digest
from dossier.view.labels import in_one_line, name_sources, outlet_of, title_of
from dossier.visible import as_bibtex

_MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"]


def citation_keys(articles: Iterable[Article]) -> dict[str, str]:
    """Return for each article_id its citation key: letters, digits, - and _, no two alike in any case."""
    names = [article.article_id for article in articles]
    folded = Counter(name.lower() for name in names)
    keys = {}
    for name in names:
        safe = re.sub(r"[^A-Za-z0-9_-]+", "-", name).strip("-")
        tail = "" if safe == name and folded[name.lower()] == 1 else f"-{digest(name)[:8]}"
        keys[name] = f"{safe or 'article'}{tail}"
    return keys


def bibtex(articles: Iterable[Article]) -> str:
    """Return one @misc entry for each readable article, fit for BibTeX, biber and pybtex.

    Its shorthand is what the book calls the article.
    """
    articles = tuple(articles)
    names = name_sources(articles)
    readable = [article for article in articles if article.status == "ok"]
    keys = citation_keys(readable)
    return "\n".join(
        _entry(article, keys[article.article_id], names[article.article_id].short) for article in readable
    )


def csl_json(articles: Iterable[Article]) -> str:
    """Return the articles as CSL-JSON, the interchange format of Zotero and citeproc."""
    readable = [article for article in articles if article.status == "ok"]
    keys = citation_keys(readable)
    items = [_item(article, keys[article.article_id]) for article in readable]
    return json.dumps(items, ensure_ascii=False, indent=1) + "\n"


def _is_inferred(article: Article) -> bool:
    return article.published.basis == "inferred"


def _days(article: Article) -> list[list[int]]:
    """Return the date as CSL date-parts: one for a day, a month or a year, two for an interval."""
    ends = article.published.date.split("/")
    if all(re.fullmatch(r"\d{4}(-\d\d){0,2}", end) for end in ends):
        return [[int(part) for part in end.split("-")] for end in ends]
    return []


def _web(url: str) -> str:
    """Return *url* where it is a web address, with each character that could end a field percent-encoded."""
    return quote(url, safe="%/:?#@!$&'()*+,;=~-._") if re.match(r"https?://", url) else ""


def _entry(article: Article, key: str, short: str) -> str:
    days = _days(article)
    fields = {
        "shorthand": as_bibtex(in_one_line(short)),
        "author": f"{{{as_bibtex(in_one_line(article.author))}}}" if article.author else "",
        "title": f"{{{as_bibtex(title_of(article))}}}",
        "howpublished": as_bibtex(outlet_of(article)),
        "date": f"{article.published.date}{'?' if _is_inferred(article) else ''}" if days else "",
        "year": str(days[0][0]) if days and days[0][0] == days[-1][0] else "",
        "url": _web(article.url),
        "note": _("Day of publication inferred") if _is_inferred(article) else "",
        "langid": "french" if article.language == "fr" else "",
    }
    lines = [f"  {name} = {{{value}}}," for name, value in fields.items() if value]
    if len(days) == 1 and len(days[0]) > 1 and 1 <= days[0][1] <= 12:
        lines.append(f"  month = {_MONTHS[days[0][1] - 1]},")
    return "\n".join((f"@misc{{{key},", *lines, "}", ""))


def _item(article: Article, key: str) -> dict[str, Any]:
    days = _days(article)
    item = {
        "id": key,
        "type": "article-newspaper",
        "title": title_of(article),
        "container-title": outlet_of(article),
        "author": [{"literal": in_one_line(article.author)}] if article.author else [],
        "issued": ({"date-parts": days} | ({"circa": True} if _is_inferred(article) else {})) if days else {},
        "URL": _web(article.url),
        "language": article.language,
    }
    return {name: value for name, value in item.items() if value}
