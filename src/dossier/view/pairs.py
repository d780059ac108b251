"""What nobody vouches for is no difference: two passages that the program alone set side by side."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from dossier.disagreements.differences import WHY_COMPARED
from dossier.disagreements.passages import telling_roots
from dossier.i18n import _
from dossier.records import Claim, Discrepancy, Mention, Quotation, Statement, identity
from dossier.view.answers import Passage
from dossier.view.figures import figure_of
from dossier.view.index import Index
from dossier.view.speech import shortened
from dossier.view.told import telling

_SHORT = 80  # characters of a passage in a title


def why_compared(row: Discrepancy) -> str:
    """Return why the program set the passages of *row* side by side; empty where few such rows are right."""
    return next(
        (
            _(why)
            for reason, (why, only) in WHY_COMPARED.items()
            if row.reason in (reason, _(reason)) and only in ("", row.between)
        ),
        "",
    )


def sides_of(row: Discrepancy, told: Iterable[Passage]) -> list[list[Passage]]:
    """Return the passages *told* of *row* by what they say: a day, a property, a figure, an answer."""
    sides: dict[str, list[Passage]] = {}
    for record in {(r.article_id, r.start, r.end): r for r in told}.values():
        sides.setdefault(_side(row, record), []).append(record)
    return list(sides.values())


def shown_of(index: Index, sides: Sequence[list[Passage]]) -> list[Passage]:
    """Return what of *sides* is printed: of each the first with its sentence, and what other articles say."""
    firsts = [side[0] for side in sides]
    spans = {span for one in firsts for span in _sentences(index, one)}
    articles = {one.article_id for one in firsts}
    told = (record for side in sides for record in side)
    return [r for r in told if r.article_id not in articles or spans & _sentences(index, r)]


def _sentences(index: Index, record: Passage) -> set[tuple[str, int, int]]:
    spans = index.sentences(record.article_id, record.start, record.end)
    return {(record.article_id, *span) for span in spans}


def _facing(index: Index, record: Passage, others: frozenset[str]) -> Passage:
    """Return of *record* the sentence that has most of the words of *others*: "Quoi ! | Il ne nage pas"."""
    text = index.articles[record.article_id].text
    spans = index.sentences(record.article_id, record.start, record.end)
    start, end = max(spans, key=lambda span: len(telling_roots(text[slice(*span)]) & others))
    return replace(record, start=max(start, record.start), end=min(end, record.end))


def _side(row: Discrepancy, record: Passage) -> str:
    if row.sides:
        return str(row.sides[row.records.index(identity(record))])
    if isinstance(record, Mention):
        values = {"sequence": record.event_id, "date": record.date}
        return values.get(row.kind, f"{record.attributes}")
    if isinstance(record, Claim):
        figure = row.kind != "stance" and figure_of(record)
        return f"{record.low} {record.high} {record.comparator}" if figure else record.stance
    return identity(record)


def set_beside(
    index: Index,
    row: Discrepancy,
    sides: Sequence[list[Passage]],
    labels: Mapping[str, str],
    *,
    most: int = _SHORT,
) -> str:
    """Return the topic of *row*, if it has one, and who tells each of its *sides*, with *most* letters of it.

    *labels* says how each article is cited. What somebody says stands with his name, where its words
    do not give it.
    """
    topics = {topic.key: topic.label for topic in index.analysis.investigation.topics}
    firsts = [side[0] for side in sides]
    told = []
    for one in firsts:
        others = frozenset().union(*(telling_roots(o.text) for o in firsts if o is not one))
        words = telling(index, _facing(index, one, others))
        given, around = _speakers(one), index.by_context.get(identity(one), ())
        named = [name for name in given or around if not (most and name.split()[-1] in words)]
        speaker = index.who(named) if given else _("by the context {who}", who=index.who(named))
        who = ", ".join((*([speaker] if named else ()), labels[one.article_id]))
        told.append(_("“{words}” ({who})", words=shortened(words, most), who=who) if most else who)
    return _(": ").join((*([topics[row.subject]] if row.subject in topics else ()), " – ".join(told)))


def _speakers(record: Passage) -> tuple[str, ...]:
    if isinstance(record, Statement):
        return tuple(filter(None, record.source.split(" > ")[-1].split("|")))
    return record.speaker if isinstance(record, Quotation) else ()
