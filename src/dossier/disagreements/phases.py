"""What goes on here and is over there, a step still to take and taken; two steps in two orders."""

import functools
import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from dossier.disagreements.clauses import Clause, clauses
from dossier.disagreements.differences import Difference, Side, side_of
from dossier.disagreements.passages import TELLING, Known, Pair, passages_of, told_on
from dossier.disagreements.tellings import (
    Telling,
    country_roots,
    listed_roots,
    listed_verbs,
    root,
    roots,
    saying,
    words,
)
from dossier.disagreements.voices import FIRM, Bodies, bodies_of, is_negated_by_word
from dossier.events import days_of, gap
from dossier.lexicons import load_lexicon, pattern_of
from dossier.records import Statement

MONTH = 31  # days of what is planned for a time that a delay may miss
LONG = 2 * 366  # days after which what was done is another deed than the one that an article still expects
PART = re.compile(r"[;:]|\.(?!\d)")


@dataclass(frozen=True, slots=True, eq=False)
class Phase:
    """A clause with words that tell the phase of something."""

    statement: Statement
    words: frozenset[str]  # roots of its words
    own: frozenset[str]  # those that tell the phase


def find_phases(pair: Pair) -> Iterator[Difference]:
    """Yield the clauses of two articles that have one thing in two phases of which one day knows one only."""
    for here, there in pair.ways:
        theirs = phases(there)
        late = ("planned day", 1) in theirs
        known = {**phases(here), ("planned day", 0): plans(here, pair.published) if late else []}
        for (way, place), firsts in known.items():
            seconds = theirs.get((way, place + 1), []) if place % 2 == 0 else []
            for first, second in ((first, second) for first in firsts for second in seconds):
                shared = (first.words - first.own) & second.words
                if way == "planned day":
                    shared -= second.own
                act = (way, place) != ("step", 0) or shared & second.own
                one, other = first.statement, second.statement
                if act and pair.weight(shared) >= TELLING and exclude(way, one, other, pair.published):
                    yield Difference(way, side_of(one), side_of(other))


def find_steps(pair: Pair) -> Iterator[Difference]:
    """Yield the clauses of two articles of which one expects what another tells as done, by one doer."""
    bodies = bodies_of(pair.one, pair.other)
    for here, there in pair.ways:
        taken = [c for c in clauses(there) if c.statement.phase == "done" and is_sure(c)]
        for ahead in filter(is_ahead, clauses(here)):
            for done in taken:
                same = shared_act(ahead, done)
                told = same and one_doer(ahead, done, bodies)
                known = frozenset() if is_bare(ahead) else ahead.act
                if told and pair.weight((ahead.words & done.words) - known) >= TELLING:
                    first, second = ahead.statement, done.statement
                    if exclude("step", first, second, pair.published):
                        yield Difference("step", side_of(first), side_of(second))


def one_doer(one: Clause, other: Clause, bodies: Bodies) -> bool:
    """Return whether two clauses may have one agent: he, his body, or nobody is named."""
    first, second = (
        words(" ".join(c.statement.agent)).union(*(bodies.get(name, ()) for name in c.statement.agent))
        for c in (one, other)
    )
    return not (first and second) or not {*map(root, first)}.isdisjoint(map(root, second))


def is_sure(clause: Clause) -> bool:
    """Return whether *clause* affirms what it tells."""
    return clause.positive and clause.statement.certainty in FIRM


def is_ahead(clause: Clause) -> bool:
    """Return whether *clause* plans a thing or considers it: "étudie la fermeture"."""
    considered = clause.statement.phase in ("ongoing", "") and is_sure(clause) and does(clause, "considering")
    return considered or (clause.statement.phase == "planned" and clause.positive)


def does(clause: Clause, *keys: str) -> bool:
    """Return whether the lexicon lists the verb of *clause* under one of *keys*."""
    return not listed_verbs(*keys).isdisjoint(map(root, clause.statement.predicate.split()))


def is_bare(clause: Clause) -> bool:
    """Return whether *clause* calls its object by a noun for anything: "le texte doit être signé"."""
    return bool(clause.patient) and clause.patient <= listed_roots("stand_ins")


def considered(clause: Clause) -> frozenset[str]:
    """Return the root of what *clause* considers, of its first noun, or of what "est en discussion"."""
    own = clause.statement
    things = own.agent if own.predicate.startswith("être ") else own.patient
    head = next(filter(None, map(roots, " ".join(things).split())), frozenset[str]())
    return head or clause.words - clause.act - clause.agent


def shared_act(ahead: Clause, done: Clause) -> frozenset[str]:
    """Return the roots of the act that one clause has ahead and another done, of one object; else none.

    What is considered is done by its own verb or by any that settles it.
    """
    if does(ahead, "considering"):
        return considered(ahead) & (done.act | done.patient if does(done, "settling") else done.act)
    same = ahead.patient & done.patient
    one_verb = is_bare(ahead) and ahead.statement.predicate == done.statement.predicate
    whole = same or one_verb or not (ahead.patient or done.patient)
    return ahead.act & done.act if whole else frozenset()


def exclude(way: str, one: Statement, other: Statement, published: Known) -> bool:
    """Return whether the days of two phases let them exclude each other: unknown days do."""
    told, known = (told_on(s.article_id, published) for s in (one, other))
    days, over = days_of(one.date), days_of(other.date)
    if way == "planned day":
        done = saying().isdisjoint(roots(other.predicate))  # "a finalement confirmé" tells of no act
        return done and not (days and over and gap(days, over) == 0)
    if way == "state":
        held, ended = days or told, over or known
        return not (held and ended and held[1] < ended[0])
    if way == "step" and told and over and over[1] < told[0] - LONG:
        return False
    return way == "order" or not (told and (over or known) and told[1] < (over or known or told)[0])


