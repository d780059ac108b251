"""The findings of the summary page, chosen and written by rules that hold for any investigation."""

from collections.abc import Container, Iterable

from dossier.i18n import _, capital, ngettext
from dossier.narrative.affair import most_telling
from dossier.narrative.facts import contradictions, sentences_told
from dossier.narrative.parts import (
    Piece,
    cited,
    claimed_figures,
    fill,
    in_their_words,
    is_margin,
    joined,
    plain,
    ranked_figures,
    whole_words,
)
from dossier.narrative.sentences import (
    answers,
    by_place,
    denial,
    figure_part,
    named,
    said_when,
)
from dossier.records import Claim, Finding, Part, Parts, Quotation, stable_id
from dossier.syntax.vocabulary import vocabulary
from dossier.view import (
    View,
    category_of,
    figure_of,
    gives_kinds,
    is_document,
    is_led,
    is_name,
    is_plain,
    places,
    qualifiers,
    quotes_whole,
    role_of,
    shortened,
    speakers,
    verbatim_words,
    whereabouts,
    words_of,
)

_OWN = 5  # figures in nobody's name that a finding tells
_TOPICS = 3  # of the general stock whose figures a summary tells
_SENTENCES = 3  # of each of them
_FIGURES = 8  # that a finding tells in brief
_LONGEST = 240  # characters of the words that a finding quotes
_WHOLE = 400  # of those that a document says at greater length


def build_findings(view: View) -> tuple[Finding, ...]:
    """Return the findings, each resting on records; none where the corpus holds nothing.

    What the contradictions of the summary tell is not told again.
    """
    topic = view.central_topic
    disputed = any(row.kind == "stance" for row in contradictions(view, "parties") if row.subject == topic)
    general = (key for key in view.topics if view.unasked and key not in {*view.own_topics, "other"})
    topics = list(dict.fromkeys((topic, *general)))
    before = sentences_told(view)
    if view.unasked and quotes_whole():
        rules = [("central", told) for told in most_telling(view, before)]
    else:
        figures = [told for name in topics[:_TOPICS] for told in figures_in_brief(view, name, before)]
        denied = denial(view, topic)
        denials = () if disputed else (denied,) if denied else _answers_whole(view)
        rules = [("document", document_says(view)), *(("range", told) for told in figures)]
        rules += [*(("denial", told) for told in denials), ("expert", expert_says(view))]
    told = list({plain(parts): (rule, parts) for rule, parts in rules if parts}.values())
    named_before = [rule for rule, _parts in told]
    return tuple(_finding(view, *row, named_before[:n].count(row[0])) for n, row in enumerate(told))


def _answers_whole(view: View) -> tuple[Parts, ...]:
    """Return each passage in which somebody denies or turns down what no topic names: French alone."""
    told = in_their_words(view, answers(view, "other")) if quotes_whole() else ()
    return tuple(fill(_("{claim}."), claim=words) for words in told)


def _finding(view: View, rule: str, parts: Parts, nth: int) -> Finding:
    linked = [part.anchor for part in parts if part.anchor and part.anchor[:2] != "s-"]
    linked += [identity for part in parts for identity in part.records]
    linked += [claim.claim_id for claim in answers(view, view.central_topic)] if rule == "denial" else []
    records = tuple(dict.fromkeys(linked))
    return Finding(stable_id("f", rule, nth, nth), rule, parts, records)


def figures_apart(view: View, topic: str) -> Parts:
    """Return the figures about *topic*, those of one place and stage together, each with its claimant.

    Where nobody claims any, they are those that the newspapers give in their own words.
    """
    groups, label = by_place(view, topic), named(view, view.topic_label(topic))
    if quotes_whole() or topic not in view.own_topics:
        claimed = [c for c in claimed_figures(view, topic) if is_plain(view, c)]
        rows = [*claimed, *_own_figures(view, topic)]
        if not (passages := in_their_words(view, rows)):
            return ()
        template = _("On {topic}, in the words of the articles: {passages}.")
        if len({claim.article_id for claim in rows}) == 1:
            template = _("On {topic}, in the words of the article: {passages}.")
        return fill(template, topic=label, passages=joined(passages, between=_("; "), itemised=True))
    if not groups:
        figures = [
            fill(_("{figure}{sources}"), figure=figure_part(view, c), sources=cited(view, [c]))
            for c in _own_figures(view, topic)[:_OWN]
        ]
        told = fill(
            _("Figures on {topic} that the articles lay to nobody: {figures}."),
            topic=label,
            figures=joined(figures),
        )
        return told if figures else ()
    return _grouped(label, groups, apart=len(groups) > 1)


