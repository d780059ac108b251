"""Direct, mixed and indirect speech to quotations."""

import functools
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate, zip_longest

from dossier.investigation import Investigation, Theme
from dossier.language import Parsed
from dossier.records import Attribution, Quotation, stable_id
from dossier.registry import name_key


def build_quotations(
    parsed: Parsed, attributions: tuple[Attribution, ...], investigation: Investigation
) -> tuple[Quotation, ...]:
    """Return one quotation for each direct or indirect content and for each fragment of a mixed one.

    Words that two attributions lay claim to are one quotation, of the one that names a speaker.
    """
    found: dict[tuple[int, int], Quotation] = {}
    places = _find_themes(parsed, investigation.themes)
    for said in attributions:
        if said.kind == "response":
            continue
        shown = tuple(
            key for key, place in places.items() if place.meets(said.content_start, said.content_end)
        )
        for start, end in said.quotes or ((said.content_start, said.content_end),):
            known = found.get((start, end))
            if known is None or (said.speakers and not known.speaker):
                found[start, end] = _quotation(parsed, said, start, end, shown)
    return tuple(found[span] for span in sorted(found))


def _quotation(parsed: Parsed, said: Attribution, start: int, end: int, themes: tuple[str, ...]) -> Quotation:
    article = parsed.article
    return Quotation(
        quotation_id=stable_id("q", article.article_id, start, end),
        article_id=article.article_id,
        start=start,
        end=end,
        text=article.text[start:end],
        kind=said.kind,
        content_start=said.content_start,
        content_end=said.content_end,
        speaker=said.speakers,
        speaker_text=said.speaker_text,
        role=said.role,
        affiliation=said.affiliation,
        category=said.category,
        cue=said.cue,
        themes=themes,
        section=said.section,
        said_on_ref=said.said_on_ref,
    )


@dataclass(frozen=True, slots=True)
class _Places:
    """Where the phrases of a theme stand: each one's first word, in order, and the nearest end from there."""

    firsts: list[int]
    lasts: list[int]

    def meets(self, start: int, end: int) -> bool:
        """Return whether a phrase stands between the offsets *start* and *end*."""
        place = bisect_left(self.firsts, start)
        return place < len(self.firsts) and self.lasts[place] < end


def _find_themes(parsed: Parsed, themes: Sequence[Theme]) -> dict[str, _Places]:
    """Return by the key of each theme where one of its phrases stands in *parsed*, by word or lemma."""
    index: dict[str, list[tuple[str, list[str]]]] = {}
    for theme in themes:
        for phrase in filter(None, (name_key(words).split() for words in theme.words)):
            index.setdefault(phrase[0], []).append((theme.key, phrase))
    opening = frozenset(index)
    words = list(_words(parsed)) if index else []
    found: dict[str, list[tuple[int, int]]] = {theme.key: [] for theme in themes}
    for i, (offset, forms) in enumerate(words):
        for key, phrase in (entry for form in forms & opening for entry in index[form]):
            run = words[i : i + len(phrase)]
            if len(run) == len(phrase) and all(
                part in said for part, (_, said) in zip(phrase, run, strict=True)
            ):
                found[key].append((offset, run[-1][0]))
    return {key: _places(stretches) for key, stretches in found.items()}


def _places(stretches: list[tuple[int, int]]) -> _Places:
    lasts = list(accumulate((last for _, last in reversed(stretches)), min))
    return _Places([first for first, _ in stretches], lasts[::-1])


def _words(parsed: Parsed) -> Iterator[tuple[int, frozenset[str]]]:
    """Yield the offset of each word and what it can be compared with: itself and its lemma, folded."""
    for paragraph in parsed.paragraphs:
        for token in paragraph.doc:
            if not token.is_punct:
                for forms in _forms(token.text, token.lemma_):
                    yield paragraph.offset(token), forms


@functools.lru_cache(maxsize=65536)
def _forms(text: str, lemma: str) -> tuple[frozenset[str], ...]:
    return tuple(
        frozenset(filter(None, both)) for both in zip_longest(name_key(text).split(), name_key(lemma).split())
    )
