"""Negations in what is said, by its words: in main clauses, or "Faux", "No comment" as a whole."""

import functools
import re
from collections.abc import Iterator
from dataclasses import dataclass

from dossier.lexicons import load_lexicon
from dossier.statements.constructions import find_phrases, has_phrase, phrases_in, reaches
from dossier.statements.lexicon import conjugated
from dossier.statements.responses import reach
from dossier.syntax.inflection import is_conditional, is_participle, morphological_tense
from dossier.syntax.sentence import Sentence, Stretch, is_infinitive
from dossier.syntax.vocabulary import vocabulary
from dossier.tokens import Token

_NEAR = 8  # words behind "ne" in which the other half of the negation stands


@dataclass(frozen=True, slots=True)
class Negation(Stretch):
    """A negated main clause, items ``start`` to ``end``, and what makes it a denial or not.

    strong: it leaves nothing over ("jamais", "aucun", "rien"); done: "pas" in a compound tense; own: the
    speaker speaks of himself or his people; stative: of what is; passing: of what nobody is accused ("je
    n'ai rien vu"); unable: which answer it is not to tell ("ne pas pouvoir répondre"), or nothing.
    """

    strong: bool = False
    done: bool = False
    own: bool = False
    impersonal: bool = False
    infinitive: bool = False
    planned: bool = False
    passing: bool = False
    stative: bool = False
    phrase: bool = False
    unable: str = ""


def find_negations(sentence: Sentence) -> Iterator[Negation]:
    """Yield the negations in the main clauses of *sentence*, from left to right."""
    reached = 0
    for i, word in enumerate(sentence.words):
        if i < reached or word not in vocabulary("negators"):
            continue
        breaks = (k for k in range(i, reached, -1) if sentence.words[k - 1] in vocabulary("clause_breaks"))
        start = next(breaks, reached)
        subject = sentence.words[start:i]
        if not vocabulary("subordinators").isdisjoint(subject):
            continue
        reached = reach(sentence, i)
        if found := _read(sentence, start, i, reached):
            yield found


def _read(sentence: Sentence, start: int, i: int, end: int) -> Negation | None:
    lexicon = load_lexicon("responses")
    at = i + 1
    while sentence.word(at) in vocabulary("clitics", "negation"):
        at += 1
    if at >= end:
        return None
    head, opening = sentence.tokens[at], sentence.words[start:i]
    around = {*opening, *sentence.words[i : min(end, i + _NEAR)]}
    infinitive = is_infinitive(head)
    bidding = not (opening or infinitive or sentence.word(start - 1) in vocabulary("joining_verbs"))
    negated = not around.isdisjoint(vocabulary("negation", "none"))
    if (infinitive and i > 1) or bidding or not negated or is_conditional(head):
        return None
    participle = _participle(sentence, at, end)
    if (participle or head).lemma_ in lexicon["leaving_open"] or has_phrase(sentence, "sure", i, end):
        return None
    speaking = not {*lexicon["speaking"]}.isdisjoint(opening[-1:])
    strong = not around.isdisjoint(lexicon["strong_negations"])
    not_auxiliary = (participle or head).lemma_ not in vocabulary("auxiliaries")
    if not strong and (participle or head).lower_ in conjugated(*lexicon["granting"]):
        return None
    return Negation(
        sentence,
        start,
        end,
        strong=strong or has_phrase(sentence, "strong_phrases", start, end),
        done=participle is not None and head.lower_ not in vocabulary("be"),
        own=speaking or not {*lexicon["own_people"]}.isdisjoint(opening),
        impersonal=not {*lexicon["nobody"]}.isdisjoint(opening[-1:])
        and not {*lexicon["existing"]}.isdisjoint((*sentence.words[i:at], (participle or head).lemma_)),
        infinitive=infinitive,
        planned=morphological_tense(head) == "Fut",
        passing=(speaking or not strong or (infinitive and not_auxiliary))
        and (participle or head).lemma_ in lexicon["no_acts"],
        stative=participle is None and head.lemma_ in lexicon["stating"],
        unable=_tells_nothing(sentence, i, end, head) if infinitive else "",
        phrase=has_phrase(sentence, "nothing_in_it", i, end),
    )


def _tells_nothing(sentence: Sentence, start: int, end: int, verb: Token) -> str:
    """Return what answer *verb*, or fixed words of items *start* to *end*, are: "n'avoir rien à ajouter"."""
    fixed = (found.response for found, i, _, negated in find_phrases(sentence) if start < i < end and negated)
    cannot = verb.lemma_ in load_lexicon("responses")["unable"]
    return next(fixed, "does_not_comment" if cannot else "")


def _participle(sentence: Sentence, at: int, end: int) -> Token | None:
    """Return the participle that the auxiliary at item *at* goes with, or None where that is no auxiliary."""
    if sentence.tokens[at].lemma_ not in vocabulary("auxiliaries"):
        return None
    behind = sentence.tokens[at + 1 : min(end, at + _NEAR)]
    found = [token for token in behind if is_participle(token)]
    known = (token for token in found if token.lower_ not in vocabulary("have_been"))
    return next(known, [*found, None][0])


def answer_of(sentence: Sentence, *, disputed: bool) -> tuple[str, str] | None:
    """Return stance and kind of an utterance that denies or does not answer, or None.

    "C'est faux" denies whatever stands before it, "C'est ridicule" only where it answers something.
    """
    if has_phrase(sentence, "offences", 0, len(sentence)):
        return None
    if _opens(sentence, "no_answers"):
        return "no_comment", "does_not_comment"
    barred = has_phrase(sentence, "barring", 0, len(sentence))
    barred = barred and not {*load_lexicon("responses")["finding"]}.isdisjoint(sentence.words)
    if barred or has_phrase(sentence, "unsettled", 0, len(sentence)):
        return "no_comment", "does_not_confirm"
    answered = disputed and _opens(sentence, "scorn")
    false = _opens(sentence, "judgements") or _falsehood().search(sentence.text(0, len(sentence)))
    return ("deny", "denies") if answered or false else None


def _opens(sentence: Sentence, name: str) -> bool:
    """Return whether *sentence* says what *name* lists, behind "c'est" and the like, or by itself."""
    at = 0
    while sentence.word(at) in vocabulary("before_judgement") or (
        at < len(sentence) and sentence.tokens[at].pos_ == "ADV" and len(sentence.words[at]) > 3
    ):
        at += 1
    told = not vocabulary("copulas").isdisjoint(sentence.words[:at])
    ends = (reaches(sentence, at, words) for words in phrases_in(sentence, name))
    joining = vocabulary("joining")
    return any(e > 0 and (told or not sentence.is_word(e) or sentence.words[e] in joining) for e in ends)


@functools.cache
def _falsehood() -> re.Pattern[str]:
    """Return the pattern of what calls a report false, wherever it stands: "une rumeur sans fondement"."""
    words: list[str] = load_lexicon("responses")["denying_words"]
    return re.compile(r"\b(?:" + "|".join(map(re.escape, words)) + r")\b", re.IGNORECASE)
