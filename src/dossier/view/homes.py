"""Where each record stands in full, and which stand together: by place, speaker or gravity."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

from dossier.blocks import gathered
from dossier.chapters import SUMMARY, chapters_of
from dossier.edtf import in_words
from dossier.i18n import _, capital
from dossier.investigation import Chapter
from dossier.names import is_document
from dossier.records import Article, Claim, Discrepancy, Mention, Quotation, Reuse, identity
from dossier.review import SUBJECT
from dossier.view.emphasis import Emphasis, Row
from dossier.view.figures import figure_of
from dossier.view.labels import article_anchor, sentence_id
from dossier.view.model import Record, View
from dossier.words import CATEGORIES, DIFFERENCES, PUBLICATIONS, TITLES, count_spoken

Place = tuple[Chapter, str]  # a chapter and an anchor on it
ARTICLES = "articles"  # the folder of the articles' own pages, in a large book


@dataclass(frozen=True)
class Homes:
    """The chapters of the book about *view*, and which of them is the home of which anchor."""

    view: View

    @cached_property
    def chapters(self) -> tuple[Chapter, ...]:
        """The summary and the chapters, in their order; the place of one is its number."""
        return chapters_of(self.view.analysis.investigation)

    def chapter(self, page: str, topic: str = "") -> Chapter | None:
        """Return the chapter that shows *page*, of several the one about *topic*, or None."""
        shown = [one for one in self.chapters if page in (one.page, one.file)]
        exact = [one for one in shown if one.topic == topic]
        return next(iter((*exact, *shown)), None)

    def figures(self, topic: str) -> Chapter | None:
        """Return the chapter at which figures about *topic* stand.

        It is the one about *topic*, else the one that names no topic, else the first of figures.
        """
        shown = [one for one in self.chapters if one.page == "figures"]
        found = [one for wanted in (topic, "") for one in shown if one.topic == wanted]
        return next(iter((*found, *shown)), None)

    def of_claim(self, claim: Claim) -> Chapter | None:
        """Return the chapter of *claim*, none for an answer without a number on nothing that is asked for."""
        return self.figures(claim.topic) if figure_of(claim) or claim.topic != "other" else None

    def topics(self, chapter: Chapter) -> tuple[str, tuple[str, ...]]:
        """Return the topic that *chapter* is about, and the other ones whose figures stand on it."""
        mine = [topic for topic in self.view.topics if self.figures(topic) == chapter]
        main = chapter.topic or next(iter(mine), "") or self.view.central_topic
        return main, tuple(topic for topic in mine if topic != main)

    @cached_property
    def emphasis(self) -> Emphasis:
        """Which records the chapters tell."""
        return Emphasis(self.view, self.of_claim)

    def find(self, anchor: str) -> Place | None:
        """Return where *anchor* stands; a record whose chapter is left out is found at its sentence.

        In a large book a record that no chapter tells, and every sentence, stand on the page of their
        article, and a mention stands where its event does.
        """
        if self.emphasis.large:
            record = self.view.records.get(anchor)
            anchor = record.event_id if isinstance(record, Mention) else anchor
            if anchor not in self.emphasis.told and (article_id := self._article_of(anchor)):
                return article_page(article_id), anchor
        return self._in_chapters(anchor)

    @cached_property
    def left(self) -> dict[str, list[Row]]:
        """The records that no chapter tells, by the article on whose page they stand."""
        found: dict[str, list[Row]] = defaultdict(list)
        for rows in self.emphasis.groups.values():
            for row in rows:
                if (key := identity(row)) not in self.emphasis.told:
                    found[self._article_of(key)].append(row)
        return found

    def _article_of(self, anchor: str) -> str:
        """Return the article on whose page *anchor* stands in a large book; empty for what is none."""
        record = self.view.records.get(anchor)
        return record.article_id if record else self._articles.get(anchor, "")

    @cached_property
    def _articles(self) -> dict[str, str]:
        view, analysis = self.view, self.view.analysis
        found = {article_anchor(name): name for name in view.articles} | view.sentence_articles
        found |= {row.reuse_id: row.article_a for row in analysis.reuse}
        standing = {row.date_id: row.article_id for row in analysis.dates}
        standing |= {row.statement_id: row.article_id for row in analysis.statements}
        standing |= {name: record.article_id for name, record in view.records.items()}
        for row in view.printed:
            carrying = (standing[name] for name in row.records if name in standing)
            found[row.discrepancy_id] = next(carrying, next(iter(view.articles)))
        return found

    def _in_chapters(self, anchor: str) -> Place | None:
        record = self.view.records.get(anchor)
        if anchor in self._differences:
            home = self.chapter("disagreements")
        elif anchor.startswith("f-"):
            home = SUMMARY
        elif isinstance(record, Claim):
            home = self.of_claim(record)
        elif isinstance(record, Mention | Quotation):
            home = self.chapter("timeline" if isinstance(record, Mention) else "voices")
        else:
            home = self.chapter("sources")
        if home is None and record is not None:
            span = self.view.sentences(record.article_id, record.start, record.end)[0]
            home, anchor = self.chapter("sources"), sentence_id(record.article_id, *span)
        return (home, anchor) if home else None

    def permalink(self, anchor: str) -> str:
        """Return the address of *anchor* below that of the book, empty where no chapter shows it."""
        place = self.find(anchor)
        return f"{place[0].file}.html#{place[1]}" if place else ""

    def address(self, anchor: str) -> str:
        """Return the address of *anchor* on the web, empty where the book has none or does not show it."""
        book, link = self.view.analysis.investigation.url.rstrip("/"), self.permalink(anchor)
        return f"{book}/{link}" if book and link else ""

    @cached_property
    def _differences(self) -> frozenset[str]:
        view = self.view
        return frozenset(map(identity, (*view.printed, *view.analysis.reuse, *view.parallels)))


def article_page(article_id: str) -> Chapter:
    """Return the page that an article has of its own in a large book."""
    return Chapter("article", file=f"{ARTICLES}/{article_anchor(article_id)}")


Links = tuple[tuple[str, str], ...]  # words and the anchor they lead to


def places(view: View, records: Iterable[Record], *, short: bool = False) -> Links:
    """Return for each article among *records* its label, or *short*, linked to its first sentence there."""
    found: dict[str, str] = {}
    order = {name: place for place, name in enumerate(view.names)}
    for record in sorted(records, key=lambda r: order[r.article_id]):
        start, end = view.sentences(record.article_id, record.start, record.end)[0]
        name = view.names[record.article_id]
        found.setdefault(name.short if short else name.label, sentence_id(record.article_id, start, end))
    return tuple(found.items())


def speakers(view: View, *, nameless: bool = False) -> dict[tuple[str, ...], list[Quotation]]:
    """Return the quotations of each speaker; speakers in the order of `CATEGORIES`, then by words quoted.

    Where nobody gave kinds of speakers, documents alone stand apart. Words that are laid to nobody, if
    *nameless*, stand as those of one: they may be any of the others'.
    """
    found = gathered(
        (q.speaker or (_("not named"),), q) for q in view.analysis.quotations if q.speaker or nameless
    )
    order = list(CATEGORIES) if gives_kinds(view) else ["", "document"]

    def place(item: tuple[tuple[str, ...], list[Quotation]]) -> tuple[int, int, tuple[str, ...]]:
        kind = category_of(item[1])
        return order.index(kind if kind in order else ""), -words_of(view, item[1]), item[0]

    return dict(sorted(found.items(), key=place))


def gives_kinds(view: View) -> bool:
    """Return whether the investigation gives kinds of speakers: the program only guesses them from roles."""
    return any(actor.category for actor in view.analysis.investigation.actors)


def category_of(quotations: Iterable[Quotation]) -> str:
    """Return the category that a speaker's quotations give most often; a quoted text is a document."""
    quotations = list(quotations)
    if quotations and all(q.speaker and all(map(is_document, q.speaker)) for q in quotations):
        return "document"
    named = Counter(q.category for q in quotations if q.category in CATEGORIES and q.category)
    return named.most_common(1)[0][0] if named else ""


