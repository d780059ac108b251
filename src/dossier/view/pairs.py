"""What nobody vouches for is no difference: two passages that the program alone set side by side."""

from collections.abc import Iterable

from dossier.disagreements.differences import WHY_COMPARED
from dossier.i18n import _
from dossier.records import Claim, Discrepancy, Mention, identity
from dossier.view.answers import Passage
from dossier.view.figures import figure_of
from dossier.view.index import Index
from dossier.view.labels import name_sources
from dossier.view.speech import shortened
from dossier.view.told import telling

_SHORT = 80  # characters of a passage in a title


def why_compared(row: Discrepancy) -> str:
    """Return why the program set the passages of *row* side by side; empty where few such rows are right."""
    return next((_(why) for reason, why in WHY_COMPARED.items() if row.reason in (reason, _(reason))), "")


def sides_of(row: Discrepancy, told: Iterable[Passage]) -> list[list[Passage]]:
    """Return the passages *told* of *row* by what they say: a day, a property, a figure, an answer."""
    sides: dict[str, list[Passage]] = {}
    for record in {(r.article_id, r.start, r.end): r for r in told}.values():
        sides.setdefault(_side(row, record), []).append(record)
    return list(sides.values())


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


def set_beside(index: Index, row: Discrepancy, sides: Iterable[list[Passage]], *, whole: bool = False) -> str:
    """Return the topic of *row*, if it has one, and of each of its *sides* a sentence, or its first words."""
    topics = {topic.key: topic.label for topic in index.analysis.investigation.topics}
    names = name_sources(index.analysis.articles)
    told = (
        _("“{words}” ({who})", words=words if whole else shortened(words, _SHORT), who=names[article].label)
        for article, words in ((side[0].article_id, telling(index, side[0])) for side in sides)
    )
    return _(": ").join((*([topics[row.subject]] if row.subject in topics else ()), " – ".join(told)))
