"""Pairs of sentences of two articles, those that contradict each other and those that do not."""

import re
import tempfile
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import cached_property
from itertools import combinations
from pathlib import Path

import numpy as np

from dossier.disagreements.contrasts import nearness
from dossier.disagreements.passages import rarity_of
from dossier.evaluation import affairs
from dossier.investigation import Investigation
from dossier.pipeline import run
from dossier.pipeline.comparing import Sink
from dossier.records import Statement

_SENTENCE = re.compile(r"^([A-C])(\d+) +(.+)", re.MULTILINE)
_CONTRAST = re.compile(r"^([ABabxyc]) (.+)", re.MULTILINE)
_MARK = re.compile(r"^([XTE]) +([A-C]\d+) +([A-C]\d+)", re.MULTILINE)
_ANY = 0.15  # added to nearness, so that pairs with no word in common are drawn too
_FAVOURED = 1.5  # power of nearness: how much more often near pairs are drawn
_FEWEST = 4  # pairs drawn of an affair without a contradiction
Pair = tuple[int, int]


@dataclass
class Affair:
    """Sentences of a few articles, and by their numbers which contradict each other or only seem to."""

    name: str
    sentences: list[str] = field(default_factory=list)
    articles: list[str] = field(default_factory=list)
    differ: dict[Pair, set[str]] = field(default_factory=dict)  # with the differences that they show
    traps: set[Pair] = field(default_factory=set)
    count: int = 0  # of differences

    @cached_property
    def near(self) -> dict[Pair, float]:
        """How near each pair of sentences is, of one article too."""
        told = self.sentences
        rarity = rarity_of(told)
        return {(i, j): nearness(told[i], told[j], rarity) for i, j in combinations(range(len(told)), 2)}


def read_marked(folder: Path) -> Iterator[Affair]:
    """Yield the affairs of the text files of *folder*: sentences, each on a line of its own, and marks."""
    for block in (b for p in sorted(folder.glob("*.txt")) for b in p.read_text("utf-8").split("\n\n")):
        affair = Affair(block.split("\n", 1)[0])
        numbers: dict[str, int] = {}
        for article, number, text in _SENTENCE.findall(block):
            numbers[article + number] = len(affair.sentences)
            affair.sentences.append(text.strip())
            affair.articles.append(article)
        for mark, one, other in _MARK.findall(block):
            low, high = sorted((numbers[one], numbers[other]))
            if mark == "X":
                affair.differ[low, high] = {f"{low}-{high}"}
            else:
                affair.traps.add((low, high))
        affair.traps -= affair.differ.keys()
        affair.count = len(affair.differ)
        if affair.sentences:
            yield affair


def read_contrasts(path: Path) -> Iterator[dict[str, str]]:
    """Yield the entries of the contrast set: ``A`` and ``B`` contradict each other, the rest is made of them.

    ``a`` and ``b`` say the same as they, ``x`` and ``y`` are nearly the same words with one thing contrary,
    ``c`` shares words with both and contradicts neither.
    """
    for block in path.read_text("utf-8").split("\n\n"):
        yield dict(_CONTRAST.findall(block))


def read_gold(folder: Path, asked: Investigation) -> Iterator[Affair]:
    """Yield the annotated affairs of *folder* with the sentences that the software reads in them."""
    for gold in affairs.read_affairs(folder):
        rows: list[Statement] = []
        with tempfile.TemporaryDirectory() as work:
            sink = Sink(lambda part: rows.extend(part.get("statements", ())))  # noqa: B023
            readings = run(gold.folder, asked, sink, work=Path(work), jobs=1)
            texts = {reading.article.article_id: reading.article.text for reading in readings}
        places = list(dict.fromkeys((s.article_id, s.sentence_start, s.sentence_end) for s in rows))
        made = Affair(gold.name, [texts[a][s:e] for a, s, e in places], [a for a, _, _ in places])
        for difference in gold.content["discrepancies"]:
            ends = [(p.get("value") or p["text"], _standing(p, places)) for p in difference["passages"]]
            for pair in _pairs((v, i) for v, found in ends for i in found):
                made.differ.setdefault(pair, set()).add(difference["id"])
        for trap in gold.content["traps"]:
            made.traps |= set(
                _pairs((n, i) for n, p in enumerate(trap["passages"]) for i in _standing(p, places))
            )
        made.traps -= made.differ.keys()
        made.count = len(gold.content["discrepancies"])
        yield made


def _standing(passage: dict[str, object], places: list[tuple[str, int, int]]) -> list[int]:
    spot = affairs.place_of(passage)
    return [n for n, place in enumerate(places) if affairs.shared(spot, place) > 0]


def _pairs(ends: Iterable[tuple[object, int]]) -> Iterator[Pair]:
    for (value, i), (another, j) in combinations(tuple(ends), 2):
        if value != another and i != j:
            yield min(i, j), max(i, j)


def draw(found: Iterable[Affair], others: int, chance: np.random.Generator) -> list[tuple[str, str, bool]]:
    """Return all contradictions and traps of *found*, and so many *others* for each contradiction."""
    drawn = []
    for affair in found:
        known = [*((pair, True) for pair in affair.differ), *((pair, False) for pair in affair.traps)]
        near = {p: v for p, v in affair.near.items() if p not in affair.differ and p not in affair.traps}
        if near:
            weights = (np.array(list(near.values())) + _ANY) ** _FAVOURED
            number = min(max(_FEWEST, others * len(affair.differ)), len(near))
            rest = chance.choice(len(near), number, replace=False, p=weights / weights.sum())
            pairs = list(near)
            known += [(pairs[n], False) for n in rest]
        drawn += [(affair.sentences[i], affair.sentences[j], label) for (i, j), label in known]
    return drawn
