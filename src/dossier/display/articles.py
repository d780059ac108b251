"""The pages that the articles of a large book have of their own, and the lists that lead to them."""

from collections.abc import Callable, Iterator

from dossier.display import records, sources
from dossier.display.elements import Element, Node, el
from dossier.display.place import Place
from dossier.export import bibtex
from dossier.i18n import _, ngettext
from dossier.investigation import Chapter
from dossier.records import Article
from dossier.view import ARTICLES, Homes, View, article_page, published_words

Made = tuple[str, str, Element]  # the path of a page without ending, its title, and what stands on it


def article_pages(view: View, open_at: Callable[[View, Homes, Chapter], Place]) -> Iterator[Made]:
    """Yield the page of each article of a large book and the lists of them; nothing where it is none.

    *open_at* opens the page at a chapter.
    """
    homes = Homes(view)
    if not homes.emphasis.large:
        return
    for article in view.analysis.articles:
        page = open_at(view, homes, article_page(article.article_id))
        yield (
            page.path,
            f"{view.labels[article.article_id]} {view.title(article.article_id)}",
            _page(page, article),
        )
    for number, some in enumerate(sources.lists(view), 1):
        chapter = Chapter("article", file=f"{ARTICLES}/list-{number}")
        yield chapter.file, sources.list_title(view, some), _list(open_at(view, homes, chapter), some)


def _page(page: Place, article: Article) -> Element:
    left = [made for row in page.homes.left.get(article.article_id, ()) for made in records.of_row(page, row)]
    keep: list[Node] = []
    if left:
        about = _("These stand on no chapter. Their words are those of the sentences above, by their place.")
        keep = [el("h2", _("Other records")), el("p", about, class_="dz-about"), *left]
    cited: list[Node] = []
    if entry := bibtex([article]):
        cited = [el("h2", _("How to cite the article")), el("pre", el("code", entry))]
    return el("div", sources.source(page, article, "h1"), keep, cited)


def _list(page: Place, some: tuple[Article, ...]) -> Element:
    view = page.view
    return el(
        "div",
        el("h1", sources.list_title(view, some)),
        el("ul", [el("li", _line(page, one)) for one in some]),
    )


def _line(page: Place, article: Article) -> list[Node]:
    view, name = page.view, article.article_id
    words: list[Node] = [f"{view.labels[name]} ", el("span", view.title(name), lang="fr")]
    resting = len({identity for ids in view.resting_on.get(name, {}).values() for identity in ids})
    told = ngettext("{n:d} record", "{n:d} records", resting)
    about = ", ".join(filter(None, (article.outlet, published_words(article), told)))
    target = article_page(name).file.rpartition("/")[2]
    return [el("a", words, href=f"{target}.html"), f" – {about}"]
