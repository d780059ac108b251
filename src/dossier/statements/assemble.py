"""Frames, quotations and speakers to attributions, sentence by sentence through an article."""

import os
from collections.abc import Sequence, Set
from dataclasses import replace

from dossier.actors.coreference import Cast
from dossier.actors.interviews import find_interviewee, who_answers
from dossier.actors.parties import speaker_fields
from dossier.actors.ranking import is_thing
from dossier.actors.speakers import Speaker
from dossier.dates import between
from dossier.folding import with_marks
from dossier.language import Parsed
from dossier.lexicons import load_lexicon
from dossier.records import Attribution, Reading, Section, TimeExpression
from dossier.registry import Registry
from dossier.statements.build import Told, build_statements, tell
from dossier.statements.dating import date_saying, is_denial, modality_of
from dossier.statements.denials import find_denials
from dossier.statements.frames import Frame, find_before_colon, find_frames
from dossier.statements.holdings import find_granted, find_holdings, find_taken_up, only_has
from dossier.statements.lexicon import find_cues
from dossier.statements.nested import (
    find_insertions,
    find_nested,
    inner_sentences,
    is_charge,
    is_nickname,
    is_speech,
    spoken_parts,
)
from dossier.statements.predicated import (
    can_lay,
    find_acting,
    find_all_responses,
    find_owners,
    find_predicated,
    holds,
    is_part,
    lays_words,
)
from dossier.statements.responses import Response
from dossier.syntax.marks import Interview, Quoted, find_interview, find_quoted
from dossier.syntax.nominals import Nominal
from dossier.syntax.sentence import QUOTE, Sentence, find_sentences
from dossier.syntax.vocabulary import vocabulary


def read_statements(parsed: Parsed, expressions: tuple[TimeExpression, ...], registry: Registry) -> Reading:
    """Return what is said in *parsed*, its statements, who holds its figures, and what could not be read."""
    sections = list(dict.fromkeys(paragraph.section for paragraph in parsed.paragraphs))
    text = with_marks(parsed.article.text)
    interview = find_interview(text, sections)
    quoted = find_quoted(text, sections, interview)
    reader = _Reader(parsed, registry, expressions, interview)
    at = 0
    for paragraph in parsed.paragraphs:
        while at < len(quoted) and quoted[at].outer_end <= paragraph.start:
            at += 1
        end, until = paragraph.start + len(paragraph.text), at
        while until < len(quoted) and quoted[until].outer_start < end:
            until += 1
        for sentence in find_sentences(paragraph, quoted[at:until]):
            reader.try_to_read(sentence)
    attributions = reader.finish()
    denials = find_denials(parsed, attributions)
    attributions = tuple(
        sorted((*attributions, *denials), key=lambda a: (a.content_start, a.content_end, a.kind))
    )
    statements = build_statements(parsed.article, reader.told, attributions, expressions)
    return Reading(
        parsed.article,
        expressions,
        attributions=attributions,
        statements=statements,
        holdings=tuple(reader.held),
        faults=tuple(reader.faults),
    )


