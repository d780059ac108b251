"""What happened, in the sentences of the articles, where no investigation words it."""

import re
from collections.abc import Iterator

from dossier.i18n import _, quoted
from dossier.narrative.parts import as_parts, cited, fill
from dossier.narrative.sentences import event_day, event_sources, on_whose_word, others_say, status_of
from dossier.records import Article, Part, Parts
from dossier.view import Event, View, carrier, quoted_sentence

MOST = 12  # articles of which a summary gives a sentence each


def openings(view: View) -> Iterator[tuple[Article, int, str]]:
    """Yield each article, in their order, and the sentence of its beginning that says most of the affair.

    Before its words stands where it begins. It says who does what, names of whom it speaks, and is no
    question; empty where none is so. Nothing of many articles, or where an investigation asks for kinds of
    events, which tell the affair.
    """
    if not view.unasked or not 1 < len(view.names) <= MOST:
        return
    for name in view.names:
        article = view.articles[name]
        alone = (span for first, *span in view.beginnings(name) if first == span[0])
        start, end = max(alone, key=lambda span: view.told_by(name, *span), default=(-1, -1))
        words = " ".join(article.text[start:end].removesuffix(".").split())
        yield article, start, quoted(words) if words else ""


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