@functools.lru_cache(maxsize=256)
def phases(telling: Telling) -> Mapping[tuple[str, int], list[Phase]]:
    """Return the clauses of *telling* that tell a phase, by the way to differ and the place in its list."""
    found: dict[tuple[str, int], list[Phase]] = defaultdict(list)
    for start, passage in passages_of(telling).items():
        matches = ((way, c) for way, words in cues().items() for c in words.finditer(passage.text))
        for way, cue in matches if passage.statements else ():
            statement = passage.at(start + cue.start())
            if not statement or statement.section == "related_link":
                continue
            affirmed = way != "state" or statement.polarity == "+" or is_negated_by_word(cue[0])
            if cue.lastgroup and affirmed:
                before = PART.split(passage.text[: cue.start()])[-1]
                after = PART.split(passage.text[cue.start() :])[0]
                own = roots(cue[0])
                told = after if own & listed_roots("object_behind") else before + after
                found[way, int(cue.lastgroup[1:])].append(
                    Phase(statement, roots(told) - country_roots(), own)
                )
    return found


def plans(telling: Telling, published: Known) -> list[Phase]:
    """Return the clauses of *telling* that plan something for a day."""
    today = told_on(telling.article_id, published)
    return [
        Phase(s, roots(" ".join((s.text, *s.agent, *s.patient))) - country_roots(), frozenset())
        for s in telling.statements
        if (days := days_of(s.date))
        and days[1] - days[0] <= MONTH
        and s.section != "related_link"
        and (days[0] > today[0] if today else s.phase == "planned")
    ]


@functools.cache
def cues() -> Mapping[str, re.Pattern[str]]:
    """Return what finds the words of phases, by the way to differ; its groups are their places."""
    found = {}
    for way, lines in load_lexicon("contraries")["clauses"].items():
        words = ("|".join(words) for line in lines for words in line)
        groups = "|".join(f"(?P<p{place}>{known})" for place, known in enumerate(words) if known)
        found[way] = re.compile(rf"(?<!\w)(?:{groups})")
    return found


BOUND = re.compile(r"[.;«»“”\n]")
FAR = 160  # letters from the word of time that still belong to its clause


@dataclass(frozen=True, slots=True, eq=False)
class Order:
    """Two steps of one sentence as roots of words, what both have in common left out."""

    first: frozenset[str]
    then: frozenset[str]
    side: Side


def find_orders(pair: Pair) -> Iterator[Difference]:
    """Yield the sentences of two articles that tell two steps in opposite orders."""
    for one in orders(pair.one):
        for other in orders(pair.other):
            crossed = one.first & other.then, one.then & other.first
            straight = one.first & other.first | one.then & other.then
            if all(crossed) and sum(map(pair.weight, crossed)) > max(TELLING, pair.weight(straight)):
                yield Difference("order", one.side, other.side)


@functools.cache
def order_cues() -> re.Pattern[str]:
    """Return what finds the words that order two steps, by the name of its group."""
    groups = load_lexicon("comparisons")["orders"]
    return re.compile(
        "|".join(rf"(?P<{name}>(?<!\w)(?:{'|'.join(words)}))" for name, words in groups.items())
    )


@functools.lru_cache(maxsize=256)
def orders(telling: Telling) -> list[Order]:
    """Return the steps that sentences of *telling* put in order."""
    found, before = [], ""
    for start, passage in passages_of(telling).items():
        for cue in order_cues().finditer(passage.text) if passage.statements else ():
            for first, then in steps(passage.text, cue, before):
                one, other = roots(first) - country_roots(), roots(then) - country_roots()
                own = passage.at(start + cue.start())
                if own and one - other and other - one:
                    both = replace(side_of(own), words=passage.text.strip())
                    found.append(Order(one - other, other - one, both))
        before = passage.text
    return found


def clause(text: str, cue: re.Match[str]) -> tuple[str, str, str]:
    """Return the words of *text* between two pauses around *cue*, those before and those behind."""
    pause = pattern_of("comparisons", "pause")
    begins = max((m.end() for m in pause.finditer(text, 0, cue.start())), default=0)
    ends = next((m.start() for m in pause.finditer(text, cue.end())), len(text))
    return text[begins:ends], text[:begins], text[ends:]


def steps(text: str, cue: re.Match[str], before: str) -> Iterator[tuple[str, str]]:
    """Yield what comes first and then by *cue* in *text*; *before* it stands another sentence."""
    lexicon = load_lexicon("comparisons")
    left, right = BOUND.split(text[: cue.start()])[-1], BOUND.split(text[cue.end() :])[0][:FAR]
    if cue.lastgroup in ("before", "after", "already"):
        only = lexicon["only"]
        if not roots(left) - roots(only["word"]):  # "Après le vote, il a signé"
            ends = only["ends"] if roots(left) else ","
            right, left = (*re.split(ends, right, maxsplit=1), "")[:2]
        if cue.lastgroup != "already" or re.search(lexicon["already"], left):
            yield (right, left) if cue.lastgroup == "after" else (left, right)
    elif cue.lastgroup == "later":
        own, head, tail = clause(text, cue)
        yield head if roots(head) else before, own + tail.partition(".")[0]
    elif cue.lastgroup == "at_first":
        own, _, tail = clause(text, cue)
        yield own, tail