class _Reader:
    """Goes through the sentences of an article and keeps what was found, and who is still to be named."""

    def __init__(
        self,
        parsed: Parsed,
        registry: Registry,
        expressions: tuple[TimeExpression, ...],
        interview: Interview | None,
    ) -> None:
        stretches = {end.date_id for ends in between(parsed.article.text, expressions) for end in ends}
        self.days = tuple(e for e in expressions if e.date_id not in stretches)
        self.article_id = parsed.article.article_id
        self.cast = Cast(parsed, registry)
        self.asked: Set[Section] = interview.asked if interview else frozenset()
        self.interviewee = find_interviewee(parsed, self.cast.names, interview.begins) if interview else None
        self.found: list[Attribution] = []
        self.held: list[Attribution] = []
        self.owned: set[Quoted] = set()
        self.answered: Speaker | None = None
        self.waiting: list[int] = []
        self.told: list[Told] = []
        self.faults: list[str] = []

    def try_to_read(self, sentence: Sentence) -> None:
        """Add what one sentence attributes; a fault of a rule costs this sentence, not the article."""
        try:
            self.read(sentence)
        except (ArithmeticError, AttributeError, LookupError, TypeError, ValueError) as error:
            if os.environ.get("DOSSIER_DEBUG"):
                raise
            self.faults.append(f"{type(error).__name__} in “{sentence.text(0, len(sentence))}”")

    def read(self, sentence: Sentence) -> None:
        """Add what one sentence attributes."""
        self.cast.view.enter(sentence)
        cues = list(find_cues(sentence))
        frames = sorted(find_frames(sentence, cues), key=lambda frame: frame.cue_start)
        frames = [frame for frame in frames if lays_words(frame, cues)]
        owners = find_owners(sentence, frames)
        speakers: list[Speaker | None] = []
        for frame in frames:
            mine = [i for i in frame.quotes if owners.get(i) is frame]
            named = frame.source and (
                frame.how in ("inserted", "speech_noun", "source")
                or bool(mine)
                or can_lay(frame, frame.source)
            )
            speaker = self.cast.resolve(frame.source) if frame.source and named else None
            speakers.append(speaker)
            if speaker:
                self.cast.view.see(speaker, quoted=bool(mine), spoke=frame.how != "source")
                self.cast.view.teller = speaker
        for frame, speaker in zip(frames, speakers, strict=True):
            self._add(frame, speaker, frames, speakers, owners)
        first = next((speaker for speaker in speakers if speaker), None)
        self.answered = None
        for response in find_all_responses(sentence, cues):
            self._respond(response, first)
        self._free(sentence, owners, [frame.start for frame in frames if frame.how == "source"])
        for frame in find_nested(sentence):
            self.found.append(self._attribution(frame, [], self.cast.resolve(frame.source)))  # type: ignore[arg-type]
        parts = (sentence, *inner_sentences(sentence))
        before = self.cast.view.before
        near = before if before and before.paragraph is sentence.paragraph else None
        held = [held for part in parts for held in find_holdings(part)]
        held += [*find_granted(sentence), *filter(None, [find_taken_up(sentence, near)])]
        for frame, modality in held:
            speaker = self.cast.resolve(frame.source)  # type: ignore[arg-type]
            if speaker.names and not only_has(frame, speaker):
                made = self._attribution(frame, [], speaker)
                self.held.append(replace(made, kind="held", modality=modality))
        self.cast.see_subjects(sentence, alone=not frames)
        if self.cast.told and not frames:
            self._name_waiting(self.cast.view.last)
        for part in parts:
            self.told.extend(tell(part, self._names, asked=sentence.paragraph.section in self.asked))

    def _names(self, nominal: Nominal | None) -> tuple[str, ...]:
        """Return who takes part, by the names that the article and the registry give them."""
        if nominal is None or nominal.text.lower() in load_lexicon("sources")["impersonal"]:
            return ()
        return self.cast.resolve(nominal).names

    def _add(
        self,
        frame: Frame,
        speaker: Speaker | None,
        frames: Sequence[Frame],
        speakers: Sequence[Speaker | None],
        owners: dict[int, Frame],
    ) -> None:
        mine = [i for i in frame.quotes if owners.get(i) is frame]
        if frame.quotes and not mine and frame.how in ("object", "inserted", "colon"):
            return
        names = speaker.names if speaker else ()
        for other, who in zip(frames, speakers, strict=True):
            if other is frame or not who or who.names != names:
                continue
            within = frame.how == "source" and other.start <= frame.cue_start < other.end
            if within and not mine and frame.source and frame.source.pronoun:
                return  # "X affirme que P, à cause selon lui de Q"
            if not mine and holds(frame, other) and any(owners.get(i) is other for i in other.quotes):
                return
            if mine and frame.how != "colon" and holds(other, frame) and other.how != "source":
                frame = replace(frame, start=other.start, end=other.end)
        self.found.append(self._attribution(frame, mine, speaker))
        self.owned |= {q for i in mine if (q := frame.sentence.quotes[i])}
        self._name_waiting(speaker)

    def _name_waiting(self, speaker: Speaker | None) -> None:
        """Give quotations that came before anybody was named the first speaker after them, but no thing."""
        if speaker and speaker.names and self.waiting:
            speaker = None if is_thing(speaker) else speaker
            fields = speaker_fields(speaker and replace(speaker, start=-1, end=-1, text=""), self.cast.names)
            for i in self.waiting:
                self.found[i] = replace(self.found[i], **fields)
            self.waiting = []

    def _free(self, sentence: Sentence, owners: dict[int, Frame], sourced: Sequence[int]) -> None:
        """Lay speech without a cue to the last quoted; to nobody behind "Selon X, Y se trompe :"."""
        for i, quoted in enumerate(sentence.quotes):
            if not quoted or quoted.name or i in owners or quoted in self.owned:
                continue
            said_by = find_predicated(sentence, i)
            if is_charge(sentence, i) or is_nickname(sentence, i) or not (said_by or is_speech(sentence, i)):
                continue
            start = i
            while start > 0 and sentence.words[start - 1] not in vocabulary("before_fragment") | {QUOTE}:
                start -= 1
            if sentence.paragraph.text[max(0, quoted.start - sentence.paragraph.start)].isupper():
                start = i
            while start < i and sentence.words[start] in vocabulary("before_speech"):
                start += 1
            frame, speaker = self._unsaid(sentence, i, start, said_by)
            if speaker and speaker.text and sentence.word(i - 1) == ":" and any(at < i for at in sourced):
                speaker = Speaker((), "", -1, -1)
            made = self._attribution(frame, [i], speaker)
            cue = next((inserted.cue for inserted in find_insertions(sentence, i)), "")
            self.found.append(replace(made, kind="mixed" if said_by else made.kind, cue=cue))
            self.owned.add(quoted)
            if speaker is None:
                self.waiting.append(len(self.found) - 1)

    def _unsaid(
        self, sentence: Sentence, i: int, start: int, said_by: Nominal | None
    ) -> tuple[Frame, Speaker | None]:
        """Return the frame of a quotation without a cue, and who speaks: by a cue inside, or the last."""
        inserted = next((inserted.source for inserted in find_insertions(sentence, i)), None)
        source = inserted or find_before_colon(sentence, i) or said_by
        quoted = sentence.quotes[i]
        view = self.cast.view
        answering = quoted and quoted.answer and who_answers(view, self.interviewee, sentence, quoted, source)
        if answering:
            view.see(answering, quoted=True, spoke=True)
            return Frame(sentence, "free", i, i + 1), answering
        if source := source or (None if self.answered else find_acting(sentence, i)):
            speaker = self.cast.resolve(source)
            self.cast.view.see(speaker, quoted=True, spoke=True)
            return Frame(sentence, "free", i, i + 1), speaker
        if quoted and quoted.answer and self.interviewee is None:  # no question says who answers it
            return Frame(sentence, "free", i, i + 1), Speaker((), "", -1, -1)
        part = is_part(sentence, i)
        if part and self.answered:  # "Le club se refuse à tout commentaire « tant que … »"
            return Frame(sentence, "free", start, i + 1), replace(self.answered, text="", start=-1, end=-1)
        return Frame(sentence, "free", start, i + 1), self.cast.continuing(sentence, part=part)

    def _respond(self, response: Response, first: Speaker | None) -> None:
        speaker = self.cast.resolve(response.source) if response.source else first
        if response.source is None and speaker is None:
            speaker = self.cast.view.last
        if speaker is None or not speaker.names:
            return
        self.cast.view.see(speaker, spoke=True)
        self.answered = speaker
        frame = Frame(
            response.sentence, "free", response.start, response.end, None, response.start, response.end
        )
        made = self._attribution(frame, [], speaker)
        self.found.append(replace(made, kind="response", stance=response.stance, response=response.kind))

    def _attribution(self, frame: Frame, quotes: list[int], speaker: Speaker | None) -> Attribution:
        sentence = frame.sentence
        spans = tuple(part for i in quotes for part in self._parts(sentence, i, speaker))
        self.cast.view.hear(spans, speaker.names if speaker else ())
        start, end = sentence.starts[frame.start], sentence.ends[frame.end - 1]
        whole = frame.end - frame.start == 1 and sentence.word(frame.start - 1) not in vocabulary("bare_of")
        kind = ("direct" if whole else "mixed") if quotes else "indirect"
        if kind == "direct":
            start, end = spans[0][0], spans[-1][1]
        made = Attribution(
            article_id=self.article_id,
            kind=kind,
            content_start=start,
            content_end=end,
            cue=sentence.text(frame.cue_start, frame.cue_end) if frame.cue_start >= 0 else "",
            cue_start=sentence.starts[frame.cue_start] if frame.cue_start >= 0 else -1,
            cue_end=sentence.ends[frame.cue_end - 1] if frame.cue_start >= 0 else -1,
            quotes=spans,
            stance="deny" if is_denial(frame) else "affirm",
            modality=modality_of(frame),
            section=sentence.paragraph.section.kind,
            sentence_start=sentence.starts[0],
            sentence_end=sentence.ends[-1],
            **speaker_fields(speaker, self.cast.names),
        )
        return date_saying(made, sentence, self.days)

    def _parts(self, sentence: Sentence, i: int, speaker: Speaker | None) -> tuple[tuple[int, int], ...]:
        """Return what is said of the quotation at *i*, less what the newspaper puts in of its *speaker*."""
        quoted, names = sentence.quotes[i], speaker.names if speaker else ()
        inserted = [
            found for found in find_insertions(sentence, i) if self._names(found.source) in ((), names)
        ]
        return spoken_parts(quoted, inserted) if quoted else ()

    def finish(self) -> tuple[Attribution, ...]:
        """Return all attributions in the order of the text."""
        return tuple(sorted(self.found, key=lambda a: (a.content_start, a.content_end, a.kind)))
