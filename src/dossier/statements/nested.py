"""Speech inside quotation marks: "« Partez, a dit X, tout de suite »"; marks that nobody speaks."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from dossier.statements.contents import next_pause
from dossier.statements.frames import Frame, find_frames
from dossier.statements.lexicon import find_cues, forms
from dossier.syntax.inversion import find_inverted
from dossier.syntax.marks import Quoted
from dossier.syntax.nominals import Nominal, phrase_end, read_nominal
from dossier.syntax.phrases import is_person, is_speaker
from dossier.syntax.sentence import Sentence, find_sentences, is_finite, is_infinitive
from dossier.syntax.vocabulary import vocabulary

_PAUSES = (",", "?", "!", "…", "...")


def inner_sentences(sentence: Sentence) -> Iterator[Sentence]:
    """Yield the sentences within the quotations of *sentence*, quotations inside these left unread."""
    for i in sentence.quotations:
        yield from _within(sentence, i)


def _within(sentence: Sentence, i: int) -> tuple[Sentence, ...]:
    """Return the sentences within the quotation at item *i*, read once."""
    quoted, paragraph = sentence.quotes[i], sentence.paragraph
    if quoted is None:
        return ()
    kept, key = paragraph.doc.user_data, (_within, quoted.start, quoted.end)
    if key not in kept:
        end = min(quoted.end, paragraph.start + len(paragraph.text))
        span = paragraph.char_span(max(quoted.start, paragraph.start), end)
        kept[key] = tuple(find_sentences(paragraph, (), span)) if span is not None else ()
    found: tuple[Sentence, ...] = kept[key]
    return found


@dataclass(frozen=True, slots=True)
class Insertion:
    """What the newspaper puts between the marks: ", a dit X, "; offsets in the file, pauses included."""

    source: Nominal
    start: int
    end: int
    cue: str


def find_insertions(sentence: Sentence, i: int) -> list[Insertion]:
    """Return where the newspaper says, within the quotation at item *i*, who speaks."""
    found: list[Insertion] = []
    inside = _within(sentence, i)
    places = [start for inner in inside for start in inner.starts]
    for inner in inside:
        for cue in sorted(find_cues(inner, spoken=True), key=lambda cue: cue.start):
            begun = inner.starts[cue.start - 1] + (inner.word(cue.start - 1) != ",") if cue.start else -1
            told = vocabulary("told_to").isdisjoint(inner.words[cue.start : cue.at])  # "nous a dit le maire"
            if not (told and cue.verb.quote and inner.word(cue.start - 1) in _PAUSES) or cue.passive:
                continue
            inverted = find_inverted(inner, cue, spoken=True)
            end = _after_insertion(inner, inverted[1]) if inverted else -1
            own = not inverted or inner.word(inverted[0].start) in vocabulary("spoken")  # "disait mon père"
            if inverted and not own and end >= 0 and (not found or found[-1].end <= begun):
                at = next((start for start in places if start > inner.starts[end - 1]), inner.ends[-1])
                found.append(Insertion(inverted[0], begun, at, inner.text(cue.start, cue.end)))
    return found


def _after_insertion(inner: Sentence, place: int) -> int:
    """Return the item behind the pause that ends an insertion, from *place* on; -1 in a question.

    A relative clause, a time or a place goes on with it: "dit X, qui a perdu, lors d'une réunion, P".
    """
    while True:
        pause = next_pause(inner, place)
        closing = next_pause(inner, pause + 1)
        beside = pause + 1 < len(inner) and _goes_on(inner, pause + 1, closing)
        if inner.word(pause) != "," or inner.word(closing) != "," or not beside:
            break
        place = closing
    return -1 if inner.word(pause) == "?" else min(pause + 1, len(inner))


def _goes_on(inner: Sentence, start: int, end: int) -> bool:
    """Return whether what stands between two commas still tells of who speaks, when and where."""
    opening, second = inner.words[start], inner.word(start + 1)
    if opening in vocabulary("clause_relatives", "settings"):
        return True
    if opening in vocabulary("before_setting"):
        return second.endswith("ant") or second in vocabulary("bare_of", "having")
    if second in vocabulary("years") or (
        inner.tokens[start].pos_ == "NOUN" and inner.tokens[start].text.islower()
    ):
        return True  # "43 ans", "mareyeuse depuis 1998"
    beside = read_nominal(inner, start, phrase_end(inner, start, stop=end))
    return beside is not None and beside.end == end and not beside.pronoun and is_person(beside)


def spoken_parts(quoted: Quoted, insertions: Sequence[Insertion]) -> tuple[tuple[int, int], ...]:
    """Return the offsets of what is said between the marks, without what the newspaper puts in."""
    starts = (quoted.start, *(inserted.end for inserted in insertions))
    ends = (*(inserted.start for inserted in insertions), quoted.end)
    return tuple((start, end) for start, end in zip(starts, ends, strict=True) if start < end)


def find_nested(sentence: Sentence) -> Iterator[Frame]:
    """Yield what a third party is reported to say within a quotation: "« Les médecins disent que … »"."""
    for inner in inner_sentences(sentence):
        told = any(word in forms() for word in inner.words)
        for frame in find_frames(inner, list(find_cues(inner))) if told else ():
            source = frame.source
            if frame.how == "clause" and source and not source.pronoun and is_speaker(source):
                yield frame


def is_charge(sentence: Sentence, i: int) -> bool:
    """Return whether the marks at item *i* hold a charge: "mis en examen pour « faux et usage de faux »"."""
    led = sentence.words[max(0, i - 2) : i]
    if vocabulary("grounds").isdisjoint(led) or led[-1] not in vocabulary("before_ground"):
        return False
    inside = next((inner.tokens[0] for inner in _within(sentence, i)), None)
    if inside is None or (is_infinitive(inside) and inside.lower_ not in vocabulary("having")):
        return False  # "une enquête pour « faire la lumière »"
    return any(
        token.lemma_ in vocabulary("prosecuting") and not is_finite(token) for token in sentence.tokens[:i]
    )


def is_nickname(sentence: Sentence, i: int) -> bool:
    """Return whether the marks at item *i* hold what somebody is called: "la surnomment « la dame »"."""
    verb = next((token.lemma_ for token in reversed(sentence.tokens[:i]) if token.pos_ == "VERB"), "")
    dubbed = sentence.word(i - 1) in vocabulary("dubbed") and sentence.word(i - 2) == ","
    return dubbed or verb in vocabulary("nicknaming")


_LEAST = 7  # words that only speech runs to without a finite verb


def is_speech(sentence: Sentence, i: int) -> bool:
    """Return whether the quotation at item *i*, for which no construction gives a speaker, is speech.

    It is where it has a finite verb, or is long; not after "baptisé", nor outside of running text but in an
    interview.
    """
    quoted = sentence.quotes[i]
    if quoted is None or not (quoted.answer or sentence.paragraph.section.kind in ("body", "caption")):
        return False
    if any(word in vocabulary("naming") for word in sentence.words[max(0, i - 3) : i]):
        return False
    span = sentence.paragraph.char_span(
        max(quoted.start, sentence.paragraph.start), min(quoted.end, sentence.paragraph.section.end)
    )
    if span is None:
        return False
    text = sentence.paragraph.text[: quoted.end - sentence.paragraph.start].rstrip()
    alone = all(sentence.quotes[k] or not sentence.is_word(k) for k in range(len(sentence)))
    if text.endswith((".", "!", "?", "…")) or (alone and (sentence.number or quoted.answer)):
        return True
    words = [token for token in span if token.is_alpha]
    return len(words) > 1 and (len(words) >= _LEAST or any(is_finite(token) for token in words))
