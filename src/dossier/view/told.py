"""Events in a sentence that says who did what, where their statements say it; else in their own words."""

import functools
import re
from collections.abc import Mapping, Sequence
from string import Formatter

from dossier.disagreements.passages import telling_roots
from dossier.i18n import SOURCE, _, capital, language, pgettext, quoted
from dossier.investigation import ELSE
from dossier.lexicons import load_lexicon
from dossier.names import english, known_english
from dossier.records import Mention, Statement
from dossier.registry import build_registry
from dossier.syntax.vocabulary import vocabulary
from dossier.view.affair import is_one_matter
from dossier.view.answers import Passage
from dossier.view.figures import counted, figure_of, whereabouts
from dossier.view.index import Index
from dossier.view.qualifiers import qualifiers
from dossier.view.speech import balanced, cut, cut_before, shortened

_LONGEST = 320  # characters of the words that a label quotes
_SHORT = 280  # of a sentence that carries an event
_STUB = 60  # of a clause that does not say who does what
_MORE = 100  # of a sentence that is told whole
_END = re.compile(r"[.?!]\s+(?=[«A-ZÀ-Ý])|:\s+(?=«)")
_MARK = re.compile(r"[,;:()«»]\s+")


def deed(index: Index, mentions: Sequence[Mention]) -> str:
    """Return an event as a sentence without its end; empty where no statement fills one of its kind.

    The kind of the event has a sentence for each predicate, the most telling first, and perhaps one for any
    other. Its agent, patient and figure are those of the statement; of what happens once, of any of them.
    """
    first, kinds = mentions[0], {kind.key: kind for kind in index.analysis.investigation.event_types}
    own = kinds.get(first.type)
    sentences = dict(own.told) if own else _common().get(first.label, {})
    rows = [(m, index.statements.get(m.statement_id)) for m in mentions if m.status == "reported"]
    told = [(m, s) for m, s in rows if s and s.polarity == "+"]
    shared = _roles(index, told) if own and own.once else {}
    for predicate, sentence in sorted(sentences.items(), key=lambda item: item[0] == ELSE):
        for mention, statement in told:
            if predicate not in (ELSE, statement.predicate):
                continue
            bare = predicate == ELSE and statement.predicate not in load_lexicon("events")["support"]
            known = shared | ({} if bare else _roles(index, [(mention, statement)]))
            if all(known.get(field) for _words, field, *_rest in Formatter().parse(sentence) if field):
                said = sentence.rstrip(". ") if own else pgettext("kind of event", sentence)
                return capital(said.format(**known))
    return ""


@functools.cache
def _common() -> Mapping[str, Mapping[str, str]]:
    return {entry["label"]: entry["told"] for entry in load_lexicon("events")["kinds"] if "told" in entry}


def _roles(index: Index, rows: Sequence[tuple[Mention, Statement]]) -> dict[str, str]:
    """Return the agent, patient and figure that a statement first names, in words; none that is not known."""
    found: dict[str, str] = {}
    for mention, statement in rows:
        for role, names in (("agent", statement.agent), ("patient", statement.patient)):
            if names and all(_known(index, name, mention) for name in names):
                found.setdefault(role, index.who(names))
        for claim in index.claims_of(mention.article_id):
            if (
                mention.start <= claim.start < mention.end
                and figure_of(claim)
                and not qualifiers(index, claim)
            ):
                figure, place = counted(index, claim, whose=False), whereabouts(index, claim)
                told = _("{figure} ({beside})", figure=figure, beside=place) if place else figure
                found.setdefault("figure", told)
    return found


def _known(index: Index, name: str, mention: Mention) -> bool:
    known = language() == SOURCE and known_english(name, index.analysis.investigation)
    return name in mention.actors or bool(known)


