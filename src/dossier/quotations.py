"""Direct, mixed and indirect speech to quotations."""

from __future__ import annotations

import bisect
from collections.abc import Iterator

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
    themes = [
        (theme, [tuple(name_key(word).split()) for word in theme.words]) for theme in investigation.themes
    ]
    for said in attributions:
        if said.kind == "response":
            continue
        shown = _find_themes(parsed, said.content_start, said.content_end, themes) if themes else ()
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


def _find_themes(
    parsed: Parsed, start: int, end: int, themes: list[tuple[Theme, list[tuple[str, ...]]]]
) -> tuple[str, ...]:
    """Return the keys of the themes one of whose phrases stands in the passage, by word or lemma."""
    words = list(_words(parsed, start, end))
    return tuple(theme.key for theme, phrases in themes if any(_stands(phrase, words) for phrase in phrases))


def _words(parsed: Parsed, start: int, end: int) -> Iterator[set[str]]:
    """Yield what each word of the passage can be compared with: itself and its lemma, folded."""
    starts = [paragraph.start for paragraph in parsed.paragraphs]
    for paragraph in parsed.paragraphs[max(0, bisect.bisect_right(starts, start) - 1) :]:
        if paragraph.start >= end:
            break
        for token in paragraph.doc:
            if start <= paragraph.start + token.idx < end and not token.is_punct:
                forms = (name_key(token.text).split(), name_key(token.lemma_).split())
                for k in range(max(map(len, forms))):
                    yield {parts[k] for parts in forms if k < len(parts)}


def _stands(phrase: tuple[str, ...], words: list[set[str]]) -> bool:
    size = len(phrase)
    return size > 0 and any(
        all(part in words[i + k] for k, part in enumerate(phrase)) for i in range(len(words) - size + 1)
    )
