"""The constructions of denials and non-answers, compiled from the lexicon, and where they stand."""

import functools
import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from dossier.lexicons import load_lexicon
from dossier.statements.lexicon import Cue, forms
from dossier.syntax.nominals import phrase_end
from dossier.syntax.phrases import opens_phrase
from dossier.syntax.sentence import Sentence, is_infinitive
from dossier.syntax.vocabulary import vocabulary

_NEAR = 5  # words behind the verb in which a construction looks for its words
_BEFORE = 5  # words before a relative clause in which the noun stands that is its object
_FAR = 8  # words of the subject between "que" and its verb


@dataclass(frozen=True, slots=True)
class Construction:
    """A verb, or fixed words, that deny or do not answer; the fields are those of ``responses.yml``."""

    stance: str
    response: str
    verbs: frozenset[str] = frozenset()
    words: tuple[tuple[str, ...], ...] = ()
    when: str = "any"
    reflexive: bool = False
    pronoun: str = ""
    at_once: tuple[tuple[str, ...], ...] = ()
    behind: frozenset[str] = frozenset()
    unless: frozenset[str] = frozenset()
    object: str = ""
    request: bool = False
    bare: bool = False
    speaker: bool = False


@functools.cache
def constructions(kind: str) -> tuple[Construction, ...]:
    """Return the constructions of *kind*: verbs, negated_phrases or phrases."""
    return tuple(map(_read, load_lexicon("responses")[kind]))


def _read(entry: dict[str, object]) -> Construction:
    given: dict[str, object] = {k: v for k, v in entry.items() if k not in ("examples", "unlike")}
    if "verbs" in given:
        given["verbs"] = frozenset(verb.replace("_", " ") for verb in str(entry["verbs"]).split())
    for name in ("at_once", "words"):
        if isinstance(phrases := given.get(name), list):
            given[name] = tuple(tuple(split(phrase)) for phrase in phrases)
    if isinstance(names := given.get("behind"), list):
        given["behind"] = frozenset().union(*map(vocabulary, names))
    if isinstance(words := given.get("unless"), list):
        given["unless"] = frozenset(words)
    return Construction(**given)  # type: ignore[arg-type]


def split(phrase: str) -> list[str]:
    """Return the words of *phrase* as the tokenizer cuts them: an elided word keeps its apostrophe."""
    return re.findall(r"[^\s']+'?", phrase)


def find_construction(sentence: Sentence, cue: Cue) -> Construction | None:
    """Return the first construction that the verb *cue* makes in its sentence, or None."""
    return next((c for c in constructions("verbs") if _applies(c, sentence, cue)), None)


def _applies(construction: Construction, sentence: Sentence, cue: Cue) -> bool:
    if cue.verb.lemma not in construction.verbs or not _stands(construction, sentence, cue):
        return False
    end, ends = cue.end, [cue.end]
    while sentence.word(end) in vocabulary("negation", "still"):
        end += 1
        ends.append(end)
    before, following = sentence.words[cue.start : cue.at], _following(sentence, end)
    return (
        (cue.reflexive or not construction.reflexive)
        and (not construction.pronoun or construction.pronoun in before)
        and (not construction.at_once or any(_at_once(construction, sentence, i) for i in ends))
        and (not construction.behind or _tells(construction, following))
        and not construction.unless & set(following[:1])
        and not (construction.bare and sentence.is_word(end))
        and (not construction.request or _is_request(following))
        and _takes(construction.object, sentence, cue)
    )


def _at_once(construction: Construction, sentence: Sentence, start: int) -> bool:
    following = _following(sentence, start)
    return any(following[: len(phrase)] == list(phrase) for phrase in construction.at_once)


def _following(sentence: Sentence, start: int) -> list[str]:
    """Return the words behind a verb, those between commas left out: "ne veut pas, à ce stade, trancher"."""
    found: list[str] = []
    i = start
    while i < len(sentence) and len(found) < _NEAR:
        closing = sentence.words[i + 1 : i + 10].index(",") + i + 1 if _is_aside(sentence, i) else i
        i = closing + 1
        if closing == i - 1 and sentence.words[closing] != ",":
            found.append(sentence.words[closing])
    return found


