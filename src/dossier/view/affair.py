"""What an affair is about: the one measure of how much a sentence or a record says of it."""

import math
import re
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from dossier.blocks import gathered
from dossier.disagreements.passages import rarity_of, telling_roots
from dossier.lexicons import load_lexicon
from dossier.syntax.marks import MARKED
from dossier.syntax.vocabulary import vocabulary
from dossier.view.carried import Carried
from dossier.view.leaning import leans

_SEVERAL = 3  # articles that share the words of their affair
_HEAD = 2  # how much more a word tells that stands in a title
_NAMED = re.compile(r"[\w’',;] +[A-ZÀ-Ý]\w")
_SHARED = 1 / 3  # of their words that two passages on one matter share


@dataclass(frozen=True)
class Affair(Carried):
    """An analysis with what its articles tell together.

    A word is of the affair where several articles have it: the more, the more of them, in a title, and the
    fewer sentences have it. Of one or two articles nothing is known that way.
    """

    @cached_property
    def bodies(self) -> Mapping[str, list[tuple[int, int]]]:
        """The sentences of the body of each article."""
        rows = sorted(self.analysis.sentences)
        body = (row for row in rows if self.articles[row[0]].section_at(row[1]) == "body")
        return gathered((name, (start, end)) for name, start, end in body)

    @cached_property
    def rarity(self) -> Mapping[str, float]:
        """How much a word tells by itself, by its root: up to 3, the more, the fewer sentences have it."""
        return rarity_of(
            [self.articles[a].text[slice(*span)] for a, own in self.bodies.items() for span in own]
        )

    @cached_property
    def weights(self) -> Mapping[str, float]:
        """What a word of the affair weighs, by its root; empty where too few articles tell of it."""
        others = len(self.articles) - 1
        if others + 1 < _SEVERAL:
            return {}
        titles = ((a, s) for a in self.articles.values() for s in a.sections if s.kind == "title")
        heads = telling_roots(" ".join(a.text[s.start : s.end] for a, s in titles))
        held = Counter(root for a in self.articles.values() for root in telling_roots(a.text))
        return {
            root: (n - 1) / others * (_HEAD if root in heads else 1) * self.rarity.get(root, 1)
            for root, n in held.items()
            if n > 1
        }

    def weight(self, words: str) -> float:
        """Return what the words of the affair in *words* weigh together."""
        return math.fsum(self.weights.get(root, 0) for root in telling_roots(words))

    def told_by(self, article_id: str, start: int, end: int) -> float:
        """Return how much a stretch of an article says of the affair: twice as much where it begins."""
        (first, _end), *_others = self.bodies.get(article_id, [(0, 0)])
        text = self.articles[article_id].text
        return self.weight(text[start:end]) * (2 - max(0, start - first) / (len(text) - first))

    @cached_property
    def least(self) -> float:
        """From how much on a sentence is about the affair: what its sentences say of it on the average."""
        told = [self.told_by(name, *span) for name, own in self.bodies.items() for span in own]
        return math.fsum(told) / max(1, len(told))

    def is_clear(self, words: str) -> bool:
        """Tell whether *words* name of whom they speak; "je", "nos lecteurs" and a paper do not."""
        for outlet in sorted({article.outlet for article in self.articles.values()} - {""}):
            words = words.replace(outlet, "")
        own = re.findall(r"\w+'?", MARKED.sub(" ", words.replace("’", "'")).casefold())
        opens = set(own[:1]) & set(load_lexicon("sources")["first_person"])
        return not (opens or vocabulary("first_person", "of_the_paper") & {*own} or is_of_somebody(words))


def is_of_somebody(words: str) -> bool:
    """Tell whether *words* leave to others of whom they speak: "« Oui », dit-il", "En 2019, à Dole, il …"."""
    keys = ("personal_subjects", "strong_pronouns", "locative")
    pronouns, strong, at = ("|".join(vocabulary(key)) for key in keys)
    by = "|".join(load_lexicon("sources")["prepositions"])
    said = re.search(rf"\w-(?:t-)?(?:{pronouns})\b|\b(?i:{by}) (?:{strong})\b", words)
    ahead = re.match(rf"\W*(?i:{at}) [^,«»]{{,30}}, (?:[^,«»]{{,30}}, )?(?:{pronouns}) ", words)
    return leans(words) or bool(ahead or (said and not _NAMED.search(words)))


def is_one_matter(one: frozenset[str], other: frozenset[str], least: int = 2) -> bool:
    """Tell whether passages with these roots, *least* of them in both, are likely on one matter."""
    shared = len(one & other)
    return shared >= least and shared >= _SHARED * min(len(one), len(other))