def words_of(view: View, quotations: Iterable[Quotation]) -> int:
    """Return how many words of their speakers *quotations* hold, each stretch of an article counted once.

    A title only sums up what its article tells; the words of a clause around its quoted fragments count.
    """
    return sum(_spoken(view, q, q.start, q.end) + words_around(view, q) for q in _once(quotations))


def _spoken(view: View, quotation: Quotation, start: int, end: int) -> int:
    text = view.articles[quotation.article_id].text
    return sum(count_spoken(text[slice(*part)]) for part in parts_said(view, quotation, start, end))


def parts_said(view: View, quotation: Quotation, start: int, end: int) -> tuple[tuple[int, int], ...]:
    """Return what is said from *start* to *end*: around ", selon Kiev et Paris,", the article's words."""
    text, cue, speaker = view.articles[quotation.article_id].text, quotation.cue, quotation.speaker_text
    own = rf",\s+{re.escape(cue)}\s[^,]*\b{re.escape(speaker)}\b[^,]*,\s*"
    aside = re.compile(own).search(text, start, end) if cue and speaker else None
    return ((start, aside.start()), (aside.end(), end)) if aside else ((start, end),)


def verbatim_words(quotations: Iterable[Quotation]) -> int:
    """Return how many of those words stand between quotation marks."""
    return sum(count_spoken(q.text) for q in _once(quotations) if q.kind != "indirect")


