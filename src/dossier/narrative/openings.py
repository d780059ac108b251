"""What happened, in the sentences of the articles, where no investigation words it."""

import re
from collections.abc import Iterator
from functools import partial

from dossier.blocks import gathered
from dossier.i18n import _, quoted
from dossier.narrative.affair import WEIGHT, is_clear, weight
from dossier.narrative.parts import as_parts, cited, fill
from dossier.narrative.sentences import event_day, event_sources, on_whose_word, others_say, status_of
from dossier.records import Article, Part, Parts
from dossier.view import Event, View, carrier, quoted_sentence

MOST = 12  # articles of which a summary gives a sentence each
_EARLY = 6  # sentences of a text in which it says what it is about


def openings(view: View) -> Iterator[tuple[Article, str]]:
    """Yield each article, in their order, and the sentence of its beginning that says most of the affair.

    It says who does what, names of whom it speaks, and is no question; empty where none is so. Nothing of
    many articles, or where an investigation asks for kinds of events, which tell the affair.
    """
    if not view.unasked or not 1 < len(view.names) <= MOST:
        return
    spans = gathered((name, (start, end)) for name, start, end in sorted(view.analysis.sentences))
    for article in map(view.articles.__getitem__, view.names):
        body = [span for span in spans[article.article_id] if article.section_at(span[0]) == "body"]
        said = partial(view.statements_of, article.article_id)
        acting = (span for span in body[:_EARLY] if any(told.agent for told in said(span[0])))
        words = [article.text[slice(*span)].strip() for span in acting]
        told = [one for one in words if not one.endswith("?") and is_clear(view, one, view.affair)]
        best = max(told, key=lambda one: weight(view.affair, one), default="")
        shown = best and (not view.affair or weight(view.affair, best) >= WEIGHT)
        yield article, quoted(" ".join(best.removesuffix(".").split())) if shown else ""


def passage_sentence(view: View, event: Event) -> Parts:
    """Return the day of *event*, the sentence of one article that tells it, and who also tells that day."""
    told = carrier(view, event)
    alike = (m for m in event.joined if event.date == m.date != "" and m.status == told.status)
    others = [m for m in alike if m.article_id != told.article_id]
    worked = view.worked_from(told) if told.date and told.date == event.date else ""
    dating = fill(
        _(", dated by {words}"),
        words=fill(_("“{words}”{sources}"), words=Part(worked, "", "fr"), sources=cited(view, [told])),
    )
    words = quoted_sentence(view, told)
    also = fill(_("; also on this{sources}"), sources=cited(view, others)) if others else ()
    named = not event.word or re.split(r"\W", event.word)[-1] in words
    return fill(
        _("{day}: {event}{status}{word}{sources}{others}."),
        day=event_day(event),
        event=Part(words, event.event_id),
        status=status_of(event),
        word="" if named else on_whose_word(event),
        sources=dating if worked else cited(view, [told]),
        others=(*also, *(event_sources(view, event) if event.other_dates else as_parts(others_say(event)))),
    )