def own_words(index: Index, mention: Mention) -> str:
    """Return the words that tell of an event: its sentence, or of a long one its clause.

    What a clause only says of something is that clause with what it stands behind: "à Lyon, où elle se rendra
    lundi", "la toile vendue mardi"; beside a clause of another day, one is told alone. What opens a
    sentence without a verb of its own is told without what follows: "Née en 1956, la romancière …".
    """
    text, told = index.articles[mention.article_id].text, own_clause(index, mention)
    first, last = mention.sentence_start, mention.sentence_end
    if told and told.behind >= 0:
        verbs = (
            s.predicate_start for s in index.statements_of(mention.article_id, first) if s.start >= told.end
        )
        opens = told.behind == told.start == first
        end = next(verbs, last) if opens else max(told.end, mention.end)
        return quoted_in_short(
            text[told.behind : end].strip().removesuffix(".") + cut(text[end:last] * opens)
        )
    closed = 0 if index.unasked else text.rfind("»,", first, mention.start) + 1
    start, end = closed or first, last  # who said it, not what was said
    if min(last, mention.end) - start > _LONGEST or (
        told and index.unasked and _has_another_day(index, told)
    ):
        start, end = (told.start, told.end) if told else (mention.start, last)
    start, end = min(start, mention.start), max(end, mention.end)
    words = text[start:end].strip(" ,").removesuffix(".")
    return quoted_in_short(f"{cut_before(text[first:start])}{words}{cut(text[end:last])}")


def words_of_kind(index: Index, mention: Mention) -> str:
    """Return the words that tell of an event of some kind: its clause, where they point back, or sentence."""
    own, text = index.statements.get(mention.statement_id), index.articles[mention.article_id].text
    *before, (first, last) = index.passage(mention.article_id, mention.start, mention.end)
    if not before or not own or not own.start <= mention.start < own.end or hangs(index, mention):
        return own_words(index, mention)
    before_it, behind = cut_before(text[first : own.start]), cut(text[own.end : last])
    return quoted_in_short(f"{before_it}{clause(index, own)}{behind}")


def place_of(index: Index, mention: Mention) -> str:
    """Return where an event took place: "une visite | en Suisse", "| en Virginie, | où elle se rendra"."""
    if town := dict(mention.attributes).get("place", ""):
        return english(town, index.analysis.investigation)
    own, text = index.statements.get(mention.statement_id), index.articles[mention.article_id].text
    words = text[mention.start : max(mention.end, own.end if own else 0)]
    if own and own.behind >= 0 and not vocabulary("where").isdisjoint(own.text.casefold().split()[:1]):
        words = text[own.behind : own.start]
    inside, at = load_lexicon("claims")["inside"], "|".join(vocabulary("locative"))
    named = re.findall(rf"\b({at}) ([A-ZÀ-Ý][\w-]+(?: [A-ZÀ-Ý][\w-]+)*)", words)
    states = build_registry(index.analysis.investigation)
    places = {n for by, n in named if states.state(n) or (by in inside and n not in mention.actors)}
    return english(places.pop(), index.analysis.investigation) if len(places) == 1 else ""


def unsourced(index: Index, mentions: Sequence[Mention], label: str) -> str:
    """Return *label* without the words at its end that name the source: "…, a indiqué la direction"."""
    for mention in mentions:
        text, last = index.articles[mention.article_id].text, mention.sentence_end
        for said in index.quotations_of(mention.article_id):
            behind = text[said.content_end : last].rstrip(" .")
            if mention.sentence_start <= said.content_start and said.cue and said.cue in behind:
                head, found, end = label.rpartition(behind)
                opening = quoted("|").partition("|")[0] if found else ""
                words = head.removeprefix(opening)  # "oui", of which the last mark went with who said it
                own = opening + balanced(words) if words != head else head
                label = f"{own}{end}" if found and not re.search(r"\w", end) else label
    return label


def quoted_sentence(index: Index, mention: Mention) -> str:
    """Return the sentence of *mention*, behind the one before it where it points back: "Il l'a quittée."."""
    text = index.articles[mention.article_id].text
    spans = index.passage(mention.article_id, mention.start, mention.end)
    words = " ".join(text[spans[0][0] : spans[-1][1]].split()).removesuffix(".")
    return (
        quoted(shortened(words, len(words))) if len(words) <= _LONGEST + _MORE else own_words(index, mention)
    )


