"""What each article tells, and which articles are on one matter: nothing else is ever compared."""

import functools
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from dossier.blocks import gathered
from dossier.folding import without_accents
from dossier.investigation import Investigation
from dossier.lexicons import load_lexicon, word_set
from dossier.records import Claim, Quotation, Reading, Statement, TimeExpression

SHARED = 2  # names that two articles on one matter have in common at least
PART = 0.2  # share of the poorer article's names that are common
REACH = 400  # letters on each side of a record that belong to it, in a sentence without end
WORDS = 0.13  # the same of all telling words, where only one name is common
FEW = 6  # articles that somebody put together are mostly on one matter:
FEWER = 0.11  # fewer words are enough between two of them that have no common name,
NAMED = 0.06  # and fewer still where they have one
NEAREST = 8  # articles that one is compared with, those that share most names
KNOWN = 60  # articles a name may stand in and still lead from one to another
NEAR = 60  # letters on each side of a date that say what happened
SAYING = ("say", "of_things", "quote", "noun", "infinitive", "view", "document_verbs")  # of the lexicon
JOINED = 2  # letters between a day and what says how long after another it is
ROOT = 5  # letters of a word that are compared
NAME = re.compile(r"(?<![\w-])[A-ZÉÈÎÔ][\w-]{3,}")
WEEKDAY = re.compile(r"\w+di (?:1er|\d{1,2}) \w+|dimanche (?:1er|\d{1,2}) \w+", re.IGNORECASE)
WORD = re.compile(r"[^\W\d_]{4,}")
APPOSED = re.compile(r", ([^,.;:\n]{3,60})[,.;:\n]")
JOINT = re.compile(r"[,.;:\n]")
ENDING = re.compile(r"(?:ees?|ent|er|es?|s|x)$")


def context_span(record: Claim | Statement) -> tuple[int, int]:
    """Return start and end of the words that tell what *record* is about: its sentence, or a part of it."""
    start = max(record.sentence_start, record.start - REACH)
    end = min(record.sentence_end, record.end + REACH)
    return min(start, record.start), max(end, record.end)


@dataclass(frozen=True, slots=True)
class Moment:
    """A point of time in running text, and what stands around it."""

    record_id: str  # of the statement that it dates, else of the expression
    article_id: str
    text: str
    expression: TimeExpression
    near: frozenset[str]
    sentence: int  # where its sentence begins
    act: str = ""
    phase: str = ""
    polarity: str = "+"
    who: str = ""
    figure: bool = False
    agent: frozenset[str] = frozenset()
    patient: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True, eq=False)
class Telling:
    """What one article tells, as far as it is compared with others."""

    article_id: str
    statements: tuple[Statement, ...] = ()
    claims: tuple[Claim, ...] = ()
    quotations: tuple[Quotation, ...] = ()
    weekdays: tuple[TimeExpression, ...] = ()
    names: frozenset[str] = frozenset()
    # names beside each speaker, or in his role
    beside: Mapping[str, frozenset[str]] = field(default_factory=dict)
    moments: tuple[Moment, ...] = ()
    text: str = ""
    passages: tuple[tuple[int, int], ...] = ()  # start and end of each sentence

    def sentence(self, record: Claim | Statement) -> str:
        """Return the sentence of *record*; of an endless one what stands near the record."""
        return self.text[slice(*context_span(record))]


def names_in(text: str) -> frozenset[str]:
    """Return the words of *text* with a capital, folded."""
    return frozenset(fold(name) for name in NAME.findall(text))


def names_of(text: str) -> frozenset[str]:
    """Return the names in *text*, folded: words that it writes with a capital only, countries left out."""
    small = {fold(word) for word in WORD.findall(text) if word[0].islower()}
    found = names_in(text)
    heads = {head for name in found if len(head := name.partition("-")[0]) >= ROOT}
    return frozenset((found | heads) - small - known_words())


@functools.cache
def known_words() -> frozenset[str]:
    """Return the capitalised words that tell nothing about the matter: of countries, agencies, sentences."""
    texts = (
        *load_lexicon("agencies")["names"],
        str(load_lexicon("countries")["countries"]),
        *word_set("comparisons", "empty"),
    )
    return frozenset(fold(word) for text in texts for word in re.findall(r"[\w-]+", text))


