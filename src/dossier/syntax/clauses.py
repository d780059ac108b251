"""Clauses: a predicate with subject, agent, object and place, as in Enhanced Universal Dependencies.

The parser's tree comes first; what it leaves out is filled in here: the antecedent of a relative pronoun, the
subject that a second verb, an infinitive or a participle shares with the one it hangs on.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from dossier.lexicons import word_set
from dossier.syntax.apposition import with_apposition
from dossier.syntax.inflection import Inflection, comes_after, inflect, is_predicate
from dossier.syntax.nominals import Nominal, phrase_end, read_nominal
from dossier.syntax.phrases import phrase_start
from dossier.syntax.sentence import Sentence
from dossier.syntax.vocabulary import vocabulary
from dossier.tokens import Token

_SUBJECTS = ("nsubj", "nsubj:pass", "nsubj:caus")
_SHARING = ("conj", "xcomp", "advcl", "acl")
_HEIGHT = 4  # clauses up from which a subject may be shared
DAY = 2  # words that a day and its part have at most: "lundi soir"


@dataclass(frozen=True, slots=True)
class Clause:
    """One predicate of *sentence* with what belongs to it.

    ``head`` is the verb, or the adjective or noun with a copula; ``relation`` the dependency by which it
    hangs on ``head.head``. ``subject`` is the grammatical one, ``agent`` that of a passive; ``start`` and
    ``end`` are file offsets of the clause without the clauses that hang on it.
    """

    sentence: Sentence
    head: Token
    inflection: Inflection
    start: int
    end: int
    subject: Nominal | None = None
    agent: Nominal | None = None
    object: Nominal | None = None
    place: Nominal | None = None


def find_clauses(sentence: Sentence) -> Iterator[Clause]:
    """Yield each clause of *sentence*, by the order of their heads; quotations are not looked into."""
    for i, token in enumerate(sentence.tokens):
        if not sentence.quotes[i] and is_predicate(token):
            yield read_clause(sentence, token)


def read_clause(sentence: Sentence, head: Token) -> Clause:
    """Return the clause of *sentence* whose predicate is *head*."""
    inflection = inflect(head)
    own = [place for token in _own(head) if (place := _item(sentence, token)) >= 0]
    last = max(own)
    if sentence.word(last - 1) == "," and sentence.word(last) in vocabulary("demonstrative"):
        last -= 2  # "ils partent |, ce qui inquiète"
    return Clause(
        sentence,
        head,
        inflection,
        sentence.starts[min(own)],
        sentence.ends[last],
        subject=nominal_of(sentence, find_subject(head)),
        agent=nominal_of(sentence, find_agent(head)),
        object=nominal_of(sentence, _object(head)),
        place=nominal_of(sentence, _place(head)),
    )


def _item(sentence: Sentence, token: Token) -> int:
    """Return the item that *token* is, or -1 where it stands in a quotation or in another sentence."""
    place = sentence.position(token)
    return place if place >= 0 and sentence.tokens[place].i == token.i and not sentence.quotes[place] else -1


def _own(head: Token) -> Iterator[Token]:
    """Yield *head* and what depends on it, clauses that are read by themselves and punctuation left out."""
    waiting, apart = [head], vocabulary("subordinate") | {"punct"}
    while waiting:
        token = waiting.pop()
        yield token
        waiting += (
            child
            for child in token.children
            if child.dep_ not in apart
            and not (child.dep_ == "conj" and is_predicate(child) and is_predicate(token))
            and not (token is head and child.dep_ in ("cc", "mark"))
        )


def find_subject(head: Token) -> Token | None:
    """Return the head of the subject of the predicate *head*, its own or the one it shares."""
    for _ in range(_HEIGHT):
        own = [child for child in head.children if child.dep_ in _SUBJECTS]
        if own:  # of two before it, "une hausse : chez X, les syndicats craignent", the nearer
            return _antecedent(next((child for child in reversed(own) if child.i < head.i), own[0]), head)
        if (first := comes_after(head)) is not None:
            head = first
            continue
        if head.dep_ == "acl":
            return head.head
        if head.dep_ not in _SHARING or head.head is head:
            return None
        if head.dep_ == "xcomp" and (controlled := _child(head.head, "obj", "iobj")) is not None:
            return controlled  # "accuse X d'avoir tiré"
        head = head.head
    return None


def _antecedent(subject: Token, verb: Token) -> Token:
    """Return what a relative pronoun stands for, or *subject* itself."""
    relative = subject.morph.get("PronType") == ["Rel"] or subject.lower_ in vocabulary("relatives")
    return verb.head if relative and verb.dep_ == "acl:relcl" else subject


def _child(head: Token, *relations: str) -> Token | None:
    return next((child for child in head.children if child.dep_ in relations), None)


def find_agent(head: Token) -> Token | None:
    """Return the agent of a passive: "par X"."""
    by = (child for child in head.children if child.i > head.i and _has_case(child, "by"))
    return _child(head, "obl:agent") or next(by, None)


def _object(head: Token) -> Token | None:
    """Return the object of *head*, which the parser often loses behind a day: "a ordonné lundi l'arrêt"."""
    own, days = _child(head, "obj"), word_set("dates", "weekdays")
    if own is not None or find_agent(head):
        return own
    subject = any(child.dep_ == "nsubj" and child.i < head.i for child in head.children)
    found = (t for t in head.children if t.i > head.i and t.lower_ in days and t.left_edge == t)
    for day in found if subject else ():
        behind = (noun for noun in (*day.subtree, *head.children) if 0 < noun.left_edge.i - day.i <= DAY)
        return next(filter(_opens_with_article, behind), None)
    return None


def _opens_with_article(noun: Token) -> bool:
    """Return whether the phrase of *noun*, which is no time, begins with its article."""
    first, times = noun.left_edge, vocabulary("times", "spans_of_time")
    return first.dep_ == "det" and first.head == noun and noun.lower_ not in times


def _has_case(noun: Token, words: str) -> bool:
    known = vocabulary(words)
    return any(child.lower_ in known and child.dep_ == "case" for child in noun.children)


def _place(head: Token) -> Token | None:
    """Return the place that a locative complement of *head* names."""
    for child in head.children:
        if child.dep_.startswith("obl") and _has_case(child, "locative"):
            named = next((t for t in (child, *child.children) if t.ent_type_ == "LOC"), None)
            if named is not None:
                return named
    return None


def nominal_of(sentence: Sentence, head: Token | None) -> Nominal | None:
    """Return the noun phrase of *sentence* around *head*, None where that is quoted or elsewhere."""
    place = _item(sentence, head) if head is not None else -1
    if place < 0:
        return None
    start = phrase_start(sentence, place)
    nominal = read_nominal(sentence, start, max(place + 1, phrase_end(sentence, start)))
    return with_apposition(sentence, nominal)[0] if nominal else None