def telling(index: Index, record: Passage) -> str:
    """Return the sentence of *record*; of a long one its clause with its object, cuts marked."""
    text, start, end = index.articles[record.article_id].text, record.start, record.end
    first, last = index.sentences(record.article_id, start, end)[0]
    if last - first <= _SHORT:
        return shortened(text[first:last].strip().removesuffix("."), _LONGEST)
    # "elle dit : « Oui »"
    ends = [first, *(first + mark.end() for mark in _END.finditer(text[first:last])), last]
    left, right = max(e for e in ends if e <= start), min(e for e in ends if e >= end)
    if right - left <= _SHORT:
        return shortened(
            cut_before(text[first:left]) + text[left:right].strip(" .") + cut(text[right:last]), _LONGEST
        )
    around = (s for s in index.statements_of(record.article_id, first) if s.start <= start < s.end)
    own = index.statements.get(getattr(record, "statement_id", ""))
    told = own or min(around, key=lambda s: s.end - s.start, default=None)
    short = told is not None and told.end - told.start <= _LONGEST - _STUB
    if told and short and told.start < end and start < told.end:
        start, end = min(start, told.start), max(end, told.end)
        start = told.behind if told.behind >= 0 else start
    start = max((first + mark.end() for mark in _MARK.finditer(text[first:start])), default=first)
    if not short:
        end = next((end + mark.start() for mark in _MARK.finditer(text[end:last])), last)
    if end - start < _STUB and last - first <= _LONGEST:
        start, end = first, last
    rest = text[end:last].lstrip()
    if rest.startswith("«"):
        end = text.find("»", end, last) + 1 or end
    elif rest.replace("'", "' ").partition(" ")[0] in vocabulary("that"):
        end = last
    before = cut_before(text[first:start])
    return shortened(f"{before}{text[start:end].rstrip(' .')}{cut(text[end:last])}", _LONGEST)


def clause(index: Index, told: Statement) -> str:
    """Return the words of a clause as an article has them, a relative one with what it stands behind."""
    text, first = index.articles[told.article_id].text, told.start if told.behind < 0 else told.behind
    return " ".join(text[first : told.end].split())


def own_clause(index: Index, mention: Mention) -> Statement | None:
    """Return the clause of *mention*, whose predicate is in its words."""
    beside = index.statements_of(mention.article_id, mention.sentence_start)
    own = [told for told in beside if mention.start <= told.predicate_start < mention.end]
    return next((told for told in own if told.statement_id == mention.statement_id), next(iter(own), None))


def hangs(index: Index, mention: Mention) -> bool:
    """Return whether the clause of *mention* only says something of what its sentence tells of."""
    told = own_clause(index, mention)
    return told is not None and told.behind >= 0


def _has_another_day(index: Index, told: Statement) -> bool:
    """Return whether a clause beside *told*, none that says so, tells of another day."""
    beside = index.statements_of(told.article_id, told.sentence_start)
    others = (s for s in beside if s.behind < 0 and not s.start <= told.start < s.end)
    return any(s.date[:10] not in told.date for s in others if not (told.cue and told.cue in s.text))


def quotes_whole() -> bool:
    """Return whether the report is in the language of the articles: then a sentence of theirs tells most."""
    return language() != SOURCE


def quoted_in_short(text: str) -> str:
    """Return *text* between quotation marks, of much what fits a label."""
    return quoted(shortened(text, _LONGEST))


def surely_joined(index: Index, mentions: Sequence[Mention], date: str) -> tuple[Mention, ...]:
    """Return those of *mentions* that surely tell one event: all, where an investigation asks for kinds.

    Of a first draft those of the article that dates it so, and of others what is on its day and matter.
    """
    if not index.unasked:
        return tuple(mentions)
    first = next((m for m in mentions if m.date == date), mentions[0])
    own = roots_of(index, first)
    return tuple(
        m
        for m in mentions
        if m.article_id == first.article_id
        or (m.date == date != "" and is_one_matter(own, roots_of(index, m), 1))
    )


def roots_of(index: Index, mention: Mention) -> frozenset[str]:
    """Return the telling roots of the sentence of *mention*."""
    return telling_roots(
        index.articles[mention.article_id].text[mention.sentence_start : mention.sentence_end]
    )
