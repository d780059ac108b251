"""All that one article yields."""

from dataclasses import dataclass

from dossier.records.articles import Article
from dossier.records.expressions import Quantity, TimeExpression
from dossier.records.views import Attribution, Claim, Mention, Quotation, Statement


@dataclass(frozen=True, slots=True)
class Reading:
    """All that one article yields by itself, before articles are compared: a pure function of its text."""

    article: Article
    expressions: tuple[TimeExpression, ...] = ()
    quantities: tuple[Quantity, ...] = ()
    attributions: tuple[Attribution, ...] = ()
    mentions: tuple[Mention, ...] = ()
    claims: tuple[Claim, ...] = ()
    quotations: tuple[Quotation, ...] = ()
    statements: tuple[Statement, ...] = ()
    faults: tuple[str, ...] = ()  # sentences that a fault of ours left unread
    sentences: tuple[tuple[int, int], ...] = ()