def _grouped(label: str, groups: Iterable[Parts], *, apart: bool) -> Parts:
    """Return the figures on what *label* names in *groups*: each of a place, if they are told *apart*."""
    template = (
        _("On {topic}, by the place that each names, not to be added up: {groups}")
        if apart
        else _("On {topic}: {groups}")
    )
    return fill(template, topic=label, groups=joined(groups, between=" ", itemised=True))


def _own_figures(view: View, topic: str) -> list[Claim]:
    """Return the figures on *topic* that the newspapers state as facts in their own words."""
    rows = (c for c in view.analysis.claims if c.topic == topic and figure_of(c) and c.section == "body")
    rows = (c for c in rows if not (c.claimant or c.claimant_text) and not is_margin(c))
    return [c for c in rows if is_plain(view, c)]


def figures_in_brief(view: View, topic: str, before: Container[tuple[str, int]] = ()) -> tuple[Parts, ...]:
    """Return the figures about *topic*, planned ones too, by place, each with who gives it, how and when.

    The figure leads to its record, and so to its article. Of many it is those that stand in a heading too,
    then those that somebody claims, and how many more there are. In the language of the articles it is their
    passages, one by one.
    """
    rows = ranked_figures(view, topic)
    if quotes_whole() or topic not in view.own_topics:
        fresh = [c for c in rows if (c.article_id, c.sentence_start) not in before]
        most = _FIGURES if topic == view.central_topic else _SENTENCES
        return tuple(fill(_("{claim}."), claim=words) for words in in_their_words(view, fresh[:most]))
    grouped: dict[str, list[Parts]] = {}
    last: dict[str, object] = {}
    for claim in sorted(rows[:_FIGURES], key=view.order):
        place, who = whereabouts(view, claim), claim.claimant or claim.claimant_text or claim.article_id
        grouped.setdefault(place, []).append(in_brief(view, claim, named=who != last.get(place)))
        last[place] = who
    if not grouped:
        return ()
    if "" in grouped and len(grouped) == 2:  # one place tells nothing apart
        grouped = {"": [figure for figures in grouped.values() for figure in figures]}
    told = {
        place: joined(figures, between=_("; "))
        for place, figures in sorted(grouped.items(), key=lambda row: not row[0])
    }
    named_places = [
        fill(_("{place} – {figures}."), place=capital(place or _("No place given")), figures=figures)
        if any(grouped)
        else fill(_("{figures}."), figures=figures)
        for place, figures in told.items()
    ]
    if more := len(rows[_FIGURES:]):
        named_places.append((Part(capital(ngettext("{n} more figure.", "{n} more figures.", more))),))
    return (_grouped(named(view, view.topic_label(topic)), named_places, apart=len(told) > 1),)


def in_brief(view: View, claim: Claim, *, named: bool = True, placed: bool = False) -> Parts:
    """Return the figure of *claim* with its marks and day, behind who gives it where he is to be *named*.

    Its place stands there where it is to be *placed*.
    """
    who: Piece = Part(view.who(claim.claimant or (claim.claimant_text,)))
    own = not (claim.claimant or claim.claimant_text)
    if own:
        who = joined(Part(label, anchor) for label, anchor in places(view, [claim], short=True))
    place = whereabouts(view, claim) if placed and not {claim.place} & {*claim.owner} else ""
    marks = (place, *qualifiers(view, claim), "" if own else said_when(view, claim))
    return fill(
        _("{who}: {figure}{marks}{sources}") if named else "{figure}{marks}",
        who=who,
        figure=figure_part(view, claim),
        marks="".join(f", {mark}" for mark in marks if mark),
        sources=(),
    )


