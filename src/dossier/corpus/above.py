"""What stands above the title of an article: the paper, its number and day, the rubric."""

import itertools
import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from dossier.corpus.kinds import entries_of, is_name, kind_of, plain, tell
from dossier.corpus.lines import ANY, Line, is_likely, masthead
from dossier.corpus.published import NUMBER

NEAR = 3  # lines below a title within which it is signed or dated
_ACRONYM = 4  # letters of a word in capitals that is no name of a paper by itself
_NAME, _RUBRIC, _PIECE = 5, 6, 4  # words of a paper's name, of a rubric in capitals, of a piece of one
_PIECES = re.compile(r"\s*([|/•·])\s*|\s+[-–—]\s+")


def over_title(text: str, spans: Sequence[tuple[int, int]], place: int, head: int) -> str | None:
    """Return the paper that the line at *place* names above the title, nothing of a rubric, None of a title.

    *head* lines are known to stand above it.
    """
    (start, end), rest = spans[place], spans[place + 1 :]
    line = text[start:end]
    if is_name(line) and (name := masthead(line)) and next(_titles(text, rest), ""):
        return name
    if place < head:
        return "" if place else _as_written(line, text[end:])
    return "" if _is_rubric(line, text, rest) else None


def _is_rubric(line: str, text: str, spans: Iterable[tuple[int, int]]) -> bool:
    """Tell whether *line* is the rubric of a longer title in *spans* below: "SANTÉ | Dole", "VIE LOCALE"."""
    title = next((below for below in _titles(text, spans) if not _as_rubric(below)), "")
    return _as_rubric(line) and len(title.split()) > len(line.split())


def _titles(text: str, spans: Iterable[tuple[int, int]]) -> Iterator[str]:
    """Yield the lines with which *spans* begin that can be titles, kickers left out."""
    for line in (text[start:end] for start, end in spans):
        if (kind := kind_of(line, begun=False, longer=True, last=False)) != "metadata":
            told = tell(line, text)
            if kind != "title" or (told and (told.dated or told.signed)):
                return
            yield line


def _as_rubric(line: str) -> bool:
    """Tell whether *line* is shaped as a rubric: a few words in capitals, or a list of short names."""
    words, cut = line.split(), _PIECES.split(line)
    pieces, marks = cut[::2], cut[1::2]
    listed = all(piece[:1].isupper() and len(piece.split()) <= _PIECE for piece in pieces)
    sure = any(marks) or len(marks) > 1 or any(plain(piece) in entries_of("parts") for piece in pieces)
    telling = line.isupper() and len(words) <= _RUBRIC and not re.search(r'[«“"?!:\d]', line)
    return (listed and bool(marks) and sure) or (
        telling and not entries_of("title_words") & {plain(word) for word in words}
    )


def masthead_lines(text: str, spans: Sequence[tuple[int, int]], lines: Sequence[Line | None]) -> int:
    """Return how many first lines, a block of several, stand above a longer title that a byline follows.

    They are the paper and its rubric: "LE REGARD", "L'hebdomadaire – Enquête". One word in capitals that
    stands nowhere else needs no byline; nor does a paper that gives its number or its day.
    """
    ends = [text[end:start] for (_start, end), (start, _end) in pairwise(spans)]
    block = next((n for n, end in enumerate(ends, 1) if end.count("\n") > 1), 0)
    if issue := _issued(text, spans, lines):
        return issue
    below = lines[block + 1 : block + 1 + NEAR]
    alone = _stands_alone(text, text[slice(*spans[0])]) if spans else False
    if block <= (not alone) or any(told and (told.dated or told.signed) for told in lines[: block + 1]):
        return 0
    start, end = spans[block]
    longest = max(last - first for first, last in spans[:block])
    titled = end - start > longest and next(_titles(text, spans[block : block + 1]), "")
    return block if titled and (alone or any(told and (told.dated or told.signed) for told in below)) else 0


def _issued(text: str, spans: Sequence[tuple[int, int]], lines: Sequence[Line | None]) -> int:
    """Return how many first lines are those of a paper, up to its day or number: "LE QUAI", "Édition du Lac".

    A title may stand above its day, too: a paper has a number or says what it is, or the text has none of
    the words of its name.
    """
    below = itertools.takewhile(lambda told: told and _beside_name(told), lines[1 : NEAR + 1])
    known = [told for told in below if told]
    while known and not (known[-1].dated or known[-1].issued):
        known.pop()
    name, count = text[slice(*spans[0])] if spans else "", len(known) + 1
    if not known or len(re.findall(r"[^\W_]+", name)) > _NAME or not next(_titles(text, spans[count:]), ""):
        return 0
    rest, issued = plain(text[spans[count - 1][1] :]), any(told.issued for told in known)
    if name.isupper() or is_likely(name):
        sure = issued or not any(word in rest for word in re.findall(r"\w{4,}", plain(name)))
    else:
        numbered = NUMBER.search(text, spans[0][1], spans[count - 1][1])
        sure = bool(numbered) and not any(told.outlet for told in known)
    return count - known[-1].dated if sure else 0  # a line with the day tells what it holds by itself


def _beside_name(told: Line) -> bool:
    return not told.signed and (told.issued or told.grade < ANY)


def _stands_alone(text: str, line: str) -> bool:
    """Tell whether *line* is one word in capitals, of some length, that *text* has nowhere else."""
    word = line.isupper() and line.isalpha() and len(line) > _ACRONYM
    return word and plain(text).count(plain(line)) == 1


def _as_written(name: str, text: str) -> str:
    """Return *name*, in capitals on its own line, as *text* writes it if it does."""
    found = re.search(re.escape(name), text, re.IGNORECASE) if name.isupper() else None
    return found[0] if found else name
