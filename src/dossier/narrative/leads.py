"""The first sentences of each page, what it shows; and how report and records are cited."""

import json
import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from urllib.parse import quote

from dossier.edtf import bounds, in_words, when
from dossier.folding import without_accents
from dossier.i18n import N_, _, capital, listed, ngettext
from dossier.investigation import Investigation
from dossier.narrative.facts import contradictions
from dossier.narrative.findings import expert_says, figures_apart, in_brief, ranked_figures
from dossier.narrative.parts import fill, joined
from dossier.narrative.sentences import denial, named
from dossier.records import Article, Discrepancy, Part, Parts
from dossier.view import Event, View, by_gravity, figure_of, is_document, speakers, verbatim_words
from dossier.visible import as_bibtex
from dossier.words import SAID

_BRIEF = 5  # figures that a lead tells where none is told as a fact
_NOTHING = N_("The program found nothing of this kind.")


def lead_sentences(view: View, page: str, topic: str = "") -> tuple[Parts, ...]:
    """Return what *page* shows; that nothing was found, if so.

    *topic* is what a page of figures is about, by default the central topic.
    """
    if page not in _LEADS:
        return ()
    return tuple(parts for parts in _LEADS[page](view, topic or view.central_topic) if parts) or (
        (Part(_(_NOTHING)),),
    )


def _timeline(view: View, _topic: str) -> Iterator[Parts]:
    steps = view.path
    if len(steps) > 1:
        yield fill(_("Step by step: {steps}."), steps=_listed(view, steps))
    disputed = [event for event in view.events if event.date and event.disputed]
    if disputed:
        kinds = {event.label if event.speech else named(view, event.told): event for event in disputed}
        shown = joined(Part(kind, event.event_id) for kind, event in kinds.items())
        yield fill(
            _("The sources contradict each other on the day or a detail of this: {events}."), events=shown
        )
    dated = [event for event in view.events if event.date]
    most = max((event.articles for event in dated), default=0)
    if dated and not steps:
        if most > 1:
            told = _listed(view, (event for event in dated if event.articles == most))
            yield fill(_("Told by most articles: {events}."), events=told)
        yield fill(_("The articles may give dates that do not stand here."))


def _listed(view: View, events: Iterable[Event]) -> Parts:
    """Return *events*, each with its day."""
    told = ((e, f"({e.in_words})" if e.date else f"– {e.in_words}") for e in events)
    parts = (Part(f"{named(view, e.told)} {day}", e.event_id, "value", (e.event_id,)) for e, day in told)
    return joined(parts, between=_("; "))


def _figures(view: View, topic: str) -> Iterator[Parts]:
    central = [c for c in view.analysis.claims if figure_of(c) and c.topic == topic]
    if told := figures_apart(view, topic):
        yield told
    elif central:
        rows = ranked_figures(view, topic)[:_BRIEF]
        yield fill(
            _("The program found no figure on {topic} told as a fact, but these: {figures}.")
            if rows
            else _("The program found no figure on {topic} told as a fact."),
            topic=named(view, view.topic_label(topic)),
            figures=joined(
                (in_brief(view, claim, placed=True) for claim in rows), between=_("; "), itemised=True
            ),
        )
    yield denial(view, topic)


def _voices(view: View, _topic: str) -> Iterator[Parts]:
    people = {names: rows for names, rows in speakers(view).items() if not all(map(is_document, names))}
    if people:
        yield expert_says(view)
        words = {names: verbatim_words(rows) for names, rows in people.items()}
        loud = sorted(words.items(), key=lambda row: (-row[1], row[0]))[:3]
        shown = listed(_words_of(view.who(names), amount) for names, amount in loud)
        yield fill(_("Quoted at greatest length: {voices}."), voices=shown)


def _words_of(who: str, amount: int) -> str:
    return ngettext("{who} ({n} word)", "{who} ({n} words)", amount, who=who)


def _disagreements(view: View, _topic: str) -> Iterator[Parts]:
    rows = by_gravity(view.analysis.discrepancies)
    if not rows:
        yield (Part(_("The program found no two passages that contradict each other.")),)
        yield (Part(_("It finds few of those in a new affair: that the articles agree is not said.")),)
        yield (Part(_("It compares neither views nor reproaches: these stand with the words of each.")),)
        return
    if all(row.severity == "revision" for row in rows):
        yield (Part(_("What later articles correct or replace; nothing else that differs was found.")),)
    for between, words in SAID["gravest"].items():
        heads = {_matter(view, row): row.discrepancy_id for row in contradictions(view, between)}
        matters = joined((Part(*head) for head in heads.items()), between=_("; "))
        if heads:
            yield fill(_("{what}: {kinds}."), what=_(words), kinds=matters)


