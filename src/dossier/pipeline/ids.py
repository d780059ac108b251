"""Ids that records of two places share by chance: found among millions, and made longer where they meet."""

from collections.abc import Collection, Iterable, Iterator
from itertools import chain

import numpy as np
from numpy.typing import NDArray

from dossier.records import Reading, identity, lengthened
from dossier.storage import each_text, from_plain, short_hash, to_plain

Hashes = NDArray[np.uint64]


def hashes_of(reading: Reading) -> list[int]:
    """Return the ids of all records of *reading*, as hashes."""
    return [short_hash(own) for own in _ids(reading)]


def shared(hashes: Iterable[Hashes]) -> Hashes:
    """Return those of *hashes* that stand there more than once, in their order."""
    found, times = np.unique(np.concatenate([np.empty(0, np.uint64), *hashes]), return_counts=True)
    return found[times > 1]


def part_ids(reading: Reading, met: Collection[int]) -> Reading:
    """Return *reading*, those of its ids longer whose hashes are in *met*."""
    named = reading.article.article_id
    longer = {i: lengthened(i, named) for i in _ids(reading) if short_hash(i) in met} if met else {}
    if not longer:
        return reading
    parted: Reading = from_plain(Reading, each_text(to_plain(reading), lambda text: longer.get(text, text)))
    return parted


def _ids(reading: Reading) -> Iterator[str]:
    own = (reading.expressions, reading.statements, reading.mentions, reading.claims, reading.quotations)
    return map(identity, chain.from_iterable(own))
