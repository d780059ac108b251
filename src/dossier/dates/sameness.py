"""Do two dated passages speak of the same event? Their rare words in common tell."""

import datetime as dt
import functools
import re
from collections import defaultdict
from dataclasses import dataclass, field

from dossier.dates.units import fold_word
from dossier.lexicons import load_lexicon, months, word_set

STEM = 6  # letters: enough to bring "ratifié" and "ratification" together
WINDOW = 110  # characters on each side of the date: its clause rather than the whole of a long sentence
ENOUGH = 1.5  # shared stems, each weighed by how rare it is
MARGIN = 1.3  # the best day has to score so many times the next
COMMON = 400  # a stem in more passages than this tells nothing
_WORD = re.compile(r"[^\W\d_]{4,}")


@dataclass(frozen=True, slots=True)
class Passage:
    """The words of a date, the sentence around it, and where they stand in it."""

    text: str
    sentence: str
    place: int

    @property
    def near(self) -> str:
        """The part of the sentence close to the date."""
        return self.sentence[max(0, self.place - WINDOW) : self.place + len(self.text) + WINDOW]


@functools.cache
def _unspecific() -> frozenset[str]:
    words = [*load_lexicon("dates")["weekdays"], *months()]
    return frozenset(fold_word(word)[:STEM] for word in words)


def stems(text: str) -> dict[str, bool]:
    """Return the stems of the content words of *text*, and whether each is a name.

    Names of days and months tell nothing here. The first word of *text* does not count as a name.
    """
    found: dict[str, bool] = {}
    for match in _WORD.finditer(text):
        word = fold_word(match.group())
        stem = word[:STEM]
        if word not in word_set("languages", "fr") and stem not in _unspecific():
            name = match.start() > 0 and match.group()[0].isupper()
            found[stem] = found.get(stem, True) and name
    return found


@dataclass(slots=True)
class Index:
    """Dated passages by their stems."""

    passages: list[tuple[dt.date, str, Passage, dict[str, bool]]] = field(default_factory=list)
    by_stem: dict[str, list[int]] = field(default_factory=lambda: defaultdict(list))

    def add(self, day: dt.date, article_id: str, passage: Passage) -> None:
        """Add a passage of *article_id* that is about *day*."""
        found = stems(passage.near)
        for stem in found:
            self.by_stem[stem].append(len(self.passages))
        self.passages.append((day, article_id, passage, found))

    def find(
        self, passage: Passage, context: dict[str, bool], days: range
    ) -> tuple[dt.date, str, Passage, int] | None:
        """Return the passage about one of *days* (ordinals) that speaks of the event of *passage*, or None.

        With it, how many words that are no names stand in both.

        Both must share a word that is no name and stands in *passage* itself, and a name, which may stand
        anywhere in its article (*context*: the stems of all of it). A stem counts in full when it stands in
        *passage*, by half when only its article has it; the best day has to stand out from all others.
        """
        own = stems(passage.near)
        rare = [stem for stem in own if 0 < len(self.by_stem.get(stem, ())) <= COMMON]
        places = {place for stem in rare for place in self.by_stem[stem]}
        best: dict[dt.date, tuple[float, int]] = {}
        for place in sorted(place for place in places if self.passages[place][0].toordinal() in days):
            day, _, _, theirs = self.passages[place]
            word = any(not theirs[stem] and not own[stem] for stem in own.keys() & theirs.keys())
            name = any(theirs[stem] for stem in context.keys() & theirs.keys())
            weights = {stem: 1.0 if stem in own else 0.5 for stem in theirs if stem in own or stem in context}
            score = sum(weight * self._rarity(stem) for stem, weight in weights.items())
            if score >= ENOUGH and word and name and score > best.get(day, (0.0, 0))[0]:
                best[day] = (score, place)
        ranked = sorted(best.values(), key=lambda pair: (-pair[0], pair[1]))
        if not ranked or (len(ranked) > 1 and ranked[0][0] < MARGIN * ranked[1][0]):
            return None
        day, article_id, other, theirs = self.passages[ranked[0][1]]
        return day, article_id, other, sum(not (theirs[s] or own[s]) for s in own.keys() & theirs.keys())

    def _rarity(self, stem: str) -> float:
        share = len(self.by_stem[stem]) / max(1, len(self.passages))
        return 1.0 if share < 0.2 else 0.6 if share < 0.5 else 0.3