def _matter(view: View, row: Discrepancy) -> str:
    """Return what *row* is about: the words before its first colon."""
    return view.readable(row.statement).partition(":")[0].rstrip()


def extent(told: str, articles: Sequence[Article]) -> str:
    """Return *told*, which names *articles*, from which days they are, and how many of these are inferred."""
    days = sorted(day for article in articles for day in bounds(article.published.date) if day)
    if days:
        first, last = (day.isoformat() for day in (days[0], days[-1]))
        days_of = when(first) if first == last else in_words(f"{first}/{last}")
        told = ngettext(
            "{extent}, published {days}",
            "{extent}, published {days}",
            len(articles),
            extent=told,
            days=days_of,
        )
    if inferred := sum(article.published.basis == "inferred" for article in articles):
        days_of = ngettext("the day of {n} is inferred", "the days of {n} are inferred", inferred)
        told = _("{extent}; {days}", extent=told, days=days_of)
    return told


def _sources(view: View, _topic: str) -> Iterator[Parts]:
    if read := [article for article in view.analysis.articles if article.status == "ok"]:
        told = capital(ngettext("{n} article", "{n} articles", len(read)))
        yield fill(_("{claim}."), claim=extent(told, read))
    refused = sum(article.status != "ok" for article in view.analysis.articles)
    if refused:
        yield fill(_("{files} could not be read."), files=capital(ngettext("{n} file", "{n} files", refused)))


_LEADS: dict[str, Callable[[View, str], Iterator[Parts]]] = {
    "timeline": _timeline,
    "figures": _figures,
    "voices": _voices,
    "disagreements": _disagreements,
    "sources": _sources,
}


@dataclass(frozen=True, slots=True)
class Citation:
    """One citation as a sentence and as a BibTeX entry."""

    text: str
    bibtex: str


def cite(investigation: Investigation, *, record_id: str = "", label: str = "", place: str = "") -> Citation:
    """Return the citation of a record, or without one of the whole report.

    *label* says what the record states; *place* is its page and anchor below the report's address.
    """
    title = investigation.title or _("Report")
    authors = list(investigation.authors)
    address = "/".join(filter(None, (investigation.url.rstrip("/"), place))) if investigation.url else ""
    doi = f"https://doi.org/{investigation.doi}" if investigation.doi else ""
    year = investigation.date[:4]
    version = _("Version {number}", number=investigation.version) if investigation.version else ""
    named = _("“{label}” [{id}], in: {title}", label=label, id=record_id, title=title) if record_id else title
    tail = ", ".join(filter(None, (version, in_words(investigation.date), investigation.publisher)))
    pieces = (", ".join(authors), named, tail, doi, address)
    text = ". ".join(piece for piece in pieces if piece) + "."
    fields = {
        "author": " and ".join("{" + as_bibtex(author) + "}" for author in authors),
        "title": as_bibtex(f"{label} [{record_id}]" if record_id else title),
        "booktitle": as_bibtex(title) if record_id else "",
        "year": year,
        "version": as_bibtex(investigation.version),
        "doi": as_bibtex(investigation.doi),
        "url": quote(address, safe="%/:?#@!$&'()*+,;=~-._"),
    }
    lines = ",\n".join(f"  {name} = {{{value}}}" for name, value in fields.items() if value)
    key = record_id or re.sub(r"[^a-z0-9]+", "-", without_accents(title).lower()).strip("-") or "report"
    return Citation(text, f"@{'incollection' if record_id else 'misc'}{{{key},\n{lines}\n}}")


def citation_file(investigation: Investigation) -> str:
    """Return how to cite the whole report as a file CITATION.cff (Citation File Format 1.2.0)."""
    known = {
        "title": investigation.title or _("Report"),
        "version": investigation.version,
        "date-released": investigation.date,
        "doi": investigation.doi,
        "url": investigation.url,
        "license": investigation.licence,
    }
    lines = [
        "cff-version: 1.2.0",
        f"message: {json.dumps(_('Please cite this report as follows.'), ensure_ascii=False)}",
        "type: dataset",
    ]
    lines += [f"{key}: {json.dumps(value, ensure_ascii=False)}" for key, value in known.items() if value]
    authors = investigation.authors or (investigation.publisher or _("The authors of the report"),)
    lines += ["authors:", *(f"  - name: {json.dumps(name, ensure_ascii=False)}" for name in authors)]
    if investigation.keywords:
        lines += ["keywords:", *(f"  - {json.dumps(w, ensure_ascii=False)}" for w in investigation.keywords)]
    return "\n".join(lines) + "\n"