def _is_aside(sentence: Sentence, i: int) -> bool:
    return sentence.words[i] == "," and "," in sentence.words[i + 1 : i + 10]


def _tells(construction: Construction, following: list[str]) -> bool:
    pairs = [*pairwise([*following, ""])][:4]
    said = any(says(*pair) for pair in pairs if pair[0] not in vocabulary("committing"))
    silent = construction.stance == "no_comment" and said
    return silent or not construction.behind.isdisjoint(following)


def _stands(construction: Construction, sentence: Sentence, cue: Cue) -> bool:
    """Return whether the verb is negated, or plain, as the construction wants it."""
    if construction.when == "negated":
        without = cue.shape == "infinitive" and is_without(sentence, cue)
        return cue.negated or (without and cue.verb.lemma not in load_lexicon("responses")["adding"])
    return construction.when == "any" or (not cue.negated and cue.shape != "infinitive")


def is_without(sentence: Sentence, cue: Cue) -> bool:
    """Return whether the infinitive *cue* stands behind "sans"."""
    return bool(vocabulary("without") & set(sentence.words[max(0, cue.start - 4) : cue.start]))


def _takes(wanted: str, sentence: Sentence, cue: Cue) -> bool:
    """Return whether the object of *cue* is one that the construction wants: a saying, or no juror."""
    if wanted != "anything":
        return not wanted or is_said(sentence, cue)
    near = sentence.words[max(0, cue.start - _BEFORE) : cue.end + _NEAR]
    return vocabulary("turned_down").isdisjoint(near)


def is_said(sentence: Sentence, cue: Cue) -> bool:
    """Return whether the object of *cue* is a saying: behind it, or before the "que" of a relative clause."""
    that = _relative(sentence, cue)
    if that > 0:
        before = [word.rstrip("s") for word in sentence.words[max(0, that - _BEFORE + 1) : that]]
        if cue.verb.lemma in vocabulary("disputing"):
            return not any(word in vocabulary("turned_down") for word in before)
        return bool(set(before[-1:]) & vocabulary("demonstrative") or set(before) & speech_nouns())
    end = behind_adverbs(sentence, cue.end)
    first = max(0, cue.start - _FAR)
    after = sentence.words[first : cue.start] if cue.passive else sentence.words[end : end + _NEAR]
    infinitive = any(map(is_infinitive, sentence.tokens[end : end + 2]))
    if infinitive or sentence.word(end) in vocabulary("that") or vocabulary("all") & set(after):
        return True
    return any(word.rstrip("s") in speech_nouns() for word in after)


def is_inverted(sentence: Sentence, cue: Cue) -> bool:
    """Return whether the subject of *cue* stands behind it in a relative clause: "que dément X"."""
    finite = cue.shape in ("finite", "participle") and cue.inverted < 0
    after = behind_adverbs(sentence, cue.end)
    return finite and sentence.word(cue.start - 1) in vocabulary("that") and opens_phrase(sentence, after)


def _relative(sentence: Sentence, cue: Cue) -> int:
    """Return the item of the "que" that stands for the object of *cue*, or -1."""
    if is_inverted(sentence, cue):
        return cue.start - 1
    openers = (
        i for i in range(cue.start - 2, cue.start - _FAR, -1) if sentence.word(i) in vocabulary("that")
    )
    that = next(openers, 0)
    subject = sentence.word(that + 1) in vocabulary("personal_subjects") and that + 2 == cue.start
    subject |= (
        opens_phrase(sentence, that + 1) and phrase_end(sentence, that + 1, stop=cue.start) == cue.start
    )
    nominal = sentence.tokens[that - 1].pos_ in ("NOUN", "ADJ", "PRON")
    open_ = opens_phrase(sentence, cue.end) or is_infinitive(sentence.tokens[min(cue.end, len(sentence) - 1)])
    return that if that > 0 and subject and nominal and not open_ else -1


