"""What is looked up in an analysis: its records by their ids and their articles."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

from dossier.analysis import Analysis
from dossier.disagreements.contests import contested_in
from dossier.i18n import SOURCE, _, language, listed
from dossier.names import called_in_sentence, english
from dossier.records import Article, Assessment, Claim, Discrepancy, Quotation, Statement, TimeExpression
from dossier.view.french import with_article


@dataclass(frozen=True)
class Index:
    """An analysis with its records by id and by article, each table made once."""

    analysis: Analysis

    @cached_property
    def articles(self) -> dict[str, Article]:
        """The articles by id, in the order of the package."""
        return {article.article_id: article for article in self.analysis.articles}

    @cached_property
    def assessments(self) -> dict[str, Assessment]:
        """The assessments by the id of their record."""
        return {assessment.record_id: assessment for assessment in self.analysis.assessments}

    @cached_property
    def statements(self) -> dict[str, Statement]:
        """The statements by id."""
        return {statement.statement_id: statement for statement in self.analysis.statements}

    @cached_property
    def _in_sentences(self) -> dict[tuple[str, int], list[Statement]]:
        found: dict[tuple[str, int], list[Statement]] = defaultdict(list)
        for statement in self.analysis.statements:
            found[statement.article_id, statement.sentence_start].append(statement)
        return found

    def statements_of(self, article_id: str, sentence_start: int) -> list[Statement]:
        """Return the statements of one sentence, in their order."""
        return self._in_sentences.get((article_id, sentence_start), [])

    @cached_property
    def _of_articles(self) -> dict[str, tuple[list[Quotation], list[Claim]]]:
        found: dict[str, tuple[list[Quotation], list[Claim]]] = defaultdict(lambda: ([], []))
        for quotation in self.analysis.quotations:
            found[quotation.article_id][0].append(quotation)
        for claim in self.analysis.claims:
            found[claim.article_id][1].append(claim)
        return found

    def quotations_of(self, article_id: str) -> list[Quotation]:
        """Return the quotations of one article, in their order."""
        return self._of_articles[article_id][0]

    def claims_of(self, article_id: str) -> list[Claim]:
        """Return the claims of one article, in their order."""
        return self._of_articles[article_id][1]

    @cached_property
    def expressions(self) -> dict[str, TimeExpression]:
        """The time expressions by id."""
        return {expression.date_id: expression for expression in self.analysis.dates}

    @cached_property
    def disputes(self) -> dict[str, tuple[Discrepancy, ...]]:
        """The discrepancies in which each record, or event, is contested."""
        event_of = {mention.mention_id: mention.event_id for mention in self.analysis.events}
        found: dict[str, list[Discrepancy]] = defaultdict(list)
        for row in self.analysis.discrepancies:
            for identity in dict.fromkeys((row.subject, *contested_in(row, event_of))):
                found[identity].append(row)
        return {identity: tuple(rows) for identity, rows in found.items()}

    def origins(self, record_id: str, *, default: int = 1) -> int:
        """Return how many independent origins carry a record, as assessed."""
        assessment = self.assessments.get(record_id)
        return assessment.origins if assessment else default

    def english(self, names: Iterable[str]) -> list[str]:
        """Return actors by the names that the report calls them."""
        return list(dict.fromkeys(english(n, self.analysis.investigation) for n in names if n))

    def called(self, names: Iterable[str], *, nobody: str = "") -> str:
        """Return actors as they stand in a cell or label."""
        return listed(self.english(names)) or nobody or _("the newspaper itself")

    def who(self, names: Iterable[str], *, nobody: str = "") -> str:
        """Return actors as they stand in a sentence."""
        said = dict.fromkeys(self._in_sentence(name) for name in names if name)
        return listed(said) or nobody or _("the newspaper itself")

    def _in_sentence(self, name: str) -> str:
        if language() == SOURCE:
            return called_in_sentence(name, self.analysis.investigation)
        if name not in self._determined:
            self._determined[name] = with_article(name, (a.text for a in self.analysis.articles))
        return self._determined[name]

    @cached_property
    def _determined(self) -> dict[str, str]:
        return {}
