"""Where each piece of evidence stands, in the notations of the outside world."""

import base64
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any
from urllib.parse import quote

from dossier.analysis import Analysis
from dossier.export.schema import TableForm, table_forms
from dossier.records import Article, Reuse

AROUND = 32  # characters of the article before and after a passage, by which it is found again


@dataclass(frozen=True, slots=True)
class Passage:
    """A stretch of an article: ``text == article.text[start:end]``."""

    article: Article
    start: int
    end: int

    @property
    def text(self) -> str:
        """Return the words of the article."""
        return self.article.text[self.start : self.end]

    @property
    def before(self) -> str:
        """Return the characters before them."""
        return self.article.text[max(0, self.start - AROUND) : self.start]

    @property
    def after(self) -> str:
        """Return the characters behind them."""
        return self.article.text[self.end : self.end + AROUND]

    @property
    def fragment(self) -> str:
        """Return the place as an address of a text file (RFC 5147), e.g. ``a.txt#char=10,25``."""
        return f"{quote(self.article.file)}#char={self.start},{self.end}"


def hash_name(article: Article) -> str:
    """Return the name of the very bytes of *article* (RFC 6920), e.g. ``ni:///sha-256;f4Ox…``."""
    digest = base64.urlsafe_b64encode(bytes.fromhex(article.sha256)).decode().rstrip("=")
    return f"ni:///sha-256;{digest}"


def find_evidence(analysis: Analysis) -> Iterator[tuple[TableForm, Any, tuple[Passage, ...]]]:
    """Yield each row of the package that stands in an article, with its table and where it stands."""
    articles = {article.article_id: article for article in analysis.articles}
    for form in table_forms().values():
        if not {"start", "start_a"} & form.columns.keys():
            continue
        for row in getattr(analysis, form.name):
            yield form, row, tuple(Passage(articles[name], start, end) for name, start, end in _spans(row))


def _spans(row: Any) -> tuple[tuple[str, int, int], ...]:
    if isinstance(row, Reuse):
        return (row.article_a, row.start_a, row.end_a), (row.article_b, row.start_b, row.end_b)
    return ((row.article_id, row.start, row.end),)