def behind_adverbs(sentence: Sentence, i: int) -> int:
    """Return the first item from *i* on that says not how: "conteste fermement", "avec force", "X"."""
    while i < len(sentence):
        if sentence.words[i] in vocabulary("with_manner"):
            nouns = (
                k + 1 for k in range(i, min(i + _NEAR, len(sentence))) if sentence.tokens[k].pos_ == "NOUN"
            )
            i = next(nouns, len(sentence))
        elif sentence.tokens[i].pos_ == "ADV":
            i += 1
        else:
            break
    return i


@functools.cache
def speech_nouns() -> frozenset[str]:
    """Return the nouns, in the singular, of what is said and can be denied."""
    nouns: list[str] = load_lexicon("sources")["speech_nouns"]
    said = frozenset(noun.rstrip("s") for noun in nouns) | vocabulary("denied_nouns")
    return said - vocabulary("turned_down")


def says(word: str, behind: str | None = None) -> bool:
    """Return whether *word* is the infinitive of a verb of saying, if need be with that *behind* it."""
    return any(
        form.shape == "infinitive"
        and (form.verb.say or form.verb.noun)
        and (behind is None or not form.verb.rest or behind == form.verb.rest[0])
        for form in forms().get(word, ())
    )


def _is_request(words: list[str]) -> bool:
    """Return whether *words* leave it at an answer to somebody: no "aux attentes", no "présent"."""
    if words[:1] and words[0] in vocabulary("not_answering"):
        return False
    to = next((k for k, word in enumerate(words[:2]) if word in vocabulary("to")), -1)
    if to < 0:
        return True
    return any(word in vocabulary("requests") for word in words[to:]) or any(
        map(says, words[to + 1 : to + 2])
    )


def find_phrases(sentence: Sentence) -> Iterator[tuple[Construction, int, int, bool]]:
    """Yield each fixed phrase of *sentence* with its items, and whether it needs a negation before it."""
    present = frozenset(sentence.words)
    for kind in ("negated_phrases", "phrases"):
        for construction in constructions(kind):
            for phrase in filter(present.issuperset, construction.words):
                for i, word in enumerate(sentence.words):
                    if word == phrase[0] and (end := reaches(sentence, i, phrase)) > 0:
                        yield construction, i, end, kind == "negated_phrases"


@functools.cache
def _phrases(name: str) -> tuple[tuple[str, ...], ...]:
    return tuple(tuple(split(phrase)) for phrase in load_lexicon("responses")[name])


def phrases_in(sentence: Sentence, name: str) -> Iterator[tuple[str, ...]]:
    """Yield the phrases *name* of ``responses.yml`` whose words all stand somewhere in *sentence*."""
    return filter(frozenset(sentence.words).issuperset, _phrases(name))


def reaches(sentence: Sentence, i: int, phrase: tuple[str, ...]) -> int:
    """Return the item after *phrase* at *i*, or -1; asides may part it: "en mesure, ce soir, de répondre"."""
    for word in phrase:
        while sentence.word(i) != word and (behind := _behind_other(sentence, i)) > i:
            i = behind
        if sentence.word(i) != word:
            return -1
        i += 1
    return i


def _behind_other(sentence: Sentence, i: int) -> int:
    """Return the item after a clitic, a day or an aside at *i*, else *i*."""
    if i < len(sentence) and _is_aside(sentence, i):
        return sentence.words.index(",", i + 1) + 1
    return i + (sentence.word(i) in vocabulary("clitics", "days"))


def has_phrase(sentence: Sentence, name: str, start: int, end: int) -> bool:
    """Return whether one of the phrases *name* begins within items *start* to *end*."""
    return any(
        reaches(sentence, i, words) > 0 for words in phrases_in(sentence, name) for i in range(start, end)
    )
