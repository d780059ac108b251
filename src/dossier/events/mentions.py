"""Event mentions of one article: what happened, when by its own words, who took part, how sure it is told."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import partial
from itertools import takewhile
from typing import TYPE_CHECKING

from dossier.blocks import Blocks
from dossier.dates import between
from dossier.events.describe import STATEMENT, UNTYPED, Place, actors_of, attributes_of, content_words
from dossier.events.times import governor, is_about, is_aside, is_bound, is_calendar, lone, outermost, sharing
from dossier.events.triggers import (
    BESIDE,
    Trigger,
    Vocabulary,
    build_vocabulary,
    depth,
    family_of,
    find_triggers,
    scope_of,
)
from dossier.events.undated import (
    carried,
    covering,
    happens,
    is_definite,
    is_happening,
    is_named,
    is_negated,
    leaves_open,
    night_behind,
    reach,
    sources,
    status_of,
    tells,
    verbal,
    what_happens,
)
from dossier.investigation import EventType, Investigation
from dossier.lexicons import word_set
from dossier.records import PUBLISHED, Attribution, Mention, Reading, Statement, TimeExpression, stable_id
from dossier.registry import Registry
from dossier.syntax.senses import is_of_reporters

if TYPE_CHECKING:
    from dossier.language import Paragraph, Parsed
    from dossier.tokens import Span, Token

SKIPPED = ("related_link", "metadata", "dateline", "caption")
REACH = 4  # sentences within which an event named again is taken to be the one just dated
_NEAR = 5  # words from the verb of speaking to a date that belongs to it


@dataclass(frozen=True, slots=True)
class Found:
    """A mention with its kind and the sentence it stands in."""

    mention: Mention
    kind: EventType
    place: Place


@dataclass(slots=True)
class Reader:
    """Reads one article, sentence by sentence."""

    parsed: Parsed
    expressions: Sequence[TimeExpression]
    attributions: Sequence[Attribution]
    told: Mapping[int, Statement]  # by where the predicate begins
    vocabulary: Vocabulary
    registry: Registry
    found: list[Found] = field(default_factory=list)
    said: Blocks[Attribution] = field(init=False)
    spoken: Sequence[Attribution] = ()  # those that touch the sentence being read

    def __post_init__(self) -> None:
        self.expressions = sorted(self.expressions, key=lambda e: (e.start, e.end))
        self.said = Blocks((*reach(attribution), attribution) for attribution in self.attributions)

    def read(self) -> tuple[Mention, ...]:
        """Return the mentions of the article in the order of the text."""
        for number, (paragraph, sentence) in enumerate(self.parsed.sentences()):
            if paragraph.section.kind not in SKIPPED:
                self.read_sentence(Place(paragraph, sentence, number))
        mentions = {found.mention.mention_id: found.mention for found in self.found}
        return tuple(sorted(mentions.values(), key=lambda m: (m.start, m.end, m.mention_id)))

    def read_sentence(self, place: Place) -> None:
        """Take up the events of a sentence: the dated ones, those at the same time, those dated before."""
        paragraph, sentence = place.paragraph, place.sentence
        self.spoken = tuple(self.said.meeting(*paragraph.span(sentence)))
        times = self.times_in(paragraph, sentence)
        inside = frozenset(token.i for _, span in times for token in span)
        place = replace(place, times=inside)
        triggers = outermost(list(find_triggers(list(sentence), self.vocabulary, inside)))
        triggers = self.with_sayings(paragraph, sentence, triggers)
        chosen: dict[int, tuple[int, Trigger, TimeExpression]] = {}
        stretches = dict(between(self.parsed.article.text, (expression for expression, _ in times)))
        for expression, span in times:
            state = is_bound(span, expression) and expression not in stretches
            if state or not is_calendar(expression) or expression in stretches.values():
                continue
            event = governor(span, triggers, partial(self.reporting_verb, paragraph, expression))
            if event is not None and not isinstance(event, Trigger):
                told = what_happens(event)
                event = told and (carried(told, triggers) or self.plain_trigger(paragraph, told))
            if event is None or is_aside(span, expression, event.head):
                continue
            saying = event.kind.label.casefold() == STATEMENT
            own = not saying and all(a.kind != "direct" for a in self.over(paragraph, event.head))
            if is_of_reporters(event.head, own=own) or self.reports(paragraph, event.head, expression.start):
                continue
            spoken_of = saying and self.is_spoken_of(paragraph, event, expression)
            if spoken_of or is_about(span, expression, event.head, saying=saying):
                continue
            if event not in triggers:
                triggers.append(event)
            unsaid = saying and is_negated(event.head)  # "il n'a rien annoncé lundi"
            steps = depth([span.root], event.head)  # the nearer date is its own
            if not unsaid and steps < chosen.get(event.head.i, (BESIDE + 1,))[0]:
                chosen[event.head.i] = steps, event, expression
        alone = () if chosen else lone(paragraph, sentence, self.expressions, self.told)
        chosen |= {head.i: (0, self.plain_trigger(paragraph, head), day) for head, day in alone}
        dated = {i: self.take(place, event, expression) for i, (_, event, expression) in chosen.items()}
        for trigger in (*triggers, *reversed(triggers)):
            if trigger.head.i not in dated and (same := self.date_source(place, trigger, triggers, dated)):
                dated[trigger.head.i] = self.take(place, trigger, None, same)
        for trigger in self.undated(paragraph, sentence, triggers):
            head = trigger.head
            if head.i not in dated and not (head.head.i in dated and carried(head.head, [trigger])):
                dated[head.i] = self.take(place, trigger, None)

    def undated(self, paragraph: Paragraph, sentence: Span, triggers: Sequence[Trigger]) -> Iterator[Trigger]:
        """Yield what *sentence* tells, no question, as a happening, whether or not a date stands with it."""
        known = {token.i: trigger for trigger in triggers for token in trigger.tokens}
        nouns = [token for token in sentence if token.i not in known and is_happening(token)]
        known |= {noun.i: self.plain_trigger(paragraph, noun) for noun in nouns}
        for token in sentence if sentence.text.strip()[-1:] != "?" else ():
            told, trigger = self.told.get(paragraph.offset(token)), known.get(token.i)
            if trigger and trigger.head.pos_ in ("NOUN", "PRON"):
                if trigger.head == token and is_named(trigger, told):
                    yield trigger
            elif (
                told
                and happens(token, told)
                and not (carried(token, known.values()) or is_of_reporters(token, own=True))
            ):
                found = trigger or self.plain_trigger(paragraph, token)
                if found.kind.label.casefold() != STATEMENT:
                    yield found

    def with_sayings(self, paragraph: Paragraph, sentence: Span, triggers: list[Trigger]) -> list[Trigger]:
        """Return *triggers* and the verbs that report words, which name no other general kind."""
        verbs = (token for token in sentence if tells(token) and self.reports(paragraph, token))
        asked = {trigger.head.i for trigger in triggers if trigger.kind.key != "other"}
        said = {verb.i: self.plain_trigger(paragraph, verb) for verb in verbs if verb.i not in asked}
        rest = (trigger for trigger in triggers if trigger.head.i not in said)
        return sorted((*rest, *said.values()), key=lambda trigger: trigger.head.i)

    def over(self, paragraph: Paragraph, token: Token) -> tuple[Attribution, ...]:
        """Return those who say *token*."""
        return covering(self.spoken, offset := paragraph.offset(token), offset + len(token.text))

    def plain_trigger(self, paragraph: Paragraph, verb: Token) -> Trigger:
        """Return the event of a *verb* that no vocabulary knows: a statement if it reports words."""
        label = STATEMENT if self.reports(paragraph, verb) else f"{UNTYPED}{family_of(verb.lemma_)})"
        return Trigger(EventType(key="other", label=label), (verb,), verb, scope_of(verb))

    def reports(self, paragraph: Paragraph, verb: Token, at: int = -1) -> bool:
        """Return whether *verb* reports, and *at* is in words before it: "arrêtés mardi, confirme X"."""
        told = (a for a in self.spoken if a.cue_start <= paragraph.offset(verb) < a.cue_end)
        return any(at < 0 or a.content_start <= at < min(a.content_end, a.cue_start) for a in told)

    def is_spoken_of(self, paragraph: Paragraph, saying: Trigger, expression: TimeExpression) -> bool:
        """Return whether *expression* is of what is said: in the words, and not right behind their verb.

        "A dit le 31 octobre s'attendre à …" dates the saying, "estime qu'il en restait 300 en mai" does not.
        """
        within = any(a.content_start <= expression.start < a.content_end for a in self.spoken)
        between = self.parsed.article.text[paragraph.offset(saying.head) : expression.start].split()
        that = "".join(between[1:2]).lower()[:3].rstrip("'’") in word_set("dates", "that")  # "que", "qu'en"
        return within and (that or len(between) > _NEAR)

    def times_in(self, paragraph: Paragraph, sentence: Span) -> list[tuple[TimeExpression, Span]]:
        """Return the time expressions of *sentence* with their tokens."""
        start, end = paragraph.span(sentence)
        first = bisect_left(self.expressions, start, key=lambda e: e.start)
        after = bisect_left(self.expressions, end, key=lambda e: e.start)
        within = [e for e in self.expressions[first:after] if e.end <= end]
        spans = [(e, paragraph.char_span(e.start, e.end)) for e in within]
        return [(expression, span) for expression, span in spans if span is not None]

    def reporting_verb(self, paragraph: Paragraph, expression: TimeExpression, place: int) -> Token | None:
        """Return the verb that reports the token at *place*, if that is quoted and *expression* is not."""
        offset = paragraph.offset(paragraph.doc[place])
        for attribution in self.spoken:
            start, end = attribution.content_start, attribution.content_end
            if attribution.kind == "response" or not start <= offset < end or start <= expression.start < end:
                continue
            if attribution.cue_start >= 0:
                cue = paragraph.char_span(attribution.cue_start, attribution.cue_end)
                return cue.root if cue is not None else None
        return None

    def date_source(
        self,
        place: Place,
        trigger: Trigger,
        triggers: Sequence[Trigger],
        dated: dict[int, Found],
    ) -> Found | None:
        """Return the mention that dates the undated *trigger*: of its sentence, or the same event before."""
        quoted = bool(self.over(place.paragraph, trigger.head))
        for other in triggers:
            if other.head.i not in dated or not sharing(other, trigger, quoted=quoted):
                continue
            if not self.reports(place.paragraph, trigger.head, place.paragraph.offset(other.head)):
                return dated[other.head.i]
        if not (trigger.kind.once and place.paragraph.section.kind == "body"):
            return None
        noun_only = trigger.kind.key == "other"
        if status_of(trigger.head, ()) != "reported" or not is_definite(trigger.head, noun_only=noun_only):
            return None
        recent = takewhile(lambda f: place.number - f.place.number <= REACH, reversed(self.found))
        near = (f for f in recent if f.kind is trigger.kind and f.mention.status == "reported")
        return next((f for f in near if f.mention.date_id or f.mention.date_from), None)

    def take(
        self,
        place: Place,
        trigger: Trigger,
        expression: TimeExpression | None,
        earlier: Found | None = None,
    ) -> Found:
        """Return and keep the mention of *trigger*, dated by *expression* or as the *earlier* mention is."""
        if earlier and earlier.place.number == place.number:
            expression = next((e for e in self.expressions if e.date_id == earlier.mention.date_id), None)
        mention = self.build_mention(place, trigger, expression)
        if earlier and not expression:
            mention = replace(mention, date_from=earlier.mention.date_from or earlier.mention.mention_id)
        elif not expression and (night := night_behind(trigger.head, place, self.expressions)):
            mention = replace(mention, date_id=night.date_id, date_basis="")
        found = Found(mention, trigger.kind, place)
        self.found.append(found)
        return found

    def build_mention(self, place: Place, trigger: Trigger, expression: TimeExpression | None) -> Mention:
        """Return the record of *trigger*, its text from the first to the last word that names or dates it."""
        article, paragraph = self.parsed.article, place.paragraph
        tokens = (*trigger.tokens, *trigger.named)
        start = min(paragraph.offset(token) for token in tokens)
        end = max(paragraph.offset(token) + len(token.text) for token in tokens)
        sentence_start, sentence_end = paragraph.span(place.sentence)
        if expression and expression.start >= sentence_start:
            start, end = min(start, expression.start), max(end, expression.end)
        here = paragraph.offset(trigger.head)
        said = self.over(paragraph, trigger.head)
        told = self.told.get(here)
        asked = leaves_open(trigger.head, told, article.text[sentence_start:sentence_end])
        when = expression.meaning if expression else ""
        # "devait encore être signé"
        looks_back = any("Imp" in verb.morph.get("Tense") for verb in verbal(trigger.head))
        return Mention(
            mention_id=stable_id("m", article.article_id, start, end, str(here)),
            event_id="",
            article_id=article.article_id,
            start=start,
            end=end,
            text=article.text[start:end],
            sentence_start=sentence_start,
            sentence_end=sentence_end,
            type=trigger.kind.key,
            label=trigger.kind.label,
            date_id=expression.date_id if expression else "",
            date_basis=PUBLISHED if not expression and looks_back else "",
            actors=actors_of(trigger, paragraph, self.registry),
            status=status_of(trigger.head, said, when, asked=asked),
            attributed_to=sources(said, trigger.head, when),
            attributes=attributes_of(trigger, self.vocabulary, self.registry),
            words=content_words(trigger, place.times),
            doers=told.agent if told and told.patient else (),
        )


def find_mentions(
    parsed: Parsed, reading: Reading, investigation: Investigation, registry: Registry
) -> tuple[Mention, ...]:
    """Return the event mentions of *parsed*, of which *reading* holds dates and statements, in its order.

    ``date`` is left to `dossier.dates.resolve` (by ``date_id``), ``event_id`` and the dates taken from
    another mention to `link_mentions`.
    """
    vocabulary = build_vocabulary(investigation)
    told = {statement.predicate_start: statement for statement in reading.statements}
    return Reader(parsed, reading.expressions, reading.attributions, told, vocabulary, registry).read()