def _once(quotations: Iterable[Quotation]) -> Iterable[Quotation]:
    return {(q.article_id, q.start): q for q in quotations if q.section not in TITLES}.values()


def words_around(view: View, quotation: Quotation) -> int:
    """Return the words of a reported clause outside of its quoted fragments, of which this is the first."""
    told = view.quotations_of(quotation.article_id)
    same = [q for q in told if q.kind == "mixed" and q.content_start == quotation.content_start]
    if quotation.quotation_id not in [q.quotation_id for q in same[:1]]:
        return 0
    clause = _spoken(view, quotation, quotation.content_start, quotation.content_end)
    return clause - sum(count_spoken(q.text) for q in same)


def sort_of(row: Discrepancy) -> str:
    """Return between whom *row* is: ``sources``, ``parties``, or ``claimants`` of two figures."""
    claimants = (row.kind, row.between) == ("quantity", "parties") and row.severity != "revision"
    return "claimants" if claimants else row.between


def difference_of(view: View, row: Discrepancy) -> str:
    """Return in words in what the sides of *row* differ: a stance that nobody denies is no denial."""
    answers = {record.stance for record in map(view.records.get, row.records) if isinstance(record, Claim)}
    asked = {question.key: question.kind for question in view.analysis.investigation.questions}
    kind = {SUBJECT: SUBJECT, **asked}.get(row.subject, row.kind)
    if kind == "stance" and row.subject == "suspected":
        kind = "certainty"
    elif kind == "stance" and (
        row.subject == "silence" or ("no_comment" in answers and "deny" not in answers)
    ):
        kind = "silence"
    return _(DIFFERENCES.get(kind, kind))


def matter_of(view: View, claim: Claim) -> tuple[str, str]:
    """Return what *claim* is on, key and label: its topic, else the one theme of what is said."""
    own = (q for q in view.quotations_of(claim.article_id) if q.speaker == claim.claimant)
    said = (q for q in own if q.content_start < claim.end and claim.start < q.content_end)
    themes = {theme for q in said for theme in q.themes} if claim.topic == "other" else set()
    told = [(f"theme-{t.key}", t.label) for t in view.analysis.investigation.themes if t.key in themes]
    return told[0] if len(told) == 1 else (claim.topic, view.topic_label(claim.topic))


def shared_places(view: View, row: Reuse) -> Links:
    """Return links to the two sentences where a shared passage begins."""
    ends = ((row.article_a, row.start_a, row.end_a), (row.article_b, row.start_b, row.end_b))
    return tuple((view.labels[end[0]], sentence_id(end[0], *view.sentences(*end)[0])) for end in ends)


def published_words(article: Article) -> str:
    """Return when *article* appeared, or since when it may have; who tells of a day may do so later."""
    published = article.published
    day = in_words(published.day or published.date.partition("/")[0])
    if day and not published.day:
        return _("{day} at the earliest", day=day)
    later = published.basis == "inferred" and day and "/" not in published.date
    return _("{day} or later", day=day) if later else day


def basis_words(view: View, article: Article) -> str:
    """Return in words how an article's date is known, or why the article was refused."""
    if article.status != "ok":
        return _("refused: {reason}", reason=article.reason.rstrip("."))
    known = _(PUBLICATIONS[article.published.basis])
    reason = view.readable(_(article.published.reason)).rstrip(".")
    return f"{known}. {capital(reason)}" if reason else known
