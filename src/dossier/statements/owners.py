"""Which constructions lay words to somebody, and which of them a quotation belongs to."""

from collections.abc import Sequence

from dossier.statements.cues import Cue
from dossier.statements.frames import Frame
from dossier.syntax.nominals import Nominal
from dossier.syntax.phrases import is_speaker
from dossier.syntax.sentence import Sentence
from dossier.syntax.vocabulary import vocabulary


def holds(outer: Frame, inner: Frame) -> bool:
    """Return whether *outer* covers all of *inner*, which has quotations."""
    return (
        outer.start <= inner.start
        and inner.end <= outer.end
        and any(inner.sentence.quotes[inner.start : inner.end])
    )


def lays_words(frame: Frame, cues: Sequence[Cue]) -> bool:
    """Return whether *frame* lays words to somebody: views without quotation marks do not."""
    if frame.quotes:
        return not _is_set_off(frame)
    if frame.how == "speech_noun":
        return frame.source is not None
    if frame.source is None or frame.how == "object" or not can_lay(frame, frame.source):
        return False
    if frame.verb is None:
        return not _unconfirmed(frame, cues)
    verb = frame.verb.verb
    told = frame.how == "inserted" or (frame.how == "complement" and frame.verb.reflexive)  # "s'en défend"
    return told or not (verb.view or (verb.document and not (verb.quote or verb.noun)))


def can_lay(frame: Frame, source: Nominal) -> bool:
    """Return whether *source* can say what *frame* lays to it: by its form or by its verb."""
    nobody = source.text.removeprefix("-").lower() in vocabulary("nobody")
    if is_speaker(source) or (frame.how in ("infinitive", "inserted") and not nobody):
        return True  # "un berger dit avoir vu un loup", "le pont rouvrira, promet la métropole"
    told = frame.how in ("clause", "inserted", "noun", "complement")
    verb = frame.verb.verb if frame.verb and told else None
    if verb is not None and verb.personal and frame.how != "noun" and not _hangs(frame):
        return not source.text[:1].isdigit()
    if frame.how == "source":  # "selon la protection civile"
        first, noun = source.sentence.word(source.start), source.sentence.word(source.start + 1)
        weak = source.sentence.word(frame.cue_start) in vocabulary("weak_prepositions")
        varies = source.number == "plur" and not vocabulary("to_a_figure").isdisjoint(
            source.sentence.words[max(0, frame.cue_start - 4) : frame.cue_start]
        )
        thing = weak or varies or noun in vocabulary("speech_nouns")
        return first in vocabulary("definite_articles") and not thing  # "de 30 à 60 % selon les parcelles"
    return verb is not None and (verb.say or verb.noun) and _are_people(source)


def _hangs(frame: Frame) -> bool:
    return frame.verb is not None and frame.verb.shape in ("gerund", "infinitive")


def _is_set_off(frame: Frame) -> bool:
    """Return whether a headline only sets off one word of an object: "annonce une « pause »"."""
    if frame.how not in ("object", "noun") or frame.sentence.paragraph.section.kind != "title":
        return False
    return not any(" " in frame.sentence.text(i, i + 1).strip('«»“”" \u00a0\u202f') for i in frame.quotes)


def _are_people(source: Nominal) -> bool:
    """Return whether the source can be people, "les pirates", although no role names them."""
    return source.number == "plur" and source.sentence.word(source.start) in vocabulary("the_many")


def _unconfirmed(frame: Frame, cues: Sequence[Cue]) -> bool:
    """Return whether "de source indépendante" only says by whom something was not confirmed."""
    if frame.sentence.word(frame.cue_start) not in vocabulary("of"):
        return False
    return any(c.verb.answer and c.negated and c.passive and frame.start <= c.at < frame.end for c in cues)


def find_owners(sentence: Sentence, frames: Sequence[Frame]) -> dict[int, Frame]:
    """Return for each quotation the frame it belongs to: what stands next to it, else the innermost."""
    rank = {"inserted": 0, "colon": 1}
    owners = {}
    for i, quoted in enumerate(sentence.quotes):
        around = [f for f in frames if f.start <= i < f.end] if quoted else []
        if around:
            owners[i] = min(
                around,
                key=lambda f: (
                    rank.get(f.how, 2),
                    f.source is None or (f.how == "object" and not is_speaker(f.source)),
                    f.end - f.start,
                    f.cue_start,
                ),
            )
    return owners
