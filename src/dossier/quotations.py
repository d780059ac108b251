"""Direct, mixed and indirect speech to quotations."""

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import chain, pairwise

from dossier.blocks import Blocks
from dossier.investigation import Investigation
from dossier.language import Parsed
from dossier.lexicons import load_lexicon, word_set
from dossier.phrases import find_phrases
from dossier.records import Attribution, Claim, Quotation, shared_fields, stable_id
from dossier.words import asks, is_short

Span = tuple[int, int]
_NOTE = re.compile(
    rf"\([^()]*\b(?:{'|'.join(map(re.escape, load_lexicon('claims')['editor']))})[^()]*\)", re.I
)


def build_quotations(
    parsed: Parsed,
    attributions: tuple[Attribution, ...],
    investigation: Investigation,
    claims: Iterable[Claim] = (),
) -> tuple[Quotation, ...]:
    """Return one quotation for each direct or indirect content and for each fragment of a mixed one.

    Words that two attributions lay claim to are one quotation, of the one that names a speaker; "avoir
    réclamé un examen" is a part of what she "a indiqué", and none of its own. Their themes are those of the
    words and of the topics of *claims* in them, else those of the question that they answer, else those of
    their sentence.
    """
    found: dict[tuple[int, int], Quotation] = {}
    themes = _Themes(parsed, attributions, investigation, claims)
    for said in attributions:
        if said.kind == "response":
            continue
        shown = themes.of(said)
        for start, end in said.quotes or ((said.content_start, said.content_end),):
            known = found.get((start, end))
            if known is None or (said.speakers and not known.speaker):
                found[start, end] = _quotation(parsed, said, start, end, shown)
    return tuple(_once(found))


def _once(found: Mapping[Span, Quotation]) -> Iterator[Quotation]:
    """Yield those of *found* that are no part of what the same speaker is reported to say around them."""
    reached: dict[tuple[str, ...], int] = {}
    parts = set()
    for start, end in sorted(found, key=lambda span: (span[0], -span[1])):
        one = found[start, end]
        if one.kind == "indirect" and one.speaker:
            if end <= reached.get(one.speaker, -1):
                parts.add((start, end))
            reached[one.speaker] = max(end, reached.get(one.speaker, -1))
    return (found[span] for span in sorted(found) if span not in parts)


def _quotation(parsed: Parsed, said: Attribution, start: int, end: int, themes: tuple[str, ...]) -> Quotation:
    return Quotation(
        **shared_fields(said, Quotation),
        quotation_id=stable_id("q", said.article_id, start, end),
        start=start,
        end=end,
        text=parsed.article.text[start:end],
        speaker=said.speakers,
        themes=themes,
    )


class _Themes:
    """The themes of an article by place: of words said, and of what stands around them."""

    def __init__(
        self,
        parsed: Parsed,
        attributions: Sequence[Attribution],
        investigation: Investigation,
        claims: Iterable[Claim],
    ) -> None:
        words = {topic.key: {*topic.words} for topic in investigation.topics}
        about = {
            key: {theme.key for theme in investigation.themes if own.intersection(theme.words)}
            for key, own in words.items()
        }
        self._claimed = Blocks((c.start, c.start + 1, about.get(c.topic, set())) for c in claims)
        phrases = find_phrases(parsed, {theme.key: theme.words for theme in investigation.themes})
        self._text = parsed.article.text
        names = [(a.speaker_start, a.speaker_end, True) for a in attributions if a.speaker_start >= 0]
        settings = _settings(parsed) if any(phrases.values()) else ()
        apart = Blocks((*names, *((*span, True) for span in settings)))
        told = {key: [s for s in own if not any(apart.meeting(*s))] for key, own in phrases.items()}
        self._themes = tuple(phrases)
        self._places, self._told = (
            Blocks((*span, (key, span)) for key, own in one.items() for span in own)
            for one in (phrases, told)
        )
        self._sentences = [paragraph.span(sentence) for paragraph, sentence in parsed.sentences()]
        self._starts = [start for start, _ in self._sentences]
        said = Blocks((a.content_start, a.content_end, a.speakers) for a in attributions)
        self._beside: dict[tuple[int, tuple[str, ...]], set[str]] = defaultdict(set)
        for key, stretches in told.items():
            for start, end in stretches:
                self._beside[self._sentence(start), next(said.meeting(start, end), ())].add(key)

    def of(self, said: Attribution) -> tuple[str, ...]:
        """Return the themes of *said* in their order; the name of who speaks is none of his words.

        Nor is what stands around them and only says when, "après la victoire de la gauche", nor what the
        editor adds: "la guerre de Corée (deux millions de morts, NDLR)".
        """
        start, end = said.content_start, said.content_end
        notes = [note.span() for note in _NOTE.finditer(self._text, start, end)]
        inside = start <= said.speaker_start < end
        apart = sorted((*notes, *([(said.speaker_start, said.speaker_end)] if inside else ())))
        parts = list(pairwise((start, *chain(*apart), end)))[::2]
        claimed = [shown for part in parts for shown in self._claimed.meeting(*part)]
        own = _met(self._places, *parts)
        shown = (own or self._asked(start, end) or self._around(said)).union(*claimed)
        return tuple(key for key in self._themes if key in shown)

    def _sentence(self, place: int) -> int:
        return bisect_right(self._starts, place) - 1

    def _asked(self, start: int, end: int) -> set[str]:
        """Return the themes of the first part of the question before a short answer that has any."""
        at = self._sentence(start)
        before = self._sentences[at - 1] if at > 0 else (start, start)
        if not is_short(self._text[start:end]) or not asks(self._text, before, self._sentences[at][0]):
            return set()
        commas = [m.start() for m in re.finditer(",", self._text[before[0] : before[1]])]
        parts = pairwise((before[0], *(before[0] + comma for comma in commas), before[1]))
        return next(filter(None, (_met(self._places, part) for part in parts)), set())

    def _around(self, said: Attribution) -> set[str]:
        """Return the themes of the sentence up to *said*; behind it those of nobody else's words.

        What the newspaper adds to words that it reports itself is its own remark.
        """
        at = self._sentence(said.content_start)
        before = _met(self._told, (self._starts[at], said.content_start))
        behind = self._beside[at, ()] if said.quotes else set()
        return before | behind | self._beside[at, said.speakers]


def _settings(parsed: Parsed) -> Iterator[Span]:
    """Yield where a text only says when, by another happening: "depuis la chute du mur"."""
    for paragraph in parsed.paragraphs:
        for token in paragraph.doc:
            if token.dep_ == "case" and token.lower_ in word_set("sources", "settings"):
                last = token.head.right_edge
                yield paragraph.offset(token.head.left_edge), paragraph.offset(last) + len(last.text)


def _met(phrases: Blocks[tuple[str, Span]], *spans: Span) -> set[str]:
    """Return the themes of the *phrases* that stand in one of *spans*."""
    found = ((span, *phrase) for span in spans for phrase in phrases.meeting(*span))
    return {key for (first, last), key, (start, end) in found if first <= start and end <= last}
