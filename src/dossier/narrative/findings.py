"""The findings of the summary page, chosen and written by rules that hold for any investigation."""

from dossier.i18n import _, capital, ngettext
from dossier.narrative.parts import cited, fill, joined
from dossier.narrative.sentences import answers, by_place, denial, movement, named, own_figures
from dossier.records import Finding, Part, Parts, Quotation, stable_id
from dossier.view import Record, View, category_of, role_of, shared_places, speakers, verbatim_words, words_of

LIMIT = 7
_OWN = 5  # figures in nobody's name that a finding tells
_LONGEST = 240  # characters of the words that a finding quotes


def build_findings(view: View) -> tuple[Finding, ...]:
    """Return up to seven findings, each resting on records; none where the corpus holds nothing."""
    rules = (
        ("range", figures_apart(view, view.central_topic)),
        *((f"movement {n}", _moved(parts)) for n, parts in enumerate(movement(view, view.central_topic)[:2])),
        ("denial", denial(view, view.central_topic)),
        ("expert", expert_says(view)),
        ("origin", _shared(view)),
    )
    return tuple(_finding(view, rule, parts) for rule, parts in rules if parts)[:LIMIT]


def _finding(view: View, rule: str, parts: Parts) -> Finding:
    linked = [part.anchor for part in parts if part.anchor and part.anchor[:2] != "s-"]
    linked += [identity for part in parts for identity in part.records]
    linked += [claim.claim_id for claim in answers(view, view.central_topic)] if rule == "denial" else []
    records = tuple(dict.fromkeys(linked))
    support: list[Record] = [view.records[identity] for identity in records if identity in view.records]
    support += [m for event in view.events if event.event_id in records for m in event.mentions]
    articles, origins = view.support(support)
    return Finding(stable_id("f", rule, 0, 0), rule.split(maxsplit=1)[0], parts, records, articles, origins)


def _moved(parts: Parts) -> Parts:
    return fill(_("Of one place and stage, in the order of the days of speaking: {steps}"), steps=parts)


def figures_apart(view: View, topic: str) -> Parts:
    """Return the figures about *topic*, those of one place and stage together, each with its claimant.

    Where nobody claims any, they are those that the newspapers give in their own words.
    """
    groups, label = by_place(view, topic), named(view, view.topic_label(topic))
    if not groups:
        figures = own_figures(view, topic)[:_OWN]
        told = fill(
            _("Figures on {topic} in the newspapers’ own words: {figures}."),
            topic=label,
            figures=joined(figures),
        )
        return told if figures else ()
    template = _("On {topic}, by place: {groups}") if len(groups) > 1 else _("On {topic}: {groups}")
    return fill(template, topic=label, groups=joined(groups, between=" "))


def expert_says(view: View) -> Parts:
    """Return the longest verbatim words of the expert who is quoted most; nothing without one."""
    found = [row for row in speakers(view).items() if row[0] != ("not named",)]
    named = (row for row in found if row[0][0][:1].isupper())
    experts = [row for row in named if category_of(row[1]) == "expert"]
    if not experts:
        return ()
    names, rows = max(experts, key=lambda row: (verbatim_words(row[1]), words_of(row[1]), row[0]))
    said: Quotation = max(rows, key=lambda q: (q.kind == "direct", len(q.text) <= _LONGEST, len(q.text)))
    french = role_of(rows)
    role = view.role(french)
    direct = _("{who}{role}, an expert: “{words}”{sources}.")
    indirect = _("{who}{role}, an expert, reported, not quoted: “{words}”{sources}.")
    return fill(
        indirect if said.kind == "indirect" else direct,
        who=Part(view.who(names), rows[0].quotation_id, "value", (said.quotation_id,)),
        role=fill(_(" ({role})"), role=Part(role, "", "fr" if role == french else "")) if role else "",
        words=Part(said.text if len(said.text) <= _LONGEST else f"{said.text[:_LONGEST]}…", "", "fr"),
        sources=cited(view, [said]),
    )


def _shared(view: View) -> Parts:
    """Return which articles share passages almost word for word, and so may have one origin."""
    if not view.analysis.reuse:
        return ()
    links = dict(link for row in reversed(view.analysis.reuse) for link in shared_places(view, row))
    amount = len(view.analysis.reuse)
    return fill(
        _("{passages} almost word for word in two articles, which may share their origin ({sources})."),
        passages=capital(ngettext("{n} passage stands", "{n} passages stand", amount)),
        sources=joined((Part(label, anchor, "cite") for label, anchor in links.items()), between=_("; ")),
    )
