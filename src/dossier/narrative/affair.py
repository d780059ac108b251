"""The passages that say most of an affair, in the words of its articles."""

from collections.abc import Container
from functools import partial

from dossier.i18n import _
from dossier.narrative.parts import fill, in_their_words, is_margin, unnamed
from dossier.records import Claim, Parts, Quotation
from dossier.view import View, figure_of

_MOST = 6  # passages told
_LONGEST = 3  # sentences of one


def most_telling(view: View, before: Container[tuple[str, int]]) -> list[Parts]:
    """Return the passages that say most of the affair, in the order of their days.

    Of those with a figure, a denial or what somebody said; none of whose sentences is told *before* or twice,
    nor one that leaves out of whom it speaks, or who says so.
    """
    rows: list[Claim | Quotation] = [c for c in view.analysis.claims if figure_of(c) or c.stance == "deny"]
    rows += [said for said in view.analysis.quotations if said.speaker]
    rows = [row for row in rows if row.section == "body" and not is_margin(row)]
    spans = {r: view.passage(r.article_id, r.start, r.end, partial(unnamed, view, r)) for r in rows}
    weights = {r: max(view.told_by(r.article_id, *span) for span in spans[r]) for r in rows}
    chosen, told = list[Claim | Quotation](), set[tuple[str, int]]()
    for row in sorted((r for r in rows if weights[r] >= view.least), key=lambda r: -weights[r]):
        own = [(row.article_id, start) for start, _end in spans[row]]
        words = view.articles[row.article_id].text[spans[row][0][0] : spans[row][-1][1]]
        fresh = len(chosen) < _MOST and not any(one in told or one in before for one in own)
        if fresh and len(own) <= _LONGEST and view.is_clear(words) and not unnamed(view, row, words):
            chosen.append(row)
            told |= {*own}
    return [fill(_("{claim}."), claim=words) for words in in_their_words(view, chosen)]
