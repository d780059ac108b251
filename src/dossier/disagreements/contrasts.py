"""Sentences of two articles that may contradict each other: near by their words, weighed by the network."""

import math
from collections.abc import Iterable, Mapping
from itertools import combinations

from dossier.contradictions import contradict
from dossier.disagreements.passages import rarity_of, telling_roots
from dossier.records import Article, Contrast, Statement

NEAREST = 60  # pairs of a book that are weighed
_ARTICLES = 40  # with more of them so few pairs are too few
_LEAST = -0.5  # what must speak for a contradiction


def nearness(one: str, other: str, rarity: Mapping[str, float]) -> float:
    """Return the weight of the words that two sentences share, less where it is a small part of both."""
    first, second = telling_roots(one), telling_roots(other)
    common, whole = (math.fsum(rarity[root] for root in some) for some in (first & second, first | second))
    return common and common * math.sqrt(math.sqrt(common / whole))


def find_contrasts(articles: Iterable[Article], statements: Iterable[Statement]) -> tuple[Contrast, ...]:
    """Return the sentences of two *articles* that may contradict each other, the likeliest first.

    Of a book of many articles none: what lies nearest there is too small a part. In the 102 affairs of
    ``tests/gold/affairs_held_out`` 70 of the 229 pairs that a book takes of these are on a difference: 60
    in 349 that no comparator finds. What must speak for it was chosen on every fifth affair of
    ``tests/gold/affairs``.
    """
    texts = {article.article_id: article.text for article in articles if article.text}
    if len(texts) > _ARTICLES:
        return ()
    places = sorted(
        {(s.article_id, s.sentence_start, s.sentence_end) for s in statements if s.section == "body"}
    )
    told = {place: texts[place[0]][place[1] : place[2]] for place in places}
    rarity = rarity_of(told.values())
    near = [
        (nearness(told[one], told[other], rarity), one, other)
        for one, other in combinations(places, 2)
        if one[0] != other[0] and telling_roots(told[one]) != telling_roots(told[other])
    ]
    nearest = [(one, other) for weight, one, other in sorted(near, reverse=True)[:NEAREST] if weight]
    scores = contradict([(told[one], told[other]) for one, other in nearest])
    found = (Contrast(*pair, score) for pair, score in zip(nearest, scores, strict=True) if score >= _LEAST)
    return tuple(sorted(found, key=lambda contrast: -contrast.score))
