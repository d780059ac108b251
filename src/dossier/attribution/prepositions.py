"""Sources brought in by a preposition ("selon X") or a noun ("les accusations de X selon lesquelles")."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from dossier.attribution.apposition import with_apposition
from dossier.attribution.contents import clause_end, clause_start
from dossier.attribution.cues import Cue
from dossier.attribution.lexicon import is_document, vocabulary
from dossier.attribution.phrases import is_speaker, scan_left, with_name_before
from dossier.attribution.sources import Source, head_noun, phrase_end, read_source
from dossier.attribution.units import QUOTE, Unit, is_finite
from dossier.lexicons import load_lexicon

Found = tuple[int, int, Source | None, int, int]
_PAUSES = frozenset((",", ":", ";", ".", "(", ")", "!", "?"))
_OPENERS = frozenset(
    (",", "et", "mais", "or", "car", "que", "qu'", ";", "toutefois", "cependant", "ainsi", "puis")
)


def find_prepositional(unit: Unit, cues: Sequence[Cue]) -> Iterator[Found]:
    """Yield what each "selon X", "d'après X", "pour X", "de source …" covers."""
    for i, word in enumerate(unit.words):
        if unit.quotes[i]:
            continue
        yield from _of_pronoun(unit, i, cues)
        if word not in vocabulary("preposition_starts"):
            continue
        after = _after_preposition(unit, i)
        if after < 0:
            continue
        weak = word in vocabulary("weak_prepositions")
        if unit.word(after) in vocabulary("relatives"):
            antecedent = scan_left(unit, i, governed=True)
            if antecedent:
                antecedent = with_name_before(unit, antecedent)
                yield after + 1, clause_end(unit, after + 1, cues), antecedent, i, after + 1
            continue
        source = read_source(unit, after, phrase_end(unit, after))
        if source is None or _is_no_source(unit, after):
            continue
        if word == "de":
            source = read_source(unit, i + 1, source.end)
        if source is None:
            continue
        source, end = with_apposition(unit, source, closed=True)
        issuer = _issuer(unit, source, end)
        end = _past_participle(unit, issuer.end if issuer else end)
        source = issuer or source
        found = _covered(unit, i, end, cues, weak=weak)
        if found and not (weak and not _may_be_weak(unit, i, source, end, found)):
            yield (*found, source, i, max(i + 1, after))


def _of_pronoun(unit: Unit, i: int, cues: Sequence[Cue]) -> Iterator[Found]:
    """Yield what a phrase at *i* lays to who spoke last: "à ses yeux", "à l'en croire"."""
    if unit.words[i] not in ("à", "selon", "de"):
        return
    for phrase, number in load_lexicon("sources")["spoken_by_the_last"].items():
        end = i + len(phrase.split())
        if unit.words[i:end] == phrase.split() and unit.word(end) in _PAUSES:
            source = Source(unit, i, end, unit.text(i, end), pronoun="lui", number=number)
            found = _covered(unit, i, end, cues, weak=False)
            if found:
                yield (*found, source, i, end)


def _issuer(unit: Unit, source: Source, end: int) -> Source | None:
    """Return the body that made a document without a name: "selon un bilan établi par la préfecture"."""
    head = unit.words[max(source.start, head_noun(unit, source.start, source.end))]
    if source.person or not (is_document(head) or _singular(head) in vocabulary("speech_nouns")):
        return None
    for i in range(end, min(end + 6, len(unit) - 1)):
        if unit.quotes[i] or unit.words[i] in _PAUSES or is_finite(unit.tokens[i]):
            return None
        if unit.words[i] == "par":
            made = read_source(unit, i + 1, phrase_end(unit, i + 1))
            return made if made and is_speaker(made) else None
    return None


def _past_participle(unit: Unit, end: int) -> int:
    """Return the item after a participle that goes with the source: "une étude publiée mardi par X,"."""
    for i in range(end, min(end + 16, len(unit))):
        if unit.quotes[i] or unit.words[i] in _PAUSES:
            return i if unit.words[i] == "," and i > end else end
        if is_finite(unit.tokens[i]):
            return end
    return end


def _after_preposition(unit: Unit, i: int) -> int:
    """Return the item after the preposition that begins at *i*, or -1."""
    for phrase in sorted(vocabulary("prepositions") | vocabulary("weak_prepositions"), key=len, reverse=True):
        parts = phrase.split()
        if unit.words[i : i + len(parts)] == parts:
            return i + len(parts)
    if unit.words[i] == "de" and unit.word(i + 1) in vocabulary("source_nouns"):
        return i + 1
    return -1


def _may_be_weak(unit: Unit, i: int, source: Source, end: int, found: tuple[int, int]) -> bool:
    """Return whether "pour X" names a source here: X can speak, a pause follows, and then a clause."""
    if unit.word(end) not in (",", ":", QUOTE) or not is_speaker(source) or unit.word(source.start) == "tous":
        return False
    if any(unit.quotes[k] for k in range(*found)):
        return True
    clause = any(is_finite(token) for token in unit.tokens[slice(*found)])
    beside = unit.tokens[found[0]].pos_ in ("NOUN", "ADJ") if found[0] < len(unit) else True
    return clause and not beside and bool(source.person or source.noun or source.pronoun)


def _covered(unit: Unit, i: int, end: int, cues: Sequence[Cue], *, weak: bool) -> tuple[int, int] | None:
    """Return the items that the source at *i* to *end* covers."""
    opens = i == 0 or (unit.word(i - 1) in _OPENERS and _only_openers(unit, i))
    embedded = i > 1 and unit.word(i - 1) == "," and unit.word(i - 2) in ("que", "qu'")
    follows = unit.word(end)
    if opens or embedded:
        start = end + 1 if follows in (",", ":") else end
        if unit.word(start) in ("qui", "dont", "où") and "," in unit.words[start : start + 20]:
            start = unit.words.index(",", start) + 1
        return start, clause_end(unit, start, cues)
    if weak:
        return None
    start = clause_start(unit, i)
    middle = (
        unit.word(i - 1) in (",", "(")
        and follows == ","
        and unit.word(end + 1) not in ("qui", "où", "dont", "")
    )
    finish = clause_end(unit, end + 1, cues) if middle else i
    return start, finish


def _only_openers(unit: Unit, i: int) -> bool:
    """Return whether only conjunctions and adverbs precede item *i* in its clause."""
    k = i - 1
    while k >= 0 and unit.words[k] != ";":
        if not (unit.words[k] in _OPENERS or unit.tokens[k].pos_ in ("ADV", "CCONJ", "SCONJ")):
            return False
        k -= 1
    return True


def find_noun_frames(unit: Unit, cues: Sequence[Cue]) -> Iterator[Found]:
    """Yield the clause of each "les accusations de X selon lesquelles P", "les accusations américaines …"."""
    for i, word in enumerate(unit.words):
        if word not in ("selon",) or unit.word(i + 1) not in vocabulary("which"):
            continue
        noun = next(
            (
                k
                for k in range(i - 1, max(-1, i - 14), -1)
                if _singular(unit.words[k]) in vocabulary("speech_nouns")
            ),
            -1,
        )
        if noun < 0:
            continue
        start = noun + 1
        while start < i and unit.word(start) in (
            "de",
            "d'",
            "du",
            "des",
            "par",
            "faites",
            "portées",
            "lancées",
        ):
            start += 1
        source = read_source(unit, start, i) if start < i else None
        yield i + 2, min(clause_end(unit, i + 2, cues), _main_verb(unit, noun)), source, noun, noun + 1


def _main_verb(unit: Unit, noun: int) -> int:
    """Return the item of the verb whose subject the noun at *noun* is: there the noun's clause is over."""
    token = unit.tokens[noun]
    if not token.dep_.startswith("nsubj"):
        return len(unit)
    first = min(
        (
            child
            for child in (*token.head.children, token.head)
            if child.i > token.i and child.pos_ in ("AUX", "VERB")
        ),
        key=lambda t: t.i,
    )
    place = unit.position(first)
    return place if place > noun + 4 else len(unit)


def _singular(word: str) -> str:
    return word[:-1] if word.endswith("s") and word != "propos" else word


def _is_no_source(unit: Unit, i: int) -> bool:
    """Return whether what follows the preposition is no speaker: "selon que", "selon les cas"."""
    if unit.word(i) in vocabulary("not_a_source") or unit.word(i) in ("", QUOTE):
        return True
    return any(word in vocabulary("not_source_nouns") for word in unit.words[i : i + 2])
