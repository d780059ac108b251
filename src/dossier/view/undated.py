"""Which happenings without a day a book tells: what an article begins with, and what two articles tell."""

from collections import defaultdict
from collections.abc import Iterator
from itertools import islice

from dossier.events import STATEMENT, is_undated
from dossier.records import Mention, Statement
from dossier.view.index import Index

OTHER = "other"  # the type of an event that the investigation does not ask for


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
    """Yield the event that the first sentence of each article tells, where nothing in it has a day.

    And what its title and the paragraphs of its first two sentences tell of a kind that is asked for.
    """
    paragraphs = {
        name: [section for section in article.sections if section.kind == "body"]
        for name, article in index.articles.items()
    }
    starts: dict[str, list[int]] = defaultdict(list)
    for name, start, _ in index.analysis.sentences:
        if paragraphs.get(name) and start >= paragraphs[name][0].start:
            starts[name].append(start)
    first = {name: places[0] for name, places in starts.items()}
    heads = {
        name: next((p.end for p in paragraphs[name] if p.end > places[:2][-1]), 0)
        for name, places in starts.items()
    }
    opening: dict[str, list[Mention]] = defaultdict(list)
    asked: dict[tuple[str, str], list[Mention]] = defaultdict(list)
    for mention in index.analysis.events:
        name = mention.article_id
        if mention.sentence_start == first.get(name):
            opening[name].append(mention)
        if mention.type != OTHER and mention.end <= heads.get(name, 0):
            asked[name, mention.type].append(mention)
    for mentions in asked.values():
        if all(map(is_undated, mentions)):
            yield from (mention.event_id for mention in mentions if _tells(index, mention))
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
    begin = own.start if mention.type == OTHER else mention.sentence_start  # "PSA va | supprimer 300 postes"
    before = index.articles[mention.article_id].text[begin : own.predicate_start].casefold()
    names = (*own.agent, *own.patient)
    named = any(name.split()[-1].casefold() in before for name in names) if names else bool(before)
    return bool(own.phase) and named and mention.start <= own.predicate_start < mention.end


def _is_main(own: Statement, begin: int) -> bool:
    """Return whether *own* is the main clause of a sentence whose first begins at *begin*, or words said."""
    return bool(own.source) or own.start == begin
