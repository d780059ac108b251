"""Speech inside quotation marks: "« Partez, a dit X, tout de suite »", and reports within what is quoted."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Span

from dossier.statements.cues import find_cues
from dossier.statements.frames import Frame, find_frames
from dossier.statements.lexicon import forms
from dossier.syntax.inversion import find_inverted
from dossier.syntax.nominals import Nominal
from dossier.syntax.phrases import is_speaker
from dossier.syntax.sentence import Sentence, find_sentences


def inner_sentences(sentence: Sentence) -> Iterator[Sentence]:
    """Yield the sentences within the quotations of *sentence*, quotations inside these left unread."""
    for i in range(len(sentence)):
        span = _words_within(sentence, i)
        if span is not None:
            yield from find_sentences(sentence.paragraph, (), span)


def _words_within(sentence: Sentence, i: int) -> Span | None:
    quoted, paragraph = sentence.quotes[i], sentence.paragraph
    if quoted is None:
        return None
    end = min(quoted.end, paragraph.start + len(paragraph.text))
    return paragraph.char_span(max(quoted.start, paragraph.start), end)


def _inside(sentence: Sentence, i: int) -> Iterator[Sentence]:
    """Yield the sentences within the quotation at item *i* that hold a reporting verb."""
    span = _words_within(sentence, i)
    if span is not None and any(token.lower_ in forms() for token in span):
        yield from find_sentences(sentence.paragraph, (), span)


def find_inserted_source(sentence: Sentence, i: int) -> Nominal | None:
    """Return the speaker whom a cue inserted between the marks names, or None."""
    for inner in _inside(sentence, i):
        for cue in find_cues(inner):
            if cue.verb.quote and not cue.passive and inner.word(cue.start - 1) in (",", "?", "!"):
                found = find_inverted(inner, cue, spoken=True)
                if found and inner.word(found[1]) in (",", ".", "", ":"):
                    return found[0]
    return None


def find_nested(sentence: Sentence) -> Iterator[Frame]:
    """Yield what a third party is reported to say within a quotation: "« Les médecins disent que … »"."""
    for i in range(len(sentence)):
        for inner in _inside(sentence, i):
            for frame in find_frames(inner, list(find_cues(inner))):
                source = frame.source
                if frame.how == "clause" and source and not source.pronoun and is_speaker(source):
                    yield frame
