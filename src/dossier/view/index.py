"""What is looked up in an analysis: records by id and article, and French names by first word."""

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import pairwise

from dossier.assessments import SET_AGAINST
from dossier.blocks import Blocks, gathered
from dossier.dates.match import read_meaning
from dossier.disagreements.origins import contested_in
from dossier.disagreements.tellings import roots
from dossier.i18n import SOURCE, _, language, listed
from dossier.investigation import own_kinds, own_topics
from dossier.lexicons import load_lexicon, months
from dossier.names import called_in_sentence, english
from dossier.records import (
    Assessment,
    Claim,
    Discrepancy,
    Mention,
    Quotation,
    Statement,
    TimeExpression,
)
from dossier.registry import Registry, build_registry
from dossier.view.affair import Affair
from dossier.view.french import as_told, with_article
from dossier.view.leaning import leans
from dossier.view.offices import find_holders

_EARLY = 6  # sentences of an article in which it says what it is about


@dataclass(frozen=True)
class Index(Affair):
    """An analysis with its records by id and by article, each table made once."""

    @cached_property
    def assessments(self) -> dict[str, Assessment]:
        """The assessments by the id of their record, that it is contested only where a difference says so."""
        known, set_against = {row.discrepancy_id for row in self.differences}, _(SET_AGAINST)
        return {
            one.record_id: one
            if known.intersection(one.contested_by)
            else replace(one, contested="", grounds=tuple(g for g in one.grounds if g != set_against))
            for one in self.analysis.assessments
        }

    @cached_property
    def statements(self) -> dict[str, Statement]:
        """The statements by id."""
        return {statement.statement_id: statement for statement in self.analysis.statements}

    @cached_property
    def _in_sentences(self) -> dict[tuple[str, int], list[Statement]]:
        return gathered(((s.article_id, s.sentence_start), s) for s in self.analysis.statements)

    def statements_of(self, article_id: str, sentence_start: int) -> list[Statement]:
        """Return the statements of one sentence, in their order."""
        return self._in_sentences.get((article_id, sentence_start), [])

    @cached_property
    def holders(self) -> dict[str, tuple[str, str]]:
        """Who the unnamed holder of an office probably is, by what it is called, and by which article."""
        return find_holders(self.analysis)

    @cached_property
    def own_topics(self) -> frozenset[str]:
        """The topics that the investigation asks for, by key: only who asks knows what a figure is about."""
        return own_topics(self.analysis.investigation.topics)

    @cached_property
    def own_kinds(self) -> frozenset[str]:
        """The kinds of events that the investigation asks for and names, by key."""
        return own_kinds(self.analysis.investigation.event_types)

    @cached_property
    def asked_kinds(self) -> frozenset[str]:
        """The kinds of events that the investigation asks for: its own and the steps of its path."""
        return self.own_kinds | frozenset(self.analysis.investigation.path)

    @cached_property
    def differences(self) -> tuple[Discrepancy, ...]:
        """The differences that a person confirmed, or asked for what they are about, the gravest first.

        What is asked for is a question, a topic or a kind of event; no other row is a difference of the book.
        """
        asked = {question.key for question in self.analysis.investigation.questions} | self.own_topics
        asked |= {m.event_id for m in self.analysis.events if m.type in self.asked_kinds}
        rows = self.analysis.discrepancies
        return by_gravity(r for r in rows if r.subject in asked or r.discrepancy_id in self.confirmed)

    @cached_property
    def unasked(self) -> bool:
        """Whether the investigation names neither a path nor a kind of event of its own, as a first draft."""
        return not (self.analysis.investigation.path or self.own_kinds)

    def beginnings(self, article_id: str) -> Iterator[tuple[int, int, int]]:
        """Yield which of its first sentences say what an article is about: where each begins and ends.

        Before it stands where that begins without which it does not say of what and of whom it speaks.
        """
        text = self.articles[article_id].text
        for start, end in self.bodies.get(article_id, ())[:_EARLY]:
            acting = any(told.agent or told.patient for told in self.statements_of(article_id, start))
            first = self.passage(article_id, start, end)[0][0]
            words = text[first:end].strip()
            halved = words.count("«") != words.count("»") or words.count("“") != words.count("”")
            about = acting and self.told_by(article_id, start, end) >= self.least
            if about and not (halved or words.endswith("?")) and self.is_clear(words):
                yield first, start, end

    @cached_property
    def _of_articles(self) -> dict[str, tuple[list[Quotation], list[Claim]]]:
        found: dict[str, tuple[list[Quotation], list[Claim]]] = defaultdict(lambda: ([], []))
        for quotation in self.analysis.quotations:
            found[quotation.article_id][0].append(quotation)
        for claim in self.analysis.claims:
            found[claim.article_id][1].append(claim)
        return found

    def quotations_of(self, article_id: str) -> list[Quotation]:
        """Return the quotations of one article, in their order."""
        return self._of_articles[article_id][0]

    def claims_of(self, article_id: str) -> list[Claim]:
        """Return the claims of one article, in their order."""
        return self._of_articles[article_id][1]

    def part(self, article_id: str, place: int) -> str:
        """Return what stands at *place* as `Article.section_at` does, a heading of no text as "line".

        Such a line between paragraphs is a whole sentence that says who says it, without a telling word of
        that below it: "La ville est à court d'eau, estime le maire" is mostly the title of another article.
        """
        article = self.articles[article_id]
        for here, below in pairwise(article.sections):
            if here.start <= place < here.end and (here.kind, below.kind) == ("heading", "body"):
                own, (first, last) = here.start, self.sentences(article_id, below.start, below.start + 1)[0]
                apart = roots(article.text[own : here.end]).isdisjoint(roots(article.text[first:last]))
                said = [q for q in self.quotations_of(article_id) if q.cue and own <= q.start < here.end]
                verbs = (s.predicate_start for s in self.statements_of(article_id, own))
                whole = any(q.content_start <= verb < q.content_end for verb in verbs for q in said)
                return "line" if apart and whole else here.kind
        return article.section_at(place)

    @cached_property
    def _sentences(self) -> dict[str, Blocks[tuple[int, int]]]:
        spans = sorted(self.analysis.sentences)
        found = gathered((article_id, (start, end, (start, end))) for article_id, start, end in spans)
        return {article_id: Blocks(own) for article_id, own in found.items()}

    def sentences(self, article_id: str, start: int, end: int) -> tuple[tuple[int, int], ...]:
        """Return the sentences that hold *start* to *end*; the span itself where no sentence does."""
        known = self._sentences.get(article_id)
        return tuple(known.meeting(start, end) if known else ()) or ((start, end),)

    def passage(
        self, article_id: str, start: int, end: int, lacks: Callable[[str], object] = lambda words: ""
    ) -> tuple[tuple[int, int], ...]:
        """Return the sentences that hold *start* to *end*, and before them what they point back to.

        That is in their paragraph what "ces suppressions" are and "il" is, or what says what they *lack*.
        Behind words between marks, only whom they set against the speaker: all else would read as his.
        """
        spans = self.sentences(article_id, start, end)
        article, first = self.articles[article_id], spans[0][0]
        text = article.text
        words = text[first : spans[-1][1]]
        opens = first < 1 or text[first - 1] == "\n" or any(one.start == first for one in article.sections)
        if opens or not any(map(str.isalpha, words)):
            return spans
        against = any(said in words for said in load_lexicon("claims")["setting_against"])
        spoken = text[:first].rstrip(" .").endswith("»")
        if not against and (spoken or not (leans(words) or lacks(words))):
            return spans
        return (*self.passage(article_id, first - 1 - (text[first - 1] == " "), first, lacks), *spans)

    @cached_property
    def expressions(self) -> dict[str, TimeExpression]:
        """The time expressions by id."""
        return {expression.date_id: expression for expression in self.analysis.dates}

    def worked_from(self, mention: Mention) -> str:
        """Return the words from which the day of *mention* is worked out; empty where its article writes it.

        A day is written where the words hold its number, a month where they hold its name, a year its digits.
        """
        date, first = self.expressions.get(mention.date_id), mention.date.partition("/")[0]
        if date and date.meaning.startswith("clock"):  # "jeudi soir, vers 22 h 30"
            date = self.expressions.get(read_meaning(date.meaning).day_of)
        if date is None or not re.fullmatch(r"\d{4}(-[01]\d(-\d\d)?)?", first):
            return ""
        named = "|".join(name for name, number in months().items() if number == int(first[5:7] or 0))
        forms = {10: rf"\b0?{int(first[8:] or 0)}(?:er)?\b", 7: rf"\b(?:{named})\b", 4: first}
        return "" if re.search(forms[len(first)], date.text.casefold()) else date.text

    @cached_property
    def disputes(self) -> dict[str, tuple[Discrepancy, ...]]:
        """The discrepancies in which each record, or event, is contested or its words are one side."""
        event_of = {mention.mention_id: mention.event_id for mention in self.analysis.events}
        found: dict[str, list[Discrepancy]] = defaultdict(list)
        for row in self.differences:
            sides = [self.statements[name] for name in row.records if name in self.statements]
            for identity in dict.fromkeys((row.subject, *contested_in(row, event_of), *self._saying(sides))):
                found[identity].append(row)
        return {identity: tuple(rows) for identity, rows in found.items()}

    def _saying(self, sides: Iterable[Statement]) -> Iterator[str]:
        """Yield the quotations whose words hold one of *sides*."""
        for told in sides:
            quoted = self.quotations_of(told.article_id)
            yield from (q.quotation_id for q in quoted if q.start <= told.start < q.end)

    def origins(self, record_id: str, *, default: int = 1) -> int:
        """Return how many independent origins carry a record, as assessed."""
        assessment = self.assessments.get(record_id)
        return assessment.origins if assessment else default

    @cached_property
    def sides(self) -> tuple[str, ...]:
        """The sides, in the order of investigation.yml; side numbers count from 1."""
        investigation = self.analysis.investigation
        names = [side.name for side in investigation.sides] + [actor.side for actor in investigation.actors]
        return tuple(dict.fromkeys(name for name in names if name))

    @cached_property
    def _side_of(self) -> dict[str, int]:
        investigation = self.analysis.investigation
        found = {
            country: self.sides.index(side.name) + 1
            for side in investigation.sides
            for country in side.countries
        }
        return found | {a.name: self.sides.index(a.side) + 1 for a in investigation.actors if a.side}

    def side(self, names: tuple[str, ...]) -> int:
        """Return the number of the side that *names* are on; 0 where it is none or not one."""
        found = {self._side_of.get(name) or self._side_told(name) for name in names}
        return found.pop() if len(found) == 1 else 0

    @cached_property
    def _registry(self) -> Registry:
        return build_registry(self.analysis.investigation)

    def _side_told(self, name: str) -> int:
        """Return the side of the state that an unnamed source is of: "un représentant de Pyongyang".

        That of "son ministre" is in what the investigation calls him; "les syndicats" are the side so called.
        """
        state = self._registry.state(name) if any(map(str.islower, name.split()[1:])) else None
        if state:
            return self._side_of.get(state.name, 0)
        called = dict(self.analysis.investigation.english).get(name, "")
        own = (name.casefold() == side.casefold() or side in called for side in self.sides)
        return next((number for number, is_own in enumerate(own, 1) if is_own), 0)

    def english(self, names: Iterable[str]) -> list[str]:
        """Return actors by the names that the report calls them; in French a common noun has its article."""
        asked = self.analysis.investigation
        own = (
            english(n, asked) if language() == SOURCE or n[:1].isupper() else self._in_sentence(n)
            for n in names
            if n
        )
        return list(dict.fromkeys(own))

    def called(self, names: Iterable[str], *, nobody: str = "") -> str:
        """Return actors as they stand in a cell or label."""
        return listed(map(as_told, self.english(names))) or nobody or _("the newspaper itself")

    def who(self, names: Iterable[str], *, nobody: str = "") -> str:
        """Return actors as they stand in a sentence."""
        said = dict.fromkeys(self._in_sentence(name) for name in names if name)
        return listed(said) or nobody or _("the newspaper itself")

    def _in_sentence(self, name: str) -> str:
        if language() == SOURCE:
            return called_in_sentence(name, self.analysis.investigation)
        if name not in self._determined:
            self._determined[name] = with_article(as_told(name), [a.text for a in self.analysis.articles])
        return self._determined[name]

    @cached_property
    def _determined(self) -> dict[str, str]:
        return {}


def by_gravity(rows: Iterable[Discrepancy]) -> tuple[Discrepancy, ...]:
    """Return discrepancies with conflicts before tensions before revisions, otherwise in their order."""
    order = ("conflict", "tension", "revision")
    return tuple(sorted(rows, key=lambda row: order.index(row.severity)))
