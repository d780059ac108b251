"""Each article with the sentences that carry a record, or the lists that lead to the articles' own pages."""

import posixpath
from collections.abc import Iterator
from typing import Any

from dossier.display.cards import part_in
from dossier.display.elements import Element, Node, el, render
from dossier.display.place import Place
from dossier.i18n import _, capital, fill, interleave, ngettext, percent, quoted
from dossier.records import Article, Claim
from dossier.view import (
    ARTICLES,
    View,
    article_anchor,
    basis_words,
    figure_of,
    outlet_of,
    published_words,
    sentence_id,
    shortened,
)
from dossier.words import SAID

PARTS = 3  # of the parts of an article, one is printed at most
_OPENING = 40  # characters of a sentence that is not printed
_LONGEST = 1200  # characters of one sentence
_LISTED = 250  # articles on one list
Sentence = tuple[str, int, int]  # the article's id, start and end


def excerpt(view: View, sentence: Sentence) -> str:
    """Return the words of *sentence* as they are printed: clipped where they are very long."""
    article_id, start, end = sentence
    text = view.articles[article_id].text[start:end]
    return text if len(text) <= _LONGEST else f"{text[:_LONGEST]}…"


def choose_printed(view: View, article_id: str) -> frozenset[Sentence]:
    """Return the sentences of an article to print: those that most records rest on, while there is room."""
    room, chosen = len(view.articles[article_id].text) // PARTS, set()
    carrying = view.resting_on.get(article_id, {})
    for sentence in sorted(carrying, key=lambda key: (-len(carrying[key]), key)):
        if (length := len(excerpt(view, sentence))) <= room:
            room -= length
            chosen.add(sentence)
    return frozenset(chosen)


def sentences(page: Place) -> Iterator[Element]:
    """Yield each article with every sentence used; of a large book, the lists of the articles' own pages."""
    if page.homes.emphasis.large:
        yield el("p", _("Each article has a page of its own, with its sentences and all that rests on them."))
        yield el("ul", [el("li", link) for link in _list_links(page)], class_="dz-sentences")
        return
    for article_id in page.view.names:
        yield source(page, page.view.articles[article_id])


def _versions(page: Place, article: Article) -> Node:
    """Return which other articles are versions of the same text, each a link to it."""
    links = [
        el(
            "span",
            *fill(
                _("{source} ({share} of the words)"),
                source=page.link_to(article_anchor(other), page.view.labels[other]),
                share=percent(share),
            ),
        )
        for other, share in page.view.versions.get(article.article_id, {}).items()
    ]
    told = fill(_(" Another version of the same text: {sources}."), sources=el("span", *interleave(links)))
    return el("span", *told) if links else ""


def source(page: Place, article: Article, heading: str = "h3") -> Element:
    """Return an article with every sentence used, whole or by its first words, and all that rests on it."""
    view = page.view
    date = published_words(article) or _("date unknown")
    words = ngettext("{n:d} word", "{n:d} words", article.words)
    about = ", ".join(filter(None, (outlet_of(article), article.author, date, words)))
    printed = choose_printed(view, article.article_id)
    used = view.resting_on.get(article.article_id, {})
    return render(
        "source",
        anchor=article_anchor(article.article_id),
        heading=heading,
        label=view.labels[article.article_id],
        title=view.title(article.article_id),
        about=_("{about}. Date: {basis}.", about=about, basis=basis_words(view, article)),
        versions=_versions(page, article),
        sentences=[_sentence(page, key, ids, printed=key in printed) for key, ids in used.items()],
    )


def _list_links(page: Place) -> Iterator[Node]:
    top = posixpath.relpath(ARTICLES, posixpath.dirname(page.path) or ".")
    for place, some in enumerate(lists(page.view), 1):
        yield el("a", list_title(page.view, some), href=f"{top}/list-{place}.html")


def lists(view: View) -> list[tuple[Article, ...]]:
    """Return the articles in the groups in which they are listed."""
    every = tuple(view.articles[article_id] for article_id in view.names)
    return [every[start : start + _LISTED] for start in range(0, len(every), _LISTED)]


def list_title(view: View, some: tuple[Article, ...]) -> str:
    """Return what a list of *some* articles is called."""
    first, last = (view.labels[article.article_id] for article in (some[0], some[-1]))
    return _("Articles {first} to {last}", first=first, last=last)


def _homeless(page: Place, identity: str) -> list[Node]:
    """Return in brackets an answer that no page of figures shows: who says it, on what no topic names."""
    claim = page.view.records.get(identity)
    if not isinstance(claim, Claim) or page.homes.of_claim(claim):
        return []
    who = page.view.who(claim.claimant, nobody=_("not named"))
    return [" (", *page.said(_(": ").join((who, quoted(claim.text)))), ")"]


def _kind(page: Place, identity: str) -> str:
    """Return what the record called *identity* is: an event, a figure, a disagreement …"""
    record = page.view.records.get(identity)
    if isinstance(record, Claim):
        return str(SAID["records"]["claim" if figure_of(record) else "response"])
    kinds = {
        "m": "event",
        "q": "quotation",
        "x": "pair" if identity in {r.discrepancy_id for r in page.view.pairs} else "discrepancy",
        "r": "reuse",
        "p": "parallel",
    }
    return str(SAID["records"][kinds[identity[0]]])


def _sentence(page: Place, key: Sentence, ids: tuple[str, ...], *, printed: bool) -> dict[str, Any]:
    article_id, start, end = key
    return {
        "id": sentence_id(article_id, start, end),
        "words": excerpt(page.view, key) if printed else "",
        "place": capital(part_in(page.view, article_id, start)),
        "opening": quoted(shortened(page.view.articles[article_id].text[start:end], _OPENING)),
        "back": [
            el(
                "span",
                page.link_to(name, _(_kind(page, name)), class_="dz-back", title=name),
                *_homeless(page, name),
            )
            for name in ids
        ],
    }
