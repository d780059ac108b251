"""Each article with the sentences that carry a record, or the lists that lead to the articles' own pages."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator

from dossier.display.elements import Element, Node, el
from dossier.display.excerpts import Sentence, choose_printed, excerpt
from dossier.display.place import Place
from dossier.edtf import in_words
from dossier.i18n import _, fill, interleave, ngettext, percent
from dossier.records import Article
from dossier.view import ARTICLES, View, article_anchor, basis_words, outlet_of, sentence_id

_LISTED = 250  # articles on one list


def sentences(page: Place) -> Iterator[Element]:
    """Yield each article with every sentence used; of a large book, the lists of the articles' own pages."""
    if page.homes.emphasis.large:
        yield el("p", _("Each article has a page of its own, with its sentences and all that rests on them."))
        yield el("ul", [el("li", link) for link in _list_links(page)], class_="dz-sentences")
        return
    for article in page.view.analysis.articles:
        yield source(page, article)


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
    """Return an article with every sentence used, in words or by place, linked to all that rests on it."""
    view = page.view
    date = in_words(article.published.date) or _("date unknown")
    words = ngettext("{n:d} word", "{n:d} words", article.words)
    about = ", ".join(filter(None, (outlet_of(article), article.author, date, words)))
    printed = choose_printed(view, article.article_id)
    used = view.resting_on.get(article.article_id, {})
    return el(
        "section",
        el(
            heading,
            f"{view.labels[article.article_id]} ",
            el("span", view.title(article.article_id), lang="fr"),
        ),
        el(
            "p",
            _("{about}. Date: {basis}.", about=about, basis=basis_words(view, article)),
            _versions(page, article),
            class_="dz-about",
        ),
        el(
            "ol",
            [_sentence(page, key, ids, printed=key in printed) for key, ids in used.items()],
            class_="dz-sentences",
            role="list",
        )
        if used
        else el("p", _("No record rests on this article."), class_="dz-empty"),
        id=article_anchor(article.article_id),
        class_="dz-source",
    )


def _list_links(page: Place) -> Iterator[Node]:
    """Yield a link to each list of articles."""
    top = posixpath.relpath(ARTICLES, posixpath.dirname(page.path) or ".")
    for place, some in enumerate(lists(page.view), 1):
        yield el("a", list_title(page.view, some), href=f"{top}/list-{place}.html")


def lists(view: View) -> list[tuple[Article, ...]]:
    """Return the articles in the groups in which they are listed."""
    every = view.analysis.articles
    return [every[start : start + _LISTED] for start in range(0, len(every), _LISTED)]


def list_title(view: View, some: tuple[Article, ...]) -> str:
    """Return what a list of *some* articles is called."""
    first, last = (view.labels[article.article_id] for article in (some[0], some[-1]))
    return _("Articles {first} to {last}", first=first, last=last)


def _sentence(page: Place, key: Sentence, ids: tuple[str, ...], *, printed: bool) -> Element:
    article_id, start, end = key
    file = page.view.articles[article_id].file
    place = _("Characters {start}–{end} of {file}.", start=start, end=end, file=file)
    words = el("p", excerpt(page.view, key), lang="fr") if printed else el("p", place, class_="dz-about")
    back = [item for identity in ids for item in (page.link(identity, identity, class_="dz-back"), " ")][:-1]
    return el(
        "li",
        words,
        el("p", _("Carries: "), back, class_="dz-backlinks"),
        id=sentence_id(article_id, start, end),
    )
