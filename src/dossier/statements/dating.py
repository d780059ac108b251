"""When it was said: the temporal expression that stands with the cue, outside of what is said."""

import bisect
from dataclasses import replace

from dossier.records import Attribution, TimeExpression
from dossier.syntax.sentence import Sentence
from dossier.syntax.vocabulary import vocabulary

_NEAR = 120  # characters between the cue and a date that belongs to it


def date_saying(
    said: Attribution, sentence: Sentence, expressions: tuple[TimeExpression, ...]
) -> Attribution:
    """Return *said* with the reference of the expression of *sentence* that dates it, if there is one."""
    if not expressions or said.cue_start < 0:
        return said
    first = bisect.bisect_left(expressions, said.sentence_start, key=lambda e: e.start)
    nearest, distance = "", _NEAR
    for expression in expressions[first:]:
        if expression.start >= said.sentence_end:
            break
        inside = said.content_start <= expression.start < said.content_end
        far = max(expression.start - said.cue_end, said.cue_start - expression.end, 0)
        if expression.type not in ("DATE", "TIME") or inside or far >= distance:
            continue
        if not _is_of_another(said, sentence, expression):
            nearest, distance = expression.date_id, far
    return replace(said, said_on_ref=nearest) if nearest else said


def _is_of_another(said: Attribution, sentence: Sentence, expression: TimeExpression) -> bool:
    """Return whether *expression* bounds a time, or dates a noun or another verb behind the cue.

    "en fonction jusqu'en mars", "l'élection de 2012", "se tait sur l'appareil, mis en service en 2006".
    """
    at = bisect.bisect_left(sentence.starts, expression.start)
    before = sentence.words[max(0, at - 2) : at]
    of_noun = (
        before[-1:] and before[-1] in vocabulary("of") and sentence.tokens[at - 2].pos_ in ("NOUN", "ADJ")
    )
    cue_end = bisect.bisect_left(sentence.starts, said.cue_end)
    between = (token for token in sentence.tokens[cue_end:at] if token.pos_ == "VERB")
    other = any(token.lower_ not in vocabulary("phrase_ends") for token in between)
    other &= sentence.tokens[bisect.bisect_left(sentence.starts, said.cue_start)].pos_ != "ADP"
    return other or bool(of_noun) or not vocabulary("bounds_of_time").isdisjoint(before)
