"""Which proposals are disagreements: one weighing for all comparators, fitted on checked affairs."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping

from dossier.disagreements.differences import Difference
from dossier.disagreements.passages import TWINS, Pair, Proposal
from dossier.lexicons import load_lexicon

LEAST = -0.1  # odds above which, on affairs left out of the fit, eight proposals of ten are right
OFTEN = 2  # differences that one sentence takes part in at most


def weigh(proposal: Proposal, pair: Pair) -> Mapping[str, float] | None:
    """Return all that speaks for and against *proposal*; nothing where its sentences are unknown."""
    one, other = pair.passage(proposal.difference.one), pair.passage(proposal.difference.other)
    if one is None or other is None:
        return None
    traits = {**pair.traits(one, other), **proposal.traits}
    if proposal.difference.mechanism == "answer" and traits.pop("one source"):
        traits["one who answers"] = 1
    return traits


def score(traits: Mapping[str, float]) -> float:
    """Return the logarithm of the odds that a proposal with *traits* is a disagreement."""
    if traits.get(TWINS):
        return math.inf
    fitted = load_lexicon("weights")
    weights = fitted["traits"]
    return float(fitted["constant"] + sum(weights.get(name, 0) * value for name, value in traits.items()))


def judge(pair: Pair, proposals: Iterable[Proposal]) -> Iterator[Difference]:
    """Yield the proposals that are more likely right than *LEAST*, the best one of two sentences alone."""
    found = [
        (score(traits), number, proposal.difference)
        for number, proposal in enumerate(proposals)
        if (traits := weigh(proposal, pair)) is not None
    ]
    places: Counter[tuple[str, int]] = Counter()
    seen = set()
    for odds, _, difference in sorted(found, key=lambda entry: (-entry[0], entry[1])):
        ends = [(side.article_id, side.sentence) for side in (difference.one, difference.other)]
        if odds <= LEAST or tuple(ends) in seen or any(places[end] >= OFTEN for end in ends):
            continue
        seen.add(tuple(ends))
        places.update(ends)
        yield difference
