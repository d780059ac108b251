"""The constructions of reported speech: each yields who says which stretch of a sentence."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from dossier.attribution.contents import clause_end, clause_start, trim
from dossier.attribution.cues import Cue, find_cues
from dossier.attribution.lexicon import vocabulary
from dossier.attribution.prepositions import find_noun_frames, find_prepositional
from dossier.attribution.sources import Source
from dossier.attribution.subjects import find_agent, find_inverted, find_subject
from dossier.attribution.units import QUOTE, Unit


@dataclass(frozen=True, slots=True)
class Frame:
    """One construction: items ``start`` to ``end`` of *unit* are laid to *source*; *how* names the construction.

    how: inserted | colon | clause | infinitive | complement | noun | object | source | speech_noun | free
    """

    unit: Unit
    how: str
    start: int
    end: int
    source: Source | None
    cue: str = ""
    cue_start: int = -1  # items
    cue_end: int = -1
    verb: Cue | None = None

    @property
    def quotes(self) -> list[int]:
        """The items inside that are quotations."""
        return [i for i in range(self.start, self.end) if self.unit.quotes[i]]


def find_frames(unit: Unit) -> list[Frame]:
    """Return the constructions of one sentence; quotations that no construction takes are left out."""
    cues = list(find_cues(unit))
    found: list[Frame] = []
    for cue in cues:
        found.extend(_of_cue(unit, cue, cues, found))
    found.extend(
        Frame(unit, "source", *trim(unit, start, end), source, cue, cue_start, cue_end)
        for start, end, source, cue, cue_start, cue_end in find_prepositional(unit, cues)
    )
    found.extend(
        Frame(unit, "speech_noun", *trim(unit, start, end), source, cue, cue_start, cue_end)
        for start, end, source, cue, cue_start, cue_end in find_noun_frames(unit, cues)
    )
    return [frame for frame in found if frame.start < frame.end]


def _of_cue(unit: Unit, cue: Cue, cues: Sequence[Cue], before: Sequence[Frame]) -> Iterator[Frame]:
    """Yield what one verb reports."""
    inverted = None if cue.passive else find_inverted(unit, cue)
    if inverted:
        yield from _inserted(unit, cue, cues, *inverted)
        return
    agent = find_agent(unit, cue) if cue.passive else None
    source = agent[0] if agent else None if cue.passive else find_subject(unit, cue)
    after = agent[1] if agent else cue.end
    if cue.shape == "gerund" and source is None:
        source = next((frame.source for frame in reversed(before) if frame.source), None) or _main_subject(
            unit, cue, cues
        )
    frame = _complement(unit, cue, cues, after)
    if frame:
        yield replace(frame, source=source)
    colon = _colon(unit, frame.end if frame else after)
    if colon >= 0:
        yield Frame(unit, "colon", colon, colon + 1, source, *_cue_text(unit, cue), verb=cue)


def _main_subject(unit: Unit, cue: Cue, cues: Sequence[Cue]) -> Source | None:
    token = unit.tokens[cue.at]
    for _ in range(4):
        token = token.head
        place = unit.position(token)
        if place >= 0 and token.pos_ in ("VERB", "AUX"):
            return find_subject(unit, Cue(cue.verb, "finite", place, place, place + 1))
    return None


def _cue_text(unit: Unit, cue: Cue) -> tuple[str, int, int]:
    base = unit.paragraph.start
    return (
        unit.paragraph.doc.text[unit.starts[cue.start] - base : unit.ends[cue.end - 1] - base],
        cue.start,
        cue.end,
    )


def _inserted(unit: Unit, cue: Cue, cues: Sequence[Cue], source: Source, after: int) -> Iterator[Frame]:
    """Yield what an inverted verb reports: the words before it, and those after where the clause goes on."""
    text, first, last = _cue_text(unit, cue)
    make = lambda how, start, end: Frame(unit, how, *trim(unit, start, end), source, text, first, last, cue)  # noqa: E731
    before = cue.start - 1
    if unit.word(before) == "comme":
        yield from _after_comme(unit, cue, cues, after, make)
        return
    while before >= 0 and unit.words[before] in (",", "–", "—"):
        before -= 1
    if before < 0:
        if unit.word(after) in (":", ","):
            yield make("colon", after + 1, clause_end(unit, after + 1, cues))
        elif unit.word(after) in ("que", "qu'"):
            yield make("clause", after + 1, clause_end(unit, after + 1, cues))
        return
    start = clause_start(unit, before + 1)
    if unit.quotes[before] and _is_whole(unit, before, start):
        start = before
    yield make("inserted", start, before + 1)
    following = after
    while unit.word(following) not in ("", ",", ":", QUOTE, ".", ";") and following < after + 12:
        following += 1
    if unit.word(following) in (",", ":") and unit.word(following + 1) == QUOTE:
        following += 1
    if unit.word(following) == QUOTE:
        yield make("inserted", following, following + 1)


def _after_comme(unit: Unit, cue: Cue, cues: Sequence[Cue], after: int, make) -> Iterator[Frame]:  # type: ignore[no-untyped-def]
    """Yield what "comme le précise X" goes with: the quotation after it, or the clause around it."""
    if unit.word(after) in (":", ",") and (QUOTE in unit.words[after : after + 3]):
        yield make("colon", after + 1, clause_end(unit, after + 1, cues))
        if unit.word(after) == ",":
            return
    start = clause_start(unit, cue.start - 1)
    if cue.start - 1 > start + 2:
        yield make("inserted", start, cue.start - 1)


def _is_whole(unit: Unit, i: int, start: int) -> bool:
    """Return whether the quotation at *i* is a sentence of its own and not part of the words before it."""
    if i == start or unit.word(i - 1) in (":", ".", "!", "?", QUOTE, ";"):
        return True
    quoted = unit.quotes[i]
    text = unit.paragraph.doc.text
    first = (
        text[quoted.start - unit.paragraph.start] if quoted and quoted.start >= unit.paragraph.start else "a"
    )
    return first.isupper() and unit.word(i - 1) == ","


def _colon(unit: Unit, start: int) -> int:
    """Return the quotation after a colon that follows *start* in the same clause, or -1."""
    for i in range(start, len(unit) - 1):
        if unit.words[i] == ":" and unit.quotes[i + 1]:
            return i + 1
        if unit.words[i] in (";", ".") or unit.quotes[i]:
            return -1
    return -1


def _complement(unit: Unit, cue: Cue, cues: Sequence[Cue], after: int) -> Frame | None:
    """Return what follows the verb: a clause, an infinitive, a complement, a noun, or quoted words."""
    text = _cue_text(unit, cue)
    verb = cue.verb
    place = _skip_adverbials(unit, after)
    that = _conjunction(unit, after)
    if verb.say and that >= 0 and not (cue.negated and verb.lemma != "nier"):
        return _framed(unit, "clause", that, cues, text, cue)
    if that >= 0 and QUOTE in unit.words[that : clause_end(unit, that, cues)]:
        return _framed(unit, "clause", that, cues, text, cue)
    if verb.bare and _is_infinitive(unit, place):
        return _framed(unit, "infinitive", place, cues, text, cue)
    inside = _preposition(unit, cue, after)
    if inside >= 0:
        return _framed(unit, "complement", inside, cues, text, cue)
    if (
        verb.noun
        and not verb.rest
        and _opens_noun(unit, place)
        and not cue.negated
        and cue.shape in ("finite", "participle", "conditional")
    ):
        return _framed(unit, "noun", _after_figure(unit, place), cues, text, cue)
    end = clause_end(unit, after, cues)
    if any(unit.quotes[i] for i in range(after, end)) and cue.shape != "infinitive":
        return _framed(unit, "object", place, cues, text, cue)
    return None


def _framed(
    unit: Unit, how: str, start: int, cues: Sequence[Cue], text: tuple[str, int, int], cue: Cue
) -> Frame:
    begin, end = trim(unit, start, clause_end(unit, start, cues))
    return Frame(unit, how, begin, end, None, *text, verb=cue)


def _conjunction(unit: Unit, start: int) -> int:
    """Return the item after the conjunction that opens the reported clause, or -1."""
    commas = 0
    for i in range(start, min(start + 22, len(unit))):
        word = unit.words[i]
        if word in ("que", "qu'"):
            if (
                unit.word(i - 1)
                in ("plus", "moins", "autant", "ce", "ainsi", "alors", "tandis", "bien", "autre", "même")
                and i > start
            ):
                return -1
            return i + 2 if unit.word(i + 1) == ":" else i + 1
        if unit.quotes[i] or word in (";", ":", ".", "qui", "dont", "et", "où"):
            return -1
        if word == ",":
            commas += 1
        elif (
            commas != 1
            and unit.tokens[i].pos_ in ("VERB", "AUX")
            and "VerbForm=Fin" in str(unit.tokens[i].morph)
        ):
            return -1
    return -1


def _skip_adverbials(unit: Unit, start: int) -> int:
    """Return the first item after adverbs, days and inserted phrases."""
    i = start
    while i < len(unit):
        word = unit.words[i]
        if word in ("le", "la", "l'", "les", "un", "une", "de", "du", "ce", "son", "leur"):
            return i
        if word == ",":
            closing = next((k for k in range(i + 1, min(i + 14, len(unit))) if unit.words[k] == ","), -1)
            if closing < 0:
                return i
            i = closing + 1
        elif word in vocabulary("between") or (
            unit.tokens[i].pos_ == "ADV" and word not in ("ne", "n'", "pas")
        ):
            i += 1
        else:
            return i
    return i


def _is_infinitive(unit: Unit, i: int) -> bool:
    while unit.word(i) in ("ne", "pas", "n'", "se", "s'", "y", "en", "le", "la", "l'", "les", "lui", "leur"):
        i += 1
    if not 0 <= i < len(unit) or unit.quotes[i]:
        return False
    token = unit.tokens[i]
    return token.pos_ in ("VERB", "AUX") and "VerbForm=Inf" in str(token.morph)


def _preposition(unit: Unit, cue: Cue, after: int) -> int:
    """Return the item after the preposition that the verb governs, or -1."""
    wanted = {form for p in cue.verb.prepositions for form in {"de": ("de", "d'"), "à": ("à",)}.get(p, (p,))}
    if not wanted:
        return -1
    adjacent = _skip_adverbials(unit, after)
    if cue.reflexive and "à" in wanted and unit.word(adjacent) in ("à", "au", "aux"):
        return adjacent + (unit.word(adjacent) == "à")
    for i in range(after, min(after + 25, len(unit))):
        word = unit.words[i]
        if unit.quotes[i] or word in (";", ":", ".", "que", "qu'"):
            return -1
        if word in wanted and _is_infinitive(unit, i + 1):
            return i + 1
        if i == adjacent:
            if word in wanted:
                return i + 1
            if (word in ("au", "aux") and "à" in wanted) or (word in ("du", "des") and "de" in wanted):
                return i
    if cue.verb.lemma in ("accuser", "menacer", "prévenir", "avertir"):
        for i in range(after, min(after + 14, len(unit))):
            if unit.words[i] in wanted and i > adjacent:
                return i + 1
    return -1


def _opens_noun(unit: Unit, i: int) -> bool:
    return 0 <= i < len(unit) and (
        unit.word(i) in vocabulary("determiners")
        or unit.tokens[i].pos_ in ("DET", "NUM")
        or unit.word(i) in ("à",)
    )


def _after_figure(unit: Unit, i: int) -> int:
    """Return the item after "le chiffre de", "un bilan de": what is said is the figure itself."""
    if unit.word(i + 1) in vocabulary("figure_nouns") and unit.word(i + 2) in ("de", "d'"):
        return i + 3
    return i
