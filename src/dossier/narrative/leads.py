"""The first sentences of each page: what is known there, and how sure it is."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator

from dossier.edtf import in_words
from dossier.narrative.findings import figure_range, most_quoted
from dossier.narrative.sentences import Parts, denial, named
from dossier.view import View, figure_of, speakers
from dossier.words import CATEGORIES, capital, count, listed, some

_NOTHING = (("Nothing of this kind was found in the articles.", ""),)


def lead_sentences(view: View, page: str, topic: str = "") -> tuple[Parts, ...]:
    """Return what is known on *page* and how sure it is; that nothing was found, if so.

    *topic* is what a page of figures is about, by default the central topic.
    """
    if page not in _LEADS:
        return ()
    return tuple(parts for parts in _LEADS[page](view, topic or view.central_topic) if parts) or (_NOTHING,)


def _plain(text: str) -> Parts:
    return ((text, ""),)


def _sure(view: View, ids: Iterable[str]) -> Parts:
    """Return how many of the records with *ids* are of high, medium and low confidence."""
    grades = Counter(view.assessments[i].grade for i in ids if i in view.assessments)
    found = [f"{grades[grade]} {grade}" for grade in ("high", "medium", "low") if grades[grade]]
    return _plain(f"Confidence: {listed(found)}.") if found else ()


def _timeline(view: View, _: str) -> Iterator[Parts]:
    dated = [event for event in view.events if event.date]
    if dated:
        first, last = (in_words(dated[place].date) for place in (0, -1))
        yield _plain(f"{capital(count(len(dated), 'dated event'))} in the coverage, from {first} to {last}.")
        single, disputed = sum(e.origins < 2 for e in dated), sum(e.disputed for e in dated)
        rest = f"{capital(some(single))} of them {'rests' if single < 2 else 'rest'}"
        yield _plain(f"{rest} on one independent source; on {some(disputed)} the sources disagree.")
        if view.passages:
            others = count(len(view.passages), "dated passage")
            yield _plain(
                f"{capital(others)} that no kind of event fits stand{'s' * (len(view.passages) < 2)} last."
            )
        yield _sure(view, (event.event_id for event in dated))


def _figures(view: View, topic: str) -> Iterator[Parts]:
    figures = [claim for claim in view.analysis.claims if figure_of(claim)]
    if figures:
        central = [claim for claim in figures if claim.topic == topic]
        label, other = named(view, view.topic_label(topic)), len(figures) - len(central)
        yield _plain(f"{capital(count(len(central), 'figure'))} on {label}, {count(other, 'other figure')}.")
        yield figure_range(view, topic)
        yield denial(view, topic)
        own = sum(not claim.claimant for claim in central)
        verb = "stands" if own < 2 else "stand"
        yield _plain(f"{capital(some(own))} of the {len(central)} {verb} in the newspaper's own voice.")
        yield _sure(view, (claim.claim_id for claim in central))


def _voices(view: View, _: str) -> Iterator[Parts]:
    if view.analysis.quotations:
        found, total = speakers(view), len(view.analysis.quotations)
        verb = "is" if len(found) == 1 else "are"
        yield _plain(
            f"{capital(count(len(found), 'speaker'))} {verb} quoted or reported {count(total, 'time')}."
        )
        kinds = Counter(CATEGORIES[q.category].lower() for q in view.analysis.quotations if q.category)
        if kinds:
            yield _plain(f"By kind: {listed(f'{amount} by {name}' for name, amount in kinds.most_common())}.")
        yield most_quoted(view)
        yield _sure(view, (quotation.quotation_id for quotation in view.analysis.quotations))


def _disagreements(view: View, _: str) -> Iterator[Parts]:
    gravity = Counter(row.severity for row in view.analysis.discrepancies)
    numbers = [count(gravity[name], name) for name in ("conflict", "tension", "revision") if gravity[name]]
    if numbers:
        yield _plain(f"{capital(listed(numbers))} between the sources or within one.")
    else:
        yield _plain("No disagreement was found.")
    shared = len(view.analysis.reuse)
    stand = f"{capital(count(shared, 'passage'))} {'stands' if shared == 1 else 'stand'}"
    yield _plain(f"{stand} almost word for word in two articles.")


def _sources(view: View, _: str) -> Iterator[Parts]:
    articles = view.analysis.articles
    if articles:
        refused = sum(article.status != "ok" for article in articles)
        known = Counter(article.published.basis for article in articles if article.status == "ok")
        yield _plain(f"{capital(count(len(articles), 'article'))}, {some(refused)} refused.")
        words = {"stated": "stated in the file", "metadata": "from the list of sources"}
        dates = listed(f"{some(amount)} {words.get(basis, basis)}" for basis, amount in sorted(known.items()))
        yield _plain(f"Publication dates: {dates}." if dates else "")


_LEADS: dict[str, Callable[[View, str], Iterator[Parts]]] = {
    "timeline": _timeline,
    "figures": _figures,
    "voices": _voices,
    "disagreements": _disagreements,
    "sources": _sources,
}
