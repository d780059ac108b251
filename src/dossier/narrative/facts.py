"""Key facts, each settled, on one source or disputed; the contradictions; what the articles do not say."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from dossier.disagreements.happenings import STORY
from dossier.disagreements.milestones import listed
from dossier.disagreements.stances import UNSAID
from dossier.edtf import in_words, is_day, sort_key, width
from dossier.events import days_of
from dossier.i18n import N_, Count, _, ngettext
from dossier.lexicons import load_lexicon
from dossier.narrative.parts import cited, fill, joined
from dossier.narrative.sentences import event_sentence, named
from dossier.records import Discrepancy, Part, Parts
from dossier.syntax.vocabulary import vocabulary
from dossier.view import (
    Event,
    View,
    by_gravity,
    clause,
    conflicts_about,
    figure_of,
    says_who,
    sort_of,
)

MOST = 12  # key facts
_OPENING = 4  # of them without a day of their own
_OPEN = 2  # of a kind that the articles leave open
_LEAST = 8  # key facts, where so many are known
_DAYS = 7  # what a passage may span that is dated as an event is
_CONTENT = 5  # letters from which a word says something of a matter
_SHOWN = 4  # contradictions of one kind on the summary
SETTLED, DAY, SINGLE, DETAILS, DISPUTED = STANDINGS = (
    N_("settled"),
    N_("date: one origin"),
    N_("one source"),
    N_("details disputed"),
    N_("disputed"),
)


@dataclass(frozen=True, slots=True)
class Fact:
    """A key fact as a sentence, and how settled it is."""

    parts: Parts
    standing: str  # one of `STANDINGS`
    event: Event


def standing_of(view: View, event: Event) -> str:
    """Return which of `STANDINGS` *event* has; empty for what no article dates."""
    conflicts = conflicts_about(view, event.event_id, event.mentions, None)  # that it was said stands
    if event.other_dates or conflicts:
        described = conflicts and all(row.kind == "attribute" for row in conflicts)
        return DETAILS if described and not event.other_dates else DISPUTED
    if event.articles > 1:
        if event.origins > 1:
            return SETTLED if is_day(event.date) else ""  # of a month the articles may mean two days
        return DAY if event.date else ""
    return SINGLE if event.date else ""


def key_facts(view: View) -> tuple[Fact, ...]:
    """Return the dated steps of the central matter and what several articles tell, in order of time.

    Where these are few, others fill them up.

    Where the investigation follows no path, they are what is best carried and most about the common matter:
    events, figures on the central topic that somebody gives on a day, and passages with a day of their own
    that no kind fits, where their own clause says who or what, and says it as certain and done; and of an
    article what it opens with, if nothing dates it, under the day of the article.
    """
    steps = {event.event_id for event in view.path}
    passages = [event for event in view.passages if _says_who(view, event)] or view.passages
    near = (e for e in passages if width(e.date) <= _DAYS and e.status == "reported")
    told = view.events if steps else (*view.events, *near)
    dated = [event for event in told if event.date and event.status in ("reported", "planned")]
    dated = [event for event in dated if not event.speech or (not steps and _tells(view, event))]
    dated = [event for event in dated if steps or event.type != "other" or not _is_aside(view, event)]
    dated = [event for event in dated if event.event_id in steps or not _is_another(view, event)]
    common = _common_words(view)
    others = sorted(
        (event for event in dated if event.event_id not in steps),
        key=lambda e: (-e.origins, -e.articles, not e.disputed, -len(common & _words(e.label))),
    )
    several = len(steps) + sum(event.articles > 1 for event in others)
    most = min(MOST, max(several, _LEAST))
    undated = [event for event in reversed(view.events) if event.bound and not event.date and not steps]
    opening = list({event.mentions[0].article_id: event for event in undated}.values())[-_OPENING:]
    wanted = steps | {event.event_id for event in others[: max(0, most - len(steps) - len(opening))]}
    chosen = (*(event for event in dated if event.event_id in wanted), *opening)
    shown = contradictions(view, "sources")
    return tuple(_fact(view, e, shown) for e in sorted(chosen, key=lambda e: sort_key(e.date or e.bound)))


def _tells(view: View, event: Event) -> bool:
    """Return whether a speech is of a kind that is asked for, or gives a figure on the central topic."""
    claims = event.speech.claims if event.speech else ()
    figures = (figure_of(claim) and claim.topic == view.central_topic for claim in claims)
    return event.type != "other" or any(figures)


def _is_aside(view: View, event: Event) -> bool:
    """Return whether one article alone tells *event*, in passing: "fermé en mai", "où elle ira lundi"."""
    told = view.statements.get(event.mentions[0].statement_id)
    if event.articles > 1 or event.speech or not told or told.predicate_start < 0:
        return False
    opens = told.text.split()[0].casefold()
    return told.start == told.predicate_start or opens in vocabulary("clause_relatives")


def _is_another(view: View, event: Event) -> bool:
    """Return whether *event*, told by one article, is another of a kind: "un autre feu", or years before."""
    told = event.mentions[0]
    alike = [e for e in view.events if e.type == event.type and e.articles > 1 and e.date]
    if event.articles > 1 or event.type == "other" or not alike:
        return False
    before = view.articles[told.article_id].text[told.sentence_start : told.start]
    days = days_of(event.date)
    past = all(days and (main := days_of(e.date)) and main[0] - days[1] > STORY for e in alike)
    return past or bool(listed("another").search(before))


def _says_who(view: View, event: Event) -> bool:
    rows = ((m, view.statements.get(m.statement_id)) for m in event.mentions)
    own = (s for m, s in rows if s and m.start <= s.predicate_start < m.end)
    # "mis en service en 2006", "qui ouvrait en 2006" say it of something else
    relatives = vocabulary("clause_relatives")
    whole = (s for s in own if s.start < s.predicate_start and s.text.split()[0].casefold() not in relatives)
    return any(s.certainty == "certain" and s.phase != "ongoing" and says_who(s) for s in whole)


def _common_words(view: View) -> set[str]:
    """Return the words that more than half of the articles use: what they are all about."""
    texts = [_words(article.text) for article in view.analysis.articles]
    used = Counter(word for words in texts for word in words)
    return {word for word, articles in used.items() if 2 * articles > len(texts) > 1}


def _words(text: str) -> set[str]:
    return set(re.findall(rf"\w{{{_CONTENT},}}", text.casefold()))


def _fact(view: View, event: Event, shown: Iterable[Discrepancy]) -> Fact:
    """Return *event* in brief, with who gives which day where no contradiction that is *shown* does."""
    told = {record for row in shown for record in row.records}
    brief = not event.other_dates or bool(told & {m.mention_id for m in event.mentions})
    return Fact(event_sentence(view, event, brief=brief), standing_of(view, event), event)


def contradictions(view: View, between: str) -> tuple[Discrepancy, ...]:
    """Return the conflicts *between* those whom `sort_of` tells; the tensions of a book without a conflict.

    Of those who affirm a matter against those who deny, or do not answer, the gravest stands for all.
    """
    rows = [row for row in by_gravity(view.analysis.discrepancies) if row.severity != "revision"]
    gravest = [row for row in rows if row.severity == rows[0].severity and sort_of(row) == between]
    alike: dict[object, Discrepancy] = {}
    for row in gravest:
        alike.setdefault((row.subject, row.kind) if row.kind == "stance" else row.discrepancy_id, row)
    return tuple(alike.values())[:_SHOWN]


def unknowns(view: View) -> tuple[Parts, ...]:
    """Return what the articles leave open: a sentence for each cell that stays empty."""
    rules = (_steps, _undated, _left_open, _unanswered, _sources)
    return tuple(parts for rule in rules for parts in rule(view))


def _steps(view: View) -> Iterator[Parts]:
    """Yield the kinds of events that happen once and that no article dates, or none tells of."""
    told = {mention.type for mention in view.analysis.events}
    dated = {event.type for event in view.events if event.date}
    kinds = [k for k in view.analysis.investigation.event_types if k.once and k.key not in dated]
    for known, said in (
        (True, _("When: no article gives a day for {steps}.")),
        (False, _("No article tells of {steps}.")),
    ):
        step = _("the {step}")
        rows = [fill(step, step=named(view, k.label)) for k in kinds if (k.key in told) == known]
        if rows:
            yield fill(said, steps=joined(rows))


def _undated(view: View) -> Iterator[Parts]:
    """Yield the deeds that are told without a day."""
    once = view.analysis.investigation.once_types
    rows = [e for e in view.events if not (e.date or e.bound or e.speech or e.type in once)]
    if rows:
        shown = joined((Part(event.told, event.event_id) for event in rows), most=_OPEN)
        yield fill(_("When: no article gives a day for this: {events}."), events=shown)


def _left_open(view: View) -> Iterator[Parts]:
    """Yield what the articles themselves say is not known, in their words."""
    unknown = load_lexicon("factuality")["unknown"]
    rows = (s for s in view.analysis.statements if s.patient and not (s.agent or s.source))
    for told in (s for s in rows if s.predicate in unknown[s.polarity]):
        sentence = (told.article_id, told.sentence_start, told.sentence_end)
        carried = [view.records[name] for name in view.resting.get(sentence, ())]
        if carried:
            words = Part(clause(view, told), "", "fr")
            day = in_words(view.articles[told.article_id].published.date)
            dated = _("Not known: “{words}”{sources}, in an article of {day}.")
            said = dated if day else _("Not known: “{words}”{sources}.")
            yield fill(said, words=words, sources=cited(view, carried[:1]), day=day)


def _is_answered(name: str, answered: Iterable[str]) -> bool:
    """Return whether the body that *name* belongs to speaks: "la direction de Chimelac", Chimelac."""
    words = name.split()
    others = (other.split() for other in answered if other[:1].isupper() and other != name)
    return any(words[-len(own) :] == own for own in others)


def _unanswered(view: View) -> Iterator[Parts]:
    """Yield those who leave a matter unanswered wherever told of, if nobody answers it here and not there."""
    silent: dict[str, dict[str, set[bool]]] = {}
    for claim in (c for c in view.analysis.claims if c.claimant):
        for name in claim.claimant:
            known = silent.setdefault(claim.topic, {}).setdefault(name, set())
            mute = claim.stance == "no_comment" and claim.response not in UNSAID
            known.add(mute and not figure_of(claim))
    answered = {n for found in silent.values() for n, mute in found.items() if False in mute}
    answered |= {n for q in view.analysis.quotations for n in q.speaker}
    for topic, found in silent.items():
        silenced = (n for n, told in found.items() if told == {True} and not _is_answered(n, answered))
        names = [n for n in silenced if topic != "other" or n not in answered]
        if not names or any(len(told) > 1 for told in found.values()):
            continue
        asked = _("On {matter}, the articles report no clear answer of {who}.")
        if topic == "other":
            asked = _("The articles report no clear answer of {who}.")
        yield fill(asked, matter=named(view, view.topic_label(topic)), who=view.who(names))


def _sources(view: View) -> Iterator[Parts]:
    articles = [a for a in view.analysis.articles if a.status == "ok"]
    nameless = [a for a in articles if view.names[a.article_id].basis in ("title", "letter")]
    every = ngettext("{n} article", "{n} articles", len(articles))
    if nameless:
        asked = _("Which outlet published {some} of {every}: no name of one is read in their files.")
        if len(nameless) == len(articles):
            asked = ngettext(
                "Which outlet published the article: no name of one is read in its file.",
                "Which outlets published the articles: no name of one is read in their files.",
                len(articles),
            )
        yield fill(asked, some=f"{Count(len(nameless))}", every=every)
