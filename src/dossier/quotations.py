"""Direct, mixed and indirect speech to quotations."""

from bisect import bisect_left
from dataclasses import dataclass
from itertools import accumulate

from dossier.investigation import Investigation
from dossier.language import Parsed
from dossier.phrases import find_phrases
from dossier.records import Attribution, Quotation, stable_id


def build_quotations(
    parsed: Parsed, attributions: tuple[Attribution, ...], investigation: Investigation
) -> tuple[Quotation, ...]:
    """Return one quotation for each direct or indirect content and for each fragment of a mixed one.

    Words that two attributions lay claim to are one quotation, of the one that names a speaker.
    """
    found: dict[tuple[int, int], Quotation] = {}
    phrases = find_phrases(parsed, {theme.key: theme.words for theme in investigation.themes})
    places = {key: _places(stretches) for key, stretches in phrases.items()}
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
    """Where the phrases of a theme stand: the start of each, in order, and the nearest end from there."""

    starts: list[int]
    ends: list[int]

    def meets(self, start: int, end: int) -> bool:
        """Return whether a phrase stands between the offsets *start* and *end*."""
        place = bisect_left(self.starts, start)
        return place < len(self.starts) and self.ends[place] <= end


def _places(stretches: list[tuple[int, int]]) -> _Places:
    ends = list(accumulate((end for _, end in reversed(stretches)), min))
    return _Places([start for start, _ in stretches], ends[::-1])
