"""What the articles leave open: a sentence for each cell that stays empty."""

from collections.abc import Iterable, Iterator

from dossier.disagreements.stances import UNSAID
from dossier.edtf import in_words
from dossier.i18n import Count, _, ngettext
from dossier.lexicons import load_lexicon
from dossier.narrative.parts import cited, fill, in_their_words, joined
from dossier.narrative.sentences import named
from dossier.records import Claim, Part, Parts
from dossier.view import View, clause, figure_of, is_name, is_one_matter, roots_of
from dossier.words import answers_plainly

_OPEN = 2  # of a kind that the articles leave open
_PEOPLE = 4  # who do not answer


def unknowns(view: View) -> tuple[Parts, ...]:
    """Return what the articles leave open: a sentence for each cell that stays empty."""
    rules = (_steps, _undated, _left_open, _unanswered, _sources)
    return tuple(parts for rule in rules for parts in rule(view))


def _steps(view: View) -> Iterator[Parts]:
    """Yield the kinds asked for that happen once and that no article dates, or none tells of."""
    if view.unasked:
        return
    told = {mention.type for mention in view.analysis.events}
    dated = {event.type for event in view.events if event.date}
    asked = [k for k in view.analysis.investigation.event_types if k.key in view.asked_kinds]
    kinds = [k for k in asked if k.once and k.key not in dated]  # "opening" alone says not of what
    for known, said in (
        (True, _("When: the program found no day for {steps}.")),
        (False, _("The program found no passage that tells of {steps}.")),
    ):
        step = _("the {step}")
        rows = [fill(step, step=named(view, k.label)) for k in kinds if (k.key in told) == known]
        if rows:
            yield fill(said, steps=joined(rows))


def _undated(view: View) -> Iterator[Parts]:
    """Yield the deeds that are told without a day, but for what a passage with a day seems to tell."""
    once = view.analysis.investigation.once_types
    rows = [e for e in view.events if not (e.date or e.bound or e.speech or e.type in once)]
    if view.unasked:
        told = [roots_of(view, e.mentions[0]) for e in view.events if e.date or e.bound]
        rows = [
            e for e in rows if not any(is_one_matter(roots_of(view, e.mentions[0]), words) for words in told)
        ]
    if rows:
        shown = joined((Part(event.told, event.event_id) for event in rows), most=_OPEN)
        yield fill(_("When: the program found no day for this: {events}."), events=shown)


def _left_open(view: View) -> Iterator[Parts]:
    """Yield what the articles themselves say is not known, in their words."""
    unknown = load_lexicon("factuality")["unknown"]
    rows = (s for s in view.analysis.statements if s.patient and not (s.agent or s.source))
    for told in (s for s in rows if s.predicate in unknown[s.polarity]):
        sentence = (told.article_id, told.sentence_start, told.sentence_end)
        carried = [r for name in view.resting.get(sentence, ()) if (r := view.records.get(name))]
        if carried:
            words = Part(clause(view, told), "", "fr")
            day = in_words(view.articles[told.article_id].published.day)
            dated = _("Not known: “{words}”{sources}, in an article of {day}.")
            said = dated if day else _("Not known: “{words}”{sources}.")
            yield fill(said, words=words, sources=cited(view, carried[:1]), day=day)


def _is_answered(name: str, answered: Iterable[str]) -> bool:
    """Return whether the body that *name* belongs to speaks: "la direction de Chimelac", Chimelac."""
    words = name.split()
    others = (other.split() for other in answered if is_name(other) and other != name)
    return any(words[-len(own) :] == own for own in others)


def _unanswered(view: View) -> Iterator[Parts]:
    """Yield the sentences that tell of those who leave a matter unanswered wherever they are told of.

    A matter that anybody answers here and leaves open there is no such matter.
    """
    silent: dict[str, dict[str, list[Claim]]] = {}
    for claim in (c for c in view.analysis.claims if c.claimant):
        for name in claim.claimant:
            silent.setdefault(claim.topic, {}).setdefault(name, []).append(claim)
    answered = {n for found in silent.values() for n, rows in found.items() if not all(map(_is_mute, rows))}
    answered |= {n for q in view.analysis.quotations for n in q.speaker}
    answered |= {n for who in view.by_context.values() for n in who}
    for topic, found in silent.items():
        mute = {n: all(map(_is_mute, rows)) for n, rows in found.items()}
        mixed = any(any(map(_is_mute, rows)) and not mute[n] for n, rows in found.items())
        names = [n for n in found if mute[n] and not _is_answered(n, answered)]
        names = [n for n in names if topic != "other" or n not in answered]
        told = [c for n in names for c in found[n] if not view.unasked or answers_plainly(c)]
        passages = in_their_words(view, told) if view.unasked or not mixed else ()
        asked = _("On {matter}, left without a clear answer: {passages}.")
        if topic == "other" or (view.unasked and topic not in view.own_topics):
            asked = _("Left without a clear answer: {passages}.")
            asked = _("Asked, without an answer: {passages}.") if view.unasked else asked
        if passages:
            matter = named(view, view.topic_label(topic))
            yield fill(asked, matter=matter, passages=joined(passages, between=_("; "), most=_PEOPLE))


def _is_mute(claim: Claim) -> bool:
    return claim.stance == "no_comment" and claim.response not in UNSAID and not figure_of(claim)


def _sources(view: View) -> Iterator[Parts]:
    articles = [a for a in view.analysis.articles if a.status == "ok"]
    nameless = [a for a in articles if view.names[a.article_id].basis == "letter"]
    every = ngettext("{n} article", "{n} articles", len(articles))
    if nameless:
        asked = _(
            "Which outlet published {some} of {every} (the program found no name above or below the text)."
        )
        if len(nameless) == len(articles):
            asked = ngettext(
                "Which outlet published the article (the program found no name above or below the text).",
                "Which outlets published the articles (the program found no name above or below the text).",
                len(articles),
            )
        yield fill(asked, some=f"{Count(len(nameless))}", every=every)