@functools.cache
def country_roots() -> frozenset[str]:
    """Return the roots of the names of countries and of their peoples, who stand in every sentence."""
    named = roots(str(load_lexicon("countries")["countries"]))
    return named - family_heads() - listed_roots("bodies")


@functools.lru_cache(maxsize=65536)
def fold(word: str) -> str:
    """Return *word* in small letters without accents."""
    return without_accents(word.casefold())


@functools.lru_cache(maxsize=65536)
def root(word: str) -> str:
    """Return what the forms of *word* have in common: its first letters without the shortest endings."""
    folded = fold(word)
    bare = ENDING.sub("", folded) if len(folded) <= ROOT + 2 else folded
    return (bare if len(bare) > 2 else folded)[:ROOT]


@functools.lru_cache(maxsize=16384)
def roots(text: str) -> frozenset[str]:
    """Return the roots of the telling words of *text*, one for all words of one family."""
    family = families()
    found = (root(w) for w in WORD.findall(text) if w.casefold() not in word_set("comparisons", "empty"))
    return frozenset(family.get(word, word) for word in found)


@functools.cache
def listed_roots(key: str) -> frozenset[str]:
    """Return the roots of the words that the lexicon of comparisons lists under *key*."""
    return roots(" ".join(load_lexicon("comparisons")[key]))


@functools.cache
def listed_verbs(*keys: str) -> frozenset[str]:
    """Return the roots of the verbs under *keys* of the lexicon of comparisons, not of their families."""
    return frozenset(root(verb) for key in keys for verb in load_lexicon("comparisons")[key])


@functools.cache
def families() -> Mapping[str, str]:
    """Return for the root of each word of a family that of its first word."""
    return {root(word): root(line[0]) for line in load_lexicon("families") for word in line}


def candidates(names: Mapping[str, frozenset[str]]) -> Iterator[tuple[str, str, float]]:
    """Yield each article with itself and with those it may be on one matter with, each pair once.

    *names*: those of each article. The last value is the share of their words that must be common as well,
    none where names alone are enough. Two articles are also on one matter where a third surely is on that of
    both.
    """
    places = gathered((name, key) for key, own in names.items() for name in sorted(own))
    common = {key: shared_names(key, own, places) for key, own in names.items()}
    sure = {
        key: {o for o, n in shared.items() if n >= max(SHARED, PART * min(len(names[key]), len(names[o])))}
        for key, shared in common.items()
    }
    few = len(names) <= FEW
    for key in names:
        yield key, key, 0
        linked = {third for other in sorted(sure[key]) for third in sorted(sure[other])}
        further = names.keys() if few else linked
        for other in (*common[key], *sorted(further - common[key].keys())):
            if key < other:
                least = (NAMED if other in common[key] else FEWER) if few else WORDS
                yield key, other, 0 if other in sure[key] or other in linked else least


def related_articles(pairs: Iterable[tuple[str, str, float]]) -> dict[str, frozenset[str]]:
    """Return for each article those surely on its matter, itself among them; *pairs* as of `candidates`."""
    found: dict[str, set[str]] = defaultdict(set)
    for one, other, least in pairs:
        if not least:
            found[one].add(other)
            found[other].add(one)
    return {article_id: frozenset(others) for article_id, others in found.items()}


def shared_names(key: str, names: frozenset[str], places: Mapping[str, list[str]]) -> dict[str, int]:
    """Return the articles nearest to *key*, which has these *names*, each with the number that both have."""
    shared = Counter(other for name in sorted(names) if len(places[name]) <= KNOWN for other in places[name])
    del shared[key]
    return dict(sorted(shared.items(), key=lambda e: (-e[1], e[0]))[:NEAREST])


def is_alike(one: Telling, other: Telling, least: float) -> bool:
    """Return whether two articles have *least* of the telling words of the poorer one in common."""
    first, second = told_roots(one), told_roots(other)
    return len(first & second) >= least * max(1, min(len(first), len(second)))


