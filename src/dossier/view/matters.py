"""Whether passages are on one matter, by the words of them that say something."""

import functools
import re
from collections import Counter
from collections.abc import Mapping, Sequence

from dossier.folding import without_accents
from dossier.lexicons import load_lexicon, word_set
from dossier.records import Article, Mention
from dossier.view.index import Index

_CONTENT, _STEM = 5, 6  # letters from which a word says something of a matter, and that it is told by
_SEVERAL = 3  # articles that share the words of their affair
_SHARED = 1 / 3  # of their words that two passages on one matter share


def stems(text: str) -> set[str]:
    """Return how the words of *text* begin that say something; none of time, none that any text has."""
    words = re.findall(rf"\w{{{_CONTENT},}}", without_accents(text.casefold()))
    return {word[:_STEM] for word in words if not {word, word.removesuffix("s")} & _any_text()}


def weigh_words(articles: Sequence[Article]) -> Mapping[str, int]:
    """Return the stems that half of *articles* have and what each weighs; those of a title weigh more.

    Of one or two articles nothing is known that way.
    """
    if len(articles) < _SEVERAL:
        return {}
    used = Counter(stem for article in articles for stem in stems(article.text))
    heads = (a.text[s.start : s.end] for a in articles for s in a.sections if s.kind == "title")
    titled = {stem for head in heads for stem in stems(head)}
    return {stem: 1 + (stem in titled) for stem, n in used.items() if n > 1 and 2 * n >= len(articles)}


def is_one_matter(one: set[str], other: set[str], least: int = 2) -> bool:
    """Tell whether passages with these stems, *least* of them in both, are likely on one matter."""
    shared = len(one & other)
    return shared >= least and shared >= _SHARED * min(len(one), len(other))


def surely_joined(index: Index, mentions: Sequence[Mention], date: str) -> tuple[Mention, ...]:
    """Return those of *mentions* that surely tell one event: all, where an investigation asks for kinds.

    Of a first draft those of the article that dates it so, and of others what is on its day and matter.
    """
    if not index.unasked:
        return tuple(mentions)
    first = next((m for m in mentions if m.date == date), mentions[0])
    own = _stems_of(index, first)
    return tuple(
        m
        for m in mentions
        if m.article_id == first.article_id
        or (m.date == date != "" and is_one_matter(own, _stems_of(index, m), 1))
    )


def _stems_of(index: Index, mention: Mention) -> set[str]:
    return stems(index.articles[mention.article_id].text[mention.sentence_start : mention.sentence_end])


@functools.cache
def _any_text() -> frozenset[str]:
    timed = map(without_accents, word_set("quantities", "time"))
    return frozenset((*load_lexicon("languages")["fr"].split(), *timed))
