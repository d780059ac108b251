"""The figures that sentences tell, and sentences of the articles, for a report in their language."""

from collections import defaultdict
from collections.abc import Iterable

from dossier.i18n import _, quoted
from dossier.narrative.parts import cited, fill
from dossier.records import Claim, Part, Parts
from dossier.syntax.vocabulary import vocabulary
from dossier.view import View, figure_of
from dossier.view.speech import balanced

Span = tuple[int, int]


def claimed_figures(view: View, topic: str) -> list[Claim]:
    """Return the figures on *topic* that somebody claims in body text, in the order of their days."""
    rows = (c for c in view.analysis.claims if c.topic == topic and figure_of(c) and c.claimant)
    return sorted((c for c in rows if c.section == "body"), key=view.order)


def is_margin(claim: Claim) -> bool:
    """Tell whether a figure says by how much another differs: "33 de plus que les 270"."""
    return claim.change in ("more", "fewer")


def in_their_words(view: View, claims: Iterable[Claim]) -> tuple[Parts, ...]:
    """Return the sentences that hold *claims*, whole, those that follow each other as one passage.

    Before a sentence that points back ("ces suppressions") stands the one before it in its paragraph.
    """
    held: dict[str, dict[Span, list[Claim]]] = defaultdict(dict)
    for claim in sorted(claims, key=lambda c: (view.articles[c.article_id].published.date, c.start)):
        for span in _pointed_to(view, claim.article_id, claim.start, claim.end):
            held[claim.article_id].setdefault(span, []).append(claim)
    found = []
    for article_id, spans in held.items():
        text = view.articles[article_id].text
        runs: list[tuple[Span, list[Claim]]] = []
        for (start, end), rows in sorted(spans.items()):
            follows = runs and text[runs[-1][0][1] : start] in ("", " ")
            (first, _end), before = runs.pop() if follows else ((start, end), [])
            runs.append(((first, end), [*before, *rows]))
        found += [_quoted(view, " ".join(text[start:end].split()), rows) for (start, end), rows in runs]
    return tuple(found)


def _quoted(view: View, words: str, claims: list[Claim]) -> Parts:
    records = tuple(dict.fromkeys(claim.claim_id for claim in claims))
    said = Part(quoted(balanced(words.lstrip("-–— "))), "", "fr", records)
    return fill(_("{figure}{sources}"), figure=said, sources=cited(view, claims))


def _pointed_to(view: View, article_id: str, start: int, end: int) -> tuple[Span, ...]:
    """Return the sentences that hold *start* to *end*, and before them those to which they point."""
    spans = view.sentences(article_id, start, end)
    text, first = view.articles[article_id].text, spans[0][0]
    points = vocabulary("demonstratives") | vocabulary("plural_demonstrative")
    if (
        not points & set(text[first : spans[-1][1]].casefold().split())
        or first < 1
        or text[first - 1] == "\n"
    ):
        return spans
    return (*_pointed_to(view, article_id, first - 1 - (text[first - 1] == " "), first), *spans)
