"""The sentences of the summary page, chosen and written by rules that hold for any investigation."""

from __future__ import annotations

from dossier.edtf import in_words, sort_key
from dossier.narrative.sentences import FRENCH, Parts, answers, claim_piece, denial, joined, named, sources
from dossier.records import Claim, Discrepancy, Finding, Quotation, stable_id
from dossier.view import (
    Record,
    View,
    by_gravity,
    category_of,
    figure_of,
    role_of,
    shared_places,
    speakers,
    words_of,
)
from dossier.words import DIFFERENCES, count, figure, listed

LIMIT = 8


def build_findings(view: View) -> tuple[Finding, ...]:
    """Return up to eight findings, each resting on records; none where the corpus holds nothing."""
    gravest = by_gravity(view.analysis.discrepancies)[:2]
    rules = (
        ("path", _path(view)),
        ("range", figure_range(view, view.central_topic)),
        ("movement", _movement(view)),
        ("denial", denial(view, view.central_topic)),
        *((f"disagreement {row.discrepancy_id}", _disagreement(view, row)) for row in gravest),
        ("expert", most_quoted(view)),
        ("origin", _origin(view)),
    )
    return tuple(_finding(view, rule, parts) for rule, parts in rules if parts)[:LIMIT]


def _finding(view: View, rule: str, parts: Parts) -> Finding:
    linked = [anchor for _, anchor in parts if anchor[:2] not in ("", "s-", FRENCH)]
    linked += [claim.claim_id for claim in answers(view, view.central_topic)] if rule == "denial" else []
    records = tuple(dict.fromkeys(linked))
    discrepancies = {row.discrepancy_id: row.records for row in view.analysis.discrepancies}
    carried = [i for identity in records for i in (identity, *discrepancies.get(identity, ()))]
    support: list[Record] = [view.records[identity] for identity in carried if identity in view.records]
    support += [m for event in view.events if event.event_id in carried for m in event.mentions]
    articles, origins = view.support(support)
    return Finding(stable_id("f", rule, 0, 0), rule.split(maxsplit=1)[0], parts, records, articles, origins)


def _path(view: View) -> Parts:
    steps = view.path or tuple(event for event in view.events if event.date and event.origins > 1)[:5]
    lead = "The coverage dates " + ("this path: " if view.path else "these events on several origins: ")
    pieces: list[Parts] = []
    for event in steps:
        also = "".join(f" (elsewhere {in_words(edtf)})" for edtf in event.other_dates)
        when = f", {in_words(event.date)}{also}"
        pieces.append(
            ((named(view, event.label), event.event_id), (when, ""), *sources(view, event.mentions))
        )
    return ((lead, ""), *joined(pieces, between="; ", last="; "), (".", "")) if steps else ()


def _figures(view: View, topic: str) -> list[Claim]:
    """Return the figures on *topic* that somebody claims; those of running text, where there are such."""
    claims = [c for c in view.analysis.claims if c.topic == topic and figure_of(c) and c.claimant]
    claims = [claim for claim in claims if claim.stance == "affirm" and claim.comparator != "vague"]
    return [claim for claim in claims if claim.section == "body"] or claims


def figure_range(view: View, topic: str) -> Parts:
    """Return the least and the greatest figure about *topic*, with who claims them."""
    claims = _figures(view, topic)
    if not claims:
        return ()
    least = min(claims, key=lambda c: (c.low if c.low is not None else c.high or 0, view.order(c)))
    most = max(claims, key=lambda c: c.high if c.high is not None else c.low or 0)
    label = f"The figures claimed about {named(view, view.topic_label(topic))}"
    if least == most:
        return ((f"{label} come to one: ", ""), *claim_piece(view, least), (".", ""))
    start, end = claim_piece(view, least), claim_piece(view, most)
    return ((f"{label} run from ", ""), *start, (" to ", ""), *end, (".", ""))


def _movement(view: View) -> Parts:
    claims = sorted(_figures(view, view.central_topic), key=view.order)
    days = list(dict.fromkeys(sort_key(view.day(claim)) for claim in claims))
    if len(days) < 2:
        return ()
    parts: list[tuple[str, str]] = [("By the day it was claimed, the figure moved from ", "")]
    for day in (days[0], *days[1:-1][:2], days[-1]):
        same = {figure(c): c for c in claims if sort_key(view.day(c)) == day}
        pieces = [claim_piece(view, claim) for claim in list(same.values())[:2]]
        parts += [(", to " if day != days[0] else "", ""), *joined(pieces)]
    return (*parts, (".", ""))


def _disagreement(view: View, row: Discrepancy) -> Parts:
    lead = {"conflict": "The sources contradict each other", "tension": "The sources do not quite agree"}
    return (
        (f"{lead.get(row.severity, 'A later source revises an earlier one')} (", ""),
        (DIFFERENCES.get(row.kind, row.kind), row.discrepancy_id),
        (f"). {row.statement.rstrip('.')}", ""),
        *sources(view, [view.records[identity] for identity in row.records if identity in view.records]),
        (".", ""),
    )


def most_quoted(view: View) -> Parts:
    """Return the expert who is quoted most, or where there is none, the speaker."""
    found = [row for row in speakers(view).items() if row[0] != ("not named",)]
    if not found:
        return ()
    experts = [row for row in found if category_of(row[1]) == "expert"]
    names, rows = max(experts or found, key=lambda row: (words_of(row[1]), row[0]))
    role = ((" (", ""), (role_of(rows), FRENCH), (")", "")) if role_of(rows) else ()
    kind = "independent expert" if experts else "speaker"
    amount = f"{count(words_of(rows), 'word')} in {count(len({q.article_id for q in rows}), 'article')}"
    text = f" is the most quoted {kind}: {amount}{_themes(view, rows)}"
    text += "." if experts else ". No independent expert is quoted."
    return ((view.who(names), rows[0].quotation_id), *role, *sources(view, rows[:1]), (text, ""))


def _themes(view: View, rows: list[Quotation]) -> str:
    labels = {theme.key: theme.label for theme in view.analysis.investigation.themes}
    words = {key: words_of(q for q in rows if key in q.themes) for key in labels}
    used = sorted((key for key in labels if words[key]), key=lambda key: -words[key])[:3]
    return f", most on {listed(named(view, labels[key]) for key in used)}" if used else ""


def _origin(view: View) -> Parts:
    carried = [event.origins for event in view.events]
    carried += [view.origins(claim.claim_id) for claim in view.analysis.claims]
    if not carried:
        return ()
    single = sum(origins < 2 for origins in carried)
    parts = [(f"{single} of {len(carried)} events and claims rest on one origin alone", "")]
    if reuse := view.analysis.reuse:
        verb = "stands" if len(reuse) == 1 else "stand"
        parts.append((f"; {count(len(reuse), 'passage')} {verb} almost word for word in two articles", ""))
        places = dict(piece for row in reversed(reuse[:3]) for piece in shared_places(view, row))
        parts += [piece for place in sorted(places.items()) for piece in ((" ", ""), place)]
    return (*parts, (".", ""))
