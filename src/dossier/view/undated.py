"""Which happenings without a day a book tells: what an article begins with, and what two articles tell."""

from collections import defaultdict
from collections.abc import Iterator
from itertools import islice

from dossier.events import STATEMENT, is_undated
from dossier.records import Mention, Statement
from dossier.view.index import Index


def told_mentions(index: Index) -> tuple[Mention, ...]:
    """Return the mentions that a book tells: the dated ones, and those that open an article or stand in two.

    What joins a dated event is told by the mentions that date it; a noun alone tells nothing.
    """
    mentions = index.analysis.events
    dated = {mention.event_id for mention in mentions if not is_undated(mention)}
    articles: dict[str, set[str]] = defaultdict(set)
    for mention in mentions:
        if _tells(index, mention):
            articles[mention.event_id].add(mention.article_id)
    several = {event_id for event_id, telling in articles.items() if len(telling) > 1}
    wanted = (several | set(_leads(index))) - dated
    return tuple(m for m in mentions if not is_undated(m) or (m.event_id in wanted and _tells(index, m)))


def _leads(index: Index) -> Iterator[str]:
    """Yield the event that the first sentence of each article tells, where nothing in it has a day."""
    bodies = {
        name: section.start
        for name, article in index.articles.items()
        for section in article.sections[::-1]
        if section.kind == "body"
    }
    first: dict[str, int] = {}
    for name, start, _ in index.analysis.sentences:
        if name in bodies and start >= bodies[name]:
            first.setdefault(name, start)
    opening: dict[str, list[Mention]] = defaultdict(list)
    for mention in index.analysis.events:
        if mention.sentence_start == first.get(mention.article_id):
            opening[mention.article_id].append(mention)
    for name, mentions in opening.items():
        begin = min((told.start for told in index.statements_of(name, first[name])), default=0)
        main = (m for m in mentions if _tells(index, m) and _is_main(index.statements[m.statement_id], begin))
        if all(is_undated(m) or m.label == STATEMENT for m in mentions):
            yield from (mention.event_id for mention in islice(main, 1))


def _tells(index: Index, mention: Mention) -> bool:
    """Return whether a clause tells the undated *mention* as done or to come, who or what before its verb."""
    own = index.statements.get(mention.statement_id)
    if own is None or not is_undated(mention) or mention.status not in ("reported", "planned"):
        return False
    before = own.text[: max(0, own.predicate_start - own.start)].casefold()
    names = (*own.agent, *own.patient)
    named = any(name.split()[-1].casefold() in before for name in names) if names else bool(before)
    return bool(own.phase) and named and mention.start <= own.predicate_start < mention.end


def _is_main(own: Statement, begin: int) -> bool:
    """Return whether *own* is the main clause of a sentence whose first begins at *begin*, or words said."""
    return bool(own.source) or own.start == begin
