"""Items by key; stretches of an article by place, each filed under the blocks of text it reaches into."""

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Iterator
from itertools import chain
from typing import Generic, TypeVar

_SIZE = 2048  # characters of text that share one list
Item = TypeVar("Item")
Key = TypeVar("Key")


def gathered(pairs: Iterable[tuple[Key, Item]]) -> dict[Key, list[Item]]:
    """Return the items of *pairs* by key, in their order; under any other key stands an empty list."""
    found: dict[Key, list[Item]] = defaultdict(list)
    for key, item in pairs:
        found[key].append(item)
    return found


def connected(items: Iterable[Item], ends: Callable[[Item], Iterable[Hashable]]) -> list[list[Item]]:
    """Return *items* in groups that share one of their *ends*, in the order of their first members."""
    group_of: dict[Hashable, list[Item]] = {}
    for item in items:
        groups = {id(g): g for end in ends(item) if (g := group_of.get(end))}
        joined, *others = groups.values() or ([],)
        moved = [*chain.from_iterable(others), item]
        joined += moved
        for member in moved:
            group_of |= dict.fromkeys(ends(member), joined)
    return list({id(group): group for group in group_of.values()}.values())


class Blocks(Generic[Item]):
    """An index of items by their stretch of text; a look-up costs what stands in its blocks."""

    def __init__(self, items: Iterable[tuple[int, int, Item]]) -> None:
        self._blocks: dict[int, list[tuple[int, int, Item]]] = {}
        for start, end, item in items:
            for block in range(start // _SIZE, end // _SIZE + 1):
                self._blocks.setdefault(block, []).append((start, end, item))

    def meeting(self, start: int, end: int) -> Iterator[Item]:
        """Yield each item whose stretch meets *start* to *end*, once."""
        for block in range(start // _SIZE, end // _SIZE + 1):
            for first, last, item in self._blocks.get(block, ()):
                if first < end and start < last and block == max(first, start) // _SIZE:
                    yield item

    def covering(self, start: int, end: int) -> Iterator[Item]:
        """Yield each item whose stretch holds *start* to *end*, once."""
        for first, last, item in self._blocks.get(start // _SIZE, ()):
            if first <= start and end <= last:
                yield item
