"""What is French in the report's own sentences: names, looked up by their first word, and what is quoted."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping

from dossier.analysis import Analysis
from dossier.names import known_english

_WORD = re.compile(r"\w+")
_FRENCH = re.compile(r"(?<=“)(?P<quoted>[^”]+)|\w+")


def french_names(analysis: Analysis) -> set[str]:
    """Return the names of those who speak, claim or act that have no English form."""
    said = [claim.claimant for claim in analysis.claims] + [q.speaker for q in analysis.quotations]
    done = [(*event.actors, *event.attributed_to.split("|")) for event in analysis.events]
    every = {name for row in (*said, *done) for name in row if name}
    return {name for name in every if not known_english(name, analysis.investigation)}


def by_first_word(names: Iterable[str]) -> dict[str, tuple[str, ...]]:
    """Return *names* by their first word, longer ones first."""
    found: dict[str, tuple[str, ...]] = {}
    for name in sorted(names, key=lambda name: (-len(name), name)):
        if first := _WORD.match(name):
            found[first.group()] = (*found.get(first.group(), ()), name)
    return found


def find_french(text: str, names: Mapping[str, tuple[str, ...]]) -> Iterator[tuple[int, int]]:
    """Yield where one of *names*, or what stands between “ and ”, stands in *text*."""
    end = 0
    for match in _FRENCH.finditer(text):
        start, last = match.span()
        if start < end:
            continue
        if not match["quoted"]:
            known = names.get(match.group(), ())
            ends = (start + len(name) for name in known if text.startswith(name, start))
            last = next((at for at in ends if not _WORD.match(text, at)), start)
        if last > start:
            end = last
            yield start, end
