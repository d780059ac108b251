"""The sentences of the summary page, chosen and written by rules that hold for any investigation."""

from __future__ import annotations

from collections.abc import Iterator

from dossier.edtf import in_words, sort_key
from dossier.narrative.sentences import Parts, claim_piece, joined, named, responses, sources
from dossier.records import Claim, Finding, Quotation, stable_id
from dossier.tables import by_gravity, category_of, speakers, words_of
from dossier.view import View, figure_of
from dossier.words import capital, count, listed

LIMIT = 8


def build_findings(view: View) -> tuple[Finding, ...]:
    """Return up to eight findings, each resting on records; none where the corpus holds nothing."""
    rules = (
        ("path", _path(view)),
        ("range", _range(view)),
        ("movement", _movement(view)),
        ("denial", _denial(view)),
        *((f"disagreement {row.discrepancy_id}", _disagreement(row)) for row in _gravest(view)),
        ("expert", _expert(view)),
        ("origin", _origin(view)),
    )
    return tuple(_finding(view, rule, parts) for rule, parts in rules if parts)[:LIMIT]


def _finding(view: View, rule: str, parts: Parts) -> Finding:
    records = tuple(dict.fromkeys(anchor for _, anchor in parts if anchor and anchor[:2] != "s-"))
    discrepancies = {row.discrepancy_id: row.records for row in view.analysis.discrepancies}
    carried = [i for identity in records for i in (identity, *discrepancies.get(identity, ()))]
    articles = {view.records[identity].article_id for identity in carried if identity in view.records}
    articles |= {
        mention.article_id for event in view.events if event.event_id in carried for mention in event.mentions
    }
    return Finding(
        finding_id=stable_id("f", rule, 0, 0),
        rule=rule.split(maxsplit=1)[0],
        parts=parts,
        records=records,
        articles=len(articles),
        origins=len(articles) - view.repeated(articles),
    )


def _path(view: View) -> Parts:
    steps = view.path or tuple(event for event in view.events if event.date and event.origins > 1)[:5]
    if not steps:
        return ()

    def piece(position: int) -> Parts:
        event = steps[position]
        also = "".join(f" (elsewhere {in_words(edtf)})" for edtf in event.other_dates)
        label = named(view, event.label)
        return (
            (label, event.event_id),
            (f", {in_words(event.date)}{also}", ""),
            *sources(view, event.mentions),
        )

    lead = "The coverage dates " + ("this path: " if view.path else "these events on several origins: ")
    parts = [(lead, "")]
    for position in range(len(steps)):
        parts += [("; " if position else "", ""), *piece(position)]
    return (*parts, (".", ""))


def _figures(view: View) -> list[Claim]:
    claims = [
        c for c in view.analysis.claims if c.topic == view.central_topic and figure_of(c) and c.claimant
    ]
    return [claim for claim in claims if claim.stance == "affirm" and claim.comparator != "vague"]


def _range(view: View) -> Parts:
    claims = _figures(view)
    if not claims:
        return ()
    least = min(claims, key=lambda c: (c.low if c.low is not None else c.high or 0, sort_key(c.said_on)))
    most = max(claims, key=lambda c: c.high if c.high is not None else c.low or 0)
    label = f"The figures claimed about {named(view, view.topic_label(view.central_topic))}"
    if least == most:
        return ((f"{label} come to one: ", ""), *claim_piece(view, least), (".", ""))
    return (
        (f"{label} run from ", ""), *claim_piece(view, least), (" to ", ""), *claim_piece(view, most), (".", "")
    )  # fmt: skip


def _movement(view: View) -> Parts:
    claims = sorted((c for c in _figures(view) if c.said_on), key=lambda c: (sort_key(c.said_on), c.start))
    if len({claim.said_on for claim in claims}) < 2:
        return ()
    steps = [
        claims[0],
        *[c for c in claims if claims[0].said_on < c.said_on < claims[-1].said_on][:2],
        claims[-1],
    ]
    parts: list[tuple[str, str]] = [("By the day it was claimed, the figure moved from ", "")]
    for position, claim in enumerate(steps):
        parts += [(", to " if position else "", ""), *claim_piece(view, claim)]
    return (*parts, (".", ""))


def _denial(view: View) -> Parts:
    parts = responses(view, view.central_topic)
    if parts:
        label = named(view, view.topic_label(view.central_topic))
        return (*parts, (f" what others claim about {label}.", ""))
    parts = responses(view)
    return (*parts, (" what others claim.", "")) if parts else ()


def _gravest(view: View) -> list:  # type: ignore[type-arg]
    return by_gravity(view.analysis.discrepancies)[:2]


