"""Records as English sentences that say no more than the records do."""

from collections.abc import Iterable, Sequence

from dossier.assessments import happened
from dossier.blocks import gathered
from dossier.disagreements.counted import says_part
from dossier.edtf import in_words, when
from dossier.i18n import N_, _, capital, listed
from dossier.narrative.parts import cited, claimed_figures, fill, joined
from dossier.records import Claim, Mention, Part, Parts, Quotation
from dossier.view import (
    Event,
    View,
    counted,
    figure_of,
    is_held,
    is_plain,
    leans,
    qualifiers,
    shortened,
    whereabouts,
)
from dossier.words import SAID, response_of

ANSWERS = ("deny", "no_comment")
_ANSWERS = 6  # told in their own words
_LONGEST = 400  # characters of the sentence of an answer


def named(view: View, label: str) -> str:
    """Return an event's or topic's *label* as it stands inside a sentence."""
    investigation = view.analysis.investigation
    names = {name.split()[0] for name in (*view.sides, *(a.english or a.name for a in investigation.actors))}
    first = label.split(maxsplit=1)[0] if label else ""
    return label if first in names or first[1:] != first[1:].lower() else label[:1].lower() + label[1:]


def event_sources(view: View, event: Event, *, brief: bool = False) -> Parts:
    """Return who dates *event* so: the articles that state its day, those that differ.

    A day that its text only gives as a weekday or the like is said to be worked out. In *brief* it is who
    tells one of its days, and from which words all work it out, if so; who only expected it, behind them.
    """
    if not event.date:  # who lays it to others may tell it otherwise
        laid = event.mentions[0].attributed_to
        told = [m for m in event.on_its_bound if not event.word or m.attributed_to == laid]
        named = {m.article_id for m in told}
        others = [m for m in event.mentions if m.article_id not in named and not event.word]
        also = fill(_("; also on this{sources}"), sources=cited(view, others)) if others else ()
        return cited(view, told) + also
    same = event.on_its_day
    stated = happened([m for m in same if not m.date_from] or same)
    written = [m for m in stated if not view.worked_from(m)]
    if brief:
        if written or event.other_dates:
            return cited(view, _dating(event) if event.other_dates else written)
        own = {m.article_id for m in stated}
        ahead = [m for m in same if m.article_id not in own and view.worked_from(m)]
        before = fill(_("; beforehand by {words}"), words=_worked_out(view, ahead)) if ahead else ()
        return fill(_(", dated by {words}"), words=_worked_out(view, stated)) + before
    worked = [m for m in stated if m.article_id not in {w.article_id for w in written}]
    parts, then = cited(view, written), _("; its date {how}")
    if event.other_dates:
        parts = fill(_(" – {day}{sources}"), day=_day(event.date, event, stated), sources=parts)
        then = _(", {how}")
    if worked:
        how = fill(_("worked out from {words}"), words=_worked_out(view, worked))
        parts += fill(then, how=how)
    for edtf in event.other_dates:
        others = [m for m in event.mentions if m.date == edtf]
        parts += fill(_("; but {day}{sources}"), day=_day(edtf, event, others), sources=cited(view, others))
    return parts


def _worked_out(view: View, mentions: Iterable[Mention]) -> Parts:
    """Return from which words of which articles a day is worked out: of each article its first."""
    ways: dict[str, list[Mention]] = {}
    for mention in {m.article_id: m for m in reversed(list(mentions))}.values():
        ways.setdefault(view.worked_from(mention).casefold(), []).insert(0, mention)
    told = (
        fill(
            _("“{words}”{sources}"),
            words=Part(view.worked_from(rows[0]), "", "fr"),
            sources=cited(view, rows),
        )
        for rows in reversed(ways.values())
    )
    return joined(told)


def _day(edtf: str, event: Event, mentions: Iterable[Mention]) -> Part:
    return Part(in_words(edtf), event.event_id, "value", tuple(m.mention_id for m in mentions))


