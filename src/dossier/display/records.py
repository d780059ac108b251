"""Each kind of record in full, in the order its page shows it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

from dossier.display.cards import badge, card, evidence, side_badge
from dossier.display.elements import Element, Node, el
from dossier.display.excerpts import Sentence, choose_printed, excerpt
from dossier.edtf import in_words
from dossier.records import Claim, Quotation
from dossier.view import (
    Event,
    article_anchor,
    basis_words,
    by_gravity,
    category_of,
    figure_of,
    role_of,
    sentence_id,
    speakers,
)
from dossier.words import CATEGORIES, DIFFERENCES, capital, count, figure, listed

if TYPE_CHECKING:
    from dossier.display.page import Page


def findings(page: Page) -> Iterator[Element]:
    """Yield each finding as a sentence with its links, origins, permalink and citation."""
    for finding in page.findings:
        carried = f"{count(finding.articles, 'article')}, {count(finding.origins, 'independent origin')}"
        origins = ("", "single", "several")[min(finding.origins, 2)]
        yield card(
            page,
            finding.finding_id,
            "finding",
            title=page.linked(finding.parts),
            label=finding.statement,
            badges=(badge(origins, carried),),
            body=_least_sure(page, finding.records),
        )


def _least_sure(page: Page, ids: tuple[str, ...]) -> list[Node]:
    """Return the lowest grade among the records with *ids*, said as such."""
    known = page.view.assessments
    grades = [known[identity].grade for identity in ids if identity in known]
    for grade in ("low", "medium", "high"):
        if grade in grades:
            several = f"the lowest among the {count(len(grades), 'record')}"
            words = f" {several if len(grades) > 1 else 'in the one record'} that it rests on"
            return [el("p", badge(grade, f"{grade} confidence"), words, class_="dz-grounds")]
    return []


def events(page: Page) -> Iterator[Element]:
    """Yield each event with every mention of it."""
    for event in page.view.events:
        yield _event(page, event, el("strong", page.said(event.label)), event.label)


def passages(page: Page) -> Iterator[Element]:
    """Yield each dated passage that no kind of event fits, called by its own words."""
    for event in page.view.passages:
        words = event.mentions[0].text
        yield _event(page, event, el("q", words, lang="fr"), f"“{words}”")


def _event(page: Page, event: Event, name: Element, label: str) -> Element:
    return card(
        page,
        event.event_id,
        "event",
        title=(name, f", {event.in_words}"),
        label=f"{label}, {event.in_words}",
        badges=(badge(event.status.replace("reported", "")), badge("yes") if event.disputed else None),
        body=[evidence(page, mention, anchor=mention.mention_id) for mention in event.mentions],
    )


def _claims(page: Page, *, figures: bool) -> Iterator[Element]:
    main, rest = page.topics
    order = {topic: place for place, topic in enumerate((main, *rest))}
    mine = [claim for claim in page.view.analysis.claims if claim.topic in order]
    rows = [claim for claim in mine if figure_of(claim) is figures]
    rows.sort(key=lambda c: (order[c.topic], page.view.order(c)))
    for claim in rows:
        yield _claim(page, claim)


def _claim(page: Page, claim: Claim) -> Element:
    day = page.view.day_words(claim)
    said = f", {day}" if day else ""
    stated = figure(claim) if figure_of(claim) else ""
    topic = page.view.topic_label(claim.topic)
    words: list[Node] = [el("strong", capital(stated)), " – "] if stated else []
    label = f"{page.view.who(claim.claimant, nobody='The newspaper')}: {stated or claim.stance}"
    modality = "" if claim.modality == "asserted" else claim.modality
    about = el("p", f"About: {in_words(claim.about)}.", class_="dz-about") if claim.about else None
    return card(
        page,
        claim.claim_id,
        "claim" if stated else "response",
        title=[*words, side_badge(page, claim.claimant), f"{said}. {topic}."],
        label=f"{label}{said}",
        badges=(badge(claim.stance), badge(claim.comparator), badge(modality)),
        body=filter(None, (evidence(page, claim), about)),
    )


def quotations(page: Page) -> Iterator[Element]:
    """Yield the views of each speaker by theme, under a heading for each kind of speaker."""
    labels = {theme.key: theme.label for theme in page.view.analysis.investigation.themes}
    kind = None
    for names, rows in speakers(page.view).items():
        if (category := category_of(rows)) != kind:
            kind = category
            yield el("h3", CATEGORIES[category], class_="dz-category")
        about = role_of(rows)
        yield el(
            "h4",
            side_badge(page, names),
            el("span", f" – {about}", lang="fr") if about else None,
            class_="dz-speaker",
        )
        order = list(labels)
        themes = {q.quotation_id: min(map(order.index, q.themes), default=len(order)) for q in rows}
        for q in sorted(rows, key=lambda q: (themes[q.quotation_id], q.article_id, q.start)):
            yield _quotation(page, q, [labels[key] for key in q.themes])


def _quotation(page: Page, quotation: Quotation, themes: list[str]) -> Element:
    day = page.view.day_words(quotation)
    said = f", {day}" if day else ""
    kind = {"direct": "direct speech", "indirect": "indirect speech", "mixed": "quoted fragment"}
    cue = el("span", f" ({quotation.cue})", lang="fr") if quotation.cue else ""
    speaker = page.view.who(quotation.speaker, nobody="not named")
    return card(
        page,
        quotation.quotation_id,
        "quotation",
        title=[el("strong", listed(themes) or "Other themes"), f"{said}", cue],
        label=f"{speaker}{said}: {quotation.text[:80]}",
        badges=(badge(quotation.kind, kind.get(quotation.kind, quotation.kind)),),
        body=[evidence(page, quotation)],
    )


def discrepancies(page: Page) -> Iterator[Element]:
    """Yield each discrepancy with the passages it is made of, what differs and why."""
    for row in by_gravity(page.view.analysis.discrepancies):
        passages = [page.view.records[identity] for identity in row.records if identity in page.view.records]
        seen = {(r.article_id, r.start, r.end): r for r in passages}
        yield card(
            page,
            row.discrepancy_id,
            "discrepancy",
            title=page.said(row.statement),
            label=row.statement,
            badges=(badge(row.severity), badge(row.kind, DIFFERENCES.get(row.kind, row.kind))),
            body=[
                el("p", page.said(row.reason), class_="dz-reason"),
                el("div", [evidence(page, record) for record in seen.values()], class_="dz-pair"),
            ],
        )


def sentences(page: Page) -> Iterator[Element]:
    """Yield each article with every sentence used, in words or by place, linked to all that rests on it."""
    view = page.view
    for article in view.analysis.articles:
        date = in_words(article.published.date) or "date unknown"
        about = ", ".join(filter(None, (article.outlet, article.author, date, f"{article.words} words")))
        printed = choose_printed(view, article.article_id)
        used = {key: ids for key, ids in view.resting.items() if key[0] == article.article_id}
        yield el(
            "section",
            el(
                "h3",
                f"{view.labels[article.article_id]} ",
                el("span", view.title(article.article_id), lang="fr"),
            ),
            el("p", f"{about}. Date: {basis_words(view, article)}.", class_="dz-about"),
            el(
                "ol",
                [_sentence(page, key, ids, printed=key in printed) for key, ids in used.items()],
                class_="dz-sentences",
                role="list",
            )
            if used
            else el("p", "No record rests on this article.", class_="dz-empty"),
            id=article_anchor(article.article_id),
            class_="dz-source",
        )


def _sentence(page: Page, key: Sentence, ids: tuple[str, ...], *, printed: bool) -> Element:
    article_id, start, end = key
    place = f"Characters {start}–{end} of {page.view.articles[article_id].file}."
    words = el("p", excerpt(page.view, key), lang="fr") if printed else el("p", place, class_="dz-about")
    back = [item for identity in ids for item in (page.link(identity, identity, class_="dz-back"), " ")][:-1]
    return el(
        "li",
        words,
        el("p", "Carries: ", back, class_="dz-backlinks"),
        id=sentence_id(article_id, start, end),
    )


MAKERS: dict[str, Callable[[Page], Iterator[Element]]] = {
    "findings": findings,
    "events": events,
    "passages": passages,
    "claims": lambda page: _claims(page, figures=True),
    "responses": lambda page: _claims(page, figures=False),
    "quotations": quotations,
    "discrepancies": discrepancies,
    "sentences": sentences,
}
