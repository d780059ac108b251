"""How a source presents what is laid to it: denied or affirmed, rumour, estimate, plan or plain assertion."""

from dossier.statements.cues import Cue
from dossier.statements.frames import Frame
from dossier.syntax.vocabulary import vocabulary


def is_denial(frame: Frame) -> bool:
    """Return whether *frame* denies what it lays to its source by its verb."""
    cue = frame.verb
    return cue is not None and cue.verb.answer in ("deny", "deny_speech") and not cue.negated


def _is_past(cue: Cue | None) -> bool:
    """Return whether the verb stands in the past, where the conditional is only the future seen from it."""
    return cue is not None and cue.shape == "participle"


def modality_of(frame: Frame) -> str:
    """Return whether the content is rumour in the conditional, an estimate, a plan, or asserted."""
    lemma = frame.verb.verb.lemma if frame.verb else ""
    sentence = frame.sentence
    for i in range(frame.start, frame.end):
        if sentence.words[i].endswith(("rait", "raient")) and sentence.tokens[i].morph.get("Mood") == ["Cnd"]:
            rumour = frame.how in ("source", "speech_noun") or not _is_past(frame.verb)
            if rumour or sentence.tokens[i].dep_ == "aux:tense":  # what would have been is no future
                return "conditional"
    if lemma in vocabulary("estimating"):
        return "estimated"
    return "planned" if lemma in vocabulary("promising") else "asserted"