def event_day(event: Event) -> Part:
    """Return each day that the articles give *event*, first that of most; that it is undated, if so."""
    if not event.date:
        return Part(capital(event.bound_in_words or _("undated")))
    return _day(event.date, event, _dating(event))._replace(text=capital(event.in_words))


def _dating(event: Event) -> list[Mention]:
    return [m for m in event.mentions if m.date in (event.date, *event.other_dates)]


def on_whose_word(event: Event) -> Parts:
    """Return to whom *event* is laid; nothing where an article tells it in its own voice."""
    return fill(_(", according to {who}"), who=event.word) if event.word else ()


def event_sentence(view: View, event: Event, *, brief: bool = False) -> Parts:
    """Return when who did or said what, how firmly, on whose word, and in which articles, or *brief*."""
    told = _("{day}: {event}{status}{word}{sources}{others}.")
    if not event.named:  # whoever spoke the words dates what they tell, not that they were spoken
        told = _("{day}{word}: {event}{status}{sources}{others}.")
    return fill(
        told,
        day=event_day(event),
        event=Part(event.label, event.event_id),
        status=status_of(event),
        word=on_whose_word(event),
        sources=event_sources(view, event, brief=brief),
        others=others_say(event) if brief else "",
    )


def others_say(event: Event) -> str:
    """Return the longer time that others give *event*, where its date has one origin."""
    told = event.less_exactly if event.origins < 2 else ""
    return _("; others say {time}", time=told) if told else ""


def status_of(event: Event) -> str:
    """Return in brackets what keeps *event* from being told as a fact; nothing where it is.

    An event without a kind is told in its own words, which hold their negation, and what is still to come by
    its time.
    """
    told = "" if event.ahead or (event.status == "denied" and not event.named) else event.status
    return f" ({_(SAID['statuses'][told])})" if told in SAID["statuses"] else ""


def claim_piece(view: View, claim: Claim, *, where: bool = True) -> Parts:
    """Return who claims a figure, the figure with what it counts, where, how firmly and when it was said."""
    told = N_("{who} spoke of {figure}{marks}{sources}") if claim.claimant else N_("{figure}{marks}{sources}")
    told = N_("{who}: {figure}{marks}{sources}") if is_held(view, claim) else told
    said = said_when(view, claim) if claim.claimant else ""
    marks = (whereabouts(view, claim) if where else "", *qualifiers(view, claim), said)
    return fill(
        _(told),
        who=view.who(claim.claimant),
        figure=figure_part(view, claim),
        marks="".join(f", {mark}" for mark in marks if mark),
        sources=cited(view, [claim]),
    )


def said_when(view: View, record: Claim | Quotation) -> str:
    """Return when *record* was said; where its text does not date it, when its article reported it.

    What somebody only plans or fears was not said.
    """
    if record.section == "related_link":
        return _("in the title of a linked article, day unknown")
    if said := when(view.said_day(record)):
        date = view.expressions.get(record.said_on_ref)
        ((first, _end), *_rest) = view.sentences(record.article_id, record.start, record.end)
        inferred = date and date.end <= first
        return _("said {when}, the day of the speech", when=said) if inferred else _("said {when}", when=said)
    if isinstance(record, Claim) and is_held(view, record):
        return ""
    reported = when(view.day(record))
    return _("reported {when}", when=reported) if reported else _("undated")


def likeness(view: View, claim: Claim) -> tuple[str, ...]:
    """Return what two figures must share to be compared: matter, owner, place, and whether it is so."""
    whose = (*claim.owner, claim.state, claim.change)
    return (claim.topic, *whose, whereabouts(view, claim), *qualifiers(view, claim))


