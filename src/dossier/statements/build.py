"""Clauses and attributions to statements: who does what to whom, when, on whose word, how firmly."""

from bisect import bisect_left
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import takewhile

from dossier.blocks import Blocks
from dossier.dates.match import read_meaning
from dossier.lexicons import load_lexicon
from dossier.records import Article, Attribution, Statement, TimeExpression, stable_id
from dossier.statements.predicates import (
    LADDER,
    Factuality,
    find_event_nouns,
    is_governing,
    is_worth_keeping,
    predicate_of,
    read_factuality,
)
from dossier.syntax.clauses import Clause, find_clauses
from dossier.syntax.nominals import Nominal
from dossier.syntax.phrases import phrase_start
from dossier.syntax.senses import aside_participle, dated_participle, stands_behind
from dossier.syntax.sentence import Sentence
from dossier.syntax.vocabulary import vocabulary

MOST_WORDS = 16
Resolve = Callable[[Nominal | None], tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class Told:
    """A clause whose participants have been given their names; ``speaking``: the agent speaks of itself.

    ``asked``: it stands in a question of an interview, which tells nothing.
    """

    clause: Clause
    factuality: Factuality
    agent: tuple[str, ...]
    patient: tuple[str, ...]
    place: str
    speaking: bool = False
    asked: bool = False


_MAIN = ("ROOT", "ccomp")  # of a question: "Est-ce que la digue a cédé ?"
_NEAR = 4  # letters from a happening to the day that it is of: " de "
_OPENING = 3  # words of a question, one of which asks what it takes for known: "Et pourquoi …"


def tell(sentence: Sentence, resolve: Resolve, *, asked: bool) -> Iterator[Told]:
    """Yield each clause of *sentence* that is worth keeping, with who takes part in it.

    The subject of an active verb is its agent; that of a passive one its patient, like an object. Whether
    something happened is open in a question, *asked* in an interview or not; not what asks who, or why.
    """
    openers = {*sentence.words[:_OPENING]}
    whether = sentence.words[-1] == "?" and openers.isdisjoint(vocabulary("question_words"))
    for clause in (*find_clauses(sentence), *find_event_nouns(sentence)):
        if not is_worth_keeping(clause) or is_governing(clause.head):
            continue
        passive = clause.inflection.passive
        actor, undergoer = (clause.agent, clause.subject) if passive else (clause.subject, clause.object)
        yield Told(
            clause,
            read_factuality(clause.head),
            resolve(actor),
            resolve(undergoer),
            clause.place.text if clause.place else "",
            speaking=actor is not None and actor.text.lower() in load_lexicon("sources")["first_person"],
            asked=asked or (whether and clause.head.dep_ in _MAIN),
        )


def build_statements(
    article: Article,
    told: Sequence[Told],
    attributions: Sequence[Attribution],
    expressions: Sequence[TimeExpression],
) -> tuple[Statement, ...]:
    """Return the statements of *article* in the order of the text, their dates still references."""
    said = Blocks((a.content_start, a.content_end, a) for a in attributions if a.kind != "response")
    ordered = sorted(expressions, key=lambda e: e.start)
    found: dict[str, Statement] = {}
    for one in told:
        made = _statement(article, one, said, ordered)
        found.setdefault(made.statement_id, made)
    return tuple(sorted(found.values(), key=lambda s: (s.start, s.end, s.predicate_start)))


def _statement(
    article: Article, told: Told, said: Blocks[Attribution], expressions: Sequence[TimeExpression]
) -> Statement:
    clause, paragraph = told.clause, told.clause.sentence.paragraph
    start = paragraph.offset(clause.head)
    end = start + len(clause.head.text)
    over = sorted(
        {id(a): a for a in said.covering(start, end)}.values(),
        key=lambda a: (a.content_start - a.content_end, a.content_start),
    )
    over = [a for a in over if not a.cue_start <= start < a.cue_end]
    inner = over[-1] if over else None
    own = [a for a in said.meeting(*paragraph.span(clause.head.sent)) if a.cue_start <= start < a.cue_end]
    inverted = [a for a in own if a.content_end <= start]  # what is said before is at times of its own
    free = (e for e in expressions if not any(a.content_start <= e.start < a.content_end for a in inverted))
    planned = told.factuality.phase == "planned"
    expression = _dated(clause, tuple(free) if inverted else expressions, planned=planned)
    last, behind = clause.end, article.text[clause.end : clause.end + _NEAR].lower().split()[:1]
    if not expression and clause.head.pos_ == "NOUN" and vocabulary("of").issuperset(behind):
        near = (e for e in expressions if 0 < e.start - clause.end <= _NEAR)
        expression = next((e for e in near if e.type == "DATE"), None)
        last = expression.end if expression else last  # "l'eau de la crue | de juillet"
    sentence_start, sentence_end = paragraph.span(clause.head.sent)
    agent = inner.speakers if told.speaking and inner else told.agent
    denied = inner is not None and inner.stance == "deny" and inner.kind == "indirect"
    estimated = "probable" if inner is not None and inner.modality == "estimated" else "certain"
    certainty = max(told.factuality.certainty, estimated, key=LADDER.index)
    return Statement(
        statement_id=stable_id("s", article.article_id, start, end),
        article_id=article.article_id,
        start=clause.start,
        end=last,
        text=article.text[clause.start : last],
        sentence_start=min(sentence_start, clause.start),
        sentence_end=max(sentence_end, last),
        predicate=predicate_of(clause),
        predicate_start=start,
        agent=agent,
        patient=told.patient,
        place=told.place,
        polarity={"+": "-", "-": "+"}[told.factuality.polarity] if denied else told.factuality.polarity,
        certainty=LADDER[-1] if told.asked and inner is None else certainty,
        phase=told.factuality.phase,
        source=" > ".join(dict.fromkeys("|".join(a.speakers) for a in over if a.speakers)),
        cue=inner.cue if inner else "",
        kind=inner.kind if inner else "heading" if paragraph.section.kind in ("title", "heading") else "own",
        section=paragraph.section.kind,
        words=_words(clause),
        date_ref=expression.date_id if expression else "",
        behind=_behind(clause, expression),
    )


def _behind(clause: Clause, date: TimeExpression | None) -> int:
    """Return where the noun begins that the clause only says something of, -1 where it tells by itself.

    With the preposition that makes it a place, "au CHU, où ils étaient mardi", and with what it is of: "une
    toile du peintre, mort en 1957".
    """
    sentence = clause.sentence
    noun = stands_behind(clause.head, sentence.paragraph.char_span(date.start, date.end) if date else None)
    if noun is None or (place := sentence.position(noun)) < 0:
        return -1
    first = phrase_start(sentence, place)
    of = vocabulary("of") | {"("}
    while noun.dep_ in ("nmod", "appos") and noun != clause.head and sentence.word(first - 1) in of:
        noun = noun.head
        first = min(first - 1, phrase_start(sentence, max(0, sentence.position(noun))))
    return sentence.starts[first - (sentence.word(first - 1) in vocabulary("locative", "of"))]


def _words(clause: Clause) -> tuple[str, ...]:
    """Return the lemmas of nouns, names and numbers of the clause, sorted, the predicate left out."""
    paragraph = clause.sentence.paragraph
    span = paragraph.char_span(clause.start, clause.end)
    lemmas = {
        token.lemma_.casefold()
        for token in span or ()
        if token.pos_ in ("NOUN", "PROPN", "ADJ", "NUM") and token != clause.head and len(token.text) > 1
    }
    return tuple(sorted(lemmas)[:MOST_WORDS])


def _dated(clause: Clause, expressions: Sequence[TimeExpression], *, planned: bool) -> TimeExpression | None:
    """Return the expression of the calendar that dates the clause: the nearest in it to its predicate.

    None that dates a participle of it: "la toile vendue mardi ne part pas", "le marchand, déporté en 1943",
    or is over where the clause is *planned*: "doit être revu après un accident survenu en mars".
    """
    first, after = (bisect_left(expressions, at, key=lambda e: e.start) for at in (clause.start, clause.end))
    inside = (e for e in expressions[first:after] if e.type in ("DATE", "TIME") and "_REF" not in e.meaning)
    place = clause.sentence.paragraph.offset(clause.head)
    inside = (e for e in inside if not _is_of_participle(clause, e))
    inside = (e for e in inside if not (planned and read_meaning(e.meaning).tense == "past"))
    return min(inside, key=lambda e: abs(e.start - place), default=None)


def _is_of_participle(clause: Clause, expression: TimeExpression) -> bool:
    """Return whether *expression* dates a participle or relative of *clause*, or a year in an apposition."""
    date = clause.sentence.paragraph.char_span(expression.start, expression.end)
    if date is None:
        return False
    aside, over = aside_participle(date), {token.i for token in clause.head.ancestors}
    if aside is not None and clause.head not in aside:
        return True
    said = read_meaning(expression.meaning or "ref")
    year = bool(said.year) and not (said.day or said.weekday)
    verb = dated_participle(date, aside=year)
    if verb is not None:
        return verb != clause.head and verb.i not in over
    above = list(takewhile(lambda t: t != clause.head, (date.root, *date.root.ancestors)))
    if any(t.dep_ == "acl:relcl" and t.i < date.start and t.i not in over for t in above):
        return True  # "X, qui dirige le club depuis 2019, a perdu"
    apart = (token.left_edge for token in above if token.dep_ == "appos")
    return year and any(first.i and first.nbor(-1).text == "," for first in apart)