def expert_says(view: View) -> Parts:
    """Return the longest words of the expert quoted most, beside a figure on the central topic if any.

    Before them stands his first answer of a few words there, with the question. Nobody is an expert where no
    kinds of speakers were given.
    """
    named = (row for row in speakers(view).items() if gives_kinds(view) and is_name(row[0][0]))
    denying = {c.claimant for c in view.analysis.claims if c.response == "denies"}  # a doctor accused is none
    experts = [row for row in named if category_of(row[1]) == "expert" and row[0] not in denying]
    if not experts:
        return ()
    names, rows = max(experts, key=lambda row: (verbatim_words(row[1]), words_of(view, row[1]), row[0]))
    said: Quotation = max(
        rows,
        key=lambda q: (_is_central(view, q), q.kind == "direct", len(q.text) <= _LONGEST, len(q.text)),
    )
    french = role_of(view, rows)
    role = view.role(french)
    words = shortened(whole_words(view, said, _LONGEST), _LONGEST)
    told = _("{who}{role}: “{words}”{sources}.")
    if quotes_whole() and is_led(said, words):
        told = _("{who}{role} “{words}”{sources}.")
    elif said.kind == "indirect":
        told = _("{who}{role}, reported, not quoted: “{words}”{sources}.")
    text, reply, question = view.articles[said.article_id].text, said, ""
    for q in reversed([q for q in rows if q.article_id == said.article_id and q.start < said.start]):
        if (asked := view.question_before(q)) and asked[1] - asked[0] < _WHOLE:
            reply, question = q, text[asked[0] : asked[1]].strip()
            told = _("{who}{role}, where the article asks “{question}”: “{reply}”; then: “{words}”{sources}.")
    return fill(
        told,
        who=Part(view.who(names), rows[0].quotation_id, "value", (said.quotation_id,)),
        role=fill(_(" ({role})"), role=Part(role, "", "fr" if role == french else ""))
        if role
        else _(", an expert"),
        question=Part(question, "", "fr"),
        reply=Part(reply.text, reply.quotation_id, "fr"),
        words=Part(words, "", "fr"),
        sources=cited(view, [said]),
    )


def _is_central(view: View, said: Quotation) -> bool:
    """Return whether the sentence of *said* holds a figure on the central topic."""
    rows = (c for c in view.claims_of(said.article_id) if c.topic == view.central_topic and figure_of(c))
    return any(claim.sentence_start <= said.start < claim.sentence_end for claim in rows)


def document_says(view: View) -> Parts:
    """Return what a document says by most articles, of these by the longest; nothing without one.

    Where that article quotes it at greater length too, these words stand beside it.
    """
    found: dict[str, list[Quotation]] = {}
    for q in view.analysis.quotations:
        if (
            q.speaker
            and all(map(is_document, q.speaker))
            and vocabulary("signs").isdisjoint(q.speaker[0].lower().split())
            and q.kind != "indirect"
            and len(q.text) <= _LONGEST
        ):
            found.setdefault(" ".join(q.text.split()).casefold(), []).append(q)
    if not found:
        return ()
    rows = max(found.values(), key=lambda rows: (len({q.article_id for q in rows}), len(rows[0].text)))

    def at_length(said: Quotation) -> Quotation:
        beside = (q for q in view.quotations_of(said.article_id) if q.speaker == said.speaker)
        whole = (q for q in beside if q.kind == "direct" and len(q.text) <= _WHOLE)
        return max(whole, key=lambda q: len(q.text), default=said)

    said = max(rows, key=lambda q: (len(at_length(q).text), len(whole_words(view, q, _LONGEST))))
    whole = at_length(said)
    longer = len(said.text) < len(whole.text)
    return fill(
        _("{who}: “{words}”{sources}; its text there: “{whole}”.")
        if longer
        else _("{who}: “{words}”{sources}."),
        who=Part(
            capital(view.who(said.speaker)),
            said.quotation_id,
            "value",
            tuple(q.quotation_id for q in rows),
        ),
        whole=Part(" ".join(whole.text.split()), whole.quotation_id, "fr"),
        words=Part(whole_words(view, said, _LONGEST), "", "fr"),
        sources=cited(view, [said]),
    )
