"""Which dated passages tell what happened, where no investigation says what kinds of events it asks for."""

from dossier.edtf import width
from dossier.events import days_of, gap
from dossier.records import Mention, Statement
from dossier.syntax.vocabulary import vocabulary
from dossier.view.events import Event
from dossier.view.index import Index

DAYS = 7  # what a passage may span that is dated as an event is, and lie before its article


def opening(index: Index, event: Event) -> Mention | None:
    """Return the mention of *event* that gives its day in the opening of an article."""
    rows = (m for m in event.mentions if index.openings.get(m.article_id) == m.sentence_start)
    return next((m for m in rows if m.date == (event.date or event.bound)), None)


def opens_with(index: Index, event: Event) -> bool:
    """Return whether an article opens with *event*.

    What it only mentions there, "le maire, élu en 2018", it does not, unless it is of those days.
    """
    mention = opening(index, event)
    return mention is not None and (_is_recent(index, mention) or not is_aside(index, event))


def _is_recent(index: Index, mention: Mention) -> bool:
    told, published = days_of(mention.date), days_of(index.articles[mention.article_id].published.date)
    return told is not None and published is not None and gap(told, published) <= DAYS


def is_aside(index: Index, event: Event) -> bool:
    """Return whether one article alone tells *event*, in passing: "fermé en mai", "où elle ira lundi"."""
    told = index.statements.get(event.mentions[0].statement_id)
    if event.articles > 1 or event.speech or not told or told.predicate_start < 0:
        return False
    opens = told.text.split()[0].casefold()
    return told.start == told.predicate_start or opens in vocabulary("clause_relatives")


def is_happening(index: Index, event: Event) -> bool:
    """Return whether *event* is told as one of the news: with a day, by a clause that says who or what.

    "mis en service en 2006", "qui ouvrait en 2006" say it of something else, what goes on has no day, and a
    question tells nothing.
    """
    first = event.mentions[0]
    asks = index.articles[first.article_id].text[: first.sentence_end].rstrip().endswith("?")
    if asks or not event.date or width(event.date) > DAYS:
        return False
    if opens_with(index, event):
        return True
    rows = ((m, index.statements.get(m.statement_id)) for m in event.mentions)
    own = (s for m, s in rows if s and m.start <= s.predicate_start < m.end and s.start < s.predicate_start)
    return any(s.certainty == "certain" and s.phase != "ongoing" and _says_who(s) for s in own)


def _says_who(told: Statement) -> bool:
    """Return whether the words of *told* name who does it, or to whom or what it is done."""
    opens, text = told.text.split()[0].casefold(), told.text.casefold()
    if opens in vocabulary("clause_relatives"):
        return False
    named = any(name.split()[-1].casefold() in text for name in (*told.agent, *told.patient))
    return named or opens not in vocabulary("clause_subjects")
