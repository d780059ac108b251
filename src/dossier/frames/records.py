"""What stands in the columns of each kind of record."""

from dossier.edtf import in_words, precision
from dossier.frames.columns import (
    Column,
    Columns,
    Desk,
    assessed,
    carriers,
    days,
    joined,
    one_side,
    sentence,
    text,
)
from dossier.i18n import N_
from dossier.records import Claim, Mention, Quotation
from dossier.view import Event, Record, article_anchor, basis_words, counted, figure_of, qualifiers
from dossier.words import figure, response_of


def _step(desk: Desk, event: Event) -> int:
    steps = [step.event_id for step in desk.view.path]
    return steps.index(event.event_id) + 1 if event.event_id in steps else 0


def _lane(desk: Desk, event: Event) -> str:
    lanes = {kind.key: kind.lane for kind in desk.view.analysis.investigation.event_types}
    return lanes.get(event.type, "")


def _themes(desk: Desk, quotation: Quotation) -> list[str]:
    labels = {theme.key: theme.label for theme in desk.view.analysis.investigation.themes}
    return [labels[key] for key in quotation.themes if key in labels]


def _kind(record: Record) -> str:
    if isinstance(record, Claim):
        return "figure" if figure_of(record) else "response"
    return "event" if isinstance(record, Mention) else "quotation"


def _who(record: Record) -> tuple[str, ...]:
    if isinstance(record, Mention):
        return tuple(filter(None, record.attributed_to.split("|")))
    return record.claimant if isinstance(record, Claim) else record.speaker


def identity_of(record: Record) -> str:
    """Return the id of *record*, of a mention its own."""
    if isinstance(record, Claim):
        return record.claim_id
    return record.mention_id if isinstance(record, Mention) else record.quotation_id


PASSAGE: Columns = {
    "text": text(N_("the words of the article"), lambda d, r: r.text),
    "sentence": text(N_("the sentence that holds them"), sentence),
    "article_id": text(N_("the article"), lambda d, r: r.article_id),
    "section": text(N_("title, body, heading or caption"), lambda d, r: getattr(r, "section", "")),
    "start": Column(N_("first character in the file"), "count", lambda d, r: r.start),
    "end": Column(N_("character behind the last"), "count", lambda d, r: r.end),
    **carriers(lambda r: [r]),
}
SAID: Columns = {
    **days(lambda d, r: d.view.day(r)),
    "when": text(
        N_("the day of speaking in words; empty where no text gives it"), lambda d, r: d.view.day_words(r)
    ),
    "day_of": text(
        N_("what the day is of: said, or published where the text gives none"),
        lambda d, r: "said" if d.view.said_day(r) else "published",
    ),
}


