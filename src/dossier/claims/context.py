"""One article with all that its claims are made from, looked up by place."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from spacy.tokens import Span

from dossier.blocks import Blocks
from dossier.investigation import Investigation
from dossier.language import Paragraph, Parsed
from dossier.records import Attribution, Reading, Statement, TimeExpression
from dossier.registry import Registry, general_registry

Place = tuple[Paragraph, Span]


@dataclass(frozen=True, slots=True)
class Context:
    """The parsed article, its expressions in text order, its attributions by place."""

    parsed: Parsed
    investigation: Investigation
    attributions: tuple[Attribution, ...]
    expressions: tuple[TimeExpression, ...]
    said: Blocks[Attribution]
    registry: Registry
    held: Blocks[Attribution]
    cues: Mapping[int, Attribution]  # by where their cue stands
    told: Blocks[Statement]

    def tokens(self, start: int, end: int) -> Place:
        """Return the paragraph at the file offset *start*, and its tokens from there to *end*."""
        paragraphs = self.parsed.paragraphs
        paragraph = paragraphs[bisect_right(paragraphs, start, key=lambda p: p.start) - 1]
        span = paragraph.char_span(start, min(end, paragraph.start + len(paragraph.text)))
        return paragraph, paragraph.doc[:0] if span is None else span

    def attributions_at(self, start: int, end: int) -> Iterator[Attribution]:
        """Yield each attribution whose content meets *start* to *end*, once."""
        return self.said.meeting(start, end)

    def expressions_in(self, start: int, end: int) -> tuple[TimeExpression, ...]:
        """Return the expressions that begin from *start* up to before *end*."""
        first = bisect_left(self.expressions, start, key=lambda e: e.start)
        last = bisect_left(self.expressions, end, key=lambda e: e.start)
        return self.expressions[first:last]


def build_context(
    parsed: Parsed, read: Reading, investigation: Investigation, registry: Registry | None
) -> Context:
    """Return the context of one article, of which *read* holds what the other rooms made."""
    said = Blocks((a.content_start, a.content_end, a) for a in read.attributions)
    ordered = tuple(sorted(read.expressions, key=lambda e: (e.start, e.end)))
    held = Blocks((a.content_start, a.content_end, a) for a in read.holdings)
    cues = {a.cue_start: a for a in reversed(read.attributions) if a.speakers}
    known = registry or general_registry()
    told = Blocks((s.start, s.end, s) for s in read.statements)
    return Context(parsed, investigation, read.attributions, ordered, said, known, held, cues, told)
