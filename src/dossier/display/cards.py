"""A record in full: what it says, the words that carry it, how sure it is, its permalink and citation."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from textwrap import shorten
from typing import TYPE_CHECKING

from dossier.display.elements import Element, Node, el
from dossier.edtf import in_words
from dossier.narrative import cite
from dossier.records import Mention
from dossier.view import Record, sentence_id
from dossier.words import COMPARATORS, MODALITIES, STANCES

if TYPE_CHECKING:
    from dossier.display.page import Page

_LONGEST = 700  # characters of one excerpt: the book quotes sentences, not articles
SECTIONS = {"heading": "heading", "caption": "caption", "related_link": "related link"}
KINDS = {words: kind for kind, words in (STANCES | MODALITIES).items()} | {"sources disagree": "yes"}
WORDS = {**COMPARATORS, **STANCES, **MODALITIES, "conflict": "conflict", "yes": "sources disagree"}


def badge(kind: str, words: str = "") -> Element | None:
    """Return a badge that reads as words; None for an empty kind."""
    if not kind:
        return None
    name = "".join(char if char.isalnum() else "-" for char in kind)
    return el("span", words or WORDS.get(kind, kind), class_=f"dz-badge dz-badge--{name}")


def side_badge(page: Page, names: tuple[str, ...]) -> Element:
    """Return *names* marked with the colour of their side, and the side's name."""
    number, shown = page.view.side(names), page.view.called(names)
    side = page.view.sides[number - 1] if number else ""
    note = f" ({side})" if side not in shown else ""
    return el("span", page.said(shown), note, class_=f"dz-side dz-side-{number}")


def marked(text: str, start: int, end: int, first: int, last: int) -> list[Node]:
    """Return ``text[first:last]`` with ``text[start:end]`` marked, clipped around it where it is too long."""
    start, end = max(start, first), min(end, last)
    left, right = max(first, start - _LONGEST // 2), min(last, max(end, start + 1) + _LONGEST // 2)
    middle = text[start:end] if end - start <= _LONGEST else text[start : start + _LONGEST] + "…"
    before, after = text[left:start], text[end:right]
    return ["…" * (left > first), before, el("mark", middle), after, "…" * (right < last)]


def evidence(page: Page, record: Record, *, anchor: str | None = None) -> Element:
    """Return the French words of *record* in their sentence, with article, date and section."""
    view = page.view
    article = view.articles[record.article_id]
    spans = view.sentences(record.article_id, record.start, record.end)
    first, last = spans[0][0], spans[-1][1]
    identity = sentence_id(record.article_id, *spans[0])
    section = SECTIONS.get(getattr(record, "section", ""), "")
    published = in_words(article.published.date, short=True) or "date unknown"
    place = ", ".join(filter(None, (article.outlet, published, section)))
    words = el("p", marked(article.text, record.start, record.end, first, last), lang="fr")
    title = el("span", view.title(record.article_id), lang="fr")
    named = (f"{view.labels[record.article_id]} ", title)
    link = page.link_to(identity, named, class_="dz-evidence__source")
    source = el("footer", link, f" · {place}", _ruled(page, record))
    return el("blockquote", words, source, class_="dz-evidence", id=anchor)


def _ruled(page: Page, record: Record) -> Element | None:
    """Return the mark of a mention that the analyst ruled on; other records show it with their grade."""
    assessment = page.view.assessments.get(record.mention_id) if isinstance(record, Mention) else None
    ruled = assessment and badge(assessment.review, f"{assessment.review} by the analyst")
    return el("span", " · ", ruled) if ruled else None


def confidence(page: Page, identity: str) -> Element | None:
    """Return the grade of a record with its grounds, or None where it was not assessed."""
    assessment = page.view.assessments.get(identity)
    if not assessment:
        return None
    reviewed = badge(assessment.review, f"{assessment.review} by the analyst") if assessment.review else None
    grade = badge(assessment.grade, f"{assessment.grade} confidence")
    grounds = page.said("; ".join(assessment.grounds))
    return el("p", grade, " ", reviewed, " ", grounds, class_="dz-grounds")


def foot(page: Page, identity: str, label: str) -> Element:
    """Return permalink and citation of a record."""
    place = f"{page.path}.html#{identity}"
    citation = cite(page.view.analysis.investigation, record_id=identity, label=label, place=place)
    link = el("a", identity, href=f"#{identity}", class_="dz-permalink", title="Permalink to this record")
    return el(
        "div",
        link,
        el(
            "details",
            el("summary", "Cite", el("span", f" record {identity}", class_="dz-unseen")),
            el("p", citation.text, class_="dz-cite__text"),
            el("pre", el("code", citation.bibtex), class_="dz-cite__bibtex"),
            class_="dz-cite",
        ),
        class_="dz-record__foot",
    )


def card(
    page: Page,
    identity: str,
    kind: str,
    *,
    title: Sequence[Node],
    label: str,
    badges: Iterable[Element | None] = (),
    body: Iterable[Node] = (),
) -> Element:
    """Return one record in full, at the anchor that is its id."""
    shown = [item for mark in badges if mark for item in (" ", mark)]
    notes = [
        el("li", page.link(shorten(row.statement, 140, placeholder=" …"), row.discrepancy_id))
        for row in page.view.disputes.get(identity, ())
        if kind != "discrepancy"
    ]
    return el(
        "article",
        el("p", el("span", title, class_="dz-record__words"), shown, class_="dz-record__title"),
        body,
        confidence(page, identity),
        el("ul", notes, class_="dz-record__disputes", aria_label="Sources disagree") if notes else None,
        foot(page, identity, label),
        id=identity,
        class_=f"dz-record dz-record--{kind}",
        aria_label=f"{kind} {identity}",
    )
