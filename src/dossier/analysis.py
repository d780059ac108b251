"""The result of an investigation: every record of every article, compared."""

from dataclasses import dataclass

from dossier.investigation import Investigation
from dossier.records import (
    PUBLISHED,
    Article,
    Assessment,
    Claim,
    Contrast,
    Discrepancy,
    Mention,
    Quotation,
    Reuse,
    Ruling,
    Statement,
    TimeExpression,
)


@dataclass(frozen=True, slots=True)
class Analysis:
    """Everything that the book and the data package are made from, rows in the order of the package."""

    investigation: Investigation
    articles: tuple[Article, ...] = ()
    dates: tuple[TimeExpression, ...] = ()
    events: tuple[Mention, ...] = ()
    claims: tuple[Claim, ...] = ()
    quotations: tuple[Quotation, ...] = ()
    discrepancies: tuple[Discrepancy, ...] = ()
    reuse: tuple[Reuse, ...] = ()
    assessments: tuple[Assessment, ...] = ()
    sentences: tuple[tuple[str, int, int], ...] = ()
    rulings: tuple[Ruling, ...] = ()  # what became of the analyst's decisions
    statements: tuple[Statement, ...] = ()
    contrasts: tuple[Contrast, ...] = ()  # sentences that may contradict each other
    answered: tuple[tuple[str, str], ...] = ()  # the questions that a sentence answers, with each such answer

    @property
    def readable(self) -> list[Article]:
        """The articles that were not refused."""
        return [article for article in self.articles if article.status == "ok"]

    @property
    def texts(self) -> dict[str, str]:
        """The text of each article."""
        return {article.article_id: article.text for article in self.articles}

    @property
    def dated(self) -> tuple[Mention, ...]:
        """The mentions of events that their article dates: the others stand in the data alone."""
        return tuple(mention for mention in self.events if mention.date_basis != PUBLISHED)