@functools.lru_cache(maxsize=256)
def told_roots(telling: Telling) -> frozenset[str]:
    """Return the roots of all that *telling* states."""
    return frozenset().union(*(roots(statement.text) for statement in telling.statements))


def telling_of(reading: Reading, asked: Investigation) -> Telling:
    """Return what *reading*, as the analyst's decisions leave it, has to compare."""
    article, text = reading.article, reading.article.text
    roles = {actor.name: names_in(" ".join(actor.roles)) for actor in asked.actors}
    speakers = dict.fromkeys(name for q in reading.quotations for name in q.speaker)
    return Telling(
        article.article_id,
        reading.statements,
        reading.claims,
        reading.quotations,
        tuple(e for e in reading.expressions if WEEKDAY.match(e.text)),
        names_of(text),
        {name: beside(name, text) | roles.get(name, frozenset()) for name in speakers},
        tuple(moments(reading)),
        text,
        reading.sentences,
    )


def beside(name: str, text: str) -> frozenset[str]:
    """Return the names that stand in apposition to *name* in *text*: what its bearer leads or speaks for."""
    found: list[str] = []
    at = text.find(name)
    while at >= 0:
        if after := APPOSED.match(text, at + len(name)):
            found.append(after[1])
        if text.endswith(", ", 0, at):
            before = JOINT.split(text[max(0, at - 62) : at - 2])[-1]
            found += [before] if len(before) > 2 else ()
        at = text.find(name, at + len(name))
    return frozenset().union(*map(names_in, found))


def moments(reading: Reading) -> Iterator[Moment]:
    """Yield each point of time of *reading*, by the narrowest statement around it; no days of speaking."""
    text = reading.article.text
    spoken = {q.said_on_ref for q in reading.quotations if q.said_on_ref}
    for e in reading.expressions:
        counted = "origin=focus" in e.meaning and follows_day(e.start, reading.expressions)
        if e.type not in ("DATE", "TIME") or e.date_id in spoken or counted:
            continue
        for start, end in ((s, n) for s, n in reading.sentences if s <= e.start < n):
            around = [s for s in reading.statements if s.start <= e.start and e.end <= s.end]
            inner = min(around, key=lambda s: s.end - s.start, default=None)
            before, after = text[max(start, e.start - NEAR) : e.start], text[e.end : min(end, e.end + NEAR)]
            near = roots(f"{before} {after}") - saying() - country_roots()
            if inner is None:
                yield Moment(e.date_id, e.article_id, e.text, e, near, start)
            else:
                yield Moment(
                    *(inner.statement_id, e.article_id, inner.text, e, near, start),
                    next(iter(roots(inner.predicate.split()[-1]) - saying()), ""),
                    inner.phase,
                    inner.polarity,
                    inner.source.split(" > ")[-1],
                    bool(inner.claim_id),
                    roots(" ".join(inner.agent)) - country_roots(),
                    roots(" ".join(inner.patient)) - country_roots(),
                )


def follows_day(place: int, expressions: Iterable[TimeExpression]) -> bool:
    """Return whether a date ends right before *place*: "le 11 mars, seize jours plus tard" tells one day."""
    return any(e.type == "DATE" and 0 <= place - e.end <= JOINED for e in expressions)


@functools.cache
def saying() -> frozenset[str]:
    """Return the roots of the verbs and nouns of speaking."""
    said = roots(" ".join(str(load_lexicon("reporting")[key]) for key in SAYING))
    return said - family_heads()


@functools.cache
def family_heads() -> frozenset[str]:
    """Return the roots that stand for a family of words."""
    return frozenset(families().values())


@functools.lru_cache(maxsize=16384)
def words(text: str) -> frozenset[str]:
    """Return the telling words of a name, folded."""
    parts = re.findall(r"\w+", text)
    initials = "".join(word[0] for word in parts if len(word) > 3) if len(parts) > 2 else ""
    short = {fold(initials)} if len(initials) > 2 else set()
    names = {fold(word) for word in parts[1:] if len(word) == 3 and word[0].isupper()}  # "Corée du Sud"
    return frozenset(short | names | {fold(w) for w in parts if len(w) > 3 or (len(w) == 3 and w.isupper())})
