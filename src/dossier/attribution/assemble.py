"""Frames, quotations and speakers to attributions."""

from __future__ import annotations

from collections.abc import Sequence

from dossier.actors import Registry
from dossier.attribution.coreference import Cast, Speaker
from dossier.attribution.frames import Frame, find_frames
from dossier.attribution.marks import find_quoted
from dossier.attribution.subjects import is_speaker
from dossier.attribution.units import Unit, find_units
from dossier.language import Parsed
from dossier.records import Attribution, TimeExpression


def build_attributions(
    parsed: Parsed, expressions: tuple[TimeExpression, ...], registry: Registry
) -> tuple[Attribution, ...]:
    """Return the attributions of *parsed* in the order of the text."""
    quoted = find_quoted(parsed.article.text, [p.section for p in parsed.paragraphs])
    cast = Cast(parsed, registry)
    found: list[Attribution] = []
    for paragraph in parsed.paragraphs:
        inside = [
            q for q in quoted if q.outer_start < paragraph.section.end and q.outer_end > paragraph.start
        ]
        for unit in find_units(paragraph, inside):
            found.extend(_of_unit(unit, parsed, cast))
    return tuple(sorted(found, key=lambda a: (a.content_start, a.content_end, a.kind)))


def _of_unit(unit: Unit, parsed: Parsed, cast: Cast) -> list[Attribution]:
    frames = [frame for frame in find_frames(unit) if _counts(frame)]
    owners = _owners(unit, frames)
    found, taken = [], set()
    for frame in frames:
        mine = [i for i in frame.quotes if owners.get(i) is frame]
        if frame.quotes and not mine and (frame.end - frame.start == len(frame.quotes)):
            continue
        speaker = cast.resolve(frame.source) if frame.source else None
        if speaker:
            cast.see(speaker)
        taken |= set(mine)
        found.append(_attribution(parsed, frame, mine, speaker))
    cast.see_subjects(unit) if not frames else None
    return found


def _counts(frame: Frame) -> bool:
    """Return whether *frame* lays words to somebody: views without quotation marks do not."""
    if frame.quotes:
        return True
    if frame.source is None or not is_speaker(frame.source):
        return False
    return frame.verb is None or frame.how == "inserted" or not frame.verb.verb.view


def _owners(unit: Unit, frames: Sequence[Frame]) -> dict[int, Frame]:
    """Return for each quotation the frame it belongs to: what stands next to it, else the innermost."""
    rank = {"inserted": 0, "colon": 1}
    owners = {}
    for i, quoted in enumerate(unit.quotes):
        if quoted:
            around = [f for f in frames if f.start <= i < f.end]
            if around:
                owners[i] = min(around, key=lambda f: (rank.get(f.how, 2), f.end - f.start))
    return owners


def _attribution(parsed: Parsed, frame: Frame, quotes: list[int], speaker: Speaker | None) -> Attribution:
    unit = frame.unit
    spans = tuple((q.start, q.end) for i in quotes if (q := unit.quotes[i]))
    start, end = unit.starts[frame.start], unit.ends[frame.end - 1]
    kind = "indirect"
    if quotes:
        kind = "direct" if frame.end - frame.start == 1 else "mixed"
    if kind == "direct":
        start, end = spans[0]
    sentence_start, sentence_end = unit.starts[0], unit.ends[-1]
    return Attribution(
        article_id=parsed.article.article_id,
        kind=kind,
        content_start=start,
        content_end=end,
        cue=frame.cue,
        cue_start=unit.starts[frame.cue_start] if frame.cue else -1,
        cue_end=unit.ends[frame.cue_end - 1] if frame.cue else -1,
        quotes=spans,
        speakers=speaker.names if speaker else (),
        speaker_text=speaker.text if speaker else "",
        speaker_start=speaker.start if speaker else -1,
        speaker_end=speaker.end if speaker else -1,
        role=speaker.role if speaker else "",
        affiliation=speaker.affiliation if speaker else "",
        category=speaker.category if speaker else "",
        section=unit.paragraph.section.kind,
        sentence_start=sentence_start,
        sentence_end=sentence_end,
    )
