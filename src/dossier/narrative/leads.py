"""The first sentences of each page, what it shows."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from operator import itemgetter

from dossier.disagreements.differences import MECHANISMS
from dossier.disagreements.wording import series
from dossier.edtf import bounds, in_words, when
from dossier.i18n import N_, _, capital, listed, ngettext
from dossier.narrative.facts import contradictions
from dossier.narrative.findings import expert_says, figures_apart, in_brief
from dossier.narrative.parts import cited, fill, joined, ranked_figures
from dossier.narrative.sentences import denial, named, status_of
from dossier.records import Article, Claim, Discrepancy, Part, Parts, Quotation
from dossier.view import (
    Event,
    View,
    counted,
    figure_of,
    gives_kinds,
    is_document,
    is_name,
    outlet_of,
    qualifiers,
    quotes_whole,
    speakers,
    verbatim_words,
)
from dossier.words import SAID, answer_of

_LONGEST = 320  # characters of a disagreement, or of somebody's words, that a lead tells
_ALONE = 5  # events of one article
_BRIEF = 5  # figures that a lead tells where none is told as a fact
_NONE = N_("The program found no two passages that contradict each other.")
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
    kinds = {event.label if event.speech else named(view, event.told): event for event in disputed}
    if kinds:
        yield fill(
            _("The sources contradict each other on the day or a detail of this: {events}."),
            events=joined(Part(kind, e.event_id) for kind, e in kinds.items()),
        )
    dated = [event for event in view.events if event.date]
    most = max((event.articles for event in dated), default=0)
    if dated and not steps:
        if most > 1 + view.unasked:  # of a first draft two are soon joined
            widest = _listed(view, (event for event in dated if event.articles == most))
            yield fill(_("Told by most articles: {events}."), events=widest)
        yield fill(_("The articles may give dates that do not stand here."))


def _listed(view: View, events: Iterable[Event]) -> Parts:
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
        words = {names: verbatim_words(rows) for names, rows in people.items()}
        loud = sorted(words.items(), key=lambda row: (-row[1], row[0]))
        weights = {names: sum(view.weight(q.text) for q in rows) for names, rows in people.items()}
        best = list(filter(None, (_most_telling(view, people[names]) for names, _amount in reversed(loud))))
        best.sort(key=lambda said: (all(map(is_name, said.speaker)), weights[said.speaker]))
        once = {said.text.strip(" ."): said for said in best}
        told = [_in_words(view, said) for said in reversed(once.values())][:3]
        if expert := expert_says(view):
            yield expert
        elif told:
            yield fill(_("In their words – {voices}."), voices=joined(told, between=_("; "), itemised=True))
        most = ((view.who(names), amount) for names, amount in loud[:3])
        shown = listed(ngettext("{who} ({n} word)", "{who} ({n} words)", n, who=who) for who, n in most)
        # who is called by an office alone may be one of those named
        if gives_kinds(view) or all(is_name(name) for names in words if words[names] for name in names):
            yield fill(_("Quoted at greatest length: {voices}."), voices=shown)


def _most_telling(view: View, rows: Iterable[Quotation]) -> Quotation | None:
    """Return the words of a speaker that say most of the affair, of those that a lead has room for."""
    direct = (q for q in rows if (q.kind, q.section) == ("direct", "body") and len(q.text) <= _LONGEST)
    return max(direct, key=lambda q: (view.weight(q.text), len(q.text)), default=None)


def _in_words(view: View, said: Quotation) -> Parts:
    return fill(
        _("{who}: “{words}”{sources}"),
        who=Part(view.who(said.speaker), said.quotation_id, "value", (said.quotation_id,)),
        words=Part(" ".join(said.text.split()), "", "fr"),
        sources=cited(view, [said]),
    )


def _disagreements(view: View, _topic: str) -> Iterator[Parts]:
    rows = view.differences
    if not view.printed:
        yield (Part(_(_NONE)),)
        kinds = (_(kind.label) for kind in MECHANISMS.values() if kind.severity == "conflict")
        shown = joined(dict.fromkeys(kinds), between=_("; "), most=len(MECHANISMS), itemised=True)
        yield fill(_("What it looked for – {kinds}."), kinds=shown)
        return
    if rows and all(row.severity == "revision" for row in rows):
        yield (Part(_("What later articles correct or replace; nothing else that differs was found.")),)
    for heading, gravest in differences(view):
        shown = joined((_differs(view, row) for row in gravest), between=_("; "), itemised=True)
        yield fill(_("{what} – {answers}."), what=heading, answers=shown)
    if view.pairs:
        yield (Part(unreviewed()),)


def differences(view: View) -> Iterator[tuple[str, tuple[Discrepancy, ...]]]:
    """Yield each sort of the gravest differences under its heading."""
    told = ((_(heading), contradictions(view, between)) for between, heading in SAID["gravest"].items())
    return filter(itemgetter(1), told)


def unreviewed() -> str:
    """Return what passages to compare are, and how often such rows were a difference.

    Of rows of the ways that a first book offers it is 68 of 100 in 109 affairs (`tests/gold/unseen.yml`).
    """
    return _(
        "The program set these passages side by side by their words alone; nobody has said yet whether they "
        "differ. In affairs that it did not know, 68 of 100 such pairs were a real difference."
    )


def none_differ() -> str:
    """Return that no contradiction was found, and what that does not say."""
    few = _("It finds few of those in a new affair: that the articles agree is not said.")
    neither = _("It compares neither views nor reproaches: these stand with the words of each.")
    return f"{_(_NONE)} {few} {neither}"


def _differs(view: View, row: Discrepancy) -> Parts:
    """Return who differs from whom on what: its first sentence, or the figures and the answers to them.

    What an analyst says of it stands for both.
    """
    if row.discrepancy_id in view.worded:
        return (Part(view.brief[row.discrepancy_id].removesuffix("."), row.discrepancy_id),)
    claims = [record for record in map(view.records.get, row.records) if isinstance(record, Claim)]
    figures = {view.who(c.claimant): c for c in claims if figure_of(c)}
    answers = {view.who(c.claimant): c for c in claims if not figure_of(c)}
    if not (figures and answers):
        first = view.readable(row.statement).removesuffix(".").split(". ", maxsplit=1)[0]
        whole = len(first) <= _LONGEST and first.count("“") == first.count("”")
        return (Part(first if whole else view.brief[row.discrepancy_id], row.discrepancy_id),)
    told = (
        fill(
            _("{figure} ({beside})"),
            figure=Part(counted(view, claim, whose=False), claim.claim_id),
            beside=", ".join((who, *qualifiers(view, claim))),
        )
        for who, claim in figures.items()
    )
    return fill(
        _("{matter}: {figures}; but {answers}"),
        matter=Part(view.topic_label(row.subject), row.discrepancy_id),
        figures=joined(told),
        answers=joined(_("{who} {does}", who=who, does=answer_of(claim)) for who, claim in answers.items()),
    )


def extent(told: str, articles: Sequence[Article]) -> str:
    """Return *told*, which names *articles*, from which days they are, and how many of these are inferred."""
    days = sorted(day for article in articles for day in bounds(article.published.day) if day)
    if days:
        first, last = (day.isoformat() for day in (days[0], days[-1]))
        days_of = when(first) if first == last else in_words(f"{first}/{last}")
        known = sum(bool(article.published.day) for article in articles)
        if all(article.published.day or article.status != "ok" for article in articles):
            told = ngettext(
                "{extent}, published {days}",
                "{extent}, published {days}",
                len(articles),
                extent=told,
                days=days_of,
            )
        else:
            told = ngettext(
                "{extent}, {n} of them published {days}",
                "{extent}, {n} of them published {days}",
                known,
                extent=told,
                days=days_of,
            )
    if inferred := sum(a.published.basis == "inferred" and bool(a.published.day) for a in articles):
        days_of = ngettext(
            "the day of {n} is inferred and may be later",
            "the days of {n} are inferred and may be later",
            inferred,
        )
        told = _("{extent}; {days}", extent=told, days=days_of)
    return told


def _sources(view: View, _topic: str) -> Iterator[Parts]:
    if read := [article for article in view.analysis.articles if article.status == "ok"]:
        yield fill(_("{claim}."), claim=extent(_outlets(view, read), read))
        told = [
            fill(
                _("{figure}{sources}"),
                figure=Part(f"{e.told}{status_of(e)}", e.event_id),
                sources=cited(view, e.mentions[:1]),
            )
            for e in view.events
            if e.date and e.articles == 1 and not e.speech and (quotes_whole() or not e.told.endswith("”"))
        ]
        shown = joined(told, between=_("; "), most=_ALONE, itemised=True)
        if shown and len(read) > 1 and not view.unasked:
            yield fill(_("Dated by one article alone – {events}."), events=shown)
    refused = sum(article.status != "ok" for article in view.analysis.articles)
    if refused:
        yield fill(_("{files} could not be read."), files=capital(ngettext("{n} file", "{n} files", refused)))


def _outlets(view: View, articles: Iterable[Article]) -> str:
    """Return which outlets or agencies *articles* are of, each with how many, and how many are of none."""
    rows = [(view.names[article.article_id], article) for article in articles]
    found = Counter({"outlet": outlet_of(a), "agency": name.name}.get(name.basis, "") for name, a in rows)
    nameless = found.pop("", 0)
    many = {who: ngettext("{n} article", "{n} articles", n) for who, n in found.items() if n > 1}
    told = [_("{figure} ({beside})", figure=who, beside=many[who]) if who in many else who for who in found]
    none = ngettext(
        "{n} article whose outlet the program did not recognise",
        "{n} articles whose outlet the program did not recognise",
        nameless,
    )
    return capital(series((*told, none) if nameless else told))


_LEADS: dict[str, Callable[[View, str], Iterator[Parts]]] = {
    "timeline": _timeline,
    "figures": _figures,
    "voices": _voices,
    "disagreements": _disagreements,
    "sources": _sources,
}
