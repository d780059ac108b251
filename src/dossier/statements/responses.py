"""Denials and non-answers: the words that deny what was reported, or do not answer it, and whose they are."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from dossier.lexicons import load_lexicon
from dossier.statements.constructions import (
    Construction,
    behind_adverbs,
    find_construction,
    find_phrases,
    is_inverted,
    is_without,
    speech_nouns,
)
from dossier.statements.contents import clause_start
from dossier.statements.lexicon import Cue, forms
from dossier.syntax.inflection import is_participle
from dossier.syntax.inversion import find_body_at, find_inverted
from dossier.syntax.nominals import Nominal, phrase_end, read_nominal
from dossier.syntax.phrases import is_speaker, scan_left, subject_at
from dossier.syntax.sentence import Sentence, Stretch, is_finite, is_infinitive
from dossier.syntax.subjects import find_agent, find_subject
from dossier.syntax.verbs import VerbGroup
from dossier.syntax.vocabulary import is_document, vocabulary

_NEAR = 6  # words from a participle to its agent
_FAR = 8  # words before a fixed phrase in which its negation stands
_ASIDE = 14  # words of an aside between a subject and its verb


@dataclass(frozen=True, slots=True)
class Response(Stretch):
    """Items ``start`` to ``end`` deny or do not answer; without a source the main subject does it."""

    stance: str
    kind: str  # denies | does_not_confirm …: those of words.yml
    source: Nominal | None


def find_responses(sentence: Sentence, cues: Sequence[Cue]) -> Iterator[Response]:
    """Yield each denial and non-answer of *sentence*, in no place two."""
    reached = 0
    for cue in sorted(cues, key=lambda cue: cue.start):
        construction = find_construction(sentence, cue) if cue.start >= reached else None
        if construction is None or _is_reported(sentence, cue.start, cue.at):
            continue
        if sentence.word(clause_start(sentence, cue.start) - 1) == "(" and find_inverted(sentence, cue):
            continue  # "(ils sont 14, rectifie X)"
        start = cue.start
        if cue.shape == "infinitive" and is_without(sentence, cue):
            start = max(
                i for i in range(max(0, start - 4), start) if sentence.words[i] in vocabulary("without")
            )
        source = _who(sentence, cue, cues)
        if source is None and not _hangs(cue):
            continue
        if construction.speaker and not (source and is_speaker(source) and not is_document(source.noun)):
            continue
        reached = cue.end if is_inverted(sentence, cue) else reach(sentence, cue.end)
        yield Response(sentence, start, reached, construction.stance, construction.response, source)
    for construction, i, end, negated in find_phrases(sentence):
        if i >= reached and (found := _of_phrase(sentence, construction, i, end, negated=negated)):
            yield found
    yield from (response for response in _of_nouns(sentence) if response.end > reached)


def reach(sentence: Sentence, start: int) -> int:
    """Return the item after the denying words: their object goes with them, a further clause does not."""
    for i in range(start, len(sentence)):
        if sentence.words[i] in vocabulary("stops") or sentence.quotes[i]:
            leads = sentence.word(i) == ":" and sentence.tokens[i - 1].morph.get("Tense") == ["Pres"]
            leads &= is_participle(sentence.tokens[i - 1])  # "un prêt affirmant :"
            return i - 1 if leads and i - 1 > start else i
        if sentence.words[i] in vocabulary("joining"):
            following = i + 1
            while sentence.word(following) in vocabulary("clitics"):
                following += 1
            if following < len(sentence) and is_finite(sentence.tokens[following]):
                return i
    return len(sentence)


def _who(sentence: Sentence, cue: Cue, cues: Sequence[Cue]) -> Nominal | None:
    if cue.passive and cue.verb.lemma.split(" ")[0] not in vocabulary("with_be"):
        agent = find_agent(sentence, cue)
        return agent[0] if agent else _of_source(sentence, cue.end)
    if cue.shape == "infinitive" or (cue.shape == "gerund" and sentence.word(cue.start - 1) == ","):
        reporting = any(other.verb.quote and not _hangs(other) for other in cues)
        return None if reporting else _of_head(sentence, cue)
    if is_inverted(sentence, cue):
        after = behind_adverbs(sentence, cue.end)
        return read_nominal(sentence, after, phrase_end(sentence, after))
    if sentence.word(cue.start - 1) in vocabulary("one_says"):  # "À la mairie, on conteste ce chiffre"
        return find_body_at(sentence, clause_start(sentence, cue.start))
    return _first_person(sentence, cue.start) or find_subject(sentence, cue)


def _hangs(cue: Cue) -> bool:
    return cue.shape in ("infinitive", "gerund")


def _of_source(sentence: Sentence, start: int) -> Nominal | None:
    """Return the source of "n'a pas été confirmé de source indépendante"."""
    for i in range(start, min(start + 4, len(sentence) - 1)):
        if sentence.words[i] in vocabulary("of") and sentence.words[i + 1] in vocabulary("source_nouns"):
            return read_nominal(sentence, i + 1, phrase_end(sentence, i + 1))
    return None


def _of_head(sentence: Sentence, cue: Cue) -> Nominal | None:
    """Return the subject of the verb that an infinitive hangs on: "X a publié un avis, sans confirmer"."""
    for child in sentence.tokens[cue.at].head.children:
        place = sentence.position(child) if child.dep_.startswith("nsubj") else -1
        if 0 <= place < cue.start:
            return subject_at(sentence, place)
    return None


def _is_reported(sentence: Sentence, start: int, at: int) -> bool:
    """Return whether items *start* to *at* open with an infinitive: "assure n'avoir jamais répondu"."""
    verb = next((t for t in sentence.tokens[start:at] if is_finite(t) or is_infinitive(t)), None)
    return verb is not None and is_infinitive(verb)


def _of_phrase(
    sentence: Sentence, construction: Construction, i: int, end: int, *, negated: bool
) -> Response | None:
    """Return "X n'était pas en mesure de répondre", "X est injoignable" with its subject."""
    before = range(i - 1, max(-1, i - _FAR), -1)
    if negated:
        start = next((k for k in before if sentence.words[k] in vocabulary("negators")), -1)
    else:
        start = next((k for k in before if is_finite(sentence.tokens[k])), -1)
    if start < 1 or sentence.word(end) in vocabulary("by") or _is_reported(sentence, start, i):
        return None
    source = _subject_before(sentence, start, i)
    if source is None:
        return None
    last = reach(sentence, end)
    return Response(sentence, start, last, construction.stance, construction.response, source)


def _subject_before(sentence: Sentence, start: int, i: int) -> Nominal | None:
    """Return the subject before item *start*, past an aside between commas: "X, sollicité par Y, n'a pas"."""
    if own := _first_person(sentence, start):
        return own
    stop = start
    if sentence.word(start - 1) == ",":
        aside = range(start - 2, max(0, start - _ASIDE), -1)
        stop = next((k for k in aside if sentence.words[k] == ","), start)
    group = VerbGroup(shape="finite", start=stop, at=i, end=i + 1)
    return find_subject(sentence, group) or scan_left(sentence, start)


def _first_person(sentence: Sentence, start: int) -> Nominal | None:
    """Return the "je" before item *start*, or the "nous" of "nous ne" at it."""
    at = start if sentence.word(start + 1) in vocabulary("negators") else start - 1
    word = sentence.word(at)
    known = word in load_lexicon("sources")["first_person"]
    return Nominal(sentence, at, at + 1, word, pronoun=word) if known else None


def _of_nouns(sentence: Sentence) -> Iterator[Response]:
    """Yield "aucune réaction de X", "silence radio du côté de X", "des accusations rejetées par X"."""
    judged = not vocabulary("by").isdisjoint(sentence.words)
    for i, word in enumerate(sentence.words):
        before = {*sentence.words[max(0, i - 6) : i]} if word in vocabulary("reactions") else set()
        if not before.isdisjoint(vocabulary("none")) or before >= vocabulary("there_is_not"):
            source = _behind(sentence, i + 1, len(sentence), vocabulary("sides")) or _behind(
                sentence, i + 1, i + 5, vocabulary("of")
            )
            if source:
                yield Response(sentence, max(0, i - 6), source.end, "no_comment", "does_not_comment", source)
        if word in vocabulary("silences") and sentence.word(i + 1) in vocabulary("silences"):
            source = _behind(sentence, 0, len(sentence), vocabulary("sides"))
            if source:
                yield Response(sentence, i, i + 2, "no_comment", "does_not_comment", source)
        agent = _behind_judgement(sentence, i) if judged else -1
        if sentence.word(agent) in vocabulary("by") and _is_denied(sentence, i):
            source = read_nominal(sentence, agent + 1, phrase_end(sentence, agent + 1))
            if source:
                yield Response(sentence, i, agent, "deny", "denies", source)


def _behind_judgement(sentence: Sentence, i: int) -> int:
    """Return the item behind the participle at *i*, or behind its "de fables": "traités de fables par X"."""
    if sentence.word(i + 1) not in vocabulary("of"):
        return i + 1
    end = next((k for k in range(i + 2, i + _NEAR) if sentence.word(k) in vocabulary("by")), i + 1)
    return i + 1 if vocabulary("worthless").isdisjoint(sentence.words[i + 2 : end]) else end


def _is_denied(sentence: Sentence, i: int) -> bool:
    """Return whether the participle at *i* denies the saying before it."""
    called = sentence.word(i + 1) in vocabulary("of")
    denying = any(
        form.shape == "participle" and form.verb.answer in ("deny", "deny_speech", "other" * called)
        for form in forms().get(sentence.words[i], ())
    )
    noun = i - 1
    while noun > 0 and (sentence.tokens[noun].pos_ == "ADV" or sentence.words[noun] == ","):
        noun -= 1
    return denying and sentence.word(noun).rstrip("s") in speech_nouns()


def _behind(sentence: Sentence, start: int, stop: int, openers: frozenset[str]) -> Nominal | None:
    """Return the phrase behind the first of *openers* from *start* on."""
    for k in range(start, min(stop, len(sentence) - 1)):
        if sentence.words[k] in openers:
            first = k + 1 + (sentence.word(k + 1) in vocabulary("of") and openers is not vocabulary("of"))
            return (
                read_nominal(sentence, first, phrase_end(sentence, first)) if first < len(sentence) else None
            )
    return None
