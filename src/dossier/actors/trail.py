"""Who is named where in an article."""

import bisect
from collections.abc import Sequence


class Trail:
    """Who is named where, in the order of the text."""

    def __init__(self) -> None:
        self._places: list[int] = []
        self._names: list[str] = []
        self._known: list[int] = []  # how many different names stand up to each place
        self._seen: set[str] = set()

    def add(self, place: int, name: str) -> None:
        """Note that *name* stands at the file offset *place*, behind all that are known."""
        self._seen.add(name)
        self._places.append(place)
        self._names.append(name)
        self._known.append(len(self._seen))

    def until(self, place: int) -> list[tuple[int, str]]:
        """Return what is named before the file offset *place*, and where."""
        return list(zip(self._places, self._names, strict=True))[: bisect.bisect_left(self._places, place)]

    def before(self, place: int, most: int, said: Sequence[tuple[int, int]] = ()) -> dict[str, int]:
        """Return the *most* names nearest before the file offset *place*, and where, the nearest first.

        What stands within the spans *said* does not count.
        """
        found: dict[str, int] = {}
        last = bisect.bisect_left(self._places, place) - 1
        for i in range(last, -1, -1):
            if not any(start <= self._places[i] < end for start, end in said):
                found.setdefault(self._names[i], self._places[i])
            if len(found) == min(most, self._known[last]):
                break
        return found
