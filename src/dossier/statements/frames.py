"""The constructions of reported speech: each says who lays which stretch of a sentence to whom."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from dossier.statements.complements import Found, find_complement, skip_adverbials
from dossier.statements.contents import (
    before_own_verb,
    clause_end,
    clause_start,
    cuts_comma,
    find_main_subject,
    next_pause,
    trim,
)
from dossier.statements.lexicon import Cue
from dossier.statements.prepositions import find_noun_frames, find_prepositional
from dossier.syntax.inflection import is_called_for
from dossier.syntax.inversion import find_body_at, find_informant, find_inverted, main_subject
from dossier.syntax.nominals import Nominal, phrase_end, read_nominal
from dossier.syntax.phrases import is_person, is_speaker, scan_left
from dossier.syntax.sentence import QUOTE, Sentence, is_finite
from dossier.syntax.subjects import find_agent, find_subject
from dossier.syntax.verbs import finite_verb
from dossier.syntax.vocabulary import is_document, vocabulary


@dataclass(frozen=True, slots=True)
class Frame:
    """One construction: items ``start`` to ``end`` of *sentence* are laid to *source*.

    how: inserted | colon | clause | infinitive | complement | noun | object | source | speech_noun | free.
    ``cue_start`` and ``cue_end`` are items; -1 without a cue.
    """

    sentence: Sentence
    how: str
    start: int
    end: int
    source: Nominal | None = None
    cue_start: int = -1
    cue_end: int = -1
    verb: Cue | None = None

    @property
    def quotes(self) -> list[int]:
        """The items inside that are quotations."""
        return [i for i in range(self.start, self.end) if (q := self.sentence.quotes[i]) and not q.name]

    def over(self, how: str, start: int, end: int) -> Frame:
        """Return the same source and cue over other items."""
        return replace(self, how=how, start=start, end=end)


def find_frames(sentence: Sentence, cues: Sequence[Cue]) -> list[Frame]:
    """Return the constructions of one sentence; quotations that no construction takes are left out."""
    found: list[Frame] = []
    for cue in cues:
        if cue.verb.quote or cue.verb.noun or cue.verb.prepositions or cue.verb.document:
            found.extend(_of_cue(sentence, cue, cues, found))
    for how, search in (("source", find_prepositional), ("speech_noun", find_noun_frames)):
        for start, end, source, cue_start, cue_end in search(sentence, cues):
            begin, finish = trim(sentence, start, end)
            found.append(Frame(sentence, how, begin, finish, source, cue_start, cue_end))
    found.extend(_owed(sentence))
    if not (cues if sentence.quotes[0] is None else [f for f in found if f.start == 0]):
        found.extend(_headline(sentence))
    return _of_nobody(sentence, _from_informants(sentence, [f for f in found if f.start < f.end]))


def _from_informants(sentence: Sentence, frames: list[Frame]) -> list[Frame]:
    """Give what one or the newspaper has from somebody to him: "a appris l'AFP de source policière"."""
    made, places = [], set()
    for frame in frames:
        verb = frame.verb
        learns = verb is not None and verb.verb.lemma in vocabulary("learning") and verb.shape == "participle"
        told = find_informant(sentence, verb, frame.source, learns=learns) if verb and frame.source else None
        places |= {told.start} if told else set()
        made.append(replace(frame, source=told) if told else frame)
    return [f for f in made if not (f.how == "source" and f.source and f.source.start in places)]


def _of_nobody(sentence: Sentence, frames: list[Frame]) -> list[Frame]:
    """Give "on indique que …", "indique-t-on", the source named beside it: "de source policière"."""
    nobody = [
        f for f in frames if f.source and f.source.text.removeprefix("-").lower() in vocabulary("one_says")
    ]
    sources = [f for f in frames if f.how == "source" and nobody and _in_one_clause(f, nobody[0])]
    places = (find_body_at(sentence, i) for i in (0, nobody[0].cue_end)) if nobody and not sources else ()
    place = next(filter(None, places), None)
    if place:
        return [replace(frame, source=place) if frame in nobody else frame for frame in frames]
    if not sources or not nobody:
        return frames
    kept = [frame for frame in frames if frame not in nobody and frame is not sources[0]]
    return [*kept, *(replace(frame, source=sources[0].source) for frame in nobody)]


def _in_one_clause(frame: Frame, other: Frame) -> bool:
    first, last = sorted((frame.cue_start, other.cue_start))
    return not {";", ":"}.intersection(frame.sentence.words[first:last])


def _of_cue(sentence: Sentence, cue: Cue, cues: Sequence[Cue], before: Sequence[Frame]) -> Iterator[Frame]:
    base = Frame(sentence, "", 0, 0, None, cue.start, cue.end, cue)
    inverted = None if cue.passive or not cue.verb.quote else find_inverted(sentence, cue)
    if inverted:
        yield from _inserted(sentence, cues, replace(base, source=inverted[0]), inverted[1])
        return
    as_quoted = sentence.word(cue.end) in vocabulary("as") and sentence.word(cue.end + 1) == QUOTE
    idle = cue.reflexive and cue.verb.lemma in vocabulary("only_inserted_reflexive") and not as_quoted
    idle |= " ".join(sentence.words[cue.start : cue.end + 1]) in vocabulary("before_anyone_says")
    if idle or is_called_for(sentence.tokens[cue.at]):
        return
    agent = find_agent(sentence, cue) if cue.passive else None
    after = agent[1] if agent else cue.end
    complement = _of_agent(sentence, cue, agent) or find_complement(sentence, cue, cues, after)
    complement = complement or _foretold(sentence, cue, cues)
    colon = _colon(sentence, complement[2] if complement else after) if cue.verb.quote else -1
    between = sentence.tokens[after : max(after, colon)]
    if cue.shape == "infinitive" and any(is_finite(t) and "ROOT" in (t.dep_, t.head.dep_) for t in between):
        colon = -1  # "Prié de dire où il était, il a éludé : « … »"
    told = complement and not (cue.passive and agent is None and complement[0] == "object")
    if not told and colon < 0:
        return
    source = agent[0] if agent else None if cue.passive else find_subject(sentence, cue)
    able = cue.passive or (source is not None and is_speaker(source))
    if not able and sentence.word(cue.start - 1) in {",", *vocabulary("sharing")}:
        source = next((f.source for f in reversed(before) if f.source and f.how != "source"), None) or source
    if source is None and cue.shape in ("gerund", "infinitive"):
        source = next((frame.source for frame in reversed(before) if frame.source), None)
        source = source or main_subject(sentence, cue)
    plain = cue.verb.quote or cue.verb.noun  # it reports whoever its subject is
    if cue.verb.document and not plain and not (source and is_document(source.noun)):
        return
    base = replace(base, source=source)
    if complement and not (source and source.start == cue.end):  # "ce que nie X"
        yield base.over(*complement[:2], before_own_verb(sentence, cue, *complement[1:]))
    if colon >= 0 and source:
        yield base.over("colon", colon, colon + 1)


def _of_agent(sentence: Sentence, cue: Cue, agent: tuple[Nominal, int] | None) -> Found | None:
    """Return the quotation between a passive and its agent: "une peine jugée « lourde » par son avocat"."""
    between = range(cue.end, agent[0].start) if agent else ()
    return next((("object", i, i + 1) for i in between if sentence.quotes[i]), None)


def _foretold(sentence: Sentence, cue: Cue, cues: Sequence[Cue]) -> Found | None:
    """Return the clause behind a colon that a pronoun before *cue* stands for: "X l'a répété : P"."""
    pronoun = vocabulary("foretelling").intersection(sentence.words[cue.start : cue.at])
    told = pronoun and cue.verb.say and not (cue.negated or cue.verb.answer)
    insists = cue.negated and cue.verb.lemma in vocabulary("insisting")  # "n'en démord pas : P"
    start = skip_adverbials(sentence, cue.end + insists) + 1
    if not (told or insists) or sentence.word(start - 1) != ":" or any(sentence.quotes[start:]):
        return None
    return "clause", *trim(sentence, start, clause_end(sentence, start, cues))


def _inserted(sentence: Sentence, cues: Sequence[Cue], base: Frame, after: int) -> Iterator[Frame]:
    """Yield what an inverted verb reports: the words before it, and those after where the clause goes on."""
    before = base.cue_start - 1
    if sentence.word(before) in vocabulary("as"):
        yield from _after_comme(sentence, cues, base, after)
        return
    if sentence.words[-1] == "?" and (before < 0 or sentence.is_word(before)):
        return  # "Lui en veut-il, à cette équipe ?"
    while before >= 0 and sentence.words[before] in (",", "–", "—", "("):
        before -= 1
    if before < 0:
        return
    start = clause_start(sentence, before + 1)
    if sentence.quotes[before] and _is_whole(sentence, before, start):
        start = before
    end = before + 1
    start = end if sentence.words[before] in vocabulary("joining") else start  # "P, mais, dit X, Q"
    following = next_pause(sentence, after)
    related = sentence.word(following + 1) in vocabulary("clause_relatives")  # "rétorque X, qui dirige Y : P"
    verbal = related and any(token.pos_ in ("VERB", "AUX") for token in sentence.tokens[start:before])
    whole = sentence.quotes[before] or (verbal and sentence.words[start] not in vocabulary("before_subject"))
    following = next_pause(sentence, following + 1) if related else following
    goes_on = sentence.word(following) in (",", ":", QUOTE)
    resumed = following if sentence.word(following) == QUOTE else following + 1
    if goes_on and sentence.word(resumed) == QUOTE:
        yield base.over("inserted", *trim(sentence, resumed, resumed + 1))
    elif sentence.word(following) == ":" and _explains(sentence, before, resumed):
        yield base.over("clause", *trim(sentence, resumed, clause_end(sentence, resumed, cues)))
    elif sentence.word(following) == "," and not whole and _resumes(sentence, base, resumed, cues):
        end = clause_end(sentence, resumed, cues)
        openers = (k for k in range(start, before) if sentence.words[k] in vocabulary("subject_relatives"))
        start = resumed if start > before else max(openers, default=start - 1) + 1  # "qui, dit-il, a alerté"
    if " ".join(sentence.words[start:end]) not in vocabulary("which_sums_up"):
        yield base.over("inserted", *trim(sentence, start, end))


def _explains(sentence: Sentence, before: int, resumed: int) -> bool:
    """Return whether what is said goes on behind a colon: "Faux, rétorque X : P « … »", "P, prédit X : P"."""
    goes_on = not sentence.quotes[before] and any(map(is_finite, sentence.tokens[resumed:]))
    return goes_on or any(sentence.quotes[resumed:])


def _resumes(sentence: Sentence, inserted: Frame, start: int, cues: Sequence[Cue]) -> bool:
    """Return whether the reported clause goes on at *start* after the *inserted* one."""
    token = sentence.tokens[start] if start < len(sentence) else None
    if token and inserted.cue_end <= sentence.position(token.head) < start:  # "dit X, chargé de l'enquête"
        return False
    reporting = any(start in {cue.start, cue.at} and cue.shape != "participle" for cue in cues)
    asked = sentence.word(start).rstrip("s") in vocabulary("asked")  # "dit X, interrogé sur P"
    if token is None or reporting or asked or token.pos_ == "ADJ":  # "dit X, fort de 8 000 adhérents"
        return False
    return sentence.words[start] not in vocabulary("not_resuming") and not cuts_comma(
        sentence, start - 1, set()
    )


def _after_comme(sentence: Sentence, cues: Sequence[Cue], base: Frame, after: int) -> Iterator[Frame]:
    """Yield what "comme le précise X" goes with: the quotation after it, and the clause before it."""
    if sentence.word(after) in (":", ",") and QUOTE in sentence.words[after : after + 3]:
        yield base.over("colon", *trim(sentence, after + 1, clause_end(sentence, after + 1, cues)))
        if sentence.word(after) == ",":
            return
    before = base.cue_start - 1
    start = clause_start(sentence, before)
    opening = vocabulary("whether")  # "savoir si P, comme le dit Y"
    if any(cue.verb.say and cue.start < before for cue in cues):  # "X affirme que P, comme le dit Y"
        opening |= vocabulary("that")
    inside = (k for k in range(before, start, -1) if sentence.words[k - 1] != ",")  # no "si P, Q"
    start = next((k + 1 for k in inside if sentence.words[k] in opening), start)
    rejected = (
        k for k in range(start + 2, before) if " ".join(sentence.words[k - 2 : k]) in vocabulary("set_aside")
    )
    if (kept := next(rejected, -1)) > 0:  # "douze, et non dix comme le disait X"
        yield base.over("inserted", *trim(sentence, kept, before))
    elif before > start + 2:
        yield base.over("inserted", *trim(sentence, start, before))


def _is_whole(sentence: Sentence, i: int, start: int) -> bool:
    """Return whether the quotation at *i* is a sentence of its own and not part of the words before it."""
    if i == start or sentence.word(i - 1) in (":", ".", "!", "?", QUOTE, ";"):
        return True
    quoted = sentence.quotes[i]
    if quoted is None or sentence.word(i - 1) != ",":
        return False
    words = sentence.paragraph.text[quoted.start - sentence.paragraph.start :].replace("'", "' ").split()
    return words[0][0].isupper() or words[0] in vocabulary("clause_subjects")  # "À Lyon, « on attend »"


def _colon(sentence: Sentence, start: int) -> int:
    """Return the quotation after a colon that follows *start* in the same clause, or -1."""
    for i in range(start, len(sentence) - 1):
        if sentence.words[i] == ":" and sentence.quotes[i + 1]:
            return i + 1
        if sentence.words[i] in (";", ".") or sentence.quotes[i]:
            return -1
    return -1


def find_before_colon(sentence: Sentence, i: int) -> Nominal | None:
    """Return who is the subject of a clause that leads to the quotation at *i* by a colon.

    No verb of it need report: "Le joueur n'en revenait pas : « … »".
    """
    colon = max((k for k in range(i) if sentence.words[k] == ":"), default=-1)
    if source := find_main_subject(sentence, colon):
        return source
    acts = [k for k in range(colon) if not sentence.quotes[k] and is_finite(sentence.tokens[k])]
    if acts and (source := find_subject(sentence, finite_verb(sentence, acts[-1]))) and is_person(source):
        return source
    if colon < 1 or acts:
        return None
    return scan_left(sentence, colon, governed=True)


def _owed(sentence: Sentence) -> Iterator[Frame]:
    """Yield the frame of words owed to somebody: "C'est à elle qu'on doit le mot : « … »"."""
    said = next((i + 1 for i in range(len(sentence) - 1) if sentence.words[i] == ":"), 0)
    one = next((i for i in range(said) if sentence.words[i] in vocabulary("one_says")), said)
    to = next((i + 1 for i in (*range(one), one + 2) if sentence.word(i) in vocabulary("to")), 0)
    owed = to and sentence.quotes[said] and sentence.word(one + 1) in vocabulary("owing")
    if owed and (source := read_nominal(sentence, to, phrase_end(sentence, to))):
        yield Frame(sentence, "colon", said, said + 1, source, one + 1, one + 2)


def _headline(sentence: Sentence) -> Iterator[Frame]:
    """Yield the frame of a headline, "Luc Morel : « Q »" or "« Q » : Luc Morel réagit"."""
    above = sentence.paragraph.section.kind in ("title", "heading", "related_link")
    colon = sentence.words.index(":") if above and ":" in sentence.words else 0
    said, first = (0, 2) if sentence.quotes[0] and colon == 1 else (colon + 1, 0)
    end = phrase_end(sentence, first)
    ends = any(map(is_finite, sentence.tokens[end : end + 2])) if first else end == colon
    quoted = 0 < colon < len(sentence) - 1 and sentence.quotes[said]
    source = read_nominal(sentence, first, end) if quoted and ends else None
    if source and source.person:
        yield Frame(sentence, "colon", said, said + 1, source)
