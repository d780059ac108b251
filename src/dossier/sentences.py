"""Where French sentences end: rules on the text, applied before the parser, which keeps to them."""

import itertools
import re
from bisect import bisect_right
from collections.abc import Iterator

import numpy
from spacy.attrs import SENT_START
from spacy.language import Language
from spacy.tokens import Doc

from dossier.lexicons import word_set

LONGEST = 300  # words in one sentence: what goes on without an end is cut, so that reading takes no longer
# Final punctuation, what closes after it, the gap, what opens the next sentence.
_END = re.compile(
    r"(?P<mark>[.!?…‼⁇⁈⁉]+)(?P<close>(?:\s?[»›]|[)\]”’\"'](?!\w))*)(?P<gap>\s*)"
    r"(?P<next>(?:[-–—•]\s*)?[«‹“”\"'(\[¿¡]*\s?(?:[A-ZÀ-ÞŒŸ]|\d))"
)
_INITIALS = re.compile(r"(?:^|[.-])[A-ZÀ-Ý]$")  # J. Martin, J.-P. Roy, U.S. Navy
_LABELLED = re.compile(r"(?:(?P<noun>\w{2,})|\b[A-ZÀ-Ý]\s(?P<joint>\w+))\s[A-ZÀ-Ý]$")
_WORD = re.compile(r"[\w.'’-]*\w$")
_OPENER = re.compile(r"\w+")
_PAUSES = frozenset(",;:»)")


def find_sentence_starts(text: str) -> Iterator[int]:
    """Yield the offset of each sentence of *text* after the first."""
    for match in _END.finditer(text):
        if _ends_here(text, match):
            yield match.start("next")


def _ends_here(text: str, match: re.Match[str]) -> bool:
    mark, start, gap = match["mark"], match.start(), match["gap"]
    before = _WORD.search(text, max(0, start - 24), start)
    word = before.group() if before else ""
    bare = word.rsplit("'", 1)[-1]
    following = text[match.end() - 1 : match.end() + 1]
    if not gap and not match["close"]:
        # "fin.Le": a space is missing; but not "1.500", "U.S.A", "lemonde.Fr".
        return mark != "." or (
            len(bare) > 3 and bare.isalpha() and bare.islower() and following[1:].islower()
        )
    if mark == "." and not match["close"]:
        known = bare.lower() in word_set("sentences", "abbreviations")
        spoken = len(bare) == 1 and not known and match["next"][0] in '«“"'  # "né sur X. « Q »"
        short = known or _INITIALS.search(bare)
        opens = _OPENER.match(text, match.start("next"))
        spoken |= not known and opens is not None and opens[0].lower() in word_set("sentences", "openers")
        if short and not (spoken or _is_label(text, start)):
            return False
        if bare.isdigit() and (start - len(word) == 0 or text[start - len(word) - 1] == "\n"):
            return False  # "1. Premier point"
    # An aside in brackets, "(...)" or "(sic !)", does not end the sentence around it.
    return not (")" in match["close"] and "(" not in match["next"] and _aside(text, start))


def _is_label(text: str, mark: int) -> bool:
    """Tell whether the letter before *mark* names a kind: "un plan B.", "des hépatites B et C."."""
    found = _LABELLED.search(text, max(0, mark - 40), mark)
    if found is None:
        return False
    labelled = (found["noun"] or "").lower() in word_set("sentences", "labelled")
    return labelled or found["joint"] in word_set("sentences", "joints")


def _aside(text: str, mark: int) -> bool:
    opening = text.rfind("(", max(0, mark - 200), mark)
    return opening >= 0 and not text[opening + 1 : mark + 1].strip("().… ")


@Language.component("sentence_ends")  # type: ignore[untyped-decorator]
def mark_sentences(doc: Doc) -> Doc:
    """Mark each token of *doc* as the first of a sentence, or not."""
    starts = numpy.full(len(doc), -1, dtype="int64")
    if len(doc):
        ended = [0, *_first_tokens(doc), len(doc)]
        for first, after in itertools.pairwise(ended):
            starts[list(_pieces(doc, first, after))] = 1
        doc.from_array([SENT_START], starts.astype("uint64").reshape(-1, 1))
    return doc


def _first_tokens(doc: Doc) -> Iterator[int]:
    """Yield the first token of each sentence of *doc* after the first, as the rules have it."""
    ends = [token.idx + len(token) for token in doc]
    places = (bisect_right(ends, place) for place in find_sentence_starts(doc.text))
    yield from dict.fromkeys(place for place in places if 0 < place < len(doc))


def _pieces(doc: Doc, first: int, after: int) -> Iterator[int]:
    """Yield the first token of each piece of a sentence without an end, which is cut behind a pause."""
    while after - first > LONGEST:
        yield first
        pauses = (i for i in range(first + LONGEST - 1, first + LONGEST // 2, -1) if doc[i].text in _PAUSES)
        first = next(pauses, first + LONGEST - 1) + 1
    yield first
