"""All rules together, and the scan of a text by them."""

import re
from collections.abc import Iterator

from dossier.dates import days, lengths, relative, stretches
from dossier.dates.match import Found, Match
from dossier.dates.units import read_units

# Tried in this order at each place; the first that builds something wins.
RULES = [rule for module in (days, stretches, relative, lengths) for rule in module.RULES.rules]
_ANYWHERE = re.compile("|".join(re.sub(r"\(\?P<\w+>", "(?:", pattern.pattern) for pattern, _ in RULES))


def find_in(text: str) -> Iterator[Found]:
    """Yield the temporal expressions of the folded *text*, from left to right, none overlapping another."""
    units = read_units(text)
    classes = "".join(unit.kind for unit in units)
    place = 0
    while candidate := _ANYWHERE.search(classes, place):
        place = candidate.start()
        for pattern, builder in RULES:
            match = pattern.match(classes, place)
            built = builder(Match(text, units, match)) if match else None
            if match and built:
                first, last = match.span("t")
                yield Found(units[first].start, units[last - 1].end, *built)
                place = last
                break
        else:
            place += 1
