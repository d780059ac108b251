"""An analysis as a reader needs it: events put together, sentences found, sides numbered, ids looked up."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from itertools import chain, groupby

from dossier.blocks import Blocks
from dossier.edtf import in_words, sort_key
from dossier.i18n import SOURCE, _, language
from dossier.lexicons import load_lexicon
from dossier.names import in_english, is_document
from dossier.records import PUBLISHED, Claim, Discrepancy, Mention, Quotation, Statement
from dossier.view.answers import Passage, answering
from dossier.view.events import Event, build_events
from dossier.view.figures import figure_of
from dossier.view.french import by_first_word, french_names
from dossier.view.index import Index, by_gravity
from dossier.view.labels import SourceName, in_short, name_sources, relabel, sentence_id, title_of
from dossier.view.news import is_aside, is_happening
from dossier.view.pairs import set_beside, shown_of, sides_of, why_compared
from dossier.view.parallels import Parallel, find_parallels
from dossier.view.speech import told_mentions
from dossier.words import asks, is_short

Record = Mention | Claim | Quotation

VERSION = 0.5  # of the words of the shorter of two articles in both: versions of one text


@dataclass(frozen=True)
class View(Index):
    """An analysis with everything that pages look up in it, each computed once."""

    _told = cached_property(told_mentions)

    @cached_property
    def mentions(self) -> tuple[Mention, ...]:
        """The mentions of the events that the book tells."""
        return tuple(mention for mention in self._told if mention.event_id in self.event_of)

    @cached_property
    def records(self) -> dict[str, Record]:
        """Mentions, claims and quotations by id; an event's id stands for its first mention."""
        found: dict[str, Record] = {}
        for mention in self.mentions:
            found[mention.mention_id] = mention
            found.setdefault(mention.event_id, mention)
        found |= {claim.claim_id: claim for claim in self.analysis.claims}
        return found | {quotation.quotation_id: quotation for quotation in self.analysis.quotations}

    @cached_property
    def names(self) -> dict[str, SourceName]:
        """What each article is called: outlet, agency or letter, and its day."""
        return name_sources(self.analysis.articles)

    @cached_property
    def labels(self) -> dict[str, str]:
        """How each article is cited: its name and its day."""
        return {article_id: name.label for article_id, name in self.names.items()}

    def title(self, article_id: str) -> str:
        """Return the title of an article, or its first words in quotation marks."""
        return title_of(self.articles[article_id])

    @cached_property
    def versions(self) -> dict[str, dict[str, float]]:
        """The other versions of each article, with the share of the shorter one's words that both have."""
        shared: dict[tuple[str, str], int] = defaultdict(int)
        for row in self.analysis.reuse:
            shared[row.article_a, row.article_b] += row.words
        found: dict[str, dict[str, float]] = defaultdict(dict)
        for (one, other), words in shared.items():
            share = words / max(1, min(self.articles[one].words, self.articles[other].words))
            if share >= VERSION:
                found[one][other] = found[other][one] = min(share, 1)
        return dict(found)

    @cached_property
    def events(self) -> tuple[Event, ...]:
        """The events of some kind; while none is asked for, what passages tell as having happened, too."""
        # what one article dates before what it can only follow is no event: its words are a passage
        told = (event for event in self.told_events if not event.out_of_order)
        if not self.unasked:
            return tuple(event for event in told if event.named)
        return tuple(e for e in told if is_happening(self, e) or (e.named and not is_aside(self, e)))

    @cached_property
    def passages(self) -> tuple[Event, ...]:
        """What else the sources date, in the same order."""
        events = {event.event_id for event in self.events}
        return tuple(event for event in self.told_events if event.event_id not in events)

    @cached_property
    def told_events(self) -> tuple[Event, ...]:
        """Both together: those with a date, in order of time, then those without one."""
        return build_events(self, self._told)

    @cached_property
    def event_of(self) -> dict[str, Event]:
        """Every event by its id."""
        return {event.event_id: event for event in self.told_events}

    @cached_property
    def path(self) -> tuple[Event, ...]:
        """The path of the central topic: for each type in it the best attested event, a dated one if any."""
        of_type = ([e for e in self.events if e.type == key] for key in self.analysis.investigation.path)
        best = (
            max(told, key=lambda e: (bool(e.date), e.origins, e.articles, len(e.mentions)))
            for told in filter(None, of_type)
        )
        return tuple(event for event in best if event.date or event.bound)

    @cached_property
    def topics(self) -> tuple[str, ...]:
        """The keys of the topics that claims and answers are about, those with most figures first."""
        order = [*(topic.key for topic in self.analysis.investigation.topics), "other"]
        named = {claim.topic for claim in self.analysis.claims}
        figures = Counter(claim.topic for claim in self.analysis.claims if figure_of(claim))
        return tuple(
            sorted(filter(named.__contains__, order), key=lambda key: (key == "other", -figures[key]))
        )

    @cached_property
    def central_topic(self) -> str:
        """The topic that the first chapter of figures names, else the one with most figures."""
        asked = (c.topic for c in self.analysis.investigation.chapters if c.page == "figures")
        return next(filter(None, (*list(asked)[:1], *self.topics)), "other")

    def topic_label(self, key: str) -> str:
        """Return the label of a topic."""
        labels = {topic.key: topic.label for topic in self.analysis.investigation.topics}
        return labels.get(key, _("Other matters"))

    def role(self, french: str) -> str:
        """Return a role in English where every word of it is known, else as the article gives it.

        Of "Anne Roux, de la CGT" it is the body: ``CGT``.
        """
        links = (word for word in load_lexicon("claims")["of"] if french.startswith(word))
        of = max(links, key=len, default="")
        bare = french.removeprefix(of)
        return (in_english(bare, self.analysis.investigation) if language() == SOURCE else "") or bare

    def readable(self, text: str) -> str:
        """Return a remark of the program with articles by their labels and dates in words."""
        text = relabel(text, self.names)
        return re.sub(r"\b\d{4}-\d\d(?:-\d\d)?\b", lambda day: in_words(day.group()), text)

    @cached_property
    def french(self) -> Mapping[str, tuple[str, ...]]:
        """The names that have no English form, by their first word."""
        return by_first_word(french_names(self.analysis, self.mentions))

    def compared(self, row: Discrepancy) -> list[list[Passage]]:
        """Return the passages of *row* by what they say."""
        found = (
            self.records.get(n) or self.statements.get(n) or self.expressions.get(n) for n in row.records
        )
        return sides_of(row, filter(None, found))

    @cached_property
    def pairs(self) -> tuple[Discrepancy, ...]:
        """What nobody vouches for is no difference of the book, but two passages to compare."""
        told = {row.discrepancy_id for row in self.differences}
        rows = (row for row in self.analysis.discrepancies if row.discrepancy_id not in told)
        return tuple(r for r in by_gravity(rows) if why_compared(r) and len(self.compared(r)) > 1)

    @cached_property
    def printed(self) -> tuple[Discrepancy, ...]:
        """Both together."""
        return (*self.differences, *self.pairs)

    @cached_property
    def parallels(self) -> tuple[Parallel, ...]:
        """Sentences of two articles that may contradict each other, for the reader to compare."""
        return find_parallels(self, (chain(*self.compared(row)) for row in self.printed))

    @cached_property
    def brief(self) -> dict[str, str]:
        """What each of these first says, by id: a difference without its sources, or the analyst's words."""
        told = {
            row.discrepancy_id: self.readable(row.statement)
            if row.discrepancy_id in self.worded
            else in_short(self.readable(row.statement))
            for row in self.differences
        }
        return told | {
            row.discrepancy_id: set_beside(self, row, self.compared(row), self.labels) for row in self.pairs
        }

    def said_day(self, record: Claim | Quotation) -> str:
        """Return the day on which *record* was said (EDTF), as its text dates it; empty where it does not.

        The day of the article is none of speaking, nor is a date within the words that are spoken; what
        stands in a document is not said on a day, and a link tells no day of the article that it leads to.
        """
        names = record.speaker if isinstance(record, Quotation) else record.claimant
        document = bool(names) and all(map(is_document, names))
        if document or record.section == "related_link" or record.said_on_ref == PUBLISHED:
            return ""
        date = self.expressions.get(record.said_on_ref)
        spoken = [q for q in self.quotations_of(record.article_id) if q.kind == "direct" or q is record]
        if date and any(q.content_start <= date.start < q.content_end for q in spoken):
            return ""
        return record.said_on

    def day(self, record: Claim | Quotation) -> str:
        """Return the day a record was said (EDTF), or failing that the day its article appeared."""
        appeared = "" if record.section == "related_link" else self.articles[record.article_id].published.day
        return self.said_day(record) or appeared

    def order(self, record: Claim | Quotation) -> tuple[object, ...]:
        """Return a key that puts records in the order of their days, then of their place."""
        return (sort_key(self.day(record)), record.article_id, record.start)

    def question_before(self, said: Quotation) -> tuple[int, int] | None:
        """Return where the question stands that a few words of *said* answer, right before their sentence."""
        if not is_short(said.text):
            return None
        ((first, _end), *_rest) = self.sentences(said.article_id, said.start, said.end)
        before = self.sentences(said.article_id, first - 3, first - 2)[0]
        return before if asks(self.articles[said.article_id].text, before, first) else None

    @cached_property
    def resting(self) -> dict[tuple[str, int, int], tuple[str, ...]]:
        """For each sentence that carries a record, the ids of all records that rest on it, in order."""
        found: dict[tuple[str, int, int], list[str]] = defaultdict(list)
        for identity, record in self.records.items():
            if isinstance(record, Mention) and identity == record.event_id != record.mention_id:
                continue
            for span in self.sentences(record.article_id, record.start, record.end):
                found[record.article_id, *span].append(identity)
        for dispute in self.printed:
            shown = (r for r in shown_of(self, self.compared(dispute)) if isinstance(r, Statement))
            for told in shown:
                for span in self.sentences(told.article_id, told.start, told.end):
                    found[told.article_id, *span].append(dispute.discrepancy_id)
        for row in self.analysis.reuse:
            for end in ((row.article_a, row.start_a, row.end_a), (row.article_b, row.start_b, row.end_b)):
                for span in self.sentences(*end):
                    found[end[0], *span].append(row.reuse_id)
        for pair in self.parallels:
            for first, *_rest in (pair.one, pair.other):
                found[first.article_id, first.sentence_start, first.sentence_end].append(pair.parallel_id)
        return {key: tuple(dict.fromkeys(found[key])) for key in sorted(found)}

    @cached_property
    def resting_on(self) -> dict[str, dict[tuple[str, int, int], tuple[str, ...]]]:
        """The same for each article."""
        articles = groupby(self.resting.items(), key=lambda item: item[0][0])
        return {article_id: dict(items) for article_id, items in articles}

    @cached_property
    def _differing(self) -> dict[str, Blocks[Discrepancy]]:
        places: dict[str, list[tuple[int, int, Discrepancy]]] = defaultdict(list)
        for row in self.printed:
            for name in row.records:
                if told := self.records.get(name) or self.statements.get(name):
                    spans = answering(self, row, told) or [(told.start, told.end)]
                    places[told.article_id] += ((*span, row) for span in spans)
        return {article_id: Blocks(found) for article_id, found in places.items()}

    def differing(self, told: Record) -> Iterator[Discrepancy]:
        """Yield the disagreements that rest on words of *told*."""
        found = self._differing.get(told.article_id)
        yield from found.meeting(told.start, told.end) if found else ()

    @cached_property
    def carried(self) -> Counter[str]:
        """How many records rest on each article, an event of several mentions once for each mention."""
        return Counter(record.article_id for key, record in self.records.items() if key[:1] != "e")

    @cached_property
    def sentence_articles(self) -> dict[str, str]:
        """The article of each sentence that carries a record, by the sentence's id."""
        return {sentence_id(*key): key[0] for key in self.resting}
