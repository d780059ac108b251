"""What stands beside a speaker between commas: a name beside a role, a role beside a name."""

from __future__ import annotations

from dataclasses import replace

from dossier.attribution.lexicon import roles, vocabulary
from dossier.attribution.sources import Source, head_noun, phrase_end, proper_tail, read_source, role_of
from dossier.attribution.units import QUOTE, Unit


def with_apposition(
    unit: Unit, source: Source, *, stop: int | None = None, closed: bool = False
) -> tuple[Source, int]:
    """Return *source* completed by what stands beside it between commas, and the item after all of it.

    With *closed* a pause must follow it: "selon la police, Jean Roux a …" has none.
    "Jeanne Martin, rédactrice en chef de …," has a role; "le porte-parole du ministère, Paul Roux," a name.
    """
    limit = len(unit) if stop is None else stop
    after = source.end
    if unit.word(after) == "(":
        closing = next((i for i in range(after, min(after + 8, limit)) if unit.words[i] == ")"), -1)
        after = closing + 1 if closing > 0 else after
    if unit.word(after) != "," or after + 1 >= limit or source.pronoun:
        return source, after
    end = phrase_end(unit, after + 1, stop=limit)
    beside = read_source(unit, after + 1, end) if end > after + 1 else None
    if beside is None or (closed and unit.word(end) not in (",", ")", ":", ".", "")):
        return source, after
    if source.person and not beside.person and beside.noun and not source.role:
        role = role_of(unit, after + 1, end, None)
        return _longer(source, end, role=role, noun=beside.noun, gender=beside.gender or source.gender), end
    if not source.person and (source.noun or unit.word(source.start) in vocabulary("determiners")):
        name = beside.person or (beside.text if _all_names(unit, after + 1, end) else "")
        if name and (beside.person or roles().category.get(source.noun) != "document"):
            head = unit.word(max(source.start, head_noun(unit, source.start, source.end)))
            role = source.role or role_of(unit, source.start, source.end, None)
            return _longer(source, end, person=name, role=role, noun=source.noun or head), end
        pause = unit.word(end) in (",", ":", QUOTE)
        if pause and proper_tail(unit, after + 1, end) and not proper_tail(unit, source.start, source.end):
            return beside, end
    return source, after


def _all_names(unit: Unit, start: int, end: int) -> bool:
    return 1 < end - start < 5 and all(unit.tokens[i].text[:1].isupper() for i in range(start, end))


def _longer(source: Source, end: int, **changes: str) -> Source:
    return replace(source, end=end, text=source.unit.text(source.start, end), **changes)  # type: ignore[arg-type]
