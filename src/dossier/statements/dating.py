"""When it was said: the temporal expression that stands with the cue, outside of what is said."""

from __future__ import annotations

import bisect
from dataclasses import replace

from dossier.records import Attribution, TimeExpression

_NEAR = 120  # characters between the cue and a date that belongs to it


def date_saying(said: Attribution, expressions: tuple[TimeExpression, ...]) -> Attribution:
    """Return *said* with the reference of the expression that dates it, if its sentence holds one."""
    if not expressions or said.cue_start < 0:
        return said
    first = bisect.bisect_left(expressions, said.sentence_start, key=lambda e: e.start)
    nearest, distance = "", _NEAR
    for expression in expressions[first:]:
        if expression.start >= said.sentence_end:
            break
        inside = said.content_start <= expression.start < said.content_end
        far = max(expression.start - said.cue_end, said.cue_start - expression.end, 0)
        if expression.type in ("DATE", "TIME") and not inside and far < distance:
            nearest, distance = expression.date_id, far
    return replace(said, said_on_ref=nearest) if nearest else said
