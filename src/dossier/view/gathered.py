"""Records gathered for a page: places of evidence, quotations by speaker, disagreements by gravity."""

from collections import Counter
from collections.abc import Iterable

from dossier.disagreements.contests import is_contest
from dossier.i18n import _, capital
from dossier.names import is_document
from dossier.records import Article, Discrepancy, Quotation, Reuse
from dossier.view.labels import sentence_id
from dossier.view.model import Record, View
from dossier.words import CATEGORIES, PUBLICATIONS

Links = tuple[tuple[str, str], ...]  # words and the anchor they lead to


def places(view: View, records: Iterable[Record], *, short: bool = False) -> Links:
    """Return for each article among *records* its label, or *short*, linked to its first sentence there."""
    found: dict[str, str] = {}
    order = {name: place for place, name in enumerate(view.names)}
    for record in sorted(records, key=lambda r: order[r.article_id]):
        start, end = view.sentences(record.article_id, record.start, record.end)[0]
        name = view.names[record.article_id]
        found.setdefault(name.short if short else name.label, sentence_id(record.article_id, start, end))
    return tuple(found.items())


def speakers(view: View) -> dict[tuple[str, ...], list[Quotation]]:
    """Return the quotations of each speaker; speakers in the order of `CATEGORIES`, then by words quoted."""
    found: dict[tuple[str, ...], list[Quotation]] = {}
    for quotation in view.analysis.quotations:
        found.setdefault(quotation.speaker or ("not named",), []).append(quotation)
    order = list(CATEGORIES)
    return dict(
        sorted(
            found.items(),
            key=lambda item: (order.index(category_of(item[1])), -words_of(item[1]), item[0]),
        )
    )


def category_of(quotations: Iterable[Quotation]) -> str:
    """Return the category that a speaker's quotations give most often; a quoted text is a document."""
    quotations = list(quotations)
    if quotations and all(q.speaker and all(map(is_document, q.speaker)) for q in quotations):
        return "document"
    named = Counter(q.category for q in quotations if q.category in CATEGORIES and q.category)
    return named.most_common(1)[0][0] if named else ""


def role_of(quotations: Iterable[Quotation]) -> str:
    """Return the first role that *quotations* give, with the affiliation where it is not part of the role."""
    rows = list(quotations)
    role = next((q.role for q in rows if q.role), "")
    affiliation = next((q.affiliation for q in rows if q.affiliation), "")
    return role if affiliation.lower() in role.lower() else ", ".join(filter(None, (role, affiliation)))


def role_beside(view: View, name: str, french: str) -> str:
    """Return a role in words as it stands beside *name*; nothing where the name says it already."""
    role = view.role(french)
    said = view.called([name]).casefold()
    return "" if french.casefold() == name.casefold() or role.casefold() in said else role


def words_of(quotations: Iterable[Quotation]) -> int:
    """Return how many words *quotations* hold, each stretch of an article counted once."""
    return sum(len(text.split()) for text in {(q.article_id, q.start): q.text for q in quotations}.values())


def verbatim_words(quotations: Iterable[Quotation]) -> int:
    """Return how many of those words stand between quotation marks."""
    return words_of(q for q in quotations if q.kind != "indirect")


def sort_of(row: Discrepancy) -> str:
    """Return between whom *row* is: ``sources``, ``parties``, or ``claimants`` of two figures."""
    return row.between if is_contest(row) or row.severity == "revision" else "claimants"


def by_gravity(rows: Iterable[Discrepancy]) -> list[Discrepancy]:
    """Return discrepancies with conflicts before tensions before revisions, otherwise in their order."""
    order = {"conflict": 0, "tension": 1, "revision": 2}
    return sorted(rows, key=lambda row: order.get(row.severity, 3))


def shared_places(view: View, row: Reuse) -> Links:
    """Return links to the two sentences where a shared passage begins."""
    ends = ((row.article_a, row.start_a, row.end_a), (row.article_b, row.start_b, row.end_b))
    return tuple((view.labels[end[0]], sentence_id(end[0], *view.sentences(*end)[0])) for end in ends)


def basis_words(view: View, article: Article) -> str:
    """Return in words how an article's date is known, or why the article was refused."""
    if article.status != "ok":
        return _("refused: {reason}", reason=article.reason.rstrip("."))
    known = _(PUBLICATIONS[article.published.basis])
    reason = view.readable(_(article.published.reason)).rstrip(".")
    return f"{known}. {capital(reason)}" if reason else known