CLAIMANT: Columns = {
    "claimant": text(
        N_("who claims it; empty: the newspaper itself"), lambda d, r: joined(d.view.english(r.claimant))
    ),
    "side": one_side(lambda r: r.claimant),
}
STANCE: Columns = {
    "stance": text(N_("affirm, deny, no_comment or hypothetical"), lambda d, r: r.stance),
    "modality": text(N_("asserted, conditional, estimated or planned"), lambda d, r: r.modality),
    "topic": text(N_("key of the topic"), lambda d, r: r.topic),
    "topic_label": text(N_("what the report calls the topic"), lambda d, r: d.view.topic_label(r.topic)),
}
EVENTS: Columns = {
    "label": text(N_("what the report calls it"), lambda d, e: e.told),
    "type": text(N_("key of the kind of event"), lambda d, e: e.type),
    **days(lambda d, e: e.date),
    "when": text(N_("every date that the sources give, in words"), lambda d, e: e.in_words),
    "other_dates": text(N_("dates that cannot be the same day (EDTF)"), lambda d, e: joined(e.other_dates)),
    "precision": text(N_("how fine the date is"), lambda d, e: precision(e.date)),
    "lane": text(N_("the heading under which its kind stands on the timeline"), _lane),
    "step": Column(N_("its place on the path of the central matter, 0 beside it"), "count", _step),
    "status": text(N_("reported, planned, hypothetical or denied"), lambda d, e: e.status),
    "actors": text(
        N_("who acts in it"), lambda d, e: joined(d.view.english(n for m in e.mentions for n in m.actors))
    ),
    "text": text(N_("the words of the first mention"), lambda d, e: e.mentions[0].text),
    "sentence": text(N_("the sentence that holds them"), lambda d, e: sentence(d, e.mentions[0])),
    "articles": Column(N_("articles that tell it"), "count", lambda d, e: e.articles),
    "origins": Column(N_("independent origins"), "count", lambda d, e: e.origins),
    **carriers(lambda e: e.mentions),
    **assessed(lambda e: e.event_id),
    "disputed": Column(N_("whether the sources disagree about it"), "yes", lambda d, e: e.disputed),
}
CLAIMS: Columns = {
    "figure": text(N_("the figure in words"), lambda d, c: figure(c)),
    "counted": text(N_("the figure with what it counts"), lambda d, c: counted(d.view, c)),
    "marks": text(
        N_("plan, estimate, rumour, condition or denial"), lambda d, c: joined(qualifiers(d.view, c))
    ),
    "low": Column(N_("lowest number"), "number", lambda d, c: c.low),
    "high": Column(N_("highest number"), "number", lambda d, c: c.high),
    "comparator": text(N_("exact, about, at_least, at_most, between …"), lambda d, c: c.comparator),
    "unit": text(N_("what is counted"), lambda d, c: c.unit),
    "subject": text(N_("whose it is"), lambda d, c: c.subject),
    "place": text(N_("where"), lambda d, c: joined(d.view.english([c.place]))),
    **CLAIMANT,
    **STANCE,
    **SAID,
    "about": text(N_("the time that the figure is about (EDTF)"), lambda d, c: c.about),
    "origins": Column(N_("independent origins"), "count", lambda d, c: d.view.origins(c.claim_id)),
    **PASSAGE,
    **assessed(lambda c: c.claim_id),
}
RESPONSE: Columns = {
    "response": text(
        N_("denies, does_not_confirm, does_not_comment or did_not_deny"),
        lambda d, r: response_of(r.stance, r.response),
    )
}
RESPONSES: Columns = {**CLAIMANT, **STANCE, **RESPONSE, **SAID, **PASSAGE, **assessed(lambda c: c.claim_id)}
QUOTATIONS: Columns = {
    "speaker": text(N_("who speaks"), lambda d, q: joined(d.view.english(q.speaker))),
    "side": one_side(lambda q: q.speaker),
    "category": text(N_("expert, official, state_media, witness …"), lambda d, q: q.category),
    "role": text(N_("the role in the article's words"), lambda d, q: q.role),
    "kind": text(N_("direct, indirect or mixed"), lambda d, q: q.kind),
    "cue": text(N_("the word of saying"), lambda d, q: q.cue),
    "themes": text(N_("labels of its themes"), lambda d, q: joined(_themes(d, q))),
    "words": Column(N_("number of words"), "count", lambda d, q: len(q.text.split())),
    **SAID,
    **PASSAGE,
    **assessed(lambda q: q.quotation_id),
}
DISCREPANCIES: Columns = {
    "statement": text(N_("what differs"), lambda d, x: d.view.readable(x.statement)),
    "kind": text(N_("date, quantity, stance, attribute, calendar or sequence"), lambda d, x: x.kind),
    "severity": text(N_("conflict, tension or revision"), lambda d, x: x.severity),
    "reason": text(N_("why"), lambda d, x: d.view.readable(x.reason)),
    "records": text(N_("ids of the records"), lambda d, x: joined(x.records)),
    "permalink": text(
        N_("its address below that of the book"), lambda d, x: d.homes.permalink(x.discrepancy_id)
    ),
}
ARTICLES: Columns = {
    "label": text(N_("its short name"), lambda d, a: d.view.labels[a.article_id]),
    "title": text(N_("its title"), lambda d, a: d.view.title(a.article_id)),
    "outlet": text(N_("who published it"), lambda d, a: a.outlet),
    "author": text(N_("who wrote it"), lambda d, a: a.author),
    "url": text(N_("its address"), lambda d, a: a.url),
    **days(lambda d, a: a.published.date),
    "when": text(N_("the same in words"), lambda d, a: in_words(a.published.date)),
    "basis": text(N_("how the day is known"), lambda d, a: a.published.basis),
    "known": text(N_("the same in words"), lambda d, a: basis_words(d.view, a)),
    "status": text(N_("ok or refused"), lambda d, a: a.status),
    "reason": text(N_("why it was refused, or a warning"), lambda d, a: a.reason),
    "words": Column(N_("number of words"), "count", lambda d, a: a.words),
    "records": Column(N_("records that rest on it"), "count", lambda d, a: d.carried[a.article_id]),
    "anchor": text(N_("its anchor on the page of sources"), lambda d, a: article_anchor(a.article_id)),
}
STATEMENTS: Columns = {
    "kind": text(N_("event, figure, response or quotation"), lambda _, r: _kind(r)),
    "who": text(N_("who says it; empty: the newspaper itself"), lambda d, r: joined(d.view.english(_who(r)))),
    "side": one_side(_who),
    **days(lambda d, r: r.date if isinstance(r, Mention) else d.view.day(r)),
    **PASSAGE,
    "permalink": text(
        N_("its address below that of the book"), lambda d, r: d.homes.permalink(identity_of(r))
    ),
}
