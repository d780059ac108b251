"""What happened, in the sentences of the articles, where no investigation words it."""

from dossier.i18n import _
from dossier.narrative.parts import cited, fill
from dossier.narrative.sentences import event_day, event_sources, others_say, status_of
from dossier.records import Part, Parts
from dossier.view import Event, View, opening, quoted_sentence


def passage_sentence(view: View, event: Event) -> Parts:
    """Return the day of *event*, the sentence of one article that tells it, and who also tells that day.

    The sentence is that of an opening, else of its first mention on the day.
    """
    dated = event.on_its_day or event.mentions
    # a title sums up anybody
    body = [m for m in dated if view.articles[m.article_id].section_at(m.start) == "body"]
    told = opening(view, event) or (body or dated)[0]
    alike = (m for m in event.joined if event.date == m.date != "" and m.status == told.status)
    others = [m for m in alike if m.article_id != told.article_id]
    worked = view.worked_from(told) if told.date and told.date == event.date else ""
    dating = fill(
        _(", dated by {words}"),
        words=fill(_("“{words}”{sources}"), words=Part(worked, "", "fr"), sources=cited(view, [told])),
    )
    return fill(
        _("{day}: {event}{status}{sources}{others}{dates}."),
        day=event_day(event),
        event=Part(quoted_sentence(view, told), event.event_id),
        status=status_of(event),
        sources=dating if worked else cited(view, [told]),
        others=fill(_("; also on this{sources}"), sources=cited(view, others)) if others else "",
        dates=event_sources(view, event) if event.other_dates else others_say(event),
    )
