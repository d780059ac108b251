"""Which dated passages tell what happened, where no investigation says what kinds of events it asks for."""

from dossier.edtf import width
from dossier.records import Mention, Statement
from dossier.syntax.vocabulary import vocabulary
from dossier.view.events import Event
from dossier.view.index import Index
from dossier.view.told import hangs, own_clause

DAYS = 7  # what a passage may span that is dated as an event is, and lie before its article


def opening(index: Index, event: Event) -> Mention | None:
    """Return the mention of *event* that gives its day in the opening of an article, and tells it there."""
    first = index.bodies.get
    rows = (m for m in event.mentions if (m.sentence_start, m.sentence_end) in first(m.article_id, [])[:1])
    return next((m for m in rows if m.date == (event.date or event.bound) and not hangs(index, m)), None)


def carrier(index: Index, event: Event) -> Mention:
    """Return the mention whose sentence tells *event*: as it stands, no title; of a plan the latest."""
    opens, days = opening(index, event), event.ahead[-1:]
    return min(
        event.on_its_day or event.on_its_bound,
        key=lambda m: (
            bool(days) and index.articles[m.article_id].published.date not in days,
            hangs(index, m),
            m.status != event.status,
            m is not opens,
            index.articles[m.article_id].section_at(m.start) != "body",
        ),
    )


def is_aside(index: Index, event: Event) -> bool:
    """Return whether *event*, unless several tell what was asked for, is told in passing: "la toile vue"."""
    passing = all(hangs(index, mention) for mention in event.on_its_day or event.mentions)
    return passing and not event.speech and (event.articles < 2 or index.unasked)


def is_happening(index: Index, event: Event) -> bool:
    """Return whether *event* is told as one of the news: with a day, by a clause that says who or what."""
    return bool(event.date) and width(event.date) <= DAYS and tells_who(index, event)


def tells_who(index: Index, event: Event) -> bool:
    """Return whether a clause of its own tells *event* and says who or what, as certain and done.

    "mis en service en 2006", "qui ouvrait en 2006" say it of something else, what goes on has no day, and a
    question tells nothing.
    """
    first = event.mentions[0]
    if index.articles[first.article_id].text[: first.sentence_end].rstrip().endswith("?"):
        return False
    if opening(index, event):
        return True
    told = filter(None, (own_clause(index, m) for m in event.mentions))
    own = (s for s in told if s.behind < 0 and s.start < s.predicate_start)
    return any(s.certainty == "certain" and s.phase != "ongoing" and _says_who(s) for s in own)


def _says_who(told: Statement) -> bool:
    """Return whether the words of *told* name who does it, or to whom or what it is done."""
    text = told.text.casefold()
    named = any(name.split()[-1].casefold() in text for name in (*told.agent, *told.patient))
    before = text[: told.predicate_start - told.start].split()
    return named or vocabulary("clause_subjects").isdisjoint((text.split()[0], *before))