def movement(view: View, topic: str) -> tuple[Parts, ...]:
    """Return how figures of *topic* moved, like with like: one sentence for each place told of on two days.

    Only what somebody affirms as a fact and a text dates is set in order, no part beside its whole.
    """
    told = (c for c in claimed_figures(view, topic) if is_plain(view, c) and view.said_day(c))
    rows = [claim for claim in told if not says_part(claim, view.articles[claim.article_id].text)]
    groups = gathered((likeness(view, c), c) for c in rows)
    found = []
    for claims in groups.values():
        if len({view.said_day(claim) for claim in claims}) > 1:
            steps = joined((claim_piece(view, c) for c in claims), between=_("; then "))
            found.append(fill(_("{steps}."), steps=steps))
    return tuple(found)


def by_place(view: View, topic: str) -> tuple[Parts, ...]:
    """Return the figures that somebody gives as a fact or a plan about *topic*, a sentence for each place."""
    groups: dict[str, list[Claim]] = {}
    affirmed = (c for c in claimed_figures(view, topic) if c.stance == "affirm")
    for claim in (c for c in affirmed if is_plain(view, c) or _("planned") in qualifiers(view, c)):
        groups.setdefault(whereabouts(view, claim), []).append(claim)
    if "" in groups and len(groups) == 2:  # one place tells nothing apart
        groups = {"": sorted((c for claims in groups.values() for c in claims), key=view.order)}
    figures = {
        place: joined((claim_piece(view, c, where=False) for c in claims), between=_("; "))
        for place, claims in sorted(groups.items(), key=lambda row: not row[0])
    }
    if not any(groups):
        return tuple(fill(_("{figures}."), figures=told) for told in figures.values())
    return tuple(
        fill(_("{place} – {figures}."), place=capital(place or _("No place given")), figures=told)
        for place, told in figures.items()
    )


def figure_part(view: View, claim: Claim) -> Part:
    """Return the figure of *claim* with what it counts, linked to its record."""
    return Part(counted(view, claim), claim.claim_id, "value", (claim.claim_id,))


def answers(view: View, topic: str) -> list[Claim]:
    """Return the denials and non-answers about *topic*."""
    rows = (c for c in view.analysis.claims if c.stance in ANSWERS and c.claimant and not figure_of(c))
    return [claim for claim in rows if claim.topic == topic]


def denial(view: View, topic: str) -> Parts:
    """Return the sentences that deny what is said on *topic* or leave it open; they tell what is denied."""
    rows = answers(view, topic)
    sentences = gathered(((c.article_id, view.sentences(c.article_id, c.start, c.end)[0]), c) for c in rows)
    told = [_answered(view, claims) for claims in sentences.values()]
    shown = joined(told, between=_("; "), most=_ANSWERS, itemised=True)
    named: dict[str, str] = SAID["answered"]
    kinds = [response_of(claim.stance, claim.response) for claim in rows]
    held = {kind if kind in named else "" for kind in kinds}
    what = capital(listed(_(words) for kind, words in named.items() if kind in held))
    return fill(_("{what} – {answers}."), what=what, answers=shown) if told else ()


def _answered(view: View, claims: Sequence[Claim]) -> Parts:
    """Return who answers in the sentence of *claims*: one that points back with the title of its article."""
    words = _sentence(view, claims[0])
    sections = view.articles[claims[0].article_id].sections
    titled = leans(words) and any(part.kind == "title" for part in sections)
    return fill(
        _("{who}: “{words}” (in “{title}”){sources}") if titled else _("{who}: “{words}”{sources}"),
        who=joined(Part(view.who(c.claimant), c.claim_id, "value", (c.claim_id,)) for c in claims),
        words=Part(words, "", "fr"),
        title=Part(view.title(claims[0].article_id), "", "fr"),
        sources=cited(view, claims[:1]),
    )


def _sentence(view: View, claim: Claim) -> str:
    spans = view.sentences(claim.article_id, claim.start, claim.end)
    text = view.articles[claim.article_id].text[spans[0][0] : spans[-1][1]]
    return shortened(text.strip(" ."), _LONGEST)