def _disagreement(row) -> Parts:  # type: ignore[no-untyped-def]
    lead = {"conflict": "The sources contradict each other", "tension": "The sources do not quite agree"}
    return (
        (f"{lead.get(row.severity, 'A later source revises an earlier one')} (", ""),
        (row.kind, row.discrepancy_id),
        (f"): {row.statement.rstrip('.')}.", ""),
    )


def _expert(view: View) -> Parts:
    found = [
        (words_of(rows), names, rows) for names, rows in speakers(view).items() if names != ("not named",)
    ]
    experts = [row for row in found if category_of(row[2]) == "expert"]
    if not found:
        return ()
    words, names, rows = max(experts or found, key=lambda row: (row[0], row[1]))
    role = next((q.role for q in rows if q.role), "")
    lead = (listed(names), rows[0].quotation_id), (f" ({role})" if role else "", "")
    kind = (
        "the most quoted independent expert"
        if experts
        else "the most quoted speaker; no independent expert is"
    )
    articles = count(len({q.article_id for q in rows}), "article")
    text = f" is {kind}: {count(words, 'word')} in {articles}{_themes(view, rows)}."
    if not experts:
        text = f" is the most quoted speaker, with {count(words, 'word')} in {articles}; no independent expert is quoted."
    return (*lead, *sources(view, rows[:1]), (text, ""))  # type: ignore[arg-type]


def _themes(view: View, rows: list[Quotation]) -> str:
    labels = {theme.key: theme.label for theme in view.analysis.investigation.themes}
    used = list(dict.fromkeys(named(view, labels[key]) for q in rows for key in q.themes if key in labels))
    return f", most on {listed(used[:3])}" if used else ""


def _origin(view: View) -> Parts:
    carried = [event.origins for event in view.events]
    carried += [view.origins(claim.claim_id) for claim in view.analysis.claims]
    if not carried:
        return ()
    single = sum(origins < 2 for origins in carried)
    parts: list[tuple[str, str]] = [
        (f"{single} of {len(carried)} events and claims rest on one origin alone", "")
    ]
    if view.analysis.reuse:
        pairs = list(dict.fromkeys((row.article_a, row.article_b) for row in view.analysis.reuse))
        places = [((f"[{view.numbers[a]}] and [{view.numbers[b]}]", ""),) for a, b in pairs[:3]]
        text = f"; {count(len(view.analysis.reuse), 'passage')} stand almost word for word in two articles: "
        parts += [(text, ""), *joined(places)]
    return (*parts, (".", ""))


def lead_sentences(view: View, page: str) -> Iterator[Parts]:
    """Yield what is known on *page* and how sure it is, in a few sentences."""
    dated = [event for event in view.events if event.date]
    figures = [claim for claim in view.analysis.claims if figure_of(claim)]
    if page == "timeline" and dated:
        first, last = (in_words(dated[n].date) for n in (0, -1))
        yield (
            (
                f"{capital(count(len(dated), 'dated event'))} stand in the coverage, from {first} to {last}.",
                "",
            ),
        )
        single, disputed = sum(e.origins < 2 for e in dated), sum(e.disputed for e in dated)
        yield ((f"{single} of them rest on one independent source; on {disputed} the sources disagree.", ""),)
    elif page == "troops" and figures:
        central = [claim for claim in figures if claim.topic == view.central_topic]
        label = named(view, view.topic_label(view.central_topic))
        yield (
            (
                f"{capital(count(len(central), 'figure'))} on {label} and {len(figures) - len(central)} on other subjects are claimed.",
                "",
            ),
        )
        yield from (parts for parts in (_range(view), _denial(view)) if parts)
        own = sum(not claim.claimant for claim in figures)
        yield (
            (
                f"{own} of {len(figures)} figures stand in the newspaper's own voice; the others have a claimant.",
                "",
            ),
        )
    elif page == "experts" and view.analysis.quotations:
        found = speakers(view)
        total = len(view.analysis.quotations)
        yield ((f"{capital(count(len(found), 'speaker'))} are quoted or reported {total} times.", ""),)
        yield _expert(view)
    elif page == "disagreements":
        yield _gravity(view)
    elif page in ("timeline", "troops", "experts"):
        yield (("Nothing of this kind was found in the articles.", ""),)


def _gravity(view: View) -> Parts:
    rows = view.analysis.discrepancies
    if not rows:
        return (("No disagreement between the sources was found.", ""),)
    kinds = [
        (name, sum(row.severity == name for row in rows)) for name in ("conflict", "tension", "revision")
    ]
    numbers = listed(count(amount, name) for name, amount in kinds if amount)
    return ((f"{capital(numbers)} between the sources or within one were found.", ""),)
