"""Direct, mixed and indirect speech to quotations."""

from __future__ import annotations

from dossier.investigation import Investigation
from dossier.language import Parsed
from dossier.records import Attribution, Quotation, stable_id


def build_quotations(
    parsed: Parsed, attributions: tuple[Attribution, ...], investigation: Investigation
) -> tuple[Quotation, ...]:
    """Return one quotation for each direct or indirect content and for each fragment of a mixed one."""
    found: dict[tuple[int, int], Quotation] = {}
    for said in attributions:
        if said.kind == "response":
            continue
        for start, end in said.quotes or ((said.content_start, said.content_end),):
            found.setdefault((start, end), _quotation(parsed, said, start, end))
    return tuple(found[span] for span in sorted(found))


def _quotation(parsed: Parsed, said: Attribution, start: int, end: int) -> Quotation:
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
        section=said.section,
        said_on_ref=said.said_on_ref,
    )
