"""What happened, in the sentences of the articles, where no investigation words it."""

import re

from dossier.i18n import _
from dossier.narrative.parts import as_parts, cited, fill
from dossier.narrative.sentences import event_day, event_sources, on_whose_word, others_say, status_of
from dossier.records import Part, Parts
from dossier.view import Event, View, carrier, quoted_sentence


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
