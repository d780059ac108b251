"""Records as English sentences, in pieces that each know the record they rest on."""

from __future__ import annotations

from collections.abc import Iterable

from dossier.edtf import in_words
from dossier.records import Claim
from dossier.view import Event, Record, View, figure_of, places
from dossier.words import RESPONSES, capital, count, figure, response_of

ANSWERS = ("deny", "no_comment")
Parts = tuple[tuple[str, str], ...]
FRENCH = "fr"  # stands in place of an id where a piece is in the words of a source


def joined(pieces: Iterable[Parts], *, between: str = ", ", last: str = " and ") -> Parts:
    """Return *pieces* as one list: ``a, b and c``."""
    items = list(pieces)
    found: list[tuple[str, str]] = []
    for position, item in enumerate(items):
        if position:
            found.append((last if position == len(items) - 1 else between, ""))
        found.extend(item)
    return tuple(found)


def sources(view: View, records: Iterable[Record]) -> Parts:
    """Return for each article among *records* a link to the first sentence there: `` [a] [b]``."""
    return tuple(piece for label, anchor in places(view, records) for piece in ((" ", ""), (label, anchor)))


def named(view: View, label: str) -> str:
    """Return an event's or topic's *label* as it stands inside a sentence."""
    investigation = view.analysis.investigation
    names = {
        name.split()[0] for name in (*view.sides, *(actor.name for actor in investigation.actors)) if name
    }
    first = label.split(maxsplit=1)[0] if label else ""
    return label if first in names or first[1:] != first[1:].lower() else label[:1].lower() + label[1:]


def event_sentence(view: View, event: Event) -> Parts:
    """Return what the sources say of one event: when, who reports it, what else they say of its date."""
    if not event.date:
        return (
            (event.label, event.event_id),
            (" is not dated", ""),
            *sources(view, event.mentions),
            (".", ""),
        )
    main = [mention for mention in event.mentions if mention.date not in event.other_dates]
    parts = [(event.label, event.event_id), (f" is dated {in_words(event.date)}", ""), *sources(view, main)]
    for edtf in event.other_dates:
        others = [mention for mention in event.mentions if mention.date == edtf]
        parts += [(f", but {in_words(edtf)}", ""), *sources(view, others)]
    origin = f", on {count(event.origins, 'independent origin')}" if event.origins else ""
    status = "" if event.status == "reported" else f", as {event.status}"
    return (*parts, (f"{origin}{status}.", ""))


def claim_piece(view: View, claim: Claim) -> Parts:
    """Return a figure with who claims it and when: ``at least 3,000 (X, 24 October 2024) [1]``."""
    said = ", ".join(filter(None, (view.who(claim.claimant), view.day_words(claim))))
    return ((figure(claim), claim.claim_id), (f" ({said})", ""), *sources(view, [claim]))


def movement(view: View, topic: str) -> tuple[Parts, ...]:
    """Return how the figure of *topic* moved: a sentence for each day on which somebody claimed one."""
    days: dict[str, list[Claim]] = {}
    claims = [c for c in view.analysis.claims if c.topic == topic and figure_of(c) and c.claimant]
    for claim in sorted(claims, key=view.order):
        days.setdefault(view.day_words(claim), []).append(claim)

    def piece(claim: Claim) -> Parts:
        said = (figure(claim), claim.claim_id)
        return ((f"{view.who(claim.claimant)}, ", ""), said, *sources(view, [claim]))

    return tuple(
        (
            (f"{capital(day) or 'On no known day'}: ", ""),
            *joined(map(piece, claims), between="; ", last="; "),
            (".", ""),
        )
        for day, claims in days.items()
    )


def answers(view: View, topic: str) -> list[Claim]:
    """Return the denials and non-answers about *topic*; about any, where none is about the central one."""
    rows = [c for c in view.analysis.claims if c.stance in ANSWERS and c.claimant and not figure_of(c)]
    mine = [claim for claim in rows if claim.topic == topic]
    return mine or (rows if topic == view.central_topic else [])


def denial(view: View, topic: str) -> Parts:
    """Return who denies, does not confirm, does not comment on or did not deny what is said on *topic*."""
    rows = answers(view, topic)
    clauses = []
    for response, (one, several) in RESPONSES.items():
        actors: dict[str, list[Claim]] = {}
        for claim in rows:
            for name in claim.claimant if response_of(claim.stance, claim.response) == response else ():
                actors.setdefault(view.who([name]), []).append(claim)
        pieces = [((name, claims[0].claim_id), *sources(view, claims)) for name, claims in actors.items()]
        if pieces:
            clauses.append((*joined(pieces), (f" {several if len(pieces) > 1 else one}", "")))
    about = {claim.topic for claim in rows} == {topic}
    matter = f" about {named(view, view.topic_label(topic))}" if about else ""
    return (*joined(clauses, last=", and "), (f" what others claim{matter}.", "")) if rows else ()
