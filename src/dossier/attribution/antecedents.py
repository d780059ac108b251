"""Whom a relative pronoun stands for: "…, Jeanne Roy, directrice du port, qui affirme que …"."""

from __future__ import annotations

from spacy.tokens import Token

from dossier.attribution.apposition import with_apposition
from dossier.attribution.phrases import around_head, is_speaker, opens_phrase, scan_left, with_name_before
from dossier.attribution.sources import Source, phrase_end, read_source
from dossier.attribution.units import Unit


def find_antecedent(unit: Unit, place: int, verb: Token) -> Source | None:
    """Return the phrase that the relative pronoun at *place* stands for."""
    end = place - 1 if unit.word(place - 1) == "," else place
    if end <= 0 or unit.quotes[end - 1]:
        return None
    named = _name_at(unit, end)
    if named:
        return with_name_before(unit, named)
    head = unit.position(verb.head)
    if verb.dep_ == "acl:relcl" and 0 <= head < end:
        source = around_head(unit, head, end)
        if source and is_speaker(source) and not source.pronoun:
            return source
    found = scan_left(unit, end, governed=True)
    return with_name_before(unit, found) if found else None


def _name_at(unit: Unit, end: int) -> Source | None:
    """Return the proper name that ends at item *end* and stands apart: ", notamment la Suède, qui …"."""
    for start in range(end - 1, max(-1, end - 8), -1):
        if unit.words[start] in (",", "notamment", "dont"):
            proper = any(unit.tokens[i].ent_type_ for i in range(start + 1, end))
            whole = opens_phrase(unit, start + 1) and phrase_end(unit, start + 1, stop=end) == end
            source = read_source(unit, start + 1, end) if proper and whole else None
            return _with_role_before(unit, source) if source else None
    return None


def _with_role_before(unit: Unit, source: Source) -> Source:
    """Return *source*, a name between commas, with the role it stands beside."""
    if not source.person:
        return source
    for start in range(source.start - 2, max(-1, source.start - 16), -1):
        if unit.words[start] in (",", ";") or unit.quotes[start]:
            break
        if opens_phrase(unit, start) and phrase_end(unit, start, stop=source.start - 1) == source.start - 1:
            role = read_source(unit, start, source.start - 1)
            if role and role.noun and not role.person:
                return with_apposition(unit, role)[0]
    return source
