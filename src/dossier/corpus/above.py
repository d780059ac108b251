"""What stands above the title of an article: the paper, its number and day, the rubric."""

import itertools
import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from dossier.corpus.kinds import entries_of, is_name, kind_of, plain, tell
from dossier.corpus.lines import ANY, ONLY, Line, is_likely, masthead
from dossier.corpus.published import NUMBER
from dossier.lexicons import load_lexicon
from dossier.records import Section

NEAR = 3  # lines below a title within which it is signed or dated
_ACRONYM = 4  # letters of a word in capitals that is no name of a paper by itself
_LETTERS = 3  # of a word that a text may have without speaking of it
_NAME, _RUBRIC, _PIECE = 5, 6, 4  # words of a paper's name, of a rubric in capitals, of a piece of one
_LABELS = 8  # lines of a head that has labels


_SAID = {key: {*map(plain, names)} for key, names in load_lexicon("sections")["front_matter"].items()}
_SAID["outlet"] |= entries_of("sources")
_LABEL = re.compile(r"(?P<key>[^\W\d_][^:\n]{2,20}?)\s*:\s*(?P<value>\S.*)")
# "Le Quai (Lyon)", "FRANCE LAC – infos locales".
_BESIDE = re.compile(r"\s*\([^()]*\)$|\s+[-–—|]\s+[^\W\dA-ZÀ-Ý].*$")
_PIECES = re.compile(r"\s*([|/•·])\s*|\s+[-–—]\s+")


def over_title(
    text: str, spans: Sequence[tuple[int, int]], place: int, head: int, told: Line | None
) -> Line | None:
    """Return what the line at *place*, as it is *told*, says above the title: who publishes or signs.

    Nothing of a rubric, None of a title. *head* lines are known to stand above it.
    """
    (start, end), rest = spans[place], spans[place + 1 :]
    line, below = text[start:end], next(_titles(text, rest), "")
    outlet = author = ""
    if is_name(line) and (name := masthead(line)) and below:
        outlet = _BESIDE.sub("", name)
    elif place < head:
        outlet = "" if place else _as_written(_BESIDE.sub("", line), text[end:])
    elif told and told.author and (told.signed or told.grade == ONLY) and below:
        author = told.author
    elif not _is_rubric(line, text, rest):
        return None
    return Line(dated=False, labelled=False, grade=ONLY, outlet=outlet, author=author)


def read_labels(text: str, spans: Sequence[tuple[int, int]]) -> tuple[list[Section], dict[str, str]]:
    """Return the first lines as sections where two or more of them have labels, and what these say.

    "Journal : Le Quai", "Titre : La ville attend", "Date : 4 mai 2023".
    """
    lines = (_LABEL.fullmatch(text, start, end) for start, end in spans[:_LABELS])
    found = [m for m in lines if m and any(plain(m["key"]) in names for names in _SAID.values())]
    if len(found) < 2 or found[-1].end() != spans[len(found) - 1][1]:
        return [], {}
    sections, said = list[Section](), dict[str, str]()
    for match in found:
        key = next(key for key, names in _SAID.items() if plain(match["key"]) in names)
        said.setdefault(key, match["value"])
        if key == "title":
            sections.append(Section("metadata", match.start(), match.end("key")))
            sections.append(Section("title", *match.span("value")))
        else:
            sections.append(Section("dateline" if key == "date" else "metadata", *match.span()))
    return sections, said


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
    name, count = _BESIDE.sub("", text[slice(*spans[0])]) if spans else "", len(known) + 1
    signed = bool(lines[count : count + 1] and (told := lines[count]) and told.signed)
    if (
        not known
        or len(re.findall(r"[^\W_]+", name)) > _NAME
        or not next(_titles(text, spans[count + signed :]), "")
    ):
        return 0
    rest, issued = plain(text[spans[count - 1][1] :]), any(told.issued for told in known)
    if name.isupper() or is_likely(name):
        words = re.findall(r"\w+", plain(name))
        spoken = any(word in rest for word in words if len(word) > _LETTERS)
        sure = issued or not (spoken or entries_of("title_words") & {*words})
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
